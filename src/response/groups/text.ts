import { defineText } from '../../base/text';

export const BOARD_WORDS = defineText({
  notInData: { zh: '数据中没有这项指标', en: 'the data does not have this indicator' },
  noFigure: { zh: '近期没有数值', en: 'no figure of late' },
  noYearBefore: { zh: '缺上年同期', en: 'no figure a year before' },
  fromNothing: { zh: '上年同期为零，不算增幅', en: 'nothing a year before: no rate' },
});

export const HOUSEHOLD_WORDS = defineText({
  threeCells: {
    zh: '应有三项，用逗号或制表符分隔：编号、旗县、认定日期',
    en: 'three items, parted by commas or tabs: number, banner or county, day of recognition',
  },
  numberMissing: { zh: '缺少编号', en: 'the number is missing' },
  numberLong: { zh: '编号太长', en: 'the number is too long' },
  noDigit: {
    zh: '编号中没有数字；请用单位自编的序号，不要填姓名',
    en: 'no digit in the number: use a running number of the office, never a name',
  },
  personal: {
    zh: '像是身份证号或电话号码；请用单位自编的序号',
    en: 'looks like the number of an identity card or a telephone: use a running number of the office',
  },
  twice: { zh: '编号与第{line}行重复', en: 'the same number as line {line}' },
  taken: { zh: '编号已在台账中', en: 'the register has this number already' },
  noRegion: { zh: '地区表中没有“{given}”', en: 'the table of regions has no “{given}”' },
  whichRegion: {
    zh: '“{given}”不能确定是哪个地区，可能是：{list}；请填代码',
    en: 'which region “{given}” is cannot be told; perhaps: {list}; enter its code',
  },
  badDay: {
    zh: '“{given}”不是日期；写法如 2026-09-25',
    en: '“{given}” is no day; write it like 2026-09-25',
  },
  later: { zh: '认定日期 {given} 晚于今天', en: 'the day of recognition, {given}, is later than today' },
});

export const TARGET_WORDS = defineText({
  noTarget: { zh: '数据中没有{year}年目标', en: 'the data has no target for {year}' },
  noFigure: { zh: '{year}年还没有数值', en: 'no figure of {year} yet' },
  noRegionTarget: { zh: '该地区没有本年目标', en: 'no target of the year for this region' },
  noRegionFigure: { zh: '该地区没有本期数值', en: 'no figure of this region in the period' },
  noPast: { zh: '往年数值不足三个完整年度', en: 'fewer than three whole past years' },
});
