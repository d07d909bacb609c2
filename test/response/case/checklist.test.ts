import { describe, expect, test } from 'vitest';
import type { ObservationDerivation } from '../../../src/levels/derivation';
import type { Case } from '../../../src/response/case/case';
import { checklistOf } from '../../../src/response/case/checklist';
import { context, derivationOf, month, panel, tree, WUHAI } from './demonstration-case';

const derivation = derivationOf(WUHAI, '2026-03');
const nothing: Case['checks'] = new Map();
const list = checklistOf(derivation, nothing, context);
const by = { seq: 7, at: 0, by: { role: 'county', regionCode: '150302', name: '张三' } } as const;

const leaves = (o: ObservationDerivation): ObservationDerivation[] =>
  o.inputs.length > 0 ? o.inputs.flatMap(leaves) : [o];

describe('the checklist of Wuhai in March 2026', () => {
  test('has every source figure behind the signals that count or wait, once each, and no other', () => {
    const counting = derivation.families
      .flatMap((f) => f.signals)
      .filter((s) => (s.level >= 1 && s.level <= 4) || s.state === 'pending');
    expect(counting.length).toBeGreaterThan(15);
    const rows = new Set(
      counting
        .flatMap((s) => s.observations.flatMap(leaves))
        .map((o) => `${o.regionCode} ${o.indicatorId} ${o.frequency} ${o.period}`),
    );
    expect(list.figures).toHaveLength(rows.size);
    expect(new Set(list.figures.map((f) => f.id)).size).toBe(rows.size);
  });

  test('each figure is the one of the data, with its row and the day on which it came in', () => {
    for (const { observation: o, figure } of list.figures) {
      if (o.frequency !== 'month') continue;
      const cell = tree.indexOf.get(o.regionCode)! * panel.count + o.period - panel.first;
      const column = panel.columns.get(o.indicatorId)!;
      expect(figure.value ?? NaN).toBe(column.values[cell]);
      if (o.source) expect(column.row![cell]).toBe(o.source.row);
    }
    expect(list.figures[0]).toMatchObject({
      id: 'figure/150300/new_benefit_claims/2026-03',
      newest: true,
      figure: { value: 413, knownOn: '2026-04-09' },
      signals: [{ ruleId: 'new-claims-change', level: 4 }],
    });
    expect(list.figures[0]!.words.text.zh).toBe('2026年3月 新申领失业金 413人');
    expect(list.figures[0]!.words.note!.zh).toMatch(/^实际上报 · 2026-04-09 已知 · 来源：.+ 第 \d+ 行$/);
  });

  test('a January–February taken together stands by its two months', () => {
    const ids = list.figures.map((f) => f.id);
    expect(ids).toContain('figure/150300/new_benefit_claims/2026-01');
    expect(ids).toContain('figure/150300/new_benefit_claims/2026-02');
    expect(list.figures.find((f) => f.id.endsWith('new_benefit_claims/2026-02'))!.observation.inputs).toEqual([]);
  });

  test('newest figures come first, pending signals say that they do not count yet', () => {
    const lastNewest = list.figures.findLastIndex((f) => f.newest);
    expect(list.figures.slice(0, lastNewest + 1).every((f) => f.newest)).toBe(true);
    const waits = list.figures.find((f) => f.id.endsWith('enterprise_exits/2026-03'))!;
    expect(waits.signals).toEqual([{ ruleId: 'enterprise-exits-rise', level: 'pending' }]);
    // What two rules read stands once, with both, the worse first.
    const pmi = list.figures.find((f) => f.id.endsWith('pmi/2026-03'))!;
    expect(pmi.signals.map((s) => s.ruleId).toSorted()).toEqual(['pmi-level', 'pmi-streak']);
  });

  test('ids last: next month the same figures have the same ones', () => {
    const next = checklistOf(derivationOf(WUHAI, '2026-04'), nothing, context);
    expect(next.figures.map((f) => f.id)).toContain('figure/150300/new_benefit_claims/2026-03');
  });

  test('asks for the newest figures and the four questions, until they are judged', () => {
    const newest = list.figures.filter((f) => f.newest);
    expect(list.open).toHaveLength(newest.length + 4);
    const first = newest[0]!;
    const judged: Case['checks'] = new Map([
      [first.id, { ...by, result: 'suspect', figure: first.figure, note: '与社保系统不一致' }],
      ['question/office', { ...by, result: 'confirmed', figure: null, note: '已电话核实' }],
    ]);
    const after = checklistOf(derivation, judged, context);
    expect(after.open).toHaveLength(list.open.length - 2);
    expect(after.suspects).toEqual([first.id]);
    expect(after.figures.find((f) => f.id === first.id)!.check!.note).toBe('与社保系统不一致');
  });

  test('a judgement on another value is asked for again; one on a figure that is no longer behind the level stays in sight', () => {
    const first = list.figures[0]!;
    const old = { ...first.figure, period: '2019-01', value: 5 };
    const judged: Case['checks'] = new Map([
      [first.id, { ...by, result: 'confirmed', figure: { ...first.figure, value: 399 }, note: '' }],
      ['figure/150300/new_benefit_claims/2019-01', { ...by, result: 'suspect', figure: old, note: '' }],
    ]);
    const after = checklistOf(derivation, judged, context);
    expect(after.figures.find((f) => f.id === first.id)!.changed).toBe(true);
    expect(after.open).toContain(first.id);
    expect(after.former.map((f) => f.id)).toEqual(['figure/150300/new_benefit_claims/2019-01']);
    expect(after.suspects).toEqual(['figure/150300/new_benefit_claims/2019-01']);
  });
});

test('a level that comes from below sends to the regions below', () => {
  const top = derivationOf('150000', '2026-10');
  const below = checklistOf(top, nothing, context).below;
  expect(below).toEqual(top.flags.includes('diffusion') ? top.diffusion!.codes : []);
});

test('a quiet region has questions and no figures', () => {
  const quiet = checklistOf(derivationOf('150100', '2026-03'), nothing, context);
  const waiting = derivationOf('150100', '2026-03').families.some((f) => f.signals.some((s) => s.state === 'pending'));
  expect(quiet.figures.length > 0).toBe(waiting);
  expect(quiet.questions).toHaveLength(4);
  expect(month('2026-03')).toBe(24314);
});
