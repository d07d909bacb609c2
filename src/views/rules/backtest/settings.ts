import type { Target } from '../../../backtest/events';
import { formatPeriod, parsePeriod, type Period } from '../../../base/period';
import type { RulesAndScheme } from '../../../levels/load-rule-book';
import type { AssessmentView } from '../../../platform/engine-api';
import type { BacktestFocus, BacktestQuery } from '../../../platform/engine-backtest-api';
import { WARNING_LEVELS } from '../../../base/level';

export const EVENT_KINDS = ['rise', 'risen', 'event', 'given'] as const;

/** What the form holds, as it was typed; every part but a long list of episodes stands in the address. */
export interface Settings {
  /** `in-force`, `draft`, or a version's id. */
  readonly test: string;
  /** The same; empty = nothing beside it. */
  readonly against: string;
  readonly events: (typeof EVENT_KINDS)[number];
  /** Indicator of a rise (to come, or that has come), or one that is 1 in an episode. */
  readonly on: string;
  readonly rise: string;
  readonly within: string;
  readonly csv: string;
  readonly lead: string;
  readonly after: string;
  /** Periods in their canonical spelling; empty = the first, the last. */
  readonly since: string;
  readonly until: string;
  readonly known: 'now' | 'then';
  readonly least: string;
}

/** Scores of fewer episodes of different dates come with a caution. */
export const FEW_DATES = 10;

export type Free = Readonly<Record<string, string>>;

/** Longer lists would not survive the way to a server: they are kept while the page is open. */
const MOST_IN_ADDRESS = 3000;

/** Settings that hold where the address says nothing: the first control rate has risen by half a point within a year. */
export function usualSettings(view: Pick<AssessmentView, 'ruleSet' | 'indicators' | 'catalogue'>): Settings {
  return {
    test: 'in-force',
    against: '',
    events: 'risen',
    on: usualTarget(view),
    rise: '0.5',
    within: '12',
    csv: '',
    lead: '6',
    after: '12',
    since: '',
    until: '',
    known: 'now',
    least: '3',
  };
}

/** The first control rate that the data has, else any rate, else the first indicator. */
function usualTarget({ ruleSet, indicators, catalogue }: Pick<AssessmentView, 'ruleSet' | 'indicators' | 'catalogue'>) {
  const isRate = (id: string): boolean => indicators.includes(id) && catalogue.byId.get(id)?.kind === 'rate';
  const floor = ruleSet.rules.find((r) => r.role === 'floor' && isRate(r.indicator))?.indicator;
  return floor ?? indicators.find(isRate) ?? indicators[0] ?? '';
}

export function settingsOf(free: Free, usual: Settings, kept: string): Settings {
  const { events, known } = free;
  const text = (key: keyof Settings): string => free[key] ?? usual[key];
  return {
    test: text('test'),
    against: text('against'),
    events: EVENT_KINDS.find((e) => e === events) ?? usual.events,
    on: text('on'),
    rise: text('rise'),
    within: text('within'),
    csv: free.csv ?? kept,
    lead: text('lead'),
    after: text('after'),
    since: text('since'),
    until: text('until'),
    known: known === 'then' || known === 'now' ? known : usual.known,
    least: text('least'),
  };
}

/** Parameters of the address; what is as usual is left out of it. */
export function freeOf(settings: Settings, usual: Settings): Readonly<Record<string, string | null>> {
  const short = settings.events === 'given' && settings.csv.length <= MOST_IN_ADDRESS;
  return {
    ...Object.fromEntries(
      Object.entries(settings).map(([key, value]) => [key, value === usual[key as keyof Settings] ? null : value]),
    ),
    csv: short && settings.csv !== '' ? settings.csv : null,
  };
}

export function isLong({ csv }: Settings): boolean {
  return csv.length > MOST_IN_ADDRESS;
}

export type Field =
  | 'test'
  | 'against'
  | 'on'
  | 'rise'
  | 'within'
  | 'csv'
  | 'lead'
  | 'after'
  | 'since'
  | 'until'
  | 'least';

/** Reads the form; what is wrong is told by field. `rulesBy`: rules of a choice, null while they are not valid. */
export function queryOf(
  settings: Settings,
  view: Pick<AssessmentView, 'frequency' | 'indicators'>,
  rulesBy: (choice: string) => RulesAndScheme | null,
):
  | { readonly query: BacktestQuery; readonly wrong: readonly [] }
  | { readonly query: null; readonly wrong: readonly Field[] } {
  const wrong: Field[] = [];
  const number = (field: Field, least: number, most: number, whole: boolean): number => {
    const text = (settings[field as keyof Settings] as string).trim().replace('−', '-');
    const value = text === '' ? Number.NaN : Number(text);
    if (!(value >= least && value <= most) || (whole && !Number.isInteger(value))) wrong.push(field);
    return value;
  };
  const rules = (field: 'test' | 'against'): RulesAndScheme[] => {
    const found = rulesBy(settings[field]);
    if (!found) wrong.push(field);
    return found ? [{ ruleSet: found.ruleSet, scheme: found.scheme }] : [];
  };
  const period = (field: 'since' | 'until'): Period | null => {
    if (settings[field].trim() === '') return null;
    const parsed = parsePeriod(settings[field].trim());
    if (parsed?.frequency === view.frequency) return parsed.period;
    wrong.push(field);
    return null;
  };
  const sets = [...rules('test'), ...(settings.against === '' ? [] : rules('against'))];
  const target = (): Target => {
    if (!view.indicators.includes(settings.on)) wrong.push('on');
    if (settings.events === 'event') return { indicator: settings.on, reaches: 1 };
    const [by, within] = [number('rise', 1e-9, 1e12, false), number('within', 1, 120, true)];
    const { on: indicator } = settings;
    return settings.events === 'risen' ? { indicator, risen: by, within } : { indicator, rise: by, within };
  };
  const given = settings.events === 'given';
  if (given && settings.csv.trim() === '') wrong.push('csv');
  const query: BacktestQuery = {
    sets,
    episodes: given ? { kind: 'given', csv: settings.csv } : { kind: 'target', target: target() },
    margins: { before: number('lead', 0, 1200, true), after: number('after', 0, 1200, true) },
    from: period('since'),
    to: period('until'),
    asKnown: settings.known === 'then',
    leastEpisodes: number('least', 1, 1e6, true),
  };
  if (query.from !== null && query.to !== null && query.from > query.to) wrong.push('until');
  return wrong.length > 0 ? { query: null, wrong } : { query, wrong: [] };
}

/** The alarm that is looked at: `:3` the level of regions, `<rule id>:2` a rule; and where. */
export function focusOf({ line, area }: Free): BacktestFocus {
  const [, ruleId = '', level = ''] = /^(.*):([1-4])$/.exec(line ?? '') ?? [];
  return {
    ruleId: ruleId === '' ? null : ruleId,
    atLeast: WARNING_LEVELS.find((l) => String(l) === level) ?? 1,
    regionCode: area ?? null,
  };
}

export function lineKey(ruleId: string | null, atLeast: number): string {
  return `${ruleId ?? ''}:${atLeast}`;
}

/** First period of the last three tenths of what is scored: the usual part to hold out. */
export function usualHoldOut(view: Pick<AssessmentView, 'first' | 'count' | 'frequency' | 'weekEndsOn'>): string {
  return formatPeriod(view.frequency, view.first + Math.round(view.count * 0.7), view.weekEndsOn);
}
