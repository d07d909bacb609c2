import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { STORE_VERSION } from '../../src/platform/stored-state';
import { checkAxe, expect, test, declineTour } from './fixture';
import { confirm, csvFile, figuresOf, open, pick, ready, rowsOf, type UploadFile } from './page-steps';

const MONTHS = Array.from(
  { length: 36 },
  (_, k) => `${2023 + Math.floor(k / 12)}-${String((k % 12) + 1).padStart(2, '0')}`,
);

function figures(name: string, code: string): UploadFile {
  const rows = MONTHS.map((month, k) => `${code},registered_unemployment_rate,${month},${3 + (k % 7) / 10}`);
  return csvFile(name, ['region_code,indicator,period,value', ...rows].join('\n'));
}

const keeping = (page: Page): Locator => page.getByTestId('keeping');
const batches = async (page: Page): Promise<readonly string[]> =>
  (await rowsOf(page.getByRole('table', { name: '数据批次' }))).map(([name = '']) => name);
const files = (page: Page): Promise<readonly (readonly string[])[]> =>
  rowsOf(keeping(page).getByRole('table', { name: '保存的文件' }));
const sets = async (page: Page): Promise<readonly (readonly string[])[]> =>
  (await rowsOf(keeping(page).getByRole('table', { name: '数据集' }))).map((cells) => cells.slice(0, 3));
const changes = async (page: Page): Promise<readonly string[]> =>
  (await rowsOf(keeping(page).getByRole('table', { name: '变更记录' }))).map(
    (cells) => `${cells[1]} / ${cells[2]} / ${cells[3]}`,
  );
const settled = async (page: Page): Promise<void> => {
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await ready(page, 'data');
};

test('data sets side by side, every change in the history and undone from there', async ({ page }) => {
  await open(page, 'data');
  await page.getByRole('textbox', { name: '您的称呼' }).fill('王科长');
  await pick(page, figures('a.csv', '150200'));
  await confirm(page);
  await keeping(page).getByRole('button', { name: '新建数据集' }).click();
  await page.getByRole('textbox', { name: '新数据集的名称' }).fill('二季度会商');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => sets(page))
    .toEqual([
      ['默认数据集', '1', '36'],
      ['二季度会商', '0', '0'],
    ]);
  // An empty data set has nothing to show: the demonstration stands in, marked as such.
  await expect(page.getByRole('heading', { name: '当前数据来源：演示数据' })).toBeVisible();
  await settled(page);
  await pick(page, figures('b.csv', '150300'));
  await confirm(page);
  await expect.poll(() => batches(page)).toEqual(['b.csv']);
  await keeping(page).getByRole('button', { name: '使用数据集“默认数据集”' }).click();
  await expect.poll(() => batches(page)).toEqual(['a.csv']);
  await keeping(page).getByRole('button', { name: '删除数据集“二季度会商”' }).click();
  await expect.poll(() => sets(page)).toEqual([['默认数据集', '1', '36']]);
  await keeping(page).getByRole('button', { name: '撤销：删除数据集“二季度会商”' }).click();
  await expect.poll(() => batches(page)).toEqual(['b.csv']);
  await expect
    .poll(() => sets(page))
    .toEqual([
      ['默认数据集', '1', '36'],
      ['二季度会商', '1', '36'],
    ]);
  await settled(page);
  expect(await changes(page)).toEqual([
    '撤销上一步，“二季度会商”回到之前的状态 / 二季度会商 / 王科长',
    '删除数据集“二季度会商” / 二季度会商 / 王科长',
    '导入 b.csv / 二季度会商 / 王科长',
    '新建数据集“二季度会商” / 二季度会商 / 王科长',
    '导入 a.csv / 默认数据集 / 王科长',
  ]);
  await page.reload();
  await settled(page);
  expect(await batches(page)).toEqual(['b.csv']);
  await expect(page.getByRole('textbox', { name: '您的称呼' })).toHaveValue('王科长');
  await checkAxe(page);
});

test('a batch: file, digest, who, when; undone from the history, and that undone again', async ({ page }) => {
  await open(page, 'data');
  await page.getByRole('textbox', { name: '您的称呼' }).fill('李四');
  const file = figures('a.csv', '150200');
  await pick(page, file);
  await confirm(page);
  const digest = createHash('sha256').update(file.buffer).digest('hex').slice(0, 10);
  const kept = [
    'a.csv',
    '默认数据集',
    digest,
    '36',
    expect.stringMatching(/^\d{4}年\d+月\d+日 \d\d:\d\d$/),
    '李四',
    '—',
  ];
  await expect.poll(() => files(page)).toEqual([kept]);
  await pick(page, figures('b.csv', '150300'));
  await confirm(page);
  await keeping(page).getByRole('button', { name: '撤销：导入 b.csv' }).click();
  await expect.poll(() => batches(page)).toEqual(['a.csv']);
  await settled(page);
  await keeping(page).getByRole('button', { name: '撤销：撤销上一步' }).first().click();
  await expect.poll(() => batches(page)).toEqual(['a.csv', 'b.csv']);
  await page.reload();
  await settled(page);
  expect((await files(page))[0]).toEqual(kept);
  expect(await batches(page)).toEqual(['a.csv', 'b.csv']);
});

test('the mark that a former program left of an import is told, too, once', async ({ page }) => {
  await open(page, 'data');
  await pick(page, figures('a.csv', '150200'));
  await confirm(page);
  await page.evaluate(async () => {
    const request = indexedDB.open('fengsui');
    await new Promise((resolve) => (request.onsuccess = resolve));
    const tx = request.result.transaction('state', 'readwrite');
    tx.objectStore('state').put({ names: ['x.csv'] }, 'pending');
    await new Promise((resolve) => (tx.oncomplete = resolve));
    request.result.close();
  });
  const told = page.getByRole('status').filter({ hasText: '上次关闭时正在载入' });
  await page.reload();
  await expect(told).toContainText('上次关闭时正在载入 x.csv：未保存，数据仍是载入之前的状态；请重新导入');
  await page.reload();
  await settled(page);
  await expect(told).toHaveCount(0);
});

test('a backup brings everything back in an empty browser, and a damaged one nothing', async ({
  page,
  browser,
}, info) => {
  await open(page, 'data');
  await pick(page, [figures('a.csv', '150200'), figures('b.csv', '150300')]);
  await confirm(page);
  const download = page.waitForEvent('download');
  await keeping(page).getByRole('button', { name: '备份到文件' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^烽燧备份-\d{4}-\d\d-\d\d\.fengsui$/);
  const path = info.outputPath('kept.fengsui');
  await file.saveAs(path);
  const context = await browser.newContext({ baseURL: info.project.use.baseURL!, locale: 'zh-CN' });
  await context.addInitScript(declineTour);
  try {
    const other = await context.newPage();
    await open(other, 'data');
    const restore = async (bytes: Buffer): Promise<void> => {
      const chooser = other.waitForEvent('filechooser');
      await keeping(other).getByRole('button', { name: '从备份恢复' }).click();
      await (await chooser).setFiles({ name: 'kept.fengsui', mimeType: 'application/octet-stream', buffer: bytes });
    };
    const bytes = readFileSync(path);
    const damaged = Buffer.from(bytes);
    damaged[damaged.length - 9]! ^= 1;
    await restore(damaged);
    await expect(keeping(other).getByRole('alert')).toContainText('备份文件不完整或已被改动，未恢复任何内容');
    await restore(Buffer.from('region_code,indicator\n'));
    await expect(keeping(other).getByRole('alert')).toContainText('这不是烽燧的备份文件');
    expect((await rowsOf(keeping(other).getByRole('table', { name: '数据集' }))).map((c) => c[1])).toEqual(['0']);
    await restore(bytes);
    await expect(other.getByTestId('restored')).toContainText('1 个数据集、2 个批次');
    expect(await batches(other)).toEqual(['a.csv', 'b.csv']);
  } finally {
    await context.close();
  }
});

test('what was set right by hand serves the next file of the layout', async ({ page }) => {
  const table = (name: string, from: number): UploadFile =>
    csvFile(
      name,
      [
        '盟市,期别,登记失业人员占比(%)',
        ...MONTHS.slice(from, from + 12).map((m, k) => `包头市,${m},${3 + k / 10}`),
      ].join('\n'),
    );
  await open(page, 'data');
  await pick(page, table('年报-1.csv', 0));
  await expect.poll(() => figuresOf(page, '年报-1.csv')).toMatchObject({ 可载入: '0' });
  await page.getByRole('combobox', { name: /^对应: 登记失业人员占比/ }).selectOption('registered_unemployment_rate');
  await expect.poll(() => figuresOf(page, '年报-1.csv')).toMatchObject({ 可载入: '12' });
  // What was set right is not lost by a slip: the browser asks before it loads the page anew.
  const question = page.waitForEvent('dialog');
  await page.evaluate(() => void setTimeout(() => location.reload()));
  expect((await question).type()).toBe('beforeunload');
  await (await question).dismiss();
  expect(await figuresOf(page, '年报-1.csv')).toMatchObject({ 可载入: '12' });
  await confirm(page);
  await expect(keeping(page).getByRole('table', { name: '记住的对应关系' })).toContainText('年报-1.csv');
  const mapped = '2 列、1 个指标、0 个地区';
  await expect.poll(async () => (await files(page)).map((cells) => cells[6])).toEqual([mapped]);
  await page.reload();
  await settled(page);
  await pick(page, table('年报-2.csv', 12));
  await expect.poll(() => figuresOf(page, '年报-2.csv')).toMatchObject({ 可载入: '12' });
  await confirm(page);
  await expect.poll(async () => (await files(page)).map((cells) => cells[6])).toEqual([mapped, mapped]);
});

/** How each earlier version wrote one file of two years, `old.csv`, into an empty database. Run in the page. */
async function writeEarlier(version: number): Promise<void> {
  const request = indexedDB.open('fengsui', version);
  request.onupgradeneeded = () => {
    const db = request.result;
    db.createObjectStore('heads', { keyPath: 'id' });
    db.createObjectStore('blocks', { keyPath: 'key' });
    db.createObjectStore('state');
    db.createObjectStore('feeds', { keyPath: 'url' });
    if (version < 2) return;
    db.createObjectStore('sets', { keyPath: 'id' });
    db.createObjectStore('journal', { keyPath: 'seq', autoIncrement: true });
    db.createObjectStore('mappings', { keyPath: 'signature' });
    if (version < 3) return;
    db.createObjectStore('papers', { keyPath: ['kind', 'id'] });
  };
  await new Promise((resolve) => (request.onsuccess = resolve));
  const db = request.result;
  const tx = db.transaction([...db.objectStoreNames], 'readwrite');
  const n = 24;
  const fill = <T extends { [k: number]: number; length: number }>(array: T, of: (k: number) => number): T => {
    for (let k = 0; k < array.length; k++) array[k] = of(k);
    return array;
  };
  const id = 'a'.repeat(64);
  tx.objectStore('heads').put({
    id,
    name: 'old.csv',
    source: 'earlier',
    takenOn: 20000,
    demonstration: false,
    at: 1_700_000_000_000,
    regionCodes: ['150200'],
    indicatorIds: ['registered_unemployment_rate'],
    length: n,
    weekEndsOn: 0,
  });
  tx.objectStore('blocks').put({
    key: [id, 0],
    region: new Uint32Array(n),
    indicator: new Uint16Array(n),
    frequency: new Uint8Array(n),
    period: fill(new Int32Array(n), (k) => 2023 * 12 + k),
    value: fill(new Float64Array(n), (k) => 3 + k / 100),
    status: new Uint8Array(n),
    knownOn: fill(new Int32Array(n), () => -2147483648),
    row: fill(new Uint32Array(n), (k) => k + 2),
  });
  if (version < 2) tx.objectStore('state').put({ source: 'files', batchIds: [id], regions: null }, 'current');
  else {
    tx.objectStore('sets').put({ id: 'first', name: '', at: 0, batchIds: [id], regions: null });
    tx.objectStore('state').put({ source: 'files', setId: 'first' }, 'current');
  }
  if (version >= 3) tx.objectStore('papers').put({ kind: 'scenario', id: 'p', at: 1, by: '', body: { name: '旧稿' } });
  await new Promise((resolve) => (tx.oncomplete = resolve));
  db.close();
}

/** What a database of this version holds beside figures: its papers, and whether it can keep a trail. Run in the page. */
async function readNow(): Promise<{ papers: number; trail: boolean }> {
  const request = indexedDB.open('fengsui');
  await new Promise((resolve) => (request.onsuccess = resolve));
  const db = request.result;
  const count = db.transaction('papers').objectStore('papers').count();
  await new Promise((resolve) => (count.onsuccess = resolve));
  const trail = db.objectStoreNames.contains('trail');
  db.close();
  return { papers: count.result, trail };
}

test.describe('a store of an earlier version', () => {
  // A bare file of the origin has no icon of its own.
  test.use({ tolerated: [/favicon\.ico/] });
  for (let version = 1; version < STORE_VERSION; version++) {
    test(`version ${version} is taken over whole`, async ({ page }) => {
      // Any page of the origin will do to write the database as that version made it.
      await page.goto('./favicon.svg');
      await page.evaluate(writeEarlier, version);
      await open(page, 'data');
      expect(await batches(page)).toEqual(['old.csv']);
      expect(await sets(page)).toEqual([['默认数据集', '1', '24']]);
      expect(await page.evaluate(readNow)).toEqual({ papers: version < 3 ? 0 : 1, trail: true });
      await pick(page, figures('b.csv', '150300'));
      await confirm(page);
      await expect.poll(() => batches(page)).toEqual(['old.csv', 'b.csv']);
    });
  }
});
