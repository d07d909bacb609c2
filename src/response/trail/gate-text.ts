import { defineText } from '../../base/text';

export const GATE_WORDS = defineText({
  fault: { zh: '{path} 应为{expected}', en: '{path} should be {expected}' },
  more: { zh: '另有{n}处', en: '{n} more' },
  json: { zh: 'JSON 能表示的值', en: 'a value that JSON can hold' },
  tooDeep: { zh: '不超过 {n} 层', en: 'at most {n} levels deep' },
  tooMuch: { zh: '内容过多', en: 'fewer values' },
  long: { zh: '不超过 {n} 个字符', en: 'at most {n} characters' },
});
