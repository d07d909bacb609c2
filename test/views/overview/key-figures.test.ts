import { describe, expect, it } from 'vitest';
import { monthPeriod } from '../../../src/base/period';
import { keyFigures } from '../../../src/views/overview/key-figures';
import { makeView } from '../make-view';

const first = monthPeriod(2025, 1);
const N = Number.NaN;

/** Two years of a constant, with some months set. */
function series(constant: number, set: Readonly<Record<number, number>>): number[] {
  return Array.from({ length: 24 }, (_, i) => set[i] ?? constant);
}

const figuresAt = (headline: Record<string, number[]>, at: number, lang: 'zh' | 'en' = 'zh') =>
  keyFigures(makeView({ first, count: 24, headline }), first + at, lang);

describe('key figures', () => {
  it('compares a rate in percentage points', () => {
    const [figure] = figuresAt({ registered_unemployment_rate: series(3.5, { 9: 3.81, 21: 4.12 }) }, 21);
    expect(figure).toMatchObject({ figure: '4.12', unit: '%' });
    expect(figure!.notes).toEqual([{ words: '较上年同期 +0.31个百分点', tone: 'worse' }]);
  });

  it('sets a target against the calendar', () => {
    const jobs = series(0, { 21: 174_000 });
    const target = series(220_000, {});
    const [figure, second] = figuresAt({ new_urban_jobs: jobs, new_urban_jobs_target: target }, 21);
    expect(second).toBeUndefined();
    expect(figure).toMatchObject({ label: '城镇新增就业进度', figure: '79.1', unit: '%' });
    expect(figure!.notes.map((n) => n.words)).toEqual(['时序 83.3%', '落后 4.2个百分点']);
    expect(figure!.notes[1]!.tone).toBe('worse');
    const [ahead] = figuresAt({ new_urban_jobs: series(0, { 21: 200_000 }), new_urban_jobs_target: target }, 21);
    expect(ahead!.notes[1]).toEqual({ words: '超前 7.6个百分点', tone: 'better' });
  });

  it('takes January and February together where Spring Festival moves them, and January alone not at all', () => {
    const claims = series(1000, { 0: 1500, 1: 500, 12: 600, 13: 1800 });
    const [january] = figuresAt({ new_benefit_claims: claims }, 12);
    expect(january!.notes[0]!.words).toBe('无可比的上年同期数');
    const [february] = figuresAt({ new_benefit_claims: claims }, 13);
    expect(february!.notes[0]!.words).toBe('1—2月合计较上年同期 +20.0%');
    const [march] = figuresAt({ new_benefit_claims: claims }, 14);
    expect(march!.notes[0]).toEqual({ words: '较上年同期 0.0%', tone: 'plain' });
  });

  it('shows the last figure when the month has none, and says of when', () => {
    const [rate] = figuresAt({ surveyed_unemployment_rate: series(5, { 23: N, 22: 5.4 }) }, 23);
    expect(rate!.figure).toBe('5.4');
    expect(rate!.notes.at(-1)!.words).toBe('为2026年11月数');
  });

  it('never carries a cumulative figure over the turn of the year', () => {
    const [jobs] = figuresAt({ new_urban_jobs: series(1, { 11: 200_000, 12: N }) }, 12);
    expect(jobs!.figure).toBe('—');
    expect(jobs!.notes[0]!.words).toBe('本期未单独公布');
  });

  it('colours a fall of what should be high as worse', () => {
    const [ratio] = figuresAt({ openings_to_seekers: series(1.2, { 21: 0.91 }) }, 21);
    expect(ratio).toMatchObject({ figure: '0.91', unit: '' });
    expect(ratio!.notes[0]).toEqual({ words: '较上年同期 −0.29', tone: 'worse' });
  });

  it('stops at four', () => {
    const same = series(5, {});
    expect(
      figuresAt(
        {
          surveyed_unemployment_rate: same,
          registered_unemployment_rate: same,
          unemployment_rate: same,
          openings_to_seekers: same,
          new_benefit_claims: same,
        },
        20,
      ),
    ).toHaveLength(4);
  });
});
