import type { Day, Frequency, Period } from '../base/period';
import type { Lang } from '../base/text';
import type { Exhibit } from './exhibits/exhibit';

export const BRIEFING_KINDS = ['monthly', 'quarterly', 'special', 'flash'] as const;
/** Monthly, quarterly, special report on one region (or one episode of it), one-page flash. */
export type BriefingKind = (typeof BRIEFING_KINDS)[number];

/** What is asked for. The same ask, figures and rules give the same briefing. */
export interface BriefingAsk {
  readonly kind: BriefingKind;
  /** Last period reported on. A quarterly one covers three months up to it. */
  readonly period: Period;
  /** Region of a special report; null = the whole tree. */
  readonly regionCode: string | null;
  /** First period of the episode that a special report follows; null = none in particular. */
  readonly since: Period | null;
}

/**
 * A briefing to leadership as plain data in one language: what the builder edits, the show presents, and every export
 * is made from. Numbers of headings and pages are not in it.
 */
export interface Briefing {
  readonly form: 1;
  readonly ask: BriefingAsk;
  readonly frequency: Frequency;
  readonly weekEndsOn: number;
  readonly lang: Lang;
  readonly title: string;
  /** Region and period in words. */
  readonly subtitle: string;
  readonly issuer: string;
  /** Number of the issue (期号); empty = none. */
  readonly number: string;
  /** Day that it is dated, in words; empty = not yet. */
  readonly date: string;
  readonly to: string;
  readonly pages: readonly Page[];
  /** Kinds of generated pages that a hand took out: they do not come back. */
  readonly removed: readonly string[];
  /** "Source, figures as of …": stands below every page. */
  readonly sourceLine: string;
  /** Rule set, scheme and plan with versions, and the fingerprint of the result. */
  readonly basisLine: string;
  readonly vintage: { readonly asOf: Day | null; readonly knownOn: Day | null; readonly fingerprint: string };
  /** What every page says while the figures are invented ones; empty = they are real. */
  readonly demonstration: string;
  /** Definitions of every indicator that is named, for the annex and the workbook. */
  readonly definitions: readonly Definition[];
  /** Head fields that a hand changed: they stay when the briefing is made anew. */
  readonly byHand: readonly ('title' | 'issuer' | 'number' | 'date' | 'to')[];
}

export interface Definition {
  readonly indicatorId: string;
  readonly name: string;
  readonly unit: string;
  readonly family: string;
  readonly definition: string;
  readonly source: string;
}

/** One page: a finding, its sentences, at most one exhibit. */
export interface Page {
  /** The page kind, with what it is about where there are several (`region:150300`); `own-1` for one that a hand added. */
  readonly id: string;
  /** Section heading in official papers (总体研判, 变化情况 …). */
  readonly heading: string;
  readonly sentences: readonly Sentence[];
  readonly exhibit: Exhibit | null;
  /** For the speaker; never on the page. */
  readonly notes: string;
  readonly notesByHand: boolean;
  readonly headingByHand: boolean;
}

/**
 * One sentence. Every number in `text` is one of `figures` (`said` stands in the text), a period, a day, a clause or a
 * level; tests hold the narrative to it.
 */
export interface Sentence {
  /** Stable over periods: `overall.counts`, `region:150300.drivers`; `own-1` for one that a hand added. */
  readonly id: string;
  readonly text: string;
  readonly figures: readonly BoundFigure[];
  /** A hand has written `text`. `generated`: what the program said on the figures above, when it was edited or last agreed to. */
  readonly byHand: { readonly generated: string } | null;
  /** Of a sentence by hand: what the program would say now, its figures having moved since; null = nothing has moved. */
  readonly moved: { readonly generated: string; readonly figures: readonly BoundFigure[] } | null;
}

/** A number that is said or drawn, with all that it is bound to. */
export interface BoundFigure {
  /** `new_benefit_claims@150300@2026-10:onYear`; of levels and counts `level@150300@2026-10`, `count.warned@150000@2026-10`. */
  readonly key: string;
  /** Null: the figure is counted from levels, not an indicator's. */
  readonly indicatorId: string | null;
  readonly regionCode: string;
  /** Canonical spelling of the period. */
  readonly period: string;
  readonly value: number | null;
  readonly unit: string;
  /** Day on which it became known, `YYYY-MM-DD`; null = not dated, or made of several. */
  readonly knownOn: string | null;
  /** As it stands in the text. */
  readonly said: string;
}
