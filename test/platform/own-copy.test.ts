import { expect, test } from 'vitest';
import { ownCopy } from '../../src/platform/own-copy';

test('equal to the original, with buffers of its own; handing them over leaves the original whole', () => {
  const shared = Float64Array.of(1, NaN, 3);
  const part = new Uint8Array(Uint8Array.of(9, 8, 7).buffer, 1, 1);
  const original = {
    levels: shared,
    again: shared,
    part,
    map: new Map([['a', { row: Uint32Array.of(5) }]]),
    list: [{ x: 1 }, 'text', null, undefined, Int32Array.of(2)],
    none: null,
  };
  const { copy, buffers } = ownCopy(original);
  expect(copy).toEqual(original);
  const moved = structuredClone(copy, { transfer: buffers });
  expect(moved).toEqual(original);
  expect(shared).toEqual(Float64Array.of(1, NaN, 3));
  expect(buffers).toHaveLength(4);
  expect(buffers.every((b) => b !== shared.buffer && b !== part.buffer)).toBe(true);
});
