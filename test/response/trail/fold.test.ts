import { describe, expect, it } from 'vitest';
import type { ActKind } from '../../../src/response/trail/act';
import { seal } from '../../../src/response/trail/digest';
import { apply, emptyState, fold } from '../../../src/response/trail/fold';
import { act, basis, countyA1, desk, leagueA, nowMs, region, SAMPLES, today, walkTo } from './make-trail';

describe('the state', () => {
  const { entries, state } = walkTo(desk(), 'closed');

  it('is the fold of the trail, at once or entry by entry, in one piece or in several', () => {
    expect(fold(entries)).toEqual(state);
    expect(fold(entries.slice(7), fold(entries.slice(0, 7)))).toEqual(state);
    expect(entries.reduce(apply, emptyState())).toEqual(state);
  });

  it('leaves the one before as it was', () => {
    const before = fold(entries.slice(0, 9));
    const copy = structuredClone(before);
    fold(entries.slice(9), before);
    apply(before, entries[9]!);
    expect(before).toEqual(copy);
  });

  it('tells the course of a case', () => {
    const review = state.cases.get('R-1')!;
    expect(review).toMatchObject({ regionCode: 'A1', warning: 'A1@2026-08', level: 3, stage: 'closed' });
    expect(review.stages.map((s) => s.stage).join(' ')).toBe(
      'verify assess consult decide report follow-up stand-down after-action closed',
    );
    expect(review.checks.get('figure-1')).toMatchObject({ result: 'confirmed', by: countyA1 });
    expect(review.opinions.get('hrss')?.stance).toBe('agree');
    const measure = review.measures.get('redundant-training');
    expect(measure?.accepted && measure.course.map((c) => c.state)).toEqual(['running', 'done']);
    expect(review.reports).toHaveLength(1);
    expect(review.standDown?.conditions).toHaveLength(2);
    expect(review.afterAction?.actual).toBe('降至 430');
  });

  it('tells of a warning who acknowledged and verified it, and all acts on it', () => {
    expect(state.warnings.get('A1@2026-08')).toMatchObject({
      state: 'closed',
      acknowledged: { seq: 1, by: countyA1 },
      verified: { seq: 2, by: countyA1 },
      notes: [{ seq: 2, note: '与企业电话核对' }],
    });
    expect(state.warnings.get('A1@2026-08')?.acts.map((a) => a.kind)).toEqual([
      'acknowledge',
      'verify-warning',
      'open-case',
      'advance-case',
    ]);
  });

  it('holds settings and households', () => {
    const at = desk();
    act(at, region, SAMPLES['set-calendar'], SAMPLES['adopt-plan'], SAMPLES['review-plan']);
    act(at, region, { ...SAMPLES['set-calendar'], days: { '2026-11-14': true } });
    act(at, countyA1, SAMPLES['recognise-household'], SAMPLES['settle-household']);
    act(at, leagueA, SAMPLES.silence, SAMPLES.unsilence);
    expect(at.state.calendar).toEqual({ '2026-11-14': true });
    expect(at.state.plans).toMatchObject([{ from: today, plan: { version: '1.1.0' }, by: region }]);
    expect(at.state.planReviews).toMatchObject([{ version: '1.0.0', finding: '无需修改' }]);
    expect(at.state.households.get('H-1')).toMatchObject({ on: today - 3, settled: { on: today, how: '公益性岗位' } });
    expect(at.state.silences.get('S-1')).toMatchObject({ until: today + 30, ended: { reason: '切换完成' } });
  });
});

describe('taking back', () => {
  it('gives the state as if the act had not been, and keeps the entry', () => {
    const at = walkTo(desk(), 'decide');
    const before = at.state;
    act(at, leagueA, SAMPLES['accept-measure']);
    const accepted = at.state.head.seq;
    act(at, leagueA, { ...SAMPLES.undo, seq: accepted });
    const { head, undone, ...rest } = at.state;
    const { head: _, undone: __, ...same } = before;
    expect(rest).toEqual(same);
    expect(head.seq).toBe(accepted + 1);
    expect([...undone]).toEqual([accepted]);
  });

  it('goes back act by act to the beginning', () => {
    const at = desk();
    act(at, countyA1, SAMPLES.acknowledge, SAMPLES['verify-warning'], SAMPLES.note);
    for (const seq of [3, 2, 1]) act(at, countyA1, { ...SAMPLES.undo, seq });
    expect({ ...at.state, head: null, undone: null }).toEqual({ ...emptyState(), head: null, undone: null });
  });
});

describe('a trail that the machine would have refused', () => {
  it('can still be read: every kind of act on nothing at all', () => {
    for (const kind of Object.keys(SAMPLES) as ActKind[]) {
      const entry = seal({ seq: 0, digest: '', at: 0 }, { at: nowMs, by: region, act: SAMPLES[kind], basis });
      expect(fold([entry]).head.seq, kind).toBe(1);
    }
  });

  it('takes nothing back that is not the last', () => {
    const at = walkTo(desk(), 'verify');
    const entry = seal(at.state.head, { at: nowMs, by: region, act: { ...SAMPLES.undo, seq: 1 }, basis });
    expect({ ...apply(at.state, entry), head: null }).toEqual({ ...at.state, head: null });
  });
});
