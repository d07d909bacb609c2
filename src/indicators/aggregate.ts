import type { Aggregation } from '../base/indicators';
import { Status } from '../base/status';
import type { Column, Panel } from '../panel/panel';

/**
 * Fills parents that have no figure of their own from their children, leaves first: sums of counts, weighted means of
 * rates, ratios from their aggregated parts. A region's own figure always stands. Only direct children count, so a
 * place that is also reported beside its league (满洲里, 二连浩特) is never counted twice.
 *
 * Each aggregated value carries its coverage: the share of the children, by labour force where it is known for all of
 * them, else by number, multiplied down the tree. A mean without weights is not computed.
 *
 * `columnOf` yields the other columns that weights and ratios need, already aggregated.
 */
export function aggregateUpward(
  panel: Panel,
  column: Column,
  columnOf: (indicatorId: string) => Column | undefined,
): Column {
  const rule = column.indicator.aggregation;
  if (rule.by === 'none') return column;
  if (rule.by === 'ratio') return ratioOf(panel, column, rule, columnOf);

  const { tree, count } = panel;
  const weightColumn = rule.by === 'weighted-mean' ? columnOf(rule.weight) : undefined;
  const weightAt = (region: number, t: number): number => {
    const own = weightColumn?.values[region * count + t];
    return own !== undefined && own === own ? own : tree.regions[region]!.labourForce;
  };
  const draft = new Draft(column, tree.regions.length * count);
  for (let p = tree.regions.length - 1; p >= 0; p--) {
    const children = tree.children[p]!;
    if (children.length === 0) continue;
    const byLabourForce = children.every((c) => tree.regions[c]!.labourForce > 0);
    for (let t = 0; t < count; t++) {
      const cell = p * count + t;
      if (draft.values[cell] === draft.values[cell] || draft.status[cell] === Status.held) continue;
      let sum = 0;
      let weights = 0;
      let covered = 0;
      let size = 0;
      let present = 0;
      let gaps = 0;
      for (const c of children) {
        const childCell = c * count + t;
        const share = byLabourForce ? tree.regions[c]!.labourForce : 1;
        size += share;
        if (draft.status[childCell] === Status.expectedGap) gaps++;
        const v = draft.values[childCell]!;
        if (v !== v) continue;
        const w = rule.by === 'sum' ? 1 : weightAt(c, t);
        if (!(w > 0)) continue;
        sum += v * w;
        weights += w;
        covered += share * draft.coverageAt(childCell);
        present++;
      }
      if (present > 0) draft.set(cell, rule.by === 'sum' ? sum : sum / weights, covered / size);
      else if (gaps === children.length) draft.gap(cell);
    }
  }
  return draft.finish(column, 'aggregate');
}

/** A ratio is taken from its parts wherever it is not reported, parents and leaves alike. */
function ratioOf(
  panel: Panel,
  column: Column,
  rule: Extract<Aggregation, { by: 'ratio' }>,
  columnOf: (indicatorId: string) => Column | undefined,
): Column {
  const numerator = columnOf(rule.numerator);
  const denominator = columnOf(rule.denominator);
  if (!numerator || !denominator) return column;
  const size = panel.tree.regions.length * panel.count;
  const draft = new Draft(column, size);
  for (let cell = 0; cell < size; cell++) {
    if (draft.values[cell] === draft.values[cell] || draft.status[cell] === Status.held) continue;
    const n = numerator.values[cell]!;
    const d = denominator.values[cell]!;
    if (n === n && d > 0) {
      draft.set(cell, n / d, Math.min(numerator.coverage?.[cell] ?? 1, denominator.coverage?.[cell] ?? 1));
    } else if (numerator.status[cell] === Status.expectedGap || denominator.status[cell] === Status.expectedGap) {
      draft.gap(cell);
    }
  }
  return draft.finish(column, 'ratio');
}

/** Copies on the first write only: most columns of most panels need none. */
class Draft {
  values: Float64Array;
  status: Uint8Array;
  private row: Uint32Array | null;
  private coverage: Float32Array | null;
  private readonly size: number;
  private copied = false;

  constructor(column: Column, size: number) {
    this.values = column.values;
    this.status = column.status;
    this.row = column.row;
    this.coverage = column.coverage;
    this.size = size;
  }

  coverageAt(cell: number): number {
    return this.coverage ? this.coverage[cell]! : 1;
  }

  set(cell: number, value: number, coverage: number): void {
    this.copy();
    this.coverage ??= new Float32Array(this.size).fill(1);
    this.values[cell] = value;
    this.coverage[cell] = coverage;
    // A row may stand there that said "no figure": the value is not from it.
    if (this.row) this.row[cell] = 0;
    // Shares of whole children are exact up to rounding of the sum.
    this.status[cell] = coverage > 1 - 1e-9 ? Status.derived : Status.partial;
  }

  gap(cell: number): void {
    this.copy();
    this.status[cell] = Status.expectedGap;
  }

  finish(column: Column, step: string): Column {
    if (!this.copied) return column;
    return {
      ...column,
      values: this.values,
      status: this.status,
      row: this.row,
      coverage: this.coverage,
      steps: [...column.steps, step],
    };
  }

  private copy(): void {
    if (this.copied) return;
    this.copied = true;
    this.values = this.values.slice();
    this.status = this.status.slice();
    this.row = this.row && this.row.slice();
    if (this.coverage) this.coverage = this.coverage.slice();
  }
}
