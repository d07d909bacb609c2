import { formatNumber } from '../base/format';
import { FAMILY_NAMES } from '../base/indicators';
import { levelNumeral, levelShort } from '../base/level';
import { type Frequency, formatPeriod } from '../base/period';
import { defineText, type Lang, say } from '../base/text';
import { SIGNAL_STATE_NAMES } from '../signals/rule';
import type { TrackOf } from './rule-test-file';
import type { RuleTestDifference } from './rule-tests';

const T = defineText({
  level: { zh: '地区等级', en: 'level of the region' },
  family: { zh: '“{name}”类等级', en: 'level of the family "{name}"' },
  signal: { zh: '规则 {id} 的等级', en: 'level of rule {id}' },
  state: { zh: '规则 {id} 的状态', en: 'state of rule {id}' },
  difference: {
    zh: '{period} {what}：得到 {got}，应为 {expected}',
    en: '{period} {what}: got {got}, expected {expected}',
  },
  rule: {
    zh: '{id}：统计量 {statistic}，阈值 {lines}，{state}',
    en: '{id}: statistic {statistic}, lines {lines}, {state}',
  },
  noRule: { zh: '没有规则在此有统计量', en: 'no rule has a statistic here' },
});

/** What a row of expectations is about, in words. */
export function trackWords(about: TrackOf, lang: Lang): string {
  switch (about.of) {
    case 'level':
      return say(T.level, lang);
    case 'family':
      return say(T.family, lang, { name: FAMILY_NAMES[about.family][lang] });
    case 'signal':
    case 'state':
      return say(T[about.of], lang, { id: about.ruleId });
  }
}

/** A byte of a track in words: a state's name, or a level. */
export function byteWords(about: TrackOf, byte: number, lang: Lang): string {
  return about.of === 'state' ? (SIGNAL_STATE_NAMES[byte] ?? '?') : levelShort(byte)[lang];
}

/** Where a test first differs, and what the rules measured there. Statistics stand as they met the lines, larger is worse. */
export function differenceWords(difference: RuleTestDifference, frequency: Frequency, lang: Lang): string {
  const { about, period, expected, got, rules } = difference;
  const first = say(T.difference, lang, {
    period: formatPeriod(frequency, period),
    what: trackWords(about, lang),
    got: byteWords(about, got, lang),
    expected: byteWords(about, expected, lang),
  });
  const told = rules.map(({ ruleId, statistic, thresholds, state }) =>
    say(T.rule, lang, {
      id: ruleId,
      statistic: formatNumber(statistic, 4),
      lines: thresholds
        .flatMap((v, i) => (v === null ? [] : [`${levelNumeral(i + 1)} ${formatNumber(v, 4)}`]))
        .join(' '),
      state: SIGNAL_STATE_NAMES[state] ?? '?',
    }),
  );
  const words = told.length > 0 ? told : [say(T.noRule, lang)];
  return [first, ...words].join(lang === 'zh' ? '；' : '; ');
}
