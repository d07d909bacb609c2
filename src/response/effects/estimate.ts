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
  /** What speaks against any comparison of these figures; empty = nothing. */
  readonly faults: readonly Text[];
  /** A difference with its unit, in words. */
  readonly words: (value: number) => Text;
  /** The same of a size, without a sign. */
  readonly size: (value: number) => Text;
  /** The number of a difference alone. */
  readonly figure: (value: number) => string;
}

/** Difference in differences with one treated region: its change against the changes of the controls. */
export function byDifference(compared: Compared): DifferenceAnswer {
  const { own, controls, before, perYear, words, figure } = compared;
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
  const recent = Math.max(LINES.lead, Math.round(perYear / 4));
  const leadOf = (values: Float64Array): number =>
    meanOf(values.subarray(before - recent, before)) - meanOf(values.subarray(0, before - recent));
  const lead = oneAgainstOthers(leadOf(own), Float64Array.from(controls, leadOf));
  const scatters = [own, ...controls].map((_, k) => scatterOf([own, ...controls], k, before));
  const usual = Math.sqrt(meanOf(Float64Array.from(scatters.slice(1), (s) => s * s)));
  const noise = scatters[0] === 0 ? 0 : scatters[0]! / usual;
  const faults: Text[] = [...compared.faults];
  if (trend.p < LINES.trendP) {
    const { perYear: at, low, high } = trend;
    faults.push(sayBoth(WORDS.trendsDiffer, { slope: words(at), low: figure(low), high: words(high) }));
  }
  if (lead.p < LINES.trendP) {
    faults.push(sayBoth(WORDS.beganBefore, { n: recent, value: words(lead.difference) }));
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
    lead: { difference: lead.difference, p: lead.p },
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
export function bySynthetic(compared: Compared): SyntheticRun {
  const { own, controls, before, perYear, size } = compared;
  const run = syntheticControl(own, controls, before);
  const placebos = placeboControls(own, controls, before);
  const test = placeboTest(run, placebos, before);
  const usualMisfit = medianOf(placebos.map((p) => p.rmsBefore));
  const faults: Text[] = [...compared.faults];
  if (controls.length < LINES.placebos) {
    faults.push(sayBoth(WORDS.fewPlacebos, { least: LINES.placebos, n: controls.length }));
  }
  if (run.rmsBefore > LINES.misfit * usualMisfit) {
    const ratio = formatNumber(run.rmsBefore / usualMisfit, 1);
    faults.push(sayBoth(WORDS.misfit, { misfit: size(run.rmsBefore), ratio }));
  }
  const recent = Math.max(LINES.lead, Math.round(perYear / 4));
  const outOf = ({ gap, rmsBefore }: SyntheticControl): number =>
    rmsBefore === 0 ? 0 : Math.abs(meanOf(gap.subarray(before - recent, before))) / rmsBefore;
  const out = outOf(run) * (1 - 1e-12);
  const leadP = (1 + placebos.filter((p) => outOf(p) >= out).length) / (placebos.length + 1);
  if (leadP <= LINES.trendP) faults.push(sayBoth(WORDS.leftTwin, { n: recent }));
  // One in twenty, or what so few regions allow at best.
  const line = Math.max(0.05, 1 / (controls.length + 1)) + 1e-12;
  return {
    answer: {
      finding: faults.length > 0 ? 'untold' : test.p <= line ? 'effect' : 'none',
      faults,
      difference: run.meanAfter,
      misfit: run.rmsBefore,
      usualMisfit,
      leadP,
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
