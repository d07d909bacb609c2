import type { ECharts, EChartsOption } from 'echarts';
import ReactECharts from 'echarts-for-react/esm/core';
import { useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react';
import { chartImage, type ImageWords } from './chart-image';
import { drawingPlace } from './draw-queue';
import { echarts, registerOutline } from './register';
import { CHART_THEMES, type ThemeName } from './theme';

/** A click on something drawn: its name and data, and the grid position for charts with axes. */
export interface ChartClick {
  readonly name: string;
  readonly seriesIndex: number;
  readonly dataIndex: number;
  readonly value: unknown;
  readonly at: readonly [x: number, y: number] | null;
}

export interface ChartHandle {
  /** The chart with its words as a PNG on the ground of the theme, twice the size of the screen. */
  image(words: ImageWords): Promise<Blob>;
}

export interface ChartProps {
  /** Memoise it: a new object is compared deeply and drawn. */
  readonly option: EChartsOption;
  readonly theme: ThemeName;
  /** What the chart shows, in words. */
  readonly description: string;
  readonly height: number;
  /** `svg` for few shapes and for print, `canvas` for many. Must not change during the life of the chart. */
  readonly renderer?: 'canvas' | 'svg';
  /**
   * The option always has the same components, its series have ids: then a new one is merged into what stands, which is
   * several times faster. Otherwise the chart is made anew from each option, and nothing of the one before can remain.
   */
  readonly steady?: boolean;
  /** Outline that the option's map series names; register before the first drawing. */
  readonly outline?: { readonly name: string; readonly geoJson: object };
  readonly onSelect?: (click: ChartClick) => void;
  /** The chart stands: from now on there is an image of it. */
  readonly onReady?: () => void;
  readonly ref?: Ref<ChartHandle>;
}

interface MouseParams {
  readonly name: string;
  readonly seriesIndex?: number;
  readonly dataIndex: number;
  readonly value: unknown;
  readonly event?: { readonly offsetX: number; readonly offsetY: number };
}

/**
 * The one place that runs ECharts. The instance lives as long as the component: the theme is set on it instead of
 * making it anew, its size follows the box by an observer of our own (echarts-for-react's loses early changes).
 */
export function Chart(props: ChartProps) {
  const {
    option,
    theme,
    description,
    height,
    renderer = 'canvas',
    steady = false,
    outline,
    onSelect,
    onReady,
    ref,
  } = props;
  const box = useRef<HTMLDivElement>(null);
  const [instance, setInstance] = useState<ECharts | null>(null);
  const [drawn, setDrawn] = useState(option);
  const [firstTheme] = useState(theme);
  const setThemeTo = useRef(theme);
  const now = useRef({ option, onSelect, onReady });
  useEffect(() => {
    now.current = { option, onSelect, onReady };
  });

  const [place] = useState(drawingPlace);
  const onPaper = useRef(false);
  useEffect(() => {
    const paper = matchMedia('print').matches;
    // Before a print nothing waits for its turn; after it what is on the screen is not what was drawn last there.
    if (instance && (paper || onPaper.current)) {
      instance.setOption(option, { notMerge: true });
      instance.getZr().flush();
    }
    onPaper.current = paper;
    place.draw(() => setDrawn(option));
  }, [place, option, instance]);
  useEffect(() => () => place.leave(), [place]);

  // Before the first drawing, hence not in an effect; doing it twice does nothing.
  if (outline) registerOutline(outline.name, outline.geoJson);

  const onChartReady = useCallback((chart: ECharts) => {
    setInstance(chart);
    now.current.onReady?.();
  }, []);
  const onEvents = useMemo(
    () => ({
      click: (params: MouseParams, chart: ECharts) => {
        const hasGrid = now.current.option.grid !== undefined;
        now.current.onSelect?.(clickOf(params, chart, hasGrid));
      },
    }),
    [],
  );
  const opts = useMemo(() => ({ renderer }), [renderer]);

  useEffect(() => {
    if (!instance || instance.isDisposed() || setThemeTo.current === theme) return;
    setThemeTo.current = theme;
    instance.setTheme(theme);
    // Drawn at once: before a print there is no next frame.
    instance.getZr().flush();
  }, [instance, theme]);

  useEffect(() => {
    const element = box.current;
    if (!instance || !element) return undefined;
    const fit = (): void => {
      // echarts-for-react gives its instance a fixed size: only 'auto' lets it follow the box again.
      if (!instance.isDisposed() && element.clientWidth > 0) instance.resize({ width: 'auto', height: 'auto' });
    };
    const observer = new ResizeObserver(() => {
      if (instance.isDisposed()) return;
      if (instance.getWidth() !== element.clientWidth || instance.getHeight() !== element.clientHeight) fit();
    });
    observer.observe(element);
    // On paper the page has its width at once (app/print.css), and no next frame to draw in.
    const paper = matchMedia('print');
    const toPaper = (): void => {
      fit();
      if (!instance.isDisposed()) instance.getZr().flush();
    };
    paper.addEventListener('change', toPaper);
    return () => {
      observer.disconnect();
      paper.removeEventListener('change', toPaper);
    };
  }, [instance]);

  useImperativeHandle(
    ref,
    () => ({
      image: (words) => {
        if (!instance) return Promise.reject(new Error('the chart is not drawn yet'));
        return chartImage(instance, CHART_THEMES[theme], words);
      },
    }),
    [instance, theme],
  );

  return (
    <div ref={box} className="chart" role="img" aria-label={description} style={{ height }}>
      <ReactECharts
        echarts={echarts}
        option={drawn}
        theme={firstTheme}
        opts={opts}
        style={{ height: '100%', width: '100%' }}
        notMerge={!steady}
        replaceMerge={steady ? REPLACED : undefined}
        autoResize={false}
        onChartReady={onChartReady}
        onEvents={onEvents}
      />
    </div>
  );
}

/** Series by id: those that are gone from the option go from the chart too. */
const REPLACED = ['series'];

function clickOf(params: MouseParams, chart: ECharts, hasGrid: boolean): ChartClick {
  const { event } = params;
  const at = event && hasGrid ? chart.convertFromPixel('grid', [event.offsetX, event.offsetY]) : null;
  return {
    name: params.name,
    seriesIndex: params.seriesIndex ?? 0,
    dataIndex: params.dataIndex,
    value: params.value,
    at: Array.isArray(at) ? [at[0]!, at[1]!] : null,
  };
}
