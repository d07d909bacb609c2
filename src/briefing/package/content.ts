import type { LevelByte } from '../../base/level';
import type { RulesAndScheme } from '../../levels/load-rule-book';
import type { Briefing } from '../briefing';
import type { Manifest } from './manifest';

/** Level bytes at one period, by region code: to say where another machine comes to another result. */
export interface LevelsAt {
  /** Canonical spelling. */
  readonly period: string;
  readonly levels: Readonly<Record<string, LevelByte>>;
}

/** What the package is made from, beside its figures and what its manifest says. */
export interface PackageContent {
  readonly regionsCsv: string;
  readonly indicators: unknown;
  readonly rules: unknown;
  readonly plan: unknown;
  readonly levels: LevelsAt;
  /** Edits of the calendar of working days, by day; null = none. */
  readonly calendar: Readonly<Record<string, boolean>> | null;
  /** A draft of a briefing, with the name it goes by; null = none. */
  readonly briefing: { readonly name: string; readonly briefing: Briefing } | null;
  /** Entries of the trail of the office, to be read; null = they stay at home. */
  readonly trail: readonly unknown[] | null;
}

/** Of the manifest, what `writePackage` cannot know. */
export type PackageHead = Omit<Manifest, 'schema' | 'parts' | 'digest' | 'data'> & {
  readonly data: Omit<Manifest['data'], 'figures'>;
};

/** A package that was read and checked whole. */
export interface OpenedPackage {
  readonly manifest: Manifest;
  readonly figures: Uint8Array;
  readonly regions: Uint8Array;
  /** Its region table is the one that is built in here. */
  readonly builtInRegions: boolean;
  /** Its indicator list is the one that is in force here. */
  readonly sameIndicators: boolean;
  readonly rules: RulesAndScheme;
  readonly plan: unknown;
  readonly levels: LevelsAt;
  readonly calendar: Readonly<Record<string, boolean>> | null;
  readonly briefing: PackageContent['briefing'];
  readonly trail: readonly unknown[] | null;
}
