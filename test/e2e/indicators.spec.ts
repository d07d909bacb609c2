import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import papaparse from 'papaparse';
import { checkAxe, expect, test } from './fixture';
import { chartTable, expectQuery, open, rowsOf } from './page-steps';

const chart = (page: Page) => page.getByRole('figure').first();
const figures = (page: Page) => page.getByRole('region', { name: /^数据表 \d+期|^Figures \d+/ }).getByRole('table');

async function csvOf(page: Page): Promise<{ name: string; text: string; rows: readonly (readonly string[])[] }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^(下载CSV|Download CSV)$/ }).click();
  const file = await download;
  const text = readFileSync((await file.path())!, 'utf8');
  return {
    name: file.suggestedFilename(),
    text,
    rows: papaparse.parse<string[]>(text.replace(/^\uFEFF/, '').trimEnd()).data,
  };
}

test('by address: chart, ranking and table say the same; a region and a comparison are chosen; the CSV holds it', async ({
  page,
}) => {
  await open(page, 'indicators', {
    ind: 'registered_unemployment_rate',
    reg: '150300,150200',
    from: '2025-01',
    to: '2026-09',
    period: '2026-09',
  });
  await expect(chart(page).getByRole('heading')).toContainText(/^2026年9月乌海市登记失业率\d\.\d\d%，12个盟市中/);
  await expect(page.getByRole('banner').getByText('演示数据，非真实统计')).toBeVisible();

  // Chosen by keyboard: open, find, tick.
  await page.getByTestId('pick-regions').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('海勃');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('pick-regions')).toBeFocused();
  await expectQuery(page, { reg: '150300,150200,150302' });
  await expect(figures(page).getByRole('columnheader', { name: /^海勃湾区/ })).toBeVisible();

  await page.getByText('同比', { exact: true }).click();
  await expectQuery(page, { view: 'yoy' });
  await expect(chart(page).getByRole('heading')).toContainText(/登记失业率同比[+−]?\d\.\d\d个百分点/);
  await expect(chart(page)).toContainText('百分点');

  const shown = await rowsOf(figures(page));
  expect(shown).toHaveLength(21);
  expect(shown[0]![0]).toBe('2026年9月');
  const behind = await chartTable(chart(page));
  expect(behind.map((row) => row[1])).toEqual(shown.map((row) => row[1]));

  const { name, text, rows } = await csvOf(page);
  expect(name).toBe('演示数据 烽燧指标 登记失业率 2025-01至2026-09.csv');
  expect(text.startsWith('\uFEFF')).toBe(true);
  expect(rows[1]![0]).toMatch(/^演示数据；来源：/);
  expect(rows.find((row) => row[0] === '地区')).toEqual(['地区', '乌海市', '', '包头市', '', '海勃湾区', '']);
  expect(rows.find((row) => row[0] === '单位')![1]).toBe('百分点');
  expect(rows.find((row) => row[0] === '口径')![1]).toBe('按报告；同比（与上年同期相比）');
  const first = rows.findIndex((row) => row[0] === '2026-09');
  expect(rows.slice(first)).toHaveLength(21);
  const asShown = (value: string | undefined): string =>
    Number(value).toLocaleString('en', { minimumFractionDigits: 2, signDisplay: 'exceptZero' }).replace('-', '−');
  expect(asShown(rows[first]![1])).toBe(shown[0]![1]);
  await checkAxe(page);
});

test('several indicators: a form only where it makes sense, and why not elsewhere; joint January has no row of its own', async ({
  page,
}) => {
  await open(page, 'indicators', { ind: 'coal_output', reg: '150600', from: '2025-11', to: '2026-03' });
  await expect(page.getByRole('radio', { name: '当月（由累计推算）' })).toBeDisabled();
  await page.getByText('有的选项为什么不能选').click();
  await expect(page.getByText('2月数为1—2月合计，不作环比')).toBeVisible();
  expect((await rowsOf(figures(page))).find((row) => row[0] === '2026年1月')?.[1]).toBe('—与2月合并公布');

  await page.getByText('1—2月合并', { exact: true }).first().click();
  await expect(page.getByRole('radio', { name: '环比' })).toBeEnabled();
  await expect(figures(page).getByRole('row')).toHaveCount(1 + 4);
  expect((await rowsOf(figures(page))).map((row) => row[0])).toEqual([
    '2026年3月',
    '2026年1—2月',
    '2025年12月',
    '2025年11月',
  ]);

  await page.getByTestId('pick-indicators').click();
  await page.getByRole('checkbox', { name: '城镇登记失业率' }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByText('登记失业率不适用所选形式或比较')).toBeVisible();
  await expect(page.getByRole('figure')).toHaveCount(4);
  await page.getByRole('combobox', { name: '排序指标' }).selectOption({ label: '登记失业率' });
  await expectQuery(page, { focus: 'registered_unemployment_rate' });
  expect(await chartTable(page.locator('.ranking'))).toHaveLength(12);
});

test('which goes before: the pair is chosen, the title says by how much, and the table has every lead', async ({
  page,
}) => {
  await open(page, 'indicators', { ind: 'registered_unemployment_rate', reg: '150300' });
  const figure = page.locator('.lead-lag');
  await expect(figure.getByRole('heading')).toContainText('时两者最相关');
  await figure.getByRole('combobox', { name: '领先指标' }).selectOption({ label: '制造业PMI' });
  await expectQuery(page, { lead: 'pmi' });
  await expect(figure.getByRole('heading')).toContainText('制造业PMI');
  expect(await chartTable(figure)).toHaveLength(25);
});

test('what is not understood in the address is said; nothing chosen offers the usual; the picture carries the mark', async ({
  page,
}) => {
  await open(page, 'indicators', { ind: 'nonsense', reg: '999999', view: 'sideways' });
  const faults = page.getByRole('status').filter({ hasText: '已忽略' });
  await expect(faults).toContainText('指标“nonsense”不在指标目录中');
  await expect(faults).toContainText('地区代码“999999”不在区划表中');
  await expect(faults).toContainText('“sideways”不认识');
  await page.getByRole('button', { name: '显示城镇登记失业率' }).click();
  await expect(page.getByRole('figure')).toHaveCount(3);
  expect(await chartTable(page.locator('.ranking'))).toHaveLength(12);

  const download = page.waitForEvent('download');
  await chart(page).getByRole('button', { name: '下载图片' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^演示数据 烽燧指标 登记失业率 .+\.png$/);
  expect(
    readFileSync((await file.path())!)
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
});

test('in English no Chinese is left, and the highlight is chosen by its chip', async ({ page }) => {
  await open(page, 'indicators', { lang: 'en' });
  await page.getByRole('button', { name: 'Baotou', exact: true }).click();
  await expectQuery(page, { region: '150200' });
  await expect(chart(page).getByRole('heading')).toContainText('Baotou: registered rate');
  await expect(page.getByRole('main')).not.toContainText(/[\u4e00-\u9fff]/);
});

for (const theme of ['light', 'dark']) {
  test(`accessibility by axe, ${theme}, several indicators, counties as dots, tables open`, async ({ page }) => {
    await open(page, 'indicators', { theme, ind: 'new_urban_jobs,coal_output,pmi', reg: '150302,150303', lang: 'en' });
    for (const figure of await page.getByRole('figure').all()) await chartTable(figure);
    await page.evaluate(() => scrollTo(0, 0));
    await checkAxe(page);
  });
}
