import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { checkAxe, expect, test } from './fixture';
import { expectQuery, rowsOf } from './page-steps';

/** The rule book: a draft is tried on history, kept, decided as a version, and grades from its day on. */

async function openRules(page: Page, query: Readonly<Record<string, string>> = {}): Promise<void> {
  await page.goto(`./?${new URLSearchParams({ tab: 'edit', ...query })}#/rules`);
  await page.getByTestId('rules-edit').waitFor();
}

const mark = (page: Page): Locator => page.getByRole('banner').getByText(/^规则 /);
const line = (page: Page, level: string): Locator => page.getByRole('slider', { name: `${level}级` });
const status = (page: Page): Locator => page.getByTestId('rules-edit').locator('.edit-where');

test('a line is pulled by pointer and by keys, and what flips is there at once; axe is clean', async ({ page }) => {
  await openRules(page, { rule: 'surveyed-rate-change', region: '150300' });
  const flips = page.getByTestId('flips');
  await expect(flips).toHaveText('历史上没有任何改变');
  const orange = line(page, 'Ⅱ');
  await orange.focus();
  const before = Number(await orange.getAttribute('aria-valuenow'));
  await page.keyboard.press('ArrowUp');
  await expect(orange).toHaveAttribute('aria-valuenow', String(before + 0.02));
  for (let i = 0; i < 9; i++) await page.keyboard.press('Shift+ArrowUp');
  // Kept below red, whatever is pressed.
  await expect(orange).toHaveAttribute('aria-valuenow', '1.49');
  await expect(flips).toContainText(/升高 0 地区月.*降低 [1-9]\d* 地区月/);
  const listed = await rowsOf(page.getByRole('table', { name: '改变的地区月，从新到旧' }));
  expect(listed[0]![0]).toBe('乌海');
  await expect(page.getByRole('link', { name: '乌海', exact: true }).first()).toHaveAttribute(
    'href',
    /period=2026-10.*#\/region/,
  );

  const box = (await line(page, 'Ⅳ').locator('.pull-catch').boundingBox())!;
  await page.mouse.move(box.x + 200, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 210, box.y + box.height / 2 + 12, { steps: 6 });
  await page.mouse.up();
  await expect(line(page, 'Ⅳ')).not.toHaveAttribute('aria-valuenow', '0.4');
  await expect(flips).toContainText(/升高 [1-9]\d* 地区月/);
  await expect(status(page)).toContainText('草稿已保存在本机');
  await page.getByText('地区等级', { exact: true }).click();
  await expect(flips).toContainText(/升高 [1-9]\d* 地区月/);
  await checkAxe(page);

  // One pull is one step; two steps and it is as it was.
  await page.keyboard.press('Control+z');
  await expect(line(page, 'Ⅳ')).toHaveAttribute('aria-valuenow', '0.4');
  await page.keyboard.press('Control+z');
  await expect(status(page)).toContainText('内置规则，未改动');
  await page.keyboard.press('Control+Shift+Z');
  await expect(orange).toHaveAttribute('aria-valuenow', '1.49');
});

test('what is wrong is told at its field and survives a reload; right again it is decided and grades from its day on', async ({
  page,
}) => {
  await openRules(page, { rule: 'surveyed-rate-change', region: '150300' });
  const red = page.getByLabel('预警线', { exact: true }).nth(3);
  await red.fill('高');
  await expect(page.locator('.rule-form .field-fault')).toHaveText('应为：数值');
  await expect(page.getByRole('button', { name: '存为新版本…' })).toBeDisabled();
  await expect(status(page)).toContainText('草稿已保存在本机');
  await page.reload();
  await expect(red).toHaveValue('高');
  await expect(page.getByRole('table', { name: /草稿有 1 处/ })).toContainText('"高"');
  await checkAxe(page);
  await red.fill('3');
  await red.fill('4');
  // A step back is seen in the field that is being written in.
  await page.keyboard.press('Control+z');
  await expect(red).toHaveValue('高');
  await expect(red).toBeFocused();
  await red.fill('3');
  await page.getByLabel('预警线', { exact: true }).nth(2).fill('2.5');
  await page.getByRole('button', { name: '存为新版本…' }).click();
  await page.getByLabel('经办人').fill('张三');
  await page.getByLabel('施行日').fill('2026-11-01');
  await page.getByLabel('说明', { exact: true }).fill('会商后上调');
  await page.getByRole('button', { name: '保存并重新评定' }).click();
  await expect(mark(page)).toHaveText('规则 第1版');

  // By day, by address, and over a reload.
  await page.goto('./?asof=2026-10-31&region=150300#/region');
  await expect(mark(page)).toHaveText('规则 内置');
  await page.goto('./?asof=2026-10-31&rules=v1&region=150300#/region');
  await expect(mark(page)).toHaveText('规则 第1版（指定）');
  await page.getByRole('banner').getByRole('link', { name: '用当日施行的规则' }).click();
  await expectQuery(page, { rules: null, asof: '2026-10-31' });
  await expect(mark(page)).toHaveText('规则 内置');

  await openRules(page, { part: 'versions', from: 'built-in', to: 'v1' });
  await expect(mark(page)).toHaveText('规则 第1版');
  const [version] = await rowsOf(page.getByRole('table', { name: '规则版本' }));
  expect(version!.slice(2, 4)).toEqual(['2026-11-01', '张三']);
  const changes = await rowsOf(page.getByRole('table', { name: '比较两个版本' }));
  expect(changes.map((row) => row.slice(1, 4).join(' '))).toEqual([
    'Ⅱ级预警线 1 2.5',
    'Ⅰ级预警线 1.5 3',
    '依据 本产品默认 用户设定',
    expect.stringContaining('依据说明'),
  ]);
  await checkAxe(page);
});

test('a file is checked whole before anything is taken; what was exported comes back', async ({ page }) => {
  await openRules(page);
  const input = page.getByTestId('rules-input');
  const pick = (text: string): Promise<void> =>
    input.setInputFiles({ name: 'r.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await pick('{"schema": ');
  await expect(page.getByTestId('rules-file')).toHaveText('文件有 1 处不合规定，未采用任何内容');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出 JSON', exact: true }).click();
  const text = readFileSync(await (await saved).path(), 'utf8');
  await pick(text.replace('"blue": 0.4', '"blue": "x"').replace('"clear": 2', '"clear": 0'));
  const faults = await rowsOf(page.getByRole('table', { name: 'r.json' }));
  expect(faults.map((row) => row.slice(0, 3))).toEqual([
    ['.ruleSet.rules[0].thresholds.blue', '"x"', '数值'],
    ['.ruleSet.rules[0].clear', '0', '不小于 1'],
  ]);
  await expect(status(page)).toContainText('内置规则，未改动');
  await pick(text.replace('"blue": 0.4', '"blue": 0.5'));
  await page.getByRole('region', { name: '导入 r.json' }).getByRole('button', { name: '载入为草稿' }).click();
  await expect(status(page)).toContainText('改动 1 处');
  await page.getByRole('button', { name: '放弃改动' }).click();
  await page.getByRole('link', { name: '现成规则' }).click();
  await page.getByRole('button', { name: '载入为草稿 青岛2007年四灯' }).click();
  await expect(status(page)).toContainText(/草稿，以内置规则为底.*改动 \d+ 处/);
  await checkAxe(page);
});

test('where nothing can be kept the draft stays on the screen, it is said, and the file is offered', async ({
  page,
}) => {
  // Before the worker's own words: papers cannot be written, as on a full disk.
  const full = `{
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...args) {
      if (this.name === 'papers') throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, args);
    };
  }`;
  await page.route(/engine\.worker-[\w-]+\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: full + (await response.text()) });
  });
  await openRules(page, { rule: 'surveyed-rate-change', region: '150300' });
  await line(page, 'Ⅱ').focus();
  await page.keyboard.press('ArrowUp');
  await expect(status(page)).toContainText('草稿未能保存：只在本页上，关闭前请导出');
  await expect(page.getByRole('alert')).toContainText('草稿未能保存');
  await page.getByRole('button', { name: '存为新版本…' }).click();
  await page.getByRole('button', { name: '保存并重新评定' }).click();
  await expect(page.locator('.save-form').getByRole('alert')).toContainText('版本未能保存，草稿仍在');
  await expect(line(page, 'Ⅱ')).toHaveAttribute('aria-valuenow', '1.02');
  await expect(mark(page)).toHaveText('规则 内置');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出 JSON', exact: true }).click();
  expect((await saved).suggestedFilename()).toBe('预警规则-草稿.json');
  await checkAxe(page);
});
