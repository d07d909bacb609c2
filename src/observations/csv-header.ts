import { sayBoth } from '../base/text';
import type { Issue } from '../base/issue';
import { issueOf, ownText } from './issue-log';
import { nearest, plainSpelling } from './near';
import { DETAIL, EXPECTED } from './text';

/** Where each column of a table stands; −1 when it is absent. */
export interface Header<C extends string> {
  readonly at: Readonly<Record<C, number>>;
  /** As they stand in the file. */
  readonly names: readonly string[];
}

export interface HeaderSpec<C extends string> {
  readonly columns: readonly C[];
  readonly required: readonly C[];
  /** Words under which people know a column; only for suggestions, never taken for it. */
  readonly words: Readonly<Partial<Record<C, readonly string[]>>>;
}

/** Finds the columns by name: width, case, blanks and hyphens do not count. A missing required one is a fault. */
export function readHeader<C extends string>(
  cells: readonly string[],
  row: number,
  spec: HeaderSpec<C>,
): { header: Header<C> | null; issues: Issue[] } {
  const issues: Issue[] = [];
  const names = cells.map((c) => ownText(c.trim()));
  const at = Object.fromEntries(spec.columns.map((c) => [c, -1])) as Record<C, number>;
  names.forEach((name, k) => {
    const column = spec.columns.find((c) => c === plainSpelling(name));
    if (column === undefined) {
      if (name !== '') {
        const detail = sayBoth(DETAIL.unknownColumn, { column: name.slice(0, 60) });
        issues.push(issueOf('unknown_column', 'note', row, name, name, EXPECTED.known, detail));
      }
    } else if (at[column] >= 0) {
      const detail = sayBoth(DETAIL.headerTwice, { column });
      issues.push(issueOf('wrong_header', 'fault', row, column, name, EXPECTED.once, detail));
    } else at[column] = k;
  });
  const missing = spec.required.filter((c) => at[c] < 0);
  if (missing.length > 0) {
    const found = names.filter((n) => n !== '').map((n) => n.slice(0, 30));
    const detail = sayBoth(DETAIL.wrongHeader, { found: found.slice(0, 20).join(', ').slice(0, 300) || '—' });
    issues.unshift(issueOf('wrong_header', 'fault', row, '', found.join(', '), EXPECTED.header, detail));
    const unused = names.filter((n) => n !== '' && !spec.columns.some((c) => c === plainSpelling(n)));
    for (const column of missing) issues.push(missingColumn(column, unused, spec.words[column] ?? [], row));
  }
  const good = !issues.some((i) => i.severity === 'fault');
  return { header: good ? { at, names } : null, issues };
}

function missingColumn(column: string, unused: readonly string[], words: readonly string[], row: number): Issue {
  const near = unused.find((name) => [column, ...words].some((w) => nearest(name, [w], 1).length > 0));
  const detail =
    near === undefined
      ? sayBoth(DETAIL.missingColumn, { column })
      : sayBoth(DETAIL.missingColumnNear, { column, near: near.slice(0, 60) });
  return issueOf('missing_column', 'fault', row, column, near ?? '', sayBoth(EXPECTED.name, { name: column }), detail);
}
