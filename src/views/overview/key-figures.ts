import { formatChange, formatNumber, formatPeriodWords, formatScaled, formatSigned } from '../../base/format';
import { worseSign, type Indicator } from '../../base/indicators';
import { PERIODS_PER_YEAR, seasonOf, type Period } from '../../base/period';
import { say, type Lang, type Text } from '../../base/text';
import { unitShort } from '../../base/units';
import { type FigureChange, figurePeriod, valueAt, yearChange } from '../../indicators/change';
import type { AssessmentView, Series } from '../../platform/engine-api';
import { OVERVIEW_TEXT as T } from './text';

export type Tone = 'worse' | 'better' | 'plain';

/** One of the large figures on the first line. */
export interface KeyFigure {
  readonly id: string;
  readonly label: string;
  readonly figure: string;
  readonly unit: string;
  readonly notes: readonly { readonly words: string; readonly tone: Tone }[];
}

/** Figures of the whole region, at most `most`, in the order in which the assessment gives them. */
export function keyFigures(view: AssessmentView, period: Period, lang: Lang, most = 4): readonly KeyFigure[] {
  const figures: KeyFigure[] = [];
  for (const series of view.headline) {
    const indicator = view.catalogue.byId.get(series.indicatorId);
    // A target stands beside its indicator and is no figure of its own.
    if (!indicator || series.indicatorId.endsWith('_target')) continue;
    const target = view.headline.find((s) => s.indicatorId === `${series.indicatorId}_target`) ?? null;
    const figure = target
      ? progressFigure(view, series, target, indicator, period, lang)
      : plainFigure(view, series, indicator, period, lang);
    if (figure) figures.push(figure);
    if (figures.length === most) break;
  }
  return figures;
}

function changeWords(change: FigureChange, indicator: Indicator, lang: Lang): string {
  if (change.kind === 'plain') return formatSigned(change.value, indicator.decimals);
  return formatChange(change.value, change.kind, lang, change.kind === 'points' ? Math.max(1, indicator.decimals) : 1);
}

/** From here a change is set in bold; weight is for what matters, and colour for the levels alone. In points, per cent, and the indicator's own unit. */
const NOTABLE = { points: 0.2, percent: 5, plain: 0.05 } as const;

function toneOf({ kind, value }: FigureChange, indicator: Indicator): Tone {
  if (indicator.worse === 'none' || Math.abs(value) < NOTABLE[kind]) return 'plain';
  return value * worseSign(indicator) > 0 ? 'worse' : 'better';
}

function plainFigure(
  view: AssessmentView,
  series: Series,
  indicator: Indicator,
  period: Period,
  lang: Lang,
): KeyFigure | null {
  const at = figurePeriod(view.frequency, series, indicator, period);
  if (at === null) return absentFigure(indicator, lang);
  const value = valueAt(series, at);
  const amount = indicator.kind !== 'rate' && indicator.kind !== 'index';
  const change = yearChange(view.frequency, series, indicator, at);
  const notes: { words: string; tone: Tone }[] = [];
  if (change) {
    const against: Text = change.joint ? T.againstYearJoint : T.againstYear;
    notes.push({
      words: `${against[lang]} ${changeWords(change, indicator, lang)}`,
      tone: toneOf(change, indicator),
    });
  } else notes.push({ words: T.noComparison[lang], tone: 'plain' });
  if (at !== period) notes.push({ words: olderNote(view, at, lang), tone: 'plain' });
  return {
    id: indicator.id,
    label: (amount ? indicator.name : indicator.short)[lang],
    figure: amount ? formatScaled(value, lang) : formatNumber(value, indicator.decimals),
    unit: indicator.unit === 'ratio' ? '' : unitShort(indicator.unit)[lang],
    notes,
  };
}

/** Share of the year's target reached, against the share of the year that has passed. */
function progressFigure(
  view: AssessmentView,
  series: Series,
  target: Series,
  indicator: Indicator,
  period: Period,
  lang: Lang,
): KeyFigure | null {
  const at = figurePeriod(view.frequency, series, indicator, period);
  if (at === null) return absentFigure(indicator, lang);
  const goal = valueAt(target, at);
  if (!(goal > 0)) return plainFigure(view, series, indicator, period, lang);
  const share = (valueAt(series, at) / goal) * 100;
  const expected = ((seasonOf(view.frequency, at) + 1) / PERIODS_PER_YEAR[view.frequency]) * 100;
  const behind = expected - share;
  const notes: { words: string; tone: Tone }[] = [
    { words: say(T.calendarShare, lang, { share: formatNumber(expected, 1) }), tone: 'plain' },
    {
      words: say(behind > 0 ? T.behind : T.ahead, lang, {
        points: formatChange(Math.abs(behind), 'points', lang).replace('+', ''),
      }),
      tone: behind >= 1 ? 'worse' : behind <= -1 ? 'better' : 'plain',
    },
  ];
  if (at !== period) notes.push({ words: olderNote(view, at, lang), tone: 'plain' });
  return {
    id: indicator.id,
    label: say(T.progressOf, lang, { name: indicator.short[lang] }),
    figure: formatNumber(share, 1),
    unit: '%',
    notes,
  };
}

function absentFigure(indicator: Indicator, lang: Lang): KeyFigure {
  return {
    id: indicator.id,
    label: indicator.short[lang],
    figure: formatNumber(null),
    unit: '',
    notes: [{ words: T.notPublished[lang], tone: 'plain' }],
  };
}

function olderNote(view: AssessmentView, at: Period, lang: Lang): string {
  return say(T.figureOf, lang, { period: formatPeriodWords(view.frequency, at, lang, view.weekEndsOn) });
}
