import { type Frequency, type Period, parsePeriod } from '../../base/period';
import type { RegionTree } from '../../base/regions';
import type { WarningRecord } from '../state';
import type { Spell } from './spell';

/**
 * A record that no spell holds is given to the nearest one within so many periods, both ways: revisions move the edge of
 * a spell by a period or two. A default of ours.
 */
const NEAR = 3;

/** A record of these data: its region and the period in which its warning began when people first acted on it. */
export interface PlacedRecord {
  readonly record: WarningRecord;
  readonly regionCode: string;
  readonly since: Period;
}

export interface Matches {
  readonly bySpell: ReadonlyMap<Spell, WarningRecord>;
  /** Records that no spell is left for. */
  readonly withdrawn: readonly PlacedRecord[];
}

/**
 * Which record belongs to which spell, one to one. A record's id holds the first period of its warning as it was then;
 * revisions of the figures may have moved the beginning since, split a spell, or joined two. A record goes to the spell
 * of its region that holds its period, else to the nearest. Where several ask for one spell, the one under review gets it,
 * else the one that somebody acted on last; the others are told as withdrawn.
 *
 * Records of regions or periods that these data do not have belong to other data, and are left out.
 */
export function matchRecords(
  spells: readonly Spell[],
  records: ReadonlyMap<string, WarningRecord>,
  { tree, frequency }: { readonly tree: RegionTree; readonly frequency: Frequency },
): Matches {
  const bySpell = new Map<Spell, WarningRecord>();
  const withdrawn: PlacedRecord[] = [];
  if (records.size === 0) return { bySpell, withdrawn };
  const byRegion = new Map<string, Spell[]>();
  for (const spell of spells) {
    const own = byRegion.get(spell.regionCode);
    if (own) own.push(spell);
    else byRegion.set(spell.regionCode, [spell]);
  }
  for (const placed of [...records.values()].flatMap((record) => place(record, tree, frequency) ?? []).sort(byClaim)) {
    const spell = nearest(byRegion.get(placed.regionCode) ?? [], placed.since, bySpell);
    if (spell) bySpell.set(spell, placed.record);
    else withdrawn.push(placed);
  }
  return { bySpell, withdrawn };
}

function place(record: WarningRecord, tree: RegionTree, frequency: Frequency): PlacedRecord | null {
  const at = record.id.lastIndexOf('@');
  const regionCode = record.id.slice(0, at);
  const parsed = parsePeriod(record.id.slice(at + 1));
  if (!tree.indexOf.has(regionCode) || parsed?.frequency !== frequency) return null;
  return { record, regionCode, since: parsed.period };
}

/** Who chooses first: what is under review, then what was acted on last. */
function byClaim({ record: a }: PlacedRecord, { record: b }: PlacedRecord): number {
  const review = Number(b.state === 'under-review') - Number(a.state === 'under-review');
  return review || (b.acts.at(-1)?.seq ?? 0) - (a.acts.at(-1)?.seq ?? 0);
}

function nearest(spells: readonly Spell[], period: Period, taken: ReadonlyMap<Spell, unknown>): Spell | null {
  let best: Spell | null = null;
  let least = NEAR + 1;
  for (const spell of spells) {
    if (taken.has(spell)) continue;
    const away = Math.max(spell.since - period, period - (spell.until ?? Infinity), 0);
    if (away >= least) continue;
    best = spell;
    least = away;
  }
  return best;
}
