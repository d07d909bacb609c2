import { defineText } from '../../base/text';

/** What is said of a file as a whole: what it is, and what to do. */
export const FORM_DETAIL = defineText({
  encrypted: {
    zh: '工作簿设有打开密码。请在表格软件中取消密码后另存，再导入',
    en: 'The workbook is protected by a password. Remove it in the spreadsheet program, save, and import again',
  },
  tooLarge: {
    zh: '工作簿解压后约 {size}，超过 {limit} 的上限，未打开。请另存为 CSV 再导入',
    en: 'Unpacked, the workbook would take about {size}, more than {limit}: not opened. Save it as CSV and import that',
  },
  tooManyCells: {
    zh: '工作表“{sheet}”过大，未打开。请删去空白的行列，或另存为 CSV',
    en: 'The worksheet "{sheet}" is too large and was not opened. Delete empty rows and columns, or save it as CSV',
  },
  damaged: {
    zh: '工作簿已损坏或没有传完，无法打开。请在表格软件中重新另存',
    en: 'The workbook is damaged or cut off and cannot be opened. Save it anew in the spreadsheet program',
  },
  oldXls: {
    zh: '这是 Excel 95 或更早的工作簿，无法打开。请另存为 .xlsx',
    en: 'This is a workbook of Excel 95 or older and cannot be opened. Save it as .xlsx',
  },
  binaryWorkbook: {
    zh: '这是二进制工作簿（.xlsb），百分比格式无法可靠读出，未打开。请另存为 .xlsx',
    en: 'This is a binary workbook (.xlsb) whose percent formats cannot be read with certainty. Save it as .xlsx',
  },
  otherOle: {
    zh: '这是旧式 Office 文件，但不是工作簿。请把表格复制到工作簿中',
    en: 'This is an old Office file, but not a workbook. Copy the table into a workbook',
  },
  word: {
    zh: '这是 Word 文档，不是表格文件。请把表格复制后粘贴到本页，或存为工作簿',
    en: 'This is a Word document, not a table. Copy the table and paste it here, or save it as a workbook',
  },
  slides: { zh: '这是演示文稿，不是表格文件', en: 'This is a slide show, not a table' },
  archive: {
    zh: '这是压缩包。请解压后导入其中的表格',
    en: 'This is an archive. Unpack it and import the tables in it',
  },
  pdf: {
    zh: '这是 PDF 文件，无法可靠地读出表格。请向来源索取工作簿或 CSV',
    en: 'This is a PDF: tables cannot be read from it with certainty. Ask its source for a workbook or a CSV',
  },
  image: { zh: '这是图片，不是表格文件', en: 'This is a picture, not a table' },
  xmlWorkbook: {
    zh: '这是 XML 格式的工作簿（Excel 2003 XML），请另存为 .xlsx',
    en: 'This is a workbook in XML (Excel 2003 XML). Save it as .xlsx',
  },
  cutOffPage: {
    zh: '网页中的表格没有结束，文件可能没有传完。请重新索取',
    en: 'The table in this web page has no end: the file may be cut off. Ask for it anew',
  },
  noTable: { zh: '网页中没有表格', en: 'There is no table in this web page' },
  notJson: {
    zh: 'JSON 有语法错误，或没有传完。请向来源重新索取',
    en: 'The JSON is broken or cut off. Ask its source for it anew',
  },
  otherJson: {
    zh: '看不出这份 JSON 的结构。可读的有：数据接口的形式、由对象组成的数组、JSON-stat 2.0',
    en: 'The structure of this JSON is not known. Read are: the form of the feed, an array of objects, JSON-stat 2.0',
  },
  textTooLarge: {
    zh: '文件有 {size}，这种格式最多读 {limit}。请另存为 CSV',
    en: 'The file has {size}; of this form {limit} can be read. Save it as CSV',
  },
  emptyWorkbook: { zh: '工作簿里没有内容', en: 'The workbook has no content' },
  noCached: {
    zh: '工作表“{sheet}”有 {count} 个公式没有保存结果，按缺失处理。请在表格软件中打开并保存一次',
    en: 'The worksheet "{sheet}" has {count} formulas without a saved result: taken as missing. Open and save it once',
  },
  bom: { zh: '首个表头前有 UTF-8 标记（BOM），已略去', en: 'UTF-8 BOM before the first header: left out' },
});

export const FORM_EXPECTED = defineText({
  table: {
    zh: 'CSV、TSV、XLSX、XLS、ODS 或 JSON 的表格',
    en: 'a table as CSV, TSV, XLSX, XLS, ODS or JSON',
  },
});
