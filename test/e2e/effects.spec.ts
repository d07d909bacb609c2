import type { Page } from '@playwright/test';
import { checkAxe, expect, test } from './fixture';
import { expectQuery, open, rowsOf } from './page-steps';

/** What a measure brought: asked by address, by hand, and with other controls. */

const verdict = (page: Page) => page.getByTestId('effects-verdict');
const answered = (page: Page) => page.locator('[data-ready="effects"]').waitFor({ state: 'attached' });
const controls = (page: Page) => page.getByRole('table', { name: '可比地区', exact: true });

test('a question in the address is answered in words, and changes by hand stand in it', async ({ page }) => {
  await open(page, 'response', { tab: 'effects', of: '150700', figure: 'openings', start: '2023-03' });
  await answered(page);
  await expect(verdict(page)).toHaveAttribute('data-kind', 'no-difference');
  await expect(verdict(page)).toContainText('2023年3月—2024年2月，呼伦贝尔市市场需求人数与可比地区走势的差别');
  const methods = await rowsOf(page.getByRole('table', { name: '两种方法' }));
  expect(methods.map(([name, says]) => [name, says])).toEqual([
    ['双重差分', '看不出差别'],
    ['合成对照', '看不出差别'],
  ]);
  // Weights of the twin add up to the whole.
  const weights = (await rowsOf(controls(page))).map((row) => Number.parseFloat(row[2]!) || 0);
  expect(Math.abs(weights.reduce((sum, w) => sum + w, 0) - 100)).toBeLessThan(0.6);
  await checkAxe(page);

  // Its state comes back by the address: a moment after the click.
  await page.getByRole('checkbox', { name: '采用锡林郭勒盟' }).click();
  await expectQuery(page, { without: '152500', with: null });
  await expect(controls(page).getByRole('row', { name: /锡林郭勒盟/ })).toContainText('人工剔除');
  await page.getByRole('button', { name: '恢复自动选取' }).click();
  await expectQuery(page, { without: null });

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载CSV' }).click();
  expect((await download).suggestedFilename()).toContain('演示数据');
});

test('a region whose trouble came before the measure: it cannot be told, and why', async ({ page }) => {
  await open(page, 'response', {
    tab: 'effects',
    of: '150300',
    figure: 'surveyed_unemployment_rate',
    start: '2026-03',
  });
  await answered(page);
  await expect(verdict(page)).toHaveAttribute('data-kind', 'cannot-be-told');
  await expect(page.getByText(/^起始前最近3期与可比地区的差距已改变\+/)).toBeVisible();
  await page.getByRole('combobox', { name: /^地区/ }).selectOption('150000');
  await expect(page.getByText('没有同级地区可比').first()).toBeVisible();
  await expectQuery(page, { of: '150000', start: '2026-03' });
});
