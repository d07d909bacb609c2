/**
 * What two offices do about the demonstration's mine closures, through the screens, so that the pictures of the response
 * side show something: the city acknowledges and verifies its warning, the autonomous region opens the review, assesses,
 * consults, and decides on measures. The page's clock is set, so that times on the pictures are the same in each run.
 */
const DAY = '2026-11-26';
const CITY = { role: 'league', regionCode: '150300' };
const REGION = { role: 'region', regionCode: '150000' };

/** What is typed, and what the controls are called. */
const WORDS = {
  zh: {
    city: '王科长',
    region: '李处长',
    called: '已与三区人社局电话核对，数字属实',
    verified: '两座矿停产，企业台账与申领人数一致',
    why: '多项信号同时恶化，规模超出一区',
    list: '预警清单',
    place: '乌海市',
    reviewLink: '到评审中办理',
    confirmRest: /^确认待核实的/,
    onward: (stage) => `转入“${stage}”环节`,
    stages: ['研判', '会商', '决策'],
    balance: '滚存结余',
    balanceValue: '18600',
    outlay: '月支出',
    outlayValue: '1240',
    judgement: '研判意见',
    judged: '停产集中在海勃湾区和海南区，配套企业随后受影响；年内复产可能性小',
    saveAssessment: '登记研判',
    opinionOf: (name) => `登记${name}的意见`,
    departments: ['自治区人力资源社会保障厅', '自治区财政厅'],
    stance: '态度',
    stances: ['agree', 'agree-with-changes'],
    opinion: '意见',
    opinions: ['同意先行组织劳务对接，稳岗补贴与以工代赈同步准备', '同意；以工代赈资金分两批下达'],
    enter: '登记',
    meeting: '登记会商会议',
    venue: '地点',
    venueValue: '视频会议',
    others: '其他参加单位或人员',
    present: '乌海市政府、三区人社局',
    minutes: '会议纪要',
    minutesValue: '议定：一周内完成停产企业职工登记；对接邻近盟市岗位；稳岗补贴方案报财政会审。',
    enterMeeting: '登记会议',
    accept: (measure) => `采纳：${measure}`,
    reject: (measure) => `不采纳：${measure}`,
    measures: ['组织跨地区劳务对接', '提高稳岗补贴标准', '阶段性延长领取失业保险金期限'],
    decision: '决定依据',
    decisions: ['11月26日会商会议议定', '11月26日会商会议议定；企业名单核实后发放，裁员率超线的企业不享受'],
    rejectReason: '理由',
    rejected: '领取期限平均尚余五个月，明年一季度再议',
    paste: '批量粘贴…',
    pasteLabel: /^每行一户/,
    pasteTitle: '批量登记',
    pasteNow: '登记4户',
    issuer: '编发单位',
    makeBriefing: /^生成.*月报$/,
    firstSentence: '第1句',
    byHand: (said) => said.replace(/。$/, '，须持续关注。'),
  },
  en: {
    city: 'Wang',
    region: 'Li',
    called: 'Checked by telephone with the three district bureaus: the figures hold',
    verified: 'Two mines have stopped; the firms’ lists agree with the claims',
    why: 'Several signals worsen at once; more than one district can carry',
    list: 'List of warnings',
    place: 'Wuhai',
    reviewLink: 'Go to the review',
    confirmRest: /^Confirm the .* newest figures/,
    onward: (stage) => `On to “${stage}”`,
    stages: ['Assess', 'Consult', 'Decide'],
    balance: 'Balance',
    balanceValue: '18600',
    outlay: 'Monthly outlay',
    outlayValue: '1240',
    judgement: 'Judgement',
    judged:
      'The closures are in Haibowan and Hainan; suppliers follow. The mines are unlikely to open again this year.',
    saveAssessment: 'Record the assessment',
    opinionOf: (name) => `Opinion of ${name}`,
    departments: ['Department of Human Resources and Social Security', 'Department of Finance'],
    stance: 'Stance',
    stances: ['agree', 'agree-with-changes'],
    opinion: 'Opinion',
    opinions: [
      'Labour matching first; prepare the subsidy and work-relief at the same time',
      'Agreed; the money for work-relief in two parts',
    ],
    enter: 'Enter',
    meeting: 'Enter a meeting',
    venue: 'Place',
    venueValue: 'by video',
    others: 'Others present',
    present: 'Wuhai city government, bureaus of the three districts',
    minutes: 'Minutes',
    minutesValue:
      'Agreed: register those laid off within a week; match them with openings in the neighbouring leagues; the subsidy goes to finance for review.',
    enterMeeting: 'Enter the meeting',
    accept: (measure) => `Accept: ${measure}`,
    reject: (measure) => `Reject: ${measure}`,
    measures: [
      'Cross-region labour matching',
      'Raise the job-stabilisation subsidy',
      'Extend unemployment-insurance benefits for a time',
    ],
    decision: 'Decision',
    decisions: [
      'Meeting of 26 November',
      'Meeting of 26 November; paid after the list of firms is checked, not to firms above the lay-off rate',
    ],
    rejectReason: 'Reason',
    rejected: 'Five months of benefit are left on average; to be seen again in the first quarter',
    paste: 'Paste a list …',
    pasteLabel: /^A line for each household/,
    pasteTitle: 'Record a list',
    pasteNow: 'Record 4',
    issuer: 'Issuing office',
    makeBriefing: /^Make the .* monthly$/,
    firstSentence: 'Sentence 1',
    byHand: (said) => said.replace(/\.$/, '; it stays under watch.'),
  },
};

/** Zero-employment households: number, district, day of recognition. One is overdue by then, one is due soon. */
const HOUSEHOLDS = `2026-117, 150302, 2026-11-10
2026-118, 150303, 2026-11-13
2026-119, 150302, 2026-11-18
2026-120, 150304, 2026-11-23`;

/** Puts the acts on the trail of the page's browser. Returns the number of the review, for its address. */
export async function actForPictures(page, address, lang) {
  const words = WORDS[lang];
  const go = async (screen, query, who, name) => {
    await page.goto('about:blank');
    await page.goto(address);
    await page.evaluate((actor) => localStorage.setItem('fengsui.actor', actor), JSON.stringify({ ...who, name }));
    await page.goto('about:blank');
    await page.goto(`${address}?${new URLSearchParams({ ...query, lang })}#/${screen}`);
    await page.locator(`[data-ready="${screen}"]`).waitFor({ state: 'attached', timeout: 60_000 });
  };
  const at = (time) => page.clock.setFixedTime(`${DAY}T${time}:00+08:00`);
  const press = (name) => page.getByRole('button', { name, exact: typeof name === 'string' }).click();
  const list = page.getByRole('treegrid', { name: words.list });
  const byKey = async (key, text) => {
    // On its name: below it the areas that it folds are opened.
    await list.getByText(words.place, { exact: true }).first().click();
    await list.focus();
    await page.keyboard.press(key);
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    await page.getByTestId('outcome').waitFor();
  };

  await at('08:52');
  await go('warnings', {}, CITY, words.city);
  await byKey('a', words.called);
  await at('14:05');
  await byKey('v', words.verified);

  await at('14:20');
  await go('warnings', {}, REGION, words.region);
  await byKey('o', words.why);
  await page.getByRole('link', { name: words.reviewLink }).click();
  await page.waitForURL(/case=/);
  const review = new URL(page.url()).searchParams.get('case');

  await at('14:30');
  await press(words.confirmRest);
  await press(words.onward(words.stages[0]));
  await at('14:45');
  await page.getByLabel(words.balance).fill(words.balanceValue);
  await page.getByLabel(words.outlay).fill(words.outlayValue);
  await page.getByLabel(words.judgement).fill(words.judged);
  await press(words.saveAssessment);
  await press(words.onward(words.stages[1]));

  for (const [i, department] of words.departments.entries()) {
    await at(`15:0${2 + 5 * i}`);
    const form = page.getByRole('form', { name: words.opinionOf(department) });
    if (!(await form.isVisible())) {
      await page.getByRole('listitem').filter({ hasText: department }).locator('summary').first().click();
    }
    await form.getByLabel(words.stance).selectOption(words.stances[i]);
    await form.getByLabel(words.opinion, { exact: true }).fill(words.opinions[i]);
    await form.getByRole('button', { name: words.enter, exact: true }).click();
    await form.waitFor({ state: 'hidden' });
  }
  await at('15:20');
  await page.getByText(words.meeting, { exact: true }).click();
  const meeting = page.getByRole('form', { name: words.meeting });
  await meeting.getByLabel(words.venue).fill(words.venueValue);
  for (const box of await meeting.getByRole('checkbox').all()) await box.check();
  await meeting.getByLabel(words.others).fill(words.present);
  await meeting.getByLabel(words.minutes).fill(words.minutesValue);
  await meeting.getByRole('button', { name: words.enterMeeting }).click();
  await press(words.onward(words.stages[2]));

  for (const [i, measure] of words.measures.entries()) {
    await at(`15:${30 + 3 * i}`);
    await page.locator('summary').filter({ hasText: measure }).first().click();
    const [name, field, text] =
      i < words.decisions.length
        ? [words.accept(measure), words.decision, words.decisions[i]]
        : [words.reject(measure), words.rejectReason, words.rejected];
    const form = page.getByRole('form', { name, exact: true });
    await form.getByLabel(field).fill(text);
    await form.getByRole('button', { name, exact: true }).click();
    await form.waitFor({ state: 'hidden' });
  }
  await at('15:40');
  await go('response', { tab: 'groups', region: '150300' }, REGION, words.region);
  await press(words.paste);
  await page.getByRole('textbox', { name: words.pasteLabel }).fill(HOUSEHOLDS);
  await press(words.pasteNow);
  await page.getByRole('form', { name: words.pasteTitle }).waitFor({ state: 'hidden' });
  return review;
}

/** Makes the monthly briefing of what stands there and changes one sentence by hand. Returns the id of the draft. */
export async function briefingForPictures(page, address, lang) {
  const words = WORDS[lang];
  await page.clock.setFixedTime(`${DAY}T16:05:00+08:00`);
  await page.goto('about:blank');
  await page.goto(`${address}?${new URLSearchParams({ lang })}#/briefing`);
  await page.getByLabel(words.issuer).fill(words.departments[0]);
  await page.getByRole('button', { name: words.makeBriefing }).click();
  await page.locator('[data-fresh="same"]').waitFor({ timeout: 60_000 });
  const first = page.getByLabel(words.firstSentence, { exact: true });
  await first.fill(words.byHand(await first.inputValue()));
  await page.locator('[data-keeping="kept"]').waitFor();
  return new URL(page.url()).searchParams.get('draft');
}
