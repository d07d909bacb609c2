import { formatList, formatNumber, formatPeriodWords } from '../../base/format';
import { levelName, levelShort } from '../../base/level';
import type { Period } from '../../base/period';
import { type Lang, say, type Text } from '../../base/text';
import { layerOf } from '../../response/actor';
import { dutyOf } from '../../response/propose';
import type { SpellState } from '../../response/warnings/spell';
import { bodyOf } from '../case-documents/office';
import type { AlertWorld, Message } from './message';
import { ALERT_TEXT as T } from './text';

/** CAP recommends that a headline be no longer. */
const HEADLINE = 160;
/** All of them stand among the parameters. */
const MOST_SIGNALS = 6;

/** What has to be said of the figures besides the level. */
const STATE_WORDS: Readonly<Partial<Record<SpellState, Text>>> = {
  recovering: T.recovering,
  stale: T.stale,
  insufficient: T.insufficient,
};

export function regionOf({ warning }: Message, { tree }: AlertWorld, lang: Lang): string {
  const { regionCode } = warning.spell;
  const at = tree.indexOf.get(regionCode);
  return at === undefined ? regionCode : tree.regions[at]!.name[lang];
}

/** Text with the mark that it carries while the figures are invented, or this is an exercise. */
export function marked(text: string, { demonstration, exercise }: AlertWorld, lang: Lang): string {
  if (demonstration) return say(T.mark, lang, { text });
  return exercise ? say(T.exerciseMark, lang, { text }) : text;
}

export function headlineOf(message: Message, world: AlertWorld, lang: Lang): string {
  const { type, level, warning } = message;
  const text = type !== 'Cancel' ? T.headline : warning.state === 'false-alarm' ? T.headlineFalse : T.headlineEnd;
  const words = { region: regionOf(message, world, lang), level: levelName(level)[lang] };
  return Array.from(marked(say(text, lang, words), world, lang))
    .slice(0, HEADLINE)
    .join('');
}

/** What it is about: level and course, index, signals, and what is not sure of it. */
export function descriptionOf(message: Message, world: AlertWorld, lang: Lang): string {
  const { type, period, level, warning } = message;
  const { spell } = warning;
  const words = (p: Period): string => formatPeriodWords(world.frequency, p, lang, world.weekEndsOn);
  const lines: string[] = [];
  if (type === 'Cancel') lines.push(say(endWords(message), lang, { period: words(period) }));
  else lines.push(say(T.now, lang, { period: words(period), level: levelName(level)[lang] }));
  const course = spell.moves
    .filter((m) => m.level >= 1)
    .map((m) => say(T.step, lang, { period: words(m.period), level: levelShort(m.level)[lang] }));
  lines.push(say(T.since, lang, { since: words(spell.since), course: formatList(course, lang) }));
  if (type !== 'Cancel') {
    if (Number.isFinite(spell.index)) lines.push(say(T.index, lang, { index: formatNumber(spell.index, 1) }));
    const signals = signalWords(message, world, lang);
    const most = signals.slice(0, MOST_SIGNALS);
    const count = signals.length;
    const text = count > most.length ? T.signalsMore : T.signals;
    if (count > 0) lines.push(say(text, lang, { count, most: most.length, signals: formatList(most, lang) }));
    const state = STATE_WORDS[spell.state];
    if (spell.byDiffusion) lines.push(T.diffusion[lang]);
    if (state) lines.push(state[lang]);
    else if (spell.unsure) lines.push(T.unsure[lang]);
  }
  lines.push(T.ours[lang]);
  return marked(lines.join(lang === 'zh' ? '' : ' '), world, lang);
}

function endWords({ warning }: Message): Text {
  if (warning.state === 'false-alarm') return T.falseAlarm;
  return warning.spell.until === null ? T.closed : T.ended;
}

/** Worst first, as the warning has them. */
function signalWords({ warning }: Message, { ruleSet }: AlertWorld, lang: Lang): string[] {
  return warning.spell.signals
    .filter((s) => s.level >= 1 && s.level <= 4)
    .map(({ ruleId, level }) =>
      say(T.signal, lang, {
        rule: ruleSet.rules.find((r) => r.id === ruleId)?.name[lang] ?? ruleId,
        level: levelShort(level)[lang],
      }),
    );
}

/** Who has to do what, by the plan in force. */
export function instructionOf(message: Message, { tree, plan }: AlertWorld, lang: Lang): string {
  if (message.type === 'Cancel') return T.instructionEnd[lang];
  const code = message.warning.spell.regionCode;
  const at = tree.indexOf.get(code);
  const { responds, reviews, reportsTo, clause } = dutyOf(
    plan,
    message.level,
    layerOf(at === undefined ? 0 : tree.depth[at]!),
  );
  const body = (words: Text): string => bodyOf(words, tree, code)[lang];
  return [
    say(T.instruction, lang, { responds: body(responds), reviews: body(reviews), reportsTo: body(reportsTo) }),
    say(T.instructionBasis, lang, { clause }),
  ].join(lang === 'zh' ? '' : ' ');
}
