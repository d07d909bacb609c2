import { formatNumber } from '../../base/format';
import { useLang } from '../../store/place';
import { useResponse } from '../../store/use-response';
import { CHAIN_TEXT } from './actor-text';
import { Button } from './Button';
import { PlaceLink } from './PlaceLink';
import { useT } from './use-text';
import './actor-bar.css';

/** So many faults are named here; the rest on the screen of the trail. */
const NAMED = 3;

/** Says when the trail cannot be read, or when its chain is broken, and where. Nothing while all is well. */
export function ChainBanner() {
  const t = useT(CHAIN_TEXT);
  const lang = useLang();
  const phase = useResponse((s) => s.phase);
  const trouble = useResponse((s) => s.trouble);
  const faults = useResponse((s) => s.faults);
  const refresh = useResponse((s) => s.refresh);
  return (
    <>
      {phase === 'failed' && trouble && (
        <div className="chain-banner" role="alert">
          <p>
            <strong>{t('failed')}</strong> {trouble.what[lang]} {trouble.where} {trouble.todo[lang]}
          </p>
          <Button onClick={() => void refresh()}>{t('retry')}</Button>
        </div>
      )}
      {faults.length > 0 && (
        <div className="chain-banner" role="alert" data-testid="chain-banner">
          <p>
            <strong>{t('title')}</strong> {t('count', { count: formatNumber(faults.length) })}
          </p>
          <ul>
            {faults.slice(0, NAMED).map((fault) => (
              <li key={`${fault.seq} ${fault.kind} ${fault.words.zh}`}>{fault.words[lang]}</li>
            ))}
          </ul>
          {faults.length > NAMED && <p>{t('more', { count: formatNumber(faults.length - NAMED) })}</p>}
          <p>
            {t('stays')} <PlaceLink to={{ screen: 'response', free: { tab: 'trail' } }}>{t('look')}</PlaceLink>
          </p>
        </div>
      )}
    </>
  );
}
