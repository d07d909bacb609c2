import { createHash } from 'node:crypto';
import { type Assessment, assess } from '../../src/assess';
import { defaultCatalogue } from '../../src/base/catalogue';
import { type Day, parsePeriod } from '../../src/base/period';
import type { RegionTree } from '../../src/base/regions';
import { defaultScheme } from '../../src/levels/load-scheme';
import { type FeedResult, readFeed } from '../../src/observations/read-feed';
import { buildPanels } from '../../src/panel/build';
import type { Panels } from '../../src/panel/panel';
import { defaultRuleSet } from '../../src/signals/load-rule-set';
import { type Bodies, demonstrationBodies } from '../../mock-data/bodies';
import type { FeedCatalog, FeedObservations } from '../../mock-data/feed';
import { AS_OF } from '../../mock-data/timeline';

export function digestOf(bodies: Bodies): string {
  const hash = createHash('sha256');
  for (const [path, { bytes }] of bodies) hash.update(path).update(bytes);
  return hash.digest('hex');
}

export function parsed<T>(bodies: Bodies, path: string): T {
  return JSON.parse(new TextDecoder().decode(bodies.get(path)!.bytes)) as T;
}

export function observationsOf(bodies: Bodies): FeedObservations[] {
  return parsed<FeedCatalog>(bodies, 'catalog.json').observations.map(({ url }) =>
    parsed<FeedObservations>(bodies, url),
  );
}

/** The way of the product: answers of the feed → reader → panels. */
export function readDemonstration(bodies: Bodies): { feed: FeedResult; tree: RegionTree; panels: Panels } {
  const catalog = parsed<FeedCatalog>(bodies, 'catalog.json');
  const feed = readFeed(
    {
      name: catalog.name.zh,
      catalog: bodies.get('catalog.json')!.bytes.buffer,
      observations: catalog.observations.map(({ indicator, url }) => ({
        indicator,
        body: bodies.get(url)!.bytes.buffer,
      })),
    },
    defaultCatalogue(),
  );
  if (!feed.tree) throw new Error('no region tree');
  const batch = {
    id: feed.digest,
    name: catalog.name.zh,
    source: feed.source,
    takenOn: AS_OF,
    demonstration: feed.demonstration,
    observations: feed.observations,
  };
  return { feed, tree: feed.tree, panels: buildPanels([batch], feed.tree, defaultCatalogue()).panels };
}

export function assessDemonstration(
  seed?: string,
  asOf: Day | null = AS_OF,
): { tree: RegionTree; assessment: Assessment } {
  const { tree, panels } = readDemonstration(demonstrationBodies(seed));
  return { tree, assessment: assess(panels, { ruleSet: defaultRuleSet(), scheme: defaultScheme() }, asOf) };
}

/** Level bytes of one region between two months, both included. */
export function levelsOf(
  { tree, assessment }: ReturnType<typeof assessDemonstration>,
  code: string,
  from: string,
  to: string,
): number[] {
  const { panel, levels } = assessment;
  const region = tree.indexOf.get(code);
  if (region === undefined) throw new Error(`no region ${code}`);
  const start = region * panel.count - panel.first;
  return Array.from(levels.level.slice(start + month(from), start + month(to) + 1));
}

function month(text: string): number {
  const at = parsePeriod(text);
  if (at?.frequency !== 'month') throw new Error(`not a month: ${text}`);
  return at.period;
}
