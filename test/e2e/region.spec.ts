import type { Locator, Page } from '@playwright/test';
import { checkAxe, expect, test } from './fixture';
import { addressOf, chartTable, expectQuery, open, rankedLevels, rankTable, ready } from './page-steps';

const WUHAI = '150300';
/** 乌海's counties. */
const DISTRICTS = ['海勃湾区', '海南区', '乌达区'];

/** The six measures of clause 6.4, in both languages. */
const SIX = [
  ['提高稳岗补贴标准', 'Raise the job-stabilisation subsidy'],
  ['开展以工代赈', 'Work-relief'],
  ['组织跨地区劳务对接', 'Cross-region labour matching'],
  ['合理降低企业人工成本', "Lower enterprises' labour cost within reason"],
  ['阶段性延长领取失业保险金期限', 'Extend unemployment-insurance benefits for a time'],
  ['开展生活帮扶', 'Living assistance'],
] as const;

const FAMILY = /^(就业失业重点指标|人力资源市场供求|宏观经济运行|新就业形态与创业)：/;
const FAMILY_NORMAL = /^(就业失业重点指标|人力资源市场供求|宏观经济运行|新就业形态与创业)：正常/;

const why = (page: Page): Locator => page.getByRole('region', { name: /^(为什么是|Why )/ });
const response = (page: Page): Locator => page.getByRole('region', { name: /^(建议响应|Proposed response)$/ });

test('the level is proved by a tree that opens by keyboard down to the row of the source', async ({ page }) => {
  await open(page, 'region', { region: WUHAI, period: '2026-10' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('乌海市');
  await expect(page.getByRole('main')).toContainText('Ⅰ 红');
  const tree = why(page);
  await expect(tree.getByRole('heading', { name: '为什么是Ⅰ级（红色）' })).toBeVisible();
  // A family that warns is open already; its signals are closed.
  const signal = tree.getByRole('group').filter({ hasText: '新申领失业保险金同比：' }).last();
  await expect(signal).toHaveJSProperty('open', false);
  await signal.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(signal).toHaveJSProperty('open', true);
  const observations = signal.getByRole('listitem').filter({ hasText: /第 \d+ 行/ });
  await expect(observations.first()).toBeVisible();
  await expect(observations.first()).toContainText(
    /^2026年10月.*\d人.*实际上报.*2026-11-\d\d 已知.*来源：.+ 第 \d+ 行$/,
  );
  // Three months of this year against three of the year before.
  await expect(observations).toHaveCount(6);
  await checkAxe(page);
  await page.keyboard.press('Enter');
  await expect(signal).toHaveJSProperty('open', false);

  await page.keyboard.press('Enter');
  await signal.getByRole('link', { name: '看走势' }).click();
  await ready(page, 'indicators');
  await expectQuery(page, { ind: 'new_benefit_claims', reg: WUHAI });
});

test('tape, small multiples and supply and demand have their tables; the counties stand below', async ({ page }) => {
  await open(page, 'region', { region: WUHAI, period: '2026-10' });
  const tape = page.getByRole('figure', { name: /等级变化$/ });
  const runs = await chartTable(tape);
  expect(runs.at(-1)!.slice(0, 2)).toEqual(['乌海市', 'Ⅰ级（红色）']);

  const multiples = page.getByRole('region', { name: '依据：各规则走势与预警线' }).getByRole('figure');
  await expect(multiples).toHaveCount(6);
  for (const multiple of await multiples.all()) {
    await expect(multiple.getByRole('img').first()).toHaveAttribute('aria-label', /预警线：/);
    expect((await chartTable(multiple)).length).toBeGreaterThanOrEqual(24);
  }
  await page.getByRole('button', { name: '显示全部27项规则' }).click();
  await expect(multiples).toHaveCount(27);
  const supply = page.getByRole('figure').filter({ hasText: '求人倍率＝需求÷求职' });
  expect(await chartTable(supply)).not.toHaveLength(0);

  expect([...(await rankedLevels(page)).keys()].toSorted()).toEqual(DISTRICTS.toSorted());
  await rankTable(page).getByRole('link', { name: '乌达区' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('乌达区');
  await page.getByRole('combobox', { name: '地区' }).selectOption({ label: '包头市' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('包头市');
  await expectQuery(page, { region: '150200', period: '2026-10' });
});

for (const lang of ['zh', 'en'] as const) {
  test(`the proposed response: who, whom to report to, which measures and why, ${lang}`, async ({ page }) => {
    await open(page, 'region', { region: WUHAI, period: '2026-10', lang, theme: lang === 'en' ? 'dark' : 'light' });
    const card = response(page);
    const duty = lang === 'zh' ? '须按程序向上级报告（六（四））' : 'must report upward by procedure (6.4)';
    await expect(card.getByRole('definition').filter({ hasText: duty })).toBeVisible();
    await expect(card).toContainText(
      lang === 'zh' ? '会同自治区人民政府' : 'with the government of the autonomous region',
    );
    await card.getByRole('button', { name: /^(显示其余\d+项措施|Show \d+ more measures)$/ }).click();
    for (const names of SIX) {
      const measure = card.getByRole('listitem').filter({ hasText: names[lang === 'zh' ? 0 : 1] });
      await expect(measure.first(), names[0]).toContainText(lang === 'zh' ? '条款 六（四）' : 'Clause 6.4');
      await expect(measure.first(), names[0]).toContainText(lang === 'zh' ? /对应：.+[ⅠⅡⅢⅣ]/ : /answers: .+[ⅠⅡⅢⅣ]/);
    }
    if (lang === 'en') {
      await expect(why(page).getByRole('heading', { name: 'Why Level Ⅰ (red)' })).toBeVisible();
      // What is drawn, not what is folded away: a source keeps its own name, whatever the language.
      await expect(page.getByRole('main')).not.toContainText(/[\u4e00-\u9fff]/, { useInnerText: true });
      await checkAxe(page);
    }
  });
}

test('a region that filed nothing is shown as insufficient data, never as normal', async ({ page }) => {
  await open(page, 'overview', { period: '2021-06' });
  expect((await rankedLevels(page)).get('兴安盟')).toBe('数据不足');
  await rankTable(page).getByRole('link', { name: '兴安盟' }).click();
  await ready(page, 'region');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('兴安盟');
  await expect(why(page).getByRole('heading', { name: '为什么是数据不足' })).toBeVisible();
  await expect(response(page)).toContainText('数据不足，不能判断等级');
  const runs = await chartTable(page.getByRole('figure', { name: /等级变化$/ }));
  const now = runs.find(([, , from, to]) => from === '2021年4月' || to === '2021年8月');
  expect(now?.[1]).toBe('数据不足');
  expect([...(await rankedLevels(page)).values()]).toEqual(Array(6).fill('数据不足'));
  await checkAxe(page);
  // Without one figure of the period there is no family of which "normal" could be said either.
  await expect(why(page).getByRole('listitem').filter({ hasText: FAMILY })).toHaveCount(4);
  await expect(why(page).getByRole('listitem').filter({ hasText: FAMILY_NORMAL })).toHaveCount(0, { timeout: 2000 });
});

test('the outlook: what is expected, how sure, how good it was, and why not; its choices stand in the address', async ({
  page,
}) => {
  await open(page, 'region', { region: WUHAI, period: '2026-10' });
  const outlook = page.getByRole('figure', { name: /^(展望|Outlook) / });
  const title = outlook.getByRole('heading', { level: 2 });
  await expect(title).toHaveText(
    /^展望 调查失业率：3个月后预计 \d\.\d%（80% 区间 \d\.\d–\d\.\d）；其间高于过去一年最高值的概率 \d+%$/,
  );
  await expect(outlook).toContainText(/以往\d+次提前3个月的预测，平均误差 0\.\d+个百分点，MASE \d\.\d\d/);
  await expect(outlook).toContainText('虚线为规则“城镇调查失业率同比升幅”的预警线换算成的数值');
  expect((await chartTable(outlook))[0]!.slice(1, 3)).toEqual(['', expect.stringMatching(/^\d\.\d$/)]);

  await outlook.getByRole('combobox', { name: '指标' }).selectOption({ label: '制造业PMI' });
  await expect(title).toHaveText(/^展望 制造业PMI：.*低于过去一年最低值的概率/);
  await outlook.getByRole('combobox', { name: '预测期' }).selectOption({ label: '12个月' });
  await outlook.getByRole('combobox', { name: '方法' }).selectOption({ label: '霍尔特—温特斯季节平滑' });
  await expectQuery(page, { outlook: 'pmi', ahead: '12', model: 'holt-winters' });
  await expect(title).toHaveText(/^展望 制造业PMI：12个月后预计/);
  await checkAxe(page);

  // The same choice, seen from a time when the series was short.
  await open(page, 'region', { region: WUHAI, period: '2018-12', model: 'holt-winters', lang: 'en', theme: 'dark' });
  await expect(title).toHaveText(/^Outlook .+: no forecast$/);
  await expect(outlook).toContainText(/Holt–Winters, with season: needs 36 months, has \d+ months\./);
  await outlook.getByRole('combobox', { name: 'Method' }).selectOption({ label: 'Last figure carried on' });
  await expect(title).toHaveText(/expected 3 months ahead \(80% interval .+\); probability .+ until then$/);
  await expect(outlook).toContainText('No better and no worse than the last figure carried on.');
  await checkAxe(page);
});

test('an unknown region is said, with the way on', async ({ page }) => {
  await page.goto(addressOf('region', { region: '999999' }));
  await expect(page.getByText('没有代码为“999999”的地区')).toBeVisible();
  await page.getByRole('link', { name: '返回总览' }).click();
  await ready(page, 'overview');
});
