import type { ComponentType } from 'react';
import type { Screen } from '../store/place-address';
import { BRIEFING_PARTS } from '../views/briefing/parts';
import { HELP_PARTS } from '../views/help/parts';
import { PLAN_TABS } from '../views/plan/tabs';
import { RESPONSE_TABS } from '../views/response/tabs';
import { RULE_TABS } from '../views/rules/tabs';

/** Each screen is a chunk of its own; the first load holds one. */
export const LOADERS = {
  overview: () => import('../views/overview/OverviewScreen').then((m) => ({ default: m.OverviewScreen })),
  region: () => import('../views/region/RegionScreen').then((m) => ({ default: m.RegionScreen })),
  indicators: () => import('../views/indicators/IndicatorsScreen').then((m) => ({ default: m.IndicatorsScreen })),
  warnings: () => import('../views/warnings/WarningsScreen').then((m) => ({ default: m.WarningsScreen })),
  response: () => import('../views/response/ResponseScreen').then((m) => ({ default: m.ResponseScreen })),
  plan: () => import('../views/plan/PlanScreen').then((m) => ({ default: m.PlanScreen })),
  briefing: () => import('../views/briefing/BriefingScreen').then((m) => ({ default: m.BriefingScreen })),
  rules: () => import('../views/rules/RulesScreen').then((m) => ({ default: m.RulesScreen })),
  data: () => import('../views/data/DataScreen').then((m) => ({ default: m.DataScreen })),
} satisfies Readonly<Record<Screen, () => Promise<{ default: ComponentType }>>>;

/** Once the first screen stands, the others and their charts are fetched as well: from then on the network may go. */
export const REST: readonly (() => Promise<unknown>)[] = [
  ...Object.values(LOADERS),
  ...Object.values(RESPONSE_TABS),
  ...Object.values(PLAN_TABS),
  ...Object.values(BRIEFING_PARTS),
  ...Object.values(RULE_TABS),
  ...Object.values(HELP_PARTS),
  () => import('../views/rules/edit/PresetsPart'),
  () => import('../views/rules/backtest/TrackRecord'),
  () => import('../detectors/registry').then((m) => m.loadDetectors()),
  () => import('../charts/register-figures'),
  () => import('../views/briefing/builder/out/pictures'),
  () => import('../views/region/RegionReviews'),
  () => import('../views/response/case/documents/DocumentsCard'),
  () => import('../briefing/docx'),
  () => import('../briefing/out/native/chart-book'),
  () => import('../publish/svg-to-png'),
  () => import('../platform/sample-exhibits').then((m) => m.loadSampleExhibits('zh')),
  () => import('../publish/publish').then(({ fetchPublisher }) => fetchPublisher()),
];
