/** Parts of the rules screen, each fetched when it is opened; `?tab=` names the one that is shown. */
export const RULE_TABS = {
  edit: () => import('./edit/EditPart').then((m) => ({ default: m.EditPart })),
  backtest: () => import('./backtest/BacktestPart').then((m) => ({ default: m.BacktestPart })),
  'what-if': () => import('./what-if/WhatIfPart').then((m) => ({ default: m.WhatIfPart })),
  tests: () => import('./tests/TestsPart').then((m) => ({ default: m.TestsPart })),
};
