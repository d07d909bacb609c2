import { useMemo } from 'react';
import { useLang, usePlace } from '../../store/place';
import { useReadyView } from '../../store/session';
import { periodOf } from '../../store/view-select';
import { PeriodBar } from '../parts/PeriodBar';
import { useT } from '../parts/use-text';
import { ChangesCard } from './ChangesCard';
import { CoverageCard } from './CoverageCard';
import { FirstLine } from './FirstLine';
import { MapCard } from './MapCard';
import { RankCard } from './RankCard';
import { TapeCard } from './TapeCard';
import { OVERVIEW_TEXT } from './text';
import { listedRegions, watchOf } from './watch';
import './overview.css';

/** Where is risk now, and what changed? The judgement first, then the ranked regions, where, how it came about, what is new. */
export function OverviewScreen() {
  const view = useReadyView();
  const place = usePlace();
  const lang = useLang();
  const t = useT(OVERVIEW_TEXT);
  const period = periodOf(view, place.period);
  const listing = place.free.list === 'ends' ? 'ends' : 'parts';
  const withPromoted = place.free.promoted === '1';
  const watch = useMemo(() => watchOf(view.tree), [view.tree]);
  const listed = useMemo(() => listedRegions(watch, listing, withPromoted), [watch, listing, withPromoted]);
  const shown = { view, watch, period, lang };
  return (
    <div className="overview" data-ready="overview">
      <h1 className="visually-hidden">{t('title')}</h1>
      <PeriodBar view={view} />
      <FirstLine {...shown} />
      <div className="overview-main">
        <RankCard {...shown} listed={listed} listing={listing} withPromoted={withPromoted} />
        <MapCard {...shown} kind={place.free.map === 'tiles' ? 'tiles' : 'boundaries'} />
      </div>
      <div className="overview-lower">
        <TapeCard {...shown} whole={place.free.tape === 'all'} />
        <div className="overview-side">
          <ChangesCard {...shown} listed={listed} />
          <CoverageCard {...shown} listed={listed} />
        </div>
      </div>
    </div>
  );
}
