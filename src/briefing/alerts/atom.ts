import { formatPeriodWords } from '../../base/format';
import { levelKey, levelName } from '../../base/level';
import { type Lang, say } from '../../base/text';
import { momentOf } from '../../response/calendar/moment';
import { capNode, capTime } from './cap';
import type { AlertWorld, Message } from './message';
import { ALERT_TEXT as T } from './text';
import { descriptionOf, headlineOf, marked } from './words';
import { textNode, xmlDocument, type XmlNode } from './xml';

const ATOM_NAMESPACE = 'http://www.w3.org/2005/Atom';
/** Year from which the sender of a feed is taken to hold its name: a part of the tag URI (RFC 4151), never to be changed. */
const SINCE = '2026';

/**
 * Messages as an Atom 1.0 feed (RFC 4287), newest first, each with its CAP document in it. One entry is one warning: its
 * id stays while its messages follow one another, and `updated` tells that there is a new one.
 */
export function atomXml(messages: readonly Message[], world: AlertWorld, lang: Lang): string {
  const { sender, office, knownOn, newest, frequency, weekEndsOn, ruleSet, nowMs } = world;
  const sorted = messages.toSorted((a, b) => b.sentMs - a.sentMs || (a.incident < b.incident ? -1 : 1));
  const updated = sorted[0]?.sentMs ?? (knownOn === null ? nowMs : momentOf(knownOn, 0));
  const subtitle = say(T.feedSubtitle, lang, {
    period: formatPeriodWords(frequency, newest, lang, weekEndsOn),
    rules: `${ruleSet.name[lang]} ${ruleSet.version}`,
  });
  return xmlDocument({
    name: 'feed',
    attributes: { xmlns: ATOM_NAMESPACE, 'xml:lang': languageOf(lang) },
    content: [
      textNode('id', tagOf(sender, 'alerts')),
      textNode('title', marked(T.feed[lang], world, lang)),
      textNode('subtitle', marked(subtitle, world, lang)),
      textNode('updated', capTime(updated)),
      { name: 'author', content: [textNode('name', office[lang])] },
      textNode('generator', 'Fengsui'),
      ...sorted.map((message) => entryNode(message, world, lang)),
    ],
  });
}

function entryNode(message: Message, world: AlertWorld, lang: Lang): XmlNode {
  const { incident, sentMs, firstSentMs, level, warning } = message;
  const link = world.link(warning);
  return {
    name: 'entry',
    content: [
      textNode('id', tagOf(world.sender, `alerts/${incident}`)),
      textNode('title', headlineOf(message, world, lang)),
      textNode('updated', capTime(sentMs)),
      textNode('published', capTime(firstSentMs)),
      {
        name: 'category',
        attributes: { term: levelKey(level), label: levelName(level)[lang] },
        content: [],
      },
      ...(link === null ? [] : [{ name: 'link', attributes: { rel: 'alternate', href: link }, content: [] }]),
      textNode('summary', descriptionOf(message, world, lang)),
      { name: 'content', attributes: { type: 'application/cap+xml' }, content: [capNode(message, world)] },
    ],
  };
}

function tagOf(sender: string, specific: string): string {
  return `tag:${sender.toLowerCase()},${SINCE}:fengsui/${specific}`;
}

const languageOf = (lang: Lang): string => (lang === 'zh' ? 'zh-CN' : 'en-US');
