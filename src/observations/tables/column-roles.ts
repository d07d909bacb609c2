import { bareKindOf, shapeOf } from './cell-words';
import type { SampleRow } from './find-head';
import type { HeadColumn } from './head-columns';
import { findRegion, type Label, type LabelReader, type Vocabulary } from './label';
import type { ColumnRole, Mapping } from './mapping';

/** What the cells of a column look like, over the first rows below the head. */
interface Content {
  readonly filled: number;
  readonly figures: number;
  readonly bareMonths: number;
  readonly bareYears: number;
  readonly periods: number;
  readonly regions: number;
  readonly codes: number;
  readonly indicators: number;
  readonly units: number;
  readonly distinct: number;
  readonly consecutive: boolean;
}

export interface RoledColumn extends HeadColumn {
  readonly role: ColumnRole;
  readonly confidence: number;
}

/** The roles of all columns: by correction, by the names in the head, by what stands below. */
export function columnRoles(
  columns: readonly HeadColumn[],
  body: readonly SampleRow[],
  vocabulary: Vocabulary,
  read: LabelReader,
  mapping: Mapping | null,
): RoledColumn[] {
  const contents = columns.map(({ column }) => contentOf(column, body, vocabulary, read));
  const first = columns.map((column, k): RoledColumn => {
    const given = mapping && roleByHand(column, mapping);
    if (given) return { ...column, role: given, confidence: 1 };
    return { ...column, ...(named(column, contents[k]!) ?? guessed(column, contents[k]!, vocabulary)) };
  });
  return settle(first, contents, mapping);
}

/** Key of a column in `Mapping.columns`. */
export const columnKey = ({ header, column }: Pick<HeadColumn, 'header' | 'column'>): string =>
  header === '' ? `#${column + 1}` : header;

function roleByHand(column: HeadColumn, { columns }: Mapping): ColumnRole | undefined {
  const key = columnKey(column);
  return Object.hasOwn(columns, key) ? columns[key] : undefined;
}

function contentOf(column: number, body: readonly SampleRow[], vocabulary: Vocabulary, read: LabelReader): Content {
  const count = { filled: 0, figures: 0, bareMonths: 0, bareYears: 0, periods: 0, regions: 0, codes: 0 };
  let indicators = 0;
  let units = 0;
  let consecutive = true;
  let before: number | null = null;
  const seen = new Map<string, { label: Label; code: boolean; indicator: boolean; region: boolean }>();
  for (const { cells } of body) {
    const text = cells[column] ?? '';
    if (text === '') continue;
    count.filled++;
    const shape = shapeOf(text);
    if (shape === 'number' || shape === 'bare' || shape === 'missing') count.figures++;
    const bare = shape === 'bare' ? bareKindOf(text) : null;
    if (bare === 'month') count.bareMonths++;
    else if (bare !== null) count.bareYears++;
    if (shape === 'period') count.periods++;
    const n = Number(text);
    if (!Number.isInteger(n) || (before !== null && n !== before + 1)) consecutive = false;
    before = n;
    let known = seen.get(text);
    if (!known) {
      const found = findRegion(vocabulary.regions, text);
      const label = read(text);
      known = {
        label,
        code: /^\d{4,12}$/.test(text) && found.kind === 'region',
        // 0.1501 is a figure, although its digits are a code's.
        region:
          shape !== 'number' && (found.kind === 'region' || found.kind === 'subtotal' || found.kind === 'ambiguous'),
        indicator: label.words !== '' && vocabulary.indicators.find(label.words, {}).id !== null,
      };
      seen.set(text, known);
    }
    if (known.code) count.codes++;
    else if (known.region) count.regions++;
    if (known.indicator) indicators++;
    if (known.label.unit !== null && known.label.words === '') units++;
  }
  return { ...count, indicators, units, distinct: seen.size, consecutive: consecutive && count.filled > 0 };
}

type Roled = { readonly role: ColumnRole; readonly confidence: number };
const most = (part: number, { filled }: Content): boolean => filled > 0 && part >= filled * 0.6;

/** The role that a name in the head says, as far as what stands below bears it out. */
function named(column: HeadColumn, content: Content): Roled | null {
  const { role } = column;
  if (role === null) return null;
  const sure = { role, confidence: 1 };
  switch (role) {
    case 'region_code':
      return most(content.regions, content) ? { role: 'region_name', confidence: 0.9 } : sure;
    case 'region_name':
    case 'parent_name':
    case 'unit':
    case 'indicator':
      return content.filled === 0 ? sure : byContent(content, role);
    case 'period':
    case 'year':
    case 'month':
      if (most(content.regions, content)) return { role: 'region_name', confidence: 0.8 };
      return most(content.bareMonths, content) ? { role: 'month', confidence: 0.9 } : sure;
    case 'index':
      return most(content.regions, content) ? { role: 'region_name', confidence: 0.8 } : sure;
    default:
      return sure;
  }
}

/** A column of words: what its cells are goes before what it is called, when they are plainly something else. */
function byContent(content: Content, role: ColumnRole): Roled {
  if (most(content.codes, content)) return { role: 'region_code', confidence: 0.9 };
  if (most(content.regions, content)) return { role: role === 'parent_name' ? role : 'region_name', confidence: 1 };
  if (most(content.units, content) && role === 'unit') return { role, confidence: 1 };
  if (most(content.periods, content)) return { role: 'period', confidence: 0.9 };
  if (most(content.indicators, content)) return { role: 'indicator', confidence: 0.95 };
  return { role, confidence: 0.7 };
}

/** A column whose head is no known name. */
function guessed(column: HeadColumn, content: Content, { indicators }: Vocabulary): Roled {
  const { filled, figures, distinct } = content;
  const says = column.period !== null || column.yearless !== '' || column.region !== null || column.subtotal;
  if (filled === 0) {
    return says || column.words !== '' ? { role: 'measure', confidence: 0.7 } : { role: 'ignore', confidence: 1 };
  }
  // 原煤产量 of 1502 is a figure, although 1502 is the code of a league.
  const measures =
    says || column.unit !== null || (column.words !== '' && indicators.find(column.words, {}).id !== null);
  if (measures && most(figures, content)) return { role: 'measure', confidence: 0.9 };
  if (!says && most(content.codes, content) && distinct > 1) return { role: 'region_code', confidence: 0.8 };
  if (most(content.regions, content)) return { role: 'region_name', confidence: 0.9 };
  if (most(content.periods, content)) return { role: 'period', confidence: 0.9 };
  if (most(content.indicators, content)) return { role: 'indicator', confidence: 0.9 };
  if (most(content.units, content) && !most(figures, content)) return { role: 'unit', confidence: 0.8 };
  if (figures * 2 >= filled) {
    if (says || column.words !== '') return { role: 'measure', confidence: 0.9 };
    if (content.consecutive && column.column === 0 && filled > 1) return { role: 'index', confidence: 0.8 };
    if (most(content.bareYears, content) && column.column < 3) return { role: 'period', confidence: 0.6 };
    return { role: 'value', confidence: 0.7 };
  }
  if (column.column === 0 && column.header === '') return { role: 'region_name', confidence: 0.4 };
  return says ? { role: 'measure', confidence: 0.4 } : { role: 'ignore', confidence: 0.6 };
}

/** Roles that columns have only beside each other: year and month, parent and child, one code for one region. */
function settle(columns: readonly RoledColumn[], contents: readonly Content[], mapping: Mapping | null): RoledColumn[] {
  const out = [...columns];
  const byHand = (k: number): boolean => mapping !== null && roleByHand(out[k]!, mapping) !== undefined;
  const at = (role: ColumnRole): number[] => out.flatMap((c, k) => (c.role === role ? [k] : []));
  const turn = (k: number, role: ColumnRole): void => {
    if (!byHand(k)) out[k] = { ...out[k]!, role };
  };
  // Months without a year column beside them take their year from elsewhere.
  if (at('month').length > 0 && at('year').length === 0) {
    const years = at('period').filter(
      (k) => most(contents[k]!.bareYears, contents[k]!) || most(contents[k]!.periods, contents[k]!),
    );
    if (years.length === 1) turn(years[0]!, 'year');
  }
  if (at('month').length === 0) {
    if (at('period').length === 0) for (const k of at('year')) turn(k, 'period');
    else if (at('year').length > 0) for (const k of at('period')) turn(k, 'month');
  }
  const [one, two] = at('region_name');
  if (one !== undefined && two !== undefined && at('parent_name').length === 0) {
    const parent = contents[one]!.distinct <= contents[two]!.distinct ? one : two;
    turn(parent, 'parent_name');
  }
  for (const role of [
    'region_code',
    'region_name',
    'parent_name',
    'indicator',
    'period',
    'year',
    'month',
    'value',
  ] as const) {
    // Figures without a name of their own beside a column of values are no second column of values.
    for (const k of at(role).slice(1)) turn(k, role === 'value' && out[k]!.words !== '' ? 'measure' : 'ignore');
  }
  return out;
}
