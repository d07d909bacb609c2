import { describe, expect, it } from 'vitest';
import { compareTrails } from '../../../src/response/trail/compare';
import { trailOf } from './make-entries';

const mine = trailOf(4);

describe('two trails', () => {
  it.each([
    ['the same, through JSON and with its fields in another order', mine.map(reordered), { kind: 'same' }],
    ['a beginning', mine.slice(0, 2), { kind: 'shorter' }],
    ['empty', [], { kind: 'shorter' }],
    ['one that goes on', trailOf(6), { kind: 'longer' }],
    ['one of another desk', trailOf(4, '李四'), { kind: 'apart', from: 1 }],
    ['one with an entry changed under its digest', changed(2), { kind: 'apart', from: 3 }],
    ['one that is no trail', [null, 1, {}], { kind: 'apart', from: 1 }],
  ] as const)('%s', (_, theirs, relation) => {
    expect(compareTrails(mine, theirs)).toEqual(relation);
  });
});

function reordered(entry: object): unknown {
  return JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(entry).toReversed())));
}

function changed(at: number): readonly unknown[] {
  return mine.map((entry, i) => (i === at ? { ...entry, by: { ...entry.by, name: '他人' } } : entry));
}
