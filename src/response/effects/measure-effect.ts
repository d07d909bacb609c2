import { formatNumber, formatSigned, withUnit } from '../../base/format';
import type { Indicator } from '../../base/indicators';
import { INSUFFICIENT, type LevelByte } from '../../base/level';
import { PERIODS_PER_YEAR, type Period } from '../../base/period';
import { sayBoth, type Text } from '../../base/text';
import { formKey, type SeriesForm } from '../../indicators/form';
import { both, inlineUnit } from '../../levels/words';
import type { Panel } from '../../panel/panel';
import { spanWords } from '../case/words';
import { type Candidate, chooseControls } from './choose-controls';
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
import { limitsOf, trendLimit } from './limits';
import { EFFECT_WORDS as WORDS } from './text';
import { type Named, untold, verdictOf } from './verdict';
import { atSpan, toOwnMean, type ComparedSpan, spanOf } from './compared-span';

/** Where figures and levels come from; `panelFor` prepares the form that is asked for. */
export interface EffectFigures {
  readonly panelFor: (indicatorId: string, form: SeriesForm) => Panel;
  readonly levelOf: (region: number, period: Period) => LevelByte;
}

/**
 * Did an indicator of a region go another way than in comparable regions since a measure began? Difference in differences
 * and synthetic control side by side, each with its checks; a verdict in words, which may be that it cannot be told.
 * Flow: indicator → comparable figures → span → controls → both estimates → verdict.
 */
export function measureEffect(question: EffectQuestion, { panelFor, levelOf }: EffectFigures): EffectAnswer {
  const plain = panelFor(question.indicatorId, 'reported');
  const indicator = plain.catalogue.byId.get(question.indicatorId);
  const form = indicator ? comparableForm(indicator, plain.frequency) : 'reported';
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
  const span = spanOf(panel, course(region), start, periods, view);
  const scaled = view === 'own' && indicator.kind !== 'rate';
  const taken = (of: number): Float64Array | null => {
    const values = atSpan(course(of), span);
    return values && scaled ? toOwnMean(values, span.before) : values;
  };
  const own = span.at.length === 0 ? null : taken(region);
  if (!own) return refused([WORDS.noOwnFigures]);
  const candidates = chooseControls(panel, region, question, (of) => taken(of) !== null, levelOf);
  const used = candidates.filter((c) => c.excluded === null);
  const controls = used.map((c) => taken(c.region)!);
  const limits = limitsOf({ panel, region, question, span, candidates, view, form, indicator, levelOf });
  const listed = (weights: Float64Array | null): readonly EffectControl[] =>
    candidates.map((candidate) => ({
      regionCode: panel.tree.regions[candidate.region]!.code,
      excluded: candidate.excluded,
      byHand: candidate.byHand,
      apart: apartOf(own, taken(candidate.region), span.before),
      weight: weights?.[used.indexOf(candidate)] ?? 0,
    }));
  const faults = [...spanFaults(span), ...controlFaults(candidates)];
  if (faults.length > 0) return refused(faults, { controls: listed(null), limits });

  const named = namesOf(panel, region, indicator, span, head);
  const compared: Compared = {
    own,
    controls,
    before: span.before,
    perYear: PERIODS_PER_YEAR[panel.frequency],
    faults: baseShock(panel, region, span, view, levelOf) ? [WORDS.baseShock] : [],
    words: named.signed,
    size: named.size,
    figure: named.figure,
  };
  const difference = byDifference(compared);
  const synthetic = bySynthetic(compared);
  const verdict = verdictOf(difference, synthetic.answer, named);
  const shift = meanOf(own.subarray(0, span.before)) - meanOfAll(controls, span.before);
  return {
    ...head,
    controls: listed(synthetic.own.fit.weights),
    series: {
      periods: span.at.map((t) => panel.first + t),
      before: span.before,
      own,
      parallel: own.map((_, t) => controls.reduce((sum, c) => sum + c[t]!, 0) / controls.length + shift),
      twin: synthetic.own.twin,
      gap: synthetic.own.gap,
      chance: chanceBand(synthetic.placebos),
    },
    difference,
    synthetic: synthetic.answer,
    verdict,
    limits: [
      ...(verdict.better === false ? [WORDS.notItsFault] : []),
      ...trendLimit(difference, own.length, compared),
      ...limits,
    ],
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

function namesOf(panel: Panel, region: number, indicator: Indicator, span: ComparedSpan, head: Head): Named {
  const { decimals, differenceUnit } = head;
  const unit: Text = differenceUnit === 'points' ? { zh: '个百分点', en: 'pp' } : inlineUnit(differenceUnit);
  const since = span.at[span.before]!;
  return {
    region: panel.tree.regions[region]!.name,
    indicator: indicator.name,
    span: spanWords(panel, panel.first + since, panel.first + span.at.at(-1)!),
    worse: indicator.worse,
    size: (value) => both((lang) => withUnit(formatNumber(value, decimals), unit[lang])),
    figure: (value) => formatSigned(value, decimals),
    signed: (value) => both((lang) => withUnit(formatSigned(value, decimals), unit[lang])),
  };
}

function spanFaults({ at, before, gaps }: ComparedSpan): Text[] {
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
  if (candidates.length === 0) return [WORDS.noPeers];
  const counts = EXCLUSIONS.flatMap((why) => {
    const many = candidates.filter((c) => c.excluded === why).length;
    return many === 0 ? [] : [sayBoth(WORDS[`${why}-n`], { n: many })];
  });
  const why = { zh: counts.map((c) => c.zh).join('、'), en: counts.map((c) => c.en).join(', ') };
  return [sayBoth(WORDS.fewControls, { n, least: LINES.controls, all: candidates.length, why })];
}

/** Against the year before: was the region in trouble then? What follows would look better by that alone. */
function baseShock(
  panel: Panel,
  region: number,
  { at, before }: ComparedSpan,
  view: EffectView,
  levelOf: EffectFigures['levelOf'],
): boolean {
  if (view !== 'yoy') return false;
  return at.slice(before).some((t) => {
    const level = levelOf(region, panel.first + t - PERIODS_PER_YEAR[panel.frequency]);
    return level !== INSUFFICIENT && level >= LINES.warned;
  });
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
