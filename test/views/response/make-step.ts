import { createElement, type ComponentType } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { INSUFFICIENT, type LevelByte } from '../../../src/base/level';
import type { RegionDerivation, SignalDerivation } from '../../../src/levels/derivation';
import type { AssessmentView, RegionDetail } from '../../../src/platform/engine-api';
import { calendarOf } from '../../../src/response/calendar/calendar';
import { dayOfMoment } from '../../../src/response/calendar/moment';
import { caseClocks } from '../../../src/response/case/clocks';
import { defaultPlan } from '../../../src/response/load-plan';
import { caseLevel, dutyFor } from '../../../src/response/trail/who';
import { trailNames } from '../../../src/store/trail-names';
import { type Acting, ActingContext } from '../../../src/views/response/case/acting';
import type { StepProps } from '../../../src/views/response/case/step';
import { at, type Told } from '../../response/case/make-case';

const NOW = at('05-06 10:00');

/** A derivation as the engine would send it, with one signal that counts. */
function derivation(view: AssessmentView, level: LevelByte): RegionDerivation {
  const signal: SignalDerivation = {
    kind: 'signal',
    ruleId: 'monitored-jobs-loss',
    indicatorId: 'monitored_jobs',
    role: 'signal',
    detector: 'yoy',
    level,
    state: 'active',
    reached: level,
    severity: level,
    statistic: -9,
    statisticPeriod: view.latest,
    sign: -1,
    decimals: 1,
    unit: 'percent',
    thresholds: [-3, -5, -7, -9],
    guardFactor: 1,
    confirmed: 2,
    confirm: 2,
    absent: null,
    since: view.latest - 2,
    observations: [],
    sourceChanges: [],
    festival: null,
  };
  return {
    kind: 'region',
    regionCode: '150300',
    frequency: 'month',
    period: view.latest,
    level,
    own: level,
    index: 40,
    periodsAtLevel: 3,
    condition: null,
    score: null,
    usable: { fresh: 16, expected: 16, needed: 8 },
    flags: [],
    families: [{ kind: 'family', family: 'employment', level, signals: [signal] }],
    diffusion: null,
    ruleSet: { id: 'default', version: '1' },
    scheme: { id: 'default', version: '1' },
    levelNames: null,
  };
}

/** What a stage is drawn from, for a told case in Wuhai. */
export function stepProps(told: Told, view: AssessmentView, level: LevelByte = 4): StepProps {
  const plan = defaultPlan();
  const calendar = calendarOf({});
  const lasting = caseLevel(told.state, told.case);
  const record = told.case.warning === null ? null : (told.state.warnings.get(told.case.warning) ?? null);
  const proof = derivation(view, level);
  const detail: RegionDetail = {
    regionCode: '150300',
    period: view.latest,
    derivation: proof,
    rules: [],
    supplyDemand: null,
    responseInput: {
      level,
      regionLayer: 'league',
      traits: [],
      signals:
        level === INSUFFICIENT || level === 0
          ? []
          : [{ ruleId: 'monitored-jobs-loss', indicatorId: 'monitored_jobs', level }],
      facts: new Map(),
    },
    response: null,
  };
  return {
    review: told.case,
    view,
    plan,
    state: told.state,
    entries: told.entries,
    level: lasting,
    duty: dutyFor({ plan, tree: view.tree }, { regionCode: '150300', level: lasting }),
    clocks: caseClocks(told.case, record, { plan, calendar, nowMs: NOW }),
    calendar,
    nowMs: NOW,
    today: dayOfMoment(NOW),
    period: view.latest,
    spell: null,
    detail,
  };
}

/** A stage as a string; everything may be recorded unless `readOnly` says why not. */
export function drawStep(step: ComponentType<StepProps>, props: StepProps, readOnly: string | null = null): string {
  const acting: Acting = {
    names: trailNames(props.view, props.plan),
    readOnly,
    refusal: () => readOnly,
    record: async () => null,
    recordAll: async () => [],
  };
  return renderToStaticMarkup(createElement(ActingContext, { value: acting }, createElement(step, props)));
}
