import { strToU8, unzipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { formatDay } from '../../base/period';
import { defineText, type Lang, say } from '../../base/text';
import { unitName } from '../../base/units';
import type { Briefing } from '../briefing';
import { coreProperties } from '../docx-parts';
import type { Exhibit } from '../exhibits/exhibit';
import {
  type BookEntry,
  type BookSheet,
  figureCell,
  headCell,
  noteCell,
  sheetNames,
  stylesOfRows,
  textCell,
  titleCell,
  widthsOf,
} from './book/book-cells';
import { zipParts } from './native/chart-book';
import { OUT_TEXT } from './text';

const HEAD_ROWS = 2;

/**
 * Every figure of the briefing as a workbook: contents, the sentences with what their figures are bound to, a sheet for
 * each chart with numbers as numbers, and the definitions. The same briefing and moment give the same bytes. To be
 * fetched when it is needed.
 */
export async function toXlsx(briefing: Briefing, madeAtMs: number): Promise<Uint8Array> {
  const { lang } = briefing;
  const t = (key: keyof typeof OUT_TEXT): string => OUT_TEXT[key][lang];
  const exhibits = briefing.pages.flatMap(({ exhibit }) => (exhibit ? [exhibit] : []));
  const names = sheetNames([
    t('contents'),
    t('sentences'),
    ...exhibits.map(({ title }, i) => `${i + 1} ${title}`),
    t('definitions'),
  ]);
  const sheets: BookSheet[] = [
    contentsSheet(briefing, names),
    sentencesSheet(briefing, names[1]!),
    ...exhibits.map((exhibit, i) => exhibitSheet(exhibit, briefing, names[i + 2]!)),
    {
      name: names[names.length - 1]!,
      frozen: 1,
      rows: [
        [t('indicator'), t('unit'), t('family'), t('definition'), t('source')].map(headCell),
        ...briefing.definitions.map((d) => [d.name, d.unit, d.family, d.definition, d.source].map(textCell)),
      ],
    },
  ];
  const packed = await writeXlsx({
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      rows: sheet.rows.map((row) => row.map(({ value }) => value)),
      cells: stylesOfRows(sheet.rows),
      columns: widthsOf(sheet).map((width) => ({ width })),
      freezePane: { rows: sheet.frozen },
      pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    })),
    defaultFont: { name: lang === 'zh' ? '宋体' : 'Arial', size: 11 },
  });
  return levelled(packed as Uint8Array, briefing, madeAtMs);
}

/** With the time that was handed in, in place of the library's clock. */
function levelled(packed: Uint8Array, { title, demonstration, lang }: Briefing, madeAtMs: number): Uint8Array {
  const parts = unzipSync(packed);
  const core = coreProperties(title, demonstration, lang, madeAtMs);
  parts[core.path] = strToU8(core.data);
  return zipParts(parts);
}

function contentsSheet(briefing: Briefing, names: readonly string[]): BookSheet {
  const { lang, vintage } = briefing;
  const t = (key: keyof typeof OUT_TEXT): string => OUT_TEXT[key][lang];
  const pairs: readonly (readonly [string, string])[] = [
    [t('issuer'), briefing.issuer],
    [t('number'), briefing.number],
    [t('date'), briefing.date],
    [t('to'), briefing.to],
    [t('source'), briefing.sourceLine],
    [t('basis'), briefing.basisLine],
    [t('asOf'), vintage.asOf === null ? t('everything') : formatDay(vintage.asOf)],
    [t('newest'), vintage.knownOn === null ? '' : formatDay(vintage.knownOn)],
    [t('fingerprint'), vintage.fingerprint],
  ];
  return {
    name: names[0]!,
    frozen: 0,
    widest: 90,
    rows: [
      [titleCell(briefing.title)],
      [noteCell(briefing.subtitle)],
      ...(briefing.demonstration === '' ? [] : [[headCell(briefing.demonstration)]]),
      [],
      ...pairs.filter(([, text]) => text !== '').map(([name, text]) => [headCell(name), textCell(text)]),
      [],
      [headCell(t('contents'))],
      ...names.slice(1).map((name): BookEntry[] => [textCell(name)]),
    ],
  };
}

/** Units of what is no indicator's figure. */
const COUNTED = defineText({
  level: { zh: '等级', en: 'level' },
  periods: { zh: '期', en: 'periods' },
  share: { zh: '比例', en: 'share' },
  hours: { zh: '小时', en: 'hours' },
  workingDays: { zh: '个工作日', en: 'working days' },
  '%': { zh: '百分比', en: 'per cent' },
});

function unitSaid(unit: string, lang: Lang): string {
  const counted = Object.entries(COUNTED).find(([id]) => id === unit);
  return (counted ? counted[1] : unitName(unit))[lang];
}

/** A row for each figure in a sentence; a sentence without one has a row of its own. */
function sentencesSheet({ pages, lang }: Briefing, name: string): BookSheet {
  const columns = [
    'heading',
    'sentence',
    'said',
    'value',
    'unit',
    'period',
    'region',
    'knownOn',
    'key',
    'byHand',
  ] as const;
  const rows = pages.flatMap((page) =>
    page.sentences.flatMap((sentence): BookEntry[][] => {
      const own = [textCell(page.heading), textCell(sentence.text)];
      const hand = textCell(sentence.byHand ? OUT_TEXT.yes[lang] : '');
      if (sentence.figures.length === 0) return [[...own, ...Array.from({ length: 7 }, () => textCell('')), hand]];
      return sentence.figures.map((f) => [
        ...own,
        textCell(f.said),
        figureCell(f.value, f.said),
        ...[unitSaid(f.unit, lang), f.period, f.regionCode, f.knownOn ?? '', f.key].map(textCell),
        hand,
      ]);
    }),
  );
  return { name, frozen: 1, rows: [columns.map((column) => headCell(OUT_TEXT[column][lang])), ...rows] };
}

function exhibitSheet(
  { title, subtitle, source, table }: Exhibit,
  { demonstration, lang }: Briefing,
  name: string,
): BookSheet {
  const above = [[titleCell(title)], [noteCell(subtitle)], [noteCell(source)], [noteCell(demonstration)]];
  return {
    name,
    frozen: above.length + HEAD_ROWS,
    rows: [
      ...above,
      table.columns.map((column) => headCell(column.name)),
      table.columns.map(({ unit }, i) => headCell(unit === '' && i === 0 ? say(OUT_TEXT.unit, lang) : unit)),
      ...table.rows.map((row) => row.map(({ value, text }) => figureCell(value, text))),
    ],
  };
}
