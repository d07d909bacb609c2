import { useMemo, useState } from 'react';
import { formatNumber } from '../../base/format';
import type { Issue, IssueType } from '../../base/issue';
import { copyText } from '../../platform/clipboard';
import { downloadText } from '../../platform/download';
import { useLang } from '../../store/place';
import { useSession } from '../../store/session';
import { Button, Select } from '../parts/Button';
import { DataTable, type TableColumn } from '../parts/DataTable';
import { useT } from '../parts/use-text';
import { type FileIssue, issuesCsv, issuesJson, rowWords } from './issue-file';
import { whereWords } from './in-words';
import { DATA_TEXT, ISSUE_NAMES } from './text';

interface IssuesTableProps {
  readonly issues: readonly FileIssue[];
  /** Exact numbers by type, also of those beyond the listed ones. */
  readonly counts: Readonly<Record<string, number>>;
  /** Say the file in each row. */
  readonly withFile: boolean;
}

const kindCell = ({ issue }: FileIssue) => <Kind issue={issue} />;
const givenCell = ({ issue }: FileIssue) => <code className="given">{issue.given}</code>;

function Kind({ issue }: { readonly issue: Issue }) {
  const lang = useLang();
  return (
    <span className={`issue-${issue.severity}`}>
      {DATA_TEXT[issue.severity][lang]} · {ISSUE_NAMES[issue.type][lang]}
    </span>
  );
}

/** Every fault with its place, what stood there and what was expected; by type, to copy and to download. */
export function IssuesTable({ issues, counts, withFile }: IssuesTableProps) {
  const t = useT(DATA_TEXT);
  const lang = useLang();
  const catalogue = useSession((s) => s.view?.catalogue);
  const [type, setType] = useState<IssueType | 'all'>('all');
  const [copied, setCopied] = useState<'copied' | 'copyFailed' | null>(null);
  const numbered = useMemo(() => issues.map((entry, k) => ({ ...entry, key: String(k) })), [issues]);
  const types = useMemo(() => [...new Set(issues.map((i) => i.issue.type))], [issues]);
  const chosen = type !== 'all' && types.includes(type) ? type : 'all';
  const shown = chosen === 'all' ? numbered : numbered.filter((i) => i.issue.type === chosen);
  const total = Object.values(counts).reduce((a, b) => a + b, 0);
  const columns: TableColumn<(typeof numbered)[number]>[] = [
    ...(withFile
      ? [{ key: 'file', head: t('file'), cell: (i: FileIssue) => i.file, sortBy: (i: FileIssue) => i.file }]
      : []),
    {
      key: 'row',
      head: t('row'),
      align: 'end',
      cell: ({ issue }) => rowWords(issue, lang),
      sortBy: ({ issue }) => issue.row,
    },
    {
      key: 'column',
      head: t('column'),
      className: 'nowrap',
      cell: ({ issue }) => issue.column,
      sortBy: ({ issue }) => issue.column,
    },
    {
      key: 'type',
      head: t('type'),
      cell: kindCell,
      sortBy: ({ issue }) => issue.type,
    },
    { key: 'given', head: t('given'), cell: givenCell },
    { key: 'expected', head: t('expected'), cell: ({ issue }) => issue.expected[lang] },
    { key: 'detail', head: t('detail'), cell: ({ issue }) => issue.detail[lang] },
    { key: 'where', head: t('where'), cell: ({ issue }) => whereWords(issue, lang, catalogue) },
  ];
  const entries = shown.map(({ file, issue }) => ({ file, issue }));
  const copy = async (): Promise<void> => {
    setCopied((await copyText(issuesCsv(entries, lang, catalogue))) ? 'copied' : 'copyFailed');
  };
  return (
    <div className="issues">
      <div className="issues-tools">
        <Select
          label={t('type')}
          value={chosen}
          onChange={setType}
          options={[
            { value: 'all', label: t('allTypes', { count: formatNumber(total) }) },
            ...types.map((value) => ({
              value,
              label: t('ofType', { type: ISSUE_NAMES[value][lang], count: formatNumber(counts[value] ?? 1) }),
            })),
          ]}
        />
        <Button look="plain" onClick={() => void copy()}>
          {t('copy')}
        </Button>
        <Button
          look="plain"
          onClick={() => downloadText(`${t('issuesName')}.csv`, issuesCsv(entries, lang, catalogue), 'text/csv')}
        >
          {t('downloadCsv')}
        </Button>
        <Button
          look="plain"
          onClick={() => downloadText(`${t('issuesName')}.json`, issuesJson(entries), 'application/json')}
        >
          {t('downloadJson')}
        </Button>
        <span role="status" className="quiet">
          {copied && t(copied)}
        </span>
      </div>
      <DataTable
        caption={t('faults')}
        columns={columns}
        rows={shown}
        rowKey={(row) => row.key}
        maxHeight={360}
        limit={100}
      />
    </div>
  );
}
