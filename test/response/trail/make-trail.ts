import { dayOf } from '../../../src/base/period';
import type { Actor } from '../../../src/response/actor';
import { momentOf } from '../../../src/response/calendar/moment';
import { defaultPlan } from '../../../src/response/load-plan';
import type { ResponseState } from '../../../src/response/state';
import type { Act, ActKind, ActOf } from '../../../src/response/trail/act';
import { check } from '../../../src/response/trail/check';
import { seal } from '../../../src/response/trail/digest';
import type { Basis, Entry } from '../../../src/response/trail/entry';
import { apply, emptyState } from '../../../src/response/trail/fold';
import type { World } from '../../../src/response/trail/who';
import { treeOf } from '../../panel/make-panel';

/** A small region: the top, two leagues, two counties in each. */
export const tree = treeOf({ R: '', A: 'R', B: 'R', A1: 'A', A2: 'A', B1: 'B', B2: 'B' });

export const region: Actor = { role: 'region', regionCode: 'R', name: '王敏' };
export const leagueA: Actor = { role: 'league', regionCode: 'A', name: '李强' };
export const leagueB: Actor = { role: 'league', regionCode: 'B', name: '赵刚' };
export const countyA1: Actor = { role: 'county', regionCode: 'A1', name: '张三' };
export const countyA2: Actor = { role: 'county', regionCode: 'A2', name: '苏日娜' };

/** Tuesday 10 November 2026, 09:00 in Beijing. */
export const today = dayOf(2026, 11, 10);
export const nowMs = momentOf(today, 9 * 60);

export const worldOf = (over: Partial<World> = {}): World => ({ tree, plan: defaultPlan(), nowMs, today, ...over });

export const basis: Basis = {
  knownOn: '2026-11-10',
  data: 'ab'.repeat(32),
  rules: '1.0.0',
  plan: '1.0.0',
  demonstration: true,
};

/** A trail in the making: what an office does is checked, sealed and folded in. */
export interface Desk {
  entries: Entry[];
  state: ResponseState;
  world: World;
}

export const desk = (over: Partial<World> = {}): Desk => ({ entries: [], state: emptyState(), world: worldOf(over) });

/** An act that has to be allowed. */
export function act(at: Desk, by: Actor, ...acts: readonly Act[]): void {
  for (const one of acts) {
    const refusal = check(one, by, at.state, at.world);
    if (refusal) throw new Error(`${one.kind} by ${by.name}: ${refusal.en}`);
    const entry = seal(at.state.head, { at: at.world.nowMs + at.entries.length * 1000, by, act: one, basis });
    at.entries.push(entry);
    at.state = apply(at.state, entry);
  }
}

/** Why an act is not allowed, in English; empty when it is. */
export const refused = (at: Desk, by: Actor, one: Act): string => check(one, by, at.state, at.world)?.en ?? '';

const A1 = { warning: 'A1@2026-08', level: 3, period: '2026-10' } as const;
const onCase = { case: 'R-1' };

/** One act of every kind, as offices write it; most are on the case R-1 of county A1 at level Ⅱ. */
export const SAMPLES: { readonly [K in ActKind]: ActOf<K> } = {
  acknowledge: { kind: 'acknowledge', ...A1, note: '' },
  'verify-warning': { kind: 'verify-warning', ...A1, note: '与企业电话核对' },
  dismiss: { kind: 'dismiss', ...A1, reason: '统计口径调整' },
  reopen: { kind: 'reopen', ...A1, reason: '又有新情况' },
  'close-warning': { kind: 'close-warning', ...A1, reason: '等级已结束' },
  note: { kind: 'note', ...A1, note: '已联系园区' },
  silence: {
    kind: 'silence',
    id: 'S-1',
    scope: { regionCode: 'A', below: true, indicators: ['openings'], upTo: 2 },
    until: today + 30,
    reason: '系统切换期间',
  },
  unsilence: { kind: 'unsilence', id: 'S-1', reason: '切换完成' },
  'open-case': {
    kind: 'open-case',
    ...onCase,
    warning: 'A1@2026-08',
    regionCode: 'A1',
    level: 3,
    period: '2026-10',
    title: '煤矿关闭',
    reason: '两家煤矿停产',
  },
  'check-figure': {
    kind: 'check-figure',
    ...onCase,
    item: 'figure-1',
    result: 'confirmed',
    figure: {
      indicatorId: 'new_benefit_claims',
      regionCode: 'A1',
      period: '2026-10',
      value: 812,
      knownOn: '2026-11-09',
    },
    note: '',
  },
  'assess-case': {
    kind: 'assess-case',
    ...onCase,
    assessment: {
      persons: 1200,
      personsBasis: '新申领人数同比增加',
      groups: ['redundant'],
      districts: ['A1'],
      drivers: '煤矿关闭',
      fund: { balance: 5200.5, monthlyOutlay: 260 },
      facts: { 'layoff-rate': 4.2 },
      note: '',
    },
  },
  'give-opinion': {
    kind: 'give-opinion',
    ...onCase,
    department: 'hrss',
    stance: 'agree',
    opinion: '同意启动',
    person: '陈处',
  },
  'hold-meeting': {
    kind: 'hold-meeting',
    ...onCase,
    on: today,
    place: '三楼会议室',
    attendees: ['陈处', '白科'],
    minutes: '同意采取三项措施',
  },
  'accept-measure': {
    kind: 'accept-measure',
    ...onCase,
    measure: 'redundant-training',
    why: '对应新申领人数',
    owner: 'hrss',
    due: today + 20,
    expected: { indicatorId: 'new_benefit_claims', direction: 'fall', target: 500, by: '2027-01' },
    decision: '',
    note: '',
  },
  'reject-measure': { kind: 'reject-measure', ...onCase, measure: 'redundant-startup', reason: '当地不具备条件' },
  'send-report': {
    kind: 'send-report',
    ...onCase,
    report: 'B-1',
    stage: 'first',
    to: '自治区人力资源社会保障厅',
    channel: '机要',
    sentAt: nowMs,
    proof: '收文 2026-118',
  },
  'follow-measure': {
    kind: 'follow-measure',
    ...onCase,
    measure: 'redundant-training',
    state: 'running',
    note: '已开两个班',
    figure: null,
  },
  'stand-down': {
    kind: 'stand-down',
    ...onCase,
    conditions: [
      { id: 'level-down', met: true, figure: '正常 2 期' },
      { id: 'final-report', met: null, figure: '不明' },
    ],
    reason: '条件基本具备',
  },
  'after-action': {
    kind: 'after-action',
    ...onCase,
    summary: '处置及时',
    predicted: '降至 500',
    actual: '降至 430',
    thresholds: '无',
    lessons: '提前与企业对接',
  },
  'advance-case': { kind: 'advance-case', ...onCase, to: 'assess', reason: '' },
  'save-document': {
    kind: 'save-document',
    ...onCase,
    document: 'notice',
    lang: 'zh',
    body: { title: '预警通知', blocks: [{ text: '各有关单位' }, null, true, 1.5] },
  },
  'set-calendar': { kind: 'set-calendar', days: { '2026-11-14': true, '2026-11-16': false }, reason: '本地调休' },
  'adopt-plan': { kind: 'adopt-plan', from: today, plan: { version: '1.1.0' }, reason: '年度修订' },
  'review-plan': { kind: 'review-plan', version: '1.0.0', finding: '无需修改' },
  'recognise-household': {
    kind: 'recognise-household',
    household: 'H-1',
    regionCode: 'A1',
    on: today - 3,
    note: '',
  },
  'settle-household': { kind: 'settle-household', household: 'H-1', on: today, how: '公益性岗位' },
  undo: { kind: 'undo', seq: 1, reason: '误操作' },
};

/** The case R-1 of A1 at Ⅱ, opened from its warning and walked to a stage by the offices whose act it is. */
export function walkTo(at: Desk, stage: string): Desk {
  const onward = (to: string, by: Actor): void => act(at, by, { ...SAMPLES['advance-case'], to });
  const steps: readonly (readonly [string, () => void])[] = [
    [
      'verify',
      () => {
        act(at, countyA1, SAMPLES.acknowledge, SAMPLES['verify-warning']);
        act(at, region, SAMPLES['open-case']);
      },
    ],
    ['assess', () => (act(at, countyA1, SAMPLES['check-figure']), onward('assess', leagueA))],
    ['consult', () => (act(at, leagueA, SAMPLES['assess-case']), onward('consult', leagueA))],
    ['decide', () => (act(at, leagueA, SAMPLES['give-opinion']), onward('decide', leagueA))],
    ['report', () => (act(at, leagueA, SAMPLES['accept-measure']), onward('report', leagueA))],
    ['follow-up', () => (act(at, leagueA, SAMPLES['send-report']), onward('follow-up', leagueA))],
    [
      'stand-down',
      () => {
        act(at, countyA1, SAMPLES['follow-measure'], { ...SAMPLES['follow-measure'], state: 'done' });
        onward('stand-down', region);
      },
    ],
    ['after-action', () => (act(at, region, SAMPLES['stand-down']), onward('after-action', region))],
    ['closed', () => (act(at, leagueA, SAMPLES['after-action']), onward('closed', region))],
  ];
  for (const [name, step] of steps) {
    step();
    if (name === stage) return at;
  }
  throw new Error(`no stage ${stage}`);
}
