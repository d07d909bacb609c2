import type { Locator, Page } from '@playwright/test';
import { STORE_VERSION } from '../../src/platform/stored-state';
import { expect, test } from './fixture';
import { confirm, csvFile, open, pick, ready, rowsOf, type UploadFile } from './page-steps';

/** Months enough for levels, and as many rows as a test of room needs. */
function figures(name: string, code: string, years = 3): UploadFile {
  const rows = Array.from({ length: years * 12 }, (_, k) => {
    const month = `${2026 - years + Math.floor(k / 12)}-${String((k % 12) + 1).padStart(2, '0')}`;
    return `${code},registered_unemployment_rate,${month},${3 + (k % 7) / 10}`;
  });
  return csvFile(name, ['region_code,indicator,period,value', ...rows].join('\n'));
}

// A bare file of the origin has no icon of its own.
test.use({ tolerated: [/favicon\.ico/] });

const said = (page: Page, words: string | RegExp): Locator => page.getByRole('status').filter({ hasText: words });
const batches = async (page: Page): Promise<readonly string[]> =>
  (await rowsOf(page.getByRole('table', { name: '数据批次' }))).map(([name = '']) => name);
const keptFiles = async (page: Page): Promise<readonly string[]> =>
  (await rowsOf(page.getByTestId('keeping').getByRole('table', { name: '保存的文件' }))).map(([name = '']) => name);
const onDemonstration = (page: Page): Promise<void> =>
  expect(page.getByRole('heading', { name: '当前数据来源：演示数据' })).toBeVisible();

/** A page of the origin that does not open the database by itself. */
async function besides(page: Page): Promise<void> {
  await page.goto('./licenses.md');
}

test('room: the browser is asked to keep the figures, and what they take is shown', async ({ page }) => {
  await page.addInitScript(() => {
    const asked = { times: 0, answer: false };
    Object.assign(globalThis, { asked });
    navigator.storage.persisted = () => Promise.resolve(asked.answer);
    navigator.storage.persist = () => {
      asked.times += 1;
      asked.answer = true;
      return Promise.resolve(true);
    };
  });
  const asked = (): Promise<number> =>
    page.evaluate(() => (globalThis as never as { asked: { times: number } }).asked.times);
  await open(page, 'data');
  expect(await asked()).toBe(0);
  await pick(page, figures('a.csv', '150200'));
  await confirm(page);
  expect(await asked()).toBe(1);
  await pick(page, figures('b.csv', '150300'));
  await confirm(page);
  // It said yes: there is nothing more to ask.
  expect(await asked()).toBe(1);
  await expect(page.getByRole('definition').filter({ hasText: /已用 [\d.]+ .?B，可用约 [\d.,]+ .?B/ })).toBeVisible();
});

/** Before the worker's own words: the list of data sets, which is written last, cannot be written while the disk is full. */
const FULL_DISK = `
  let full = false;
  new BroadcastChannel('test-disk').onmessage = (event) => { full = event.data; };
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (...args) {
    if (full && this.name === 'sets') throw new DOMException('full', 'QuotaExceededError');
    return put.apply(this, args);
  };
`;

test('a full disk: it is said with a way out, nothing is half kept, and later it works', async ({ page, context }) => {
  await context.route(/engine\.worker/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${FULL_DISK}${await response.text()}` });
  });
  const disk = (full: boolean): Promise<void> =>
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no origin to name
    page.evaluate((value) => new BroadcastChannel('test-disk').postMessage(value), full);
  await open(page, 'data');
  await pick(page, figures('a.csv', '150200'));
  await confirm(page);
  await pick(page, figures('b.csv', '150300'));
  await disk(true);
  await confirm(page);
  const message = said(page, '数据已载入，但未能保存在本机');
  await expect(message).toContainText('本机存储空间不足');
  await expect(message).toContainText('请移除不用的批次或清理磁盘后，再次导入');
  expect(await batches(page)).toEqual(['a.csv', 'b.csv']);
  // The figures that were written before the list are out again, and not only since a start has swept.
  expect(await page.evaluate(blocksKept)).toBe(1);
  await page.reload();
  await ready(page, 'data');
  expect(await batches(page)).toEqual(['a.csv']);
  expect(await keptFiles(page)).toEqual(['a.csv']);
  await pick(page, figures('b.csv', '150300'));
  await confirm(page);
  await expect.poll(() => keptFiles(page)).toEqual(['a.csv', 'b.csv']);
});

async function blocksKept(): Promise<number> {
  const request = indexedDB.open('fengsui');
  await new Promise((resolve) => (request.onsuccess = resolve));
  const count = request.result.transaction('blocks').objectStore('blocks').count();
  await new Promise((resolve) => (count.onsuccess = resolve));
  request.result.close();
  return count.result;
}

test('a database that another tab holds in an older version: it is said, and works once that tab is closed', async ({
  page,
  context,
}) => {
  const old = await context.newPage();
  await besides(old);
  await old.evaluate(async () => {
    const request = indexedDB.open('fengsui', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('heads', { keyPath: 'id' });
      request.result.createObjectStore('blocks', { keyPath: 'key' });
      request.result.createObjectStore('feeds', { keyPath: 'url' });
      request.result.createObjectStore('state');
    };
    await new Promise((resolve) => (request.onsuccess = resolve));
    // Held, and deaf to those who ask for it.
    Object.assign(globalThis, { held: request.result });
  });
  await open(page, 'data');
  await expect(said(page, '另一个标签页正以旧版本打开本系统')).toContainText('请关闭其他标签页后刷新本页');
  await onDemonstration(page);
  await old.close();
  await page.reload();
  await ready(page, 'data');
  await pick(page, figures('a.csv', '150200'));
  await confirm(page);
  await expect.poll(() => keptFiles(page)).toEqual(['a.csv']);
});

test('a database of a newer program is left alone, and it is said', async ({ page }) => {
  await besides(page);
  await page.evaluate(async (version) => {
    const request = indexedDB.open('fengsui', version);
    await new Promise((resolve) => (request.onsuccess = resolve));
    request.result.close();
  }, STORE_VERSION + 1);
  await open(page, 'data');
  await expect(said(page, '本机数据由更新版本的程序保存')).toContainText('请刷新页面以取得新版本');
  await onDemonstration(page);
  // The card that needs the database says so, too, and can be asked again.
  await expect(page.getByTestId('keeping')).toContainText('读不到保存的内容');
});

test('a database without its stores: it is said with a way out, and figures are shown all the same', async ({
  page,
}) => {
  await besides(page);
  await page.evaluate(async (version) => {
    const request = indexedDB.open('fengsui', version);
    await new Promise((resolve) => (request.onsuccess = resolve));
    request.result.close();
  }, STORE_VERSION);
  await open(page, 'data');
  await expect(said(page, '本机数据库读写失败')).toContainText('请在浏览器设置中清除本站数据后重新导入');
  await onDemonstration(page);
  await pick(page, figures('a.csv', '150200'));
  await confirm(page);
  expect(await batches(page)).toEqual(['a.csv']);
  await expect(said(page, '数据已载入，但未能保存在本机')).toBeVisible();
});

test('a damaged file among the kept ones is named, and the others are there', async ({ page }) => {
  await open(page, 'data');
  await pick(page, [figures('a.csv', '150200'), figures('b.csv', '150300')]);
  await confirm(page);
  await besides(page);
  await page.evaluate(async () => {
    const request = indexedDB.open('fengsui');
    await new Promise((resolve) => (request.onsuccess = resolve));
    const tx = request.result.transaction(['heads', 'blocks'], 'readwrite');
    const heads = tx.objectStore('heads').getAll() as IDBRequest<{ id: string; name: string }[]>;
    heads.onsuccess = () => tx.objectStore('blocks').delete([heads.result.find((h) => h.name === 'a.csv')!.id, 0]);
    await new Promise((resolve) => (tx.oncomplete = resolve));
    request.result.close();
  });
  await open(page, 'data');
  await expect(said(page, '以下批次已损坏，未能读回')).toContainText('a.csv；请重新导入相应文件');
  expect(await batches(page)).toEqual(['b.csv']);
  await pick(page, figures('a.csv', '150200'));
  await confirm(page);
  await page.reload();
  await ready(page, 'data');
  expect((await batches(page)).toSorted()).toEqual(['a.csv', 'b.csv']);
  await expect(said(page, '以下批次已损坏')).toHaveCount(0);
});

test('no worker: the page computes itself and says so', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(globalThis, { Worker: undefined });
  });
  await open(page, 'data');
  const message = said(page, '浏览器未能启动后台计算，已改在页面内计算');
  await expect(message).toContainText('请更新浏览器，或请系统管理人员允许本站运行 Web Worker，然后刷新页面');
  await pick(page, figures('a.csv', '150200'));
  await confirm(page);
  await page.reload();
  await ready(page, 'data');
  expect(await batches(page)).toEqual(['a.csv']);
  await message.getByRole('button', { name: '关闭' }).click();
  await expect(message).toHaveCount(0);
});

test.describe('a worker that does not answer its address', () => {
  test.use({ tolerated: [/engine\.worker|404|Failed to load/] });
  test('is said as well', async ({ page, context }) => {
    await context.route(/engine\.worker/, (route) => route.fulfill({ status: 404 }));
    await open(page, 'data');
    await expect(said(page, '浏览器未能启动后台计算')).toBeVisible();
    await onDemonstration(page);
  });
});
