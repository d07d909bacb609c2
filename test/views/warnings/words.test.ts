import { describe, expect, it } from 'vitest';
import { INSUFFICIENT, type LevelByte } from '../../../src/base/level';
import {
  durationWords,
  parentName,
  pathOf,
  signalWords,
  sinceWords,
  spanWords,
  timeWords,
} from '../../../src/views/warnings/words';
import { makeView } from '../make-view';
import { makeWarning, SINCE } from './make-warning';

const view = makeView({ count: 10 });
const HOUR = 3_600_000;

describe('times', () => {
  it.each([
    [0, '0分钟', '0 min'],
    [59 * 60_000, '59分钟', '59 min'],
    [HOUR, '1小时', '1 h'],
    [3 * HOUR + 12 * 60_000, '3小时12分', '3 h 12 min'],
    [24 * HOUR, '1天', '1 d'],
    [52 * HOUR, '2天4小时', '2 d 4 h'],
    [5 * 24 * HOUR + HOUR, '5天', '5 d'],
  ])('%d ms is %s', (ms, zh, en) => {
    expect(spanWords(ms, 'zh')).toBe(zh);
    expect(spanWords(ms, 'en')).toBe(en);
  });

  it('says what is left before the time, and what is over after it', () => {
    const due = { step: 'verify', at: 10 * HOUR, urgency: 'in-time' } as const;
    expect(timeWords(due, 8 * HOUR, 'zh')).toBe('剩 2小时');
    expect(timeWords({ ...due, urgency: 'overdue' }, 11 * HOUR, 'zh')).toBe('逾期 1小时');
    expect(timeWords({ ...due, urgency: 'overdue' }, 11 * HOUR, 'en')).toBe('1 h overdue');
  });
});

describe('the course of a warning', () => {
  const course = (...levels: readonly LevelByte[]) => {
    const moves = levels.map((level, k) => ({ period: SINCE + k, level, knownOn: null }));
    return pathOf(makeWarning('150300', levels.at(-1)!, { of: { moves } }), 'zh')
      .map((s) => s.word)
      .join('→');
  };

  it.each<readonly [readonly LevelByte[], string]>([
    [[0], '待确认'],
    [[0, 1, 2, 3], 'Ⅳ→Ⅲ→Ⅱ'],
    [[1], 'Ⅳ'],
    [[2, INSUFFICIENT, 3], 'Ⅲ→?→Ⅱ'],
    [[0, 1, 2, 3, 4, 2], '…→Ⅱ→Ⅰ→Ⅲ'],
    [[INSUFFICIENT], '?'],
    [[], ''],
  ])('%j is %s', (levels, words) => expect(course(...levels)).toBe(words));

  it('says since when and how long, of what has ended until when', () => {
    expect(sinceWords(makeWarning('150300', 2), view, 'zh')).toBe('2026年3月');
    expect(durationWords(makeWarning('150300', 2), view, 'en')).toBe('8 months');
    const ended = makeWarning('150300', 2, { of: { until: SINCE + 2, state: 'ended' } });
    expect(sinceWords(ended, view, 'zh')).toBe('2026年3月—2026年5月');
    expect(durationWords(ended, view, 'zh')).toBe('3个月');
  });
});

describe('what is behind a warning', () => {
  const signal = (indicatorId: string, level: LevelByte) =>
    ({
      ruleId: `r-${indicatorId}-${level}`,
      indicatorId,
      family: 'market',
      level,
      state: 'active',
      since: SINCE,
    }) as const;

  it('names an indicator once, at its worst, and how many there are', () => {
    const signals = [
      signal('openings_to_seekers', 3),
      signal('openings_to_seekers', 1),
      signal('coal_output', 2),
      signal('reported_layoffs', 1),
      signal('new_benefit_claims', 0),
    ];
    const warning = makeWarning('150300', 3, { of: { signals } });
    expect(signalWords(warning, view, 'zh')).toBe('求人倍率\u00a0Ⅱ、原煤产量\u00a0Ⅲ、规模裁员\u00a0Ⅳ等4项');
    expect(signalWords(warning, view, 'en', 9)).not.toContain('in all');
  });

  it('says so when it comes from the areas below', () => {
    const warning = makeWarning('150300', 3, { of: { signals: [], byDiffusion: true } });
    expect(signalWords(warning, view, 'zh')).toBe('由下级地区得出');
  });

  it('names the league of a county, and nothing above a league', () => {
    expect(parentName(view, '150302', 'zh')).toBe('乌海市');
    expect(parentName(view, '150300', 'zh')).toBe('');
    expect(parentName(view, '150000', 'zh')).toBe('');
  });
});
