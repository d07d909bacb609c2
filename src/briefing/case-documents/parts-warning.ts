import {
  AGAINST_PREVIOUS,
  formatDayWords,
  formatMonthRange,
  formatNumber,
  formatSpan,
  roundTo,
  withUnit,
} from '../../base/format';
import { FAMILY_NAMES } from '../../base/indicators';
import { INSUFFICIENT } from '../../base/level';
import { formatDay, monthPeriod, yearOf } from '../../base/period';
import { say, type Text } from '../../base/text';
import { describeRegion, stateWords } from '../../levels/derivation-text';
import { inlineUnit } from '../../levels/words';
import type { Block } from '../document';
import type { FigureChange, FigureFact } from './facts';
import { CELLS } from './text';
import { paragraph, table, tight, together, type Writer } from './writer';

/** Parts on the warning itself that several papers have: level, moves, signals and figures, all from the derivation. */

/** The level that a paper is about: now, or at the opening where the level of now is none or cannot be told. */
export function levelOfPaper({ facts }: Writer): number {
  const now = facts.derivation?.level ?? INSUFFICIENT;
  return now >= 1 && now <= 4 ? now : facts.case.level;
}

/** Level now, how long, since when, its moves, and the ground for it. */
export function levelBlocks(w: Writer): Block[] {
  const { derivation, spell } = w.facts;
  return [
    ...together(w, 'level.now', [
      levelSentence(w),
      spell ? w.sentence('since', { period: w.period(spell.since) }) : null,
      movesSentence(w),
    ]),
    ...together(w, 'level.ground', [
      derivation ? groundSentence(w) : w.sentence('condition', { condition: w.gap('derivation') }),
      derivation ? w.sentence('rules', { rules: derivation.ruleSet.version, scheme: derivation.scheme.version }) : null,
      w.sentence('ours'),
    ]),
  ];
}

function levelSentence(w: Writer): string {
  const { derivation, case: review } = w.facts;
  if (!derivation) {
    const level = w.levels.full(review.level)[w.lang];
    return w.sentence('levelEnded', { period: w.spelt(review.period), region: w.region, level });
  }
  const said = {
    period: w.period(derivation.period),
    region: w.region,
    level: w.levels.full(derivation.level)[w.lang],
    span: formatSpan(derivation.frequency, derivation.periodsAtLevel, w.lang),
  };
  return w.sentence(derivation.level >= 1 && derivation.level <= 4 ? 'levelNow' : 'levelEnded', said);
}

export function movesSentence(w: Writer): string | null {
  const moves = (w.facts.spell?.moves ?? []).map(({ period, level, knownOn }) =>
    w.sentence(knownOn === null ? 'move' : 'moveKnown', {
      period: w.period(period),
      level: w.levels.full(level)[w.lang],
      day: knownOn === null ? '' : w.day(knownOn),
    }),
  );
  return moves.length === 0 ? null : w.sentence('moves', { moves: moves.join(w.lang === 'zh' ? '，' : '; ') });
}

/** The condition of the scheme and, where it comes from below, the diffusion: the notes at the top of the proof. */
function groundSentence(w: Writer): string | null {
  const lines = describeRegion(w.facts.derivation!, w.facts.context).children.filter(
    (node) => node.kind === 'note' || node.kind === 'diffusion',
  );
  if (lines.length === 0) return null;
  const words = lines.map(({ text }) => tight(text[w.lang].replace(/^(依据：|because: )/, ''), w.lang));
  return w.sentence('condition', { condition: words.join(w.lang === 'zh' ? '；' : '; ') });
}

/** One row per signal that is past its line, worst first. */
export function signalBlocks(w: Writer): Block[] {
  const { derivation, context } = w.facts;
  if (!derivation) return [];
  const { lang } = w;
  const families = describeRegion(derivation, context).children.filter((node) => node.kind === 'family');
  const rows = derivation.families.flatMap((family, f) =>
    family.signals.flatMap((signal, s) => {
      const counts = signal.level >= 1 && signal.level <= 4;
      if (!counts && signal.state !== 'pending') return [];
      const state = stateWords(signal.state)[lang];
      return [
        [
          FAMILY_NAMES[family.family][lang],
          tight(families[f]!.children[s]!.text[lang], lang),
          counts ? w.levels.short(signal.level)[lang] : '—',
          say(CELLS.stateSince, lang, { state, period: w.period(signal.since) }),
        ],
      ];
    }),
  );
  return table(
    'signals.table',
    CELLS.signalsCaption[lang],
    [
      [CELLS.family[lang], 20],
      [CELLS.signal[lang], 42],
      [CELLS.level[lang], 15],
      [CELLS.state[lang], 23],
    ],
    rows,
  );
}

/** Of a difference of rates it is percentage points that are told. */
const POINTS: Readonly<Record<string, Text>> = { points: { zh: '个百分点', en: 'pp' }, percent: { zh: '%', en: '%' } };

/** `2026年3月`, `2026年1—2月` of a joint figure, `2026年1—3月累计` of one that is summed over the year. */
function spanWords(w: Writer, { period, span }: FigureFact): string {
  if (span === 'period') return w.period(period);
  const range = formatMonthRange(monthPeriod(yearOf('month', period), 1), period, w.lang);
  return span === 'joint' ? range : w.sentence('cumulative', { range });
}

type Verb = 'rise' | 'fall' | 'quicken' | 'slow';

/** 增长12.3% · up 12.3%; 上升0.3个百分点 · up 0.3 pp; what rounds to nothing is 持平. */
function changeWords(w: Writer, { value, unit }: FigureChange, up: Verb = 'rise', down: Verb = 'fall'): string {
  const decimals = unit === 'percent' || unit === 'points' ? 1 : 2;
  const amount = Math.abs(roundTo(value, decimals));
  if (amount === 0) return w.sentence('same');
  const change = withUnit(formatNumber(amount, decimals), POINTS[unit]?.[w.lang] ?? inlineUnit(unit)[w.lang]);
  if (unit === 'percent') return w.sentence(value > 0 ? 'grow' : 'fall', { change });
  return w.sentence(value > 0 ? up : down, { change });
}

/** One sentence per figure: period, indicator, value, against a year earlier, against the period before, known on. */
function figureSentence(w: Writer, figure: FigureFact): string {
  const against = AGAINST_PREVIOUS[w.facts.frequency][w.lang].replace(/^较(.*)$/, '与$1相比');
  // A growth rate is told as growth, and its change as quickening or slowing down.
  const growth = w.lang === 'zh' && w.indicator(figure.indicatorId).endsWith('同比');
  const verbs = growth ? (['quicken', 'slow'] as const) : (['rise', 'fall'] as const);
  const compared = [
    figure.yearOnYear ? w.sentence('yearOnYear', { change: changeWords(w, figure.yearOnYear, ...verbs) }) : '',
    figure.onPrevious ? w.sentence('onPrevious', { against, change: changeWords(w, figure.onPrevious, ...verbs) }) : '',
  ];
  const said = {
    period: spanWords(w, figure),
    indicator: w.indicator(figure.indicatorId),
    compared: compared.join(''),
    known:
      (figure.knownOn === null ? '' : w.sentence('known', { day: w.day(figure.knownOn) })) +
      (figure.suspect ? w.sentence('suspect') : ''),
  };
  if (growth) {
    const change = changeWords(w, { value: figure.value, unit: 'percent' });
    return w.sentence('growth', { ...said, indicator: said.indicator.slice(0, -2), change });
  }
  return w.sentence('figure', { ...said, value: w.value(figure.indicatorId, figure.value) });
}

/** The figures as sentences, for a paper that is read aloud. */
export function figureSentences(w: Writer): Block[] {
  if (w.facts.figures.length === 0) return paragraph('figures.none', w.gap('figures'));
  return [
    ...w.facts.figures.flatMap((figure) => paragraph(`figures.${figure.indicatorId}`, figureSentence(w, figure))),
    ...knownOnBlock(w),
  ];
}

/** The figures as a table, for a paper that is looked up. */
export function figureTable(w: Writer): Block[] {
  const { figures } = w.facts;
  if (figures.length === 0) return paragraph('figures.none', w.gap('figures'));
  const { lang } = w;
  const change = (one: FigureChange | null): string => (one ? changeWords(w, one) : '—');
  return [
    ...table(
      'figures.table',
      CELLS.figuresCaption[lang],
      [
        [CELLS.indicator[lang], 26],
        [CELLS.period[lang], 16],
        [CELLS.value[lang], 16, 'end'],
        [CELLS.yearOnYear[lang], 15, 'end'],
        [CELLS.onPrevious[lang], 13, 'end'],
        [CELLS.known[lang], 14],
      ],
      figures.map((figure) => [
        w.indicator(figure.indicatorId) + (figure.suspect ? w.sentence('suspect') : ''),
        spanWords(w, figure),
        w.value(figure.indicatorId, figure.value),
        change(figure.yearOnYear),
        change(figure.onPrevious),
        figure.knownOn === null ? '—' : formatDay(figure.knownOn),
      ]),
    ),
    ...knownOnBlock(w),
  ];
}

function knownOnBlock(w: Writer): Block[] {
  const { knownOn } = w.facts;
  return knownOn === null
    ? []
    : paragraph('figures.known', w.sentence('knownOn', { day: formatDayWords(knownOn, w.lang) }));
}
