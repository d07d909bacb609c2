import { describe, expect, it } from 'vitest';
import { defaultPlan } from '../../../src/response/load-plan';
import type { PlanVersion } from '../../../src/response/plan-versions';
import { setAt } from '../../../src/store/rules-draft';
import { placedFaults } from '../../../src/views/plan/versions/fault-place';
import { checkDraft, draftOf, hasFrame, nextVersion, readPlanFile } from '../../../src/views/plan/versions/draft';

const version = (spelt: string): PlanVersion => ({
  number: 1,
  plan: { ...defaultPlan(), version: spelt },
  faults: [],
  from: null,
  adopted: null,
});

describe('draft of a plan', () => {
  it('begins as the version it revises, with a number of its own, and passes', () => {
    const draft = draftOf(defaultPlan(), [version('1.1.0')]);
    const { value, faults } = checkDraft(draft);
    expect(faults).toEqual([]);
    expect(value).toEqual({ ...defaultPlan(), version: '1.2.0' });
  });

  it.each([
    [['1.1.0'], '1.2.0'],
    [['1.1.0', '1.10.0', '1.9.3'], '1.11.0'],
    [['2.0.0', '1.44.0'], '2.1.0'],
    [['spring'], '1.1.0'],
  ])('after %j comes %s', (used, expected) => {
    expect(nextVersion(used.map(version))).toBe(expected);
  });

  it('goes on being shown field by field while a value is wrong, not when its frame is broken', () => {
    const draft = draftOf(defaultPlan(), []);
    expect(hasFrame(draft)).toBe(true);
    expect(hasFrame(setAt(draft, ['deadlines', 0, 'amount'], 'soon'))).toBe(true);
    expect(hasFrame(setAt(draft, ['measures'], 'none'))).toBe(false);
    expect(hasFrame(setAt(draft, ['measures', 0, 'name'], '只有中文'))).toBe(false);
    for (const raw of [null, 1, 'plan', [], {}]) expect(hasFrame(raw)).toBe(false);
  });

  it('tells all faults of a file at once, and what is no JSON', () => {
    const draft = setAt(
      setAt(draftOf(defaultPlan(), []), ['deadlines', 0, 'amount'], 0),
      ['measures', 1, 'fromLevel'],
      7,
    );
    expect(checkDraft(JSON.parse(JSON.stringify(draft))).faults.map((f) => f.path)).toEqual([
      '.deadlines[0].amount',
      '.measures[1].fromLevel',
    ]);
    expect(placedFaults(draft, checkDraft(draft).faults, 'zh').map((f) => f.path)).toEqual([
      '时限 Ⅳ级（蓝色） 签收 · 时限（.deadlines[0].amount）',
      '措施 首次创业补贴试点 · 起始等级（.measures[1].fromLevel）',
    ]);
    // What has lost its name is told by its path alone.
    const bare = setAt(draft, ['measures', 1, 'name'], 7);
    expect(placedFaults(bare, [{ path: '.measures[1].name', expected: 'x' }], 'en')[0]!.path).toBe(
      'Measures · Name (.measures[1].name)',
    );
    expect(placedFaults(null, [{ path: '.', expected: 'x' }], 'en')[0]!.path).toBe('.');
    expect(readPlanFile('{').fault!.words!.zh).toContain('不是 JSON');
    expect(readPlanFile('\uFEFF{"a":1}')).toEqual({ raw: { a: 1 }, fault: null });
  });
});
