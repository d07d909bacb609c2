import type { Text } from '../src/base/text';
import type { Filed } from './filing';
import { dayText } from './timeline';
import type { Day } from '../src/base/period';

/** The forms of the feed contract `fengsui-feed/1`, as `docs/feed-contract.md` and `docs/feed.schema.json` describe them. */
export const CONTRACT = 'fengsui-feed/1';

export interface FeedRegion {
  readonly code: string;
  readonly name: string;
  readonly name_en: string;
  readonly level: string;
  readonly parent_code: string;
  readonly labour_force: number;
  readonly employed: number;
  readonly insured: number;
  readonly traits: readonly string[];
  readonly coal_steel_power_share: number;
  readonly promoted: boolean;
}

export interface FeedCatalog {
  readonly contract: typeof CONTRACT;
  readonly name: Text;
  readonly demonstration: boolean;
  readonly dataVersion: string;
  readonly asOf: string;
  readonly regions: readonly FeedRegion[];
  readonly observations: readonly { readonly indicator: string; readonly frequency: string; readonly url: string }[];
}

export interface FeedObservations {
  readonly contract: typeof CONTRACT;
  readonly indicator: string;
  readonly frequency: 'month' | 'year';
  readonly unit: string;
  readonly source: string;
  readonly first: string;
  readonly count: number;
  readonly published: readonly (string | null)[];
  readonly series: readonly { readonly region: string; readonly values: readonly (number | null)[] }[];
  readonly status: readonly (readonly [region: string, period: string, status: string])[];
  readonly late: readonly (readonly [region: string, period: string, day: string])[];
  readonly revisions: readonly (readonly [region: string, period: string, value: number, day: string])[];
}

interface Head {
  readonly indicator: string;
  readonly frequency: 'month' | 'year';
  readonly unit: string;
  readonly source: string;
  readonly first: string;
  readonly published: readonly (Day | null)[];
  readonly periodText: (t: number) => string;
  /** Positions whose figures are provisional for everybody. */
  readonly provisional: readonly number[];
}

/** Filed series → one answer of the feed. Filers without any value are left out. */
export function observationsBody(head: Head, filed: readonly Filed[]): FeedObservations {
  const filers = filed.filter((f) => f.values.some((v) => !Number.isNaN(v)));
  const { indicator, frequency, unit, source, first, published, periodText } = head;
  return {
    contract: CONTRACT,
    indicator,
    frequency,
    unit,
    source,
    first,
    count: published.length,
    published: published.map((day) => (day === null ? null : dayText(day))),
    series: filers.map((f) => ({ region: f.code, values: Array.from(f.values, (v) => (Number.isNaN(v) ? null : v)) })),
    status: head.provisional.flatMap((t) =>
      filers.filter((f) => !Number.isNaN(f.values[t]!)).map((f) => [f.code, periodText(t), 'provisional'] as const),
    ),
    late: filers.flatMap((f) =>
      [...f.vintages].map(([t, vintages]) => [f.code, periodText(t), dayText(vintages.at(-1)!.day)] as const),
    ),
    revisions: filers.flatMap((f) =>
      [...f.vintages].flatMap(([t, vintages]) =>
        vintages.slice(0, -1).map((v) => [f.code, periodText(t), v.value, dayText(v.day)] as const),
      ),
    ),
  };
}
