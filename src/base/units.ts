import type { Text } from './text';

/**
 * Units as a table: both languages, what they measure, and their place on the decimal scale of that dimension.
 * A value is converted only within one dimension. What is counted makes the dimension: a job is not a person, a claim
 * is not a recipient, and 户 may be a household, an enterprise or any business entity. `percent` and `per_mille` are
 * shares and alike; `points` (differences of shares), `ratio` (openings per seeker) and `index` are each their own,
 * so that a difference is never taken for a rate.
 */
export interface Unit {
  readonly id: string;
  readonly name: Text;
  /** For axes and table heads: 万千瓦时 · 10⁴ kWh. */
  readonly short: Text;
  readonly dimension: string;
  /** One of this unit is 10^power base units of the dimension. */
  readonly power: number;
  /** Other spellings found in files, besides the id, the names and the short labels. */
  readonly aliases: readonly string[];
}

/** id, dimension, power, names, short labels, aliases separated by blanks. */
type Line = readonly [
  string,
  string,
  number,
  zh: string,
  en: string,
  shortZh: string,
  shortEn: string,
  aliases: string,
];

const LINES: readonly Line[] = [
  ['percent', 'share', 0, '百分比', 'per cent', '%', '%', '百分之 percentage pct 百分数'],
  ['per_mille', 'share', -1, '千分比', 'per mille', '‰', '‰', 'permille 千分之 千分数'],
  ['points', 'points', 0, '百分点', 'percentage points', '百分点', 'pp', '个百分点 percentage_points 個百分點 百分點'],
  ['ratio', 'ratio', 0, '比值', 'ratio', '比值', 'ratio', '倍 倍率'],
  ['index', 'index', 0, '指数', 'index', '指数', 'index', '指數 点'],
  ['persons', 'persons', 0, '人', 'persons', '人', 'persons', 'person people 人数 人次 名'],
  ['1k_persons', 'persons', 3, '千人', 'thousand persons', '千人', '10³ persons', 'thousands_of_persons'],
  ['10k_persons', 'persons', 4, '万人', 'ten thousand persons', '万人', '10⁴ persons', '萬人 万人次'],
  ['jobs', 'jobs', 0, '个岗位', 'jobs', '岗位', 'jobs', 'job 岗 个'],
  ['10k_jobs', 'jobs', 4, '万个岗位', 'ten thousand jobs', '万岗位', '10⁴ jobs', '万岗 万个'],
  ['postings', 'postings', 0, '个招聘岗位', 'postings', '个', 'postings', 'posting 条'],
  ['10k_postings', 'postings', 4, '万个招聘岗位', 'ten thousand postings', '万个', '10⁴ postings', '万条'],
  ['claims', 'claims', 0, '件申领', 'claims', '件', 'claims', 'claim'],
  ['households', 'households', 0, '户家庭', 'households', '户', 'households', 'household 戶'],
  ['10k_households', 'households', 4, '万户家庭', 'ten thousand households', '万户', '10⁴ households', '萬戶'],
  ['enterprises', 'enterprises', 0, '户企业', 'enterprises', '户', 'enterprises', 'enterprise 家 家企业 戶'],
  ['10k_enterprises', 'enterprises', 4, '万户企业', 'ten thousand enterprises', '万户', '10⁴ enterprises', '万家 萬戶'],
  ['entities', 'entities', 0, '户经营主体', 'business entities', '户', 'entities', 'entity 户市场主体 戶'],
  [
    '10k_entities',
    'entities',
    4,
    '万户经营主体',
    'ten thousand business entities',
    '万户',
    '10⁴ entities',
    '万户市场主体 萬戶',
  ],
  ['kwh', 'energy', 0, '千瓦时', 'kilowatt-hours', '千瓦时', 'kWh', '度 千瓦小时'],
  ['mwh', 'energy', 3, '兆瓦时', 'megawatt-hours', '兆瓦时', 'MWh', '千度'],
  [
    '10k_kwh',
    'energy',
    4,
    '万千瓦时',
    'ten thousand kilowatt-hours',
    '万千瓦时',
    '10⁴ kWh',
    '万度 万千瓦小时 萬千瓦時',
  ],
  [
    '100m_kwh',
    'energy',
    8,
    '亿千瓦时',
    'hundred million kilowatt-hours',
    '亿千瓦时',
    '10⁸ kWh',
    '亿度 亿千瓦小时 億千瓦時',
  ],
  ['tonnes', 'mass', 0, '吨', 'tonnes', '吨', 't', '噸 tonne'],
  ['10k_tonnes', 'mass', 4, '万吨', 'ten thousand tonnes', '万吨', '10⁴ t', '萬噸'],
  ['100m_tonnes', 'mass', 8, '亿吨', 'hundred million tonnes', '亿吨', '10⁸ t', '億噸'],
  ['yuan', 'money', 0, '元', 'yuan', '元', 'CNY', 'rmb 人民币元'],
  ['10k_yuan', 'money', 4, '万元', 'ten thousand yuan', '万元', '10⁴ CNY', '萬元'],
  ['100m_yuan', 'money', 8, '亿元', 'hundred million yuan', '亿元', '10⁸ CNY', '億元'],
];

export const UNITS: readonly Unit[] = LINES.map(([id, dimension, power, zh, en, shortZh, shortEn, aliases]) => ({
  id,
  name: { zh, en },
  short: { zh: shortZh, en: shortEn },
  dimension,
  power,
  aliases: aliases.split(' '),
}));

const BY_ID: ReadonlyMap<string, Unit> = new Map(UNITS.map((u) => [u.id, u]));

export function unitOf(id: string): Unit | undefined {
  return BY_ID.get(id);
}

/** Full name; an unknown unit is shown by its id. */
export function unitName(id: string): Text {
  return BY_ID.get(id)?.name ?? { zh: id, en: id };
}

/** Label for axes and table heads; an unknown unit is shown by its id. */
export function unitShort(id: string): Text {
  return BY_ID.get(id)?.short ?? { zh: id, en: id };
}

/** Name of the differences of values in this unit: two rates differ by percentage points. */
export function unitOfChange(id: string): string {
  return id === 'percent' ? 'points' : id;
}

/**
 * `value` of unit `from` in unit `to`, exact in decimals (1.1 万人 → 11000). Null when a unit is unknown or the two
 * measure different things; the same id converts to itself even when unknown. NaN stays NaN.
 */
export function convert(value: number, from: string, to: string): number | null {
  if (from === to) return value;
  const a = BY_ID.get(from);
  const b = BY_ID.get(to);
  if (!a || !b || a.dimension !== b.dimension) return null;
  const power = a.power - b.power;
  // Shifted in decimal notation, so that no rounding comes in; NaN and the infinities have no exponent.
  if (!Number.isFinite(value)) return value;
  const [digits, exponent] = value.toExponential().split('e');
  return Number(`${digits}e${Number(exponent) + power}`);
}

const spelling = (word: string): string => word.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

const BY_SPELLING: ReadonlyMap<string, readonly Unit[]> = (() => {
  const bySpelling = new Map<string, Unit[]>();
  for (const unit of UNITS) {
    const words = [unit.id, unit.name.zh, unit.name.en, unit.short.zh, unit.short.en, ...unit.aliases];
    for (const word of new Set(words.map(spelling))) bySpelling.set(word, [...(bySpelling.get(word) ?? []), unit]);
  }
  return bySpelling;
})();

/**
 * Id of the unit that a word in a file means (`万人`, `％`, `个百分点`, `10k_kwh`). Width, case and blanks do not count.
 * A word of several units (户, 个) is read in the dimension of `wanted`, the unit of the indicator; without it, or when
 * none fits, such a word is null, as is an unknown one.
 */
export function unitFromWord(word: string, wanted?: string): string | null {
  const units = BY_SPELLING.get(spelling(word)) ?? [];
  if (units.length === 1) return units[0]!.id;
  const dimension = wanted === undefined ? undefined : BY_ID.get(wanted)?.dimension;
  return units.find((u) => u.dimension === dimension)?.id ?? null;
}
