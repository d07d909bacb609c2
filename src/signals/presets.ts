import type { Checked } from '../base/check';
import { kindsIn, loadDetectors } from '../detectors/registry';
import { loadRuleSet } from './load-rule-set';
import type { RuleSet } from './rule';

/** Rule sets after published lines, by id; fetched when asked for, so that no first screen carries them. */
const FILES: Readonly<Record<string, () => Promise<{ readonly default: unknown }>>> = {
  'hangzhou-2015': () => import('./defaults/presets/hangzhou-2015.json'),
  'heilongjiang-2007': () => import('./defaults/presets/heilongjiang-2007.json'),
  'korea-crisis-area': () => import('./defaults/presets/korea-crisis-area.json'),
  'layoff-events': () => import('./defaults/presets/layoff-events.json'),
  'layoff-filing': () => import('./defaults/presets/layoff-filing.json'),
  'qingdao-2007': () => import('./defaults/presets/qingdao-2007.json'),
  'us-extended-benefits': () => import('./defaults/presets/us-extended-benefits.json'),
};

/** A rule set of the list through its gate, with the detectors that it names; no such id is a fault. */
export async function loadPresetRules(id: string): Promise<Checked<RuleSet>> {
  if (!Object.hasOwn(FILES, id)) {
    return {
      value: null,
      faults: [{ path: '.ruleSet', expected: `one of ${Object.keys(FILES).join(', ')}`, given: id }],
    };
  }
  const { default: raw } = await FILES[id]!();
  await loadDetectors(kindsIn(raw));
  return loadRuleSet(raw);
}
