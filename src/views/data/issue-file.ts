import type { IndicatorCatalogue } from '../../base/indicators';
import type { Issue } from '../../base/issue';
import { type Lang, say } from '../../base/text';
import { csvText } from '../../observations/to-csv';
import { whereWords } from './in-words';
import { DATA_TEXT, ISSUE_NAMES } from './text';

/** An issue with the file in which it was found. */
export interface FileIssue {
  readonly file: string;
  readonly issue: Issue;
}

const HEAD = ['file', 'row', 'column', 'type', 'severity', 'given', 'expected', 'detail', 'where'] as const;

/** The faults as CSV in one language; foreign text is neutral for spreadsheets. */
export function issuesCsv(issues: readonly FileIssue[], lang: Lang, catalogue?: IndicatorCatalogue): string {
  const head = HEAD.map((key) => (key === 'severity' ? DATA_TEXT.severity[lang] : DATA_TEXT[key][lang]));
  const rows = issues.map(({ file, issue }) =>
    [
      csvText(file),
      issue.row > 0 ? String(issue.row) : '',
      csvText(issue.column),
      csvText(ISSUE_NAMES[issue.type][lang]),
      csvText(DATA_TEXT[issue.severity][lang]),
      csvText(issue.given),
      csvText(issue.expected[lang]),
      csvText(issue.detail[lang]),
      csvText(whereWords(issue, lang, catalogue)),
    ].join(','),
  );
  return `${[head.map(csvText).join(','), ...rows].join('\n')}\n`;
}

/** The faults as JSON, in both languages, as the command line writes them. */
export function issuesJson(issues: readonly FileIssue[]): string {
  return `${JSON.stringify(
    issues.map(({ file, issue }) => ({ file, ...issue })),
    null,
    2,
  )}\n`;
}

export function rowWords(issue: Issue, lang: Lang): string {
  return issue.row > 0 ? String(issue.row) : say(DATA_TEXT.wholeFile, lang);
}
