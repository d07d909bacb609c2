import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAMILIES } from '../../../src/base/indicators';
import {
  GRADES,
  isFiltered,
  NO_FILTERS,
  QUEUES,
  readSelection,
  type Selection,
  SHOWS,
  SORTS,
  toggled,
  writeSelection,
} from '../../../src/views/warnings/selection';

const some = <T extends string>(list: readonly T[]): fc.Arbitrary<readonly T[]> => fc.subarray([...list]);
const selections: fc.Arbitrary<Selection> = fc.record({
  show: fc.constantFrom(...SHOWS),
  grades: some(GRADES),
  queues: some(QUEUES),
  families: some(FAMILIES),
  area: fc.constantFrom(null, '150300', 'US-06'),
  text: fc.string(),
  mine: fc.boolean(),
  sort: fc.constantFrom(...SORTS),
  warning: fc.constantFrom(null, '150300@2026-03'),
});

const kept = (free: Readonly<Record<string, string | null>>): Record<string, string> =>
  Object.fromEntries(Object.entries(free).filter((entry): entry is [string, string] => entry[1] !== null));

describe('the selection in the address', () => {
  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(selections, (one) => {
        expect(readSelection(kept(writeSelection(one)))).toEqual(one);
      }),
    );
  });

  it('is empty for the usual list, and takes no nonsense', () => {
    expect(kept(writeSelection(readSelection({})))).toEqual({});
    expect(readSelection({ level: '9,3,x', due: 'never', sort: 'colour', show: 'some' })).toMatchObject({
      grades: ['3'],
      queues: [],
      sort: 'urgency',
      show: 'open',
    });
  });

  it('is cleared of every filter at once, order and place stay', () => {
    fc.assert(
      fc.property(selections, (one) => {
        const cleared = { ...one, ...NO_FILTERS };
        expect(isFiltered(cleared)).toBe(false);
        expect([cleared.sort, cleared.warning]).toEqual([one.sort, one.warning]);
      }),
    );
    expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
    expect(toggled(['b'], 'a')).toEqual(['b', 'a']);
  });
});
