import { changeDetector } from './change';
import { cusumDetector } from './cusum';
import type { Detector, ParamValues } from './detector';
import { earsDetector } from './ears';
import { ewmaDetector } from './ewma';
import { levelDetector } from './level';
import { progressDetector } from './progress';
import { riseDetector } from './rise';
import { scaleDetector } from './scale';
import { streakDetector } from './streak';

/** Every detector, registered once: rules, command line, screens and tests all go by this list. */
export const DETECTORS: readonly Detector[] = [
  levelDetector,
  changeDetector,
  riseDetector,
  streakDetector,
  progressDetector,
  scaleDetector,
  earsDetector,
  cusumDetector,
  ewmaDetector,
];

const BY_KIND = new Map(DETECTORS.map((d) => [d.kind, d]));

/** The detector of a kind; undefined when there is none: outside names come through `parseParams` first. */
export function detectorOf(kind: string): Detector | undefined {
  return BY_KIND.get(kind);
}

export interface ParamFault {
  readonly path: string;
  readonly given: string;
  readonly expected: string;
}

/**
 * Parameters from outside, completed by defaults. Unknown names, wrong types and values out of bounds are all
 * collected; with any fault there are no parameters.
 */
export function parseParams(
  detector: Detector,
  raw: Readonly<Record<string, unknown>>,
): { params: ParamValues | null; faults: ParamFault[] } {
  const faults: ParamFault[] = [];
  const params: Record<string, number | string> = {};
  for (const name of Object.keys(raw)) {
    if (!Object.hasOwn(detector.params, name)) {
      faults.push({
        path: name,
        given: name,
        expected: `one of: ${Object.keys(detector.params).join(', ') || 'none'}`,
      });
    }
  }
  for (const [name, spec] of Object.entries(detector.params)) {
    const value = Object.hasOwn(raw, name) ? raw[name] : spec.default;
    if (spec.type !== 'option') {
      if (value === null && !Object.hasOwn(raw, name)) continue;
      const whole = spec.type === 'integer';
      const good = typeof value === 'number' && value >= spec.min && value <= spec.max;
      if (good && (!whole || Number.isInteger(value))) params[name] = value;
      else {
        const expected = `${whole ? 'whole number' : 'number'} ${spec.min}–${spec.max}`;
        faults.push({ path: name, given: JSON.stringify(value), expected });
      }
    } else if (typeof value === 'string' && spec.options.includes(value)) params[name] = value;
    else faults.push({ path: name, given: JSON.stringify(value), expected: `one of: ${spec.options.join(', ')}` });
  }
  return { params: faults.length === 0 ? params : null, faults };
}
