import namesJson from '../../base/defaults/inner-mongolia-names.json';
import type { Region, RegionTree } from '../../base/regions';
import { pinyinOf } from './pinyin';
import { nameKey } from './spelling';

/** How a writing names a region; a smaller number is stronger and wins over a greater one. */
const FULL = 1;
/** A short, former or English name that people use. */
export const ALIAS = 2;
/** What is left without the word of its kind (包头), or its sounds in letters. */
const DERIVED = 3;
/** Names the region only beside its parent: 左旗; 海南, which alone is the province. */
export const WITH_PARENT = 4;

export interface Writing {
  readonly region: number;
  readonly strength: number;
}

export interface RegionIndex {
  /** Every writing of every region, codes among them, by its key. */
  readonly names: ReadonlyMap<string, readonly Writing[]>;
  /** Regions by their codes alone, in every form; several where a short form could be either. */
  readonly codes: ReadonlyMap<string, ReadonlySet<number>>;
}

interface Aliases {
  readonly code: string;
  readonly name: string;
  readonly short?: readonly string[];
  readonly former?: readonly string[];
  readonly english?: readonly string[];
  readonly codes?: readonly string[];
}
const ALIASES: ReadonlyMap<string, Aliases> = new Map(
  (namesJson.regions as readonly Aliases[]).map((a) => [a.code, a]),
);

/** Words of kind at the end of a Chinese name, with what follows the bare name in English and in letters. */
const KINDS: readonly (readonly [zh: string, latin: readonly string[]])[] = [
  ['自治区', ['autonomousregion', 'zizhiqu', 'region']],
  ['特别行政区', ['sar']],
  ['自治州', ['autonomousprefecture', 'prefecture']],
  ['自治县', ['autonomouscounty', 'county']],
  ['自治旗', ['autonomousbanner', 'banner', 'zizhiqi', 'qi']],
  ['联合旗', ['unitedbanner', 'banner', 'lianheqi', 'qi']],
  ['矿区', ['miningdistrict', 'district', 'kuangqu', 'qu']],
  ['地区', ['prefecture']],
  ['省', ['province', 'sheng']],
  ['市', ['city', 'municipality', 'shi']],
  ['盟', ['league', 'meng', 'aimag', 'prefecture']],
  ['州', ['state', 'zhou']],
  ['旗', ['banner', 'qi']],
  ['县', ['county', 'xian']],
  ['区', ['district', 'qu']],
];
const LATIN_KIND =
  /\s+(autonomous region|autonomous banner|united banner|mining district|city|municipality|league|banner|county|district|prefecture|province|state|territory|region|parish|borough)$/i;

/** Short names of Chinese provinces: alone they are never a place inside one. */
const OUTSIDE: ReadonlySet<string> = new Set(
  (
    '北京 天津 河北 山西 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 ' +
    '陕西 甘肃 青海 宁夏 新疆 香港 澳门 台湾 hainan hebei henan hubei hunan shanxi shaanxi jilin liaoning jining'
  ).split(' '),
);
const PROVINCIAL = /(省|市|自治区|特别行政区)$/;
const SHORTEST = 2;

export function createRegionIndex(tree: RegionTree): RegionIndex {
  const names = new Map<string, Writing[]>();
  const codes = new Map<string, Set<number>>();
  const enter = (word: string, region: number, strength: number): void => {
    const key = nameKey(word);
    if (key === '') return;
    const there = names.get(key) ?? [];
    const own = there.findIndex((w) => w.region === region);
    if (own < 0) names.set(key, [...there, { region, strength }]);
    else if (strength < there[own]!.strength) there[own] = { region, strength };
  };
  const enterCode = (code: string, region: number, strength: number): void => {
    const key = nameKey(code);
    codes.set(key, (codes.get(key) ?? new Set()).add(region));
    enter(code, region, strength);
  };
  const otherForms = codeForms(tree);
  tree.regions.forEach((region, k) => {
    enter(region.name.zh, k, FULL);
    enter(region.name.en, k, FULL);
    enterCode(region.code, k, FULL);
    for (const code of otherForms(region.code)) enterCode(code, k, ALIAS);
    for (const word of bareNames(region)) enter(word, k, isOutside(word, region) ? WITH_PARENT : DERIVED);
    for (const word of wholeWords(region, tree)) enter(word, k, ALIAS);
    const aliases = aliasesOf(region);
    for (const code of aliases?.codes ?? []) enterCode(code, k, ALIAS);
    for (const word of [...(aliases?.short ?? []), ...(aliases?.former ?? [])]) enter(word, k, ALIAS);
    for (const word of aliases?.former ?? []) for (const bare of zhStems(word)) enter(bare.stem, k, DERIVED);
    for (const word of [...(aliases?.short ?? []), ...(aliases?.former ?? [])]) {
      const letters = pinyinOf(word);
      if (letters !== null) enter(letters, k, DERIVED);
    }
    for (const word of aliases?.english ?? []) {
      enter(word, k, ALIAS);
      if (LATIN_KIND.test(word)) continue;
      const kinds = [region.name.zh, ...(aliases?.former ?? [])].flatMap(latinKinds);
      for (const kind of kinds) enter(word + kind, k, DERIVED);
    }
  });
  return { names, codes };
}

/** Aliases of our own region, not of another tree's that happens to use the code. */
function aliasesOf(region: Region): Aliases | undefined {
  const aliases = ALIASES.get(region.code);
  return aliases?.name === region.name.zh ? aliases : undefined;
}

/** Other forms in which the codes of a tree stand in files. */
function codeForms({ regions }: RegionTree): (code: string) => readonly string[] {
  const codes = regions.map((r) => r.code);
  if (codes.every((code) => /^\d{6}$/.test(code))) {
    // GB/T 2260: zeros left out, or those of towns and villages added.
    return (code) => [code + '000', code + '000000', ...(/^\d{2}(?!00)\d{2}00$/.test(code) ? [code.slice(0, 4)] : [])];
  }
  // Numbers that lost their first zeros in a spreadsheet.
  if (codes.every((code) => /^\d+$/.test(code))) return (code) => (/^0+\d/.test(code) ? [code.replace(/^0+/, '')] : []);
  // US-CA of a tree of states alone is CA everywhere else.
  const prefix = /^[A-Z]+-/.exec(codes[0] ?? '')?.[0];
  if (prefix !== undefined && codes.every((code) => /^[A-Z]+-[A-Z]{2,}$/.test(code) && code.startsWith(prefix))) {
    return (code) => [code.slice(prefix.length)];
  }
  return () => [];
}

function zhStems(name: string): { readonly stem: string; readonly latin: readonly string[] }[] {
  return KINDS.flatMap(([kind, latin]) => {
    const stem = name.slice(0, -kind.length);
    return name.endsWith(kind) && [...stem].length >= SHORTEST ? [{ stem, latin }] : [];
  });
}

const latinKinds = (zh: string): readonly string[] => KINDS.filter(([kind]) => zh.endsWith(kind)).flatMap(([, l]) => l);

function bareNames({ name }: Region): string[] {
  const words: string[] = [];
  const whole = pinyinOf(name.zh);
  if (whole !== null) words.push(whole);
  for (const { stem, latin } of zhStems(name.zh)) {
    words.push(stem);
    const letters = pinyinOf(stem);
    if (letters !== null) words.push(letters, ...latin.map((kind) => letters + kind));
  }
  const english = name.en.replace(LATIN_KIND, '');
  if (english.length >= SHORTEST) {
    if (english !== name.en) words.push(english);
    words.push(...latinKinds(name.zh).map((kind) => english + kind));
  }
  return words;
}

function isOutside(word: string, region: Region): boolean {
  return OUTSIDE.has(nameKey(word)) && !PROVINCIAL.test(region.name.zh);
}

/** 全区 is the whole of a tree with one root, in the word of the root's own kind. */
function wholeWords(region: Region, tree: RegionTree): string[] {
  if (region.parent >= 0 || tree.roots.length !== 1) return [];
  if (region.name.zh.endsWith('自治区')) return ['全区', '全自治区', '自治区', '本区', '我区', '全区总体'];
  if (region.name.zh.endsWith('省')) return ['全省', '本省', '我省'];
  return [];
}
