import type { Element } from './parse-xml';
import {
  anyText,
  isRealTime,
  isUri,
  matching,
  once,
  oneOf,
  perhaps,
  type Place,
  sequenceFaults,
  some,
} from './xml-rules';

/**
 * The Common Alerting Protocol, version 1.2 (OASIS Standard, 1 July 2010), as a table: the elements of its schema in
 * order, how often each may stand, and what it may hold; then what its text demands beyond the schema, by section.
 */
/** Of identifiers and senders: no blank, no comma, no restricted character (3.2.1). */
const plain = matching(/^[^\s,<&]+$/);
const pairOf = [once('valueName', anyText), once('value', anyText)];

const AREA: readonly Place[] = [
  once('areaDesc', anyText),
  some('polygon', anyText),
  some('circle', anyText),
  some('geocode', pairOf),
  perhaps('altitude', matching(/^[-+]?\d+(\.\d+)?$/)),
  perhaps('ceiling', matching(/^[-+]?\d+(\.\d+)?$/)),
];

const RESOURCE: readonly Place[] = [
  once('resourceDesc', anyText),
  once('mimeType', anyText),
  perhaps('size', matching(/^\d+$/)),
  perhaps('uri', isUri),
  perhaps('derefUri', anyText),
  perhaps('digest', anyText),
];

const INFO: readonly Place[] = [
  perhaps('language', matching(/^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/)),
  some(
    'category',
    oneOf(
      'Geo',
      'Met',
      'Safety',
      'Security',
      'Rescue',
      'Fire',
      'Health',
      'Env',
      'Transport',
      'Infra',
      'CBRNE',
      'Other',
    ),
    1,
  ),
  once('event', anyText),
  some(
    'responseType',
    oneOf('Shelter', 'Evacuate', 'Prepare', 'Execute', 'Avoid', 'Monitor', 'Assess', 'AllClear', 'None'),
  ),
  once('urgency', oneOf('Immediate', 'Expected', 'Future', 'Past', 'Unknown')),
  once('severity', oneOf('Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown')),
  once('certainty', oneOf('Observed', 'Likely', 'Possible', 'Unlikely', 'Unknown')),
  perhaps('audience', anyText),
  some('eventCode', pairOf),
  perhaps('effective', isRealTime),
  perhaps('onset', isRealTime),
  perhaps('expires', isRealTime),
  perhaps('senderName', anyText),
  perhaps('headline', anyText),
  perhaps('description', anyText),
  perhaps('instruction', anyText),
  perhaps('web', isUri),
  perhaps('contact', anyText),
  some('parameter', pairOf),
  some('resource', RESOURCE),
  some('area', AREA),
];

const ALERT: readonly Place[] = [
  once('identifier', plain),
  once('sender', plain),
  once('sent', isRealTime),
  once('status', oneOf('Actual', 'Exercise', 'System', 'Test', 'Draft')),
  once('msgType', oneOf('Alert', 'Update', 'Cancel', 'Ack', 'Error')),
  perhaps('source', anyText),
  once('scope', oneOf('Public', 'Restricted', 'Private')),
  perhaps('restriction', anyText),
  perhaps('addresses', anyText),
  some('code', anyText),
  perhaps('note', anyText),
  perhaps('references', matching(/^[^\s,<&]+,[^\s,<&]+,[^\s,]+( [^\s,<&]+,[^\s,<&]+,[^\s,]+)*$/)),
  perhaps('incidents', anyText),
  some('info', INFO),
];

const NAMESPACE = 'urn:oasis:names:tc:emergency:cap:1.2';

/** Text of the first leaf of a name, in an element or deeper down. */
export function textOf(element: Element, name: string): string | undefined {
  for (const child of element.children) {
    if (child.name === name) return child.text;
    const below = textOf(child, name);
    if (below !== undefined) return below;
  }
  return undefined;
}

export function allOf(element: Element, name: string): readonly Element[] {
  return element.children.filter((child) => child.name === name);
}

/** Every fault of a CAP message, each with its place; empty = it is one. */
export function capFaults(alert: Element): string[] {
  const faults = sequenceFaults(alert, ALERT, 'alert');
  if (alert.name !== 'alert') faults.push(`root is ${alert.name}`);
  if (namespaces(alert).some((n) => n !== NAMESPACE)) faults.push('an element outside the namespace of CAP 1.2');
  const [type, scope, status] = ['msgType', 'scope', 'status'].map((name) => textOf(alert, name));
  const has = (name: string): boolean => alert.children.some((c) => c.name === name && c.text !== '');
  if (type !== 'Alert' && !has('references')) faults.push(`${type} without references (3.2.1)`);
  if (type === 'Alert' && has('references')) faults.push('the first message refers to earlier ones');
  if (scope === 'Restricted' && !has('restriction')) faults.push('restricted without a rule for it (3.2.1)');
  if (scope === 'Private' && !has('addresses')) faults.push('private without addresses (3.2.1)');
  if (status === 'Exercise' && !has('note')) faults.push('an exercise that is not named in note (3.2.1)');
  const sent = textOf(alert, 'sent') ?? '';
  for (const reference of textOf(alert, 'references')?.split(' ') ?? []) {
    const time = reference.split(',')[2]!;
    if (!isRealTime(time)) faults.push(`reference with the time ${time}`);
    else if (Date.parse(time) > Date.parse(sent)) faults.push('refers to a later message');
  }
  const infos = allOf(alert, 'info');
  const languages = infos.map((info) => textOf(info, 'language') ?? 'en-US');
  if (new Set(languages).size < languages.length) faults.push('a language twice');
  for (const info of infos) {
    for (const name of ['headline', 'description', 'event', 'areaDesc'] as const)
      if (!textOf(info, name)?.trim()) faults.push(`${name} is empty`);
    if (Array.from(textOf(info, 'headline') ?? '').length > 160) faults.push('headline longer than 160 characters');
    const [effective, expires] = [textOf(info, 'effective'), textOf(info, 'expires')];
    if (effective && expires && Date.parse(expires) <= Date.parse(effective))
      faults.push('expires before it is effective');
  }
  return faults;
}

function namespaces(element: Element): string[] {
  return [element.namespace, ...element.children.flatMap(namespaces)];
}
