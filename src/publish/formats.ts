import type { Text } from '../base/text';

export type PublishFormat = 'pptx' | 'docx' | 'xlsx' | 'html' | 'markdown' | 'png' | 'svg';

interface FormatEntry {
  readonly name: Text;
  /** Extension of the file, with what stands before it where it holds a part of the briefing. */
  readonly ending: Text;
  readonly mime: string;
}

const same = (ending: string): Text => ({ zh: ending, en: ending });
const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** Files that a briefing can become, in the order of the menu. */
export const PUBLISH_FORMATS: Readonly<Record<PublishFormat, FormatEntry>> = {
  pptx: {
    name: { zh: '演示文稿（PPTX，图表可编辑）', en: 'Slides (PPTX, charts can be edited)' },
    ending: same('.pptx'),
    mime: `${OFFICE}.presentationml.presentation`,
  },
  docx: {
    name: { zh: '公文（DOCX，图表可编辑）', en: 'Paper (DOCX, charts can be edited)' },
    ending: same('.docx'),
    mime: `${OFFICE}.wordprocessingml.document`,
  },
  xlsx: {
    name: { zh: '数据表（XLSX）', en: 'Figures (XLSX)' },
    ending: same('.xlsx'),
    mime: `${OFFICE}.spreadsheetml.sheet`,
  },
  html: { name: { zh: '单个网页（HTML）', en: 'One web page (HTML)' }, ending: same('.html'), mime: 'text/html' },
  markdown: {
    name: { zh: '纯文本（Markdown）', en: 'Plain text (Markdown)' },
    ending: same('.md'),
    mime: 'text/markdown',
  },
  png: {
    name: { zh: '全部图表（PNG，印刷精度）', en: 'All charts (PNG, for print)' },
    ending: { zh: '_图表_PNG.zip', en: '_charts_PNG.zip' },
    mime: 'application/zip',
  },
  svg: {
    name: { zh: '全部图表（SVG）', en: 'All charts (SVG)' },
    ending: { zh: '_图表_SVG.zip', en: '_charts_SVG.zip' },
    mime: 'application/zip',
  },
};
