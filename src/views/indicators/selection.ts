import type { Indicator } from '../../base/indicators';
import { quoteGiven } from '../../base/issue';
import { INSUFFICIENT } from '../../base/level';
import { formatPeriod, parsePeriod, PERIODS_PER_YEAR, type Period } from '../../base/period';
import type { RegionTree } from '../../base/regions';
import { sayBoth, type Text } from '../../base/text';
import type { SeriesForm } from '../../indicators/form';
import type { AssessmentView } from '../../platform/engine-api';
import type { Place } from '../../store/place-address';
import { TEXT } from './text';
import { FORMS, VIEWS, type SeriesView, type Treatment } from './treatment';

/** Lines in one chart, and charts side by side: more cannot be told apart. Table and download have all. */
export const MAX_LINES = 12;
export const MAX_CHARTS = 12;
const DEFAULT_YEARS = 5;
const FIRST_CHOICE = [
  'registered_unemployment_rate',
  'surveyed_unemployment_rate',
  'unemployment_rate_sa',
  'unemployment_rate',
];

/** What the screen shows, read from the address and made good where the address says nothing or too much. */
export interface Selection {
  readonly indicators: readonly Indicator[];
  readonly regionCodes: readonly string[];
  readonly asked: Treatment;
  readonly from: Period;
  readonly to: Period;
  /** The period of findings and ranking. */
  readonly at: Period;
  /** The address names that period; otherwise an indicator that comes later is shown at its own last one. */
  readonly atNamed: boolean;
  /** The region of the ink line, if the address names a chosen one. */
  readonly highlight: string | null;
  /** Of which indicator the distribution is shown. */
  readonly focus: Indicator | null;
  /** Parts of the address that are not understood and ignored, each in words. */
  readonly faults: readonly Text[];
}

export type SelectionView = Pick<
  AssessmentView,
  'tree' | 'catalogue' | 'frequency' | 'first' | 'count' | 'weekEndsOn' | 'latest' | 'levels' | 'indicators'
>;

/** Free parameters of the address: ids and codes separated by commas. An absent list means the default, an empty one none. */
export function readSelection(place: Place, view: SelectionView): Selection {
  const faults: Text[] = [];
  const ids = listOf(place.free.ind);
  const codes = listOf(place.free.reg);
  const shown = new Set(view.indicators);
  const indicators = (ids ?? defaultIndicators(view)).flatMap((id) => {
    const indicator = view.catalogue.byId.get(id);
    if (indicator && shown.has(id)) return [indicator];
    faults.push(indicator ? sayBoth(TEXT.noData, { name: indicator.name }) : fault(TEXT.badIndicator, id));
    return [];
  });
  const regionCodes = (codes ?? defaultRegions(view, place.region)).filter((code) => {
    if (view.tree.indexOf.has(code)) return true;
    faults.push(fault(TEXT.badRegion, code));
    return false;
  });
  const { from, to } = readRange(place, view, faults);
  const focus = indicators.find((i) => i.id === place.free.focus) ?? indicators[0] ?? null;
  const at = readAt(place, view, faults);
  return {
    indicators,
    regionCodes,
    asked: { form: readForm(place, faults), view: readView(place, faults) },
    from,
    to,
    at: at ?? view.latest,
    atNamed: at !== null,
    highlight: regionCodes.find((code) => code === place.region) ?? null,
    focus,
    faults,
  };
}

const fault = (text: Text, given: string): Text => sayBoth(text, { given: quoteGiven(given) });

function listOf(param: string | undefined): readonly string[] | null {
  if (param === undefined) return null;
  return [...new Set(param.split(',').map((part) => part.trim()))].filter((part) => part !== '');
}

function readForm(place: Place, faults: Text[]): SeriesForm {
  const given = place.free.form;
  const form = FORMS.find((f) => f === given);
  if (given !== undefined && !form) faults.push(fault(TEXT.badForm, given));
  return form ?? 'reported';
}

function readView(place: Place, faults: Text[]): SeriesView {
  const given = place.free.view;
  const view = VIEWS.find((v) => v === given);
  if (given !== undefined && !view) faults.push(fault(TEXT.badView, given));
  return view ?? 'value';
}

/** Months of the address within what the data has; turned round when they stand the wrong way. */
function readRange(place: Place, view: SelectionView, faults: Text[]): { from: Period; to: Period } {
  const last = view.first + view.count - 1;
  const read = (given: string | undefined, otherwise: Period): Period => {
    if (given === undefined) return otherwise;
    const parsed = parsePeriod(given);
    if (parsed && parsed.frequency === view.frequency) return Math.min(last, Math.max(view.first, parsed.period));
    faults.push(fault(TEXT.badPeriod, given));
    return otherwise;
  };
  const span = view.frequency === 'year' ? view.count : DEFAULT_YEARS * PERIODS_PER_YEAR[view.frequency];
  const a = read(place.free.from, Math.max(view.first, last - span + 1));
  const b = read(place.free.to, last);
  return { from: Math.min(a, b), to: Math.max(a, b) };
}

function readAt(place: Place, view: SelectionView, faults: Text[]): Period | null {
  const last = view.first + view.count - 1;
  if (place.period === null) return null;
  const parsed = parsePeriod(place.period);
  if (parsed?.frequency === view.frequency && parsed.period >= view.first && parsed.period <= last)
    return parsed.period;
  faults.push(fault(TEXT.badPeriod, place.period));
  return null;
}

function defaultIndicators(view: SelectionView): readonly string[] {
  const id = FIRST_CHOICE.find((choice) => view.indicators.includes(choice)) ?? view.indicators[0];
  return id === undefined ? [] : [id];
}

/**
 * All areas of the upper rank when they can be told apart, else those with the highest risk at the latest period. For
 * somebody who comes from a region below that rank: it and its neighbours under the same parent.
 */
function defaultRegions(view: SelectionView, region: string | null): readonly string[] {
  const { tree } = view;
  const upper = upperRank(tree);
  const at = tree.regions[(region === null ? undefined : tree.indexOf.get(region)) ?? -1];
  const below = at !== undefined && tree.depth[tree.indexOf.get(at.code)!]! > tree.depth[upper[0]!]!;
  const wanted = below ? tree.children[at.parent]! : upper;
  const few =
    wanted.length <= MAX_LINES ? wanted : [...wanted].sort((a, b) => riskOf(view, b) - riskOf(view, a)).slice(0, 6);
  const codes = few.map((index) => tree.regions[index]!.code);
  return below && !codes.includes(at.code) ? [at.code, ...codes] : codes;
}

/** Level first, composite index within it; insufficient last. */
export function riskOf(view: Pick<SelectionView, 'first' | 'count' | 'latest' | 'levels'>, region: number): number {
  const cell = region * view.count + view.latest - view.first;
  const level = view.levels.level[cell] ?? INSUFFICIENT;
  const index = view.levels.index[cell] ?? NaN;
  return level === INSUFFICIENT ? -1 : level * 1000 + (Number.isNaN(index) ? 0 : index);
}

/** The roots, or the children of the one root. */
export function upperRank(tree: RegionTree): readonly number[] {
  const root = tree.roots.length === 1 ? tree.roots[0]! : null;
  const children = root === null ? [] : tree.children[root]!;
  return children.length > 0 ? children : tree.roots;
}

/** The regions among which a region is ranked: all of the same rank in the tree; for a single root, its children. */
export function peersOf(tree: RegionTree, code: string | null): readonly string[] {
  const index = code === null ? undefined : tree.indexOf.get(code);
  const alike =
    index === undefined ? [] : tree.regions.flatMap((_, i) => (tree.depth[i] === tree.depth[index] ? [i] : []));
  const peers = alike.length > 1 ? alike : upperRank(tree);
  return peers.map((i) => tree.regions[i]!.code);
}

/** The chosen lists as the address holds them; an empty one stays an empty parameter: none chosen, not the default. */
export function listParam(ids: readonly string[]): string {
  return ids.join(',');
}

/** Periods as the address holds them. */
export function periodParam(view: Pick<SelectionView, 'frequency' | 'weekEndsOn'>, period: Period): string {
  return formatPeriod(view.frequency, period, view.weekEndsOn);
}
