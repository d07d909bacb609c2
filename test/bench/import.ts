import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { defaultCatalogue, defaultRegionTree } from '../../src/base/catalogue';
import { formatPeriod } from '../../src/base/period';
import { readFile } from '../../src/observations/read-file';
import { benchIndicators } from './panels';

/**
 * Import of a million rows, streamed from the disk: seconds and peak memory, each in a process of its own, beside
 * papaparse's bare parse of the same text (which gives arrays of strings and checks nothing).
 */
const ROWS = 1_000_000;
const TURNS = 3;

const FORMS: Readonly<Record<string, { header: string; row(k: number): string }>> = {
  canonical: { header: 'region_code,region_name,indicator,period,value,unit', row: (k) => rowOf(k, 'id') },
  // As officials have it: names in Chinese, thousands separators, its own headers.
  table: { header: '行政区划代码,地区,指标,月份,数值,单位', row: (k) => rowOf(k, 'words') },
};

function rowOf(k: number, as: 'id' | 'words'): string {
  const indicators = benchIndicators();
  const { regions } = defaultRegionTree();
  const indicator = indicators[k % indicators.length]!;
  const region = regions[Math.floor(k / indicators.length) % regions.length]!;
  const month = 1980 * 12 + Math.floor(k / (indicators.length * regions.length));
  const value = indicator.range[1] < 9000 ? ((k * 7919) % 80) / 10 : (k * 7919) % 9000;
  const head = `${region.code},${region.name.zh}`;
  if (as === 'id') return `${head},${indicator.id},${formatPeriod('month', month)},${value},${indicator.unit}`;
  const period = `${Math.floor(month / 12)}年${(month % 12) + 1}月`;
  return `${head},${indicator.name.zh},${period},"${value.toLocaleString('en-US')}",`;
}

async function write(path: string, form: string): Promise<void> {
  const { header, row } = FORMS[form]!;
  const out = createWriteStream(path);
  out.write(`${header}\n`);
  for (let k = 0; k < ROWS; k += 10_000) {
    const part = Array.from({ length: 10_000 }, (_, j) => row(k + j)).join('\n');
    if (!out.write(`${part}\n`)) await new Promise<void>((resolve) => out.once('drain', () => resolve()));
  }
  await new Promise<void>((resolve) => out.end(() => resolve()));
}

interface Measured {
  readonly seconds: number;
  readonly peak: number;
  readonly rows: number;
}

/** In a process of its own: the best of some turns, and the highest resident size above that of an idle start. */
async function measure(path: string, by: string): Promise<Measured> {
  const idle = process.memoryUsage().rss;
  let seconds = Infinity;
  let rows = 0;
  for (let k = 0; k < TURNS; k++) {
    const start = performance.now();
    if (by === 'papaparse') {
      rows = Papa.parse<string[]>(readFileSync(path, 'utf8')).data.length - 1;
    } else {
      const context = { tree: defaultRegionTree(), catalogue: defaultCatalogue() };
      rows = (await readFile(() => createReadStream(path), 'bench.csv', context)).taken;
    }
    seconds = Math.min(seconds, (performance.now() - start) / 1000);
  }
  return { seconds, peak: process.resourceUsage().maxRSS * 1024 - idle, rows };
}

function inOwnProcess(path: string, by: string): Measured {
  const args = [...process.execArgv, fileURLToPath(import.meta.url), path, by];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Measured;
}

const [path, by] = process.argv.slice(2);
if (path !== undefined && by !== undefined) {
  process.stdout.write(JSON.stringify(await measure(path, by)));
} else {
  const folder = mkdtempSync(join(tmpdir(), 'fengsui-bench-'));
  const lines = [
    '| import of 1,000,000 rows | ratio to papaparse | seconds | peak memory | file |',
    '| --- | --- | --- | --- | --- |',
  ];
  for (const form of Object.keys(FORMS)) {
    const file = join(folder, `${form}.csv`);
    await write(file, form);
    const ours = inOwnProcess(file, 'ours');
    const papa = inOwnProcess(file, 'papaparse');
    const mib = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MiB`;
    lines.push(
      `| ${form}, ${ours.rows} taken | ${(ours.seconds / papa.seconds).toFixed(2)} × | ${ours.seconds.toFixed(1)} to ${papa.seconds.toFixed(1)} | ${mib(ours.peak)} to ${mib(papa.peak)} | ${mib(statSync(file).size)} |`,
    );
  }
  rmSync(folder, { recursive: true });
  process.stdout.write(`${lines.join('\n')}\n`);
}
