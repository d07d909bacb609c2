import { changeDetector } from './change';
import type { Detector } from './detector';
import { levelDetector } from './level';
import { progressDetector } from './progress';
import { riseDetector } from './rise';
import { scaleDetector } from './scale';
import { streakDetector } from './streak';

/**
 * Every detector is registered once, in one of two lists: rules, command line, screens and tests all go by them. These
 * are small and always at hand; the default rule set uses no others.
 */
const CORE: readonly Detector[] = [
  levelDetector,
  changeDetector,
  riseDetector,
  streakDetector,
  progressDetector,
  scaleDetector,
];

/** These weigh more than the first screen can bear: they are fetched when a rule first names them. */
const LARGE: Readonly<Record<string, () => Promise<Detector>>> = {
  ears: async () => (await import('./ears')).earsDetector,
  cusum: async () => (await import('./cusum')).cusumDetector,
  ewma: async () => (await import('./ewma')).ewmaDetector,
  michez: async () => (await import('./michez')).michezDetector,
  scoreboard: async () => (await import('./scoreboard')).scoreboardDetector,
  divergence: async () => (await import('./divergence')).divergenceDetector,
  farrington: async () => (await import('./farrington')).farringtonDetector,
  'robust-z': async () => (await import('./robust-z')).robustZDetector,
  forecast: async () => (await import('./forecast')).forecastDetector,
};

/** Kinds of all detectors, fetched or not. */
export const DETECTOR_KINDS: readonly string[] = [...CORE.map((d) => d.kind), ...Object.keys(LARGE)];

const fetched = new Map(CORE.map((d) => [d.kind, d]));

/**
 * The detector of a kind; undefined when there is none. A large one has to be fetched before, with `loadDetectors`:
 * asking for it too early is a bug.
 */
export function detectorOf(kind: string): Detector | undefined {
  const detector = fetched.get(kind);
  if (!detector && Object.hasOwn(LARGE, kind)) throw new Error(`detector ${kind} is not fetched`);
  return detector;
}

/** Fetches what is not at hand of these kinds (all, when left out); unknown kinds are passed over. */
export async function loadDetectors(kinds: readonly string[] = DETECTOR_KINDS): Promise<void> {
  const wanted = kinds.filter((kind) => Object.hasOwn(LARGE, kind) && !fetched.has(kind));
  for (const detector of await Promise.all(wanted.map((kind) => LARGE[kind]!()))) {
    fetched.set(detector.kind, detector);
  }
}

/** Kinds named in a rule set as it came, whatever else is wrong with it: what to fetch before it is checked. */
export function kindsIn(raw: unknown): string[] {
  const rules = (raw as { rules?: unknown } | null)?.rules;
  if (!Array.isArray(rules)) return [];
  return rules.flatMap((rule: { detector?: { kind?: unknown } } | null) => {
    const kind = rule?.detector?.kind;
    return typeof kind === 'string' ? [kind] : [];
  });
}
