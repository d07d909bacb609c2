import type { RegionTree } from '../base/regions';

/** Spelling that does not depend on width, case, blanks and hyphens. */
export function plainSpelling(word: string): string {
  return word
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '_');
}

/** Edits (insert, delete, replace) that turn one word into the other; `limit + 1` when it takes more than `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const now = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const d = Math.min(before[j - 1]! + cost, before[j]! + 1, now[j - 1]! + 1);
      now.push(d);
      if (d < least) least = d;
    }
    if (least > limit) return limit + 1;
    before = now;
  }
  return Math.min(before[b.length]!, limit + 1);
}

/** The words nearest to a given one, best first: those that begin alike, then those within a third of its length in edits. */
export function nearest(given: string, words: readonly string[], most = 3): string[] {
  const word = plainSpelling(given).slice(0, 60);
  if (word === '') return [];
  const limit = Math.max(1, Math.floor(word.length / 3));
  const scored: { word: string; distance: number }[] = [];
  for (const candidate of words) {
    const other = plainSpelling(candidate);
    const alike = word.length >= 2 && (other.startsWith(word) || (other.length >= 2 && word.startsWith(other)));
    const distance = alike ? 0.5 : editDistance(word, other, limit);
    if (distance <= limit) scored.push({ word: candidate, distance });
  }
  scored.sort((a, b) => a.distance - b.distance);
  return scored.slice(0, most).map((s) => s.word);
}

/** Regions nearest to a code or a name, as `150200 包头市`. */
export function nearestRegions(tree: RegionTree, code: string, name: string): string[] {
  const { regions } = tree;
  const show = (index: number): string => `${regions[index]!.code} ${regions[index]!.name.zh}`;
  const byName = nearest(
    name,
    regions.flatMap((r) => [r.name.zh, r.name.en]),
  );
  const found = regions.flatMap((r, k) => (byName.includes(r.name.zh) || byName.includes(r.name.en) ? [k] : []));
  if (found.length > 0) return found.slice(0, 3).map(show);
  const asName = name === '' ? nearestRegionNames(tree, code) : [];
  if (asName.length > 0) return asName.map(show);
  // A code that differs in two digits is as likely any other region: only one slip counts.
  return regions
    .flatMap((r, k) => (editDistance(code, r.code, 1) <= 1 ? [k] : []))
    .slice(0, 3)
    .map(show);
}

/** A name that stands in the column of the codes. */
function nearestRegionNames(tree: RegionTree, word: string): number[] {
  return tree.regions.flatMap((r, k) => (nearest(word, [r.name.zh, r.name.en], 1).length > 0 ? [k] : [])).slice(0, 3);
}
