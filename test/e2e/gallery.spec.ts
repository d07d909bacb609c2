import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { checkAxe, expect, test } from './fixture';
import { chartTable } from './page-steps';
import { EXHIBIT_KINDS } from '../../src/briefing/exhibits/exhibit';

const STATES = 9;
const WIDTHS = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];

/** Two labels of one drawing may come this near, in pixels, before a reader would call it touching. */
const SLACK = 1;

/** Every text of every drawing: those that lie on one another, and those that the edge cuts. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate((slack) => {
    const found: string[] = [];
    for (const item of document.querySelectorAll<HTMLElement>('[data-testid^="exhibit-"]')) {
      const name = item.dataset.testid!;
      const svg = item.querySelector('.chart svg');
      if (!svg) {
        found.push(`${name}: not drawn`);
        continue;
      }
      const edge = svg.getBoundingClientRect();
      const texts = [...svg.querySelectorAll('text')]
        .map((text) => ({ words: text.textContent ?? '', box: text.getBoundingClientRect() }))
        .filter(({ words, box }) => words.trim() !== '' && box.width > 0);
      if (texts.length === 0) found.push(`${name}: no words`);
      texts.forEach(({ words, box }, i) => {
        const out = Math.max(
          edge.left - box.left,
          box.right - edge.right,
          edge.top - box.top,
          box.bottom - edge.bottom,
        );
        if (out > slack) found.push(`${name}: "${words}" is cut by ${out.toFixed(1)}`);
        for (const other of texts.slice(i + 1)) {
          const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
          // The box of a line has its leading in it, letters do not reach its ends.
          const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
          const leading = 0.34 * Math.min(box.height, other.box.height);
          if (across > slack && down > leading) found.push(`${name}: "${words}" on "${other.words}"`);
        }
      });
    }
    return found;
  }, SLACK);
}

async function drawn(page: Page, ready: string, count: number): Promise<void> {
  await page.locator(`[data-ready="${ready}"]`).waitFor();
  await expect(page.locator('[data-testid^="exhibit-"] .chart svg')).toHaveCount(count);
}

for (const lang of ['zh', 'en'] as const) {
  test(`every chart in every state is legible on both screens, ${lang}`, async ({ page }) => {
    await page.goto(`./?lang=${lang}&tab=gallery&chart=${EXHIBIT_KINDS[0]}#/briefing`);
    const found: string[] = [];
    for (const [i, kind] of EXHIBIT_KINDS.entries()) {
      if (i > 0)
        await page
          .locator('.gallery-kinds a')
          .nth(i + 1)
          .click();
      await drawn(page, `gallery-${kind}-${lang}`, STATES);
      // Each change of size is drawn anew: begin at the one that the last kind ended with.
      for (const size of i % 2 === 0 ? WIDTHS : WIDTHS.toReversed()) {
        await page.setViewportSize(size);
        await settled(page);
        found.push(...(await faultsOf(page)).map((fault) => `${size.width} ${fault}`));
      }
    }
    expect(found).toEqual([]);
    await page.locator('.gallery-kinds a').first().click();
    await drawn(page, `gallery-all-${lang}`, EXHIBIT_KINDS.length);
    await expect(page.getByTestId('gallery')).toContainText(
      lang === 'zh' ? '演示数据（虚构）' : 'Demonstration data (invented)',
    );
    if (lang === 'en') await page.getByRole('combobox', { name: 'Theme' }).selectOption({ label: 'Dark' });
    await settled(page);
    await checkAxe(page);
    if (lang === 'zh') await checkPictures(page);
  });
}

/** One chart leaves as a picture with its words: at print resolution, and as lines. */
async function checkPictures(page: Page): Promise<void> {
  const figure = page.getByTestId('exhibit-ranked-bars-ordinary');
  const saved = async (name: string): Promise<Buffer> => {
    const wait = page.waitForEvent('download');
    await figure.getByRole('button', { name }).click();
    const download = await wait;
    expect(download.suggestedFilename()).toContain('演示');
    return readFileSync(await download.path());
  };
  // 160 mm at 300 dots per inch: the width stands in the header of the file.
  expect((await saved('PNG')).readUInt32BE(16)).toBe(1890);
  const svg = (await saved('SVG')).toString('utf8');
  expect(svg).toContain('演示数据（虚构）');
  for (const row of await chartTable(figure)) expect(svg).toContain(row[0]!);
}

/** Drawings follow their box in the frame after a change of size. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('[data-testid^="exhibit-"] .chart')].every((chart) => {
      const svg = chart.querySelector('svg');
      return svg !== null && Math.abs(svg.getBoundingClientRect().width - chart.clientWidth) < 1;
    }),
  );
}
