import { formatPeriod } from '../../base/period';
import { defineText, type Lang, say } from '../../base/text';
import { unitShort } from '../../base/units';
import { cellOf, type FigureColumn, type FigureTable, rowWords } from './figure-table';
import { treatmentWords } from './treatment';

const TEXT = defineText({
  title: { zh: '烽燧 指标数据', en: 'Fengsui: indicator figures' },
  indicator: { zh: '指标', en: 'Indicator' },
  region: { zh: '地区', en: 'Region' },
  code: { zh: '区划代码', en: 'Region code' },
  unit: { zh: '单位', en: 'Unit' },
  treatment: { zh: '口径', en: 'Treatment' },
  definition: { zh: '定义', en: 'Definition' },
  publisher: { zh: '发布单位', en: 'Publisher' },
  period: { zh: '时期', en: 'Period' },
  status: { zh: '数据状态', en: 'Status' },
});

export interface FileWords {
  /** Source line, with the demonstration mark where it belongs. */
  readonly source: string;
  /** Words for the base of an index, per column. */
  readonly baseOf: (column: FigureColumn) => string;
}

type Cell = string | number | null;

/**
 * The figures as CSV (RFC 4180, without byte order mark: the download adds it). Above the figures stand title and
 * source, then for every series indicator, region, unit, treatment, definition; beside every figure its status in
 * words. Figures are numbers as computed, periods the canonical spelling.
 */
export function figuresCsv(table: FigureTable, words: FileWords, lang: Lang): string {
  const lines: Cell[][] = [[TEXT.title[lang]], [words.source], []];
  const head = (label: string, of: (c: FigureColumn) => string): Cell[] => [
    label,
    ...table.columns.flatMap((c) => [of(c), '']),
  ];
  lines.push(
    head(TEXT.indicator[lang], (c) => c.figures.indicator.name[lang]),
    head(TEXT.region[lang], (c) => c.line.region.name[lang]),
    head(TEXT.code[lang], (c) => c.line.region.code),
    head(TEXT.unit[lang], (c) => unitShort(c.figures.measure.unit)[lang]),
    head(TEXT.treatment[lang], (c) => treatmentLine(c, words, lang)),
    head(TEXT.definition[lang], (c) => c.figures.indicator.definition[lang]),
    head(TEXT.publisher[lang], (c) => c.figures.indicator.source[lang]),
    [TEXT.period[lang], ...table.columns.flatMap((c) => [c.line.region.name[lang], TEXT.status[lang]])],
  );
  for (const row of table.rows) {
    const cells = table.columns.flatMap((c): Cell[] => {
      const { value, mark } = cellOf(c, row, lang);
      return [value === null ? null : exact(value), mark];
    });
    lines.push([formatPeriod(row.span.frequency, row.period, row.span.weekEndsOn), ...cells]);
  }
  return lines.map((line) => `${line.map(csvCell).join(',')}\r\n`).join('');
}

function treatmentLine(column: FigureColumn, words: FileWords, lang: Lang): string {
  const { indicator, treatment } = column.figures;
  return treatmentWords(indicator, treatment)
    .map((t) => say(t, lang, { base: words.baseOf(column) }))
    .join(lang === 'zh' ? '；' : '; ');
}

/** The table as shown, for pasting into a sheet or a document: tabs between cells, marks in brackets. */
export function figuresTsv(table: FigureTable, lang: Lang): string {
  const oneIndicator = new Set(table.columns.map((c) => c.figures.indicator.id)).size === 1;
  const nameOf = (c: FigureColumn): string =>
    oneIndicator ? c.line.region.name[lang] : `${c.figures.indicator.short[lang]} ${c.line.region.name[lang]}`;
  const lines: string[][] = [
    [TEXT.period[lang], ...table.columns.map((c) => `${nameOf(c)} (${unitShort(c.figures.measure.unit)[lang]})`)],
  ];
  for (const row of table.rows) {
    const cells = table.columns.map((c) => {
      const { words, mark } = cellOf(c, row, lang);
      return mark === '' ? words : `${words} (${mark})`;
    });
    lines.push([rowWords(row, lang), ...cells]);
  }
  return lines.map((line) => line.map(tsvCell).join('\t')).join('\n');
}

/** Twelve figures: what the difference of two decimals adds behind them is noise of the machine. */
function exact(value: number): number {
  return Number(value.toPrecision(12));
}

/** Numbers go as numbers; a text that a spreadsheet would take for a formula gets an apostrophe before it. */
function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = neutral(cell);
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** A true minus never begins a formula; figures as shown stay as they are. */
const tsvCell = (cell: string): string => neutral(cell.replace(/[\t\r\n]+/g, ' '), /^[=@]|^[+-](?![\d.])/);

function neutral(text: string, risky = /^[=+\-@\t\r]/): string {
  return risky.test(text) ? `'${text}` : text;
}
