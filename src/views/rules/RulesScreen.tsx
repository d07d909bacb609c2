import { type ComponentType, lazy } from 'react';
import { fetchPart } from '../../platform/fetch-part';
import { TabbedScreen } from '../parts/TabbedScreen';
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

/** Is the alarm well set? Rules and their versions, their record on history, what if, and tests as data. */
export function RulesScreen() {
  const t = useT(RULES_TEXT);
  return <TabbedScreen screen="rules" ready="rules" title={t('screen')} tabsLabel={t('tabs')} tabs={TABS} nameOf={t} />;
}
