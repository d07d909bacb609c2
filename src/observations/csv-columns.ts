import type { HeaderSpec } from './csv-header';

const CSV_COLUMNS = [
  'region_code',
  'region_name',
  'indicator',
  'period',
  'value',
  'unit',
  'source',
  'known_on',
  'status',
] as const;
/** A column of the canonical long form. */
export type CsvColumn = (typeof CSV_COLUMNS)[number];

export const CSV_HEADER: HeaderSpec<CsvColumn> = {
  columns: CSV_COLUMNS,
  required: ['region_code', 'indicator', 'period', 'value'],
  words: {
    region_code: ['code', 'region', 'adcode', '地区代码', '区划代码', '行政区划代码', '代码'],
    region_name: ['name', 'region', 'area', '地区', '地区名称', '盟市', '名称'],
    indicator: ['indicator_id', 'series', 'variable', '指标', '指标代码', '指标名称'],
    period: ['date', 'month', 'time', 'year', '时期', '日期', '月份', '时间', '期'],
    value: ['val', 'values', 'figure', '数值', '值', '数据'],
    unit: ['units', '单位', '计量单位'],
    source: ['sources', '来源', '数据来源'],
    known_on: ['published', 'release_date', '发布日期', '得知日期'],
    status: ['flag', '状态', '数据状态'],
  },
};
