import { type ComponentType, lazy, Suspense } from 'react';
import { fetchPart } from '../../platform/fetch-part';
import { usePlace } from '../../store/place';
import { useView } from '../../store/session';
import { ActorBar } from '../parts/ActorBar';
import { ChainBanner } from '../parts/ChainBanner';
import { PlaceLink } from '../parts/PlaceLink';
import { Skeleton } from '../parts/states';
import { useT } from '../parts/use-text';
import { PLAN_TABS } from './tabs';
import { PLAN_TEXT } from './text';
import './plan.css';

const TABS = {
  matrix: lazy(() => fetchPart(PLAN_TABS.matrix)),
  versions: lazy(() => fetchPart(PLAN_TABS.versions)),
  calendar: lazy(() => fetchPart(PLAN_TABS.calendar)),
  review: lazy(() => fetchPart(PLAN_TABS.review)),
} as const satisfies Readonly<Record<keyof typeof PLAN_TABS, ComponentType>>;
type Tab = keyof typeof TABS;
const NAMES = Object.keys(TABS) as Tab[];

/** What does the plan say? The matrix, its versions, the calendar that deadlines run by, and when it is to be reviewed. */
export function PlanScreen() {
  const t = useT(PLAN_TEXT);
  const view = useView();
  const { free } = usePlace();
  const shown = NAMES.find((name) => name === free.tab) ?? 'matrix';
  const Part = TABS[shown];
  if (!view) return null;
  return (
    <div className="plan" data-testid="screen-plan">
      <h1 className="visually-hidden">{t('screen')}</h1>
      <ActorBar />
      <ChainBanner />
      <nav className="tabs" aria-label={t('tabs')}>
        {NAMES.map((name) => (
          <PlaceLink key={name} to={{ free: { tab: name } }} current={name === shown ? 'page' : undefined}>
            {t(name)}
          </PlaceLink>
        ))}
      </nav>
      <Suspense fallback={<Skeleton lines={6} />}>
        <Part />
      </Suspense>
    </div>
  );
}
