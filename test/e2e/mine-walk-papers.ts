import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { unzip } from '../briefing/unzip';
import { expect } from './fixture';
import { card } from './mine-walk-steps';
import { plain } from './office-tools';

/** The papers of a review as they leave the house: written on the screen, read as DOCX. */

/**
 * A paper of the review: opened from the list, what is missing written in, saved, downloaded to `path`. `gaps`: words for
 * each gap by what it asks for; exactly these are missing.
 */
export async function paper(
  page: Page,
  title: string,
  gaps: Readonly<Record<string, string>>,
  path: string,
): Promise<void> {
  const papers = card(page, '文书');
  await papers.getByRole('link', { name: title, exact: true }).click();
  const editor = page.getByRole('region', { name: title, exact: true });
  await expect(editor.locator('.doc-gaps li')).toHaveText(Object.keys(gaps));
  const fields = editor.locator('.doc-form').locator('input, textarea');
  for (const [what, words] of Object.entries(gaps)) {
    const mark = `【尚未填写：${what}】`;
    const values = await fields.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
    const at = values.findIndex((value) => value.includes(mark));
    await fields.nth(at).fill(values[at]!.replaceAll(mark, words));
  }
  await expect(editor).toContainText('没有待填写的内容。');
  await editor.getByRole('button', { name: '保存为新版本' }).click();
  await expect(editor.getByRole('status')).toContainText('与第1版相同');
  await expect(papers.getByRole('row', { name: new RegExp(`^${title}`) })).toContainText('已保存，无待填');
  const coming = page.waitForEvent('download');
  await editor.getByRole('button', { name: '下载DOCX' }).click();
  await (await coming).saveAs(path);
  await papers.getByRole('link', { name: title, exact: true }).click();
  await expect(editor).toHaveCount(0);
}

/** All words of a DOCX, without blanks. */
function wordsOf(path: string): string {
  const xml = unzip(readFileSync(path)).get('word/document.xml') ?? '';
  return plain(xml.replace(/<[^>]+>/g, '').replaceAll('&amp;', '&'));
}

/** The words are in the DOCX, each of them. */
export function expectWords(path: string, words: readonly string[]): void {
  const text = wordsOf(path);
  expect(words.filter((one) => !text.includes(plain(one)))).toEqual([]);
}
