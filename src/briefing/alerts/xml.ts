/** A small XML tree; attributes in the order given. A node has either text or nodes in it. */
export interface XmlNode {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly content: string | readonly XmlNode[];
}

/** A node with text. */
export function textNode(name: string, content: string, attributes?: XmlNode['attributes']): XmlNode {
  return attributes ? { name, attributes, content } : { name, content };
}

/** A document: UTF-8, one element on a line. Text is written as it is, what XML does not allow is left out. */
export function xmlDocument(root: XmlNode): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}\n`;
}

function written({ name, attributes = {}, content }: XmlNode, indent: string): string {
  const head = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const open = `${indent}<${name}${head.join('')}`;
  if (content.length === 0) return `${open}/>`;
  if (typeof content === 'string') return `${open}>${escaped(content)}</${name}>`;
  return [`${open}>`, ...content.map((node) => written(node, `${indent}  `)), `${indent}</${name}>`].join('\n');
}

/**
 * Names come from files of others: what is no character of XML 1.0 (controls, halves of pairs, U+FFFE) would make the
 * whole document unreadable, whoever it is escaped by.
 */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}
