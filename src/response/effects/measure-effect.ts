import { formatNumber, formatSigned, withUnit } from '../../base/format';
import type { Indicator } from '../../base/indicators';
import { INSUFFICIENT, type LevelByte } from '../../base/level';
import { PERIODS_PER_YEAR, type Period } from '../../base/period';
import { sayBoth, type Text } from '../../base/text';
import { formKey, type SeriesForm } from '../../indicators/form';
import { both, inlineUnit } from '../../levels/words';
import type { Panel } from '../../panel/panel';
import { spanWords } from '../case/words';
import { alike, type Candidate, chooseControls } from './choose-controls';
import { comparableForm, comparableView, type Course, courseOf, unitsOf } from './comparable';
import {
  type EffectAnswer,
  type EffectControl,
  EFFECT_LINES as LINES,
  EXCLUSIONS,
  type EffectQuestion,
  type EffectView,
} from './effect';
import { byDifference, bySynthetic, chanceBand, type Compared, meanOf } from './estimate';
import { EFFECT_WORDS as WORDS } from './text';
import { type Named, untold, verdictOf } from './verdict';
import { atWindow, toOwnMean, type Window, windowOf } from './window';

/** Where figures and levels come from; `panelFor` prepares the form that is asked for. */
export interface EffectFigures {
  readonly panelFor: (indicatorId: string, form: SeriesForm) => Panel;
  readonly levelOf: (region: number, period: Period) => LevelByte;
}

/**
 * Did an indicator of a region go another way than in comparable regions since a measure began? Difference in differences
 * and synthetic control side by side, each with its checks; a verdict in words, which may be that it cannot be told.
 * Flow: indicator → comparable figures → window → controls → both estimates → verdict.
 */
export function measureEffect(question: EffectQuestion, { panelFor, levelOf }: EffectFigures): EffectAnswer {
  const plain = panelFor(question.indicatorId, 'reported');
  const indicator = plain.catalogue.byId.get(question.indicatorId);
  const form = indicator ? comparableForm(indicator) : 'reported';
  const panel = form === 'reported' ? plain : panelFor(question.indicatorId, form);
  const column = indicator && panel.columns.get(formKey(indicator.id, form));
  const region = panel.tree.indexOf.get(question.regionCode);
  const view = question.view ?? (indicator ? comparableView(indicator) : 'yoy');
  const head = headOf(panel, question, indicator, form, view);
  const refused = (reasons: readonly Text[], more: Partial<EffectAnswer> = {}): EffectAnswer => ({
    ...head,
    ...more,
    verdict: untold(
      {
        region: region === undefined ? same(question.regionCode) : panel.tree.regions[region]!.name,
        indicator: indicator?.name ?? same(question.indicatorId),
      },
      reasons,
    ),
  });
  if (region === undefined) return refused([WORDS.noRegion]);
  if (!indicator || !column) return refused([WORDS.noIndicator]);
  const { start, periods } = question;
  if (start <= panel.first || start >= panel.first + panel.count) return refused([WORDS.notInData]);

  const courses = new Map<number, Course>();
  const course = (of: number): Course => {
    const made = courses.get(of) ?? courseOf(panel, column, of, view);
    courses.set(of, made);
    return made;
  };
  const window = windowOf(panel, course(region), start, periods, view);
  const scaled = view === 'own' && indicator.kind !== 'rate';
  const taken = (of: number): Float64Array | null => {
    const values = atWindow(course(of), window);
    return values && scaled ? toOwnMean(values, window.before) : values;
  };
  const own = window.at.length === 0 ? null : taken(region);
  if (!own) return refused([WORDS.noOwnFigures]);
  const candidates = chooseControls(panel, region, question, (of) => taken(of) !== null, levelOf);
  const used = candidates.filter((c) => c.excluded === null);
  const controls = used.map((c) => taken(c.region)!);
  const limits = limitsOf({ panel, region, question, window, candidates, view, form, indicator, levelOf });
  const listed = (weights: Float64Array | null): readonly EffectControl[] =>
    candidates.map((candidate) => ({
      regionCode: panel.tree.regions[candidate.region]!.code,
      excluded: candidate.excluded,
      byHand: candidate.byHand,
      apart: apartOf(own, taken(candidate.region), window.before),
      weight: weights?.[used.indexOf(candidate)] ?? 0,
    }));
  const faults = [...windowFaults(window), ...controlFaults(candidates)];
  if (faults.length > 0) return refused(faults, { controls: listed(null), limits });

  const named = namesOf(panel, region, indicator, window, head);
  const compared: Compared = {
    own,
    controls,
    before: window.before,
    perYear: PERIODS_PER_YEAR[panel.frequency],
    words: named.signed,
  };
  const difference = byDifference(compared);
  const synthetic = bySynthetic(compared);
  const shift = meanOf(own.subarray(0, window.before)) - meanOfAll(controls, window.before);
  return {
    ...head,
    controls: listed(synthetic.own.fit.weights),
    series: {
      periods: window.at.map((t) => panel.first + t),
      before: window.before,
      own,
      parallel: own.map((_, t) => controls.reduce((sum, c) => sum + c[t]!, 0) / controls.length + shift),
      twin: synthetic.own.twin,
      gap: synthetic.own.gap,
      chance: chanceBand(synthetic.placebos),
    },
    difference,
    synthetic: synthetic.answer,
    verdict: verdictOf(difference, synthetic.answer, named),
    limits: [...trendLimit(difference, own.length, compared), ...limits],
  };
}

const same = (words: string): Text => ({ zh: words, en: words });

type Head = Omit<EffectAnswer, 'verdict'>;

function headOf(
  panel: Panel,
  question: EffectQuestion,
  indicator: Indicator | undefined,
  form: SeriesForm,
  view: EffectView,
): Head {
  const units = indicator ? unitsOf(indicator, view) : { unit: 'index', differenceUnit: 'index' };
  const asRate = indicator?.kind === 'rate';
  return {
    frequency: panel.frequency,
    weekEndsOn: panel.weekEndsOn,
    indicatorId: question.indicatorId,
    view,
    ...units,
    decimals: asRate ? Math.max(2, indicator.decimals) : 1,
    joint: form === 'joint',
    controls: [],
    series: null,
    difference: null,
    synthetic: null,
    assumptions: [WORDS.assumeParallel, WORDS.assumeTwin, WORDS.assumeNoSpill, WORDS.notProof],
    limits: [WORDS.ours],
  };
}

function namesOf(panel: Panel, region: number, indicator: Indicator, window: Window, head: Head): Named {
  const { decimals, differenceUnit } = head;
  const unit: Text = differenceUnit === 'points' ? { zh: '个百分点', en: 'pp' } : inlineUnit(differenceUnit);
  const since = window.at[window.before]!;
  return {
    region: panel.tree.regions[region]!.name,
    indicator: indicator.name,
    span: spanWords(panel, panel.first + since, panel.first + window.at.at(-1)!),
    worse: indicator.worse,
    size: (value) => both((lang) => withUnit(formatNumber(value, decimals), unit[lang])),
    signed: (value) => both((lang) => withUnit(formatSigned(value, decimals), unit[lang])),
  };
}

function windowFaults({ at, before, gaps }: Window): Text[] {
  const since = at.length - before;
  return [
    ...(before < LINES.before ? [sayBoth(WORDS.fewBefore, { n: before, least: LINES.before })] : []),
    ...(since < LINES.since ? [sayBoth(WORDS.fewSince, { n: since, least: LINES.since })] : []),
    ...(gaps > LINES.gaps * (at.length + gaps) ? [sayBoth(WORDS.ownGaps, { n: gaps })] : []),
  ];
}

function controlFaults(candidates: readonly Candidate[]): Text[] {
  const n = candidates.filter((c) => c.excluded === null).length;
  if (n >= LINES.controls) return [];
  const counts = EXCLUSIONS.flatMap((why) => {
    const many = candidates.filter((c) => c.excluded === why).length;
    return many === 0 ? [] : [sayBoth(WORDS[`${why}-n`], { n: many })];
  });
  const why = { zh: counts.map((c) => c.zh).join('、') || '—', en: counts.map((c) => c.en).join(', ') || '—' };
  return [sayBoth(WORDS.fewControls, { n, least: LINES.controls, all: candidates.length, why })];
}

/** Root mean square of the difference of two courses before the start, each less its mean. */
function apartOf(own: Float64Array, other: Float64Array | null, before: number): number {
  if (!other || before === 0) return NaN;
  const gap = Float64Array.from({ length: before }, (_, t) => own[t]! - other[t]!);
  const mean = meanOf(gap);
  return Math.sqrt(meanOf(gap.map((v) => (v - mean) * (v - mean))));
}

function meanOfAll(controls: readonly Float64Array[], before: number): number {
  return meanOf(Float64Array.from(controls, (c) => meanOf(c.subarray(0, before))));
}

/** A trend that was not found to differ may still be large enough to make all that was found. */
function trendLimit(
  { trend, difference, finding }: ReturnType<typeof byDifference>,
  count: number,
  c: Compared,
): Text[] {
  const value = (trend.perYear * (count / 2)) / c.perYear;
  if (finding !== 'effect' || value * difference <= 0 || Math.abs(value) < Math.abs(difference) / 2) return [];
  return [sayBoth(WORDS.trendMatters, { value: c.words(value) })];
}

interface Circumstances {
  readonly panel: Panel;
  readonly region: number;
  readonly question: EffectQuestion;
  readonly window: Window;
  readonly candidates: readonly Candidate[];
  readonly view: EffectView;
  readonly form: SeriesForm;
  readonly indicator: Indicator;
  readonly levelOf: EffectFigures['levelOf'];
}

function limitsOf(all: Circumstances): Text[] {
  const { panel, region, question, window, candidates, view, form, indicator, levelOf } = all;
  const used = candidates.filter((c) => c.excluded === null);
  const level = levelOf(region, question.start - 1);
  const low = level !== INSUFFICIENT && level >= LINES.warned;
  const hand = used.filter((c) => c.byHand).length;
  const unlike = used.filter((c) => !alike(panel.tree, region, c.region)).length;
  const seasonal =
    view === 'own' && panel.frequency !== 'year' && !indicator.id.endsWith('_sa') && indicator.family !== 'macro';
  return [
    ...(low ? [WORDS.startedLow] : []),
    ...(window.cut ? [WORDS.cutToYear] : []),
    ...(seasonal ? [WORDS.seasonStays] : []),
    ...(form === 'joint' ? [WORDS.festival] : []),
    ...(window.gaps > 0 ? [sayBoth(WORDS.gapsLeftOut, { n: window.gaps })] : []),
    ...(unlike > hand ? [sayBoth(WORDS.fewAlike, { least: LINES.alike })] : []),
    ...(hand > 0 ? [sayBoth(WORDS.byHand, { n: hand })] : []),
    ...(used.length < LINES.alike ? [sayBoth(WORDS.lowPower, { n: used.length })] : []),
    WORDS.ours,
  ];
}
