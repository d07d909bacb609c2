import { expect, test } from 'vitest';
import { assess } from '../../src/assess';
import { fingerprintOf } from '../../src/levels/fingerprint';
import { defaultScheme } from '../../src/levels/load-scheme';
import { catalogue, indicatorOf, panelOf, treeOf } from '../panel/make-panel';
import { ruleOf, ruleSetOf } from '../signals/make-rule';

const tree = treeOf({ R: '', A: 'R', B: 'R' });
const digest = (values: readonly number[], exitMargin = 0): string => {
  const panel = panelOf(tree, catalogue(indicatorOf('rate')), '2020-01', { rate: { A: [...values], B: [1, NaN, 3] } });
  const ruleSet = ruleSetOf([ruleOf({ exitMargin })]);
  const { levels, signals } = assess({ month: panel }, { ruleSet, scheme: defaultScheme() }, null);
  return fingerprintOf(levels, signals);
};

test('the same figures and rules have the same digest, others another', () => {
  expect(digest([1, 2, 3])).toMatch(/^[0-9a-f]{64}$/);
  expect(digest([1, 2, 3])).toBe(digest([1, 2, 3]));
  expect(digest([1, 2, 3.2])).not.toBe(digest([1, 2, 3]));
  expect(digest([1, 2, 0.5], 5)).not.toBe(digest([1, 2, 0.5]));
});
