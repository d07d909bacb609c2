import { existsSync } from 'node:fs';
import { assess } from '../../src/assess';
import { type Events, eventsOfRows } from '../../src/backtest/events';
import { Alarm, type Range } from '../../src/backtest/month-scores';
import { readEpisodes } from '../../src/backtest/read-episodes';
import { replay } from '../../src/backtest/replay';
import { type RegionScores, scoreAlarm, type Scores } from '../../src/backtest/scores';
import { spreadOf } from '../../src/backtest/spread';
import { monthPeriod } from '../../src/base/period';
import { bytesOf } from '../../src/cli/files';
import { loadPanels } from '../../src/cli/load';
import { defaultScheme } from '../../src/levels/load-scheme';
import type { Panel } from '../../src/panel/panel';
import { runLifecycle } from '../../src/signals/lifecycle';
import { madOfBuffer, medianOfBuffer } from '../../src/stats/robust';
import { ruleOf, ruleSetOf } from '../signals/make-rule';

/**
 * The ladder of small areas: candidate rules on the unadjusted unemployment rate of 26 US states against NBER recessions,
 * and a search over thresholds fitted on 1976–1999 and checked on 2000–2019. `npx tsx test/bench/ladder.ts`, from the
 * repository root, with ../shared/data beside it.
 *
 * Away: the first month of an alarm lies in no recession, nor `before` months before or `after` months after one.
 * Caught: the alarm is on in some month of the same stretch. Delay: from a recession's first month to the first such month.
 */
const DATA = '../shared/data/us_states_laus_nsa.csv';
const INDICATOR = 'unemployment_rate_nsa';
const MARGINS = { before: 6, after: 12 };
const YEAR = 12;

interface Line {
  readonly threshold: number;
  readonly confirm: number;
  readonly clear: number;
  readonly exitMargin: number;
}

async function main(): Promise<void> {
  if (!existsSync(DATA)) {
    process.stdout.write('skipped: data not present\n');
    return;
  }
  const { panels } = await loadPanels([DATA], {}, { flat: true, open: false });
  const panel = panels.month!;
  const { rows } = await readEpisodes(bytesOf('test/reference/nber-recessions.csv'), panel.tree, 'month');
  const events = eventsOfRows(panel, rows!);
  const at = (year: number): number => monthPeriod(year, 1) - panel.first;
  const whole = { from: 0, to: panel.count - 1 };
  const early = { from: 0, to: at(2000) - 1 };
  const late = { from: at(2000), to: panel.count - 1 };

  /** The statistic of a detector, as a rule compares it. */
  const statisticBy = (kind: string, params: Readonly<Record<string, unknown>>): Float64Array => {
    const rule = ruleOf({ indicator: INDICATOR, detector: { kind, params } });
    const config = { ruleSet: ruleSetOf([rule]), scheme: defaultScheme() };
    return replay(panel, undefined, null, (day) => assess(panels, config, day)).rules[0]!.statistic;
  };
  const score = (alarm: Uint8Array, range: Range = whole, margins = MARGINS) =>
    scoreWithin(panel, events, alarm, range, margins);

  const sahm = statisticBy('rise', { meanPeriods: 3, lookback: 12 });
  const d = new Map(
    [1, 3, 6].map((meanPeriods) => [meanPeriods, statisticBy('change', { lag: 12, as: 'points', meanPeriods })]),
  );
  const yearly = d.get(3)!;
  const z = robustZ(yearly, panel.count);
  const bare = (threshold: number, confirm: number): Line => ({ threshold, confirm, clear: 1, exitMargin: 0 });
  const both = yearly.map((x, cell) => (x !== x || z[cell] !== z[cell] ? NaN : Math.min(x / 0.5, z[cell]! / 2)));
  const ladder: [string, Uint8Array][] = [
    ['Sahm 0.5, 1 month', alarmOf(panel, sahm, bare(0.5, 1))],
    ['Sahm 0.5, 3 months', alarmOf(panel, sahm, bare(0.5, 3))],
    ['d 0.5, 1 month', alarmOf(panel, yearly, bare(0.5, 1))],
    ['d 0.5, 3 months', alarmOf(panel, yearly, bare(0.5, 3))],
    ['d 1.0, 1 month', alarmOf(panel, yearly, bare(1, 1))],
    ['d 1.0, 3 months', alarmOf(panel, yearly, bare(1, 3))],
    ['z(d) 2 and d 0.5, 1 month', alarmOf(panel, both, bare(1, 1))],
    ['z(d) 2 and d 0.5, 3 months', alarmOf(panel, both, bare(1, 3))],
  ];
  print(`The ladder, ${panel.tree.regions.length} states, 1976-01 to 2019-03; away: no recession month within -6..+12`);
  for (const [name, alarm] of ladder) print(rowOf(name, score(alarm)));

  print('\nWhat "away" means (months before, after): share of alarms away / by chance');
  for (const [before, after] of [
    [0, 0],
    [6, 0],
    [6, 6],
    [6, 12],
    [12, 12],
    [6, 24],
  ] as const) {
    const parts = ladder.map(([, alarm]) => percent(score(alarm, whole, { before, after }).total.alarms.shareAway));
    const chance = percent(score(ladder[0]![1], whole, { before, after }).total.alarms.chanceAway);
    print(`  ${`-${before}..+${after}`.padEnd(10)} ${parts.join(' ')}  chance ${chance}`);
  }

  print('\nThresholds that reach an aim on 1976-1999, and what they do on 2000-2019 (away / caught / per decade)');
  const aims = [
    ['yellow: away ≤ 30 %, caught ≥ 90 %', 0.3, 0.9],
    ['orange: away ≤ 20 %, caught ≥ 85 %', 0.2, 0.85],
    ['red:    away ≤ 10 %, caught ≥ 60 %', 0.1, 0.6],
  ] as const;
  const tried = [...gridOf(d)].map(({ statistic, ...line }) => {
    const alarm = alarmOf(panel, statistic, line);
    return { ...line, alarm, fit: score(alarm, early), held: score(alarm, late) };
  });
  for (const [name, away, caught] of aims) {
    const reached = tried.filter((c) => shareAway(c.fit) <= away && caughtShare(c.fit) >= caught);
    print(`\n${name}: ${reached.length} of ${tried.length} reach it on the first part`);
    // Of those, the ones that come first: least median delay, then least away.
    const ranked = reached.toSorted((a, b) => delay(a.fit) - delay(b.fit) || shareAway(a.fit) - shareAway(b.fit));
    for (const c of ranked.slice(0, 12)) {
      const { mean, threshold, confirm, clear, exitMargin } = c;
      print(rowOf(`  M${mean} d ${threshold} confirm ${confirm} clear ${clear} exit ${exitMargin}`, c.fit));
      print(rowOf('      held out', c.held));
    }
  }

  print(
    '\nM3, by threshold, confirmation and ending: 1976-1999, 2000-2019, whole span (away / caught / median delay / per decade)',
  );
  for (const c of tried.filter((t) => t.mean === 3 && t.confirm <= 3 && t.threshold <= 2)) {
    const cells = [c.fit, c.held, score(c.alarm)].map(shortOf);
    print(`  d ${c.threshold} confirm ${c.confirm} clear ${c.clear} exit ${c.exitMargin}: ${cells.join('  |  ')}`);
  }
}

function* gridOf(d: ReadonlyMap<number, Float64Array>) {
  for (const [mean, statistic] of d)
    for (const threshold of [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.4, 1.5, 1.6, 1.8, 2, 2.2, 2.5, 3])
      for (const confirm of [1, 2, 3, 4, 6])
        for (const [clear, exitMargin] of [
          [1, 0],
          [2, 0.1],
          [3, 0.2],
          [3, 0.3],
          [6, 0.3],
        ] as const)
          yield { mean, statistic, threshold, confirm, clear, exitMargin };
}

/** z of d against the median and 1.4826·MAD of its own 120 earlier values (at least 60). Panel layout. */
function robustZ(d: Float64Array, count: number): Float64Array {
  const z = new Float64Array(d.length).fill(NaN);
  const buffer = new Float64Array(120);
  for (let cell = 0; cell < d.length; cell++) {
    const from = Math.max(cell - (cell % count), cell - 120);
    let n = 0;
    for (let k = from; k < cell; k++) if (d[k] === d[k]) buffer[n++] = d[k]!;
    if (n < 60) continue;
    const centre = medianOfBuffer(buffer, n);
    const spread = Math.max(madOfBuffer(buffer, n, centre), 0.1);
    z[cell] = (d[cell]! - centre) / spread;
  }
  return z;
}

/** One threshold with its lifecycle: confirmation, clearing, hysteresis. */
function alarmOf(panel: Panel, statistic: Float64Array, { threshold, confirm, clear, exitMargin }: Line): Uint8Array {
  const { count } = panel;
  const rule = ruleOf({
    thresholds: { blue: threshold },
    confirm: { blue: confirm, yellow: confirm, orange: confirm, red: confirm },
    clear,
    exitMargin,
    holdMissing: 3,
  });
  const size = statistic.length;
  const track = {
    level: new Uint8Array(size),
    state: new Uint8Array(size),
    severity: new Float32Array(size),
    gap: new Uint8Array(size),
  };
  const alarm = new Uint8Array(size).fill(Alarm.unknown);
  for (let offset = 0; offset < size; offset += count) {
    const own = statistic.subarray(offset, offset + count);
    const status = new Uint8Array(size).fill(1);
    const started = runLifecycle(
      { statistic: own, status, offset, count, doubt: null, countsOn: false },
      rule,
      Float64Array.of(NaN, threshold, NaN, NaN, NaN),
      track,
    );
    if (started < 0) continue;
    for (let t = started; t < count; t++) alarm[offset + t] = track.level[offset + t]! > 0 ? Alarm.on : Alarm.off;
  }
  return alarm;
}

interface Found {
  readonly total: Scores;
  readonly regions: readonly RegionScores[];
}

/** Scores with the months after a recession in its stretch, for being caught as for being away. */
function scoreWithin(
  panel: Panel,
  events: Events,
  alarm: Uint8Array,
  range: Range,
  { before, after }: typeof MARGINS,
): Found {
  const episodes = events.episodes.map((own) => own.map((e) => ({ ...e, last: e.last + after })));
  const measure = { events: { ...events, episodes }, range, margins: { before, after: 0 }, periodsPerYear: YEAR };
  return scoreAlarm(alarm, panel.count, measure);
}

const shareAway = ({ total }: Found): number => total.alarms.shareAway ?? 1;
const caughtShare = ({ total }: Found): number => total.episodes.caught ?? 0;
const delay = ({ total }: Found): number => total.episodes.lead.median ?? Infinity;
const percent = (share: number | null): string =>
  share === null ? '   –' : `${(100 * share).toFixed(0).padStart(3)}%`;

function rowOf(name: string, { total, regions }: Found): string {
  const { alarms, episodes } = total;
  const by = ['1980', '1981', '1990', '2001', '2008'].flatMap((year) => {
    const own = regions.flatMap((r) => r.outcomes.filter((o) => o.episode.name === year && o.counted));
    if (own.length === 0) return [];
    const leads = own.flatMap((o) => o.lead ?? []);
    return [`${year} ${percent(leads.length / own.length)} (${spreadOf(leads).median ?? '–'})`];
  });
  const cells = [
    name.padEnd(42),
    `on ${percent(alarms.shareOn)}`,
    `${(alarms.perRegionDecade ?? 0).toFixed(1)}/decade`,
    `away ${percent(alarms.shareAway)} (months ${percent(alarms.periodsShareAway)}, chance ${percent(alarms.chanceAway)})`,
    `caught ${percent(episodes.caught)} median ${episodes.lead.median ?? '–'}`,
    by.join(' '),
  ];
  return cells.join(' · ');
}

function shortOf({ total: { alarms, episodes } }: Found): string {
  const lead = String(episodes.lead.median ?? '–').padStart(4);
  return `${percent(alarms.shareAway)} ${percent(episodes.caught)} ${lead} ${(alarms.perRegionDecade ?? 0).toFixed(1)}`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

await main();
