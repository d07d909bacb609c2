/** An element as it stands in a document: names with their namespace, text of a leaf, children in order. */
export interface Element {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** Text between its tags, references resolved; of an element with children what stands between them. */
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
// Characters of XML 1.0 (production 2); a lone half of a pair is none.
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/**
 * A reader of the little XML that we write, as strict as an XML processor must be: throws at whatever is not well-formed.
 * No DTD, no comments, no CDATA, default namespaces alone.
 */
export function parseXml(text: string): Element {
  if (NOT_XML.test(text)) throw new Error('a character that XML does not allow');
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!text.startsWith(head)) throw new Error('no XML declaration');
  let at = head.length;
  const root = element('');
  if (text.slice(at).trim() !== '') throw new Error(`something behind the root at ${at}`);
  return root;

  function element(inherited: string): Element {
    const open = /^<([A-Za-z_][\w.-]*)((?:\s+[A-Za-z_][\w.:-]*="[^"<]*")*)\s*(\/?)>/.exec(text.slice(at, at + 4000));
    if (!open) throw new Error(`no start tag at ${at}: ${text.slice(at, at + 60)}`);
    const [tag, name, list, empty] = open as unknown as [string, string, string, string];
    at += tag.length;
    const attributes: Record<string, string> = {};
    for (const [, key, value] of list.matchAll(/([A-Za-z_][\w.:-]*)="([^"]*)"/g)) {
      if (Object.hasOwn(attributes, key!)) throw new Error(`attribute ${key} twice`);
      attributes[key!] = resolved(value!);
    }
    const namespace = attributes.xmlns ?? inherited;
    const children: Element[] = [];
    let own = '';
    if (empty === '') {
      for (;;) {
        const next = text.indexOf('<', at);
        if (next < 0) throw new Error(`${name} is not closed`);
        own += resolved(text.slice(at, next));
        at = next;
        if (text.startsWith('</', at)) break;
        children.push(element(namespace));
      }
      const close = `</${name}>`;
      if (!text.startsWith(close, at)) throw new Error(`${close} expected at ${at}: ${text.slice(at, at + 60)}`);
      at += close.length;
    }
    return { name, namespace, attributes, children, text: own };
  }
}

function resolved(raw: string): string {
  if (raw.includes('>')) throw new Error(`a bare > in ${raw.slice(0, 60)}`);
  return raw.replace(/&([^;]*);?/g, (whole, ref: string) => {
    if (!whole.endsWith(';')) throw new Error(`a bare & in ${raw.slice(0, 60)}`);
    if (Object.hasOwn(ENTITIES, ref)) return ENTITIES[ref]!;
    const code = /^#(\d+)$/.exec(ref);
    if (!code) throw new Error(`unknown reference ${whole}`);
    return String.fromCodePoint(Number(code[1]));
  });
}
