import type { Lang } from '../base/text';

/**
 * The page of an official paper (general knowledge of GB/T 9704-2012), for DOCX, preview and print alike. A4 with a text
 * block of 156 × 225 mm, 22 lines of 28 characters of 3号 (16 pt). 28 × 16 pt = 448 pt is more than the 442.2 pt of
 * 156 mm: as in the standard's own grid the pitch of a character is a little less than its size.
 */
export const PAGE = {
  widthMm: 210,
  heightMm: 297,
  topMm: 37,
  bottomMm: 35,
  leftMm: 28,
  rightMm: 26,
  /** 225 mm = 637.8 pt in 22 lines, cut down so that the 22nd never falls to the next page. */
  linePt: 28.95,
  /** From the edge of the paper to the page number, 7 mm below the text block. */
  footerMm: 23,
  headerMm: 18,
} as const;

/** Sizes by their Chinese names, in points. */
const SIZE = { yi: 26, er: 22, san: 16, si: 14, wu: 10.5 } as const;

interface Type {
  /** For Chinese characters; the first name is the one that the standard asks for, the rest stand in for it. */
  readonly east: readonly string[];
  readonly west: readonly string[];
  readonly sizePt: number;
}

export type Role =
  | 'issuer'
  | 'title'
  | 'body'
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'heading4'
  | 'table'
  | 'tableHead'
  | 'caption'
  | 'page'
  | 'mark'
  | 'copies';

const ROMAN = ['Times New Roman', 'Liberation Serif', 'serif'] as const;
const TITLE_SONG = [
  '方正小标宋简体',
  'FZXiaoBiaoSong-B05S',
  '华文中宋',
  'STZhongsong',
  'SimSun',
  'Noto Serif CJK SC',
] as const;
const SONG = ['宋体', 'SimSun', 'Songti SC', 'Noto Serif CJK SC'] as const;
const FANG_SONG = ['仿宋_GB2312', '仿宋', 'FangSong', 'STFangsong', 'Noto Serif CJK SC'] as const;
const KAI = ['楷体_GB2312', '楷体', 'KaiTi', 'STKaiti', 'Noto Serif CJK SC'] as const;
const HEI = ['黑体', 'SimHei', 'Heiti SC', 'Noto Sans CJK SC'] as const;

const type = (east: readonly string[], sizePt: number): Type => ({ east, west: ROMAN, sizePt });

/** Fonts are named, never embedded: a machine without them draws with its own of the same kind. */
const CHINESE: Readonly<Record<Role, Type>> = {
  issuer: type(TITLE_SONG, SIZE.yi),
  title: type(TITLE_SONG, SIZE.er),
  body: type(FANG_SONG, SIZE.san),
  heading1: type(HEI, SIZE.san),
  heading2: type(KAI, SIZE.san),
  heading3: type(FANG_SONG, SIZE.san),
  heading4: type(FANG_SONG, SIZE.san),
  table: type(FANG_SONG, SIZE.wu),
  tableHead: type(HEI, SIZE.wu),
  caption: type(HEI, SIZE.si),
  page: type(SONG, SIZE.si),
  mark: type(SONG, SIZE.wu),
  copies: type(FANG_SONG, SIZE.si),
};

/** English papers: the same page, in one face. */
const ENGLISH: Readonly<Record<Role, Type>> = {
  issuer: type(SONG, 18),
  title: type(SONG, 16),
  body: type(SONG, 12),
  heading1: type(SONG, 13),
  heading2: type(SONG, 12),
  heading3: type(SONG, 12),
  heading4: type(SONG, 12),
  table: type(SONG, 10.5),
  tableHead: type(SONG, 10.5),
  caption: type(SONG, 11),
  page: type(SONG, 11),
  mark: type(SONG, 9),
  copies: type(SONG, 11),
};

export interface Face {
  readonly type: Readonly<Record<Role, Type>>;
  /** Exact in Chinese: the lines of a page can be counted. */
  readonly linePt: number;
  readonly tableLinePt: number;
  /** What is taken from the pitch of each character, so that 28 stand in a line. */
  readonly tightenPt: number;
  /** First line of a paragraph, in characters of the body. */
  readonly indentChars: number;
  /** Headings in bold, where there is one face for all. */
  readonly boldHeadings: boolean;
}

const FACES: Readonly<Record<Lang, Face>> = {
  zh: { type: CHINESE, linePt: PAGE.linePt, tableLinePt: 16, tightenPt: 0.25, indentChars: 2, boldHeadings: false },
  en: { type: ENGLISH, linePt: 19, tableLinePt: 14, tightenPt: 0, indentChars: 0, boldHeadings: true },
};

export function faceOf(lang: Lang): Face {
  return FACES[lang];
}
