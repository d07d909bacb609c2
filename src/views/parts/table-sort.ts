export type SortValue = number | string | null;

export interface Sort {
  readonly key: string;
  readonly direction: 'ascending' | 'descending';
}

/** Sorted copy; what has no value comes last in both directions, equal rows keep their order. */
export function sortRows<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => SortValue,
  direction: Sort['direction'],
): readonly Row[] {
  const sign = direction === 'ascending' ? 1 : -1;
  const absent = (v: SortValue): boolean => v === null || (typeof v === 'number' && Number.isNaN(v));
  return rows
    .map((row, i) => ({ row, i, value: valueOf(row) }))
    .sort((a, b) => {
      if (absent(a.value) || absent(b.value)) return Number(absent(a.value)) - Number(absent(b.value)) || a.i - b.i;
      if (a.value === b.value) return a.i - b.i;
      // Code units, not the locale's order: the same everywhere, and codes sort as they should.
      return (a.value! < b.value! ? -1 : 1) * sign;
    })
    .map(({ row }) => row);
}
