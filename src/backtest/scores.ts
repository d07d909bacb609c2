import type { Events } from './events';
import { type EpisodeOutcome, episodeOutcomes } from './episode-scores';
import { countMonths, type MonthScores, monthScores, type Range, share } from './month-scores';
import {
  countAlarmPeriods,
  countSpells,
  type JudgedSpell,
  judgeSpell,
  noAlarms,
  spellsOf,
  type Margins,
} from './spells';
import { type Spread, spreadOf } from './spread';

/** How an alarm is measured. */
export interface Measure {
  readonly events: Events;
  /** Which periods count. */
  readonly range: Range;
  readonly margins: Margins;
  readonly periodsPerYear: number;
}

/** Scores by episode, over all regions. */
export interface EpisodeScores {
  readonly counted: number;
  readonly leftOut: number;
  readonly hits: number;
  readonly misses: number;
  /** Share of the counted ones with an alarm from `before` periods ahead of it to its end. */
  readonly caught: number | null;
  /** Periods from the start of an episode to the first period with the alarm on; negative = early. */
  readonly lead: Spread;
  /** The same to the first alarm that begins in that stretch. */
  readonly onsetLead: Spread;
}

/** Scores of the alarms themselves. An alarm is judged by its first period; away: outside every episode and its margins. */
export interface AlarmScores {
  readonly spells: number;
  readonly perRegionDecade: number | null;
  readonly away: number;
  readonly shareAway: number | null;
  /** Of the periods with the alarm on, the share that lies away. */
  readonly periodsShareAway: number | null;
  /** Share of all periods that lie away: what either share would be if alarms were placed at random. */
  readonly chanceAway: number | null;
  readonly periodsOn: number;
  readonly shareOn: number | null;
  readonly flipsPerYear: number | null;
}

export interface Scores {
  readonly months: MonthScores;
  readonly episodes: EpisodeScores;
  readonly alarms: AlarmScores;
}

/** One region's part, in full. */
export interface RegionScores {
  readonly region: number;
  readonly months: MonthScores;
  readonly outcomes: readonly EpisodeOutcome[];
  /** Those that begin within the range. */
  readonly spells: readonly JudgedSpell[];
}

/**
 * Scores of an alarm (panel layout, bytes of `Alarm`) over all regions pooled, and by region for those in which it is
 * ever known within the range.
 */
export function scoreAlarm(
  alarm: Uint8Array,
  count: number,
  { events, range, margins, periodsPerYear }: Measure,
): { total: Scores; regions: RegionScores[] } {
  const months = { hit: 0, falseAlarm: 0, miss: 0, quiet: 0 };
  const counts = noAlarms();
  const regions: RegionScores[] = [];
  const outcomes: EpisodeOutcome[] = [];
  events.episodes.forEach((episodes, region) => {
    const offset = region * count;
    const knownBefore = counts.known;
    countAlarmPeriods(alarm, events.label, offset, episodes, margins, range, counts);
    if (counts.known === knownBefore) return;
    const own = countMonths(alarm, events.label, offset, range);
    months.hit += own.hit;
    months.falseAlarm += own.falseAlarm;
    months.miss += own.miss;
    months.quiet += own.quiet;
    const every = spellsOf(alarm, offset, count);
    const spells = every
      .filter(({ first }) => first >= range.from && first <= range.to)
      .map((s) => judgeSpell(s, events.label, offset, count, episodes, margins, periodsPerYear));
    countSpells(spells, counts);
    const found = episodeOutcomes(alarm, offset, count, episodes, every, margins.before, range);
    outcomes.push(...found);
    regions.push({ region, months: monthScores(own), outcomes: found, spells });
  });
  const years = counts.known / periodsPerYear;
  return {
    total: {
      months: monthScores(months),
      episodes: episodeScores(outcomes),
      alarms: {
        spells: counts.spells,
        perRegionDecade: share(10 * counts.spells, years),
        away: counts.spellsAway,
        shareAway: share(counts.spellsAway, counts.spellsJudged),
        periodsShareAway: share(counts.onAway, counts.onJudged),
        chanceAway: share(counts.judgedAway, counts.judged),
        periodsOn: counts.on,
        shareOn: share(counts.on, counts.known),
        flipsPerYear: share(counts.flips, years),
      },
    },
    regions,
  };
}

function episodeScores(outcomes: readonly EpisodeOutcome[]): EpisodeScores {
  const counted = outcomes.filter((o) => o.counted);
  const leads = counted.flatMap((o) => o.lead ?? []);
  return {
    counted: counted.length,
    leftOut: outcomes.length - counted.length,
    hits: leads.length,
    misses: counted.length - leads.length,
    caught: share(leads.length, counted.length),
    lead: spreadOf(leads),
    onsetLead: spreadOf(counted.flatMap((o) => o.onsetLead ?? [])),
  };
}
