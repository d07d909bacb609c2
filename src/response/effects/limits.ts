import { INSUFFICIENT, type LevelByte } from '../../base/level';
import type { Period } from '../../base/period';
import type { Indicator } from '../../base/indicators';
import { sayBoth, type Text } from '../../base/text';
import type { SeriesForm } from '../../indicators/form';
import type { Panel } from '../../panel/panel';
import { alike, type Candidate } from './choose-controls';
import { type DifferenceAnswer, EFFECT_LINES as LINES, type EffectQuestion, type EffectView } from './effect';
import type { Compared } from './estimate';
import { EFFECT_WORDS as WORDS } from './text';
import type { ComparedSpan } from './compared-span';

/** A trend that was not found to differ may still be large enough to make all that was found. */
export function trendLimit({ trend, difference, finding }: DifferenceAnswer, count: number, c: Compared): Text[] {
  const value = (trend.perYear * (count / 2)) / c.perYear;
  if (finding !== 'effect' || value * difference <= 0 || Math.abs(value) < Math.abs(difference) / 2) return [];
  return [sayBoth(WORDS.trendMatters, { value: c.words(value) })];
}

interface Circumstances {
  readonly panel: Panel;
  readonly region: number;
  readonly question: EffectQuestion;
  readonly span: ComparedSpan;
  readonly candidates: readonly Candidate[];
  readonly view: EffectView;
  readonly form: SeriesForm;
  readonly indicator: Indicator;
  readonly levelOf: (region: number, period: Period) => LevelByte;
}

/** What has to be known before the answer is used, the gravest first. */
export function limitsOf(all: Circumstances): Text[] {
  const { panel, region, question, span, candidates, view, form, indicator, levelOf } = all;
  const used = candidates.filter((c) => c.excluded === null);
  const low = [question.start - 1, question.start].some((period) => {
    const level = levelOf(region, period);
    return level !== INSUFFICIENT && level >= LINES.warned;
  });
  const end = panel.first + span.at.at(-1)!;
  const unsure = used.filter(({ region: other }) => {
    for (let period = question.start; period <= end; period++)
      if (levelOf(other, period) !== INSUFFICIENT) return false;
    return true;
  }).length;
  const hand = used.filter((c) => c.byHand).length;
  const unlike = used.filter((c) => !alike(panel.tree, region, c.region)).length;
  const seasonal =
    view === 'own' && panel.frequency !== 'year' && !indicator.id.endsWith('_sa') && indicator.family !== 'macro';
  return [
    ...(low ? [WORDS.startedLow] : []),
    ...(span.cut ? [WORDS.cutToYear] : []),
    ...(seasonal ? [WORDS.seasonStays] : []),
    ...(form === 'joint' ? [WORDS.festival] : []),
    ...(span.gaps > 0 ? [sayBoth(WORDS.gapsLeftOut, { n: span.gaps })] : []),
    ...(unsure > 0 ? [sayBoth(WORDS.levelUnknown, { n: unsure })] : []),
    ...(unlike > hand ? [sayBoth(WORDS.fewAlike, { least: LINES.alike })] : []),
    ...(hand > 0 ? [sayBoth(WORDS.byHand, { n: hand })] : []),
    ...(used.length < LINES.alike ? [sayBoth(WORDS.lowPower, { n: used.length })] : []),
    WORDS.ours,
  ];
}
