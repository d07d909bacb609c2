import { formatNumber } from '../../base/format';
import { sayBoth, type Text } from '../../base/text';
import { oneAgainstOthers, slopeOf } from '../../stats/effects/one-against-others';
import {
  placeboControls,
  placeboTest,
  type SyntheticControl,
  syntheticControl,
} from '../../stats/effects/synthetic-control';
import { type DifferenceAnswer, EFFECT_LINES as LINES, type SyntheticAnswer } from './effect';
import { EFFECT_WORDS as WORDS } from './text';

/** Own series and those of the controls, position by position; the first `before` positions lie before the start. */
export interface Compared {
  readonly own: Float64Array;
  readonly controls: readonly Float64Array[];
  readonly before: number;
  /** Positions of a year, for slopes per year. */
  readonly perYear: number;
  /** A difference with its unit, in words. */
  readonly words: (value: number) => Text;
}

/** Difference in differences with one treated region: its change against the changes of the controls. */
export function byDifference({ own, controls, before, perYear, words }: Compared): DifferenceAnswer {
  const means = (values: Float64Array): readonly [number, number] => [
    meanOf(values.subarray(0, before)),
    meanOf(values.subarray(before)),
  ];
  const ownMeans = means(own);
  const all = controls.map(means);
  const found = oneAgainstOthers(
    ownMeans[1] - ownMeans[0],
    Float64Array.from(all, ([a, b]) => b - a),
  );
  const slope = oneAgainstOthers(
    slopeOf(own, before) * perYear,
    Float64Array.from(controls, (values) => slopeOf(values, before) * perYear),
  );
  const trend = { perYear: slope.difference, low: slope.low, high: slope.high, p: slope.p };
  const scatters = [own, ...controls].map((_, k) => scatterOf([own, ...controls], k, before));
  const usual = Math.sqrt(meanOf(Float64Array.from(scatters.slice(1), (s) => s * s)));
  const noise = scatters[0] === 0 ? 0 : scatters[0]! / usual;
  const faults: Text[] = [];
  if (trend.p < LINES.trendP) {
    const [at, low, high] = [trend.perYear, trend.low, trend.high].map(words);
    faults.push(sayBoth(WORDS.trendsDiffer, { slope: at!, low: low!, high: high! }));
  }
  if (noise > LINES.noise) faults.push(sayBoth(WORDS.noisy, { ratio: formatNumber(noise, 1) }));
  const apart = found.low > 0 || found.high < 0;
  return {
    ...found,
    finding: faults.length > 0 ? 'untold' : apart ? 'effect' : 'none',
    faults,
    own: ownMeans,
    controls: [meanOf(Float64Array.from(all, ([a]) => a)), meanOf(Float64Array.from(all, ([, b]) => b))],
    trend,
    noise,
  };
}

/** Scatter of one series around the mean of all others before the start, its own level taken out. */
function scatterOf(series: readonly Float64Array[], which: number, before: number): number {
  const gap = Float64Array.from({ length: before }, (_, t) => {
    let others = 0;
    for (let k = 0; k < series.length; k++) if (k !== which) others += series[k]![t]!;
    return series[which]![t]! - others / (series.length - 1);
  });
  const mean = meanOf(gap);
  return Math.sqrt(meanOf(gap.map((v) => (v - mean) * (v - mean))));
}

export interface SyntheticRun {
  readonly answer: SyntheticAnswer;
  readonly own: SyntheticControl;
  readonly placebos: readonly SyntheticControl[];
}

/** Synthetic control, and each control's own as a placebo. */
export function bySynthetic({ own, controls, before, words }: Compared): SyntheticRun {
  const run = syntheticControl(own, controls, before);
  const placebos = placeboControls(own, controls, before);
  const test = placeboTest(run, placebos, before);
  const usualMisfit = medianOf(placebos.map((p) => p.rmsBefore));
  const faults: Text[] = [];
  if (controls.length < LINES.placebos) {
    faults.push(sayBoth(WORDS.fewPlacebos, { least: LINES.placebos, n: controls.length }));
  }
  if (run.rmsBefore > LINES.misfit * usualMisfit) {
    const ratio = formatNumber(run.rmsBefore / usualMisfit, 1);
    faults.push(sayBoth(WORDS.misfit, { misfit: words(run.rmsBefore), ratio }));
  }
  // One in twenty, or what so few regions allow at best.
  const line = Math.max(0.05, 1 / (controls.length + 1)) + 1e-12;
  return {
    answer: {
      finding: faults.length > 0 ? 'untold' : test.p <= line ? 'effect' : 'none',
      faults,
      difference: run.meanAfter,
      misfit: run.rmsBefore,
      usualMisfit,
      ...test,
    },
    own: run,
    placebos,
  };
}

/** Position by position the 5 % and 95 % points of the placebos' gaps: linear between ranks. */
export function chanceBand(placebos: readonly SyntheticControl[]): { low: Float64Array; high: Float64Array } {
  const length = placebos[0]?.gap.length ?? 0;
  const at = (share: number): Float64Array =>
    Float64Array.from({ length }, (_, t) => {
      const sorted = placebos.map((p) => p.gap[t]!).sort((a, b) => a - b);
      const place = share * (sorted.length - 1);
      const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
      return low + (place - Math.floor(place)) * (high - low);
    });
  return { low: at(0.05), high: at(0.95) };
}

export function meanOf(values: Float64Array): number {
  return values.reduce((sum, v) => sum + v, 0) / values.length;
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
}
