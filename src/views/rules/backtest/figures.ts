import type { Scores } from '../../../backtest/scores';
import type { Figures } from '../../../backtest/difference';
import { formatNumber, formatShare, formatSigned, NO_FIGURE } from '../../../base/format';
import type { WarningLevel } from '../../../base/level';
import type { Lang } from '../../../base/text';
import type { BacktestSet } from '../../../platform/engine-backtest-api';
import type { Rule } from '../../../signals/rule';
import { lineKey } from './settings';
import { FIGURE_TEXT, REASON_TEXT } from './figure-text';

/** One alarm with its scores: the region level at or above a level, or a rule at one of its thresholds. */
export interface ScoreRow {
  readonly key: string;
  /** Null = the level of the region. */
  readonly rule: Rule | null;
  readonly atLeast: WarningLevel;
  readonly threshold: number | null;
  readonly total: Scores;
  readonly auc: number | null;
}

/** Alarms of a rule set that spoke on the data at all, levels first. */
export function scoreRows({ discrimination, levels, rules }: BacktestSet): ScoreRow[] {
  return [
    ...levels.map((line) => ({ rule: null, auc: discrimination.auc, ...line })),
    ...rules.flatMap(({ rule, statistic, lines }) => lines.map((line) => ({ rule, auc: statistic.auc, ...line }))),
  ]
    .filter(({ total }) => total.alarms.flipsPerYear !== null)
    .map((row) => ({ ...row, key: lineKey(row.rule?.id ?? null, row.atLeast) }));
}

/** Rules of a set that could never speak on the data. */
export function silentRules({ rules }: BacktestSet): number {
  return rules.filter(({ lines }) => lines.every((l) => l.total.alarms.flipsPerYear === null)).length;
}

export type FigureKey = keyof typeof FIGURE_TEXT;
export type Reason = keyof typeof REASON_TEXT;

interface FigureSpec {
  readonly key: FigureKey;
  readonly of: (row: ScoreRow) => number | null;
  readonly write: (value: number, lang: Lang) => string;
  /** What stands smaller beside it: chance, spread. */
  readonly beside?: (row: ScoreRow, lang: Lang) => string;
  /** Why there is none. */
  readonly why: (row: ScoreRow) => Reason;
  /** The same of a difference between two sets, and in which direction it is better. */
  readonly difference?: { readonly key: keyof Figures; readonly better: 'up' | 'down' | null };
}

const count = (value: number): string => formatNumber(value);
const share = (value: number): string => formatShare(value, 1);
const two = (value: number): string => formatNumber(value, 2);
const three = (value: number): string => formatNumber(value, 3);
const one = (value: number): string => formatNumber(value, 1);

const noEpisode = ({ total }: ScoreRow): Reason => (total.episodes.counted === 0 ? 'noEpisode' : 'noHit');
const noAlarm = ({ total }: ScoreRow): Reason => (total.alarms.periodsOn === 0 ? 'noAlarm' : 'noJudged');
const noBoth = ({ total: { months } }: ScoreRow): Reason => (months.hit + months.miss === 0 ? 'noEvent' : 'noQuiet');

/** A share beside what chance would give. */
function chance(value: number | null, lang: Lang): string {
  return value === null ? '' : (lang === 'zh' ? '随机 ' : 'chance ') + formatShare(value, 1);
}

/** Periods of an onset from the start, as a lead: early is positive. */
export function asLead(periods: number | null): number | null {
  return periods === null ? null : periods === 0 ? 0 : -periods;
}

/** All figures of an alarm, in the order of the table. */
export const FIGURES: readonly FigureSpec[] = [
  { key: 'episodes', of: ({ total }) => total.episodes.counted, write: count, why: noEpisode },
  { key: 'hits', of: ({ total }) => total.episodes.hits, write: count, why: noEpisode },
  { key: 'misses', of: ({ total }) => total.episodes.misses, write: count, why: noEpisode },
  {
    key: 'caught',
    of: ({ total }) => total.episodes.caught,
    write: share,
    beside: ({ total }) => `n=${total.episodes.counted}`,
    why: noEpisode,
    difference: { key: 'caught', better: 'up' },
  },
  { key: 'spells', of: ({ total }) => total.alarms.spells, write: count, why: noAlarm },
  {
    key: 'away',
    of: ({ total }) => total.alarms.shareAway,
    write: share,
    beside: ({ total }, lang) => chance(total.alarms.chanceAway, lang),
    why: ({ total }) => (total.alarms.spells === 0 ? 'noAlarm' : 'noJudged'),
    difference: { key: 'shareAway', better: 'down' },
  },
  {
    key: 'precision',
    of: ({ total }) => total.months.precision,
    write: share,
    beside: ({ total }, lang) => chance(total.months.eventShare, lang),
    why: noAlarm,
    difference: { key: 'precision', better: 'up' },
  },
  {
    key: 'recall',
    of: ({ total }) => total.months.recall,
    write: share,
    why: () => 'noEvent',
    difference: { key: 'recall', better: 'up' },
  },
  {
    key: 'falseAlarmRate',
    of: ({ total }) => total.months.falseAlarmRate,
    write: share,
    why: () => 'noQuiet',
    difference: { key: 'falseAlarmRate', better: 'down' },
  },
  {
    key: 'noiseToSignal',
    of: ({ total }) => total.months.noiseToSignal,
    write: three,
    why: (row) => (row.total.months.recall === 0 ? 'noRecall' : noBoth(row)),
    difference: { key: 'noiseToSignal', better: 'down' },
  },
  {
    key: 'youden',
    of: ({ total }) => total.months.youden,
    write: three,
    why: noBoth,
    difference: { key: 'youden', better: 'up' },
  },
  { key: 'auc', of: ({ auc }) => auc, write: three, why: noBoth, difference: { key: 'auc', better: 'up' } },
  {
    key: 'lead',
    of: ({ total }) => asLead(total.episodes.lead.median),
    write: one,
    beside: ({ total: { episodes } }, lang) => {
      const { n, q1, q3 } = episodes.lead;
      if (q1 === null || q3 === null) return '';
      const spread = `${formatSigned(asLead(q3), 1)} ${lang === 'zh' ? '至' : 'to'} ${formatSigned(asLead(q1), 1)}`;
      return `${spread}${lang === 'zh' ? '，' : ', '}n=${n}`;
    },
    why: noEpisode,
    difference: { key: 'medianLead', better: 'up' },
  },
  {
    key: 'shareOn',
    of: ({ total }) => total.alarms.shareOn,
    write: share,
    beside: ({ total }) => count(total.alarms.periodsOn),
    why: noAlarm,
    difference: { key: 'shareOn', better: null },
  },
  {
    key: 'flipsPerYear',
    of: ({ total }) => total.alarms.flipsPerYear,
    write: two,
    why: noAlarm,
    difference: { key: 'flipsPerYear', better: 'down' },
  },
  {
    key: 'perRegionDecade',
    of: ({ total }) => total.alarms.perRegionDecade,
    write: two,
    why: noAlarm,
    difference: { key: 'perRegionDecade', better: null },
  },
];

/** A figure in words; what is not there as a dash with the reason. */
export function figureWords(spec: FigureSpec, row: ScoreRow, lang: Lang): { figure: string; beside: string } {
  const value = spec.of(row);
  if (value === null) return { figure: NO_FIGURE, beside: REASON_TEXT[spec.why(row)][lang] };
  return { figure: spec.write(value, lang), beside: spec.beside?.(row, lang) ?? '' };
}

/** Second minus first of a figure, oriented as the table has it, with its sign; and whether that is better. */
export function differenceWords(
  spec: FigureSpec,
  figures: Figures,
): { readonly value: number | null; readonly words: string; readonly verdict: 'better' | 'worse' | null } {
  if (!spec.difference) return { value: null, words: NO_FIGURE, verdict: null };
  const raw = figures[spec.difference.key];
  const value = spec.key === 'lead' ? asLead(raw) : raw;
  if (value === null) return { value, words: NO_FIGURE, verdict: null };
  const words = inPoints(spec) ? formatSigned(value * 100, 1) : formatSigned(value, spec.write === one ? 1 : 3);
  const { better } = spec.difference;
  if (better === null || /^[0.]+$/.test(words)) return { value, words, verdict: null };
  return { value, words, verdict: value > 0 === (better === 'up') ? 'better' : 'worse' };
}

/** Is the difference written in percentage points? */
export function inPoints(spec: FigureSpec): boolean {
  return spec.write === share;
}
