import { FREQUENCIES, formatDay, formatPeriod, NO_DAY } from '../base/period';
import { type Text, sayBoth } from '../base/text';
import type { Draft } from './draft';
import { settleDuplicates } from './duplicates';
import { type IssueLog, issueOf } from './issue-log';
import type { Conflict } from './tables/understanding';
import { DETAIL, EXPECTED } from './text';

/** So many contradictions are listed for a choice. */
const MOST_CONFLICTS = 1000;

export interface Claims {
  readonly regionCodes: readonly string[];
  readonly regionName: (index: number) => string;
  readonly indicatorIds: readonly string[];
  readonly weekEndsOn: number;
  /** Chosen row by `Conflict.key`. */
  readonly choices: Readonly<Record<string, number>>;
  /** A row of the draft in words, as messages name it: file line, or worksheet and line. */
  readonly rowWords: (row: number) => string | number;
  /** Column named in the message; empty where the figures have a column each. */
  readonly column: string;
  /** Name the indicator in the place of a message also when there is but one. */
  readonly alwaysIndicator?: boolean;
  readonly conflictDetail?: { readonly open: Text; readonly chosen: Text };
}

/**
 * Rows that claim the same place: a repeat is kept once, of contradicting ones none, unless a person chose. Every find
 * is told; contradictions are listed for a choice, also those already chosen.
 */
export function settleClaims(
  draft: Draft,
  log: IssueLog,
  claims: Claims,
): { repeats: number; conflicts: number; list: Conflict[] } {
  const { regionCodes, regionName, indicatorIds, choices, rowWords, column } = claims;
  const { conflictDetail = { open: DETAIL.conflict, chosen: DETAIL.conflict } } = claims;
  const list: Conflict[] = [];
  const used = new Set<number>();
  for (let i = 0; i < draft.length && used.size < 2; i++) used.add(draft.indicator[i]!);
  const periodOf = (i: number): string =>
    formatPeriod(FREQUENCIES[draft.frequency[i]!]!, draft.period[i]!, claims.weekEndsOn || undefined);
  const keyOf = (i: number): string => {
    const day = draft.knownOn[i]!;
    const place = [regionCodes[draft.region[i]!], indicatorIds[draft.indicator[i]!], periodOf(i)];
    return [...place, day === NO_DAY ? '' : formatDay(day)].join('|');
  };

  function tell(type: 'exact_duplicate' | 'conflicting_duplicate', first: number, second: number): void {
    if (!log.wants(type)) return;
    const [a, b] = [String(draft.value[first]!), String(draft.value[second]!)];
    const repeat = type === 'exact_duplicate';
    const chosen = !repeat && choices[keyOf(first)] !== undefined;
    const words = { first: rowWords(draft.row[first]!), second: rowWords(draft.row[second]!), a, b };
    const detail = repeat ? DETAIL.exactDuplicate : chosen ? conflictDetail.chosen : conflictDetail.open;
    const place = `${regionName(draft.region[first]!)} ${periodOf(first)}`;
    const where =
      used.size > 1 || claims.alwaysIndicator ? `${place} ${indicatorIds[draft.indicator[first]!]!}` : place;
    const severity = repeat || chosen ? 'note' : 'fault';
    const given = repeat ? b : `${a} / ${b}`;
    log.list(
      issueOf(type, severity, draft.row[second]!, column, given, EXPECTED.oneValue, sayBoth(detail, words), where),
    );
  }

  function choose(rows: readonly number[]): number {
    const first = rows[0]!;
    const key = keyOf(first);
    if (list.length < MOST_CONFLICTS) {
      list.push({
        key,
        regionCode: regionCodes[draft.region[first]!]!,
        regionName: regionName(draft.region[first]!),
        indicatorId: indicatorIds[draft.indicator[first]!]!,
        period: periodOf(first),
        claims: rows.map((i) => ({ row: draft.row[i]!, value: draft.value[i]! })),
      });
    }
    const wanted = Object.hasOwn(choices, key) ? choices[key] : undefined;
    return wanted === undefined ? -1 : rows.findIndex((i) => draft.row[i] === wanted);
  }

  const { repeats, conflicts } = settleDuplicates(
    draft,
    ({ first, second }) => tell('exact_duplicate', first, second),
    ({ first, second }) => tell('conflicting_duplicate', first, second),
    choose,
  );
  return { repeats, conflicts, list };
}
