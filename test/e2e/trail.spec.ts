import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import type { Act } from '../../src/response/trail/act';
import { seal } from '../../src/response/trail/digest';
import type { Entry } from '../../src/response/trail/entry';
import { verifyTrail } from '../../src/response/trail/verify';
import { checkAxe, expect, test } from './fixture';
import { goTo, open, ready } from './page-steps';

const LEAGUE = { role: 'league', regionCode: '150300', name: '王科长' } as const;
/** Wuhai and its first district, on the demonstration. */
const on = (region: string) => ({ warning: `${region}@2026-01`, level: 3, period: '2026-10' }) as const;

/** A sound trail, as this browser would have written it, a minute for each act. */
function sealed(acts: readonly Act[], demonstration = true): readonly Entry[] {
  const entries: Entry[] = [];
  for (const act of acts) {
    const head = entries.at(-1) ?? { seq: 0, digest: '', at: Date.UTC(2026, 10, 20, 1) };
    const basis = {
      knownOn: '2026-11-10',
      data: 'a'.repeat(64),
      rules: 'built-in/1',
      plan: '1',
      demonstration,
    };
    entries.push(seal(head, { at: head.at + 60_000, by: LEAGUE, act, basis }));
  }
  return entries;
}

const THREE = sealed([
  { kind: 'acknowledge', ...on('150300'), note: '' },
  { kind: 'note', ...on('150300'), note: '已电话了解情况' },
  { kind: 'acknowledge', ...on('150302'), note: '' },
]);

/** Puts entries into the database of the origin, past the program: what is there of the same number is overwritten. */
async function plant(page: Page, entries: readonly Entry[]): Promise<void> {
  await page.evaluate(async (rows) => {
    const request = indexedDB.open('fengsui');
    await new Promise((resolve) => (request.onsuccess = resolve));
    const tx = request.result.transaction('trail', 'readwrite');
    for (const row of rows) tx.objectStore('trail').put(row);
    await new Promise((resolve) => (tx.oncomplete = resolve));
    request.result.close();
  }, entries);
}

/** The trail as it lies in the database. */
function kept(page: Page): Promise<readonly Entry[]> {
  return page.evaluate(async () => {
    const request = indexedDB.open('fengsui');
    await new Promise((resolve) => (request.onsuccess = resolve));
    const all = request.result.transaction('trail').objectStore('trail').getAll();
    await new Promise((resolve) => (all.onsuccess = resolve));
    request.result.close();
    return all.result as Entry[];
  });
}

/** The trail's screen over planted entries, in the role of Wuhai. */
async function openTrail(page: Page, entries: readonly Entry[], query: Record<string, string> = {}): Promise<void> {
  await page.addInitScript((actor) => localStorage.setItem('fengsui.actor', actor), JSON.stringify(LEAGUE));
  await open(page, 'response', { tab: 'trail', ...query });
  await plant(page, entries);
  await page.reload();
  await ready(page, 'response');
}

const rows = (page: Page): Locator => page.getByRole('region', { name: '留痕记录，最新在前' }).getByRole('listitem');
const row = (page: Page, seq: number): Locator => rows(page).filter({ hasText: new RegExp(`^[▾▸]?${seq}2026年`) });
const verified = (page: Page): Locator => page.getByTestId('trail-verified');

/** Opens the row and gives the reason; the last click is left to the caller. */
async function prepareUndo(page: Page, seq: number): Promise<Locator> {
  await row(page, seq).getByRole('button').first().click();
  await row(page, seq)
    .getByRole('button', { name: `撤回第 ${seq} 条` })
    .click();
  await row(page, seq).getByRole('textbox', { name: '撤回理由' }).fill('误操作');
  return row(page, seq).getByRole('button', { name: '确认撤回' });
}

/** Clicks that do not wait for one another. */
async function sendAtOnce(...buttons: readonly Locator[]): Promise<void> {
  await Promise.all(buttons.map((button) => button.evaluate((element: HTMLElement) => element.click())));
}

test('who did what, on which figures; filtered by the address; taken back as an entry of its own', async ({ page }) => {
  await openTrail(page, THREE);
  await expect(verified(page)).toContainText('3 条，首尾相连，无异常');
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).first()).toContainText('盟市级 乌海市 王科长');
  await checkAxe(page);
  await (await prepareUndo(page, 3)).click();
  await expect(row(page, 3)).toContainText('已由第 4 条撤回');
  await expect(rows(page).first()).toContainText('误操作');
  expect(verifyTrail(await kept(page))).toEqual([]);
  // The figures of the act: what the screen showed, told by its digest.
  expect((await kept(page))[3]!.basis).toMatchObject({
    data: expect.stringMatching(/^[0-9a-f]{64}$/),
    demonstration: true,
  });
  await checkAxe(page);
  await page.getByRole('combobox', { name: '事项' }).selectOption({ label: '备注' });
  await expect(rows(page)).toHaveCount(1);
  await expect.poll(() => new URL(page.url()).searchParams.get('act')).toBe('note');
  await page.reload();
  await ready(page, 'response');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('已电话了解情况');
});

test('a role is chosen by keyboard, says that nobody checked it, is kept, and is the same in the other tab', async ({
  page,
  context,
}) => {
  await open(page, 'response', { tab: 'trail', theme: 'dark' });
  const bar = page.getByTestId('actor-bar');
  await expect(bar).toContainText('只能查看，不能办理');
  await expect(bar).toContainText('未经身份认证');
  await bar.getByRole('button', { name: '选择角色' }).press('Enter');
  await expect(bar.getByRole('radio', { name: '盟市级' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(bar).toContainText('请选择地区');
  await checkAxe(page);
  await bar.getByRole('combobox', { name: '地区' }).selectOption({ label: '乌海市' });
  await bar.getByRole('textbox', { name: '姓名' }).fill('王科长');
  await page.keyboard.press('Enter');
  await expect(bar).toContainText('盟市级 · 乌海市 · 王科长');
  await expect(bar.getByRole('button', { name: '更改角色' })).toBeFocused();
  const other = await context.newPage();
  await open(other, 'response', { tab: 'trail' });
  const there = other.getByTestId('actor-bar');
  await expect(there).toContainText('盟市级 · 乌海市 · 王科长');
  await bar.getByRole('button', { name: '更改角色' }).click();
  await bar.getByRole('radio', { name: '自治区级' }).check({ force: true });
  await bar.getByRole('button', { name: '确定' }).click();
  await expect(there).toContainText('自治区级 · 内蒙古自治区 · 王科长');
  await checkAxe(page);
});

test('an entry that was changed in the database is found at the start and named, on every screen of the response', async ({
  page,
}) => {
  await openTrail(page, THREE);
  const second = THREE[1]!;
  await plant(page, [{ ...second, by: { ...LEAGUE, name: '李四' } }]);
  await open(page, 'response');
  const banner = page.getByTestId('chain-banner');
  await expect(banner).toContainText('第2条');
  await expect(banner).toContainText('李四');
  await expect(banner).toContainText('写入后被改动');
  // Reading and acting go on, and what comes after it is chained.
  await page.getByRole('link', { name: '查看留痕' }).click();
  await (await prepareUndo(page, 3)).click();
  await expect(row(page, 3)).toContainText('已由第 4 条撤回');
  await page.getByRole('button', { name: '立即核验' }).click();
  await expect(verified(page)).toContainText('1 处异常');
  expect(verifyTrail(await kept(page)).map(({ seq, kind }) => [seq, kind])).toEqual([[2, 'digest']]);
});

test('two tabs: of two acts on one warning the second is refused and told why; acts on two warnings both stand', async ({
  page,
  context,
}) => {
  await openTrail(page, THREE);
  const other = await context.newPage();
  await open(other, 'response', { tab: 'trail' });
  // Both stand before the same entry 2, and send at once.
  await sendAtOnce(await prepareUndo(page, 2), await prepareUndo(other, 2));
  for (const tab of [page, other]) await expect(row(tab, 2)).toContainText('已由第 4 条撤回');
  expect((await kept(page)).map(({ act }) => act.kind)).toEqual(['acknowledge', 'note', 'acknowledge', 'undo']);
  const said = async (): Promise<readonly string[]> =>
    (await Promise.all([page, other].map((tab) => tab.getByTestId('trail-said').innerText()))).toSorted();
  await expect.poll(said).toEqual([
    // Where the machine is slow the other window has been heard before this one is clicked: then it is just undone, and
    // the form is gone with what it was for. Either way one act stands, and its line says whose.
    expect.stringMatching(
      /^$|^未撤回：(另一窗口已先办理：乌海市王科长已.*撤回.*第 ?2 ?条.*。因此：|没有这条记录，或已撤回)/,
    ),
    '第 2 条已撤回，记为第 4 条',
  ]);
  await sendAtOnce(await prepareUndo(page, 1), await prepareUndo(other, 3));
  for (const tab of [page, other]) {
    await expect(row(tab, 6)).toBeVisible();
    await expect(row(tab, 1)).toContainText(/已由第 [56] 条撤回/);
    await expect(row(tab, 3)).toContainText(/已由第 [56] 条撤回/);
  }
  expect(verifyTrail(await kept(page))).toEqual([]);
});

test('the export verifies elsewhere, and a file that was changed or cut off does not', async ({ page }, info) => {
  await openTrail(page, THREE);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出全部（JSON）' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^烽燧留痕-演示数据-\d{4}-\d\d-\d\d\.json$/);
  const path = info.outputPath('trail.json');
  await file.saveAs(path);
  const read = JSON.parse(readFileSync(path, 'utf8')) as { entries: Entry[]; head: { seq: number; digest: string } };
  expect(read.entries).toEqual(THREE);
  expect(verifyTrail(read.entries, read.head)).toEqual([]);
  const check = async (what: unknown): Promise<void> => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '核验导出文件' }).click();
    const buffer = Buffer.from(JSON.stringify(what));
    await (await chooser).setFiles({ name: 'trail.json', mimeType: 'application/json', buffer });
  };
  await check(read);
  await expect(verified(page)).toContainText('“trail.json”：3 条，首尾相连，无异常；与本机留痕逐条相同');
  await check({ ...read, entries: read.entries.slice(0, 2) });
  await expect(verified(page)).toContainText('2 条，1 处异常；是本机留痕的前一部分');
  const [first, ...rest] = read.entries;
  await check({ ...read, entries: [{ ...first, at: first!.at - 1 }, ...rest] });
  await expect(verified(page)).toContainText('自第 1 条起与本机留痕不同');
  await check({ some: 'thing' });
  await expect(verified(page)).toContainText('不是烽燧导出的留痕文件');
});

/** The trail of the database becomes another one, past the program. */
async function replace(page: Page, entries: readonly Entry[]): Promise<void> {
  await page.evaluate(async () => {
    const request = indexedDB.open('fengsui');
    await new Promise((resolve) => (request.onsuccess = resolve));
    const tx = request.result.transaction('trail', 'readwrite');
    tx.objectStore('trail').clear();
    await new Promise((resolve) => (tx.oncomplete = resolve));
    request.result.close();
  });
  await plant(page, entries);
}

test('a backup: what goes on from ours is taken, what went another way or is faulty is kept beside it and told', async ({
  page,
}, info) => {
  const [first] = THREE;
  const other = sealed([
    { kind: 'acknowledge', ...on('150300'), note: '' },
    { kind: 'note', ...on('150300'), note: '另一台电脑上的备注' },
  ]);
  const real = sealed([{ kind: 'note', ...on('150300'), note: '真实数据上的备注' }], false);
  const faulty = THREE.map((entry) => (entry.seq === 3 ? { ...entry, at: entry.at + 1 } : entry));
  await open(page, 'data');
  const keeping = page.getByTestId('keeping');
  for (const { theirs, mine, said, stays } of [
    {
      theirs: real,
      mine: [first!],
      said: '本机原有留痕（1 条）均在演示数据上产生，已另行保存；备份中的留痕（1 条）现为本机留痕',
      stays: real,
    },
    { theirs: THREE, mine: [first!], said: '本机留痕已接续 2 条', stays: THREE },
    { theirs: [first!], mine: THREE, said: '备份中的留痕本机均已有', stays: THREE },
    { theirs: other, mine: THREE, said: '备份中的留痕（2 条）自第 2 条起与本机不同：本机的继续有效', stays: THREE },
    {
      theirs: faulty,
      mine: [first!],
      said: /留痕（3 条）未通过核验，未予采用.*第 3 条：.*写入后被改动/,
      stays: [first!],
    },
  ]) {
    await replace(page, theirs);
    const download = page.waitForEvent('download');
    await keeping.getByRole('button', { name: '备份到文件' }).click();
    const path = info.outputPath('kept.fengsui');
    await (await download).saveAs(path);
    await replace(page, mine);
    const chooser = page.waitForEvent('filechooser');
    await keeping.getByRole('button', { name: '从备份恢复' }).click();
    await (await chooser).setFiles(path);
    await expect(page.getByTestId('restored')).toContainText(said);
    expect(await kept(page)).toEqual(stays);
  }
  await goTo(page, 'response');
  await page.getByRole('link', { name: '留痕', exact: true }).click();
  const beside = page.getByRole('region', { name: '另存的留痕' });
  await expect(beside.getByRole('listitem')).toHaveCount(3);
  await beside.getByRole('listitem').filter({ hasText: '2 条' }).getByRole('button', { name: '核验' }).click();
  await expect(beside).toContainText('2 条，首尾相连，无异常；本机留痕是其前一部分，本机少 1 条');
});
