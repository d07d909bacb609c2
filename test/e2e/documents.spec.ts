import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { checkAxe, expect, test } from './fixture';
import { pagesOf, plain } from './office-tools';

/** The papers of a review: written from the case, changed by hand, kept, saved as a version, printed and taken along. */

/** A draft is kept within a quarter of a second. */
const DRAFT_KEPT_MS = 500;

async function openReview(page: Page): Promise<void> {
  await page.goto('./#/response');
  const bar = page.getByTestId('actor-bar');
  await bar.getByRole('button', { name: '选择角色' }).click();
  await bar.getByText('自治区级', { exact: true }).click();
  await bar.getByLabel('姓名').fill('王某');
  await bar.getByRole('button', { name: '确定' }).click();
  await page.getByRole('button', { name: '直接启动评审…' }).click();
  const form = page.getByRole('form', { name: '直接启动评审' });
  await form.getByLabel('地区').selectOption('150300');
  await form.getByLabel('等级').selectOption('4');
  await form.getByLabel('理由').fill('煤矿集中关闭');
  await form.getByRole('button', { name: '启动评审', exact: true }).click();
  await expect(page.getByRole('region', { name: '文书', exact: true })).toBeVisible();
}

test('a notice is drafted, changed, kept over a reload, saved, laid out, printed and downloaded', async ({
  page,
}, info) => {
  await openReview(page);
  const card = page.getByRole('region', { name: '文书', exact: true });
  await expect(card.getByRole('row', { name: /^会商纪要/ })).toContainText('暂不具备：尚无会商记录或部门意见');
  await card.getByRole('link', { name: '预警通知' }).click();
  const editor = page.getByRole('region', { name: '预警通知', exact: true });
  await expect(editor.getByLabel('标题', { exact: true })).toHaveValue('关于乌海市失业风险Ⅰ级（红色）预警的通知');
  await expect(editor).toContainText('待填写（2处）');
  await expect(editor.getByLabel('发文字号')).toHaveValue('【尚未填写：发文字号】');
  await editor.getByRole('button', { name: '发文字号', exact: true }).click();
  await expect(editor.getByLabel('发文字号')).toBeFocused();
  await checkAxe(page);

  const first = editor.getByLabel('段落1', { exact: true });
  const drafted = await first.inputValue();
  expect(drafted).toContain('第六（四）条');
  await editor.getByLabel('发文字号').fill('内人社发〔2026〕8号');
  await first.fill('手工写的依据。');
  await expect(editor).toContainText('待填写（1处）');
  await editor.getByRole('button', { name: '撤销' }).click();
  await expect(first).toHaveValue(drafted);
  await editor.getByRole('button', { name: '重做' }).click();
  await editor.getByRole('button', { name: '删除表格1' }).click();
  await editor.getByRole('button', { name: '按本案更新' }).click();
  await expect(editor.getByRole('status')).toContainText('手工修改的3处未动');
  await page.waitForTimeout(DRAFT_KEPT_MS);
  await page.reload();
  await expect(first).toHaveValue('手工写的依据。');
  await expect(editor.getByRole('status')).toContainText('有未保存的修改');

  await editor.getByRole('button', { name: '保存为新版本' }).click();
  await expect(editor.getByRole('status')).toContainText('与第1版相同');
  await expect(card.getByRole('row', { name: /^预警通知/ })).toContainText('已保存，1处待填');
  // Another version; the first one can be had again.
  await first.fill('第二稿。');
  await editor.getByRole('button', { name: '保存为新版本' }).click();
  await expect(editor.getByRole('status')).toContainText('与第2版相同');
  await editor.getByLabel('版本').selectOption('1');
  await expect(first).toHaveValue('手工写的依据。');

  await editor.getByText('版式预览').click();
  const sheet = page.getByRole('region', { name: '文书版式' });
  await expect(sheet.getByRole('heading', { name: '一、预警情况' })).toBeVisible();
  await expect(sheet).toContainText('演示数据');
  const { width, fontSize } = await sheet.locator('article').evaluate((el) => ({
    width: el.getBoundingClientRect().width,
    fontSize: getComputedStyle(el.querySelector('.paper-title')!).fontSize,
  }));
  expect(Math.round((width / 96) * 25.4)).toBe(210);
  expect(Number.parseFloat(fontSize)).toBeCloseTo((22 / 72) * 96, 1);
  await page.getByRole('banner').getByRole('combobox').selectOption('dark');
  await checkAxe(page);

  const coming = page.waitForEvent('download');
  await editor.getByRole('button', { name: '下载DOCX' }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe('关于乌海市失业风险Ⅰ级（红色）预警的通知.docx');
  const docx = info.outputPath('notice.docx');
  await file.saveAs(docx);
  expect(readFileSync(docx).subarray(0, 2).toString()).toBe('PK');
  await test.step('LibreOffice opens it', () => {
    const pages = pagesOf([docx])?.[0];
    if (!pages) return info.annotations.push({ type: 'skipped', description: 'no soffice or pdftotext here' });
    for (const words of ['手工写的依据。', '一、预警情况', '演示数据', '— 1 —'])
      expect(pages.join('')).toContain(plain(words));
  });

  // What the print holds: the paper alone.
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await editor.getByRole('button', { name: '打印文书' }).click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.paper-print')).toBeVisible();
  await expect(page.getByTestId('screen-response')).toBeHidden();
});

test('papers are in English where the page is, or where it is asked for', async ({ page }) => {
  await openReview(page);
  await page.getByRole('link', { name: '情况报告' }).click();
  const editor = page.getByRole('region', { name: '情况报告' });
  await editor.getByText('英文').click();
  await expect(editor.getByLabel('标题', { exact: true })).toHaveValue(
    'Report on the unemployment-risk warning for Wuhai: Level Ⅰ (red)',
  );
  await editor.getByText('版式预览').click();
  await expect(page.getByRole('region', { name: '文书版式' })).toContainText('1. The risk');
});

test('the screen of a region leads to its review and its warnings', async ({ page }) => {
  await openReview(page);
  await page.goto('./?region=150300#/region');
  await page.getByRole('link', { name: '评审进行中：乌海市就业风险评审（核实）' }).click();
  await expect(page.getByTestId('case').getByRole('heading', { name: '乌海市就业风险评审' })).toBeVisible();
  await page.getByRole('link', { name: '看该地区', exact: true }).click();
  await page.getByRole('link', { name: '看该地区预警' }).click();
  await expect(page.getByRole('rowheader', { name: /^乌海市/ })).toBeVisible();
});
