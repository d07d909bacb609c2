import { formatNumber, formatPeriodWords, formatShare, formatSpan, withUnit } from '../../base/format';
import type { Indicator } from '../../base/indicators';
import type { Frequency, Period } from '../../base/period';
import { defineText, sayBoth, type Text } from '../../base/text';
import { unitShort } from '../../base/units';

/** Why a value is suspect, in one sentence with the numbers: what stands, what was expected, what it may be. */
const WHY = defineText({
  bounds: { zh: '{value}超出可能的范围（{low}至{high}）', en: '{value} is outside what is possible ({low} to {high})' },
  negative: { zh: '{value}为负，该指标不会为负', en: '{value} is negative, which this figure cannot be' },
  over: { zh: '{value}超过上限{high}', en: '{value} is above the limit of {high}' },
  jump: {
    zh: '按往年同期和前后各期推算应在{low}至{high}之间（约{expected}），实为{value}',
    en: 'from the same season of other years and the periods around it {low} to {high} was expected (about {expected}); it is {value}',
  },
  power: {
    zh: '{jump}，约为应有值的{times}：请核对小数点或计量单位',
    en: '{jump}, about {times} what it should be: check the decimal point or the unit',
  },
  times: { zh: '{n}倍', en: '{n} times' },
  fraction: { zh: '{n}分之一', en: 'one {n}th of' },
  swap: {
    zh: '{a}（{av}）与{b}（{bv}）互换后都在应有范围内：两列可能填反',
    en: '{a} ({av}) and {b} ({bv}) would both be as expected if changed over: the columns may be swapped',
  },
  peersChange: {
    zh: '同级{n}个地区本期较上期的变化相近，按其推算应在{low}至{high}之间，实为{value}',
    en: '{n} regions of this level moved alike since the period before; by them {low} to {high} was expected, it is {value}',
  },
  peersSize: {
    zh: '与同级{n}个地区相比（按劳动力规模）应在{low}至{high}之间，实为{value}',
    en: 'beside {n} regions of this level (by labour force) {low} to {high} was expected, it is {value}',
  },
  sum: {
    zh: '本级报{value}，{n}个下级合计{expected}，相差{gap}',
    en: 'the region reports {value}, its {n} parts add up to {expected}: {gap} apart',
  },
  slip: {
    zh: '{parent}报{own}，各下级合计与之不符；此处应为{right}才相符，实为{value}',
    en: '{parent} reports {own}, which its parts do not add up to; they would with {right} here, it is {value}',
  },
  sumSystematic: {
    zh: '{share}的时期下级合计与本级不符（本级约为合计的{factor}倍）：口径可能不同，只标出异常的差异',
    en: 'in {share} of the periods the parts do not add up to the region (about {factor} times their sum): another definition, perhaps; only unusual differences are marked',
  },
  partial: {
    zh: '本级报{value}，小于已报的{there}个下级（共{n}个）之和{total}',
    en: 'the region reports {value}, less than the {total} of the {there} of its {n} parts that reported',
  },
  mean: {
    zh: '本级比率{value}不在各下级的{low}至{high}之间',
    en: 'the region’s rate of {value} is not between its parts’ {low} and {high}',
  },
  ratio: {
    zh: '报{value}，由{part}{a}与{whole}{b}计算为{expected}',
    en: '{value} is reported; {part} {a} and {whole} {b} give {expected}',
  },
  ratioSystematic: {
    zh: '{share}的时期与由{part}、{whole}计算的结果不符（约为其{factor}倍）：口径可能不同，只标出异常的差异',
    en: 'in {share} of the periods it differs from {part} and {whole} (about {factor} times): another definition, perhaps; only unusual differences are marked',
  },
  cumulative: {
    zh: '累计数由{period}的{was}降为{is}，减少{gap}：可能冲减或误填',
    en: 'the cumulative figure falls from {was} in {period} to {is}, by {gap}: taken back, or a slip',
  },
  stale: {
    zh: '{first}至{last}连续{span}均为{value}；该序列平时只有{share}的时期与上期相同',
    en: '{value} {span} in a row, {first} to {last}; otherwise only {share} of its periods repeat the one before',
  },
  copiedRegion: {
    zh: '该地区{n}项指标中有{equal}项与{period}完全相同：可能误用了当期的表',
    en: '{equal} of the region’s {n} indicators are the same as in {period} to the last digit: that period’s table, perhaps',
  },
  copiedRegions: {
    zh: '{n}个地区中有{equal}个与{period}完全相同：可能误用了当期的数',
    en: '{equal} of {n} regions are the same as in {period} to the last digit: that period’s figures, perhaps',
  },
  rounded: {
    zh: '连续{n}个数值均为{step}的整倍数，平时精确到末位：可能为估计数',
    en: '{n} values in a row are multiples of {step}, otherwise exact to the last unit: estimates, perhaps',
  },
  roundedRegion: {
    zh: '该地区{n}个数值中有{round}个为整百数，平时精确到末位：可能为估计数',
    en: '{round} of the region’s {n} values are whole hundreds, otherwise exact to the last unit: estimates, perhaps',
  },
  digits: {
    zh: '{n}个数值的末位数字分布不均（χ²={chi2}，界限{critical}），以0或5结尾的占{share}（应约20%）',
    en: 'the last digits of {n} values are unevenly spread (χ² = {chi2}, limit {critical}); {share} end in 0 or 5 (about 20% expected)',
  },
});

/** A figure with its unit, as precise as the indicator is. */
function figure({ unit, decimals }: Indicator, value: number, more = 0): Text {
  const digits = formatNumber(value, decimals + more);
  const { zh, en } = unitShort(unit);
  // A plain number is read as such: no unit to say.
  const plain = unit === 'ratio' || unit === 'index';
  return { zh: withUnit(digits, plain ? '' : zh), en: withUnit(digits, plain ? '' : en) };
}

const when = (frequency: Frequency, period: Period): Text => ({
  zh: formatPeriodWords(frequency, period, 'zh'),
  en: formatPeriodWords(frequency, period, 'en'),
});

export function boundsWhy(i: Indicator, value: number, low: number, high: number): Text {
  const key = value < low && low === 0 ? 'negative' : value > high ? 'over' : 'bounds';
  return sayBoth(WHY[key], { value: figure(i, value), low: figure(i, low), high: figure(i, high) });
}

export function jumpWhy(
  i: Indicator,
  value: number,
  expected: number,
  low: number,
  high: number,
  power: number | null,
): Text {
  const jump = sayBoth(WHY.jump, {
    value: figure(i, value),
    expected: figure(i, expected),
    low: figure(i, low),
    high: figure(i, high),
  });
  if (power === null) return jump;
  const times = sayBoth(power > 0 ? WHY.times : WHY.fraction, { n: formatNumber(10 ** Math.abs(power)) });
  return sayBoth(WHY.power, { jump, times });
}

export function swapWhy(a: Indicator, av: number, b: Indicator, bv: number): Text {
  return sayBoth(WHY.swap, { a: a.short, av: figure(a, av), b: b.short, bv: figure(b, bv) });
}

export function peersWhy(i: Indicator, value: number, low: number, high: number, n: number, change: boolean): Text {
  const words = { n, value: figure(i, value), low: figure(i, low), high: figure(i, high) };
  return sayBoth(change ? WHY.peersChange : WHY.peersSize, words);
}

export function sumWhy(i: Indicator, value: number, expected: number, n: number): Text {
  const words = { value: figure(i, value), expected: figure(i, expected), gap: figure(i, Math.abs(value - expected)) };
  return sayBoth(WHY.sum, { ...words, n });
}

export function slipWhy(i: Indicator, value: number, right: number, parent: Text, own: number): Text {
  return sayBoth(WHY.slip, { parent, own: figure(i, own), right: figure(i, right), value: figure(i, value) });
}

export function sumSystematicWhy(differing: number, factor: number): Text {
  return sayBoth(WHY.sumSystematic, { share: formatShare(differing), factor: formatNumber(factor, 3) });
}

export function partialSumWhy(i: Indicator, value: number, total: number, there: number, n: number): Text {
  return sayBoth(WHY.partial, { value: figure(i, value), total: figure(i, total), there, n });
}

export function meanWhy(i: Indicator, value: number, low: number, high: number): Text {
  return sayBoth(WHY.mean, { value: figure(i, value), low: figure(i, low), high: figure(i, high) });
}

type Part = readonly [indicator: Indicator, value: number];

export function ratioWhy(i: Indicator, value: number, expected: number, part: Part, whole: Part): Text {
  return sayBoth(WHY.ratio, {
    value: figure(i, value),
    expected: figure(i, expected, 1),
    part: part[0].short,
    a: figure(...part),
    whole: whole[0].short,
    b: figure(...whole),
  });
}

export function ratioSystematicWhy(part: Indicator, whole: Indicator, differing: number, factor: number): Text {
  const words = { part: part.short, whole: whole.short, factor: formatNumber(factor, 3) };
  return sayBoth(WHY.ratioSystematic, { ...words, share: formatShare(differing) });
}

export function cumulativeWhy(i: Indicator, frequency: Frequency, before: Period, was: number, is: number): Text {
  return sayBoth(WHY.cumulative, {
    period: when(frequency, before),
    was: figure(i, was),
    is: figure(i, is),
    gap: figure(i, was - is),
  });
}

export function staleWhy(
  i: Indicator,
  value: number,
  frequency: Frequency,
  run: number,
  first: Period,
  last: Period,
  usual: number,
): Text {
  return sayBoth(WHY.stale, {
    value: figure(i, value),
    span: { zh: formatSpan(frequency, run, 'zh'), en: formatSpan(frequency, run, 'en') },
    first: when(frequency, first),
    last: when(frequency, last),
    share: formatShare(usual, 1),
  });
}

export function copiedRegionWhy(frequency: Frequency, period: Period, equal: number, n: number): Text {
  return sayBoth(WHY.copiedRegion, { period: when(frequency, period), equal, n });
}

export function copiedRegionsWhy(frequency: Frequency, period: Period, equal: number, n: number): Text {
  return sayBoth(WHY.copiedRegions, { period: when(frequency, period), equal, n });
}

export function roundedWhy(i: Indicator, n: number, step: number): Text {
  return sayBoth(WHY.rounded, { n, step: figure(i, step) });
}

export function roundedRegionWhy(round: number, n: number): Text {
  return sayBoth(WHY.roundedRegion, { round, n });
}

export function digitsWhy(n: number, chi2: number, critical: number, share05: number): Text {
  return sayBoth(WHY.digits, {
    n,
    chi2: formatNumber(chi2, 1),
    critical: formatNumber(critical, 1),
    share: formatShare(share05),
  });
}
