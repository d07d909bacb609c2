import type { Chance } from '../../../mock-data/random';
import { WARNING_LEVELS } from '../../../src/base/level';
import { type Day, formatDay } from '../../../src/base/period';
import type { Actor } from '../../../src/response/actor';
import { type Case, STAGES } from '../../../src/response/case/case';
import { defaultPlan } from '../../../src/response/load-plan';
import type { ResponseState } from '../../../src/response/state';
import { type Act, type ActKind, type ActOf, DOCUMENT_KINDS, STANCES } from '../../../src/response/trail/act';
import { ACT_RULES, WARNING_MOVES } from '../../../src/response/trail/machine';
import { countyA1, countyA2, leagueA, leagueB, region, SAMPLES } from './make-trail';

/** Random offices and acts for the machine: mostly what somebody would do next, some of it nonsense. */

const REGIONS = ['R', 'A', 'B', 'A1', 'A2', 'B1', 'B2'] as const;
const OFFICES: readonly Actor[] = [
  region,
  leagueA,
  leagueB,
  countyA1,
  countyA2,
  { role: 'county', regionCode: 'B1', name: '白音' },
  { role: 'county', regionCode: 'B2', name: '娜仁' },
];
const NO_OFFICES: readonly Actor[] = [
  { role: 'region', regionCode: 'A1', name: '冒名' },
  { role: 'county', regionCode: 'X9', name: '无此地' },
  { role: 'league', regionCode: 'A', name: '  ' },
];

export interface Moment {
  readonly today: Day;
  readonly nowMs: number;
}

export const pick = <T>(chance: Chance, from: readonly T[]): T => from[Math.floor(chance() * from.length)]!;
const odds = (chance: Chance, share: number): boolean => chance() < share;

export function randomOffice(chance: Chance): Actor {
  return odds(chance, 0.02) ? pick(chance, NO_OFFICES) : odds(chance, 0.5) ? region : pick(chance, OFFICES);
}

export function randomAct(chance: Chance, state: ResponseState, moment: Moment): Act {
  const act = anyAct(chance, state, moment);
  return odds(chance, 0.01)
    ? ({ ...act, ...pick(chance, [{ colour: 'red' }, { case: 7 }, { kind: 'bribe' }]) } as unknown as Act)
    : act;
}

function anyAct(chance: Chance, state: ResponseState, moment: Moment): Act {
  const roll = chance();
  if (roll < 0.5 && state.openCases.size > 0) return caseAct(chance, state, moment);
  if (roll < 0.77) return warningAct(chance, state);
  if (roll < 0.82) return openCase(chance, state);
  if (roll < 0.88) return undo(chance, state);
  if (roll < 0.91) return randomSilence(chance, state, moment);
  if (roll < 0.96) return household(chance, state, moment);
  return setting(chance, moment);
}

const text = (chance: Chance, blank = 0.02): string =>
  odds(chance, blank) ? pick(chance, ['', ' \n']) : `话${Math.floor(chance() * 1000)}`;
/** An id of those there are, now and then of one that is not. */
const known = (chance: Chance, ids: Iterable<string>, none: string): string => {
  const all = [...ids];
  return all.length === 0 || odds(chance, 0.03) ? none : pick(chance, all);
};

function warningId(chance: Chance): string {
  return odds(chance, 0.01) ? 'X9@2026-01' : `${pick(chance, REGIONS)}@2026-0${1 + Math.floor(chance() * 6)}`;
}

function warningAct(chance: Chance, state: ResponseState): Act {
  const warning = warningId(chance);
  const record = state.warnings.get(warning);
  const kinds = (Object.keys(WARNING_MOVES) as (keyof typeof WARNING_MOVES)[]).filter((kind) => kind !== 'open-case');
  const open = kinds.filter((kind) => WARNING_MOVES[kind][record?.state ?? 'new']);
  const kind = pick(chance, odds(chance, 0.8) && open.length > 0 ? open : kinds);
  const at = record?.level ?? 0;
  // Mostly as before, now and then risen or fallen, as figures do.
  const level = odds(chance, 0.6) ? at : (Math.floor(chance() * 5) as typeof at);
  const said = kind === 'acknowledge' || kind === 'verify-warning' || kind === 'note' ? 'note' : 'reason';
  return { kind, warning, level, period: '2026-10', [said]: text(chance) } as unknown as Act;
}

function openCase(chance: Chance, state: ResponseState): Act {
  const ready = [...state.warnings.values()].filter(({ state: s }) => s === 'acknowledged' || s === 'verified');
  const record = odds(chance, 0.7) && ready.length > 0 ? pick(chance, ready) : null;
  const [regionCode] = record ? record.id.split('@') : [pick(chance, REGIONS)];
  const level = record && record.level > 0 && odds(chance, 0.9) ? record.level : pick(chance, WARNING_LEVELS);
  return {
    kind: 'open-case',
    case: odds(chance, 0.03) ? known(chance, state.cases.keys(), 'R-0') : `R-${state.head.seq + 1}`,
    warning: record?.id ?? (odds(chance, 0.1) ? warningId(chance) : null),
    regionCode: odds(chance, 0.03) ? pick(chance, REGIONS) : regionCode!,
    level: level as ActOf<'open-case'>['level'],
    period: '2026-10',
    title: text(chance),
    reason: text(chance),
  };
}

/** What each stage waits for. */
const NEXT: Readonly<Record<string, readonly ActKind[]>> = {
  verify: ['check-figure', 'advance-case', 'advance-case'],
  assess: ['assess-case', 'advance-case'],
  consult: ['give-opinion', 'hold-meeting', 'advance-case'],
  decide: ['accept-measure', 'accept-measure', 'reject-measure', 'advance-case'],
  report: ['send-report', 'advance-case'],
  'follow-up': ['follow-measure', 'follow-measure', 'advance-case'],
  'stand-down': ['stand-down', 'advance-case'],
  'after-action': ['after-action', 'save-document', 'advance-case'],
};
const CASE_KINDS = (Object.keys(ACT_RULES) as ActKind[]).filter((kind) => ACT_RULES[kind].stages !== null);

function caseAct(chance: Chance, state: ResponseState, moment: Moment): Act {
  const id = odds(chance, 0.9)
    ? pick(chance, [...state.openCases.values()])
    : known(chance, state.cases.keys(), 'R-none');
  const review = state.cases.get(id);
  const kind = odds(chance, 0.8)
    ? pick(chance, NEXT[review?.stage ?? 'verify'] ?? CASE_KINDS)
    : pick(chance, CASE_KINDS);
  const said = Object.fromEntries(
    ['reason', 'note'].flatMap((f) => (f in SAMPLES[kind] ? [[f, text(chance, 0.2)]] : [])),
  );
  return { kind, case: id, ...said, ...CASE_PARTS[kind]!(chance, review, moment, state) } as unknown as Act;
}

const measures = defaultPlan().measures.filter((m) => m.regional || m.clause === '4.2');
const measureOf = (chance: Chance, review: Case | undefined): string =>
  odds(chance, 0.7) ? known(chance, review?.measures.keys() ?? [], 'no-measure') : pick(chance, measures).id;
const departments = [
  ...defaultPlan()
    .departments.slice(0, 4)
    .map(({ id }) => id),
  'no-department',
];

type Parts = (chance: Chance, review: Case | undefined, moment: Moment, state: ResponseState) => object;

const CASE_PARTS: Readonly<Partial<Record<ActKind, Parts>>> = {
  'check-figure': (chance) => ({
    item: `figure-${Math.floor(chance() * 4)}`,
    result: pick(chance, ['confirmed', 'confirmed', 'suspect', 'cleared']),
    figure: odds(chance, 0.5) ? null : SAMPLES['check-figure'].figure,
  }),
  'assess-case': (chance) => ({
    assessment: {
      ...SAMPLES['assess-case'].assessment,
      persons: odds(chance, 0.2) ? null : Math.floor(chance() * 2000) - 20,
      districts: [odds(chance, 0.03) ? 'X9' : pick(chance, REGIONS)],
    },
  }),
  'give-opinion': (chance) => ({
    department: pick(chance, departments),
    stance: pick(chance, STANCES),
    opinion: text(chance),
    person: text(chance),
  }),
  'hold-meeting': (chance, _, { today }) => ({
    on: today + Math.floor(chance() * 12) - 10,
    place: text(chance),
    attendees: [text(chance)],
    minutes: text(chance),
  }),
  'accept-measure': (chance, _, { today }) => ({
    measure: odds(chance, 0.02) ? 'no-measure' : pick(chance, measures).id,
    why: text(chance),
    owner: pick(chance, departments),
    due: today + Math.floor(chance() * 40) - 1,
    expected: {
      indicatorId: 'openings',
      direction: pick(chance, ['rise', 'fall']),
      target: odds(chance, 0.5) ? null : Math.floor(chance() * 500),
      by: pick(chance, ['2029-03', '2030-Q2', '2030', '2031', '2030-W05', '2026-01', 'soon']),
    },
    decision: odds(chance, 0.5) ? '' : text(chance),
  }),
  'reject-measure': (chance, review) => ({ measure: measureOf(chance, review) }),
  'send-report': (chance, review, { nowMs }, { head }) => ({
    report: odds(chance, 0.05) ? (review?.reports[0]?.report ?? '') : `B-${head.seq + 1}`,
    stage: pick(chance, ['first', 'first', 'progress', 'final']),
    to: text(chance),
    channel: text(chance),
    sentAt: nowMs + Math.floor((chance() - 0.9) * 3_600_000),
    proof: text(chance),
  }),
  'follow-measure': (chance, review) => ({
    measure: measureOf(chance, review),
    state: pick(chance, ['planned', 'running', 'done', 'done', 'stopped']),
    figure: null,
  }),
  'stand-down': (chance) => ({
    conditions: [{ id: 'level-down', met: pick(chance, [true, false, null]), figure: text(chance) }],
  }),
  'after-action': (chance) => ({
    summary: text(chance),
    predicted: text(chance),
    actual: text(chance),
    thresholds: text(chance),
    lessons: text(chance),
  }),
  'advance-case': (chance, review) => ({
    to: odds(chance, 0.85)
      ? (STAGES[STAGES.indexOf(review?.stage ?? 'verify') + 1] ?? 'closed')
      : pick(chance, [...STAGES, 'elsewhere']),
  }),
  'save-document': (chance) => ({
    document: pick(chance, DOCUMENT_KINDS),
    lang: pick(chance, ['zh', 'en']),
    body: { title: text(chance), n: chance(), list: [null, true] },
  }),
};

function undo(chance: Chance, state: ResponseState): Act {
  const { seq } = state.head;
  const lately = seq - Math.floor(chance() * 6);
  const last = [...state.past.values()];
  const one = odds(chance, 0.7) && last.length > 0 ? pick(chance, last).seq : lately;
  return { kind: 'undo', seq: one, reason: text(chance) };
}

function randomSilence(chance: Chance, { silences, head }: ResponseState, { today }: Moment): Act {
  if (odds(chance, 0.4))
    return { kind: 'unsilence', id: known(chance, silences.keys(), 'S-none'), reason: text(chance) };
  return {
    kind: 'silence',
    id: odds(chance, 0.05) ? known(chance, silences.keys(), 'S-0') : `S-${head.seq + 1}`,
    scope: {
      regionCode: odds(chance, 0.03) ? 'X9' : pick(chance, REGIONS),
      below: odds(chance, 0.5),
      indicators: odds(chance, 0.5) ? [] : ['openings'],
      upTo: pick(chance, WARNING_LEVELS),
    },
    until: today + Math.floor(chance() * 100) - 4,
    reason: text(chance),
  };
}

function household(chance: Chance, { households, head }: ResponseState, { today }: Moment): Act {
  const on = today - Math.floor(chance() * 20) + 1;
  if (odds(chance, 0.4)) {
    return { kind: 'settle-household', household: known(chance, households.keys(), 'H-none'), on, how: text(chance) };
  }
  return {
    kind: 'recognise-household',
    household: odds(chance, 0.05) ? known(chance, households.keys(), '') : `H-${head.seq + 1}`,
    regionCode: odds(chance, 0.03) ? 'X9' : pick(chance, REGIONS),
    on,
    note: text(chance),
  };
}

function setting(chance: Chance, { today }: Moment): Act {
  const roll = chance();
  const reason = text(chance);
  if (roll < 0.4) {
    const day = odds(chance, 0.1) ? '2026-02-30' : formatDay(today + Math.floor(chance() * 300));
    return { kind: 'set-calendar', days: { [day]: odds(chance, 0.5) }, reason };
  }
  if (roll < 0.7) {
    const from = today + Math.floor(chance() * 20) - 3;
    return {
      kind: 'adopt-plan',
      from,
      plan: odds(chance, 0.1) ? null : { version: `1.${Math.floor(chance() * 9)}` },
      reason,
    };
  }
  return { kind: 'review-plan', version: '1.0.0', finding: reason };
}
