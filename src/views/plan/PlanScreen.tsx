import { type ComponentType, lazy } from 'react';
import { fetchPart } from '../../platform/fetch-part';
import { ActorBar } from '../parts/ActorBar';
import { ChainBanner } from '../parts/ChainBanner';
import { TabbedScreen } from '../parts/TabbedScreen';
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

/** What does the plan say? The matrix, its versions, the calendar that deadlines run by, and when it is to be reviewed. */
export function PlanScreen() {
  const t = useT(PLAN_TEXT);
  return (
    <TabbedScreen screen="plan" title={t('screen')} tabsLabel={t('tabs')} tabs={TABS} nameOf={t}>
      <ActorBar />
      <ChainBanner />
    </TabbedScreen>
  );
}
