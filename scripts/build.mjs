/** Builds `dist/` when anything that goes into it has changed since it was built; `--force` builds anyway. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './ensure.mjs';

const inputs = [
  'src',
  'public',
  'mock-data',
  'index.html',
  'vite.config.ts',
  'scripts/vite-csp.ts',
  'tsconfig.json',
  'package-lock.json',
];
// In dist itself: vite empties the folder first, so a stamp always belongs to the build beside it.
const stampFile = join(root, 'dist/.inputs');

export async function buildIfStale(force = false) {
  const wanted = hashOf(inputs);
  if (!force && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return false;
  const { build } = await import('vite');
  await build({ root, logLevel: 'warn' });
  writeFileSync(stampFile, wanted);
  return true;
}

function hashOf(paths) {
  const hash = createHash('sha256').update(process.version);
  const add = (path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) add(`${path}/${name}`);
    } else hash.update(`\0${path}\0`).update(readFileSync(full));
  };
  paths.forEach(add);
  return hash.digest('hex');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const built = await buildIfStale(process.argv.includes('--force'));
  console.log(built ? 'dist/ built' : 'dist/ is up to date');
}
