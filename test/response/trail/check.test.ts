import { describe, expect, it } from 'vitest';
import type { WarningLevel } from '../../../src/base/level';
import type { Actor } from '../../../src/response/actor';
import type { Act, ActKind } from '../../../src/response/trail/act';
import { check, mayAct, nextStage } from '../../../src/response/trail/check';
import { caseLevel } from '../../../src/response/trail/who';
import type { SpellState } from '../../../src/response/warnings/spell';
import {
  act,
  countyA1,
  countyA2,
  type Desk,
  desk,
  leagueA,
  leagueB,
  nowMs,
  refused,
  region,
  SAMPLES,
  today,
  walkTo,
} from './make-trail';

const offices: Readonly<Record<string, Actor>> = { countyA1, countyA2, leagueA, leagueB, region };
/** Who of the offices may do it, whatever the content. */
const allowed = (at: Desk, one: Act): string =>
  Object.keys(offices)
    .filter((name) => mayAct(one, offices[name]!, at.state, at.world) === null)
    .join(' ');

describe('the office', () => {
  it.each([
    ['without a name', { ...countyA1, name: ' ' }, /^Enter the name/],
    ['of a region that is not there', { ...countyA1, regionCode: 'X' }, /no code X/],
    [
      'of a layer that its region is not',
      { ...countyA1, regionCode: 'A' },
      /A is not a region of this layer \(banner or county office\)/,
    ],
    ['of the top in the name of a league', { ...region, regionCode: 'A' }, /A is not a region of this layer/],
  ])('%s may do nothing', (_, by, words) => {
    expect(refused(desk(), by as Actor, SAMPLES.acknowledge)).toMatch(words);
  });
});

describe('whose act it is, by level', () => {
  const at = desk();
  const seen = (level: WarningLevel) => ({ warning: 'A1@2026-08', level, period: '2026-10' });

  it.each([
    ['acknowledge', 1, 'countyA1 leagueA region'],
    ['acknowledge', 4, 'countyA1 leagueA region'],
    // A false alarm of Ⅱ or Ⅰ is for the layer that reviews.
    ['dismiss', 1, 'countyA1 leagueA region'],
    ['dismiss', 2, 'countyA1 leagueA region'],
    ['dismiss', 3, 'region'],
    ['dismiss', 4, 'region'],
    ['close-warning', 2, 'countyA1 leagueA region'],
    ['close-warning', 4, 'region'],
  ] as const)('%s of a county at level %i: %s', (kind, level, who) => {
    expect(allowed(at, { ...SAMPLES[kind], ...seen(level) } as Act)).toBe(who);
  });

  it.each([
    ['A1', 1, 'countyA1 leagueA region'],
    ['A1', 2, 'leagueA region'],
    ['A1', 3, 'region'],
    ['A1', 4, 'region'],
    // A league is never reviewed by its counties: the lifted duties.
    ['A', 1, 'leagueA region'],
    ['A', 2, 'region'],
    ['R', 1, 'region'],
  ] as const)('a review of %s at level %i is opened by %s', (regionCode, level, who) => {
    expect(allowed(at, { ...SAMPLES['open-case'], warning: null, regionCode, level })).toBe(who);
  });

  it.each(['set-calendar', 'adopt-plan', 'review-plan'] as const)('%s is for the autonomous region', (kind) => {
    expect(allowed(at, SAMPLES[kind])).toBe('region');
  });

  it('takes a pending signal as of the lowest level', () => {
    expect(allowed(at, { ...SAMPLES.dismiss, level: 0 })).toBe('countyA1 leagueA region');
  });

  it('says to whom it is refused, and whose it would be', () => {
    expect(refused(at, countyA1, SAMPLES.dismiss)).toBe(
      'This is for the autonomous region office, not for a banner or county office.',
    );
    expect(refused(at, leagueB, SAMPLES.acknowledge)).toBe(
      'A1 is outside the area of your office; its own office or one above it may act.',
    );
  });
});

describe('in a case of a county at Ⅱ', () => {
  it.each([
    ['check-figure', 'verify', 'countyA1 leagueA region'],
    ['assess-case', 'assess', 'leagueA region'],
    ['give-opinion', 'consult', 'leagueA region'],
    ['hold-meeting', 'consult', 'leagueA region'],
    ['accept-measure', 'decide', 'leagueA region'],
    ['reject-measure', 'decide', 'leagueA region'],
    ['send-report', 'verify', 'leagueA region'],
    ['follow-measure', 'report', 'countyA1 leagueA region'],
    ['stand-down', 'stand-down', 'region'],
    ['after-action', 'after-action', 'leagueA region'],
    ['save-document', 'decide', 'countyA1 leagueA region'],
  ] as const)('%s at %s is for %s', (kind, stage, who) => {
    expect(allowed(walkTo(desk(), stage), SAMPLES[kind])).toBe(who);
  });

  it('is taken onward by the office that responds, and from standing down on by the one that reviews', () => {
    const onward = (stage: string, to: string) => allowed(walkTo(desk(), stage), { ...SAMPLES['advance-case'], to });
    expect(onward('decide', 'verify')).toBe('leagueA region');
    expect(onward('after-action', 'follow-up')).toBe('region');
  });

  it('leaves the six measures of 6.4 to the region, at Ⅱ by a decision of its own', () => {
    const at = walkTo(desk(), 'decide');
    const six = { ...SAMPLES['accept-measure'], measure: 'benefit-extension' };
    expect(allowed(at, six)).toBe('region');
    expect(allowed(at, { ...SAMPLES['reject-measure'], measure: 'benefit-extension' })).toBe('region');
    expect(refused(at, region, six)).toMatch(
      /^At Level Ⅱ \(orange\) “.*” is opened by a decision of the autonomous region/,
    );
    expect(refused(at, region, { ...six, decision: '自治区政府专题会议纪要第12号' })).toBe('');
  });

  it('follows a warning that rose: what was closed at Ⅱ is open at Ⅰ once somebody took note of it', () => {
    const at = walkTo(desk(), 'decide');
    const six = { ...SAMPLES['accept-measure'], measure: 'benefit-extension' };
    act(at, countyA1, { ...SAMPLES.acknowledge, level: 4 });
    expect(refused(at, region, six)).toBe('');
  });

  it('follows another warning of its region that was acknowledged while it is open, and none after it', () => {
    const at = walkTo(desk(), 'decide');
    const level = (): number => caseLevel(at.state, at.state.cases.get('R-1')!);
    const later = { ...SAMPLES.acknowledge, level: 4 } as const;
    act(at, region, { ...later, warning: 'A2@2026-10' });
    expect(level()).toBe(3);
    act(at, region, { ...later, warning: 'A1@2026-10' });
    expect(level()).toBe(4);
    const done = walkTo(desk(), 'closed');
    act(done, region, { ...later, warning: 'A1@2026-11' }, later);
    expect(caseLevel(done.state, done.state.cases.get('R-1')!)).toBe(3);
  });

  it('opens no measure above its level', () => {
    const at = desk();
    act(at, countyA1, { ...SAMPLES['open-case'], warning: null, level: 1 });
    const low = { 'check-figure': countyA1, 'assess-case': countyA1, 'hold-meeting': countyA1 };
    for (const [to, kind] of [
      ['assess', 'check-figure'],
      ['consult', 'assess-case'],
      ['decide', 'hold-meeting'],
    ] as const) {
      act(at, low[kind], SAMPLES[kind], { ...SAMPLES['advance-case'], to });
    }
    expect(refused(at, region, { ...SAMPLES['accept-measure'], measure: 'labour-cost' })).toMatch(
      /is open from Level Ⅱ \(orange\); the review is at Level Ⅳ \(blue\)/,
    );
    expect(refused(at, countyA1, SAMPLES['accept-measure'])).toBe('');
  });
});

describe('a warning', () => {
  it('is acknowledged, then verified; twice only when it has risen', () => {
    const at = desk();
    expect(refused(at, countyA1, SAMPLES['verify-warning'])).toBe(
      'The warning is not acknowledged yet: Verifying is not open. Open now: Acknowledging, Marking as a false alarm, Closing the warning and Adding a note.',
    );
    act(at, countyA1, SAMPLES.acknowledge);
    expect(refused(at, countyA1, SAMPLES.acknowledge)).toMatch(/has not risen since/);
    expect(refused(at, countyA1, { ...SAMPLES['verify-warning'], level: 4 })).toMatch(/acknowledge it first/);
    act(at, countyA1, SAMPLES['verify-warning'], { ...SAMPLES.acknowledge, level: 4 });
    expect(at.state.warnings.get('A1@2026-08')).toMatchObject({ state: 'acknowledged', level: 4, verified: null });
  });

  it('sleeps as a false alarm until it rises, or somebody wakes it', () => {
    const at = desk();
    act(at, region, SAMPLES.dismiss);
    expect(refused(at, countyA1, SAMPLES.acknowledge)).toMatch(/has not risen since/);
    expect(refused(at, countyA1, { ...SAMPLES.acknowledge, level: 4 })).toBe('');
    act(at, countyA1, SAMPLES.reopen);
    expect(at.state.warnings.get('A1@2026-08')?.state).toBe('acknowledged');
  });

  it('does not rise for a remark', () => {
    const at = desk();
    act(at, countyA1, { ...SAMPLES.acknowledge, level: 2 }, SAMPLES.note);
    expect(at.state.warnings.get('A1@2026-08')?.level).toBe(2);
    expect(refused(at, countyA1, SAMPLES.acknowledge)).toBe('');
  });

  it('under review ends with the review', () => {
    const at = walkTo(desk(), 'verify');
    for (const kind of ['dismiss', 'close-warning', 'verify-warning'] as const) {
      expect(refused(at, region, SAMPLES[kind])).toMatch(/ends when the review is closed/);
    }
    const { state } = walkTo(desk(), 'closed');
    expect(state.warnings.get('A1@2026-08')).toMatchObject({ state: 'closed', case: 'R-1' });
    expect(state.openCases.size).toBe(0);
  });

  it.each([
    ['active', false],
    ['pending', false],
    ['recovering', false],
    ['stale', false],
    ['ended', true],
    ['insufficient', true],
    [null, true],
  ] as const)('is closed by hand while its figures are %s: %s', (spell: SpellState | null, may) => {
    const at = desk({ spellState: () => spell });
    expect(refused(at, region, SAMPLES['close-warning']) === '').toBe(may);
  });
});

describe('a silence', () => {
  const scope = SAMPLES.silence.scope;
  it.each([
    ['Ⅰ is never silenced', { scope: { ...scope, upTo: 4 } }, region, /level Ⅰ is never silenced/],
    ['Ⅱ by the office that reviews', { scope: { ...scope, upTo: 3 } }, leagueA, /for the autonomous region office/],
    ['not into the past', { until: today - 1 }, leagueA, /cannot end before today/],
    ['90 days at most', { until: today + 91 }, leagueA, /90 days at most/],
    ['with a reason', { reason: '\n' }, leagueA, /needs “reason”/],
    ['of its own area', {}, leagueB, /outside the area/],
  ] as const)('%s', (_, over, by, words) => {
    expect(refused(desk(), by, { ...SAMPLES.silence, ...over } as Act)).toMatch(words);
  });

  it('ends once, and not after it has run out', () => {
    const at = desk();
    expect(refused(at, leagueA, SAMPLES.unsilence)).toMatch(/no such silence/);
    act(at, leagueA, { ...SAMPLES.silence, until: today + 90 });
    expect(refused(at, leagueA, SAMPLES.silence)).toMatch(/of this number already/);
    expect(refused({ ...at, world: { ...at.world, today: today + 91 } }, leagueA, SAMPLES.unsilence)).toMatch(/ended/);
    act(at, leagueA, SAMPLES.unsilence);
    expect(refused(at, leagueA, SAMPLES.unsilence)).toMatch(/has ended already/);
  });
});

describe('opening a review', () => {
  it('needs a warning that was acknowledged, of the same region, and no other open review there', () => {
    const at = desk();
    expect(refused(at, region, SAMPLES['open-case'])).toMatch(/Opening a review is not open/);
    act(at, countyA1, SAMPLES.acknowledge);
    expect(refused(at, region, { ...SAMPLES['open-case'], regionCode: 'A2' })).toMatch(/not one of A2/);
    act(at, region, SAMPLES['open-case']);
    expect(refused(at, region, { ...SAMPLES['open-case'], case: 'R-2', warning: null })).toMatch(/open already/);
    expect(refused(at, region, { ...SAMPLES['open-case'], warning: null, regionCode: 'A2' })).toMatch(/number already/);
    expect(refused(at, region, { ...SAMPLES['open-case'], case: 'R-2', warning: null, regionCode: 'A2' })).toBe('');
  });

  it('is open again once the last one is closed', () => {
    const at = walkTo(desk(), 'closed');
    expect(refused(at, region, { ...SAMPLES['open-case'], case: 'R-2', warning: null })).toBe('');
    expect(refused(at, region, SAMPLES['check-figure'])).toMatch(/closed and cannot be changed/);
  });
});

describe('the stages', () => {
  const onward = (to: string, reason = ''): Act => ({ ...SAMPLES['advance-case'], to, reason });

  it.each([
    ['verify', 'assess', '', /at least one figure has been judged/],
    ['assess', 'consult', 'x', /the assessment has been recorded/],
    ['consult', 'decide', 'x', /leading department has given its opinion, or a meeting/],
    ['decide', 'report', '', /at least one measure is accepted, or a reason/],
    ['report', 'follow-up', 'x', /the first report has been sent/],
    ['follow-up', 'stand-down', 'x', /every accepted measure is done or stopped/],
    ['stand-down', 'after-action', 'x', /decision to stand down/],
    ['after-action', 'closed', 'x', /after-action note/],
  ] as const)('from %s to %s asks for something', (from, to, reason, words) => {
    expect(refused(walkTo(desk(), from), region, onward(to, reason))).toMatch(words);
  });

  it('take a reason in the place of what was not found', () => {
    const at = walkTo(desk(), 'verify');
    act(at, countyA1, { ...SAMPLES['check-figure'], result: 'suspect', note: '口径可能变化' });
    expect(refused(at, leagueA, onward('assess'))).toMatch(/left suspect/);
    expect(refused(at, leagueA, onward('assess', '下月再核'))).toBe('');
    expect(refused(walkTo(desk(), 'decide'), leagueA, onward('report', '无合适措施'))).toBe('');
  });

  it('take another department than the leading one for no consultation', () => {
    const at = walkTo(desk(), 'consult');
    act(at, leagueA, { ...SAMPLES['give-opinion'], department: 'finance' });
    expect(refused(at, leagueA, onward('decide'))).toMatch(/leading department/);
    act(at, leagueA, SAMPLES['hold-meeting']);
    expect(refused(at, leagueA, onward('decide'))).toBe('');
  });

  it('follow each other forward, and go back with a reason', () => {
    const at = walkTo(desk(), 'consult');
    expect(refused(at, leagueA, onward('report'))).toMatch(/the next one is “Decide”/);
    expect(refused(at, leagueA, onward('consult'))).toMatch(/at the stage “Consult” already/);
    expect(refused(at, leagueA, onward('elsewhere'))).toMatch(/no such stage/);
    expect(refused(at, leagueA, onward('verify'))).toMatch(/needs a reason/);
    act(at, leagueA, onward('verify', '数据已修订'));
    expect(at.state.cases.get('R-1')?.stages.map((s) => s.stage)).toEqual(['verify', 'assess', 'consult', 'verify']);
  });

  it('ask anew for standing down and the note when the case came back to them', () => {
    const at = walkTo(desk(), 'after-action');
    act(at, region, onward('stand-down', '等级又升高'));
    expect(refused(at, region, onward('after-action'))).toMatch(/decision to stand down/);
    act(at, region, SAMPLES['stand-down'], onward('after-action'));
  });

  it('let no report be asked for below the levels that must be reported', () => {
    const at = desk();
    act(at, leagueA, { ...SAMPLES['open-case'], warning: null, level: 2 }, SAMPLES['check-figure'], onward('assess'));
    act(at, leagueA, SAMPLES['assess-case'], onward('consult'), SAMPLES['hold-meeting'], onward('decide'));
    act(at, leagueA, SAMPLES['accept-measure'], onward('report'), onward('follow-up'));
  });

  it('name the stages in which an act is open', () => {
    expect(refused(walkTo(desk(), 'verify'), leagueA, SAMPLES['give-opinion'])).toBe(
      'The review is at the stage “Verify”: Recording an opinion is not open there, but at: Consult, Decide, Report upward and Follow up.',
    );
  });

  it('are told ahead: the next one with its conditions, none after the last', () => {
    const at = walkTo(desk(), 'verify');
    const next = nextStage(at.state.cases.get('R-1')!, at.state, at.world);
    expect(next).toMatchObject({
      to: 'assess',
      guards: [
        { id: 'something-judged', met: false },
        { id: 'nothing-suspect', met: true },
      ],
    });
    const done = walkTo(desk(), 'closed');
    expect(nextStage(done.state.cases.get('R-1')!, done.state, done.world)).toBeNull();
  });
});

describe('what an act says', () => {
  it.each([
    ['accept-measure', 'decide', { due: today - 1 }, /due day cannot be before today/],
    ['accept-measure', 'decide', { owner: 'nobody' }, /no such department/],
    ['accept-measure', 'decide', { measure: 'nothing' }, /no such measure/],
    [
      'accept-measure',
      'decide',
      { expected: { ...SAMPLES['accept-measure'].expected, by: '2026-10' } },
      /end after today/,
    ],
    ['accept-measure', 'decide', { expected: { ...SAMPLES['accept-measure'].expected, by: '2026-13' } }, /spelt like/],
    [
      'accept-measure',
      'decide',
      { expected: { ...SAMPLES['accept-measure'].expected, by: 'soon' } },
      /\.expected\.by should be 2026-10 \/ 2026-Q3/,
    ],
    [
      'check-figure',
      'verify',
      { note: 'x'.repeat(20_001) },
      /not in the form that is kept: \.note should be at most 20000 characters/,
    ],
    ['give-opinion', 'consult', { department: 'nobody' }, /no such department/],
    ['hold-meeting', 'consult', { on: today + 1 }, /later than today/],
    ['check-figure', 'verify', { result: 'suspect' }, /what is suspect/],
    ['send-report', 'verify', { sentAt: nowMs + 61_000 }, /later than now/],
    ['send-report', 'verify', { proof: '' }, /needs “proof that it was sent”/],
    ['follow-measure', 'report', { measure: 'redundant-startup' }, /not an accepted one/],
    ['stand-down', 'stand-down', { reason: '' }, /give the reason/],
    ['assess-case', 'assess', { assessment: { ...SAMPLES['assess-case'].assessment, persons: -1 } }, /negative/],
    ['assess-case', 'assess', { assessment: { ...SAMPLES['assess-case'].assessment, districts: ['Z'] } }, /no code Z/],
  ] as const)('%s at %s with another content (%#)', (kind, stage, over, words) => {
    expect(refused(walkTo(desk(), stage), region, { ...SAMPLES[kind], ...over } as Act)).toMatch(words);
  });

  // Random commands, seed juyan-1, command 1: such a note was sealed, and from then on the trail did not verify.
  it('has no field that the gate would not let in again', () => {
    const note = { ...SAMPLES.note, colour: 'red' } as Act;
    expect(refused(desk(), region, note)).toMatch(
      /not in the form that is kept: \. should be no field of the name colour/,
    );
  });

  it('sends no report twice under one number', () => {
    const at = walkTo(desk(), 'follow-up');
    expect(refused(at, leagueA, SAMPLES['send-report'])).toMatch(/report of this number already/);
  });

  it('takes a measure up again whose end was recorded by mistake, also behind a report that went out', () => {
    const at = walkTo(desk(), 'report');
    act(at, leagueA, SAMPLES['accept-measure'], { ...SAMPLES['accept-measure'], due: today + 30 });
    act(at, countyA1, { ...SAMPLES['follow-measure'], state: 'done' });
    const { seq } = at.state.head;
    act(at, leagueA, { ...SAMPLES['send-report'], report: 'B-9', stage: 'progress' });
    expect(refused(at, countyA1, { ...SAMPLES.undo, seq })).toMatch(/Later entries/);
    expect(refused(at, countyA1, { ...SAMPLES['follow-measure'], state: 'running' })).toBe('');
  });

  it('lifts a suspicion with words and no other way, whoever looked before it was raised', () => {
    const at = walkTo(desk(), 'verify');
    const clear = { ...SAMPLES['check-figure'], result: 'cleared', note: '已与上报单位核对' } as const;
    expect(refused(at, countyA1, clear)).toMatch(/is not suspect/);
    act(at, leagueA, { ...SAMPLES['check-figure'], result: 'suspect', note: '口径可能变化' });
    expect(refused(at, countyA1, SAMPLES['check-figure'])).toMatch(/not confirmed but cleared/);
    expect(refused(at, countyA1, { ...clear, note: ' ' })).toMatch(/how the doubt was cleared/);
    act(at, countyA1, clear);
    expect(refused(at, countyA1, SAMPLES['check-figure'])).toBe('');
  });

  it('ends a measure once', () => {
    const at = walkTo(desk(), 'report');
    act(at, leagueA, SAMPLES['accept-measure'], { ...SAMPLES['accept-measure'], due: today + 30 });
    act(at, countyA1, { ...SAMPLES['follow-measure'], state: 'stopped' });
    expect(refused(at, countyA1, { ...SAMPLES['follow-measure'], state: 'done' })).toMatch(
      /The measure is stopped: .* taken up again/,
    );
    expect(refused(at, leagueA, SAMPLES['accept-measure'])).toMatch(/is being followed/);
    expect(refused(at, leagueA, { ...SAMPLES['reject-measure'], measure: 'redundant-training' })).toMatch(
      /is being followed/,
    );
  });

  it('settles a household of the table, once, not before it was recognised', () => {
    const at = desk();
    expect(refused(at, countyA1, SAMPLES['settle-household'])).toMatch(/no such household/);
    expect(refused(at, countyA1, { ...SAMPLES['recognise-household'], on: today + 1 })).toMatch(/later than today/);
    expect(refused(at, countyA2, SAMPLES['recognise-household'])).toMatch(/outside the area/);
    act(at, countyA1, SAMPLES['recognise-household']);
    expect(refused(at, countyA1, SAMPLES['recognise-household'])).toMatch(/recognised already/);
    expect(refused(at, countyA1, { ...SAMPLES['settle-household'], on: today - 4 })).toMatch(
      /before it was recognised/,
    );
    act(at, countyA1, { ...SAMPLES['settle-household'], on: today - 3 });
    expect(refused(at, countyA1, SAMPLES['settle-household'])).toMatch(/settled already/);
  });

  it.each([
    ['set-calendar', { days: { '2026-02-30': true } }, /does not exist: 2026-02-30/],
    ['adopt-plan', { from: today - 1 }, /before today/],
    ['adopt-plan', { plan: null }, /no plan in it/],
  ] as const)('%s with %j', (kind, over, words) => {
    expect(refused(desk(), region, { ...SAMPLES[kind], ...over } as Act)).toMatch(words);
  });

  it('takes a kind from nowhere for no act', () => {
    expect(refused(desk(), region, { kind: 'toString' } as unknown as Act)).toBe('There is no such act.');
  });
});

describe('taking back', () => {
  const undo = (seq: number): Act => ({ ...SAMPLES.undo, seq });

  it('is for the last act on everything that it touched', () => {
    const at = walkTo(desk(), 'verify');
    const opening = at.state.head.seq;
    expect(refused(at, region, undo(1))).toMatch(/take back from the last one/);
    act(at, countyA1, SAMPLES.note);
    // The note is on the warning, which the opening touched as well as the case.
    expect(refused(at, region, undo(opening))).toMatch(/take back from the last one/);
    act(at, countyA1, undo(opening + 1));
    act(at, region, undo(opening));
    expect(at.state.cases.size).toBe(0);
    expect(at.state.warnings.get('A1@2026-08')).toMatchObject({ state: 'verified', case: null });
    expect(refused(at, region, undo(opening))).toMatch(/taken back already/);
    expect(refused(at, region, undo(99))).toMatch(/no such entry/);
  });

  it('is for the same office, or one above it', () => {
    const at = desk();
    act(at, countyA1, SAMPLES.acknowledge);
    const may = Object.keys(offices).filter((name) => refused(at, offices[name]!, undo(1)) === '');
    expect(may).toEqual(['countyA1', 'leagueA', 'region']);
    expect(refused(at, countyA2, undo(1))).toBe(
      'It was recorded by the banner or county office of A1; only that office or one above it may take it back.',
    );
    const high = desk();
    act(high, region, SAMPLES.acknowledge);
    expect(refused(high, countyA1, undo(1))).toMatch(/autonomous region office of R/);
  });

  it('is not for what has left the house, nor for a taking back', () => {
    const at = walkTo(desk(), 'verify');
    act(at, leagueA, SAMPLES['send-report']);
    expect(refused(at, region, undo(at.state.head.seq))).toMatch(/cannot be taken back: Recording a report upward/);
    const other = desk();
    act(other, countyA1, SAMPLES.acknowledge, undo(1));
    expect(refused(other, countyA1, undo(2))).toMatch(/no such entry/);
  });

  it('does not bring a closed case back when its region has a new one', () => {
    const at = walkTo(desk(), 'closed');
    const closing = at.state.head.seq;
    act(at, region, { ...SAMPLES['open-case'], case: 'R-2', warning: null });
    expect(refused(at, region, undo(closing))).toMatch(/take back from the last one/);
  });
});

it('reads what an act is on, and not what a form has yet to fill in, to say whether it is open', () => {
  const blank: Partial<Record<ActKind, Act>> = {
    dismiss: { ...SAMPLES.dismiss, reason: '' },
    silence: { ...SAMPLES.silence, reason: '', until: 0 },
  };
  for (const one of Object.values(blank)) {
    expect(mayAct(one, region, desk().state, desk().world)).toBeNull();
    expect(check(one, region, desk().state, desk().world)).not.toBeNull();
  }
});
