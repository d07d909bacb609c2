import type { ExhibitKind } from '../../../briefing/exhibits/exhibit';
import { defineText, type Text } from '../../../base/text';

export const GALLERY_TEXT = defineText({
  title: { zh: '图表样张', en: 'Chart gallery' },
  intro: {
    zh: '简报所用的各类图表，及其在各种数据情形下的样子。全部数字均为虚构，不反映任何地方的实际情况。',
    en: 'Every chart that briefings use, in every state that data can bring about. All figures are invented and say nothing about any place.',
  },
  mark: { zh: '演示数据（虚构）', en: 'Demonstration data (invented)' },
  kinds: { zh: '图表类型', en: 'Kinds of charts' },
  all: { zh: '全部', en: 'All' },
});

export const KIND_NAMES: Readonly<Record<ExhibitKind, Text>> = {
  'level-map': { zh: '等级地图', en: 'Level map' },
  'tile-map': { zh: '方格图', en: 'Tile map' },
  'level-tape': { zh: '等级带', en: 'Level tape' },
  'ranked-bars': { zh: '排序条形图', en: 'Ranked bars' },
  'small-multiples': { zh: '小型组图', en: 'Small multiples' },
  'forecast-fan': { zh: '预测扇形图', en: 'Forecast fan' },
  'supply-demand': { zh: '供求散点图', en: 'Supply and demand' },
  slope: { zh: '斜率图', en: 'Slopes' },
  'driver-heatmap': { zh: '驱动因素矩阵', en: 'Drivers' },
  'diffusion-curve': { zh: '扩散曲线', en: 'Diffusion' },
  'target-bullets': { zh: '目标进度', en: 'Targets' },
  'revision-lines': { zh: '修订对照', en: 'Revisions' },
  'index-waterfall': { zh: '指数分解', en: 'Index, step by step' },
};

export const STATE_NAMES: Readonly<Record<string, Text>> = {
  ordinary: { zh: '一般', en: 'Ordinary' },
  quiet: { zh: '平稳无预警', en: 'Quiet' },
  gaps: { zh: '有缺数', en: 'With gaps' },
  one: { zh: '仅一个', en: 'One only' },
  many: { zh: '数量很多', en: 'Many' },
  'long-names': { zh: '名称很长', en: 'Long names' },
  insufficient: { zh: '数据不足', en: 'Insufficient data' },
  extremes: { zh: '极端值', en: 'Extremes' },
  ties: { zh: '并列相等', en: 'Ties' },
};
