import { defineText } from '../../base/text';
import { conditionWords } from '../../levels/words';
import type { Sentence } from '../briefing';
import type { RegionFacts } from '../facts/facts';
import { inSeries, joined, type Said } from './said';
import { ruleOf, signalSaid } from './signal-words';
import { distinctSignals, levelNow, signalsOf, type Teller, tight, warns } from './teller';

const T = defineText({
  lasting: { zh: '已连续{span}处于该等级', en: '{span} in a row' },
  lastingShort: { zh: '已连续{span}', en: '{span} in a row' },
  new: { zh: '本期新进入该等级', en: 'new in this period' },
  signals: {
    zh: '{region}达到预警线的信号：{signals}。',
    en: 'Signals of {region} past a warning line: {signals}.',
  },
  condition: {
    zh: '{region}定级依据：{condition}。',
    en: 'Ground for the level of {region}: {condition}.',
  },
  diffusion: {
    zh: '{children}个{noun}中{at}个达到{level}及以上，占{share}{force}',
    en: '{at} of {children} {noun} at {level} or above, {share} of them{force}',
  },
  force: { zh: '，占劳动力{share}', en: ' and {share} of the labour force' },
});

/** Signals of the whole that are told with its level. */
const SIGNALS = 2;

/** Why the whole is at its level: the condition that holds, and the signals that carry it; nothing while it does not warn. */
export function tellGround(t: Teller): Sentence[] {
  const { whole } = t.facts;
  if (!whole || !warns(levelNow(whole))) return [];
  const ground = groundSaid(t, whole);
  const signals = distinctSignals(signalsOf(whole.derivation).filter(({ level }) => warns(level))).slice(0, SIGNALS);
  return [
    ...(ground ? [t.tell('where.whole.ground', T.condition, { region: t.name(whole), condition: ground })] : []),
    ...(signals.length === 0
      ? []
      : [
          t.tell('where.whole.signals', T.signals, {
            region: t.name(whole),
            signals: inSeries(
              signals.map((signal) => signalSaid(t, whole, signal)),
              t.lang,
            ),
          }),
        ]),
  ];
}

/** For how long a region has been at its level. */
export function lastingSaid(
  t: Teller,
  { code, derivation }: RegionFacts,
  form: 'lasting' | 'lastingShort' = 'lasting',
): Said {
  const { periodsAtLevel } = derivation;
  const span = t.span('span', periodsAtLevel, { regionCode: code });
  return periodsAtLevel === 1 ? t.say(T.new) : t.say(T[form], { span });
}

/** Why a region is at its level: the condition of the scheme that holds, or what its parts say. */
export function groundSaid(t: Teller, region: RegionFacts): Said | null {
  const { derivation } = region;
  const at = { regionCode: region.code };
  const said: Said[] = [];
  if (derivation.condition) {
    const named = (id: string) => ruleOf(t, id)?.name ?? { zh: id, en: id };
    // One signal is one in English too.
    const words = conditionWords(derivation.condition, t.levels, named)[t.lang].replace(
      /\b(\d+) signal\(s\)/,
      (_, n) => (n === '1' ? '1 signal' : `${n} signals`),
    );
    said.push(t.numbersIn(t.lang === 'zh' ? tight(words) : words, 'condition', at));
  }
  const d = derivation.diffusion;
  if (d && derivation.flags.includes('diffusion')) {
    const share = (value: number, key: string): Said =>
      t.bound({ key, value: value * 100, unit: '%', said: `${Math.round(value * 100)}%`, ...at });
    said.push(
      t.say(T.diffusion, {
        children: t.count('diffusion.children', d.children, at),
        noun: t.facts.whole?.code === region.code ? t.facts.noun[t.lang] : t.facts.endsNoun[t.lang],
        at: t.count('diffusion.at', d.childrenAt, at),
        level: tight(t.levels.inline(d.atLevel)[t.lang]),
        share: share(d.shareOfChildren, 'diffusion.share'),
        force:
          d.shareOfLabourForce === null
            ? ''
            : t.say(T.force, { share: share(d.shareOfLabourForce, 'diffusion.labourForce') }),
      }),
    );
  }
  return said.length === 0 ? null : joined(said, t.lang === 'zh' ? '；' : '; ');
}
