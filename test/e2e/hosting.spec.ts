import { expect, test } from './fixture';
import { expectQuery, goTo, rankedLevels, rankTable, ready, type Screen, showPeriod } from './page-steps';
import { serveDist } from './static-server';

const SCREENS: readonly Screen[] = ['region', 'indicators', 'data', 'overview'];

// A name that is neither localhost nor https, as an intranet has it: no service worker, no secure context.
test.use({
  launchOptions: async ({ launchOptions }, use) => {
    await use({
      ...launchOptions,
      args: [...(launchOptions.args ?? []), '--host-resolver-rules=MAP intranet.test 127.0.0.1'],
    });
  },
  tolerated: [/^call outside: http:\/\/intranet\.test:\d+\/office\//],
});

test('works under a sub-path, asks for nothing outside it, and holds its policy', async ({ page }) => {
  const host = await serveDist('/intranet/fengsui/');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  try {
    await page.goto(host.address);
    await ready(page, 'overview');
    expect((await rankedLevels(page)).get('乌海市')).toBe('Ⅰ 红');
    for (const screen of SCREENS) await goTo(page, screen);
    const outside = asked.filter((url) => !url.startsWith(host.address) && !/^(data|blob):/.test(url));
    expect(outside).toEqual([]);
    expect(host.served.has('mockServiceWorker.js')).toBe(true);

    const policy = (await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')) ?? '';
    const rules = new Map(policy.split(';').map((rule) => rule.trim().split(/ (.*)/) as [string, string]));
    expect(rules.get('script-src')).toBe("'self'");
    expect(rules.get('default-src')).toBe("'self'");
    expect(rules.get('connect-src') ?? rules.get('default-src')).toBe("'self'");
    expect(policy).not.toMatch(/unsafe-eval|unsafe-hashes|https?:|\*/);
    // The policy is in force, not only written down.
    expect(
      await page.evaluate(() =>
        fetch('https://example.org/').then(
          () => 'fetched',
          () => 'refused',
        ),
      ),
    ).toBe('refused');
  } finally {
    host.close();
  }
});

test('works over plain http on an intranet name, where no service worker can run', async ({ page }) => {
  const host = await serveDist('/office/');
  try {
    await page.goto(host.address.replace('127.0.0.1', 'intranet.test'));
    await ready(page, 'overview');
    expect(await page.evaluate(() => [isSecureContext, 'serviceWorker' in navigator])).toEqual([false, false]);
    await expect(page.getByRole('banner').getByText('演示数据 · 非真实')).toBeVisible();
    expect((await rankedLevels(page)).get('乌海市')).toBe('Ⅰ 红');
    for (const screen of SCREENS) await goTo(page, screen);
  } finally {
    host.close();
  }
});

test('goes on working when the network is gone', async ({ page, context }) => {
  const host = await serveDist('/intranet/fengsui/');
  try {
    await page.goto(`${host.address}?lang=zh#/overview`);
    await ready(page, 'overview');
    await goTo(page, 'region');
    await goTo(page, 'overview');
    await context.setOffline(true);
    host.close();
    await showPeriod(page, '2026-03');
    expect((await rankedLevels(page)).get('乌海市')).toBe('Ⅰ 红');
    await page.getByText('方格图').click();
    await expectQuery(page, { map: 'tiles' });
    await rankTable(page).getByRole('link', { name: '乌海市' }).click();
    await ready(page, 'region');
    await goTo(page, 'overview');
    // Not opened before: either it is there, or the page says what is missing and the rest works on.
    await page.getByRole('navigation').getByRole('link', { name: '数据' }).click();
    const missing = page.getByRole('alert');
    await expect(page.locator('[data-ready="data"]').or(missing)).toBeVisible();
    console.log('a screen not opened before, offline:', (await missing.count()) ? await missing.innerText() : 'works');
    await goTo(page, 'overview');
    expect((await rankedLevels(page)).get('乌海市')).toBe('Ⅰ 红');
  } finally {
    host.close();
  }
});
