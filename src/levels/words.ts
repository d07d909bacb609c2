import { formatNumber, formatPeriodWords, formatSigned, NO_FIGURE, withUnit } from '../base/format';
import type { Frequency, Period } from '../base/period';
import type { StatisticUnit } from '../detectors/detector';
import { defineText, type Lang, sayBoth, type Text } from '../base/text';
import { unitShort } from '../base/units';
import type { LevelWords } from './level-names';
import type { Condition } from './scheme';

const LANGS = ['zh', 'en'] as const;

/** The same function of the language for both languages. */
export function both(of: (lang: Lang) => string): Text {
  const [zh, en] = LANGS.map(of);
  return { zh: zh!, en: en! };
}

const STATISTIC_UNITS: Readonly<Record<Exclude<StatisticUnit, 'unit'>, Text>> = {
  points: { zh: '个百分点', en: 'pp' },
  percent: { zh: '%', en: '%' },
  periods: { zh: '期', en: 'periods' },
  persons: { zh: '人', en: 'persons' },
  share: { zh: '%', en: '%' },
  deviations: { zh: '个标准差', en: 'SD' },
  score: { zh: '分', en: 'points' },
};

/** Unit behind a figure in a sentence; a bare ratio or index needs none. */
export function inlineUnit(unitId: string): Text {
  return unitId === 'ratio' || unitId === 'index' ? { zh: '', en: '' } : unitShort(unitId);
}

/** A statistic as a person reads it: `+0.8个百分点`, `−6.2%`, `0.78`. Differences carry their sign, values do not. */
export function statisticWords(
  statistic: number | null,
  unit: StatisticUnit,
  indicatorUnit: string,
  sign: 1 | -1,
  decimals: number,
  difference: boolean,
): Text {
  if (statistic === null) return { zh: NO_FIGURE, en: NO_FIGURE };
  const shown = sign * statistic;
  const figure = difference ? formatSigned(shown, decimals) : formatNumber(shown, decimals);
  const label = unit === 'unit' ? inlineUnit(indicatorUnit) : STATISTIC_UNITS[unit];
  return both((lang) => withUnit(figure, label[lang]));
}

export function periodWords(frequency: Frequency, period: Period, weekEndsOn: number): Text {
  return both((lang) => formatPeriodWords(frequency, period, lang, weekEndsOn));
}

const CONDITIONS = defineText({
  signals: { zh: '至少 {n} 项信号达到 {l}及以上', en: 'at least {n} signal(s) at {l} or above' },
  families: { zh: '至少 {n} 个指标族达到 {l}及以上', en: 'at least {n} indicator families at {l} or above' },
  family: { zh: '至少 1 个指标族达到 {l}及以上', en: 'at least one indicator family at {l} or above' },
  floor: { zh: '有下限指标达到 {l}及以上', en: 'a floor indicator at {l} or above' },
  scale: { zh: '规模触发达到 {l}及以上', en: 'the scale trigger at {l} or above' },
  rule: { zh: '规则“{rules}”达到 {l}及以上', en: 'the rule “{rules}” at {l} or above' },
  allRules: { zh: '规则“{rules}”均达到 {l}及以上', en: 'all of the rules “{rules}” at {l} or above' },
  someRules: {
    zh: '规则“{rules}”中至少 {n} 项达到 {l}及以上',
    en: 'at least {n} of the rules “{rules}” at {l} or above',
  },
  score: { zh: '综合分数不高于 {most} 分', en: 'a total score of {most} or less' },
});

/** A condition of the scheme in words; `ruleName` gives the name of a rule by its id. */
export function conditionWords(condition: Condition, levels: LevelWords, ruleName: (id: string) => Text): Text {
  switch (condition.kind) {
    case 'signals':
      return sayBoth(CONDITIONS.signals, { n: condition.count, l: levels.inline(condition.atLeast) });
    case 'families': {
      const parts = condition.require.map((r) =>
        sayBoth(r.count === 1 ? CONDITIONS.family : CONDITIONS.families, { n: r.count, l: levels.inline(r.atLeast) }),
      );
      return { zh: parts.map((p) => p.zh).join('，且'), en: parts.map((p) => p.en).join(', and ') };
    }
    case 'floor':
      return sayBoth(CONDITIONS.floor, { l: levels.inline(condition.atLeast) });
    case 'scale':
      return sayBoth(CONDITIONS.scale, { l: levels.inline(condition.atLeast) });
    case 'rules': {
      const { rules, count } = condition;
      const names = rules.map(ruleName);
      const template = rules.length === 1 ? 'rule' : count === rules.length ? 'allRules' : 'someRules';
      return sayBoth(CONDITIONS[template], {
        rules: { zh: names.map((n) => n.zh).join('”“'), en: names.map((n) => n.en).join('”, “') },
        n: count,
        l: levels.inline(condition.atLeast),
      });
    }
    case 'score':
      return sayBoth(CONDITIONS.score, { most: condition.atMost });
  }
}
