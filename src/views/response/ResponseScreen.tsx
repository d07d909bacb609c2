import { type ComponentType, lazy, Suspense } from 'react';
import { fetchPart } from '../../platform/fetch-part';
import { usePlace } from '../../store/place';
import { useView } from '../../store/session';
import { ActorBar } from '../parts/ActorBar';
import { ChainBanner } from '../parts/ChainBanner';
import { PlaceLink } from '../parts/PlaceLink';
import { Skeleton } from '../parts/states';
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
type Tab = keyof typeof TABS;
const NAMES = Object.keys(TABS) as Tab[];

/** What do we do, who, by when? Reviews of the plan, boards of key groups, what measures brought, and who did what. */
export function ResponseScreen() {
  const t = useT(RESPONSE_TEXT);
  const view = useView();
  const { free } = usePlace();
  const shown = NAMES.find((name) => name === free.tab) ?? 'cases';
  const Part = TABS[shown];
  if (!view) return null;
  return (
    <div className="response" data-testid="screen-response" data-ready="response">
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
