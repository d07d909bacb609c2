import type { Lang, Text } from '../../base/text';
import type { BoundFigure, Sentence } from '../briefing';

/** Words with the figures that stand in them, in the order in which they stand. */
export interface Said {
  readonly text: string;
  readonly figures: readonly BoundFigure[];
}

export type Part = string | Said;

const textOf = (part: Part): string => (typeof part === 'string' ? part : part.text);
const figuresOf = (part: Part): readonly BoundFigure[] => (typeof part === 'string' ? [] : part.figures);

/** The template in one language with its places filled; every figure of the parts that were used goes along. */
export function fill(template: Text, lang: Lang, parts: Readonly<Record<string, Part>> = {}): Said {
  const figures: BoundFigure[] = [];
  const text = template[lang].replace(/\{(\w+)\}/g, (place, name: string) => {
    if (!Object.hasOwn(parts, name)) return place;
    figures.push(...figuresOf(parts[name]!));
    return textOf(parts[name]!);
  });
  return { text, figures };
}

/** Parts one after the other with a separator between. */
export function joined(parts: readonly Part[], separator: string): Said {
  return { text: parts.map(textOf).join(separator), figures: parts.flatMap(figuresOf) };
}

/** Parts in a row: 甲、乙、丙 · A, B and C. Names of places hold 和 themselves (呼和浩特). */
export function inRow(parts: readonly Part[], lang: Lang): Said {
  if (lang === 'zh' || parts.length < 2) return joined(parts, '、');
  return joined([joined(parts.slice(0, -1), ', '), parts[parts.length - 1]!], ' and ');
}

/** Regions that a sentence names one by one; a default of ours. */
const NAMED = 14;
const MORE: Text = { zh: '{names}等', en: '{names} and others' };

/** Names in a row, no more than can be read: 甲、乙等 · A, B and others. The number of all stands beside it. */
export function namesInRow(parts: readonly Part[], lang: Lang): Said {
  if (parts.length <= NAMED) return inRow(parts, lang);
  return fill(MORE, lang, { names: joined(parts.slice(0, NAMED), lang === 'zh' ? '、' : ', ') });
}

/** Statements in a row: 甲；乙 · A; B. */
export function inSeries(parts: readonly Part[], lang: Lang): Said {
  return joined(parts, lang === 'zh' ? '；' : '; ');
}

/** A generated sentence; its first letter is a capital one, also where a figure stands there. */
export function sentence(id: string, { text, figures }: Said): Sentence {
  const said = /^[a-z]/.test(text) ? text[0]!.toUpperCase() + text.slice(1) : text;
  const first = figures.findIndex((figure) => text.startsWith(figure.said));
  return {
    id,
    text: said,
    figures: figures.map((figure, i) =>
      i === first && said !== text ? { ...figure, said: said.slice(0, figure.said.length) } : figure,
    ),
    byHand: null,
    moved: null,
  };
}
