import { memo, useMemo } from 'react';
import { formatPeriodWords } from '../../base/format';
import type { ChartClick } from '../../charts/Chart';
import { levelsTitle } from '../../charts/level-cells';
import { levelMapOption } from '../../charts/level-map-option';
import { CHART_THEMES } from '../../charts/theme';
import { tileLayout } from '../../charts/tile-layout';
import { tileMapOption } from '../../charts/tile-map-option';
import { setPlace, useTheme } from '../../store/place';
import { regionsNoun } from '../../base/region-names';
import { Choice } from '../parts/Button';
import { ChartView } from '../parts/ChartView';
import { Figure } from '../parts/Figure';
import { Skeleton } from '../parts/states';
import { useSourceWords } from '../parts/use-source';
import { useT } from '../parts/use-text';
import { levelCells } from './cells';
import type { Shown } from './shown';
import { OVERVIEW_TEXT } from './text';
import { useOutline } from '../parts/use-outline';

type MapKind = 'boundaries' | 'tiles';

const HEIGHT_PX = 420;
const OUTLINE_NAME = 'leagues';

const openRegion = (click: ChartClick): void => {
  if (click.name !== '') setPlace({ screen: 'region', region: click.name });
};

interface MapCardProps extends Shown {
  readonly kind: MapKind;
}

/** Where: levels on boundaries, or on tiles that need none and reach the counties. */
export const MapCard = memo(function MapCard({ view, watch, period, lang, kind: wanted }: MapCardProps) {
  const t = useT(OVERVIEW_TEXT);
  const theme = CHART_THEMES[useTheme()];
  const source = useSourceWords();
  const outline = useOutline(wanted === 'boundaries');
  const layout = useMemo(() => tileLayout(view.tree, watch.parts), [view.tree, watch.parts]);
  const codes = useMemo(() => watch.parts.map((r) => view.tree.regions[r]!.code), [view.tree, watch.parts]);
  const places = outline.kind === 'ready' ? outline.outline.places : null;
  // Boundaries serve only where every part has one; any other tree gets tiles without being asked.
  const covered = places !== null && codes.every((code) => places.some((p) => p.code === code));
  const possible = places === null || covered;
  const kind: MapKind = wanted === 'tiles' || outline.kind === 'failed' || !possible ? 'tiles' : 'boundaries';

  const model = useMemo(() => {
    const words = formatPeriodWords(view.frequency, period, lang, view.weekEndsOn);
    const noun = regionsNoun(view.tree, watch.parts);
    if (kind === 'boundaries') {
      if (!places) return null;
      const cells = levelCells(view, watch.parts, period, lang, false);
      return levelMapOption({ outline: OUTLINE_NAME, places, cells, noun, period: words, lang, theme });
    }
    const below = layout.kind === 'blocks' ? watch.parts.flatMap((r) => view.tree.children[r]!) : [];
    return tileMapOption({
      layout,
      cells: [...levelCells(view, watch.parts, period, lang, false), ...levelCells(view, below, period, lang, true)],
      noun,
      tileNoun: regionsNoun(view.tree, below),
      period: words,
      lang,
      theme,
    });
  }, [view, watch.parts, period, lang, theme, kind, places, layout]);
  // The finding does not wait for the outlines.
  const waitingTitle = levelsTitle(
    levelCells(view, watch.parts, period, lang, false),
    regionsNoun(view.tree, watch.parts),
    lang,
  );
  const registered = useMemo(
    () => (outline.kind === 'ready' ? { name: OUTLINE_NAME, geoJson: outline.outline.geoJson } : undefined),
    [outline],
  );

  return (
    <Figure
      className="map-card"
      title={model?.title ?? waitingTitle}
      subtitle={model?.subtitle ?? ''}
      tools={
        possible && (
          <Choice<MapKind>
            label={t('mapKind')}
            name="map"
            value={kind}
            options={[
              { value: 'boundaries', label: t('boundaries') },
              { value: 'tiles', label: t('tiles') },
            ]}
            onChange={(value) => setPlace({ free: { map: value === 'tiles' ? 'tiles' : null } }, { replace: true })}
          />
        )
      }
      footer={
        wanted === 'boundaries' && outline.kind === 'failed' ? (
          t('mapFailed')
        ) : (
          <span className="on-screen">{t('mapHint')}</span>
        )
      }
    >
      {model ? (
        <ChartView
          // Boundaries and tiles are different drawings: each gets its own instance.
          key={kind}
          model={model}
          draws="levels"
          steady
          source={source}
          height={HEIGHT_PX}
          outline={kind === 'boundaries' ? registered : undefined}
          fileName={`${t('title')}-${model.title}`}
          onSelect={openRegion}
        />
      ) : (
        <Skeleton lines={1} height={HEIGHT_PX} />
      )}
    </Figure>
  );
});
