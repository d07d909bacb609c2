import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { checkAxe, expect, test } from './fixture';
import { addressOf, open, rowsOf } from './page-steps';

/** The plan: what it says, how it is revised by whom, the calendar that its deadlines run by, and when it is reviewed. */

async function chooseRole(page: Page, layer: string, region: string | null, name: string): Promise<void> {
  const bar = page.getByTestId('actor-bar');
  await bar.getByRole('button', { name: /选择角色|更改角色/ }).click();
  await bar.getByText(layer, { exact: true }).click();
  if (region !== null) await bar.getByRole('combobox', { name: '地区' }).selectOption({ label: region });
  await bar.getByRole('textbox', { name: '姓名' }).fill(name);
  await bar.getByRole('button', { name: '确定' }).click();
}

const measures = (page: Page): Locator => page.getByRole('table', { name: '措施与各等级的启动权限' });

test('the matrix: who responds, which measures at which level, their gates with the figures of a place', async ({
  page,
}) => {
  await open(page, 'plan');
  const duties = page.getByRole('table', { name: /各等级的响应、评审、报告和时限/ });
  await expect(duties.getByRole('row', { name: /^上报义务/ })).toContainText('须按程序上报');
  const report = (await rowsOf(duties)).find(([head, first]) => head === '上报' && first !== undefined)!;
  expect(report).toEqual(['上报', '2小时 默认', '2小时 默认', '12小时 默认', '5个工作日 默认']);
  await expect(measures(page).getByRole('row', { name: /开展以工代赈/ })).toContainText('自治区经决定');
  await page.getByRole('combobox', { name: '条款' }).selectOption({ label: '六（四） 规模性失业风险应对' });
  await expect(page).toHaveURL(/clause=6\.4/);
  await expect(measures(page).getByRole('button')).toHaveCount(6);
  await checkAxe(page);
  await page.getByRole('combobox', { name: '地区' }).selectOption({ label: '乌海市' });
  const subsidy = measures(page)
    .getByRole('row', { name: /提高稳岗补贴标准/ })
    .first();
  // Its lay-off rate of twelve months is past the line, nine months at Ⅱ or worse are enough, the fund is not known.
  await expect(subsidy).toContainText('不满足 1 · 满足 2 · 未知 2');
  await subsidy.getByRole('button').click();
  const gates = page.getByRole('table', { name: '“提高稳岗补贴标准”的启动条件' });
  const rows = await rowsOf(gates);
  expect(rows.map(([fact, required, state]) => [fact, required, state])).toEqual([
    ['失业保险基金可支付月数', '不少于12个月', '? 未知'],
    ['拟享受企业裁员率', '不超过5%', '? 未知'],
    ['近12个月地区裁员率', '不超过3%', '✗ 不满足'],
    ['Ⅱ级及以上连续月数', '不少于2个月', '✓ 满足'],
    ['距上一次实施结束的月数', '不少于6个月', '✓ 满足'],
  ]);
  expect(rows[3]).toEqual(expect.arrayContaining(['9个月', '自2026年2月起连续达到Ⅱ级及以上']));
  await expect(page.getByText('中国人民银行内蒙古自治区分行')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载 CSV' }).click();
  const csv = readFileSync((await (await download).path())!, 'utf8');
  expect(csv).toContain('演示数据');
  expect(csv.trimEnd().split('\r\n')).toHaveLength(8);
  await page.goto(addressOf('plan', { theme: 'dark', lang: 'en', region: '150300', clause: '6.4', m: 'work-relief' }));
  await expect(page.getByRole('table', { name: 'Gates of “Work-relief”' })).toBeVisible();
  await checkAxe(page);
});

test('a new version is drafted, refused to a county, adopted by the region, compared, and in force', async ({
  page,
}) => {
  await open(page, 'plan', { tab: 'versions' });
  await page.getByRole('button', { name: '修订现行版本' }).click();
  await page.getByText('时限', { exact: true }).click();
  const report = page.getByRole('textbox', { name: 'Ⅰ 上报', exact: true });
  await report.fill('一');
  const verdict = page.getByTestId('plan-verdict');
  await expect(verdict).toContainText('草案有 1 处问题');
  await expect(page.getByText('应为：数值')).toBeVisible();
  await report.fill('1');
  await expect(verdict).toContainText('与现行版本有 1 处不同');
  await page.getByRole('textbox', { name: '修订理由' }).fill('上报时限收紧');
  await expect(page.getByRole('button', { name: '发布新版本' })).toBeDisabled();

  await chooseRole(page, '旗县级', '海南区', '张股长');
  await expect(page.getByRole('form', { name: '发布执行' })).toContainText(/自治区/);
  await expect(page.getByRole('button', { name: '发布新版本' })).toBeDisabled();
  // What was typed is there again after a reload, and so is the role.
  await page.waitForTimeout(400);
  await page.reload();
  await expect(page.getByRole('textbox', { name: '修订理由' })).toHaveValue('上报时限收紧');
  await checkAxe(page);

  await chooseRole(page, '自治区级', null, '李处长');
  await page.getByRole('button', { name: '发布新版本' }).click();
  await expect(page.getByText('已记录（第 1 条）')).toBeVisible();
  const versions = page.getByRole('table', { name: '预案版本' });
  const newest = versions.getByRole('row').nth(1);
  await expect(newest).toContainText(/1\.2\.0.*现行.*李处长.*上报时限收紧/);
  const changes = page.getByRole('table', { name: '版本对比' });
  await expect(changes).toContainText('Ⅰ级（红色）上报时限');
  expect((await rowsOf(changes)).map((cells) => cells.slice(-2))).toEqual([
    ['1.1.0', '1.2.0'],
    ['2小时', '1小时'],
  ]);
  await page.getByRole('link', { name: '预案矩阵' }).click();
  await expect(page.getByRole('table', { name: /各等级的响应/ }).getByRole('row', { name: /^上报 / })).toContainText(
    '1小时',
  );
});

test('a plan file with faults is refused with all of them; a good one becomes the draft', async ({ page }) => {
  await open(page, 'plan', { tab: 'versions' });
  const json = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载第 1 版 JSON' }).click();
  const text = readFileSync((await (await json).path())!, 'utf8');
  const input = page.locator('.json-file input');
  const file = (name: string, body: string) => ({ name, mimeType: 'application/json', buffer: Buffer.from(body) });
  await input.setInputFiles(
    file('坏.json', text.replace('"lead": "finance"', '"lead": "nobody"').replace('"amount": 2,', '"amount": -2,')),
  );
  await expect(page.getByTestId('plan-verdict')).toContainText('草案有');
  const faults = page.getByRole('table', { name: '草案的问题' });
  await expect(faults).toContainText('.deadlines[0].amount');
  await input.setInputFiles(file('非.json', '{'));
  await expect(page.getByRole('table', { name: '非.json' })).toContainText('不是 JSON');
  await input.setInputFiles(file('好.json', text.replace('"amount": 2,', '"amount": 3,')));
  await expect(page.getByTestId('plan-verdict')).toContainText('与现行版本有 1 处不同');
});

test('the calendar is mended by keys and saved with its reason; a year that is not published says so', async ({
  page,
}) => {
  await open(page, 'plan', { tab: 'calendar', year: '2027' });
  await expect(page.getByText(/2027年的放假和调休安排尚未收录/)).toBeVisible();
  await checkAxe(page);
  await chooseRole(page, '自治区级', null, '李处长');
  const first = page.getByRole('button', { name: '2027年1月1日，上班' });
  await first.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('button', { name: '2027年1月8日，上班' })).toBeFocused();
  const changes = page.getByRole('table', { name: '待保存的更改' });
  expect(await rowsOf(changes)).toEqual([['2027年1月1日', '上班', '放假']]);
  await page.getByRole('button', { name: '保存日历' }).click();
  await expect(page.getByText('请填写依据或理由')).toBeVisible();
  await page.getByRole('textbox', { name: '依据或理由' }).fill('元旦');
  await page.getByRole('button', { name: '保存日历' }).click();
  await expect(page.getByText('已记录（第 1 条）')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: '2027年1月1日，放假，已改' })).toBeVisible();
});

test('a review of the plan is recorded, and the next is due a year later', async ({ page }) => {
  await open(page, 'plan', { tab: 'review' });
  await expect(page.getByText('留痕中没有评审或修订记录。')).toBeVisible();
  await chooseRole(page, '自治区级', null, '李处长');
  await page.getByRole('textbox', { name: '评审意见' }).fill('各项时限适用。');
  await page.getByRole('button', { name: '登记评审' }).click();
  await expect(page.getByText('已记录（第 1 条）')).toBeVisible();
  await expect(page.getByRole('table', { name: '评审和修订记录' })).toContainText('各项时限适用。');
  await expect(page.getByRole('table', { name: '何时评审' })).toContainText(/未到期.*每12个月评审一次/);
  await checkAxe(page);
});
