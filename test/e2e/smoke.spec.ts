import { checkAxe, expect, test } from './fixture';

test('the built page opens, in Chinese, under a policy without inline scripts', async ({ page }) => {
  await page.goto('./');
  await expect(page.locator('#root')).not.toBeEmpty();
  await expect(page).toHaveTitle(/烽燧/);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toContain('unsafe-eval');
  expect(await page.locator('script:not([src])').count()).toBe(0);
  await checkAxe(page);
});
