import type { Day } from '../base/period';
import type { Text } from '../base/text';
import type { RuleSet } from '../signals/rule';
import { defaultRuleSet } from '../signals/load-rule-set';
import { defaultScheme } from './load-scheme';
import type { Scheme } from './scheme';

/** Rules and scheme as they were decided once. A saved version is never edited: a change is a new version. */
export interface RuleVersion {
  readonly id: string;
  /** Counts on from the built-in one, which is number 0. */
  readonly number: number;
  readonly name: Text;
  readonly ruleSet: RuleSet;
  readonly scheme: Scheme;
  /** First day on which it grades; null = since ever, for the built-in one alone. */
  readonly inForceFrom: Day | null;
  readonly note: string;
  /** Id of the version that it was made from. */
  readonly basedOn: string | null;
  /** Who decided it, as they call themselves; may be empty. */
  readonly by: string;
  /** Milliseconds since 1970; 0 for the built-in one. */
  readonly at: number;
}

/** All versions that there are. Those that cannot be read are counted, so that nobody takes their absence for a decision. */
export interface RuleBook {
  /** Lowest number first; the built-in one always stands there. */
  readonly versions: readonly RuleVersion[];
  readonly unreadable: number;
}

/** Which version graded, and why that one. */
export interface RulesInForce {
  readonly id: string;
  readonly number: number;
  readonly name: Text;
  readonly inForceFrom: Day | null;
  readonly builtIn: boolean;
  /** Version that was asked for by its id; null: the one in force was. */
  readonly asked: string | null;
  /** There is none of the id that was asked for: the one in force grades instead. */
  readonly unknown: boolean;
  /** Saved versions that could not be read; one of them may be the one that should grade. */
  readonly unreadable: number;
}

export const BUILT_IN_ID = 'built-in';

let shipped: RuleVersion | null = null;

/** The rules that ship with the product: number 0, in force until a user's own version is. */
export function builtInVersion(): RuleVersion {
  shipped ??= {
    id: BUILT_IN_ID,
    number: 0,
    name: defaultRuleSet().name,
    ruleSet: defaultRuleSet(),
    scheme: defaultScheme(),
    inForceFrom: null,
    note: '',
    basedOn: null,
    by: '',
    at: 0,
  };
  return shipped;
}

export function emptyBook(): RuleBook {
  return { versions: [builtInVersion()], unreadable: 0 };
}

/** The latest version that is in force on a day; of several from the same day the one that was saved last. */
export function versionInForce({ versions }: RuleBook, day: Day): RuleVersion {
  let found = builtInVersion();
  const from = (v: RuleVersion): number => v.inForceFrom ?? -Infinity;
  for (const v of versions) {
    if (from(v) > day) continue;
    if (from(v) > from(found) || (from(v) === from(found) && v.number >= found.number)) found = v;
  }
  return found;
}

/** The version that grades what was known on a day: the one asked for by id, where it exists, else the one in force. */
export function chooseVersion(
  book: RuleBook,
  asked: string | null,
  day: Day,
): { readonly version: RuleVersion; readonly rules: RulesInForce } {
  const wanted = asked === null ? undefined : book.versions.find((v) => v.id === asked);
  const version = wanted ?? versionInForce(book, day);
  const { id, number, name, inForceFrom } = version;
  return {
    version,
    rules: {
      id,
      number,
      name,
      inForceFrom,
      builtIn: id === BUILT_IN_ID,
      asked,
      unknown: asked !== null && !wanted,
      unreadable: book.unreadable,
    },
  };
}
