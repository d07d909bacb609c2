import { seasonOf, yearOf, type Frequency, type Period, PERIODS_PER_YEAR } from '../base/period';

/**
 * Year marks of a period axis: the first period of a year, every year or every few, so that some ten labels at most
 * stand in the window. Weeks have no whole number in a year, so the marks are listed and not spaced by an interval.
 */
export function yearMarks(frequency: Frequency, first: Period, count: number, most = 10): readonly Period[] {
  const years = Math.max(1, Math.ceil(count / PERIODS_PER_YEAR[frequency]));
  const step = [1, 2, 5, 10, 20, 50, 100].find((s) => years / s <= most) ?? 200;
  const marks: Period[] = [];
  for (let p = first; p < first + count; p++) {
    if (seasonOf(frequency, p) === 0 && yearOf(frequency, p) % step === 0) marks.push(p);
  }
  return marks;
}
