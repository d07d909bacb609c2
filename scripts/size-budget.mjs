/**
 * Compressed sizes of the built page. The hard line is on what the first page needs before any route is chosen
 * (entry, its static imports, styles); the whole first load of the overview, 500 kB, is measured in a real
 * browser by test/e2e/size.spec.ts, since only that knows what is fetched.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './ensure.mjs';

const entryBudget = 150_000;
const dist = join(root, 'dist');
const gzip = (file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
const kB = (bytes) => `${(bytes / 1000).toFixed(1).padStart(8)} kB`;

const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
const first = new Set(['index.html']);
const visit = (key) => {
  const { file, css = [], imports = [] } = manifest[key];
  if (first.has(file)) return;
  for (const name of [file, ...css]) first.add(name);
  imports.forEach(visit);
};
visit('index.html');

const assets = readdirSync(join(dist, 'assets')).map((name) => `assets/${name}`);
const scripts = assets.filter((file) => /\.(js|css)$/.test(file)).map((file) => ({ file, size: gzip(file) }));
scripts.sort((a, b) => b.size - a.size);

console.log('gzip size of the biggest chunks (* = needed before any route):');
for (const { file, size } of scripts.slice(0, 15)) console.log(`${kB(size)} ${first.has(file) ? '*' : ' '} ${file}`);
console.log(`${kB(scripts.reduce((sum, { size }) => sum + size, 0))}   all ${scripts.length} scripts and styles`);

const entry = [...first].reduce((sum, file) => sum + gzip(file), 0);
console.log(`${kB(entry)} * first page, budget ${kB(entryBudget).trim()}`);
if (entry > entryBudget) {
  console.error('The first page is over its budget: load what only one route needs with import() in that route.');
  process.exitCode = 1;
}
