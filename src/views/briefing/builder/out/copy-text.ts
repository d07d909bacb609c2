import type { Briefing } from '../../../../briefing/briefing';
import { chineseNumeral } from '../../../../briefing/numbering';

/** The briefing as plain text for a mail or a chat: head, headings with their numbers, sentences, what each chart says, source. */
export function briefingText(briefing: Briefing): string {
  const { lang, title, subtitle, demonstration, pages, sourceLine } = briefing;
  const head = [demonstration === '' ? '' : `【${demonstration}】`, title, subtitle].filter((line) => line !== '');
  const parts = pages.map(({ heading, sentences, exhibit }, i) => {
    const number = lang === 'zh' ? `${chineseNumeral(i + 1)}、` : `${i + 1}. `;
    return [number + heading, ...sentences.map((s) => s.text), ...(exhibit ? [exhibit.title] : [])].join('\n');
  });
  return `${[head.join('\n'), ...parts, sourceLine].join('\n\n')}\n`;
}
