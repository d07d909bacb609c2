import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { defaultCatalogue, defaultRegionTree } from '../../../src/base/catalogue';
import { type MadeTable, type Random, rowsOf } from '../tables/make-table';
import { textOf } from '../tables/write-text';

export interface Written {
  readonly bytes: Uint8Array;
  readonly name: string;
  /** Issues of the table that this form cannot have, and others that it adds. */
  readonly without: readonly string[];
  readonly more?: readonly string[];
}

/** One figure of a panel, in the unit of its indicator. */
interface Figure {
  readonly region: string;
  readonly indicator: string;
  readonly period: string;
  readonly value: number;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const json = (value: unknown): Uint8Array => utf8(JSON.stringify(value));
const tree = defaultRegionTree();
const catalogue = defaultCatalogue();
const nameOf = (code: string): string => tree.regions[tree.indexOf.get(code)!]!.name.zh;
const titleOf = (id: string): string => catalogue.byId.get(id)!.name.zh;
const unitOf = (id: string): string => catalogue.byId.get(id)!.unit;

/** A made table as a grid with merged cells: its title over the width, its head over what it spans. */
interface Grid {
  readonly rows: string[][];
  readonly merges: { startRow: number; startCol: number; endRow: number; endCol: number }[];
  /** Cells that stand for a month as a day count. */
  readonly isSerial: (row: number, column: number) => boolean;
}

function gridOf(made: MadeTable): Grid {
  const rows = rowsOf(made);
  const merges: Grid['merges'] = [];
  const top = made.above.length;
  made.above.forEach((row, r) => {
    if (row[0] !== '' && row.length > 1 && row.slice(1).every((c) => c === ''))
      merges.push({ startRow: r, startCol: 0, endRow: r, endCol: row.length - 1 });
  });
  const levels = made.head.filter((row) => made.labels === 0 || row[0] !== '甲');
  levels.slice(0, -1).forEach((row, r) => {
    for (let c = made.labels; c < row.length; c++) {
      let end = c;
      while (row[c] !== '' && row[end + 1] === '' && levels.at(-1)![end + 1] !== '') end++;
      if (end > c) merges.push({ startRow: top + r, startCol: c, endRow: top + r, endCol: end });
      c = end;
    }
  });
  for (let c = 0; c < made.labels; c++) {
    if (levels.length > 1 && levels.slice(1).every((row) => row[c] === '') && levels[0]![c] !== '')
      merges.push({ startRow: top, startCol: c, endRow: top + levels.length - 1, endCol: c });
  }
  const serials = made.issues.has('excel_serial_date');
  const heads = new Set(made.head.map((row) => row.join('|')));
  const isSerial = (r: number, c: number): boolean =>
    serials && /^[34]\d{4}$/.test(rows[r]![c]!) && (heads.has(rows[r]!.join('|')) || (r >= top && c < made.labels));
  return { rows, merges, isSerial };
}

/** A workbook in which numbers are numbers and, now and then, months are dates. */
async function book(made: MadeTable, random: Random, form: 'xlsx' | 'ods'): Promise<Written> {
  const { rows, merges, isSerial } = gridOf(made);
  const dates = random() < 0.5;
  const numbers = random() < 0.8;
  const cells = new Map<string, object>();
  const values = rows.map((row, r) =>
    row.map((text, c) => {
      if (text === '') return null;
      if (isSerial(r, c)) {
        if (!dates) return Number(text);
        const date = new Date((Number(text) - 25_569) * 86_400_000);
        cells.set(`${r},${c}`, { value: date, style: { numFmt: 'yyyy"年"m"月"' } });
        return date;
      }
      return numbers && /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) ? Number(text) : text;
    }),
  );
  const sheet = { name: '表1', rows: values, cells, ...(random() < 0.7 && { merges }) };
  const notes = { name: '说明', rows: [['本表由各盟市上报']] };
  const withNotes = random() < 0.3;
  const sheets = withNotes ? [notes, sheet] : [sheet];
  const bytes = await (form === 'xlsx' ? writeXlsx({ sheets }) : writeOds({ sheets }));
  const without = ['trailing_columns', ...(dates ? ['excel_serial_date'] : [])];
  return { bytes, name: `table.${form}`, without, more: withNotes ? ['not_understood'] : [] };
}

function html(made: MadeTable): Written {
  const { rows, merges } = gridOf(made);
  const escaped = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('　', '&emsp;');
  const cell = (r: number, c: number): string => {
    if (
      merges.some(
        (m) =>
          r >= m.startRow && r <= m.endRow && c >= m.startCol && c <= m.endCol && (r > m.startRow || c > m.startCol),
      )
    )
      return '';
    const span = merges.find((m) => m.startRow === r && m.startCol === c);
    const spans = span ? ` rowspan=${span.endRow - r + 1} colspan="${span.endCol - c + 1}"` : '';
    return `<td${spans}>${escaped(rows[r]![c]!)}</td>`;
  };
  const body = rows.map((row, r) => `<tr>${row.map((_, c) => cell(r, c)).join('')}</tr>`).join('\n');
  const page = `<html><head><meta charset="utf-8"></head><body><table border=1>\n${body}\n</table></body></html>`;
  return { bytes: utf8(page), name: 'table.xls', without: [] };
}

const figuresOf = (made: MadeTable): Figure[] =>
  [...made.expected].sort().map(([key, value]) => {
    const [region, indicator, period] = key.split('|') as [string, string, string];
    return { region, indicator, period, value };
  });

/** The figures alone, by the writer that is given. */
const panel =
  (name: string, write: (figures: readonly Figure[], random: Random) => Uint8Array) =>
  (made: MadeTable, random: Random): Written => ({
    bytes: write(figuresOf(made), random),
    name,
    without: [...made.issues],
  });

const jsonRows = panel('rows.json', (figures, random) => {
  const names =
    random() < 0.5 ? ['地区', '指标', '月份', '数值', '单位'] : ['region', 'indicator', 'period', 'value', 'unit'];
  const asText = random() < 0.3;
  const rows = figures.map(({ region, indicator, period, value }) => {
    const cells = [nameOf(region), titleOf(indicator), period, asText ? String(value) : value, unitOf(indicator)];
    return Object.fromEntries(names.map((n, k) => [n, cells[k]]));
  });
  return json(random() < 0.5 ? rows : { total: rows.length, data: rows });
});

const distinct = (list: readonly string[]): string[] => [...new Set(list)].sort();

/** Every combination of the places of a panel, with what stands there. */
function cube(figures: readonly Figure[]) {
  const regions = distinct(figures.map((f) => f.region));
  const indicators = distinct(figures.map((f) => f.indicator));
  const periods = distinct(figures.map((f) => f.period));
  const at = new Map(figures.map((f) => [`${f.region}|${f.indicator}|${f.period}`, f.value]));
  return { regions, indicators, periods, at };
}

const jsonStatCube = panel('stat.json', (figures, random) => {
  const { regions, indicators, periods, at } = cube(figures);
  const values = regions.flatMap((r) =>
    indicators.flatMap((i) => periods.map((p) => at.get(`${r}|${i}|${p}`) ?? null)),
  );
  const held = values.flatMap((v, k) => (v === null ? [] : [[String(k), v] as const]));
  const index = (codes: readonly string[]): unknown =>
    random() < 0.5 ? codes : Object.fromEntries(codes.map((c, k) => [c, k]));
  const labels = (codes: readonly string[], word: (c: string) => string): object =>
    Object.fromEntries(codes.map((c) => [c, word(c)]));
  const units = Object.fromEntries(indicators.map((i) => [i, { base: unitOf(i) }]));
  return json({
    version: '2.0',
    class: 'dataset',
    label: '就业',
    id: ['geo', 'indicator', 'time'],
    size: [regions.length, indicators.length, periods.length],
    role: { time: ['time'], geo: ['geo'], metric: ['indicator'] },
    dimension: {
      geo: { category: { index: index(regions), label: labels(regions, nameOf) } },
      indicator: { category: { index: index(indicators), label: labels(indicators, titleOf), unit: units } },
      time: { category: { index: index(periods) } },
    },
    value: random() < 0.5 ? values : Object.fromEntries(held),
    ...(random() < 0.3 && { status: Object.fromEntries(held.slice(0, 2).map(([k]) => [k, 'p'])) }),
  });
});

/** A cube has a place for every combination: what the panel lacks is missing there. */
function jsonStat(made: MadeTable, random: Random): Written {
  const { regions, indicators, periods, at } = cube(figuresOf(made));
  const holes = at.size < regions.length * indicators.length * periods.length;
  return { ...jsonStatCube(made, random), more: holes ? ['missing_value'] : [] };
}

const sdmx = panel('sdmx.csv', (figures, random) => {
  const both = random() < 0.5;
  const header = [
    'STRUCTURE',
    'STRUCTURE_ID',
    ...(random() < 0.5 ? ['ACTION'] : []),
    both ? 'REF_AREA: Reference area' : 'REF_AREA',
    both ? 'INDICATOR: 指标' : 'INDICATOR',
    both ? 'TIME_PERIOD: Time' : 'TIME_PERIOD',
    both ? 'OBS_VALUE: Observation' : 'OBS_VALUE',
    both ? 'UNIT_MEASURE: Unit' : 'UNIT_MEASURE',
  ];
  const labelled = (code: string, label: string): string => (both ? `${code}: ${label}` : code);
  const rows = figures.map(({ region, indicator, period, value }) => [
    'dataflow',
    both ? 'NM:EMP(1.0): 就业' : 'NM:EMP(1.0)',
    ...(header.includes('ACTION') ? ['I'] : []),
    labelled(region, nameOf(region)),
    labelled(indicator, titleOf(indicator)),
    period,
    String(value),
    labelled(unitOf(indicator), unitOf(indicator)),
  ]);
  return utf8(textOf([header, ...rows], random() < 0.8 ? ',' : ';', '\r\n'));
});

/** One indicator alone, as an answer of a feed. */
function feed(made: MadeTable): Written {
  const all = figuresOf(made);
  const { indicator = 'openings' } = all[0] ?? {};
  const { regions, periods, at } = cube(all.filter((f) => f.indicator === indicator));
  const [first = '2018-01', last = first] = [periods[0], periods.at(-1)];
  const months = monthsBetween(first, last);
  const answer = {
    contract: 'fengsui-feed/1',
    indicator,
    frequency: 'month',
    unit: unitOf(indicator),
    source: '就业月报',
    first,
    count: months.length,
    published: months.map((m) => `${m}-28`),
    series: regions.map((region) => ({
      region,
      values: months.map((m) => at.get(`${region}|${indicator}|${m}`) ?? null),
    })),
  };
  return { bytes: json(answer), name: 'feed.json', without: [...made.issues] };
}

function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  let [year, month] = first.split('-').map(Number) as [number, number];
  for (;;) {
    const text = `${year}-${String(month).padStart(2, '0')}`;
    months.push(text);
    if (text >= last) return months;
    if (++month > 12) [year, month] = [year + 1, 1];
  }
}

const canonical = panel('canonical.csv', (figures) =>
  utf8(
    textOf(
      [
        ['region_code', 'region_name', 'indicator', 'period', 'value', 'unit'],
        ...figures.map((f) => [
          f.region,
          nameOf(f.region),
          f.indicator,
          f.period,
          String(f.value),
          unitOf(f.indicator),
        ]),
      ],
      ',',
      '\n',
    ),
  ),
);

/** Every form that a panel can be written in here. A feed's answer holds the first indicator alone. */
export const FORMS: Readonly<Record<string, (made: MadeTable, random: Random) => Written | Promise<Written>>> = {
  xlsx: (made, random) => book(made, random, 'xlsx'),
  ods: (made, random) => book(made, random, 'ods'),
  html,
  'json-rows': jsonRows,
  'json-stat': jsonStat,
  'sdmx-csv': sdmx,
  'json-feed': feed,
  csv: canonical,
};
