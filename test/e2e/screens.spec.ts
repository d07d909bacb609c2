import type { Page } from '@playwright/test';
import { checkAxe, expect, test } from './fixture';
import { open, ready, type Screen } from './page-steps';

/** Every screen, and every part of one that the address names; the backtest is seen dark in its own test. */
const PARTS: readonly (readonly [Screen, ...string[]])[] = [
  ['overview'],
  ['region'],
  ['indicators'],
  ['warnings'],
  ['response', 'cases', 'groups', 'effects', 'trail'],
  ['plan', 'matrix', 'versions', 'calendar', 'review'],
  ['briefing', 'drafts', 'share'],
  ['rules', 'edit', 'what-if', 'tests'],
  ['data'],
];

/** Goes on by the address, as a link does: the page is not loaded anew. */
async function show(page: Page, screen: Screen, query: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate(
    ([path, search]) => {
      history.pushState(null, '', `?${search}#/${path}`);
      dispatchEvent(new PopStateEvent('popstate'));
    },
    [screen, new URLSearchParams(query).toString()] as const,
  );
  await ready(page, screen);
  await page.waitForTimeout(300);
}

// Each screen's own tests look at it whole in the light theme.
test('axe finds nothing on any screen in the dark theme', async ({ page }) => {
  test.setTimeout(240_000);
  const query = { lang: 'en', theme: 'dark', region: '150300' };
  await open(page, 'overview', query);
  for (const [screen, ...tabs] of PARTS) {
    for (const tab of tabs.length > 0 ? tabs : ['']) {
      await show(page, screen, { ...query, ...(tab !== '' && { tab }) });
      await test.step(`${screen} ${tab}`, () => checkAxe(page, 'colours'));
    }
  }
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog')).toBeVisible();
  await checkAxe(page);
});

test.describe('somebody who is here for the first time', () => {
  test.use({ newcomer: true });

  test('is offered the tour, and its steps are done by doing them', async ({ page }) => {
    await open(page, 'overview');
    const tour = page.getByRole('complementary', { name: '入门' });
    await tour.getByRole('button', { name: '开始' }).click();
    const next = tour.locator('[aria-current="step"]');
    const go = () => next.getByRole('link', { name: '去做' }).click();

    await expect(next).toContainText('打开等级最高的地区');
    await go();
    await expect(page.getByRole('heading', { name: /乌海市/ }).first()).toBeVisible();

    await expect(next).toContainText('看看以前某一天会怎样判断');
    await show(page, 'overview', { asof: '2026-05-10' });

    await expect(next).toContainText('选择角色：以哪个机构的身份办理');
    await go();
    await ready(page, 'warnings');
    await expect(next).toContainText('选择角色：以哪个机构的身份办理');
    const office = page.getByTestId('actor-bar');
    await office.getByRole('button', { name: /选择角色/ }).click();
    await office.getByText('盟市级', { exact: true }).click();
    await office.getByLabel('地区').selectOption({ label: '乌海市' });
    await office.getByLabel('姓名').fill('王科长');
    await office.getByRole('button', { name: '确定' }).click();

    await expect(next).toContainText('签收一条预警');
    await page.getByRole('row').filter({ hasText: '乌海市' }).first().click();
    const detail = page.getByRole('region', { name: '所选预警' });
    await detail.getByRole('button', { name: '签收' }).click();
    await detail.getByRole('button', { name: '确定' }).click();
    // A reload keeps the place in the tour.
    await expect(next).toContainText('一键生成本月简报');
    await page.reload();
    await ready(page, 'warnings');
    await expect(next).toContainText('一键生成本月简报');
    await go();
    await page.getByRole('button', { name: /^生成/ }).click();

    await expect(next).toContainText('全屏放映');
    await go();
    await expect(page.getByTestId('show-said')).not.toBeEmpty();
    await expect(tour).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('show-present')).toHaveCount(0);
    // The link that led there is another one now: reading goes on with the content, not from the top.
    await expect(page.getByRole('main')).toBeFocused();
    await expect(tour).toContainText('三件事都做完了');
    await tour.getByRole('button', { name: '结束' }).click();
    await page.reload();
    await ready(page, 'briefing');
    await expect(tour).toHaveCount(0);
    // It stays under Help. The part that listens to F1 may come after the content: the button waits for it.
    await page.getByRole('banner').getByRole('button', { name: '帮助' }).click();
    await expect(page.getByRole('dialog').getByRole('button', { name: '重新开始' })).toBeVisible();
    await page.getByRole('dialog').getByLabel('查找术语').fill('求人倍率');
    await expect(page.getByRole('dialog')).toContainText('低于1表示岗位少于求职者');
    await page.keyboard.press('F1');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('F1');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
});
