import { describe, expect, it } from 'vitest';
import { defaultCatalogue } from '../../src/base/catalogue';
import { dayOf } from '../../src/base/period';
import type { Text } from '../../src/base/text';
import defaultPlanJson from '../../src/response/defaults/plan.json';
import { defaultPlan, loadPlan } from '../../src/response/load-plan';
import type { Plan } from '../../src/response/plan';
import { diffPlans } from '../../src/response/plan-diff';
import { planVersions, versionInForce } from '../../src/response/plan-versions';
import type { AdoptedPlan } from '../../src/response/state';
import { setAt } from '../../src/store/rules-draft';

const by = { role: 'region', regionCode: '150000', name: '甲' } as const;
const adopted = (
  seq: number,
  from: number,
  version: string,
  plan: unknown = { ...defaultPlanJson, version },
): AdoptedPlan => ({
  seq,
  at: seq,
  by,
  from,
  plan,
  reason: '理由',
});
const JAN = dayOf(2026, 1, 1);
const FEB = dayOf(2026, 2, 1);
const MAR = dayOf(2026, 3, 1);

describe('versions of the plan', () => {
  const inForce = (list: readonly AdoptedPlan[], day: number): string =>
    versionInForce(planVersions(list), day).plan.version;

  it('have the shipped one in force before and without any other', () => {
    expect(inForce([], JAN)).toBe(defaultPlan().version);
    expect(inForce([adopted(1, FEB, '2')], JAN)).toBe(defaultPlan().version);
    expect(planVersions([])).toMatchObject([{ number: 1, from: null, adopted: null }]);
  });

  it('begin on their first day, the latest first day wins, of two on one day the later adopted', () => {
    const list = [adopted(1, JAN, '2'), adopted(2, MAR, '3'), adopted(3, FEB, '4'), adopted(4, FEB, '5')];
    expect([JAN, FEB - 1, FEB, MAR - 1, MAR].map((day) => inForce(list, day))).toEqual(['2', '2', '5', '5', '3']);
  });

  it('pass over what cannot be read and say why', () => {
    const list = [adopted(1, JAN, '2'), adopted(2, FEB, '3', { schema: 'fengsui-plan/1' })];
    expect(inForce(list, MAR)).toBe('2');
    const [, , broken] = planVersions(list);
    expect(broken!.plan).toBeNull();
    expect(broken!.faults.length).toBeGreaterThan(5);
  });

  it('reads a plan that was written before there were gates, facts and a review rule', () => {
    const old = structuredClone(defaultPlanJson) as unknown as Record<string, unknown> & {
      measures: Record<string, unknown>[];
    };
    delete old['facts'];
    delete old['review'];
    for (const m of old.measures) delete m['gates'];
    const { value } = loadPlan(old, defaultCatalogue());
    expect(value).toMatchObject({ facts: [], review: { everyMonths: 12, afterLevel: 3, withinWorkdays: 20 } });
    expect(value!.measures.every((m) => m.gates.length === 0)).toBe(true);
  });
});

describe('faults of gates', () => {
  const faultsOf = (change: (measure: Record<string, unknown>) => void): (string | undefined)[] => {
    const json = structuredClone(defaultPlanJson) as unknown as { measures: Record<string, unknown>[] };
    change(json.measures.find((m) => m['id'] === 'work-relief')!);
    return loadPlan(json, defaultCatalogue()).faults.map((f) => f.path.replace(/measures\[\d+\]/, 'measure'));
  };
  const note = { zh: '因', en: 'why' };
  const gate = (over: object): object => ({ fact: 'fund-months', atLeast: 1, note, clause: null, ...over });

  it.each([
    ['an unknown fact', [gate({ fact: 'weather' })], ['.measure.gates[0].fact']],
    ['both lines', [gate({ atMost: 2 })], ['.measure.gates[0]']],
    ['no line', [gate({ atLeast: undefined })], ['.measure.gates[0]']],
    ['a fact twice', [gate({}), gate({})], ['.measure.gates[1].fact']],
    ['a negative line', [gate({ atLeast: -1 })], ['.measure.gates[0].atLeast']],
    ['a clause of another form', [gate({ clause: 'six' })], ['.measure.gates[0].clause']],
  ])('names %s', (_, gates, expected) => {
    expect(faultsOf((m) => (m['gates'] = gates))).toEqual(expected);
  });

  it('names a weight for other areas where no area is named', () => {
    expect(faultsOf((m) => Object.assign(m, { fits: [], elsewhere: 0.5 }))).toEqual(['.measure.elsewhere']);
  });
});

describe('comparison of plans', () => {
  const plan = defaultPlan();
  const name = (id: string): Text => defaultCatalogue().byId.get(id)?.name ?? { zh: id, en: id };
  const change = (over: (draft: { -readonly [K in keyof Plan]: Plan[K] }) => void): Plan => {
    const draft = structuredClone(plan) as { -readonly [K in keyof Plan]: Plan[K] };
    over(draft);
    return draft;
  };
  const rows = (a: Plan, b: Plan) =>
    diffPlans(a, b, name).map((c) => [c.what.zh, c.field?.zh ?? c.kind, c.before.zh, c.after.zh]);

  it('finds nothing between a plan and itself', () => {
    expect(diffPlans(plan, structuredClone(plan), name)).toEqual([]);
  });

  it('tells a deadline, a gate, a weight and a name in words, old and new', () => {
    const other = change((d) => {
      d.deadlines = d.deadlines.map((x) => (x.level === 4 && x.step === 'report' ? { ...x, amount: 1 } : x));
      d.measures = d.measures.map((m) =>
        m.id === 'benefit-extension'
          ? {
              ...m,
              answers: { ...m.answers, reemployed: 0.85 },
              gates: m.gates.map((g) => (g.fact === 'fund-months' ? { ...g, atLeast: 24 } : g)),
            }
          : m,
      );
      d.departments = d.departments.map((x) => (x.id === 'hrss' ? { ...x, now: { zh: '新名', en: 'New name' } } : x));
    });
    expect(rows(plan, other)).toEqual([
      ['自治区人力资源社会保障厅', '现名', '—', '新名'],
      ['Ⅰ级（红色）上报时限', '时限', '2小时', '1小时'],
      ['阶段性延长领取失业保险金期限', '对应指标权重：城镇失业人员再就业人数', '1', '0.85'],
      ['阶段性延长领取失业保险金期限', '条件：失业保险基金可支付月数', '不少于18个月', '不少于24个月'],
    ]);
  });

  it('tells what came and what went, and another order', () => {
    const fewer = change((d) => {
      d.measures = d.measures.filter((m) => m.id !== 'work-relief');
    });
    expect(rows(plan, fewer)).toEqual([['开展以工代赈', 'removed', '—', '删除']]);
    expect(rows(fewer, plan)).toEqual([['开展以工代赈', 'added', '—', '新增']]);
    const turned = change((d) => {
      d.measures = [d.measures[1]!, d.measures[0]!, ...d.measures.slice(2)];
    });
    expect(rows(plan, turned)).toEqual([['措施', '排列顺序', plan.measures[0]!.name.zh, plan.measures[1]!.name.zh]]);
  });

  it('notices a change of every single value', () => {
    const pick = (id: string) => plan.measures.find((m) => m.id === id)!;
    const small: Plan = {
      ...plan,
      departments: plan.departments.slice(0, 7),
      duties: plan.duties.slice(0, 1),
      liftedDuties: plan.liftedDuties.slice(0, 1),
      deadlines: plan.deadlines.filter((d) => d.source).slice(0, 1),
      measures: [pick('labour-cost'), pick('skills-subsidy'), pick('organised-labour-export'), pick('public-posts')],
    };
    // What a thing is found by again makes it another thing: that is told as come and gone.
    const identity =
      /(^(id|schema)|departments\.\d+\.id|\.(level|step|regionLayer)|facts\.\d+\.id|measures\.\d+\.id|\.fact)$/;
    const other: Readonly<Record<string, unknown>> = {
      county: 'region',
      league: 'county',
      region: 'league',
      hours: 'workingDays',
      months: 'percent',
      persons: 'months',
      regions: 'months',
      percent: 'months',
      case: 'data',
      data: 'case',
      trail: 'data',
    };
    const leaves = (node: unknown, path: readonly (string | number)[]): (readonly (string | number)[])[] =>
      typeof node === 'object' && node !== null
        ? [...(Array.isArray(node) ? node.entries() : Object.entries(node))].flatMap(([k, v]) =>
            leaves(v, [...path, k]),
          )
        : [path];
    const changed = (value: unknown): unknown => {
      if (typeof value === 'string') return other[value] ?? (value === 'coal-steel-power' ? 'border' : `${value}x`);
      if (typeof value === 'boolean') return !value;
      return typeof value === 'number' ? (value === 4 ? 3 : value + 1) : { zh: '新', en: 'new' };
    };
    const paths = leaves(small, []).filter((path) => !identity.test(path.join('.')));
    expect(paths.length).toBeGreaterThan(200);
    const unseen = paths.filter((path) => {
      const value = path.reduce((at: unknown, key) => (at as Record<string | number, unknown>)[key], small);
      return diffPlans(small, setAt(small, path, changed(value)), name).length === 0;
    });
    expect(unseen.map((path) => path.join('.'))).toEqual([]);
  });
});
