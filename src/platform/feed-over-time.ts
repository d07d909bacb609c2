import type { IndicatorCatalogue } from '../base/indicators';
import type { Observations } from '../observations/observations';
import { type FeedResult, readFeed } from '../observations/read-feed';
import type { FeedAnswers } from './engine-api';
import { fetchPart } from './fetch-part';

interface FeedOverTime {
  readonly result: FeedResult;
  /** What must be kept beside the answers so that nothing known is lost; null when they say it all themselves. */
  readonly vintages: Observations | null;
}

/** A feed's answers with what earlier ones said (feed-vintages.ts). */
export async function readFeedOverTime(answers: FeedAnswers, catalogue: IndicatorCatalogue): Promise<FeedOverTime> {
  const { before, vintages = null } = answers;
  const nulls = before ? new Set<string>() : null;
  const result = readFeed(answers, catalogue, nulls);
  // A feed that broke its contract takes nothing back.
  if (!result.tree || (!before && !vintages)) return { result, vintages: null };
  // Most feeds never come here at their first load.
  const { mergeFeed, withVintages } = await fetchPart(() => import('../observations/feed-vintages'));
  if (before && nulls) {
    const known = (await readFeedOverTime(before, catalogue)).result.observations;
    const merged = mergeFeed(known, result.observations, nulls, answers.takenOn);
    return { result: { ...result, observations: merged.observations }, vintages: merged.vintages };
  }
  return { result: { ...result, observations: withVintages(result.observations, vintages!) }, vintages };
}
