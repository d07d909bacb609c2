import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Entry } from '../../src/response/trail/entry';
import { verifyTrail } from '../../src/response/trail/verify';
import { expect, test } from './fixture';
import { expectWords, paper } from './mine-walk-papers';
import {
  accept,
  card,
  clock,
  comeBack,
  detail,
  followed,
  gatesOf,
  handle,
  list,
  load,
  type Office,
  onward,
  openMeasure,
  opine,
  outcome,
  progress,
  refusedByKey,
  row,
  said,
  sendReport,
  sitDown,
} from './mine-walk-steps';
import { pagesOf } from './office-tools';
import { goTo, open, ready, rowsOf } from './page-steps';

/**
 * The mine-closure scenario as three offices live through it: a district sees the first signal, its league verifies, the
 * region reviews and decides, and the league follows up until the figures have recovered. Every paper is produced.
 */

const COUNTY: Office = { layer: '旗县级', region: '海南区', person: '赵股长' };
const LEAGUE: Office = { layer: '盟市级', region: '乌海市', person: '王科长' };
const REGION: Office = { layer: '自治区级', region: '内蒙古自治区', person: '李处长' };

const REVIEW = '乌海市Ⅰ级（红色）预警评审';
const DECIDED_BY = '自治区人民政府专题会议〔2026〕5号';
/** Accepted, each with the gates that are not met: what the decision says of them. */
const ACCEPTED = [
  { measure: '提高稳岗补贴标准', target: '19500', by: '2026-08', notMet: ['Ⅱ级及以上连续月数'] },
  { measure: '组织跨地区劳务对接', target: '1', by: '2026-12', notMet: [] },
  { measure: '阶段性延长领取失业保险金期限', target: '', by: '2026-12', notMet: ['Ⅱ级及以上连续月数'] },
  { measure: '开展以工代赈', target: '', by: '2026-12', notMet: ['Ⅱ级及以上连续月数'] },
  { measure: '开展生活帮扶', target: '', by: '2026-12', notMet: null },
];

/** File, title, and something that must be readable in it. */
const PAPERS = [
  ['notice', '关于乌海市失业风险Ⅰ级（红色）预警的通知', '首次报告在核实后2小时内报出'],
  ['report', '关于乌海市失业风险Ⅰ级（红色）预警有关情况的报告', '42,000万元'],
  ['minutes', '乌海市失业风险预警会商纪要', '稳岗补贴资金分两批下达'],
  ['assignment', '乌海市失业风险应对措施任务分解表', '2026-12-31'],
  ['lifting', '关于解除乌海市失业风险预警的通知', '2027年7月正常'],
  ['after-action', '关于乌海市失业风险预警处置情况的评估总结', '42,000万元'],
] as const;

/** Everything that was put on record, by whom: layer and kind of act → how often. */
const ON_RECORD = {
  'county acknowledge': 1,
  'county note': 1,
  'league acknowledge': 2,
  'league verify-warning': 2,
  'region open-case': 1,
  'region save-document': 5,
  'league check-figure': 31,
  'league advance-case': 2,
  'league assess-case': 1,
  'league save-document': 1,
  'league send-report': 1,
  'region give-opinion': 3,
  'region hold-meeting': 1,
  'region accept-measure': 5,
  'region reject-measure': 1,
  'region advance-case': 6,
  'league follow-measure': 10,
  'region send-report': 1,
  'region stand-down': 1,
  'region after-action': 1,
};

test('from the first pending signal to the end of the review, through three offices', async ({ page }, info) => {
  test.setTimeout(240_000);
  page.setDefaultTimeout(15_000);
  const files = info.outputPath('figures');
  const docx = (name: string): string => info.outputPath(`${name}.docx`);
  mkdirSync(files, { recursive: true });
  const maker = fileURLToPath(new URL('mine-walk-data.ts', import.meta.url));
  execFileSync(process.execPath, ['--import', 'tsx', maker, files]);
  await page.clock.setFixedTime('2025-12-11T09:00:00+08:00');

  await test.step('December: a district sees its first signal, the league a level Ⅳ', async () => {
    await open(page, 'data');
    await load(page, `${files}/mine-2025-11.csv`, `${files}/regions.csv`);
    await goTo(page, 'warnings');
    await sitDown(page, COUNTY);
    await row(page, '乌海市')
      .getByRole('button', { name: /展开乌海市/ })
      .click();
    await expect(row(page, '海南区')).toContainText('待确认');
    await row(page, '海南区').click();
    await handle(page, '签收', '工业增加值增速偏低，已向两户企业核实', 1);
    await handle(page, '备注', '两户企业拟于春节后停产', 2);
    await row(page, '乌海市').click();
    await refusedByKey(page, 'a', '乌海市不在本单位辖区内');
    await sitDown(page, LEAGUE);
    await expect(row(page, '乌海市')).toContainText('Ⅳ 蓝');
    // Known on Wednesday; level Ⅳ is to be acknowledged within two working days.
    await expect(detail(page)).toContainText('签收：2025年12月12日 17:30 前');
    await handle(page, '签收', '已转各区核对', 3);
    await handle(page, '核实属实', '规模裁员已与煤矿核对', 4);
    await expect(row(page, '乌海市')).toContainText('已核实');
  });

  await test.step('March: level Ⅰ; the league acknowledges the rise, the region opens the review', async () => {
    await goTo(page, 'data');
    await comeBack(page, '2026-03-10T09:00:00+08:00', 'data');
    await load(page, `${files}/mine-2026-02.csv`);
    await goTo(page, 'warnings');
    await row(page, '乌海市').click();
    await expect(row(page, '乌海市')).toContainText(/Ⅰ 红.*处置后升级/s);
    await expect(detail(page)).toContainText('签收：2026年3月10日 10:30 前');
    await refusedByKey(page, 'v', '等级又有升高，请先签收');
    await page.clock.setFixedTime('2026-03-10T09:10:00+08:00');
    await handle(page, '签收', '已报市政府', 5);
    await page.clock.setFixedTime('2026-03-10T09:20:00+08:00');
    await handle(page, '核实属实', '与四户煤矿核对属实', 6);
    await refusedByKey(page, 'o', '此项须由自治区办理，盟市不能办理');
    await sitDown(page, REGION);
    await page.clock.setFixedTime('2026-03-10T09:30:00+08:00');
    await detail(page).getByRole('button', { name: '启动评审', exact: true }).click();
    await expect(detail(page).getByLabel('评审名称')).toHaveValue(REVIEW);
    await detail(page).getByLabel('理由').fill('煤矿集中关闭，新申领失业金和监测岗位同时达到Ⅰ级');
    await detail(page).getByRole('form').getByRole('button', { name: '确定' }).click();
    await expect(outcome(page)).toContainText('启动评审，已记录（第7条）');
    await expect(row(page, '乌海市')).toContainText('评审中');
    await outcome(page).getByRole('link', { name: '到评审中办理' }).click();
    await expect(clock(page, '核实')).toContainText('2026年3月10日 09:20完成');
    await expect(clock(page, '上报')).toContainText('2026年3月10日 11:20前');
    await expect(clock(page, '会商')).toContainText('2026年3月11日 17:30前');
    await paper(page, '预警通知', { 发文字号: '内人社发〔2026〕8号', 联系电话: '0471-0000000' }, docx('notice'));
  });

  await test.step('the league verifies: a doubted figure holds the review up until it is cleared', async () => {
    await sitDown(page, LEAGUE);
    const figures = card(page, /^核实清单/);
    await expect(figures).toContainText('待核实 29');
    const seen = await figures.locator('.case-figure').allInnerTexts();
    const doubted = seen.find((words) => words.startsWith('2026年2月 领取失业金'))!;
    await figures.getByRole('button', { name: `存疑：${doubted}` }).click();
    await figures.getByLabel('疑点').fill('较上年同期多五成，疑重复计数');
    await figures.getByRole('button', { name: '存疑', exact: true }).click();
    await expect(said(page)).toContainText('已记录（第9条）');
    // Doubt is no bar, but whoever goes on in spite of it says why.
    await expect(page.getByRole('form', { name: '转入“研判”环节' }).getByLabel(/^说明/)).toBeVisible();
    await figures.getByRole('button', { name: `排除疑点：${doubted}` }).click();
    await figures.getByLabel('如何排除').fill('与经办系统逐人核对，无重复');
    await figures.getByRole('button', { name: '疑点已排除', exact: true }).click();
    await expect(said(page)).toContainText('已记录（第10条）');
    await figures.getByRole('button', { name: '确认待核实的 28 项最新数字' }).click();
    await expect(said(page)).toContainText('已记录（第11—38条）');
    const question = page.getByRole('listitem').filter({ hasText: '是否已向填报单位核实数字？' }).first();
    await question.getByRole('button', { name: /^确认/ }).click();
    await question.getByLabel('答复').fill('已向四户煤矿核实');
    await question.getByRole('button', { name: '已确认', exact: true }).click();
    await onward(page, '研判');
    // The notice was written from the same figures.
    const figureOf = (name: string): string =>
      /(\S+?)[^\d.%]*$/.exec(
        seen
          .find((words) => words.startsWith(`2026年2月 ${name} `))!
          .split(' ')
          .at(-1)!,
      )![1]!;
    expectWords(docx('notice'), [
      '关于乌海市失业风险Ⅰ级（红色）预警的通知',
      '首次报告在核实后2小时内报出',
      ...['监测岗位', '领取失业金', '登记失业率', '调查失业率'].map(figureOf),
    ]);
  });

  await test.step('it assesses, and reports upward within two hours', async () => {
    await page.clock.setFixedTime('2026-03-10T10:00:00+08:00');
    const form = page.getByRole('form', { name: '研判', exact: true });
    const persons = await form.getByLabel('涉及人数').inputValue();
    expect(Number(persons)).toBeGreaterThan(1000);
    await form.getByLabel('滚存结余').fill('42000');
    await form.getByLabel('月支出').fill('1800');
    await expect(form).toContainText('23.3');
    await form.getByLabel('拟享受企业裁员率').fill('4.2');
    await form.getByLabel('以工代赈项目可提供岗位').fill('600');
    await form.getByLabel('研判意见').fill('裁员集中在海勃湾区和海南区，预计延续到年底');
    await form.getByRole('button', { name: '登记研判' }).click();
    await expect(form.getByRole('button', { name: '登记新的研判' })).toBeVisible();
    await comeBack(page, '2026-03-10T10:30:00+08:00', 'response');
    await expect(clock(page, '上报')).toContainText('将到期');
    const request = '提高稳岗补贴标准、组织跨地区劳务对接';
    const gaps = {
      发文字号: '乌政报〔2026〕3号',
      拟采取的措施: '拟先行组织岗位对接；自治区措施待会商后实施',
      请求支持事项: request,
    };
    await paper(page, '情况报告', gaps, docx('report'));
    const affected = `${Number(persons).toLocaleString('en')}人`;
    expectWords(docx('report'), [affected, '42,000万元', '23.3个月', '化解过剩产能企业职工', '海勃湾区', request]);
    await onward(page, '会商');
    await page.getByRole('link', { name: '上报 未开始' }).click();
    await comeBack(page, '2026-03-10T10:40:00+08:00', 'response');
    await sendReport(page, ['首次报告', '2026-03-10T10:35', '乌政报〔2026〕3号']);
    await expect(page.getByText('第1次报告')).toBeVisible();
    await expect(clock(page, '上报')).toContainText('2026年3月10日 10:35完成');
  });

  await test.step('the departments consult', async () => {
    await page.getByRole('link', { name: '会商 当前环节' }).click();
    await comeBack(page, '2026-03-10T14:00:00+08:00', 'response');
    await sitDown(page, REGION);
    await opine(page, '自治区人力资源社会保障厅', 'agree', '同意启动Ⅰ级响应');
    await opine(page, '自治区财政厅', 'agree-with-changes', '稳岗补贴资金分两批下达');
    await opine(page, '自治区民政厅', 'agree', '同意，低保家庭先行摸底');
    await card(page, '会商会议').getByText('登记会商会议', { exact: true }).click();
    const meeting = page.getByRole('form', { name: '登记会商会议' });
    await meeting.getByLabel('地点').fill('自治区人力资源社会保障厅第一会议室');
    for (const name of ['自治区人力资源社会保障厅', '自治区财政厅', '自治区民政厅'])
      await meeting.getByLabel(name).check();
    await meeting.getByLabel('其他参加单位或人员').fill('乌海市人民政府');
    await meeting
      .getByLabel('会议纪要')
      .fill('会议听取了乌海市的情况汇报。\n会议认为，煤矿关闭是主因，应先稳岗、后转岗。');
    await meeting.getByRole('button', { name: '登记会议' }).click();
    await expect(card(page, '会商会议')).toContainText('应先稳岗、后转岗');
    await expect(clock(page, '会商')).toContainText('2026年3月10日 14:00完成');
    await onward(page, '决策');
  });

  await test.step('the region decides on the six measures; the league may not', async () => {
    await page.clock.setFixedTime('2026-03-10T15:30:00+08:00');
    await card(page, '建议措施').getByLabel('类别').selectOption({ label: '规模性失业风险应对（六（四），6）' });
    await sitDown(page, LEAGUE);
    const [subsidy] = ACCEPTED;
    const first = await openMeasure(page, subsidy!.measure);
    await expect(first.getByRole('button', { name: `采纳：${subsidy!.measure}`, exact: true })).toBeDisabled();
    await expect(first.getByRole('status').first()).toContainText('此项须由自治区办理，盟市不能办理');
    await first.locator('summary').first().click();
    await sitDown(page, REGION);
    let partners: readonly (readonly string[])[] = [];
    for (const { notMet, ...one } of ACCEPTED) {
      const item = await openMeasure(page, one.measure);
      if (notMet) {
        const gates = await gatesOf(item);
        expect([...gates].filter(([, state]) => state !== '满足')).toEqual(notMet.map((fact) => [fact, '不满足']));
      }
      const table = item.getByRole('table', { name: '可对接地区' });
      if (await table.isVisible()) partners = await rowsOf(table);
      const decision = notMet?.length ? `${DECIDED_BY}；达到Ⅱ级以上仅一个月，但裁员势头明确` : DECIDED_BY;
      await accept(page, item, { ...one, due: '2026-12-31', decision });
    }
    expect(partners.map(([region]) => region)).toContain('包头市');
    const cost = await openMeasure(page, '合理降低企业人工成本');
    const why = '煤炭企业困难不在人工成本，且达到Ⅱ级以上不满三个月';
    await cost.getByLabel('不采纳理由').fill(why);
    await cost.getByRole('button', { name: '不采纳：合理降低企业人工成本' }).click();
    await expect(card(page, '已作决定')).toContainText('采纳 5 项，不采纳 1 项');
    await paper(page, '会商纪要', {}, docx('minutes'));
    await paper(page, '措施任务分解表', {}, docx('assignment'));
    const measures = ACCEPTED.map(({ measure }) => measure);
    // Region, openings, seekers, ratio and surplus of each partner, as the screen has them.
    const figures = partners.flatMap(([region = '', , ...numbers]) => [region, ...numbers]);
    expectWords(docx('minutes'), ['稳岗补贴资金分两批下达', '应先稳岗、后转岗', why, ...measures, ...figures]);
    expectWords(docx('assignment'), [DECIDED_BY, '2026-12-31', '19,500', ...measures, ...figures]);
    await onward(page, '上报');
    await onward(page, '跟踪');
  });

  await test.step('two days later all measures are under way; another district is refused', async () => {
    await comeBack(page, '2026-03-12T10:00:00+08:00', 'response');
    await expect(clock(page, '首次跟踪')).toContainText('2026年3月13日 17:30前');
    await sitDown(page, COUNTY);
    const [first] = ACCEPTED;
    await followed(page, first!.measure).getByText('登记进展', { exact: true }).first().click();
    await expect(followed(page, first!.measure).getByRole('status')).toContainText('乌海市不在本单位辖区内');
    await followed(page, first!.measure).getByText('登记进展', { exact: true }).first().click();
    await sitDown(page, LEAGUE);
    for (const { measure } of ACCEPTED) await progress(page, measure, '实施中', '任务已下达，责任人已落实');
    await expect(clock(page, '首次跟踪')).toContainText('2026年3月12日 10:00完成');
  });

  await test.step('a year and a half later: recovered, stood down, summed up, closed', async () => {
    await goTo(page, 'data');
    await comeBack(page, '2027-09-13T09:00:00+08:00', 'data');
    await load(page, `${files}/mine-2027-08.csv`);
    await goTo(page, 'warnings');
    await expect(row(page, '乌海市')).toContainText('回落待解除');
    await goTo(page, 'response');
    await page.getByRole('link', { name: REVIEW }).click();
    for (const { measure } of ACCEPTED) await progress(page, measure, '已完成', '到期结束');
    // Each indicator against what was expected of it, when the time was over.
    await expect(followed(page, '提高稳岗补贴标准')).toContainText(/到期未达到.*预期2026年8月前达到19,500/s);
    await expect(followed(page, '组织跨地区劳务对接')).toContainText(/达到预期.*已达到目标/s);
    await sitDown(page, REGION);
    await page.getByRole('link', { name: '上报 已完成' }).click();
    await sendReport(page, ['终报', '2027-09-13T08:50', '内人社报〔2027〕41号']);
    await expect(page.getByText('第2次报告')).toBeVisible();
    await onward(page, '解除');
    const conditions = await rowsOf(page.getByRole('table', { name: '解除条件' }));
    expect(conditions.filter(([, state]) => state !== '满足').map(([name]) => name)).toEqual(['数据足以判断等级']);
    const down = page.getByRole('form', { name: '作出解除决定' });
    await down.getByRole('button', { name: '登记解除决定' }).click();
    await expect(down.getByLabel('说明')).toHaveAccessibleDescription(/^必填/);
    await down.getByLabel('说明').fill('缺报的一项已向填报单位核实，不影响判断');
    await down.getByRole('button', { name: '登记解除决定' }).click();
    await expect(card(page, '已作出的解除决定')).toBeVisible();
    await paper(page, '解除通知', { 发文字号: '内人社发〔2027〕52号' }, docx('lifting'));
    expectWords(docx('lifting'), [
      'Ⅰ级（红色）',
      ...conditions.flatMap(([name = '', , figure = '']) => [name, figure]),
    ]);
    await onward(page, '总结');
    const note = page.getByRole('form', { name: '总结', exact: true });
    const drafted = await note.getByLabel('实际情况').inputValue();
    const lessons = '首个待确认信号到Ⅰ级历时三个月，宜在Ⅲ级即启动劳务对接';
    await note.getByLabel('经验教训').fill(lessons);
    await note.getByRole('button', { name: '登记总结' }).click();
    await expect(card(page, '已登记的总结')).toContainText(lessons);
    await paper(page, '评估总结', { 发文字号: '内人社报〔2027〕42号' }, docx('after-action'));
    expectWords(docx('after-action'), [
      lessons,
      '确认28项数据属实',
      '是否已向填报单位核实数字？',
      ...drafted.split('\n'),
    ]);
    await page.getByRole('button', { name: '办结评审' }).click();
    await expect(page.getByRole('link', { name: '办结 已完成' })).toBeVisible();
  });

  await test.step('the warning has ended with it, and the trail holds every act', async () => {
    await goTo(page, 'warnings');
    await expect(page.getByText('没有待处置的预警')).toBeVisible();
    await page.getByRole('button', { name: '查看已结束的' }).click();
    await expect(row(page, '乌海市')).toContainText('已结束');
    await expect(list(page)).not.toContainText('评审中');
    await open(page, 'response', { tab: 'trail' });
    await ready(page, 'response');
    await page.getByRole('button', { name: '立即核验' }).click();
    await expect(page.getByTestId('trail-verified')).toContainText('首尾相连，无异常');
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出全部（JSON）' }).click();
    await (await coming).saveAs(info.outputPath('trail.json'));
    const trail = JSON.parse(readFileSync(info.outputPath('trail.json'), 'utf8')) as {
      entries: Entry[];
      head: { seq: number; digest: string };
    };
    expect(verifyTrail(trail.entries, trail.head)).toEqual([]);
    const counted: Record<string, number> = {};
    for (const { by, act } of trail.entries) {
      const key = `${by.role} ${act.kind}`;
      counted[key] = (counted[key] ?? 0) + 1;
    }
    expect(counted).toEqual(ON_RECORD);
    // On which figures: those of each time that they came in.
    const known = [...new Set(trail.entries.map(({ basis }) => basis.knownOn))];
    expect(known).toEqual(['2025-12-10', '2026-03-10', '2027-09-10']);
    expect(new Set(trail.entries.map(({ basis }) => basis.data)).size).toBe(3);
  });

  await test.step('LibreOffice opens all six papers', () => {
    const papers = pagesOf(PAPERS.map(([name]) => docx(name)));
    if (!papers) return info.annotations.push({ type: 'skipped', description: 'no soffice or pdftotext here' });
    for (const [i, pages] of papers.entries()) {
      const [name, title, figure] = PAPERS[i]!;
      expect(pages[0], name).toContain(title);
      expect(pages.join(''), name).toContain(figure);
      expect(pages.at(-1), name).toContain(`—${pages.length}—`);
    }
  });
});
