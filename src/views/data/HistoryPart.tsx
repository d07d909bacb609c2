import type { ReactNode } from 'react';
import { formatList } from '../../base/format';
import { sayBoth } from '../../base/text';
import type { JournalEntry, Keeping } from '../../platform/engine-api';
import { useLang } from '../../store/place';
import { useSession } from '../../store/session';
import { Button } from '../parts/Button';
import { DataTable, type TableColumn } from '../parts/DataTable';
import { useT } from '../parts/use-text';
import { useKeepingChange } from './DataSetsPart';
import { CHANGE_TEXT, KEEPING_TEXT } from './keeping-text';
import { momentWords } from './moment';

type Words = (entry: JournalEntry) => string;

/** What was done to the data sets, newest first; what nothing has built upon can be undone. */
export function HistoryPart({ keeping }: { readonly keeping: Keeping }) {
  const t = useT(KEEPING_TEXT);
  const lang = useLang();
  const words: Words = (entry) => {
    const names = formatList(entry.names.length > 0 ? entry.names.map((n) => n || t('firstSet')) : ['—'], lang);
    return sayBoth(CHANGE_TEXT[entry.kind], { names })[lang];
  };
  const columns: TableColumn<JournalEntry>[] = [
    { key: 'when', head: t('when'), cell: (e) => momentWords(e.at, lang) },
    { key: 'what', head: t('what'), rowHeader: true, className: 'foreign', cell: words },
    { key: 'set', head: t('sets'), className: 'foreign', cell: (e) => e.setName || t('firstSet') },
    { key: 'who', head: t('who'), className: 'foreign', cell: (e) => e.by || '—' },
    { key: 'undo', head: t('action'), cell: undoCell(words) },
  ];
  return (
    <>
      <h3>{t('history')}</h3>
      <DataTable
        caption={t('history')}
        columns={columns}
        rows={keeping.journal}
        rowKey={(e) => String(e.seq)}
        maxHeight={260}
        limit={50}
        empty={<p className="quiet">{t('historyEmpty')}</p>}
      />
    </>
  );
}

function undoCell(words: Words): (entry: JournalEntry) => ReactNode {
  return (entry) => entry.undoable && <Undo seq={entry.seq} what={words(entry)} />;
}

function Undo({ seq, what }: { readonly seq: number; readonly what: string }) {
  const t = useT(KEEPING_TEXT);
  const busy = useSession((s) => s.progress !== null);
  const change = useKeepingChange();
  return (
    <Button
      look="plain"
      disabled={busy}
      aria-label={t('undoNamed', { what })}
      onClick={() => change({ kind: 'undo', seq })}
    >
      {t('undo')}
    </Button>
  );
}
