import { madOfBuffer, medianOfBuffer } from '../stats/robust';
import { decompose, makeStl, stlAsR } from '../stats/stl';
import type { DetectorOutput, SeriesInput } from './detector';
import type { ParamValues } from './params';
import { DUST, robustZDetector, Z_LINE } from './robust-z';

/**
 * The robust z-score with hindsight: one seasonal-trend fit of the whole series, from its first value to its last, gives
 * `expected` = seasonal + trend and z = d·(remainder − median)/(1.4826·MAD) of all remainders; `bound` is where z is
 * 3.5 on the worse side, an alarm when |z| > 3.5 on either. It knows at each period what came after: never for grading.
 * `years` is passed over. Nothing is said where the method is not `stl`, a value is missing inside, there are not more
 * than two years, or half of the remainders agree.
 */
export function robustZHindsight(input: SeriesInput, params: ParamValues, out: DetectorOutput): void {
  const { values, offset, count, sign, periodsPerYear } = input;
  out.statistic.fill(NaN, 0, count);
  out.expected.fill(NaN, 0, count);
  out.bound.fill(NaN, 0, count);
  out.alarm.fill(0, 0, count);
  const there = (t: number): boolean => values[offset + t] === values[offset + t];
  let from = 0;
  let to = count;
  while (from < count && !there(from)) from++;
  while (to > from && !there(to - 1)) to--;
  const n = to - from;
  if (robustZDetector.refuses(params, input) || params.method !== 'stl' || n <= 2 * periodsPerYear) return;
  let size = 0;
  for (let t = from; t < to; t++) {
    if (!there(t)) return;
    size = Math.max(size, Math.abs(values[offset + t]!));
  }
  const stl = makeStl(n, periodsPerYear);
  const settings = stlAsR(n, periodsPerYear, params.seasonalWindow as number | 'periodic', params.robust as boolean);
  decompose(values, offset + from, n, settings, stl);
  const buffer = stl.remainder.slice();
  const median = medianOfBuffer(buffer, n);
  const mad = madOfBuffer(buffer, n, median);
  if (!(mad > DUST * size)) return;
  for (let i = 0; i < n; i++) {
    const t = from + i;
    const z = (stl.remainder[i]! - median) / mad;
    out.statistic[t] = sign * z;
    out.expected[t] = stl.seasonal[i]! + stl.trend[i]!;
    out.bound[t] = out.expected[t]! + median + sign * Z_LINE * mad;
    out.alarm[t] = Math.abs(z) > Z_LINE ? 1 : 0;
  }
}
