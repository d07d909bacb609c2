import { defaultCatalogue } from '../../src/base/catalogue';
import type { Indicator } from '../../src/base/indicators';
import { demonstrationBodies } from '../../mock-data/bodies';
import type { FeedCatalog, FeedObservations } from '../../mock-data/feed';
import { observationsOf, parsed } from './demonstration';

/** The shipped demonstration as its readers get it. */
export const bodies = demonstrationBodies();
export const catalog = parsed<FeedCatalog>(bodies, 'catalog.json');
export const all = observationsOf(bodies);
export const monthly = all.filter((o) => o.frequency === 'month');
/** Codes of the region and its 12 leagues and cities. */
export const parents = catalog.regions.filter((r) => r.level !== 'county').map((r) => r.code);

export function of(id: string): FeedObservations {
  return all.find((o) => o.indicator === id)!;
}

export function valuesOf(id: string, code: string): readonly (number | null)[] {
  return of(id).series.find((s) => s.region === code)!.values;
}

export function indicatorOf(id: string): Indicator {
  return defaultCatalogue().byId.get(id)!;
}

export function childrenOf(code: string): string[] {
  return catalog.regions.filter((r) => r.parent_code === code).map((r) => r.code);
}
