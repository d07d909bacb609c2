import type { Locator, Page } from '@playwright/test';
import { checkAxe, expect, test } from './fixture';
import { confirm, csvFile, expectQuery, goTo, open, pick, ready, rowsOf, showPeriod } from './page-steps';

/** Any figure as it was known on any day: the control is on every screen, and its day in the address. */

const known = (page: Page): Locator => page.getByRole('banner').getByRole('group').filter({ hasText: /已知/ });

async function knowAsOf(page: Page, day: string): Promise<void> {
  await known(page).locator('summary').click();
  await known(page).getByLabel('按哪一天已知的数据评定').fill(day);
  await known(page).getByRole('button', { name: '评定' }).click();
  await expectQuery(page, { asof: day });
  await expect(known(page).locator('summary')).toHaveText(`截至 ${day} 已知`);
}

test('on every screen; the same month has another level on another day, and the data screen says why', async ({
  page,
}) => {
  const level = page.getByRole('main').locator('.level').first();
  await open(page, 'region', { region: '150622', period: '2026-09', asof: '2026-10-10' });
  await expect(level).toHaveText('Ⅱ 橙');
  await known(page).locator('summary').click();
  await known(page).getByRole('button', { name: '用全部已知数据' }).click();
  await expect(level).toHaveText('Ⅰ 红');
  await knowAsOf(page, '2026-10-10');
  await expect(level).toHaveText('Ⅱ 橙');
  for (const screen of ['overview', 'indicators', 'data'] as const) {
    await goTo(page, screen);
    await expect(known(page).locator('summary'), screen).toHaveText('截至 2026-10-10 已知');
    await expectQuery(page, { asof: '2026-10-10' });
  }

  await known(page).locator('summary').click();
  await known(page).getByRole('button', { name: '用全部已知数据' }).click();
  await page.getByLabel('自该日之后').fill('2026-10-10');
  await page.getByRole('button', { name: '比较' }).click();
  await expectQuery(page, { since: '2026-10-10', asof: null });
  const revisions = page.getByTestId('revisions');
  await expect(revisions).toContainText(/2026年10月10日之后：修订\d+个数值，新得知[\d,]+个；\d+个等级改变/);
  const moved = (await rowsOf(revisions.getByRole('table', { name: '等级变动' }))).find(
    ([name]) => name === '准格尔旗',
  );
  expect(moved!.slice(1, 4)).toEqual(['2026年9月', 'Ⅱ 橙', 'Ⅰ 红']);
  expect(moved![5]).toContain('工业增加值增速偏低 Ⅲ 黄 → Ⅱ 橙');
  const changes = await rowsOf(revisions.getByRole('table', { name: '数值变动' }));
  // Before with its day, after with its day, by how much.
  expect(changes[0]![4]).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(changes[0]![6]).toMatch(/^2026-1[01]-\d\d$/);
  expect(changes[0]![7]).toMatch(/^[+−]/);
  await checkAxe(page);
});

test('a revision and nothing else: two levels of one month, and the proof names both vintages', async ({ page }) => {
  const months = Array.from({ length: 24 }, (_, k) => [2020 + Math.floor(k / 12), (k % 12) + 1] as const);
  const two = (n: number): string => String(n).padStart(2, '0');
  const lines = ['150200', '150300'].flatMap((code) =>
    months.flatMap(([year, month], k) => {
      const row = (value: number, day: string): string =>
        `${code},unemployment_rate_sa,${year}-${two(month)},${value},percent,${day}`;
      const published = month === 12 ? `${year + 1}-01-20` : `${year}-${two(month + 1)}-20`;
      return code === '150200' && k === 22 ? [row(4, '2021-12-20'), row(9, '2022-01-10')] : [row(4, published)];
    }),
  );
  await open(page, 'data');
  await pick(page, csvFile('vintages.csv', ['region_code,indicator,period,value,unit,known_on', ...lines].join('\n')));
  await confirm(page);
  await knowAsOf(page, '2021-12-25');
  await goTo(page, 'overview');
  await page.getByRole('main').getByRole('link', { name: '包头市' }).first().click();
  await ready(page, 'region');
  // The latest month then, and not in the address before it was chosen.
  await showPeriod(page, '2021-10');
  await showPeriod(page, '2021-11');
  const main = page.getByRole('main');
  const level = main.locator('.level').first();
  await expect(level).toHaveText('正常');
  await expect(main).not.toContainText('修订前');
  await knowAsOf(page, '2022-01-20');
  await expect(level).toHaveText(/^[ⅠⅡⅢⅣ] /);
  await expect(main).toContainText('2022-01-10 已知 · 修订前 4.0%（2021-12-20 已知）');
});
