import type { Table } from '../../../../briefing/document';
import { addRow, removeRow, setCell, setText } from '../../../../briefing/edit';
import { Button } from '../../../parts/Button';
import { useT } from '../../../parts/use-text';
import { DOCUMENTS_TEXT } from './text';
import type { PaperInHand } from './use-paper';

interface TableEditorProps {
  readonly block: Table;
  readonly what: string;
  readonly edit: PaperInHand['edit'];
}

/** A table, cell by cell; its columns stay as they were drafted. */
export function TableEditor({ block, what, edit }: TableEditorProps) {
  const t = useT(DOCUMENTS_TEXT);
  const { id } = block;
  return (
    <div className="doc-table-box">
      <input
        className="input"
        aria-label={t('caption', { what })}
        value={block.caption}
        onChange={(e) => edit((model) => setText(model, id, e.target.value), `caption ${id}`)}
      />
      <table aria-label={what}>
        <thead>
          <tr>
            {block.columns.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            <th>
              <Button
                look="plain"
                aria-label={t('addFirstRow')}
                title={t('addFirstRow')}
                onClick={() => edit((model) => addRow(model, id, -1))}
              >
                +
              </Button>
            </th>
          </tr>
        </thead>
        <tbody>
          {block.rows.map((cells, row) => (
            // Rows of a document have no id: they are what stands in them, in this order.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={row}>
              {cells.map((text, column) => (
                <td key={block.columns[column]!.name}>
                  <textarea
                    className="input doc-cell"
                    rows={1}
                    aria-label={t('cell', { what, row: row + 1, column: block.columns[column]!.name })}
                    value={text}
                    onChange={(e) =>
                      edit((model) => setCell(model, id, row, column, e.target.value), `cell ${id} ${row} ${column}`)
                    }
                  />
                </td>
              ))}
              <td className="doc-row-tools">
                <Button
                  look="plain"
                  aria-label={t('addRow', { row: row + 1 })}
                  title={t('addRow', { row: row + 1 })}
                  onClick={() => edit((model) => addRow(model, id, row))}
                >
                  +
                </Button>
                <Button
                  look="plain"
                  aria-label={t('removeRow', { row: row + 1 })}
                  title={t('removeRow', { row: row + 1 })}
                  onClick={() => edit((model) => removeRow(model, id, row))}
                >
                  ×
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
