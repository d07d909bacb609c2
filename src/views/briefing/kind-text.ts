import { defineText, type Text } from '../../base/text';
import type { BriefingKind } from '../../briefing/briefing';
import type { ExhibitKind } from '../../briefing/exhibits/exhibit';

/** What the kinds of briefings are called. */
export const KIND_NAMES: Readonly<Record<BriefingKind, Text>> = defineText({
  monthly: { zh: '月报', en: 'Monthly' },
  quarterly: { zh: '季报', en: 'Quarterly' },
  special: { zh: '专报', en: 'Special report' },
  flash: { zh: '一页快报', en: 'One-page flash' },
});

/** What the kinds of charts are called where one is chosen. */
export const CHART_NAMES: Readonly<Record<ExhibitKind, Text>> = defineText({
  'level-map': { zh: '等级地图（有边界）', en: 'Level map with boundaries' },
  'tile-map': { zh: '等级方格图（无边界）', en: 'Level map in tiles' },
  'level-tape': { zh: '等级历程带', en: 'Level tape' },
  'ranked-bars': { zh: '排序条形图', en: 'Ranked bars with change' },
  'small-multiples': { zh: '指标小图组（含阈值）', en: 'Small multiples with thresholds' },
  'forecast-fan': { zh: '预测扇形图', en: 'Forecast fan' },
  'supply-demand': { zh: '供求散点图', en: 'Supply and demand' },
  slope: { zh: '两期坡度图', en: 'Slope of two periods' },
  'driver-heatmap': { zh: '驱动信号热图', en: 'Heatmap of drivers' },
  'diffusion-curve': { zh: '扩散曲线', en: 'Diffusion curve' },
  'target-bullets': { zh: '目标进度图', en: 'Progress on targets' },
  'revision-lines': { zh: '修订前后对照', en: 'Before and after revision' },
  'index-waterfall': { zh: '综合指数变动瀑布图', en: 'Waterfall of the index' },
});
