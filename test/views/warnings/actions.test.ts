import { describe, expect, it } from 'vitest';
import { INSUFFICIENT } from '../../../src/base/level';
import { parseDay } from '../../../src/base/period';
import type { Actor } from '../../../src/response/actor';
import { momentOf } from '../../../src/response/calendar/moment';
import { defaultPlan } from '../../../src/response/load-plan';
import type { Act } from '../../../src/response/trail/act';
import { check } from '../../../src/response/trail/check';
import { seal } from '../../../src/response/trail/digest';
import { apply, emptyState } from '../../../src/response/trail/fold';
import { ACTION_RULES, ACTIONS, type ActionId, actFor, emptyForm, seenOf } from '../../../src/views/warnings/actions';
import { deedsOf } from '../../../src/views/warnings/deeds';
import { outcomeOf } from '../../../src/views/warnings/results';
import { makeView } from '../make-view';
import { makeWarning, SINCE } from './make-warning';

const view = makeView({ count: 10 });
const today = parseDay('2026-11-10')!;
const nowMs = momentOf(today, 9 * 60);
const world = { tree: view.tree, plan: defaultPlan(), nowMs, today };
const REGION: Actor = { role: 'region', regionCode: '150000', name: '李处长' };
const basis = { knownOn: null, data: 'a'.repeat(64), rules: '1', plan: '1', demonstration: true };
const warning = makeWarning('150300', 3);
const filled = { ...emptyForm(warning, view, today, 'zh'), words: '已核对' };

/** The state after some actions on the warning, each of them allowed. */
function after(...actions: readonly ActionId[]) {
  let state = emptyState();
  const entries = actions.map((action, k) => {
    const act = actFor(action, warning, filled, { view, state, newId: () => `id${k}` })!;
    expect(check(act, REGION, state, world), action).toBeNull();
    const entry = seal(state.head, { at: nowMs + k, by: REGION, act, basis });
    state = apply(state, entry);
    return entry;
  });
  return { state, entries };
}

describe('acts from the screen', () => {
  it('are taken by the machine as the form fills them in', () => {
    const { state } = after('acknowledge', 'verify', 'note', 'silence', 'review');
    expect(state.warnings.get(warning.id)).toMatchObject({ state: 'under-review', level: 3 });
    expect(state.silences.get('id3')).toMatchObject({ until: today + 14, scope: { regionCode: '150300', upTo: 3 } });
    expect(state.cases.get('id4')).toMatchObject({ title: '乌海市Ⅱ级（橙色）预警评审', period: '2026-10', level: 3 });
    expect(after('dismiss', 'reopen').state.warnings.get(warning.id)!.state).toBe('acknowledged');
    expect(after('acknowledge', 'undo').state.warnings.get(warning.id)).toBeUndefined();
  });

  it('ask for words exactly where the machine does', () => {
    const grounds: Readonly<Record<ActionId, readonly ActionId[]>> = {
      acknowledge: [],
      verify: ['acknowledge'],
      review: ['acknowledge'],
      dismiss: [],
      note: [],
      silence: [],
      reopen: ['dismiss'],
      close: [],
      undo: ['acknowledge'],
    };
    for (const action of ACTIONS) {
      const { state } = after(...grounds[action]);
      const act = actFor(action, warning, { ...filled, words: ' ' }, { view, state, newId: () => 'other' })!;
      expect(check(act, REGION, state, world) === null, action).toBe(ACTION_RULES[action].words === 'optional');
    }
  });

  it('have nothing to take back where nobody acted', () => {
    expect(actFor('undo', warning, filled, { view, state: emptyState(), newId: () => '' })).toBeNull();
  });

  it('see the last level that could be told, and the last period of what has ended', () => {
    const moves = [
      { period: SINCE, level: 2, knownOn: null },
      { period: SINCE + 1, level: INSUFFICIENT, knownOn: null },
    ] as const;
    expect(seenOf(makeWarning('150300', INSUFFICIENT, { of: { moves } }), view)).toMatchObject({ level: 2 });
    const ended = makeWarning('150300', 2, { of: { until: SINCE + 1, state: 'ended' } });
    expect(seenOf(ended, view)).toMatchObject({ period: '2026-04' });
    expect(seenOf(makeWarning('150300', 0), view).level).toBe(0);
  });

  it('are told of a warning with its silence and what was taken back, and of no other', () => {
    const { state, entries } = after('acknowledge', 'silence', 'undo');
    // Without its silence at hand, the last act on the warning itself is the acknowledgement.
    expect(entries[2]!.act).toMatchObject({ kind: 'undo', seq: 1 });
    const other = { ...entries[0]!, seq: 9, act: { ...entries[0]!.act, warning: '150200@2026-03' } as Act };
    const silenced = { ...warning, silence: state.silences.get('id1')! };
    expect(deedsOf(silenced, [...entries, other], state.undone).map((d) => [d.entry.act.kind, d.undone])).toEqual([
      ['acknowledge', true],
      ['silence', false],
      ['undo', false],
    ]);
  });
});

describe('what acts came to', () => {
  const no = (zh: string) => ({ ok: false, why: { zh, en: `not in ${zh}` } }) as const;
  const yes = (seq: number) => ({ ok: true, entry: { ...after('acknowledge').entries[0]!, seq } }) as const;
  const counties = ['150302', '150303', '150304'].map((code) => makeWarning(code, 2));

  it('is told for one with its line of the trail', () => {
    expect(outcomeOf('verify', [warning], [yes(12)], view, 'zh').words).toBe('乌海市：核实属实，已记录（第12条）');
    const refused = outcomeOf('verify', [warning], [no('须先签收')], view, 'zh');
    expect(refused).toMatchObject({ words: '乌海市：核实属实未办理。须先签收', failed: true });
  });

  it('is told for many by reason, regions that share one together', () => {
    const results = [yes(1), no('乌达区不在辖区内'), no('海南区不在辖区内')];
    const names = counties.map((w) => view.tree.regions[view.tree.indexOf.get(w.spell.regionCode)!]!.name.zh);
    const said = results.map((r, k) => (r.ok ? r : no(`${names[k]}不在辖区内`)));
    const outcome = outcomeOf('acknowledge', counties, said, view, 'zh');
    expect(outcome.words).toBe('签收：1条已记录，2条未办理：');
    expect(outcome.refusals).toEqual([`${names[1]}和${names[2]}：该地区不在辖区内`]);
    expect(outcomeOf('acknowledge', counties, [yes(1), yes(2), yes(3)], view, 'zh')).toMatchObject({
      words: '签收：3条已记录',
      failed: false,
    });
  });
});
