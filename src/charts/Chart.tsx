import type { ECharts, EChartsOption } from 'echarts';
import ReactECharts from 'echarts-for-react/esm/core';
import { useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react';
import { chartImage, type ImageWords } from './chart-image';
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
  /** Outline that the option's map series names; register before the first drawing. */
  readonly outline?: { readonly name: string; readonly geoJson: object };
  readonly onSelect?: (click: ChartClick) => void;
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
export function Chart({ option, theme, description, height, renderer = 'canvas', outline, onSelect, ref }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const [instance, setInstance] = useState<ECharts | null>(null);
  const firstTheme = useRef(theme);
  const onSelectNow = useRef(onSelect);
  useEffect(() => {
    onSelectNow.current = onSelect;
  });
  // Before the first drawing, hence not in an effect; doing it twice does nothing.
  if (outline) registerOutline(outline.name, outline.geoJson);

  const onChartReady = useCallback((chart: ECharts) => setInstance(chart), []);
  const onEvents = useMemo(
    () => ({
      click: (params: MouseParams, chart: ECharts) => onSelectNow.current?.(clickOf(params, chart)),
    }),
    [],
  );
  const opts = useMemo(() => ({ renderer }), [renderer]);

  useEffect(() => {
    if (instance && !instance.isDisposed()) instance.setTheme(theme);
  }, [instance, theme]);

  useEffect(() => {
    const element = box.current;
    if (!instance || !element) return undefined;
    const fit = (): void => {
      if (!instance.isDisposed() && element.clientWidth > 0) instance.resize();
    };
    const observer = new ResizeObserver(() => {
      if (instance.isDisposed()) return;
      if (instance.getWidth() !== element.clientWidth || instance.getHeight() !== element.clientHeight) fit();
    });
    observer.observe(element);
    addEventListener('beforeprint', fit);
    return () => {
      observer.disconnect();
      removeEventListener('beforeprint', fit);
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
        option={option}
        theme={firstTheme.current}
        opts={opts}
        style={{ height: '100%', width: '100%' }}
        notMerge
        autoResize={false}
        onChartReady={onChartReady}
        onEvents={onEvents}
      />
    </div>
  );
}

function clickOf(params: MouseParams, chart: ECharts): ChartClick {
  const { event } = params;
  const at = event ? chart.convertFromPixel('grid', [event.offsetX, event.offsetY]) : null;
  return {
    name: params.name,
    seriesIndex: params.seriesIndex ?? 0,
    dataIndex: params.dataIndex,
    value: params.value,
    at: Array.isArray(at) ? [at[0]!, at[1]!] : null,
  };
}
