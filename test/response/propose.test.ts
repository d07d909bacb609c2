import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultCatalogue, defaultRegionTree } from '../../src/base/catalogue';
import { INSUFFICIENT, type LevelByte, WARNING_LEVELS } from '../../src/base/level';
import { defaultPlan } from '../../src/response/load-plan';
import { LAYERS, type Plan } from '../../src/response/plan';
import { type AnsweredSignal, propose, type ResponseInput } from '../../src/response/propose';

const plan = defaultPlan();
const graded = defaultCatalogue().indicators.filter((i) => i.worse !== 'none');
const six = plan.measures.filter((m) => m.regional).map((m) => m.id);

const signal = (indicatorId: string, level: 1 | 2 | 3 | 4, ruleId = `${indicatorId}-rule`): AnsweredSignal => ({
  ruleId,
  indicatorId,
  level,
});
const input = (over: Partial<ResponseInput>): ResponseInput => ({
  level: 2,
  regionLayer: 'county',
  traits: [],
  signals: [],
  ...over,
});
const idsOf = (over: Partial<ResponseInput>): string[] => propose(input(over), plan)!.measures.map((m) => m.measure.id);

const anySignal = fc.record({
  ruleId: fc.stringMatching(/^[a-z]{1,4}$/),
  indicatorId: fc.constantFrom(...graded.map((i) => i.id)),
  level: fc.constantFrom(...WARNING_LEVELS),
});
const anyInput = fc.record({
  level: fc.constantFrom(...WARNING_LEVELS),
  regionLayer: fc.constantFrom(...LAYERS),
  traits: fc.subarray(['resource-based', 'coal-steel-power', 'border', 'farming-herding', 'seaside']),
  signals: fc.array(anySignal, { maxLength: 12 }),
});

describe('propose', () => {
  it.each([0, INSUFFICIENT] as LevelByte[])('answers nothing at level byte %i', (level) => {
    expect(propose(input({ level, signals: [signal('openings', 4)] }), plan)).toBeNull();
  });

  it('reaches every measure by some signal', () => {
    const reached = new Set(graded.flatMap((i) => idsOf({ level: 4, signals: [signal(i.id, 1)] })));
    expect(plan.measures.map((m) => m.id).filter((id) => !reached.has(id))).toEqual([]);
  });

  it('answers every graded indicator below Ⅱ already, so that no warning stays without a measure', () => {
    const unanswered = graded.filter((i) => idsOf({ level: 2, signals: [signal(i.id, 2)] }).length === 0);
    expect(unanswered.map((i) => i.id)).toEqual([]);
  });

  it('never opens the six regional measures below Ⅱ, only by decision at Ⅱ, as of right at Ⅰ', () => {
    fc.assert(
      fc.property(anyInput, (any) => {
        for (const { measure, opening } of propose(any, plan)!.measures) {
          if (!measure.regional) expect(opening).toBe('open');
          else {
            expect(any.level).toBeGreaterThanOrEqual(3);
            expect(opening).toBe(any.level === 3 ? 'by-decision' : 'open');
          }
        }
      }),
    );
    const all = graded.map((i) => signal(i.id, 4));
    expect(six.filter((id) => !idsOf({ level: 4, signals: all }).includes(id))).toEqual([]);
    expect(six.filter((id) => idsOf({ level: 2, signals: all }).includes(id))).toEqual([]);
  });

  it('orders by fit whatever the order of the signals, ties as in the document', () => {
    fc.assert(
      fc.property(anyInput, fc.infiniteStream(fc.nat()), (any, random) => {
        const { measures } = propose(any, plan)!;
        const shuffled = any.signals
          .map((s) => ({ s, k: random.next().value as number }))
          .toSorted((a, b) => a.k - b.k);
        const again = propose({ ...any, signals: shuffled.map(({ s }) => s) }, plan)!.measures;
        const place = (id: string): number => plan.measures.findIndex((m) => m.id === id);
        for (let i = 1; i < measures.length; i++) {
          const [a, b] = [measures[i - 1]!, measures[i]!];
          expect(a.fit > b.fit || (a.fit === b.fit && place(a.measure.id) < place(b.measure.id))).toBe(true);
        }
        expect(again.map((m) => m.measure.id)).toEqual(measures.map((m) => m.measure.id));
      }),
    );
  });

  it('keeps a tie a tie where sums differ in the last bit: 0.3 and 0.2 + 0.1', () => {
    const [a, b] = plan.measures.filter((m) => m.fromLevel === 1 && m.fits.length === 0);
    const two: Plan = {
      ...plan,
      measures: [
        { ...a!, answers: { openings: 0.3 } },
        { ...b!, answers: { openings: 0.1, seekers: 0.2 } },
      ],
    };
    const { measures } = propose(input({ signals: [signal('openings', 4), signal('seekers', 4)] }), two)!;
    expect(measures.map((m) => m.measure.id)).toEqual([a!.id, b!.id]);
    expect(measures[0]!.fit).toBe(measures[1]!.fit);
  });

  it('keeps fit within 0–1, and a further or worse signal never lowers it', () => {
    fc.assert(
      fc.property(anyInput, anySignal, (any, extra) => {
        const before = new Map(propose(any, plan)!.measures.map((m) => [m.measure.id, m.fit]));
        const after = new Map(
          propose({ ...any, signals: [...any.signals, extra] }, plan)!.measures.map((m) => [m.measure.id, m.fit]),
        );
        for (const [id, fit] of before) {
          expect(fit).toBeGreaterThan(0);
          expect(fit).toBeLessThan(1);
          expect(after.get(id)!).toBeGreaterThanOrEqual(fit - 1e-12);
        }
      }),
    );
  });

  it('gives each measure a reason: a signal or the structure, worst signal first', () => {
    fc.assert(
      fc.property(anyInput, (any) => {
        for (const m of propose(any, plan)!.measures) {
          expect(m.answers.length + m.structure.length).toBeGreaterThan(0);
          for (const trait of m.structure) expect(any.traits).toContain(trait);
          const levels = m.answers.map((a) => a.level);
          expect(levels).toEqual(levels.toSorted((a, b) => b - a));
        }
      }),
    );
  });

  it('computes the fit as documented', () => {
    const of = (signals: AnsweredSignal[], traits: string[] = []): number =>
      propose(input({ level: 4, traits, signals }), plan)!.measures.find((m) => m.measure.id === 'work-relief')!.fit;
    expect(of([signal('openings', 4)])).toBe(0.5);
    expect(of([signal('openings', 2)])).toBeCloseTo(0.5 / 1.5, 12);
    // Two rules on one indicator count once, at the worst.
    expect(of([signal('openings', 2, 'a'), signal('openings', 4, 'b')])).toBe(0.5);
    expect(of([signal('openings', 4), signal('online_postings', 4)])).toBeCloseTo(1.6 / 2.6, 12);
    expect(of([signal('openings', 4)], ['farming-herding'])).toBeCloseTo(1.1 / 2.1, 12);
    expect(of([], ['farming-herding'])).toBeCloseTo(0.1 / 1.1, 12);
  });

  it('answers an adjusted series like the plain one', () => {
    expect(idsOf({ level: 4, signals: [signal('unemployment_rate_sa', 4)] })).toEqual(
      idsOf({ level: 4, signals: [signal('unemployment_rate', 4)] }),
    );
    expect(idsOf({ level: 4, signals: [signal('unemployment_rate_sa', 4)] })).toEqual(expect.arrayContaining(six));
    const both = propose(
      input({ level: 4, signals: [signal('unemployment_rate_sa', 4), signal('unemployment_rate_nsa', 4)] }),
      plan,
    )!;
    const one = propose(input({ level: 4, signals: [signal('unemployment_rate', 4)] }), plan)!;
    expect(both.measures.map((m) => m.fit)).toEqual(one.measures.map((m) => m.fit));
  });

  it('puts the measure made for the matter first', () => {
    expect(idsOf({ signals: [signal('zero_employment_households', 2)] })[0]).toBe('zero-employment');
    expect(idsOf({ signals: [signal('graduates_unplaced', 2)] })[0]).toBe('graduate-services');
    expect(idsOf({ signals: [signal('rural_transfer_employment', 2)] })[0]).toBe('rural-labour-export');
    const mine = idsOf({
      level: 4,
      regionLayer: 'league',
      traits: ['coal-steel-power', 'resource-based'],
      signals: [signal('coal_output', 4), signal('monitored_jobs', 4), signal('reported_layoffs', 4)],
    });
    expect(mine.slice(0, 4)).toContain('assistance-operation');
    const downturn = idsOf({
      level: 4,
      signals: [signal('industrial_output_yoy', 4), signal('fixed_investment_yoy', 3), signal('retail_sales_yoy', 3)],
    });
    expect(downturn[0]).toBe('labour-cost');
  });

  it('leaves out what answers nothing and fits nothing', () => {
    expect(idsOf({ signals: [], traits: ['seaside'] })).toEqual([]);
    expect(idsOf({ signals: [signal('graduates_unplaced', 2)] })).not.toContain('rural-training');
  });

  it('says what the own layer may start', () => {
    const may = (regionLayer: 'county' | 'league' | 'region', id: string): boolean =>
      propose(input({ level: 4, regionLayer, signals: graded.map((i) => signal(i.id, 4)) }), plan)!.measures.find(
        (m) => m.measure.id === id,
      )!.ownLayerMayStart;
    expect([may('county', 'work-relief'), may('league', 'work-relief'), may('region', 'work-relief')]).toEqual([
      false,
      false,
      true,
    ]);
    expect([may('county', 'assistance-operation'), may('league', 'assistance-operation')]).toEqual([false, true]);
    expect(may('county', 'zero-employment')).toBe(true);
  });

  it('hands a duty to a layer that can respond, at every level and layer', () => {
    for (const regionLayer of LAYERS) {
      for (const level of WARNING_LEVELS) {
        const { duty, deadlines } = propose(input({ level, regionLayer }), plan)!;
        expect(duty.level).toBe(level);
        expect(Math.max(...duty.respondingLayers.map((l) => LAYERS.indexOf(l)))).toBeGreaterThanOrEqual(
          LAYERS.indexOf(regionLayer),
        );
        expect(LAYERS.indexOf(duty.reviewingLayer)).toBeGreaterThanOrEqual(LAYERS.indexOf(regionLayer));
        expect(duty.mustReport).toBe(level >= 3);
        expect(deadlines.map((d) => d.level)).toEqual([level, level, level, level, level]);
      }
    }
    expect(propose(input({ level: 1 }), plan)!.duty.responds.zh).toBe('旗县（市、区）人力资源社会保障局');
    expect(propose(input({ level: 1, regionLayer: 'league' }), plan)!.duty.responds.zh).toBe('盟市人力资源社会保障局');
  });

  it('knows every structural trait of the default regions', () => {
    const traits = new Set(defaultRegionTree().regions.flatMap((r) => r.traits));
    for (const t of ['resource-based', 'coal-steel-power', 'farming-herding']) {
      expect(traits).toContain(t);
      expect(idsOf({ signals: [], traits: [t] }).length).toBeGreaterThan(0);
    }
  });
});
