import { formatNumber, formatPeriodWords } from '../base/format';
import { INSUFFICIENT } from '../base/level';
import type { Period } from '../base/period';
import { sayBoth, type Text } from '../base/text';
import type { Levels } from '../levels/levels';
import { cellOf, type Column, type Panel } from '../panel/panel';
import { GATE_WORDS as WORDS } from './gate-text';
import type { KnownFact, KnownFacts } from './plan';

/** What the facts are worked out from: an assessment, or anything with the same parts. */
interface Figures {
  readonly panel: Panel;
  readonly levels: Pick<Levels, 'level'>;
}

/** Months over which lay-offs are counted. */
const LAYOFF_MONTHS = 12;
/** With fewer months than these of the twelve, the rate is not computed; with fewer than twelve it is scaled up. */
const LEAST_MONTHS = 10;
/** The level at which the six measures of 6.4 may be opened by decision. */
const ORANGE = 3;

const unknown = (source: Text): KnownFact => ({ value: NaN, source });

/** The facts that the figures themselves tell of a region at a period. What cannot be computed is NaN with its reason. */
export function dataFacts(figures: Figures, region: number, period: Period): KnownFacts {
  return new Map([
    ['area-layoff-rate', layoffRate(figures.panel, region, period)],
    ['months-at-orange', monthsAtOrange(figures, region, period)],
  ]);
}

/**
 * Reported mass lay-offs of the last 12 months per 100 employed. The employed are those of the region table, else the
 * employees insured against unemployment in the newest of these months that has a figure.
 */
function layoffRate(panel: Panel, region: number, period: Period): KnownFact {
  if (panel.frequency !== 'month') return unknown(WORDS.levelMonthly);
  const months = lastValues(panel, panel.columns.get('reported_layoffs'), region, period);
  const known = months.filter((v) => !Number.isNaN(v));
  if (known.length < LEAST_MONTHS) return unknown(sayBoth(WORDS.layoffsMissing, { count: known.length }));
  const layoffs = (known.reduce((sum, v) => sum + v, 0) * LAYOFF_MONTHS) / known.length;
  const employed = panel.tree.regions[region]!.employed;
  const insured = lastValues(panel, panel.columns.get('insured_employees'), region, period).findLast((v) => v > 0);
  const jobs = employed > 0 ? employed : insured;
  if (jobs === undefined) return unknown(WORDS.layoffsNoJobs);
  return {
    value: (layoffs / jobs) * 100,
    source: sayBoth(employed > 0 ? WORDS.layoffsPerEmployed : WORDS.layoffsPerInsured, {
      from: periodWords(panel, period - LAYOFF_MONTHS + 1),
      to: periodWords(panel, period),
      layoffs: formatNumber(layoffs),
      jobs: formatNumber(jobs),
    }),
  };
}

/** Values of the last 12 periods, oldest first; NaN where there is none. */
function lastValues(panel: Panel, column: Column | undefined, region: number, period: Period): number[] {
  return Array.from({ length: LAYOFF_MONTHS }, (_, k) => {
    const at = period - LAYOFF_MONTHS + 1 + k;
    const inside = at >= panel.first && at < panel.first + panel.count;
    return column && inside ? column.values[cellOf(panel, region, at)]! : NaN;
  });
}

/**
 * Months in a row at level Ⅱ or worse, the present one included; 0 below it. A month without a level neither counts nor
 * breaks the row: missing is no evidence of recovery, and none of distress.
 */
function monthsAtOrange({ panel, levels }: Figures, region: number, period: Period): KnownFact {
  if (panel.frequency !== 'month') return unknown(WORDS.levelMonthly);
  const levelAt = (at: Period): number => levels.level[cellOf(panel, region, at)]!;
  const words = periodWords(panel, period);
  if (levelAt(period) === INSUFFICIENT) return unknown(sayBoth(WORDS.levelUnknown, { period: words }));
  if (levelAt(period) < ORANGE) return { value: 0, source: sayBoth(WORDS.belowLevel, { period: words }) };
  let [count, since] = [0, period];
  for (let at = period; at >= panel.first && levelAt(at) >= ORANGE; at--) {
    if (levelAt(at) === INSUFFICIENT) continue;
    count += 1;
    since = at;
  }
  return { value: count, source: sayBoth(WORDS.sinceLevel, { from: periodWords(panel, since) }) };
}

function periodWords({ frequency, weekEndsOn }: Panel, period: Period): Text {
  return {
    zh: formatPeriodWords(frequency, period, 'zh', weekEndsOn),
    en: formatPeriodWords(frequency, period, 'en', weekEndsOn),
  };
}
