import { useMemo } from 'react';
import { say, type Text, type TextParams } from '../../base/text';
import { useLang } from '../../store/place';

/** Says the strings of a folder's dictionary in the language of the screen: `const t = useT(TEXT); t('title')`. */
export function useT<K extends string>(dictionary: Readonly<Record<K, Text>>): (key: K, params?: TextParams) => string {
  const lang = useLang();
  return useMemo(() => (key: K, params?: TextParams) => say(dictionary[key], lang, params), [dictionary, lang]);
}
