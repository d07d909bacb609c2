import { defineText } from '../../base/text';

export const PARTS_TEXT = defineText({
  loading: { zh: '正在加载……', en: 'Loading …' },
  retry: { zh: '重试', en: 'Try again' },
  sortAscending: { zh: '升序', en: 'ascending' },
  sortDescending: { zh: '降序', en: 'descending' },
  showAll: { zh: '显示全部 {count} 行', en: 'Show all {count} rows' },
  tableOfChart: { zh: '数据表', en: 'Data table' },
  downloadPng: { zh: '下载图片', en: 'Download PNG' },
  dataTableRegion: { zh: '{caption}，可横向或纵向滚动', en: '{caption}, scrollable' },
  sparkline: { zh: '近{count}期走势，由{from}到{to}', en: 'Course over {count} periods, from {from} to {to}' },
  sparklineEmpty: { zh: '无走势数据', en: 'No figures to draw' },
  thresholdsOurs: {
    zh: '预警阈值为本产品默认值，非文件规定',
    en: 'Warning thresholds are defaults of this product, not set by the document',
  },
});
