import Papa from 'papaparse';
import { mean, min } from 'simple-statistics';
import { assess } from '../../src/assess';
import { defaultCatalogue } from '../../src/base/catalogue';
import { formatPeriod, NO_DAY } from '../../src/base/period';
import { bindRule } from '../../src/signals/evaluate';
import { formKey } from '../../src/indicators/form';
import { defaultScheme } from '../../src/levels/load-scheme';
import { readCsv } from '../../src/observations/read-csv';
import { buildPanels } from '../../src/panel/build';
import type { Panel, Panels } from '../../src/panel/panel';
import { defaultRuleSet } from '../../src/signals/load-rule-set';
import { prepare } from '../../src/indicators/prepare';
import { benchIndicators, benchPanels, bytesOf, SIZES } from './panels';

/**
 * Speed and size of the engine as ratios to other work on the same figures in the same run (npm run bench).
 * Milliseconds are of this machine at this hour; only the ratios travel.
 */
const config = { ruleSet: defaultRuleSet(), scheme: defaultScheme() };

/** Median time of several runs, in ms; the first one warms up and does not count. */
function timed(runs: number, work: () => unknown): number {
  const times: number[] = [];
  for (let k = 0; k <= runs; k++) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return median(times.slice(1));
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
const ms = (time: number): string => (time < 10 ? time.toFixed(2) : time.toFixed(0));
const lines: string[] = [];
const tell = (what: string, ratio: string, line: string, detail: string): void => {
  lines.push(`| ${what} | ${ratio} | ${line} | ${detail} |`);
  process.stderr.write(`${what}: ${ratio} (${line})  ${detail}\n`);
};

/** The windows of every default rule over some regions, each handed to simple-statistics: time per value graded. */
function simpleStatisticsPerValue(panels: Panels, regions: number): number {
  const needs = config.ruleSet.rules.map((r) => ({ indicator: r.indicator, form: r.form }));
  const panel = prepare(panels.month!, needs, null);
  const { count } = panel;
  let graded = 0;
  let kept = 0;
  const start = performance.now();
  for (const rule of config.ruleSet.rules) {
    const column = panel.columns.get(formKey(rule.indicator, rule.form));
    if (!column) continue;
    const { detector, params } = bindRule(rule);
    const lags = detector.reads(params, column.indicator.kind);
    const windowed = detector.kind === 'change' || detector.kind === 'rise';
    const size = windowed ? Number(params.meanPeriods) : lags.length;
    for (let r = 0; r < regions; r++) {
      const series = Array.from(column.values.subarray(r * count, (r + 1) * count));
      for (let t = 0; t < count; t++) {
        graded++;
        if (t < Math.max(...lags)) continue;
        const meanAt = (at: number): number => mean(series.slice(at - size + 1, at + 1));
        if (detector.kind === 'change') kept += meanAt(t) - meanAt(t - Number(params.lag));
        else if (detector.kind === 'rise') kept += meanAt(t) - min(Array.from({ length: Number(params.lookback) }, (_, k) => meanAt(t - 1 - k)));
        else kept += mean(series.slice(t - lags.length + 1, t + 1));
      }
    }
  }
  if (kept === 0.5) process.stderr.write('');
  return (performance.now() - start) / graded;
}

function assessments(): void {
  const perSize: { values: number; time: number }[] = [];
  for (const size of SIZES) {
    const before = process.memoryUsage().rss;
    const panels = benchPanels(size);
    const bytes = bytesOf(panels);
    const values = valuesOf(panels);
    const nation = size === SIZES.at(-1);
    let peak = 0;
    if (nation) {
      assess(panels, config, null);
      peak = process.resourceUsage().maxRSS * 1024 - before;
    }
    const time = timed(nation ? 5 : 15, () => assess(panels, config, null));
    const bare = timed(nation ? 9 : 31, () => barePass(panels.month!));
    perSize.push({ values, time });
    tell(`assess, ${size.name}: to a bare pass`, `${(time / bare).toFixed(1)} ×`, '≤ 30 ×', `${ms(time)} ms to ${ms(bare)} ms`);
    if (size === SIZES[0]) {
      const graded = config.ruleSet.rules.filter((r) => panels.month!.columns.has(r.indicator)).length * panels.month!.tree.regions.length * size.months;
      const slow = simpleStatisticsPerValue(panels, 24);
      tell('simple-statistics per window, region: to assess', `${(slow / (time / graded)).toFixed(0)} ×`, '≥ 50 ×', `${(slow * 1e6).toFixed(0)} ns to ${((time / graded) * 1e6).toFixed(0)} ns a graded value`);
    }
    if (nation) tell('peak memory, nation: to the panel', `${(peak / bytes).toFixed(2)} ×`, '≤ 3 ×', `${(peak / 2 ** 20).toFixed(0)} MiB to ${(bytes / 2 ** 20).toFixed(0)} MiB`);
  }
  const [region, province, nation] = perSize as [{ values: number; time: number }, { values: number; time: number }, { values: number; time: number }];
  for (const [name, large] of [['province×10', province], ['nation', nation]] as const) {
    const sizes = large.values / region.values;
    tell(`growth, ${name}: time ratio over size ratio`, (large.time / region.time / sizes).toFixed(2), '≤ 1.15', `${(large.time / region.time).toFixed(1)} to ${sizes.toFixed(1)}`);
  }
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
      rows.push(`${region.code},${region.name.zh},${id},${formatPeriod('month', month!.first + (i % month!.count))},${values[i]!.toFixed(2)},${unit},bench`);
    }
  }
  return new TextEncoder().encode(`${rows.join('\n')}\n`);
}

async function reading(): Promise<void> {
  const bytes = millionRows();
  const { tree } = benchPanels({ name: '', copies: 3, months: 12 }).month!;
  const pieces = Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, k) => bytes.subarray(k * 65_536, (k + 1) * 65_536));
  const ours: number[] = [];
  const papa: number[] = [];
  let taken = 0;
  for (let k = 0; k < 6; k++) {
    let start = performance.now();
    const read = await readCsv(() => pieces, { tree, catalogue: defaultCatalogue() });
    const batch = { id: 'b', name: 'b', source: 'b', takenOn: NO_DAY, demonstration: false, observations: read.observations };
    buildPanels([batch], tree, defaultCatalogue());
    ours.push(performance.now() - start);
    taken = read.taken;
    start = performance.now();
    let rows = 0;
    Papa.parse<string[]>(new TextDecoder().decode(bytes), { step: () => rows++ });
    papa.push(performance.now() - start);
  }
  const [a, b] = [median(ours.slice(1)), median(papa.slice(1))];
  tell('reading 1,000,000 rows into a checked panel: to papaparse', `${(a / b).toFixed(2)} ×`, '≤ 2 ×', `${ms(a)} ms to ${ms(b)} ms, ${(bytes.length / 2 ** 20).toFixed(0)} MiB, ${taken} rows taken`);
}

assessments();
await reading();
process.stdout.write(['| what | ratio | line | measured |', '| --- | --- | --- | --- |', ...lines, ''].join('\n'));
