import { type Assessment, type Config, gradedPanel } from '../assess';
import { CALIBRATION_METHODS, type CalibrationCall, calibrate } from '../backtest/calibrate';
import { differencesOf } from '../backtest/difference';
import { distributionOf, rocOf } from '../backtest/distribution';
import { type Events, eventsOfRows, eventsOfTarget, Label } from '../backtest/events';
import type { Range } from '../backtest/month-scores';
import { readEpisodes } from '../backtest/read-episodes';
import type { Replay } from '../backtest/replay';
import { type LineReport, type Report, reportOf } from '../backtest/report';
import type { Measure } from '../backtest/scores';
import type { Issue } from '../base/issue';
import { INSUFFICIENT } from '../base/level';
import { PERIODS_PER_YEAR } from '../base/period';
import { defineText, sayBoth, type Text } from '../base/text';
import { loadDetectors } from '../detectors/registry';
import { prepare } from '../indicators/prepare';
import { panelAsOf } from '../panel/as-of';
import type { Panel, Panels } from '../panel/panel';
import { messagesIn } from './assess-in-slices';
import type { CallOptions } from './engine-api';
import type {
  Backtest,
  BacktestClose,
  BacktestFocus,
  BacktestLine,
  BacktestQuery,
  BacktestSet,
  CalibrationQuery,
  Calibrations,
  CloseTimeline,
  EpisodeSource,
} from './engine-backtest-api';
import { replayInSlices } from './engine-replay';

const T = defineText({
  noIndicator: { zh: '已载入的数据没有指标 {id}', en: 'the loaded data has no figures of {id}' },
  noRange: { zh: '所选时段不在数据之内', en: 'the chosen stretch of time lies outside the data' },
  fewEpisodes: {
    zh: '所选时段内只有 {found} 个不同时间的事件，少于设定的 {least} 个：得分没有意义，不予计算',
    en: 'episodes of different dates within the stretch: {found}; fewer than the {least} asked for: scores of so few mean nothing and are not computed',
  },
  otherFrequency: {
    zh: '规则的频率与数据不同，没有一期可以定级',
    en: 'the rules are for figures of another frequency: no period is graded',
  },
});

/** What of a backtest is worth keeping: a replay costs far more than the scores made of it. */
interface Worked {
  /** By rules and way of knowing, the oldest first. */
  readonly replays: Map<string, Replay>;
  scored: { readonly key: string; readonly work: Scored } | null;
}
const worked = new WeakMap<Assessment, Worked>();
/** Beyond this, replays that the last backtest did not need are dropped. */
const MOST_BYTES = 200e6;

interface Scored {
  readonly measure: Measure;
  readonly replays: readonly Replay[];
  readonly reports: readonly Report[];
}

interface Refusal {
  readonly faults: readonly Issue[];
  readonly refused: Text | null;
}

/**
 * Rules on the past of the loaded data: replayed, and scored against what really happened. Looking at another alarm or
 * region of the same backtest computes no score anew.
 * @throws the signal's reason when it was aborted
 */
export async function backtest(
  panels: Panels,
  present: Assessment,
  query: BacktestQuery,
  focus: BacktestFocus,
  options: CallOptions,
): Promise<Backtest> {
  const work = await scoredOf(panels, present, query, options);
  if ('refused' in work) return { ...work, result: null };
  const { measure, replays, reports } = work;
  const { panel, asKnown, publicationDays } = replays[0]!;
  return {
    faults: [],
    refused: null,
    result: {
      first: panel.first,
      count: panel.count,
      ...measure.range,
      asKnown,
      publicationDays,
      assessments: Math.max(...replays.map((r) => r.assessments)),
      episodes: countEpisodes(measure.events, measure.range),
      sets: reports.map(setOf),
      differences: reports.length > 1 ? differencesOf(reports[0]!, reports[1]!) : [],
      focus: replays.map((replay, k) => closeUp(replay, reports[k]!, measure, focus)),
    },
  };
}

/**
 * Lines for one rule of the first set from its own past, by every method, so that nobody takes one for the only one.
 * @throws the signal's reason when it was aborted
 */
export async function calibrateRule(
  panels: Panels,
  present: Assessment,
  query: CalibrationQuery,
  options: CallOptions,
): Promise<Calibrations> {
  const work = await scoredOf(panels, present, { ...query.backtest, leastEpisodes: 0 }, options);
  if ('refused' in work) return { ...work, ruleId: query.ruleId, methods: [] };
  const { measure, replays } = work;
  const { panel, rules } = replays[0]!;
  const history = rules.find((r) => r.rule.id === query.ruleId);
  if (!history) throw new Error(`calibrate: no rule ${query.ruleId}`);
  const { quantile, missCost, leastRecall, leastEpisodes, holdOutFrom } = query;
  return {
    ruleId: query.ruleId,
    faults: [],
    refused: null,
    methods: CALIBRATION_METHODS.map((method) => {
      const call: CalibrationCall = {
        method,
        quantile,
        missCost,
        leastRecall,
        leastEpisodes,
        candidates: null,
        decimals: history.rule.decimals,
        holdOutFrom: holdOutFrom === null ? null : holdOutFrom - panel.first,
      };
      return { method, call, found: calibrate(history.statistic, panel.count, measure.events, measure.range, call) };
    }),
  };
}

async function scoredOf(
  panels: Panels,
  present: Assessment,
  query: BacktestQuery,
  options: CallOptions,
): Promise<Scored | Refusal> {
  options.signal?.throwIfAborted();
  await messagesIn();
  options.signal?.throwIfAborted();
  const known = knownPanel(panels, present);
  const range = rangeOf(known, query);
  if (!range) return { faults: [], refused: T.noRange };
  const events = await eventsOf(known, present, query.episodes);
  if (!('label' in events)) return events;
  const { dates } = countEpisodes(events, range);
  if (dates < query.leastEpisodes) {
    return { faults: [], refused: sayBoth(T.fewEpisodes, { found: dates, least: query.leastEpisodes }) };
  }
  if (query.sets.some(({ ruleSet }) => ruleSet.frequency !== known.frequency)) {
    return { faults: [], refused: T.otherFrequency };
  }
  const kept = worked.get(present) ?? { replays: new Map<string, Replay>(), scored: null };
  worked.set(present, kept);
  // How few are too few changes no score.
  const key = JSON.stringify({ ...query, leastEpisodes: 0 });
  if (kept.scored?.key === key) return kept.scored.work;
  const replays: Replay[] = [];
  for (const [k, { ruleSet, scheme }] of query.sets.entries()) {
    await loadDetectors(ruleSet.rules.map((r) => r.detector.kind));
    const onProgress: CallOptions['onProgress'] = (done, step) =>
      options.onProgress?.((k + done) / query.sets.length, step);
    replays.push(await replayOf(kept, panels, present, { ruleSet, scheme }, query.asKnown, { ...options, onProgress }));
  }
  dropOld(kept.replays, replays);
  options.onProgress?.(1, 'grade');
  await messagesIn();
  options.signal?.throwIfAborted();
  const measure: Measure = {
    events,
    range,
    margins: query.margins,
    periodsPerYear: PERIODS_PER_YEAR[known.frequency],
  };
  const work = { measure, replays, reports: replays.map((replay) => reportOf(replay, measure)) };
  kept.scored = { key, work };
  return work;
}

async function replayOf(
  { replays }: Worked,
  panels: Panels,
  { asOf }: Assessment,
  config: Config,
  asKnown: boolean,
  options: CallOptions,
): Promise<Replay> {
  const key = `${asKnown} ${JSON.stringify(config)}`;
  const ready = replays.get(key);
  if (ready) return ready;
  const made = await replayInSlices(panels, config, asOf, asKnown, options);
  replays.set(key, made);
  return made;
}

function dropOld(replays: Map<string, Replay>, inUse: readonly Replay[]): void {
  const bytesOf = ({ level, rules }: Replay): number => level.length * (1 + 9 * rules.length);
  let bytes = [...replays.values()].reduce((sum, replay) => sum + bytesOf(replay), 0);
  for (const [key, replay] of replays) {
    if (bytes <= MOST_BYTES) return;
    if (inUse.includes(replay)) continue;
    replays.delete(key);
    bytes -= bytesOf(replay);
  }
}

function knownPanel(panels: Panels, { asOf, config }: Assessment): Panel {
  const reported = gradedPanel(panels, config.ruleSet.frequency);
  if (!reported) throw new Error('backtest: there is no panel to grade');
  return asOf === null ? reported : panelAsOf(reported, asOf);
}

function rangeOf({ first, count }: Panel, query: BacktestQuery): Range | null {
  const from = Math.max(0, (query.from ?? first) - first);
  const to = Math.min(count - 1, (query.to ?? first + count - 1) - first);
  return from <= to ? { from, to } : null;
}

async function eventsOf(known: Panel, { asOf }: Assessment, source: EpisodeSource): Promise<Events | Refusal> {
  if (source.kind === 'target') {
    const { indicator } = source.target;
    const column = prepare(known, [{ indicator, form: 'reported' }], asOf).columns.get(indicator);
    if (column) return eventsOfTarget(known, column, source.target);
    const words = known.catalogue.byId.get(indicator)?.name ?? indicator;
    return { faults: [], refused: sayBoth(T.noIndicator, { id: words }) };
  }
  const bytes = new TextEncoder().encode(source.csv);
  // oxlint-disable-next-line typescript/require-await -- the reader takes bytes as they come, these are all here
  const open = async function* (): AsyncGenerator<Uint8Array> {
    yield bytes;
  };
  const { rows, issues } = await readEpisodes(open, known.tree, known.frequency);
  return rows ? eventsOfRows(known, rows) : { faults: issues.filter((i) => i.severity === 'fault'), refused: null };
}

/** Those that begin in the range: regions that are hit together have one date. */
function countEpisodes({ episodes }: Events, { from, to }: Range): { dates: number; all: number; regions: number } {
  const own = episodes.map((list) => list.filter(({ first }) => first >= from && first <= to));
  return {
    dates: new Set(own.flatMap((list) => list.map(({ first, last }) => `${first} ${last}`))).size,
    all: own.reduce((sum, list) => sum + list.length, 0),
    regions: own.filter((list) => list.length > 0).length,
  };
}

/** Without the parts by region, which nobody sees of all lines at once. */
function setOf({ discrimination, levels, rules }: Report): BacktestSet {
  const bare = ({ atLeast, threshold, total }: LineReport): BacktestLine => ({ atLeast, threshold, total });
  return {
    discrimination,
    levels: levels.map(bare),
    rules: rules.map(({ rule, statistic, lines }) => ({ rule, statistic, lines: lines.map(bare) })),
  };
}

function closeUp(
  replay: Replay,
  report: Report,
  { events, range }: Measure,
  { ruleId, atLeast, regionCode }: BacktestFocus,
): BacktestClose | null {
  const { panel } = replay;
  const history = ruleId === null ? null : replay.rules.find((r) => r.rule.id === ruleId);
  const lines = ruleId === null ? report.levels : report.rules.find((r) => r.rule.id === ruleId)?.lines;
  const line = lines?.find((l) => l.atLeast === atLeast);
  if (history === undefined || !line) return null;
  const level = history ? history.level : replay.level;
  const statistic = history
    ? history.statistic
    : Float64Array.from(replay.level, (l) => (l === INSUFFICIENT ? NaN : l));
  const every = [...panel.tree.regions.keys()];
  const region = regionCode === null ? undefined : panel.tree.indexOf.get(regionCode);
  return {
    roc: rocOf(distributionOf(statistic, events.label, panel.count, every, range)),
    outcomes: line.regions.flatMap((r) =>
      r.outcomes.map(({ episode, counted, lead }) => ({
        regionCode: panel.tree.regions[r.region]!.code,
        first: panel.first + episode.first,
        last: panel.first + episode.last,
        name: episode.name,
        counted,
        lead,
      })),
    ),
    timeline:
      region === undefined
        ? sharesOver(panel, level, events.label, atLeast)
        : {
            kind: 'region',
            level: level.slice(region * panel.count, (region + 1) * panel.count),
            label: events.label.slice(region * panel.count, (region + 1) * panel.count),
          },
  };
}

function sharesOver({ tree, count }: Panel, level: Uint8Array, label: Uint8Array, atLeast: number): CloseTimeline {
  const on = new Float32Array(count);
  const event = new Float32Array(count);
  for (let t = 0; t < count; t++) {
    let known = 0;
    for (let cell = t; cell < tree.regions.length * count; cell += count) {
      if (level[cell] === INSUFFICIENT || label[cell] === Label.unknown) continue;
      known++;
      if (level[cell]! >= atLeast) on[t]!++;
      if (label[cell] === Label.event) event[t]!++;
    }
    on[t] = known === 0 ? NaN : on[t]! / known;
    event[t] = known === 0 ? NaN : event[t]! / known;
  }
  return { kind: 'share', on, event };
}
