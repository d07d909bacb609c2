import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = `${root}node_modules/.cache/fengsui`;
const port = 4317;
const browser = knownBrowser();
const ALONE = ['scrub-speed.spec.ts', 'warnings-speed.spec.ts', 'kill.spec.ts'];

export default defineConfig({
  testDir: '.',
  outputDir: `${root}test-results`,
  // Two files at a time: a test waits more than it computes. What measures time or kills a browser runs by itself afterwards.
  workers: 2,
  projects: [
    { name: 'together', testIgnore: ALONE, use: launched(browser.shellPath ?? browser.executablePath) },
    ...ALONE.map((testMatch, k) => ({
      name: `alone-${k + 1}`,
      testMatch,
      use: launched(browser.executablePath),
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

/** No sandbox: in containers one is root. The rest keeps the browser from calling anybody by itself. */
function launched(executablePath: string) {
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return { launchOptions: { executablePath, args } };
}

/** Found once by scripts/ensure.mjs --browser; the shell is the same browser without windows of its own, where there is one. */
function knownBrowser(): { readonly executablePath: string; readonly shellPath?: string } {
  const file = `${cache}/browser.json`;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ReturnType<typeof knownBrowser>;
  } catch {
    throw new Error('No browser known yet: run `node scripts/ensure.mjs --browser` (npm test does).');
  }
}
