import type { ColumnRole } from './mapping';

/** Words that name a column's role, by role; width, case, blanks and punctuation do not count. */
const WORDS: Readonly<Partial<Record<ColumnRole, string>>> = {
  region_code:
    '地区代码 区划代码 行政区划代码 行政区划编码 行政代码 地区编码 区域代码 盟市代码 旗县代码 统计用区划代码 代码 编码 regioncode code adcode areacode geocode fips regionid geoid stateid',
  region_name:
    '地区 地区名称 地区名 盟市 盟市名称 盟市名 各盟市 盟市旗县 旗县 旗县区 旗县市区 旗县名称 旗县市区名称 区县 区县名称 县区 市 市州 地市 城市 城市名称 区域 区域名称 行政区 行政区划名称 行政区划 区划 区划名称 省份 省市 省 省市区 地区单位 单位名称 填报单位 报送单位 统计地区 所在地区 名称 地点 region regionname area areaname name state statename county countyname city country province place geo refarea location geography',
  parent_name:
    '所属盟市 所在盟市 上级地区 上级 所属地区 所属市 所属地市 所属上级 上级名称 上级盟市 隶属盟市 parent parentname parentregion',
  indicator:
    '指标 指标名称 指标名 指标代码 统计指标 项目 项目名称 类别 类型 科目 内容 指标项 indicator indicatorid indicatorname series seriesid seriesname variable measure item concept subject',
  period:
    '月份 年月 时间 日期 时期 期间 期别 期次 期 报告期 报告月份 数据期 统计月份 统计时间 统计期 统计日期 所属期 所属月份 数据时间 季度 年季 周 周次 period date month time timeperiod yearmonth refperiod referenceperiod observationdate week weekending quarter',
  year: '年份 年 年度 统计年度 year',
  month: '月 月度',
  value:
    '数值 值 数据 数量 数据值 指标值 统计值 指标数值 本期 本期数 本期值 实际值 实际数 观测值 value val values figure figures obsvalue observation data amount',
  unit: '单位 计量单位 数据单位 unit units unitmeasure uom',
  source: '来源 数据来源 资料来源 出处 source sources datasource',
  known_on: '发布日期 公布日期 发布时间 公布时间 得知日期 知悉日期 knownon releasedate published publishedon vintage',
  status: '状态 数据状态 数据标志 标志 status obsstatus obsflag flag flags',
  index: '序号 编号 行次 行号 顺序号 序 no n id sn index 栏次',
  ignore:
    '备注 说明 注 注释 附注 排名 位次 名次 排序 联系人 联系电话 电话 填报人 审核人 note notes remark remarks comment comments rank freq frequency dataflow structure structureid lastupdate timeformat decimals unitmult',
};

const spellingOf = (word: string): string =>
  word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-.:：、/\\|#()（）【】[\]"'*]+/g, '');

const BY_WORD: ReadonlyMap<string, ColumnRole> = new Map(
  Object.entries(WORDS).flatMap(([role, words]) => words.split(' ').map((w) => [w, role as ColumnRole] as const)),
);

/** Role that a header's words alone say; null when they name none. `地区\月份` and the like name the label column. */
export function roleOfHeader(text: string): ColumnRole | null {
  const whole = spellingOf(text);
  if (whole === '') return text.trim() === '#' ? 'index' : null;
  const known = BY_WORD.get(whole);
  if (known !== undefined) return known;
  // A corner cell names what stands below and what stands beside: 地区\月份, 指标/时间, 月份 地区.
  const parts = text.split(/[\\/|＼／、\s]+/).map(spellingOf);
  const roles = parts.filter((p) => p !== '').map((p) => BY_WORD.get(p));
  return roles.length >= 2 && roles.every((r) => r !== undefined) ? CORNER : null;
}

/** A corner names two things: which of them the column holds is told by its content. */
const CORNER: ColumnRole = 'region_name';

/** `单位：%`, `计量单位：人` alone in a row. */
export const UNIT_ROW = /^[（(【[]?\s*(?:计量)?\s*(?:单位|units?)\s*(?:[:：]|\s|为)/i;

/** Beginnings of notes below (or above) a table. */
export const NOTE =
  /^\s*(?:[（(【[]?\s*(?:注|备注|附注|说明|备查|资料来源|数据来源|来源|制表|填表|填报|编制|审核|复核|负责人|联系人|联系电话|电话|报送|报出|打印|导出|更新|截至|统计口径|口径|note|notes|source|sources|remark|prepared|footnote|last update)(?:\s*\d+)?\s*[人日时期单位说明间]*\s*(?:[:：.、）)\]】]|\s|$)|[*※★#☆▲△①②③④⑤⑥⑦⑧⑨⑩†‡¹²³]|\d+\s*[.、)）]\s*\D|[（(]\s*[一二三四五六七八九十\d]+\s*[）)])/i;

/** `名：值` at the beginning of a cell, as exports of databases and forms to be filled in have them. */
export const KEY_VALUE = /^\s*[\p{L}\d（()）\s]{1,14}[:：]\s*\S/u;

/** Rows with which exports of the statistics bureau's database frame each table: known, and no news. */
export const NBS_DATABASE = /^\s*数据库\s*[:：]/;

/** Who publishes figures of the whole country, and names no region in its tables. */
export const NATIONAL_SOURCE =
  /^\s*(?:数据库|(?:数据|资料)?来源)\s*[:：]\s*(?:(?:年度|季度|月度)数据|国家统计局(?:数据库)?)\s*$/;

/** Words of a measure that make it another thing than its indicator: another time's figure, a share, a plan. */
export const OTHER_MEASURE =
  /上年|去年|上月|上期|上季|前年|基期|同期(?!比)|计划|任务|目标|完成率|完成情况|进度|排名|位次|名次|占比|比重|增减[额量数]|增加[额量数]|变动|变化|差额|贡献|last year|previous|target|plan|rank|share of/i;

/** What a title says of itself and not of the figures. */
export const TITLE_TAIL =
  /(?:基本)?(?:情况)?(?:统计|汇总|一览|明细|监测|分析|调度|进度|月|季|年|快)?(?:报)?表(?:\s*[一二三四五六七八九十\d]+)?$|(?:基本|主要)?情况$|数据$|快报$|月报$|统计$|汇总$|一览$/;
