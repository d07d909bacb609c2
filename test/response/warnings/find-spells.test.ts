import fc from 'fast-check';
import { expect, test } from 'vitest';
import { INSUFFICIENT } from '../../../src/base/level';
import { LevelFlag } from '../../../src/levels/levels';
import { spellsOf } from '../../../src/response/warnings/find-spells';
import { SignalState } from '../../../src/signals/rule';
import { blankSignals, FIRST, inputOf, tell, tellAll } from './make-spells';

test.each<[written: string, spells: string[], why: string]>([
  ['000000', [], 'nothing'],
  ['000123321000', ['3–8 top 3 ended 1·2·3·2·1'], 'up and down again, one spell'],
  ['0pp1200', ['1–4 top 2 ended 0·1·2'], 'begins with the pending signals that led to it'],
  ['0p0000', [], 'pending that came to nothing, long ago'],
  ['0000p0', ['4–4 top 0 ended 0'], 'pending that came to nothing, just now'],
  ['000p00', ['3–3 top 0 ended 0'], 'the third newest period is told still'],
  ['00p000', [], 'the fourth newest is not'],
  ['0000pp', ['4–… top 0 pending 0'], 'pending goes on'],
  ['01??10', ['1–4 top 1 ended 1·?·1'], 'missing is never evidence of recovery'],
  ['01??00', ['1–1 top 1 ended 1'], 'the last period at a level, not the gap after it'],
  ['0012??', ['2–… top 2 insufficient 1·2·?'], 'at a level, then nothing more'],
  ['0000??', ['4–… top 0 insufficient ?'], 'was graded, cannot be told now'],
  ['??????', [], 'never had a level to lose'],
  ['??0000', [], 'insufficient at the beginning alone'],
  ['00??00', [], 'insufficient and graded again'],
  ['010011', ['4–… top 1 active 1', '1–1 top 1 ended 1'], 'two spells, the newer one first'],
  ['010p11', ['3–… top 1 active 0·1', '1–1 top 1 ended 1'], 'a pending signal after the end begins the next one'],
  ['01p100', ['2–3 top 1 ended 0·1', '1–1 top 1 ended 1'], 'so does one right after it'],
  ['00p?10', ['2–4 top 1 ended 0·?·1'], 'pending over a gap'],
  ['000p??', ['3–… top 0 insufficient 0·?'], 'pending, then nothing more'],
  ['00w?1w', ['2–… top 1 insufficient 0·?·1·?'], 'a signal that waits speaks before there is a level'],
  ['0000ww', ['4–… top 0 pending 0'], 'and it is pending, though the rest cannot be told'],
  ['0100??', ['4–… top 0 insufficient ?', '1–1 top 1 ended 1'], 'ended, and cannot be told now'],
  ['444444', ['0–… top 4 active 4'], 'all the time'],
])('%s → %s (%s)', (written, spells) => {
  expect(tellAll(written)).toEqual(spells);
});

test('a period that is only coming in says nothing of the regions that have nothing in it', () => {
  // Most have no figure of the last month yet: for B, and for C, the month before is the newest.
  const written = { A: '00011', B: '0011?', C: '0000?', D: '0000?', E: '0000w' };
  expect(spellsOf(inputOf(written)).map((s) => `${s.regionCode} ${tell(s)}`)).toEqual([
    'E 4–… top 0 pending 0',
    'A 3–… top 1 active 1',
    'B 2–… top 1 active 1',
  ]);
  // Regions that never have a level do not count: two of three that have one lack it.
  const few = { A: '00011', B: '0011?', C: '0000?', ...Object.fromEntries([...'DEFGHI'].map((c) => [c, '?????'])) };
  expect(spellsOf(inputOf(few)).map((s) => `${s.regionCode} ${s.state}`)).toEqual(['A active', 'B active']);
  // And where two of these three have it, the third cannot be told, though most of the table never had anything.
  const most = { ...few, B: '00000' };
  expect(spellsOf(inputOf(most)).map((s) => `${s.regionCode} ${s.state}`)).toEqual(['C insufficient', 'A active']);
  // What most lack for three periods is an outage, and is told.
  const outage = { A: '00111', B: '00???', C: '00???' };
  expect(spellsOf(inputOf(outage)).map((s) => `${s.regionCode} ${tell(s)}`)).toEqual([
    'A 2–… top 1 active 1',
    'B 2–… top 0 insufficient ?',
    'C 2–… top 0 insufficient ?',
  ]);
  // Where most have it, those without it cannot be told.
  const later = { A: '00011', B: '0011?', C: '00000', D: '00000', E: '0000?' };
  expect(spellsOf(inputOf(later)).map((s) => `${s.regionCode} ${s.state}`)).toEqual([
    'E insufficient',
    'A active',
    'B insufficient',
  ]);
});

test('a pending state that is only carried over a month to come is no news either', () => {
  const input = inputOf({ A: '0000w', B: '0000?', C: '0000?' });
  expect(spellsOf(input).map(tell)).toEqual(['4–… top 0 pending 0']);
  input.signals[0]!.severity[4] = NaN;
  expect(spellsOf(input)).toEqual([]);
});

test('ids are spelt by region and first period; equal beginnings stand in the order of the tree', () => {
  const spells = spellsOf(inputOf({ R: '0011', A: '0110', B: '0011' }, { R: '', A: 'R', B: 'R' }));
  expect(spells.map((s) => s.id)).toEqual(['R@2025-03', 'B@2025-03', 'A@2025-02']);
  expect(spells[2]).toMatchObject({ regionCode: 'A', since: FIRST + 1, until: FIRST + 2, index: 25, state: 'ended' });
});

test('what holds the level decides whether it is active, recovering or stale', () => {
  const states = (own: readonly [level: number, state: number][], level: number): string => {
    const input = inputOf({ A: `00${level}`, B: '000', C: '000' });
    const last = 2;
    const signals = own.map(([l, state], i) => {
      const s = blankSignals(input.panel, `r${i}`, 'rate');
      s.level[last] = l;
      s.state[last] = state;
      return s;
    });
    return spellsOf({ ...input, signals })[0]!.state;
  };
  const { active, recovering, stale } = SignalState;
  expect(states([[2, active]], 2)).toBe('active');
  expect(states([[2, recovering]], 2)).toBe('recovering');
  expect(states([[2, stale]], 2)).toBe('stale');
  expect(
    states(
      [
        [2, recovering],
        [2, stale],
      ],
      2,
    ),
  ).toBe('stale');
  expect(
    states(
      [
        [2, recovering],
        [2, active],
      ],
      2,
    ),
  ).toBe('active');
  // What is lower does not hold it …
  expect(
    states(
      [
        [2, recovering],
        [1, active],
      ],
      2,
    ),
  ).toBe('recovering');
  // … unless the level comes from a number of lower signals.
  expect(
    states(
      [
        [1, recovering],
        [1, active],
      ],
      2,
    ),
  ).toBe('active');
  // A signal that is higher than the region holds it, too.
  expect(
    states(
      [
        [3, active],
        [2, recovering],
      ],
      2,
    ),
  ).toBe('active');
});

test('a level from the areas below is as they are', () => {
  const stateOfTop = (below: readonly number[]): string => {
    const input = inputOf({ R: '01', A: '01', B: '01', C: '00' }, { R: '', A: 'R', B: 'R', C: 'R' });
    input.levels.flags[1] = LevelFlag.diffusion;
    const [signals] = input.signals;
    signals!.state[1] = SignalState.normal;
    signals!.level[1] = 0;
    below.forEach((state, i) => {
      signals!.state[(i + 1) * 2 + 1] = state;
    });
    const top = spellsOf(input).find((s) => s.regionCode === 'R')!;
    expect(top.byDiffusion).toBe(true);
    expect(top.signals).toEqual([]);
    return top.state;
  };
  expect(stateOfTop([SignalState.recovering, SignalState.recovering])).toBe('recovering');
  expect(stateOfTop([SignalState.recovering, SignalState.stale])).toBe('stale');
  expect(stateOfTop([SignalState.recovering, SignalState.active])).toBe('active');
});

test('signals that are not at rest are listed, worst first, with the beginning of their state', () => {
  const input = inputOf({ A: '0122', B: '0000', C: '0000' });
  const more = ['waits', 'low', 'rest', 'gone'].map((id) => blankSignals(input.panel, id, 'rate'));
  const [waits, low, , gone] = more;
  waits!.state.fill(SignalState.pending, 2, 4);
  low!.level.fill(1, 0, 4);
  low!.state.set([SignalState.active, SignalState.recovering, SignalState.recovering, SignalState.recovering]);
  gone!.state.fill(SignalState.insufficient, 0, 4);
  const [spell] = spellsOf({ ...input, signals: [...input.signals, ...more] });
  const family = 'employment';
  const indicatorId = 'rate';
  expect(spell!.signals).toEqual([
    { ruleId: 'rate-rule', indicatorId, family, level: 2, state: 'active', since: FIRST + 1 },
    { ruleId: 'low', indicatorId, family, level: 1, state: 'recovering', since: FIRST + 1 },
    { ruleId: 'waits', indicatorId, family, level: 0, state: 'pending', since: FIRST + 2 },
  ]);
  // Where it cannot be told, what cannot speak is the news.
  const [blind] = spellsOf(inputOf({ A: '00??', B: '0000', C: '0000' }));
  expect(blind).toMatchObject({ level: INSUFFICIENT, index: NaN });
  expect(blind!.signals).toMatchObject([{ state: 'insufficient', since: FIRST + 2 }]);
});

test('an uncertain level is told, and the flags are those of the newest period', () => {
  const input = inputOf({ A: '011', B: '000', C: '000' });
  input.levels.flags[1] = LevelFlag.gap | LevelFlag.diffusion;
  expect(spellsOf(input)[0]).toMatchObject({ unsure: false, byDiffusion: false });
  input.levels.flags[2] = LevelFlag.coverage;
  expect(spellsOf(input)[0]).toMatchObject({ unsure: true, byDiffusion: false });
});

test('every period at a level lies in exactly one spell of its region, and spells do not overlap', () => {
  const strings = fc.string({
    unit: fc.constantFrom('0', '0', '1', '2', '3', '4', '?', 'p', 'w'),
    minLength: 14,
    maxLength: 14,
  });
  fc.assert(
    fc.property(fc.array(strings, { minLength: 3, maxLength: 5 }), (rows) => {
      const written = Object.fromEntries(rows.map((row, i) => [`A${i}`, row]));
      const spells = spellsOf(inputOf(written));
      for (const [code, row] of Object.entries(written)) {
        const own = spells.filter((s) => s.regionCode === code);
        [...row].forEach((char, t) => {
          const holding = own.filter((s) => s.since - FIRST <= t && t <= (s.until ?? Infinity) - FIRST);
          expect(holding.length).toBeLessThanOrEqual(1);
          if (/[1-4]/.test(char)) expect(holding[0]?.top).toBeGreaterThanOrEqual(Number(char));
        });
        expect(own.filter((s) => s.until === null).length).toBeLessThanOrEqual(1);
      }
      expect(spells.map((s) => s.since)).toEqual(spells.map((s) => s.since).sort((a, b) => b - a));
    }),
  );
});
