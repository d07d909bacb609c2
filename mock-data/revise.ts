import { type Bodies, bodyOf } from './bodies';
import type { FeedCatalog, FeedObservations } from './feed';

export interface Revision {
  readonly indicator: string;
  readonly region: string;
  /** Position from the first period. */
  readonly t: number;
  readonly value: number | null;
  /** Day on which it became known, with the earlier value kept as the contract asks; null = simply overwritten. */
  readonly knownOn: string | null;
}

/** The feed after one of its monthly values was revised, with a new version of the data. */
export function revised(
  bodies: Bodies,
  { indicator, region, t, value, knownOn }: Revision,
): Map<string, ReturnType<typeof bodyOf>> {
  const path = `observations/${indicator}.month.json`;
  const before = contentOf<FeedObservations>(bodies, path);
  const catalog = contentOf<FeedCatalog>(bodies, 'catalog.json');
  const series = before.series.map((s) => (s.region === region ? { ...s, values: s.values.with(t, value) } : s));
  const period = monthAt(before.first, t);
  const was = before.series.find((s) => s.region === region)?.values[t] ?? null;
  const own = ([code, at]: readonly [string, string, ...unknown[]]): boolean => code === region && at === period;
  const since = before.late.find(own)?.[2] ?? before.published[t] ?? null;
  const dated =
    knownOn === null || was === null || since === null
      ? {}
      : {
          late: [...before.late.filter((entry) => !own(entry)), [region, period, knownOn]],
          revisions: [...before.revisions, [region, period, was, since]],
        };
  const version = /^(.*?)(?:\+(\d+))?$/.exec(catalog.dataVersion)!;
  const dataVersion = `${version[1]}+${Number(version[2] ?? 0) + 1}`;
  return new Map([
    ...bodies,
    ['catalog.json', bodyOf({ ...catalog, dataVersion })],
    [path, bodyOf({ ...before, series, ...dated })],
  ]);
}

/** Only these indicators of a feed: small enough for a try. */
export function onlyIndicators(bodies: Bodies, indicators: readonly string[]): Map<string, ReturnType<typeof bodyOf>> {
  const catalog = contentOf<FeedCatalog>(bodies, 'catalog.json');
  const observations = catalog.observations.filter((o) => indicators.includes(o.indicator) && o.frequency === 'month');
  return new Map([
    ['catalog.json', bodyOf({ ...catalog, observations })],
    ...observations.map(({ url }) => [url, bodies.get(url)!] as const),
  ]);
}

export function contentOf<T>(bodies: Bodies, path: string): T {
  return JSON.parse(new TextDecoder().decode(bodies.get(path)!.bytes)) as T;
}

function monthAt(first: string, t: number): string {
  const [year, month] = first.split('-').map(Number) as [number, number];
  const months = year * 12 + month - 1 + t;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}
