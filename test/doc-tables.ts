import { expect } from 'vitest';

/** Tables of docs/*.md, to hold a page against the code that it describes. */

/** The rows of the first table below a heading of the second rank, its head included. */
export function tableBelow(doc: string, heading: string): readonly string[] {
  const after = doc.split(`\n## ${heading}\n`)[1];
  expect(after, `## ${heading}`).toBeDefined();
  const lines = after!.split('\n## ')[0]!.split('\n');
  const first = lines.findIndex((line) => line.startsWith('|'));
  const end = lines.findIndex((line, i) => i > first && !line.startsWith('|'));
  return lines.slice(first, end < 0 ? undefined : end);
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A table as it stands in a page. */
export function ruled(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)];
}

/** The cells of one column of a table, without its head. */
export function column(table: readonly string[], name: string): readonly string[] {
  const cells = table.map((line) => line.replace(/^\| *| *\|$/g, '').split(/ *\| */));
  const at = cells[0]!.indexOf(name);
  expect(at, `column ${name}`).toBeGreaterThanOrEqual(0);
  return cells.slice(2).map((line) => line[at] ?? '');
}

export const codes = (ids: readonly string[]): string => ids.map((id) => `\`${id}\``).join(' ');
