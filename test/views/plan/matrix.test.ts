import { describe, expect, it } from 'vitest';
import { defaultCatalogue } from '../../../src/base/catalogue';
import { WARNING_LEVELS } from '../../../src/base/level';
import { evaluateGates } from '../../../src/response/gates';
import { defaultPlan, loadPlan } from '../../../src/response/load-plan';
import { levelCell, startersWords } from '../../../src/views/plan/matrix/cells';
import { filterOf, groupMeasures } from '../../../src/views/plan/matrix/filter';
import { matrixCsv, planJson } from '../../../src/views/plan/matrix/matrix-file';

const plan = defaultPlan();
const found = (free: Record<string, string>, lang: 'zh' | 'en' = 'zh'): string[] =>
  groupMeasures(plan, filterOf(free), lang).flatMap((g) => g.measures.map((m) => m.id));

describe('filters of the matrix', () => {
  it('let every measure pass at first, in the order of the document, each once', () => {
    expect(found({})).toEqual(plan.measures.map((m) => m.id));
  });

  it('know the level by its numeral, decisions included', () => {
    const six = plan.measures.filter((m) => m.regional).map((m) => m.id);
    expect(found({ level: 'Ⅱ' })).toEqual(expect.arrayContaining(six));
    expect(found({ level: 'Ⅲ' }).filter((id) => six.includes(id))).toEqual([]);
    expect(found({ level: 'Ⅳ' }).length).toBeLessThan(found({ level: 'Ⅲ' }).length);
  });

  it('by layer, clause, department (leading or supporting) and words in any order', () => {
    expect(found({ layer: 'county' })).not.toContain('work-relief');
    expect(found({ clause: '4.5' })).toEqual(plan.measures.filter((m) => m.clause === '4.5').map((m) => m.id));
    expect(found({ dept: 'civil-affairs' })).toEqual(
      expect.arrayContaining(['living-assistance', 'veteran-soldiers', 'work-relief']),
    );
    expect(
      found({ dept: 'trade-unions' }).every((id) => plan.measures.find((m) => m.id === id)!.clause === '4.5'),
    ).toBe(true);
    expect(found({ q: '市场监督 以工' })).toEqual(['work-relief']);
    expect(found({ q: 'RELIEF work' }, 'en')).toContain('work-relief');
    expect(found({ q: '没有这样的措施' })).toEqual([]);
  });

  it('take what they do not understand for not said', () => {
    expect(found({ level: 'Ⅷ', layer: 'village' })).toEqual(found({}));
  });
});

describe('cells of the matrix', () => {
  const cells = (id: string): string[] => {
    const measure = plan.measures.find((m) => m.id === id)!;
    return WARNING_LEVELS.toReversed().map((level) => levelCell(measure, level, 'zh').words);
  };
  it('say who may start, what needs a decision, and what is not open', () => {
    expect(cells('work-relief')).toEqual(['自治区', '经决定', '—', '—']);
    expect(cells('assistance-operation')).toEqual(['盟市和自治区', '盟市和自治区', '盟市和自治区', '—']);
    expect(cells('zero-employment')).toEqual(['各级', '各级', '各级', '各级']);
    expect(startersWords({ mayStart: ['region', 'league'] }, 'en')).toBe('league and region');
  });
});

describe('files of the matrix', () => {
  const indicatorName = (id: string) => defaultCatalogue().byId.get(id)!.name;
  it('give the plan back as it was', () => {
    const { value, faults } = loadPlan(JSON.parse(planJson(plan)), defaultCatalogue());
    expect(faults).toEqual([]);
    expect(value).toEqual(plan);
  });

  it('have a line per measure, the source first, and states only with a region', () => {
    const base = { plan, measures: plan.measures, indicatorName, source: '=source' };
    const lines = matrixCsv({ ...base, gatesOf: null }, 'zh')
      .trimEnd()
      .split('\r\n');
    expect(lines).toHaveLength(plan.measures.length + 2);
    // A source that a spreadsheet would take for a formula is made neutral.
    expect(lines[0]).toBe("'=source");
    expect(lines[1]).toContain('Ⅰ,Ⅱ,Ⅲ,Ⅳ');
    expect(lines[1]).not.toContain('条件状态');
    const gatesOf = (id: string) => evaluateGates(plan.measures.find((m) => m.id === id)!, plan, new Map());
    const withStates = matrixCsv({ ...base, gatesOf }, 'zh');
    expect(withStates).toContain('条件状态');
    expect(withStates).toContain('失业保险基金可支付月数: 未知 (未知)');
  });
});
