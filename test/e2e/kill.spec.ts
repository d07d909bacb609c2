import { mkdirSync, rmSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture';
import { startBrowser } from './own-browser';
import { confirm, csvFile, pick, rowsOf, type UploadFile } from './page-steps';

/** Milliseconds between "load" and the end of the browser. */
const MOMENTS = [0, 100];

const LEAGUES = ['150100', '150200', '150300', '150400', '150500', '150600', '150700', '150800', '150900'];

/** Nine places, 30 years: enough that the writing takes a moment. */
function figures(name: string, indicator: string): UploadFile {
  const lines = LEAGUES.flatMap((code) =>
    Array.from({ length: 360 }, (_, k) => {
      const month = `${1995 + Math.floor(k / 12)}-${String((k % 12) + 1).padStart(2, '0')}`;
      return `${code},${indicator},${month},${3 + ((k * 7) % 13) / 10}`;
    }),
  );
  return csvFile(name, ['region_code,indicator,period,value', ...lines].join('\n'));
}

async function batches(page: Page): Promise<readonly string[]> {
  const rows = await rowsOf(page.getByRole('table', { name: '数据批次' }));
  return rows.map((cells) => `${cells[0]} ${cells[3]}`);
}

test('a browser that is killed while it loads a file starts with the state before or after', async ({
  baseURL,
  launchOptions,
}, info) => {
  test.setTimeout(120_000);
  const profile = info.outputPath('profile');
  mkdirSync(profile, { recursive: true });
  const start = async () => {
    const browser = await startBrowser(launchOptions.executablePath!, launchOptions.args ?? [], profile);
    await browser.page.goto(`${baseURL}?lang=zh#/data`);
    await browser.page.locator('[data-ready="data"]').waitFor();
    return browser;
  };
  const first = figures('first.csv', 'registered_unemployment_rate');
  let browser = await start();
  try {
    await pick(browser.page, first);
    await confirm(browser.page);
    let before = ['first.csv 3,240'];
    expect(await batches(browser.page)).toEqual(before);
    for (const [k, moment] of MOMENTS.entries()) {
      await test.step(`killed after ${moment} ms`, async () => {
        const next = figures(`next-${k}.csv`, ['surveyed_unemployment_rate', 'openings_to_seekers'][k]!);
        await pick(browser.page, next);
        await browser.page.getByTestId('confirm-add').click();
        await browser.page.waitForTimeout(moment);
        await browser.kill();
        browser = await start();
        const now = await batches(browser.page);
        const after = [...before, `${next.name} 3,240`];
        expect([before, after]).toContainEqual(now);
        await expect(browser.page.getByRole('alert')).toHaveCount(0);
        console.log(`killed after ${moment} ms: ${now.length === after.length ? 'state after' : 'state before'}`);
        before = [...now];
      });
    }
  } finally {
    await browser.kill();
    rmSync(profile, { recursive: true, force: true });
  }
});
