import { describe, expect, test } from 'vitest';
import type { Indicator } from '../../../src/base/indicators';
import { dayOf, NO_DAY, parseDay } from '../../../src/base/period';
import { formKey } from '../../../src/indicators/form';
import { prepare } from '../../../src/indicators/prepare';
import type { Panel } from '../../../src/panel/panel';
import { type CourseQuestion, courseOf, courseQuestions } from '../../../src/response/case/course';
import { catalogue, indicatorOf, panelOf, treeOf } from '../../panel/make-panel';
import { assessment, month } from './demonstration-case';
import { accept, CASE, OPEN, tell } from './make-case';

const tree = treeOf({ T: '', A: 'T' });

/** Two years of one indicator in region A from January 2025, all known at once; asked about a decision at the end of April 2026. */
function ask(over: Partial<Indicator>, values: readonly number[], question: Partial<CourseQuestion> = {}) {
  const list = catalogue(indicatorOf('x', over));
  const panel = panelOf(tree, list, '2025-01', { x: { A: values } });
  return courseOf({ ...QUESTION, ...question }, readerOf(panel));
}

const readerOf = (panel: Panel) => (id: string, form: 'reported' | 'monthly' | 'joint' | 'festival') => {
  const prepared = prepare(panel, [{ indicator: id, form }], null);
  const column = prepared.columns.get(formKey(id, form));
  return column ? { panel: prepared, column } : null;
};

const QUESTION: CourseQuestion = {
  measure: 'm',
  regionCode: 'A',
  indicatorId: 'x',
  direction: 'fall',
  target: 4,
  by: '2026-10',
  decidedOn: dayOf(2026, 4, 30),
};

/** 2025 at a value each month, then the months of 2026. */
const year = (level: number, ...months: number[]) => [...Array.from({ length: 12 }, () => level), ...months];

describe('with a target', () => {
  test.each([
    // Six months from 7 to 4: half a point a month. In July the way is at 5.5.
    ['on the way', year(5, 7, 7, 7, 7, 6, 6, 5.5), 'on-track', 5.5],
    ['a little above it', year(5, 7, 7, 7, 7, 6, 6, 5.6), 'behind', 5.5],
    ['at the target before its time', year(5, 7, 7, 7, 7, 6, 6, 4), 'reached', null],
    ['under it', year(5, 7, 7, 7, 7, 6, 6, 3.9), 'reached', null],
    ['not there in time', year(5, 7, 7, 7, 7, 6, 6, 6, 5, 5, 4.1), 'missed', null],
    // What comes after the time does not make it good.
    ['there too late', year(5, 7, 7, 7, 7, 6, 6, 6, 5, 5, 4.1, 3), 'missed', null],
  ])('%s', (_, values, state, onTheWay) => {
    const found = ask({}, values);
    expect(found.state).toBe(state);
    expect(found.onTheWay).toBe(onTheWay);
    expect(found.atDecision).toMatchObject({ period: '2026-04', value: 7 });
    expect(found.reason).toBeNull();
  });

  test('upward as well, and all of it in words', () => {
    const found = ask({ worse: 'down', decimals: 2, unit: 'ratio' }, year(1, 0.8, 0.8, 0.8, 0.7, 0.8), {
      direction: 'rise',
      target: 1,
    });
    expect(found.state).toBe('on-track');
    expect(found.words.en).toBe(
      'x: 0.70 in Apr 2026 at the decision, 0.80 in May 2026 now; expected by Oct 2026: 1.00 (5 months to go); on a straight way from the decision to the target this period would be 0.75 (not seasonally adjusted)',
    );
    expect(found.words.zh).toBe(
      'x：决定时2026年4月0.70，最新2026年5月0.80；预期2026年10月前达到1.00（还有5个月）；按从决定时到目标的直线进度，本期应为0.75（未剔除季节因素）',
    );
  });

  test('a sum over the year is held against an even share of the year, and in its own year alone', () => {
    const cumulative: Partial<Indicator> = {
      kind: 'cumulative',
      worse: 'down',
      unit: 'persons',
      decimals: 0,
      janFeb: 'joint',
    };
    const before = [5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60];
    const told = (may: number) =>
      ask(cumulative, [...before, 4, 8, 12, 16, may], { direction: 'rise', target: 60, by: '2026-12' });
    expect(told(25)).toMatchObject({ state: 'on-track', onTheWay: 25 });
    expect(told(24)).toMatchObject({ state: 'behind', onTheWay: 25 });
    const otherYear = ask(cumulative, [...before, 4, 8, 12, 16, 25], { direction: 'rise', target: 10, by: '2027-03' });
    // 25 is beyond 10, but it is the sum of another year.
    expect(otherYear.state).toBe('cannot-be-told');
    expect(otherYear.reason!.en).toContain('a sum over 2027');
  });
});

describe('without a target', () => {
  const open = { target: null } as const;

  test('the change on the year before decides: a seasonal fall is no success', () => {
    const claims: Partial<Indicator> = { kind: 'flow', unit: 'persons', decimals: 0, janFeb: 'separate' };
    const season = [100, 100, 200, 300, 200, 100, 80, 100, 100, 100, 100, 100];
    const at = (...shares: number[]) => [...season, ...shares.map((share, m) => season[m]! * share)];
    // From April to July the figure itself falls by two thirds in both; on the year before it has fallen in the second alone.
    const worse = ask(claims, at(1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.3), open);
    expect(worse.state).toBe('behind');
    expect(ask(claims, at(1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.1), open).state).toBe('on-track');
    expect(worse.words.en).toContain('against the year before: +20.0% at the decision, +30.0% now');
    expect(ask(claims, at(1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.1), { ...open, by: '2026-07' }).state).toBe('reached');
    expect(ask(claims, at(1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.3), { ...open, by: '2026-07' }).state).toBe('missed');
  });

  test('rates by points; growth rates of the macro economy by themselves', () => {
    const rate = ask({}, year(5, 6, 6, 6, 6, 5.5), open);
    expect(rate.state).toBe('on-track');
    expect(rate.words.en).toContain('+1.0 pp at the decision, +0.5 pp now');
    const growth = ask({ family: 'macro', worse: 'down' }, year(5, -4, -4, -4, -4, -3), { ...open, direction: 'rise' });
    expect(growth.state).toBe('on-track');
    expect(growth.words.en).toContain('change since the decision +1.0 pp');
  });

  test('no change is no progress', () => {
    expect(ask({}, year(5, 6, 6, 6, 6, 6), open).state).toBe('behind');
  });

  test('without the year before the season cannot be told apart', () => {
    const short = panelOf(tree, catalogue(indicatorOf('x')), '2026-01', { x: { A: [6, 6, 6, 6, 5] } });
    const found = courseOf({ ...QUESTION, target: null }, readerOf(short));
    expect(found).toMatchObject({ state: 'cannot-be-told', now: { value: 5 } });
    expect(found.reason!.en).toContain('no figure of the year before to compare Apr 2026 with');
  });
});

describe('what cannot be told has its reason', () => {
  test.each<[string, Partial<CourseQuestion>, RegExp]>([
    ['an indicator that is not in the data', { indicatorId: 'y' }, /no such indicator/],
    ['a region that is not in the tree', { regionCode: 'Z' }, /no such indicator or region/],
    ['a period of another frequency', { by: '2026-Q3' }, /not one of the data/],
    ['a decision before all figures', { decidedOn: dayOf(2024, 1, 1) }, /no figure was known at the decision/],
    ['nothing new since the decision', { decidedOn: dayOf(2026, 8, 1) }, /no newer figure/],
  ])('%s', (_, question, why) => {
    const found = ask({}, year(5, 7, 7, 7, 7, 6, 6, 5), question);
    expect(found.state).toBe('cannot-be-told');
    expect(found.reason!.en).toMatch(why);
    expect(found.words).toEqual(found.reason);
  });

  test('a late figure was not known at the decision; a revised one was, from its first vintage on', () => {
    const panel = panelOf(tree, catalogue(indicatorOf('x')), '2025-01', { x: { A: year(5, 7, 7, 7, 8, 6) } });
    const column = panel.columns.get('x')!;
    const cell = tree.indexOf.get('A')! * panel.count + 15;
    const knownOn = new Int32Array(column.values.length).fill(NO_DAY);
    knownOn[cell] = dayOf(2026, 5, 9);
    const late = { ...panel, columns: new Map([['x', { ...column, knownOn }]]) };
    expect(courseOf(QUESTION, readerOf(late)).atDecision).toMatchObject({ period: '2026-03', value: 7 });
    const revisions = {
      cell: Uint32Array.of(cell),
      value: Float64Array.of(7.5),
      status: Uint8Array.of(1),
      knownOn: Int32Array.of(dayOf(2026, 4, 20)),
      batch: Uint16Array.of(0),
      row: Uint32Array.of(2),
    };
    const revised = { ...panel, columns: new Map([['x', { ...column, knownOn, revisions }]]) };
    // Known since 20 April; told in its present vintage, so that a revision is no progress.
    expect(courseOf(QUESTION, readerOf(revised)).atDecision).toMatchObject({ period: '2026-04', value: 8 });
  });
});

describe('the questions of a case', () => {
  const told = tell(
    [
      ['03-26 09:00', OPEN],
      ['04-28 09:00', accept('labour-matching')],
      ['04-28 10:00', { kind: 'reject-measure', case: CASE, measure: 'work-relief', reason: '没有项目' }],
    ],
    '2026-04-15',
  );

  test('accepted measures alone, with what was known at the decision', () => {
    const questions = courseQuestions(told.case, told.entries);
    expect(questions).toEqual([
      {
        measure: 'labour-matching',
        regionCode: '150300',
        indicatorId: 'new_benefit_claims',
        direction: 'fall',
        target: null,
        by: '2026-09',
        decidedOn: parseDay('2026-04-15'),
      },
    ]);
    expect(courseQuestions(told.case, [])[0]!.decidedOn).toBe(dayOf(2026, 4, 28));
  });

  test('Wuhai in the demonstration: claims of March were the newest on 15 April; those of September decide', () => {
    const [question] = courseQuestions(told.case, told.entries);
    const found = courseOf(question!, readerOf(assessment.panel));
    expect(found.atDecision).toMatchObject({ period: '2026-03', value: 413, knownOn: '2026-04-09' });
    expect(found.now).toMatchObject({ period: '2026-09', value: 351 });
    const column = assessment.panel.columns.get('new_benefit_claims')!;
    const yearly = (text: string): number => {
      const cell =
        assessment.panel.tree.indexOf.get('150300')! * assessment.panel.count + month(text) - assessment.panel.first;
      return 100 * (column.values[cell]! / column.values[cell - 12]! - 1);
    };
    expect(found.state).toBe(yearly('2026-09') < yearly('2026-03') ? 'reached' : 'missed');
    expect(found.words.zh).toBe(
      `新申领失业保险金人数：决定时2026年3月413人，最新2026年9月351人；预期2026年9月前下降（已到期）；与上年同期相比：决定时+${yearly('2026-03').toFixed(1)}%，最新+${yearly('2026-09').toFixed(1)}%`,
    );
  });
});
