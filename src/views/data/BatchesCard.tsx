import { useEffect, useRef, useState } from 'react';
import { formatDayWords, formatNumber } from '../../base/format';
import type { BatchInfo } from '../../panel/panel';
import type { AssessmentView } from '../../platform/engine-api';
import { useLang } from '../../store/place';
import { useSession } from '../../store/session';
import { Button } from '../parts/Button';
import { Card } from '../parts/Card';
import { DataTable, type TableColumn } from '../parts/DataTable';
import { useT } from '../parts/use-text';
import { DATA_TEXT } from './text';

const digestCell = (b: BatchInfo) => <code title={b.id}>{b.id.slice(0, 10)}</code>;
const removeCell = (b: BatchInfo) => <Remove batch={b} />;

/** The batches in force; those of files can be removed, and the last removal undone. */
export function BatchesCard({ view }: { readonly view: AssessmentView }) {
  const t = useT(DATA_TEXT);
  const lang = useLang();
  const ofFiles = useSession((s) => s.source.kind === 'files');
  // The demonstration names its source in both languages at once; its title says the same in one.
  const sourceWords = (b: BatchInfo): string => (b.demonstration && b.title ? b.title[lang] : b.source);
  const columns: TableColumn<BatchInfo>[] = [
    {
      key: 'name',
      head: t('batchName'),
      rowHeader: true,
      className: 'foreign',
      cell: (b) => b.title?.[lang] ?? b.name,
      sortBy: (b) => b.title?.[lang] ?? b.name,
    },
    { key: 'source', head: t('batchSource'), className: 'foreign', cell: sourceWords, sortBy: sourceWords },
    { key: 'taken', head: t('batchTaken'), cell: (b) => formatDayWords(b.takenOn, lang), sortBy: (b) => b.takenOn },
    { key: 'rows', head: t('batchRows'), align: 'end', cell: (b) => formatNumber(b.rows), sortBy: (b) => b.rows },
    { key: 'id', head: t('batchId'), cell: digestCell },
    ...(ofFiles ? [{ key: 'action', head: t('action'), cell: removeCell }] : []),
  ];
  return (
    <Card title={t('batches')} subtitle={t('batchesSubtitle')}>
      <Undo />
      <DataTable caption={t('batches')} columns={columns} rows={view.batches} rowKey={(b) => b.id} maxHeight={320} />
    </Card>
  );
}

/** Removal in two steps, both in the place of the button. */
function Remove({ batch }: { readonly batch: BatchInfo }) {
  const t = useT(DATA_TEXT);
  const busy = useSession((s) => s.progress !== null);
  const removeBatch = useSession((s) => s.removeBatch);
  const [asked, setAsked] = useState(false);
  const sure = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone: the focus goes to the one that takes its place.
  useEffect(() => {
    if (asked) sure.current?.focus();
  }, [asked]);
  if (!asked) {
    return (
      <Button
        look="plain"
        disabled={busy}
        aria-label={t('removeNamed', { name: batch.name })}
        onClick={() => setAsked(true)}
      >
        {t('remove')}
      </Button>
    );
  }
  return (
    <span className="sure">
      {t('removeSure')}
      <Button ref={sure} disabled={busy} onClick={() => void removeBatch(batch.id)}>
        {t('removeYes')}
      </Button>
      <Button look="plain" onClick={() => setAsked(false)}>
        {t('removeNo')}
      </Button>
    </span>
  );
}

function Undo() {
  const t = useT(DATA_TEXT);
  const removed = useSession((s) => s.removed);
  const busy = useSession((s) => s.progress !== null);
  const undoRemove = useSession((s) => s.undoRemove);
  const dismiss = useSession((s) => s.dismiss);
  return (
    <div role="status">
      {removed && (
        <p className="undo">
          <span className="foreign">{t('removed', { name: removed.name })}</span>
          <Button disabled={busy} onClick={() => void undoRemove()}>
            {t('undo')}
          </Button>
          <Button look="plain" onClick={() => dismiss('removed')}>
            {t('dismiss')}
          </Button>
        </p>
      )}
    </div>
  );
}
