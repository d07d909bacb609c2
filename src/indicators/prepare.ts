import type { Day } from '../base/period';
import type { Column, Panel } from '../panel/panel';
import { adjustFestival } from './adjust-festival';
import { aggregateUpward } from './aggregate';
import { decumulate } from './decumulate';
import { markExpectedGaps } from './expected-gaps';
import { type FormNeed, formKey } from './form';
import { joinJanFeb } from './join-jan-feb';

/** Each step can be switched off, to see what it does. */
export interface PrepareSwitches {
  readonly expectedGaps: boolean;
  readonly aggregate: boolean;
}

const ALL_ON: PrepareSwitches = { expectedGaps: true, aggregate: true };

/**
 * The panel with the forms that are asked for: gaps that are expected are marked, parents are filled from children,
 * ratios from their parts, cumulative series turned into periods, January and February joined. Every column says in
 * `steps` what was done to it. Nothing is changed in place.
 * `day`: the day of knowledge, from which "not yet due" follows; null when unknown.
 */
export function prepare(
  panel: Panel,
  needs: readonly FormNeed[],
  day: Day | null,
  switches: PrepareSwitches = ALL_ON,
): Panel {
  // Figures that are not due are marked whether a rule reads them or not: the coverage counts them all.
  const columns = new Map(panel.columns);
  if (switches.expectedGaps) {
    for (const [key, column] of panel.columns) {
      if (key === column.indicator.id) columns.set(key, markExpectedGaps(panel, column, day));
    }
  }
  const done = new Map<string, Column>();
  /** The reported form, aggregated; an indicator that is itself not in the data may still be a ratio of others. */
  const reported = (id: string): Column | undefined => {
    const ready = done.get(id);
    if (ready) return ready;
    const source = columns.get(id) ?? emptyRatio(panel, id);
    if (!source) return undefined;
    done.set(id, source);
    // A ratio that nobody reports is not among the marked columns yet.
    let column = switches.expectedGaps ? markExpectedGaps(panel, source, day) : source;
    if (switches.aggregate)
      column = aggregateUpward(panel, column, (other) => (other === id ? undefined : reported(other)));
    done.set(id, column);
    return column;
  };

  for (const need of needs) {
    const base = reported(need.indicator);
    if (!base) continue;
    columns.set(need.indicator, base);
    const parts = partsOf(base, reported);
    // A proof leads through the parts of a ratio: they stand there as the ratio took them, parents filled.
    for (const part of parts ?? []) columns.set(part.indicator.id, part);
    if (need.form === 'reported' || panel.frequency !== 'month') continue;
    const key = formKey(need.indicator, need.form);
    if (columns.has(key)) continue;
    const cumulative = base.indicator.kind === 'cumulative';
    const monthly = cumulative ? decumulate(panel, base) : base;
    if (need.form === 'monthly') columns.set(key, monthly);
    else if (need.form === 'festival') columns.set(key, adjustFestival(panel, monthly));
    else columns.set(key, joinJanFeb(panel, monthly, cumulative ? base : null, parts));
  }
  return { ...panel, columns };
}

function partsOf(
  { indicator: { aggregation } }: Column,
  reported: (id: string) => Column | undefined,
): readonly [Column, Column] | null {
  if (aggregation.by !== 'ratio') return null;
  const numerator = reported(aggregation.numerator);
  const denominator = reported(aggregation.denominator);
  return numerator && denominator ? [numerator, denominator] : null;
}

/** An all-missing column for a ratio indicator that is not reported but whose parts are. */
function emptyRatio(panel: Panel, id: string): Column | undefined {
  const indicator = panel.catalogue.byId.get(id);
  if (!indicator || indicator.aggregation.by !== 'ratio') return undefined;
  const { numerator, denominator } = indicator.aggregation;
  if (!panel.columns.has(numerator) || !panel.columns.has(denominator)) return undefined;
  const size = panel.tree.regions.length * panel.count;
  return {
    indicator,
    values: new Float64Array(size).fill(NaN),
    status: new Uint8Array(size),
    knownOn: null,
    batch: null,
    row: null,
    revisions: null,
    coverage: null,
    steps: [],
  };
}
