import { memo, useCallback, useMemo } from 'react';
import { formatPeriod } from '../../base/period';
import type { ChartClick } from '../../charts/Chart';
import { levelTapeOption, tapeHeight } from '../../charts/level-tape-option';
import { CHART_THEMES } from '../../charts/theme';
import { setPlace, useTheme } from '../../store/place';
import { tapeWindow } from '../../store/tape-window';
import { shortName } from '../../base/region-names';
import { ChartView } from '../parts/ChartView';
import { Figure } from '../parts/Figure';
import type { Shown } from './shown';

const PERIODS = 60;

/** The region's own tape; a click goes to that period. */
export const TapeCard = memo(function TapeCard({ view, period, lang, region }: Shown & { readonly region: number }) {
  const theme = CHART_THEMES[useTheme()];
  const { first, count } = tapeWindow(view, period, PERIODS);
  const model = useMemo(() => {
    const from = region * view.count + (first - view.first);
    const { code, name } = view.tree.regions[region]!;
    return levelTapeOption({
      rows: [
        {
          code,
          name: name[lang],
          short: shortName(view.tree.regions[region]!)[lang],
          levels: view.levels.level.subarray(from, from + count),
        },
      ],
      frequency: view.frequency,
      weekEndsOn: view.weekEndsOn,
      first,
      count,
      period,
      lang,
      theme,
      bare: true,
    });
  }, [view, region, first, count, period, lang, theme]);
  const open = useCallback(
    (click: ChartClick) => {
      if (!click.at) return;
      setPlace({ period: formatPeriod(view.frequency, Math.floor(click.at[0]), view.weekEndsOn) }, { replace: true });
    },
    [view],
  );
  return (
    <Figure className="tape-card" title={model.title} subtitle={model.subtitle}>
      <ChartView model={model} height={tapeHeight(1)} renderer="svg" steady onSelect={open} />
    </Figure>
  );
});
