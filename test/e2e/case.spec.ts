import type { Locator, Page } from '@playwright/test';
import { checkAxe, expect, test } from './fixture';
import { expectQuery, rowsOf } from './page-steps';

/** A review of the response plan in a quiet league, by hand from its opening to its end; nothing typed is lost on the way. */

/** A draft is kept within a quarter of a second. */
const DRAFT_KEPT_MS = 500;

const main = (page: Page): Locator => page.getByTestId('case');
const said = (page: Page): Locator => page.locator('.said-bar');

async function chooseRole(page: Page): Promise<void> {
  const bar = page.getByTestId('actor-bar');
  await bar.getByRole('button', { name: '选择角色' }).click();
  await bar.getByText('自治区级', { exact: true }).click();
  await bar.getByLabel('姓名').fill('王某');
  await bar.getByRole('button', { name: '确定' }).click();
}

/** On to the next stage, whose heading then stands on the page. */
async function onward(page: Page, stage: string): Promise<void> {
  await page.getByRole('button', { name: `转入“${stage}”环节` }).click();
  await expect(page.getByRole('link', { name: `${stage} 当前环节` })).toBeVisible();
}

test('a review is opened by hand and goes through all stages to its end', async ({ page }) => {
  await page.goto('./#/response');
  await expect(page.getByText('目前没有进行中的评审')).toBeVisible();
  await page.getByRole('button', { name: '直接启动评审…' }).click();
  await expect(page.getByRole('button', { name: '启动评审', exact: true })).toBeDisabled();
  await chooseRole(page);

  const form = page.getByRole('form', { name: '直接启动评审' });
  await form.getByRole('button', { name: '启动评审', exact: true }).click();
  await expect(form.getByLabel('地区')).toBeFocused();
  await expect(form.getByLabel('地区')).toHaveAccessibleDescription('请选择地区');
  await form.getByLabel('地区').selectOption('150400');
  await form.getByLabel('等级').selectOption('1');
  await expect(form.getByLabel('名称')).toHaveValue('赤峰市就业风险评审');
  await form.getByLabel('理由').fill('一户企业通报拟裁员');
  // What is typed outlives the page.
  await page.waitForTimeout(DRAFT_KEPT_MS);
  await page.reload();
  await page.getByRole('button', { name: '直接启动评审…' }).click();
  await expect(form.getByLabel('理由')).toHaveValue('一户企业通报拟裁员');
  await form.getByRole('button', { name: '启动评审', exact: true }).click();

  await expect(said(page)).toContainText('已记录（第1条）');
  await expect(main(page).getByRole('heading', { name: '赤峰市就业风险评审' })).toBeVisible();
  await expect(page.getByRole('button', { name: '转入“研判”环节' })).toBeDisabled();
  const office = page.getByRole('listitem').filter({ hasText: '是否已向填报单位核实数字？' }).first();
  await office.getByRole('button', { name: /^存疑/ }).click();
  await office.getByLabel('答复').fill('尚未回复');
  await office.getByRole('button', { name: '存疑', exact: true }).click();
  await expect(said(page)).toContainText('已记录（第2条）');
  await said(page).getByRole('button', { name: '撤回第2条' }).click();
  await expect(said(page)).toContainText('已撤回第2条（第3条）');
  await expect(page.getByRole('button', { name: '转入“研判”环节' })).toBeDisabled();
  await office.getByRole('button', { name: /^确认/ }).click();
  await office.getByLabel('答复').fill('已核实，属实');
  await office.getByRole('button', { name: '已确认', exact: true }).click();
  await checkAxe(page);
  await onward(page, '研判');

  const assessment = page.getByRole('form', { name: '研判', exact: true });
  await assessment.getByLabel('滚存结余').fill('12000');
  await assessment.getByRole('button', { name: '登记研判' }).click();
  await expect(assessment.getByLabel('月支出')).toBeFocused();
  await assessment.getByLabel('月支出').fill('800');
  await expect(assessment).toContainText('15.0');
  await assessment.getByLabel('研判意见').fill('影响限于一户企业');
  await assessment.getByRole('button', { name: '登记研判' }).click();
  await expect(said(page)).toContainText('已记录');
  // Another stage can be looked at; whoever moves the review on goes along with it.
  await page.getByRole('link', { name: '解除 未开始' }).click();
  await expect(page.getByText('评审在“研判”环节，此处为“解除”环节，尚未开始。')).toBeVisible();
  await onward(page, '会商');
  await expectQuery(page, { step: null });

  const lead = page.getByRole('listitem').filter({ hasText: '牵头' }).first();
  await lead.getByText('登记意见').click();
  await lead.getByLabel('态度').selectOption('agree');
  await lead.getByLabel('意见', { exact: true }).fill('同意跟踪服务');
  await lead.getByRole('button', { name: '登记', exact: true }).click();
  await expect(lead).toContainText('同意跟踪服务');
  await onward(page, '决策');

  await page.getByLabel('预案中的其他措施').selectOption('public-services');
  const accept = page.getByRole('form', { name: /^采纳：/ }).last();
  await accept.getByRole('button', { name: /^采纳：/ }).click();
  await expect(accept.getByLabel('理由')).toBeFocused();
  await accept.getByLabel('理由').fill('企业分布在市区，就近服务');
  await accept.getByRole('button', { name: /^采纳：/ }).click();
  await expect(page.getByRole('region', { name: '已作决定' })).toContainText('企业分布在市区');
  await page.getByRole('banner').getByRole('combobox').selectOption('dark');
  await checkAxe(page);
  await onward(page, '上报');

  const report = page.getByRole('form', { name: '登记已发出的报告' });
  await report.getByLabel('报送方式').fill('专报');
  await report.getByRole('textbox', { name: /^发出时间/ }).fill('2020-01-02T09:30');
  await report.getByLabel('凭证').fill('赤人社报〔2026〕1号');
  await report.getByRole('button', { name: '登记报告' }).click();
  await expect(page.getByText('第1次报告')).toBeVisible();
  // What was sent is out of the house.
  await expect(said(page).getByRole('button', { name: /^撤回/ })).toHaveCount(0);
  await onward(page, '跟踪');

  await page.getByText('登记进展', { exact: true }).first().click();
  const progress = page.getByRole('form', { name: /^登记进展：/ });
  await progress.getByLabel('措施状态').selectOption('done');
  await progress.getByLabel('进展说明').fill('服务到位');
  await progress.getByRole('button', { name: '登记进展' }).click();
  await onward(page, '解除');

  const conditions = await rowsOf(page.getByRole('table', { name: '解除条件' }));
  expect(conditions.map((row) => row[0])).toContain('没有待确认的信号');
  expect(conditions.find((row) => row[0]!.startsWith('等级连续'))![1]).toBe('满足');
  const down = page.getByRole('form', { name: '作出解除决定' });
  await down.getByLabel('说明').fill('影响已消除');
  await down.getByRole('button', { name: '登记解除决定' }).click();
  await onward(page, '总结');

  const note = page.getByRole('form', { name: '总结', exact: true });
  await expect(note.getByLabel('经过')).toHaveValue(/采取措施1项/);
  await note.getByLabel('经验教训').fill('及早上门');
  await note.getByRole('button', { name: '登记总结' }).click();
  await page.getByRole('button', { name: '办结评审' }).click();
  await expect(page.getByRole('region', { name: '已登记的总结' })).toContainText('及早上门');

  await page.getByRole('link', { name: '全部评审' }).click();
  await page.getByText('已办结（1件）').click();
  const [closed] = await rowsOf(page.getByRole('table', { name: '已办结的评审' }));
  expect(closed!.slice(0, 2)).toEqual(['赤峰市就业风险评审', '赤峰市']);
});

test('looking at the past, or without a role, a review is read and nothing can be recorded', async ({ page }) => {
  await page.goto('./?asof=2026-06-30#/response');
  await chooseRole(page);
  await page.getByRole('button', { name: '直接启动评审…' }).click();
  const form = page.getByRole('form', { name: '直接启动评审' });
  await expect(form.getByRole('button', { name: '启动评审', exact: true })).toBeDisabled();
  await expect(form.getByRole('status')).toContainText('2026年6月30日');
  await page.goto('./?case=nobody#/response');
  await expect(page.getByText('没有编号为“nobody”的评审')).toBeVisible();
});
