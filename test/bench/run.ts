import Papa from 'papaparse';
import { mean, min } from 'simple-statistics';
import { assess } from '../../src/assess';
import { defaultCatalogue } from '../../src/base/catalogue';
import { defaultScheme } from '../../src/levels/load-scheme';
import { readCsv } from '../../src/observations/read-csv';
import type { Panel } from '../../src/panel/panel';
import { buildPanels } from '../../src/panel/build';
import { defaultRuleSet } from '../../src/signals/load-rule-set';
import { buildRegionTree } from '../../src/base/regions';
import { panelBytes, SIZES, syntheticPanel } from './synthetic';

/**
 * Speed as ratios measured side by side in one run; the machine's own speed drifts. `npm run bench`; results are
 * written down in README.md beside this file, with the date.
 */
const config = { ruleSet: defaultRuleSet(), scheme: defaultScheme() };

function median(times: number[]): number {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

/** Milliseconds of one call, the median of several after one to warm up. */
function time(runs: number, what: () => unknown): number {
  what();
  return median(
    Array.from({ length: runs }, () => {
      const begun = performance.now();
      what();
      return performance.now() - begun;
    }),
  );
}

/** Reads each value once: the least that any assessment must do. */
function barePass(panel: Panel): number {
  let sum = 0;
  for (const { values } of panel.columns.values()) for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum;
}

/** The windows of the Sahm rule and of a year-on-year 3-month mean, each made anew by simple-statistics. */
function perWindow(panel: Panel): number {
  let found = 0;
  for (const { values } of panel.columns.values()) {
    for (let r = 0; r < panel.tree.regions.length; r++) {
      const at = r * panel.count;
      const series = Array.from(values.subarray(at, at + panel.count));
      const means = series.map((_, t) => (t < 2 ? Number.NaN : mean(series.slice(t - 2, t + 1))));
      for (let t = 14; t < panel.count; t++) {
        if (means[t]! - min(means.slice(t - 12, t)) >= 0.5) found++;
        if (means[t]! - means[t - 12]! >= 0.5) found++;
      }
    }
  }
  return found;
}

function report(name: string, value: string): void {
  console.log(`${name.padEnd(66)} ${value}`);
}

const ms: Record<string, number> = {};
const values: Record<string, number> = {};
for (const [name, size] of Object.entries(SIZES)) {
  const panel = syntheticPanel(size);
  const panels = { month: panel };
  const runs = name === 'nation' ? 3 : 7;
  const rules = config.ruleSet.rules.filter((r) => panel.columns.has(r.indicator)).length;
  values[name] = [...panel.columns.values()].reduce((n, c) => n + c.values.length, 0);
  const bare = time(runs, () => barePass(panel));
  ms[name] = time(runs, () => assess(panels, config, null));
  report(`${name}: ${size.regions} regions × ${panel.columns.size} indicators × ${size.months} months, ${rules} rules`, '');
  report('  assess, milliseconds (this machine, today)', ms[name]!.toFixed(0));
  report('  assess / bare pass, whole default rule set (line: ≤ 30)', (ms[name]! / bare).toFixed(1));
  if (name === 'region') {
    const one = { ...config, ruleSet: { ...config.ruleSet, rules: riseEverywhere(panel) } };
    const ours = time(runs, () => assess(panels, one, null));
    const theirs = time(3, () => perWindow(panel));
    report('  simple-statistics per window / assess, two rules on every indicator (line: ≥ 50)', (theirs / ours).toFixed(1));
  }
  if (name === 'nation') {
    globalThis.gc?.();
    const before = process.memoryUsage();
    const kept = assess(panels, config, null);
    const after = process.memoryUsage();
    const grown = after.arrayBuffers + after.heapUsed - before.arrayBuffers - before.heapUsed;
    report(`  memory: panel and all that assess made (${kept.signals.length} rules) / panel bytes (line: ≤ 3)`, ((grown + panelBytes(panel)) / panelBytes(panel)).toFixed(2));
  }
}
const growth = ms.nation! / ms.region! / (values.nation! / values.region!);
report('growth: time nation / time region over the ratio of sizes (line: ≤ 1.15)', growth.toFixed(2));
await benchReader();

/** Sahm and year-on-year rise on every indicator: the same windows as `perWindow`. */
function riseEverywhere(panel: Panel): typeof config.ruleSet.rules {
  const rise = config.ruleSet.rules.find((r) => r.detector.kind === 'rise')!;
  const change = config.ruleSet.rules.find((r) => r.id === 'surveyed-rate-change')!;
  return [...panel.columns.keys()].flatMap((indicator) => [
    { ...rise, id: `rise-${indicator}`, indicator, appliesTo: 'all' as const, form: 'reported' as const },
    { ...change, id: `change-${indicator}`, indicator, form: 'reported' as const },
  ]);
}

/** A million rows of canonical CSV into a checked panel, against papaparse's bare parse of the same bytes. */
async function benchReader(): Promise<void> {
  const regions = 1000;
  const rows = Array.from({ length: regions }, (_, i) => ({ code: `A${i}`, nameZh: `甲${i}`, nameEn: '', level: '', parentCode: '' }));
  const { tree } = buildRegionTree('bench', rows);
  const lines = ['region_code,region_name,indicator,period,value,unit,source'];
  for (let i = 0; i < 1_000_000; i++) {
    const t = Math.floor(i / regions);
    const period = `${1930 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, '0')}`;
    lines.push(`A${i % regions},甲${i % regions},unemployment_rate,${period},${(3 + (i % 50) / 10).toFixed(1)},percent,bench`);
  }
  const text = lines.join('\n');
  const bytes = new TextEncoder().encode(text);
  const blocks = Array.from({ length: Math.ceil(bytes.length / 4e6) }, (_, i) => bytes.subarray(i * 4e6, (i + 1) * 4e6));
  const context = { tree: tree!, catalogue: defaultCatalogue() };
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let run = 0; run < 3; run++) {
    let begun = performance.now();
    const { observations, digest } = await readCsv(() => blocks, context);
    buildPanels([{ id: digest, name: 'bench', source: 'bench', takenOn: 0, demonstration: false, observations }], tree!, context.catalogue);
    ours.push(performance.now() - begun);
    begun = performance.now();
    let n = 0;
    Papa.parse(new TextDecoder().decode(bytes), { chunk: ({ data }: { data: unknown[] }) => void (n += data.length) });
    theirs.push(performance.now() - begun);
  }
  report(`reading ${observationsWords(bytes.length)} into a checked panel / papaparse bare parse (line: ≤ 2)`, (median(ours) / median(theirs)).toFixed(2));
}

function observationsWords(bytes: number): string {
  return `1,000,000 rows (${Math.round(bytes / 1e6)} MB)`;
}
