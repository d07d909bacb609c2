import type { EChartsOption } from 'echarts';
import { echarts } from '../../src/charts/register-figures';

/**
 * Draws an option with the very ECharts parts that the page registers, to SVG text: an option that names a part which
 * is not registered, or that ECharts does not understand, shows here. Always disposed: a live instance holds the process.
 */
export function draw(option: EChartsOption, width = 480, height = 300, theme: 'light' | 'dark' = 'light'): string {
  const chart = echarts.init(null, theme, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(option);
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

/** All words written in a drawing. */
export function wordsIn(svg: string): readonly string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)]
    .map((m) => m[1]!.replaceAll('&lt;', '<').trim())
    .filter(Boolean);
}
