import { formatNumber } from '../../../base/format';
import { levelNumeral, type WarningLevel } from '../../../base/level';
import type { Lang } from '../../../base/text';
import type { Rule } from '../../../signals/rule';
import type { ScoreRow } from './figures';
import { BACKTEST_TEXT } from './text';

/** "城镇登记失业率 ≥Ⅲ": an alarm in few words, for titles and lists. */
export function alarmName(rule: Rule | null, atLeast: WarningLevel, lang: Lang): string {
  return `${ruleName(rule, lang)} ≥${levelNumeral(atLeast)}`;
}

export function ruleName(rule: Rule | null, lang: Lang): string {
  return rule ? rule.name[lang] : BACKTEST_TEXT.regionLevel[lang];
}

export function thresholdWords({ rule, threshold }: Pick<ScoreRow, 'rule' | 'threshold'>): string {
  return threshold === null ? '' : formatNumber(threshold, rule?.decimals ?? 2);
}

/** "Ⅲ 0.50", a label beside a dot. */
export function markLabel(row: Pick<ScoreRow, 'rule' | 'threshold' | 'atLeast'>): string {
  return `${levelNumeral(row.atLeast)} ${thresholdWords(row)}`.trim();
}
