import { useState } from 'react';
import type { AssessmentView } from '../../../platform/engine-api';

/** The region that is looked at closely. */
export interface Focus {
  readonly code: string;
  readonly choose: (code: string) => void;
}

/** The region that is looked at closely: chosen here, else the one that the scenario names first, that of the address, or the first part of the whole. */
export function useFocus({ tree }: AssessmentView, named: string | null, inAddress: string | null): Focus {
  const [chosen, setChosen] = useState<string | null>(null);
  const known = [chosen, named, inAddress].find((code) => code !== null && tree.indexOf.has(code));
  const first = tree.children[tree.roots[0]!]![0] ?? tree.roots[0]!;
  return { code: known ?? tree.regions[first]!.code, choose: setChosen };
}
