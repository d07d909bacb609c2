import type { RegionTree } from '../../base/regions';
import { columnRoles, type RoledColumn } from './column-roles';
import { tableContext } from './context';
import { findHead, type SampleRow } from './find-head';
import { headColumns, withYears } from './head-columns';
import { findRegion, type LabelReader, type Vocabulary } from './label';
import type { Mapping } from './mapping';
import { LABEL_ROLES, type LabelPlaces, type Scope, type TablePlan } from './plan';
import type { Sheet } from './sheet';
import { layoutSignature } from './signature';

export interface PlanInput {
  readonly sheet: Pick<Sheet, 'name' | 'merges' | 'date1904'>;
  /** The file has other worksheets beside it. */
  readonly manySheets: boolean;
  readonly fileName: string;
  readonly tree: RegionTree | null;
  readonly vocabulary: Vocabulary;
  readonly read: LabelReader;
  readonly mappings: readonly Mapping[];
}

/**
 * How a table is laid out: head, roles of its columns, what holds for all of it. Null when no column of figures can be
 * made out. Works on the first rows; the rest is taken to be alike.
 */
export function makePlan(sample: readonly SampleRow[], input: PlanInput): TablePlan | null {
  const { sheet, manySheets, fileName, tree, vocabulary, read, mappings } = input;
  const head = findHead(sample, read);
  const body = sample.slice(head.body).filter((r) => r.cells.filter((c) => c !== '').length > 1);
  const inUse = [...head.rows, ...body];
  const width = Math.max(0, ...inUse.map((r) => lastFilled(r.cells) + 1));
  const longest = Math.max(0, ...inUse.map((r) => r.cells.length));
  const heads = headColumns(head, width, sheet.merges, sheet.date1904, read);
  const signature = layoutSignature(head, heads.columns, sheet.name, read);
  const mapping = mappings.find((m) => m.signature === signature) ?? null;
  const context = tableContext(head, sample, sheet.name, manySheets, fileName, vocabulary, read, mapping);
  const dated = withYears(heads.columns, context.year);
  const columns = columnRoles(dated, body, vocabulary, read, mapping);
  const measures = columns.filter((c) => c.role === 'measure' || c.role === 'value');
  if (measures.length === 0 || body.length === 0) return null;
  const at = Object.fromEntries(
    LABEL_ROLES.map((role) => [role, columns.findIndex((c) => c.role === role)]),
  ) as LabelPlaces;
  const withRegion = measures.filter((m) => m.region !== null || m.subtotal).length;
  return {
    sheetName: sheet.name,
    placeName: manySheets ? sheet.name : '',
    head,
    heads,
    columns,
    at,
    measures,
    context,
    scope: scopeOf(columns, body, at, context.region?.code ?? null, tree, vocabulary),
    fillDown: fillDownOf(columns, body, at, sheet, head.rows.at(-1)?.line ?? 0),
    regionsAcross: withRegion * 2 > measures.length,
    mapping,
    signature,
    trailing: longest - width,
    width,
    date1904: sheet.date1904,
  };
}

const lastFilled = (cells: readonly string[]): number => {
  let last = cells.length - 1;
  while (last >= 0 && cells[last] === '') last--;
  return last;
};

/** The finest level of region in the table: there, a rate without further words is another one than in the province. */
function scopeOf(
  columns: readonly RoledColumn[],
  body: readonly SampleRow[],
  at: LabelPlaces,
  constant: string | null,
  tree: RegionTree | null,
  { regions }: Vocabulary,
): Scope {
  const codes = new Set<string>();
  if (constant !== null) codes.add(constant);
  for (const { region } of columns) if (region) codes.add(region.code);
  const labels = [at.region_code, at.region_name].filter((c) => c >= 0);
  for (const text of new Set(body.flatMap(({ cells }) => labels.map((c) => cells[c] ?? '')))) {
    const found = text === '' ? null : findRegion(regions, text);
    if (found?.kind === 'region') codes.add(found.code);
    if (found?.kind === 'ambiguous') for (const code of found.candidates) codes.add(code);
  }
  const depths = [...codes].map((code) => (code === 'CN' ? -1 : (tree?.depth[tree.indexOf.get(code) ?? -1] ?? 1)));
  const deepest = Math.max(-2, ...depths);
  return deepest === -1 ? 'country' : deepest === 0 ? 'province' : 'below';
}

/** Label columns with more gaps than names: a name stands once, for all rows down to the next. */
function fillDownOf(
  columns: readonly RoledColumn[],
  body: readonly SampleRow[],
  at: LabelPlaces,
  sheet: Pick<Sheet, 'merges'>,
  headLine: number,
): ReadonlySet<number> {
  const filled = new Set<number>();
  const roles = ['region_code', 'region_name', 'parent_name', 'indicator', 'period', 'year'] as const;
  for (const role of roles) {
    const c = at[role];
    if (c < 0) continue;
    const merged = sheet.merges.some((m) => m.fromColumn === c && m.fromLine > headLine && m.toLine > m.fromLine);
    const empty = body.filter((r) => (r.cells[columns[c]!.column] ?? '') === '').length;
    const others = body.length > 2 && empty * 3 >= body.length && (body[0]?.cells[c] ?? '') !== '';
    if (merged || others) filled.add(c);
  }
  return filled;
}
