import { useLang } from '../store/place';
import { useSession } from '../store/session';
import { Button } from '../views/parts/Button';
import { PlaceLink } from '../views/parts/PlaceLink';
import { useT } from '../views/parts/use-text';
import { ProgressBar } from './ProgressBar';
import { APP_TEXT } from './text';

/** What stands in place of a screen while there is no assessment yet, or none can be had. */
export function Opening() {
  const t = useT(APP_TEXT);
  const lang = useLang();
  const phase = useSession((s) => s.phase);
  const error = useSession((s) => s.error);
  const retry = useSession((s) => s.retry);
  const cancel = useSession((s) => s.cancel);
  const showDemonstration = useSession((s) => s.showDemonstration);
  if (phase !== 'failed') {
    return (
      <div className="opening">
        <ProgressBar />
        <Button onClick={cancel}>{t('cancel')}</Button>
      </div>
    );
  }
  return (
    <div className="card state state-failed" role="alert">
      <h1 className="state-title">{t('failedTitle')}</h1>
      {error && (
        <>
          <p>{error.what[lang]}</p>
          {error.where !== '' && <p className="state-detail">{t('whereItIs', { where: error.where })}</p>}
          <p>{error.todo[lang]}</p>
        </>
      )}
      <p className="opening-ways">
        <Button look="primary" onClick={() => void retry()}>
          {t('retry')}
        </Button>
        <Button onClick={() => void showDemonstration()}>{t('toDemonstration')}</Button>
        <PlaceLink to={{ screen: 'data' }} className="button button-secondary">
          {t('toData')}
        </PlaceLink>
      </p>
    </div>
  );
}
