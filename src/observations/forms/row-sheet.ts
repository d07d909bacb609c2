import type { Cell, Merge, Sheet } from '../tables/sheet';

/** A sheet whose rows are at hand. `lines`: the line of each row where they are not 1, 2, 3 … */
export function rowSheet(
  name: string,
  rows: readonly (readonly Cell[])[],
  more: { readonly hidden?: boolean; readonly merges?: readonly Merge[]; readonly date1904?: boolean } = {},
): Sheet {
  return {
    name,
    hidden: more.hidden ?? false,
    merges: more.merges ?? [],
    date1904: more.date1904 ?? false,
    async scan(onRow, signal) {
      signal?.throwIfAborted();
      rows.forEach((cells, k) => onRow({ line: k + 1, cells }));
    },
  };
}
