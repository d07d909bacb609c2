import { formatNumber, formatShare } from '../../base/format';
import { type Period, PERIODS_PER_YEAR } from '../../base/period';
import { sayBoth, type Text } from '../../base/text';
import { periodWords } from '../../levels/words';
import type { Column, Panel } from '../../panel/panel';
import type { FigureSeen } from '../trail/act';
import { figureAt } from './figure';
import { SCALE_WORDS as WORDS } from './scale-text';
import { spanWords, valueWords } from './words';

/** One way of counting the persons affected. */
interface Count {
  readonly id: string;
  readonly name: Text;
  /** The first of these that the data has is taken. */
  readonly indicators: readonly string[];
  /** `stock`: now less the same period before the warning. `flow`: the sum of the last periods less the same periods. */
  readonly of: 'stock' | 'flow';
  /** −1: a fall is what affects people. */
  readonly sign: 1 | -1;
  /**
   * It may be taken for the number of persons affected. Others are told beside it: jobs are no persons, and who is no
   * longer insured may have retired or moved.
   */
  readonly persons: boolean;
}

const COUNTS: readonly Count[] = [
  {
    id: 'unemployed',
    name: WORDS.unemployed,
    indicators: ['unemployed_persons', 'unemployed_persons_nsa', 'unemployed_persons_sa'],
    of: 'stock',
    sign: 1,
    persons: true,
  },
  {
    id: 'recipients',
    name: WORDS.recipients,
    indicators: ['benefit_recipients'],
    of: 'stock',
    sign: 1,
    persons: true,
  },
  { id: 'layoffs', name: WORDS.layoffs, indicators: ['reported_layoffs'], of: 'flow', sign: 1, persons: true },
  { id: 'claims', name: WORDS.claims, indicators: ['new_benefit_claims'], of: 'flow', sign: 1, persons: true },
  { id: 'insured', name: WORDS.insured, indicators: ['insured_employees'], of: 'stock', sign: -1, persons: false },
  { id: 'jobs', name: WORDS.jobs, indicators: ['monitored_jobs'], of: 'stock', sign: -1, persons: false },
];

/** What the panel has to be prepared with (reported form) before `scaleOf` can count; what is not in the data does no harm. */
export const SCALE_INDICATORS: readonly string[] = [...COUNTS.flatMap((c) => c.indicators), 'labor_force'];

export interface ScaleCount {
  readonly id: string;
  readonly name: Text;
  readonly indicatorId: string;
  /** In persons (jobs: in jobs), larger is worse, negative where things are better than before; null = cannot be told. */
  readonly value: number | null;
  /** The value in per cent of the earlier figure; null where there is none to divide by. */
  readonly percent: number | null;
  /** How it is worked out, with the figures; where it cannot be told, why. */
  readonly words: Text;
  /** It may be taken for the number of persons affected. */
  readonly countsPersons: boolean;
  /** Figures that went in, oldest first: first those of before, then the present ones. */
  readonly figures: readonly FigureSeen[];
}

export interface Scale {
  readonly counts: readonly ScaleCount[];
  /** Persons affected: the largest count of persons (they overlap and are never added up); 0 where none has risen; null = cannot be told. */
  readonly persons: number | null;
  /** How `persons` was come by; where it cannot be told, why. */
  readonly basis: Text;
  /** Share of the labour force, 0–1, and in words; null where its size is not known. */
  readonly share: number | null;
  readonly shareWords: Text | null;
}

/** A figure that is not out yet is replaced by the newest one that is at most so many periods older; ours. */
const OLDER_BY = 2;

/**
 * How many persons a warning concerns, from the figures. Stocks are set against the same period of the last year before
 * the warning began; flows are summed over the periods since then (at least a quarter, at most a year; half a year when
 * `since` is null; ours) and set against the same periods of that year. Anything missing in a sum makes it unknown, as does a
 * figure that is put together from some of the parts only.
 */
export function scaleOf(panel: Panel, regionCode: string, period: Period, since: Period | null): Scale {
  const region = panel.tree.indexOf.get(regionCode);
  const counts =
    region === undefined
      ? []
      : COUNTS.flatMap((count) => {
          const column = count.indicators
            .map((id) => panel.columns.get(id))
            .find((c) => c && reports(panel, c, region));
          return column ? [counted(panel, column, region, count, period, since)] : [];
        });
  const known = counts.filter((c) => c.countsPersons && c.value !== null);
  const largest = known.toSorted((a, b) => b.value! - a.value!)[0];
  if (!largest) {
    const basis = counts.some((c) => c.countsPersons) ? WORDS.noneComputable : WORDS.noneInData;
    return { counts, persons: null, basis, share: null, shareWords: null };
  }
  if (largest.value! <= 0) return { counts, persons: 0, basis: WORDS.noRise, share: 0, shareWords: null };
  const persons = largest.value!;
  const force = labourForceOf(panel, region!, period);
  return {
    counts,
    persons,
    basis: known.length > 1 ? sayBoth(WORDS.largest, { words: largest.words }) : largest.words,
    share: force === null ? null : persons / force,
    shareWords:
      force === null
        ? null
        : sayBoth(WORDS.share, { share: formatShare(persons / force, 2), force: formatNumber(force, 0) }),
  };
}

function counted(
  panel: Panel,
  column: Column,
  region: number,
  count: Count,
  period: Period,
  since: Period | null,
): ScaleCount {
  const { indicator } = column;
  const result = { id: count.id, name: count.name, indicatorId: indicator.id, countsPersons: count.persons };
  const unknown = (words: Text): ScaleCount => ({ ...result, value: null, percent: null, words, figures: [] });
  const last = newestOf(panel, column, region, period);
  if (last === null) {
    return unknown(
      sayBoth(WORDS.noFigure, { indicator: indicator.name, period: spanWords(panel, period - OLDER_BY, period) }),
    );
  }
  const perYear = PERIODS_PER_YEAR[panel.frequency];
  const back = perYear * (since === null ? 1 : Math.max(1, Math.ceil((last - since + 1) / perYear)));
  const length = count.of === 'stock' ? 1 : windowOf(perYear, last, since);
  const now = stretch(panel, column, region, last, length);
  const before = stretch(panel, column, region, last - back, length);
  const gap = before.gap ?? now.gap;
  if (gap)
    return unknown(
      sayBoth(WORDS.gap, { indicator: indicator.name, period: periodWords(panel.frequency, gap, panel.weekEndsOn) }),
    );
  const partial = before.partial ?? now.partial;
  if (partial) {
    const at = periodWords(panel.frequency, partial.period, panel.weekEndsOn);
    return unknown(
      sayBoth(WORDS.partial, { indicator: indicator.name, period: at, share: formatShare(partial.share, 1) }),
    );
  }
  const change = now.sum - before.sum;
  const value = count.sign * change || 0;
  const amount = (v: number): Text => valueWords(v, indicator);
  return {
    ...result,
    value,
    percent: before.sum > 0 ? (100 * value) / before.sum : null,
    words: sayBoth(WORDS[`${count.of}${change < 0 ? 'Fall' : 'Rise'}`], {
      indicator: indicator.name,
      period: spanWords(panel, last - length + 1, last),
      now: amount(now.sum),
      earlier: spanWords(panel, last - back - length + 1, last - back),
      before: amount(before.sum),
      amount: amount(Math.abs(change)),
    }),
    figures: [...before.figures, ...now.figures],
  };
}

/** A quarter to a year of periods, as many as the warning has lasted. */
function windowOf(perYear: number, last: Period, since: Period | null): number {
  const least = Math.max(1, Math.round(perYear / 4));
  if (since === null) return Math.max(1, Math.round(perYear / 2));
  return Math.min(perYear, Math.max(least, last - since + 1));
}

interface Stretch {
  readonly sum: number;
  readonly figures: readonly FigureSeen[];
  /** First period without a figure; first one that is put together from some of the parts. */
  readonly gap: Period | null;
  readonly partial: { readonly period: Period; readonly share: number } | null;
}

function stretch(panel: Panel, column: Column, region: number, last: Period, length: number): Stretch {
  let sum = 0;
  let gap: Period | null = null;
  let partial: Stretch['partial'] = null;
  const figures: FigureSeen[] = [];
  for (let period = last - length + 1; period <= last; period++) {
    const t = period - panel.first;
    const cell = region * panel.count + t;
    const value = t >= 0 && t < panel.count ? column.values[cell]! : NaN;
    if (Number.isNaN(value)) {
      gap ??= period;
      continue;
    }
    const share = column.coverage?.[cell] ?? 1;
    // Shares of whole children are exact up to rounding.
    if (share < 1 - 1e-6) partial ??= { period, share };
    sum += value;
    figures.push(figureAt(panel, column, region, period));
  }
  return { sum, figures, gap, partial };
}

function reports(panel: Panel, column: Column, region: number): boolean {
  return column.values.subarray(region * panel.count, (region + 1) * panel.count).some((v) => !Number.isNaN(v));
}

/** Newest period with a figure, at most `OLDER_BY` before the one asked for. */
function newestOf(panel: Panel, column: Column, region: number, period: Period): Period | null {
  for (let at = period; at >= Math.max(panel.first, period - OLDER_BY); at--) {
    const t = at - panel.first;
    if (t < panel.count && !Number.isNaN(column.values[region * panel.count + t])) return at;
  }
  return null;
}

function labourForceOf(panel: Panel, region: number, period: Period): number | null {
  const { labourForce } = panel.tree.regions[region]!;
  if (labourForce > 0) return labourForce;
  const column = panel.columns.get('labor_force');
  const at = column ? newestOf(panel, column, region, period) : null;
  const size = at === null ? NaN : column!.values[region * panel.count + at - panel.first]!;
  return size > 0 ? size : null;
}
