import { defineText } from '../../../../base/text';

export const OUT_TEXT = defineText({
  export: { zh: '导出', en: 'Export' },
  print: { zh: '打印或存为PDF', en: 'Print or save as PDF' },
  copy: { zh: '复制文字', en: 'Copy the text' },
  copied: { zh: '文字已复制。', en: 'The text was copied.' },
  copyFailed: {
    zh: '浏览器不允许复制；请用Markdown导出。',
    en: 'The browser does not allow copying; export as Markdown.',
  },
  making: { zh: '正在生成{format}……', en: 'Making {format} …' },
  done: { zh: '已生成{file}', en: '{file} was made' },
  stop: { zh: '停止', en: 'Stop' },
  stopped: { zh: '已停止，没有生成文件', en: 'Stopped; no file was made' },
  failed: { zh: '{format}未能生成：{why}', en: '{format} could not be made: {why}' },
  printing: { zh: '正在排版……', en: 'Laying it out …' },
  printFailed: { zh: '未能排版：{why}', en: 'It could not be laid out: {why}' },
  mustFirst: { zh: '送出前还有{n}项须处理', en: 'To be dealt with before it is sent: {n}' },
});
