import type { Page } from '@playwright/test';
import { expect, test } from './fixture';
import { confirm, csvFile, open, pick, rowsOf, type UploadFile } from './page-steps';

function figures(name: string, code: string): UploadFile {
  const rows = Array.from({ length: 36 }, (_, k) => {
    const month = `${2023 + Math.floor(k / 12)}-${String((k % 12) + 1).padStart(2, '0')}`;
    return `${code},registered_unemployment_rate,${month},${3 + (k % 7) / 10}`;
  });
  return csvFile(name, ['region_code,indicator,period,value', ...rows].join('\n'));
}

const batches = async (page: Page): Promise<readonly string[]> =>
  (await rowsOf(page.getByRole('table', { name: '数据批次' }))).map(([name = '']) => name).toSorted();
const table = async (page: Page, name: string, column: number): Promise<readonly string[]> =>
  (await rowsOf(page.getByTestId('keeping').getByRole('table', { name }))).map((cells) => cells[column] ?? '');

test('two tabs stay in step without a reload, and neither overwrites the other', async ({ page, context }) => {
  const other = await context.newPage();
  const both = [page, other];
  for (const tab of both) await open(tab, 'data');
  const reloads: string[] = [];
  for (const tab of both) tab.on('load', () => reloads.push(tab.url()));

  await page.getByRole('textbox', { name: '您的称呼' }).fill('王科长');
  await expect(other.getByRole('textbox', { name: '您的称呼' })).toHaveValue('王科长');

  await pick(page, figures('a.csv', '150200'));
  await confirm(page);
  await expect.poll(() => batches(other)).toEqual(['a.csv']);
  await expect.poll(() => table(other, '变更记录', 1)).toEqual(['导入 a.csv']);

  // Both look at a file before either has loaded it, then both load it at once: each knows only its own.
  await pick(page, figures('b.csv', '150300'));
  await pick(other, figures('c.csv', '150400'));
  await Promise.all(both.map((tab) => tab.getByTestId('confirm-add').click()));
  for (const tab of both) {
    await tab.getByTestId('import-done').waitFor();
    await expect.poll(() => batches(tab)).toEqual(['a.csv', 'b.csv', 'c.csv']);
  }

  await other.getByTestId('keeping').getByRole('button', { name: '给数据集“默认数据集”改名' }).click();
  await other.getByRole('textbox', { name: '给数据集“默认数据集”改名' }).fill('三季度');
  await other.keyboard.press('Enter');
  await expect.poll(() => table(page, '数据集', 0)).toEqual(['三季度']);

  await page.getByRole('button', { name: '移除“b.csv”' }).click();
  await page.getByRole('button', { name: '移除', exact: true }).click();
  await expect.poll(() => batches(other)).toEqual(['a.csv', 'c.csv']);

  for (const tab of both) {
    await tab.reload();
    await expect.poll(() => batches(tab)).toEqual(['a.csv', 'c.csv']);
    expect(await table(tab, '保存的文件', 5)).toEqual(['王科长', '王科长']);
    // None of it was taken for an import that was cut off.
    await expect(tab.getByRole('status').filter({ hasText: '上次关闭时' })).toHaveCount(0);
  }
  expect(reloads).toHaveLength(2);
});
