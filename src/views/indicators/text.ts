import { defineText } from '../../base/text';

export const TEXT = defineText({
  screen: { zh: '指标', en: 'Indicators' },
  chosenIndicators: { zh: '指标', en: 'Indicators' },
  chosenRegions: { zh: '地区', en: 'Regions' },
  countChosen: { zh: '已选{n}', en: '{n} chosen' },
  search: { zh: '查找名称', en: 'Find by name' },
  searchIndicators: { zh: '查找指标', en: 'Find an indicator' },
  searchRegions: { zh: '查找地区', en: 'Find a region' },
  nothingFound: { zh: '没有符合的名称', en: 'No name fits' },
  clear: { zh: '清空', en: 'Clear' },
  close: { zh: '完成', en: 'Done' },
  allOf: { zh: '选全部{name}', en: 'All of {name}' },
  noneOf: { zh: '取消全部{name}', en: 'None of {name}' },
  wholeRank: { zh: '同级全部', en: 'whole rank' },
  openCounties: { zh: '展开{name}的下级', en: 'Show the parts of {name}' },
  closeCounties: { zh: '收起{name}的下级', en: 'Hide the parts of {name}' },

  form: { zh: '形式', en: 'Form' },
  form_reported: { zh: '按报告', en: 'As reported' },
  form_monthly: { zh: '当月（由累计推算）', en: 'Monthly (from cumulative)' },
  form_joint: { zh: '1—2月合并', en: 'Jan–Feb joint' },
  view: { zh: '比较', en: 'Compare' },
  view_value: { zh: '数值', en: 'Value' },
  view_yoy: { zh: '同比', en: 'YoY' },
  view_mom: { zh: '环比', en: 'MoM' },
  view_index: { zh: '首期=100', en: 'First = 100' },
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'To' },
  range: { zh: '时段', en: 'Range' },
  rangeAll: { zh: '全部时段', en: 'All' },
  rangeYears: { zh: '近{n}年', en: '{n} years' },

  onlyMonths: { zh: '只有月度数据才有此形式', en: 'Only monthly figures have this form' },
  notCumulative: {
    zh: '所选指标不是年内累计数，无须推算当月值',
    en: 'None of the chosen indicators is cumulative in the year',
  },
  notJoint: {
    zh: '所选指标不受春节错月影响，1、2月分别比较',
    en: 'The chosen indicators are not disturbed by the Spring Festival; January and February stand alone',
  },
  noMomOfCumulative: {
    zh: '累计数逐月增大，不作环比；请改用“当月（由累计推算）”',
    en: 'A cumulative figure always grows within the year; use “Monthly (from cumulative)” instead',
  },
  noMomOfJointTotal: {
    zh: '2月数为1—2月合计，不作环比；请改用“1—2月合并”',
    en: 'February is the total of two months; use “Jan–Feb joint” instead',
  },
  noIndexOfRate: {
    zh: '率、比值和指数不再折算为定基指数，请看数值或同比',
    en: 'Rates, ratios and indices are not turned into an index again; look at the value or the change',
  },
  noIndexOfCumulative: {
    zh: '累计数每年重新计算，不作定基指数；请改用“当月（由累计推算）”',
    en: 'A cumulative figure restarts each year; use “Monthly (from cumulative)” instead',
  },
  noIndexOfJointTotal: {
    zh: '2月数为1—2月合计，不作定基指数；请改用“1—2月合并”',
    en: 'February is the total of two months; use “Jan–Feb joint” instead',
  },
  keepsPlain: {
    zh: '{names}不适用所选形式或比较，图表中仍为其本来的数：{how}。',
    en: 'The chosen form or comparison makes no sense for {names}; shown instead: {how}.',
  },

  formCumulative: { zh: '年内累计', en: 'cumulative in the year' },
  formMonthly: { zh: '当月，由年内累计相减', en: 'monthly, by differences of the cumulative figure' },
  formJoint: { zh: '1—2月合并，取两月平均', en: 'January and February joint, mean of the two' },
  formJointTotal: { zh: '当期，2月为1—2月合计', en: 'per period, February for January and February together' },
  kind_stock: { zh: '期末', en: 'at the end of the period' },
  kind_flow: { zh: '当期', en: 'per period' },
  kind_rate: { zh: '按报告', en: 'as reported' },
  kind_index: { zh: '按报告', en: 'as reported' },
  kind_cumulative: { zh: '年内累计', en: 'cumulative in the year' },
  value: { zh: '数值', en: 'value' },
  yoy: { zh: '同比（与上年同期相比）', en: 'year on year' },
  mom: { zh: '环比（与上期相比）', en: 'against the period before' },
  index: { zh: '{base}=100', en: '{base} = 100' },
  indexEachFirst: { zh: '各地区首个有数月份', en: 'first period with a figure in each region' },

  badIndicator: {
    zh: '地址中的指标“{given}”不在指标目录中，已忽略',
    en: 'The indicator “{given}” in the address is not in the catalogue and was ignored',
  },
  noData: { zh: '本数据没有“{name}”，已忽略', en: 'The data has no figures of “{name}”; it was ignored' },
  badRegion: {
    zh: '地址中的地区代码“{given}”不在区划表中，已忽略',
    en: 'The region code “{given}” in the address is not in the region table and was ignored',
  },
  badForm: {
    zh: '地址中的形式“{given}”不认识，按报告数显示',
    en: 'The form “{given}” in the address is unknown; shown as reported',
  },
  badView: {
    zh: '地址中的比较方式“{given}”不认识，按数值显示',
    en: 'The comparison “{given}” in the address is unknown; shown as values',
  },
  badPeriod: {
    zh: '地址中的时期“{given}”不是本数据的时期，已忽略',
    en: 'The period “{given}” in the address is not a period of this data and was ignored',
  },
});
