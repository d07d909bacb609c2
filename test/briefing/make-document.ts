import type { BriefingDocument } from '../../src/briefing/document';

/** A paper with every kind of part. */
export const SAMPLE: BriefingDocument = {
  form: 1,
  kind: 'notice',
  lang: 'zh',
  issuer: '乌海市人力资源和社会保障局',
  number: '乌人社发〔2026〕8号',
  title: '关于乌海市失业风险Ⅱ级（橙色）预警的通知',
  to: '海勃湾区人民政府、海南区人民政府',
  blocks: [
    { id: 'basis', kind: 'paragraph', text: '现将“有关情况”通知如下 <&>。' },
    { id: 'h.warning', kind: 'heading', level: 1, text: '预警情况' },
    { id: 'h.level', kind: 'heading', level: 2, text: '预警等级' },
    { id: 'h.three', kind: 'heading', level: 3, text: '措施' },
    { id: 'h.four', kind: 'heading', level: 4, text: '要点' },
    {
      id: 'figures',
      kind: 'table',
      caption: '主要指标',
      columns: [
        { name: '指标', share: 40, align: 'start' },
        { name: '数值', share: 20, align: 'end' },
      ],
      rows: [
        ['领取失业保险金人数', '2,118人'],
        ['求人倍率', '0.76\n存疑'],
      ],
    },
    { id: 'after', kind: 'paragraph', text: '第一行。\n第二行。' },
    { id: 'h.again', kind: 'heading', level: 1, text: '响应要求' },
    { id: 'h.again2', kind: 'heading', level: 2, text: '时限' },
  ],
  attachments: ['预警信号表', '措施任务分解表'],
  signature: { office: '乌海市人力资源和社会保障局', date: '2026年10月21日' },
  copies: '自治区人力资源和社会保障厅',
  demonstration: '演示数据',
  byHand: { fields: [], removed: [] },
};
