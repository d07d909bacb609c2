/** The two languages of the product. Chinese is the first language of its users. */
export type Lang = 'zh' | 'en';

/** One string in both languages, side by side, so that neither can be forgotten. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export type TextParams = Readonly<Record<string, string | number>>;

/**
 * A dictionary of strings. Each folder keeps its own beside the code that shows it;
 * a missing translation is a compile error.
 */
export function defineText<K extends string>(dictionary: Record<K, Text>): Record<K, Text> {
  return dictionary;
}

/** The string in one language, with `{name}` places filled. An unfilled place stays visible: a defect to see, not to hide. */
export function say(text: Text, lang: Lang, params?: TextParams): string {
  const template = text[lang];
  if (!params) return template;
  return template.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : place,
  );
}

/** Both languages at once, with places filled by the same parameters (a parameter may itself be a Text). */
export function sayBoth(text: Text, params: Readonly<Record<string, string | number | Text>>): Text {
  const fill = (lang: Lang): string =>
    say(
      text,
      lang,
      Object.fromEntries(Object.entries(params).map(([k, v]) => [k, typeof v === 'object' ? v[lang] : v])),
    );
  return { zh: fill('zh'), en: fill('en') };
}
