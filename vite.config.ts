import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { contentSecurityPolicy } from './scripts/vite-csp.ts';

const TESTS = 'test/**/*.test.ts';
/** They put something else in the place of a module, or load the whole of zod, which gives all of it words. */
const WORLD_OF_THEIR_OWN = [
  'test/views/screens.test.ts',
  'test/views/warnings/screen.test.ts',
  'test/views/response/case-steps.test.ts',
  'test/views/response/trail/trail-screen.test.ts',
  'test/levels/preset-files.test.ts',
  'test/mock-data/{feed-server,contract}.test.ts',
  'test/cli/{assess-vintage,assess,backtest}.test.ts',
];

export default defineConfig({
  // Relative addresses: the built folder works under any sub-path of any static host.
  base: './',
  // Routes live in the hash, so a missing file must answer 404, not the page.
  appType: 'mpa',
  plugins: [react(), contentSecurityPolicy('public/config.json')],
  resolve: {
    // Three quarters of msw's weight, for cookies that nobody sets: docs/decisions/msw-without-public-suffixes.md.
    alias: { tldts: fileURLToPath(new URL('mock-data/no-public-suffixes.ts', import.meta.url)) },
  },
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    manifest: true,
    license: { fileName: 'licenses.md' },
    reportCompressedSize: false,
    // The size budget (scripts/size-budget.mjs) counts compressed bytes of whole loads instead.
    chunkSizeWarningLimit: 1500,
  },
  test: {
    environment: 'node',
    setupFiles: ['test/fast-check.ts'],
    // Browser tests run beside these on the same two cores: five seconds are soon gone, and no test is about its own time.
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        // One world for all: two hundred files share what they import, which saves a third of the time.
        test: { name: 'shared', include: [TESTS], exclude: ['test/e2e/**', ...WORLD_OF_THEIR_OWN], isolate: false },
      },
      { extends: true, test: { name: 'apart', include: WORLD_OF_THEIR_OWN } },
    ],
    reporters: ['default', ['json', { outputFile: 'node_modules/.cache/fengsui/unit.json' }]],
    coverage: {
      provider: 'v8',
      include: ['src/detectors/**', 'src/signals/**', 'src/levels/**'],
      reporter: ['text', 'json-summary'],
      thresholds: { lines: 95, branches: 95 },
    },
  },
});
