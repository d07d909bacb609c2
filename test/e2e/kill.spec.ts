import { mkdirSync, rmSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture';
import { type OwnBrowser, startBrowser } from './own-browser';
import { confirm, csvFile, pick, rowsOf, type UploadFile } from './page-steps';

/** FENGSUI_KILL_SEED repeats a run, as far as a computer kills twice at the same moment. */
const SEED = Number(process.env.FENGSUI_KILL_SEED ?? Date.now() % 1_000_000);
/** Six around the commit; FENGSUI_KILLS asks for more. */
const KILLS = Number(process.env.FENGSUI_KILLS ?? 6);
const LEAGUES = ['150100', '150200', '150300', '150400', '150500', '150600', '150700', '150800', '150900'];

const INDICATORS = ['registered_unemployment_rate', 'surveyed_unemployment_rate', 'openings_to_seekers'];

/** Enough that an import takes longer than a word to the browser and back. Each file is another one. */
function figures(name: string, k: number): UploadFile {
  const months = Array.from(
    { length: 240 },
    (_, m) => `${2005 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, '0')}`,
  );
  const lines = LEAGUES.flatMap((code) =>
    INDICATORS.flatMap((indicator) =>
      months.map((month, m) => `${code},${indicator},${month},${3 + ((m * 7) % 13) / 10 + k / 1000}`),
    ),
  );
  return csvFile(name, ['region_code,indicator,period,value', ...lines].join('\n'));
}

/** Mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Resolves once an import has begun, that is once its mark is left, or is over already. */
function untilBegun(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const look = (): void => {
          const work = document.querySelector('.messages')?.textContent ?? '';
          const done = document.querySelector('[data-testid="import"]')?.getAttribute('data-status') === 'done';
          if (!done && !/正在(核对|整理|计算|评定|保存)/.test(work)) return;
          watcher.disconnect();
          resolve();
        };
        const watcher = new MutationObserver(look);
        watcher.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
      }),
  );
}

const batches = async (page: Page): Promise<string[]> =>
  (await rowsOf(page.getByRole('table', { name: '数据批次' }))).map(([name = '']) => name);
const importStatus = (page: Page): Promise<string | null> => page.getByTestId('import').getAttribute('data-status');
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test(`a browser that is killed ${KILLS} times while it keeps a file has all of it or nothing, and says which`, async ({
  baseURL,
  launchOptions,
}, info) => {
  test.setTimeout(400_000);
  console.log(`FENGSUI_KILL_SEED=${SEED}`);
  const random = randomFrom(SEED);
  const profile = info.outputPath('profile');
  mkdirSync(profile, { recursive: true });
  const start = async (): Promise<OwnBrowser> => {
    const browser = await startBrowser(launchOptions.executablePath!, launchOptions.args ?? [], profile);
    await browser.page.goto(`${baseURL}?lang=zh#/data`);
    await browser.page.getByRole('table', { name: '数据批次' }).waitFor();
    await browser.page.getByTestId('import').getByRole('button', { name: '选择文件' }).waitFor();
    return browser;
  };
  const seen = { before: 0, after: 0 };
  let browser = await start();
  try {
    await pick(browser.page, figures('first.csv', 0));
    const first = performance.now();
    await confirm(browser.page);
    let middle = (performance.now() - first) / 4;
    let before = ['first.csv'];
    expect(await batches(browser.page)).toEqual(before);
    for (let kill = 1; kill <= KILLS; kill++) {
      const { page } = browser;
      const name = `next-${kill}.csv`;
      await pick(page, figures(name, kill));
      const begun = untilBegun(page);
      const moment = Math.round(middle * (0.5 + random()));
      const clicked = performance.now();
      await page.getByTestId('confirm-replace').click();
      await begun;
      await sleep(clicked + moment - performance.now());
      // Whether the import could tell its end itself.
      const told = (await importStatus(page)) === 'done';
      await browser.kill();
      browser = await start();
      const now = await batches(browser.page);
      const where = `kill ${kill}, ${moment} ms after the click`;
      expect([before, [name]], where).toContainEqual(now);
      const whole = now[0] === name;
      const said = browser.page.getByRole('status').filter({ hasText: '上次关闭时正在载入' });
      if (!whole || !told) {
        await expect(said, where).toContainText(
          whole ? `正在载入 ${name}：已完整保存` : `正在载入 ${name}：未保存，数据仍是载入之前的状态；请重新导入`,
        );
        await said.getByRole('button', { name: '关闭' }).click();
        await expect(said).toHaveCount(0);
      }
      await expect(browser.page.getByRole('alert')).toHaveCount(0);
      console.log(`${where}: state ${whole ? 'after' : 'before'}${told ? ', import was over' : ''}`);
      seen[whole ? 'after' : 'before'] += 1;
      // The next one comes later or earlier, so that all fall around the commit, on any machine.
      middle *= whole ? 0.75 : 1.33;
      before = [...now];
    }
  } finally {
    await browser.kill();
    rmSync(profile, { recursive: true, force: true });
  }
  console.log(`state before: ${seen.before}, state after: ${seen.after}`);
  // A run that only ever met one end has not met the middle.
  expect(seen.before).toBeGreaterThan(0);
  expect(seen.after).toBeGreaterThan(0);
});
