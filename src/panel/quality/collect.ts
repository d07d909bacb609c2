import type { Column, Panel } from '../panel';
import type { Collector, Finding } from './check';
import { QUALITY_CHECKS, type QualityCheckId, type QualityFlag } from './quality';

/** So many flags of a check are listed; the rest are counted and marked. */
const LISTED_PER_CHECK = 200;

const BIT: Readonly<Record<QualityCheckId, number>> = Object.fromEntries(
  QUALITY_CHECKS.map((id, k) => [id, 1 << k]),
) as Record<QualityCheckId, number>;

/** Checks that made a mark. */
export function checksOf(mark: number): QualityCheckId[] {
  return QUALITY_CHECKS.filter((id) => (mark & BIT[id]) !== 0);
}

/** `newBatch`: index of the batch that is looked at; null = all. Values elsewhere are history: marked, not told. */
export function createCollector(panel: Panel, newBatch: number | null): Collector {
  const marks = new Map<string, Uint16Array>();
  const counts = new Map(QUALITY_CHECKS.map((id) => [id, { checked: 0, flagged: 0, listed: 0 }]));
  const flags: QualityFlag[] = [];

  const isNew = (column: Column, cell: number): boolean =>
    column.row![cell]! > 0 && (newBatch === null || column.batch![cell] === newBatch);

  const mark = (column: Column, cell: number, check: QualityCheckId): void => {
    const { id } = column.indicator;
    let bits = marks.get(id);
    if (!bits) marks.set(id, (bits = new Uint16Array(column.values.length)));
    bits[cell]! |= BIT[check];
  };

  return {
    isNew,
    checked(check, count) {
      counts.get(check)!.checked += count;
    },
    isMarked: (column, cell, check) => ((marks.get(column.indicator.id)?.[cell] ?? 0) & BIT[check]) !== 0,
    add(check, column, finding) {
      const { cell, more = [], restsOn = [], whole } = finding;
      if (whole !== 'series' && whole !== 'office') {
        if (cell >= 0) mark(column, cell, check);
        for (const at of more) mark(at.column, at.cell, check);
      }
      const told = [...(cell >= 0 ? [{ column, cell }] : []), ...more, ...restsOn].some((at) =>
        isNew(at.column, at.cell),
      );
      if (!told) return;
      const count = counts.get(check)!;
      count.flagged++;
      if (count.listed >= LISTED_PER_CHECK) return;
      count.listed++;
      flags.push(flagOf(panel, check, column, finding));
    },
    finish: () => ({
      counts: QUALITY_CHECKS.map((check) => {
        const { checked, flagged } = counts.get(check)!;
        return { check, checked, flagged };
      }),
      flags,
      marks,
    }),
  };
}

function orNull(figure: number | undefined): number | null {
  return figure === undefined || !Number.isFinite(figure) ? null : figure;
}

function flagOf(panel: Panel, check: QualityCheckId, column: Column, finding: Finding): QualityFlag {
  const { cell, more = [], whole, low, high } = finding;
  const region = Math.floor(cell / panel.count);
  const batch = panel.batches[column.batch![cell]!];
  const single = whole === undefined;
  const { indicator } = column;
  return {
    check,
    regionCode: whole === 'regions' ? null : panel.tree.regions[region]!.code,
    indicatorId: whole === 'indicators' || whole === 'office' ? null : indicator.id,
    frequency: panel.frequency,
    period: whole === 'series' || whole === 'office' ? null : panel.first + (cell - region * panel.count),
    weekEndsOn: panel.weekEndsOn,
    count: 1 + more.length,
    value: single ? column.values[cell]! : null,
    low: orNull(low),
    high: orNull(high),
    unit: indicator.unit,
    decimals: indicator.decimals,
    source: batch?.name ?? '',
    row: column.row![cell]!,
    why: finding.why(),
  };
}
