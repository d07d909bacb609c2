import { CustomChart, MapChart } from 'echarts/charts';
import { GeoComponent, GridComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { echartsTheme } from './echarts-theme';
import { CHART_THEMES } from './theme';

// What the overview draws and no more: the rest of ECharts is 70 kB gzip and comes with register-figures.ts.
echarts.use([CustomChart, MapChart, GeoComponent, GridComponent, TooltipComponent, CanvasRenderer]);
echarts.registerTheme('light', echartsTheme(CHART_THEMES.light));
echarts.registerTheme('dark', echartsTheme(CHART_THEMES.dark));

/** Makes an outline known under a name; nothing is done when it is known already. */
export function registerOutline(name: string, geoJson: object): void {
  if (!echarts.getMap(name)) echarts.registerMap(name, geoJson as Parameters<typeof echarts.registerMap>[1]);
}

export { echarts };
