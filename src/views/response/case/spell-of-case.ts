import type { AssessmentView } from '../../../platform/engine-api';
import type { Case } from '../../../response/case/case';
import type { ResponseState } from '../../../response/state';
import { matchRecords } from '../../../response/warnings/match-records';
import type { Spell } from '../../../response/warnings/spell';

/**
 * The spell that a review answers, as the figures tell it now: the one that its warning's record belongs to; of a review
 * opened by hand, one that goes on in its region. Null = none, or not known yet.
 */
export function spellOfCase(
  review: Pick<Case, 'warning' | 'regionCode'>,
  spells: readonly Spell[] | null,
  { warnings }: Pick<ResponseState, 'warnings'>,
  view: Pick<AssessmentView, 'tree' | 'frequency'>,
): Spell | null {
  if (spells === null) return null;
  const own = spells.filter((spell) => spell.regionCode === review.regionCode);
  if (review.warning === null) return own.find((spell) => spell.until === null) ?? null;
  for (const [spell, record] of matchRecords(spells, warnings, view).bySpell) {
    if (record.id === review.warning) return spell;
  }
  return own.find((spell) => spell.id === review.warning) ?? null;
}
