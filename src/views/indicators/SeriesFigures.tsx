import { useMemo } from 'react';
import type { ChartClick } from '../../charts/Chart';
import { rankingHeight } from '../../charts/indicator-ranking-option';
import { indicatorLinesModel } from '../../charts/indicator-lines-option';
import { CHART_THEMES } from '../../charts/theme';
import { setPlace, useLang, useTheme } from '../../store/place';
import { FestivalBadge } from '../parts/FestivalBadge';
import { ChartView } from '../parts/ChartView';
import { Figure } from '../parts/Figure';
import { Empty } from '../parts/states';
import { useT } from '../parts/use-text';
import type { IndicatorFigures } from './figures';
import { drawnLines, linesInput } from './models';
import { MAX_CHARTS } from './selection';
import { TEXT } from './text';

interface SeriesFiguresProps {
  readonly figures: readonly IndicatorFigures[];
  readonly ink: string | null;
  readonly source: string;
  readonly fileName: (figures: IndicatorFigures) => string;
}

/** One large chart for one indicator, small ones side by side for several. */
export function SeriesFigures({ figures, ink, source, fileName }: SeriesFiguresProps) {
  const one = figures.length === 1;
  return (
    <div className={one ? 'series-one' : `series-many ${[2, 4].includes(figures.length) ? 'series-pairs' : ''}`}>
      {figures.slice(0, MAX_CHARTS).map((f) => (
        <SeriesFigure key={f.indicator.id} figures={f} ink={ink} large={one} source={source} fileName={fileName(f)} />
      ))}
    </div>
  );
}

/** As high as the ranking beside it, within what a line chart bears. */
function largeHeight(peers: number): number {
  return Math.min(540, Math.max(380, rankingHeight(peers)));
}

interface SeriesFigureProps {
  readonly figures: IndicatorFigures;
  readonly ink: string | null;
  readonly large: boolean;
  readonly source: string;
  readonly fileName: string;
}

function SeriesFigure({ figures, ink, large, source, fileName }: SeriesFigureProps) {
  const lang = useLang();
  const theme = useTheme();
  const t = useT(TEXT);
  const model = useMemo(
    () => indicatorLinesModel(linesInput(figures, ink, large ? 'all' : 'emphasis', lang), CHART_THEMES[theme], lang),
    [figures, ink, large, lang, theme],
  );
  const select = (click: ChartClick): void => {
    const line = drawnLines(figures.chosen, ink)[click.seriesIndex];
    if (line) setPlace({ region: line.region.code }, { replace: true });
  };
  const footer = large ? source : undefined;
  return (
    <Figure
      title={model.title}
      subtitle={model.subtitle}
      caution={<FestivalBadge shift={figures.festival} />}
      footer={footer}
      level={2}
    >
      {figures.chosen.length === 0 ? (
        <Empty title={t('noSeries', { name: figures.indicator.name[lang] })} />
      ) : (
        <ChartView
          model={model}
          height={large ? largeHeight(figures.peers.length) : 200}
          fileName={fileName}
          source={source}
          onSelect={select}
        />
      )}
    </Figure>
  );
}
