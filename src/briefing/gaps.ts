import { defineText, type Lang, say } from '../base/text';
import type { BriefingDocument } from './document';

/**
 * A fact that a paper needs and nobody has given yet stands in the text as 【尚未填写：会商日期】 · [not filled in:
 * date of the meeting]: seen by whoever reads it, found by the program, closed by whoever writes something else there.
 */
const T = defineText({
  missing: { zh: '【尚未填写：{what}】', en: '[not filled in: {what}]' },
});
const MARKS: Readonly<Record<Lang, RegExp>> = {
  zh: /【尚未填写：([^】]+)】/g,
  en: /\[not filled in: ([^\]]+)\]/g,
};

/** The words of a missing fact. */
export function missing(what: string, lang: Lang): string {
  return say(T.missing, lang, { what });
}

export interface Gap {
  /** Block that it stands in; null = in the head or the signature. */
  readonly block: string | null;
  readonly what: string;
}

/** What is still missing in a paper, in its order; one that stands in a block twice is told once. */
export function gapsOf(model: BriefingDocument): Gap[] {
  const head = [model.issuer, model.number, model.title, model.to, ...model.attachments];
  const foot = [model.signature.office, model.signature.date, model.copies];
  return [
    ...gapsIn(head, null, model.lang),
    ...model.blocks.flatMap((block) =>
      gapsIn(block.kind === 'table' ? [block.caption, ...block.rows.flat()] : [block.text], block.id, model.lang),
    ),
    ...gapsIn(foot, null, model.lang),
  ];
}

function gapsIn(texts: readonly string[], block: string | null, lang: Lang): Gap[] {
  const whats = texts.flatMap((text) => Array.from(text.matchAll(MARKS[lang]), (match) => match[1]!));
  return [...new Set(whats)].map((what) => ({ block, what }));
}
