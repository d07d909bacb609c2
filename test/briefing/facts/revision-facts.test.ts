import { describe, expect, test } from 'vitest';
import { assess } from '../../../src/assess';
import { formatDay, parseDay } from '../../../src/base/period';
import { collectFacts } from '../../../src/briefing/facts/collect';
import { earlierDay } from '../../../src/briefing/facts/earlier-day';
import type { RevisionFacts } from '../../../src/briefing/facts/facts';
import { defaultCatalogue } from '../../../src/base/catalogue';
import { buildPanels } from '../../../src/panel/build';
import { defaultScheme } from '../../../src/levels/load-scheme';
import { defaultRuleSet } from '../../../src/signals/load-rule-set';
import { batchOf, type Row, treeOf } from '../../panel/make-panel';
import { askFor, month, worldOf } from './make-world';

const tree = treeOf({ R: '', A: 'R', B: 'R' }, { A: { labourForce: 300 }, B: { labourForce: 100 } });

const at = (i: number): string => `${2020 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`;
const published = (i: number, day = 10): string => `${at(i + 1)}-${String(day).padStart(2, '0')}`;

/** 30 months, each published on the 10th of the next one: 2020-01 … 2022-06. */
function monthly(code: string, id: string, value: (i: number) => number): Row[] {
  return Array.from({ length: 30 }, (_, i): Row => [code, id, at(i), value(i), published(i)]);
}

const rows: Row[] = [
  ...monthly('A', 'unemployment_rate_sa', () => 4),
  ...monthly('B', 'unemployment_rate_sa', () => 4),
  ...monthly('A', 'unemployed_persons', () => 1000),
  ...monthly('B', 'unemployed_persons', () => 400).filter((r) => r[2] !== '2022-04'),
  // Learnt after the briefing on May: April of A, and a late April of B.
  ['A', 'unemployed_persons', '2022-04', 1500, '2022-07-01'],
  ['B', 'unemployed_persons', '2022-04', 420, '2022-07-02'],
  // Learnt before it.
  ['A', 'unemployed_persons', '2022-03', 1100, '2022-05-20'],
];
const { panels } = buildPanels([batchOf(rows)], tree, defaultCatalogue());
const day = parseDay('2022-07-10')!;
const revisions = (regionCode: string | null = null): RevisionFacts =>
  collectFacts(worldOf(panels, day, month('2022-06')), askFor(month('2022-06'), { regionCode })).revisions!;

describe('what was learnt since the briefing before', () => {
  test('it was written as long after its month as this one after its own', () => {
    const { from, to } = revisions();
    expect([from, to].map((d) => formatDay(d!))).toEqual(['2022-06-10', '2022-07-10']);
  });

  test('a figure that was another is revised, one that was not there has arrived; the newest month is neither', () => {
    expect(revisions()).toMatchObject({ revised: 1, arrived: 1 });
    expect(revisions('A')).toMatchObject({ revised: 1, arrived: 0 });
    expect(revisions('B')).toMatchObject({ revised: 0, arrived: 1 });
  });

  test('the revised figures of the whole and the parts are named, the largest first', () => {
    const april = month('2022-04');
    expect(revisions().changes).toEqual([
      {
        regionCode: 'A',
        indicatorId: 'unemployed_persons',
        period: april,
        before: 1000,
        after: 1500,
        knownOn: parseDay('2022-07-01'),
      },
    ]);
  });

  test('the course is that of the whole; of a sum from some of its parts nothing is said', () => {
    expect(revisions().course).toBeNull();
    const { course } = revisions('A');
    expect([course!.indicatorId, course!.regionCode]).toEqual(['unemployed_persons', 'A']);
    // March to June: on the tenth of June the figure of June was not out.
    expect(course!.before.slice(-4)).toEqual([1100, 1000, 1000, null]);
    expect(course!.after.slice(-4)).toEqual([1100, 1500, 1000, 1000]);
  });

  test('a level that the revision moved is told, with what it was', () => {
    const risen = rows.map(
      (r): Row =>
        r[0] === 'A' && r[1] === 'unemployment_rate_sa' && r[2] >= '2022-03'
          ? ([...r.slice(0, 3), 4, r[4]] as unknown as Row)
          : r,
    );
    const later: Row[] = ['2022-03', '2022-04'].map((p): Row => ['A', 'unemployment_rate_sa', p, 9, '2022-07-03']);
    const moved = buildPanels([batchOf([...risen, ...later])], tree, defaultCatalogue()).panels;
    const { moves } = collectFacts(worldOf(moved, day, month('2022-06')), askFor(month('2022-06'))).revisions!;
    const of = (code: string) => moves.find((m) => m.regionCode === code && m.period === month('2022-04'));
    expect(of('A')).toMatchObject({ before: 0 });
    expect(of('A')!.after).toBeGreaterThan(0);
    expect(moves.filter(({ regionCode }) => regionCode === 'B')).toEqual([]);
    expect(moves.every((m) => m.period <= month('2022-05'))).toBe(true);
  });

  test('what could not be told before has not moved', () => {
    const late = rows.map((r): Row => (r[0] === 'B' ? [r[0], r[1], r[2], r[3], '2022-07-03'] : r));
    const one = buildPanels([batchOf(late)], tree, defaultCatalogue()).panels;
    const { parts, revisions: learnt } = collectFacts(worldOf(one, day, month('2022-06')), askFor(month('2022-06')));
    expect(parts[1]!.levels.at(-2)).toBe(0);
    expect(learnt!.arrived).toBeGreaterThan(40);
    expect(learnt!.moves).toEqual([]);
  });
});

describe('the day of the briefing before', () => {
  const config = { ruleSet: defaultRuleSet(), scheme: defaultScheme() };
  const of = (period: string, asOf: string | null): string | null => {
    const found = earlierDay(assess(panels, config, asOf === null ? null : parseDay(asOf)!), month(period));
    return found === null ? null : formatDay(found);
  };

  test('an old month is reported on at its own end, not today', () => {
    expect(of('2021-06', null)).toBe('2021-06-30');
    expect(of('2022-06', '2022-06-30')).toBe('2022-05-31');
    expect(of('2020-01', null)).toBeNull();
  });

  test('there is none where nothing is dated', () => {
    const plain = rows
      .map(([c, id, p, v]): Row => [c, id, p, v])
      .filter((r, i, all) => all.findIndex((o) => o[0] === r[0] && o[1] === r[1] && o[2] === r[2]) === i);
    const undated = buildPanels([batchOf(plain)], tree, defaultCatalogue()).panels;
    expect(earlierDay(assess(undated, config, null), month('2022-06'))).toBeNull();
  });
});
