import { expect, test } from './fixture';
import { expectQuery, goTo, rankedLevels, rankTable, ready, type Screen, showPeriod } from './page-steps';
import { serveDist } from './static-server';

// Everything is fetched beforehand, so that the network may go.
test.use({ sparing: false });

const SCREENS: readonly Screen[] = [
  'region',
  'indicators',
  'warnings',
  'response',
  'plan',
  'rules',
  'data',
  'overview',
];

// A name that is neither localhost nor https, as an intranet has it: no service worker, no secure context.
test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const args = [...(launchOptions.args ?? []), '--host-resolver-rules=MAP intranet.test 127.0.0.1'];
    await use({ ...launchOptions, args });
  },
});

test.describe('the policy', () => {
  test.use({ tolerated: [/https:\/\/example\.org|^console: Executing inline script violates/] });

  test('lets in no script but our own, and nothing out', async ({ page }) => {
    await page.goto('./');
    const policy = (await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')) ?? '';
    const rules = new Map(policy.split(';').map((rule) => rule.trim().split(/ (.*)/) as [string, string]));
    expect(rules.get('default-src')).toBe("'self'");
    expect(rules.get('script-src')).toBe("'self'");
    expect(rules.get('connect-src') ?? rules.get('default-src')).toBe("'self'");
    expect(policy).not.toMatch(/unsafe-eval|unsafe-hashes|https?:|\*/);
    // It is in force, not only written down.
    const tried = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.scriptRan = true';
      document.head.append(script);
      script.remove();
      return {
        inline: 'scriptRan' in window,
        outside: await fetch('https://example.org/').then(
          () => true,
          () => false,
        ),
      };
    });
    expect(tried).toEqual({ inline: false, outside: false });
  });
});

test.describe('over plain http on an intranet name', () => {
  test.use({ tolerated: [/^call outside: http:\/\/intranet\.test:\d+\/office\//] });

  test('works without a service worker', async ({ page }) => {
    const host = await serveDist('/office/');
    try {
      await page.goto(host.address.replace('127.0.0.1', 'intranet.test'));
      await ready(page, 'overview');
      expect(await page.evaluate(() => [isSecureContext, 'serviceWorker' in navigator])).toEqual([false, false]);
      await expect(page.getByRole('banner').getByText('演示数据，非真实统计')).toBeVisible();
      expect((await rankedLevels(page)).get('乌海市')).toBe('Ⅰ 红');
      for (const screen of SCREENS) await goTo(page, screen);
    } finally {
      host.close();
    }
  });
});

test.describe('under a sub-path, the network gone after loading', () => {
  // Browsers ask for the icon of a page again and again, and log every failed fetch.
  test.use({ tolerated: [/^console: Failed to load resource: net::ERR_.*\/favicon\.svg\)/] });

  test('nothing outside it is asked for, and all screens go on working', async ({ page, context }) => {
    test.setTimeout(120_000);
    const host = await serveDist('/intranet/fengsui/');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    try {
      await page.goto(host.address);
      await ready(page, 'overview');
      const fetched = (part: string): boolean => [...host.served].some((file) => file.includes(part));
      const parts = [
        'RegionScreen',
        'EditPart',
        'TestsPart',
        'TrackRecord',
        'farrington',
        'IndicatorsScreen',
        'DataScreen',
        'WarningsScreen',
        'CasesPart',
        'PlanScreen',
        'MatrixPart',
        'find-spells',
        'register-figures',
        'engine-detail',
        'outlook-of',
        'engine-briefing',
        'stored-write',
        'read-file',
        'BuilderPart',
        'pptx',
        'render-svg',
      ];
      for (const part of parts) {
        await expect.poll(() => fetched(part), part).toBe(true);
      }
      for (let count = 0; count < host.served.size; await page.waitForTimeout(2000)) count = host.served.size;
      expect(host.served.has('mockServiceWorker.js')).toBe(true);
      expect(asked.filter((url) => !url.startsWith(host.address) && !/^(data|blob):/.test(url))).toEqual([]);
      await context.setOffline(true);
      host.close();
      await showPeriod(page, '2026-03');
      await page.getByText('方格图').click();
      await expectQuery(page, { map: 'tiles' });
      await rankTable(page).getByRole('link', { name: '乌海市' }).click();
      await ready(page, 'region');
      await expect(page.getByRole('region', { name: /^为什么是Ⅰ级/ })).toBeVisible();
      for (const screen of SCREENS) await goTo(page, screen);
      expect((await rankedLevels(page)).get('乌海市')).toBe('Ⅰ 红');
      // The journey to the governor's office: a briefing is made and written without any network.
      await goTo(page, 'briefing');
      await page.getByRole('button', { name: /^生成2026年/ }).click();
      await page.locator('[data-keeping="kept"]').waitFor();
      await page.getByText(/^导出/).click();
      for (const [format, ending] of [
        ['演示文稿', 'pptx'],
        ['公文', 'docx'],
      ] as const) {
        const file = page.waitForEvent('download');
        await page.getByRole('button', { name: new RegExp(`^${format}`) }).click({ timeout: 15_000 });
        expect((await file).suggestedFilename()).toMatch(new RegExp(`^演示数据.*月报.*\\.${ending}$`));
      }
    } finally {
      host.close();
    }
  });
});

test.describe('when the network goes too early', () => {
  test.use({
    serviceWorkers: 'block',
    tolerated: [/^console: (Failed to load resource: net::ERR_|TroubleError: |Error: Unable to preload)/],
  });

  test('a screen that could not be fetched says so, and the rest works on', async ({ page }) => {
    const host = await serveDist('/intranet/fengsui/');
    try {
      await page.route(/DataScreen/, (route) => route.abort());
      await page.goto(host.address);
      await ready(page, 'overview');
      await page.getByRole('navigation').getByRole('link', { name: '数据' }).click();
      const said = page.getByRole('alert');
      await expect(said).toContainText('尚未取到：网络不通');
      await expect(said).toContainText('数据没有受影响');
      await goTo(page, 'overview');
      expect((await rankedLevels(page)).get('乌海市')).toBe('Ⅰ 红');
      await page.unroute(/DataScreen/);
      await page.getByRole('navigation').getByRole('link', { name: '数据' }).click();
      await said.getByRole('button', { name: '重新加载页面' }).click();
      await ready(page, 'data');
    } finally {
      host.close();
    }
  });
});
