import { defaultCatalogue, defaultRegionTree } from '../../src/base/catalogue';
import { INSUFFICIENT } from '../../src/base/level';
import { monthPeriod, type Period } from '../../src/base/period';
import type { RegionTree } from '../../src/base/regions';
import { Status } from '../../src/base/status';
import { defaultScheme } from '../../src/levels/load-scheme';
import { chooseVersion, emptyBook } from '../../src/levels/rule-book';
import type { AssessmentView, Series } from '../../src/platform/engine-api';
import { defaultRuleSet } from '../../src/signals/load-rule-set';
import { type RuleSignals, SignalState } from '../../src/signals/rule';

export const X = INSUFFICIENT;

export interface ViewParts {
  readonly tree?: RegionTree;
  readonly first?: Period;
  readonly count: number;
  /** Levels by region code, one per period; regions not named are normal throughout. */
  readonly levels?: Readonly<Record<string, readonly number[]>>;
  readonly index?: Readonly<Record<string, readonly number[]>>;
  readonly flags?: Readonly<Record<string, readonly number[]>>;
  /** Signals: rule id → region code → per period [level, state]. */
  readonly signals?: Readonly<Record<string, Readonly<Record<string, readonly (readonly [number, number])[]>>>>;
  /** Root series: indicator id → values. */
  readonly headline?: Readonly<Record<string, readonly number[]>>;
  readonly latest?: Period;
}

/** An assessment as the page has it, made by hand: all that is not named is normal, quiet and known. */
export function makeView(parts: ViewParts): AssessmentView {
  const tree = parts.tree ?? defaultRegionTree();
  const first = parts.first ?? monthPeriod(2026, 1);
  const { count } = parts;
  const size = tree.regions.length * count;
  const fill = <A extends Uint8Array | Float32Array>(
    column: A,
    by: Readonly<Record<string, readonly number[]>> | undefined,
  ): A => {
    for (const [code, values] of Object.entries(by ?? {})) column.set(values, tree.indexOf.get(code)! * count);
    return column;
  };
  const ruleSet = defaultRuleSet();
  const level = fill(new Uint8Array(size), parts.levels);
  const signals = Object.entries(parts.signals ?? {}).map(([ruleId, regions]): RuleSignals => {
    const signal = {
      rule: ruleSet.rules.find((r) => r.id === ruleId)!,
      level: new Uint8Array(size),
      state: new Uint8Array(size).fill(SignalState.normal),
      severity: new Float32Array(size),
      started: new Int32Array(tree.regions.length),
      gap: new Uint8Array(size),
    };
    for (const [code, values] of Object.entries(regions)) {
      values.forEach(([l, state], i) => {
        const cell = tree.indexOf.get(code)! * count + i;
        signal.level[cell] = l;
        signal.state[cell] = state;
        signal.severity[cell] = l;
      });
    }
    return signal;
  });
  const root = tree.regions[tree.roots[0]!]!.code;
  return {
    asOf: null,
    demonstration: true,
    tree,
    catalogue: defaultCatalogue(),
    frequency: 'month',
    first,
    count,
    weekEndsOn: 6,
    latest: parts.latest ?? first + count - 1,
    levels: {
      level,
      own: level,
      families: {
        employment: new Uint8Array(size),
        market: new Uint8Array(size),
        macro: new Uint8Array(size),
        newforms: new Uint8Array(size),
      },
      flags: fill(new Uint8Array(size), parts.flags),
      index: fill(new Float32Array(size), parts.index),
      weights: { employment: 0.25, market: 0.25, macro: 0.25, newforms: 0.25 },
      weighting: { asked: 'equal', used: 'equal', reason: null, cells: 0 },
    },
    signals,
    ruleSet,
    scheme: defaultScheme(),
    rules: chooseVersion(emptyBook(), null, 0).rules,
    batches: [],
    lastKnownOn: null,
    indicators: [],
    coverageByPeriod: new Float32Array(count).fill(1),
    headline: Object.entries(parts.headline ?? {}).map(
      ([indicatorId, values]): Series => ({
        regionCode: root,
        indicatorId,
        form: 'reported',
        view: 'value',
        unit: defaultCatalogue().byId.get(indicatorId)!.unit,
        first,
        values: Float64Array.from(values),
        status: new Uint8Array(values.length).fill(Status.observed),
        coverage: null,
      }),
    ),
  };
}
