import type { Indicator } from '../base/indicators';
import { type Frequency, PERIODS_PER_YEAR } from '../base/period';
import { defineText, say, type Lang } from '../base/text';
import { unitShort } from '../base/units';
import type { RuleSeries } from './rule-series';
import type { Rule } from '../signals/rule';

const T = defineText({
  onYear: { zh: '同比', en: 'on a year before' },
  onPrevious: { zh: '环比', en: 'on the period before' },
  onLag: { zh: '较{lag}期前', en: 'on {lag} periods before' },
  mean: { zh: '{count}期平均', en: '{count}-period mean' },
  joint: { zh: '1—2月合并', en: 'January and February together' },
  rise: { zh: '自低点升幅', en: 'rise from its low' },
  riseMeasure: {
    zh: '{count}期平均较前{lookback}期最低点',
    en: '{count}-period mean against the lowest of the {lookback} before',
  },
  streak: { zh: '连续恶化', en: 'worse in a row' },
  streakMeasure: { zh: '连续恶化的期数', en: 'periods in a row that were worse' },
  progress: { zh: '落后进度', en: 'behind the target' },
  progressMeasure: {
    zh: '按时序应完成比例减已完成比例',
    en: 'share of the target due by the calendar less the share reached',
  },
  scalePersons: { zh: '近{count}期合计', en: 'sum of {count} periods' },
  scaleShare: { zh: '近{count}期合计占劳动力', en: 'sum of {count} periods as a share of the labour force' },
  points: { zh: '个百分点', en: 'pp' },
  periods: { zh: '期', en: 'periods' },
  persons: { zh: '人', en: 'persons' },
  deviations: { zh: '个标准差', en: 'SD' },
  score: { zh: '分', en: 'points' },
  floor: { zh: '下限指标', en: 'floor indicator' },
  scale: { zh: '规模触发', en: 'scale trigger' },
  nameScale: { zh: '{name}（规模触发）', en: '{name} (scale trigger)' },
  name: { zh: '{short}{what}', en: '{short}, {what}' },
});

export interface RuleWords {
  /** What the statistic is, short, for the title. */
  readonly name: string;
  /** Indicator, treatment, unit, and that it is a floor indicator or a scale trigger. */
  readonly measure: string;
  /** Indicator and treatment alone. */
  readonly treated: string;
  readonly unit: string;
  /** The statistic is a change and is written with its sign. */
  readonly signed: boolean;
}

/** What a rule measures, in words made from its detector and parameters. A detector without words of its own goes by the rule's name. */
export function ruleWords(
  rule: Rule,
  series: Pick<RuleSeries, 'unit' | 'indicatorUnit'>,
  indicator: Indicator,
  frequency: Frequency,
  lang: Lang,
): RuleWords {
  const { kind, params } = rule.detector;
  const number = (key: string, otherwise: number): number => {
    const value = params[key];
    return typeof value === 'number' ? value : otherwise;
  };
  const unit = unitMark(series, lang);
  const mean = number('meanPeriods', kind === 'rise' ? 3 : 1);
  const parts: string[] = [indicator.name[lang]];
  if (rule.form === 'joint') parts.push(T.joint[lang]);
  let what = '';
  if (kind === 'change') {
    const lag = number('lag', 1);
    what =
      lag === PERIODS_PER_YEAR[frequency]
        ? T.onYear[lang]
        : lag === 1
          ? T.onPrevious[lang]
          : say(T.onLag, lang, { lag });
    if (mean > 1) parts.push(say(T.mean, lang, { count: mean }));
    parts.push(what);
  } else if (kind === 'rise') {
    what = T.rise[lang];
    parts.push(say(T.riseMeasure, lang, { count: mean, lookback: number('lookback', 12) }));
  } else if (kind === 'streak') {
    what = T.streak[lang];
    parts.push(T.streakMeasure[lang]);
  } else if (kind === 'progress') {
    what = T.progress[lang];
    parts.push(T.progressMeasure[lang]);
  } else if (kind === 'scale') {
    what = say(series.unit === 'share' ? T.scaleShare : T.scalePersons, lang, { count: number('periods', 1) });
    parts.push(what);
  } else if (kind !== 'level') {
    return {
      name: rule.name[lang],
      measure: [rule.name[lang], unit].join(lang === 'zh' ? '，' : ', '),
      treated: rule.name[lang],
      unit,
      signed: false,
    };
  }
  const treated = parts.join(lang === 'zh' ? '，' : ', ');
  if (unit !== '') parts.push(unit);
  if (rule.role !== 'signal') parts.push(T[rule.role][lang]);
  const name = what === '' ? indicator.short[lang] : say(T.name, lang, { short: indicator.short[lang], what });
  return {
    // The same statistic may serve as a signal and as a trigger of its own: the trigger says so.
    name: rule.role === 'scale' ? say(T.nameScale, lang, { name }) : name,
    measure: parts.join(lang === 'zh' ? '，' : ', '),
    treated,
    unit,
    signed: kind === 'change' || kind === 'rise',
  };
}

function unitMark(series: Pick<RuleSeries, 'unit' | 'indicatorUnit'>, lang: Lang): string {
  switch (series.unit) {
    case 'percent':
    case 'share':
      return '%';
    case 'unit':
      return series.indicatorUnit === 'ratio' || series.indicatorUnit === 'index'
        ? ''
        : unitShort(series.indicatorUnit)[lang];
    default:
      return T[series.unit][lang];
  }
}
