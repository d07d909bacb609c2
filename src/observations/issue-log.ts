import { type Issue, type IssueType, quoteGiven } from '../base/issue';
import { sayBoth, type Text } from '../base/text';
import { DETAIL, EXPECTED } from './text';

/** So many issues of a type are listed; the rest are counted. */
export const LISTED_PER_TYPE = 500;

/** Collects the issues of one file: all are counted, the first of each type are listed. */
export interface IssueLog {
  /** Counts one more; false when enough of this type are listed, so that its words need not be made. */
  wants(type: IssueType): boolean;
  /** Lists an issue that was counted by `wants`. */
  list(issue: Issue): void;
  finish(): { issues: Issue[]; counts: Record<string, number> };
}

export function createIssueLog(): IssueLog {
  const counts = new Map<IssueType, number>();
  const issues: Issue[] = [];
  return {
    wants(type) {
      const count = (counts.get(type) ?? 0) + 1;
      counts.set(type, count);
      return count <= LISTED_PER_TYPE;
    },
    list(issue) {
      issues.push(issue);
    },
    finish() {
      // In the order of the file; a whole-file issue (row 0) comes first.
      issues.sort((a, b) => a.row - b.row);
      const listed = new Map<IssueType, number>();
      for (const { type } of issues) listed.set(type, (listed.get(type) ?? 0) + 1);
      for (const [type, limit] of listed) {
        const count = counts.get(type) ?? limit;
        if (limit >= LISTED_PER_TYPE && count > limit) issues.push(tooMany(type, count, limit));
      }
      return { issues, counts: Object.fromEntries(counts) };
    },
  };
}

function tooMany(type: IssueType, count: number, limit: number): Issue {
  return issueOf('too_many_issues', 'note', 0, '', type, EXPECTED.anything, sayBoth(DETAIL.tooMany, { count, limit }));
}

/** An issue whose foreign text is cut to a readable length and holds on to no larger text. */
export function issueOf(
  type: IssueType,
  severity: Issue['severity'],
  row: number,
  column: string,
  given: string,
  expected: Text,
  detail: Text,
  where = '',
): Issue {
  return {
    type,
    severity,
    row,
    column,
    given: ownText(quoteGiven(given)),
    expected,
    detail,
    where: where || String(row),
  };
}

/** A copy of a short text. A slice of a large string would keep all of it in memory. */
export function ownText(slice: string): string {
  return slice.length < 13 ? slice : Array.from(slice).join('');
}
