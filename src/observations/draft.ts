import type { Observations } from './observations';

/** Observations while they grow: columns that double when full, no object per row. */
export interface Draft {
  length: number;
  region: Uint32Array<ArrayBuffer>;
  indicator: Uint16Array<ArrayBuffer>;
  frequency: Uint8Array<ArrayBuffer>;
  period: Int32Array<ArrayBuffer>;
  value: Float64Array<ArrayBuffer>;
  status: Uint8Array<ArrayBuffer>;
  knownOn: Int32Array<ArrayBuffer>;
  row: Uint32Array<ArrayBuffer>;
}

const FIRST_CAPACITY = 4096;

export function createDraft(capacity = FIRST_CAPACITY): Draft {
  return {
    length: 0,
    region: new Uint32Array(capacity),
    indicator: new Uint16Array(capacity),
    frequency: new Uint8Array(capacity),
    period: new Int32Array(capacity),
    value: new Float64Array(capacity),
    status: new Uint8Array(capacity),
    knownOn: new Int32Array(capacity),
    row: new Uint32Array(capacity),
  };
}

export function append(
  d: Draft,
  region: number,
  indicator: number,
  frequency: number,
  period: number,
  value: number,
  status: number,
  knownOn: number,
  row: number,
): void {
  const i = d.length;
  if (i === d.region.length) grow(d);
  d.region[i] = region;
  d.indicator[i] = indicator;
  d.frequency[i] = frequency;
  d.period[i] = period;
  d.value[i] = value;
  d.status[i] = status;
  d.knownOn[i] = knownOn;
  d.row[i] = row;
  d.length = i + 1;
}

function grow(d: Draft): void {
  const larger = createDraft(d.region.length * 2);
  copyInto(larger, d);
  Object.assign(d, larger, { length: d.length });
}

function copyInto(to: Draft, from: Draft): void {
  to.region.set(from.region);
  to.indicator.set(from.indicator);
  to.frequency.set(from.frequency);
  to.period.set(from.period);
  to.value.set(from.value);
  to.status.set(from.status);
  to.knownOn.set(from.knownOn);
  to.row.set(from.row);
}

/** Moves row `from` to place `to`, for closing gaps. */
function moveRow(d: Draft, from: number, to: number): void {
  d.region[to] = d.region[from]!;
  d.indicator[to] = d.indicator[from]!;
  d.frequency[to] = d.frequency[from]!;
  d.period[to] = d.period[from]!;
  d.value[to] = d.value[from]!;
  d.status[to] = d.status[from]!;
  d.knownOn[to] = d.knownOn[from]!;
  d.row[to] = d.row[from]!;
}

/** Takes out the rows that are marked; the others keep their order. */
export function compact(d: Draft, drop: Uint8Array): void {
  let kept = 0;
  for (let i = 0; i < d.length; i++) {
    if (drop[i] === 1) continue;
    if (kept !== i) moveRow(d, i, kept);
    kept++;
  }
  d.length = kept;
}

/** The draft cut to its length. The draft is not to be used any more. */
export function finishDraft(
  d: Draft,
  regionCodes: readonly string[],
  indicatorIds: readonly string[],
  weekEndsOn: number,
): Observations {
  const n = d.length;
  return {
    regionCodes,
    indicatorIds,
    length: n,
    region: d.region.slice(0, n),
    indicator: d.indicator.slice(0, n),
    frequency: d.frequency.slice(0, n),
    period: d.period.slice(0, n),
    value: d.value.slice(0, n),
    status: d.status.slice(0, n),
    knownOn: d.knownOn.slice(0, n),
    row: d.row.slice(0, n),
    weekEndsOn,
  };
}
