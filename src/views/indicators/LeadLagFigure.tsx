import type { Indicator } from '../../base/indicators';
import { leadLagModel } from '../../charts/lead-lag-option';
import { CHART_THEMES } from '../../charts/theme';
import type { AssessmentView, LeadLag, SeriesQuery } from '../../platform/engine-api';
import { setPlace, useLang, usePlace, useTheme } from '../../store/place';
import { useEngineCall } from '../../store/use-engine-call';
import { Select } from '../parts/Button';
import { ChartView } from '../parts/ChartView';
import { Figure } from '../parts/Figure';
import { Empty, Failed, Skeleton } from '../parts/states';
import { useT } from '../parts/use-text';
import { leadLagPair } from './lead-lag-pair';
import { TEXT } from './text';

const HEIGHT = 240;

interface LeadLagFigureProps {
  readonly view: AssessmentView;
  /** The region whose figures are compared: the one in ink, else the first chosen. */
  readonly regionCode: string;
  readonly chosen: readonly Indicator[];
  readonly source: string;
}

/** Does one indicator go before another in this region? Employment against the macro economy, unless chosen otherwise. */
export function LeadLagFigure({ view, regionCode, chosen, source }: LeadLagFigureProps) {
  const lang = useLang();
  const theme = useTheme();
  const t = useT(TEXT);
  const { free } = usePlace();
  const offered = view.indicators.flatMap((id) => view.catalogue.byId.get(id) ?? []);
  const pair = leadLagPair(offered, chosen, free.lead ?? null, free.follow ?? null);
  const leading = pair?.leading;
  const following = pair?.following;
  const query = leading && following && { regionCode, leading: leading.id, following: following.id };
  const answer = useEngineCall<LeadLag | null>(query ? JSON.stringify(query) : null, (engine, options) =>
    engine.leadLag(query!, options),
  );
  const found = answer.data;
  const region = view.tree.regions[view.tree.indexOf.get(regionCode) ?? -1];
  if (!leading || !following || !region) return null;
  const words = (of: Indicator, how: SeriesQuery['view']): string =>
    `${of.short[lang]} ${t(how === 'value' ? 'asPublished' : 'yoy')}`;
  const model =
    found &&
    leadLagModel(
      {
        ...found,
        leading: leading.short[lang],
        following: following.short[lang],
        region: region.name[lang],
        frequency: view.frequency,
        measure: [words(leading, found.views[0]), words(following, found.views[1])].join(lang === 'zh' ? '，' : ', '),
        lang,
      },
      CHART_THEMES[theme],
    );
  const options = offered.map((i) => ({ value: i.id, label: i.short[lang] }));
  const tools = (
    <>
      <Select
        label={t('leading')}
        value={leading.id}
        options={options}
        onChange={(lead) => setPlace({ free: { lead } }, { replace: true })}
      />
      <Select
        label={t('following')}
        value={following.id}
        options={options}
        onChange={(follow) => setPlace({ free: { follow } }, { replace: true })}
      />
    </>
  );
  return (
    <Figure
      title={model?.title ?? t('leadLag')}
      subtitle={model?.subtitle ?? ''}
      tools={tools}
      footer={source}
      className="lead-lag"
    >
      {answer.error ? (
        <Failed title={t('failed')} detail={answer.error.what[lang]} onRetry={answer.retry} />
      ) : model && found?.best !== null ? (
        <ChartView model={model} height={HEIGHT} source={source} fileName={model.title} />
      ) : model || (!answer.loading && !found) ? (
        <Empty title={model?.title ?? t('leadLagMissing')}>
          <p>{t('leadLagNeeds', { least: found?.least ?? 0 })}</p>
        </Empty>
      ) : (
        <Skeleton lines={1} height={HEIGHT} />
      )}
    </Figure>
  );
}
