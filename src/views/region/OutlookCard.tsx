import { memo, useMemo } from 'react';
import { formatDayWords, formatSpan } from '../../base/format';
import type { Indicator } from '../../base/indicators';
import { levelNumeral } from '../../base/level';
import { say, type Lang } from '../../base/text';
import { FAN_PX, forecastFanOption } from '../../charts/forecast-fan-option';
import { probabilityWords } from '../../briefing/exhibits/fan-words';
import { headlineWords, type Measure } from '../../base/measure';
import { CHART_THEMES } from '../../charts/theme';
import type { AssessmentView } from '../../platform/engine-api';
import { MODEL_NAMES } from '../../outlook/model-names';
import type { Outlook, OutlookAhead } from '../../outlook/outlook';
import { setPlace, usePlace, useTheme } from '../../store/place';
import { useEngineCall } from '../../store/use-engine-call';
import type { ForecastModelName } from '../../stats/forecast/models';
import { Select } from '../parts/Button';
import { ChartView } from '../parts/ChartView';
import { Figure } from '../parts/Figure';
import { Empty, Failed, Skeleton } from '../parts/states';
import { useSourceWords } from '../parts/use-source';
import { useT } from '../parts/use-text';
import { HORIZONS, OUTLOOK_TEXT } from './outlook-text';
import { qualityWords } from './outlook-words';
import type { Shown } from './shown';
import './outlook.css';

interface OutlookCardProps extends Shown {
  readonly regionCode: string;
}

const isModel = (name: string | undefined): name is ForecastModelName =>
  name !== undefined && Object.hasOwn(MODEL_NAMES, name);

/** Where is this going? One indicator's forecast with its intervals, the warning lines ahead, and how far to trust it. */
export const OutlookCard = memo(function OutlookCard({ view, period, lang, regionCode }: OutlookCardProps) {
  const t = useT(OUTLOOK_TEXT);
  const theme = CHART_THEMES[useTheme()];
  const source = useSourceWords();
  const { free } = usePlace();
  const horizons = HORIZONS[view.frequency];
  const horizon = horizons.find((h) => String(h) === free.ahead) ?? horizons[0]!;
  const model = isModel(free.model) ? free.model : null;
  const query = { regionCode, period, indicatorId: free.outlook ?? null, horizon, model };
  const { data, loading, error, retry } = useEngineCall(JSON.stringify(query), (engine, options) =>
    engine.outlook(query, options),
  );
  // Another region's figures never stand under this name.
  const outlook = data?.regionCode === regionCode ? data : null;
  const indicator = outlook?.indicatorId ? view.catalogue.byId.get(outlook.indicatorId) : undefined;
  const chart = useMemo(
    () =>
      outlook?.ahead && indicator
        ? forecastFanOption({
            ...fanWords(view, outlook, outlook.ahead, indicator, model === null, lang),
            lang,
            theme,
          })
        : null,
    [view, outlook, indicator, model, lang, theme],
  );
  const set = (key: string, value: string | null): void => setPlace({ free: { [key]: value } }, { replace: true });
  const name = indicator?.short[lang] ?? t('outlook');
  const reason = outlook?.refused?.[lang] ?? '';
  return (
    <Figure
      className="outlook"
      title={
        <>
          <span className="outlook-kicker">{t('outlook')}</span>{' '}
          {chart?.title ?? (outlook && t('notComputable', { name }))}
        </>
      }
      subtitle={chart?.subtitle ?? ''}
      footer={t('footer', { source })}
    >
      <div className="outlook-tools">
        <Select
          label={t('indicator')}
          // What was chosen, while its answer is under way.
          value={outlook?.offered.find((id) => id === free.outlook) ?? outlook?.indicatorId ?? ''}
          options={(outlook?.offered ?? []).map((id) => ({
            value: id,
            label: view.catalogue.byId.get(id)?.short[lang] ?? id,
          }))}
          onChange={(id) => set('outlook', id)}
        />
        <Select
          label={t('horizon')}
          value={String(horizon)}
          options={horizons.map((h) => ({ value: String(h), label: formatSpan(view.frequency, h, lang) }))}
          onChange={(h) => set('ahead', h === String(horizons[0]) ? null : h)}
        />
        <Select
          label={t('model')}
          value={model ?? ''}
          options={[
            { value: '', label: t('automatic') },
            ...Object.entries(MODEL_NAMES).map(([value, words]) => ({ value, label: words[lang] })),
          ]}
          onChange={(chosen) => set('model', chosen === '' ? null : chosen)}
        />
      </div>
      {error ? (
        <Failed title={t('failed')} detail={`${error.what[lang]} ${error.where}`} onRetry={retry} />
      ) : chart && outlook?.ahead && indicator ? (
        <div className={loading ? 'outdated' : ''} aria-busy={loading}>
          <ChartView model={chart} height={FAN_PX} renderer="svg" source={source} fileName={chart.title} />
          <section className="outlook-quality" aria-label={t('howGood')}>
            <h3 className="part-title">{t('howGood')}</h3>
            <p className="small">{qualityWords(outlook, outlook.ahead, measureOf(indicator), view.frequency, lang)}</p>
            <p className="quiet">{lineWords(view, outlook.ahead, measureOf(indicator), lang)}</p>
          </section>
        </div>
      ) : outlook ? (
        <Empty
          title={
            model === null ? t('reasonPlain', { reason }) : t('reason', { model: MODEL_NAMES[model][lang], reason })
          }
        />
      ) : (
        <Skeleton lines={1} height={FAN_PX} />
      )}
    </Figure>
  );
});

function measureOf({ unit, decimals }: Indicator): Measure {
  return { unit, decimals, signed: false, base: null };
}

/** The engine's answer in the words of the chart. */
function fanWords(
  view: AssessmentView,
  outlook: Outlook,
  ahead: OutlookAhead,
  indicator: Indicator,
  automatic: boolean,
  lang: Lang,
) {
  const T = OUTLOOK_TEXT;
  const sep = lang === 'zh' ? '，' : ', ';
  const joint = outlook.form === 'joint';
  const method = MODEL_NAMES[outlook.model][lang];
  const counted = indicator.kind === 'flow' || indicator.kind === 'cumulative';
  const treatment = joint
    ? [(counted ? T.jointMean : T.joint)[lang]]
    : outlook.form === 'monthly'
      ? [T.monthly[lang]]
      : [];
  return {
    name: indicator.short[lang],
    measureWords: [indicator.name[lang], ...treatment].join(sep),
    measure: measureOf(indicator),
    worse: indicator.worse === 'down' ? ('down' as const) : ('up' as const),
    span: {
      frequency: view.frequency,
      weekEndsOn: view.weekEndsOn,
      first: ahead.first,
      count: ahead.values.length,
      joint,
      noJanuary: joint,
    },
    values: ahead.values,
    levels: ahead.levels,
    steps: ahead.steps,
    probability: ahead.probability,
    lines: ahead.lines,
    method: [
      automatic ? say(T.chosen, lang, { model: method }) : method,
      ...(ahead.knownOn === null ? [] : [say(T.knownOn, lang, { day: formatDayWords(ahead.knownOn, lang) })]),
      (ahead.calibrated ? T.calibrated : T.uncalibrated)[lang],
    ].join(lang === 'zh' ? '；' : '; '),
  };
}

/** Which lines are drawn, and how a change became a value. */
function lineWords(
  view: AssessmentView,
  { lines, lineRule, next }: OutlookAhead,
  measure: Measure,
  lang: Lang,
): string {
  const T = OUTLOOK_TEXT;
  const rule = view.ruleSet.rules.find((r) => r.id === lineRule?.ruleId);
  if (!lineRule || !rule || lines.length === 0) return T.noLines[lang];
  const text = lineRule.lag === null ? T.linesLevel : lineRule.meanPeriods === 1 ? T.linesChange : T.linesChangeMean;
  const drawn = say(text, lang, {
    rule: rule.name[lang],
    lag: formatSpan(view.frequency, lineRule.lag ?? 0, lang),
    mean: lineRule.meanPeriods,
  });
  if (!next || Number.isNaN(next.probability)) return drawn;
  const reached = say(T.next, lang, {
    level: levelNumeral(next.level),
    value: headlineWords(next.value, measure, lang),
    probability: probabilityWords(next.probability, lang),
  });
  return drawn + (lang === 'zh' ? '' : ' ') + reached;
}
