import { STAGES, type Case, type Done, type Stage } from '../case/case';
import type { ResponseState, WarningRecord } from '../state';
import type { ActKind, CaseAct } from './act';
import type { Change, ChangeTable } from './change';
import { newRecord } from './changes-warning';

/** The case that an act is on, with what the act adds to it. */
function inCase(state: ResponseState, id: string, add: (before: Case) => Partial<Case>): readonly Change[] {
  const before = state.cases.get(id);
  return before ? [{ part: 'cases', key: id, value: { ...before, ...add(before) } }] : [];
}

function inWarning(
  state: ResponseState,
  id: string,
  done: Done & { readonly kind: ActKind },
  change: Partial<WarningRecord>,
): Change {
  const before = state.warnings.get(id) ?? newRecord(id);
  return { part: 'warnings', key: id, value: { ...before, ...change, acts: [...before.acts, done] } };
}

const set = <K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> => new Map(map).set(key, value);

export const CASE_CHANGES: ChangeTable<CaseAct['kind']> = {
  'open-case': (state, { kind, case: id, warning, regionCode, level, period, title, reason }, opened) => {
    const value: Case = {
      id,
      title,
      reason,
      regionCode,
      warning,
      level,
      period,
      opened,
      stage: 'verify',
      stages: [{ ...opened, stage: 'verify', reason: '' }],
      checks: new Map(),
      assessment: null,
      opinions: new Map(),
      meetings: [],
      measures: new Map(),
      reports: [],
      standDown: null,
      afterAction: null,
      documents: [],
    };
    return [
      { part: 'cases', key: id, value },
      { part: 'openCases', key: regionCode, value: id },
      ...(warning === null
        ? []
        : [inWarning(state, warning, { ...opened, kind }, { state: 'under-review', case: id, level })]),
    ];
  },
  'check-figure': (state, { case: id, item, result, figure, note }, done) =>
    inCase(state, id, ({ checks }) => ({ checks: set(checks, item, { ...done, result, figure, note }) })),
  'assess-case': (state, { case: id, assessment }, done) =>
    inCase(state, id, () => ({ assessment: { ...done, ...assessment } })),
  'give-opinion': (state, { case: id, department, stance, opinion, person }, done) =>
    inCase(state, id, ({ opinions }) => ({
      opinions: set(opinions, department, { ...done, stance, opinion, person }),
    })),
  'hold-meeting': (state, { case: id, on, place, attendees, minutes }, done) =>
    inCase(state, id, ({ meetings }) => ({ meetings: [...meetings, { ...done, on, place, attendees, minutes }] })),
  'accept-measure': (state, { case: id, measure, why, owner, due, expected, decision, note }, done) =>
    inCase(state, id, ({ measures }) => ({
      measures: set(measures, measure, {
        ...done,
        accepted: true,
        measure,
        why,
        owner,
        due,
        expected,
        decision,
        note,
        course: [],
      }),
    })),
  'reject-measure': (state, { case: id, measure, reason }, done) =>
    inCase(state, id, ({ measures }) => ({
      measures: set(measures, measure, { ...done, accepted: false, measure, reason }),
    })),
  'send-report': (state, { case: id, report, stage, to, channel, sentAt, proof }, done) =>
    inCase(state, id, ({ reports }) => ({
      reports: [...reports, { ...done, report, stage, to, channel, sentAt, proof }],
    })),
  'follow-measure': (state, { case: id, measure: measureId, state: now, note, figure }, done) => {
    const measure = state.cases.get(id)?.measures.get(measureId);
    if (!measure?.accepted) return [];
    const course = [...measure.course, { ...done, state: now, note, figure }];
    return inCase(state, id, ({ measures }) => ({ measures: set(measures, measureId, { ...measure, course }) }));
  },
  'stand-down': (state, { case: id, conditions, reason }, done) =>
    inCase(state, id, () => ({ standDown: { ...done, conditions, reason } })),
  'after-action': (state, { case: id, summary, predicted, actual, thresholds, lessons }, done) =>
    inCase(state, id, () => ({ afterAction: { ...done, summary, predicted, actual, thresholds, lessons } })),
  'advance-case': (state, { kind, case: id, to, reason }, done) => {
    const stage = stageOf(to);
    const before = state.cases.get(id);
    if (!before || !stage) return [];
    const { warning, regionCode } = before;
    const changes = inCase(state, id, ({ stages }) => ({ stage, stages: [...stages, { ...done, stage, reason }] }));
    if (stage !== 'closed') return changes;
    return [
      ...changes,
      { part: 'openCases', key: regionCode, value: undefined },
      ...(warning === null ? [] : [inWarning(state, warning, { ...done, kind }, { state: 'closed', reason })]),
    ];
  },
  'save-document': (state, act, done) =>
    inCase(state, act.case, ({ documents }) => ({
      documents: [...documents, { ...done, document: act.document, lang: act.lang, body: act.body }],
    })),
};

/** A stage by its name; undefined for any other word. */
export function stageOf(name: string): Stage | undefined {
  return STAGES.find((stage) => stage === name);
}
