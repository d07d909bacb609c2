import { useMemo } from 'react';
import type { Lang } from '../../base/text';
import type { Exhibit } from '../../briefing/exhibits/exhibit';
import { exhibitHeight, exhibitModel } from '../../charts/exhibits/exhibit-model';
import { CHART_THEMES } from '../../charts/theme';
import { useLang, useTheme } from '../../store/place';
import { Button } from './Button';
import { ChartView } from './ChartView';
import { downloadExhibit, type ImageFormat } from './exhibit-image';
import { Figure } from './Figure';
import { Skeleton } from './states';
import { PARTS_TEXT } from './text';
import { useOutline } from './use-outline';
import { useT } from './use-text';
import './exhibit-view.css';

interface ExhibitViewProps {
  readonly exhibit: Exhibit;
  /** Of the exhibit, where it is not that of the screen. */
  readonly lang?: Lang;
  /** In pixels, where it is not to be as high as it needs. */
  readonly height?: number;
}

const OUTLINE_NAME = 'exhibit-outline';

/** An exhibit as a newspaper prints it: finding, measure, drawing, source; its table and its images on demand. */
export function ExhibitView({ exhibit, lang: given, height: wanted }: ExhibitViewProps) {
  const t = useT(PARTS_TEXT);
  const screenLang = useLang();
  const themeName = useTheme();
  const isMap = exhibit.kind === 'level-map';
  const state = useOutline(isMap);
  const outline = isMap && state.kind === 'ready' ? state.outline : null;
  const lang = given ?? screenLang;

  const known = useMemo(() => (outline ? { name: OUTLINE_NAME, places: outline.places } : null), [outline]);
  const registered = useMemo(() => (outline ? { name: OUTLINE_NAME, geoJson: outline.geoJson } : undefined), [outline]);
  const height = wanted ?? exhibitHeight(exhibit, known);
  const model = useMemo(
    () => exhibitModel(exhibit, CHART_THEMES[themeName], lang, { outline: known, height }),
    [exhibit, themeName, lang, known, height],
  );
  const save = (format: ImageFormat): void => {
    void downloadExhibit(exhibit, { format, lang, theme: themeName, outline });
  };
  return (
    <Figure
      className="exhibit"
      level={3}
      title={exhibit.title}
      subtitle={exhibit.subtitle}
      tools={
        <>
          <Button look="plain" onClick={() => save('png')}>
            {t('downloadPrint')}
          </Button>
          <Button look="plain" onClick={() => save('svg')}>
            {t('downloadSvg')}
          </Button>
        </>
      }
      footer={exhibit.source}
    >
      {isMap && state.kind === 'loading' ? (
        <Skeleton lines={1} height={height} />
      ) : (
        <ChartView key={exhibit.kind} model={model} height={height} renderer="svg" outline={registered} />
      )}
    </Figure>
  );
}
