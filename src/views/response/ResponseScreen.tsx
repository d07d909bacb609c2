import { type ComponentType, lazy } from 'react';
import { fetchPart } from '../../platform/fetch-part';
import { ActorBar } from '../parts/ActorBar';
import { ChainBanner } from '../parts/ChainBanner';
import { TabbedScreen } from '../parts/TabbedScreen';
import { useT } from '../parts/use-text';
import { RESPONSE_TABS } from './tabs';
import { RESPONSE_TEXT } from './text';
import './response.css';

const TABS = {
  cases: lazy(() => fetchPart(RESPONSE_TABS.cases)),
  groups: lazy(() => fetchPart(RESPONSE_TABS.groups)),
  effects: lazy(() => fetchPart(RESPONSE_TABS.effects)),
  trail: lazy(() => fetchPart(RESPONSE_TABS.trail)),
} as const satisfies Readonly<Record<keyof typeof RESPONSE_TABS, ComponentType>>;

/** What do we do, who, by when? Reviews of the plan, boards of key groups, what measures brought, and who did what. */
export function ResponseScreen() {
  const t = useT(RESPONSE_TEXT);
  return (
    <TabbedScreen screen="response" ready="response" title={t('screen')} tabsLabel={t('tabs')} tabs={TABS} nameOf={t}>
      <ActorBar />
      <ChainBanner />
    </TabbedScreen>
  );
}
