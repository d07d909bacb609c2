import { dayOf } from '../../../src/base/period';
import type { Actor } from '../../../src/response/actor';
import { momentOf } from '../../../src/response/calendar/moment';
import type { Case } from '../../../src/response/case/case';
import type { ResponseState } from '../../../src/response/state';
import type { Act, ActOf } from '../../../src/response/trail/act';
import { seal } from '../../../src/response/trail/digest';
import type { Entry } from '../../../src/response/trail/entry';
import { apply, emptyState } from '../../../src/response/trail/fold';
import { basis } from '../trail/make-trail';

/** A case as it grows out of a trail: acts at stated moments by stated offices, sealed and folded as the product does it. */
export interface Told {
  readonly entries: readonly Entry[];
  readonly state: ResponseState;
  readonly case: Case;
}

export const CASE = 'K-1';
export const office: Actor = { role: 'league', regionCode: '150300', name: '李强' };

/** 26 March 2026, 09:00 in Beijing and so on: `at('03-26 09:00')`. */
export function at(text: string): number {
  const [day, clock] = text.split(' ');
  const [month, date] = day!.split('-').map(Number);
  const [hour, minute] = clock!.split(':').map(Number);
  return momentOf(dayOf(2026, month!, date!), hour! * 60 + minute!);
}

export const OPEN: ActOf<'open-case'> = {
  kind: 'open-case',
  case: CASE,
  warning: '150300@2025-11',
  regionCode: '150300',
  level: 4,
  period: '2026-03',
  title: '煤矿关闭',
  reason: '多家煤矿停产',
};

/** Moments with the acts done at them, oldest first; `knownOn` of all of them is that of the sample trail unless told. */
export function tell(
  acts: readonly (readonly [moment: string, act: Act])[],
  knownOn: string | null = basis.knownOn,
): Told {
  let state = emptyState();
  const entries: Entry[] = [];
  for (const [moment, act] of acts) {
    const entry = seal(state.head, { at: at(moment), by: office, act, basis: { ...basis, knownOn } });
    entries.push(entry);
    state = apply(state, entry);
  }
  return { entries, state, case: state.cases.get(CASE)! };
}

export const advance = (to: string): ActOf<'advance-case'> => ({ kind: 'advance-case', case: CASE, to, reason: '' });

export const report = (stage: 'first' | 'progress' | 'final', sentAt: string): ActOf<'send-report'> => ({
  kind: 'send-report',
  case: CASE,
  report: `B-${stage}`,
  stage,
  to: '自治区人民政府',
  channel: '机要',
  sentAt: at(sentAt),
  proof: '收文 118',
});

export const accept = (measure: string, over: Partial<ActOf<'accept-measure'>> = {}): ActOf<'accept-measure'> => ({
  kind: 'accept-measure',
  case: CASE,
  measure,
  why: '对应规模裁员',
  owner: 'hrss',
  due: dayOf(2026, 5, 1),
  expected: { indicatorId: 'new_benefit_claims', direction: 'fall', target: null, by: '2026-09' },
  decision: '自治区人民政府第 8 次常务会议',
  note: '',
  ...over,
});

export const follow = (measure: string, state: ActOf<'follow-measure'>['state']): ActOf<'follow-measure'> => ({
  kind: 'follow-measure',
  case: CASE,
  measure,
  state,
  note: '已部署',
  figure: null,
});
