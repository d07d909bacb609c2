import type { Column, Panel } from '../panel';
import { agreementOf, SLIPS } from './identity';
import type { CheckContext } from './check';
import { isCount, isThere } from './series';
import { meanWhy, partialSumWhy, slipWhy, sumSystematicWhy, sumWhy } from './text';

interface SumParams {
  readonly systematicShare: number;
  readonly minPeriods: number;
  readonly k: number;
}

/**
 * A parent's own figure against its children's: counts add up within the rounding of all of them; without some
 * children the rest is no more than the parent; a rate lies between the children's. Where one slip of the decimal point
 * in one of them would make it right, that one is marked, otherwise the parent. Parents that differ in most periods
 * count otherwise: said once, and only unusual differences are marked.
 */
export function checkSums(context: CheckContext, params: SumParams): void {
  for (const column of context.columns) {
    const { by } = column.indicator.aggregation;
    if (by === 'sum' && isCount(column.indicator)) checkColumn(context, column, params);
    else if (by === 'weighted-mean') checkMeans(context, column, params);
  }
}

function checkColumn(context: CheckContext, column: Column, params: SumParams): void {
  const { panel, collect } = context;
  const { count, tree } = panel;
  const { values } = column;
  const steps = context.stepsOf(column);
  const own = new Float64Array(count);
  const sum = new Float64Array(count);
  const tolerance = new Float64Array(count);
  const at = new Int32Array(count);
  let checked = 0;
  for (let p = 0; p < tree.regions.length; p++) {
    const children = tree.children[p]!;
    if (children.length === 0) continue;
    let n = 0;
    for (let t = 0; t < count; t++) {
      const cell = p * count + t;
      if (!isThere(column, cell)) continue;
      let total = 0;
      let there = 0;
      let slack = steps[p]!;
      for (const c of children) {
        const child = c * count + t;
        slack += steps[c]!;
        if (!isThere(column, child)) continue;
        total += values[child]!;
        there++;
      }
      if (there === 0) continue;
      const within = slack / 2 + 1e-9 * Math.abs(total);
      if (there === children.length) {
        own[n] = values[cell]!;
        sum[n] = total;
        tolerance[n] = within;
        at[n++] = t;
      } else if (total > values[cell]! + within) {
        markPart(context, column, p, t, total, there);
      }
      if (collect.isNew(column, cell)) checked++;
    }
    const usual = agreementOf(own, sum, tolerance, n, params);
    if (usual) {
      const newest = p * count + at[n - 1]!;
      collect.add('sum', column, {
        cell: newest,
        whole: 'series',
        why: () => sumSystematicWhy(usual.differing, Math.exp(usual.centre)),
      });
    }
    for (let i = 0; i < n; i++) {
      const [reported, total] = [own[i]!, sum[i]!];
      if (usual) {
        if (Math.abs(Math.log(reported / total) - usual.centre) <= usual.limit) continue;
        const expected = total * Math.exp(usual.centre);
        markWhole(context, column, p, at[i]!, expected, expected * (Math.exp(usual.limit) - 1));
      } else if (Math.abs(reported - total) > tolerance[i]!) {
        markWhole(context, column, p, at[i]!, total, tolerance[i]!);
      }
    }
  }
  collect.checked('sum', checked);
}

/** Whose fault is it? A slip that sets everything right, else the one child that jumps, else the parent. */
function markWhole(
  { panel, collect }: CheckContext,
  column: Column,
  parent: number,
  t: number,
  expected: number,
  within: number,
): void {
  const { values, indicator } = column;
  const cell = parent * panel.count + t;
  const children = panel.tree.children[parent]!;
  const restsOn = children.map((c) => ({ column, cell: c * panel.count + t }));
  const own = values[cell]!;
  const slipped = SLIPS.find((f) => Math.abs(own * f - expected) <= within * Math.max(1, f));
  if (slipped === undefined && !collect.isMarked(column, cell, 'jump')) {
    const guilty = guiltyChild(panel, column, children, t, own - expected, within);
    const jumping = children.filter((c) => collect.isMarked(column, c * panel.count + t, 'jump'));
    const child = guilty?.child ?? (jumping.length === 1 ? jumping[0]! : -1);
    if (child >= 0) {
      const childCell = child * panel.count + t;
      if (collect.isMarked(column, childCell, 'sum')) return;
      const right = Math.max(0, values[childCell]! + own - expected);
      collect.add('sum', column, {
        cell: childCell,
        low: right,
        high: right,
        restsOn: [...restsOn, { column, cell }],
        why: () => slipWhy(indicator, values[childCell]!, right, panel.tree.regions[parent]!.name, own),
      });
      return;
    }
  }
  if (collect.isMarked(column, cell, 'sum')) return;
  collect.add('sum', column, {
    cell,
    low: expected - within,
    high: expected + within,
    restsOn,
    why: () => sumWhy(indicator, own, expected, children.length),
  });
}

/** The child of which another decimal place makes the sum right, if there is exactly one such. */
function guiltyChild(
  panel: Panel,
  { values }: Column,
  children: readonly number[],
  t: number,
  missing: number,
  within: number,
): { readonly child: number } | null {
  let found: { child: number } | null = null;
  for (const child of children) {
    const v = values[child * panel.count + t]!;
    if (v === 0 || !SLIPS.some((f) => Math.abs(v * (f - 1) - missing) <= within)) continue;
    if (found) return null;
    found = { child };
  }
  return found;
}

function markPart(
  { panel, collect }: CheckContext,
  column: Column,
  parent: number,
  t: number,
  total: number,
  there: number,
): void {
  const children = panel.tree.children[parent]!;
  const at = (region: number) => ({ column, cell: region * panel.count + t });
  const jumping = children.filter((c) => collect.isMarked(column, at(c).cell, 'jump'));
  // A child that is marked already is too large by itself.
  if (jumping.length > 0) return;
  const own = column.values[at(parent).cell]!;
  collect.add('sum', column, {
    cell: at(parent).cell,
    low: total,
    high: NaN,
    restsOn: children.map(at),
    why: () => partialSumWhy(column.indicator, own, total, there, children.length),
  });
}

/** A mean lies between the least and the greatest of what it is the mean of. */
function checkMeans({ panel, collect, stepsOf }: CheckContext, column: Column, params: SumParams): void {
  const { count, tree } = panel;
  const { values, indicator } = column;
  const steps = stepsOf(column);
  let checked = 0;
  for (let p = 0; p < tree.regions.length; p++) {
    const children = tree.children[p]!;
    if (children.length < 2) continue;
    const outside: { cell: number; low: number; high: number }[] = [];
    let n = 0;
    for (let t = 0; t < count; t++) {
      const cell = p * count + t;
      if (!isThere(column, cell) || !children.every((c) => isThere(column, c * count + t))) continue;
      let low = Infinity;
      let high = -Infinity;
      for (const c of children) {
        const v = values[c * count + t]!;
        low = Math.min(low, v - steps[c]!);
        high = Math.max(high, v + steps[c]!);
      }
      n++;
      if (collect.isNew(column, cell)) checked++;
      const v = values[cell]!;
      if (v < low - steps[p]! || v > high + steps[p]!) outside.push({ cell, low, high });
    }
    // A rate that often lies outside is of another definition than the children's.
    if (n >= params.minPeriods && outside.length / n >= params.systematicShare) continue;
    for (const { cell, low, high } of outside) {
      const restsOn = children.map((c) => ({ column, cell: c * count + (cell % count) }));
      collect.add('sum', column, { cell, low, high, restsOn, why: () => meanWhy(indicator, values[cell]!, low, high) });
    }
  }
  collect.checked('sum', checked);
}
