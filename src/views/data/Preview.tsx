import { useT } from '../parts/use-text';
import { DATA_TEXT } from './text';

/** The first lines as they stand in the file. Everything is text: React writes it as such. */
export function Preview({ rows }: { readonly rows: readonly (readonly string[])[] }) {
  const t = useT(DATA_TEXT);
  const [head = [], ...body] = rows;
  const width = Math.max(...rows.map((r) => r.length));
  const cells = Array.from({ length: width }, (_, k) => k);
  return (
    <details className="preview">
      <summary>{t('preview')}</summary>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrollable region must take focus */}
      <div className="table-box" role="region" aria-label={t('preview')} tabIndex={0}>
        <table className="table">
          <caption className="visually-hidden">{t('preview')}</caption>
          <thead>
            <tr>
              {cells.map((k) => (
                <th key={k} scope="col">
                  {head[k] || t('previewColumn', { n: k + 1 })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {body.map((row, r) => (
              // Lines of a file have no other name than their place.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={r}>
                {cells.map((k) => (
                  <td key={k}>{row[k] ?? ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
