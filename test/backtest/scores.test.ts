import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Episode, Events } from '../../src/backtest/events';
import { scoreAlarm } from '../../src/backtest/scores';
import { spellsOf } from '../../src/backtest/spells';

/** Alarms and episodes drawn as one character a period: `.` off, `#` on, `?` unknown; episodes `x`. */
const alarmOf = (...lines: readonly string[]): Uint8Array => Uint8Array.from(lines.join(''), (c) => '.#?'.indexOf(c));

function eventsOf(...lines: readonly string[]): Events {
  const episodes = lines.map((line) => {
    const found: Episode[] = [];
    for (const m of line.matchAll(/x+/g)) found.push({ first: m.index, last: m.index + m[0].length - 1, name: '' });
    return found;
  });
  return { label: Uint8Array.from(lines.join(''), (c) => '.x?'.indexOf(c)), episodes, horizon: 0 };
}

function score(alarm: readonly string[], events: readonly string[], range?: { from: number; to: number }) {
  const count = alarm[0]!.length;
  return scoreAlarm(alarmOf(...alarm), count, {
    events: eventsOf(...events),
    range: range ?? { from: 0, to: count - 1 },
    margins: { before: 2, after: 1 },
    periodsPerYear: 12,
  });
}

describe('alarms', () => {
  test('run on over periods at which nothing is known', () => {
    expect(spellsOf(alarmOf('.##?#..?#'), 0, 9)).toEqual([
      { first: 1, last: 4 },
      { first: 8, last: 8 },
    ]);
    expect(spellsOf(alarmOf('#?.?#'), 0, 5)).toEqual([
      { first: 0, last: 0 },
      { first: 4, last: 4 },
    ]);
  });

  test('are away by their first period, beside the share of all periods that lie away', () => {
    const { total, regions } = score(['#..####...##'], ['.....xx.....']);
    // Near: positions 3 to 7. The alarm that begins at 3 belongs to the episode.
    expect(total.alarms).toMatchObject({ spells: 3, away: 2, periodsOn: 7, flipsPerYear: 4 });
    expect(total.alarms.shareAway).toBeCloseTo(2 / 3, 12);
    expect(total.alarms.periodsShareAway).toBeCloseTo(3 / 7, 12);
    expect(total.alarms.chanceAway).toBeCloseTo(7 / 12, 12);
    expect(total.alarms.perRegionDecade).toBeCloseTo(30, 12);
    expect(regions[0]!.spells.map((s) => [s.away, s.overlaps, s.eventWithinYear])).toEqual([
      [true, false, true],
      [false, true, true],
      [true, false, false],
    ]);
  });

  test('one that runs into an episode from too far ahead is away, and still a hit', () => {
    const { total } = score(['..####..'], ['.....xx.']);
    expect(total.alarms).toMatchObject({ spells: 1, away: 1 });
    expect(total.episodes).toMatchObject({ hits: 1, lead: { median: -2 }, onsetLead: { n: 0, median: null } });
  });

  test('that begin where it is not known what was the case are not judged', () => {
    const { total, regions } = score(['#...#..#..'], ['...??...x.']);
    expect(regions[0]!.spells.map((s) => s.away)).toEqual([true, null, false]);
    expect(total.alarms).toMatchObject({ spells: 3, away: 1, shareAway: 0.5, periodsShareAway: 0.5 });
  });

  test('without any: shares are null, not 0', () => {
    const { total } = score(['....'], ['.x..']);
    expect(total.alarms).toMatchObject({ spells: 0, shareAway: null, periodsShareAway: null, shareOn: 0 });
    expect(score(['????'], ['.x..'])).toMatchObject({
      regions: [],
      total: { alarms: { shareOn: null, chanceAway: null } },
    });
  });
});

describe('episodes', () => {
  test('lead to the first period on, and to the first alarm that begins', () => {
    const { total, regions } = score(['###.#.......#..'], ['..xxx.......xx.']);
    expect(regions[0]!.outcomes.map((o) => [o.counted, o.lead, o.onsetLead])).toEqual([
      [true, -2, -2],
      [true, 0, 0],
    ]);
    expect(total.episodes).toMatchObject({
      counted: 2,
      hits: 2,
      misses: 0,
      caught: 1,
      lead: { median: -1, q1: -1.5, q3: -0.5 },
    });
  });

  test('that begin before the alarm is known, before the range, or without a known period are left out', () => {
    expect(score(['??#.'], ['.xx.']).total.episodes).toMatchObject({ counted: 0, leftOut: 1, caught: null });
    expect(score(['?.#.'], ['.xx.']).total.episodes).toMatchObject({ counted: 1, leftOut: 0, hits: 1 });
    expect(score(['.??.'], ['.xx.']).total.episodes).toMatchObject({ counted: 0, leftOut: 1 });
    expect(score(['..#.'], ['.xx.'], { from: 2, to: 3 }).total.episodes).toMatchObject({ counted: 0, leftOut: 1 });
    expect(score(['..#.'], ['x...'], { from: 2, to: 3 }).total.episodes).toMatchObject({ counted: 0, leftOut: 0 });
  });

  test('at the start of the range the alarm just before it still counts as early', () => {
    expect(score(['.#..'], ['..x.'], { from: 2, to: 3 }).total.episodes).toMatchObject({
      hits: 1,
      lead: { median: -1 },
    });
    // ... but an alarm that runs on into the range does not begin in it.
    expect(score(['.##.'], ['...x'], { from: 2, to: 3 }).total.alarms).toMatchObject({ spells: 0, periodsOn: 1 });
  });

  test('after the end of the figures are not expected', () => {
    const events = eventsOf('....');
    const late = { ...events, episodes: [[{ first: 9, last: 10, name: '' }]] };
    const measure = { range: { from: 0, to: 3 }, margins: { before: 2, after: 1 }, periodsPerYear: 12 };
    expect(scoreAlarm(alarmOf('....'), 4, { events: late, ...measure }).total.episodes).toMatchObject({
      counted: 0,
      leftOut: 0,
    });
  });
});

test('the whole is the sum of its regions', () => {
  const line = (chars: string, n: number) => fc.string({ unit: fc.constantFrom(...chars), minLength: n, maxLength: n });
  const region = fc.tuple(line('.#?', 20), line('.x', 20));
  fc.assert(
    fc.property(fc.array(region, { minLength: 1, maxLength: 4 }), (regions) => {
      const alone = regions.map(([a, e]) => score([a], [e]).total);
      const { total } = score(
        regions.map(([a]) => a),
        regions.map(([, e]) => e),
      );
      const sum = (pick: (s: (typeof alone)[number]) => number): number => alone.reduce((n, s) => n + pick(s), 0);
      expect(total.months.hit).toBe(sum((s) => s.months.hit));
      expect(total.months.quiet).toBe(sum((s) => s.months.quiet));
      expect(total.alarms.spells).toBe(sum((s) => s.alarms.spells));
      expect(total.alarms.away).toBe(sum((s) => s.alarms.away));
      expect(total.alarms.periodsOn).toBe(total.months.hit + total.months.falseAlarm);
      expect(total.episodes.hits + total.episodes.misses).toBe(total.episodes.counted);
    }),
  );
});
