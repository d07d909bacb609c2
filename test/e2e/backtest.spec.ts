import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import papaparse from 'papaparse';
import { checkAxe, expect, test } from './fixture';
import { chartTable, expectQuery, rowsOf } from './page-steps';

/** The backtest part of the rules screen, at an address. */
async function openBacktest(page: Page, query: Readonly<Record<string, string>>): Promise<void> {
  await page.goto(`./?${new URLSearchParams({ tab: 'backtest', ...query })}#/rules`);
  await page.locator('[data-ready="rules"]').waitFor({ state: 'attached' });
}

const scores = (page: Page) =>
  page.getByRole('region', { name: /^(各级与各规则的得分|Scores of levels and rules)/ }).getByRole('table');

test('by address: scores, one alarm closely, a calibrated line into the draft; faults of a list are all told', async ({
  page,
}) => {
  await openBacktest(page, {
    on: 'registered_unemployment_rate',
    events: 'rise',
    rise: '0.3',
    fit: '3',
    hold: '2022-01',
  });
  await expect(page.getByTestId('backtest-result')).toContainText(/\d+ 个不同时间的事件，分布于 \d+ 个地区/);
  const [levels] = await rowsOf(scores(page));
  expect(levels![0]).toContain('地区等级');
  // Hits and misses are the episodes.
  const [episodes, hits, misses] = levels!.slice(2, 5).map(Number);
  expect(hits! + misses!).toBe(episodes);
  expect(episodes).toBeGreaterThan(10);

  await page.getByRole('link', { name: '城镇登记失业率同比升幅' }).first().click();
  await expectQuery(page, { line: 'registered-rate-change:1' });
  await expect(page.getByTestId('backtest-said')).toContainText('个可计事件');
  const figures = page.getByRole('figure');
  await expect(figures).toHaveCount(3);
  expect((await chartTable(figures.nth(1))).at(-1)![0]).toBe('漏报');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载CSV' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('演示数据 回测得分.csv');
  const { data } = papaparse.parse<string[]>(readFileSync((await file.path())!, 'utf8').trimEnd());
  // Two lines of words and one of heads stand above the figures.
  expect(data[3]!.slice(1, 8)).toEqual(['地区等级', '', '1', '', ...[episodes, hits, misses].map(String)]);

  await page
    .getByRole('button', { name: /把.+写入草稿，作为Ⅳ级（蓝色）阈值/ })
    .first()
    .click();
  await expect(page.getByRole('status').filter({ hasText: '已写入草稿' })).toContainText('城镇登记失业率同比升幅的Ⅳ级');
  await checkAxe(page);

  await page.getByText('给定', { exact: true }).click();
  await page
    .getByRole('textbox', { name: /^CSV/ })
    .fill('region_code,start,end\n999,2020-01,2020-13\n*,2021-01,2020-12');
  await page.getByTestId('backtest-run').click();
  await expect(page.getByRole('heading', { name: /^事件清单有 \d+ 处不合规定/ })).toBeVisible();
  await expect(page.getByRole('table', { name: /^事件清单/ })).toContainText(/第2行 region_code.*999/);
});

test('two sets in English and dark; every period as known then can be stopped', async ({ page }) => {
  await openBacktest(page, { lang: 'en', theme: 'dark', against: 'draft', events: 'rise', rise: '0.3', least: '1' });
  await expect(page.getByRole('heading', { name: 'No difference in the alarms that both have' })).toBeVisible();
  await expect(page.getByTestId('backtest-result')).not.toContainText(/[\u4e00-\u9fff]/);
  await checkAxe(page);
  await page.getByText('then', { exact: true }).click();
  await page.getByTestId('backtest-run').click();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Stopped' })).toBeVisible();
  await expectQuery(page, { known: 'then' });
});
