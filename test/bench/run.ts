import Papa from 'papaparse';
import { mean, min } from 'simple-statistics';
import { demonstrationBodies } from '../../mock-data/bodies';
import { advance, lookOnward, standingOf } from '../../src/advance';
import { type Assessment, assess } from '../../src/assess';
import { replay } from '../../src/backtest/replay';
import { defaultCatalogue } from '../../src/base/catalogue';
import { formatPeriod, NO_DAY } from '../../src/base/period';
import { changeDetector } from '../../src/detectors/change';
import { makeOutput, makeScratch } from '../../src/detectors/detector';
import { riseDetector } from '../../src/detectors/rise';
import { defaultScheme } from '../../src/levels/load-scheme';
import { readCsv } from '../../src/observations/read-csv';
import { buildPanels } from '../../src/panel/build';
import type { Column, Panel, Panels } from '../../src/panel/panel';
import { seriesReader } from '../../src/signals/series';
import { defaultRuleSet } from '../../src/signals/load-rule-set';
import { readDemonstration } from '../mock-data/demonstration';
import { benchIndicators, benchPanels, bytesOf, cutMonths, SIZES } from './panels';

/**
 * Speed and size of the engine as ratios to other work on the same figures in the same run (npm run bench).
 * Milliseconds are of this machine at this hour; only the ratios travel.
 */
const config = { ruleSet: defaultRuleSet(), scheme: defaultScheme() };

/**
 * Median times of two pieces of work, in ms, run in turns so that both meet the same moods of the machine; the first
 * turn warms up and does not count.
 */
function compare(
  turns: number,
  ours: () => unknown,
  theirs: () => unknown,
  clock = timeOf,
): { ours: number; theirs: number } {
  const times = { ours: [] as number[], theirs: [] as number[] };
  for (let k = 0; k <= turns; k++) {
    times.ours.push(clock(ours));
    times.theirs.push(clock(theirs));
  }
  return { ours: median(times.ours.slice(1)), theirs: median(times.theirs.slice(1)) };
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Of all threads, so with what the collector does beside us; other jobs on the machine do not count. */
function processorTimeOf(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

/** Reads each value of the panel once. */
function barePass(panel: Panel): number {
  let sum = 0;
  for (const { values } of panel.columns.values()) {
    for (let i = 0; i < values.length; i++) if (values[i] === values[i]) sum += values[i]!;
  }
  return sum;
}

const valuesOf = ({ month }: Panels): number => month!.columns.size * month!.tree.regions.length * month!.count;
const ms = (time: number): string => `${time < 10 ? time.toFixed(2) : time.toFixed(0)} ms`;
const mib = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MiB`;
const lines: string[] = [];
const tell = (what: string, ratio: string, line: string, detail: string): void => {
  lines.push(`| ${what} | ${ratio} | ${line} | ${detail} |`);
  process.stderr.write(`${what}: ${ratio} (${line})  ${detail}\n`);
};

/** The statistics of quality.md over all regions of a rate: rise from the low of the 3-month mean, and its yearly change. */
const STATISTICS = [
  { detector: riseDetector, params: { meanPeriods: 3, lookback: 12 } },
  { detector: changeDetector, params: { lag: 12, as: 'points', meanPeriods: 3 } },
] as const;

function byDetectors(panel: Panel, column: Column): number {
  const out = makeOutput(panel.count);
  const scratch = makeScratch(panel.count);
  let kept = 0;
  for (const { detector, params } of STATISTICS) {
    const reader = seriesReader(panel, column, detector, params, () => undefined);
    for (let r = 0; r < panel.tree.regions.length; r++) {
      detector.run(reader.of(r), params, out, scratch);
      kept += out.statistic[panel.count - 1]!;
    }
  }
  return kept;
}

/** The same statistics, each window handed to simple-statistics. */
function bySimpleStatistics(panel: Panel, column: Column): number {
  let kept = 0;
  for (let r = 0; r < panel.tree.regions.length; r++) {
    const series = Array.from(column.values.subarray(r * panel.count, (r + 1) * panel.count));
    const meanAt = (at: number): number => mean(series.slice(at - 2, at + 1));
    for (let t = 14; t < panel.count; t++) {
      kept += meanAt(t) - min(Array.from({ length: 12 }, (_, k) => meanAt(t - 1 - k)));
      kept += meanAt(t) - meanAt(t - 12);
    }
  }
  return kept;
}

function assessments(): void {
  const perSize: { values: number; time: number }[] = [];
  for (const size of SIZES) {
    const nation = size === SIZES.at(-1);
    const before = process.memoryUsage().rss;
    const panels = benchPanels(size);
    const bytes = bytesOf(panels);
    if (nation) {
      assess(panels, config, null);
      const peak = process.resourceUsage().maxRSS * 1024 - before;
      tell(
        'peak memory, nation: to the panel',
        `${(peak / bytes).toFixed(2)} ×`,
        '≤ 3 ×',
        `${mib(peak)} to ${mib(bytes)}`,
      );
    }
    const { ours, theirs } = compare(
      nation ? 7 : 15,
      () => assess(panels, config, null),
      () => barePass(panels.month!),
    );
    perSize.push({ values: valuesOf(panels), time: ours });
    tell(
      `assess, ${size.name}: to a bare pass`,
      `${(ours / theirs).toFixed(1)} ×`,
      '≤ 30 ×',
      `${ms(ours)} to ${ms(theirs)}`,
    );
    if (size === SIZES[1]) windows(panels);
    if (nation) nextMonth(panels);
  }
  const region = perSize[0]!;
  for (const [k, large] of perSize.entries()) {
    if (k === 0) continue;
    const sizes = large.values / region.values;
    const growth = large.time / region.time;
    tell(
      `growth, ${SIZES[k]!.name}: time ratio over size ratio`,
      (growth / sizes).toFixed(2),
      '≤ 1.15',
      `${growth.toFixed(1)} to ${sizes.toFixed(1)}`,
    );
  }
}

/** The last month of the nation, gone on to from the one before, against the assessment of all months. */
function nextMonth(panels: Panels): void {
  const { count } = panels.month!;
  const standing = standingOf(assess(cutMonths(panels, 0, count - 1), config, null))!;
  const two = cutMonths(panels, count - 2, count);
  const whole = assess(panels, config, null);
  sameLastMonth(whole, advance(standing, two, null).levels);
  const month = (): unknown => advance(standing, two, null);
  const all = (): unknown => assess(panels, config, null);
  for (const [how, { ours, theirs }] of [
    ['', compare(7, month, all)],
    [', by processor time', compare(7, month, all, processorTimeOf)],
  ] as const) {
    tell(
      `one new month, nation: to assess${how}`,
      `${((100 * ours) / theirs).toFixed(1)} %`,
      '≤ 2 %',
      `${ms(ours)} to ${ms(theirs)}`,
    );
  }
}

/** The demonstration's past as it was known month by month: whole at each look, against going on from what is the same. */
function replays(): void {
  const { panels } = readDemonstration(demonstrationBodies());
  const { month, year } = panels;
  const { ours, theirs } = compare(
    3,
    () => {
      const last = assess(panels, config, null);
      const onward = lookOnward(panels, last)!;
      return replay(month!, year, null, (day, look) => (day === null ? last : onward(look, day)));
    },
    () => replay(month!, year, null, (day) => assess(panels, config, day)),
  );
  tell(
    'replay of the demonstration, whole at each month: to going on',
    `${(theirs / ours).toFixed(1)} ×`,
    '–',
    `${ms(theirs)} to ${ms(ours)}`,
  );
}

function sameLastMonth({ panel, levels }: Assessment, month: Assessment['levels']): void {
  for (const key of ['level', 'own', 'flags', 'index'] as const) {
    const last = levels[key].filter((_: number, cell: number) => cell % panel.count === panel.count - 1);
    if (last.some((v: number, r: number) => !Object.is(v, month[key][r]))) throw new Error(`advance: another ${key}`);
  }
}

function windows({ month }: Panels): void {
  const column = month!.columns.get('surveyed_unemployment_rate')!;
  const { ours, theirs } = compare(
    9,
    () => byDetectors(month!, column),
    () => bySimpleStatistics(month!, column),
  );
  tell(
    'simple-statistics per window, province×10: to the detectors',
    `${(theirs / ours).toFixed(0)} ×`,
    '≥ 50 ×',
    `${ms(theirs)} to ${ms(ours)}: 3-month mean, its 12-month minimum, its yearly change`,
  );
}

/** A million rows in the canonical form, as bytes. */
function millionRows(): Uint8Array {
  const rows = ['region_code,region_name,indicator,period,value,unit,source'];
  const { month } = benchPanels({ name: '', copies: 3, months: 120 });
  for (const { id, unit } of benchIndicators()) {
    const { values } = month!.columns.get(id)!;
    for (let i = 0; i < values.length && rows.length <= 1_000_000; i++) {
      if (Number.isNaN(values[i])) continue;
      const region = month!.tree.regions[Math.floor(i / month!.count)]!;
      rows.push(
        `${region.code},${region.name.zh},${id},${formatPeriod('month', month!.first + (i % month!.count))},${values[i]!.toFixed(2)},${unit},bench`,
      );
    }
  }
  return new TextEncoder().encode(`${rows.join('\n')}\n`);
}

async function reading(): Promise<void> {
  const bytes = millionRows();
  const { tree } = benchPanels({ name: '', copies: 3, months: 12 }).month!;
  const pieces = Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, k) =>
    bytes.subarray(k * 65_536, (k + 1) * 65_536),
  );
  const ours: number[] = [];
  const papa: number[] = [];
  let taken = 0;
  for (let k = 0; k < 6; k++) {
    const start = performance.now();
    const read = await readCsv(() => pieces, { tree, catalogue: defaultCatalogue() });
    const batch = {
      id: 'b',
      name: 'b',
      source: 'b',
      takenOn: NO_DAY,
      demonstration: false,
      observations: read.observations,
    };
    buildPanels([batch], tree, defaultCatalogue());
    ours.push(performance.now() - start);
    taken = read.taken;
    papa.push(timeOf(() => Papa.parse<string[]>(new TextDecoder().decode(bytes))));
  }
  const [a, b] = [median(ours.slice(1)), median(papa.slice(1))];
  tell(
    'reading 1,000,000 rows into a checked panel: to papaparse',
    `${(a / b).toFixed(2)} ×`,
    '≤ 2 ×',
    `${ms(a)} to ${ms(b)}, ${mib(bytes.length)}, ${taken} rows taken`,
  );
}

assessments();
replays();
await reading();
process.stdout.write(['| what | ratio | line | measured |', '| --- | --- | --- | --- |', ...lines, ''].join('\n'));
