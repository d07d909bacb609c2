import type { Lang } from '../base/text';
import type { BriefingAsk } from '../briefing/briefing';
import type { ExhibitKind } from '../briefing/exhibits/exhibit';
import type { ResponseFacts } from '../briefing/facts/facts';

/** A briefing that is asked of the engine: see engine-briefing.ts. */
export interface BriefingQuery {
  readonly ask: BriefingAsk;
  readonly lang: Lang;
  /** The office that issues it, as it calls itself; empty = nobody yet. */
  readonly office: string;
  /** The plan in force, in the form of response/defaults/plan.json; null = the shipped one. */
  readonly plan: unknown;
  /** What people did (briefing/facts/response-facts.ts): the page alone knows the trail. Null = nothing to tell. */
  readonly response: ResponseFacts | null;
  /** Charts that a hand added, on pages of their own behind the others; one that the figures cannot carry is left out. */
  readonly charts?: readonly ChartQuery[];
}

/** A chart for a page of a hand: `about` is a region's code or an indicator's id, null = the usual one (exhibits/build.ts). */
export interface ChartQuery {
  readonly page: string;
  readonly kind: ExhibitKind;
  readonly about: string | null;
}
