import { describe, expect, it } from 'vitest';
import { say } from '../../../src/base/text';
import { STAGES } from '../../../src/response/case/case';
import type { Act, ActKind } from '../../../src/response/trail/act';
import { apply } from '../../../src/response/trail/fold';
import { seal } from '../../../src/response/trail/digest';
import { ACT_RULES, STAGE_GUARDS, STAGE_WHO, WARNING_MOVES } from '../../../src/response/trail/machine';
import { DEEDS } from '../../../src/response/trail/deed-text';
import { FIELD_NAMES } from '../../../src/response/trail/refusal-text';
import { ACT_NAMES, GUARD_WORDS, RECORD_STATE_NAMES, STAGE_NAMES } from '../../../src/response/trail/text';
import { type ActNames, describeAct } from '../../../src/response/trail/words';
import { basis, desk, nowMs, region, SAMPLES, walkTo } from './make-trail';

const kinds = (Object.keys(SAMPLES) as ActKind[]).toSorted();
const sorted = (table: object): string[] => Object.keys(table).toSorted();

describe('the tables are whole', () => {
  it('has a rule, a name and a sentence for every kind of act', () => {
    for (const table of [ACT_RULES, ACT_NAMES, DEEDS]) expect(sorted(table)).toEqual(kinds);
  });

  it('names every field that it asks for', () => {
    const asked = new Set(kinds.flatMap((kind) => ACT_RULES[kind].needs as readonly string[]));
    for (const field of asked) expect(FIELD_NAMES, field).toHaveProperty(field);
    for (const field of sorted(FIELD_NAMES)) expect(asked, `${field} is asked for nowhere`).toContain(field);
  });

  it('asks for fields that the act has', () => {
    for (const kind of kinds) for (const field of ACT_RULES[kind].needs) expect(SAMPLES[kind]).toHaveProperty(field);
  });

  it('has office, conditions and a name for every stage, and words for every condition', () => {
    for (const table of [STAGE_WHO, STAGE_GUARDS, STAGE_NAMES]) expect(sorted(table)).toEqual(STAGES.toSorted());
    const ids = STAGES.flatMap((stage) => STAGE_GUARDS[stage].map((guard) => guard.id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(sorted(GUARD_WORDS)).toEqual(ids.toSorted());
  });

  it('knows the stages in which each act on a case is open, and none for other acts', () => {
    for (const kind of kinds) {
      const inCase = 'case' in SAMPLES[kind] && kind !== 'open-case';
      expect(ACT_RULES[kind].stages !== null, kind).toBe(inCase);
      for (const stage of ACT_RULES[kind].stages ?? []) expect(stage).not.toBe('closed');
    }
  });
});

describe('the moves of a warning', () => {
  const states = sorted(RECORD_STATE_NAMES) as (keyof typeof RECORD_STATE_NAMES)[];

  it('leave every state but by a way out: none is a trap', () => {
    for (const state of states.filter((s) => s !== 'under-review')) {
      const ways = Object.values(WARNING_MOVES).flatMap((moves) => moves[state] ?? []);
      expect(
        ways.some((move) => move.to !== state && !move.onlyRisen),
        state,
      ).toBe(true);
    }
  });

  it('leave a review to the review: no act on the warning ends it', () => {
    const moves = Object.values(WARNING_MOVES).flatMap((table) => table['under-review'] ?? []);
    for (const move of moves) expect(move.to).toBe('under-review');
  });

  it('reach every state from a new warning, a review by opening one', () => {
    const reached = new Set<string>(['new']);
    for (let n = 0; n < states.length; n++) {
      for (const moves of Object.values(WARNING_MOVES)) {
        for (const state of states) if (reached.has(state) && moves[state]) reached.add(moves[state].to);
      }
    }
    expect([...reached].toSorted()).toEqual(states);
  });
});

describe('what acts touch', () => {
  // A stage at which each kind finds what it is about.
  const before: Partial<Record<ActKind, string>> = { 'follow-measure': 'report', 'advance-case': 'after-action' };
  const at = (kind: ActKind): Act => (kind === 'advance-case' ? { ...SAMPLES[kind], to: 'closed' } : SAMPLES[kind]);

  it.each(kinds.filter((kind) => kind !== 'undo'))(
    '%s touches the parts that its rule names, and all of them',
    (kind) => {
      const { state } = walkTo(desk(), before[kind] ?? 'verify');
      const put = (from: typeof state, act: Act) => apply(from, seal(from.head, { at: nowMs, by: region, act, basis }));
      let ready = put(put(state, SAMPLES.silence), SAMPLES['recognise-household']);
      // Opening: of a region that has no case.
      const act =
        kind === 'open-case' ? { ...SAMPLES[kind], case: 'R-2', warning: 'A2@2026-08', regionCode: 'A2' } : at(kind);
      const seq = ready.head.seq + 1;
      ready = put(ready, act);
      const touched = [...ready.past].flatMap(([name, past]) => (past.seq === seq ? [name.split(':')[0]!] : []));
      expect(touched.toSorted()).toEqual(ACT_RULES[kind].touches.toSorted());
    },
  );
});

describe('an act in words', () => {
  const word = (kind: string) => (id: string) => ({ zh: `${kind}<${id}>`, en: `${kind}<${id}>` });
  const names: ActNames = {
    region: word('region'),
    indicator: word('indicator'),
    measure: word('measure'),
    department: word('department'),
  };

  it.each(kinds)('%s is one sentence in both languages, with no place unfilled and no bare id', (kind) => {
    const text = describeAct({ act: SAMPLES[kind] }, names);
    for (const lang of ['zh', 'en'] as const) {
      const said = say(text, lang);
      expect(said).not.toMatch(/[{}]|undefined|NaN/);
      expect(said.replace(/\w+<[^>]*>/g, '')).not.toMatch(/R-1|@|redundant|new_benefit|hrss|follow-up/);
    }
    expect(text.zh).not.toBe(text.en);
  });

  it('says who is concerned, how grave, and why', () => {
    expect(describeAct({ act: SAMPLES.dismiss }, names)).toEqual({
      zh: '将region<A1>预警（Ⅱ级（橙色），数据截至2026年10月）判为误报。理由：统计口径调整',
      en: 'Marked the warning of region<A1> (Level Ⅱ (orange), figures to Oct 2026) as a false alarm. Reason: 统计口径调整',
    });
    expect(describeAct({ act: SAMPLES.silence }, names).en).toBe(
      'Silenced warnings of region<A> and the regions below it that rest on indicator<openings> alone up to Level Ⅲ (yellow), until 10 Dec 2026. Reason: 系统切换期间',
    );
    expect(describeAct({ act: SAMPLES['advance-case'] }, { ...names, review: word('review') }).zh).toBe(
      'review<R-1>：评审转入“研判”环节',
    );
    expect(
      describeAct({ act: { ...SAMPLES['check-figure'], figure: null } }, { ...names, item: word('item') }).zh,
    ).toBe('核实项“item<figure-1>”：属实');
  });

  it('keeps words that it does not know: a stage of another version, a period of another spelling', () => {
    const onward = { ...SAMPLES['advance-case'], to: 'elsewhere' };
    expect(describeAct({ act: onward }, names).en).toContain('“elsewhere”');
    expect(describeAct({ act: { ...SAMPLES.note, level: 0, period: '?' } }, names).en).toContain(
      '(pending, figures to ?)',
    );
  });
});
