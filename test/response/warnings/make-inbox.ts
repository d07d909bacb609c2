import { FAMILIES } from '../../../src/base/indicators';
import type { LevelByte, WarningLevel } from '../../../src/base/level';
import { formatPeriod, lastDayOf, type Period, parsePeriod } from '../../../src/base/period';
import { buildRegionTree, type RegionRow, type RegionTree } from '../../../src/base/regions';
import type { Actor } from '../../../src/response/actor';
import { calendarOf } from '../../../src/response/calendar/calendar';
import { momentOf } from '../../../src/response/calendar/moment';
import type { Done } from '../../../src/response/case/case';
import { defaultPlan } from '../../../src/response/load-plan';
import type { ResponseState, Silence, WarningRecord } from '../../../src/response/state';
import type { InboxWorld } from '../../../src/response/warnings/inbox';
import type { Spell, SpellSignal } from '../../../src/response/warnings/spell';

/** `2026-07` → the period. */
export const month = (text: string): Period => parsePeriod(text)!.period;

/**
 * A spell written by hand: levels from its first month on, one a month (255 insufficient, 0 pending at the beginning).
 * The figures of a month come in on the 9th of the next.
 */
export function spellOf(
  regionCode: string,
  from: string,
  levels: readonly LevelByte[],
  over: Partial<Spell> = {},
): Spell {
  const since = month(from);
  const moves = levels.flatMap((level, i) =>
    i > 0 && level === levels[i - 1] ? [] : [{ period: since + i, level, knownOn: lastDayOf('month', since + i) + 9 }],
  );
  const level = levels.at(-1)!;
  const lit = levels.filter((l) => l >= 1 && l <= 4);
  return {
    id: `${regionCode}@${from}`,
    regionCode,
    since,
    until: null,
    state: level === 255 ? 'insufficient' : level === 0 ? 'pending' : 'active',
    level,
    top: Math.max(0, ...lit) as WarningLevel | 0,
    moves,
    byDiffusion: false,
    unsure: false,
    signals: [signalOf('new_benefit_claims', level)],
    index: level === 255 ? NaN : level * 25,
    ...over,
  };
}

export function signalOf(
  indicatorId: string,
  level: LevelByte,
  family: SpellSignal['family'] = 'employment',
): SpellSignal {
  const state = level === 255 ? 'insufficient' : level === 0 ? 'pending' : 'active';
  return { ruleId: `${indicatorId}-rule`, indicatorId, family, level: level === 255 ? 0 : level, state, since: 0 };
}

const INDICATORS = ['new_benefit_claims', 'openings_to_seekers', 'coal_output', 'new_market_entities'] as const;
const LEAGUES = 30;
const COUNTIES = 80;

/** A country of 1 + 30 + 2,400 regions: numbers for codes, names in both languages. */
function largeTree(): RegionTree {
  const rows: RegionRow[] = [{ code: '100000', nameZh: '全国', nameEn: 'Country', level: 'country', parentCode: '' }];
  for (let i = 1; i <= LEAGUES; i++) {
    const code = `${10 + i}0000`;
    rows.push({ code, nameZh: `第${i}省`, nameEn: `Province ${i}`, level: 'province', parentCode: '100000' });
    for (let k = 1; k <= COUNTIES; k++)
      rows.push({
        code: `${10 + i}${String(k).padStart(4, '0')}`,
        nameZh: `第${i}省${k}县`,
        nameEn: `County ${k} of Province ${i}`,
        level: 'county',
        parentCode: code,
      });
  }
  const { tree } = buildRegionTree('large', rows);
  return tree!;
}

/** The same numbers at each start (mulberry32). */
function numbers(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface LargeInbox {
  readonly spells: readonly Spell[];
  readonly state: Pick<ResponseState, 'warnings' | 'silences' | 'cases'>;
  readonly world: InboxWorld & { readonly plan: ReturnType<typeof defaultPlan> };
}

/**
 * As many spells as asked for, half of them going on in October 2026 (as far as there are regions), of all states and
 * levels, half of them acted on, some silenced; looked at on 12 November 2026 at 10:00. No clock, no chance: a seed.
 */
export function largeInbox(count: number, seed = 1): LargeInbox {
  const next = numbers(seed);
  const below = (n: number): number => Math.floor(next() * n);
  const tree = largeTree();
  const newest = month('2026-10');
  const by: Actor = { role: 'region', regionCode: '100000', name: '王敏' };
  const done = (at: number): Done => ({ seq: at, at, by });
  const nowMs = momentOf(lastDayOf('month', newest) + 12, 600);
  const spells: Spell[] = [];
  const warnings = new Map<string, WarningRecord>();
  for (let i = 0; i < count; i++) {
    const code = tree.regions[i % tree.regions.length]!.code;
    // The first round of the regions goes on; those after it are earlier ones, which have ended.
    const round = Math.floor(i / tree.regions.length);
    const long = 1 + below(8);
    const since = newest - round * 12 - long + 1;
    const levels = Array.from({ length: long }, (_, k) => (k === 0 && next() < 0.3 ? 0 : 1 + below(4)) as LevelByte);
    if (round === 0 && next() < 0.05) levels[long - 1] = 255;
    if (round > 0 && levels[long - 1] === 0) levels[long - 1] = 1;
    const signals = INDICATORS.map((id, k) => signalOf(id, levels[long - 1]!, FAMILIES[k]!)).slice(0, 1 + below(4));
    const ended: Partial<Spell> = round > 0 ? { until: since + long - 1, state: 'ended' } : {};
    const spell = spellOf(code, formatPeriod('month', since), levels, { signals, index: below(1000) / 10, ...ended });
    spells.push(spell);
    if (next() < 0.5)
      warnings.set(
        spell.id,
        recordOf(spell.id, below(4), below(5) as WarningLevel | 0, done(nowMs - below(40) * 3_600_000)),
      );
  }
  const silences = new Map<string, Silence>();
  for (let i = 0; i < 5; i++) {
    const scope = { regionCode: `${11 + i}0000`, below: true, indicators: [], upTo: (1 + below(3)) as WarningLevel };
    silences.set(`S-${i}`, {
      id: `S-${i}`,
      scope,
      until: lastDayOf('month', newest) + 30,
      reason: '系统切换',
      set: done(nowMs),
      ended: null,
    });
  }
  return {
    spells,
    state: { warnings, silences, cases: new Map() },
    world: { tree, frequency: 'month', plan: defaultPlan(), calendar: calendarOf({}), nowMs },
  };
}

function recordOf(id: string, kind: number, level: WarningLevel | 0, acknowledged: Done): WarningRecord {
  const state = (['acknowledged', 'verified', 'false-alarm', 'closed'] as const)[kind]!;
  return {
    id,
    state,
    level,
    acknowledged,
    verified: state === 'verified' ? { ...acknowledged, at: acknowledged.at + 3_600_000 } : null,
    reason: kind > 1 ? '统计口径调整' : '',
    case: null,
    acts: [{ ...acknowledged, kind: 'acknowledge' }],
    notes: [],
  };
}
