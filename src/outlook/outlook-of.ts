import type { Graded } from '../levels/graded';
import { formatSpan } from '../base/format';
import type { Indicator } from '../base/indicators';
import { PERIODS_PER_YEAR } from '../base/period';
import { keepsFestival } from '../base/spring-festival';
import { defineText, sayBoth, type Text } from '../base/text';
import { makeOutput, makeScratch } from '../detectors/detector';
import { forecastAhead, forecastDetector, type ForecastStep } from '../detectors/forecast';
import { type ParamValues, parseParams } from '../detectors/params';
import { formFault, formKey, type SeriesForm } from '../indicators/form';
import type { Panel } from '../panel/panel';
import type { ForecastModelName } from '../stats/forecast/models';
import type { Outlook, OutlookAhead, OutlookQuality, OutlookQuery } from './outlook';
import { type Cut, CUT_TEXT, cutAt, newestDay, sinceLongGap, withoutJoined } from './cut';
import { linesAhead } from './lines';

/** Values that are sent with it. */
const SHOWN = 36;
/** Widths are calibrated from so many past errors on (stats/forecast/past-errors.ts). */
const CALIBRATED_FROM = 24;
/** Fewer past forecasts do not choose between two models. */
const CHOOSING_FROM = 12;
/** Further than any value. */
const OUT_OF_REACH = 1e12;
/** Tried where no model is named: one that knows a season and one that goes on in its direction. */
const TRIED: readonly ForecastModelName[] = ['theta', 'holt'];

const T = defineText({
  needs: { zh: '至少需要{needs}的数据，现只有{has}', en: 'needs {needs}, has {has}' },
  noFit: { zh: '该模型无法拟合这一序列', en: 'this model cannot be fitted to the series' },
});

/**
 * What is expected of an indicator of a region, with the probability that it becomes worse than all of the last year,
 * and how good such forecasts of this series were. The figures are those that rules may rest on, as known on the
 * assessment's day; January and February are taken together where they are published or compared so.
 * The fan is fitted whole to the last value; the probability is what the detector says of the last period, whose `ets`
 * and `holt-winters` choose their form once a year: with these two it may come from a slightly other fit.
 * `panelFor` prepares the form that is asked for.
 * @throws when the region is not in the tree
 */
export function outlookOf(
  assessment: Graded,
  query: OutlookQuery,
  panelFor: (indicatorId: string, form: SeriesForm) => Panel,
): Outlook {
  const { tree, catalogue } = assessment.panel;
  const region = tree.indexOf.get(query.regionCode);
  if (region === undefined) throw new Error(`region ${query.regionCode} is not in the tree`);
  const { offered, standard } = offeredIn(assessment, region, query);
  const indicator = catalogue.byId.get(offered.find((id) => id === query.indicatorId) ?? standard ?? '');
  const form = indicator ? formOf(indicator, assessment.panel) : 'reported';
  const given = {
    regionCode: query.regionCode,
    offered,
    indicatorId: indicator?.id ?? null,
    form,
    horizon: query.horizon,
    model: query.model ?? TRIED[0]!,
  };
  if (!indicator) return { ...given, refused: CUT_TEXT.noFigures, ahead: null };
  const panel = panelFor(indicator.id, form);
  const cut = cutAt(assessment, panel, panel.columns.get(formKey(indicator.id, form))!, region, query);
  if ('refused' in cut) return { ...given, refused: cut.refused, ahead: null };
  const model = query.model ?? betterFor(cut, query.horizon);
  const { params, probability, quality, learnt } = trial(cut, model, query.horizon);
  const refused = whyNot(cut, params) ?? null;
  if (refused) return { ...given, model, refused, ahead: null };
  const steps = forecastAhead(cut.input, params);
  if (steps.length === 0) return { ...given, model, refused: T.noFit, ahead: null };
  const { offset, count } = cut.input;
  const shown = Math.min(SHOWN, count);
  const last = panel.first + (offset - region * panel.count) + count - 1;
  const series = { panel, column: cut.column, region, last: last - panel.first };
  const drawnLines = linesAhead(assessment, series, form, query.horizon);
  return {
    ...given,
    model,
    refused: null,
    ahead: {
      first: last - shown + 1,
      values: withoutJoined(cut).slice(count - shown),
      levels: params.levels as readonly number[],
      steps: steps.map((step) => within(step, indicator.range)),
      probability,
      ...drawnLines,
      next: nextLine(cut, model, query.horizon, drawnLines),
      knownOn: newestDay(cut),
      calibrated: learnt >= CALIBRATED_FROM,
      quality,
    },
  };
}

/** Indicators that the region has a figure of by then, floor indicators first, and the first of them that is still reported. */
function offeredIn({ panel, config }: Graded, region: number, { period }: OutlookQuery) {
  const start = region * panel.count;
  const to = start + Math.min(panel.count, period - panel.first + 1);
  const hasSince = (from: number) => (id: string) =>
    panel.columns
      .get(id)
      ?.values.subarray(from, to)
      .some((v) => !Number.isNaN(v)) ?? false;
  const floors = config.ruleSet.rules.filter((r) => r.role === 'floor').map((r) => r.indicator);
  const offered = [...new Set([...floors, ...panel.catalogue.byId.keys()])].filter(hasSince(start));
  const live = offered.find(hasSince(Math.max(start, to - PERIODS_PER_YEAR[panel.frequency])));
  return { offered, standard: live ?? offered[0] };
}

/** Single periods, of which January and February that hang together are one: what a forecast can go on from. */
function formOf(indicator: Indicator, { frequency, tree }: Panel): SeriesForm {
  const calendar = { frequency, festival: keepsFestival(tree) };
  return (['joint', 'monthly'] as const).find((form) => formFault(indicator, form, calendar) === null) ?? 'reported';
}

function whyNot({ input, panel }: Cut, params: ParamValues): Text | undefined {
  const refused = forecastDetector.refuses(params, input);
  if (refused) return refused;
  const needs = forecastDetector.minHistory(params, input);
  const has = sinceLongGap(input).reduce((n, v) => n + (v === v ? 1 : 0), 0);
  if (has >= needs) return undefined;
  const span = (n: number): Text => ({
    zh: formatSpan(panel.frequency, n, 'zh'),
    en: formatSpan(panel.frequency, n, 'en'),
  });
  return sayBoth(T.needs, { needs: span(needs), has: span(has) });
}

interface Trial {
  readonly params: ParamValues;
  /** That the line is reached, as seen from the last value. */
  readonly probability: number;
  readonly quality: OutlookQuality;
  /** Past errors since the last long gap. */
  readonly learnt: number;
}

/**
 * One model over the whole series: what it said each time, and what came. `line`: value whose probability is wanted;
 * left out, the worst of the last year.
 */
function trial(cut: Cut, model: ForecastModelName, horizon: number, line?: number): Trial {
  const { params } = parseParams(forecastDetector, { model, horizon });
  if (!params) throw new Error(`no forecast ${horizon} periods ahead`);
  const { input } = cut;
  const { count } = input;
  const out = makeOutput(count);
  forecastDetector.run(input, line === undefined ? params : { ...params, threshold: line }, out, makeScratch(count));
  const since = count - sinceLongGap(input).length;
  let learnt = 0;
  for (let t = since; t < count; t++) {
    if (!Number.isNaN(input.values[input.offset + t]! - out.expected[t]!)) learnt++;
  }
  return {
    params,
    probability: out.statistic[count - 1]! / 100,
    quality: qualityOf(cut, horizon, out.expected, out.bound),
    learnt,
  };
}

/** The model that erred less over this series; the first one while that cannot be told. */
function betterFor(cut: Cut, horizon: number): ForecastModelName {
  // Of a line out of reach the probability, which is most of the work, is known at once.
  const tried = TRIED.map((model) => ({ model, ...trial(cut, model, horizon, cut.input.sign * OUT_OF_REACH).quality }));
  if (tried.some((t) => t.forecasts < CHOOSING_FROM)) return TRIED[0]!;
  return tried.reduce((best, t) => (t.error < best.error ? t : best)).model;
}

/**
 * Errors of the forecasts made `horizon` periods before, beside those of the last value known then; both over the mean
 * change from one value to the next are the MASE (R. J. Hyndman, A. B. Koehler, Int J Forecasting 22 (2006) 679–688).
 */
function qualityOf(cut: Cut, horizon: number, expected: Float64Array, bound: Float64Array): OutlookQuality {
  const values = withoutJoined(cut);
  let before = NaN;
  let changes = 0;
  let change = 0;
  const known = values.map((v) => (before = v === v ? v : before));
  let forecasts = 0;
  let error = 0;
  let naiveError = 0;
  let held = 0;
  for (let t = 1; t < values.length; t++) {
    const value = values[t]!;
    if (value !== value) continue;
    if (!Number.isNaN(known[t - 1]!)) {
      change += Math.abs(value - known[t - 1]!);
      changes++;
    }
    // What was said in a joint January rests on February's number.
    if (t < horizon || Number.isNaN(expected[t]! + values[t - horizon]!)) continue;
    const missed = Math.abs(value - expected[t]!);
    forecasts++;
    error += missed;
    naiveError += Math.abs(value - known[t - horizon]!);
    if (missed <= Math.abs(bound[t]! - expected[t]!)) held++;
  }
  const scale = change / changes;
  return {
    forecasts,
    error: error / forecasts,
    mase: error / forecasts / scale,
    naiveError: naiveError / forecasts,
    naiveMase: naiveError / forecasts / scale,
    coverage: held / forecasts,
  };
}

/** The first line of a level that the last figure has not reached, and how likely one of the next does. */
function nextLine(
  cut: Cut,
  model: ForecastModelName,
  horizon: number,
  { lines, lineRule }: Pick<OutlookAhead, 'lines' | 'lineRule'>,
): OutlookAhead['next'] {
  if (lineRule?.lag !== null) return null;
  const { values, offset, count, sign } = cut.input;
  const line = lines.find((l) => sign * (l.values[0]! - values[offset + count - 1]!) > 0);
  if (!line) return null;
  const value = line.values[0]!;
  return { level: line.level, value, probability: trial(cut, model, horizon, value).probability };
}

/** A forecast cannot lie where no value can be: a rate is not below 0. */
function within({ mean, low, high }: ForecastStep, [least, most]: Indicator['range']): ForecastStep {
  const clip = (v: number): number => Math.min(most, Math.max(least, v));
  return { mean: clip(mean), low: low.map(clip), high: high.map(clip) };
}
