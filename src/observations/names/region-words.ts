import { withoutMarks } from './marks';
import { nameKey } from './spelling';

/** A running number stuck to a name, the mark of a footnote as a plain digit. */
const FIRST_DIGITS = /^\d{1,3}\s*(?=[^\d\s.])/u;
const LAST_DIGITS = /(?<=\p{Script=Han})\d{1,2}$/u;

/** The name alone: `其中：包头市①`, `2.包头市*` and `3包头市` are 包头市. */
export function bareName(text: string): string {
  return withoutMarks(withoutMarks(text).replace(FIRST_DIGITS, '')).replace(LAST_DIGITS, '');
}

const NUMBER = '(?:\\d+|[一二三四五六七八九十百两]+)';
const AREAS =
  '(?:盟市|地市|州市|旗县市区|旗县区市|旗县区|旗县市|旗县|旗市|旗区|市县|县区|县市|省区市|省市区|省份|省市|城市|地区)';
/** Several regions in one name, by key. */
const GROUPS: readonly RegExp[] = [
  new RegExp(
    `^(?:自治区|内蒙古|内蒙古自治区|全区|我区)?(?:东|西|中|南|北|中西|中东)部(?:${NUMBER}个?)?(?:${AREAS}|盟|市|区域|片区)?$`,
    'u',
  ),
  /^(?:蒙[东西中]部?|呼包鄂(?:乌|榆|银榆)?|呼包银榆?|乌大张|沿黄)(?:地区|城市群|经济区|经济圈|区域|一体化|三市|四市|沿线)?$/u,
  new RegExp(`^(?:各|全部|所有|以上|上述|${NUMBER}个?)${AREAS}$`, 'u'),
  new RegExp(`^${NUMBER}个\\p{Script=Han}{0,8}[盟市旗县区州省]$`, 'u'),
  /^(?:边境|牧区|牧业|半农半牧|农区|农业|贫困|国贫|资源型|林区|重点)(?:旗县市区|旗县|旗市|地区|盟市|城市)$/u,
  new RegExp(`^${AREAS}$`, 'u'),
  // 全市 of a table of one city: which one, only its title says.
  /^全(?:市|盟|旗|县|州|省)$/u,
  /^all(?:regions|leagues|leaguesandcities|banners|counties|states|cities|districts|provinces|areas)$/,
];

export function isGroup(key: string): boolean {
  return GROUPS.some((group) => group.test(key));
}

const TOTAL =
  '(?:合计|总计|小计|共计|总和|汇总|加总|平均数|平均值|平均水平|平均|均值|中位数|subtotal|grandtotal|total|average|mean)';
const TOTALS: readonly RegExp[] = [
  new RegExp(`^(?<of>.*?)${TOTAL}数?$`, 'u'),
  new RegExp(`^${TOTAL}数?(?:of)?(?<of>.*)$`, 'u'),
];
/** Sums and the like that no name goes with. */
const ALONE =
  /^(?:计|总|总数|总体|全部|最大值|最小值|最高值|最低值|标准差|极差|sum|overall|median|maximum|minimum|totals|max|min|std)$/;

/** Key of what a total or a mean is of, empty when it does not say; null when the text is no total. */
export function totalOf(text: string): string | null {
  const key = nameKey(text);
  if (ALONE.test(key)) return '';
  for (const form of TOTALS) {
    const found = form.exec(key);
    if (found) return found.groups!['of']!;
  }
  return null;
}

const COUNTRY: ReadonlySet<string> = new Set(['全国', '中国', '我国', '中华人民共和国', 'china', 'cn', 'prc', 'chn']);

export function isCountry(text: string): boolean {
  return COUNTRY.has(nameKey(text));
}

/** 全市 beside its city; the kind is the last character of the city's name. */
export function wholeOf(text: string): string | null {
  return /^[全本](市|盟|旗|县|区|州|省)$/u.exec(nameKey(text))?.[1] ?? null;
}

/** What stands before and inside brackets. */
export function bracketed(text: string): { readonly before: string; readonly inside: string } | null {
  const found = /^(.+?)\s*[(（[［【〔]\s*(.+?)\s*[)）\]］】〕]\s*$/u.exec(text);
  return found ? { before: found[1]!, inside: found[2]! } : null;
}

/** The parts of `新城区（呼和浩特市）` and `Xincheng District, Hohhot`, last first: names with their parent behind. */
export function turned(text: string): string | null {
  const parts = text.split(/[/\\,，、;；|·()（）[\]［］【】〔〕←<]+/u).filter((part) => part.trim() !== '');
  return parts.length > 1 ? parts.toReversed().join('/') : null;
}
