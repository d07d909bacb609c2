import { expect, test } from 'vitest';
import { defaultRegionTree } from '../../../src/base/catalogue';
import { clauseMeasures } from '../../../src/response/groups/measures';
import { defaultPlan } from '../../../src/response/load-plan';
import { accept, advance, CASE, follow, OPEN, tell } from '../case/make-case';

const tree = defaultRegionTree();
const plan = defaultPlan();
const of = (state: ReturnType<typeof tell>['state'], regionCode = '150300') =>
  clauseMeasures('4.2', plan, state, tree, regionCode);

const open = [
  ['03-26 09:00', OPEN],
  ['03-26 10:00', accept('redundant-tracking')],
  ['03-26 10:01', accept('redundant-training')],
  ['03-26 10:02', { kind: 'reject-measure', case: CASE, measure: 'redundant-internal', reason: '企业停产' }],
  ['03-26 10:03', accept('hardship-assistance')],
  ['03-27 09:00', follow('redundant-training', 'running')],
] as const;

test('accepted measures of the clause in open reviews, running before planned; rejected ones and other clauses are not', () => {
  const { planned, inForce } = of(tell(open).state);
  expect(planned.map((m) => m.id)).toEqual(plan.measures.filter((m) => m.clause === '4.2').map((m) => m.id));
  expect(inForce.map((m) => [m.measure.id, m.state])).toEqual([
    ['redundant-training', 'running'],
    ['redundant-tracking', 'planned'],
  ]);
});

test('seen from the region above and from a county below, not from a neighbour', () => {
  const { state } = tell(open);
  for (const code of ['150000', '150302']) expect(of(state, code).inForce).toHaveLength(2);
  for (const code of ['150200', 'nowhere']) expect(of(state, code).inForce).toEqual([]);
});

test('done and stopped ones, and those of a closed review, are in force no longer', () => {
  const done = tell([...open, ['03-28 09:00', follow('redundant-training', 'done')]]);
  expect(of(done.state).inForce.map((m) => m.measure.id)).toEqual(['redundant-tracking']);
  expect(of(tell([...open, ['03-29 09:00', advance('closed')]]).state).inForce).toEqual([]);
});
