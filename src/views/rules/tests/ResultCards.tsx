import { differenceWords, trackWords } from '../../../backtest/rule-test-report';
import type { RuleTestResult, RuleTestRun } from '../../../backtest/rule-tests';
import { formatNumber, formatPeriodWords } from '../../../base/format';
import type { Lang } from '../../../base/text';
import type { AssessmentView } from '../../../platform/engine-api';
import { useLang } from '../../../store/place';
import { Button } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { DataTable, type TableColumn } from '../../parts/DataTable';
import { useT } from '../../parts/use-text';
import { useTestsDraft } from './draft';
import { placeWords } from './result-words';
import { TestChart } from './TestChart';
import { TESTS_TEXT } from './text';

interface ResultCardsProps {
  readonly view: AssessmentView;
  readonly run: RuleTestRun;
}

interface Row {
  readonly key: string;
  readonly at: number;
  readonly result: RuleTestResult;
}

/** Every test with its outcome, and one of them period by period. */
export function ResultCards({ view, run }: ResultCardsProps) {
  const t = useT(TESTS_TEXT);
  const lang = useLang();
  const shown = useTestsDraft((s) => s.shown);
  const { results } = run;
  const failed = results.filter((r) => !r.passed).length;
  const params = { name: run.name[lang], all: formatNumber(results.length), failed: formatNumber(failed) };
  const rows = results.map((result, at): Row => ({ key: String(at), at, result }));
  const columns: TableColumn<Row>[] = [
    { key: 'outcome', head: t('outcome'), className: 'nowrap', cell: outcomeCell(t('pass'), t('fail')) },
    { key: 'test', head: t('test'), rowHeader: true, className: 'foreign test-name', cell: (r) => r.result.name[lang] },
    { key: 'chart', head: t('chart'), cell: chartCell(view) },
    { key: 'found', head: t('found'), className: 'small foreign', cell: (r) => foundWords(r.result, run, lang, t) },
    { key: 'show', head: t('show'), className: 'nowrap', cell: showCell },
  ];
  const one = shown === null ? undefined : results[shown];
  return (
    <>
      <Card
        title={failed === 0 ? t('allPass', params) : t('someFail', params)}
        subtitle={t('against', { rules: view.ruleSet.name[lang] })}
      >
        <DataTable
          caption={t('results')}
          columns={columns}
          rows={rows}
          rowKey={(r) => r.key}
          rowClass={(r) => (r.result.passed ? undefined : 'test-failed')}
          maxHeight={620}
          limit={100}
        />
      </Card>
      {one && <Periods result={one} run={run} view={view} />}
    </>
  );
}

const outcomeCell = (pass: string, fail: string) =>
  function cell({ result }: Row) {
    return <span className={result.passed ? 'better' : 'worse'}>{result.passed ? pass : fail}</span>;
  };

const chartCell = (view: AssessmentView) =>
  function cell({ result }: Row) {
    return <TestChart view={view} result={result} />;
  };

const showCell = (row: Row) => <Show row={row} />;

function Show({ row }: { readonly row: Row }) {
  const t = useT(TESTS_TEXT);
  const lang = useLang();
  const { shown, show } = useTestsDraft();
  const open = shown === row.at;
  return (
    <Button
      look="plain"
      aria-pressed={open}
      aria-label={t('showNamed', { name: row.result.name[lang] })}
      onClick={() => show(open ? null : row.at)}
    >
      {t('show')}
    </Button>
  );
}

function foundWords(
  result: RuleTestResult,
  { frequency }: RuleTestRun,
  lang: Lang,
  t: (key: 'compared' | 'differences', params: { count: string }) => string,
): string {
  if (!result.difference) return t('compared', { count: formatNumber(result.compared) });
  const words = differenceWords(result.difference, frequency, lang);
  return `${words}${lang === 'zh' ? '。' : '. '}${t('differences', { count: formatNumber(result.differences) })}`;
}

interface PeriodsProps {
  readonly result: RuleTestResult;
  readonly run: RuleTestRun;
  readonly view: AssessmentView;
}

/** Figures, expectations and what came out, period by period. */
function Periods({ result, run, view }: PeriodsProps) {
  const t = useT(TESTS_TEXT);
  const lang = useLang();
  // Newest first: what is expected mostly stands at the end, after the history that a rule needs.
  const rows = Array.from({ length: result.count }, (_, k) => result.count - 1 - k);
  const columns: TableColumn<number>[] = [
    {
      key: 'period',
      head: t('period'),
      rowHeader: true,
      className: 'nowrap',
      cell: (i) => formatPeriodWords(run.frequency, result.first + i, lang),
    },
    ...result.series.map(
      ({ indicatorId, values }): TableColumn<number> => ({
        key: indicatorId,
        head: view.catalogue.byId.get(indicatorId)?.short[lang] ?? indicatorId,
        align: 'end',
        cell: (i) => formatNumber(values[i]!, view.catalogue.byId.get(indicatorId)?.decimals ?? 2),
      }),
    ),
    ...result.tracks.map(
      (track, k): TableColumn<number> => ({
        key: `track ${k}`,
        head: t('expectedGot', { what: trackWords(track.about, lang) }),
        cell: (i) => placeWords(track, i, lang),
      }),
    ),
  ];
  const title = t('byPeriod', { name: result.name[lang] });
  return (
    <Card title={title}>
      <DataTable
        caption={title}
        columns={columns}
        rows={rows}
        rowKey={String}
        rowClass={(i) =>
          result.tracks.some((track) => track.expected[i]! >= 0 && track.expected[i] !== track.got[i])
            ? 'test-failed'
            : undefined
        }
        maxHeight={420}
      />
    </Card>
  );
}
