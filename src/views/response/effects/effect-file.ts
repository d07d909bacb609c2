import { formatPeriod } from '../../../base/period';
import type { Lang } from '../../../base/text';
import { csvText } from '../../../observations/to-csv';
import type { AssessmentView } from '../../../platform/engine-api';
import type { EffectAnswer, EffectQuestion } from '../../../response/effects/effect';
import { EFFECTS_TEXT as T, EXCLUSION_NAMES, VERDICT_NAMES, VIEW_NAMES } from './text';

type Cell = string | number;

/**
 * The whole answer as CSV: question, verdict with reasons, both methods, assumptions and limits, the controls, then the
 * series. Figures are numbers as computed (12 digits), an empty cell = none; texts are in one language.
 */
export function effectCsv(
  answer: EffectAnswer,
  question: EffectQuestion,
  { tree, catalogue }: Pick<AssessmentView, 'tree' | 'catalogue'>,
  source: string,
  lang: Lang,
): string {
  const name = (code: string): string => tree.regions[tree.indexOf.get(code) ?? -1]?.name[lang] ?? code;
  const spelt = (period: number): string => formatPeriod(answer.frequency, period, answer.weekEndsOn);
  const region = name(question.regionCode);
  const { verdict, difference, synthetic, series } = answer;
  const lines: Cell[][] = [
    [T.csvTitle[lang]],
    [source],
    [],
    [T.csvSection[lang], T.csvValue[lang]],
    [T.region[lang], region],
    [T.indicator[lang], catalogue.byId.get(answer.indicatorId)?.name[lang] ?? answer.indicatorId],
    [T.start[lang], spelt(question.start)],
    [T.view[lang], VIEW_NAMES[answer.view][lang]],
    [T.verdict[lang], VERDICT_NAMES[verdict.kind][lang]],
    [T.says[lang], verdict.sentence[lang]],
    ...verdict.reasons.map((reason) => [T.csvReason[lang], reason[lang]]),
    ...answer.assumptions.map((text) => [T.assume[lang], text[lang]]),
    ...answer.limits.map((text) => [T.limits[lang], text[lang]]),
    [],
  ];
  if (difference && synthetic) {
    lines.push(
      [T.method[lang], T.says[lang], T.difference[lang], T.csvLow[lang], T.csvHigh[lang], '%', 'p'],
      [
        T.did[lang],
        T[difference.finding][lang],
        difference.difference,
        difference.low,
        difference.high,
        95,
        difference.p,
      ],
      [
        T.synthetic[lang],
        T[synthetic.finding][lang],
        synthetic.difference,
        synthetic.interval?.low ?? '',
        synthetic.interval?.high ?? '',
        100 * synthetic.level,
        synthetic.p,
      ],
      [],
    );
  }
  lines.push([T.code[lang], T.region[lang], T.standing[lang], T.weight[lang], T.apart[lang]]);
  for (const c of answer.controls) {
    const standing =
      c.excluded === null ? T[c.byHand ? 'takenByHand' : 'taken'][lang] : EXCLUSION_NAMES[c.excluded][lang];
    lines.push([c.regionCode, name(c.regionCode), standing, c.weight, c.apart]);
  }
  if (series) {
    const heads = [T.csvPeriod, T.csvSince].map((text) => text[lang]);
    const rest = [T.csvTwin, T.csvMean, T.csvGap, T.csvLow, T.csvHigh].map((text) => text[lang]);
    lines.push([], [...heads, region, ...rest]);
    series.periods.forEach((period, i) => {
      const figures = [series.own, series.twin, series.parallel, series.gap, series.chance.low, series.chance.high];
      lines.push([spelt(period), i >= series.before ? T.csvYes[lang] : '', ...figures.map((values) => values[i]!)]);
    });
  }
  return lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}

function cell(value: Cell): string {
  if (typeof value === 'string') return csvText(value);
  return Number.isFinite(value) ? String(Number(value.toPrecision(12))) : '';
}
