import { formatList } from '../../../base/format';
import type { WarningLevel } from '../../../base/level';
import { type Lang, say } from '../../../base/text';
import { type GateResult, type Layer, LAYERS, type Measure } from '../../../response/plan';
import { openingAt } from '../../../response/propose';
import { MATRIX_TEXT as TEXT } from './text';

const SHORT: Readonly<Record<Layer, keyof typeof TEXT>> = { county: 'county', league: 'league', region: 'regionLayer' };

/** Who may start it, short: 各级, 盟市和自治区, 自治区. */
export function startersWords({ mayStart }: Pick<Measure, 'mayStart'>, lang: Lang): string {
  if (LAYERS.every((layer) => mayStart.includes(layer))) return TEXT.everyLayer[lang];
  return formatList(
    LAYERS.filter((layer) => mayStart.includes(layer)).map((layer) => TEXT[SHORT[layer]][lang]),
    lang,
  );
}

/** What stands in the cell of a level: who may start it, that it needs a decision, or that it is not open. */
export function levelCell(
  measure: Measure,
  level: WarningLevel,
  lang: Lang,
): { readonly words: string; readonly kind: 'open' | 'by-decision' | 'closed' } {
  const opening = openingAt(measure, level);
  if (opening === null) return { words: TEXT.closed[lang], kind: 'closed' };
  if (opening === 'by-decision') return { words: TEXT.byDecision[lang], kind: 'by-decision' };
  return { words: startersWords(measure, lang), kind: 'open' };
}

/** 满足 2 · 未知 1; states that no gate has are left out. */
export function gateCounts(gates: readonly GateResult[], lang: Lang): string {
  const count = (state: GateResult['state']): number => gates.filter((g) => g.state === state).length;
  const states = [
    ['not-met', TEXT.notMetCount],
    ['met', TEXT.metCount],
    ['unknown', TEXT.unknownCount],
  ] as const;
  return states
    .flatMap(([state, words]) => (count(state) > 0 ? [say(words, lang, { count: count(state) })] : []))
    .join(' · ');
}
