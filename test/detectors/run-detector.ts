import { type Detector, makeOutput, makeScratch, type SeriesInput } from '../../src/detectors/detector';
import type { ParamValues } from '../../src/detectors/params';
import { detectorOf, loadDetectors } from '../../src/detectors/registry';
import { parseParams } from '../../src/detectors/params';

await loadDetectors();

/** Runs a detector over one series written down as numbers; unknown kinds and parameters throw. */
export function run(
  kind: string,
  raw: Readonly<Record<string, unknown>>,
  values: readonly number[],
  over: Partial<SeriesInput> = {},
): { statistic: number[]; expected: number[]; bound: number[]; alarm: number[] } {
  const { detector, params } = bound(kind, raw);
  const out = makeOutput(values.length);
  const input: SeriesInput = {
    values: Float64Array.from(values),
    offset: 0,
    count: values.length,
    sign: 1,
    kind: 'rate',
    periodsPerYear: 12,
    firstSeason: 0,
    firstPeriod: 0,
    labourForce: NaN,
    targets: null,
    against: null,
    peers: null,
    ...over,
  };
  detector.run(input, params, out, makeScratch(input.count));
  return {
    statistic: Array.from(out.statistic),
    expected: Array.from(out.expected),
    bound: Array.from(out.bound),
    alarm: Array.from(out.alarm),
  };
}

export function bound(
  kind: string,
  raw: Readonly<Record<string, unknown>>,
): { detector: Detector; params: ParamValues } {
  const detector = detectorOf(kind);
  const parsed = detector && parseParams(detector, raw);
  if (!detector || !parsed?.params) throw new Error(`${kind}: ${JSON.stringify(parsed?.faults)}`);
  return { detector, params: parsed.params };
}
