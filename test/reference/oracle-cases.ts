import { readFileSync } from 'node:fs';

/** One value of a series, and what the oracle says of it; NaN = nothing. */
export interface OracleRow {
  readonly period: string;
  readonly value: number;
  readonly expected: number;
  /** The oracle's own statistic: C3, EWMA. */
  readonly statistic: number;
  readonly bound: number;
  readonly alarm: number;
}

export interface OracleCase {
  readonly name: string;
  readonly rows: readonly OracleRow[];
}

export type Cells = Readonly<Record<string, string>>;

export function table(path: string): Cells[] {
  const [head, ...lines] = readFileSync(path, 'utf8').trim().split('\n');
  const names = head!.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i]!, cell])));
}

export const number = (cell: string | undefined): number => (cell === undefined || cell === '' ? NaN : Number(cell));

/** Which columns of an oracle file say what; its values are those of `inputs`, from the first period to the last. */
export interface Source {
  readonly file: string;
  readonly variant?: string;
  readonly expected?: string;
  readonly statistic?: string;
  readonly bound: string;
  readonly alarm: string;
  readonly per?: number;
  readonly from?: string;
}

/** Sources with the table of their values. */
export type Sources = readonly (readonly [string, Source])[];

/** Every series of every oracle file, whole. */
export function oracleCases(data: string, sources: Sources): OracleCase[] {
  return sources.flatMap(([inputs, source]) => {
    const values = new Map<string, Cells[]>();
    for (const row of table(`${data}/${inputs}`)) {
      const key = row.series ?? `${row.region_code}/${row.indicator}`;
      values.set(key, [...(values.get(key) ?? []), row]);
    }
    const wanted = new Map<string, Map<string, Cells>>();
    for (const row of table(`${data}/oracles/${source.file}`)) {
      const key = `${row.series} ${source.variant ? row[source.variant] : ''}`.trim();
      if (!wanted.has(key)) wanted.set(key, new Map());
      wanted.get(key)!.set(row.period!, row);
    }
    return [...wanted].map(([key, oracle]) => {
      const series = key.split(' ')[0]!.replace(/_(thousands|hundreds)$/, '');
      const last = [...oracle.keys()].at(-1)!;
      const rows = values.get(series)!.filter((v) => v.period! >= (source.from ?? '') && v.period! <= last);
      return {
        name: `${source.file.replace('.csv', '')} ${key}`,
        rows: rows.map((v) => {
          const o = oracle.get(v.period!);
          const figure = number(v.value ?? v.observed);
          return {
            period: v.period!,
            value: source.per === undefined ? figure : halfToEven(figure / source.per),
            expected: number(source.expected && o?.[source.expected]),
            statistic: number(source.statistic && o?.[source.statistic]),
            bound: number(o?.[source.bound]),
            alarm: number(o?.[source.alarm]),
          };
        }),
      };
    });
  });
}

/** As R rounds. */
function halfToEven(v: number): number {
  const floor = Math.floor(v);
  return v - floor === 0.5 ? floor + (floor % 2) : Math.round(v);
}

/** The cases of a copy that every clone has. */
export function copiedCases(path: string): OracleCase[] {
  const cases = new Map<string, OracleRow[]>();
  for (const c of table(path)) {
    if (!cases.has(c.case!)) cases.set(c.case!, []);
    const { value, expected, statistic, bound, alarm } = c;
    cases.get(c.case!)!.push({
      period: c.period!,
      value: number(value),
      expected: number(expected),
      statistic: number(statistic),
      bound: number(bound),
      alarm: number(alarm),
    });
  }
  return [...cases].map(([name, rows]) => ({ name, rows }));
}

/** The text of a copy: the first `sizeOf(name)` rows of each case. */
export function copyText(cases: readonly OracleCase[], sizeOf: (name: string) => number): string {
  const cell = (v: number): string => (Number.isNaN(v) ? '' : String(v));
  const lines = cases.flatMap(({ name, rows }) =>
    rows
      .slice(0, sizeOf(name))
      .map((r) => [name, r.period, ...[r.value, r.expected, r.statistic, r.bound, r.alarm].map(cell)].join(',')),
  );
  return `${['case,period,value,expected,statistic,bound,alarm', ...lines].join('\n')}\n`;
}
