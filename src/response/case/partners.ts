import { formatNumber } from '../../base/format';
import { type LevelByte, levelRank } from '../../base/level';
import { type Period, PERIODS_PER_YEAR } from '../../base/period';
import { sayBoth, type Text } from '../../base/text';
import type { Panel } from '../../panel/panel';
import { PARTNER_WORDS as WORDS } from './text';
import { spanWords } from './words';

/** What the panel has to be prepared with (reported form). */
export const PARTNER_INDICATORS = ['openings', 'seekers'] as const;

/** Figures that are not out yet are replaced by the newest that are at most so many periods older; ours. */
const OLDER_BY = 2;
/** At most so many partners are named; ours. */
const MOST = 8;

/** Supply and demand of a region, mean of the last periods, in persons a period. */
export interface MarketFigures {
  readonly regionCode: string;
  readonly openings: number;
  readonly seekers: number;
  /** Openings per seeker over the whole stretch; null without seekers. */
  readonly ratio: number | null;
  /** Openings less seekers; negative = too few. */
  readonly surplus: number;
}

export interface Partner extends MarketFigures {
  readonly level: LevelByte;
  /** The figures in a sentence. */
  readonly words: Text;
  /** How much of the own shortage it could take by itself, 0–1; null where the own shortage is not known or there is none. */
  readonly shareOfShortage: number | null;
}

export interface Partners {
  /** First and last period of the mean, both included. */
  readonly from: Period;
  readonly to: Period;
  readonly own: MarketFigures | null;
  /** The own figures in a sentence; where they are incomplete, that. */
  readonly ownWords: Text;
  /** Largest surplus first. */
  readonly partners: readonly Partner[];
  /** Regions of the same level that were looked at, and why those that are not partners are not. */
  readonly considered: {
    readonly all: number;
    readonly noSurplus: number;
    readonly warned: number;
    readonly missing: number;
  };
  /** Why there is none; null where there is one. */
  readonly reason: Text | null;
  /** What the data does not tell, and what is ours. */
  readonly limits: readonly Text[];
}

/**
 * Where there are openings for the seekers of a region: regions of its own level under another parent (leagues for a
 * league, counties of other leagues for a county), below level Ⅲ, whose openings exceed their seekers on the mean of the
 * last three months (of one quarter, of one year). They end with `period` or, where the own figures of it are not out
 * yet, with the newest that are, at most two periods before. A region with any of these figures missing is left out and
 * counted. `levelOf`: level byte of a region by its place in the tree, at `period`.
 */
export function partnersOf(
  panel: Panel,
  regionCode: string,
  period: Period,
  levelOf: (region: number) => LevelByte,
): Partners {
  const length = Math.max(1, Math.round(PERIODS_PER_YEAR[panel.frequency] / 4));
  const region = panel.tree.indexOf.get(regionCode) ?? -1;
  const to = region < 0 ? period : newestOut(panel, region, period);
  const from = to - length + 1;
  const span = spanWords(panel, from, to);
  const monthly = panel.frequency === 'month';
  const own = region < 0 ? null : figuresOf(panel, region, from, to);
  const peers = region < 0 ? [] : peersOf(panel, region);
  const considered = { all: peers.length, noSurplus: 0, warned: 0, missing: 0 };
  const shortage = own && own.surplus < 0 ? -own.surplus : null;
  const partners: Partner[] = [];
  for (const peer of peers) {
    const level = levelOf(peer);
    const figures = figuresOf(panel, peer, from, to);
    if (!figures) considered.missing++;
    else if (levelRank(level) < 0 || level >= 2) considered.warned++;
    else if (figures.surplus <= 0) considered.noSurplus++;
    else {
      const words = sayBoth(monthly ? WORDS.figures : WORDS.figuresOther, wordsOf(figures, span));
      const shareOfShortage = shortage === null ? null : Math.min(1, figures.surplus / shortage);
      partners.push({ ...figures, level, words, shareOfShortage });
    }
  }
  return {
    from,
    to,
    own,
    ownWords: own ? ownWords(own, span, monthly) : sayBoth(WORDS.ownMissing, { period: span }),
    partners: partners.sort((a, b) => b.surplus - a.surplus).slice(0, MOST),
    considered,
    reason: partners.length > 0 ? null : reasonOf(panel, region, considered),
    limits: [WORDS.noOccupations, WORDS.noDistance, WORDS.ours],
  };
}

function reasonOf(panel: Panel, region: number, considered: Partners['considered']): Text {
  if (region < 0) return WORDS.unknownRegion;
  if (PARTNER_INDICATORS.some((id) => !panel.columns.has(id))) return WORDS.noMarketFigures;
  return considered.all === 0 ? WORDS.noPeers : sayBoth(WORDS.none, considered);
}

/** Regions at the same depth of the tree under another parent; the leagues of one top are peers of one another. */
function peersOf({ tree }: Panel, region: number): number[] {
  const depth = tree.depth[region]!;
  const { parent } = tree.regions[region]!;
  const underTop = depth <= 1;
  return tree.regions.flatMap((other, at) =>
    at !== region && tree.depth[at] === depth && (underTop || other.parent !== parent) ? [at] : [],
  );
}

/** Newest period for which a region has both figures, at most `OLDER_BY` before the one asked for; else that one. */
function newestOut(panel: Panel, region: number, period: Period): Period {
  for (let at = period; at >= period - OLDER_BY; at--) if (figuresOf(panel, region, at, at)) return at;
  return period;
}

function figuresOf(panel: Panel, region: number, from: Period, to: Period): MarketFigures | null {
  const [openings, seekers] = PARTNER_INDICATORS.map((id) => meanOf(panel, id, region, from, to));
  if (openings == null || seekers == null) return null;
  return {
    regionCode: panel.tree.regions[region]!.code,
    openings,
    seekers,
    ratio: seekers > 0 ? openings / seekers : null,
    surplus: openings - seekers,
  };
}

/** Null when a period lacks its figure, or has one of some of the parts only: openings and seekers would not be of the same places. */
function meanOf(panel: Panel, indicatorId: string, region: number, from: Period, to: Period): number | null {
  const column = panel.columns.get(indicatorId);
  if (!column || from < panel.first || to >= panel.first + panel.count) return null;
  let sum = 0;
  for (let period = from; period <= to; period++) {
    const cell = region * panel.count + period - panel.first;
    if ((column.coverage?.[cell] ?? 1) < 1 - 1e-6) return null;
    sum += column.values[cell]!;
  }
  return Number.isNaN(sum) ? null : sum / (to - from + 1);
}

function wordsOf({ openings, seekers, ratio, surplus }: MarketFigures, period: Text) {
  return {
    period,
    openings: formatNumber(openings, 0),
    seekers: formatNumber(seekers, 0),
    ratio: formatNumber(ratio, 2),
    surplus: formatNumber(surplus, 0),
    shortage: formatNumber(-surplus, 0),
  };
}

function ownWords(own: MarketFigures, period: Text, monthly: boolean): Text {
  const words = wordsOf(own, period);
  if (own.surplus < 0) return sayBoth(monthly ? WORDS.shortage : WORDS.shortageOther, words);
  return sayBoth(monthly ? WORDS.figures : WORDS.figuresOther, words);
}
