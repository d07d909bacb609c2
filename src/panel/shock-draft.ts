import type { Indicator } from '../base/indicators';
import type { Issue } from '../base/issue';
import { formatPeriod, type Period } from '../base/period';
import { Status } from '../base/status';
import type { Column, Panel } from './panel';

/** A column while it is changed: what was there, what is there now, and what the range stopped. */
export class ShockDraft {
  readonly before: Float64Array;
  readonly values: Float64Array;
  readonly status: Uint8Array;
  readonly indicator: Indicator;
  /** 1 for regions whose figures were changed themselves. */
  readonly touched: Uint8Array;
  private readonly panel: Panel;
  private readonly column: Column;
  /** By region: first period that the range stopped, what it would have been, and how many there are. */
  private readonly stopped = new Map<number, { period: Period; value: number; count: number }>();

  constructor(panel: Panel, column: Column) {
    this.panel = panel;
    this.column = column;
    this.indicator = column.indicator;
    this.before = column.values;
    this.values = column.values.slice();
    this.status = column.status.slice();
    this.touched = new Uint8Array(panel.tree.regions.length);
  }

  /** Puts a value within the plausible range. */
  put(region: number, t: number, value: number): void {
    const [low, high] = this.indicator.range;
    const within = Math.min(Math.max(value, low), high);
    const cell = region * this.panel.count + t;
    if (within !== value) {
      const known = this.stopped.get(region);
      if (known) known.count++;
      else this.stopped.set(region, { period: this.panel.first + t, value, count: 1 });
    }
    // A projection: supposed like the rest, and graded.
    if (this.values[cell] !== this.values[cell]) this.status[cell] = Status.provisional;
    this.values[cell] = within;
  }

  issues(): Issue[] {
    const { tree, frequency, weekEndsOn } = this.panel;
    const { id, range } = this.indicator;
    const expected = `${range[0]}–${range[1]}`;
    return [...this.stopped].map(([region, { period, value, count }]) => ({
      type: 'out_of_range' as const,
      severity: 'note' as const,
      row: 0,
      column: id,
      given: String(Number(value.toPrecision(6))),
      expected: { zh: expected, en: expected },
      detail: {
        zh: `推演值超出合理范围，已止于边界（共${count}期）`,
        en: `the supposed value leaves the plausible range and stops at its end (${count} in all)`,
      },
      where: `${tree.regions[region]!.name.zh} ${formatPeriod(frequency, period, weekEndsOn)}`,
    }));
  }

  finish(step: string): Column {
    const { values, status, column } = this;
    return { ...column, values, status, revisions: null, steps: [...column.steps, step] };
  }
}
