import { LEVEL_NUMERALS, levelName, levelShort } from '../base/level';
import { defineText, sayBoth, type Text } from '../base/text';
import type { LevelNaming, Scheme } from './scheme';

const T = defineText({
  both: { zh: '{numeral} {name}', en: '{numeral} {name}' },
  numbered: { zh: '{numeral} 级', en: 'level {numeral}' },
  named: { zh: '{name}', en: '“{name}”' },
});

/** What levels are called: by the scheme where it has names of its own, else by the usual ones. */
export interface LevelWords {
  /** For headings: numeral and name. */
  full(byte: number): Text;
  /** For badges and tables. */
  short(byte: number): Text;
  /** Inside a sentence: `Ⅲ 级` / `level Ⅲ`; `绿灯` / `“green lamp”` where the place writes no numeral. */
  inline(level: number): Text;
}

export function levelWords(names: Scheme['names'] | null): LevelWords {
  const of = (byte: number): LevelNaming | undefined => names?.[byte as 0 | 1 | 2 | 3 | 4];
  const own = (byte: number): Text | null => {
    const naming = of(byte);
    return naming
      ? naming.numeral
        ? sayBoth(T.both, { numeral: naming.numeral, name: naming.name })
        : naming.name
      : null;
  };
  return {
    full: (byte) => own(byte) ?? levelName(byte),
    short: (byte) => own(byte) ?? levelShort(byte),
    inline(level) {
      const naming = of(level);
      if (naming && !naming.numeral) return sayBoth(T.named, { name: naming.name });
      return sayBoth(T.numbered, { numeral: naming?.numeral ?? LEVEL_NUMERALS[level] ?? '' });
    },
  };
}
