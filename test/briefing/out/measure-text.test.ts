import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineCount, textEm } from '../../../src/briefing/out/measure-text';

const WIDTH_PT = 740;
const words = fc.array(fc.stringMatching(/^[A-Za-z0-9(),.]{1,14}$/), { minLength: 1, maxLength: 40 });

test('a text takes no fewer lines than its width needs, also where a blank falls on the end of a line', () => {
  const title = 'Composite index: highest in Ordos (4.3); also up most from the month before (+1.0)';
  expect([24, 22, 20, 18, 16].map((size) => lineCount(title, size, WIDTH_PT))).toEqual([2, 2, 2, 2, 1]);
  fc.assert(
    fc.property(words, fc.integer({ min: 8, max: 30 }), (list, size) => {
      const text = list.join(' ');
      const least = Math.ceil((textEm(list.join('')) * size) / WIDTH_PT - 1e-9);
      expect(lineCount(text, size, WIDTH_PT)).toBeGreaterThanOrEqual(least);
      expect(lineCount(text, size + 1, WIDTH_PT)).toBeGreaterThanOrEqual(lineCount(text, size, WIDTH_PT));
    }),
  );
});
