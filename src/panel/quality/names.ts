import { defineText, type Text } from '../../base/text';
import type { QualityCheckId } from './quality';

/** Names of the checks, apart from their words and code, which only the worker needs. */
export const CHECK_NAMES: Readonly<Record<QualityCheckId, Text>> = defineText({
  bounds: { zh: '超出可能范围', en: 'Outside bounds' },
  jump: { zh: '异常跳动', en: 'Jump' },
  swap: { zh: '两列互换', en: 'Swapped columns' },
  peers: { zh: '与同级地区悬殊', en: 'Unlike its peers' },
  sum: { zh: '合计不符', en: 'Sums do not agree' },
  ratio: { zh: '比率不符', en: 'Ratio off its parts' },
  cumulative: { zh: '累计下降', en: 'Cumulative falls' },
  stale: { zh: '长期不变', en: 'Stale repeats' },
  repeat: { zh: '整期重复', en: 'Period copied' },
  rounding: { zh: '整数堆积', en: 'Rounded figures' },
  digits: { zh: '末位数字异常', en: 'Odd last digits' },
});
