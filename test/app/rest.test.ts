import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const src = fileURLToPath(new URL('../../src', import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => path.replaceAll('\\', '/'));

/** What a file fetches when it needs it, as paths below src/. */
function fetchedBy(path: string): string[] {
  const text = readFileSync(join(src, path), 'utf8');
  return Array.from(text.matchAll(/import\(\s*'(\.[^']+)'/g), ([, to]) =>
    relative(src, join(src, dirname(path), to!)).replaceAll('\\', '/'),
  );
}

/** Fetched in whole once the first screen stands: by the page, by the engine's worker, by the worker that writes files. */
const AHEAD = [
  'app/rest.ts',
  'views/plan/tabs.ts',
  'views/response/tabs.ts',
  'views/rules/tabs.ts',
  'views/briefing/parts.ts',
  'views/help/parts.ts',
  'detectors/registry.ts',
  'platform/engine.worker.ts',
  'publish/publish-job.ts',
];

/** Why it need not be fetched ahead. */
const NEEDLESS: Readonly<Record<string, string>> = {
  'charts/Chart': 'is part of the first load',
  'views/help/HelpLayer': 'is part of the first load',
  'store/feed-world': 'is loaded with the feed itself',
  'platform/config-shape': 'is loaded at start, where there is a configuration',
  'mock-data/start-demo': 'is part of the first load',
  'platform/engine': 'is loaded at start, where no worker can be had',
  'platform/engine-host': 'is loaded at start, where no worker can be had',
  'platform/storage': 'is loaded at start, where no worker can be had',
  'publish/publish-job': 'stands in for a worker that cannot be had',
  'publish/package-jobs': 'stands in for a worker that cannot be had',
};

test('once the first screen stands everything is at hand: the network may go', () => {
  const ahead = new Set(AHEAD.flatMap(fetchedBy));
  const late = files
    .filter((path) => !AHEAD.includes(path) && !path.startsWith('cli/'))
    .flatMap((path) => fetchedBy(path).map((to) => [path, to] as const))
    .filter(([, to]) => !ahead.has(to) && !(to in NEEDLESS) && !to.endsWith('.json') && !to.startsWith('../mock-data'));
  expect(late.map(([path, to]) => `${path} fetches ${to}: add it to app/rest.ts or engine.worker.ts`)).toEqual([]);
});

test('no exception stands for something that nobody fetches any more', () => {
  const all = new Set(files.flatMap(fetchedBy));
  const gone = Object.keys(NEEDLESS).filter((to) => !all.has(to) && !all.has(`../${to}`));
  expect(gone).toEqual([]);
});
