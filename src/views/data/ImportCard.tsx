import { formatNumber, formatShare } from '../../base/format';
import { downloadText } from '../../platform/download';
import type { AssessmentView } from '../../platform/engine-api';
import { useLang } from '../../store/place';
import { useImporting } from '../../store/importing';
import { Button } from '../parts/Button';
import { Card } from '../parts/Card';
import { PlaceLink } from '../parts/PlaceLink';
import { useT } from '../parts/use-text';
import { DropZone } from './DropZone';
import { exampleCsv } from './example-file';
import { goToPart } from './PartList';
import { PasteBox } from './PasteBox';
import { ReportPart } from './ReportPart';
import { DATA_TEXT } from './text';

/** From a file to levels: drop, read, look at what was found, confirm. */
export function ImportCard({ view }: { readonly view: AssessmentView | null }) {
  const t = useT(DATA_TEXT);
  const lang = useLang();
  const status = useImporting((s) => s.status);
  const trouble = useImporting((s) => s.trouble);
  const read = useImporting((s) => s.read);
  return (
    <Card title={t('import')} subtitle={t('importSubtitle')} tools={view && <Example view={view} />} className="import">
      <div data-testid="import" data-status={status}>
        {(status === 'idle' || status === 'done' || status === 'report') && (
          <DropZone
            label={t('drop')}
            whileOver={t('dropNow')}
            button={status === 'report' ? t('addMore') : t('choose')}
            primary={status === 'idle'}
            multiple
            onFiles={(files) => void read(files)}
          >
            {status === 'idle' && <p className="quiet">{t('nothingYet')}</p>}
            <PasteBox />
          </DropZone>
        )}
        <div role="status">
          {status === 'reading' && <Reading />}
          {status === 'loading' && <p>{t('loading')}</p>}
          {status === 'done' && <Done />}
        </div>
        {trouble && (
          <div className="trouble" role="alert">
            <p>
              <strong>{t('failed')}</strong> {trouble.what[lang]}
            </p>
            {trouble.where !== '' && <p className="foreign">{trouble.where}</p>}
            <p>{trouble.todo[lang]}</p>
          </div>
        )}
        {status === 'report' && <ReportPart view={view} />}
      </div>
    </Card>
  );
}

function Reading() {
  const t = useT(DATA_TEXT);
  const name = useImporting((s) => s.current);
  const done = useImporting((s) => s.done);
  const stop = useImporting((s) => s.stop);
  const words = t('reading', { name, share: formatShare(done) });
  return (
    <p className="progress">
      <progress value={done} max={1} aria-label={words} />
      <span className="foreign">{words}</span>
      <Button onClick={stop}>{t('stop')}</Button>
    </p>
  );
}

function Done() {
  const t = useT(DATA_TEXT);
  const rows = useImporting((s) => s.loadedRows);
  return (
    <p className="import-done" data-testid="import-done">
      {t('done', { rows: formatNumber(rows) })} <PlaceLink to={{ screen: 'overview' }}>{t('toOverview')}</PlaceLink>{' '}
      <Button look="plain" onClick={() => goToPart('keeping')}>
        {t('toUndo')}
      </Button>
    </p>
  );
}

function Example({ view }: { readonly view: AssessmentView }) {
  const t = useT(DATA_TEXT);
  const download = (): void =>
    downloadText(`${t('exampleName')}.csv`, exampleCsv(view.catalogue, view.tree), 'text/csv');
  return (
    <Button look="plain" onClick={download}>
      {t('example')}
    </Button>
  );
}
