import { strFromU8, unzipSync } from 'fflate';

/** Files read back as their users' programs would: parts by name, charts by their caches and workbooks, tables by cells. */

export type Package = Readonly<Record<string, Uint8Array>>;

export const unpack = (bytes: Uint8Array): Package => unzipSync(bytes);

export const partOf = (parts: Package, name: string): string => {
  const bytes = parts[name];
  if (!bytes) throw new Error(`no part ${name}`);
  return strFromU8(bytes);
};

export const named = (parts: Package, pattern: RegExp): string[] =>
  Object.keys(parts)
    .filter((name) => pattern.test(name))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));

export function unescapeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** Every tag is closed in its order, every `&` is a reference, no character is one that XML cannot hold. Returns the fault. */
export function xmlFault(xml: string): string | null {
  // oxlint-disable-next-line no-control-regex
  const bad = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.exec(xml);
  if (bad) return `character ${bad[0].charCodeAt(0)} at ${bad.index}`;
  const open: string[] = [];
  let at = 0;
  for (const match of xml.matchAll(/<([?!/]?)([\w:.-]*)((?:"[^"<]*"|'[^'<]*'|[^"'<>])*?)(\/?)>/g)) {
    const text = xml.slice(at, match.index);
    if (/<|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(text)) return `in text: ${text.slice(0, 60)}`;
    const [whole, mark, tag, attributes, alone] = match;
    if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(attributes!))
      return `in attribute: ${whole.slice(0, 80)}`;
    if (mark === '/') {
      const last = open.pop();
      if (last !== tag) return `</${tag}> closes <${last}>`;
    } else if (mark === '' && alone === '') open.push(tag!);
    at = match.index + whole.length;
  }
  const rest = xml.slice(at).trim();
  if (rest !== '') return `after the end: ${rest.slice(0, 40)}`;
  return open.length > 0 ? `<${open.join('> <')}> not closed` : null;
}

export interface ReadSeries {
  readonly name: string;
  readonly xs: readonly (number | null)[] | null;
  readonly values: readonly (number | null)[];
  /** Columns of the workbook that the series refers to. */
  readonly column: string;
}

export interface ReadChart {
  readonly categories: readonly string[];
  readonly series: readonly ReadSeries[];
  readonly blanks: string;
  /** Cells of its workbook by address. */
  readonly book: ReadonlyMap<string, number | string>;
}

export function readCharts(parts: Package, root: 'ppt' | 'word'): ReadChart[] {
  return named(parts, new RegExp(`^${root}/charts/chart\\d+\\.xml$`)).map((path) => {
    const xml = partOf(parts, path);
    const rels = partOf(parts, path.replace('charts/', 'charts/_rels/').concat('.rels'));
    const target = /Target="\.\.\/([^"]+)"/.exec(rels)![1]!;
    return readChart(xml, readBook(parts[`${root}/${target}`]!));
  });
}

function cacheOf(xml: string): (string | null)[] {
  const count = Number(/<c:ptCount val="(\d+)"/.exec(xml)?.[1] ?? 0);
  const values: (string | null)[] = Array.from({ length: count }, () => null);
  for (const [, index, value] of xml.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)<\/c:v>/g))
    values[Number(index)] = unescapeXml(value!);
  return values;
}

const numbersOf = (xml: string): (number | null)[] =>
  cacheOf(xml).map((value) => (value === null ? null : Number(value)));

function readChart(xml: string, book: ReadChart['book']): ReadChart {
  const series = Array.from(xml.matchAll(/<c:ser>(.*?)<\/c:ser>/gs), ([, ser]): ReadSeries => {
    const part = (tag: string): string | null => new RegExp(`<c:${tag}>(.*?)</c:${tag}>`, 's').exec(ser!)?.[1] ?? null;
    const values = part('val') ?? part('yVal')!;
    return {
      name: cacheOf(part('tx')!)[0] ?? '',
      xs: part('xVal') === null ? null : numbersOf(part('xVal')!),
      values: numbersOf(values),
      column: /\$([A-Z]+)\$2/.exec(values)![1]!,
    };
  });
  const categories = /<c:cat>(.*?)<\/c:cat>/s.exec(xml)?.[1];
  return {
    categories: categories === undefined ? [] : cacheOf(categories).map((name) => name ?? ''),
    series,
    blanks: /<c:dispBlanksAs val="(\w+)"/.exec(xml)?.[1] ?? '',
    book,
  };
}

function readBook(bytes: Uint8Array): ReadonlyMap<string, number | string> {
  const sheet = partOf(unpack(bytes), 'xl/worksheets/sheet1.xml');
  const cells = new Map<string, number | string>();
  for (const [, at, number, text] of sheet.matchAll(
    /<c r="([A-Z]+\d+)"(?:><v>([^<]*)<\/v>| t="inlineStr"><is><t[^>]*>([^<]*)<\/t><\/is>)<\/c>/g,
  ))
    cells.set(at!, number === undefined ? unescapeXml(text!) : Number(number));
  return cells;
}

/** Words of the runs of a part, paragraph by paragraph. */
export function paragraphs(xml: string, prefix: 'a' | 'w'): string[] {
  return Array.from(xml.matchAll(new RegExp(`<${prefix}:p(?: [^>]*)?>(.*?)</${prefix}:p>`, 'gs')), ([, p]) =>
    Array.from(p!.matchAll(new RegExp(`<${prefix}:t(?: [^>]*)?>([^<]*)</${prefix}:t>`, 'g')), (t) =>
      unescapeXml(t[1]!),
    ).join(''),
  );
}

/** Cells of each table as text with the colour behind them. */
export function tables(xml: string, prefix: 'a' | 'w'): { readonly text: string; readonly fill: string | null }[][][] {
  return Array.from(xml.matchAll(new RegExp(`<${prefix}:tbl>(.*?)</${prefix}:tbl>`, 'gs')), ([, table]) =>
    Array.from(table!.matchAll(new RegExp(`<${prefix}:tr[ >](.*?)</${prefix}:tr>`, 'gs')), ([, row]) =>
      Array.from(row!.matchAll(new RegExp(`<${prefix}:tc[ >](.*?)</${prefix}:tc>`, 'gs')), ([, cell]) => ({
        text: paragraphs(`<${prefix}:tc>${cell!}`, prefix).join('\n').trim(),
        fill: fillOf(cell!, prefix),
      })),
    ),
  );
}

/** Of a cell itself, not of its borders or letters. */
function fillOf(cell: string, prefix: 'a' | 'w'): string | null {
  if (prefix === 'w') return /<w:shd [^>]*w:fill="(\w+)"/.exec(cell)?.[1] ?? null;
  const own = /<a:tcPr.*<\/a:tcPr>/s.exec(cell)?.[0].replace(/<a:ln([LRTB]).*?<\/a:ln\1>/gs, '') ?? '';
  return /<a:srgbClr val="(\w+)"/.exec(own)?.[1] ?? null;
}
