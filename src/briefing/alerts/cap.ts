import { levelKey, levelNumeral } from '../../base/level';
import { type Day, formatDay, formatPeriod, lastDayOf } from '../../base/period';
import type { Lang } from '../../base/text';
import { dayOfMoment, momentOf } from '../../response/calendar/moment';
import { certaintyOf, OF_LEVEL, responsesOf, urgencyOf } from './mapping';
import type { AlertWorld, Message } from './message';
import { ALERT_TEXT as T } from './text';
import { descriptionOf, headlineOf, instructionOf, regionOf } from './words';
import { textNode, xmlDocument, type XmlNode } from './xml';

const CAP_NAMESPACE = 'urn:oasis:names:tc:emergency:cap:1.2';
/** What our parameters are by; a change of their meaning is another number. */
const PROFILE = 'fengsui-alerts/1';
/** Past the day on which the next figures are due, so many days are waited; a default of ours. */
const GRACE_DAYS = 10;
/** Where no indicator of a signal says when its figures come. */
const USUAL_LAG_DAYS = 31;
const LANGUAGES: readonly (readonly [Lang, string])[] = [
  ['zh', 'zh-CN'],
  ['en', 'en-US'],
];

/** One message as a document of the Common Alerting Protocol, version 1.2 (OASIS Standard of 1 July 2010). */
export function capXml(message: Message, world: AlertWorld): string {
  return xmlDocument(capNode(message, world));
}

/** The same as a node, to stand in a feed. Elements in the order of the schema. */
export function capNode(message: Message, world: AlertWorld): XmlNode {
  const { type, identifier, incident, sentMs, references } = message;
  const { sender, demonstration, exercise } = world;
  const note = demonstration ? T.noteTest : exercise ? T.noteExercise : null;
  const content: XmlNode[] = [
    textNode('identifier', identifier),
    textNode('sender', sender),
    textNode('sent', capTime(sentMs)),
    // Invented figures are never an actual warning, and no exercise either: nobody has to do anything about them.
    textNode('status', demonstration ? 'Test' : exercise ? 'Exercise' : 'Actual'),
    textNode('msgType', type),
    textNode('scope', 'Restricted'),
    textNode('restriction', `${T.restriction.zh} ${T.restriction.en}`),
    textNode('code', PROFILE),
  ];
  if (note) content.push(textNode('note', `${note.zh} ${note.en}`));
  if (references.length > 0) {
    const all = references.map((r) => `${sender},${r.identifier},${capTime(r.sentMs)}`);
    content.push(textNode('references', all.join(' ')));
  }
  content.push(textNode('incidents', incident));
  for (const [lang, tag] of LANGUAGES) content.push(infoNode(message, world, lang, tag));
  return { name: 'alert', attributes: { xmlns: CAP_NAMESPACE }, content };
}

function infoNode(message: Message, world: AlertWorld, lang: Lang, tag: string): XmlNode {
  const { warning, level, sentMs } = message;
  const { frequency, weekEndsOn } = world;
  const { regionCode, since } = warning.spell;
  const link = world.link(warning);
  const content: XmlNode[] = [
    textNode('language', tag),
    // No category of CAP is about work and income; a wrong one would be routed to the wrong desk.
    textNode('category', 'Other'),
    textNode('event', T.event[lang]),
    ...responsesOf(message).map((response) => textNode('responseType', response)),
    textNode('urgency', urgencyOf(message)),
    textNode('severity', OF_LEVEL[level].severity),
    textNode('certainty', certaintyOf(message)),
    pair('eventCode', 'fengsui.event', 'unemployment-risk'),
    textNode('effective', capTime(sentMs)),
    textNode('onset', capTime(momentOf(lastDayOf(frequency, since - 1, weekEndsOn) + 1, 0))),
    textNode('expires', capTime(momentOf(expiresOn(message, world), 0))),
    textNode('senderName', world.office[lang]),
    textNode('headline', headlineOf(message, world, lang)),
    textNode('description', descriptionOf(message, world, lang)),
    textNode('instruction', instructionOf(message, world, lang)),
  ];
  if (link !== null) content.push(textNode('web', link));
  content.push(...parametersOf(message, world).map(([name, value]) => pair('parameter', name, value)));
  content.push({
    name: 'area',
    content: [
      textNode('areaDesc', regionOf(message, world, lang)),
      pair('geocode', /^\d{6}$/.test(regionCode) ? 'GB/T 2260' : 'region_code', regionCode),
    ],
  });
  return { name: 'info', content };
}

function parametersOf({ warning, level, period }: Message, world: AlertWorld): (readonly [string, string])[] {
  const { spell, state } = warning;
  const { ruleSet, scheme, plan, knownOn, frequency, weekEndsOn } = world;
  const list: (readonly [string, string])[] = [
    ['fengsui.level', levelKey(level)],
    ['fengsui.levelNumeral', levelNumeral(level)],
    ['fengsui.period', formatPeriod(frequency, period, weekEndsOn)],
    ['fengsui.state', state],
  ];
  if (Number.isFinite(spell.index)) list.push(['fengsui.index', String(Number(spell.index.toPrecision(6)))]);
  for (const { ruleId, level: at } of spell.signals)
    if (at >= 1 && at <= 4) list.push(['fengsui.rule', `${ruleId} ${levelKey(at)}`]);
  list.push(['fengsui.ruleSet', `${ruleSet.id}/${ruleSet.version}`]);
  list.push(['fengsui.scheme', `${scheme.id}/${scheme.version}`]);
  list.push(['fengsui.plan', `${plan.id}/${plan.version}`]);
  if (knownOn !== null) list.push(['fengsui.knownOn', formatDay(knownOn)]);
  return list;
}

/** The day after which newer figures should have brought another message: those of the next period are due, and some days. */
function expiresOn({ warning, period, sentMs }: Message, { catalogue, frequency, weekEndsOn }: AlertWorld): Day {
  const lags = warning.spell.signals.flatMap(({ indicatorId }) => catalogue.byId.get(indicatorId)?.lagDays ?? []);
  const lag = lags.length > 0 ? Math.max(...lags) : USUAL_LAG_DAYS;
  const due = lastDayOf(frequency, period + 1, weekEndsOn) + lag;
  // A message about an old period that somebody closed late is valid for a while as well.
  return Math.max(due, dayOfMoment(sentMs)) + GRACE_DAYS + 1;
}

function pair(name: string, valueName: string, value: string): XmlNode {
  return { name, content: [textNode('valueName', valueName), textNode('value', value)] };
}

/** `2026-11-10T00:00:00+08:00`: Beijing time, whole seconds, never `Z` (CAP 1.2, 3.3.2). */
export function capTime(ms: number): string {
  const day = dayOfMoment(ms);
  const seconds = Math.floor((ms - momentOf(day, 0)) / 1000);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${formatDay(day)}T${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}+08:00`;
}
