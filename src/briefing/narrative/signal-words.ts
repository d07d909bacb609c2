import { formatNumber, roundTo, withUnit } from '../../base/format';
import { PERIODS_PER_YEAR } from '../../base/period';
import { defineText, type Text } from '../../base/text';
import type { SignalDerivation } from '../../levels/derivation';
import { statisticWords } from '../../levels/words';
import type { Rule } from '../../signals/rule';
import { indicatorWords, isGrowth } from './figure-words';
import { type Named, spanInWords, type Teller, tight } from './teller';
import type { Said } from './said';

/** What a rule measures, as a sentence says it: `{value}` is the statistic with its verb. */
const MEASURES = defineText({
  onYear: { zh: '{indicator}{mean}同比{value}', en: '{indicator}{mean} {value} on a year before' },
  onPrevious: { zh: '{indicator}{mean}环比{value}', en: '{indicator}{mean} {value} on the period before' },
  onLag: { zh: '{indicator}{mean}较{lag}前{value}', en: '{indicator}{mean} {value} on {lag} before' },
  level: { zh: '{indicator}{value}', en: '{indicator} {value}' },
  growth: { zh: '{indicator}同比{value}', en: '{indicator} {value} on a year before' },
  rise: { zh: '{indicator}{mean}自低点{value}', en: '{indicator}{mean} {value} from its low' },
  progress: { zh: '{indicator}落后时序进度{value}', en: '{indicator} {value} behind schedule' },
  ahead: { zh: '{indicator}超出时序进度{value}', en: '{indicator} {value} ahead of schedule' },
  scaleShare: {
    zh: '{indicator}近{count}合计占劳动力的{value}',
    en: '{indicator}, sum of {count}, {value} of the labour force',
  },
  scalePersons: { zh: '{indicator}近{count}合计{value}', en: '{indicator}, sum of {count}, {value}' },
  streak: { zh: '{indicator}连续{value}变差', en: '{indicator} worse {value} in a row' },
  other: { zh: '{rule}为{value}', en: '{rule}: {value}' },
  mean: { zh: '{count}平均', en: ' (mean of {count})' },
  absent: { zh: '{rule}本期无法计算', en: '{rule} not computable for this period' },
});

const VERBS = defineText({
  grow: { zh: '增长', en: 'up ' },
  shrink: { zh: '下降', en: 'down ' },
  rise: { zh: '上升', en: 'up ' },
  fall: { zh: '下降', en: 'down ' },
});

const T = defineText({
  line: { zh: '{what}（{level}线为{line}）', en: '{what} (line of {level}: {line})' },
  lineBelow: {
    zh: '{what}（信号仍计为{counted}，{level}线为{line}）',
    en: '{what} (still counted as {counted}; line of {level}: {line})',
  },
  since: { zh: '{what}，自{period}起{state}', en: '{what}, {state} since {period}' },
});

const STATES: Readonly<Record<'pending' | 'active' | 'recovering' | 'stale', Text>> = defineText({
  pending: { zh: '待确认', en: 'pending' },
  active: { zh: '生效', en: 'active' },
  recovering: { zh: '处于恢复期', en: 'recovering' },
  stale: { zh: '因缺数沿用', en: 'held over a missing figure' },
});

export function ruleOf(t: Teller, ruleId: string): Rule | undefined {
  return t.facts.rules.all.find(({ id }) => id === ruleId);
}

/**
 * What a signal says: statistic against the line that it has reached, and since when. `新申领失业保险金人数三个月平均同比
 * 增长92.3%（Ⅰ级线为80%），自2026年1月起生效`.
 */
export function signalSaid(t: Teller, region: Named, signal: SignalDerivation, withState = true): Said {
  const what = statisticSaid(t, region, signal);
  const lined = lineSaid(t, region, signal, what);
  if (!withState || !(signal.state in STATES)) return lined;
  const state = STATES[signal.state as keyof typeof STATES][t.lang];
  return t.say(T.since, { what: lined, period: t.period(signal.since), state });
}

function statisticSaid(t: Teller, region: Named, signal: SignalDerivation): Said {
  const rule = ruleOf(t, signal.ruleId);
  const indicator = t.indicator(signal.indicatorId);
  const name = rule?.name[t.lang] ?? signal.ruleId;
  if (signal.statistic === null) return t.say(MEASURES.absent, { rule: t.numbersIn(name, `name.${signal.ruleId}`) });
  if (!rule || !indicator) return otherSaid(t, region, signal, name);
  const params = rule.detector.params;
  const number = (key: string, otherwise: number): number => {
    const value = params[key];
    return typeof value === 'number' ? value : otherwise;
  };
  const { kind } = rule.detector;
  const means = number('meanPeriods', kind === 'rise' ? 3 : 1);
  const growth = tellsGrowth(t, signal);
  const shown = signal.sign * signal.statistic;
  const parts = {
    indicator: indicatorWords(indicator, t.lang),
    mean: means > 1 && kind !== 'level' ? t.say(MEASURES.mean, { count: spanInWords(t, means) }) : '',
    lag: spanInWords(t, number('lag', 1)),
    count: spanInWords(t, number('periods', 1)),
  };
  const value = (verb: boolean): Said => statisticValue(t, region, signal, shown, verb);
  switch (kind) {
    case 'change': {
      const lag = number('lag', 1);
      const against = lag === PERIODS_PER_YEAR[t.facts.frequency] ? 'onYear' : lag === 1 ? 'onPrevious' : 'onLag';
      return t.say(MEASURES[against], { ...parts, value: value(true) });
    }
    case 'rise':
      return t.say(MEASURES.rise, { ...parts, value: value(true) });
    case 'level':
      return t.say(MEASURES[growth ? 'growth' : 'level'], { ...parts, value: value(growth && t.lang === 'zh') });
    case 'progress':
      return t.say(MEASURES[shown < 0 ? 'ahead' : 'progress'], {
        ...parts,
        value: statisticValue(t, region, signal, Math.abs(shown), false),
      });
    case 'scale':
      return t.say(MEASURES[signal.unit === 'share' ? 'scaleShare' : 'scalePersons'], {
        ...parts,
        value: value(false),
      });
    case 'streak':
      return t.say(MEASURES.streak, { ...parts, value: value(false) });
    default:
      return otherSaid(t, region, signal, name);
  }
}

function otherSaid(t: Teller, region: Named, signal: SignalDerivation, rule: string): Said {
  return t.say(MEASURES.other, {
    rule: t.numbersIn(rule, `name.${signal.ruleId}`),
    value: statisticValue(t, region, signal, signal.sign * signal.statistic!, false),
  });
}

/** The statistic as a person reads it, with its verb where it is a change; bound to the rule. */
function statisticValue(t: Teller, region: Named, signal: SignalDerivation, shown: number, verb: boolean): Said {
  const said = numberSaid(t, signal, verb ? Math.abs(shown) : shown);
  const bound = t.bound({
    key: `rule:${signal.ruleId}`,
    indicatorId: signal.indicatorId,
    regionCode: region.code,
    at: signal.statisticPeriod,
    value: shown,
    unit: signal.unit === 'unit' ? (t.indicator(signal.indicatorId)?.unit ?? '') : signal.unit,
    said,
    knownOn: null,
  });
  return verb ? withVerb(t, signal, shown, bound) : bound;
}

/** 增长 or 下降 of amounts and growth rates, 上升 or 下降 of differences; nothing before a nought. */
function withVerb(t: Teller, signal: SignalDerivation, shown: number, { text, figures }: Said): Said {
  const relative = signal.unit === 'percent' || tellsGrowth(t, signal);
  const verb = shown < 0 ? (relative ? 'shrink' : 'fall') : relative ? 'grow' : 'rise';
  return { text: (shown === 0 ? '' : VERBS[verb][t.lang]) + text, figures };
}

/** The level of a growth rate, which a Chinese sentence tells as growth. */
function tellsGrowth(t: Teller, { detector, indicatorId }: SignalDerivation): boolean {
  const indicator = t.indicator(indicatorId);
  return detector === 'level' && indicator !== undefined && isGrowth(indicator);
}

/** In the decimals of the statistic; a line without the noughts behind it. */
function numberSaid(t: Teller, signal: SignalDerivation, value: number, decimals = signal.decimals): string {
  if (signal.unit === 'periods') return t.span('', value).text;
  if (signal.unit === 'points')
    return withUnit(formatNumber(value, decimals), t.lang === 'zh' ? '个百分点' : 'percentage points');
  const unit = t.indicator(signal.indicatorId)?.unit ?? '';
  const words = statisticWords(value, signal.unit, unit, 1, decimals, false)[t.lang];
  return t.lang === 'zh' ? tight(words) : words;
}

/** With the line of the level that was reached, or of the lowest one where none was. */
function lineSaid(t: Teller, region: Named, signal: SignalDerivation, what: Said): Said {
  const { reached, level, thresholds } = signal;
  if (signal.statistic === null) return what;
  const at = reached >= 1 && reached <= 4 ? reached : level >= 1 && level <= 4 ? level : lowest(thresholds);
  const line = at > 0 ? thresholds[at - 1] : null;
  if (line === null || line === undefined) return what;
  const shown = signal.sign * line;
  const change = signal.detector === 'change' || signal.detector === 'rise';
  const growth = t.lang === 'zh' && tellsGrowth(t, signal);
  // A line of changes on the same side as the statistic goes without its verb: 增长92.3%（Ⅰ级线为80%）.
  const verb = growth || (change && Math.sign(shown) !== Math.sign(signal.sign * signal.statistic));
  const figure = t.bound({
    key: `line:${signal.ruleId}:${at}@${region.code}`,
    indicatorId: signal.indicatorId,
    regionCode: region.code,
    value: shown,
    unit: signal.unit,
    said: numberSaid(t, signal, change || growth ? Math.abs(shown) : shown, shortest(shown, signal.decimals)),
  });
  const named = (byte: number): string => {
    const words = t.levels.inline(byte)[t.lang];
    return t.lang === 'zh' ? tight(words) : words;
  };
  const still = level >= 1 && level <= 4 && reached < level;
  return t.say(still ? T.lineBelow : T.line, {
    what,
    counted: named(level),
    level: named(at),
    line: verb ? withVerb(t, signal, shown, figure) : figure,
  });
}

function shortest(value: number, most: number): number {
  let decimals = 0;
  while (decimals < most && roundTo(value, decimals) !== roundTo(value, most)) decimals++;
  return decimals;
}

function lowest(thresholds: SignalDerivation['thresholds']): number {
  return thresholds.findIndex((line) => line !== null) + 1;
}
