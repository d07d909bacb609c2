import { lookOnward } from '../advance';
import { assess, gradedPanel } from '../assess';
import { calibrate } from '../backtest/calibrate';
import { differencesOf } from '../backtest/difference';
import { type Events, eventsOfRows, eventsOfTarget, type Target } from '../backtest/events';
import { readEpisodes } from '../backtest/read-episodes';
import { replay, type Replay } from '../backtest/replay';
import { type Report, reportOf } from '../backtest/report';
import type { Measure } from '../backtest/scores';
import { defaultCatalogue, loadCatalogue } from '../base/catalogue';
import { formatPeriod, PERIODS_PER_YEAR } from '../base/period';
import { prepare } from '../indicators/prepare';
import type { Scheme } from '../levels/scheme';
import type { Panel, Panels } from '../panel/panel';
import type { RuleSet } from '../signals/rule';
import { calibrationJson, differenceJson, episodesJson, levelsJson, ruleJson, type Writing } from './backtest-json';
import { calibrationOf, rangeOf, targetOf, wholeOf } from './backtest-options';
import { BadData, type Verb, WrongCall } from './call';
import { bytesOf, say, writeOut } from './files';
import { checkedJson, lineOf, LIST_OPTIONS, loadPanels } from './load';
import { rulesOf } from './rules';

/** Form of the output; its JSON Schema is docs/backtest.schema.json. */
const SCHEMA = 'fengsui-backtest/1';

/** Rules and levels of the past against what really happened. */
export const backtestVerb: Verb = {
  name: 'backtest',
  usage:
    'backtest --panel P.csv (--episodes E.csv | --target JSON) [--rules RULES.json] [--compare RULES2.json] [--scheme S.json] [--regions R.csv] [--indicators I.json] [--from PERIOD] [--to PERIOD] [--calibrate METHOD --rule ID] [--out OUT.json]',
  what: 'Replays a panel as it was known and scores levels and rules against episodes; calibrates a threshold. Unknown indicators of the rules are taken as they come.',
  options: {
    panel: { value: 'P.csv', what: 'figures in the canonical long form', required: true },
    ...LIST_OPTIONS,
    regions: { value: 'R.csv', what: 'region table; default: the built-in one, else a flat list from the panel' },
    rules: {
      value: 'RULES.json',
      what: 'rule set, or rules and scheme as the rules screen exports them; default: the built-in ones',
    },
    compare: { value: 'RULES2.json', what: 'a second rule set, scored beside the first' },
    scheme: { value: 'S.json', what: 'scheme of levels; default: the built-in one' },
    episodes: { value: 'E.csv', what: 'region_code,start,end[,label]; region empty or *: every region' },
    target: {
      value: 'JSON',
      what: 'episodes by a rule: {"indicator":ID,"rise":1,"within":12} (will be worse), {…,"risen":1,"within":12} (has become worse), {…,"reaches":1}',
    },
    from: { value: 'PERIOD', what: 'first period that is scored' },
    to: { value: 'PERIOD', what: 'last period that is scored' },
    lead: { value: 'N', what: 'periods before an episode in which an alarm belongs to it; default 6' },
    after: { value: 'N', what: 'periods after an episode in which an alarm is not called away; default 12' },
    publication: {
      value: 'DAYS',
      what: 'days after a period’s end at which it is looked at; default: when all is usually out',
    },
    detail: { value: 'regions|none', what: 'scores, episodes and alarms of each region as well; default regions' },
    calibrate: { value: 'METHOD', what: 'quantile, nsr, youden or cost: a threshold for --rule' },
    rule: { value: 'ID', what: 'the rule that is calibrated' },
    candidates: { value: 'N,N,…', what: 'thresholds to choose from; default: percentiles 50–99' },
    'hold-out': { value: 'PERIOD', what: 'fit before this period, score from it on' },
    quantile: { value: 'P', what: 'for quantile; default 0.9' },
    'miss-cost': { value: 'N', what: 'for cost: false alarm periods that a missed period is worth; default 5' },
    'least-recall': { value: 'P', what: 'for nsr: recall below which a candidate is passed over; default 0.5' },
    'least-episodes': { value: 'N', what: 'fewer episodes are refused; default 5' },
    out: { value: 'OUT.json', what: 'where the result goes; default: standard output' },
  },
  files: 'none',
  async run({ options }) {
    const target = targetOf(options);
    const detail = options.detail ?? 'regions';
    if (detail !== 'regions' && detail !== 'none') throw new WrongCall(`--detail ${detail}: regions or none`);
    const margins = { before: wholeOf(options, 'lead', 6, 0, 1200), after: wholeOf(options, 'after', 12, 0, 1200) };
    const publication = options.publication === undefined ? null : wholeOf(options, 'publication', 0, 0, 3660);
    const { ruleSet, scheme } = await rulesOf(options);
    const other = options.compare === undefined ? null : (await rulesOf({ rules: options.compare })).ruleSet;
    const panels = await panelsOf(options, [ruleSet, ...(other ? [other] : [])], target);
    const reported = gradedPanel(panels, ruleSet.frequency)!;
    if (reported.frequency !== ruleSet.frequency) {
      say(
        `the rule set grades figures by ${ruleSet.frequency}, the panel has them by ${reported.frequency}: nothing is graded`,
      );
    }
    const range = rangeOf(options, reported);
    const calibration = calibrationOf(options, reported, ruleSet);
    const events = await eventsOf(options, reported, target);
    const measure = { events, range, margins, periodsPerYear: PERIODS_PER_YEAR[reported.frequency] };
    const replayOf = (rules: RuleSet): Replay => {
      const config = { ruleSet: rules, scheme };
      const last = assess(panels, config, null);
      const onward = lookOnward(panels, last);
      return replay(reported, panels.year, publication, (day, look) => {
        if (day === null) return last;
        return onward ? onward(look, day) : assess(panels, config, day);
      });
    };
    const past = replayOf(ruleSet);
    const otherPast = other && replayOf(other);
    const writing: Writing = { panel: reported, detail: detail === 'regions' };
    const history = calibration && past.rules.find((r) => r.rule.id === calibration.rule.id)!;
    const calibrated = history && calibrate(history.statistic, reported.count, events, range, calibration.call);
    if (calibrated?.refused) say(`--calibrate: ${calibrated.refused.en}`);
    const report = reportOf(past, measure);
    const second = otherPast && reportOf(otherPast, measure);
    await writeOut(
      options.out,
      pieces([
        ['schema', SCHEMA],
        ...headOf(past, measure, ruleSet, scheme),
        ['episodes', episodesJson(events, target, writing)],
        ['levels', levelsJson(report, writing)],
        ['rules', report.rules.map((r) => ruleJson(r, writing))],
        ['comparison', second && comparisonOf(report, second, other!, writing)],
        ['calibration', calibration && calibrationJson(calibration.rule.id, calibration.call, calibrated!, writing)],
      ]),
    );
  },
};

/** The panel; indicators that the rules or the target name and no list has are taken as they come. */
async function panelsOf(
  options: Readonly<Record<string, string>>,
  ruleSets: readonly RuleSet[],
  target: Target | null,
): Promise<Panels> {
  const { indicators } = options;
  const listed = indicators === undefined ? defaultCatalogue() : await checkedJson(indicators, loadCatalogue);
  const named = [
    ...ruleSets.flatMap((set) => set.rules.map((r) => r.indicator)),
    ...(target ? [target.indicator] : []),
  ];
  const open = named.some((id) => !listed.byId.has(id));
  const { panels, issues, taken } = await loadPanels([options.panel!], options, { flat: true, open });
  const faults = issues.filter((i) => i.severity === 'fault');
  if (taken === 0) {
    throw new BadData(faults.length > 0 ? faults.map(lineOf) : [`${options.panel}: no figure could be taken`]);
  }
  // What the rules and the target name is taken; figures of other indicators are nothing to them.
  const passed = new Set(faults.filter((i) => i.type === 'unknown_indicator').map((i) => i.given));
  if (passed.size > 0) say(`${options.panel}: indicators of no list are passed over: ${[...passed].join(', ')}`);
  for (const fault of faults) if (fault.type !== 'unknown_indicator') say(lineOf(fault));
  return panels;
}

async function eventsOf(
  options: Readonly<Record<string, string>>,
  panel: Panel,
  target: Target | null,
): Promise<Events> {
  if (target) {
    const form = { indicator: target.indicator, form: 'reported' } as const;
    const column = prepare(panel, [form], null).columns.get(target.indicator);
    if (!column) throw new BadData([`${options.panel}: no figures of indicator ${target.indicator}`]);
    return eventsOfTarget(panel, column, target);
  }
  const path = options.episodes!;
  const { rows, issues } = await readEpisodes(bytesOf(path), panel.tree, panel.frequency);
  const lines = issues.filter((i) => i.severity === 'fault').map((i) => lineOf({ ...i, file: path }));
  if (!rows) throw new BadData(lines);
  return eventsOfRows(panel, rows);
}

function headOf(past: Replay, { range, margins }: Measure, ruleSet: RuleSet, scheme: Scheme): [string, unknown][] {
  const { panel } = past;
  const spell = (t: number): string => formatPeriod(panel.frequency, panel.first + t, panel.weekEndsOn);
  return [
    ['frequency', panel.frequency],
    ['from', spell(range.from)],
    ['to', spell(range.to)],
    ['regions', panel.tree.regions.length],
    ['as_known', past.asKnown],
    ['publication_days', past.asKnown ? past.publicationDays : null],
    ['assessments', past.assessments],
    ['rule_set', { id: ruleSet.id, version: ruleSet.version }],
    ['scheme', { id: scheme.id, version: scheme.version }],
    ['margins', margins],
  ];
}

function comparisonOf(first: Report, second: Report, other: RuleSet, writing: Writing): object {
  return {
    rule_set: { id: other.id, version: other.version },
    levels: levelsJson(second, writing),
    rules: second.rules.map((r) => ruleJson(r, writing)),
    differences: differencesOf(first, second).map(differenceJson),
  };
}

/** The result in pieces, an item of a list on a line: a country's alarms are longer than one string may be. */
function* pieces(fields: readonly (readonly [string, unknown])[]): Generator<string> {
  let start = '{';
  for (const [name, value] of fields) {
    yield `${start}\n${JSON.stringify(name)}:`;
    start = ',';
    if (!Array.isArray(value)) yield JSON.stringify(value);
    else yield* items(value);
  }
  yield '\n}\n';
}

function* items(list: readonly unknown[]): Generator<string> {
  yield '[';
  for (const [i, item] of list.entries()) yield `${i === 0 ? '\n' : ',\n'}${JSON.stringify(item)}`;
  yield ']';
}
