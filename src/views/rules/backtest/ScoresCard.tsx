import { useMemo } from 'react';
import { formatNumber, formatPeriodWords, formatShare } from '../../../base/format';
import { downloadText } from '../../../platform/download';
import { setPlace, useLang, usePlace } from '../../../store/place';
import { useDemonstrationMark } from '../../../store/session';
import { Button, Choice } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { DataTable, type TableColumn } from '../../parts/DataTable';
import { LevelBadge } from '../../parts/LevelBadge';
import { PlaceLink } from '../../parts/PlaceLink';
import { useSourceWords } from '../../parts/use-source';
import { useT } from '../../parts/use-text';
import { FIGURES, figureWords, type ScoreRow, scoreRows, silentRules } from './figures';
import { FIGURE_TEXT, HELP_TEXT } from './figure-text';
import { scoresCsv } from './score-file';
import { alarmName, ruleName, thresholdWords } from './score-names';
import { focusOf, lineKey } from './settings';
import type { ShownResult } from './shown-result';
import { BACKTEST_TEXT } from './text';

const SHOWS = ['levels', 'rules', 'all'] as const;

/** Every alarm of the first set with its scores; chance and spread stand beside, reasons where there is no figure. */
export function ScoresCard(shown: ShownResult) {
  const { result, names } = shown;
  const t = useT(BACKTEST_TEXT);
  const lang = useLang();
  const { free } = usePlace();
  const set = result.sets[0]!;
  const rows = useMemo(() => scoreRows(set), [set]);
  const show = SHOWS.find((s) => s === free.scores) ?? 'all';
  const visible = rows.filter((r) => show === 'all' || (r.rule === null) === (show === 'levels'));
  const focus = focusOf(free);
  const silent = silentRules(set);
  const setWords = t('scoresSubtitle', { set: names[0] ?? '' });
  return (
    <Card
      className="bt-scores"
      title={finding(rows, lang, t)}
      subtitle={setWords}
      tools={
        <>
          <Choice
            label={t('show')}
            name="backtest-show"
            value={show}
            options={SHOWS.map((value) => ({
              value,
              label: t(value === 'levels' ? 'showLevels' : value === 'rules' ? 'showRules' : 'showAll'),
            }))}
            onChange={(scores) => setPlace({ free: { scores: scores === 'all' ? null : scores } }, { replace: true })}
          />
          <Download {...shown} />
        </>
      }
      footer={useSourceWords()}
    >
      <DataTable
        caption={t('scores')}
        columns={columnsOf(lang, t)}
        rows={visible}
        rowKey={(r) => r.key}
        rowClass={(r) => (r.key === lineKey(focus.ruleId, focus.atLeast) ? 'selected' : undefined)}
        maxHeight={430}
        limit={60}
      />
      {silent > 0 && <p className="quiet bt-note">{t('silent', { count: formatNumber(silent) })}</p>}
      <Meaning />
    </Card>
  );
}

type T = ReturnType<typeof useT<keyof typeof BACKTEST_TEXT>>;

/** The best of all alarms by its Youden index, said as what it is. */
function finding(rows: readonly ScoreRow[], lang: 'zh' | 'en', t: T): string {
  const best = rows
    .filter((r) => (r.total.months.youden ?? 0) > 0)
    .toSorted((a, b) => b.total.months.youden! - a.total.months.youden!)[0];
  if (!best) return t('scoresNone');
  const { youden, recall, falseAlarmRate } = best.total.months;
  return t('scoresTitle', {
    name: alarmName(best.rule, best.atLeast, lang),
    value: formatNumber(youden, 3),
    recall: formatShare(recall, 1),
    rate: formatShare(falseAlarmRate, 1),
  });
}

function columnsOf(lang: 'zh' | 'en', t: T): TableColumn<ScoreRow>[] {
  return [
    {
      key: 'alarm',
      head: t('alarm'),
      rowHeader: true,
      className: 'bt-alarm',
      sortBy: (r) => ruleName(r.rule, lang),
      cell: alarmCell,
    },
    {
      key: 'threshold',
      head: t('threshold'),
      align: 'end',
      sortBy: (r) => r.threshold,
      cell: (r) => thresholdWords(r) || '·',
    },
    ...FIGURES.map(
      (spec): TableColumn<ScoreRow> => ({
        key: spec.key,
        head: <abbr title={HELP_TEXT[spec.key][lang]}>{FIGURE_TEXT[spec.key][lang]}</abbr>,
        align: 'end',
        sortBy: spec.of,
        firstDirection: 'descending',
        cell: (row) => {
          const { figure, beside } = figureWords(spec, row, lang);
          return (
            <>
              {figure}
              {beside !== '' && <span className="bt-beside">{beside}</span>}
            </>
          );
        },
      }),
    ),
  ];
}

const alarmCell = (row: ScoreRow) => <AlarmCell row={row} />;

function AlarmCell({ row }: { readonly row: ScoreRow }) {
  const lang = useLang();
  return (
    <>
      <span className="nowrap">
        ≥ <LevelBadge level={row.atLeast} form="numeral" />
      </span>{' '}
      <PlaceLink to={{ free: { line: lineKey(row.rule?.id ?? null, row.atLeast) } }}>
        {ruleName(row.rule, lang)}
      </PlaceLink>
    </>
  );
}

function Meaning() {
  const t = useT(BACKTEST_TEXT);
  const lang = useLang();
  return (
    <details className="bt-meaning">
      <summary>{t('meaning')}</summary>
      <dl>
        {FIGURES.map(({ key }) => (
          <div key={key}>
            <dt>{FIGURE_TEXT[key][lang]}</dt>
            <dd>{HELP_TEXT[key][lang]}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Download({ view, result, names }: ShownResult) {
  const t = useT(BACKTEST_TEXT);
  const lang = useLang();
  const source = useSourceWords();
  const mark = useDemonstrationMark()?.[lang];
  const spelt = (position: number): string =>
    formatPeriodWords(view.frequency, result.first + position, lang, view.weekEndsOn);
  const save = (): void => {
    const sets = result.sets.map((set, k) => ({ name: names[k] ?? '', rows: scoreRows(set) }));
    const { dates, all, regions } = result.episodes;
    const head = [
      [mark, source].filter(Boolean).join(lang === 'zh' ? '；' : '; '),
      t('foundEpisodes', { from: spelt(result.from), to: spelt(result.to), dates, all, regions }),
    ];
    const name = [mark, t('fileName')].filter(Boolean).join(' ');
    downloadText(`${name}.csv`, scoresCsv(sets, head, lang), 'text/csv');
  };
  return <Button onClick={save}>{t('downloadCsv')}</Button>;
}
