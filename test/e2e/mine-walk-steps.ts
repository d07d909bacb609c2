import type { Locator, Page } from '@playwright/test';
import type { Stance } from '../../src/response/trail/act';
import { expect } from './fixture';
import { confirm, importCard, ready, rowsOf } from './page-steps';

/** What an office does on the screens, in the order of the walk. */

/** An office as the bar on top of the screens asks for it. */
export interface Office {
  readonly layer: '旗县级' | '盟市级' | '自治区级';
  readonly region: string;
  readonly person: string;
}

export async function sitDown(page: Page, { layer, region, person }: Office): Promise<void> {
  const bar = page.getByTestId('actor-bar');
  await bar.getByRole('button', { name: /选择角色|更改角色/ }).click();
  await bar.getByText(layer, { exact: true }).click();
  await bar.getByLabel('地区').selectOption({ label: region });
  await bar.getByLabel('姓名').fill(person);
  await bar.getByRole('button', { name: '确定' }).click();
  await expect(bar).toContainText(`${layer} · ${region} · ${person}`);
}

/** Time has passed, and the page is opened again. */
export async function comeBack(page: Page, moment: string, screen: 'warnings' | 'response' | 'data'): Promise<void> {
  await page.clock.setFixedTime(moment);
  await page.reload();
  await ready(page, screen);
}

/** Picks files on the data screen and loads them. */
export async function load(page: Page, ...files: string[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await importCard(page)
    .getByRole('button', { name: /^(选择文件|再加文件)$/ })
    .click();
  await (await chooser).setFiles(files);
  await page.getByTestId('import-report').waitFor();
  await confirm(page);
}

export const list = (page: Page): Locator => page.getByRole('treegrid', { name: '预警清单' });
export const row = (page: Page, region: string): Locator =>
  list(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${region}`) }) });
export const detail = (page: Page): Locator => page.getByRole('region', { name: '所选预警' });
export const outcome = (page: Page): Locator => page.getByTestId('outcome');
export const said = (page: Page): Locator => page.locator('.said-bar');

/** A button of the chosen warning, the words of its form, its confirmation, and what was answered. */
export async function handle(page: Page, button: string, words: string, entry: number): Promise<void> {
  await detail(page).getByRole('button', { name: button, exact: true }).click();
  const form = detail(page).getByRole('form');
  await form.getByLabel(/^(备注|理由)/).fill(words);
  await form.getByRole('button', { name: '确定' }).click();
  await expect(outcome(page)).toContainText(`${button}，已记录（第${entry}条）`);
}

/** A key of the list that is refused, and why. */
export async function refusedByKey(page: Page, key: string, why: string | RegExp): Promise<void> {
  await list(page).focus();
  await page.keyboard.press(key);
  await expect(outcome(page)).toContainText(/未办理/);
  await expect(outcome(page)).toContainText(why);
}

/** On to the next stage of a review, whose heading then stands on the page. */
export async function onward(page: Page, stage: string, reason?: string): Promise<void> {
  const form = page.getByRole('form', { name: `转入“${stage}”环节` });
  if (reason !== undefined) await form.getByLabel(/^说明/).fill(reason);
  await form.getByRole('button').click();
  await expect(page.getByRole('link', { name: `${stage} 当前环节` })).toBeVisible();
}

/** A part of the review's page by its title. */
export const card = (page: Page, title: string | RegExp): Locator => page.getByRole('region', { name: title });

/** One of the clocks in the head of the review. */
export const clock = (page: Page, step: string): Locator =>
  page
    .getByTestId('case')
    .locator('.clocks > div')
    .filter({ has: page.getByText(step, { exact: true }) });

/** Opens a proposed measure. */
export async function openMeasure(page: Page, measure: string): Promise<Locator> {
  const item = card(page, '建议措施')
    .getByRole('listitem')
    .filter({ has: page.locator('summary strong', { hasText: new RegExp(`^${measure}$`) }) });
  await item.locator('summary').first().click();
  return item;
}

/** Gates of an opened measure: fact → state. */
export async function gatesOf(item: Locator): Promise<ReadonlyMap<string, string>> {
  const table = item.getByRole('table', { name: /的启动条件$/ });
  await table.waitFor();
  const rows = await rowsOf(table);
  return new Map(rows.map((cells) => [cells[0]!, cells[3]!]));
}

interface Decision {
  readonly measure: string;
  readonly due: string;
  /** Value that its indicator is to reach; empty = the direction alone. */
  readonly target: string;
  readonly by: string;
  readonly decision: string;
}

/** Accepts a measure that was opened. */
export async function accept(
  page: Page,
  item: Locator,
  { measure, due, target, by, decision }: Decision,
): Promise<void> {
  const form = item.getByRole('form', { name: `采纳：${measure}`, exact: true });
  await form.getByLabel('完成期限').fill(due);
  await form.getByLabel('预期数值（选填）').fill(target);
  await form.getByLabel('到哪一期').selectOption(by);
  await form.getByLabel('决定依据').fill(decision);
  await form.getByRole('button', { name: `采纳：${measure}`, exact: true }).click();
  await expect(card(page, '已作决定').getByRole('listitem').filter({ hasText: measure })).toBeVisible();
}

/** A measure under way, as the follow-up shows it. */
export const followed = (page: Page, measure: string): Locator =>
  card(page, '措施跟踪')
    .getByRole('listitem')
    .filter({ has: page.locator('strong', { hasText: new RegExp(`^${measure}$`) }) });

/** Records how far a measure is. */
export async function progress(page: Page, measure: string, state: string, note: string): Promise<void> {
  const item = followed(page, measure);
  await item.getByText('登记进展', { exact: true }).first().click();
  const form = page.getByRole('form', { name: `登记进展：${measure}` });
  await form.getByLabel('措施状态').selectOption({ label: state });
  await form.getByLabel('进展说明').fill(note);
  await form.getByRole('button', { name: '登记进展' }).click();
  await expect(item.locator('.case-mark').first()).toHaveText(state);
}

/** Enters the opinion of a department. */
export async function opine(page: Page, department: string, stance: Stance, words: string): Promise<void> {
  const item = card(page, '部门意见').getByRole('listitem').filter({ hasText: department }).first();
  await item.getByText('登记意见').click();
  await item.getByLabel('态度').selectOption(stance);
  await item.getByLabel('意见', { exact: true }).fill(words);
  await item.getByRole('button', { name: '登记', exact: true }).click();
  await expect(item).toContainText(words);
}

/** Enters a report that was sent: what kind, when, and the proof of it. */
export async function sendReport(
  page: Page,
  [kind, sentAt, proof]: readonly [kind: string, sentAt: string, proof: string],
): Promise<void> {
  const report = page.getByRole('form', { name: '登记已发出的报告' });
  await report.getByLabel('报告类别').selectOption({ label: kind });
  await report.getByLabel('报送方式').fill('公文交换');
  await report.getByRole('textbox', { name: /^发出时间/ }).fill(sentAt);
  await report.getByLabel('凭证').fill(proof);
  await report.getByRole('button', { name: '登记报告' }).click();
}
