import { CHART_FONT, type ChartTheme } from './theme';

/**
 * Defaults of every chart, registered as `light` and `dark`. ECharts 6 has changed several of its own (title in the
 * middle, labels kept inside, palette), so what matters is pinned here.
 */
export function echartsTheme(theme: ChartTheme): object {
  const axis = {
    axisLine: { show: true, lineStyle: { color: theme.lineStrong } },
    axisTick: { show: true, lineStyle: { color: theme.lineStrong } },
    axisLabel: { color: theme.ink2, fontSize: 11, hideOverlap: true },
    splitLine: { show: false, lineStyle: { color: theme.line } },
    splitArea: { show: false },
    nameTextStyle: { color: theme.ink2, fontSize: 11 },
  };
  const valueAxis = {
    ...axis,
    // An option that shows them again gets our colour, not that of ECharts.
    axisLine: { ...axis.axisLine, show: false },
    axisTick: { ...axis.axisTick, show: false },
    splitLine: { show: true, lineStyle: { color: theme.line } },
  };
  return {
    color: [...theme.series],
    // Nothing moves on its own: figures are read, not watched, and a period slider redraws at once.
    animation: false,
    backgroundColor: 'transparent',
    textStyle: { fontFamily: CHART_FONT, color: theme.ink, fontSize: 12 },
    title: { left: 'left', textStyle: { color: theme.ink, fontSize: 13 }, subtextStyle: { color: theme.ink2 } },
    legend: { top: 0, left: 0, textStyle: { color: theme.ink2 }, itemWidth: 14, itemHeight: 8 },
    tooltip: {
      confine: true,
      backgroundColor: theme.card,
      borderColor: theme.lineStrong,
      borderWidth: 1,
      padding: [6, 10],
      textStyle: { color: theme.ink, fontSize: 12, fontFamily: CHART_FONT },
      extraCssText: 'box-shadow:none;border-radius:4px',
      axisPointer: { lineStyle: { color: theme.lineStrong }, crossStyle: { color: theme.lineStrong } },
    },
    categoryAxis: axis,
    valueAxis,
    timeAxis: axis,
    logAxis: valueAxis,
    line: { symbol: 'none', lineStyle: { width: 1.6 }, connectNulls: false },
    bar: { itemStyle: { borderRadius: 0 } },
    visualMap: { textStyle: { color: theme.ink2 } },
    dataZoom: {
      borderColor: theme.line,
      textStyle: { color: theme.ink2 },
      handleStyle: { color: theme.card, borderColor: theme.accent },
      fillerColor: `${theme.accent}22`,
      dataBackground: { lineStyle: { color: theme.lineStrong }, areaStyle: { color: theme.line } },
    },
  };
}

/** Hatching of "insufficient data", as ECharts' decal. */
export function hatch(theme: ChartTheme): Record<string, unknown> {
  return {
    symbol: 'rect',
    color: theme.hatch,
    dashArrayX: [1, 0],
    dashArrayY: [2, 4],
    rotation: -Math.PI / 4,
    symbolSize: 1,
  };
}
