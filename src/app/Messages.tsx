import type { Trouble } from '../platform/trouble';
import { useLang } from '../store/place';
import { useSession } from '../store/session';
import { Button } from '../views/parts/Button';
import { useT } from '../views/parts/use-text';
import { ProgressBar } from './ProgressBar';
import { APP_TEXT } from './text';

/** What must be said beside the screen: work behind it, a failed step, a source that is not up to date. */
export function Messages() {
  const t = useT(APP_TEXT);
  const lang = useLang();
  const hasView = useSession((s) => s.view !== null);
  const working = useSession((s) => s.progress !== null);
  const error = useSession((s) => s.error);
  const notice = useSession((s) => s.notice);
  const inPage = useSession((s) => s.inPage);
  const source = useSession((s) => s.source);
  const cancel = useSession((s) => s.cancel);
  const retry = useSession((s) => s.retry);
  const dismiss = useSession((s) => s.dismiss);
  if (!hasView) return null;
  const words = (trouble: Trouble): string =>
    [trouble.what[lang], trouble.where, trouble.todo[lang]].filter((w) => w !== '').join(lang === 'zh' ? '；' : '; ');
  return (
    <div className="messages">
      {working && (
        <div className="message" role="status">
          <ProgressBar />
          <Button onClick={cancel}>{t('cancel')}</Button>
        </div>
      )}
      {error && (
        <div className="message message-warn" role="alert">
          <p>
            <strong>{t('failedWork')}</strong> {words(error)}
          </p>
          <Button onClick={() => void retry()}>{t('retry')}</Button>
          <Button look="plain" onClick={() => dismiss('error')}>
            {t('dismiss')}
          </Button>
        </div>
      )}
      {source.error && (
        <div className="message message-warn" role="status">
          <p>
            {source.stale && <strong>{t('staleSource')} </strong>}
            {source.error[lang]}
          </p>
          {source.stale && <Button onClick={() => void retry()}>{t('retry')}</Button>}
        </div>
      )}
      {notice && <Notice words={words(notice)} onDismiss={() => dismiss('notice')} />}
      {inPage && <Notice words={words(inPage)} onDismiss={() => dismiss('inPage')} />}
    </div>
  );
}

function Notice({ words, onDismiss }: { readonly words: string; readonly onDismiss: () => void }) {
  const t = useT(APP_TEXT);
  return (
    <div className="message" role="status">
      <p>{words}</p>
      <Button look="plain" onClick={onDismiss}>
        {t('dismiss')}
      </Button>
    </div>
  );
}
