import { describe, expect, it } from 'vitest';
import { INSUFFICIENT, levelShort } from '../../src/base/level';
import { parseDay } from '../../src/base/period';
import { OUTAGES, SCENARIOS } from '../../mock-data/scenarios';
import { type Truth, TRUTH } from '../../mock-data/truth';
import { assessDemonstration, levelsOf } from './demonstration';

const shipped = assessDemonstration();

/** Months of the row in which the levels are not what the row says, in words; empty when all is well. */
function faultsOf(run: typeof shipped, truth: Truth): string[] {
  const levels = levelsOf(run, truth.region, truth.from, truth.to);
  const last = levels.length - 1;
  return levels.flatMap((level, k) => {
    const lenient = k < truth.toleranceMonths || k > last - truth.toleranceMonths;
    return holds(truth.expect, level, lenient) ? [] : [`${truth.from}+${k}: ${levelShort(level).en}`];
  });
}

function holds(expected: Truth['expect'], level: number, lenient: boolean): boolean {
  if (expected === 'insufficient') return level === INSUFFICIENT;
  if (level === INSUFFICIENT) return 'orInsufficient' in expected && expected.orInsufficient === true;
  const least = 'atLeast' in expected && !lenient ? expected.atLeast : 0;
  return level >= least && level <= (expected.atMost ?? 4);
}

function wordsOf(truth: Truth): string {
  const { expect: e } = truth;
  if (e === 'insufficient') return 'insufficient';
  return [
    'atLeast' in e ? `≥ ${levelShort(e.atLeast).en}` : '',
    e.atMost !== undefined ? `≤ ${levelShort(e.atMost).en}` : '',
  ]
    .filter(Boolean)
    .join(', ');
}

describe('the scenarios lead to the levels of the truth table', () => {
  it.each(
    TRUTH.map(
      (truth) => [`${truth.scenario} ${truth.region} ${truth.from}…${truth.to} ${wordsOf(truth)}`, truth] as const,
    ),
  )('%s', (_, truth) => {
    expect(faultsOf(shipped, truth)).toEqual([]);
  });

  it('does so with other chance as well: the scenarios, not luck, make the levels', { timeout: 60_000 }, () => {
    const other = assessDemonstration('another-seed');
    const wrong = TRUTH.filter((truth) => faultsOf(other, truth).length > 0);
    expect(wrong.map((truth) => `${truth.scenario} ${truth.region} ${faultsOf(other, truth).join(' ')}`)).toEqual([]);
  });
});

describe('the truth table', () => {
  it('has a row for every scenario and outage, and names no other', () => {
    const known = [...SCENARIOS.map((s) => s.id), ...OUTAGES.map((o) => o.id), 'quiet'].toSorted();
    expect([...new Set(TRUTH.map((t) => t.scenario))].toSorted()).toEqual(known);
  });

  it('would notice a demonstration in which nothing happens', () => {
    const calm = structuredClone(shipped.assessment.levels.level).fill(0);
    const run = {
      ...shipped,
      assessment: { ...shipped.assessment, levels: { ...shipped.assessment.levels, level: calm } },
    };
    const noticed = new Set(TRUTH.filter((t) => faultsOf(run, t).length > 0).map((t) => t.scenario));
    expect([...noticed].toSorted()).toEqual([
      'border-trade-shock',
      'construction-decline',
      'data-outage',
      'mine-closures',
      'nationwide-dip-2020',
      'steel-dip',
    ]);
  });

  it('would notice one in which everybody alarms', () => {
    const loud = structuredClone(shipped.assessment.levels.level).fill(4);
    const run = {
      ...shipped,
      assessment: { ...shipped.assessment, levels: { ...shipped.assessment.levels, level: loud } },
    };
    const noticed = new Set(TRUTH.filter((t) => faultsOf(run, t).length > 0).map((t) => t.scenario));
    expect(noticed.size).toBe(SCENARIOS.length + OUTAGES.length + 1);
  });
});

describe('with what was known then', { timeout: 60_000 }, () => {
  it('Wuhai is at level Ⅰ for March 2026 already in mid-April 2026', () => {
    const then = assessDemonstration(undefined, parseDay('2026-04-20'));
    expect(levelsOf(then, '150300', '2026-03', '2026-03')).toEqual([4]);
  });

  it('Hinggan has no level for May 2021 in June 2021', () => {
    const then = assessDemonstration(undefined, parseDay('2021-06-30'));
    expect(levelsOf(then, '152200', '2021-05', '2021-05')).toEqual([INSUFFICIENT]);
  });
});
