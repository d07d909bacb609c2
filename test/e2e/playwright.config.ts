import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = `${root}node_modules/.cache/fengsui`;
const port = 4317;
const ALONE = ['scrub-speed.spec.ts', 'warnings-speed.spec.ts', 'kill.spec.ts'];

export default defineConfig({
  testDir: '.',
  outputDir: `${root}test-results`,
  // Two files at a time: a test waits more than it computes. What measures time or kills a browser runs by itself afterwards.
  workers: 2,
  projects: [
    { name: 'together', testIgnore: ALONE },
    ...ALONE.map((testMatch, k) => ({
      name: `alone-${k + 1}`,
      testMatch,
      dependencies: [k === 0 ? 'together' : `alone-${k}`],
    })),
  ],
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  // A loaded machine may be late once; what passes only at the second try is counted apart and told.
  retries: 1,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: `${cache}/e2e.json` }]],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
    // Tracing every test costs a tenth of the time; what fails once is traced when it runs again.
    trace: 'on-first-retry',
    launchOptions: {
      executablePath: browserPath(),
      // No sandbox: in containers one is root. The rest keeps the browser from calling anybody by itself.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `node scripts/start.mjs --port ${port}`,
    cwd: root,
    url: `http://127.0.0.1:${port}/`,
    // Somebody else's server could be serving another build.
    reuseExistingServer: false,
    timeout: 180_000,
  },
});

/** Found once by scripts/ensure.mjs --browser. */
function browserPath(): string {
  const file = `${cache}/browser.json`;
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { executablePath: string }).executablePath;
  } catch {
    throw new Error('No browser known yet: run `node scripts/ensure.mjs --browser` (npm test does).');
  }
}
