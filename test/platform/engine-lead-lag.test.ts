import { expect, test } from 'vitest';
import { prepare } from '../../src/indicators/prepare';
import { leadLagOf } from '../../src/platform/engine-lead-lag';
import { catalogue, indicatorOf, panelOf, treeOf } from '../panel/make-panel';

const tree = treeOf({ A: '' });
const list = catalogue(
  indicatorOf('growth', { family: 'macro', worse: 'down' }),
  indicatorOf('jobless'),
  indicatorOf('claims', { kind: 'flow', unit: 'person', janFeb: 'joint' }),
);
const MONTHS = Array.from({ length: 72 }, (_, t) => t);
const growth = MONTHS.map((t) => 6 + 3 * Math.sin(t / 4) + ((t * 7) % 5) / 10);
/** Its change on the year before is the growth of four months earlier, turned round. */
const jobless = MONTHS.map(() => 5);
for (const t of MONTHS) if (t >= 12) jobless[t] = jobless[t - 12]! - 0.3 * (growth[t - 4]! - 6);
const panel = panelOf(tree, list, '2018-01', { growth: { A: growth }, jobless: { A: jobless } });
const ask = (leading: string, following: string) =>
  leadLagOf({ regionCode: 'A', leading, following }, (indicator, form) => prepare(panel, [{ indicator, form }], null));

test('growth goes four months before the change of the rate: the rate is turned into its yearly change, growth is not', () => {
  const found = ask('growth', 'jobless')!;
  expect(found.best).toBe(4);
  expect(found.correlations[4 + found.most]).toBeCloseTo(-1, 9);
  expect(found.views).toEqual(['value', 'yoy']);
  expect(ask('jobless', 'growth')!.best).toBe(-4);
});

test('what the data has not is not compared', () => {
  expect(ask('claims', 'jobless')).toBeNull();
  expect(ask('nothing', 'jobless')).toBeNull();
});
