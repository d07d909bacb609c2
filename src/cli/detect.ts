import { yearlyTargets } from '../assess';
import type { Indicator } from '../base/indicators';
import { FREQUENCIES, formatPeriod } from '../base/period';
import { makeOutput, makeScratch, type Detector } from '../detectors/detector';
import { forecastAhead } from '../detectors/forecast';
import type { ParamValues } from '../detectors/params';
import { DETECTOR_KINDS, detectorOf, loadDetectors } from '../detectors/registry';
import { robustZHindsight } from '../detectors/robust-z-hindsight';
import { parseParams } from '../detectors/params';
import { csvText } from '../observations/to-csv';
import type { Column, Panel } from '../panel/panel';
import { type SeriesReader, seriesReader } from '../signals/series';
import { roundStatistic } from '../signals/thresholds';
import { BadData, type Verb, WrongCall } from './call';
import { say, writeOut } from './files';
import { lineOf, LIST_OPTIONS, loadPanels } from './load';

/** One detector over any panel: statistics as a table. */
export const detectVerb: Verb = {
  name: 'detect',
  usage:
    'detect --panel P.csv --detector KIND [--params JSON] [--threshold N] [--regions R.csv] [--indicators I.json] [--indicator ID] [--region CODE] [--worse up|down] [--hindsight] [--out OUT.csv]',
  what: `Runs one detector (${DETECTOR_KINDS.join(', ')}). An empty alarm means not computable, or no line to compare with. Unknown regions and indicators are taken as they come.`,
  options: {
    panel: { value: 'P.csv', what: 'figures in the canonical long form', required: true },
    detector: { value: 'KIND', what: 'kind of detector', required: true },
    params: { value: 'JSON', what: 'parameters, e.g. {"lookback":12}; unknown ones are refused' },
    threshold: {
      value: 'N',
      what: 'alarm at or above it, in the statistic’s unit; default: the published one, or the method’s own, if any',
    },
    ...LIST_OPTIONS,
    regions: { value: 'R.csv', what: 'region table, for attributes such as the labour force' },
    indicator: { value: 'ID', what: 'this indicator only' },
    region: { value: 'CODE', what: 'this region only' },
    worse: { value: 'up|down', what: 'which way is worse; default: as the catalogue says, else up' },
    hindsight: {
      value: '',
      flag: true,
      what: 'robust-z by STL over the whole series at once: what later figures make of it; not what a warning could have known',
    },
    out: { value: 'OUT.csv', what: 'where the table goes; default: standard output' },
  },
  files: 'none',
  async run({ options }) {
    await loadDetectors([options.detector!]);
    const asked = detectorOf(options.detector!);
    if (!asked) throw new WrongCall(`--detector ${options.detector}: one of ${DETECTOR_KINDS.join(', ')}`);
    const params = paramsOf(asked, options.params);
    const detector = options.hindsight === undefined ? asked : inHindsight(asked, params);
    const threshold = thresholdOf(options.threshold);
    const worse = worseOf(options.worse);

    const loaded = await loadPanels([options.panel!], options, {
      flat: true,
      open: true,
      worse: worse ?? 'up',
    });
    const faults = loaded.issues.filter((i) => i.severity === 'fault');
    if (loaded.taken === 0) {
      throw new BadData(faults.length > 0 ? faults.map(lineOf) : [`${options.panel}: no figure could be taken`]);
    }
    for (const fault of faults) say(lineOf(fault));
    if (options.region !== undefined && !loaded.tree.indexOf.has(options.region)) {
      throw new BadData([`${options.panel}: no region ${options.region}`]);
    }
    const panels = FREQUENCIES.flatMap((f) => loaded.panels[f] ?? []);
    const wanted = (id: string): boolean => options.indicator === undefined || options.indicator === id;
    if (!panels.some((p) => [...p.columns.keys()].some(wanted))) {
      throw new BadData([`${options.panel}: no figures of indicator ${options.indicator}`]);
    }
    const targetsOf = yearlyTargets(loaded.panels, null);
    function* table(): Generator<string> {
      yield 'region_code,indicator,period,value,expected,statistic,bound,alarm\n';
      for (const panel of panels) {
        for (const column of panel.columns.values()) {
          if (!wanted(column.indicator.id)) continue;
          const turned = worse === undefined ? column : { ...column, indicator: { ...column.indicator, worse } };
          const reader = seriesReader(panel, turned, detector, params, targetsOf);
          for (const [r, { code }] of panel.tree.regions.entries()) {
            if (options.region !== undefined && code !== options.region) continue;
            yield* rowsOf(panel, turned, r, detector, params, threshold, reader);
          }
        }
      }
    }
    await writeOut(options.out, table());
  },
};

function inHindsight(detector: Detector, params: ParamValues): Detector {
  if (detector.kind === 'robust-z' && params.method === 'stl') return { ...detector, run: robustZHindsight };
  throw new WrongCall(
    `--hindsight: ${detector.kind} knows no other way than from earlier values; only robust-z by STL does`,
  );
}

function thresholdOf(given: string | undefined): number | null {
  if (given === undefined) return null;
  const threshold = given.trim() === '' ? NaN : Number(given);
  if (!Number.isFinite(threshold)) throw new WrongCall(`--threshold ${given}: not a number`);
  return threshold;
}

function worseOf(word: string | undefined): 'up' | 'down' | undefined {
  if (word === undefined || word === 'up' || word === 'down') return word;
  throw new WrongCall(`--worse ${word}: up or down`);
}

function paramsOf(detector: Detector, json: string | undefined): ParamValues {
  let raw: unknown = {};
  try {
    if (json !== undefined) raw = JSON.parse(json);
  } catch {
    throw new WrongCall(`--params ${json}: not JSON`);
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    throw new WrongCall('--params: an object is expected');
  const { params, faults } = parseParams(detector, raw as Record<string, unknown>);
  if (!params) throw new WrongCall(faults.map((f) => `--params ${f.path} = ${f.given}: ${f.expected}`).join('; '));
  return params;
}

/** The published line is one for rates; on a count it would say nothing. */
function boundOf(detector: Detector, indicator: Indicator, threshold: number | null): number | null {
  return threshold ?? (indicator.kind === 'rate' ? detector.publishedBound : null);
}

/** Rows from the first value of a series to its last; a gap inside has an empty value. A forecast goes on behind them. */
function* rowsOf(
  panel: Panel,
  column: Column,
  region: number,
  detector: Detector,
  params: ParamValues,
  threshold: number | null,
  reader: SeriesReader,
): Generator<string> {
  const { count } = panel;
  const offset = region * count;
  const there = (t: number): boolean => column.values[offset + t] === column.values[offset + t];
  let from = 0;
  let to = count - 1;
  while (from < count && !there(from)) from++;
  while (to > from && !there(to)) to--;
  if (from === count) return;
  const out = makeOutput(count);
  const input = reader.of(region);
  detector.run(input, params, out, makeScratch(count));
  const bound = boundOf(detector, column.indicator, threshold);
  const decimals = detector.publishedDecimals;
  const start = `${csvText(panel.tree.regions[region]!.code)},${csvText(column.indicator.id)},`;
  for (let t = from; t <= to; t++) {
    const x = out.statistic[t]!;
    const compared = decimals === null ? x : roundStatistic(x, decimals);
    // A named threshold goes before the line that the method itself draws.
    const own = bound === null;
    const line = own ? out.bound[t]! : bound;
    const reached = own ? out.alarm[t] === 1 : compared >= line;
    const silent = x !== x || (line !== line && !(own && detector.holdsBack));
    const alarm = silent ? '' : reached ? '1' : '0';
    const cells = [
      formatPeriod(panel.frequency, panel.first + t, panel.weekEndsOn),
      cell(column.values[offset + t]!),
      cell(out.expected[t]!),
      cell(x),
      cell(line),
      alarm,
    ];
    yield `${start}${cells.join(',')}\n`;
  }
  if (detector.kind !== 'forecast') return;
  for (const [k, { mean, low, high }] of forecastAhead({ ...input, count: to + 1 }, params).entries()) {
    const period = formatPeriod(panel.frequency, panel.first + to + 1 + k, panel.weekEndsOn);
    // A named threshold is a probability: of a value to come it says nothing.
    const line = bound === null ? cell((input.sign > 0 ? high : low)[0]!) : '';
    yield `${start}${period},,${cell(mean)},,${line},\n`;
  }
}

function cell(value: number): string {
  return value === value ? String(value) : '';
}
