import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { capFaults, textOf } from '../briefing/alerts/cap-rules';
import { parseXml } from '../briefing/alerts/parse-xml';
import { checkAxe, declineTour, expect, test } from './fixture';

/** Level and index of every region, as the overview ranks them. */
const ranked = (page: Page): Promise<string[]> =>
  page.getByRole('main').locator('table').first().locator('tbody tr').allInnerTexts();

async function openShare(page: Page, query: string): Promise<void> {
  await page.goto(`./?tab=share&${query}#/briefing`);
  await expect(page.getByTestId('alert-count')).toBeVisible();
}

async function downloaded(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return download.path();
}

test('a package from one office is opened in another one: shown first, then the same result to the byte', async ({
  page,
  browser,
}, info) => {
  await page.goto('./?region=150300&period=2026-08&lang=zh#/overview');
  await page.locator('[data-ready="overview"]').waitFor({ state: 'attached' });
  const here = await ranked(page);
  expect(here.length).toBeGreaterThan(10);
  await openShare(page, 'region=150300&period=2026-08');
  // The exact link names all that the address left open.
  const link = page.getByRole('textbox', { name: '链接' });
  expect(await link.inputValue()).toMatch(/period=2026-08&asof=2026-\d\d-\d\d&rules=built-in&lang=zh#\/overview$/);
  await page.getByLabel('发出单位', { exact: true }).fill('乌海市人社局');
  const path = await downloaded(page, '下载数据包');
  await expect(page.getByTestId('package-made')).toContainText('核对码');
  // Messages for other systems, of invented figures: never an actual warning.
  await page.getByLabel('发送方标识').fill('hrss.example.cn');
  const cap = parseXml(readFileSync(await downloaded(page, '下载 CAP 报文 乌海市'), 'utf8'));
  expect(capFaults(cap)).toEqual([]);
  expect(textOf(cap, 'status')).toBe('Test');
  await checkAxe(page);

  const context = await browser.newContext({
    ...info.project.use,
    locale: 'zh-CN',
    viewport: { width: 1366, height: 768 },
  });
  await context.addInitScript(declineTour);
  const other = await context.newPage();
  await openShare(other, 'lang=zh');
  // One byte is another one: named, and nothing of it is used.
  const bytes = readFileSync(path);
  const broken = info.outputPath('broken.fengsui');
  const changed = Buffer.from(bytes);
  changed[changed.length >> 1]! ^= 1;
  writeFileSync(broken, changed);
  const input = other.getByTestId('package-in').locator('input[type=file]');
  await input.setInputFiles(broken);
  await expect(other.getByRole('alert')).toContainText('figures.csv');
  await input.setInputFiles({ name: 'a.fengsui', mimeType: 'application/zip', buffer: bytes });
  const shown = other.getByTestId('package-in');
  await expect(shown).toHaveAttribute('data-phase', 'shown');
  await expect(shown).toContainText('乌海市人社局');
  await expect(shown).toContainText('尚未载入任何内容');
  await checkAxe(other);
  await other.getByRole('button', { name: '打开为单独的数据集' }).click();
  await expect(other.getByTestId('package-outcome')).toHaveAttribute('data-same', 'true');
  await expect(other.getByTestId('package-outcome')).toContainText('本机结果与发出单位完全一致');
  await other.getByRole('link', { name: '看对方发来的画面' }).click();
  await other.locator('[data-ready="overview"]').waitFor({ state: 'attached' });
  await expect(other).toHaveURL(/region=150300&period=2026-08&asof=2026-\d\d-\d\d&rules=built-in/);
  expect(await ranked(other)).toEqual(here);
  // Still invented figures, and still marked so.
  await expect(other.getByText('演示数据').first()).toBeVisible();
  // Kept as a data set of its own.
  await other.getByRole('link', { name: '数据', exact: true }).click();
  const sets = other.getByTestId('keeping').getByRole('table', { name: '数据集' });
  await expect(sets).toContainText('失业风险监测数据 2026年8月（乌海市人社局）');
  await context.close();
});
