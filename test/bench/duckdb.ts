import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { assess } from '../../src/assess';
import { changeDetector } from '../../src/detectors/change';
import { makeOutput, makeScratch } from '../../src/detectors/detector';
import { riseDetector } from '../../src/detectors/rise';
import { defaultScheme } from '../../src/levels/load-scheme';
import type { Column, Panel } from '../../src/panel/panel';
import { defaultRuleSet } from '../../src/signals/load-rule-set';
import { seriesReader } from '../../src/signals/series';
import { reachedLevel } from '../../src/signals/thresholds';
import { benchPanels, SIZES } from './panels';

/**
 * The same statistics over the nation in DuckDB, one thread, as SQL windows: 3-month mean, its rise above the 12-month
 * minimum before, its yearly change, both against four thresholds. DuckDB (MIT) is 70 MB: it is no dependency, but is
 * fetched with npm on the first run, beside the installed packages.
 */
const VERSION = '1.5.6-r.1';
const TURNS = 3;
/** Odd enough that rounding of sums, which are taken in another order there, decides nothing. */
const LINES = Float64Array.of(NaN, 0.50371, 1.00713, 2.00371, 4.00713);

/** What is used of `@duckdb/node-api`; its own types are there only once it is. */
interface DuckDb {
  readonly DuckDBInstance: {
    create(path: string, options: Record<string, string>): Promise<{ connect(): Promise<Connection> }>;
  };
  readonly DuckDBDataChunk: { create(types: readonly unknown[]): Chunk };
  readonly INTEGER: unknown;
  readonly DOUBLE: unknown;
}
interface Chunk {
  setColumns(columns: readonly (readonly (number | null)[])[]): void;
}
interface Connection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRowsJson(): (string | number | null)[][] }>;
  createAppender(table: string): Promise<{ appendDataChunk(chunk: Chunk): void; closeSync(): void }>;
}

async function fetchDuckDb(): Promise<DuckDb> {
  const folder = join(fileURLToPath(new URL('../..', import.meta.url)), 'node_modules/.cache/fengsui/duckdb');
  const entry = join(folder, 'node_modules/@duckdb/node-api/lib/index.js');
  if (!existsSync(entry)) {
    mkdirSync(folder, { recursive: true });
    const npm = spawnSync(
      'npm',
      ['install', '--prefix', folder, '--no-audit', '--no-fund', '--no-save', `@duckdb/node-api@${VERSION}`],
      { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' },
    );
    if (npm.status !== 0) throw new Error(`@duckdb/node-api ${VERSION} could not be fetched`);
  }
  return (await import(pathToFileURL(entry).href)) as DuckDb;
}

const CHUNK = 2048;

async function fill(db: DuckDb, connection: Connection, panel: Panel): Promise<void> {
  await connection.run('create table figures (indicator integer, region integer, month integer, value double)');
  const appender = await connection.createAppender('figures');
  const chunk = db.DuckDBDataChunk.create([db.INTEGER, db.INTEGER, db.INTEGER, db.DOUBLE]);
  for (const [k, { values }] of [...panel.columns.values()].entries()) {
    for (let from = 0; from < values.length; from += CHUNK) {
      const cells = Array.from({ length: Math.min(CHUNK, values.length - from) }, (_, i) => from + i);
      chunk.setColumns([
        cells.map(() => k),
        cells.map((cell) => Math.floor(cell / panel.count)),
        cells.map((cell) => cell % panel.count),
        cells.map((cell) => (values[cell] === values[cell] ? values[cell]! : null)),
      ]);
      appender.appendDataChunk(chunk);
    }
  }
  appender.closeSync();
}

const reached = (x: string): string => [4, 3, 2, 1].map((l) => `when ${x} >= ${LINES[l]} then ${l}`).join(' ');
const STATISTICS = `
  with means as (
    select indicator, region, month, case when count(value) over three = 3 then avg(value) over three end as mean
    from figures
    window three as (partition by indicator, region order by month rows between 2 preceding and current row)
  ), statistics as (
    select indicator, region, month,
      mean - case when count(mean) over before = 12 then min(mean) over before end as rise,
      mean - lag(mean, 12) over series as change
    from means
    window series as (partition by indicator, region order by month),
      before as (partition by indicator, region order by month rows between 12 preceding and 1 preceding)
  )`;
const COUNTS = `${STATISTICS}
  select count(rise), sum(case ${reached('rise')} else 0 end), count(change), sum(case ${reached('change')} else 0 end)
  from statistics`;
const SAMPLE = `${STATISTICS}
  select indicator, region, month, rise, change from statistics
  where region % 97 = 5 and month % 31 = 7 and indicator % 5 = 1 and rise is not null`;

const PARTS = [
  { detector: riseDetector, params: { meanPeriods: 3, lookback: 12 } },
  { detector: changeDetector, params: { lag: 12, as: 'points', meanPeriods: 3 } },
] as const;

/** Number of statistics and sum of the levels that they reach, for each of the two; a rise is worse here as there. */
function byDetectors(panel: Panel): number[] {
  const out = makeOutput(panel.count);
  const scratch = makeScratch(panel.count);
  return PARTS.flatMap(({ detector, params }) => {
    let there = 0;
    let levels = 0;
    for (const column of panel.columns.values()) {
      const reader = seriesReader(panel, upward(column), detector, params, () => undefined);
      for (let r = 0; r < panel.tree.regions.length; r++) {
        detector.run(reader.of(r), params, out, scratch);
        for (let t = 0; t < panel.count; t++) {
          const x = out.statistic[t]!;
          if (x !== x) continue;
          there++;
          levels += reachedLevel(x, LINES);
        }
      }
    }
    return [there, levels];
  });
}

function upward(column: Column): Column {
  return { ...column, indicator: { ...column.indicator, worse: 'up' } };
}

function checkSample(panel: Panel, rows: readonly (string | number | null)[][]): void {
  const columns = [...panel.columns.values()];
  const out = makeOutput(panel.count);
  const scratch = makeScratch(panel.count);
  if (rows.length < 500) throw new Error(`the sample has ${rows.length} rows`);
  for (const [indicator, region, month, ...theirs] of rows) {
    for (const [k, { detector, params }] of PARTS.entries()) {
      const reader = seriesReader(panel, upward(columns[Number(indicator)]!), detector, params, () => undefined);
      detector.run(reader.of(Number(region)), params, out, scratch);
      const ours = out.statistic[Number(month)]!;
      const other = theirs[k] === null ? NaN : Number(theirs[k]);
      const near = Number.isNaN(ours)
        ? Number.isNaN(other)
        : Math.abs(ours - other) <= 1e-9 * Math.max(1, Math.abs(ours));
      if (!near) throw new Error(`${detector.kind} ${indicator} ${region} ${month}: ${ours} here, ${other} in DuckDB`);
    }
  }
}

async function timeOf(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const best = (times: readonly number[]): number => Math.min(...times);
const panels = benchPanels(SIZES.at(-1)!);
const panel = panels.month!;
const config = { ruleSet: defaultRuleSet(), scheme: defaultScheme() };
const db = await fetchDuckDb();
const instance = await db.DuckDBInstance.create(':memory:', { threads: '1' });
const connection = await instance.connect();
await fill(db, connection, panel);

const ours = byDetectors(panel);
const [theirs] = (await connection.runAndReadAll(COUNTS)).getRowsJson();
if (ours.join() !== theirs!.map(Number).join())
  throw new Error(`counts: ${ours.join()} here, ${theirs!.join()} in DuckDB`);
const sample = (await connection.runAndReadAll(SAMPLE)).getRowsJson();
checkSample(panel, sample);

const times = { sql: [] as number[], detectors: [] as number[], assess: [] as number[] };
for (let k = 0; k < TURNS; k++) {
  times.sql.push(await timeOf(() => connection.runAndReadAll(COUNTS)));
  times.detectors.push(await timeOf(() => byDetectors(panel)));
  times.assess.push(await timeOf(() => assess(panels, config, null)));
}
const line = (what: string, time: number): string =>
  `| DuckDB, one thread, nation: to ${what} | ${(best(times.sql) / time).toFixed(1)} × | ≥ 25 × | ${(best(times.sql) / 1000).toFixed(1)} s to ${(time / 1000).toFixed(2)} s |`;
process.stdout.write(
  [
    '| what | ratio | line | measured |',
    '| --- | --- | --- | --- |',
    line('the same statistics and thresholds', best(times.detectors)),
    line(
      `the whole default rule set (${config.ruleSet.rules.length} statistics, lifecycles, levels)`,
      best(times.assess),
    ),
    `${sample.length} sampled values and the counts of all are equal.`,
    '',
  ].join('\n'),
);
