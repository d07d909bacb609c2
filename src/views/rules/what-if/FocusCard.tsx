import { useMemo, useState } from 'react';
import { formatPeriodWords } from '../../../base/format';
import type { Lang } from '../../../base/text';
import type { ChartModel } from '../../../charts/chart-model';
import { levelTapeOption, tapeHeight } from '../../../charts/level-tape-option';
import { CHART_THEMES, type ChartTheme } from '../../../charts/theme';
import { whatIfOption } from '../../../charts/what-if-option';
import type { AssessmentView } from '../../../platform/engine-api';
import type { WhatIfResult, WhatIfRule } from '../../../platform/rule-answers';
import { useLang, useTheme } from '../../../store/place';
import { Card } from '../../parts/Card';
import { ChartView } from '../../parts/ChartView';
import { useSourceWords } from '../../parts/use-source';
import { useT } from '../../parts/use-text';
import { ruleWords } from '../../../levels/rule-words';
import { RegionOptions } from './RegionOptions';
import { WHAT_IF_TEXT } from './text';
import type { Focus } from './use-focus';

/** Periods of the chart and the tape: three years and what is projected. */
const WINDOW = 36;
const CHART_PX = 230;

interface FocusCardProps {
  readonly view: AssessmentView;
  readonly result: WhatIfResult;
  readonly focus: Focus;
  readonly at: number;
}

/** One region closely: a rule's statistic before and after with its thresholds, and the levels over time. */
export function FocusCard({ view, result, focus, at }: FocusCardProps) {
  const t = useT(WHAT_IF_TEXT);
  const lang = useLang();
  const theme = CHART_THEMES[useTheme()];
  const source = useSourceWords();
  const [wanted, setWanted] = useState<string | null>(null);
  const rule = result.focus.find((r) => r.ruleId === wanted) ?? mostMoved(result.focus);
  const region = view.tree.indexOf.get(focus.code)!;
  const name = view.tree.regions[region]!.name[lang];
  const chart = useMemo(
    () => rule && ruleModel(view, result, rule, at, lang, theme),
    [view, result, rule, at, lang, theme],
  );
  const tape = useMemo(() => tapeModel(view, result, region, at, lang, theme), [view, result, region, at, lang, theme]);
  const mark = t('mark');
  return (
    <Card
      title={`${t('focus')}${lang === 'zh' ? '：' : ': '}${name}`}
      subtitle={mark}
      tools={
        <>
          <label className="field">
            <span className="field-label">{t('regionHead')}</span>
            <select className="select" value={focus.code} onChange={(e) => focus.choose(e.target.value)}>
              <RegionOptions tree={view.tree} />
            </select>
          </label>
          {result.focus.length > 1 && rule && (
            <label className="field">
              <span className="field-label">{t('rule')}</span>
              <select className="select" value={rule.ruleId} onChange={(e) => setWanted(e.target.value)}>
                {result.focus.map((r) => (
                  <option key={r.ruleId} value={r.ruleId}>
                    {r.rule.name[lang]}
                  </option>
                ))}
              </select>
            </label>
          )}
        </>
      }
    >
      {chart ? (
        <figure className="what-if-figure" aria-label={chart.title}>
          <h3 className="multiple-title">{chart.title}</h3>
          <p className="card-subtitle">{chart.subtitle}</p>
          <ChartView
            model={chart}
            height={CHART_PX}
            renderer="svg"
            source={`${mark} · ${source}`}
            fileName={`${t('file', { name: `${name} ${chart.title}` })}`}
          />
        </figure>
      ) : (
        <p className="quiet">{t('noRule')}</p>
      )}
      <h3 className="multiple-title">{t('tape')}</h3>
      <ChartView model={tape} height={tapeHeight(2)} renderer="svg" draws="levels" />
    </Card>
  );
}

/** The rule whose levels move in most periods; the first one when none does. */
function mostMoved(rules: readonly WhatIfRule[]): WhatIfRule | null {
  const moved = ({ before, after }: WhatIfRule): number =>
    after ? after.level.filter((level, t) => level !== (before?.level[t] ?? 0)).length : 0;
  return rules.toSorted((a, b) => moved(b) - moved(a))[0] ?? null;
}

/** First position and length of what is drawn: up to the end, or to the chosen period where that lies before. */
function windowOf({ count, known }: WhatIfResult, at: number): { from: number; size: number } {
  const size = Math.min(count, WINDOW + (count - known));
  return { from: Math.max(0, Math.min(count - size, at)), size };
}

function ruleModel(
  view: AssessmentView,
  result: WhatIfResult,
  { rule, before, after }: WhatIfRule,
  at: number,
  lang: Lang,
  theme: ChartTheme,
): ChartModel | null {
  const indicator = view.catalogue.byId.get(rule.indicator);
  const shown = after ?? before;
  if (!indicator || !shown) return null;
  const { from, size } = windowOf(result, at);
  const { sign } = shown;
  const words = ruleWords(rule, shown, indicator, view.frequency, lang);
  const stretch = (values: Float64Array | undefined): Float64Array =>
    Float64Array.from({ length: size }, (_, i) => (values?.[from + i] ?? NaN) * sign);
  const levels = (series: typeof before): Uint8Array =>
    Uint8Array.from({ length: size }, (_, i) => series?.level[from + i] ?? 0);
  return whatIfOption({
    ...words,
    decimals: rule.decimals,
    frequency: view.frequency,
    weekEndsOn: view.weekEndsOn,
    first: result.first + from,
    count: size,
    known: result.known - from,
    at: at - from,
    before: stretch(before?.statistic),
    after: stretch(after?.statistic),
    levelBefore: levels(before),
    levelAfter: levels(after),
    thresholds: shown.thresholds.map((v) => (v === null ? null : v * sign)),
    worse: sign === 1 ? 'up' : 'down',
    mark: WHAT_IF_TEXT.mark[lang],
    lang,
    theme,
  });
}

function tapeModel(
  view: AssessmentView,
  result: WhatIfResult,
  region: number,
  at: number,
  lang: Lang,
  theme: ChartTheme,
): ChartModel {
  const { from, size } = windowOf(result, at);
  const start = region * result.count + from;
  const row = (key: 'actual' | 'supposed', levels: Uint8Array) => ({
    code: key,
    name: WHAT_IF_TEXT[key][lang],
    short: WHAT_IF_TEXT[key][lang],
    levels: levels.subarray(start, start + size),
  });
  const model = levelTapeOption({
    rows: [row('actual', result.before), row('supposed', result.after)],
    frequency: view.frequency,
    weekEndsOn: view.weekEndsOn,
    first: result.first + from,
    count: size,
    period: result.first + at,
    lang,
    theme,
  });
  // The tape's own finding compares regions: these rows are one region twice.
  const name = view.tree.regions[region]!.name[lang];
  const title = `${name} ${formatPeriodWords(view.frequency, result.first + at, lang, view.weekEndsOn)}`;
  return { ...model, title: `${WHAT_IF_TEXT.tape[lang]} · ${title}`, subtitle: WHAT_IF_TEXT.mark[lang] };
}
