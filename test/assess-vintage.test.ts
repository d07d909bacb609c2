import { describe, expect, test } from 'vitest';
import { type Assessment, assess } from '../src/assess';
import { defaultCatalogue } from '../src/base/catalogue';
import { type Day, formatDay, formatPeriod, parseDay, parsePeriod } from '../src/base/period';
import { deriveRegion } from '../src/levels/derive';
import type { ObservationDerivation, RegionDerivation } from '../src/levels/derivation';
import { describeRegion, type TextNode } from '../src/levels/derivation-text';
import { defaultScheme } from '../src/levels/load-scheme';
import type { Batch } from '../src/observations/observations';
import { buildPanels } from '../src/panel/build';
import { defaultRuleSet } from '../src/signals/load-rule-set';
import { batchOf, type Row, treeOf } from './panel/make-panel';

/**
 * A revision and nothing else between two days of knowledge: the level of one and the same month differs by it, and
 * the proof names both vintages.
 */

const tree = treeOf({ T: '', A: 'T', B: 'T' }, { A: { labourForce: 1_500_000 }, B: { labourForce: 1_400_000 } });
const config = { ruleSet: defaultRuleSet(), scheme: defaultScheme() };
const rate = 'unemployment_rate_sa';
const first = parsePeriod('2020-01')!.period;
const month = (t: number): string => formatPeriod('month', first + t);
const MONTHS = 24;
const REVISED = 22;
const AT = parsePeriod(month(REVISED))!.period;
const BEFORE = parseDay('2021-12-25')!;
const AFTER = parseDay('2022-01-20')!;

/** 4 % throughout, known on the 20th of the next month; the last but one month by vintages. */
function batchWith(vintages: readonly (readonly [value: number, knownOn: string])[]): Batch {
  const rows = ['A', 'B'].flatMap((code) =>
    Array.from({ length: MONTHS }, (_, t): Row[] => {
      const knownOn = formatDay(parseDay(`${month(t + 1)}-20`)!);
      if (code === 'A' && t === REVISED) return vintages.map(([v, day]): Row => [code, rate, month(t), v, day]);
      return [[code, rate, month(t), 4, knownOn]];
    }).flat(),
  );
  return batchOf(rows, { id: 'rates', name: 'rates.csv' });
}

function assessed(vintages: Parameters<typeof batchWith>[0], asOf: Day | null): Assessment {
  const { panels, issues } = buildPanels([batchWith(vintages)], tree, defaultCatalogue());
  expect(issues).toEqual([]);
  return assess(panels, config, asOf);
}

/** Levels by `region month`. */
function levelsOf({ panel, levels }: Assessment): Record<string, number> {
  return Object.fromEntries(
    panel.tree.regions.flatMap(({ code }, r) =>
      Array.from({ length: panel.count }, (_, t) => [`${code} ${month(t)}`, levels.level[r * panel.count + t]!]),
    ),
  );
}

function observationOf(d: RegionDerivation): ObservationDerivation {
  const found = d.families
    .flatMap((f) => f.signals)
    .flatMap((s) => s.observations)
    .find((o) => o.regionCode === 'A' && o.period === AT);
  if (!found) throw new Error('the month is not in the proof');
  return found;
}

const notes = (node: TextNode): string[] => [...(node.note ? [node.note.zh] : []), ...node.children.flatMap(notes)];

describe('the same month as of two days', () => {
  const both = [
    [4, '2021-12-20'],
    [9, '2022-01-10'],
  ] as const;
  const before = assessed(both, BEFORE);
  const after = assessed(both, AFTER);
  const region = tree.indexOf.get('A')!;

  test('the level differs exactly by the revision', () => {
    const was = levelsOf(before);
    const is = levelsOf(after);
    // As if nobody had ever said anything else: the revision is all that differs.
    expect(was).toEqual(levelsOf(assessed([[4, '2021-12-20']], BEFORE)));
    expect(is).toEqual(levelsOf(assessed([[9, '2021-12-20']], AFTER)));
    const moved = Object.keys(was).filter((key) => was[key] !== is[key]);
    expect(moved).toContain(`A ${month(REVISED)}`);
    expect(moved.filter((key) => key.startsWith('B'))).toEqual([]);
    expect(was[`A ${month(REVISED)}`]).toBe(0);
    expect(is[`A ${month(REVISED)}`]).toBeGreaterThan(0);
    // No month before the revised one can know of it.
    expect(moved.filter((key) => key.slice(2) < month(REVISED))).toEqual([]);
  });

  test('the proof as of the later day names both vintages, the earlier one only its own', () => {
    const early = observationOf(deriveRegion(before, region, AT));
    expect(early).toMatchObject({ value: 4, knownOn: parseDay('2021-12-20'), earlier: [] });
    const late = observationOf(deriveRegion(after, region, AT));
    expect(late).toMatchObject({
      value: 9,
      knownOn: parseDay('2022-01-10'),
      earlier: [{ value: 4, knownOn: parseDay('2021-12-20') }],
    });
    expect(late.source!.row).toBe(early.source!.row + 1);
    const words = describeRegion(deriveRegion(after, region, AT), {
      tree,
      catalogue: defaultCatalogue(),
      ruleSet: config.ruleSet,
      weekEndsOn: 6,
    });
    expect(notes(words).join('\n')).toContain('2022-01-10 已知 · 修订前 4.0%（2021-12-20 已知）');
  });

  test('three vintages are named in order; the day in the middle knows two', () => {
    const three = [
      [4, '2021-12-20'],
      [5, '2021-12-28'],
      [9, '2022-01-10'],
    ] as const;
    const middle = observationOf(deriveRegion(assessed(three, parseDay('2021-12-31')!), region, AT));
    expect([middle.value, middle.earlier.map((e) => e.value)]).toEqual([5, [4]]);
    const last = observationOf(deriveRegion(assessed(three, null), region, AT));
    expect([last.value, last.earlier.map((e) => e.value)]).toEqual([9, [4, 5]]);
  });
});
