import { create } from 'zustand';
import type { ShapeFault } from '../../../base/check';
import { readSeries } from '../../../backtest/rule-test-words';
import { type Scenario, SCENARIO_SCHEMA, type WrittenShock } from '../../../backtest/what-if';
import { quoteGiven } from '../../../base/issue';
import type { Paper } from '../../../platform/engine-api';

export const LEVELS = ['blue', 'yellow', 'orange', 'red'] as const;
export type LevelName = (typeof LEVELS)[number];

/** A shock as it is typed: numbers stay text until they are used, so that `1.` can become `1.5`. */
export interface ShockDraft {
  readonly key: number;
  readonly indicator: string;
  readonly regions: 'all' | readonly string[];
  readonly from: string;
  readonly to: string;
  readonly kind: WrittenShock['kind'];
  readonly amount: string;
  readonly values: string;
}

export interface ScenarioDraft {
  readonly name: string;
  readonly note: string;
  readonly shocks: readonly ShockDraft[];
  readonly thresholds: Readonly<Record<string, Readonly<Record<LevelName, string>>>>;
}

const EMPTY: ScenarioDraft = { name: '', note: '', shocks: [], thresholds: {} };
export const NO_CHANGE = { blue: '', yellow: '', orange: '', red: '' } as const;

interface DraftState {
  readonly draft: ScenarioDraft;
  /** The paper that is being worked on; null = a new one. */
  readonly paper: Paper | null;
  edit(change: Partial<ScenarioDraft>): void;
  addShock(shock: Omit<ShockDraft, 'key'>): void;
  editShock(key: number, change: Partial<ShockDraft>): void;
  dropShock(key: number): void;
  open(draft: ScenarioDraft, paper: Paper | null): void;
  keptAs(paper: Paper): void;
  clear(): void;
}

let lastKey = 0;

/** The scenario under way, kept beside the screen so that it survives a look at another one. */
export const useDraft = create<DraftState>((set) => ({
  draft: EMPTY,
  paper: null,
  edit: (change) => set(({ draft }) => ({ draft: { ...draft, ...change } })),
  addShock: (shock) =>
    set(({ draft }) => ({ draft: { ...draft, shocks: [...draft.shocks, { ...shock, key: ++lastKey }] } })),
  editShock: (key, change) =>
    set(({ draft }) => ({
      draft: { ...draft, shocks: draft.shocks.map((s) => (s.key === key ? { ...s, ...change } : s)) },
    })),
  dropShock: (key) => set(({ draft }) => ({ draft: { ...draft, shocks: draft.shocks.filter((s) => s.key !== key) } })),
  open: (draft, paper) => set({ draft, paper }),
  keptAs: (paper) => set({ paper }),
  clear: () => set({ draft: EMPTY, paper: null }),
}));

/** Nothing is supposed yet. */
export function isIdle(draft: ScenarioDraft): boolean {
  return draft.shocks.length === 0 && Object.values(draft.thresholds).every((t) => LEVELS.every((l) => t[l] === ''));
}

/** What is typed as a scenario, and what cannot be read of it; a number that is none is left out, for the gate to miss. */
export function scenarioOf(draft: ScenarioDraft): {
  readonly scenario: Scenario;
  readonly faults: readonly ShapeFault[];
} {
  const faults: ShapeFault[] = [];
  const shocks = draft.shocks.map((shock, i): WrittenShock => {
    const { indicator, regions, from, to, kind } = shock;
    const place = { indicator, regions, from, to, kind };
    if (kind !== 'path') {
      const amount = numberIn(shock.amount);
      return amount === null ? place : { ...place, amount };
    }
    // Without a word the gate says how many are wanted.
    if (shock.values.trim() === '') return place;
    const { value, fault } = readSeries(shock.values);
    if (value) return { ...place, values: value.values.map((v) => (v === v ? v : null)) };
    faults.push({
      path: `.shocks[${i}].values`,
      given: quoteGiven(fault.given),
      expected: fault.words.en,
      words: fault.words,
    });
    return place;
  });
  const thresholds: Record<string, Partial<Record<LevelName, number | null>>> = {};
  for (const [ruleId, texts] of Object.entries(draft.thresholds)) {
    const change: Partial<Record<LevelName, number | null>> = {};
    for (const level of LEVELS) {
      const text = texts[level].trim();
      if (text === '') continue;
      const value = text === '-' ? null : numberIn(text);
      // What is no number goes to the gate as it is typed: it says so.
      change[level] = value ?? (text === '-' ? null : (text as unknown as number));
    }
    if (Object.keys(change).length > 0) thresholds[ruleId] = change;
  }
  const { name, note } = draft;
  return { scenario: { schema: SCENARIO_SCHEMA, name, note, shocks, thresholds }, faults };
}

function numberIn(text: string): number | null {
  const bare = text.trim().replace('−', '-');
  const value = bare === '' ? NaN : Number(bare);
  return Number.isFinite(value) ? value : null;
}

/** A scenario as it would have been typed. */
export function draftOf({ name, note, shocks, thresholds }: Scenario): ScenarioDraft {
  return {
    name,
    note,
    shocks: shocks.map((shock) => ({
      key: ++lastKey,
      indicator: shock.indicator,
      regions: shock.regions,
      from: shock.from,
      to: shock.to,
      kind: shock.kind,
      amount: shock.amount === undefined ? '' : String(shock.amount),
      values: (shock.values ?? []).map((v) => (v === null ? '_' : String(v))).join(' '),
    })),
    thresholds: Object.fromEntries(
      Object.entries(thresholds).map(([ruleId, change]) => [
        ruleId,
        {
          ...NO_CHANGE,
          ...Object.fromEntries(Object.entries(change).map(([l, v]) => [l, v === null ? '-' : String(v)])),
        },
      ]),
    ),
  };
}
