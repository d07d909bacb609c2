import { describe, expect, it } from 'vitest';
import { defaultCatalogue } from '../../../src/base/catalogue';
import { dayOf, monthPeriod } from '../../../src/base/period';
import { calendarOf } from '../../../src/response/calendar/calendar';
import { momentOf } from '../../../src/response/calendar/moment';
import { questionOf } from '../../../src/response/case/checklist';
import { defaultPlan } from '../../../src/response/load-plan';
import type { Act } from '../../../src/response/trail/act';
import { seal } from '../../../src/response/trail/digest';
import { fold } from '../../../src/response/trail/fold';
import { caseRows } from '../../../src/views/response/case/case-rows';
import { readMoment, readNumber, writeMoment } from '../../../src/views/response/case/read-fields';
import { spellOfCase } from '../../../src/views/response/case/spell-of-case';
import { emptyAssessment, readAssessment, readFund } from '../../../src/views/response/case/steps/assess-fields';
import { consulted } from '../../../src/views/response/case/steps/departments';
import { expectedWords } from '../../../src/views/response/case/steps/expected-words';
import { office, OPEN } from '../../response/case/make-case';
import { basis } from '../../response/trail/make-trail';
import { makeView } from '../make-view';

describe('fields', () => {
  it('read figures as people write them, and nothing else', () => {
    expect(['1,200', ' 3.5 ', '−2', '1，000'].map(readNumber)).toEqual([1200, 3.5, -2, 1000]);
    expect(['', '  ', '12人', '1e', '一千'].map(readNumber)).toEqual([null, null, null, null, null]);
  });

  it('take a time of day as Beijing time, whatever zone the machine is in', () => {
    expect(readMoment('2026-11-26T14:05')).toBe(Date.UTC(2026, 10, 26, 6, 5));
    expect(writeMoment(Date.UTC(2026, 10, 26, 16, 5))).toBe('2026-11-27T00:05');
    expect(['2026-11-26', '2026-02-30T10:00', '2026-11-26T24:00', ''].map(readMoment)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('assessment', () => {
  const asked = defaultPlan().facts.filter((fact) => fact.from === 'case' && fact.id !== 'fund-months');
  const empty = emptyAssessment(null, {
    persons: 8405.4,
    basis: 'BASIS',
    groups: ['redundant-workers'],
    districts: ['150302'],
    drivers: 'DRIVERS',
  });

  it('is filled in from the data, then from what is on record', () => {
    const reading = readAssessment(empty, asked, 'zh');
    if (!('assessment' in reading)) throw new Error(JSON.stringify(reading));
    expect(reading.assessment).toEqual({
      persons: 8405,
      personsBasis: 'BASIS',
      groups: ['redundant-workers'],
      districts: ['150302'],
      drivers: 'DRIVERS',
      fund: null,
      facts: {},
      note: '',
    });
    const again = { ...reading.assessment, persons: null, fund: { balance: 0, monthlyOutlay: 12.5 } };
    const filled = emptyAssessment(again, { persons: 1, basis: '', groups: [], districts: [], drivers: '' });
    // Not known stays empty, and zero is a figure.
    expect([filled.persons, filled.balance, filled.outlay]).toEqual(['', '0', '12.5']);
    expect(readAssessment(filled, asked, 'zh')).toEqual({ assessment: again });
  });

  it('says at each field what is wrong with it', () => {
    const wrong = {
      ...empty,
      persons: '-3',
      personsBasis: ' ',
      balance: '100',
      facts: { [asked[0]!.id]: '5%', unknown: 'x' },
    };
    expect(readAssessment(wrong, asked, 'en')).toEqual({
      faults: {
        persons: 'A number of 0 or more',
        personsBasis: 'Needed',
        outlay: 'Fill in both the balance and the outlay, or neither',
        [asked[0]!.id]: 'A number of 0 or more',
      },
    });
  });

  it('takes the fund whole or not at all', () => {
    expect(readFund({ balance: '', outlay: ' ' })).toEqual({ fund: null });
    expect(readFund({ balance: '12,000', outlay: '800' })).toEqual({ fund: { balance: 12000, monthlyOutlay: 800 } });
    expect(readFund({ balance: '', outlay: '800' })).toEqual({ half: true });
    expect(readFund({ balance: 'x', outlay: '-1' })).toEqual({ bad: ['balance', 'outlay'] });
  });
});

describe('consultation', () => {
  it('asks the seven departments of 6.4 in the order of the document, and all of them where a plan has no such measure', () => {
    const plan = defaultPlan();
    expect(consulted(plan).map(({ id }) => id)).toEqual([
      'hrss',
      'drc',
      'finance',
      'civil-affairs',
      'commerce',
      'industry-commerce',
      'pboc',
    ]);
    const without = { ...plan, measures: plan.measures.filter(({ clause }) => clause !== '6.4') };
    expect(consulted(without)).toBe(plan.departments);
  });
});

describe('item of the checklist', () => {
  it('goes by its question, and a figure by none', () => {
    expect(questionOf('question/office')?.zh).toBe('是否已向填报单位核实数字？');
    expect(questionOf('figure/150300/monitored_jobs/2026-10')).toBeNull();
  });
});

describe('expectation', () => {
  it('is said with its indicator, direction, figure and period', () => {
    const view = { catalogue: defaultCatalogue(), weekEndsOn: 6 };
    const expected = { indicatorId: 'new_benefit_claims', direction: 'fall' as const, target: 1200, by: '2026-09' };
    expect(expectedWords(expected, view, 'zh')).toBe('预期：新申领失业保险金人数到2026年9月降至1,200人');
    expect(expectedWords({ ...expected, target: null, direction: 'rise' }, view, 'zh')).toBe(
      '预期：新申领失业保险金人数到2026年9月上升',
    );
  });
});

describe('list', () => {
  const view = makeView({ first: monthPeriod(2025, 4), count: 12, levels: { '150300': Array<number>(12).fill(2) } });
  const open = (id: string, regionCode: string, level: 1 | 4, hour: number): [Act, number] => [
    { ...OPEN, case: id, warning: null, regionCode, level, title: id },
    momentOf(dayOf(2026, 3, 10), hour * 60),
  ];
  const trail = [open('slow', '150400', 1, 9), open('quick', '150300', 4, 10), open('ended', '150500', 1, 11)].reduce<
    ReturnType<typeof seal>[]
  >((entries, [act, at]) => {
    const last = entries.at(-1) ?? { seq: 0, digest: '', at: 0 };
    return [...entries, seal(last, { at, by: office, act, basis })];
  }, []);
  const state = fold(trail);
  const world = {
    view,
    plan: defaultPlan(),
    calendar: calendarOf({}),
    nowMs: momentOf(dayOf(2026, 3, 11), 600),
    warnings: state.warnings,
  };

  it('puts first what runs out first, closed reviews last, with the level of today', () => {
    const cases = [...state.cases.values()].map((review) =>
      review.id === 'ended' ? { ...review, stage: 'closed' as const } : review,
    );
    const rows = caseRows(cases, world);
    expect(rows.map(({ review }) => review.id)).toEqual(['quick', 'slow', 'ended']);
    expect(rows.map(({ next }) => next?.step ?? null)).toEqual(['verify', 'verify', null]);
    expect(rows.map(({ level }) => level)).toEqual([2, 0, 0]);
  });

  it('keeps a review whose region the data no longer has', () => {
    const gone = [...state.cases.values()].map((review) => ({ ...review, regionCode: 'ZZ' }));
    expect(caseRows(gone, world).map(({ level }) => level)).toEqual([null, null, null]);
  });
});

describe('spell of a review', () => {
  const view = makeView({ count: 3 });
  const spell = (since: number, until: number | null) => ({
    id: `150300@${since}`,
    regionCode: '150300',
    since,
    until,
    state: 'active' as const,
    level: 2 as const,
    top: 2 as const,
    moves: [],
    byDiffusion: false,
    unsure: false,
    signals: [],
    index: 10,
  });
  it('is the one that goes on where the review was opened by hand; not known before the spells are', () => {
    const ended = spell(monthPeriod(2025, 1), monthPeriod(2025, 3));
    const lasting = spell(monthPeriod(2025, 11), null);
    const review = { warning: null, regionCode: '150300' };
    const state = { warnings: new Map() };
    expect(spellOfCase(review, [lasting, ended], state, view)).toBe(lasting);
    expect(spellOfCase(review, [ended], state, view)).toBeNull();
    expect(spellOfCase(review, null, state, view)).toBeNull();
    expect(spellOfCase({ ...review, warning: ended.id }, [lasting, ended], state, view)).toBe(ended);
  });
});
