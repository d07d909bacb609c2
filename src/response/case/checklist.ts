import type { WarningLevel } from '../../base/level';
import { formatDay, formatPeriod } from '../../base/period';
import { defineText, type Text } from '../../base/text';
import type { ObservationDerivation, RegionDerivation, SignalDerivation } from '../../levels/derivation';
import { type DerivationContext, describeRegion, type TextNode } from '../../levels/derivation-text';
import type { FigureSeen } from '../trail/act';
import type { Case } from './case';

type Check = NonNullable<ReturnType<Case['checks']['get']>>;

/** A figure behind the level, down to the row that it came from: what has to be right before anybody acts on the level. */
export interface ChecklistFigure {
  readonly kind: 'figure';
  /** `figure/region/indicator/period`: the same at every start, whatever rules read the figure. */
  readonly id: string;
  readonly observation: ObservationDerivation;
  /** What the act `check-figure` takes along. */
  readonly figure: FigureSeen;
  /** Period, indicator and value; and where it comes from: status, steps, vintages, source row. */
  readonly words: Pick<TextNode, 'text' | 'note'>;
  /** Signals that rest on it, worst first. `pending`: over its line, not confirmed, so it does not count yet. */
  readonly signals: readonly { readonly ruleId: string; readonly level: WarningLevel | 'pending' }[];
  /** Some signal reads it as its newest figure; the others are what the newest is compared with. */
  readonly newest: boolean;
  readonly check: Check | null;
  /** The figure is another one than when it was judged. */
  readonly changed: boolean;
}

export interface ChecklistQuestion {
  readonly kind: 'question';
  /** `question/…`. */
  readonly id: string;
  readonly question: Text;
  readonly why: Text;
  readonly check: Check | null;
}

export interface Checklist {
  /** Newest figures first, each part in the order of the derivation (worst signal first, newest period first). */
  readonly figures: readonly ChecklistFigure[];
  readonly questions: readonly ChecklistQuestion[];
  /** Codes of the regions below from which the level comes, where it comes from them: their own figures are to be verified. */
  readonly below: readonly string[];
  /** Judged before, and no longer behind the level of this period: the judgement stays in sight. */
  readonly former: readonly { readonly id: string; readonly figure: FigureSeen; readonly check: Check }[];
  /** Everything whose newest judgement is `suspect`, former ones included. */
  readonly suspects: readonly string[];
  /** Newest figures and questions without a judgement, or judged on a figure that has changed since. */
  readonly open: readonly string[];
}

/** Questions of procedure, ours: what a figure itself cannot tell. */
const QUESTIONS: readonly { readonly id: string; readonly words: { readonly question: Text; readonly why: Text } }[] = [
  {
    id: 'question/office',
    words: defineText({
      question: { zh: '是否已向填报单位核实数字？', en: 'Was the reporting office asked about the figures?' },
      why: {
        zh: '录入和换算差错只有填报单位能够确认',
        en: 'slips of entry and of units only the reporting office can confirm',
      },
    }),
  },
  {
    id: 'question/one-off',
    words: defineText({
      question: {
        zh: '是否有一次性原因（集中申报、单个企业、停产检修、灾害）？',
        en: 'Is there a one-off cause (filing all at once, a single enterprise, a shutdown for repairs, a disaster)?',
      },
      why: {
        zh: '一次性变动不代表趋势，影响措施选择',
        en: 'a one-off change is no trend, and calls for other measures',
      },
    }),
  },
  {
    id: 'question/definition',
    words: defineText({
      question: {
        zh: '统计口径、范围或填报方式是否有变？',
        en: 'Has the definition, the coverage or the way of reporting changed?',
      },
      why: { zh: '口径变化前后的数字不可比', en: 'figures before and after a change of definition cannot be compared' },
    }),
  },
  {
    id: 'question/revised',
    words: defineText({
      question: {
        zh: '数字发布后是否修订过，还会不会修订？',
        en: 'Have the figures been revised since they came out, and will they be again?',
      },
      why: { zh: '初步数修订后等级可能改变', en: 'a revision of a provisional figure may change the level' },
    }),
  },
];

/** The question that an item of the checklist asks; null = it is a figure, or a question that is no longer asked. */
export function questionOf(item: string): Text | null {
  return QUESTIONS.find(({ id }) => id === item)?.words.question ?? null;
}

/**
 * What has to be verified before a level is acted on: each figure behind a signal that counts or is pending, down to the
 * rows of the source (a computed value stands by its inputs), once each; and the questions of procedure.
 */
export function checklistOf(d: RegionDerivation, checks: Case['checks'], ctx: DerivationContext): Checklist {
  const found = new Map<string, Draft>();
  const families = describeRegion(d, ctx).children.filter((node) => node.kind === 'family');
  d.families.forEach((family, f) =>
    family.signals.forEach((signal, s) => {
      const level = countedLevel(signal);
      if (level === null) return;
      const nodes = families[f]!.children[s]!.children;
      signal.observations.forEach((observation, o) =>
        collect(observation, nodes[o]!, o === 0, { ruleId: signal.ruleId, level }, found, ctx.weekEndsOn),
      );
    }),
  );
  const drafts = [...found.values()];
  const figures = [...drafts.filter((one) => one.newest), ...drafts.filter((one) => !one.newest)].map(
    (draft): ChecklistFigure => {
      const check = checks.get(draft.id) ?? null;
      const signals = draft.signals.toSorted((a, b) => weight(b.level) - weight(a.level));
      const changed = check?.figure != null && check.figure.value !== draft.figure.value;
      return { ...draft, kind: 'figure', signals, check, changed };
    },
  );
  const questions = QUESTIONS.map(
    ({ id, words }): ChecklistQuestion => ({ kind: 'question', id, ...words, check: checks.get(id) ?? null }),
  );
  const former = [...checks].flatMap(([id, check]) =>
    check.figure && !found.has(id) ? [{ id, figure: check.figure, check }] : [],
  );
  const asked = [...figures.filter((one) => one.newest || one.changed), ...questions];
  return {
    figures,
    questions,
    below: d.flags.includes('diffusion') ? (d.diffusion?.codes ?? []) : [],
    former,
    suspects: [...checks].flatMap(([id, check]) => (check.result === 'suspect' ? [id] : [])),
    open: asked.flatMap((one) => (!one.check || (one.kind === 'figure' && one.changed) ? [one.id] : [])),
  };
}

type Draft = Omit<ChecklistFigure, 'kind' | 'check' | 'changed' | 'signals'> & {
  readonly signals: ChecklistFigure['signals'][number][];
};

/** The level that a signal brings in, `pending` before it counts; null where it is at rest or cannot be told. */
function countedLevel({ level, state }: SignalDerivation): WarningLevel | 'pending' | null {
  if (level >= 1 && level <= 4) return level as WarningLevel;
  return state === 'pending' ? 'pending' : null;
}

function weight(level: WarningLevel | 'pending'): number {
  return level === 'pending' ? 0 : level;
}

/** A value with inputs was computed from them: it is they that can be right or wrong. */
function collect(
  observation: ObservationDerivation,
  node: TextNode,
  newest: boolean,
  signal: ChecklistFigure['signals'][number],
  found: Map<string, Draft>,
  weekEndsOn: number,
): void {
  if (observation.inputs.length > 0) {
    observation.inputs.forEach((input, i) => collect(input, node.children[i]!, newest, signal, found, weekEndsOn));
    return;
  }
  const figure = figureSeen(observation, weekEndsOn);
  const id = figureItem(figure);
  const known = found.get(id);
  if (!known) {
    const words = { text: node.text, note: node.note };
    found.set(id, { id, observation, figure, words, signals: [signal], newest });
    return;
  }
  if (!known.signals.some((other) => other.ruleId === signal.ruleId)) known.signals.push(signal);
  if (newest && !known.newest) found.set(id, { ...known, newest });
}

/** Id of a figure in the checklist. */
function figureItem({ regionCode, indicatorId, period }: FigureSeen): string {
  return `figure/${regionCode}/${indicatorId}/${period}`;
}

/** A value of the derivation as the trail keeps it. */
function figureSeen(
  { indicatorId, regionCode, frequency, period, value, knownOn }: ObservationDerivation,
  weekEndsOn: number,
): FigureSeen {
  return {
    indicatorId,
    regionCode,
    period: formatPeriod(frequency, period, weekEndsOn),
    value,
    knownOn: knownOn === null ? null : formatDay(knownOn),
  };
}
