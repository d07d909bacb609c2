import { type Day, FREQUENCIES, type Frequency } from './base/period';
import type { FormNeed } from './indicators/form';
import { prepare } from './indicators/prepare';
import { gradeRegions } from './levels/grade';
import type { Levels } from './levels/levels';
import type { Scheme } from './levels/scheme';
import { panelAsOf, vintageOf } from './panel/as-of';
import { lastKnownOn } from './panel/build';
import type { Panel, Panels } from './panel/panel';
import { bindRule, evaluateEach } from './signals/evaluate';
import type { TargetsOf } from './signals/series';
import type { RuleSet, RuleSignals } from './signals/rule';

/** Everything besides the data that decides a level. All of it is versioned data. */
export interface Config {
  readonly ruleSet: RuleSet;
  readonly scheme: Scheme;
}

/** The whole result: same panels + same config + same day = the same bytes. */
export interface Assessment {
  readonly config: Config;
  /** Day of knowledge; null = everything that is known now. */
  readonly asOf: Day | null;
  /** The panel as known then, with the prepared columns that the rules read. */
  readonly panel: Panel;
  /** Yearly targets as known then. */
  readonly targetsOf: TargetsOf;
  readonly signals: readonly RuleSignals[];
  readonly levels: Levels;
}

/** How far a step is, 0–1, and which. */
export type Done = readonly [done: number, step: 'prepare' | 'detect' | 'grade'];
export type Progress = (...done: Done) => void;

/**
 * Observations to levels: the panel as known on the day → prepared columns → rules → signals → levels of regions,
 * and of parents by diffusion. Figures of the rules' frequency are graded; yearly figures serve as targets.
 */
export function assess(panels: Panels, config: Config, asOf: Day | null, onProgress?: Progress): Assessment {
  const steps = assessSteps(panels, config, asOf);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    onProgress?.(...value);
  }
}

/** The same in steps (preparation, each rule, grading): whoever drives them can do something else in between, or stop. */
export function* assessSteps(panels: Panels, config: Config, asOf: Day | null): Generator<Done, Assessment> {
  const reported = gradedPanel(panels, config.ruleSet.frequency);
  if (!reported) throw new Error('assess: there is no panel to grade');
  yield [0, 'prepare'];
  const known = asOf === null ? reported : panelAsOf(reported, asOf);
  const day = asOf ?? lastKnownOn(reported);
  const panel = prepare(known, needsOf(config.ruleSet), day);
  const targetsOf = yearlyTargets(panels, asOf);
  const signals: RuleSignals[] = [];
  for (const signal of evaluateEach(panel, config.ruleSet, targetsOf)) {
    signals.push(signal);
    yield [signals.length / config.ruleSet.rules.length, 'detect'];
  }
  yield [0, 'grade'];
  const levels = gradeRegions(panel, signals, config.scheme);
  yield [1, 'grade'];
  return { config, asOf, panel, targetsOf, signals, levels };
}

/** The panel that is graded: of the rules' own frequency; else months before weeks before quarters before years. */
export function gradedPanel(panels: Panels, frequency?: Frequency): Panel | undefined {
  return (
    (frequency && panels[frequency]) ??
    panels.month ??
    panels.week ??
    FREQUENCIES.map((f) => panels[f]).find((p) => p !== undefined)
  );
}

export function needsOf(ruleSet: RuleSet): FormNeed[] {
  return ruleSet.rules.flatMap((rule) => {
    const { detector, params } = bindRule(rule);
    const other = detector.other?.of(params);
    return [{ indicator: rule.indicator, form: rule.form }, ...(other ? [other] : [])];
  });
}

/** Targets are yearly indicators named `<indicator>_target`; a parent's target is the sum of its children's. */
export function yearlyTargets(panels: Panels, asOf: Day | null): TargetsOf {
  const { year } = panels;
  if (!year) return () => undefined;
  const targets = [...year.columns.keys()].filter((id) => id.endsWith('_target'));
  // A target is set for a year that has not ended: its vintage counts, not the end of its period.
  const panel = prepare(
    asOf === null ? year : vintageOf(year, asOf),
    targets.map((indicator) => ({ indicator, form: 'reported' })),
    asOf,
  );
  return (id) => {
    const column = panel.columns.get(`${id}_target`);
    return column && { panel, column };
  };
}
