import { CALIBRATION_METHODS, type CalibrationCall } from '../backtest/calibrate';
import type { Target } from '../backtest/events';
import type { Range } from '../backtest/month-scores';
import { loadTarget } from '../backtest/target';
import { type Frequency, parsePeriod } from '../base/period';
import type { Panel } from '../panel/panel';
import type { Rule, RuleSet } from '../signals/rule';
import { WrongCall } from './call';

type Options = Readonly<Record<string, string>>;

/** A number of an option within bounds, or what holds without it. */
function numberOf(options: Options, name: string, without: number, least: number, most: number): number {
  const given = options[name];
  if (given === undefined) return without;
  const value = given.trim() === '' ? NaN : Number(given);
  if (value >= least && value <= most) return value;
  throw new WrongCall(`--${name} ${given}: a number from ${least} to ${most} is expected`);
}

export function wholeOf(options: Options, name: string, without: number, least: number, most: number): number {
  const value = numberOf(options, name, without, least, most);
  if (Number.isInteger(value)) return value;
  throw new WrongCall(`--${name} ${options[name]}: a whole number is expected`);
}

/** `--target`; null when the episodes come from a file. One of the two has to be named. */
export function targetOf(options: Options): Target | null {
  const { target, episodes } = options;
  if ((target === undefined) === (episodes === undefined)) {
    throw new WrongCall('one of --episodes and --target is needed, and not both');
  }
  if (target === undefined) return null;
  let raw: unknown;
  try {
    raw = JSON.parse(target);
  } catch {
    throw new WrongCall(`--target ${target}: not JSON`);
  }
  const { value, faults } = loadTarget(raw);
  if (value) return value;
  throw new WrongCall(faults.map((f) => `--target ${f.path}: ${f.expected}`).join('; '));
}

function positionOf(options: Options, name: string, panel: Panel): number | null {
  const given = options[name];
  if (given === undefined) return null;
  const parsed = parsePeriod(given);
  if (parsed?.frequency === panel.frequency) return parsed.period - panel.first;
  throw new WrongCall(`--${name} ${given}: a period such as ${exampleOf(panel.frequency)} is expected`);
}

function exampleOf(frequency: Frequency): string {
  return { month: '2008-01', quarter: '2008-Q1', year: '2008', week: '2008-W05' }[frequency];
}

/** Positions that are scored: `--from` to `--to`, as far as the panel has them. */
export function rangeOf(options: Options, panel: Panel): Range {
  const from = Math.max(0, positionOf(options, 'from', panel) ?? 0);
  const to = Math.min(panel.count - 1, positionOf(options, 'to', panel) ?? panel.count - 1);
  if (from > to) throw new WrongCall('--from, --to: no period of the panel lies between them');
  return { from, to };
}

/** Options that say nothing without `--calibrate`. */
const OF_CALIBRATION = ['rule', 'candidates', 'hold-out', 'quantile', 'miss-cost', 'least-recall', 'least-episodes'];

/** What `--calibrate` asks for; null without it. */
export function calibrationOf(
  options: Options,
  panel: Panel,
  ruleSet: RuleSet,
): { readonly rule: Rule; readonly call: CalibrationCall } | null {
  if (options.calibrate === undefined) {
    const idle = OF_CALIBRATION.find((name) => options[name] !== undefined);
    if (idle !== undefined) throw new WrongCall(`--${idle} belongs to --calibrate, which is missing`);
    return null;
  }
  const method = CALIBRATION_METHODS.find((m) => m === options.calibrate);
  if (!method) throw new WrongCall(`--calibrate ${options.calibrate}: one of ${CALIBRATION_METHODS.join(', ')}`);
  const rule = ruleSet.rules.find((r) => r.id === options.rule);
  if (!rule) throw new WrongCall(`--rule ${options.rule ?? ''}: one of ${ruleSet.rules.map((r) => r.id).join(', ')}`);
  return {
    rule,
    call: {
      method,
      quantile: numberOf(options, 'quantile', 0.9, 0, 1),
      missCost: numberOf(options, 'miss-cost', 5, 0, 1e6),
      leastRecall: numberOf(options, 'least-recall', 0.5, 0, 1),
      leastEpisodes: wholeOf(options, 'least-episodes', 5, 1, 1e6),
      candidates: candidatesOf(options.candidates),
      decimals: rule.decimals,
      holdOutFrom: positionOf(options, 'hold-out', panel),
    },
  };
}

function candidatesOf(given: string | undefined): number[] | null {
  if (given === undefined) return null;
  const lines = given.split(',').map((word) => (word.trim() === '' ? NaN : Number(word)));
  if (lines.every((line) => Number.isFinite(line))) return lines.toSorted((a, b) => a - b);
  throw new WrongCall(`--candidates ${given}: numbers with commas between them are expected`);
}
