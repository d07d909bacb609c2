import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convert, unitFromWord, unitName, unitOf, unitOfChange, UNITS, unitShort } from '../../src/base/units';

describe('units', () => {
  it('holds the units of domain.md', () => {
    const wanted =
      'percent persons points ratio index jobs households postings enterprises entities claims 10k_kwh 10k_tonnes 10k_yuan per_mille 10k_persons 1k_persons 100m_yuan';
    for (const id of wanted.split(' ')) expect(unitOf(id)?.id).toBe(id);
    expect(new Set(UNITS.map((u) => u.id)).size).toBe(UNITS.length);
  });

  it('names every unit in both languages and has a base unit in every dimension', () => {
    for (const u of UNITS) {
      expect(u.name.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(u.name.en).toMatch(/^[\x20-\x7e]+$/);
      expect(u.short.zh && u.short.en).toBeTruthy();
      expect(UNITS.some((b) => b.dimension === u.dimension && b.power === 0)).toBe(true);
    }
    expect(unitName('furlong')).toEqual({ zh: 'furlong', en: 'furlong' });
    expect(unitShort('10k_kwh')).toEqual({ zh: '万千瓦时', en: '10⁴ kWh' });
    expect(unitOfChange('percent')).toBe('points');
    expect(unitOfChange('persons')).toBe('persons');
  });

  it('converts exactly in decimals', () => {
    expect(convert(1.1, '10k_persons', 'persons')).toBe(11000);
    expect(convert(23.22, '10k_persons', 'persons')).toBe(232200);
    expect(convert(38, 'per_mille', 'percent')).toBe(3.8);
    expect(convert(2787.4, '100m_yuan', '10k_yuan')).toBe(27874000);
    expect(convert(0, '10k_persons', 'persons')).toBe(0);
    expect(convert(-0.3, '10k_persons', '1k_persons')).toBe(-3);
    expect(convert(1e-9, '10k_persons', 'persons')).toBeCloseTo(1e-5, 12);
    expect(convert(NaN, '10k_persons', 'persons')).toBeNaN();
    expect(convert(1e308, '10k_persons', 'persons')).toBe(Infinity);
  });

  it('never converts between things of different kind', () => {
    for (const [a, b] of [
      ['percent', 'points'],
      ['ratio', 'percent'],
      ['jobs', 'persons'],
      ['claims', 'persons'],
      ['households', 'enterprises'],
      ['index', 'percent'],
    ] as const) {
      expect(convert(1, a, b)).toBeNull();
      expect(convert(1, b, a)).toBeNull();
    }
    expect(convert(1, 'furlong', 'persons')).toBeNull();
    expect(convert(1, 'furlong', 'furlong')).toBe(1);
  });

  it('comes back to the same number', () => {
    const pairs = UNITS.flatMap((a) =>
      UNITS.filter((b) => a.dimension === b.dimension).map((b) => [a.id, b.id] as const),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...pairs),
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: 0, max: 3 }),
        ([a, b], n, d) => {
          const value = n / 10 ** d;
          expect(convert(convert(value, a, b)!, b, a)).toBe(value === 0 ? convert(value, a, b) : value);
        },
      ),
    );
  });

  it.each([
    ['人', 'persons'],
    ['万人', '10k_persons'],
    ['萬人', '10k_persons'],
    ['千人', '1k_persons'],
    ['%', 'percent'],
    ['％', 'percent'],
    ['‰', 'per_mille'],
    ['个百分点', 'points'],
    ['percentage_points', 'points'],
    [' 万 千瓦时 ', '10k_kwh'],
    ['亿元', '100m_yuan'],
    ['Persons', 'persons'],
    ['10k_tonnes', '10k_tonnes'],
    ['furlong', null],
    ['', null],
  ])('reads %j as %j', (word, id) => {
    expect(unitFromWord(word)).toBe(id);
  });

  it('reads a word of several units by the indicator', () => {
    expect(unitFromWord('户')).toBeNull();
    expect(unitFromWord('户', 'enterprises')).toBe('enterprises');
    expect(unitFromWord('户', 'households')).toBe('households');
    expect(unitFromWord('万户', 'entities')).toBe('10k_entities');
    expect(unitFromWord('个', 'postings')).toBe('postings');
    expect(unitFromWord('个', 'jobs')).toBe('jobs');
    expect(unitFromWord('户', 'persons')).toBeNull();
  });

  it('reads every own name back', () => {
    for (const u of UNITS) {
      for (const word of [u.id, u.name.zh, u.name.en, u.short.zh, u.short.en])
        expect(unitFromWord(word, u.id)).toBe(u.id);
    }
  });
});
