import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { parseDay } from '../../src/base/period';
import type { Act } from '../../src/response/trail/act';
import { seal } from '../../src/response/trail/digest';
import type { Entry } from '../../src/response/trail/entry';
import { checkAxe, expect, test } from './fixture';
import { chartTable, open, ready, rowsOf } from './page-steps';

/** Boards of key groups, the register of zero-employment households with its ten working days, and progress on targets. */

const COUNTY = { role: 'county', regionCode: '150303', name: '张股长' } as const;

async function openAs(page: Page, actor: object, query: Record<string, string> = {}): Promise<void> {
  await page.addInitScript((kept) => {
    if (localStorage.getItem('fengsui.actor') === null) localStorage.setItem('fengsui.actor', kept);
  }, JSON.stringify(actor));
  await open(page, 'response', { tab: 'groups', ...query });
}

const register = (page: Page): Locator => page.getByRole('region', { name: '零就业家庭台账' });
const households = (page: Page): Locator => page.getByRole('table', { name: '零就业家庭', exact: true });
const said = (page: Page): Locator => page.locator('.said-bar');

async function recognise(page: Page, number: string, on: string): Promise<Locator> {
  const form = page.getByRole('form', { name: '登记认定的零就业家庭' });
  if (!(await form.isVisible())) await register(page).getByRole('button', { name: '登记认定…' }).click();
  await form.getByLabel(/^编号/).fill(number);
  await form.getByLabel('认定日期').fill(on);
  return form;
}

/** A review of Wuhai with two accepted measures of 4.2, one of them under way, as this browser would have kept it. */
function reviewOfWuhai(): readonly Entry[] {
  const acts: readonly Act[] = [
    {
      kind: 'open-case',
      case: 'K1',
      warning: null,
      regionCode: '150300',
      level: 4,
      period: '2026-03',
      title: '乌海市煤矿关闭评审',
      reason: '多家煤矿停产',
    },
    ...(['redundant-tracking', 'redundant-training'] as const).map(
      (measure): Act => ({
        kind: 'accept-measure',
        case: 'K1',
        measure,
        why: '对应规模裁员',
        owner: 'hrss',
        due: parseDay('2026-11-01')!,
        expected: { indicatorId: 'reported_layoffs', direction: 'fall', target: null, by: '2026-12' },
        decision: '',
        note: '',
      }),
    ),
    {
      kind: 'follow-measure',
      case: 'K1',
      measure: 'redundant-training',
      state: 'running',
      note: '已开班',
      figure: null,
    },
  ];
  const entries: Entry[] = [];
  for (const act of acts) {
    const head = entries.at(-1) ?? { seq: 0, digest: '', at: Date.UTC(2026, 9, 20, 1) };
    const basis = { knownOn: null, data: 'a'.repeat(64), rules: 'built-in/1', plan: '1', demonstration: true };
    const by = { role: 'league', regionCode: '150300', name: '王科长' } as const;
    entries.push(seal(head, { at: head.at + 60_000, by, act, basis }));
  }
  return entries;
}

/** Puts entries into the database of the origin, past the program. */
async function plant(page: Page, entries: readonly Entry[]): Promise<void> {
  await page.evaluate(async (rows) => {
    const request = indexedDB.open('fengsui');
    await new Promise((resolve) => (request.onsuccess = resolve));
    const tx = request.result.transaction('trail', 'readwrite');
    for (const row of rows) tx.objectStore('trail').put(row);
    await new Promise((resolve) => (tx.oncomplete = resolve));
    request.result.close();
  }, entries);
}

test('a household recognised before the October holiday is due on the tenth working day; settled in time, overdue, late', async ({
  page,
}) => {
  await page.clock.setFixedTime('2026-09-24T10:00:00+08:00');
  await openAs(page, COUNTY, { region: '150300' });
  const form = await recognise(page, '2026-001', '2026-09-21');
  // 22, 23, 24, 28, 29, 30 September, 8, 9, 10 (a Saturday that is worked) and 12 October.
  await expect(form).toContainText('期限：2026年10月12日');
  await form.getByRole('button', { name: '登记认定', exact: true }).click();
  await expect(said(page)).toContainText('已记录（第1条）');
  await (await recognise(page, '张三', '2026-09-21')).getByRole('button', { name: '登记认定', exact: true }).click();
  await expect(form.getByLabel(/^编号/)).toHaveAccessibleDescription(/不要填姓名/);
  await form.getByLabel(/^编号/).fill('');
  await expect(form.getByLabel(/^编号/)).toHaveAccessibleDescription(/150303-2026-001/);
  await form.getByRole('button', { name: '登记认定', exact: true }).click();
  await expect(households(page).getByRole('row')).toHaveCount(3);
  // Another county is not this office's.
  await form.getByLabel('地区').selectOption('150302');
  await expect(form.getByRole('button', { name: '登记认定', exact: true })).toBeDisabled();
  await expect(form.getByRole('status')).toContainText('海勃湾区');
  await checkAxe(page);

  await page.clock.setFixedTime('2026-10-09T09:00:00+08:00');
  await page.reload();
  await ready(page, 'response');
  const states = async (): Promise<readonly (readonly string[])[]> =>
    (await rowsOf(households(page))).map((row) => [row[0]!, row[3]!, row[4]!, row[5]!]);
  await expect.poll(states).toEqual([
    ['2026-001', '2026年10月12日', '将到期，余2个工作日', ''],
    ['150303-2026-001', '2026年10月12日', '将到期，余2个工作日', ''],
  ]);
  await register(page).getByRole('button', { name: '登记就业：2026-001' }).click();
  const settle = page.getByRole('form', { name: '登记就业：2026-001' });
  await expect(settle.getByLabel('就业日期')).toBeFocused();
  await settle.getByRole('button', { name: '登记就业' }).click();
  await expect(settle.getByLabel('就业方式')).toBeFocused();
  await settle.getByLabel('就业方式').fill('公益性岗位');
  await settle.getByRole('button', { name: '登记就业' }).click();
  await expect(households(page).getByRole('row', { name: /^2026-001/ })).toContainText('期内就业');

  await page.clock.setFixedTime('2026-10-14T09:00:00+08:00');
  await page.reload();
  await ready(page, 'response');
  await expect(households(page).getByRole('row', { name: /^150303/ })).toContainText('已逾期2个工作日');
  await expect(register(page)).toContainText(/按期就业率50\.0%/);
  const download = page.waitForEvent('download');
  await register(page).getByRole('button', { name: '下载 CSV' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toContain('演示数据');
  const csv = readFileSync((await file.path())!, 'utf8');
  expect(csv.split('\r\n')[0]).toContain('演示数据');
  expect(csv).toContain('2026-001,150303,海南区,2026-09-21,2026-10-12,期内就业,2026-10-09,公益性岗位,');
});

test('a list is pasted: what is sound is entered, the rest stays in the box with its faults', async ({ page }) => {
  await page.clock.setFixedTime('2026-10-09T09:00:00+08:00');
  await openAs(page, { role: 'league', regionCode: '150300', name: '王科长' }, { region: '150300', theme: 'dark' });
  await register(page).getByRole('button', { name: '批量粘贴…' }).click();
  const form = page.getByRole('form', { name: '批量登记' });
  await form
    .getByRole('textbox')
    .fill(
      '编号，旗县，认定日期\nA1,150302,2026-09-21\nA2\t海南区\t2026年9月28日\nA3,昆都仑区,2026-09-21\nA1,150304,2026-09-21',
    );
  const faults = form.getByRole('list', { name: '有问题的行' });
  await expect(faults.getByRole('listitem')).toHaveCount(2);
  await expect(faults).toContainText('第5行：编号与第2行重复');
  await expect(faults).toContainText(/第4行：.*昆都仑区/);
  await checkAxe(page);
  await form.getByRole('button', { name: '登记2户' }).click();
  await expect(said(page)).toContainText('已记录（第1—2条）');
  await expect(form.getByRole('textbox')).toHaveValue('A3,昆都仑区,2026-09-21\nA1,150304,2026-09-21');
  expect((await rowsOf(households(page))).map(([id, place]) => [id, place])).toEqual([
    ['A1', '海勃湾区'],
    ['A2', '海南区'],
  ]);
});

test('eight groups with their figures and signals; one opens by keyboard; region and period stand in the address', async ({
  page,
}) => {
  await page.clock.setFixedTime('2026-11-10T09:00:00+08:00');
  await openAs(page, COUNTY, { period: '2026-03', region: '150300' });
  await plant(page, reviewOfWuhai());
  await page.reload();
  await ready(page, 'response');
  const board = page.getByRole('table', { name: '八类重点群体和地区' });
  await expect(board.locator('tbody')).toHaveCount(8);
  await expect(board.locator('tbody').nth(1)).toContainText(/监测岗位.*Ⅰ 红/);
  await expect(board.locator('tbody').nth(1)).toContainText(/实施中 1.*已采纳待实施 1.*预案 8/);
  await expect(board.locator('tbody').nth(5)).toContainText('数据中没有退役军人就业指标');
  await board.getByRole('link', { name: '化解过剩产能企业职工' }).click();
  const force = page.getByRole('table', { name: '在办评审中已采纳的措施' });
  await expect(force.getByRole('link')).toHaveText(['乌海市煤矿关闭评审', '乌海市煤矿关闭评审']);
  await expect(force.getByRole('row').nth(1)).toContainText(/分流人员分类培训.*乌海市.*2026年11月1日 已过期限/);
  await board.getByRole('link', { name: '困难地区' }).press('Enter');
  const detail = page.getByRole('region', { name: '困难地区' });
  await expect(detail).toContainText('10%为本产品默认');
  await expect(detail.getByRole('link', { name: '乌海市' })).toBeVisible();
  await expect(detail).toContainText('没有采纳这一条款的措施');
  await checkAxe(page);
  await page.reload();
  await ready(page, 'response');
  await expect(detail).toBeVisible();
  await page.getByRole('button', { name: '收起' }).click();
  await expect(detail).toHaveCount(0);
  await expect(board.getByRole('link', { name: '困难地区' })).toBeFocused();
});

test('the target table says what the figures of the indicator screen say, ranked', async ({ page }) => {
  await openAs(page, COUNTY, { period: '2026-09' });
  const figure = page.getByRole('figure').filter({ has: page.getByRole('table', { name: '目标进度排名' }) });
  const rows = await rowsOf(page.getByRole('table', { name: '目标进度排名' }));
  expect(rows).toHaveLength(13);
  const number = (cell: string): number => Number(cell.replace(/[^\d.−-]/g, '').replace('−', '-'));
  for (const [, , achieved, target, share, gap] of rows) {
    const percent = (100 * number(achieved!)) / number(target!);
    expect(Math.abs(number(share!) - percent)).toBeLessThan(0.06);
    expect(Math.abs(number(gap!) - (percent - 75))).toBeLessThan(0.06);
  }
  expect(rows.slice(1).map((row) => row[0])).toEqual(Array.from({ length: 12 }, (_, i) => String(i + 1)));
  const drawn = await chartTable(figure);
  expect(drawn.map(([name, rank]) => [rank, name])).toEqual(rows.slice(1).map(([rank, name]) => [rank, name]));
  await expect(figure.getByRole('heading')).toContainText(/12个盟市中\d+个落后时序进度，乌海市差距最大/);
  await figure.getByText('困难人员就业', { exact: true }).click();
  await expect(page).toHaveURL(/target=hardship_employed/);
  const wuhai = rows.find(([, name]) => name === '乌海市')![2]!.replace('人', '');
  await open(page, 'indicators', { ind: 'new_urban_jobs', reg: '150300', from: '2026-08', to: '2026-09' });
  const shown = await rowsOf(page.getByRole('region', { name: /^数据表 \d+期/ }).getByRole('table'));
  expect(shown[0]!.slice(0, 2)).toEqual(['2026年9月', wuhai]);
});
