import { FREQUENCIES, formatPeriod } from '../../../src/base/period';
import type { ReadResult } from '../../../src/observations/read-result';
import type { MadeTable } from './make-table';

/** What a file holds, as `region|indicator|period` → value. */
function placesOf({ observations: o }: ReadResult): Map<string, number> {
  return new Map(
    Array.from({ length: o.length }, (_, i) => {
      const period = formatPeriod(FREQUENCIES[o.frequency[i]!]!, o.period[i]!);
      return [`${o.regionCodes[o.region[i]!]}|${o.indicatorIds[o.indicator[i]!]}|${period}`, o.value[i]!] as const;
    }),
  );
}

/** What is wrong with how a made table was read; empty when nothing is. `more`: issues that its encoding adds. */
export function wrongIn(
  made: Pick<MadeTable, 'expected' | 'issues'>,
  read: ReadResult,
  more: readonly string[] = [],
): string[] {
  const got = placesOf(read);
  const types = new Set(read.issues.map((i) => i.type as string));
  const wanted = new Set([...made.issues, ...more]);
  return [
    ...[...made.expected]
      .filter(([place, value]) => got.get(place) !== value)
      .map(([place, value]) => `${place}: ${got.get(place)} for ${value}`),
    ...[...got.keys()].filter((place) => !made.expected.has(place)).map((place) => `${place}: not in the table`),
    ...[...wanted].filter((type) => !types.has(type)).map((type) => `not told: ${type}`),
    ...[...types].filter((type) => !wanted.has(type)).map((type) => `told for nothing: ${type}`),
    ...(read.rows === read.taken + read.held + read.duplicates + read.missing ? [] : ['figures are lost']),
  ];
}
