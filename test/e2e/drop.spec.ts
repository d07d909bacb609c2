import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { checkAxe, expect, test } from './fixture';
import { confirm, csvFile, drop, figuresOf, importCard, open, pick, rowsOf } from './page-steps';

/** From whatever a person has to a checked report: what was understood, how sure, set right by hand, checked, undone. */

const reference = (name: string): string => fileURLToPath(new URL(`../reference/${name}`, import.meta.url));
const WORKBOOK = 'two-sheets.library.xlsx';
const GBK = 's02_gbk_long_thousands.csv';
const CONFLICTS = 's05_duplicates_conflicts.csv';
const UNKNOWN = 's06_aliases_unknown_subtotals.csv';

const report = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const taken = (page: Page, name: string) => expect.poll(async () => (await figuresOf(page, name))['可载入']);
const faults = (page: Page): Locator => page.getByRole('region', { name: '差错与说明', exact: true });

test('a workbook and a GBK file dropped together: sheets and encoding are found, shown and changed', async ({
  page,
}) => {
  await open(page, 'data');
  await drop(page, [reference(`workbooks/${WORKBOOK}`), reference(`dirty/${GBK}`)]);
  await taken(page, WORKBOOK).toBe('17');
  const workbook = report(page, WORKBOOK);
  await expect(workbook.getByRole('checkbox', { name: '登记' })).toBeChecked();
  await expect(workbook.getByRole('checkbox', { name: '说明' })).not.toBeChecked();
  await expect(workbook.getByTestId('mapping').first()).toContainText('失业率, 失业人数 把握较大');
  // Not one id of the catalogue, no "line" of the reports, on the Chinese screen.
  await expect(page.getByTestId('import-report')).not.toContainText(/[a-z]+_[a-z]+(?!.*csv)|\blines? \d/, {
    useInnerText: true,
  });
  await workbook.getByRole('checkbox', { name: '登记' }).uncheck();
  await taken(page, WORKBOOK).toBe('11');

  const text = report(page, GBK);
  const encoding = text.getByRole('combobox', { name: '文字编码' });
  await expect(encoding.locator('option:checked')).toHaveText(/^自动识别: GB/);
  await taken(page, GBK).toBe('144');
  await encoding.selectOption('utf-8');
  await taken(page, GBK).toBe('0');
  await encoding.selectOption('gb18030');
  await taken(page, GBK).toBe('144');
});

test('of two contradicting values the user says which stands; a column is given another meaning and back', async ({
  page,
}) => {
  await open(page, 'data');
  await pick(page, reference(`dirty/${CONFLICTS}`));
  await taken(page, CONFLICTS).toBe('70');
  const conflicts = page.getByTestId('conflicts');
  const choice = conflicts.getByRole('combobox', { name: /鄂尔多斯市/ });
  await choice.selectOption({ label: '1.8%（第56行）' });
  await taken(page, CONFLICTS).toBe('71');
  await expect(choice.locator('option:checked')).toHaveText('1.8%（第56行）');

  const mapping = report(page, CONFLICTS).getByTestId('mapping');
  if (!(await mapping.evaluate((box: HTMLDetailsElement) => box.open))) await mapping.locator('summary').click();
  await mapping.getByRole('combobox', { name: /^第3列/ }).selectOption({ label: '不使用' });
  await taken(page, CONFLICTS).toBe('0');
  await expect(page.getByText('没有可载入的行')).toBeVisible();
  await mapping.getByRole('button', { name: '恢复自动识别' }).click();
  await taken(page, CONFLICTS).toBe('70');
});

test('unknown regions stand first, with the nearest, and are mapped by hand; loaded, then undone', async ({ page }) => {
  await open(page, 'data');
  const near = csvFile('near.csv', '地区,年月,失业率(%)\n乌梅市,2018-01,3.1\n包头市,2018-01,3.2\n');
  await pick(page, [near]);
  const word = page.getByRole('combobox', { name: '对应: 乌梅市' });
  await expect(word.locator('optgroup[label="可能是"] option').first()).toHaveText(/^乌海市/);
  await word.selectOption('150300');
  await taken(page, 'near.csv').toBe('2');
  await page.getByRole('button', { name: '放弃导入' }).click();

  await pick(page, reference(`dirty/${UNKNOWN}`));
  await taken(page, UNKNOWN).toBe('36');
  const regions = page.getByRole('table', { name: '地区名称' });
  const words = (await rowsOf(regions)).map(([text]) => text);
  expect(words.slice(0, 2).toSorted()).toEqual(['其他', '张家口市']);
  await expect(page.getByTestId('mapping')).toContainText('请核对');
  await page.getByRole('combobox', { name: '对应: 张家口市' }).selectOption('150121');
  await taken(page, UNKNOWN).toBe('39');
  // What was not taken stays listed, with its reason and its place.
  expect((await rowsOf(faults(page).getByRole('table'))).map((cells) => cells.join('|'))).toContain(
    '40|地区|差错 · 未知地区|其他|区划表中的地区|区划表中没有“其他”|其他 2018-01',
  );
  await checkAxe(page);
  await confirm(page);
  await importCard(page).getByRole('button', { name: '撤销这次导入' }).click();
  await page
    .getByTestId('keeping')
    .getByRole('button', { name: /^撤销：导入/ })
    .click();
  await expect(page.getByRole('heading', { name: '当前数据来源：演示数据' })).toBeVisible();
});

test('a piece of a spreadsheet is pasted', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'data');
  const copied = '地区\t2018年1月\t2018年2月\n包头市\t4.1\t4.2\n乌海市\t3.9\t—\n';
  await page.evaluate((text) => navigator.clipboard.writeText(text), `城镇登记失业率（%）\n${copied}`);
  await page.keyboard.press('ControlOrMeta+V');
  await page.getByTestId('import-report').waitFor();
  await taken(page, '粘贴的表格 1.txt').toBe('3');
  await expect(report(page, '粘贴的表格 1.txt')).toContainText('登记失业率');
});

test('checked before it is loaded: coverage, suspects with reason and place, a list to download; nothing removed', async ({
  page,
}) => {
  await open(page, 'data');
  const months = Array.from(
    { length: 48 },
    (_, k) => `${2020 + Math.floor(k / 12)}-${String((k % 12) + 1).padStart(2, '0')}`,
  );
  const seekers = (k: number): number => 5000 + ((k * 37) % 11) * 20;
  const lines = months.flatMap((month, k) => {
    // One figure with a slipped decimal point, one that is missing.
    const first = `150200,seekers,${month},${k === 40 ? seekers(k) * 10 : seekers(k)}`;
    return k === 20 ? [first] : [first, `150300,seekers,${month},${seekers(k + 5)}`];
  });
  await pick(page, csvFile('seekers.csv', ['region_code,indicator,period,value', ...lines].join('\n')));
  await taken(page, 'seekers.csv').toBe('95');
  const quality = page.getByTestId('import-quality');
  await expect(quality).toContainText('95个数值中1个存疑');
  const flags = await rowsOf(quality.getByRole('table', { name: '质量检查' }));
  expect(flags).toContainEqual(
    expect.arrayContaining(['异常跳动', '包头市', '求职人数', '2023年5月', expect.stringMatching(/^5\d,\d{3}人$/)]),
  );
  expect(flags[0]!.at(-1)).toMatch(/^seekers\.csv 第\d+行$/);
  await page.getByTestId('import-extent').locator('summary').click();
  const [extent] = await rowsOf(page.getByTestId('import-extent').getByRole('table'));
  expect(extent!.slice(0, 6)).toEqual(['市场求职人数', '人', '2020年1月至2023年12月', '2', '95', '99%']);
  expect(extent!.slice(6).every((cell) => cell.length > 1)).toBe(true);
  await checkAxe(page);
  const download = page.waitForEvent('download');
  await quality.getByRole('button', { name: '下载存疑清单（CSV）' }).click();
  expect(readFileSync(await (await download).path(), 'utf8')).toContain('异常跳动,150200,包头市');

  // Loaded like the others, and marked.
  await confirm(page);
  await expect(page.getByTestId('quality')).toContainText('95个数值中1个存疑');
  await expect(page.getByTestId('quality').getByRole('link', { name: /^看走势/ })).toHaveAttribute('href', /seekers/);
  // A chart that lost its lines is as high as its box again.
  const chart = page.getByRole('figure').filter({ hasText: '到报率：' }).getByRole('img');
  await expect
    .poll(() => chart.evaluate((box) => box.querySelector('canvas')!.clientHeight - box.clientHeight))
    .toBe(0);
});

test('what cannot be read is said, and nothing changes', async ({ page }) => {
  await open(page, 'data');
  await pick(page, reference('workbooks/password.xlsx'));
  await expect(importCard(page)).toContainText('没有可载入的行');
  await expect(faults(page)).toContainText('工作簿被拒绝');
  await expect(faults(page)).toContainText('密码');
  await expect(page.getByRole('button', { name: /^载入 [\d,]+ 行/ })).toHaveCount(0);
});
