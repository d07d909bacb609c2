import { expect, test } from 'vitest';
import { differencesOf } from '../../src/backtest/difference';
import type { Events } from '../../src/backtest/events';
import type { Replay } from '../../src/backtest/replay';
import { reportOf } from '../../src/backtest/report';
import { INSUFFICIENT } from '../../src/base/level';
import type { Rule } from '../../src/signals/rule';
import { catalogue, indicatorOf, panelOf, treeOf } from '../panel/make-panel';
import { ruleOf } from '../signals/make-rule';

/** Reports from a history written down by hand: one region, eight periods, an event at positions 3 to 5. */
const tree = treeOf({ R: '' });
const panel = panelOf(tree, catalogue(indicatorOf('rate')), '2020-01', { rate: { R: [0, 0, 0, 0, 0, 0, 0, 0] } });
const events: Events = {
  label: Uint8Array.of(0, 0, 0, 1, 1, 1, 0, 0),
  episodes: [[{ first: 3, last: 5, name: '' }]],
  horizon: 0,
};
const measure = { events, range: { from: 0, to: 7 }, margins: { before: 1, after: 0 }, periodsPerYear: 12 };

function past(level: readonly number[], ...rules: readonly [Rule, readonly number[], readonly number[]][]): Replay {
  return {
    panel,
    asKnown: false,
    publicationDays: 0,
    assessments: 1,
    level: Uint8Array.from(level),
    rules: rules.map(([rule, own, statistic]) => ({
      rule,
      level: Uint8Array.from(own),
      statistic: Float64Array.from(statistic),
    })),
  };
}
const x = INSUFFICIENT;
const rule = ruleOf({ id: 'a', thresholds: { blue: 1, orange: 3 } });
const first = reportOf(
  past([x, 0, 0, 1, 2, 4, 0, 0], [rule, [x, 0, 0, 1, 1, 3, 3, 0], [NaN, 0, 0.5, 1, 1.5, 3, 3, 0]]),
  measure,
);

test('levels by "at or above", rules by the thresholds that they have', () => {
  const counts = first.levels.map(({ total: { months } }) => [
    months.hit,
    months.falseAlarm,
    months.miss,
    months.quiet,
  ]);
  expect(counts).toEqual([
    [3, 0, 0, 4],
    [2, 0, 1, 4],
    [1, 0, 2, 4],
    [1, 0, 2, 4],
  ]);
  expect(
    first.rules[0]!.lines.map((l) => [l.atLeast, l.threshold, l.total.months.hit, l.total.months.falseAlarm]),
  ).toEqual([
    [1, 1, 3, 1],
    [3, 3, 1, 1],
  ]);
});

test('the insufficient period counts nowhere; the area is that of the level and of the statistic', () => {
  expect(first.discrimination).toMatchObject({ events: 3, quiets: 4, auc: 1 });
  // Of 12 pairs the quiet 3 beats 1 and 1.5 and ties with 3.
  expect(first.rules[0]!.statistic.auc).toBeCloseTo(9.5 / 12, 12);
  expect(first.rules[0]!.byRegion).toMatchObject([{ region: 0, events: 3, quiets: 4 }]);
});

test('differences are second minus first, of what both have; null where one cannot be computed', () => {
  const second = reportOf(
    past(
      [x, 0, 0, 0, 1, 1, 0, 0],
      [ruleOf({ id: 'a', thresholds: { blue: 2 } }), [x, 0, 0, 0, 0, 1, 1, 0], [NaN, 0, 0, 0, 0, 2, 2, 0]],
      [ruleOf({ id: 'b', thresholds: { blue: 2 } }), [x, 0, 0, 0, 0, 1, 1, 0], [NaN, 0, 0, 0, 0, 2, 2, 0]],
    ),
    measure,
  );
  const found = differencesOf(first, second);
  expect(found.map((d) => [d.ruleId, d.atLeast])).toEqual([
    [null, 1],
    [null, 2],
    [null, 3],
    [null, 4],
    ['a', 1],
  ]);
  expect(found[0]!.figures.recall).toBeCloseTo(-1 / 3, 12);
  expect(found[0]!.figures.medianLead).toBe(1);
  // The second never reaches level 4: no precision, no lead.
  expect(found[3]!.figures).toMatchObject({
    recall: -1 / 3,
    precision: null,
    medianLead: null,
    noiseToSignal: null,
    caught: -1,
  });
  expect(found[4]!.figures.shareOn).toBeCloseTo(-2 / 7, 12);
});
