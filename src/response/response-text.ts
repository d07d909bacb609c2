import type { IndicatorCatalogue } from '../base/indicators';
import { levelNumeral } from '../base/level';
import { type Lang, sayBoth, type Text } from '../base/text';
import type { ProposedMeasure } from './plan';
import { REASON_WORDS as WORDS, TRAIT_NAMES } from './text';

/**
 * Why a measure stands where it does: 对应：求人倍率 Ⅱ、新申领失业保险金人数 Ⅲ · answers: openings per seeker Ⅱ, new
 * claims Ⅲ. An indicator with several signals is named once, at its worst; the structure that fits follows.
 */
export function reasonOf(proposed: ProposedMeasure, catalogue: IndicatorCatalogue): Text {
  const seen = new Set<string>();
  const signals = proposed.answers.filter(({ indicatorId }) => !seen.has(indicatorId) && seen.add(indicatorId));
  const answers = signals.map(({ indicatorId, level }): Text => {
    const indicator = catalogue.byId.get(indicatorId);
    const numeral = levelNumeral(level);
    return {
      zh: `${indicator?.name.zh ?? indicatorId} ${numeral}`,
      en: `${indicator ? withinSentence(indicator.short.en) : indicatorId} ${numeral}`,
    };
  });
  const answersText = sayBoth(WORDS.answers, { signals: inRow(answers) });
  if (proposed.structure.length === 0) return answersText;
  const fitsText = sayBoth(WORDS.fits, { traits: inRow(proposed.structure.map((trait) => TRAIT_NAMES[trait])) });
  return answers.length === 0 ? fitsText : sayBoth(WORDS.both, { answers: answersText, fits: fitsText });
}

function inRow(words: readonly Text[]): Text {
  const join = (lang: Lang, separator: string): string => words.map((w) => w[lang]).join(separator);
  return { zh: join('zh', '、'), en: join('en', ', ') };
}

/** English names stand in lower case within a sentence, abbreviations (PMI) as they are. */
function withinSentence(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? name[0]!.toLowerCase() + name.slice(1) : name;
}
