import type { WarningLevel } from '../../base/level';
import type { SpellState } from '../../response/warnings/spell';
import type { Message } from './message';

/**
 * Our words in those of CAP 1.2 (3.2.2), as tables. The document of 2017-10-12 and CAP set none of this: it is a default
 * of ours, argued in docs/alerts.md.
 */
interface LevelWords {
  readonly severity: 'Extreme' | 'Severe' | 'Moderate' | 'Minor';
  readonly urgency: 'Immediate' | 'Expected' | 'Future';
  readonly responses: readonly ('Execute' | 'Prepare' | 'Assess' | 'Monitor')[];
}

export const OF_LEVEL: Readonly<Record<WarningLevel, LevelWords>> = {
  4: { severity: 'Extreme', urgency: 'Immediate', responses: ['Execute', 'Assess'] },
  3: { severity: 'Severe', urgency: 'Expected', responses: ['Prepare', 'Assess'] },
  2: { severity: 'Moderate', urgency: 'Expected', responses: ['Assess', 'Monitor'] },
  1: { severity: 'Minor', urgency: 'Future', responses: ['Monitor'] },
};

/** How sure it is that the region is at its level, by what the figures make of the warning. */
const OF_STATE: Readonly<Record<SpellState, 'Observed' | 'Likely' | 'Possible' | 'Unknown'>> = {
  pending: 'Possible',
  active: 'Observed',
  recovering: 'Observed',
  stale: 'Likely',
  insufficient: 'Unknown',
  ended: 'Observed',
};

export function certaintyOf({ warning }: Message): string {
  const { spell, state } = warning;
  if (state === 'false-alarm') return 'Unlikely';
  // A missing value may be holding the level down: it is there, but not surely told.
  if (spell.unsure && spell.state === 'active') return 'Likely';
  return OF_STATE[spell.state];
}

export function urgencyOf({ type, level }: Message): string {
  return type === 'Cancel' ? 'Past' : OF_LEVEL[level].urgency;
}

export function responsesOf({ type, level }: Message): readonly string[] {
  return type === 'Cancel' ? ['AllClear'] : OF_LEVEL[level].responses;
}
