import { memo, useMemo } from 'react';
import { unitShort } from '../../base/units';
import { SUPPLY_DEMAND_PX, supplyDemandOption } from '../../charts/supply-demand-option';
import { CHART_THEMES } from '../../charts/theme';
import type { RegionDetail, Series } from '../../platform/engine-api';
import { useTheme } from '../../store/place';
import { ChartView } from '../parts/ChartView';
import { Figure } from '../parts/Figure';
import { useSourceWords } from '../parts/use-source';
import { useT } from '../parts/use-text';
import type { Shown } from './shown';
import { REGION_TEXT } from './text';

const WINDOW = 36;

interface SupplyCardProps extends Shown {
  readonly series: NonNullable<RegionDetail['supplyDemand']>;
}

export const SupplyCard = memo(function SupplyCard({ view, period, lang, series }: SupplyCardProps) {
  const t = useT(REGION_TEXT);
  const theme = CHART_THEMES[useTheme()];
  const source = useSourceWords();
  const model = useMemo(() => {
    const first = Math.max(view.first, period - WINDOW + 1);
    const cut = (s: Series): Float64Array => s.values.subarray(first - s.first, period - s.first + 1);
    return supplyDemandOption({
      openings: cut(series.openings),
      seekers: cut(series.seekers),
      ratio: cut(series.ratio),
      unit: unitShort(series.openings.unit)[lang],
      frequency: view.frequency,
      weekEndsOn: view.weekEndsOn,
      first,
      count: period - first + 1,
      lang,
      theme,
    });
  }, [view, period, lang, theme, series]);
  return (
    <Figure
      title={model.title}
      subtitle={model.subtitle}
      footer={t('supplyFooter', {
        source,
      })}
    >
      <ChartView model={model} height={SUPPLY_DEMAND_PX} renderer="svg" steady source={source} fileName={model.title} />
    </Figure>
  );
});
