import type { LevelByte, WarningLevel } from '../../../src/base/level';
import { monthPeriod } from '../../../src/base/period';
import type { Warning } from '../../../src/response/warnings/inbox';
import type { Spell } from '../../../src/response/warnings/spell';

export const SINCE = monthPeriod(2026, 3);

/** A spell made by hand: since March 2026, going on, at one level, from one signal of the market. */
export function makeSpell(regionCode: string, level: LevelByte, parts: Partial<Spell> = {}): Spell {
  return {
    id: `${regionCode}@2026-03`,
    regionCode,
    since: SINCE,
    until: null,
    state: level === 0 ? 'pending' : level === 255 ? 'insufficient' : 'active',
    level,
    top: (level === 255 ? 0 : level) as WarningLevel | 0,
    moves: [{ period: SINCE, level, knownOn: null }],
    byDiffusion: false,
    unsure: false,
    signals: [
      {
        ruleId: 'openings-ratio-low',
        indicatorId: 'openings_to_seekers',
        family: 'market',
        level,
        state: 'active',
        since: SINCE,
      },
    ],
    index: 40,
    ...parts,
  };
}

export function makeWarning(
  regionCode: string,
  level: LevelByte,
  parts: Partial<Warning> & { readonly of?: Partial<Spell> } = {},
): Warning {
  const { of, ...rest } = parts;
  const spell = makeSpell(regionCode, level, of);
  return {
    spell,
    id: spell.id,
    record: null,
    state: level === 0 ? 'pending' : level === 255 ? 'insufficient' : 'active',
    moved: null,
    due: null,
    silence: null,
    foldedUnder: null,
    withdrawn: false,
    ...rest,
  };
}

export const SILENCE: NonNullable<Warning['silence']> = {
  id: 's1',
  scope: { regionCode: '150300', below: true, indicators: [], upTo: 2 },
  until: 20_800,
  reason: '数据复核中',
  set: { seq: 3, at: 0, by: { role: 'league', regionCode: '150300', name: '甲' } },
  ended: null,
};
