import { createContext, useContext } from 'react';
import type { Act } from '../../../response/trail/act';
import type { ActNames } from '../../../response/trail/words';

/** What every form of a review needs in order to put something on record. */
export interface Acting {
  readonly names: ActNames;
  /** Why this may not be done now by this role, whatever the form holds, in the language of the screen; null = it may. */
  readonly refusal: (act: Act) => string | null;
  /** Why nothing at all may be recorded (no role, a look at the past); null = it may. */
  readonly readOnly: string | null;
  /** Puts an act on record; null when it was taken, else why not. */
  readonly record: (act: Act) => Promise<string | null>;
  /** Several, one after the other; why each was not taken, null for those that were. */
  readonly recordAll: (acts: readonly Act[]) => Promise<readonly (string | null)[]>;
}

export const ActingContext = createContext<Acting | null>(null);

export function useActing(): Acting {
  const acting = useContext(ActingContext);
  if (acting === null) throw new Error('useActing: there is no ActingContext above');
  return acting;
}
