import { formatNumber, formatShare, formatSpan } from '../../../base/format';
import type { Frequency } from '../../../base/period';
import { type Lang, say } from '../../../base/text';
import { asLead, type ScoreRow } from './figures';
import { BACKTEST_TEXT } from './text';

/** What the scores of an alarm mean, in sentences; each says on how many it rests. */
export function lineSentences({ total }: ScoreRow, frequency: Frequency, lang: Lang): string[] {
  const { episodes, alarms } = total;
  const sentences: string[] = [];
  const tell = (key: keyof typeof BACKTEST_TEXT, params = {}): void => {
    sentences.push(say(BACKTEST_TEXT[key], lang, params));
  };
  if (episodes.counted === 0) tell('saidNoEpisodes');
  else {
    tell('saidEpisodes', {
      n: formatNumber(episodes.counted),
      hits: formatNumber(episodes.hits),
      misses: formatNumber(episodes.misses),
      caught: formatShare(episodes.caught, 1),
    });
  }
  const { median, q1, q3 } = episodes.lead;
  if (median !== null) {
    tell(median > 0 ? 'saidLate' : median < 0 ? 'saidEarly' : 'saidSame', {
      span: spanWords(frequency, Math.abs(median), lang),
      low: signedSpan(asLead(q3)!),
      high: signedSpan(asLead(q1)!),
    });
  }
  if (alarms.shareAway === null || alarms.chanceAway === null) tell('saidNoAlarms');
  else {
    tell('saidAlarms', {
      spells: formatNumber(alarms.spells),
      share: formatShare(alarms.shareAway, 1),
      chance: formatShare(alarms.chanceAway, 1),
      verdict: BACKTEST_TEXT[verdictOf(alarms.shareAway, alarms.chanceAway, episodes.hits)][lang],
    });
  }
  if (alarms.shareOn !== null) {
    tell('saidOn', {
      share: formatShare(alarms.shareOn, 1),
      flips: formatNumber(alarms.flipsPerYear, 2),
      decade: formatNumber(alarms.perRegionDecade, 2),
    });
  }
  return sentences;
}

function verdictOf(away: number, chance: number, hits: number): 'betterThanChance' | 'nearOnly' | 'noBetter' {
  if (away >= chance) return 'noBetter';
  return hits === 0 ? 'nearOnly' : 'betterThanChance';
}

function spanWords(frequency: Frequency, span: number, lang: Lang): string {
  if (Number.isInteger(span)) return formatSpan(frequency, span, lang);
  return formatSpan(frequency, 2, lang).replace('2', formatNumber(span, 1));
}

function signedSpan(lead: number): string {
  return `${lead > 0 ? '+' : ''}${formatNumber(lead, Number.isInteger(lead) ? 0 : 1)}`;
}
