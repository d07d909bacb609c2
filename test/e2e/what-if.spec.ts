import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { checkAxe, expect, test } from './fixture';

async function openTab(page: Page, tab: 'what-if' | 'tests', query: Readonly<Record<string, string>> = {}) {
  await page.goto(`./?${new URLSearchParams({ ...query, tab })}#/rules`);
  await page.getByTestId('screen-rules').waitFor();
}

const result = (page: Page) => page.getByTestId('what-if-result');

test('a scenario: levels move, every part says that it is not actual, and it is kept', async ({ page }) => {
  await openTab(page, 'what-if');
  await page.getByRole('button', { name: '示例：新申领失业金增至 1.6 倍' }).click();
  const counts = result(page).getByRole('table', { name: '各等级地区数' });
  await expect(counts.getByRole('row', { name: /^12 盟市 · 现行/ })).toBeVisible();
  await expect(result(page).getByRole('heading', { name: /^2026年10月：\d+个地区等级上升，0个下降$/ })).toBeVisible();
  // The banner, and the line below the title of each card.
  await expect(result(page).getByText(/^情景推演 · 非实际数据/)).toHaveCount(6);
  await expect(result(page).getByRole('img', { name: /推演/ }).first()).toBeVisible();
  await checkAxe(page);

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    result(page).getByRole('button', { name: '下载 CSV' }).click(),
  ]);
  expect(file.suggestedFilename()).toContain('非实际数据');
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\n');
  expect(lines.length).toBeGreaterThan(100);
  expect(lines.slice(1).every((line) => line.startsWith('情景推演 · 非实际数据,'))).toBe(true);

  // A path into periods that nobody has reported, by keyboard; what is wrong with it is said at its place.
  await page.getByRole('radio', { name: '倍数' }).press('ArrowRight');
  await page.getByRole('radio', { name: '增减量' }).press('ArrowRight');
  await expect(page.getByRole('radio', { name: '路径' })).toBeChecked();
  await expect(page.getByRole('alert').first()).toContainText('values');
  await page.getByRole('combobox', { name: '指标' }).selectOption('surveyed_unemployment_rate');
  await page.getByRole('combobox', { name: '地区', exact: true }).first().selectOption('150200');
  await page.getByRole('combobox', { name: '自', exact: true }).selectOption('2026-11');
  await page.getByRole('combobox', { name: '至', exact: true }).selectOption('2027-04');
  await page.getByRole('textbox', { name: /^逐期数值/ }).fill('7.0+0.5x6');
  await expect(
    result(page)
      .getByRole('heading', { name: /^2027年4月/ })
      .first(),
  ).toBeVisible();
  await expect(result(page).getByRole('combobox', { name: '时期' })).toContainText('2027年4月（推测期）');

  await page.getByRole('textbox', { name: '名称' }).fill('包头走高');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByRole('row', { name: /包头走高/ })).toBeVisible();
  await openTab(page, 'what-if', { again: '1' });
  await page.getByRole('button', { name: '打开包头走高' }).click();
  await expect(page.getByRole('textbox', { name: /^逐期数值/ })).toHaveValue('7 7.5 8 8.5 9 9.5');
  await page.getByRole('button', { name: '为包头走高改名' }).click();
  await page.getByRole('textbox', { name: '为包头走高改名' }).fill('包头上行');
  await page.getByRole('textbox', { name: '为包头走高改名' }).press('Enter');
  await page.getByRole('button', { name: '复制包头上行' }).click();
  await expect(page.getByRole('row', { name: /包头上行（副本）/ })).toBeVisible();
  await page.getByRole('button', { name: '移除包头上行（副本）' }).click();
  await expect(page.getByText('已移除“包头上行（副本）”')).toBeVisible();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByRole('row', { name: /包头上行（副本）/ })).toBeVisible();

  // A file with faults is not opened, and every fault is told.
  const wrong = { schema: 'fengsui-scenario/1', name: 'x', note: '', shocks: [{ indicator: '' }], thresholds: {} };
  await page
    .getByLabel('导入 JSON')
    .last()
    .setInputFiles({
      name: 'wrong.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(wrong)),
    });
  const faults = page.getByRole('table', { name: '文件中的问题，未打开' });
  await expect(faults.getByRole('row')).toHaveCount(6);
  await expect(faults.getByRole('row', { name: /\.shocks\[0\]\.kind/ })).toBeVisible();
});

test('rule tests: the example passes, a wrong expectation is shown with what the rule measured', async ({ page }) => {
  await openTab(page, 'tests', { lang: 'en', theme: 'dark' });
  const results = page.getByTestId('rule-tests-result');
  await results.getByRole('button', { name: 'Begin with the example' }).click();
  await expect(results.getByRole('heading', { name: /all 3 tests pass$/ })).toBeVisible();
  const editor = page.getByRole('textbox', { name: 'Test file (JSON)' });
  const text = await editor.inputValue();
  await editor.fill(text.replace('"0x2 1"', '"0 1 1"'));
  await expect(results.getByRole('heading', { name: /1 of 3 tests fail$/ })).toBeVisible();
  const failed = results.getByRole('row', { name: /✗ fail/ });
  await expect(failed).toContainText('2025-05 level of rule unemployment-rise: got Normal, expected Ⅳ Blue');
  await expect(failed).toContainText('statistic 0.3300');
  await failed.getByRole('button', { name: /^By period/ }).press('Enter');
  await expect(results.getByRole('row', { name: /^May 2025/ })).toContainText('✗ Ⅳ Blue → Normal');
  await checkAxe(page);
  await editor.fill(text.replace('5.0x3', '5.0x').replace('"unemployment-rise"\n', '"nobody"\n'));
  const faults = results.getByRole('table', { name: 'What is wrong with the file; nothing was run' });
  await expect(faults.getByRole('row', { name: /\.rules\[1\]/ })).toBeVisible();
  await expect(faults.getByRole('row', { name: /5\.0x/ })).toBeVisible();
  await editor.fill('{ "schema": ');
  await expect(faults).toContainText('Not JSON');
});
