import { capFaults } from './cap-rules';
import type { Element } from './parse-xml';
import { isRealTime, isUri } from './xml-rules';

/** Atom 1.0 (RFC 4287): what a feed and its entries must have, and how often; their order is free. */
interface Counted {
  readonly name: string;
  readonly least: number;
  readonly most: number;
}

// 4.1.1: a feed has an author unless every entry has one.
const FEED: readonly Counted[] = [
  { name: 'id', least: 1, most: 1 },
  { name: 'title', least: 1, most: 1 },
  { name: 'updated', least: 1, most: 1 },
  { name: 'author', least: 1, most: Infinity },
  { name: 'subtitle', least: 0, most: 1 },
  { name: 'generator', least: 0, most: 1 },
  { name: 'entry', least: 0, most: Infinity },
];
// 4.1.2.
const ENTRY: readonly Counted[] = [
  { name: 'id', least: 1, most: 1 },
  { name: 'title', least: 1, most: 1 },
  { name: 'updated', least: 1, most: 1 },
  { name: 'published', least: 0, most: 1 },
  { name: 'category', least: 0, most: Infinity },
  { name: 'link', least: 0, most: 1 },
  { name: 'summary', least: 0, most: 1 },
  { name: 'content', least: 1, most: 1 },
];
const NAMESPACE = 'http://www.w3.org/2005/Atom';

export function atomFaults(feed: Element): string[] {
  const faults = [...counted(feed, FEED), ...timesAndIds(feed)];
  if (feed.name !== 'feed' || feed.namespace !== NAMESPACE) faults.push('root is no Atom feed');
  const entries = feed.children.filter((c) => c.name === 'entry');
  const ids = entries.map((e) => textIn(e, 'id'));
  if (new Set(ids).size < ids.length) faults.push('two entries of one id (4.1.1)');
  for (const author of feed.children.filter((c) => c.name === 'author'))
    if (textIn(author, 'name') === '') faults.push('an author without a name (3.2.1)');
  for (const entry of entries) {
    faults.push(...counted(entry, ENTRY), ...timesAndIds(entry));
    for (const category of entry.children.filter((c) => c.name === 'category'))
      if (!category.attributes.term) faults.push('a category without a term (4.2.2.1)');
    for (const link of entry.children.filter((c) => c.name === 'link'))
      if (!isUri(link.attributes.href ?? '')) faults.push('a link without an address (4.2.7.1)');
    const content = entry.children.find((c) => c.name === 'content');
    if (content && !content.attributes.type?.endsWith('+xml'))
      faults.push('XML within must be of a type for it (4.1.3.3)');
    if (content && content.children.length !== 1) faults.push('content holds one document');
    faults.push(...(content?.children ?? []).flatMap(capFaults));
  }
  return faults;
}

function counted({ name, children }: Element, table: readonly Counted[]): string[] {
  const faults = children
    .filter((c) => !table.some((t) => t.name === c.name))
    .map((c) => `${c.name} is not allowed in ${name}`);
  for (const { name: child, least, most } of table) {
    const count = children.filter((c) => c.name === child).length;
    if (count < least || count > most) faults.push(`${child} stands ${count} times in ${name}`);
  }
  return faults;
}

function timesAndIds(element: Element): string[] {
  const faults: string[] = [];
  for (const name of ['updated', 'published'])
    for (const child of element.children.filter((c) => c.name === name))
      if (!isRealTime(child.text)) faults.push(`${name} is ${child.text} (3.3)`);
  if (!isUri(textIn(element, 'id'))) faults.push(`${element.name} has the id ${textIn(element, 'id')} (4.2.6)`);
  if (textIn(element, 'title').trim() === '') faults.push(`${element.name} has an empty title`);
  return faults;
}

function textIn({ children }: Element, name: string): string {
  return children.find((c) => c.name === name)?.text ?? '';
}
