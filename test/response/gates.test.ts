import { describe, expect, it } from 'vitest';
import { defaultRegionTree } from '../../src/base/catalogue';
import { dayOf } from '../../src/base/period';
import type { Case, CaseMeasure } from '../../src/response/case/case';
import type { Partners } from '../../src/response/case/partners';
import { momentOf } from '../../src/response/calendar/moment';
import { dataFacts } from '../../src/response/data-facts';
import { evaluateGates, factKey } from '../../src/response/gates';
import { knownFacts } from '../../src/response/known-facts';
import { defaultPlan } from '../../src/response/load-plan';
import type { KnownFact, KnownFacts } from '../../src/response/plan';
import type { Column, Panel } from '../../src/panel/panel';

const plan = defaultPlan();
const measure = (id: string) => plan.measures.find((m) => m.id === id)!;
const fact = (value: number): KnownFact => ({ value, source: { zh: '来源', en: 'source' } });
const states = (id: string, facts: KnownFacts) =>
  evaluateGates(measure(id), plan, facts).map((g) => [g.gate.fact, g.state, g.figure.en]);

describe('gates', () => {
  it('are met on the line itself, not met just past it, unknown without a figure', () => {
    expect(
      states(
        'stability-subsidy',
        new Map([
          ['fund-months', fact(12)],
          ['area-layoff-rate', fact(3)],
        ]),
      ),
    ).toEqual([
      ['fund-months', 'met', '12 months'],
      ['enterprise-layoff-rate', 'unknown', 'not known'],
      ['area-layoff-rate', 'met', '3%'],
      ['months-at-orange', 'unknown', 'not known'],
      ['months-since-run', 'unknown', 'not known'],
    ]);
    const past: KnownFacts = new Map([
      ['fund-months', fact(11.94)],
      ['area-layoff-rate', fact(3.01)],
    ]);
    const [fund, , area] = states('stability-subsidy', past);
    expect(fund).toEqual(['fund-months', 'not-met', '11.9 months']);
    expect(area).toEqual(['area-layoff-rate', 'not-met', '3.0%']);
  });

  it('take NaN for unknown, with the reason that came along', () => {
    const facts: KnownFacts = new Map([['months-at-orange', { value: NaN, source: { zh: '缺数', en: 'no figures' } }]]);
    const [, month] = evaluateGates(measure('work-relief'), plan, facts);
    expect(month).toMatchObject({ state: 'unknown', source: { en: 'no figures' } });
  });

  it('say what must be typed while a fact of the review is not known', () => {
    const [works] = evaluateGates(measure('work-relief'), plan, new Map());
    expect(works!.source.zh).toContain('在评审中填写');
    expect(works!.required).toEqual({ zh: '不少于1人', en: 'at least 1 person' });
  });

  it('read the fact of the measure before the one of all measures', () => {
    const facts: KnownFacts = new Map([
      ['months-since-run', fact(0)],
      [factKey('months-since-run', 'labour-cost'), fact(Infinity)],
    ]);
    expect(states('labour-cost', facts).at(-1)).toEqual(['months-since-run', 'met', 'never run before']);
    expect(states('benefit-extension', facts).at(-1)).toEqual(['months-since-run', 'not-met', '0 months']);
  });

  it('hold nobody back who needs help with living, on purpose', () => {
    expect(measure('living-assistance').gates).toEqual([]);
    expect(plan.basis.gates!.zh).toContain('开展生活帮扶');
  });

  it('are all marked as ours, each with its reason: the document sets none', () => {
    const gates = plan.measures.flatMap((m) => m.gates);
    expect(gates.length).toBeGreaterThan(10);
    for (const gate of gates) {
      expect(gate.clause).toBeNull();
      expect(gate.note.zh.length).toBeGreaterThan(5);
    }
    // The five of 6.4 that cost money or need a partner have some; a fact that nobody asks for would be a dead one.
    for (const m of plan.measures)
      if (m.regional && m.id !== 'living-assistance') expect(m.gates.length).toBeGreaterThan(0);
    expect(plan.facts.map((f) => f.id).filter((id) => !gates.some((g) => g.fact === id))).toEqual([]);
  });

  it('cannot be asked with a plan that lacks the fact: a bug, not a figure', () => {
    expect(() => evaluateGates(measure('work-relief'), { facts: [] }, new Map())).toThrow(/no fact/);
  });
});

/** Region 0 of the default tree over 14 months from 2026-01. */
function figures(columns: Readonly<Record<string, number[]>>, levels: number[], employed = 1000) {
  const tree = defaultRegionTree();
  const count = 14;
  const one = (values: number[]): Column =>
    ({
      values: Float64Array.from({ length: tree.regions.length * count }, (_, i) => (i < count ? values[i]! : NaN)),
    }) as Column;
  const panel = {
    frequency: 'month',
    tree: { ...tree, regions: tree.regions.map((r) => ({ ...r, employed })) },
    first: 2026 * 12,
    count,
    weekEndsOn: 6,
    columns: new Map(Object.entries(columns).map(([id, values]) => [id, one(values)])),
  } as unknown as Panel;
  return { panel, levels: { level: Uint8Array.from(levels) } };
}
const months = (n: number, value: number): number[] => Array<number>(n).fill(value);
const last = 2026 * 12 + 13;

describe('facts from the figures', () => {
  it('count the lay-offs of the last twelve months and no more', () => {
    const facts = dataFacts(figures({ reported_layoffs: [900, 900, ...months(12, 5)] }, months(14, 0)), 0, last);
    const rate = facts.get('area-layoff-rate')!;
    expect(rate.value).toBeCloseTo(6, 12);
    expect(rate.source.en).toBe('60 lay-offs reported from Mar 2026 to Feb 2027, of 1,000 employed');
  });

  it('scale up two missing months, give up with three', () => {
    const two = [0, 0, NaN, NaN, ...months(10, 5)];
    const rate = (values: number[]) =>
      dataFacts(figures({ reported_layoffs: values }, months(14, 0)), 0, last).get('area-layoff-rate')!;
    expect(rate(two).value).toBeCloseTo(6, 12);
    expect(rate([0, 0, NaN, NaN, NaN, ...months(9, 5)])).toMatchObject({
      value: NaN,
      source: { zh: expect.stringContaining('9个月') },
    });
  });

  it('take the insured where the employed are not known, and say so; neither: not computable', () => {
    const column = { reported_layoffs: months(14, 5), insured_employees: [...months(13, 500), NaN] };
    const insured = dataFacts(figures(column, months(14, 0), NaN), 0, last).get('area-layoff-rate')!;
    expect(insured.value).toBeCloseTo(12, 12);
    expect(insured.source.en).toContain('500 insured employees');
    const none = dataFacts(figures({ reported_layoffs: months(14, 5) }, months(14, 0), NaN), 0, last);
    expect(none.get('area-layoff-rate')!.value).toBeNaN();
  });

  it.each([
    [[3, 3, 2, 3, 4, 3], 3],
    [[3, 3, 4, 3, 4, 3], 6],
    [[3, 3, 3, 3, 3, 2], 0],
    // A month without a level neither counts nor breaks.
    [[2, 3, 255, 3, 255, 4], 3],
    [[3, 3, 3, 3, 3, 255], NaN],
  ])('months at Ⅱ or worse of …%j are %d', (levels, expected) => {
    const facts = dataFacts(figures({}, [...months(8, 0), ...levels]), 0, last);
    expect(facts.get('months-at-orange')!.value).toBe(expected);
  });
});

const done = { seq: 1, at: 0, by: { role: 'region', regionCode: '150000', name: '甲' } } as const;
const at = (year: number, month: number, day: number): number => momentOf(dayOf(year, month, day), 600);

function caseWith(id: string, regionCode: string, course: readonly (readonly [state: string, at: number])[]): Case {
  const steps = course.map(([state, moment]) => ({ ...done, at: moment, state, note: '', figure: null }));
  const measures = new Map([
    ['labour-cost', { ...done, accepted: true, measure: 'labour-cost', course: steps } as unknown as CaseMeasure],
  ]);
  return { id, title: `T-${id}`, regionCode, stage: 'closed', measures } as unknown as Case;
}

describe('facts from the trail and the review', () => {
  const today = dayOf(2026, 7, 15);
  const known = (cases: readonly Case[], inHand: string | null = null) =>
    knownFacts({ data: new Map(), plan, cases, regionCode: '150300', today, inHand, assessment: null, partners: null });
  const since = (cases: readonly Case[], inHand: string | null = null): number =>
    known(cases, inHand).get(factKey('months-since-run', 'labour-cost'))!.value;

  it('count whole months since the last run of the same measure in the same region ended', () => {
    const ran = (m: number, d: number) =>
      [
        ['running', at(2026, 1, 5)],
        ['done', at(2026, m, d)],
      ] as const;
    expect(since([])).toBe(Infinity);
    expect(since([caseWith('a', '150300', ran(2, 15))])).toBe(5);
    expect(since([caseWith('a', '150300', ran(2, 16))])).toBe(4);
    expect(since([caseWith('a', '150300', ran(2, 15)), caseWith('b', '150300', ran(5, 1))])).toBe(2);
    expect(since([caseWith('a', '150600', ran(2, 15))])).toBe(Infinity);
    expect(known([caseWith('a', '150300', ran(2, 15))]).get(factKey('months-since-run', 'work-relief'))!.value).toBe(
      Infinity,
    );
  });

  it('take a running one as no pause at all, a planned one or one stopped before it ran as none', () => {
    expect(since([caseWith('a', '150300', [['running', at(2026, 5, 1)]])])).toBe(0);
    expect(since([caseWith('a', '150300', [['planned', at(2026, 5, 1)]])])).toBe(Infinity);
    expect(
      since([
        caseWith('a', '150300', [
          ['planned', at(2026, 5, 1)],
          ['stopped', at(2026, 6, 1)],
        ]),
      ]),
    ).toBe(Infinity);
    expect(since([caseWith('a', '150300', [['running', at(2026, 5, 1)]])], 'a')).toBe(Infinity);
  });

  it('work the months of the fund out, and let what was typed stand as typed', () => {
    const facts = knownFacts({
      data: new Map([['months-at-orange', fact(4)]]),
      plan,
      cases: [],
      regionCode: '150300',
      today,
      inHand: null,
      assessment: { fund: { balance: 9000, monthlyOutlay: 600 }, facts: { 'enterprise-layoff-rate': 4.5 } },
      partners: null,
    });
    expect(states('stability-subsidy', facts)).toEqual([
      ['fund-months', 'met', '15 months'],
      ['enterprise-layoff-rate', 'met', '4.5%'],
      ['area-layoff-rate', 'unknown', 'not known'],
      ['months-at-orange', 'met', '4 months'],
      ['months-since-run', 'met', 'never run before'],
    ]);
  });

  it('do not divide by an outlay of nothing', () => {
    const assessment = { fund: { balance: 9000, monthlyOutlay: 0 }, facts: {} };
    const facts = knownFacts({
      data: new Map(),
      plan,
      cases: [],
      regionCode: '150300',
      today,
      inHand: null,
      assessment,
      partners: null,
    });
    expect(facts.has('fund-months')).toBe(false);
  });

  it('count partner regions; all peers without figures is not known, not none', () => {
    const partners = (over: object) =>
      ({
        partners: [],
        reason: { zh: '无', en: 'none' },
        considered: { all: 11, missing: 0 },
        ...over,
      }) as unknown as Partners;
    const value = (found: Partners): number =>
      knownFacts({
        data: new Map(),
        plan,
        cases: [],
        regionCode: '150300',
        today,
        inHand: null,
        assessment: null,
        partners: found,
      }).get('partner-regions')!.value;
    expect(value(partners({}))).toBe(0);
    expect(value(partners({ partners: [{ words: { zh: '甲', en: 'a' } }] }))).toBe(1);
    expect(value(partners({ considered: { all: 11, missing: 11 } }))).toBeNaN();
  });
});
