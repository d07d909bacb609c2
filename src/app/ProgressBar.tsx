import { formatShare } from '../base/format';
import { useLang } from '../store/place';
import { useSession } from '../store/session';
import { useT } from '../views/parts/use-text';
import { APP_TEXT } from './text';

/** Long work in words and as a bar. */
export function ProgressBar() {
  const t = useT(APP_TEXT);
  const lang = useLang();
  const progress = useSession((s) => s.progress);
  const step = progress?.step[lang] ?? t('starting');
  const share = progress?.done ?? 0;
  return (
    <div className="progress">
      <progress value={share} max={1} aria-label={step} />
      <span aria-live="polite">{t('working', { step, share: formatShare(share) })}</span>
    </div>
  );
}
