/** What the words around the name of an indicator say of its figures. */
export interface Measured {
  /** The text without those words: one blank between words, none between Chinese characters. */
  readonly core: string;
  readonly yoy: boolean;
  readonly mom: boolean;
  readonly cumulative: boolean;
  /** Of the month alone: 当月, 本月. */
  readonly monthly: boolean;
  readonly adjusted: 'sa' | 'nsa' | null;
  readonly scope: Scope | null;
  /** 内蒙古自治区 in a title: the rows may still be its leagues. */
  readonly loose: boolean;
}

export type Scope = 'country' | 'province' | 'below';

type Mark =
  | 'yoy'
  | 'mom'
  | 'cumulative'
  | 'monthly'
  | 'sa'
  | 'nsa'
  | 'country'
  | 'province'
  | 'title'
  | 'below'
  | 'none';

/**
 * Words at either end of a plain text (no signs, lower case, simplified) and what they say. Within one line longer words
 * come first; a line above wins: 本月末 is no 本月, 1本月累计 no 本月.
 */
const WORDS: readonly (readonly [Mark, string])[] = [
  [
    'nsa',
    '(?:未经?|非)季节?(?:性)?(?:调整|因素调整)|未季调|非季调|未调整|not seasonally adjusted|unadjusted|unadj|non seasonally adjusted|nsa',
  ],
  ['sa', '(?:经|已)?季节(?:性)?(?:因素)?调整后?的?|(?:经|已)?季调后?的?|seasonally adjusted|seasonal adjusted|seas|sa'],
  [
    'yoy',
    '(?:[比较](?:上年|去年|上一年)(?:同期|同月|同季|末|底)?|与(?:上年|去年)(?:同期|同月)?相?比|同比)(?:增长|增减|增加|增速|增幅|减少|下降|变动|变化|上升|提高)?(?:率|额|数|量|幅度|速度|百分点|百分比|情况)?' +
      '|(?:上年|去年)(?:同期|同月)(?:数|值|数值|完成|累计)?|增长速度|增长率|增长|增速|增幅|增减率|增减幅度|增减额|增减数|增减|涨幅|降幅' +
      '|growth year on year|year on year growth|year on year change|year on year|year over year|y o y|y y|yoy|annual growth rate|annual change|annual growth|growth rate|growth|over a year earlier|change from a year earlier|same period last year',
  ],
  [
    'mom',
    '(?:[比较]上(?:个?月|个?季度?|期)(?:末|底)?|环比)(?:增长|增减|增加|增速|增幅|减少|下降|变动|变化|上升|提高)?(?:率|额|数|量|幅度|百分点|情况)?|上月(?:数|值|末)?|上期(?:数|值|末)?' +
      '|month on month growth|month on month change|month on month|month over month|m o m|mom|quarter on quarter|qoq',
  ],
  [
    'cumulative',
    '(?:(?:自|从)?年初(?:至|到)?(?:本月|报告期|今|目前)?(?:末|底|止)?|截[至止](?:本月|报告期|目前)?(?:末|底|止)?|本年|今年|当年|全年|年度)累计(?:完成)?(?:数|值|额|量)?' +
      '|1 ?(?:至|到)? ?(?:本|当|\\d{1,2} ?)月(?:份|末|底)?(?:累计(?:完成)?(?:数|值|额|量)?)?|一(?:至|到)?[二三四五六七八九十]{1,2}月(?:份)?|前[二三三]季度|上半年|年初至今|年初以来' +
      '|累计(?:完成|实现)?(?:数|值|额|量)?|since the start of the year|from the start of the year|year to date|to date|ytd|cumulative|cumulated|accumulated',
  ],
  [
    'none',
    '(?:期|年|月|季|季度|本月|本期|本季|当月|报告期)(?:末|底)(?:实有)?(?:数|人数)?|实有(?:数)?|at the end of the (?:period|month|year)|end of (?:period|month|year)|end of the month',
  ],
  [
    'monthly',
    '(?:当月|本月|全月|当季|本季度|本季|当期|本期|单月|月度)(?:完成|实现|发生)?(?:数|值|额|量)?|of the month|in the month|this month|current month|single month|monthly|month',
  ],
  [
    'none',
    '(?:19|20)?\\d{2}年(?:度)?|(?:19|20)\\d{2}|\\d{1,2}月(?:份)?|第?[一二三四1-4]季度|[一二三四五六七八九十]{1,2}月(?:份)?',
  ],
  [
    'none',
    '(?:主要)?(?:情况)?(?:统计|一览|汇总|月报|季报|快报|进度|明细|数据)表?|情况|指标值|指标|数值|绝对量|绝对数|绝对额|实绩|实际数|完成数|完成情况|表 ?\\d*',
  ],
  ['country', '全国|我国|中国|国家|nationwide|national|china s|china|in china'],
  ['province', '全自治区|全区|全省|我区|本区|我省|region wide'],
  ['title', '内蒙古自治区|内蒙古|内蒙|自治区|inner mongolia s|inner mongolia|in inner mongolia'],
  [
    'below',
    '(?:\\p{Script=Han}{1,9}[盟市旗县区州省])?(?:各|分)(?:盟市|旗县市区|旗县区市|旗县区|旗县|地市|市县|县区|区县|地区|省区市|省市|省份|州|市|县)|(?:12个|十二个?|各)盟市|盟市|旗县区?|by region|by league|by county|by state',
  ],
];
const AT_START = WORDS.map(([mark, words]) => [mark, new RegExp(`^(?:${words})(?![a-z])的?`, 'u')] as const);
const AT_END = WORDS.map(([mark, words]) => [mark, new RegExp(`(?<![a-z])(?:${words})$`, 'u')] as const);

/** Small letters, simplified characters; signs become one blank, and none stays beside a Chinese character. */
export function spaced(plain: string): string {
  return plain
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '')
    .trim();
}

/** Takes the words of measure, adjustment and scope from both ends of a spaced text, one after the other. */
export function measured(text: string): Measured {
  const marks = new Set<Mark>();
  let core = text;
  for (let before = ''; before !== core && core !== ''; ) {
    before = core;
    for (const forms of [AT_START, AT_END]) {
      const hit = longest(forms, core);
      if (!hit) continue;
      marks.add(hit.mark);
      core = (core.slice(0, hit.from) + core.slice(hit.to)).trim();
    }
  }
  const scope = marks.has('country')
    ? 'country'
    : marks.has('below')
      ? 'below'
      : marks.has('province') || marks.has('title')
        ? 'province'
        : null;
  return {
    core,
    yoy: marks.has('yoy'),
    mom: marks.has('mom'),
    cumulative: marks.has('cumulative'),
    monthly: marks.has('monthly'),
    adjusted: marks.has('nsa') ? 'nsa' : marks.has('sa') ? 'sa' : null,
    scope,
    loose: !marks.has('country') && !marks.has('province'),
  };
}

function longest(
  forms: readonly (readonly [Mark, RegExp])[],
  text: string,
): { readonly mark: Mark; readonly from: number; readonly to: number } | null {
  let best: { mark: Mark; from: number; to: number } | null = null;
  for (const [mark, form] of forms) {
    const found = form.exec(text);
    const length = found?.[0].length ?? 0;
    if (found && (!best || length > best.to - best.from)) best = { mark, from: found.index, to: found.index + length };
  }
  return best;
}
