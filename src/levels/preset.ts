import type { Text } from '../base/text';
import type { RuleSet } from '../signals/rule';
import type { Scheme } from './scheme';

/**
 * How a preset stands to its source. `law`: a law or regulation in force in its place · `secondary`: a press report of
 * what a place laid down · `draft`: a report of a draft · `adapted`: published numbers put to a use of ours · `ours`.
 */
export const PRESET_STATUSES = ['law', 'secondary', 'draft', 'adapted', 'ours'] as const;

/** What is in the way of a published line: no such figure, no such method, no such rule of begin and end, or it is not known. */
export const NOT_COMPUTED_WHYS = ['indicator', 'detector', 'lifecycle', 'unknown'] as const;

/** Rules and a scheme after what some place published, with whose they are and what of them cannot be computed. */
interface PresetWords {
  readonly id: string;
  readonly name: Text;
  readonly place: Text;
  readonly year: number;
  readonly source: Text;
  readonly status: (typeof PRESET_STATUSES)[number];
  readonly note: Text;
  /** The published lines that are computed, and the rule that does; null where the scheme does. */
  readonly lines: readonly { readonly text: Text; readonly rule: string | null }[];
  /** Indicators outside the built-in list, which the data has to bring for the rules to speak. */
  readonly needs: readonly { readonly indicator: string; readonly definition: Text }[];
  /** What was published and is not computed, or not as published. Nothing stands in for it. */
  readonly notComputed: readonly {
    readonly line: Text;
    readonly why: (typeof NOT_COMPUTED_WHYS)[number];
    readonly reason: Text;
  }[];
}

/** A preset of the list: its rule set and scheme by id; `default` = the built-in one. */
export interface PresetEntry extends PresetWords {
  readonly ruleSet: string;
  readonly scheme: string;
}

export interface Preset extends PresetWords {
  readonly ruleSet: RuleSet;
  readonly scheme: Scheme;
}
