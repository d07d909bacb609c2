import { describe, expect, test } from 'vitest';
import { dayOf } from '../../../src/base/period';
import { calendarOf } from '../../../src/response/calendar/calendar';
import { acknowledgeClock, afterActionDraft } from '../../../src/response/case/after-action';
import type { Case } from '../../../src/response/case/case';
import { caseClocks } from '../../../src/response/case/clocks';
import type { Course } from '../../../src/response/case/course';
import { ruleTimes } from '../../../src/response/case/rule-times';
import { defaultPlan } from '../../../src/response/load-plan';
import type { ActNames } from '../../../src/response/trail/words';
import { spellsOf } from '../../../src/response/warnings/find-spells';
import { assessment, month, panel, tree, WUHAI } from './demonstration-case';
import { accept, at, CASE, follow, OPEN, report, tell } from './make-case';

const plan = defaultPlan();
const names: ActNames = {
  region: (code) => tree.regions[tree.indexOf.get(code)!]!.name,
  indicator: (id) => panel.catalogue.byId.get(id)!.name,
  measure: (id) => plan.measures.find((m) => m.id === id)!.name,
  department: (id) => ({ zh: id, en: id }),
};
const view = { tree, first: panel.first, count: panel.count, signals: assessment.signals };
const spell = spellsOf(assessment).find((s) => s.regionCode === WUHAI && s.until === null)!;
const check = (indicatorId: string, result: 'confirmed' | 'suspect') =>
  ({
    kind: 'check-figure',
    case: CASE,
    item: `figure/${WUHAI}/${indicatorId}/2026-03`,
    result,
    figure: { indicatorId, regionCode: WUHAI, period: '2026-03', value: 1, knownOn: null },
    note: '',
  }) as const;

describe('when each rule spoke in the spell of Wuhai', () => {
  const told = tell([
    ['04-10 10:00', OPEN],
    ['04-10 11:00', check('new_benefit_claims', 'confirmed')],
    ['04-10 12:00', check('retail_sales_yoy', 'suspect')],
  ]);
  const { reference, rules } = ruleTimes(view, spell, told.case);
  const region = tree.indexOf.get(WUHAI)!;

  test('the reference is the first period at the level of the case', () => {
    const { level } = assessment.levels;
    let t = spell.since - panel.first;
    while (level[region * panel.count + t]! < 4 || level[region * panel.count + t]! > 4) t++;
    expect(reference).toBe(panel.first + t);
    const lower = ruleTimes(view, { ...spell, moves: spell.moves.slice(0, 1) }, told.case);
    expect(lower).toMatchObject({ atLevel: false, reference: spell.moves[0]!.period });
  });

  test('each rule by the first period in which it counted, earliest first; what never counted has no lead', () => {
    expect(rules.length).toBeGreaterThan(10);
    for (const { ruleId, countsSince, pendingSince, lead } of rules) {
      const signal = assessment.signals.find((s) => s.rule.id === ruleId)!;
      const levelAt = (period: number) => signal.level[region * panel.count + period - panel.first]!;
      expect(pendingSince).not.toBeNull();
      if (countsSince === null) {
        expect(lead).toBeNull();
        continue;
      }
      expect(levelAt(countsSince)).toBeGreaterThan(0);
      for (let p = spell.since; p < countsSince; p++) expect(levelAt(p)).toBe(0);
      expect(lead).toBe(reference! - countsSince);
      expect(pendingSince!).toBeLessThanOrEqual(countsSince);
    }
    const leads = rules.flatMap((r) => r.lead ?? []);
    expect(leads).toEqual(leads.toSorted((a, b) => b - a));
  });

  test('what the check said of its figures', () => {
    const figures = (id: string) => rules.find((r) => r.ruleId === id)!.figures;
    expect(figures('new-claims-change')).toBe('confirmed');
    expect(figures('retail-level')).toBe('suspect');
    expect(figures('monitored-jobs-loss')).toBe('not-judged');
  });

  test('a spell that never came to a level has no reference, and no lead', () => {
    const moves = [{ period: spell.since, level: 0 as const, knownOn: null }];
    const pending = ruleTimes(view, { ...spell, moves, top: 0 }, told.case);
    expect(pending.reference).toBeNull();
    expect(pending.rules.every((r) => r.lead === null)).toBe(true);
  });
});

describe('the draft of the after-action note', () => {
  const told = tell([
    ['04-10 09:00', { kind: 'acknowledge', warning: OPEN.warning!, level: 4, period: '2026-03', note: '' }],
    ['04-10 10:00', OPEN],
    ['04-10 11:00', check('new_benefit_claims', 'confirmed')],
    ['04-10 12:00', check('retail_sales_yoy', 'suspect')],
    ['04-10 15:00', { kind: 'verify-warning', warning: OPEN.warning!, level: 4, period: '2026-03', note: '' }],
    ['04-10 16:00', report('first', '04-10 15:30')],
    [
      '04-14 09:00',
      accept('labour-matching', {
        expected: { indicatorId: 'openings_to_seekers', direction: 'rise', target: 0.9, by: '2026-09' },
      }),
    ],
    ['04-14 10:00', { kind: 'reject-measure', case: CASE, measure: 'work-relief', reason: '没有项目' }],
    ['06-01 09:00', follow('labour-matching', 'done')],
  ]);
  const world = { plan, calendar: calendarOf({}), nowMs: at('10-20 09:00') };
  const dated = {
    ...spell,
    moves: [
      { period: month('2025-11'), level: 0 as const, knownOn: dayOf(2025, 12, 9) },
      { period: month('2026-01'), level: 2 as const, knownOn: dayOf(2026, 2, 9) },
      { period: month('2026-03'), level: 4 as const, knownOn: dayOf(2026, 4, 9) },
    ],
    since: month('2025-11'),
  };
  const course: Course = {
    measure: 'labour-matching',
    state: 'missed',
    atDecision: null,
    now: null,
    onTheWay: null,
    words: { zh: '求人倍率未到0.90', en: 'not at 0.90' },
    reason: null,
  };
  const inputFor = (subject: Case) => ({
    case: subject,
    spell: dated,
    clocks: [
      acknowledgeClock(subject, dated, told.entries, told.state.undone, world)!,
      ...caseClocks(subject, told.state.warnings.get(OPEN.warning!)!, world),
    ],
    course: [course],
    rules: ruleTimes(view, dated, subject),
    names,
    frequency: 'month' as const,
    weekEndsOn: 6,
  });
  const draft = afterActionDraft(inputFor(told.case));

  test('the summary counts what the trail has', () => {
    expect(draft.summary.zh.split('\n')).toEqual([
      '乌海市自2025年11月起预警，最高Ⅰ级（红色），最新一期仍在持续。',
      '等级变化：2025年11月待确认、2026年1月Ⅲ 黄、2026年3月Ⅰ 红。',
      '评审于2026年4月10日 10:00启动。',
      '核实数据1项属实，0项存疑后排除，1项仍存疑。',
      '未作影响评估。',
      '会商0次，收到部门意见0份。',
      '采取措施1项，不采取1项。',
      '向上报送1次。',
    ]);
  });

  test('expected and real effects by measure', () => {
    expect(draft.predicted.zh).toBe('组织跨地区劳务对接：预期求人倍率在2026年9月前上升至0.9。');
    expect(draft.actual.zh).toBe('组织跨地区劳务对接（已完成）：到期未达到；求人倍率未到0.90');
  });

  test('times: from the first pending signal to the levels, and each clock', () => {
    const lines = draft.thresholds.en.split('\n');
    expect(lines[0]).toBe(
      'From its beginning in Nov 2025 to Ⅲ Yellow in Jan 2026: 2 months, 62 days by the dates on which figures came in.',
    );
    expect(lines[1]).toContain('to Ⅰ Red in Mar 2026: 4 months, 121 days');
    expect(lines[2]).toBe('Acknowledgement done 58 d late, after 60 d (was due 10 Feb 2026, 17:30)');
    expect(lines.some((line) => line.startsWith('Verification done in time, after 6 h'))).toBe(true);
    expect(lines.some((line) => line.startsWith('Held against Mar 2026'))).toBe(true);
    expect(lines.some((line) => line.startsWith('Rules that counted before it'))).toBe(true);
    expect(lines.at(-1)).toMatch(/^Rules that rest on figures still in doubt \(1\): /);
  });

  test('a level that came in the first period has no lead; a level that was not reached is not the reference', () => {
    const first = { ...dated, moves: [{ period: dated.since, level: 2 as const, knownOn: null }] };
    const [lead, ...rest] = afterActionDraft({
      ...inputFor(told.case),
      spell: first,
      clocks: [],
      rules: ruleTimes(view, first, told.case),
    }).thresholds.en.split('\n');
    expect(lead).toBe('Ⅲ Yellow came in the first period, Nov 2025: no signal was pending before it.');
    expect(rest[0]).toBe(
      'Held against Nov 2025, the first period at any level, since that of the review (Ⅰ Red) was not reached:',
    );
  });

  test('without a spell, without measures: nothing is made up', () => {
    const bare = tell([['04-10 10:00', { ...OPEN, warning: null }]]);
    const none = afterActionDraft({ ...inputFor(bare.case), spell: null, clocks: [], course: [], rules: null });
    expect(none.summary.en).toContain('opened by hand');
    expect(none.predicted.en).toBe('No measure was accepted.');
    expect(none.actual.en).toBe('No measure was accepted.');
    expect(none.thresholds.en).toContain('from which anything could be computed');
  });
});
