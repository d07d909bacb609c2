import { describe, expect, it } from 'vitest';
import { defaultCatalogue } from '../../src/base/catalogue';
import { defaultPlan } from '../../src/response/load-plan';
import { type AnsweredSignal, propose } from '../../src/response/propose';
import { reasonOf } from '../../src/response/response-text';

const reason = (id: string, signals: AnsweredSignal[], traits: string[] = []): { zh: string; en: string } => {
  const response = propose({ level: 4, regionLayer: 'league', traits, signals }, defaultPlan())!;
  return reasonOf(response.measures.find((m) => m.measure.id === id)!, defaultCatalogue());
};
const ratio: AnsweredSignal = { ruleId: 'ratio', indicatorId: 'openings_to_seekers', level: 3 };
const claims: AnsweredSignal = { ruleId: 'claims', indicatorId: 'new_benefit_claims', level: 2 };

describe('reasonOf', () => {
  it('says the signals in words, worst first, in both languages', () => {
    expect(reason('public-services', [claims, ratio])).toEqual({
      zh: '对应：求人倍率 Ⅱ、新申领失业保险金人数 Ⅲ',
      en: 'answers: openings per seeker Ⅱ, new claims Ⅲ',
    });
  });

  it('names an indicator with two signals once, at its worst', () => {
    expect(reason('public-services', [{ ...ratio, ruleId: 'other', level: 1 }, ratio]).zh).toBe('对应：求人倍率 Ⅱ');
  });

  it('adds the structure that fits, or says it alone', () => {
    expect(reason('labour-matching', [ratio], ['coal-steel-power'])).toEqual({
      zh: '对应：求人倍率 Ⅱ；适合：煤炭、钢铁、煤电集中地区',
      en: 'answers: openings per seeker Ⅱ; fits: area of coal, steel and coal power',
    });
    expect(reason('labour-matching', [], ['resource-based', 'coal-steel-power'])).toEqual({
      zh: '适合：煤炭、钢铁、煤电集中地区、资源型地区',
      en: 'fits: area of coal, steel and coal power, resource-based area',
    });
  });

  it('keeps abbreviations', () => {
    expect(reason('labour-cost', [{ ruleId: 'pmi', indicatorId: 'pmi', level: 4 }]).en).toBe(
      'answers: manufacturing PMI Ⅰ',
    );
  });

  it('falls back on the id of an indicator that the catalogue does not hold', () => {
    const response = propose({ level: 4, regionLayer: 'league', traits: [], signals: [ratio] }, defaultPlan())!;
    const empty = { version: '0', indicators: [], byId: new Map() };
    expect(reasonOf(response.measures[0]!, empty).zh).toBe('对应：openings_to_seekers Ⅱ');
  });
});
