import { useMemo, useState, type ReactNode } from 'react';
import { formatNumber } from '../../base/format';
import { Button } from './Button';
import { sortRows, type Sort, type SortValue } from './table-sort';
import { PARTS_TEXT } from './text';
import { useT } from './use-text';

export interface TableColumn<Row> {
  readonly key: string;
  readonly head: ReactNode;
  readonly align?: 'start' | 'end';
  /** Makes the column sortable. Numbers by size, strings by code unit, null and NaN last. */
  readonly sortBy?: (row: Row) => SortValue;
  /** First direction on a click; figures usually from the largest. */
  readonly firstDirection?: Sort['direction'];
  readonly cell: (row: Row) => ReactNode;
  readonly className?: string;
  /** The cell that names the row. */
  readonly rowHeader?: boolean;
}

interface DataTableProps<Row> {
  /** What the table shows; read out first, not drawn when the card says it already. */
  readonly caption: string;
  readonly captionVisible?: boolean;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly rowClass?: (row: Row) => string | undefined;
  /** Controlled sort (from the address); without it the table keeps its own. Null = order as given. */
  readonly sort?: Sort | null;
  readonly onSort?: (sort: Sort) => void;
  /** Height in pixels from which the body scrolls under its head. */
  readonly maxHeight?: number;
  /** Rows drawn at first; the rest on request. */
  readonly limit?: number;
  readonly empty?: ReactNode;
}

/** An accessible table: native elements, sortable heads as buttons, the head stays in view, figures in columns. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, rowClass, onSort, maxHeight, limit = 200, empty } = props;
  const t = useT(PARTS_TEXT);
  const [ownSort, setOwnSort] = useState<Sort | null>(null);
  const [all, setAll] = useState(false);
  const sort = props.sort === undefined ? ownSort : props.sort;
  const sorted = useMemo(() => {
    const by = columns.find((c) => c.key === sort?.key)?.sortBy;
    return sort && by ? sortRows(rows, by, sort.direction) : rows;
  }, [rows, columns, sort]);
  const shown = all ? sorted : sorted.slice(0, limit);

  const turn = (column: TableColumn<Row>): void => {
    const first = column.firstDirection ?? 'ascending';
    const other = first === 'ascending' ? 'descending' : 'ascending';
    const next: Sort = {
      key: column.key,
      direction: sort?.key === column.key && sort.direction === first ? other : first,
    };
    setOwnSort(next);
    onSort?.(next);
  };

  return (
    // The box scrolls, so it must be reachable by keyboard.
    <div
      className="table-box"
      style={maxHeight === undefined ? undefined : { maxHeight }}
      role="region"
      aria-label={t('dataTableRegion', { caption })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must take focus (WCAG 2.1.1)
      tabIndex={0}
    >
      <table className="table">
        <caption className={props.captionVisible ? '' : 'visually-hidden'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={cellClass(column)}
                aria-sort={sort?.key === column.key ? sort.direction : undefined}
              >
                {column.sortBy ? (
                  <button type="button" className="sort" onClick={() => turn(column)}>
                    {column.head}
                    <span className="sort-mark" aria-hidden="true">
                      {sort?.key === column.key ? (sort.direction === 'ascending' ? '▲' : '▼') : ''}
                    </span>
                  </button>
                ) : (
                  column.head
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={rowKey(row)} className={rowClass?.(row)}>
              {columns.map((column) =>
                column.rowHeader ? (
                  <th key={column.key} scope="row" className={cellClass(column)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={cellClass(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && empty}
      {shown.length < sorted.length && (
        <Button look="plain" onClick={() => setAll(true)}>
          {t('showAll', { count: formatNumber(sorted.length) })}
        </Button>
      )}
    </div>
  );
}

function cellClass<Row>(column: TableColumn<Row>): string {
  return `${column.align === 'end' ? 'end' : ''} ${column.className ?? ''}`.trim();
}
