import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import type { Actor } from '../../src/response/actor';
import { checkAxe, expect, test } from './fixture';
import { expectQuery, open, ready } from './page-steps';

/** A Thursday morning in Beijing, after the demonstration's last figures. */
const NOW = '2026-11-26T10:00:00+08:00';
const LEAGUE: Actor = { role: 'league', regionCode: '150300', name: '王科长' };
const REGION: Actor = { role: 'region', regionCode: '150000', name: '李处长' };

test.beforeEach(({ page }) => page.clock.setFixedTime(NOW));

async function openAs(page: Page, actor: Actor | null, query: Readonly<Record<string, string>> = {}): Promise<void> {
  if (actor) {
    await page.addInitScript((kept) => localStorage.setItem('fengsui.actor', kept), JSON.stringify(actor));
  }
  await open(page, 'warnings', query);
}

const list = (page: Page): Locator => page.getByRole('treegrid', { name: '预警清单' });
const row = (page: Page, region: string): Locator =>
  list(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${region}`) }) });
const detail = (page: Page): Locator => page.getByRole('region', { name: '所选预警' });
const outcome = (page: Page): Locator => page.getByTestId('outcome');

async function chooseRole(page: Page, layer: string, region: string, name: string): Promise<void> {
  const bar = page.getByTestId('actor-bar');
  await bar.getByRole('button', { name: /选择角色|更改角色/ }).click();
  await bar.getByText(layer, { exact: true }).click();
  await bar.getByLabel('地区').selectOption({ label: region });
  await bar.getByLabel('姓名').fill(name);
  await bar.getByRole('button', { name: '确定' }).click();
}

test('a league folds its districts; another county is refused, the league is taken, and it stays', async ({ page }) => {
  await openAs(page, null);
  await expect(detail(page)).toContainText('尚未选择角色');
  // The league's own warning stands for its districts, and says how many and how grave.
  await expect(row(page, '乌海市')).toContainText('下属3个旗县市区 最高Ⅰ');
  await expect(row(page, '海勃湾区')).toHaveCount(0);
  await row(page, '乌海市')
    .getByRole('button', { name: /展开乌海市/ })
    .click();
  await expect(row(page, '海勃湾区')).toHaveAttribute('aria-level', '2');
  await expect(row(page, '海勃湾区')).toContainText('Ⅰ 红');

  await chooseRole(page, '旗县级', '海南区', '张股长');
  await row(page, '海勃湾区').click();
  await expect(detail(page).getByRole('heading', { level: 2 })).toContainText('海勃湾区');
  await expect(detail(page).getByRole('button', { name: '签收' })).toHaveCount(0);
  await detail(page)
    .getByText(/^现在不能办理/)
    .click();
  await expect(detail(page)).toContainText('海勃湾区不在本单位辖区内');
  await list(page).focus();
  await page.keyboard.press('a');
  await expect(outcome(page)).toContainText('海勃湾区：签收未办理。海勃湾区不在本单位辖区内');

  await chooseRole(page, '盟市级', '乌海市', '王科长');
  await detail(page).getByRole('button', { name: '签收' }).click();
  await detail(page).getByLabel('备注（可不填）').fill('已与区局电话核对');
  await detail(page).getByRole('button', { name: '确定' }).click();
  await expect(outcome(page)).toContainText('海勃湾区：签收，已记录（第1条）');
  await expect(row(page, '海勃湾区')).toContainText('已签收');
  // Level Ⅰ is to be verified within the twelve hours that are our default.
  await expect(row(page, '海勃湾区')).toContainText('核实剩 12小时');
  await page.reload();
  await ready(page, 'warnings');
  await expect(detail(page).getByRole('heading', { level: 2 })).toContainText('海勃湾区');
  const deeds = detail(page).getByRole('region', { name: '处置记录' });
  await expect(deeds).toContainText('已与区局电话核对');
  await expect(deeds).toContainText('乌海市王科长（盟市级） · 2026年11月26日 10:00 · 第1条');
  await checkAxe(page);

  // Taken back, it stands in the list as before, and in the record struck through.
  await detail(page).getByRole('button', { name: '撤回上一项' }).click();
  await detail(page).getByLabel('理由').fill('点错了');
  await detail(page).getByRole('button', { name: '确定' }).click();
  await expect(row(page, '海勃湾区')).toContainText('生效');
  await expect(deeds).toContainText('（已撤回）');
});

test('by keyboard alone: walk, unfold, select, acknowledge many at once, search, help', async ({ page }) => {
  await openAs(page, LEAGUE);
  await list(page).focus();
  const active = list(page).locator('.w-active');
  // What was acted on stays the one that is looked at, although the order is another one then.
  await page.keyboard.press('n');
  await page.keyboard.type('待核');
  await page.keyboard.press('Enter');
  await expect(outcome(page)).toContainText('乌海市：备注，已记录（第1条）');
  await page.keyboard.press('a');
  await page.keyboard.press('Enter');
  await expect(outcome(page)).toContainText('乌海市：签收，已记录（第2条）');
  await expect(active).toContainText('乌海市');
  await expect(list(page)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('j');
  await expect(active).toContainText('海勃湾区');
  await expect(list(page)).toHaveAttribute('aria-activedescendant', (await active.getAttribute('id'))!);
  await page.keyboard.press('Enter');
  await expect(detail(page).getByRole('heading', { level: 2 })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(list(page)).toBeFocused();
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('已选2条')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('已选2条')).toHaveCount(0);

  // All that the filters leave, also what is folded; what another league answers for is refused, row by row.
  await page.keyboard.press('Control+a');
  await page.keyboard.press('a');
  await page.keyboard.type('统一签收 avfns');
  await page.keyboard.press('Enter');
  await expect(outcome(page)).toContainText('签收：3条已记录，13条未办理：');
  await expect(outcome(page)).toContainText('等12个地区：该地区不在本单位辖区内');
  await expect(page.getByText('已选13条')).toBeVisible();
  await expect(list(page)).toBeFocused();
  await expect(page.getByRole('button', { name: /^待签收/ })).toHaveText(/12$/);

  // Letters in a field are letters.
  await page.keyboard.press('/');
  await page.keyboard.type('wuhai');
  await expectQuery(page, { find: 'wuhai' });
  await expect(page.getByText(/^符合4条，共\d+条$/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list(page)).toBeFocused();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: '清单中的键盘操作' });
  await expect(help).toContainText('启动评审');
  await page.keyboard.press('Escape');
  await expect(help).toHaveCount(0);
  await expect(list(page)).toBeFocused();
  await page.keyboard.press('v');
  await page.keyboard.type('数据属实');
  await page.keyboard.press('Enter');
  await expect(outcome(page)).toContainText('核实属实，已记录（第6条）');

  // A key that is refused opens no form, and what is typed into it by habit does nothing.
  await page.keyboard.press('v');
  await expect(outcome(page)).toContainText('核实属实未办理');
  await page.keyboard.type('avu');
  await page.keyboard.press('Enter');
  await expect(outcome(page)).toHaveCount(0);
  await expect(detail(page).getByRole('form')).toHaveCount(0);
  await expect(list(page)).toBeFocused();
});

test('a silence is named and never hides; it runs out, or is ended by hand', async ({ page }) => {
  await openAs(page, REGION, { warning: '150600@2026-04', theme: 'dark' });
  await detail(page).getByRole('button', { name: '静默' }).click();
  await checkAxe(page);
  const until = detail(page).getByLabel('静默至（含当日）');
  await expect(until).toHaveValue('2026-12-10');
  await until.fill('2027-05-01');
  await detail(page).getByLabel('理由').fill('数据复核中');
  await detail(page).getByRole('button', { name: '确定' }).click();
  await expect(outcome(page)).toContainText(/静默未办理.*90/);
  // What was typed is still there.
  await expect(detail(page).getByLabel('理由')).toHaveValue('数据复核中');
  await until.fill('2026-11-30');
  await detail(page).getByRole('button', { name: '确定' }).click();
  await expect(outcome(page)).toContainText('鄂尔多斯市：静默，已记录（第1条）');
  await expect(row(page, '鄂尔多斯市')).toContainText('静默至 2026年11月30日');
  await expect(list(page).getByRole('button', { name: /静默中1条 最高Ⅱ/ })).toBeVisible();
  // Its districts are no longer folded by one that is silent.
  await expect(row(page, '准格尔旗')).toHaveAttribute('aria-level', '1');

  await page.clock.setFixedTime('2026-11-30T23:00:00+08:00');
  await page.reload();
  await ready(page, 'warnings');
  await expect(page.getByText('静默中 1 项')).toBeVisible();
  await page.clock.setFixedTime('2026-12-01T00:30:00+08:00');
  await page.reload();
  await ready(page, 'warnings');
  await expect(page.getByText('没有生效的静默')).toBeVisible();
  await expect(row(page, '鄂尔多斯市')).toHaveAttribute('aria-level', '1');

  await list(page).focus();
  await page.keyboard.press('s');
  await page.keyboard.type('再次复核');
  await page.keyboard.press('Enter');
  await page.getByText('静默中 1 项').click();
  await page.getByRole('button', { name: '结束鄂尔多斯市的静默' }).click();
  await page.getByLabel('结束理由').fill('已复核完毕');
  await page.getByLabel('结束理由').press('Enter');
  await expect(page.getByText('没有生效的静默')).toBeVisible();

  // Once it is acknowledged, its review is opened from here and goes on elsewhere.
  await list(page).focus();
  await page.keyboard.press('a');
  await page.keyboard.press('Enter');
  await expect(outcome(page)).toContainText('鄂尔多斯市：签收，已记录（第4条）');
  await page.keyboard.press('o');
  await expect(detail(page).getByLabel('评审名称')).toHaveValue('鄂尔多斯市Ⅱ级（橙色）预警评审');
  await page.keyboard.type('多项信号同时恶化');
  await page.keyboard.press('Enter');
  await expect(outcome(page)).toContainText('鄂尔多斯市：启动评审，已记录（第5条）');
  await expect(row(page, '鄂尔多斯市')).toContainText('评审中');
  await outcome(page).getByRole('link', { name: '到评审中办理' }).click();
  await expectQuery(page, { tab: 'cases' });
  await expect(page).toHaveURL(/[?&]case=\w+/);
});

test('the list stands in the address, is copied to a file, and the past can be looked at but not acted on', async ({
  page,
}) => {
  await openAs(page, LEAGUE);
  await page.getByRole('button', { name: /^Ⅱ级/ }).click();
  await page.getByLabel('排序').selectOption('region');
  await page.getByLabel('范围').selectOption('all');
  await expectQuery(page, { level: '3', sort: 'region', show: 'all' });
  const counted = page.getByText(/^符合\d+条，共\d+条$/);
  const before = await counted.innerText();
  await page.reload();
  await ready(page, 'warnings');
  await expect(counted).toHaveText(before);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载 CSV' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('演示数据 预警 2026-11-26.csv');
  const lines = readFileSync(await file.path(), 'utf8')
    .trim()
    .split('\r\n');
  expect(lines[0]).toContain('演示数据');
  expect(lines).toHaveLength(Number(/\d+/.exec(before)![0]) + 2);
  expect(lines.slice(2).every((line) => line.includes('Ⅱ级（橙色）'))).toBe(true);

  await open(page, 'warnings', { asof: '2026-02-10', lang: 'en' });
  const panel = page.getByRole('region', { name: 'The chosen warning' });
  await expect(panel).toContainText('Wuhai');
  await expect(panel).toContainText('Level');
  // Times are those of that day, not of today.
  await expect(panel).toContainText(/\d+ d overdue/);
  await expect(panel.getByRole('button', { name: 'Acknowledge' })).toHaveCount(0);
  await expect(panel).toContainText(/10 Feb 2026/);
  await checkAxe(page);
});
