import { type ComponentType, lazy, Suspense } from 'react';
import { fetchPart } from '../../platform/fetch-part';
import { usePlace } from '../../store/place';
import { useView } from '../../store/session';
import { PlaceLink } from '../parts/PlaceLink';
import { Skeleton } from '../parts/states';
import { useT } from '../parts/use-text';
import { RULE_TABS } from './tabs';
import { RULES_TEXT } from './text';
import './rules.css';

const TABS = {
  edit: lazy(() => fetchPart(RULE_TABS.edit)),
  backtest: lazy(() => fetchPart(RULE_TABS.backtest)),
  'what-if': lazy(() => fetchPart(RULE_TABS['what-if'])),
  tests: lazy(() => fetchPart(RULE_TABS.tests)),
} as const satisfies Readonly<Record<keyof typeof RULE_TABS, ComponentType>>;
type Tab = keyof typeof TABS;
const NAMES = Object.keys(TABS) as Tab[];

/** Is the alarm well set? Rules and their versions, their record on history, what if, and tests as data. */
export function RulesScreen() {
  const t = useT(RULES_TEXT);
  const view = useView();
  const { free } = usePlace();
  const shown = NAMES.find((name) => name === free.tab) ?? 'edit';
  const Part = TABS[shown];
  if (!view) return null;
  return (
    <div className="rules" data-testid="screen-rules" data-ready="rules">
      <h1 className="visually-hidden">{t('screen')}</h1>
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
