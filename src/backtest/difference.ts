import type { WarningLevel } from '../base/level';
import type { LineReport, Report } from './report';

/** The figures by which two alarms are set side by side; null where one of them cannot be computed. */
export interface Figures {
  readonly recall: number | null;
  readonly falseAlarmRate: number | null;
  readonly precision: number | null;
  readonly noiseToSignal: number | null;
  readonly youden: number | null;
  readonly auc: number | null;
  readonly caught: number | null;
  readonly medianLead: number | null;
  readonly shareAway: number | null;
  readonly shareOn: number | null;
  readonly perRegionDecade: number | null;
  readonly flipsPerYear: number | null;
}

/** Second minus first, of an alarm that both have. */
export interface Difference {
  /** Null: the region level. */
  readonly ruleId: string | null;
  readonly atLeast: WarningLevel;
  readonly figures: Figures;
}

/** Two reports over the same panel and episodes: the second minus the first, for each line that both have. */
export function differencesOf(first: Report, second: Report): Difference[] {
  const lines = (report: Report) => [
    ...report.levels.map((line) => ({ ruleId: null, line, auc: report.discrimination.auc })),
    ...report.rules.flatMap(({ rule, statistic, lines: own }) =>
      own.map((line) => ({ ruleId: rule.id, line, auc: statistic.auc })),
    ),
  ];
  const others = lines(second);
  return lines(first).flatMap(({ ruleId, line, auc }) => {
    const other = others.find((o) => o.ruleId === ruleId && o.line.atLeast === line.atLeast);
    if (!other) return [];
    const before = figuresOf(line, auc);
    const after = figuresOf(other.line, other.auc);
    const figures = Object.fromEntries(
      Object.entries(before).map(([name, was]) => {
        const is = after[name as keyof Figures];
        return [name, was === null || is === null ? null : is - was];
      }),
    ) as unknown as Figures;
    return [{ ruleId, atLeast: line.atLeast, figures }];
  });
}

function figuresOf({ total: { months, episodes, alarms } }: LineReport, auc: number | null): Figures {
  return {
    recall: months.recall,
    falseAlarmRate: months.falseAlarmRate,
    precision: months.precision,
    noiseToSignal: months.noiseToSignal,
    youden: months.youden,
    auc,
    caught: episodes.caught,
    medianLead: episodes.lead.median,
    shareAway: alarms.shareAway,
    shareOn: alarms.shareOn,
    perRegionDecade: alarms.perRegionDecade,
    flipsPerYear: alarms.flipsPerYear,
  };
}
