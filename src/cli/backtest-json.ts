import { formatPeriod } from '../base/period';
import type { Calibration, CalibrationCall } from '../backtest/calibrate';
import type { Difference } from '../backtest/difference';
import type { RocPoint } from '../backtest/distribution';
import { type Episode, type Events, Label, type Target } from '../backtest/events';
import type { MonthScores } from '../backtest/month-scores';
import type { Discrimination, LineReport, Report, RuleReport } from '../backtest/report';
import type { RegionScores } from '../backtest/scores';
import type { Spread } from '../backtest/spread';
import type { Panel } from '../panel/panel';

/** A result for other programs: periods written out, ten digits, not computable as null. */
export interface Writing {
  readonly panel: Panel;
  /** Region by region as well. */
  readonly detail: boolean;
}

const spell = ({ panel }: Writing, position: number): string =>
  formatPeriod(panel.frequency, panel.first + position, panel.weekEndsOn);

/** Ten digits: enough for any use, and free of binary dust. ±Infinity, like not computable, is null. */
function number(value: number | null): number | null {
  return value === null || !Number.isFinite(value) ? null : Number(value.toPrecision(10));
}

function monthsJson(m: MonthScores) {
  return {
    A_hit: m.hit,
    B_false_alarm: m.falseAlarm,
    C_miss: m.miss,
    D_quiet: m.quiet,
    recall: number(m.recall),
    false_alarm_rate: number(m.falseAlarmRate),
    precision: number(m.precision),
    noise_to_signal: number(m.noiseToSignal),
    youden: number(m.youden),
    event_share: number(m.eventShare),
  };
}

function spreadJson({ n, median, q1, q3 }: Spread) {
  return { n, median: number(median), q1: number(q1), q3: number(q3) };
}

function bestJson(best: RocPoint | null) {
  return (
    best && {
      threshold: number(best.threshold),
      sensitivity: number(best.sensitivity),
      specificity: number(best.specificity),
    }
  );
}

function discriminationJson({ events, quiets, auc, best }: Discrimination) {
  return { event_periods: events, quiet_periods: quiets, auc: number(auc), best_youden: bestJson(best) };
}

function lineJson({ atLeast, threshold, total, regions }: LineReport, auc: number | null, writing: Writing): object {
  const { months, episodes, alarms } = total;
  return {
    level: atLeast,
    threshold: number(threshold),
    ...monthsJson(months),
    auc: number(auc),
    episodes: {
      counted: episodes.counted,
      left_out: episodes.leftOut,
      hits: episodes.hits,
      misses: episodes.misses,
      caught: number(episodes.caught),
      lead: spreadJson(episodes.lead),
      onset_lead: spreadJson(episodes.onsetLead),
    },
    alarms: {
      spells: alarms.spells,
      per_region_decade: number(alarms.perRegionDecade),
      away: alarms.away,
      share_away: number(alarms.shareAway),
      periods_share_away: number(alarms.periodsShareAway),
      chance_away: number(alarms.chanceAway),
      periods_on: alarms.periodsOn,
      share_on: number(alarms.shareOn),
      flips_per_year: number(alarms.flipsPerYear),
    },
    regions: writing.detail ? regions.map((r) => regionJson(r, writing)) : null,
  };
}

function regionJson({ region, months, outcomes, spells }: RegionScores, writing: Writing): object {
  return {
    region_code: writing.panel.tree.regions[region]!.code,
    ...monthsJson(months),
    episodes: outcomes.map(({ episode, counted, lead, onsetLead }) => ({
      ...datesJson(episode, writing),
      counted,
      lead,
      onset_lead: onsetLead,
    })),
    spells: spells.map((s) => ({
      first: spell(writing, s.first),
      last: spell(writing, s.last),
      periods: s.last - s.first + 1,
      away: s.away,
      overlaps: s.overlaps,
      event_within_year: s.eventWithinYear,
    })),
  };
}

function datesJson({ first, last, name }: Episode, writing: Writing) {
  return { first: spell(writing, first), last: spell(writing, last), label: name };
}

export function levelsJson({ levels, discrimination }: Report, writing: Writing): object[] {
  return levels.map((line) => lineJson(line, discrimination.auc, writing));
}

export function ruleJson({ rule, statistic, byRegion, lines }: RuleReport, writing: Writing): object {
  return {
    rule: rule.id,
    indicator: rule.indicator,
    detector: rule.detector.kind,
    ...discriminationJson(statistic),
    thresholds: lines.map((line) => lineJson(line, statistic.auc, writing)),
    regions: writing.detail
      ? byRegion.map(({ region, ...own }) => ({
          region_code: writing.panel.tree.regions[region]!.code,
          ...discriminationJson(own),
        }))
      : null,
  };
}

/** Where the episodes come from, how many there are, and each with the number of regions that had it. */
export function episodesJson(events: Events, target: Target | null, writing: Writing): object {
  const found = new Map<string, { episode: Episode; regions: number }>();
  for (const episode of events.episodes.flat()) {
    const key = `${episode.first} ${episode.last} ${episode.name}`;
    const known = found.get(key);
    if (known) known.regions++;
    else found.set(key, { episode, regions: 1 });
  }
  const counts = [0, 0, 0];
  for (const label of events.label) counts[label]!++;
  return {
    target,
    event_periods: counts[Label.event],
    quiet_periods: counts[Label.quiet],
    unlabelled_periods: counts[Label.unknown],
    list: [...found.values()]
      .toSorted((a, b) => a.episode.first - b.episode.first || a.episode.last - b.episode.last)
      .map(({ episode, regions }) => ({ ...datesJson(episode, writing), regions })),
  };
}

export function differenceJson({ ruleId, atLeast, figures }: Difference): object {
  return {
    rule: ruleId,
    level: atLeast,
    recall: number(figures.recall),
    false_alarm_rate: number(figures.falseAlarmRate),
    precision: number(figures.precision),
    noise_to_signal: number(figures.noiseToSignal),
    youden: number(figures.youden),
    auc: number(figures.auc),
    caught: number(figures.caught),
    median_lead: number(figures.medianLead),
    share_away: number(figures.shareAway),
    share_on: number(figures.shareOn),
    per_region_decade: number(figures.perRegionDecade),
    flips_per_year: number(figures.flipsPerYear),
  };
}

export function calibrationJson(rule: string, call: CalibrationCall, found: Calibration, writing: Writing): object {
  return {
    rule,
    method: call.method,
    quantile: call.method === 'quantile' ? call.quantile : null,
    miss_cost: call.method === 'cost' ? call.missCost : null,
    least_recall: call.method === 'nsr' ? call.leastRecall : null,
    hold_out_from: call.holdOutFrom === null ? null : spell(writing, call.holdOutFrom),
    least_episodes: call.leastEpisodes,
    episodes: { fit: found.episodes.fit, hold_out: found.episodes.holdOut },
    refused: found.refused,
    threshold: number(found.threshold),
    fit: found.fit && monthsJson(found.fit),
    hold_out: found.holdOut && monthsJson(found.holdOut),
    candidates: found.candidates.map(({ threshold, scores }) => ({
      threshold: number(threshold),
      ...monthsJson(scores),
    })),
  };
}
