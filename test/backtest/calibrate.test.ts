import { describe, expect, test } from 'vitest';
import { calibrate, type CalibrationCall } from '../../src/backtest/calibrate';
import type { Events } from '../../src/backtest/events';

/** One region: a statistic and its events, event periods in runs. */
function eventsOf(label: readonly number[], horizon = 0): Events {
  const episodes: { first: number; last: number; name: string }[] = [];
  label.forEach((l, t) => {
    if (l !== 1) return;
    if (label[t - 1] === 1) episodes[episodes.length - 1] = { ...episodes.at(-1)!, last: t };
    else episodes.push({ first: t, last: t, name: '' });
  });
  return { label: Uint8Array.from(label), episodes: [episodes], horizon };
}
const base: CalibrationCall = {
  method: 'youden',
  quantile: 0.5,
  missCost: 1,
  leastRecall: 0.5,
  leastEpisodes: 1,
  candidates: [1, 2, 3, 4],
  decimals: 2,
  holdOutFrom: null,
};
//            0  1  2  3  4  5  6  7  8  9
const x = [0, 1, 2, 3, 4, 2, 0, 1, 3, 1];
const y = [0, 0, 0, 1, 1, 1, 0, 0, 1, 0];
const run = (over: Partial<CalibrationCall> = {}, events = eventsOf(y), range = { from: 0, to: 9 }) =>
  calibrate(Float64Array.from(x), 10, events, range, { ...base, ...over });

describe('methods', () => {
  test('Youden: the largest recall minus false alarm rate', () => {
    // At 2: 4 of 4 events, 1 of 6 quiet ones; at 3: 3 of 4 and none.
    expect(run()).toMatchObject({ threshold: 2, refused: null, fit: { hit: 4, falseAlarm: 1, miss: 0, quiet: 5 } });
  });

  test('noise to signal: the quietest that still reaches the least recall', () => {
    expect(run({ method: 'nsr' }).threshold).toBe(3);
    expect(run({ method: 'nsr', leastRecall: 0.8 }).threshold).toBe(2);
    const none = run({ method: 'nsr', candidates: [5] });
    expect(none).toMatchObject({ threshold: null, fit: null });
    expect(none.refused!.en).toContain('0.5');
    expect(none.candidates).toHaveLength(1);
  });

  test('cost: dear misses lower the line, dear false alarms raise it', () => {
    expect(run({ method: 'cost', missCost: 10 }).threshold).toBe(2);
    expect(run({ method: 'cost', missCost: 0.5 }).threshold).toBe(3);
    // At 2 one false alarm, at 3 one miss: equal at one to one, the lower one catches more.
    expect(run({ method: 'cost', missCost: 1 }).threshold).toBe(2);
  });

  test('quantile: of the statistic of the part that is fitted', () => {
    expect(run({ method: 'quantile', quantile: 0.5 }).threshold).toBe(1.5);
    expect(run({ method: 'quantile', quantile: 1, holdOutFrom: 3, leastEpisodes: 0 })).toMatchObject({
      threshold: null,
    });
    expect(run({ method: 'quantile', quantile: 1, holdOutFrom: 5 })).toMatchObject({
      threshold: 4,
      holdOut: { hit: 0, miss: 2 },
    });
  });

  test('without candidates: the percentiles from the median up, rounded as the rule compares, each once', () => {
    // Sorted: 0 0 1 1 1 2 2 3 3 4; the median is 1.5, which is 2 without decimals.
    expect(run({ candidates: null, decimals: 0 }).candidates.map((c) => c.threshold)).toEqual([2, 3, 4]);
    const fine = run({ candidates: null }).candidates.map((c) => c.threshold);
    expect([fine[0], fine.at(-1)]).toEqual([1.5, 3.91]);
  });
});

describe('hold-out', () => {
  test('is scored and not fitted', () => {
    const found = run({ holdOutFrom: 7 });
    expect(found.episodes).toEqual({ fit: 1, holdOut: 1 });
    const { fit, holdOut } = found;
    expect(fit!.hit + fit!.miss + fit!.falseAlarm + fit!.quiet).toBe(7);
    expect(holdOut!.hit + holdOut!.miss + holdOut!.falseAlarm + holdOut!.quiet).toBe(3);
    // Whatever happens after the split, the choice is the same.
    const other = eventsOf([...y.slice(0, 7), 1, 0, 1]);
    expect(run({ holdOutFrom: 7 }, other).threshold).toBe(found.threshold);
  });

  test('labels that look ahead over the split are left out of the fit', () => {
    const { fit } = run({ holdOutFrom: 7 }, eventsOf(y, 2));
    expect(fit!.hit + fit!.miss + fit!.falseAlarm + fit!.quiet).toBe(5);
  });
});

describe('refusals', () => {
  test('too few episodes: with their number', () => {
    const { refused, threshold, candidates } = run({ leastEpisodes: 3 });
    expect([threshold, candidates]).toEqual([null, []]);
    expect(refused).toEqual({
      zh: '校准至少需要 3 个事件，拟合期内只有 2 个',
      en: 'calibration needs at least 3 episodes; the part that is fitted has 2',
    });
  });

  test('the same dates in several regions are one episode', () => {
    const two: Events = {
      label: Uint8Array.from([...y, ...y]),
      episodes: [eventsOf(y).episodes[0]!, eventsOf(y).episodes[0]!],
      horizon: 0,
    };
    const found = calibrate(Float64Array.from([...x, ...x]), 10, two, { from: 0, to: 9 }, base);
    expect(found.episodes.fit).toBe(2);
    expect(found.fit!.hit).toBe(8);
  });

  test('an episode that begins before the statistic is none', () => {
    const found = calibrate(
      Float64Array.from(x, (v, t) => (t < 4 ? NaN : v)),
      10,
      eventsOf(y),
      { from: 0, to: 9 },
      base,
    );
    expect(found.episodes.fit).toBe(1);
  });

  test('nothing quiet to compare with', () => {
    const all = eventsOf(Array.from({ length: 10 }, () => 1));
    expect(run({}, all).refused!.en).toContain('no statistic of both');
  });
});
