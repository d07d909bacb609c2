import { assess, type Assessment } from '../assess';
import type { ShapeFault } from '../base/check';
import { levelOrNull } from '../base/level';
import { formatPeriod, parseDay } from '../base/period';
import { deriveRegion, flagNames } from '../levels/derive';
import { defaultScheme, loadScheme } from '../levels/load-scheme';
import { defaultRuleSet, loadRuleSet } from '../signals/load-rule-set';
import { SIGNAL_STATE_NAMES, SignalState } from '../signals/rule';
import { BadData, type Verb, WrongCall } from './call';
import { readJson, say, writeOut } from './files';
import { lineOf, loadPanels } from './load';

/** Form of the output; its JSON Schema is docs/assessment.schema.json. */
const SCHEMA = 'fengsui-assessment/1';

/** Levels, signals and derivations of a panel. */
export const assessVerb: Verb = {
  name: 'assess',
  usage: 'assess --panel P.csv [--regions R.csv] [--rules RULES.json] [--scheme S.json] [--as-of YYYY-MM-DD] [--out OUT.json]',
  what: 'Grades a panel: levels of all regions and periods, signals that are not normal, derivations of the last period.',
  options: {
    panel: { value: 'P.csv', what: 'figures in the canonical long form', required: true },
    regions: { value: 'R.csv', what: 'region table; default: the built-in one, else a flat list from the panel' },
    rules: { value: 'RULES.json', what: 'rule set; default: the built-in one' },
    scheme: { value: 'S.json', what: 'scheme of levels; default: the built-in one' },
    'as-of': { value: 'YYYY-MM-DD', what: 'only what was known at the end of this day' },
    out: { value: 'OUT.json', what: 'where the result goes; default: standard output' },
  },
  files: 'none',
  async run({ options }) {
    const asOf = options['as-of'] === undefined ? null : parseDay(options['as-of']);
    if (options['as-of'] !== undefined && asOf === null) {
      throw new WrongCall(`--as-of ${options['as-of']}: a day as YYYY-MM-DD is expected`);
    }
    const ruleSet = options.rules === undefined ? defaultRuleSet() : await checked(options.rules, loadRuleSet);
    const scheme = options.scheme === undefined ? defaultScheme() : await checked(options.scheme, loadScheme);
    const loaded = await loadPanels([options.panel!], options.regions, { flat: true, open: false });
    const faults = loaded.issues.filter((i) => i.severity === 'fault');
    if (loaded.taken === 0) {
      throw new BadData(faults.length > 0 ? faults.map(lineOf) : [`${options.panel}: no figure could be taken`]);
    }
    for (const fault of faults) say(lineOf(fault));
    const assessment = assess(loaded.panels, { ruleSet, scheme }, asOf);
    if (assessment.panel.frequency !== ruleSet.frequency) {
      say(`the rule set grades figures by ${ruleSet.frequency}, the panel has them by ${assessment.panel.frequency}: nothing is graded`);
    }
    await writeOut(options.out, `${JSON.stringify(toJson(assessment, options['as-of'] ?? null))}\n`);
  },
};

async function checked<T>(
  path: string,
  load: (raw: unknown) => { readonly value: T | null; readonly faults: readonly ShapeFault[] },
): Promise<T> {
  const { value, faults } = load(await readJson(path));
  if (value === null) throw new BadData(faults.map((f) => `${path}: ${f.path}: ${f.expected}`));
  return value;
}

function toJson(assessment: Assessment, asOf: string | null): object {
  const { panel, levels, signals, config } = assessment;
  const periods = Array.from({ length: panel.count }, (_, t) => formatPeriod(panel.frequency, panel.first + t, panel.weekEndsOn));
  const regions = panel.tree.regions;
  return {
    schema: SCHEMA,
    as_of: asOf,
    rule_set: { id: config.ruleSet.id, version: config.ruleSet.version },
    scheme: { id: config.scheme.id, version: config.scheme.version },
    levels: regions.flatMap((region, r) =>
      periods.map((period, t) => {
        const cell = r * panel.count + t;
        return {
          region_code: region.code,
          period,
          level: levelOrNull(levels.level[cell]!),
          index: figure(levels.index[cell]!),
          own: levelOrNull(levels.own[cell]!),
          flags: flagNames(levels.flags[cell]!),
        };
      }),
    ),
    signals: signals.flatMap(({ rule, state, level, severity }) =>
      regions.flatMap((region, r) =>
        periods.flatMap((period, t) => {
          const cell = r * panel.count + t;
          const now = state[cell]!;
          if (now === SignalState.normal || now === SignalState.notApplicable) return [];
          return {
            rule: rule.id,
            indicator: rule.indicator,
            region_code: region.code,
            period,
            level: now === SignalState.insufficient ? null : level[cell]!,
            state: SIGNAL_STATE_NAMES[now]!,
            severity: figure(severity[cell]!),
          };
        }),
      ),
    ),
    derivations: regions.map((_, r) => deriveRegion(assessment, r, panel.first + panel.count - 1)),
  };
}

/** Single-precision columns in as many digits as they hold; NaN is null. */
function figure(value: number): number | null {
  return value === value ? Number(value.toPrecision(7)) : null;
}
