import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { roundStatistic } from '../../src/signals/thresholds';
import { run } from './run-detector';

/** The Sahm rule against published and independently computed numbers (test/reference/README.md). */
interface Table {
  readonly periods: readonly string[];
  readonly columns: Readonly<Record<string, readonly number[]>>;
}

function table(file: string): Table {
  const [head, ...lines] = readFileSync(`test/reference/${file}`, 'utf8').trim().split('\n');
  const cells = lines.map((line) => line.split(','));
  const names = head!.split(',').slice(1);
  return {
    periods: cells.map((c) => c[0]!),
    columns: Object.fromEntries(names.map((n, k) => [n, cells.map((c) => (c[k + 1] === '' ? NaN : Number(c[k + 1])))])),
  };
}

describe('United States', () => {
  const { periods, columns } = table('us-national-sahm.csv');
  const x = run('rise', {}, columns.unrate!).statistic.map((v) => (Number.isNaN(v) ? NaN : roundStatistic(v, 2)));
  const published = columns.sahmcurrent!;

  test('all 897 published months, to two decimals', () => {
    expect(published.filter((v) => !Number.isNaN(v))).toHaveLength(897);
    const wrong = periods.flatMap((p, t) =>
      Number.isNaN(published[t]) || x[t] === published[t] ? [] : [`${p}: ${x[t]} ≠ ${published[t]}`],
    );
    expect(wrong).toEqual([]);
  });

  test.each([
    ['2008-01', 0.47],
    ['2008-02', 0.53],
    ['2009-06', 3.97],
    ['2020-06', 9.43],
    ['2021-09', -0.37],
    ['1969-10', 0.23],
  ])('%s is %d', (period, wanted) => expect(x[periods.indexOf(period)]).toBe(wanted));

  test('the first value is that of the 15th month', () => expect(x.findIndex((v) => !Number.isNaN(v))).toBe(14));
});

test('diffusion over 26 states: six spells of at least 16, exact months and highest counts, and none other', () => {
  const golden = JSON.parse(readFileSync('test/reference/golden-spells.json', 'utf8')) as {
    states: number;
    atLeast: number;
    spells: { from: string; to: string; max: number }[];
  };
  const { periods, columns } = table('us-states-unemployment-rate.csv');
  const states = Object.values(columns);
  expect(states).toHaveLength(golden.states);
  const on = states.map((s) => run('rise', {}, s).statistic.map((v) => roundStatistic(v, 2) >= 0.5));
  const counts = periods.map((_, t) => on.filter((s) => s[t]).length);
  const spells: { from: string; to: string; max: number }[] = [];
  counts.forEach((n, t) => {
    if (n < golden.atLeast) return;
    if (t === 0 || counts[t - 1]! < golden.atLeast) spells.push({ from: periods[t]!, to: '', max: 0 });
    const spell = spells.at(-1)!;
    spell.to = periods[t]!;
    spell.max = Math.max(spell.max, n);
  });
  expect(spells).toEqual(golden.spells);
});
