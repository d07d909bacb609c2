import { isFigure, type Measure } from '../../base/measure';
import { type Span, statusMark } from '../../charts/indicator-words';
import { jointPeriod } from '../../charts/indicator-lines-words';
import type { Indicator } from '../../base/indicators';
import { type Period, PERIODS_PER_YEAR, seasonOf } from '../../base/period';
import type { Region } from '../../base/regions';
import { type FestivalShift, festivalShift } from '../../base/spring-festival';
import { Status } from '../../base/status';
import type { Text } from '../../base/text';
import type { Calendar } from '../../indicators/form';
import type { AssessmentView, Series, SeriesQuery } from '../../platform/engine-api';
import { peersOf, riskOf, type Selection, type SelectionView } from './selection';
import { calendarOf, type Treatment, treatmentOf } from './treatment';

/** One region's figures of one indicator, over the whole data. */
export interface Line {
  readonly region: Region;
  readonly series: Series;
}

/** All that is shown of one indicator: lines of the chosen regions, and of those that they are ranked among. */
export interface IndicatorFigures {
  readonly indicator: Indicator;
  readonly treatment: Treatment;
  readonly measure: Measure;
  readonly span: Span;
  /** The period of the ranking, at its place in the joint form. */
  readonly at: Period;
  /** The comparison of that period is of single months in which the Spring Festival lies otherwise. */
  readonly festival: FestivalShift | null;
  readonly chosen: readonly Line[];
  readonly peers: readonly Line[];
  /** The period that is 100 in the index view; null in other views, or when the regions begin at different periods. */
  readonly basePeriod: Period | null;
}

/** What the region tree and the periods of the data are. */
export type FiguresView = Pick<AssessmentView, 'tree' | 'frequency' | 'weekEndsOn'>;

/** Region by which the ranking's rank of the tree is found: the one in ink, else the first chosen. */
function rankCodes(selection: Selection, view: FiguresView): readonly string[] {
  return peersOf(view.tree, selection.highlight ?? selection.regionCodes[0] ?? null);
}

/** The questions to the engine: one for each treatment, with the chosen regions and those they are ranked among. */
export function queriesOf(selection: Selection, view: FiguresView): readonly SeriesQuery[] {
  const regionCodes = [...new Set([...selection.regionCodes, ...rankCodes(selection, view)])];
  const queries = new Map<string, SeriesQuery & { indicatorIds: string[] }>();
  for (const indicator of selection.indicators) {
    const treatment = treatmentOf(indicator, selection.asked, calendarOf(view));
    const key = `${treatment.form}/${treatment.view}`;
    const query = queries.get(key) ?? { regionCodes, indicatorIds: [], ...treatment };
    query.indicatorIds.push(indicator.id);
    queries.set(key, query);
  }
  return [...queries.values()];
}

/** The engine's answers, put in the order of the selection. Series that the engine left out are absent here, too. */
export function figuresOf(
  selection: Selection,
  view: FiguresView,
  answers: readonly Series[],
): readonly IndicatorFigures[] {
  const byPlace = new Map(answers.map((s) => [`${s.indicatorId}/${s.regionCode}`, s]));
  const peerCodes = rankCodes(selection, view);
  const calendar = calendarOf(view);
  return selection.indicators.map((indicator) => {
    const treatment = treatmentOf(indicator, selection.asked, calendar);
    const linesOf = (codes: readonly string[]): readonly Line[] =>
      codes.flatMap((code) => {
        const series = byPlace.get(`${indicator.id}/${code}`);
        const region = view.tree.regions[view.tree.indexOf.get(code) ?? -1];
        return series && region ? [{ region, series: rebased(series, selection.from, selection.to) }] : [];
      });
    const chosen = linesOf(selection.regionCodes);
    const peers = linesOf(peerCodes);
    const span: Span = {
      frequency: view.frequency,
      weekEndsOn: view.weekEndsOn,
      first: selection.from,
      count: selection.to - selection.from + 1,
      joint: treatment.form === 'joint',
      noJanuary: treatment.form === 'joint' || indicator.janFeb === 'joint-published',
    };
    const at = jointPeriod(
      span,
      selection.atNamed ? selection.at : (lastWith([...chosen, ...peers], span, selection.at) ?? selection.at),
    );
    return {
      indicator,
      treatment,
      measure: measureOf(indicator, treatment, (chosen[0] ?? peers[0])?.series.unit ?? indicator.unit),
      span,
      at,
      festival: spoiledBy(indicator, treatment, at, calendar),
      chosen,
      peers,
      basePeriod: treatment.view === 'index' ? commonBase(chosen, selection.from, selection.to) : null,
    };
  });
}

/** How the Spring Festival lies in a comparison of single months; null where it does not disturb it. */
function spoiledBy(
  indicator: Indicator,
  { form, view }: Treatment,
  at: Period,
  calendar: Calendar,
): FestivalShift | null {
  if ((view !== 'yoy' && view !== 'mom') || form === 'joint' || form === 'festival' || !calendar.festival) return null;
  const { frequency } = calendar;
  const cumulative = indicator.kind === 'cumulative' && form === 'reported';
  const length = cumulative ? seasonOf(frequency, at) + 1 : 1;
  return festivalShift(frequency, at, view === 'yoy' ? PERIODS_PER_YEAR[frequency] : 1, length);
}

/** Decimals: as the indicator has them; relative changes and indices one. */
function measureOf(indicator: Indicator, { view }: Treatment, unit: string): Measure {
  const own = unit === indicator.unit || unit === 'points';
  return {
    unit,
    decimals: own && view !== 'index' ? indicator.decimals : 1,
    signed: view === 'yoy' || view === 'mom',
    base: view === 'index' ? 100 : view === 'value' ? null : 0,
  };
}

/** The engine's index has its 100 at the first figure of all; on the screen it is the first one of the range. */
function rebased(series: Series, from: Period, to: Period): Series {
  if (series.view !== 'index') return series;
  const base = baseOf(series, from, to);
  if (base === null) return series;
  const hundred = valueAt(series, base);
  return { ...series, values: series.values.map((v) => (100 * v) / hundred) };
}

function baseOf(series: Series, from: Period, to: Period): Period | null {
  for (let p = from; p <= to; p++) if (valueAt(series, p) > 0) return p;
  return null;
}

function commonBase(lines: readonly Line[], from: Period, to: Period): Period | null {
  const bases = new Set(lines.map((l) => baseOf(l.series, from, to)).filter((p) => p !== null));
  return bases.size === 1 ? [...bases][0]! : null;
}

/** NaN where the series has no figure or no such period. */
export function valueAt(series: Series, period: Period): number {
  return series.values[period - series.first] ?? NaN;
}

function statusAt(series: Series, period: Period): number {
  return series.status[period - series.first] ?? Status.missing;
}

/** How the figure of a period came to be, or why there is none; null when simply as reported. */
export function markAt({ span }: Pick<IndicatorFigures, 'span'>, series: Series, period: Period): Text | null {
  return statusMark(statusAt(series, period), valueAt(series, period), span, period);
}

/** The part of a series that a chart shows; NaN beyond its ends. */
export function within(series: Series, span: Span): { values: readonly number[]; status: readonly number[] } {
  const periods = Array.from({ length: span.count }, (_, i) => span.first + i);
  return { values: periods.map((p) => valueAt(series, p)), status: periods.map((p) => statusAt(series, p)) };
}

/**
 * Code of the region in ink: the one in the address, else the worst of the chosen at the period, else the first
 * chosen. For an indicator without a worse side the highest counts. Plain counts grow with the size of the region, so
 * there the worst is the region of the highest risk.
 */
export function inkRegion(
  selection: Selection,
  figures: readonly IndicatorFigures[],
  view: Pick<SelectionView, 'tree' | 'first' | 'count' | 'latest' | 'levels'>,
): string | null {
  if (selection.highlight !== null) return selection.highlight;
  const focus = figures.find((f) => f.indicator === selection.focus);
  const bySize = focus?.indicator.aggregation.by === 'sum' && focus.treatment.view === 'value';
  const sign = focus?.indicator.worse === 'down' ? -1 : 1;
  const badness = ({ region, series }: Line): number =>
    bySize ? riskOf(view, view.tree.indexOf.get(region.code)!) : valueAt(series, focus!.at) * sign;
  let worst: Line | null = null;
  for (const line of focus?.chosen ?? []) {
    if (isFigure(valueAt(line.series, focus!.at)) && (worst === null || badness(line) > badness(worst))) worst = line;
  }
  return worst?.region.code ?? selection.regionCodes[0] ?? null;
}

/** The period, or the last one of the range before it, in which any of the lines has a figure. */
function lastWith(lines: readonly Line[], span: Span, at: Period): Period | null {
  for (let p = at; p >= Math.min(at, span.first); p--) {
    if (lines.some((line) => isFigure(valueAt(line.series, p)))) return p;
  }
  return null;
}

/** The last period, up to the chosen one, that has a ranking; null when none of the range has. */
export function lastRanked({ peers, span, at }: IndicatorFigures): Period | null {
  return lastWith(peers, span, at);
}
