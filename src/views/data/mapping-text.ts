import { defineText, type Text } from '../../base/text';
import type { ColumnRole } from '../../observations/tables/mapping';
import type { RowKind } from '../../observations/tables/understanding';

export const MAPPING_TEXT = defineText({
  title: { zh: '表格识别', en: 'How the table was understood' },
  titleSheet: { zh: '表格识别：{sheet}', en: 'How "{sheet}" was understood' },
  sure: { zh: '把握较大', en: 'fairly sure' },
  unsure: { zh: '请核对', en: 'please check' },
  reset: { zh: '恢复自动识别', en: 'Undo my corrections' },
  role: { zh: '第{n}列（{header}）的含义', en: 'Meaning of column {n} ({header})' },
  noHeader: { zh: '无表头', en: 'no header' },
  line: { zh: '行号', en: 'Line' },
  rowKind: { zh: '行的性质', en: 'Kind of row' },
  tableCaption: { zh: '文件开头几行及各列含义', en: 'First rows of the file and what each column means' },
  indicators: { zh: '指标名称', en: 'Names of indicators' },
  regions: { zh: '地区名称', en: 'Names of regions' },
  word: { zh: '文件中的写法', en: 'As the file has it' },
  meaning: { zh: '对应', en: 'Taken as' },
  unit: { zh: '计量单位', en: 'Unit' },
  unitAsFile: { zh: '按文件所注', en: 'as the file says' },
  uses: { zh: '出现次数', en: 'Times' },
  notTaken: { zh: '不载入', en: 'Not taken' },
  unknown: { zh: '未能识别，不载入', en: 'Not recognised: not taken' },
  likely: { zh: '可能是', en: 'Likely' },
  all: { zh: '全部指标', en: 'All indicators' },
  allRegions: { zh: '全部地区', en: 'All regions' },
  whole: { zh: '全表共用', en: 'For the whole table' },
  constantIndicator: { zh: '全表指标', en: 'Indicator' },
  constantRegion: { zh: '全表地区', en: 'Region' },
  constantUnit: { zh: '全表单位', en: 'Unit' },
  constantPeriod: { zh: '年份或时期', en: 'Year or period' },
  notSaid: { zh: '由表中内容确定', en: 'As the table says' },
  apply: { zh: '采用', en: 'Apply' },
  encoding: { zh: '文字编码', en: 'Encoding' },
  encodingAuto: { zh: '自动识别', en: 'Detected' },
  sheets: { zh: '工作表', en: 'Worksheets' },
  remembered: {
    zh: '对应关系随数据保存；下次同一版式的文件自动套用。',
    en: 'The mapping is kept with the data and used for the next file of the same layout.',
  },
  export: { zh: '导出对应关系（JSON）', en: 'Export the mapping (JSON)' },
  exportName: { zh: '对应关系', en: 'mapping' },
  conflicts: { zh: '相互矛盾的数值', en: 'Contradicting values' },
  conflictsHelp: {
    zh: '同一地区、指标、时期有两个不同的数值：未选定之前都不载入。',
    en: 'Two different values for one region, indicator and period: neither is loaded until one is chosen.',
  },
  place: { zh: '位置', en: 'Place' },
  choice: { zh: '采用哪一个', en: 'Which to take' },
  neither: { zh: '都不采用', en: 'Neither' },
  claim: { zh: '{value}（第{row}行）', en: '{value} (line {row})' },
  claimSheet: { zh: '{value}（{sheet} 第{row}行）', en: '{value} ({sheet}, line {row})' },
});

export const ROLE_NAMES: Readonly<Record<ColumnRole, Text>> = defineText({
  region_code: { zh: '地区代码', en: 'Region code' },
  region_name: { zh: '地区名称', en: 'Region' },
  parent_name: { zh: '上级地区', en: 'Parent region' },
  indicator: { zh: '指标', en: 'Indicator' },
  period: { zh: '时期', en: 'Period' },
  year: { zh: '年', en: 'Year' },
  month: { zh: '月', en: 'Month' },
  value: { zh: '数值', en: 'Value' },
  measure: { zh: '数值（含义见表头）', en: 'Values (named above)' },
  unit: { zh: '单位', en: 'Unit' },
  source: { zh: '来源', en: 'Source' },
  known_on: { zh: '得知日期', en: 'Known on' },
  status: { zh: '数据状态', en: 'Status' },
  index: { zh: '序号', en: 'Row number' },
  ignore: { zh: '不使用', en: 'Not used' },
});

export const ROW_KIND_NAMES: Readonly<Record<RowKind, Text>> = defineText({
  title: { zh: '标题', en: 'title' },
  unit: { zh: '单位', en: 'unit' },
  header: { zh: '表头', en: 'header' },
  data: { zh: '数据', en: 'data' },
  blank: { zh: '空行', en: 'blank' },
  subtotal: { zh: '合计', en: 'subtotal' },
  footnote: { zh: '附注', en: 'note' },
  unread: { zh: '未读懂', en: 'not read' },
});

/** Below this confidence a person should look. */
export const SURE = 0.6;

/** Encodings that can be asked for, by the label of the decoder. */
export const ENCODINGS: readonly { readonly label: string; readonly name: string }[] = [
  { label: 'utf-8', name: 'UTF-8' },
  { label: 'gb18030', name: 'GBK / GB18030' },
  { label: 'utf-16le', name: 'UTF-16 LE' },
  { label: 'utf-16be', name: 'UTF-16 BE' },
  { label: 'big5', name: 'Big5' },
];
