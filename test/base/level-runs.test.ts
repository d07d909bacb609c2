import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countAtOrAbove, levelRuns } from '../../src/base/level-runs';

test('runs cover every period once, and neighbours differ', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(0, 1, 2, 3, 4, 255)), (levels) => {
      const runs = levelRuns(levels);
      expect(runs.flatMap((r) => Array<number>(r.to - r.from).fill(r.level))).toEqual(levels);
      for (let i = 1; i < runs.length; i++) expect(runs[i]!.level).not.toBe(runs[i - 1]!.level);
    }),
  );
});

test('insufficient data is not counted as a high level', () => {
  expect(countAtOrAbove([4, 3, 2, 255, 255], 3)).toBe(2);
});
