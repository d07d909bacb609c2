import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, monthPeriod } from '../../../../src/base/period';
import { dataTime, STALE_DAYS } from '../../../../src/views/briefing/show/data-time';
import { wallPages } from '../../../../src/views/briefing/show/wall-pages';
import {
  nextWall,
  secondsOf,
  WALL_KEYS,
  WALL_START,
  type WallAct,
  wallActOfKey,
} from '../../../../src/views/briefing/show/wall-state';
import { sampleBriefing } from './sample-briefing';

const of = (count: number) => nextWall(WALL_START, { kind: 'pages', count });
const press = (key: string, onControl = false) => wallActOfKey({ key, shift: false, onControl, onScroll: false });

describe('a wall', () => {
  it('goes round, and back', () => {
    let state = of(3);
    const seen = [0, 1, 2, 3].map(() => (state = nextWall(state, { kind: 'tick' })).page);
    expect(seen).toEqual([1, 2, 0, 1]);
    expect(nextWall(of(3), { kind: 'turn', by: -1 }).page).toBe(2);
  });

  it('stands still while it is paused, but can be turned by hand', () => {
    const paused = nextWall(of(3), { kind: 'pause' });
    expect(nextWall(paused, { kind: 'tick' }).page).toBe(0);
    expect(nextWall(paused, { kind: 'turn', by: 1 })).toMatchObject({ page: 1, paused: true });
    expect(nextWall(nextWall(paused, { kind: 'pause' }), { kind: 'tick' }).page).toBe(1);
  });

  it('begins anew when new figures have fewer pages, else stays where it is', () => {
    const last = { ...of(5), page: 4 };
    expect(nextWall(last, { kind: 'pages', count: 5 }).page).toBe(4);
    expect(nextWall(last, { kind: 'pages', count: 3 }).page).toBe(0);
  });

  it('is always on one of its pages, whatever comes', () => {
    const acts: fc.Arbitrary<WallAct> = fc.oneof(
      fc.constantFrom(...WALL_KEYS.map(({ act }) => act), { kind: 'tick' } as const),
      fc.record({ kind: fc.constant('pages' as const), count: fc.nat(9) }),
    );
    fc.assert(
      fc.property(fc.array(acts), (list) => {
        let state = of(4);
        for (const act of list) {
          state = nextWall(state, act);
          expect(state.page).toBeGreaterThanOrEqual(0);
          expect(state.page).toBeLessThan(Math.max(1, state.count));
        }
      }),
    );
  });

  it('leaves its keys to a list that is being chosen from', () => {
    expect(press(' ')).toEqual({ kind: 'pause' });
    expect(press('ArrowDown')).toEqual({ kind: 'turn', by: 1 });
    expect(press('ArrowDown', true)).toBeNull();
    expect(press(' ', true)).toBeNull();
    expect(press('Escape', true)).toEqual({ kind: 'leave' });
    expect(press('x')).toBeNull();
  });

  it.each([
    [undefined, 20],
    ['30', 30],
    ['2', 2],
    ['0', 20],
    ['-5', 20],
    ['601', 20],
    ['1.5', 20],
    ['x', 20],
  ])('every=%s: %d seconds', (every, seconds) => expect(secondsOf(every)).toBe(seconds));

  it('shows where we stand first, then the charts, without their sentences', () => {
    expect(wallPages(null).map(({ id }) => id)).toEqual(['now']);
    const pages = wallPages(sampleBriefing('zh'));
    expect(pages.map(({ id }) => id)).toEqual(['now', 'ranked-bars', 'level-tape', 'small-multiples']);
    for (const page of pages) if (page.kind === 'chart') expect(page.page.sentences).toEqual([]);
  });
});

describe('the time of the figures', () => {
  const known = dayOf(2026, 11, 10);
  const view = { frequency: 'month', weekEndsOn: 6, asOf: null, lastKnownOn: known } as const;
  const time = (days: number, over: Partial<Parameters<typeof dataTime>[0]> = {}, stale = false) =>
    dataTime({ ...view, ...over }, monthPeriod(2026, 10), known + days, stale, 'zh');

  it('says the period, the day of knowledge and the age', () => {
    expect(time(16)).toEqual({
      period: '2026年10月数据',
      known: '数据截至2026年11月10日',
      age: '距今16天',
      stale: '',
    });
    expect(time(0).age).toBe('今日更新');
    expect(time(1).age).toBe('距今1天');
    expect(dataTime(view, monthPeriod(2026, 10), known + 1, false, 'en')).toMatchObject({
      period: 'Figures of Oct 2026',
      known: 'as known on 10 Nov 2026',
      age: '1 day old',
    });
  });

  it('says when they are old, by the line of their frequency, and that the line is ours', () => {
    expect(time(STALE_DAYS.month).stale).toBe('');
    expect(time(STALE_DAYS.month + 1).stale).toContain('超过46天没有新数据（本产品默认');
    expect(time(STALE_DAYS.week + 1).stale).toBe('');
    expect(time(STALE_DAYS.week + 1, { frequency: 'week' }).stale).toContain('超过11天');
  });

  it('says when the source cannot be reached, however new the figures', () => {
    expect(time(1, {}, true).stale).toBe('数据源无法连接，显示的是较早的数据');
  });

  it('does not make up an age: none without a day, none below zero', () => {
    expect(time(5, { lastKnownOn: null })).toMatchObject({ known: '数据未注明日期', age: '', stale: '' });
    expect(time(-3).age).toBe('今日更新');
  });
});
