import { formatList, formatNumber, formatPeriodWords } from '../../../base/format';
import { parsePeriod } from '../../../base/period';
import { levelShort } from '../../../base/level';
import type { ReceivedPackage } from '../../../publish/package-jobs';
import type { Outcome } from '../../../store/package-taking';
import { useLang } from '../../../store/place';
import { useReadyView } from '../../../store/session';
import { PlaceLink } from '../../parts/PlaceLink';
import { useT } from '../../parts/use-text';
import { regionName } from '../../warnings/words';
import { shortCode } from './codes';
import { PACKAGE_SHARE_TEXT } from './text';

const MOST_REGIONS = 12;

/** Is the result here that of the office which made the package? Where not, what is another one. */
export function OutcomePart({ outcome, received }: { readonly outcome: Outcome; readonly received: ReceivedPackage }) {
  const t = useT(PACKAGE_SHARE_TEXT);
  const { same, fingerprint, setName, trailEntries, briefing, place } = outcome;
  const theirs = received.manifest.fingerprint;
  return (
    <>
      <div
        role="status"
        data-testid="package-outcome"
        data-same={same}
        className={`share-result ${same ? '' : 'share-result-other'}`}
      >
        <strong>{same ? t('same') : t('other')}</strong>
        <p>
          {same
            ? t('sameHint', { code: shortCode(fingerprint) })
            : t('otherHint', { theirs: shortCode(theirs), ours: shortCode(fingerprint) })}
        </p>
        {!same && <Differences outcome={outcome} received={received} />}
      </div>
      <p>{t('setIn', { name: setName })}</p>
      {trailEntries !== null && <p>{t('trailKept', { count: formatNumber(trailEntries) })}</p>}
      {briefing !== null && <p>{t('briefingKept', { name: briefing })}</p>}
      <p className="share-tools">
        <PlaceLink to={place} className="button button-primary">
          {t('toView')}
        </PlaceLink>
      </p>
      <p className="share-note">{t('othersStay')}</p>
    </>
  );
}

function Differences({ outcome, received }: { readonly outcome: Outcome; readonly received: ReceivedPackage }) {
  const t = useT(PACKAGE_SHARE_TEXT);
  const lang = useLang();
  const view = useReadyView();
  const { taken, figures, others, sameIndicators } = outcome;
  const spelt = received.levels.period;
  const parsed = parsePeriod(spelt);
  const period = parsed ? formatPeriodWords(parsed.frequency, parsed.period, lang, parsed.weekEndsOn) : spelt;
  const word = (level: number | null): string => (level === null ? t('absent') : levelShort(level)[lang]);
  const list = others
    .slice(0, MOST_REGIONS)
    .map(({ code, theirs, ours }) =>
      t('levelDiffers', { region: regionName(view, code, lang), theirs: word(theirs), ours: word(ours) }),
    );
  return (
    <ul className="plain-list">
      {!sameIndicators && <li>{t('otherIndicators')}</li>}
      {taken !== figures && <li>{t('rowsLost', { taken: formatNumber(taken), figures: formatNumber(figures) })}</li>}
      <li>
        {others.length === 0
          ? t('levelsSame', { period })
          : t('levelsDiffer', { period, count: formatNumber(others.length), list: formatList(list, lang) })}
      </li>
    </ul>
  );
}
