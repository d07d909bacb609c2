import { useMemo } from 'react';
import {
  indicatorRankingModel,
  indicatorStripModel,
  MAX_BARS,
  rankingHeight,
} from '../../charts/indicator-ranking-option';
import { periodWords } from '../../charts/indicator-words';
import { CHART_THEMES } from '../../charts/theme';
import type { AssessmentView } from '../../platform/engine-api';
import { setPlace, useLang, useTheme } from '../../store/place';
import { Button, Select } from '../parts/Button';
import { FestivalBadge } from '../parts/FestivalBadge';
import { ChartView } from '../parts/ChartView';
import { Figure } from '../parts/Figure';
import { Empty } from '../parts/states';
import { useT } from '../parts/use-text';
import { usePeriodOptions } from './Controls';
import { type IndicatorFigures, lastRanked } from './figures';
import { rankingInput } from './models';
import { periodParam, type Selection } from './selection';
import { TEXT } from './text';

interface RankingFigureProps {
  readonly view: AssessmentView;
  readonly selection: Selection;
  readonly figures: readonly IndicatorFigures[];
  readonly ink: string | null;
  readonly source: string;
  readonly fileName: (figures: IndicatorFigures) => string;
}

/** All regions of the rank at one period: where the chosen ones stand among them. */
export function RankingFigure({ view, selection, figures, ink, source, fileName }: RankingFigureProps) {
  const lang = useLang();
  const theme = useTheme();
  const t = useT(TEXT);
  const focus = figures.find((f) => f.indicator === selection.focus) ?? figures[0]!;
  const model = useMemo(() => {
    const build = focus.peers.length > MAX_BARS ? indicatorStripModel : indicatorRankingModel;
    return build(rankingInput(focus, ink, lang), CHART_THEMES[theme], lang);
  }, [focus, ink, lang, theme]);
  const last = lastRanked(focus);
  const periods = usePeriodOptions(view, lang);
  const tools = (
    <>
      {figures.length > 1 && (
        <Select
          label={t('rankingOf')}
          value={focus.indicator.id}
          options={figures.map((f) => ({ value: f.indicator.id, label: f.indicator.short[lang] }))}
          onChange={(id) => setPlace({ free: { focus: id } }, { replace: true })}
        />
      )}
      <Select
        label={t('rankingAt')}
        value={String(focus.at)}
        options={periods}
        onChange={(p) => setPlace({ period: periodParam(view, Number(p)) }, { replace: true })}
      />
    </>
  );
  return (
    <Figure
      title={model.title}
      subtitle={model.subtitle}
      caution={<FestivalBadge shift={focus.festival} />}
      tools={tools}
      footer={source}
      className="ranking"
    >
      {last === focus.at ? (
        <ChartView
          model={model}
          height={rankingHeight(focus.peers.length)}
          fileName={fileName(focus)}
          source={source}
        />
      ) : (
        <Empty title={model.title}>
          {last !== null && (
            <Button onClick={() => setPlace({ period: periodParam(view, last) }, { replace: true })}>
              {t('rankingLast', { period: periodWords(focus.span, last, lang) })}
            </Button>
          )}
        </Empty>
      )}
    </Figure>
  );
}
