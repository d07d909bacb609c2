import type { Page } from '@playwright/test';
import { checkAxe, expect, test } from './fixture';
import { ready } from './page-steps';

// Browsers ask for the icon of a page again and again, and log every failed fetch.
test.use({ tolerated: [/^console: Failed to load resource: net::ERR_INTERNET_DISCONNECTED.*favicon\.svg/] });

/** Goes on within the page, as a link would. */
async function goWithin(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, path);
}

const said = (page: Page) => page.getByTestId('show-said');
const kicker = (page: Page) => page.locator('.show-kicker');

test('a briefing is shown by keyboard, with the speaker in step, without a network', async ({ page, context }) => {
  await page.goto('./?lang=zh');
  await ready(page, 'overview');
  await goWithin(page, '/briefing?show=present');
  await expect(said(page)).toHaveText(/^第1页，共\d+页：./);
  // What lies below cannot be reached.
  await expect(page.locator('#root')).toHaveJSProperty('inert', true);

  // Every page has its headline, its source with the day of the figures, the mark and its number.
  const count = Number(/共(\d+)页/.exec((await said(page).textContent())!)![1]);
  expect(count).toBeGreaterThan(5);
  const headlines = new Set<string>();
  let drawn = 0;
  for (let n = 1; n <= count; n++) {
    await expect(page.locator('.show-number')).toHaveText(`${n} / ${count}`);
    headlines.add(await page.getByRole('heading', { level: 1 }).innerText());
    await expect(page.locator('.show-source')).toContainText('2026年11月');
    await expect(page.locator('.show-foot .demonstration')).toBeVisible();
    drawn += await page.locator('.show-picture img[alt]').count();
    await page.keyboard.press(['PageDown', 'ArrowRight', ' ', 'Enter'][n % 4]!);
  }
  expect(headlines.size).toBe(count);
  expect(drawn).toBeGreaterThan(5);
  await expect(page.locator('.show-number')).toHaveText(`${count} / ${count}`);
  // Charts are pictures that were really drawn.
  await page.keyboard.press('Home');
  await expect
    .poll(() => page.locator('.show-picture img').evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(300);
  await checkAxe(page);

  // Jump, black screen, another month and back: the same page.
  await page.keyboard.press('3');
  await page.keyboard.press('Enter');
  await expect(said(page)).toHaveText(new RegExp(`^第3页，共${count}页`));
  await page.keyboard.press('b');
  await expect(page.getByTestId('show-dark')).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(page.getByTestId('show-dark')).toHaveCount(0);
  await expect(said(page)).toHaveText(/^第3页/);
  const heading = await kicker(page).innerText();
  expect(heading).toContain('2026年10月');
  await page.keyboard.press('[');
  await expect(kicker(page)).toContainText('2026年9月');
  expect((await kicker(page).innerText()).split('\n')[0]).toBe(heading.split('\n')[0]);
  await expect(page).toHaveURL(/at=2026-09/);
  await page.keyboard.press('Shift+ArrowRight');
  await expect(kicker(page)).toContainText('2026年10月');

  // The speaker's window, opened last: either side turns pages.
  const speaker = await context.newPage();
  await speaker.goto('./?lang=zh&show=speaker#/briefing');
  const follows = speaker.getByTestId('speaker-said');
  await expect(follows).toHaveText(/^第3页/);
  await speaker.keyboard.press('PageDown');
  await expect(said(page)).toHaveText(/^第4页/);
  await page.keyboard.press('PageUp');
  await expect(follows).toHaveText(/^第3页/);
  await expect(speaker.getByRole('region', { name: '下一页' }).locator('.show-page')).toBeVisible();
  await expect(speaker.getByRole('region', { name: '备注' })).toHaveText(/./);
  await speaker.keyboard.press('.');
  await expect(page.getByTestId('show-dark')).toBeVisible();
  await expect(speaker.getByText('观众看到黑屏')).toBeVisible();
  await speaker.keyboard.press('.');
  await speaker.getByRole('button', { name: '开始计时' }).click();
  await checkAxe(speaker);

  await context.setOffline(true);
  await page.keyboard.press('End');
  await expect(follows).toHaveText(new RegExp(`^第${count}页`));
  await speaker.keyboard.press('[');
  await expect(kicker(page)).toContainText('2026年9月');
  await context.setOffline(false);
  await expect(speaker.getByTestId('elapsed')).not.toHaveText('00:00');

  // Back to where one came from.
  await page.bringToFront();
  await page.keyboard.press('Escape');
  await ready(page, 'overview');
  await expect(page.getByTestId('show-present')).toHaveCount(0);
  await expect(speaker.getByText('没有正在进行的放映')).toBeVisible();
  await speaker.close();

  // The wall goes round by itself, always with the time of the figures.
  await goWithin(page, '/briefing?show=wall&every=1');
  const time = page.getByTestId('wall-time');
  await expect(time).toHaveText(/^2026年10月数据，数据截至2026年11月\d+日，距今[\d,]+天$/);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const seen = new Set<string>();
  await expect
    .poll(async () => {
      seen.add((await page.locator('.show-stage').getAttribute('data-page'))!);
      await expect(time).toBeVisible();
      return seen.size;
    })
    .toBeGreaterThan(2);
  await page.keyboard.press(' ');
  await expect(page.getByText('已暂停轮播')).toBeVisible();
  const stands = await page.locator('.show-stage').getAttribute('data-page');
  await page.waitForTimeout(1500);
  expect(await page.locator('.show-stage').getAttribute('data-page')).toBe(stands);
  await checkAxe(page);
  await page.keyboard.press('Escape');
  await ready(page, 'overview');
});
