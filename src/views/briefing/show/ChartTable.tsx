import type { Exhibit } from '../../../briefing/exhibits/exhibit';
import { formatNumber } from '../../../base/format';
import { useT } from '../../parts/use-text';
import { SHOW_TEXT } from './text';

/** So many rows can be read from afar. */
const MOST_ROWS = 8;

/** The figures of a chart that could not be drawn. */
export function ChartTable({ exhibit }: { readonly exhibit: Exhibit }) {
  const t = useT(SHOW_TEXT);
  const { columns, rows } = exhibit.table;
  const left = rows.length - MOST_ROWS;
  return (
    <table className="show-table">
      <caption>
        {t('notDrawn')}
        {left > 0 && ` · ${t('moreRows', { count: formatNumber(left) })}`}
      </caption>
      <thead>
        <tr>
          {columns.map(({ name, unit, align }) => (
            <th key={name} scope="col" className={`align-${align}`}>
              {unit === '' ? name : `${name} (${unit})`}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, MOST_ROWS).map((row, i) => (
          // Rows of a table that does not change have no better name than their place.
          // oxlint-disable-next-line react/no-array-index-key
          <tr key={i}>
            {row.map(({ text }, k) => (
              <td key={columns[k]!.name} className={`align-${columns[k]!.align}`}>
                {text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
