import { defineText, type Text } from './text';

/** Graded warning, ordered: 0 normal, 1 Ⅳ blue, 2 Ⅲ yellow, 3 Ⅱ orange, 4 Ⅰ red. */
export type Level = 0 | 1 | 2 | 3 | 4;

/** Stored in byte columns beside 0–4. Insufficient data is not a level and is never shown as normal. */
export const INSUFFICIENT = 255;

/** A level, or `INSUFFICIENT`, as byte columns hold it. */
export type LevelByte = Level | typeof INSUFFICIENT;

export const WARNING_LEVELS = [1, 2, 3, 4] as const;
export type WarningLevel = (typeof WARNING_LEVELS)[number];

export const LEVEL_KEYS = ['normal', 'blue', 'yellow', 'orange', 'red'] as const;
export type LevelKey = (typeof LEVEL_KEYS)[number] | 'insufficient';

/** Roman numeral of each level; empty for normal. */
export const LEVEL_NUMERALS = ['', 'Ⅳ', 'Ⅲ', 'Ⅱ', 'Ⅰ'] as const;

const NAMES = defineText({
  normal: { zh: '正常', en: 'Normal' },
  blue: { zh: 'Ⅳ级（蓝色）', en: 'Level Ⅳ (blue)' },
  yellow: { zh: 'Ⅲ级（黄色）', en: 'Level Ⅲ (yellow)' },
  orange: { zh: 'Ⅱ级（橙色）', en: 'Level Ⅱ (orange)' },
  red: { zh: 'Ⅰ级（红色）', en: 'Level Ⅰ (red)' },
  insufficient: { zh: '数据不足', en: 'Insufficient data' },
});

const SHORT = defineText({
  normal: { zh: '正常', en: 'Normal' },
  blue: { zh: 'Ⅳ 蓝', en: 'Ⅳ Blue' },
  yellow: { zh: 'Ⅲ 黄', en: 'Ⅲ Yellow' },
  orange: { zh: 'Ⅱ 橙', en: 'Ⅱ Orange' },
  red: { zh: 'Ⅰ 红', en: 'Ⅰ Red' },
  insufficient: { zh: '数据不足', en: 'No data' },
});

export function levelKey(byte: number): LevelKey {
  return byte === INSUFFICIENT ? 'insufficient' : (LEVEL_KEYS[byte] ?? 'insufficient');
}

/** Full name, numeral and colour word, for sentences and tables. */
export function levelName(byte: number): Text {
  return NAMES[levelKey(byte)];
}

/** Numeral and colour word, for badges. */
export function levelShort(byte: number): Text {
  return SHORT[levelKey(byte)];
}

/** Numeral alone (`Ⅱ`); "?" for insufficient, empty for normal: for cells too small for a word. */
export function levelNumeral(byte: number): string {
  return byte === INSUFFICIENT ? '?' : (LEVEL_NUMERALS[byte] ?? '?');
}

/** For JSON: insufficient becomes null. */
export function levelOrNull(byte: number): Level | null {
  return byte === INSUFFICIENT ? null : (byte as Level);
}

/** For ranking: worse first, insufficient after normal. */
export function levelRank(byte: number): number {
  return byte === INSUFFICIENT ? -1 : byte;
}
