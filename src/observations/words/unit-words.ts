import { unitFromWord } from '../../base/units';

export interface UnitInText {
  readonly unit: string;
  /** The unit as it stands. */
  readonly text: string;
  /** The text without it. */
  readonly rest: string;
}

const LABEL = /(?<=^|[\s(（[【〔,，;；])(?:(?:计量)?单位\s*[:：为]?|units?\s*[:：])\s*/i;
/** Where a header keeps its unit, from the surest place on: brackets, behind a mark, a bare sign at the end. */
const PLACES: readonly RegExp[] = [
  /[(（[【〔]([^()（）[\]【】〔〕]{1,40})[)）\]】〕]/g,
  /[,，:：/_、\s]\s*([^,，:：/_、\s()（）]{1,20})$/g,
  /([%％‰])$/g,
  /\b(in [a-z ]{3,40})$/gi,
];

/** The unit that a header or note names (`失业人数(万人)`, `单位：%`, `in thousands`); null when it has none or several. */
export function unitInText(text: string, wanted?: string): UnitInText | null {
  const label = LABEL.exec(text);
  if (label) {
    const units = unitsInText(text, wanted);
    if (units.length !== 1) return null;
    const word = text
      .slice(label.index + label[0].length)
      .replace(/[)）\]】〕。；;]\s*$/, '')
      .trim();
    return { unit: units[0]!, text: word, rest: text.slice(0, label.index).replace(/[(（[【〔，,\s]+$/, '') };
  }
  for (const place of PLACES) {
    for (const m of [...text.matchAll(place)].toReversed()) {
      const word = m[1]!.trim();
      const unit = unitOfWord(word, wanted);
      if (unit) return { unit, text: word, rest: (text.slice(0, m.index) + text.slice(m.index + m[0].length)).trim() };
    }
  }
  const whole = unitOfWord(text.trim(), wanted);
  return whole ? { unit: whole, text: text.trim(), rest: '' } : null;
}

/** Every unit that a unit row names, in its order: `单位：人、%`. */
export function unitsInText(text: string, wanted?: string): readonly string[] {
  const label = LABEL.exec(text);
  const list = label ? text.slice(label.index + label[0].length) : text;
  const words = list
    .replace(/[()（）[\]【】〔〕。]/g, ' ')
    .split(/[、,，;；/\s]+/)
    .filter((w) => w !== '');
  return words.flatMap((w) => unitOfWord(w, wanted) ?? []);
}

const unitOfWord = (word: string, wanted?: string): string | null =>
  unitFromWord(word.replace(/^(?:in|of|as)\s+/i, ''), wanted);
