import { describe, expect, test, vi } from 'vitest';
import { readXlsx } from 'hucre/xlsx';
import { levelNumeral } from '../../../src/base/level';
import { parseOutline } from '../../../src/base/map-outline';
import type { Briefing } from '../../../src/briefing/briefing';
import { EXHIBIT_KINDS, type ExhibitOf } from '../../../src/briefing/exhibits/exhibit';
import { toDocx } from '../../../src/briefing/out/docx';
import { toHtml } from '../../../src/briefing/out/html';
import { toMarkdown } from '../../../src/briefing/out/markdown';
import { levelPaint } from '../../../src/briefing/out/palette';
import { toPptx } from '../../../src/briefing/out/pptx';
import { toXlsx } from '../../../src/briefing/out/xlsx';
import { blockLayout } from '../../../src/charts/tile-layout';
import {
  named,
  type Package,
  paragraphs,
  partOf,
  readCharts,
  tables,
  unescapeXml,
  unpack,
  xmlFault,
} from './read-back';
import { sampleBriefing } from './sample-briefing';

const AT = Date.UTC(2026, 10, 10, 2, 30);
const svgOf = (): string =>
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><defs><clipPath id="a"/></defs><g clip-path="url(#a)"/></svg>';
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

async function filesOf(briefing: Briefing) {
  const [pptx, docx, xlsx, html, markdown] = await Promise.all([
    toPptx(briefing, AT, { placeTiles: blockLayout }),
    toDocx(briefing, AT),
    toXlsx(briefing, AT),
    toHtml(briefing, AT, svgOf),
    toMarkdown(briefing, AT),
  ]);
  return { pptx, docx, xlsx, html, markdown };
}

const briefing = sampleBriefing('zh', 'gaps');
const files = await filesOf(briefing);
const slides = unpack(files.pptx);
const paper = unpack(files.docx);
const slideXml = (n: number): string => partOf(slides, `ppt/slides/slide${n}.xml`);
const exhibitOf = <K extends (typeof EXHIBIT_KINDS)[number]>(kind: K): ExhibitOf<K> =>
  briefing.pages.find((page) => page.exhibit?.kind === kind)!.exhibit as ExhibitOf<K>;

describe('charts', () => {
  const inSlides = readCharts(slides, 'ppt');
  const inPaper = readCharts(paper, 'word');

  test('are native, the same in slides and paper, and there is no picture', () => {
    expect(inSlides.length).toBeGreaterThanOrEqual(9);
    expect(inPaper).toEqual(inSlides);
    for (const parts of [slides, paper]) {
      expect(named(parts, /media|\.(png|jpe?g|gif|emf|svg)$/)).toEqual([]);
      expect(Object.keys(parts).filter((name) => /blip|image/.test(name))).toEqual([]);
    }
    const shown = named(slides, /slides\/slide\d+\.xml$/).map(
      (name) => partOf(slides, name).match(/<c:chart /g)?.length ?? 0,
    );
    expect(shown.reduce((a, b) => a + b, 0)).toBe(inSlides.length);
    expect(partOf(paper, 'word/document.xml').match(/<c:chart /g)).toHaveLength(inPaper.length);
    expect(partOf(paper, 'word/document.xml')).not.toContain('fengsui-chart');
  });

  test('leave gaps as gaps: no point in the cache, no cell in the workbook, and the program is told', () => {
    let gaps = 0;
    for (const { series, blanks, book } of inSlides) {
      expect(blanks).toBe('gap');
      for (const { values, column, name } of series) {
        expect(book.get(`${column}1`) ?? '').toBe(name);
        values.forEach((value, i) => {
          if (value === null) gaps += 1;
          expect(book.get(`${column}${i + 2}`) ?? null).toBe(value);
        });
      }
    }
    expect(gaps).toBeGreaterThan(10);
  });

  test('hold the numbers of the exhibits, also of those that are several charts', () => {
    const multiples = exhibitOf('small-multiples');
    for (const panel of multiples.data.panels) {
      const chart = inSlides.find(({ series }) =>
        series.some((s) => s.name === panel.name && s.values.length === panel.values.length),
      );
      expect(chart!.series.find((s) => s.name === panel.name)!.values).toEqual(panel.values);
    }
    const { rows } = exhibitOf('ranked-bars').data;
    expect(inSlides[0]!.series[0]!.values).toEqual(rows.map(({ value }) => value));
  });
});

describe('levels', () => {
  test('of the tape stand in both tables with colour and numeral', () => {
    const { rows } = exhibitOf('level-tape').data;
    const onSlide = tables(slideXml(4), 'a')[0]!;
    const onPaper = tables(partOf(paper, 'word/document.xml'), 'w').find(
      (table) => table[1]?.[0]?.text === rows[0]!.short,
    )!;
    for (const table of [onSlide, onPaper])
      rows.forEach((row, i) => {
        const cells = table[i + 1]!.slice(1);
        expect(cells.map((cell) => cell.text)).toEqual(row.levels.map(levelNumeral));
        expect(cells.map((cell) => cell.fill)).toEqual(row.levels.map((level) => levelPaint(level).fill));
      });
  });

  test('of the heatmap stand in both tables, and an absent rule is no level', () => {
    const { rows } = exhibitOf('driver-heatmap').data;
    const number = briefing.pages.findIndex((page) => page.exhibit?.kind === 'driver-heatmap') + 2;
    const onSlide = tables(slideXml(number), 'a')[0]!.slice(2);
    const onPaper = tables(partOf(paper, 'word/document.xml'), 'w')
      .find((table) => table[2]?.[0]?.text.startsWith(rows[0]!.name) && table[2].length === rows[0]!.cells.length + 1)!
      .slice(2);
    for (const table of [onSlide, onPaper])
      rows.forEach((row, i) =>
        expect(table[i]!.slice(1).map(({ text: words, fill }) => [words, fill])).toEqual(
          row.cells.map((level) => (level === null ? ['—', null] : [levelNumeral(level), levelPaint(level).fill])),
        ),
      );
  });

  test('of maps are shapes where they have places, with the level in words for those who do not see them', () => {
    const { cells } = exhibitOf('level-map').data;
    for (const { code, name } of cells)
      expect(slideXml(2)).toMatch(new RegExp(`name="region-${code}" descr="${name}: `));
    const { tiles } = exhibitOf('tile-map').data;
    for (const { code } of tiles) expect(slideXml(3)).toContain(`name="region-${code}"`);
  });

  test('of maps of levels are borders where an outline is at hand, tiles where it lacks a region', async () => {
    const { cells } = exhibitOf('level-map').data;
    const features = cells.map(({ code }, i) => ({
      type: 'Feature',
      properties: { code },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [i, 40],
            [i + 1, 40],
            [i + 1, 41 + i / 9],
            [i, 40],
          ],
        ],
      },
    }));
    const drawn = async (count: number) => {
      const outline = parseOutline({ type: 'FeatureCollection', features: features.slice(0, count) });
      return partOf(unpack(await toPptx(briefing, AT, { placeTiles: blockLayout, outline })), 'ppt/slides/slide2.xml');
    };
    const whole = await drawn(features.length);
    expect(xmlFault(whole)).toBeNull();
    expect(whole.match(/<a:custGeom>/g)).toHaveLength(cells.length);
    for (const { code, name, level, short } of cells) {
      const shape = whole.split('<p:sp>').find((part) => part.includes(`name="region-${code}"`))!;
      expect(shape).toContain(`descr="${name}: `);
      expect(shape).toContain(`<a:srgbClr val="${levelPaint(level).fill}"`);
      const label = whole.split('<p:sp>').find((part) => part.includes(`name="name-${code}"`))!;
      expect(label).toContain([short, levelNumeral(level)].filter((word) => word !== '').join(' '));
    }
    expect(await drawn(features.length - 1)).not.toContain('<a:custGeom>');
  });

  test('of maps are tables where they have none', async () => {
    const listed = unpack(await toPptx(briefing, AT));
    const words = tables(partOf(listed, 'ppt/slides/slide2.xml'), 'a')
      .flat(2)
      .map((cell) => cell.text);
    for (const { short } of exhibitOf('level-map').data.cells)
      expect(words.some((word) => word.startsWith(short))).toBe(true);
  });
});

describe('words', () => {
  const everywhere: Readonly<Record<string, string>> = {
    pptx: named(slides, /slides\/slide\d+\.xml$/)
      .flatMap((name) => paragraphs(partOf(slides, name), 'a'))
      .join('\n'),
    docx: paragraphs(partOf(paper, 'word/document.xml'), 'w').join('\n'),
    html: unescapeXml(text(files.html)),
    markdown: text(files.markdown).replace(/\\(.)/g, '$1').replaceAll('&amp;', '&'),
  };

  test('of every sentence, title, source and basis stand in every format', async () => {
    const book = await readXlsx(files.xlsx);
    const cells = book.sheets.flatMap((sheet) => sheet.rows.flat()).map(String);
    const wanted = [
      ...briefing.pages.flatMap((page) => page.sentences.map((s) => s.text)),
      ...briefing.pages.flatMap(({ exhibit }) => (exhibit ? [exhibit.title, exhibit.source] : [])),
      briefing.sourceLine,
      briefing.basisLine,
      briefing.title,
      briefing.demonstration,
    ];
    for (const [format, words] of Object.entries(everywhere))
      for (const sentence of wanted)
        if (!(format === 'docx' && sentence === briefing.demonstration))
          expect(words.includes(sentence), `${format}: ${sentence}`).toBe(true);
    for (const sentence of wanted)
      expect(
        cells.some((cell) => cell === sentence),
        `xlsx: ${sentence}`,
      ).toBe(true);
    const head = named(paper, /header\d\.xml$/).map((name) => paragraphs(partOf(paper, name), 'w').join(''));
    expect(head).toEqual([briefing.demonstration, briefing.demonstration]);
  });

  test('of the mark, the source and the page number stand on every slide, notes beside theirs', () => {
    const pages = named(slides, /slides\/slide\d+\.xml$/);
    expect(pages).toHaveLength(briefing.pages.length + 1);
    pages.forEach((name, i) => {
      const words = paragraphs(partOf(slides, name), 'a');
      expect(words).toContain(briefing.demonstration);
      expect(words).toContain(briefing.sourceLine);
      expect(words).toContain(briefing.basisLine);
      if (i > 0)
        expect(partOf(slides, name)).toMatch(new RegExp(`type="slidenum">.*?<a:t>${i + 1}</a:t></a:fld>`, 's'));
    });
    expect(paragraphs(partOf(slides, 'ppt/notesSlides/notesSlide2.xml'), 'a').slice(0, 2)).toEqual([
      '讲解第1页。',
      '第二段。',
    ]);
  });

  test('name a Chinese face on every run and axis, and a Latin one in English', async () => {
    const english = unpack(await toPptx(sampleBriefing('en'), AT, { placeTiles: blockLayout }));
    for (const [parts, face, other] of [
      [slides, 'Microsoft YaHei', 'Arial'],
      [english, 'Arial', 'Microsoft YaHei'],
    ] as const) {
      for (const name of named(parts, /(slides\/slide|charts\/chart)\d+\.xml$/)) {
        const xml = partOf(parts, name);
        expect(xml, name).toContain(`<a:ea typeface="${face}"`);
        expect(xml, name).not.toContain(`typeface="${other}"`);
        const runs = xml.match(/<a:r>.*?<\/a:r>/gs) ?? [];
        for (const one of runs) expect(one, name).toContain(`typeface="${face}"`);
      }
    }
  });

  test('of a page that is too long go on, on slides of their own, and none is lost', async () => {
    const page = briefing.pages[4]!;
    const long = Array.from({ length: 40 }, (_, i) => ({
      ...page.sentences[0]!,
      id: `own-${i}`,
      text: `第${i}句，${'说明情况，'.repeat(12)}完。`,
    }));
    const endless = { ...page.sentences[0]!, id: 'own-endless', text: `${'无尽之句，'.repeat(400)}完。` };
    const parts = unpack(await toPptx({ ...briefing, pages: [{ ...page, sentences: [...long, endless] }] }, AT));
    const pages = named(parts, /slides\/slide\d+\.xml$/);
    expect(pages.length).toBeGreaterThan(4);
    const words = pages.map((name) => paragraphs(partOf(parts, name), 'a'));
    expect(words[2]).toContain(`${page.exhibit!.title}（续）`);
    const all = words.flat();
    for (const sentence of long) expect(all).toContain(sentence.text);
    expect(all.filter((line) => line.includes('无尽之句')).join('')).toBe(endless.text);
  });
});

describe('the workbook', () => {
  test('has a sheet for each exhibit with numbers as numbers, and sentences with what they are bound to', async () => {
    const { sheets } = await readXlsx(files.xlsx);
    const exhibits = briefing.pages.flatMap(({ exhibit }) => (exhibit ? [exhibit] : []));
    expect(sheets).toHaveLength(exhibits.length + 3);
    exhibits.forEach(({ table }, i) => {
      const rows = sheets[i + 2]!.rows.slice(6);
      expect(rows.length).toBe(table.rows.length);
      table.rows.forEach((row, r) =>
        row.forEach((cell, c) => {
          const read = rows[r]![c] ?? '';
          if (cell.value === null) expect(String(read)).toBe(cell.text);
          else expect(read).toBe(cell.value);
        }),
      );
    });
    const said = sheets[1]!.rows.slice(1);
    const figures = briefing.pages.flatMap((page) => page.sentences.flatMap((s) => s.figures));
    expect(said.map((row) => [row[3], row[8]])).toEqual(figures.map((f) => [f.value, f.key]));
  });
});

describe('hostile words', () => {
  const evil = '<script>alert(1)</script> ]]> &amp; "q" \'a\' =cmd|\u0000\u000b\ud800| *x* [y](z)';
  const hostile = sampleBriefing('zh', 'ordinary', {
    title: evil,
    issuer: `=cmd|' /C <calc> & more'!A0`,
    subtitle: evil,
    number: evil,
    date: evil,
    to: evil,
    demonstration: evil,
    sourceLine: evil,
    pages: briefing.pages.map((page) => ({
      ...page,
      heading: evil,
      notes: evil,
      sentences: page.sentences.map((s) => ({ ...s, text: evil })),
      exhibit: page.exhibit && {
        ...(JSON.parse(JSON.stringify(page.exhibit), (key, value: unknown) =>
          ['name', 'short', 'subtitle', 'source', 'description'].includes(key) ? evil : value,
        ) as NonNullable<typeof page.exhibit>),
        title: evil,
      },
    })),
    definitions: [{ indicatorId: 'x', name: '=1+1', unit: '@x', family: '+cmd', definition: evil, source: '-cmd' }],
  });

  test('are words in every format: nothing of them is markup, a formula or a broken file', async () => {
    const made = await filesOf(hostile);
    for (const bytes of [made.pptx, made.docx, made.xlsx]) {
      const parts: Package = unpack(bytes);
      for (const name of named(parts, /\.(xml|rels)$/)) expect(xmlFault(partOf(parts, name)), name).toBeNull();
    }
    const html = text(made.html);
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text(made.markdown)).not.toMatch(/(?<!\\)<script/);
    const book = await readXlsx(made.xlsx);
    const cells = book.sheets.flatMap((sheet) => sheet.rows.flat()).filter((cell) => typeof cell === 'string');
    expect(cells.filter((cell) => /^[=@]|^[+-](?![\d.])/.test(cell))).toEqual([]);
    expect(cells).toContain("'=1+1");
    expect(
      named(unpack(made.xlsx), /sheet\d+\.xml$/).some((name) => partOf(unpack(made.xlsx), name).includes('<f>')),
    ).toBe(false);
    expect(new Set(book.sheets.map(({ name }) => name.toLowerCase())).size).toBe(book.sheets.length);
    for (const { name } of book.sheets) expect(name.length).toBeLessThanOrEqual(31);
  });
});

describe('the bytes', () => {
  test('are the same on any day, and well-formed', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.UTC(2031, 3, 1));
    try {
      const again = await filesOf(sampleBriefing('zh', 'gaps'));
      for (const format of ['pptx', 'docx', 'xlsx', 'html', 'markdown'] as const)
        expect(Buffer.compare(Buffer.from(again[format]), Buffer.from(files[format])), format).toBe(0);
    } finally {
      vi.useRealTimers();
    }
    for (const parts of [slides, paper, unpack(files.xlsx)]) {
      for (const name of named(parts, /\.(xml|rels)$/)) expect(xmlFault(partOf(parts, name)), name).toBeNull();
      expect(partOf(parts, 'docProps/core.xml')).toContain('2026-11-10T02:30:00Z');
      // What a part refers to is there, and of a type that is named.
      const types = partOf(parts, '[Content_Types].xml');
      for (const name of named(parts, /\.rels$/)) {
        const folder = name.replace(/_rels\/[^/]*$/, '');
        for (const [, target] of partOf(parts, name).matchAll(/Target="([^"]+)"/g)) {
          const path = new URL(target!, `file:///${folder}`).pathname.slice(1);
          expect(parts[path], `${name} → ${target}`).toBeDefined();
          expect(
            types.includes(`PartName="/${path}"`) || types.includes(`Extension="${path.split('.').at(-1)}"`),
            path,
          ).toBe(true);
        }
      }
    }
  });

  test('of the page need nothing else: no script, no address, ids that occur once', () => {
    const html = text(files.html);
    expect(html).not.toMatch(/<script|<link|@import|src=|https?:\/\/(?!www\.w3\.org)/);
    const ids = Array.from(html.matchAll(/\sid="([^"]+)"/g), (m) => m[1]!);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of html.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(id);
    expect(html).toContain('<html lang="zh-CN">');
  });
});
