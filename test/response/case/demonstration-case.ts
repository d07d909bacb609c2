import { parsePeriod, type Period } from '../../../src/base/period';
import { prepare } from '../../../src/indicators/prepare';
import type { DerivationContext } from '../../../src/levels/derivation-text';
import { deriveRegion } from '../../../src/levels/derive';
import type { Panel } from '../../../src/panel/panel';
import { assessDemonstration } from '../../mock-data/demonstration';

/** The demonstration with its mine closures, assessed once for all tests of the case. */
export const { tree, assessment } = assessDemonstration();
export const { panel, levels } = assessment;

/** Wuhai, where the mines close from November 2025; in March 2026 it is at level Ⅰ. */
export const WUHAI = '150300';
export const month = (text: string): Period => parsePeriod(text)!.period;

export const context: DerivationContext = {
  tree,
  catalogue: panel.catalogue,
  ruleSet: assessment.config.ruleSet,
  weekEndsOn: panel.weekEndsOn,
  batches: panel.batches,
};

export const derivationOf = (code: string, period: string) =>
  deriveRegion(assessment, tree.indexOf.get(code)!, month(period));

/** The panel with the reported form of some indicators, as the engine prepares it. */
export const panelWith = (indicatorIds: readonly string[]): Panel =>
  prepare(
    panel,
    indicatorIds.map((indicator) => ({ indicator, form: 'reported' })),
    assessment.asOf,
  );
