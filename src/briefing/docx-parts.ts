import { dayOf, formatDay } from '../base/period';
import type { Lang } from '../base/text';
import { faceOf } from './layout';

/**
 * Parts of the package that the library writes without what we need: properties with a time that is handed in (its own
 * reads the clock), and a font table that names, for each font, one that may stand in for it (`altName`).
 */
export interface PackagePart {
  readonly path: string;
  readonly data: string;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MS_PER_DAY = 86_400_000;

/**
 * Text without what no XML can hold, not even escaped: control characters (Word's own line break comes along when text
 * is pasted from it) become a blank, halves of a surrogate pair and non-characters the sign for what cannot be told.
 */
export function sayableInXml(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000a-\u001f]/g, ' ').replace(/[\p{Cs}\ufffe\uffff]/gu, '\ufffd');
}

const escapeXml = (text: string): string =>
  sayableInXml(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** `2026-11-26T02:30:00Z`. */
export function utcMoment(ms: number): string {
  const day = Math.floor(ms / MS_PER_DAY);
  const seconds = Math.floor((ms - day * MS_PER_DAY) / 1000);
  const two = (n: number): string => String(Math.floor(n)).padStart(2, '0');
  return `${formatDay(dayOf(1970, 1, 1) + day)}T${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}Z`;
}

export function coreProperties(title: string, subject: string, lang: Lang, madeAtMs: number): PackagePart {
  const at = utcMoment(madeAtMs);
  return {
    path: 'docProps/core.xml',
    data: `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:subject>${escapeXml(subject)}</dc:subject><dc:creator>Fengsui</dc:creator><dc:language>${lang === 'zh' ? 'zh-CN' : 'en-GB'}</dc:language><cp:lastModifiedBy>Fengsui</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`,
  };
}

/** Each font of the paper with its first stand-in; Word and LibreOffice read `altName` where the font is not there. */
export function fontTable(lang: Lang): PackagePart {
  const stacks = new Map<string, { readonly alt: string | undefined; readonly east: boolean }>();
  for (const { east, west } of Object.values(faceOf(lang).type)) {
    stacks.set(east[0]!, { alt: east[1], east: true });
    stacks.set(west[0]!, { alt: west[1], east: false });
  }
  const fonts = Array.from(
    stacks,
    ([name, { alt, east }]) =>
      `<w:font w:name="${escapeXml(name)}">${alt ? `<w:altName w:val="${escapeXml(alt)}"/>` : ''}<w:charset w:val="${east ? '86' : '00'}"/><w:family w:val="${east ? 'auto' : 'roman'}"/></w:font>`,
  );
  return {
    path: 'word/fontTable.xml',
    data: `${HEAD}<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`,
  };
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** 1 January 1980, 00:00: where the count of a ZIP begins. */
const DOS_DAY = 0x21;

/**
 * The same archive with one time for all entries, in place: the same paper gives the same bytes on any day. Fields of
 * APPNOTE.TXT 4.3.7 (local header: time at 10, date at 12) and 4.3.12 (directory: 12 and 14, local header at 42).
 */
export function levelTimes(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let end = zip.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0) throw new Error('docx: the library has written no ZIP directory');
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0 && view.getUint32(at, true) === ENTRY; left -= 1) {
    const local = view.getUint32(at + 42, true);
    for (const field of [at + 12, local + 10]) {
      view.setUint16(field, 0, true);
      view.setUint16(field + 2, DOS_DAY, true);
    }
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return zip;
}
