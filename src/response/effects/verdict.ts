import { formatNumber } from '../../base/format';
import type { Indicator } from '../../base/indicators';
import { sayBoth, type Text } from '../../base/text';
import type { DifferenceAnswer, SyntheticAnswer, Verdict } from './effect';
import { EFFECT_WORDS as WORDS } from './text';

/** What the sentences of a verdict name. */
export interface Named {
  readonly region: Text;
  readonly indicator: Text;
  /** Since when until when. */
  readonly span: Text;
  readonly worse: Indicator['worse'];
  /** A size with its unit, and a signed difference with its unit. */
  readonly size: (value: number) => Text;
  readonly signed: (value: number) => Text;
  /** The number of a signed difference alone. */
  readonly figure: (value: number) => string;
}

const joined = (texts: readonly Text[]): Text => ({
  zh: texts.map((t) => t.zh).join('；'),
  en: texts.map((t) => t.en).join('; '),
});

/** No answer, and why. */
export function untold(named: Pick<Named, 'region' | 'indicator'>, reasons: readonly Text[]): Verdict {
  const { region, indicator } = named;
  return {
    kind: 'cannot-be-told',
    better: null,
    sentence: sayBoth(WORDS.cannotBeTold, { region, indicator }),
    reasons,
  };
}

/**
 * Both methods in one verdict. A difference is stated where every method that can be used finds one, in the same
 * direction; where they disagree none is; where neither can be used it cannot be told.
 */
export function verdictOf(difference: DifferenceAnswer, synthetic: SyntheticAnswer, named: Named): Verdict {
  const [a, b] = [difference.finding, synthetic.finding];
  if (a === 'untold' && b === 'untold') return untold(named, [...new Set([...difference.faults, ...synthetic.faults])]);
  const reasons: Text[] = [];
  if (a === 'untold') reasons.push(sayBoth(WORDS.onlySynthetic, { why: joined(difference.faults) }));
  if (b === 'untold') reasons.push(sayBoth(WORDS.onlyDifference, { why: joined(synthetic.faults) }));
  const usable = [
    ...(a === 'untold' ? [] : [{ found: a === 'effect', value: difference.difference }]),
    ...(b === 'untold' ? [] : [{ found: b === 'effect', value: synthetic.difference }]),
  ];
  const value = usable[0]!.value;
  const { region, indicator, span, size, signed } = named;
  const agreed = usable.every((m) => m.found === usable[0]!.found && (!m.found || m.value > 0 === value > 0));
  if (!agreed || !usable[0]!.found) {
    const template = agreed ? WORDS.noDifference : WORDS.disagree;
    const says = agreed ? [] : [differenceSays(difference, named), syntheticSays(synthetic, named)];
    return {
      kind: 'no-difference',
      better: null,
      sentence: sayBoth(template, { region, indicator, span, value: signed(value) }),
      reasons: [...says, ...reasons],
    };
  }
  const kind = value < 0 ? 'lower' : 'higher';
  return {
    kind,
    better: named.worse === 'none' ? null : (named.worse === 'up') === value < 0,
    sentence: sayBoth(WORDS[kind], {
      region,
      indicator,
      span,
      value: size(Math.abs(value)),
      interval: intervalWords(a === 'untold' ? synthetic : difference, named),
    }),
    reasons,
  };
}

function intervalWords(answer: DifferenceAnswer | SyntheticAnswer, { figure, signed }: Named): Text {
  const of = (level: number, low: number, high: number): Text =>
    sayBoth(WORDS.interval, {
      level: formatNumber(level * 100, level < 0.95 ? 1 : 0),
      low: figure(low),
      high: signed(high),
    });
  if ('low' in answer) return of(0.95, answer.low, answer.high);
  return answer.interval ? of(answer.level, answer.interval.low, answer.interval.high) : { zh: '', en: '' };
}

function differenceSays({ difference, low, high }: DifferenceAnswer, { figure, signed }: Named): Text {
  return sayBoth(WORDS.differenceSays, { value: signed(difference), low: figure(low), high: signed(high) });
}

function syntheticSays({ difference, p }: SyntheticAnswer, { signed }: Named): Text {
  return sayBoth(WORDS.syntheticSays, { value: signed(difference), p: formatNumber(p, 3) });
}
