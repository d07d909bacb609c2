import { describe, expect, it } from 'vitest';
import { defaultCatalogue } from '../../src/base/catalogue';
import defaultPlanJson from '../../src/response/defaults/plan.json';
import { defaultPlan, loadPlan } from '../../src/response/load-plan';
import { STEPS } from '../../src/response/plan';

const plan = defaultPlan();
const byId = new Map(plan.measures.map((m) => [m.id, m]));
const SIX = [
  'stability-subsidy',
  'work-relief',
  'labour-matching',
  'labour-cost',
  'benefit-extension',
  'living-assistance',
];

/** Departments as each clause of the document lists them, the first one leading. */
const CLAUSE_DEPARTMENTS: Readonly<Record<string, string>> = {
  '3.3': '财政厅、人力资源社会保障厅、农牧业厅、国土资源厅、地税局、工商局、内蒙古国税局',
  '3.4': '财政厅、人力资源社会保障厅、科技厅、商务厅、金融办、人民银行呼和浩特中心支行',
  '4.1':
    '人力资源社会保障厅、教育厅、经济和信息化委、财政厅、民政厅、国资委、地税局、团委、残联、内蒙古国税局、人民银行呼和浩特中心支行',
  '4.2': '人力资源社会保障厅、发展改革委、国资委、经济和信息化委、财政厅',
  '4.3': '人力资源社会保障厅、财政厅、地税局、农牧业厅、扶贫办、内蒙古国税局',
  '4.4': '扶贫办、人力资源社会保障厅、发展改革委、财政厅、国土资源厅、农牧业厅、旅游发展委、人民银行呼和浩特中心支行',
  '4.5': '人力资源社会保障厅、财政厅、民政厅、总工会、残联',
  '4.6': '人力资源社会保障厅、民政厅',
  '4.7': '发展改革委、人力资源社会保障厅、财政厅、民委',
  '4.8': '发展改革委、人力资源社会保障厅、财政厅、科技厅、经济和信息化委、商务厅',
  '5.2': '人力资源社会保障厅、财政厅',
  '5.3': '人力资源社会保障厅、发展改革委、财政厅、大数据管理局',
  '6.4': '人力资源社会保障厅、发展改革委、财政厅、民政厅、商务厅、工商局、人民银行呼和浩特中心支行',
};

describe('default plan', () => {
  it('has measures for every clause, in the order of the document', () => {
    const clauses = plan.measures.map((m) => m.clause);
    expect([...new Set(clauses)]).toEqual(Object.keys(CLAUSE_DEPARTMENTS));
    expect(clauses).toEqual(clauses.toSorted());
  });

  it('names the departments of each clause, all of them and in their order', () => {
    const nameOf = new Map(plan.departments.map((d) => [d.id, d.name.zh.replace(/^自治区/, '')]));
    for (const m of plan.measures) {
      const listed = CLAUSE_DEPARTMENTS[m.clause]!.split('、');
      const lead = nameOf.get(m.lead)!;
      // The six of 6.4 have a lead by their nature; every other measure is led by the first department of its clause.
      if (m.regional) expect(listed).toContain(lead);
      else expect(lead).toBe(listed[0]);
      expect(m.supporting.map((d) => nameOf.get(d))).toEqual(listed.filter((d) => d !== lead));
    }
  });

  it('lists the departments of 6.4 first, then the others as the clauses name them', () => {
    const names = plan.departments.map((d) => d.name.zh.replace(/^自治区/, ''));
    const inOrder = ['6.4', ...Object.keys(CLAUSE_DEPARTMENTS)].flatMap((c) => CLAUSE_DEPARTMENTS[c]!.split('、'));
    expect([...new Set(inOrder)].toSorted()).toEqual(names.toSorted());
    expect(names.slice(0, 7)).toEqual(CLAUSE_DEPARTMENTS['6.4']!.split('、'));
    const now = new Map(plan.departments.map((d) => [d.id, d.now]));
    expect(now.get('industry-commerce')?.zh).toContain('市场监督管理局');
    expect(now.get('pboc')?.zh).toContain('内蒙古自治区分行');
    expect(now.get('hrss')).toBeNull();
  });

  it('keeps the six measures of 6.4 for the autonomous region, never open below Ⅰ and by decision at Ⅱ', () => {
    expect(plan.measures.filter((m) => m.regional).map((m) => m.id)).toEqual(SIX);
    for (const id of SIX) {
      expect(byId.get(id)).toMatchObject({ clause: '6.4', mayStart: ['region'], fromLevel: 4, byDecisionFrom: 3 });
    }
    expect(SIX.map((id) => byId.get(id)!.name.zh)).toEqual([
      '提高稳岗补贴标准',
      '开展以工代赈',
      '组织跨地区劳务对接',
      '合理降低企业人工成本',
      '阶段性延长领取失业保险金期限',
      '开展生活帮扶',
    ]);
    expect([byId.get('work-relief')!.lead, byId.get('living-assistance')!.lead]).toEqual(['drc', 'civil-affairs']);
    for (const m of plan.measures) if (!m.regional) expect(m.fromLevel).toBeLessThanOrEqual(2);
  });

  it('names a funding source only where the document does', () => {
    const funded = plan.measures.filter((m) => m.funding).map((m) => [m.id, m.funding!.zh]);
    expect(Object.fromEntries(funded)).toEqual({
      'startup-finance': expect.stringContaining('创业发展资金'),
      'poor-employers': expect.stringContaining('扶贫贷款'),
      'poor-transfer': '就业专项资金',
      'minority-funding': '就业补助资金',
      'skills-subsidy': '失业保险基金',
    });
  });

  it('sees the effect on zero-employment households within a month, for the document gives 10 working days', () => {
    expect(byId.get('zero-employment')!.effect).toEqual({ indicator: 'zero_employment_households', withinMonths: 1 });
  });

  it('has a duty per level and layer, and reports upward from Ⅱ', () => {
    expect(plan.duties.map((d) => [d.level, d.respondingLayers, d.reviewingLayer, d.mustReport])).toEqual([
      [1, ['county'], 'county', false],
      [2, ['county'], 'league', false],
      [3, ['league'], 'region', true],
      [4, ['league', 'region'], 'region', true],
    ]);
    for (const d of plan.liftedDuties) {
      expect(d.respondingLayers[0]).toBe(d.regionLayer);
      expect(d.mustReport).toBe(d.level >= 3);
    }
  });

  it('has a deadline per level and step, none longer than at the level below', () => {
    const hours = (d: { amount: number; unit: string }): number => (d.unit === 'hours' ? d.amount : d.amount * 24);
    for (const step of STEPS) {
      const row = plan.deadlines.filter((d) => d.step === step).toSorted((a, b) => a.level - b.level);
      expect(row.map((d) => d.level)).toEqual([1, 2, 3, 4]);
      const spans = row.map(hours);
      expect(spans).toEqual(spans.toSorted((a, b) => b - a));
    }
    const report = plan.deadlines
      .filter((d) => d.step === 'report')
      .map((d) => [d.level, d.amount, d.unit, Boolean(d.source)]);
    expect(report).toEqual([
      [1, 5, 'workingDays', false],
      [2, 12, 'hours', true],
      [3, 2, 'hours', true],
      [4, 2, 'hours', true],
    ]);
  });

  it('says in both languages what is ours', () => {
    for (const text of Object.values(plan.basis)) {
      expect(text.zh).toMatch(/本产品|公开常识/);
      expect(text.en).toMatch(/this product|are ours|general public knowledge/);
    }
  });

  it('says every text in both languages, each in its own', () => {
    const texts: { zh: string; en: string }[] = [];
    const walk = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      if ('zh' in node && 'en' in node) texts.push(node as { zh: string; en: string });
      else for (const child of Object.values(node)) walk(child);
    };
    walk(defaultPlanJson);
    expect(texts.length).toBeGreaterThan(200);
    for (const { zh, en } of texts) {
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      // Level numerals alone may stand in English text.
      expect(en).not.toMatch(/[\u3000-\u9fff\uff00-\uffef]/);
      expect(en.length).toBeGreaterThan(3);
    }
    expect(new Set(plan.measures.map((m) => m.name.zh)).size).toBe(plan.measures.length);
    expect(new Set(plan.measures.map((m) => m.name.en)).size).toBe(plan.measures.length);
  });

  it('writes simplified characters only', () => {
    const text = JSON.stringify(defaultPlanJson);
    expect(text).not.toMatch(/[業會廳發員農區對勞務創補貼訓練穩職業轉資險開導]/);
  });
});

type Json = { [key: string]: unknown };

describe('faults of a plan', () => {
  const broken = (change: (json: { [key: string]: Json[] }) => void): (string | undefined)[][] => {
    const json = structuredClone(defaultPlanJson) as unknown as { [key: string]: Json[] };
    change(json);
    const { value, faults } = loadPlan(json, defaultCatalogue());
    expect(value).toBeNull();
    for (const f of faults) expect(f.words?.zh).toBeTruthy();
    return faults.map((f) => [f.path, f.given]);
  };

  it('collects all references that do not resolve', () => {
    const faults = broken(({ measures }) => {
      measures![0]!['lead'] = 'nobody';
      measures![1]!['supporting'] = ['hrss', 'finance', 'hrss'];
      measures![2]!['answers'] = {};
      measures![3]!['answers'] = { nothing: 1, flexible_insured: 0.5 };
      measures![4]!['effect'] = { indicator: 'nothing', withinMonths: 3 };
      measures![5]!['byDecisionFrom'] = 4;
      measures![6]!['id'] = measures![5]!['id'];
    });
    expect(faults).toEqual([
      ['.measures[6].id', '"graduate-grassroots"'],
      ['.measures[0].lead', '"nobody"'],
      ['.measures[1].supporting[1]', '"finance"'],
      ['.measures[1].supporting[2]', '"hrss"'],
      ['.measures[2].answers', '{}'],
      ['.measures[3].answers.nothing', '1'],
      ['.measures[3].answers.flexible_insured', '0.5'],
      ['.measures[4].effect.indicator', '"nothing"'],
      ['.measures[5].byDecisionFrom', '4'],
    ]);
  });

  it('misses a duty and a deadline, and refuses two of one', () => {
    const faults = broken(({ duties, deadlines }) => {
      duties![0]!['level'] = 2;
      deadlines![1]!['step'] = 'acknowledge';
    });
    expect(faults.map(([path]) => path)).toEqual(['.duties[1].level', '.deadlines[1].step', '.duties', '.deadlines']);
  });

  it('refuses weights outside (0, 1], unknown layers and traits', () => {
    const faults = broken(({ measures }) => {
      measures![0]!['answers'] = { openings: 0, seekers: 1.5 };
      measures![1]!['mayStart'] = [];
      measures![2]!['fits'] = ['seaside'];
    });
    expect(faults).toEqual([
      ['.measures[0].answers.openings', '0'],
      ['.measures[0].answers.seekers', '1.5'],
      ['.measures[1].mayStart', '[]'],
      ['.measures[2].fits[0]', '"seaside"'],
    ]);
  });
});
