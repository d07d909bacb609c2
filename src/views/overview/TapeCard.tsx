import { memo, useCallback, useMemo } from 'react';
import { formatPeriod } from '../../base/period';
import type { ChartClick } from '../../charts/Chart';
import { levelTapeOption, tapeHeight } from '../../charts/level-tape-option';
import { CHART_THEMES } from '../../charts/theme';
import { setPlace, useTheme } from '../../store/place';
import { tapeWindow } from '../../store/tape-window';
import { shortName } from '../../base/region-names';
import { Choice } from '../parts/Button';
import { ChartView } from '../parts/ChartView';
import { Figure } from '../parts/Figure';
import { useSourceWords } from '../parts/use-source';
import { useT } from '../parts/use-text';
import type { Shown } from './shown';

import { OVERVIEW_TEXT } from './text';

const RECENT = 36;

interface TapeCardProps extends Shown {
  /** All periods instead of the recent ones. */
  readonly whole: boolean;
}

/** How it came about: every region's levels over time. */
export const TapeCard = memo(function TapeCard({ view, watch, period, lang, whole }: TapeCardProps) {
  const t = useT(OVERVIEW_TEXT);
  const theme = CHART_THEMES[useTheme()];
  const source = useSourceWords();
  const { first, count } = tapeWindow(view, period, whole ? view.count : RECENT);
  const rows = useMemo(
    () =>
      [...(watch.whole === null ? [] : [watch.whole]), ...watch.parts].map((region) => {
        const from = region * view.count + (first - view.first);
        const { code, name } = view.tree.regions[region]!;
        return {
          code,
          whole: region === watch.whole,
          name: name[lang],
          short: shortName(view.tree.regions[region]!)[lang],
          levels: view.levels.level.subarray(from, from + count),
        };
      }),
    [view, watch, first, count, lang],
  );
  const model = useMemo(
    () =>
      levelTapeOption({
        rows,
        frequency: view.frequency,
        weekEndsOn: view.weekEndsOn,
        first,
        count,
        period,
        lang,
        theme,
      }),
    [rows, view, first, count, period, lang, theme],
  );
  const open = useCallback(
    (click: ChartClick) => {
      if (click.name === '' || !click.at) return;
      const clicked = formatPeriod(view.frequency, Math.floor(click.at[0]), view.weekEndsOn);
      setPlace({ screen: 'region', region: click.name, period: clicked });
    },
    [view],
  );
  return (
    <Figure
      className="tape-card"
      title={model.title}
      subtitle={model.subtitle}
      tools={
        view.count > RECENT && (
          <Choice
            label={t('tapeWindow')}
            name="tape"
            value={whole ? 'all' : 'recent'}
            options={[
              { value: 'recent', label: t('tapeRecent', { count: RECENT }) },
              { value: 'all', label: t('tapeAll') },
            ]}
            onChange={(value) => setPlace({ free: { tape: value === 'all' ? 'all' : null } }, { replace: true })}
          />
        )
      }
      footer={<span className="on-screen">{t('tapeHint')}</span>}
    >
      <ChartView
        model={model}
        draws="levels"
        steady
        source={source}
        height={tapeHeight(rows.length)}
        fileName={model.title}
        onSelect={open}
      />
    </Figure>
  );
});
