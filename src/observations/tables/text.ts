import { defineText } from '../../base/text';

/** What is said of tables as people make them. `{…}` are filled with what was found. */
export const TABLE_DETAIL = defineText({
  title: { zh: '标题行，不是数据', en: 'skip: a title, not data' },
  unitRow: { zh: '单位行：单位为{unit}', en: 'unit is {unit}' },
  unitRowUnread: { zh: '单位行，未能识别其中的单位', en: 'a unit row whose unit is not known' },
  blank: { zh: '空行，跳过', en: 'skip: a blank row' },
  footnote: { zh: '附注，不是数据：{text}', en: 'skip: a note: {text}' },
  unread: { zh: '未能读懂的行：{text}', en: 'a row that could not be read: {text}' },
  subtotal: { zh: '合计或平均，不是一个地区，不载入', en: 'total or mean; not a region, not loaded' },
  mergedHeader: { zh: '表头单元格跨多列，已逐列展开', en: 'a cell of the header spans several columns' },
  indexColumn: { zh: '序号列，不是数据', en: 'not data' },
  trailing: { zh: '行末有{count}个空列', en: '{count} empty columns' },
  thousands: { zh: '数值带千分位分隔符', en: 'grouped thousands' },
  mixedDates: { zh: '同一列有几种日期写法：{list}', en: '{list}' },
  serial: { zh: '{text} 是日期序号，即 {day}', en: '{text} is {day} ({system} system)' },
  nonMonthly: {
    zh: '月度数据中的非月度数（季度、年度、累计、旬等），不作为某一个月载入',
    en: 'a {frequency} figure among finer ones; must not become one of them',
  },
  cumulative: { zh: '当年累计数，不是单月数', en: 'year-to-date, not a month' },
  formMonthly: {
    zh: '该指标按当年累计填报，这里是当月数，不载入',
    en: 'the indicator is cumulative in the year; these are single months: not loaded',
  },
  formCumulative: {
    zh: '该指标按当月填报，这里是当年累计数，不载入',
    en: 'the indicator is of single periods; these are cumulative in the year: not loaded',
  },
  structural: { zh: '按制度不公布，不是漏报', en: 'never published; not an outage' },
  reversed: { zh: '时间由新到旧排列', en: 'newest first' },
  negative: { zh: '确为负值，照原样载入', en: 'true negatives' },
  notUnderstood: { zh: '看不出这张表的结构：{why}', en: 'The layout of the table could not be made out: {why}' },
  noFigures: { zh: '没有找到数值列', en: 'no column of figures was found' },
  noIndicator: { zh: '没有写明是什么指标', en: 'nothing says which indicator it is' },
  noRegion: { zh: '没有写明是什么地区', en: 'nothing says which region it is' },
  noPeriod: { zh: '没有写明是什么时期', en: 'nothing says which period it is' },
  noSheet: { zh: '没有名为“{sheet}”的工作表', en: 'there is no worksheet "{sheet}"' },
  hiddenSheet: { zh: '隐藏的工作表，未读', en: 'a hidden worksheet: not read' },
  unknownRegion: { zh: '区划表中没有“{region}”', en: 'the region table has no "{region}"' },
  otherCode: {
    zh: '代码不在地区表中，而名称“{region}”在表中',
    en: 'the region table has no such code, but it has the name "{region}"',
  },
  ambiguousRegion: { zh: '名为“{region}”的地区不止一个', en: 'more than one region is called "{region}"' },
  unknownIndicator: { zh: '指标目录中没有“{words}”', en: 'the catalogue has no indicator "{words}"' },
  unknownColumn: { zh: '未使用的列：{words}', en: 'column not used: {words}' },
  noYear: { zh: '“{given}”没有写明年份', en: '"{given}" does not say its year' },
  badPeriod: { zh: '“{given}”不是有效的时期', en: '"{given}" is not a valid period' },
  missing: { zh: '“{given}”表示没有数值，按缺失处理，不是零', en: "marker '{given}': value is missing, not zero" },
  badValue: { zh: '“{given}”不是数值', en: '"{given}" is not a number' },
  unitScale: { zh: '{words} 的单位由“{from}”换算为“{to}”', en: 'converted from {from} to {to}: {how}' },
  unitMismatch: {
    zh: '单位“{given}”与“{words}”的单位不是同一类',
    en: 'the unit "{given}" is of another kind than that of "{words}"',
  },
  exactDuplicate: { zh: '与第 {first} 行完全重复，只保留一次', en: 'repeats line {first} exactly; keep one' },
  conflict: {
    zh: '{a} 与 {b} 不一致（第 {first} 行、第 {second} 行），两者均未载入',
    en: '{a} against {b}: lines {first} and {second}; neither is taken',
  },
  conflictChosen: {
    zh: '{a} 与 {b} 不一致（第 {first} 行、第 {second} 行），已按选定的一个载入',
    en: '{a} against {b}: lines {first} and {second}; the chosen one is taken',
  },
});

export const TABLE_EXPECTED = defineText({
  nothing: { zh: '—', en: '—' },
  region: { zh: '区划表中的地区', en: 'a region of the region table' },
  indicator: { zh: '指标目录中的指标', en: 'an indicator of the catalogue' },
  period: { zh: '时期，如 2017年10月、2017-10、2017Q3', en: 'a period, as 2017-10, 2017年10月, 2017Q3' },
  number: { zh: '数值，如 5.1', en: 'a number, as 5.1' },
  unit: { zh: '单位 {unit}，或可换算的单位', en: 'the unit {unit} or one that converts to it' },
  table: {
    zh: '一张表：行、列或标题写明地区、指标和时期',
    en: 'a table whose rows, columns or title say region, indicator and period',
  },
});

/** Parts of a summary. */
export const SUMMARY = defineText({
  across: { zh: '{what}在列', en: '{what} across' },
  down: { zh: '{what}在行', en: '{what} down' },
  whole: { zh: '全表{what}：{value}', en: '{what} of the whole table: {value}' },
  periods: { zh: '时期', en: 'periods' },
  regions: { zh: '地区', en: 'regions' },
  indicators: { zh: '指标', en: 'indicators' },
  region: { zh: '地区', en: 'region' },
  indicator: { zh: '指标', en: 'indicator' },
  period: { zh: '时期', en: 'period' },
});
