import { defineText, type Text } from '../../base/text';

/** Forms of files by the reader's name for them. */
export const FORM_NAMES: Readonly<Record<string, Text>> = defineText({
  csv: { zh: 'CSV', en: 'CSV' },
  tsv: { zh: '制表符分隔文本', en: 'tab-separated text' },
  xlsx: { zh: 'Excel 工作簿（xlsx）', en: 'Excel workbook (xlsx)' },
  xls: { zh: 'Excel 97—2003 工作簿（xls）', en: 'Excel 97–2003 workbook (xls)' },
  ods: { zh: 'OpenDocument 表格', en: 'OpenDocument spreadsheet' },
  html: { zh: '网页表格', en: 'HTML table' },
  'json-feed': { zh: '数据接口 JSON', en: 'feed JSON' },
  'json-rows': { zh: 'JSON 记录', en: 'JSON records' },
  'json-stat': { zh: 'JSON-stat', en: 'JSON-stat' },
  'sdmx-csv': { zh: 'SDMX-CSV', en: 'SDMX-CSV' },
  unknown: { zh: '', en: '' },
});

export const READING_TEXT = defineText({
  paste: { zh: '从表格粘贴', en: 'Paste from a spreadsheet' },
  pasteHelp: {
    zh: '在 Excel 或 WPS 中复制，再在本页按 Ctrl+V；或粘贴到框中。',
    en: 'Copy in Excel or WPS, then press Ctrl+V on this page, or paste into the box.',
  },
  pasteBox: { zh: '粘贴框', en: 'Paste here' },
  readTyped: { zh: '读取框中内容', en: 'Read what is in the box' },
  pasted: { zh: '粘贴的表格 {n}', en: 'pasted table {n}' },
});
