import { type Cell, cellText, type Sheet } from '../tables/sheet';
import type { FileForm } from './opened-file';
import { rowSheet } from './row-sheet';
import { type DimensionKind, kindOf } from './statistical-codes';
import { type StatisticalColumn, statisticalTable } from './statistical-sheet';

export interface JsonTables {
  readonly form: FileForm;
  readonly sheets: readonly Sheet[];
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Tables of a JSON: JSON-stat 2.0 (a dataset or a collection of them), or an array of objects; null for any other. */
export function jsonTables(json: unknown): JsonTables | null {
  const datasets = jsonStatDatasets(json);
  if (datasets.length > 0) {
    const sheets = datasets.map(jsonStatSheet);
    return sheets.every((s) => s !== null) ? { form: 'json-stat', sheets } : null;
  }
  const rows = rowsOf(json);
  const sheet = rows && objectSheet(rows);
  return sheet && { form: 'json-rows', sheets: [sheet] };
}

/** So many different names are no columns. */
const MOST_NAMES = 4096;

/** An array of objects, bare or as the one array in an object (`{"data": […]}`). */
function rowsOf(json: unknown): readonly Fields[] | null {
  const lists = Array.isArray(json) ? [json] : isFields(json) ? Object.values(json).filter(Array.isArray) : [];
  const [list] = lists;
  if (lists.length !== 1 || list!.length === 0 || !list!.every(isFields)) return null;
  return list as readonly Fields[];
}

function objectSheet(rows: readonly Fields[]): Sheet | null {
  const names: string[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    for (const name of Object.keys(row)) if (!seen.has(name)) names.push(...(seen.add(name), [name]));
  }
  // Every row with names of its own: no table, and a square of its size.
  if (names.length > MOST_NAMES) return null;
  return rowSheet('', [
    names,
    ...rows.map((row) => names.map((name) => (Object.hasOwn(row, name) ? cellOf(row[name]) : ''))),
  ]);
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return { text: String(value), number: value, percent: false };
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function jsonStatDatasets(json: unknown): readonly Fields[] {
  if (!isFields(json)) return [];
  if (json['class'] === 'dataset') return [json];
  const items = isFields(json['link']) ? json['link']['item'] : undefined;
  if (json['class'] !== 'collection' || !Array.isArray(items)) return [];
  return items.filter((item): item is Fields => isFields(item) && item['class'] === 'dataset' && 'value' in item);
}

interface Dimension {
  readonly id: string;
  readonly label: string;
  readonly codes: readonly string[];
  readonly labels: readonly string[];
  /** Unit by category code, of a metric dimension. */
  readonly units: ReadonlyMap<string, string>;
}

/** More cells than any table that a page can take. */
const MOST_CELLS = 5_000_000;

/**
 * A JSON-stat 2.0 dataset (json-stat.org/full) as a long table in our columns. Null when its parts do not fit.
 */
function jsonStatSheet(dataset: Fields): Sheet | null {
  const { id, size, dimension, value } = dataset;
  if (!Array.isArray(id) || !Array.isArray(size) || id.length !== size.length || !isFields(dimension)) return null;
  const dimensions: Dimension[] = [];
  for (const [k, name] of id.entries()) {
    const found = dimensionOf(String(name), dimension[String(name)], size[k]);
    if (!found) return null;
    dimensions.push(found);
  }
  const total = dimensions.reduce((n, d) => n * d.codes.length, 1);
  if (total === 0 || total > MOST_CELLS) return null;
  const at = valueAt(value);
  if (!at) return null;
  const statusAt = valueAt(dataset['status']) ?? (() => undefined);
  const role = isFields(dataset['role']) ? dataset['role'] : {};
  const title = typeof dataset['label'] === 'string' ? dataset['label'] : '';
  const columns: StatisticalColumn[] = dimensions.map((d) => ({ id: d.id, kind: kindIn(d, role) }));
  // A metric dimension brings the unit of each of its categories.
  const withUnits = dimensions.some((d) => d.units.size > 0) && columns.every((c) => c.kind !== 'unit');
  const table = statisticalTable(
    [...columns, { id: 'unit', kind: withUnits ? 'unit' : 'skip' }, { id: 'status', kind: 'status' }],
    title,
  );
  const rows: (readonly Cell[])[] = [table.head];
  const index = dimensions.map(() => 0);
  for (let n = 0; n < total; n++) {
    const unit = dimensions.map((d, k) => d.units.get(d.codes[index[k]!]!)).find((u) => u !== undefined) ?? '';
    const cells = dimensions.map((d, k) => ({ code: d.codes[index[k]!]!, label: d.labels[index[k]!]! }));
    const status = { code: cellText(cellOf(statusAt(n))).trim(), label: '' };
    rows.push(table.row([...cells, { code: unit, label: '' }, status], cellOf(at(n))));
    for (let k = index.length - 1; k >= 0 && ++index[k]! === dimensions[k]!.codes.length; k--) index[k] = 0;
  }
  return rowSheet(title, rows);
}

/** What a dimension is: by its role where the data set gives one, else by its id. */
function kindIn({ id }: Dimension, role: Fields): DimensionKind {
  const has = (name: string): boolean => Array.isArray(role[name]) && (role[name] as unknown[]).includes(id);
  const kind = has('time') ? 'time' : has('geo') ? 'region' : has('metric') ? 'indicator' : kindOf(id);
  // The figures stand apart from the dimensions.
  return kind === 'value' || kind === 'status' || kind === 'power' ? 'breakdown' : kind;
}

function dimensionOf(id: string, dimension: unknown, size: unknown): Dimension | null {
  if (!isFields(dimension) || !isFields(dimension['category'])) return null;
  const { index, label, unit } = dimension['category'];
  const labelOf = isFields(label) ? label : {};
  let codes: string[];
  if (Array.isArray(index)) codes = index.map(String);
  else if (isFields(index)) {
    codes = Object.entries(index)
      .toSorted(([, a], [, b]) => Number(a) - Number(b))
      .map(([code]) => code);
  } else codes = Object.keys(labelOf);
  if (codes.length !== size) return null;
  const units = new Map<string, string>();
  if (isFields(unit)) {
    for (const [code, u] of Object.entries(unit)) {
      const word = isFields(u) ? (u['label'] ?? u['base']) : undefined;
      if (typeof word === 'string') units.set(code, word);
    }
  }
  const labels = codes.map((code) => (typeof labelOf[code] === 'string' ? labelOf[code] : code));
  return { id, label: typeof dimension['label'] === 'string' ? dimension['label'] : '', codes, labels, units };
}

/** Values stand in an array or, where most are missing, in an object by their place. */
function valueAt(value: unknown): ((n: number) => unknown) | null {
  if (Array.isArray(value)) return (n) => value[n];
  return isFields(value) ? (n) => value[String(n)] : null;
}
