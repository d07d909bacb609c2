import type { Page } from '@playwright/test';
import { expect, test } from './fixture';
import { goTo, open, rankedLevels, ready, type Screen } from './page-steps';

const EVERY: readonly Screen[] = [
  'overview',
  'region',
  'indicators',
  'data',
  'warnings',
  'response',
  'plan',
  'briefing',
  'rules',
];

/** A place where the focus was: the number of the control, its words, and whether the focus could be seen there. */
interface Stop {
  readonly stop: string | null;
  readonly name: string;
  readonly visible: boolean;
}

/** Every control that the keyboard must reach, by a number written on it; a group of radio buttons is one. */
async function numberControls(page: Page): Promise<ReadonlyMap<string, string>> {
  const found = await page.evaluate(() => {
    const selector = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
    const groups = new Set<string>();
    const names: [string, string][] = [];
    for (const element of document.querySelectorAll<HTMLElement>(selector)) {
      if (
        element.tabIndex < 0 ||
        element.matches(':disabled') ||
        !element.checkVisibility({ visibilityProperty: true })
      )
        continue;
      if (element instanceof HTMLInputElement && element.type === 'radio') {
        if (!element.checked || groups.has(element.name)) continue;
        groups.add(element.name);
      }
      element.dataset.stop = String(names.length);
      names.push([
        element.dataset.stop,
        `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent}`.slice(0, 60),
      ]);
    }
    return names;
  });
  return new Map(found);
}

/** From now on the page notes where the focus goes. */
async function noteFocus(page: Page): Promise<void> {
  await page.evaluate(() => {
    const outlined = (one: Element): boolean => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    };
    const stops: Stop[] = [];
    Object.assign(window, { focusStops: stops });
    document.addEventListener('focusin', ({ target }) => {
      const element = target as HTMLElement;
      // What is visually hidden, as a radio button that looks like a tab, shows the focus on its label.
      const { width, height } = element.getBoundingClientRect();
      const label = element.closest('label');
      const visible = width > 1 && height > 1 ? outlined(element) : label !== null && outlined(label);
      const name = `${element.tagName} ${element.textContent?.slice(0, 40)}`;
      stops.push({ stop: element.dataset.stop ?? null, name, visible });
    });
  });
}

/** Where the focus was since the last call. */
function takeStops(page: Page): Promise<readonly Stop[]> {
  return page.evaluate(() => (window as unknown as { focusStops: Stop[] }).focusStops.splice(0));
}

test('the first stop skips to the content', async ({ page }) => {
  await open(page, 'overview');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: '跳到主要内容' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('main').locator(':focus')).toHaveCount(1);
});

test('the keyboard reaches every control of every screen, is seen and never caught', async ({ page }) => {
  // Somebody who may act: more controls are open then.
  const actor = { role: 'region', regionCode: '150000', name: '李处长' };
  await page.addInitScript((kept) => localStorage.setItem('fengsui.actor', kept), JSON.stringify(actor));
  await open(page, 'overview', { region: '150300', period: '2026-10' });
  await noteFocus(page);
  for (const screen of EVERY) {
    await goTo(page, screen);
    const controls = await numberControls(page);
    expect(controls.size, screen).toBeGreaterThan(15);
    await takeStops(page);
    // One round: from the content, where a change of screen leaves the focus, over the end of the page to its top.
    for (let k = 0; k < controls.size + 5; k++) await page.keyboard.press('Tab');
    const stops = await takeStops(page);
    const reached = new Set(stops.map(({ stop }) => stop));
    const unseen = stops.filter(({ visible }) => !visible).map(({ name }) => name);
    const missed = [...controls].filter(([stop]) => !reached.has(stop)).map(([, name]) => name);
    expect(missed, `${screen}: controls that the Tab key does not reach`).toEqual([]);
    expect(unseen, `${screen}: stops at which no focus is to be seen`).toEqual([]);
  }
});

test('screens are changed, choices made and pop-ups closed by keyboard', async ({ page }) => {
  await open(page, 'overview');
  await page.getByRole('radio', { name: '盟市' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: '旗县市区' })).toBeFocused();
  expect((await rankedLevels(page)).size).toBe(103);
  const known = page.getByRole('banner').getByRole('group').filter({ hasText: /已知/ });
  await known.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(known.getByLabel('按哪一天已知的数据评定')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(known.getByLabel('按哪一天已知的数据评定')).toBeHidden();
  await page.getByRole('navigation').getByRole('link', { name: '地区' }).focus();
  await page.keyboard.press('Enter');
  await ready(page, 'region');
  // As after loading a page, reading goes on with the content.
  await expect(page.getByRole('main')).toBeFocused();
});

test.describe('a window of 683 × 384, as 1366 × 768 at 200 %', () => {
  test.use({ viewport: { width: 683, height: 384 } });

  test('needs no scrolling from side to side', async ({ page }) => {
    await open(page, 'overview', { lang: 'en', region: '150300' });
    for (const screen of EVERY) {
      await goTo(page, screen);
      expect(await stickingOut(page), `${screen}, English`).toEqual([]);
      await page.getByRole('button', { name: '切换到中文' }).click();
      await ready(page, screen);
      expect(await stickingOut(page), `${screen}, Chinese`).toEqual([]);
      await page.getByRole('button', { name: 'Switch to English' }).click();
    }
  });
});

/** What makes the page wider than its window: elements that stick out and have no box of their own to scroll in. */
function stickingOut(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((e) => e.getBoundingClientRect().right > clientWidth + 1 && !e.closest('.table-box, .visually-hidden'))
      .map((e) => `${e.tagName}.${e.className} ${e.textContent?.slice(0, 30)}`)
      .slice(-5);
  });
}

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('play goes from period to period without anything moving, and can be stopped', async ({ page }) => {
    await open(page, 'overview', { period: '2026-01' });
    const period = page.getByRole('group', { name: '时期' });
    await period.getByRole('button', { name: '播放' }).click();
    await expect(period.getByRole('status')).toHaveText('2026年2月');
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    await period.getByRole('button', { name: '暂停' }).click();
    const stopped = await period.getByRole('status').innerText();
    await page.waitForTimeout(1600);
    await expect(period.getByRole('status')).toHaveText(stopped);
    // At the end it stops by itself.
    await page.getByRole('slider').fill(String(2026 * 12 + 8));
    await period.getByRole('button', { name: '播放' }).click();
    await expect(period.getByRole('status')).toHaveText('2026年10月');
    await expect(period.getByRole('button', { name: '播放' })).toBeVisible();
  });
});
