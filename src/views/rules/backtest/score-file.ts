import type { Lang } from '../../../base/text';
import { csvText } from '../../../observations/to-csv';
import { FIGURES, type ScoreRow } from './figures';
import { FIGURE_TEXT } from './figure-text';
import { ruleName } from './score-names';
import { BACKTEST_TEXT } from './text';

/** Figures that stand beside others on the screen. */
const BESIDE = {
  chanceAway: ({ total }: ScoreRow) => total.alarms.chanceAway,
  eventShare: ({ total }: ScoreRow) => total.months.eventShare,
  lead_q1: ({ total }: ScoreRow) => total.episodes.lead.q3,
  lead_q3: ({ total }: ScoreRow) => total.episodes.lead.q1,
} as const;

/** The table of scores as it is, with ten digits; what cannot be computed is empty. Leads are positive when early. */
export function scoresCsv(
  sets: readonly { readonly name: string; readonly rows: readonly ScoreRow[] }[],
  head: readonly string[],
  lang: Lang,
): string {
  const columns = [
    BACKTEST_TEXT.rules[lang],
    BACKTEST_TEXT.alarm[lang],
    BACKTEST_TEXT.ruleCode[lang],
    BACKTEST_TEXT.levelCode[lang],
    BACKTEST_TEXT.threshold[lang],
    ...FIGURES.map(({ key }) => FIGURE_TEXT[key][lang]),
    ...Object.keys(BESIDE),
  ];
  const lines = sets.flatMap(({ name, rows }) =>
    rows.map((row) =>
      [
        csvText(name),
        csvText(ruleName(row.rule, lang)),
        csvText(row.rule?.id ?? ''),
        String(row.atLeast),
        plain(row.threshold),
        ...FIGURES.map(({ of }) => plain(of(row))),
        ...Object.entries(BESIDE).map(([key, of]) => plain(turned(key, of(row)))),
      ].join(','),
    ),
  );
  return `${[...head.map(csvText), columns.map(csvText).join(','), ...lines].join('\n')}\n`;
}

function plain(value: number | null): string {
  return value === null || !Number.isFinite(value) ? '' : String(Number(value.toPrecision(10)));
}

function turned(key: string, value: number | null): number | null {
  return key.startsWith('lead') && value !== null && value !== 0 ? -value : value;
}
