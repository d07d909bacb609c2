import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { defaultCatalogue } from '../../../src/base/catalogue';
import { parsePeriod, type Period } from '../../../src/base/period';
import type { RegionTree } from '../../../src/base/regions';
import { collectFacts } from '../../../src/briefing/facts/collect';
import type { BriefingFacts } from '../../../src/briefing/facts/facts';
import { allParts, figuresOf } from '../../../src/briefing/facts/find';
import { MOST_PARTS } from '../../../src/briefing/facts/which-regions';
import { buildPanels } from '../../../src/panel/build';
import { batchOf, type Row, treeOf } from '../../panel/make-panel';
import { askFor, month, worldOf } from './make-world';
import { notNumbers } from './walk';

/** Other places than Inner Mongolia: the facts hold for any tree, any frequency, and for data with almost nothing in it. */

function factsOf(
  rows: readonly Row[],
  tree: RegionTree,
  period: Period,
  regionCode: string | null = null,
): BriefingFacts {
  const { panels } = buildPanels([batchOf(rows)], tree, defaultCatalogue());
  const facts = collectFacts(worldOf(panels, null, period), askFor(period, { regionCode }));
  expect(notNumbers(facts, ['outlooks', 'proposals', 'range'])).toEqual([]);
  expect(structuredClone(facts)).toEqual(facts);
  return facts;
}

const states = ((): { rows: Row[]; codes: string[] } => {
  const [head, ...lines] = readFileSync('test/reference/us-states-unemployment-rate.csv', 'utf8').trim().split('\n');
  const codes = head!.split(',').slice(1);
  const rows = lines.flatMap((line) => {
    const [period, ...cells] = line.split(',');
    return cells.flatMap((cell, i): Row[] =>
      cell === '' ? [] : [[codes[i]!, 'unemployment_rate_sa', period!, Number(cell)]],
    );
  });
  return { rows, codes };
})();

describe('the states of the US', () => {
  const level = (codes: readonly string[]) => Object.fromEntries(codes.map((c) => [c, { level: 'state' }]));

  test('as a forest: no whole, the states are the parts, nothing below them', () => {
    const flat = treeOf(Object.fromEntries(states.codes.map((c) => [c, ''])), level(states.codes));
    const facts = factsOf(states.rows, flat, month('2009-06'));
    expect(facts.whole).toBeNull();
    expect(facts.parts.map(({ code }) => code)).toEqual(states.codes);
    expect([facts.ends, facts.outlooks, facts.noun.en]).toEqual([[], [], 'states']);
    expect(facts.figures).toHaveLength(states.codes.length);
    const michigan = figuresOf(facts, 'unemployment_rate_sa', 'US-MI')!;
    const told = states.rows.filter(([c, , p]) => c === 'US-MI' && p >= '2007-07' && p <= '2009-06').map((r) => r[3]);
    expect(michigan.values.slice(michigan.before)).toEqual(told);
    expect(michigan.onYear).toEqual({ kind: 'points', value: told[23]! - told[11]!, joint: false });
    expect(michigan.onPrevious).toEqual({ kind: 'points', value: told[23]! - told[22]!, joint: false });
    // Nothing is dated: no earlier state of knowledge can be told.
    expect([facts.revisions, facts.knownOn, michigan.knownOn]).toEqual([null, null, null]);
    expect(facts.parts.some(({ levels }) => levels.at(-1) === 4)).toBe(true);
    expect(facts.proposals.length).toBeGreaterThan(20);
  });

  test('below a country: it is the whole, its figure computed only where weights are known', () => {
    const under = treeOf(Object.fromEntries([['US', ''], ...states.codes.map((c) => [c, 'US'])]), {
      ...level(states.codes),
      US: { level: 'country' },
    });
    const facts = factsOf(states.rows, under, month('2009-06'));
    expect([facts.whole!.code, facts.parts.length, facts.ends]).toEqual(['US', states.codes.length, []]);
    expect(figuresOf(facts, 'unemployment_rate_sa', 'US')).toBeUndefined();
    expect(facts.outlooks[0]!.refused).not.toBeNull();
  });
});

describe('shapes of trees', () => {
  const wave = (code: string, base = 4): Row[] =>
    Array.from({ length: 30 }, (_, i): Row => {
      const at = `${2020 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`;
      return [code, 'unemployment_rate_sa', at, base + (i > 24 ? (i - 24) * 0.4 : 0)];
    });

  test('a forest of trees: the roots are the parts, their ends are named with them', () => {
    const tree = treeOf({ A: '', B: '', a: 'A', b: 'A', c: 'B' });
    const facts = factsOf(
      ['a', 'b', 'c'].flatMap((code) => wave(code)),
      tree,
      month('2022-06'),
    );
    expect([facts.whole, facts.parts.map(({ code }) => code)]).toEqual([null, ['A', 'B']]);
    expect(facts.ends.map(({ code, part }) => [code, part])).toEqual([
      ['a', 'A'],
      ['b', 'A'],
      ['c', 'B'],
    ]);
  });

  test('more parts than can be told: the worst are, in the order of the tree, and none is lost', () => {
    const codes = Array.from({ length: MOST_PARTS + 5 }, (_, i) => `R${String(i).padStart(2, '0')}`);
    const tree = treeOf(Object.fromEntries(codes.map((c) => [c, ''])));
    // The last five rise, the first five are calm with no rise at all.
    const rows = codes.flatMap((code, i) =>
      wave(code).map((row): Row => [row[0], row[1], row[2], i < 10 ? 4 : row[3]]),
    );
    const facts = factsOf(rows, tree, month('2022-06'));
    expect(facts.parts).toHaveLength(MOST_PARTS);
    expect(facts.rest.map(({ code }) => code)).toEqual(codes.slice(5, 10));
    expect(facts.parts.map(({ code }) => code)).toEqual([...codes.slice(0, 5), ...codes.slice(10)]);
    expect(
      allParts(facts)
        .map(({ code }) => code)
        .toSorted(),
    ).toEqual(codes);
    expect(new Set(facts.figures.map(({ regionCode }) => regionCode)).size).toBe(MOST_PARTS);
  });

  test('one region alone is the whole; one without figures is told as such', () => {
    const alone = factsOf(wave('A'), treeOf({ A: '' }), month('2022-06'));
    expect([alone.whole!.code, alone.parts]).toEqual(['A', []]);
    // Looked ahead at is the floor indicator, not whatever else is reported.
    const more = wave('A').map((r): Row => [r[0], 'new_benefit_claims', r[2], r[3] * 100]);
    const two = factsOf([...wave('A'), ...more], treeOf({ A: '' }), month('2022-06'));
    expect(two.outlooks.map(({ indicatorId }) => indicatorId)).toEqual(['unemployment_rate_sa']);
    const tree = treeOf({ R: '', A: 'R', B: 'R' });
    const silent = factsOf(wave('A'), tree, month('2022-06'), 'B');
    expect(silent.figures).toEqual([]);
    expect(silent.whole!.levels).toEqual(Array(24).fill(255));
    expect(silent.whole!.index).toEqual(Array(24).fill(null));
    expect(silent.whole!.contributions).toEqual({ now: null, before: null });
    expect(silent.outlooks[0]!.refused).not.toBeNull();
    expect(silent.proposals).toEqual([]);
  });
});

test('weekly figures: a year of weeks, and the year before', () => {
  const weeks = Array.from({ length: 120 }, (_, i): Row => {
    const day = new Date(Date.UTC(2018, 0, 6 + 7 * i)).toISOString().slice(0, 10);
    return ['A', 'new_benefit_claims', day, 1000 + i];
  });
  const period = parsePeriod(weeks[119]![2])!.period;
  const facts = factsOf(weeks, treeOf({ A: '' }), period);
  expect([facts.frequency, facts.period - facts.first]).toEqual(['week', 51]);
  const [claims] = facts.figures;
  expect([claims!.before, claims!.values.length, claims!.value]).toEqual([52, 104, 1119]);
  expect(claims!.onYear).toEqual({ kind: 'percent', value: (1119 / 1067 - 1) * 100, joint: false });
});
