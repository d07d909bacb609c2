import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { tsImport } from 'tsx/esm/api';
import type { FeedObservations } from '../../mock-data/feed';
import type { ExampleFeed } from '../../mock-data/feed-server';
import { policy } from '../../scripts/vite-csp';
import { checkAxe, expect, test } from './fixture';
import { ready, rowsOf } from './page-steps';
import { dist, serveDist } from './static-server';

/** Playwright's own loader takes no JSON modules, on which the generator rests. */
const load = async <T>(file: string): Promise<T> => (await tsImport(`../../mock-data/${file}`, import.meta.url)) as T;
const { demonstrationBodies } = await load<typeof import('../../mock-data/bodies')>('bodies.ts');
const { exampleFeed } = await load<typeof import('../../mock-data/feed-server')>('feed-server.ts');
const { contentOf, onlyIndicators, revised } = await load<typeof import('../../mock-data/revise')>('revise.ts');

/** Few indicators: a refresh is what is looked at here, not the size of the data. */
const BODIES = onlyIndicators(demonstrationBodies(), [
  'new_benefit_claims',
  'registered_unemployment_rate',
  'openings',
]);
const CLAIMS = contentOf<FeedObservations>(BODIES, 'observations/new_benefit_claims.month.json');
/** Three months before the end: everything was published long ago. */
const T = CLAIMS.count - 4;
const SERIES = CLAIMS.series.find((s) => s.region === '150302') ?? CLAIMS.series[0]!;
const WAS = SERIES.values[T]!;

const change = (value: number, knownOn: string | null) =>
  revised(BODIES, { indicator: 'new_benefit_claims', region: SERIES.region, t: T, value, knownOn });

interface Office {
  readonly address: string;
  readonly feed: ExampleFeed;
  /** Statuses of the answers since the last call, with the path where it was not 304. */
  news(): string[];
}

/** A static host with the built page, and the feed below it, as the contract advises. */
async function withOffice(
  config: unknown,
  work: (office: Office) => Promise<void>,
  key?: readonly [string, string],
): Promise<void> {
  const feed = exampleFeed(BODIES, { base: '/office/feed/', key });
  const host = await serveDist('/office/', (file) => {
    if (file === 'config.json') return (_, response) => void response.end(JSON.stringify(config));
    return file.startsWith('feed/') ? feed.listener : null;
  });
  let seen = 0;
  const news = (): string[] => {
    const since = feed.log.slice(seen);
    seen = feed.log.length;
    return since.map(({ path, status }) => (status === 304 ? '304' : `${status} ${path}`));
  };
  try {
    await work({ address: host.address, feed, news });
  } finally {
    host.close();
  }
}

const FEED = { kind: 'http-feed', url: 'feed/catalog.json' };
const status = (page: Page) => page.getByTestId('feed-status');
const digest = async (page: Page): Promise<string> =>
  (await page.getByRole('table', { name: '数据批次' }).locator('code').first().getAttribute('title')) ?? '';

async function openData(page: Page, address: string): Promise<void> {
  // The same address once more would only move to its hash.
  await page.goto('about:blank');
  await page.goto(`${address}?lang=zh#/data`);
  await ready(page, 'data');
}

async function tryNow(page: Page): Promise<void> {
  await status(page).getByRole('button', { name: '立即取数' }).click();
  await expect(status(page).getByText('正在取数')).toHaveCount(0);
}

test('a change arrives; without one nothing but 304 goes over the wire; the earlier value stays known', async ({
  page,
}) => {
  await withOffice({ source: FEED }, async ({ address, feed, news }) => {
    await openData(page, address);
    expect(news()).toHaveLength(4);
    await expect(status(page)).toContainText('刚刚');
    await expect(status(page)).toContainText(/约(59|60|61|62|63)分钟后/);
    const before = await digest(page);

    await tryNow(page);
    expect(news()).toEqual(['304', '304', '304', '304']);
    expect(await digest(page)).toBe(before);

    feed.setBodies(change(WAS + 1000, null));
    await tryNow(page);
    await expect.poll(() => digest(page)).not.toBe(before);
    expect(news().sort()).toEqual(['200 catalog.json', '200 observations/new_benefit_claims.month.json', '304', '304']);

    // Conditional after a reload too: the answers and their validators are kept.
    await openData(page, address);
    expect(news()).toEqual(['304', '304', '304', '304']);

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出全部数值（CSV）' }).click();
    const text = readFileSync(await (await download).path(), 'utf8');
    const [year, month] = CLAIMS.first.split('-').map(Number) as [number, number];
    const months = year * 12 + month - 1 + T;
    const period = `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
    const vintages = text
      .split('\n')
      .filter((line) => line.startsWith(`${SERIES.region},`) && line.includes(`,new_benefit_claims,${period},`))
      .map((line) => line.split(','));
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
    // Known on stands last but one; the source before it has commas of its own.
    const last = vintages
      .map((cells) => [Number(cells[4]), cells.at(-2)] as const)
      .sort((a, b) => (a[1]! < b[1]! ? -1 : 1));
    expect(last.at(-1)).toEqual([WAS + 1000, today]);
    expect(last.map(([value]) => value)).toContain(WAS);
  });
});

test.describe('a feed in trouble', () => {
  test.use({ tolerated: [/^console: Failed to load resource: the server responded with a status of (503|429)/] });

  test('a passing fault is asked again by itself; a lasting one is said, the figures stay, recovery clears it', async ({
    page,
  }) => {
    await withOffice({ source: FEED }, async ({ address, feed, news }) => {
      await openData(page, address);
      const before = await digest(page);
      news();

      feed.disturb({ status: 429, retryAfter: '1', times: 1 });
      await tryNow(page);
      expect(news()).toEqual(['429 catalog.json', '304', '304', '304', '304']);
      await expect(status(page).locator('.trouble')).toHaveCount(0);

      feed.disturb({ status: 503, retryAfter: '600' });
      await tryNow(page);
      const said = status(page).locator('.trouble');
      await expect(said).toContainText('最近一次取数未成功：数据接口答复了错误状态 503（接口服务器故障或繁忙）');
      await expect(said).toContainText('请稍后重试');
      await expect(said).toContainText('页面上仍是最近一次成功取得的数据');
      await expect(status(page)).toContainText(/下次取数\d\d:\d\d（约(9|10)分钟后）/);
      expect(news()).toEqual(['503 catalog.json']);
      expect(await digest(page)).toBe(before);
      await checkAxe(page);

      feed.disturb(null);
      feed.setBodies(change(WAS + 5, '2026-11-01'));
      await tryNow(page);
      await expect(said).toHaveCount(0);
      await expect.poll(() => digest(page)).not.toBe(before);
    });
  });

  test('a slow one can be stopped', async ({ page }) => {
    await withOffice({ source: FEED }, async ({ address, feed }) => {
      await openData(page, address);
      feed.disturb({ delayMs: 30_000 });
      await status(page).getByRole('button', { name: '立即取数' }).click();
      await status(page).getByRole('button', { name: '停止取数' }).click();
      await expect(status(page)).toContainText('取数已停止');
      await expect(page.getByRole('table', { name: '数据批次' })).toBeVisible();
    });
  });
});

test.describe('offline', () => {
  test.use({ tolerated: [/^console: Failed to load resource: net::ERR_/] });

  test('the age is shown and marked after two missed intervals; the network back, it is caught up', async ({
    page,
    context,
  }) => {
    await withOffice({ source: { ...FEED, intervalMinutes: 30 } }, async ({ address, news }) => {
      await openData(page, address);
      news();
      // As if the last good answer had come more than three intervals ago.
      await page.evaluate(() => {
        const key = 'fengsui.feed.checked';
        const kept = JSON.parse(localStorage.getItem(key)!) as { atMs: number };
        localStorage.setItem(key, JSON.stringify({ ...kept, atMs: kept.atMs - 100 * 60_000 }));
      });
      await context.setOffline(true);
      await expect(status(page)).toContainText(/100分钟前.*已错过 3 次/);
      await expect(status(page)).toContainText('没有网络，暂停');
      await expect(
        page.getByText(/数据接口未能取到，显示的是 \d{4}-\d\d-\d\d 取得的数据。原因：没有网络连接/),
      ).toBeVisible();
      expect(news()).toEqual([]);
      await context.setOffline(false);
      await expect(status(page)).toContainText('刚刚');
      await expect(page.getByText('数据接口未能取到')).toHaveCount(0);
      expect(news()).toEqual(['304', '304', '304', '304']);
    });
  });
});

test('two tabs: one asks, both show it', async ({ page, context }) => {
  await withOffice({ source: FEED }, async ({ address, feed, news }) => {
    await openData(page, address);
    const other = await context.newPage();
    await openData(other, address);
    const before = await digest(page);
    news();
    feed.setBodies(change(WAS + 77, null));
    await tryNow(other);
    await expect.poll(() => digest(other)).not.toBe(before);
    const after = await digest(other);
    await page.bringToFront();
    await expect.poll(() => digest(page)).toBe(after);
    expect(news().filter((answer) => answer.endsWith('catalog.json'))).toHaveLength(1);
    await other.close();
  });
});

test.describe('set on the page', () => {
  test.use({ tolerated: [/^console: Failed to load resource: the server responded with a status of 401/] });

  test('address, headers and interval: checked in words, kept in this browser, taken back', async ({ page }) => {
    const config = { source: { kind: 'demonstration' } };
    const set = async ({ address, news }: Office): Promise<void> => {
      await openData(page, address);
      await page.getByText('数据接口设置').click();
      const form = page.locator('.feed-form');
      const url = form.getByRole('textbox', { name: '目录地址' });
      const save = form.getByRole('button', { name: '保存并取数' });

      await url.fill('https://elsewhere.example/catalog.json');
      await form.getByRole('button', { name: '添加请求头' }).click();
      await form.getByLabel('第1个请求头的名称').fill('Cookie');
      await form.getByLabel('第1个请求头的值').fill('x');
      await form.getByLabel(/取数间隔/).fill('often');
      await save.click();
      await expect(form).toContainText('安全策略不允许访问 https://elsewhere.example');
      await expect(form).toContainText('“Cookie”由浏览器掌管，网页不能设置');
      await expect(form).toContainText('间隔须为 0（只手动）或 1—10080 分钟的整数');
      await expect(form).toContainText('只以明文保存在本机浏览器中');
      await expect(form.getByLabel('第1个请求头的值')).toHaveAttribute('type', 'password');
      await checkAxe(page);

      await url.fill('feed/catalog.json');
      await form.getByLabel('第1个请求头的名称').fill('X-Api-Key');
      await form.getByLabel('第1个请求头的值').fill('wrong');
      await form.getByLabel(/取数间隔/).fill('15');
      await save.click();
      await expect(page.getByText(/错误状态 401（未获准访问）/).first()).toBeVisible();
      expect(news()).toEqual(['401 catalog.json']);
      await form.getByLabel('第1个请求头的值').fill('secret');
      await save.click();
      await expect(status(page)).toContainText(/约1[4-6]分钟后/);
      expect(news().every((answer) => answer.startsWith('200 '))).toBe(true);

      await openData(page, address);
      await expect(status(page)).toContainText(/约1[4-6]分钟后/);
      expect(news()).toEqual(['304', '304', '304', '304']);
      await page.getByText('数据接口设置').click();
      await form.getByRole('button', { name: '恢复系统预设' }).click();
      await expect(page.getByRole('region', { name: '当前数据来源：演示数据' })).toBeVisible();
      await expect(status(page)).toHaveCount(0);
      expect(await page.evaluate(() => localStorage.getItem('fengsui.feed'))).toBeNull();
      expect((await rowsOf(page.getByRole('table', { name: '数据批次' })))[0]?.[3]).not.toBe('');
    };
    await withOffice(config, set, ['X-Api-Key', 'secret']);
  });
});

test('on another site that the policy names: preflight, 304 and all', async ({ page }) => {
  const feed = exampleFeed(BODIES, { key: ['X-Api-Key', 'k'] });
  const site = createServer(feed.listener);
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  const source = { kind: 'http-feed', url: `${origin}/catalog.json`, headers: [{ name: 'X-Api-Key', value: 'k' }] };
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  // As the build writes it when config.json names this feed.
  const [closed, open] = [policy([]), policy([origin])].map((text) => text.replaceAll("'", '&#39;'));
  const built = html.includes(closed!) ? html.replace(closed!, open!) : html.replace(policy([]), policy([origin]));
  expect(built).not.toBe(html);
  const host = await serveDist('/office/', (file) => {
    if (file === 'config.json') return (_, response) => void response.end(JSON.stringify({ source }));
    if (file === 'index.html') {
      return (_, response) => void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(built);
    }
    return null;
  });
  try {
    await openData(page, host.address);
    await tryNow(page);
    await expect(status(page).locator('.trouble')).toHaveCount(0);
    expect(feed.log.map((entry) => entry.status)).toEqual([200, 200, 200, 200, 304, 304, 304, 304]);
  } finally {
    host.close();
    site.close();
  }
});
