import { formatNumber } from '../../base/format';
import type { Mapping } from '../../observations/tables/mapping';
import { fileOfBatch, type Keeping, type KeptBatch } from '../../platform/engine-api';
import { useLang } from '../../store/place';
import { DataTable, type TableColumn } from '../parts/DataTable';
import { useT } from '../parts/use-text';
import { KEEPING_TEXT } from './keeping-text';
import { momentWords } from './moment';

type KeptFile = KeptBatch & { readonly set: string; readonly setId: string };

const digestCell = ({ id }: KeptFile) => <code title={id}>{fileOfBatch(id).slice(0, 10)}</code>;

/** The batches of all data sets: which file, by its digest, who brought it, when, and what was set right by hand. */
export function KeptFilesPart({ keeping }: { readonly keeping: Keeping }) {
  const t = useT(KEEPING_TEXT);
  const lang = useLang();
  const files = keeping.sets.flatMap((set) =>
    set.batches.map((batch): KeptFile => ({ ...batch, set: set.name || t('firstSet'), setId: set.id })),
  );
  const columns: TableColumn<KeptFile>[] = [
    { key: 'name', head: t('fileName'), rowHeader: true, className: 'foreign', cell: (f) => f.name },
    { key: 'set', head: t('sets'), className: 'foreign', cell: (f) => f.set },
    { key: 'digest', head: t('fileDigest'), cell: digestCell },
    { key: 'rows', head: t('setRows'), align: 'end', cell: (f) => formatNumber(f.rows) },
    { key: 'when', head: t('when'), cell: (f) => momentWords(f.at, lang) },
    { key: 'who', head: t('who'), className: 'foreign', cell: (f) => f.by || '—' },
    {
      key: 'mapping',
      head: t('fileMapping'),
      cell: (f) => (f.mappings.length > 0 ? t('mappingCount', countsOf(f.mappings)) : '—'),
    },
  ];
  return (
    <>
      <h3>{t('files')}</h3>
      <DataTable
        caption={t('files')}
        columns={columns}
        rows={files}
        rowKey={(f) => `${f.setId} ${f.id}`}
        maxHeight={260}
        empty={<p className="quiet">{t('filesEmpty')}</p>}
      />
    </>
  );
}

/** How many words were set right, over all tables of a file. */
function countsOf(mappings: readonly Mapping[]): Record<'columns' | 'indicators' | 'regions', string> {
  const count = (part: 'columns' | 'indicators' | 'regions'): string =>
    formatNumber(mappings.reduce((sum, m) => sum + Object.keys(m[part]).length, 0));
  return { columns: count('columns'), indicators: count('indicators'), regions: count('regions') };
}
