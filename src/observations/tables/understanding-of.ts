import { formatPeriod } from '../../base/period';
import type { RegionTree } from '../../base/regions';
import { sayBoth, type Text } from '../../base/text';
import { columnKey } from './column-roles';
import type { SampleRow } from './find-head';
import type { ColumnRole, IndicatorMeaning, Mapping } from './mapping';
import { LABEL_ROLES, type TablePlan } from './plan';
import type { TableRead } from './read-table';
import type { RegionMeaning } from './row-labels';
import { SUMMARY } from './text';
import type { ColumnUnderstanding, Understanding, WordUnderstanding } from './understanding';

const PREVIEW = 12;
const PREVIEW_COLUMNS = 40;

/** How a table was understood, after it was read. */
export function understandingOf(
  plan: TablePlan,
  table: TableRead,
  sample: readonly SampleRow[],
  tree: RegionTree | null,
): Understanding {
  const { head, columns, mapping, context } = plan;
  const indicators = table.figures.words();
  const regions = regionsOf(table.regionMeanings(), plan);
  const constants = {
    ...(context.region && { region: context.region.code }),
    ...(constantIndicator(plan, indicators) !== null && { indicator: constantIndicator(plan, indicators)! }),
    ...(context.units.length === 1 && { unit: context.units[0]! }),
    ...constantPeriod(plan),
    ...mapping?.constants,
  };
  return {
    sheet: plan.sheetName,
    headerFrom: head.rows[0]?.line ?? 0,
    headerTo: head.rows.at(-1)?.line ?? 0,
    columns: columns.map((c) => columnOf(c, plan)),
    indicators,
    regions,
    constants,
    signature: plan.signature,
    mapping: mappingOf(plan, indicators, regions),
    preview: sample.slice(0, PREVIEW).map(({ line, cells }) => ({
      line,
      kind: table.kindOf(line),
      cells: cells.slice(0, PREVIEW_COLUMNS).map((c) => c.slice(0, 60)),
    })),
    confidence: confidenceOf(plan, indicators, regions),
    summary: summaryOf(plan, indicators, tree),
  };
}

function columnOf(column: TablePlan['columns'][number], plan: TablePlan): ColumnUnderstanding {
  const { period, region, words, unit, role } = column;
  const measure = role === 'measure' || role === 'value';
  const parts = [
    words,
    region?.name ?? '',
    period ? formatPeriod(period.frequency, period.period, period.weekEndsOn) : '',
    unit ?? '',
  ].filter((p) => p !== '');
  void plan;
  return {
    column: column.column,
    header: column.header,
    role,
    confidence: column.confidence,
    meaning: measure ? parts.join(' · ') : '',
  };
}

/** Names that were not simply a region's full name, unknown ones among them. */
function regionsOf(meanings: ReadonlyMap<string, RegionMeaning>, { mapping }: TablePlan): WordUnderstanding[] {
  const words: WordUnderstanding[] = [];
  for (const [text, meaning] of meanings) {
    if (text === '' || meaning.kind === 'subtotal' || meaning.kind === 'none') continue;
    const hand = mapping !== null && Object.hasOwn(mapping.regions, text);
    if (meaning.kind === 'region' && meaning.exact && !hand) continue;
    const known = meaning.kind === 'region';
    words.push({
      text,
      meaning: known ? meaning.code : null,
      unit: null,
      confidence: hand ? 1 : known ? 0.9 : 0,
      candidates: known ? [meaning.code] : meaning.candidates,
      count: meaning.count.n,
    });
  }
  return words;
}

/** The indicator of a table whose cells name none. */
function constantIndicator(plan: TablePlan, indicators: readonly WordUnderstanding[]): string | null {
  if (plan.at.indicator >= 0 || plan.context.words === '') return null;
  return indicators.find((w) => w.text === plan.context.words)?.meaning ?? null;
}

function constantPeriod({ measures, at, context }: TablePlan): { period?: string } {
  const inCells =
    at.period >= 0 || at.month >= 0 || measures.some((m) => m.period !== null && m.period.frequency !== 'year');
  if (!inCells && context.period) {
    const { frequency, period, weekEndsOn } = context.period;
    return { period: formatPeriod(frequency, period, weekEndsOn) };
  }
  return context.year === null ? {} : { period: String(context.year) };
}

/** Meanings in force that next month's file may be read by; what was not known is left to the reader again. */
function mappingOf(
  { signature, columns, mapping }: TablePlan,
  indicators: readonly WordUnderstanding[],
  regions: readonly WordUnderstanding[],
): Mapping {
  const labels = new Set<ColumnRole>([...LABEL_ROLES, 'index', 'ignore']);
  const ownColumns = columns.filter((c) => labels.has(c.role) && (c.header !== '' || c.role !== 'ignore'));
  const ofIndicator = ({ meaning, unit }: WordUnderstanding): IndicatorMeaning | null =>
    meaning === null ? null : { indicator: meaning, ...(unit !== null && { unit }) };
  return {
    signature,
    columns: { ...Object.fromEntries(ownColumns.map((c) => [columnKey(c), c.role])), ...mapping?.columns },
    indicators: {
      ...Object.fromEntries(indicators.filter((w) => w.meaning !== null).map((w) => [w.text, ofIndicator(w)])),
      ...mapping?.indicators,
    },
    regions: {
      ...Object.fromEntries(regions.filter((w) => w.meaning !== null).map((w) => [w.text, w.meaning])),
      ...mapping?.regions,
    },
    // What a title says is true of this file alone: only what a person set is kept.
    constants: mapping?.constants ?? {},
  };
}

/** The least sure of what matters, less for what was lost: words of indicators and regions that nobody knows. */
function confidenceOf(
  { columns, head }: TablePlan,
  indicators: readonly WordUnderstanding[],
  regions: readonly WordUnderstanding[],
): number {
  const used = columns.filter((c) => c.role !== 'ignore' && c.role !== 'index').map((c) => c.confidence);
  const known = indicators.filter((w) => w.meaning !== null).map((w) => w.confidence);
  const least = Math.min(1, ...used, ...known, head.rows.length === 0 ? 0.6 : 1, known.length === 0 ? 0.2 : 1);
  const share = (words: readonly WordUnderstanding[]): number => {
    const all = words.reduce((n, w) => n + w.count, 0);
    const lost = words.filter((w) => w.meaning === null && w.confidence === 0).reduce((n, w) => n + w.count, 0);
    return all === 0 ? 0 : lost / all;
  };
  return Math.round(100 * Math.min(least, 1 - share(indicators) / 2, 1 - share(regions) / 2)) / 100;
}

/** `时期在列，地区在行；失业率`. */
function summaryOf(plan: TablePlan, indicators: readonly WordUnderstanding[], tree: RegionTree | null): Text {
  const { measures, at, context } = plan;
  const parts: Text[] = [];
  const axis = (what: Text, down: boolean, across: boolean, whole: string): void => {
    if (down) parts.push(sayBoth(SUMMARY.down, { what }));
    if (across) parts.push(sayBoth(SUMMARY.across, { what }));
    if (!down && !across && whole !== '') parts.push(sayBoth(SUMMARY.whole, { what, value: whole }));
  };
  const known = [...new Set(indicators.flatMap((w) => w.meaning ?? []))];
  const region = context.region
    ? (tree?.regions[tree.indexOf.get(context.region.code) ?? -1]?.name.zh ?? context.region.name)
    : '';
  axis(
    SUMMARY.regions,
    at.region_code >= 0 || at.region_name >= 0,
    measures.some((m) => m.region !== null),
    region,
  );
  axis(
    SUMMARY.periods,
    at.period >= 0 || at.year >= 0 || at.month >= 0,
    measures.some((m) => m.period !== null || m.yearless !== ''),
    context.period ? formatPeriod(context.period.frequency, context.period.period) : '',
  );
  axis(SUMMARY.indicators, at.indicator >= 0, measures.some((m) => m.words !== '') && known.length > 1, '');
  const list = known.slice(0, 3).join(', ');
  const join = (lang: 'zh' | 'en'): string => {
    const axes = parts.map((p) => p[lang]).join(lang === 'zh' ? '，' : ', ');
    return [axes, known.length === 0 ? '' : `${list}${known.length > 3 ? ' …' : ''}`]
      .filter((p) => p !== '')
      .join(lang === 'zh' ? '；' : '; ');
  };
  return { zh: join('zh'), en: join('en') };
}
