import { formatPeriod, type Frequency, parsePeriod, type Period, seasonOf } from '../base/period';
import type { Lang } from '../base/text';
import { BRIEFING_KINDS, type BriefingAsk, type BriefingKind } from '../briefing/briefing';
import { latestGraded } from '../levels/latest-graded';
import type { Panel } from '../panel/panel';
import { WrongCall } from './call';

type Options = Readonly<Record<string, string>>;

/** One of a few words, or what holds without the option. */
function wordOf<W extends string>(options: Options, name: string, words: readonly W[], without: W): W {
  const given = options[name];
  if (given === undefined) return without;
  const word = words.find((w) => w === given);
  if (word === undefined) throw new WrongCall(`--${name} ${given}: one of ${words.join(', ')}`);
  return word;
}

export function langOf(options: Options): Lang {
  return wordOf<Lang>(options, 'lang', ['zh', 'en'], 'zh');
}

export function kindOf(options: Options): BriefingKind {
  const kind = wordOf(options, 'kind', BRIEFING_KINDS, 'monthly');
  if (kind === 'special' && options.region === undefined) {
    throw new WrongCall('--kind special is about one region: --region is missing');
  }
  if (kind !== 'special' && options.since !== undefined) {
    throw new WrongCall('--since belongs to --kind special');
  }
  return kind;
}

/** What is asked for, checked against what the data has. `level`: levels of all regions and periods. */
export function askOf(options: Options, panel: Panel, level: Uint8Array): BriefingAsk {
  const kind = kindOf(options);
  const regionCode = options.region ?? null;
  if (regionCode !== null && !panel.tree.indexOf.has(regionCode)) {
    throw new WrongCall(`--region ${regionCode}: no such region`);
  }
  const period = periodOf(options, 'period', panel) ?? usualPeriod(kind, panel, level);
  const since = periodOf(options, 'since', panel);
  if (since !== null && since > period) throw new WrongCall(`--since ${options.since}: later than the period`);
  return { kind, period, regionCode, since };
}

function periodOf(options: Options, name: 'period' | 'since', panel: Panel): Period | null {
  const given = options[name];
  if (given === undefined) return null;
  const { frequency, first, count, weekEndsOn } = panel;
  const spell = (p: Period): string => formatPeriod(frequency, p, weekEndsOn);
  const parsed = parsePeriod(given);
  if (parsed?.frequency === frequency && parsed.period >= first && parsed.period < first + count) return parsed.period;
  throw new WrongCall(`--${name} ${given}: a period from ${spell(first)} to ${spell(first + count - 1)} is expected`);
}

/** The last one in which most regions have a level; of a quarterly briefing on months the last that ends a quarter. */
function usualPeriod(kind: BriefingKind, panel: Panel, level: Uint8Array): Period {
  const latest = latestGraded(panel, level);
  if (kind !== 'quarterly') return latest;
  const past = periodsIntoQuarter(panel.frequency, latest);
  return Math.max(panel.first, latest - past);
}

/** Months since the last one that ended a quarter; 0 where periods are no months. */
function periodsIntoQuarter(frequency: Frequency, period: Period): number {
  return frequency === 'month' ? (seasonOf('month', period) + 1) % 3 : 0;
}
