import { checkAxe, expect, test } from './fixture';
import { chartTable, expectQuery, open, rankedLevels, rankTable, ready } from './page-steps';

test('opens with the judgement and twelve ranked leagues, marked as a demonstration', async ({ page }) => {
  await open(page, 'overview');
  await expect(page.getByRole('banner').getByText('演示数据，非真实统计')).toBeVisible();
  const judgement = page.getByRole('region', { name: '总览' });
  await expect(judgement.locator('strong')).toContainText('乌海市');
  await expect(judgement).toContainText('12个盟市中');
  await expect(judgement.getByRole('group', { name: '主要指标' }).getByText('登记失业率')).toBeVisible();

  const levels = await rankedLevels(page);
  expect(levels.size).toBe(12);
  expect(levels.get('乌海市')).toBe('Ⅰ 红');
  expect(levels.keys().next().value).toBe('乌海市');
  // Worse levels stand before better ones, insufficient data after normal.
  const order = ['Ⅰ 红', 'Ⅱ 橙', 'Ⅲ 黄', 'Ⅳ 蓝', '正常', '数据不足'];
  const ranks = [...levels.values()].map((level) => order.indexOf(level));
  expect(ranks).not.toContain(-1);
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  await checkAxe(page);
});

test('the period is scrubbed by buttons and by keyboard; address, table and judgement follow', async ({ page }) => {
  await open(page, 'overview', { period: '2026-03' });
  const period = page.getByRole('group', { name: '时期' });
  const slider = period.getByRole('slider', { name: '时期' });
  const now = period.getByRole('status');
  const table = rankTable(page);
  await expect(table.getByRole('row', { name: /乌海市/ })).toContainText('Ⅰ 红');

  await period.getByRole('button', { name: '上一期' }).click();
  await expect(now).toHaveText('2026年2月');
  await expectQuery(page, { period: '2026-02' });
  await period.getByRole('button', { name: '下一期' }).click();
  await expectQuery(page, { period: '2026-03' });

  await slider.focus();
  for (let k = 0; k < 6; k++) await page.keyboard.press('ArrowLeft');
  await expect(now).toHaveText('2025年9月');
  await expect(slider).toHaveAttribute('aria-valuetext', '2025年9月');
  await expect(table.getByRole('row', { name: /乌海市/ })).toContainText('正常');
  await expectQuery(page, { period: '2025-09' });

  await page.keyboard.press('Home');
  await expect(now).toHaveText('2017年1月');
  await expect(period.getByRole('button', { name: '上一期' })).toBeDisabled();
  await page.keyboard.press('End');
  await expect(now).toHaveText('2026年10月');
  await period.getByRole('button', { name: '上一期' }).click();
  await period.getByRole('button', { name: '最新' }).click();
  await expect(now).toHaveText('2026年10月');
  await expectQuery(page, { period: null });
});

test('an address opens exactly that view', async ({ page }) => {
  await open(page, 'overview', { period: '2022-08', lang: 'en' });
  await expect(page).toHaveTitle('Overview · Fengsui');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('group', { name: 'Period' }).getByRole('status')).toHaveText(/Aug.* 2022/);
  await expect(page.getByRole('banner').getByText('Demonstration data, not real')).toBeVisible();
  expect((await rankedLevels(page)).size).toBe(12);
  await expect(page.getByRole('main')).not.toContainText(/[\u4e00-\u9fff]/);
});

test('map and tiles: the tiles reach 103 counties, a region opens its own screen, and back leads back', async ({
  page,
}) => {
  await open(page, 'overview');
  const map = page.getByRole('figure').filter({ has: page.getByRole('group', { name: '地图形式' }) });
  expect(await chartTable(map)).toHaveLength(12);
  await map.getByText('方格图').click();
  await expectQuery(page, { map: 'tiles' });
  await expect(map.getByRole('img')).toHaveAttribute('aria-label', /乌海市/);
  const regions = await chartTable(map);
  expect(regions).toHaveLength(12 + 103);
  expect(regions.find((row) => row.includes('海勃湾区'))).toContain('Ⅰ级（红色）');

  await map.getByText('边界图').click();
  await expectQuery(page, { map: null });
  // 乌海 is a few pixels of the map; 呼伦贝尔, in the north-east, is the largest of all.
  const drawing = map.getByRole('img');
  await drawing.scrollIntoViewIfNeeded();
  const { width, height } = (await drawing.boundingBox())!;
  await drawing.click({ position: { x: width * 0.78, y: height * 0.35 } });
  await expect(page.getByRole('heading', { level: 1, name: '呼伦贝尔市' })).toBeVisible();
  await expectQuery(page, { region: '150700' });

  await page.goBack();
  await ready(page, 'overview');
  await expectQuery(page, { region: null });
  await rankTable(page).getByRole('link', { name: '乌海市' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '乌海市' })).toBeVisible();
  await page.goBack();
  await ready(page, 'overview');
  await page.goForward();
  await expect(page.getByRole('heading', { level: 1, name: '乌海市' })).toBeVisible();
});

test('language and theme change the words and the colours and nothing else of the place', async ({ page }) => {
  await open(page, 'overview', { period: '2020-06', list: 'ends' });
  expect((await rankedLevels(page)).size).toBe(103);
  await page.getByRole('button', { name: 'Switch to English' }).click();
  await expectQuery(page, { lang: 'en', period: '2020-06', list: 'ends' });
  await expect(page).toHaveTitle('Overview · Fengsui');
  await page.getByRole('combobox', { name: 'Theme' }).selectOption({ label: 'Dark' });
  await expectQuery(page, { lang: 'en', theme: 'dark', period: '2020-06', list: 'ends' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await page.evaluate(() => getComputedStyle(document.body.parentElement!).colorScheme)).toBe('dark');
  expect((await rankedLevels(page)).size).toBe(103);

  // The choice is the user's: it holds where the address says nothing. Here with data missing, and a table open.
  await open(page, 'overview', { period: '2021-06', map: 'tiles' });
  await expect(page).toHaveTitle('Overview · Fengsui');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect((await rankedLevels(page)).get('Hinggan League')).toBe('No data');
  await chartTable(page.getByRole('figure').filter({ has: page.getByRole('group', { name: 'Kind of map' }) }));
  await checkAxe(page);
});
