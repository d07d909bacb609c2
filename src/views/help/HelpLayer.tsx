import { lazy, Suspense, useEffect } from 'react';
import { fetchPart } from '../../platform/fetch-part';
import { keepTour, toggleHelp, useHelp } from '../../store/help';
import { usePlace } from '../../store/place';
import { Button } from '../parts/Button';
import { useT } from '../parts/use-text';
import { OFFER_TEXT } from './offer-text';
import { HELP_PARTS } from './parts';
import './help.css';

const HelpPanel = lazy(() => fetchPart(HELP_PARTS.panel));
const TourCard = lazy(() => fetchPart(HELP_PARTS.tour));

/** What lies over all screens: the help of the one that is shown, and the tour, offered at the first visit. */
export function HelpLayer() {
  const { open, tour } = useHelp();
  const { free } = usePlace();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'F1' || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      toggleHelp();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  // Before an audience nothing lies over the page; a tour that is under way still sees it done.
  const before = free.show !== undefined;
  return (
    <Suspense fallback={null}>
      {open && !before && <HelpPanel />}
      {tour === null ? !before && <TourOffer /> : tour.includes('"running"') && <TourCard hidden={before} />}
    </Suspense>
  );
}

function TourOffer() {
  const t = useT(OFFER_TEXT);
  return (
    <aside className="tour" aria-label={t('tour')}>
      <p>
        <strong>{t('offer')}</strong> {t('offerMore')}
      </p>
      <p className="tour-tools">
        <Button look="primary" onClick={() => keepTour('{"phase":"running","done":[]}')}>
          {t('yes')}
        </Button>
        <Button onClick={() => keepTour('{"phase":"closed","done":[]}')}>{t('no')}</Button>
      </p>
    </aside>
  );
}
