import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { INSUFFICIENT, levelNumeral, WARNING_LEVELS } from '../../src/base/level';
import { certaintyOf, OF_LEVEL, responsesOf, urgencyOf } from '../../src/briefing/alerts/mapping';
import type { Message } from '../../src/briefing/alerts/message';
import { BRIEFING_KINDS, type Sentence } from '../../src/briefing/briefing';
import { EXHIBIT_KINDS } from '../../src/briefing/exhibits/exhibit';
import { MOST_PARTS } from '../../src/briefing/facts/which-regions';
import { unboundNumbers } from '../../src/briefing/narrative/unbound';
import { tellerOf } from '../../src/briefing/narrative/teller';
import { drawingOf } from '../../src/briefing/out/drawing';
import { toPptx } from '../../src/briefing/out/pptx';
import { PAGE_KINDS, PAGES, RECIPES } from '../../src/briefing/recipes';
import { blockLayout } from '../../src/charts/tile-layout';
import { BRIEF_FORMATS } from '../../src/cli/brief-writers';
import { PUBLISH_FORMATS, type PublishFormat } from '../../src/publish/formats';
import { MOST_VERSIONS } from '../../src/store/briefings';
import { CHART_ABOUT } from '../../src/views/briefing/builder/own-charts';
import { CHART_NAMES, KIND_NAMES } from '../../src/views/briefing/kind-text';
import { STALE_DAYS } from '../../src/views/briefing/show/data-time';
import { codes, column, ruled, tableBelow } from '../doc-tables';
import { at, factsOf } from './exhibits/make-facts';
import { partOf, unpack } from './out/read-back';
import { sampleBriefing } from './out/sample-briefing';

/** docs/briefing.md, and the words of CAP in docs/alerts.md, say what the code says, row by row. */

const doc = readFileSync('docs/briefing.md', 'utf8');

test('kinds, what they are called, and their pages in order', () => {
  const table = tableBelow(doc, 'Kinds');
  expect(column(table, 'kind')).toEqual(BRIEFING_KINDS.map((kind) => `\`${kind}\``));
  expect(column(table, 'name')).toEqual(BRIEFING_KINDS.map((kind) => `${KIND_NAMES[kind].zh} ${KIND_NAMES[kind].en}`));
  expect(column(table, 'pages')).toEqual(BRIEFING_KINDS.map((kind) => codes(RECIPES[kind])));
});

test('every page: its heading, and the charts of which it shows the first that there is', () => {
  const rows = PAGE_KINDS.map((kind) => {
    const { heading, exhibits } = PAGES[kind];
    return [`\`${kind}\``, `${heading.zh} ${heading.en}`, codes(exhibits.map((one) => one.kind)) || '—'];
  });
  expect(tableBelow(doc, 'Pages')).toEqual(ruled(['page', 'heading', 'charts'], rows));
});

test('regions with a page of their own are as many as it says', () => {
  const parts = ['A', 'B', 'C', 'D'].map((code) => at(code, 3));
  expect(PAGES.region.each!(tellerOf(factsOf({ parts }), 'en'))).toHaveLength(2);
  expect(doc).toContain('made for the two worst regions at a warning level');
});

test('the sentence that it shows is bound, and its numbers with it', () => {
  const sentence = JSON.parse(/```json\n([\s\S]*?)```/.exec(doc)![1]!) as Sentence;
  expect(sentence.figures).toHaveLength(2);
  expect(unboundNumbers(sentence)).toEqual([]);
  expect(unboundNumbers({ ...sentence, figures: sentence.figures.slice(1) })).toEqual(['3.49']);
});

test('kinds of charts: what they can be about, and what they are in slides and in papers', async () => {
  const { pages } = sampleBriefing('en');
  const slides = unpack(await toPptx(sampleBriefing('en'), 0, { placeTiles: blockLayout }));
  const count = (n: number): string => (n === 1 ? 'chart' : 'charts');
  const inSlide = (i: number): string => {
    // The first slide is the title, then one for each page.
    const xml = partOf(slides, `ppt/slides/slide${i + 2}.xml`);
    if (xml.includes('name="region-')) return 'shapes';
    return xml.includes('<a:tbl>') ? 'table' : count(xml.split('<c:chart ').length - 1);
  };
  const rows = EXHIBIT_KINDS.map((kind, i) => {
    const drawing = drawingOf(pages[i]!.exhibit!, 'en', 42);
    const inPaper = drawing.kind === 'grid' ? 'table' : count(drawing.charts.length);
    const { zh, en } = CHART_NAMES[kind];
    return [`\`${kind}\``, `${zh} ${en}`, CHART_ABOUT[kind] ?? '—', inSlide(i), inPaper];
  });
  expect(tableBelow(doc, 'Charts')).toEqual(ruled(['kind', 'name', 'about', 'slides', 'paper'], rows));
});

test('every format, what its file ends in, and whether the command line writes it', () => {
  const table = tableBelow(doc, 'Formats');
  const formats = Object.keys(PUBLISH_FORMATS) as PublishFormat[];
  expect(column(table, 'file')).toEqual([
    ...formats.map((format) => `\`${PUBLISH_FORMATS[format].ending.en}\``),
    'on paper',
    'clipboard',
  ]);
  const written = BRIEF_FORMATS.map((ending) => `\`.${ending}\``);
  expect(column(table, '`brief`')).toEqual(column(table, 'file').map((file) => (written.includes(file) ? 'yes' : '—')));
  for (const ending of written) expect(column(table, 'file')).toContain(ending);
});

test('facts: every field has its place', () => {
  const named = column(tableBelow(doc, 'Facts'), 'fields').flatMap((cell) => cell.match(/[\w]+/g) ?? []);
  expect(named.toSorted()).toEqual(Object.keys(factsOf()).toSorted());
});

test('defaults of ours', () => {
  const { week, month, quarter, year } = STALE_DAYS;
  const defaults = column(tableBelow(doc, 'Defaults of ours'), 'default');
  expect(defaults).toEqual([`${MOST_PARTS}`, `${MOST_VERSIONS}`, `${week} · ${month} · ${quarter} · ${year} days`]);
});

test('docs/alerts.md: levels and states in the words of CAP', () => {
  const words = tableBelow(readFileSync('docs/alerts.md', 'utf8'), 'Words');
  const levels = WARNING_LEVELS.toReversed();
  expect(levels.map(levelNumeral)).toEqual(['Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ']);
  const message = (over: object): Message => ({ type: 'Update', level: 4, ...over }) as unknown as Message;
  const cancel = message({ type: 'Cancel' });
  const said = (part: string): string => words.find((line) => line.includes(part)) ?? '';
  const urgencies = [...new Set(levels.map((level) => urgencyOf(message({ level }))))];
  expect(said('`severity`')).toContain(`\`severity\` ${levels.map((level) => OF_LEVEL[level].severity).join(' · ')} |`);
  expect(said('`urgency`')).toContain(`\`urgency\` ${urgencies.join(' · ')}; a Cancel: ${urgencyOf(cancel)} |`);
  expect(urgencyOf(message({ level: 2 }))).toBe(urgencyOf(message({ level: 3 })));
  const responses = levels.map((level) => responsesOf(message({ level })).join(' + '));
  expect(said('`responseType`')).toContain(
    `\`responseType\` ${responses.join(' · ')}; a Cancel: ${responsesOf(cancel).join(' + ')} |`,
  );
  const sure = (state: string, over: object = {}): string =>
    certaintyOf(message({ warning: { state, spell: { state, unsure: false, level: INSUFFICIENT, ...over } } }));
  for (const state of ['active', 'recovering', 'ended']) {
    expect(said('active, recovering, ended')).toContain(`\`certainty\` ${sure(state)} |`);
  }
  expect(said('held over a gap')).toContain(`| ${sure('stale')} |`);
  expect(sure('active', { unsure: true })).toBe(sure('stale'));
  expect(said('figures insufficient')).toContain(`| ${sure('insufficient')},`);
  expect(said('false alarm')).toContain(`| ${sure('false-alarm')} |`);
});
