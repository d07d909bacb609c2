import type { IndicatorCatalogue } from '../../base/indicators';
import type { WarningLevel } from '../../base/level';
import type { Day, Frequency, Period } from '../../base/period';
import type { RegionTree } from '../../base/regions';
import type { Text } from '../../base/text';
import type { Scheme } from '../../levels/scheme';
import type { Plan } from '../../response/plan';
import type { Warning } from '../../response/warnings/inbox';
import type { RuleSet } from '../../signals/rule';

/** What messages to other systems have to know besides the warnings; docs/alerts.md says what becomes of it. */
export interface AlertWorld {
  readonly tree: RegionTree;
  readonly catalogue: IndicatorCatalogue;
  readonly frequency: Frequency;
  readonly weekEndsOn: number;
  /** Newest period that is graded. */
  readonly newest: Period;
  /** Day on which the newest figures came in; null = not told. */
  readonly knownOn: Day | null;
  readonly ruleSet: RuleSet;
  readonly scheme: Pick<Scheme, 'id' | 'version'>;
  /** In force: whoever responds is named by it. */
  readonly plan: Plan;
  /** Who sends, for machines: a domain name or a mail address (`isSender`). */
  readonly sender: string;
  /** Who sends, for people. */
  readonly office: Text;
  /** The figures are invented: every message is a test, whatever else is asked for. */
  readonly demonstration: boolean;
  /** An exercise on real figures. */
  readonly exercise: boolean;
  readonly nowMs: number;
  /** Address at which a warning can be looked at; null = there is none to give. */
  link(warning: Warning): string | null;
}

/** A message about a warning: its beginning, a change of its level or its going on, its end. */
export interface Message {
  readonly warning: Warning;
  readonly type: 'Alert' | 'Update' | 'Cancel';
  readonly identifier: string;
  /** One and the same in all messages about this warning. */
  readonly incident: string;
  /** Moment from which it counts; whole days in Beijing, of human acts the moment itself. */
  readonly sentMs: number;
  /** When the first message about this warning counts from. */
  readonly firstSentMs: number;
  /** Period whose level it tells. */
  readonly period: Period;
  readonly level: WarningLevel;
  /** Messages before it that it takes the place of, oldest first. */
  readonly references: readonly { readonly identifier: string; readonly sentMs: number }[];
}

/**
 * Fit to name a sender: globally unique, without blanks, commas, `<` and `&` (CAP 1.2, 3.2.1), and what a tag URI can
 * begin with (RFC 4151): a domain name or a mail address.
 */
export function isSender(given: string): boolean {
  return (
    given.length <= 120 &&
    /^([a-z0-9._-]+@)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/i.test(given)
  );
}
