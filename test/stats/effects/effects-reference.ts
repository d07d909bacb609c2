import { readFileSync } from 'node:fs';

/** Numbers of other software, made by test/reference/effects.py. */
export interface EffectsReference {
  readonly basque: {
    readonly first: number;
    readonly from: number;
    readonly importance: readonly number[];
    readonly own: Place;
    readonly others: readonly Place[];
    readonly weights: readonly number[];
    readonly weightsByOutcome: readonly number[];
    readonly gap: readonly number[];
  };
  readonly cardKrueger: Estimate;
  readonly states: {
    readonly twoWay: Estimate & { first: string; last: string; start: string; treated: readonly string[] };
    readonly synthetic: {
      first: string;
      last: string;
      from: number;
      unit: string;
      p: number;
      readonly runs: Readonly<Record<string, Run>>;
    };
    readonly oneAgainstOthers: {
      difference: number;
      low: number;
      high: number;
      p: number;
      readonly slopes: Readonly<Record<string, number>>;
    };
  };
}

interface Place {
  readonly name: string;
  readonly gdp: readonly number[];
  readonly predictors: readonly number[];
}

interface Estimate {
  readonly estimate: number;
  readonly standardError: number;
}

interface Run {
  readonly weights: Readonly<Record<string, number>>;
  readonly rmsBefore: number;
  readonly rmsAfter: number;
  readonly meanAfter: number;
  readonly ratio: number;
}

export const REFERENCE = JSON.parse(readFileSync('test/reference/effects.json', 'utf8')) as EffectsReference;

/** Rates of a stretch of months by state. */
export function stateRates(first: string, last: string): Map<string, Float64Array> {
  const [head, ...lines] = readFileSync('test/reference/us-states-unemployment-rate.csv', 'utf8').trim().split('\n');
  const rows = lines.map((line) => line.split(',')).filter(([period]) => period! >= first && period! <= last);
  const codes = head!.split(',').slice(1);
  return new Map(codes.map((code, k) => [code, Float64Array.from(rows, (row) => Number(row[k + 1]))]));
}
