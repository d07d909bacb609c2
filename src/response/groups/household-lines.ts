import { type Day, formatDay, parseDay } from '../../base/period';
import type { RegionTree } from '../../base/regions';
import { formatList } from '../../base/format';
import { sayBoth, type Text } from '../../base/text';
import { createRegionNames } from '../../observations/names/region-names';
import { findRegion } from '../../observations/tables/label';
import type { ActOf } from '../trail/act';
import { HOUSEHOLD_WORDS as WORDS } from './text';

/** A pasted line: what is recognised by it, or why it cannot be. `line` counts from 1. */
export type HouseholdLine = { readonly line: number; readonly text: string } & (
  | { readonly act: ActOf<'recognise-household'> }
  | { readonly fault: Text }
);

const HEAD = /^(编号|序号|number|no\.?|id)\s*[,，;；\t]/i;
/** Bounds of a number: as the trail's gate has them, and short enough for a table. */
const LONGEST = 60;

/**
 * Households from pasted lines `number, banner or county (code or name), day of recognition`, parted by commas or tabs. A
 * head line and blank lines are passed over. Every line has its own answer; numbers that stand twice, or that the register
 * has (`taken`), are told. Whether the office may is not asked here.
 */
export function readHouseholdLines(
  text: string,
  tree: RegionTree,
  today: Day,
  taken: ReadonlyMap<string, unknown>,
): readonly HouseholdLine[] {
  const names = createRegionNames(tree);
  const seen = new Map<string, number>();
  return text.split(/\r\n|\r|\n/).flatMap((raw, i): HouseholdLine[] => {
    const line = { line: i + 1, text: raw.trim() };
    if (line.text === '' || (i === 0 && HEAD.test(line.text))) return [];
    const cells = raw.split(/[,，\t]/).map((cell) => cell.trim());
    if (cells.length < 3) return [{ ...line, fault: WORDS.threeCells }];
    const [id, place, spelt] = cells as [string, string, string];
    const wrong = numberFault(id);
    if (wrong) return [{ ...line, fault: wrong }];
    const before = seen.get(id);
    if (before !== undefined) return [{ ...line, fault: sayBoth(WORDS.twice, { line: before }) }];
    if (taken.has(id)) return [{ ...line, fault: WORDS.taken }];
    const found = findRegion(names, place);
    if (found.kind !== 'region' || !tree.indexOf.has(found.code)) {
      const candidates = 'candidates' in found ? found.candidates : [];
      return [{ ...line, fault: regionFault(tree, place, candidates) }];
    }
    const on = readDayWords(spelt);
    if (on === null) return [{ ...line, fault: sayBoth(WORDS.badDay, { given: spelt }) }];
    if (on > today) return [{ ...line, fault: sayBoth(WORDS.later, { given: formatDay(on) }) }];
    seen.set(id, i + 1);
    const act = {
      kind: 'recognise-household',
      household: id,
      regionCode: found.code,
      on,
      note: cells[3] ?? '',
    } as const;
    return [{ ...line, act }];
  });
}

/**
 * Why a text is no running number of an office: the register holds no names and no numbers that belong to a person (identity
 * card, telephone). Null = it may be one.
 */
export function numberFault(id: string): Text | null {
  const bare = id.replace(/[\s-]/g, '');
  if (bare === '') return WORDS.numberMissing;
  if (id.length > LONGEST) return WORDS.numberLong;
  if (/\d{17}[\dXx]/.test(bare) || /(?<!\d)1[3-9]\d{9}(?!\d)/.test(bare)) return WORDS.personal;
  return /\d/.test(bare) ? null : WORDS.noDigit;
}

/** `2026-09-25` · `2026/9/25` · `2026.9.25` · `2026年9月25日` · `20260925`; null for anything else. */
function readDayWords(text: string): Day | null {
  const match = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/.exec(text.normalize('NFKC'));
  if (!match) return null;
  const [year, month, day] = [match[1]!, match[2] ?? match[4]!, match[3] ?? match[5]!];
  return parseDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function regionFault(tree: RegionTree, given: string, candidates: readonly string[]): Text {
  if (candidates.length === 0) return sayBoth(WORDS.noRegion, { given });
  const names = candidates.map((code) => tree.regions[tree.indexOf.get(code) ?? -1]?.name ?? { zh: code, en: code });
  const list = {
    zh: formatList(
      names.map((n) => n.zh),
      'zh',
    ),
    en: formatList(
      names.map((n) => n.en),
      'en',
    ),
  };
  return sayBoth(WORDS.whichRegion, { given, list });
}
