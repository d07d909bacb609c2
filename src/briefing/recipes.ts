import { defineText, type Text } from '../base/text';
import type { BriefingKind, Sentence } from './briefing';
import type { ExhibitKind } from './exhibits/exhibit';
import { regionOf } from './facts/find';
import { tellMoves, tellSignals } from './narrative/changes';
import { tellCourse } from './narrative/course';
import { tellCoverage, tellData } from './narrative/data-notes';
import { tellGround } from './narrative/ground';
import { tellMarket } from './narrative/market';
import { tellMeasures } from './narrative/measures';
import type { Question } from './narrative/notes';
import { tellOutlook } from './narrative/outlook';
import { tellCounts, tellEnds, tellFigures, tellIndex, tellLevel } from './narrative/overall';
import { tellCarrying, tellCause, tellRegion, tellStanding, tellWhere } from './narrative/regions';
import { tellFloors, tellRanks } from './narrative/risks';
import { tellComposition, tellSpread } from './narrative/spread';
import { tellSuggestions } from './narrative/suggestions';
import { targetIds, tellTargets } from './narrative/targets';
import { type Teller, warned } from './narrative/teller';

/** Regions that get a page of their own, worst first, and sentences of a flash besides the judgement; defaults of ours. */
const REGION_PAGES = 2;
const FLASH_SENTENCES = 5;

export const PAGE_KINDS = [
  'overview',
  'flash',
  'judgement',
  'changes',
  'quarter',
  'spread',
  'course',
  'below',
  'where',
  'region',
  'risks',
  'composition',
  'market',
  'targets',
  'outlook',
  'response',
  'data',
] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

export interface PageRecipe {
  readonly heading: Text;
  /** Codes of the regions that there is a page of each; left out: one page. `{region}` of the heading is its name. */
  readonly each?: (t: Teller) => readonly string[];
  readonly tell: (t: Teller, about: string | null) => readonly Sentence[];
  /** The first of these charts that the facts carry; `about`: what it is of, of a page of a region that region. */
  readonly exhibits: readonly { readonly kind: ExhibitKind; readonly about?: (t: Teller) => string | undefined }[];
  readonly asked?: Question;
}

const MAPS = [{ kind: 'level-map' }, { kind: 'tile-map' }, { kind: 'level-tape' }] as const;

const Q = defineText({
  compared: { zh: '与上期和上年同期相比如何？', en: 'How does it compare with the period before and the year before?' },
  revised: { zh: '这些变化是不是数据修订造成的？', en: 'Do these changes come from revised figures?' },
  falseAlarm: { zh: '会不会是误报？', en: 'Could it be a false alarm?' },
  index: { zh: '综合风险指数由什么构成？', en: 'What is the composite risk index made of?' },
  coverage: { zh: '各地数据是否齐全？', en: 'Are the figures of all places there?' },
  targets: { zh: '全年目标能否完成？', en: 'Will the target of the year be reached?' },
  reliable: { zh: '预测的依据是什么，准不准？', en: 'What does the forecast rest on, and how good was it?' },
  duties: { zh: '各级由谁负责，做什么？', en: 'Who is responsible, and for what?' },
  invented: { zh: '这些数据是真实的吗？', en: 'Are these figures real?' },
  future: { zh: '今后会怎样？', en: 'What comes next?' },
});

const ofWhole = (t: Teller): string | undefined => t.facts.whole?.code;
const wholeRegion = (t: Teller) => t.facts.whole;

/** Every page that there is: what it says, the chart that it shows, and what may be asked of it. */
export const PAGES: Readonly<Record<PageKind, PageRecipe>> = {
  overview: {
    heading: { zh: '总体研判', en: 'Overall judgement' },
    tell: (t) => [
      ...tellLevel(t),
      ...tellCounts(t),
      ...tellEnds(t),
      ...tellIndex(t),
      ...tellFigures(t, t.facts.whole, 'overall'),
    ],
    exhibits: MAPS,
    asked: { question: Q.compared, answer: (t) => tellCounts(t).slice(1) },
  },
  flash: {
    heading: { zh: '预警快报', en: 'Flash' },
    tell: (t) => [
      ...tellLevel(t).slice(0, 1),
      ...[
        ...tellCounts(t).slice(0, 1),
        ...tellMoves(t).slice(0, 2),
        ...(warned(t).length > 0 ? warned(t).map((region) => tellCause(t, region)) : tellRegionFlash(t)),
      ].slice(0, FLASH_SENTENCES - 1),
      ...tellOutlook(t).slice(0, 1),
    ],
    exhibits: MAPS,
    asked: { question: Q.falseAlarm, answer: falseAlarm },
  },
  judgement: {
    heading: { zh: '总体研判', en: 'Overall judgement' },
    tell: (t) => {
      const whole = wholeRegion(t);
      return whole
        ? [...tellStanding(t, whole, 'judgement'), ...tellFigures(t, whole, 'judgement'), ...tellComposition(t, whole)]
        : tellCounts(t);
    },
    // Not the tape: it stands with the course.
    exhibits: [{ kind: 'index-waterfall', about: ofWhole }],
    asked: { question: Q.falseAlarm, answer: falseAlarm },
  },
  changes: {
    heading: { zh: '变化情况', en: 'What has changed' },
    tell: (t) => [...tellMoves(t), ...tellSignals(t)],
    exhibits: [{ kind: 'level-tape' }],
    asked: { question: Q.revised, answer: (t) => tellData(t).filter(({ id }) => /^data\.(revisions|moves)$/.test(id)) },
  },
  quarter: {
    heading: { zh: '本季变化', en: 'What the quarter changed' },
    tell: (t) => [...tellMoves(t), ...tellRanks(t)],
    exhibits: [{ kind: 'slope' }, { kind: 'level-tape' }],
    asked: { question: Q.revised, answer: (t) => tellData(t).filter(({ id }) => /^data\.(revisions|moves)$/.test(id)) },
  },
  spread: {
    heading: { zh: '扩散情况', en: 'How far it has spread' },
    tell: tellSpread,
    exhibits: [{ kind: 'diffusion-curve' }],
    asked: { question: Q.coverage, answer: tellCoverage },
  },
  course: {
    heading: { zh: '发展过程', en: 'The course so far' },
    tell: (t) => {
      const whole = wholeRegion(t);
      return whole ? tellCourse(t, whole) : [];
    },
    exhibits: [{ kind: 'level-tape' }],
    asked: { question: Q.future, answer: (t) => tellOutlook(t).slice(0, 2) },
  },
  below: {
    heading: { zh: '分地区情况', en: 'Place by place' },
    tell: (t) => (t.facts.parts.length === 0 ? [] : [...tellCounts(t), ...tellMoves(t)]),
    exhibits: [{ kind: 'tile-map' }, { kind: 'level-map' }],
    asked: { question: Q.coverage, answer: tellCoverage },
  },
  where: {
    heading: { zh: '重点地区和成因', en: 'Where and why' },
    tell: (t) => (t.facts.ask.kind === 'special' ? tellWhere(t) : [...tellGround(t), ...tellWhere(t)]),
    exhibits: [{ kind: 'driver-heatmap' }],
    asked: { question: Q.falseAlarm, answer: falseAlarm },
  },
  region: {
    heading: { zh: '重点地区：{region}', en: 'In focus: {region}' },
    each: (t) => {
      const { ask, whole } = t.facts;
      if (ask.kind === 'special' && whole) return [whole.code];
      return warned(t)
        .slice(0, REGION_PAGES)
        .map(({ code }) => code);
    },
    tell: (t, about) => {
      const region = about === null ? undefined : regionOf(t.facts, about);
      if (!region) return [];
      // Of a special report the judgement has said already where the region stands.
      return region === t.facts.whole ? tellCarrying(t, region) : tellRegion(t, region);
    },
    exhibits: [{ kind: 'small-multiples' }, { kind: 'index-waterfall' }],
    asked: { question: Q.falseAlarm, answer: falseAlarm },
  },
  risks: {
    heading: { zh: '主要风险', en: 'Main risks' },
    tell: (t) => [...tellFloors(t), ...tellRanks(t)],
    exhibits: [{ kind: 'ranked-bars' }],
    asked: { question: Q.index, answer: (t) => tellComposition(t, t.facts.whole) },
  },
  composition: {
    heading: { zh: '指数构成', en: 'What the index is made of' },
    tell: (t) => tellComposition(t, t.facts.whole),
    exhibits: [{ kind: 'index-waterfall', about: ofWhole }],
    asked: { question: Q.coverage, answer: tellCoverage },
  },
  market: {
    heading: { zh: '人力资源市场供求', en: 'Labour supply and demand' },
    tell: tellMarket,
    exhibits: [{ kind: 'supply-demand' }],
    asked: { question: Q.coverage, answer: tellCoverage },
  },
  targets: {
    heading: { zh: '目标完成进度', en: 'Progress against targets' },
    tell: tellTargets,
    exhibits: [{ kind: 'target-bullets', about: (t) => targetIds(t)[0] }],
    asked: { question: Q.targets, answer: (t) => tellTargets(t).filter(({ id }) => id.endsWith('.usual')) },
  },
  outlook: {
    heading: { zh: '走势预判', en: 'Outlook' },
    tell: tellOutlook,
    exhibits: [
      {
        kind: 'forecast-fan',
        about: (t) => t.facts.outlooks.find(({ ahead }) => ahead !== null)?.indicatorId ?? undefined,
      },
    ],
    asked: {
      question: Q.reliable,
      answer: (t) =>
        tellOutlook(t)
          .filter(({ id }) => /\.(quality|calibration|refused)$/.test(id))
          .slice(0, 2),
    },
  },
  response: {
    heading: { zh: '措施落实和工作建议', en: 'Measures and suggestions' },
    tell: (t) => [...tellMeasures(t), ...tellSuggestions(t)],
    exhibits: [],
    asked: { question: Q.duties, answer: (t) => tellSuggestions(t).filter(({ id }) => id.endsWith('.duty')) },
  },
  data: {
    heading: { zh: '数据说明', en: 'About the figures' },
    tell: tellData,
    exhibits: [{ kind: 'revision-lines' }],
    asked: { question: Q.coverage, answer: tellCoverage },
  },
};

/** Of a flash on a region without parts at a warning level: its own signals. */
function tellRegionFlash(t: Teller): readonly Sentence[] {
  const { whole } = t.facts;
  return whole && t.facts.parts.length === 0 ? tellRegion(t, whole) : [];
}

/** What speaks against a false alarm: for how long, how many signals in how many families, what is missing. */
function falseAlarm(t: Teller, about: string | null): readonly Sentence[] {
  const region = (about === null ? undefined : regionOf(t.facts, about)) ?? warned(t)[0];
  return region ? tellStanding(t, region).filter(({ id }) => /\.(level|families|partial)$/.test(id)) : [];
}

/** Pages of each kind of briefing, in order. */
export const RECIPES: Readonly<Record<BriefingKind, readonly PageKind[]>> = {
  monthly: ['overview', 'changes', 'where', 'region', 'risks', 'market', 'targets', 'outlook', 'response', 'data'],
  quarterly: [
    'overview',
    'quarter',
    'spread',
    'where',
    'region',
    'composition',
    'market',
    'targets',
    'outlook',
    'response',
    'data',
  ],
  special: ['judgement', 'region', 'course', 'below', 'where', 'market', 'targets', 'outlook', 'response', 'data'],
  flash: ['flash'],
};
