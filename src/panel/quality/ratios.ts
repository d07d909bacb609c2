import type { Column } from '../panel';
import { agreementOf } from './identity';
import type { CheckContext } from './check';
import { isThere } from './series';
import { ratioSystematicWhy, ratioWhy } from './text';

interface RatioParams {
  readonly systematicShare: number;
  readonly minPeriods: number;
  readonly k: number;
}

/** Rates that the catalogue holds as reported figures, with the counts that they are made of: rate = 100 × part ÷ whole. */
const RATES: readonly (readonly [rate: string, part: string, whole: string])[] = ['', '_sa', '_nsa'].map(
  (s) => [`unemployment_rate${s}`, `unemployed_persons${s}`, `labor_force${s}`] as const,
);

/** Ratios against their parts, wherever all three are reported, within the rounding of all three. */
export function checkRatios(context: CheckContext, params: RatioParams): void {
  const byId = new Map(context.columns.map((c) => [c.indicator.id, c]));
  for (const ratio of context.columns) {
    const { aggregation, id } = ratio.indicator;
    const rate = RATES.find(([of]) => of === id);
    const [part, whole, factor] =
      aggregation.by === 'ratio'
        ? [byId.get(aggregation.numerator), byId.get(aggregation.denominator), 1]
        : [byId.get(rate?.[1] ?? ''), byId.get(rate?.[2] ?? ''), 100];
    if (part && whole) checkRatio(context, ratio, part, whole, factor, params);
  }
}

function checkRatio(
  { panel, collect, stepsOf }: CheckContext,
  ratio: Column,
  part: Column,
  whole: Column,
  factor: number,
  params: RatioParams,
): void {
  const { count, tree } = panel;
  const [ratioSteps, partSteps, wholeSteps] = [ratio, part, whole].map(stepsOf);
  const reported = new Float64Array(count);
  const computed = new Float64Array(count);
  const tolerance = new Float64Array(count);
  const at = new Int32Array(count);
  let checked = 0;
  for (let r = 0; r < tree.regions.length; r++) {
    let n = 0;
    for (let t = 0; t < count; t++) {
      const cell = r * count + t;
      if (!isThere(ratio, cell) || !isThere(part, cell) || !isThere(whole, cell)) continue;
      const [a, b] = [part.values[cell]!, whole.values[cell]!];
      if (!(b > 0)) continue;
      const expected = (factor * a) / b;
      reported[n] = ratio.values[cell]!;
      computed[n] = expected;
      // Half a step of each, as it acts on the quotient; a step of the ratio itself, for cut instead of rounded figures.
      tolerance[n] =
        ratioSteps![r]! +
        (factor * partSteps![r]!) / (2 * b) +
        (expected * wholeSteps![r]!) / (2 * b) +
        1e-9 * expected;
      at[n++] = t;
      if (collect.isNew(ratio, cell)) checked++;
    }
    const usual = agreementOf(reported, computed, tolerance, n, params);
    if (usual) {
      collect.add('ratio', ratio, {
        cell: r * count + at[n - 1]!,
        whole: 'series',
        why: () => ratioSystematicWhy(part.indicator, whole.indicator, usual.differing, Math.exp(usual.centre)),
      });
    }
    for (let i = 0; i < n; i++) {
      const cell = r * count + at[i]!;
      const off = usual
        ? Math.abs(Math.log(reported[i]! / computed[i]!) - usual.centre) > usual.limit
        : Math.abs(reported[i]! - computed[i]!) > tolerance[i]!;
      if (!off) continue;
      const all = [ratio, part, whole].map((column) => ({ column, cell }));
      // Which of the three? The one that is out of line with its own past, else the ratio.
      const guilty = all.find(({ column }) => collect.isMarked(column, cell, 'jump')) ?? all[0]!;
      const expected = computed[i]! * Math.exp(usual?.centre ?? 0);
      collect.add('ratio', guilty.column, {
        cell,
        ...(guilty.column === ratio && { low: expected - tolerance[i]!, high: expected + tolerance[i]! }),
        restsOn: all,
        why: () =>
          ratioWhy(
            ratio.indicator,
            reported[i]!,
            expected,
            [part.indicator, part.values[cell]!],
            [whole.indicator, whole.values[cell]!],
          ),
      });
    }
  }
  collect.checked('ratio', checked);
}
