import { INSUFFICIENT, type LevelByte, levelRank } from '../../base/level';
import { type Period, PERIODS_PER_YEAR } from '../../base/period';
import { Status } from '../../base/status';
import type { Text } from '../../base/text';
import { formFault, formKey } from '../../indicators/form';
import type { Levels } from '../../levels/levels';
import type { Column, Panel } from '../../panel/panel';
import { type RuleSignals, SIGNAL_STATE_NAMES, SignalState, type SignalStateName } from '../../signals/rule';
import { isArea, KEY_GROUPS, type KeyGroup } from './groups';
import { BOARD_WORDS as WORDS } from './text';

/** What the panel has to be prepared with, in the reported and in the joint form; what is not in the data does no harm. */
export const BOARD_INDICATORS: readonly string[] = KEY_GROUPS.flatMap((group) => group.indicators);

/** A figure that is not out yet is replaced by the newest one that is at most so many periods older; ours. */
const OLDER_BY = 2;
/** So many of the regions below are named; ours. */
const WORST_SHOWN = 3;

/** The signals on an indicator in a region, as one: the worst of its rules. */
export interface SignalSeen {
  /** 0–4; INSUFFICIENT where no rule can tell; null where no rule applies here. */
  readonly level: LevelByte | null;
  readonly state: SignalStateName;
}

export interface RegionSignal extends SignalSeen {
  readonly regionCode: string;
}

export interface GroupIndicator extends SignalSeen {
  readonly indicatorId: string;
  /** Of the figure: the newest at or before the period asked for; null = there is none. */
  readonly period: Period | null;
  /** In the indicator's unit. */
  readonly value: number | null;
  /** Against the same period of the year before: points for rates, per cent for all else; null = cannot be told. */
  readonly yoy: number | null;
  /** Why there is no figure or no change; null = there are both. */
  readonly why: Text | null;
  /** Regions right below with a signal that counts, worst first. */
  readonly worst: readonly RegionSignal[];
  /** Of how many regions right below, and how many have a signal that counts. */
  readonly below: { readonly all: number; readonly atLevel: number };
}

export interface GroupFigures {
  readonly groupId: string;
  /** Worst of its indicators; of an area without any, the worst of its regions; null = the data says nothing. */
  readonly level: LevelByte | null;
  readonly indicators: readonly GroupIndicator[];
  /** Areas: the regions of this kind at or below the one asked for, with their levels, worst first. */
  readonly areas: readonly { readonly regionCode: string; readonly level: LevelByte }[];
}

export interface BoardInput {
  /** With the reported and joint forms of BOARD_INDICATORS. */
  readonly panel: Panel;
  readonly signals: readonly RuleSignals[];
  readonly levels: Pick<Levels, 'level'>;
}

/** What the figures say of the eight groups and areas, in a region and period; groups in the order of the document. Empty for an unknown region. */
export function groupBoard(input: BoardInput, regionCode: string, period: Period): readonly GroupFigures[] {
  const region = input.panel.tree.indexOf.get(regionCode);
  if (region === undefined) return [];
  return KEY_GROUPS.map((group): GroupFigures => {
    const indicators = group.indicators.map((id) => indicatorOf(input, id, region, period));
    const areas = areasOf(input, group, region, period);
    const told = group.indicators.length > 0 ? indicators.map((i) => i.level) : areas.map((a) => a.level);
    return { groupId: group.id, indicators, areas, level: worstOf(told) };
  });
}

function indicatorOf(input: BoardInput, indicatorId: string, region: number, period: Period): GroupIndicator {
  const { panel } = input;
  const children = panel.tree.children[region]!;
  const below = children
    .map((child) => ({ ...signalOf(input, indicatorId, child, period), regionCode: panel.tree.regions[child]!.code }))
    .filter(({ level }) => level !== null && level >= 1 && level <= 4)
    .toSorted((a, b) => levelRank(b.level!) - levelRank(a.level!));
  return {
    indicatorId,
    ...signalOf(input, indicatorId, region, period),
    ...figureOf(panel, indicatorId, region, period),
    worst: below.slice(0, WORST_SHOWN),
    below: { all: children.length, atLevel: below.length },
  };
}

function figureOf(
  panel: Panel,
  indicatorId: string,
  region: number,
  period: Period,
): Pick<GroupIndicator, 'period' | 'value' | 'yoy' | 'why'> {
  const column = panel.columns.get(indicatorId);
  if (!column) return { period: null, value: null, yoy: null, why: WORDS.notInData };
  const at = newestOf(panel, column, region, period);
  if (at === null) return { period: null, value: null, yoy: null, why: WORDS.noFigure };
  const value = valueAt(panel, column, region, at)!;
  const compared = comparedColumn(panel, column);
  const now = valueAt(panel, compared, region, at);
  const before = valueAt(panel, compared, region, at - PERIODS_PER_YEAR[panel.frequency]);
  if (now === null || before === null) return { period: at, value, yoy: null, why: WORDS.noYearBefore };
  if (column.indicator.kind === 'rate') return { period: at, value, yoy: now - before, why: null };
  if (!(before > 0)) return { period: at, value, yoy: null, why: WORDS.fromNothing };
  return { period: at, value, yoy: 100 * (now / before - 1), why: null };
}

/** Flows of January and February are compared taken together: the Spring Festival moves between them. */
function comparedColumn(panel: Panel, column: Column): Column {
  const { indicator } = column;
  const single =
    indicator.kind === 'flow' &&
    formFault(indicator, 'joint', { frequency: panel.frequency, festival: false }) === null;
  return (single && panel.columns.get(formKey(indicator.id, 'joint'))) || column;
}

/** Null where there is no figure of the period itself: the number in a joint January is February's. */
function valueAt(panel: Panel, column: Column, region: number, period: Period): number | null {
  const t = period - panel.first;
  if (t < 0 || t >= panel.count) return null;
  const cell = region * panel.count + t;
  const value = column.values[cell]!;
  return Number.isNaN(value) || column.status[cell] === Status.expectedGap ? null : value;
}

function newestOf(panel: Panel, column: Column, region: number, period: Period): Period | null {
  for (let at = period; at >= period - OLDER_BY; at--) if (valueAt(panel, column, region, at) !== null) return at;
  return null;
}

function signalOf({ panel, signals }: BoardInput, indicatorId: string, region: number, period: Period): SignalSeen {
  const t = period - panel.first;
  const none: SignalSeen = { level: null, state: 'notApplicable' };
  if (t < 0 || t >= panel.count) return none;
  const cell = region * panel.count + t;
  let worst = none;
  for (const { rule, level, state } of signals) {
    const byte = state[cell]!;
    if (rule.indicator !== indicatorId || byte === SignalState.notApplicable) continue;
    const seen: SignalSeen = {
      level: byte === SignalState.insufficient ? INSUFFICIENT : (level[cell] as LevelByte),
      state: SIGNAL_STATE_NAMES[byte]!,
    };
    if (worst.level === null || rankOf(seen) > rankOf(worst)) worst = seen;
  }
  return worst;
}

/** Higher levels first; of equal ones, the pending signal before the quiet one. */
function rankOf({ level, state }: SignalSeen): number {
  return 2 * levelRank(level ?? INSUFFICIENT) + (state === 'pending' ? 1 : 0);
}

function worstOf(levels: readonly (LevelByte | null)[]): LevelByte | null {
  return levels.reduce<LevelByte | null>(
    (worst, level) => (level !== null && (worst === null || levelRank(level) > levelRank(worst)) ? level : worst),
    null,
  );
}

function areasOf(
  { panel, levels }: BoardInput,
  group: KeyGroup,
  region: number,
  period: Period,
): GroupFigures['areas'] {
  const { tree } = panel;
  const t = period - panel.first;
  const graded = t >= 0 && t < panel.count;
  const areas: { regionCode: string; level: LevelByte }[] = [];
  const look = (at: number): void => {
    if (isArea(group, tree.regions[at]!)) {
      const level = graded ? (levels.level[at * panel.count + t] as LevelByte) : INSUFFICIENT;
      areas.push({ regionCode: tree.regions[at]!.code, level });
    }
    tree.children[at]!.forEach(look);
  };
  look(region);
  return areas.toSorted((a, b) => levelRank(b.level) - levelRank(a.level));
}
