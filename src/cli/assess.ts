import { assess, type Assessment } from '../assess';
import { levelOrNull } from '../base/level';
import { formatPeriod, parseDay, type Period } from '../base/period';
import { deriveRegion, flagNames } from '../levels/derive';
import { fingerprintOf } from '../levels/fingerprint';
import { SIGNAL_STATE_NAMES, SignalState } from '../signals/rule';
import { BadData, type Verb, WrongCall } from './call';
import { derivationJson, figure, type Spell } from './derivation-json';
import { say, writeOut } from './files';
import { lineOf, LIST_OPTIONS, loadPanels } from './load';
import { rulesOf } from './rules';

/** Form of the output; its JSON Schema is docs/assessment.schema.json. */
const SCHEMA = 'fengsui-assessment/1';

/** Levels, signals and derivations of a panel. */
export const assessVerb: Verb = {
  name: 'assess',
  usage:
    'assess --panel P.csv [--regions R.csv] [--indicators I.json] [--rules RULES.json] [--scheme S.json] [--as-of YYYY-MM-DD] [--out OUT.json]',
  what: 'Grades a panel: levels of all regions and periods, signals that are not normal, derivations of the last period.',
  options: {
    panel: { value: 'P.csv', what: 'figures in the canonical long form', required: true },
    ...LIST_OPTIONS,
    regions: { value: 'R.csv', what: 'region table; default: the built-in one, else a flat list from the panel' },
    rules: {
      value: 'RULES.json',
      what: 'rule set, or rules and scheme as the rules screen exports them; default: the built-in ones',
    },
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
    const { ruleSet, scheme } = await rulesOf(options);
    const loaded = await loadPanels([options.panel!], options, { flat: true, open: false });
    const faults = loaded.issues.filter((i) => i.severity === 'fault');
    if (loaded.taken === 0) {
      throw new BadData(faults.length > 0 ? faults.map(lineOf) : [`${options.panel}: no figure could be taken`]);
    }
    for (const fault of faults) say(lineOf(fault));
    const assessment = assess(loaded.panels, { ruleSet, scheme }, asOf);
    if (assessment.panel.frequency !== ruleSet.frequency) {
      say(
        `the rule set grades figures by ${ruleSet.frequency}, the panel has them by ${assessment.panel.frequency}: nothing is graded`,
      );
    }
    await writeOut(options.out, toJson(assessment, options['as-of'] ?? null));
  },
};

/** The result in pieces: a country's levels and signals are longer than one string may be. */
function* toJson(assessment: Assessment, asOf: string | null): Generator<string> {
  const { config, panel } = assessment;
  const last = panel.first + panel.count - 1;
  const head = {
    schema: SCHEMA,
    as_of: asOf,
    rule_set: { id: config.ruleSet.id, version: config.ruleSet.version },
    scheme: { id: config.scheme.id, version: config.scheme.version },
    digest: fingerprintOf(assessment.levels, assessment.signals),
  };
  yield JSON.stringify(head).slice(0, -1);
  yield* list('levels', levelsOf(assessment));
  yield* list('signals', signalsOf(assessment));
  yield* list('derivations', panel.count === 0 ? [] : derivationsOf(assessment, last));
  yield '\n}\n';
}

/** `,"name":[` and one item a line. */
function* list(name: string, items: Iterable<object>): Generator<string> {
  yield `,\n${JSON.stringify(name)}:[`;
  let first = true;
  for (const item of items) {
    yield `${first ? '\n' : ',\n'}${JSON.stringify(item)}`;
    first = false;
  }
  yield ']';
}

function periodsOf({ panel }: Assessment): string[] {
  return Array.from({ length: panel.count }, (_, t) =>
    formatPeriod(panel.frequency, panel.first + t, panel.weekEndsOn),
  );
}

function* levelsOf(assessment: Assessment): Generator<object> {
  const { panel, levels } = assessment;
  const periods = periodsOf(assessment);
  for (const [r, { code }] of panel.tree.regions.entries()) {
    for (const [t, period] of periods.entries()) {
      const cell = r * panel.count + t;
      yield {
        region_code: code,
        period,
        level: levelOrNull(levels.level[cell]!),
        index: figure(levels.index[cell]!),
        own: levelOrNull(levels.own[cell]!),
        flags: flagNames(levels.flags[cell]!),
      };
    }
  }
}

/** Signals from their first statistic on, in every state but normal. */
function* signalsOf(assessment: Assessment): Generator<object> {
  const { panel } = assessment;
  const periods = periodsOf(assessment);
  for (const { rule, state, level, severity, started } of assessment.signals) {
    for (const [r, { code }] of panel.tree.regions.entries()) {
      if (started[r]! < 0) continue;
      for (let t = started[r]!; t < panel.count; t++) {
        const cell = r * panel.count + t;
        const now = state[cell]!;
        if (now === SignalState.normal) continue;
        yield {
          rule: rule.id,
          indicator: rule.indicator,
          region_code: code,
          period: periods[t],
          level: now === SignalState.insufficient ? null : level[cell]!,
          state: SIGNAL_STATE_NAMES[now]!,
          severity: figure(severity[cell]!),
        };
      }
    }
  }
}

function* derivationsOf(assessment: Assessment, period: Period): Generator<object> {
  const { panel } = assessment;
  const spell: Spell = (at, frequency = panel.frequency) => formatPeriod(frequency, at, panel.weekEndsOn);
  for (const r of panel.tree.regions.keys()) yield derivationJson(deriveRegion(assessment, r, period), spell);
}
