import { defineText } from '../base/text';

/** What readers say about a file. `{…}` are filled with what was found. */
export const DETAIL = defineText({
  emptyFile: { zh: '文件是空的', en: 'The file is empty' },
  noRows: { zh: '表头以下没有数据行', en: 'There are no rows below the header' },
  binary: { zh: '文件含有二进制内容，不是文本', en: 'The file has binary content; it is not text' },
  workbook: {
    zh: '这是 Excel 工作簿或压缩包，不是文本文件',
    en: 'This is an Excel workbook or an archive, not a text file',
  },
  pdf: { zh: '这是 PDF 文件，不是文本文件', en: 'This is a PDF, not a text file' },
  notDecodable: {
    zh: '既不是 UTF-8，也不是 GB18030 编码，无法解读文字',
    en: 'Neither UTF-8 nor GB18030: the characters cannot be read',
  },
  decodedAs: {
    zh: '文件不是 UTF-8 编码，已按 {encoding} 解读；请核对地区名称是否正确',
    en: 'The file is not UTF-8; it was read as {encoding}. Please check the names of regions',
  },
  cutOff: {
    zh: '文件在一个字符中间结束，可能没有传完；请核对最后一行',
    en: 'The file ends in the middle of a character and may be cut off; check its last row',
  },
  damaged: {
    zh: '文件标明为 UTF-8，但有无法解读的字节，已以 � 代替',
    en: 'The file says that it is UTF-8 but has bytes that cannot be read; they stand as �',
  },
  missingColumn: { zh: '缺少必需的列 {column}', en: 'The required column {column} is missing' },
  missingColumnNear: {
    zh: '缺少必需的列 {column}；表中的“{near}”可能就是它',
    en: 'The required column {column} is missing; "{near}" may be meant',
  },
  wrongHeader: {
    zh: '第一行不是规定的表头。找到的列：{found}',
    en: 'The first row is not the prescribed header. Columns found: {found}',
  },
  headerTwice: { zh: '列 {column} 出现了两次', en: 'The column {column} stands twice' },
  unknownColumn: { zh: '未使用的列：{column}', en: 'Column not used: {column}' },
  shortRow: {
    zh: '该行只有 {count} 个字段，表头有 {header} 个',
    en: 'The row has {count} fields, the header has {header}',
  },
  longRow: {
    zh: '该行有 {count} 个字段，表头只有 {header} 个',
    en: 'The row has {count} fields, the header only {header}',
  },
  badQuote: {
    zh: '引号不成对，或结束引号后面还有文字；该行未载入',
    en: 'Quotes that do not pair, or text after a closing quote; the row is not taken',
  },
  endlessRow: {
    zh: '该行（或引号中的内容）超过 {limit} 个字符，未载入',
    en: 'The row (or what stands in quotes) is longer than {limit} characters; it is not taken',
  },
  unknownRegion: { zh: '区划表中没有“{region}”', en: 'The region table has no "{region}"' },
  ambiguousRegion: {
    zh: '没有代码，且名为“{region}”的地区不止一个',
    en: 'No code, and more than one region is called "{region}"',
  },
  regionByName: {
    zh: '没有代码，已按名称“{region}”对应 {code}',
    en: 'No code; taken by its name "{region}" as {code}',
  },
  nameMismatch: {
    zh: '代码 {code} 是“{name}”，文件中写作“{given}”；已按代码载入',
    en: 'Code {code} is "{name}", the file calls it "{given}"; taken by the code',
  },
  indicatorByName: {
    zh: '“{indicator}”不是指标代码，已按名称对应 {id}',
    en: '"{indicator}" is no indicator id; taken by its name as {id}',
  },
  unknownIndicator: { zh: '指标目录中没有“{indicator}”', en: 'The catalogue has no indicator "{indicator}"' },
  badPeriod: { zh: '“{given}”不是有效的时期', en: '"{given}" is not a valid period' },
  otherWeekday: {
    zh: '该周的截止日与本文件其他各周不同',
    en: 'This week ends on another weekday than the other weeks of the file',
  },
  badValue: { zh: '“{given}”不是数值', en: '"{given}" is not a number' },
  missingValue: { zh: '没有数值，按缺失处理', en: 'There is no value: taken as missing' },
  outOfRange: {
    zh: '数值 {given} 超出该指标的合理范围',
    en: 'The value {given} is outside the plausible range of the indicator',
  },
  unknownUnit: { zh: '不认识的单位“{given}”', en: 'Unknown unit "{given}"' },
  unitMismatch: {
    zh: '单位“{given}”与该指标的单位不是同一类',
    en: 'The unit "{given}" is of another kind than that of the indicator',
  },
  unitConverted: {
    zh: '{indicator} 的单位由“{given}”换算为“{unit}”',
    en: '{indicator}: converted from "{given}" to "{unit}"',
  },
  badKnownOn: { zh: '“{given}”不是有效的日期', en: '"{given}" is not a valid date' },
  unknownStatus: { zh: '不认识的状态“{given}”', en: 'Unknown status "{given}"' },
  gapWithValue: {
    zh: '状态为 expectedGap（按规定不公布），却有数值',
    en: 'The status is expectedGap (no figure by design), yet there is a value',
  },
  exactDuplicate: {
    zh: '与第 {first} 行完全重复，只保留一次',
    en: 'Repeats line {first} exactly; kept once',
  },
  conflict: {
    zh: '第 {first} 行为 {a}，第 {second} 行为 {b}，两者均未载入',
    en: 'Line {first} says {a}, line {second} says {b}; neither is taken',
  },
  tooMany: {
    zh: '同类问题共 {count} 处，只列出前 {limit} 处',
    en: '{count} of this kind in all; the first {limit} are listed',
  },
  badRegionTable: { zh: '区划表有误：{detail}', en: 'The region table is faulty: {detail}' },
  tooManyRegions: { zh: '超过 {limit} 行，不像区划表', en: 'More than {limit} rows: this is no region table' },
  badNumber: { zh: '“{given}”不是数值', en: '"{given}" is not a number' },
  notJson: { zh: '答复不是 JSON', en: 'The answer is not JSON' },
  otherCount: { zh: '数值有 {given} 个，应为 {count} 个', en: '{given} values where there should be {count}' },
  outsidePeriods: { zh: '时期“{given}”不在这份答复的范围内', en: 'The period "{given}" is outside this answer' },
  noSuchSeries: { zh: '“{given}”不在这份答复的序列中', en: '"{given}" is not among the series of this answer' },
  contract: { zh: '数据接口的答复不合约定：{path}', en: 'The answer of the feed breaks the contract: {path}' },
});

/** What was expected instead. */
export const EXPECTED = defineText({
  content: { zh: '有内容的文件', en: 'a file with content' },
  rows: { zh: '至少一行数据', en: 'at least one row of data' },
  csv: { zh: 'CSV 文本文件（Excel 请另存为 CSV）', en: 'a CSV text file (in Excel: save as CSV)' },
  encoding: { zh: 'UTF-8 或 GB18030（GBK）编码的文本', en: 'text in UTF-8 or GB18030 (GBK)' },
  header: {
    zh: '表头含 region_code, indicator, period, value（列的次序不限）',
    en: 'a header with region_code, indicator, period, value (in any order)',
  },
  regionHeader: {
    zh: '表头含 region_code, region_name（可另有 region_name_en, level, parent_code, labour_force 等）',
    en: 'a header with region_code, region_name (also region_name_en, level, parent_code, labour_force …)',
  },
  once: { zh: '每列一次', en: 'each column once' },
  known: { zh: '规定的列名', en: 'a prescribed column name' },
  fields: { zh: '{header} 个字段；含逗号的内容须加引号', en: '{header} fields; quote content that has commas' },
  quotes: { zh: '成对的引号；引号内的引号写两次', en: 'quotes in pairs; a quote inside quotes is doubled' },
  region: { zh: '区划表中的代码', en: 'a code of the region table' },
  nearest: { zh: '最接近的：{candidates}', en: 'nearest: {candidates}' },
  indicator: { zh: '指标目录中的指标代码', en: 'an indicator id of the catalogue' },
  period: {
    zh: '2017-10、2017-Q3、2017、2017-W05 或 2020-01-04，年份 1900—2100',
    en: '2017-10, 2017-Q3, 2017, 2017-W05 or 2020-01-04, years 1900–2100',
  },
  weekday: { zh: '全文件各周截止于同一天', en: 'all weeks of a file end on the same weekday' },
  number: {
    zh: '不带单位、百分号和千分位的数，如 5.1',
    en: 'a plain number without unit, percent sign or thousands separators, as 5.1',
  },
  range: { zh: '{low} 到 {high}', en: 'from {low} to {high}' },
  unit: { zh: '单位 {unit}，或可换算的单位', en: 'the unit {unit} or one that converts to it' },
  knownUnit: { zh: '认识的单位，如 percent、persons、万人', en: 'a known unit, as percent, persons, 万人' },
  day: { zh: '年-月-日，如 2018-02-14', en: 'year-month-day, as 2018-02-14' },
  status: {
    zh: 'observed、provisional、suspect、imputed、derived、partial、expectedGap 之一，或留空',
    en: 'one of observed, provisional, suspect, imputed, derived, partial, expectedGap, or empty',
  },
  oneValue: {
    zh: '同一地区、指标、时期（和得知日期）只有一个值',
    en: 'one value for a region, indicator and period (and day of knowledge)',
  },
  json: { zh: 'UTF-8 编码的 JSON', en: 'JSON in UTF-8' },
  name: { zh: '“{name}”', en: '"{name}"' },
  anything: { zh: '—', en: '—' },
});
