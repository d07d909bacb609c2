import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture';
import {
  chartTable,
  confirm,
  csvFile,
  drop,
  figuresOf,
  goTo,
  importCard,
  open,
  pick,
  rankedLevels,
  ready,
  showPeriod,
  type UploadFile,
} from './page-steps';
import { usPanel, usRegions } from './us-panel';

test.skip(!usPanel.present, usPanel.absent);

const RED = 'Ⅰ级（红色）';
const QUIET = ['正常', 'Ⅳ级（蓝色）'];

const regionFile = (): UploadFile => csvFile('us-regions.csv', usRegions());

/** Levels of all states at any month, read from the table behind the level tape. */
async function readTape(page: Page): Promise<(month: string) => readonly string[]> {
  const tape = page.getByRole('figure').filter({ has: page.getByRole('group', { name: '时间范围' }) });
  await tape.getByText('全部', { exact: true }).click();
  const runs = await chartTable(tape);
  // `2009年6月` → a number that orders months.
  const order = (words: string): number => {
    const [, year, month] = /^(\d+)年(\d+)月$/.exec(words) ?? [];
    return Number(year) * 12 + Number(month);
  };
  return (month) =>
    runs
      .filter(
        ([name, , from, to]) => name !== 'United States' && order(from!) <= order(month) && order(to!) >= order(month),
      )
      .map(([, level]) => level!);
}

test('a real panel with its region file: peaks are red, quiet years are not, and it stays', async ({ page }) => {
  await open(page, 'data');
  await test.step('without its regions the file says what it needs', async () => {
    await pick(page, usPanel.file);
    const needs = page.getByTestId('needs-regions');
    await expect(needs).toContainText('文件中的地区不在现行区划表内');
    await expect(needs).toContainText('26 个地区');
    await expect(page.getByRole('button', { name: /^载入 [\d,]+ 行/ })).toHaveCount(0);
  });
  await test.step('with them, every row is taken', async () => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByTestId('needs-regions').getByRole('button', { name: '选择区划表文件' }).click();
    await (await chooser).setFiles(regionFile());
    await expect(importCard(page)).toContainText('本次导入所用区划表：us-regions.csv（27个地区）');
    await expect
      .poll(() => figuresOf(page, usPanel.name))
      .toMatchObject({ 数据行: '14,924', 可载入: '14,924', '有差错，不载入': '0' });
    await expect(importCard(page)).toContainText('没有差错。');
    // Nothing is loaded before it is confirmed.
    await expect(page.getByRole('heading', { name: '当前数据来源：演示数据' })).toBeVisible();
    await confirm(page);
    await expect(page.getByRole('heading', { name: '当前数据来源：导入的文件' })).toBeVisible();
    await expect(page.getByRole('banner')).not.toContainText('演示数据');
  });
  await test.step('the levels know 2009 and 2020 from quiet years', async () => {
    await goTo(page, 'overview');
    const at = await readTape(page);
    for (const month of ['1995年6月', '2006年6月', '2009年6月', '2020年6月'])
      expect(at(month), month).toHaveLength(usPanel.states);
    const reds = (month: string): number => at(month).filter((level) => level === RED).length;
    expect(reds('2009年6月')).toBeGreaterThanOrEqual(20);
    expect(reds('2020年6月')).toBe(usPanel.states);
    for (const month of ['1995年6月', '2006年6月']) {
      expect(
        at(month).filter((level) => !QUIET.includes(level)),
        month,
      ).toEqual([]);
    }
    await showPeriod(page, '2009-06');
    const table = [...(await rankedLevels(page)).values()];
    expect(table).toHaveLength(usPanel.states);
    expect(table.filter((level) => level === 'Ⅰ 红')).toHaveLength(reds('2009年6月'));
  });
  await test.step('a reload keeps it', async () => {
    await page.reload();
    await ready(page, 'overview');
    await expect(page.getByRole('banner')).not.toContainText('演示数据');
    await showPeriod(page, '2020-06');
    const levels = await rankedLevels(page);
    expect(levels.get('California')).toBe('Ⅰ 红');
    expect(new Set(levels.values())).toEqual(new Set(['Ⅰ 红']));
  });
  await test.step('removed, brought back, and back to the demonstration', async () => {
    await goTo(page, 'data');
    const batches = page.getByRole('region', { name: '数据批次', exact: true });
    await batches.getByRole('button', { name: `移除“${usPanel.name}”` }).click();
    await batches.getByRole('button', { name: '移除', exact: true }).click();
    await expect(page.getByRole('heading', { name: '当前数据来源：演示数据' })).toBeVisible();
    await batches.getByRole('button', { name: '撤销移除' }).click();
    await expect(page.getByRole('heading', { name: '当前数据来源：导入的文件' })).toBeVisible();
    await expect(batches.getByRole('row', { name: new RegExp(usPanel.name) })).toContainText('14,924');
    await page.getByRole('button', { name: '改用演示数据' }).click();
    await expect(page.getByRole('banner').getByText('演示数据，非真实统计')).toBeVisible();
    await goTo(page, 'overview');
    expect((await rankedLevels(page)).has('乌海市')).toBe(true);
    await goTo(page, 'data');
    await page.getByRole('button', { name: '回到已导入的文件（1批）' }).click();
    await expect(page.getByRole('heading', { name: '当前数据来源：导入的文件' })).toBeVisible();
  });
});

test('both files dropped together are taken; given up, nothing has changed', async ({ page }, info) => {
  await open(page, 'data');
  const regions = info.outputPath('us-regions.csv');
  writeFileSync(regions, usRegions());
  await drop(page, [usPanel.file, regions]);
  await expect.poll(() => figuresOf(page, usPanel.name)).toMatchObject({ 可载入: '14,924' });
  await expect(page.getByTestId('needs-regions')).toHaveCount(0);
  await page.getByRole('button', { name: '放弃导入' }).click();
  await expect(page.getByTestId('import')).toHaveAttribute('data-status', 'idle');
  await expect(page.getByRole('heading', { name: '当前数据来源：演示数据' })).toBeVisible();
  await goTo(page, 'overview');
  expect((await rankedLevels(page)).get('乌海市')).toBe('Ⅰ 红');
});

test('without a region file, one click makes a flat list of the regions in the file', async ({ page }) => {
  await open(page, 'data', { lang: 'en' });
  await pick(page, usPanel.file);
  await page.getByRole('button', { name: 'Make a table of these 26 regions' }).click();
  await expect.poll(() => figuresOf(page, usPanel.name)).toMatchObject({ Taken: '14,924' });
  await confirm(page);
  await goTo(page, 'overview');
  await showPeriod(page, '2020-06');
  const levels = await rankedLevels(page);
  expect(levels.size).toBe(usPanel.states);
  expect(new Set(levels.values())).toEqual(new Set(['Ⅰ Red']));
});
