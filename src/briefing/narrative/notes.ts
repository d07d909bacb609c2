import { formatDayWords, formatList } from '../../base/format';
import { defineText, say, type Text } from '../../base/text';
import type { Sentence } from '../briefing';
import { indicatorWords } from './figure-words';
import type { Teller } from './teller';

const T = defineText({
  point: { zh: '要点：{text}', en: 'The point: {text}' },
  source: { zh: '出处：{indicators}{sources}{day}', en: 'Where it comes from: {indicators}{sources}{day}' },
  levels: { zh: '预警等级由规则计算', en: 'levels computed by the rules' },
  from: { zh: '；来源：{sources}', en: '; source: {sources}' },
  known: { zh: '；截至{day}获知', en: '; as known on {day}' },
  question: { zh: '可能的提问：{question}\n答：{answer}', en: 'Likely question: {question}\nAnswer: {answer}' },
});

/** What somebody may ask of a page, and the sentences that answer it. */
export interface Question {
  readonly question: Text;
  readonly answer: (t: Teller, about: string | null) => readonly Sentence[];
}

/** For the speaker: what to say, where the figures come from, a likely question with its answer from the facts. */
export function notesOf(
  t: Teller,
  sentences: readonly Sentence[],
  asked: Question | undefined,
  about: string | null,
): string {
  const { lang } = t;
  const stop = lang === 'zh' ? '。' : '.';
  const first = sentences[0];
  const lines = first ? [say(T.point, lang, { text: first.text })] : [];
  const ids = [...new Set(sentences.flatMap(({ figures }) => figures.flatMap((f) => f.indicatorId ?? [])))];
  const names = ids.flatMap((id) => {
    const indicator = t.indicator(id);
    return indicator ? [indicatorWords(indicator, lang)] : [];
  });
  const sources = t.facts.sources.map((source) => source[lang]);
  lines.push(
    say(T.source, lang, {
      indicators: names.length === 0 ? T.levels[lang] : formatList(names, lang),
      sources: sources.length === 0 ? '' : say(T.from, lang, { sources: formatList(sources, lang) }),
      day: t.facts.knownOn === null ? '' : say(T.known, lang, { day: formatDayWords(t.facts.knownOn, lang) }),
    }) + stop,
  );
  const answer = (asked?.answer(t, about) ?? []).map(({ text }) => text).join(lang === 'zh' ? '' : ' ');
  if (asked && answer !== '') lines.push(say(T.question, lang, { question: asked.question[lang], answer }));
  return lines.join('\n');
}
