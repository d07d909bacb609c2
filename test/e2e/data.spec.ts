import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { checkAxe, expect, test } from './fixture';
import { chartTable, csvFile, goTo, open, pick, rowsOf } from './page-steps';

test('coverage has a table, the catalogue its definitions, the source its age', async ({ page }) => {
  await open(page, 'data');
  const source = page.getByRole('region', { name: '当前数据来源：演示数据' });
  await expect(source.getByText('演示数据，非真实统计')).toBeVisible();
  await expect(source.getByRole('definition').filter({ hasText: '116个地区、27项指标' })).toBeVisible();
  await expect(source.getByRole('definition').filter({ hasText: '2017年1月至2026年10月' })).toBeVisible();

  const coverage = page.getByRole('figure').filter({ hasText: '到报率：' });
  await expect(coverage.getByRole('img')).toHaveAttribute('aria-label', /到报率/);
  const lines = await chartTable(coverage);
  expect(lines).toHaveLength(27);
  expect(lines.map(([indicator]) => indicator)).toContain('新申领失业金');
  await coverage.getByText('数据表', { exact: true }).click();

  const catalogue = page.getByRole('table', { name: '指标目录' });
  const indicators = await rowsOf(catalogue);
  expect(indicators.length).toBeGreaterThanOrEqual(27);
  for (const cells of indicators)
    expect(
      cells.filter((cell) => cell === ''),
      cells.join(' | '),
    ).toEqual([]);
  await page.getByText('只列有数据的').click();
  await expect(catalogue.locator('tbody tr')).toHaveCount(27);
  await catalogue.getByRole('button', { name: '最近一期' }).click();
  await expect(catalogue.getByRole('columnheader', { name: /最近一期/ })).toHaveAttribute('aria-sort', 'descending');
});

test('all figures are exported, the file says that they are not real', async ({ page }) => {
  await open(page, 'data', { lang: 'en' });
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export all figures (CSV)' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('Demonstration data-fengsui-data.csv');
  const lines = createInterface({ input: createReadStream(await file.path()) });
  let header = '';
  let rows = 0;
  const claims: string[] = [];
  for await (const line of lines) {
    if (header === '') header = line;
    else rows++;
    if (line.startsWith('150300,') && line.includes(',new_benefit_claims,2026-10,')) claims.push(line);
  }
  expect(header.replace('\ufeff', '')).toMatch(/^region_code,region_name,indicator,period,value,unit,source/);
  const batches = await rowsOf(page.getByRole('table', { name: 'Batches' }));
  expect(rows.toLocaleString('en')).toBe(batches[0]?.[3]);
  expect(claims).toHaveLength(1);
  expect(claims[0]).toContain('演示数据');
});

test('a report that was not confirmed yet waits while one looks at another screen', async ({ page }) => {
  await open(page, 'data');
  const text = `region_code,indicator,period,value
150200,registered_unemployment_rate,2026-09,3.9
150200,registered_unemployment_rate,2026-10,?`;
  await pick(page, csvFile('waiting.csv', text));
  await checkAxe(page);
  await goTo(page, 'overview');
  await goTo(page, 'data');
  await expect(page.getByRole('region', { name: 'waiting.csv' })).toBeVisible();
  await page.getByRole('button', { name: '放弃导入' }).click();
  await expect(page.getByRole('region', { name: 'waiting.csv' })).toHaveCount(0);
  await page.getByRole('combobox', { name: '主题' }).selectOption({ label: '深色' });
  await checkAxe(page);
});
