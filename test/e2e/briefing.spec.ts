import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { unzip } from '../briefing/unzip';
import { checkAxe, expect, test } from './fixture';
import { plain, pdfPages } from './office-tools';

/** The third job: a briefing is made, changed, kept, brought up to the figures, and leaves the office in every format. */

const OWN = '手写的研判：关注乌海。';
/** Figures of the demonstration as they were known some weeks earlier, before revisions. */
const EARLIER = '2026-10-20';

const kept = (page: Page) => expect(page.locator('[data-keeping="kept"]')).toBeVisible();
const asNow = (page: Page) => expect(page.locator('[data-fresh="same"]')).toBeVisible();
const pageNames = (page: Page) => page.locator('.page-list .page-name a').allInnerTexts();
/** As a page of a PDF is read back. */
const spelt = (words: string) => plain(words).normalize('NFKC');
const openPage = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '页面' }).getByRole('link', { name }).click();

async function textOf(page: Page, format: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: format, exact: true }).click();
  const file = await download;
  const bytes = new Uint8Array(readFileSync(await file.path()));
  await expect(page.getByTestId('export-state')).toContainText('已生成');
  if (bytes[0] !== 0x50) return new TextDecoder().decode(bytes);
  const parts = unzip(bytes);
  return [...parts].map(([name, text]) => (name.endsWith('.xml') ? text.replace(/<[^>]+>/g, '') : '')).join('\n');
}

test('the monthly briefing is made, written, ordered, kept, brought up to date and sent out', async ({ page }) => {
  await page.goto(`./?asof=${EARLIER}#/briefing`);
  await page.getByLabel('编发单位').fill('某某监测办公室');
  await page.getByRole('button', { name: '生成2026年9月月报' }).click();
  await asNow(page);
  await kept(page);
  await expect(page.getByLabel('草稿名称')).toHaveValue(/月报（2026年9月）$/);

  await test.step('a sentence by hand, with what it rests on beside it', async () => {
    const first = page.getByLabel('第1句', { exact: true });
    const generated = await first.inputValue();
    await first.fill(OWN);
    const side = page.getByRole('complementary', { name: '依据与核对' });
    await expect(side).toContainText(generated);
    await expect(side).toContainText('内蒙古自治区');
    await page.keyboard.press('Control+z');
    await expect(first).toHaveValue(generated);
    await page.keyboard.press('Control+y');
    await expect(first).toHaveValue(OWN);
    await checkAxe(page);
  });

  const before = await pageNames(page);
  await test.step('pages in another order, by keys and by hand; one out, one of one’s own in', async () => {
    const list = page.getByRole('navigation', { name: '页面' });
    await list.getByRole('link', { name: before[2]! }).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await expect(list.getByRole('link', { name: before[2]! })).toBeFocused();
    await page.locator(`.page-list li`).nth(5).dragTo(page.locator('.page-list li').nth(3));
    await openPage(page, '目标完成进度');
    await page.getByRole('button', { name: '取下“目标完成进度”' }).click();
    await page.getByRole('button', { name: '+ 图表页' }).click();
    await page.locator('.add-chart select').first().selectOption({ label: '扩散曲线' });
    await page.getByRole('button', { name: '加入', exact: true }).click();
    await expect(page.locator('.page-list li')).toHaveCount(before.length);
  });
  // The sentence that tells of revisions: what it rests on is known to change.
  await openPage(page, '数据说明');
  await page.locator('[data-sentence="data.revisions"] textarea').fill('修订情况另报。');
  await kept(page);
  const ordered = await pageNames(page);
  expect(ordered.slice(0, 3)).toEqual([before[0], before[2], before[1]]);
  expect(ordered).not.toEqual(before);

  await test.step('all of it is there after a reload, under the figures of another day', async () => {
    await page.goto(page.url().replace(`asof=${EARLIER}&`, ''));
    await expect(page.locator('[data-fresh="older"]')).toBeVisible();
    expect(await pageNames(page)).toEqual(ordered);
    await expect(page.locator('[data-sentence="data.revisions"] textarea')).toHaveValue('修订情况另报。');
    await page.getByRole('button', { name: '按当前数据更新' }).click();
    await asNow(page);
    const revised = page.locator('[data-sentence="data.revisions"]');
    await expect(revised).toContainText('数字有变');
    await expect(revised.locator('textarea')).toHaveValue('修订情况另报。');
    expect(await pageNames(page)).toEqual(ordered);
    await page.getByRole('link', { name: /^核对/ }).click();
    await expect(page.getByTestId('check-list')).toContainText('所依据的数字此后有变：“修订情况另报。”');
    await revised.locator('textarea').focus();
    await page.getByRole('link', { name: '依据' }).click();
    await page.getByRole('button', { name: '采用新句' }).click();
    await expect(revised.locator('textarea')).toHaveValue(/修订数据\d+个/);
    await page.getByRole('link', { name: '对比' }).click();
    await expect(page.getByTestId('compare')).toContainText('与2026年8月对比');
    await expect(page.getByTestId('compare').getByRole('table')).toContainText('城镇调查失业率');
  });

  await test.step('files hold the sentence by hand and the mark of the demonstration', async () => {
    await page.locator('.export summary').click();
    for (const format of [
      '演示文稿（PPTX，图表可编辑）',
      '公文（DOCX，图表可编辑）',
      '数据表（XLSX）',
      '单个网页（HTML）',
      '纯文本（Markdown）',
    ]) {
      const text = await textOf(page, format);
      expect(text, format).toContain(OWN);
      expect(text, format).toContain('演示数据');
    }
  });

  await test.step('paper has every page, whole charts, the running head and page numbers', async () => {
    await page.evaluate(() => {
      window.print = () => undefined;
    });
    await page.getByRole('button', { name: '打印或存为PDF' }).click();
    await expect(page.locator('body.printing-briefing')).toBeAttached();
    await page.emulateMedia({ media: 'print' });
    const pdf = await page.pdf({ preferCSSPageSize: true });
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
    const pages = pdfPages(pdf);
    if (!pages) return test.info().annotations.push({ type: 'skipped', description: 'no pdftotext here' });
    expect(pages.length).toBeGreaterThan(5);
    for (const [i, text] of pages.entries()) {
      expect(text).toContain(spelt('失业风险监测预警月报（2026年9月）'));
      expect(text).toContain('演示数据');
      expect(text).toContain(`—${i + 1}—`);
    }
    for (const words of [OWN, ...ordered]) expect(pages.join('')).toContain(spelt(words));
  });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await checkAxe(page);
});
