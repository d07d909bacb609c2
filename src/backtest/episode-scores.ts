import type { Episode } from './events';
import { Alarm, type Range } from './month-scores';
import type { Spell } from './spells';

/** What an alarm made of one episode. */
export interface EpisodeOutcome {
  readonly episode: Episode;
  /** False: it began before the range, or before the alarm could be known, or the alarm is not known during it. */
  readonly counted: boolean;
  /** Periods from its start to the first one with the alarm on, in the window; negative = early; null = none. */
  readonly lead: number | null;
  /** The same to the first alarm that begins in the window: one that was on already does not count. */
  readonly onsetLead: number | null;
}

/**
 * Outcomes of a region's episodes that reach into the range. The window of an episode is from `leadWindow` periods
 * before its start to its last period.
 */
export function episodeOutcomes(
  alarm: Uint8Array,
  offset: number,
  count: number,
  episodes: readonly Episode[],
  spells: readonly Spell[],
  leadWindow: number,
  range: Range,
): EpisodeOutcome[] {
  let begun = 0;
  while (begun < count && alarm[offset + begun] === Alarm.unknown) begun++;
  return episodes.flatMap((episode) => {
    const { first, last } = episode;
    if (first > range.to || last < range.from) return [];
    const from = Math.max(0, first - leadWindow);
    const to = Math.min(count - 1, last);
    let known = false;
    let lead: number | null = null;
    for (let t = from; t <= to; t++) {
      const now = alarm[offset + t];
      if (now === Alarm.unknown) continue;
      if (t >= first) known = true;
      if (now === Alarm.on) lead ??= t - first;
    }
    const onset = spells.find((s) => s.first >= from && s.first <= to);
    const counted = known && first >= range.from && begun <= first;
    return [
      {
        episode,
        counted,
        lead: counted ? lead : null,
        onsetLead: counted && onset ? onset.first - first : null,
      },
    ];
  });
}
