import type { RegionTree } from '../../base/regions';
import { nearest } from '../near';
import { ALIAS, createRegionIndex, type RegionIndex, WITH_PARENT, type Writing } from './region-index';
import { bareName, bracketed, isCountry, isGroup, totalOf, turned, wholeOf } from './region-words';
import { nameKey } from './spelling';

export type RegionFound =
  /** `exact`: simply its code or full name; otherwise a person may wish to see what was made of it. */
  | { readonly kind: 'region'; readonly code: string; readonly name: string; readonly exact: boolean }
  | { readonly kind: 'subtotal' }
  /** Several regions are called so and no parent tells which. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] }
  /** Candidates are codes of regions called nearly so, best first. */
  | { readonly kind: 'unknown'; readonly candidates: readonly string[] };

interface RegionWords {
  readonly code?: string;
  readonly name?: string;
  readonly parent?: string;
}

export interface RegionNames {
  /**
   * The region that the words of a file mean. Never a guess: a name of several regions is ambiguous unless its parent
   * stands beside it or in the same text, a parent that contradicts makes it unknown. A known code goes before the name.
   */
  find(words: RegionWords): RegionFound;
}

const COUNTRY: RegionFound & { readonly kind: 'region' } = { kind: 'region', code: 'CN', name: '全国', exact: true };
const SUBTOTAL: RegionFound = { kind: 'subtotal' };
/** Longer texts are notes, not names. */
const LONGEST_KEY = 48;
const LONGEST_TEXT = 160;
const MOST_CANDIDATES = 3;
/** Answers kept; a file has far fewer different names. */
const MOST_KEPT = 20_000;

/** What the words of files call the regions of a tree; without a tree only 全国 and totals are known. */
export function createRegionNames(tree: RegionTree | null): RegionNames {
  const { names, codes }: RegionIndex = tree ? createRegionIndex(tree) : { names: new Map(), codes: new Map() };
  const regions = tree?.regions ?? [];
  const kept = new Map<string, RegionFound>();
  const resolved = new Map<string, readonly Writing[]>();

  /** Is the region the ancestor itself, or inside it? */
  function isWithin(region: number, ancestor: number): boolean {
    for (let at = region; at >= 0; at = regions[at]!.parent) if (at === ancestor) return true;
    return false;
  }

  /** Writings of a key, or of two names run together: 呼和浩特市新城区, 150100呼和浩特市, 包头市Baotou. */
  function writingsOf(key: string): readonly Writing[] {
    if (key.length > LONGEST_KEY) return [];
    const direct = names.get(key);
    if (direct) return direct;
    const known = resolved.get(key);
    if (known) return known;
    const joined = new Map<number, Writing>();
    for (let cut = 2; cut <= key.length - 2; cut++) {
      const inner = names.get(key.slice(cut));
      if (!inner) continue;
      const outer = writingsOf(key.slice(0, cut));
      for (const { region } of inner) {
        if (outer.some((o) => isWithin(region, o.region))) joined.set(region, { region, strength: ALIAS });
      }
    }
    const found = [...joined.values()];
    if (resolved.size < MOST_KEPT) resolved.set(key, found);
    return found;
  }

  function writingsIn(text: string): readonly Writing[] {
    const straight = writingsOf(nameKey(text));
    if (straight.length > 0) return straight;
    const around = turned(text);
    return around === null ? [] : writingsOf(nameKey(around));
  }

  const found = (region: number, exact: boolean): RegionFound => {
    const { code, name } = regions[region]!;
    return { kind: 'region', code, name: name.zh, exact };
  };

  const isFullName = (region: number, text: string): boolean => {
    const { name } = regions[region]!;
    const given = evenly(text);
    return given === evenly(name.zh) || given === evenly(name.en);
  };

  /** Unknown, with what it may have meant; looked for only when somebody asks. */
  function unknown(text: string, first: readonly number[] = []): RegionFound {
    let near: readonly string[] | null = null;
    return {
      kind: 'unknown',
      get candidates() {
        near ??= (first.length > 0 ? first : nearTo(text)).slice(0, MOST_CANDIDATES).map((k) => regions[k]!.code);
        return near;
      },
    };
  }

  function nearTo(text: string): number[] {
    const bare = bareName(text);
    const before = bracketed(bare)?.before;
    const inBrackets = before === undefined ? [] : writingsIn(before);
    if (inBrackets.length > 0) return inBrackets.map((w) => w.region);
    const key = nameKey(bare);
    const alike = [...names.keys()].filter(
      (k) => k.startsWith(key) || Math.abs(k.length - key.length) <= key.length / 2,
    );
    const keys = nearest(key, [...alike, ...prefixesOf(key)], 3 * MOST_CANDIDATES);
    return [...new Set(keys.flatMap((word) => names.get(word)!.map((w) => w.region)))];
  }

  /** Names with which a longer text begins. */
  function prefixesOf(key: string): string[] {
    const lengths = Array.from({ length: Math.max(0, Math.floor(key.length / 2) - 1) }, (_, k) => k + 2);
    return lengths.map((length) => key.slice(0, length)).filter((prefix) => names.has(prefix));
  }

  /** The strongest of several writings: one region, or several that only a parent could tell apart. */
  function strongest(writings: readonly Writing[]): readonly Writing[] {
    const best = Math.min(...writings.map((w) => w.strength));
    return writings.filter((w) => w.strength === best);
  }

  function choose(text: string, writings: readonly Writing[], parents: readonly number[]): RegionFound {
    let usable = writings;
    if (parents.length > 0) {
      usable = writings.filter((w) => parents.some((p) => isWithin(w.region, p) || regions[w.region]!.parent < 0));
      if (usable.length === 0)
        return unknown(
          text,
          writings.map((w) => w.region),
        );
    }
    // A name beside the same name is the parent itself only where nothing inside is called so.
    const inside = usable.filter((w) => !parents.includes(w.region));
    const best = strongest(inside.length > 0 ? inside : usable);
    const several = best.map((w) => regions[w.region]!.code);
    if (best.length > 1) return { kind: 'ambiguous', candidates: several };
    const [only] = best;
    if (only!.strength === WITH_PARENT && parents.length === 0) return unknown(text, [only!.region]);
    return found(only!.region, isFullName(only!.region, text));
  }

  /** Regions that the words of a parent may mean; none when they say nothing of this tree. */
  function parentsOf(parent: string | undefined): readonly number[] {
    if (parent === undefined || parent.trim() === '') return [];
    for (const text of [parent, bareName(parent)]) {
      const writings = writingsIn(text);
      if (writings.length > 0) return strongest(writings).map((w) => w.region);
    }
    return [];
  }

  function byName(name: string, parent: string | undefined): RegionFound {
    const text = name.trim();
    if (text.length > LONGEST_TEXT || nameKey(text) === '') return unknown('');
    const parents = parentsOf(parent);
    const kind = wholeOf(text);
    const [own] = parents;
    if (kind !== null && parents.length === 1 && regions[own!]!.name.zh.endsWith(kind)) return found(own!, false);
    const bare = bareName(text);
    for (const word of bare === text ? [text] : [text, bare]) {
      const writings = writingsIn(word);
      if (writings.length > 0 && !/^\d{1,3}$/.test(nameKey(word))) return choose(text, writings, parents);
    }
    if (isCountry(bare)) return COUNTRY;
    // With its numbers too: 12个盟市.
    if (isSubtotal(text) || isSubtotal(bare)) return SUBTOTAL;
    return explained(bare) ?? unknown(text, []);
  }

  /** 鄂尔多斯市（原伊克昭盟）, 呼伦贝尔市（含满洲里市）: what the brackets add is inside the region anyway. */
  function explained(text: string): RegionFound | null {
    const parts = bracketed(text);
    if (!parts) return null;
    const outer = strongest(writingsIn(parts.before));
    const words = parts.inside;
    if (outer.length === 1 && /^(首府|省会|计划单列)$/u.test(nameKey(words))) return found(outer[0]!.region, false);
    const inside = words.replace(
      /^(原名?|曾用名|旧称|简称|含|包含|包括|formerly\s|former\s|incl(\.|uding)\s)[:：]?/iu,
      '',
    );
    if (outer.length !== 1 || inside === words) return null;
    const places = inside.split(/[、,，和及]/u);
    const all = places.every((word) => writingsIn(word).some((w) => isWithin(w.region, outer[0]!.region)));
    return all && outer[0]!.strength !== WITH_PARENT ? found(outer[0]!.region, false) : null;
  }

  /** A total of regions, or several in one name; 失业人数合计 and 平均工资 are neither. */
  function isSubtotal(text: string): boolean {
    if (isGroup(nameKey(text))) return true;
    const of = totalOf(text);
    return of !== null && (of === '' || isGroup(of) || isCountry(of) || writingsOf(of).length > 0);
  }

  /** Null: no code of this tree, or one that could be several. */
  function byCode(code: string): number | null {
    const exactly = tree?.indexOf.get(code);
    if (exactly !== undefined) return exactly;
    // A number as a spreadsheet shows it, a text mark in front of it.
    const [only, ...others] = codes.get(nameKey(code.replace(/^'|\.0+$/g, ''))) ?? [];
    return only === undefined || others.length > 0 ? null : only;
  }

  function find({ code = '', name = '', parent }: RegionWords): RegionFound {
    const given = code.trim();
    if (given === '') return byName(name, parent);
    const region = byCode(given);
    if (region !== null) {
      return found(region, regions[region]!.code === given && (name.trim() === '' || isFullName(region, name)));
    }
    if (isCountry(given)) return COUNTRY;
    if (name.trim() === '') return byName(code, parent);
    const named = byName(name, parent);
    // A code of the right length that is none of ours contradicts the name; anything else is a number of the file's own.
    const contradicts = regions.some((r) => r.code.length === nameKey(given).length);
    if (named.kind !== 'region' || named.code === COUNTRY.code || !contradicts) return named;
    return { kind: 'ambiguous', candidates: [named.code] };
  }

  return {
    find(words) {
      const key = `${words.code ?? ''}\u0000${words.name ?? ''}\u0000${words.parent ?? ''}`;
      let answer = kept.get(key);
      if (!answer) {
        answer = find(words);
        if (kept.size < MOST_KEPT) kept.set(key, answer);
      }
      return answer;
    },
  };
}

/** Blanks and width aside. */
function evenly(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}
