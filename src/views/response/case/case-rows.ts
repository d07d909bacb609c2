import { levelRank } from '../../../base/level';
import type { AssessmentView } from '../../../platform/engine-api';
import type { WorkCalendar } from '../../../response/calendar/calendar';
import type { Case } from '../../../response/case/case';
import { type CaseClock, caseClocks } from '../../../response/case/clocks';
import type { Plan } from '../../../response/plan';
import type { ResponseState } from '../../../response/state';
import { levelAt } from '../../../store/view-select';

export interface CaseRow {
  readonly review: Case;
  /** The clock that runs out first of those that run; null = none runs. */
  readonly next: CaseClock | null;
  /** Level byte of the region in the newest period; null where the data no longer has the region. */
  readonly level: number | null;
}

interface RowWorld {
  readonly view: AssessmentView;
  readonly plan: Plan;
  readonly calendar: WorkCalendar;
  readonly nowMs: number;
  readonly warnings: ResponseState['warnings'];
}

/** Reviews by urgency: what runs out first stands first, then the higher level, then the newer; closed ones by their end, newest first. */
export function caseRows(cases: readonly Case[], world: RowWorld): readonly CaseRow[] {
  const { view, warnings } = world;
  const rows = cases.map((review): CaseRow => {
    const record = review.warning === null ? null : (warnings.get(review.warning) ?? null);
    const region = view.tree.indexOf.get(review.regionCode);
    return {
      review,
      next: nextClock(review, caseClocks(review, record, world)),
      level: region === undefined ? null : levelAt(view, region, view.latest),
    };
  });
  return rows.toSorted(
    (a, b) =>
      Number(a.review.stage === 'closed') - Number(b.review.stage === 'closed') ||
      byTime(a.next?.at ?? null, b.next?.at ?? null) ||
      levelRank(b.level ?? 0) - levelRank(a.level ?? 0) ||
      b.review.stages.at(-1)!.at - a.review.stages.at(-1)!.at,
  );
}

const byTime = (a: number | null, b: number | null): number => (a === b ? 0 : a === null ? 1 : b === null ? -1 : a - b);

/** Of the clocks that run, the one that runs out first; a closed review has none. */
function nextClock(review: Case, clocks: readonly CaseClock[]): CaseClock | null {
  if (review.stage === 'closed') return null;
  const running = clocks.filter((clock) => clock.at !== null && clock.doneAt === null);
  return running.toSorted((a, b) => a.at! - b.at!)[0] ?? null;
}
