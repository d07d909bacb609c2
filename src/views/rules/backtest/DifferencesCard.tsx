import type { Difference } from '../../../backtest/difference';
import { formatNumber } from '../../../base/format';
import type { Lang } from '../../../base/text';
import { useLang } from '../../../store/place';
import { Card } from '../../parts/Card';
import { DataTable, type TableColumn } from '../../parts/DataTable';
import { LevelBadge } from '../../parts/LevelBadge';
import { useT } from '../../parts/use-text';
import { differenceWords, FIGURES, inPoints } from './figures';
import { FIGURE_TEXT } from './figure-text';
import { ruleName } from './score-names';
import { lineKey } from './settings';
import type { ShownResult } from './shown-result';
import { BACKTEST_TEXT } from './text';

const COMPARED = FIGURES.filter((spec) => spec.difference !== undefined);

/** The second rule set against the first, alarm by alarm. */
export function DifferencesCard({ result, names }: ShownResult) {
  const t = useT(BACKTEST_TEXT);
  const lang = useLang();
  const rows = result.differences.filter(({ figures }) => Object.values(figures).some((v) => v !== null));
  const verdicts = rows.flatMap(({ figures }) => COMPARED.map((spec) => differenceWords(spec, figures).verdict));
  const better = verdicts.filter((v) => v === 'better').length;
  const worse = verdicts.filter((v) => v === 'worse').length;
  const rules = new Map(result.sets.flatMap((set) => set.rules.map(({ rule }) => [rule.id, rule])));
  const nameOf = ({ ruleId }: Difference): string =>
    ruleName(ruleId === null ? null : (rules.get(ruleId) ?? null), lang);
  const title =
    better + worse === 0
      ? t('differencesSame')
      : t('differencesTitle', {
          first: names[0] ?? '',
          second: names[1] ?? '',
          better: formatNumber(better),
          worse: formatNumber(worse),
        });
  return (
    <Card className="bt-scores" title={title} subtitle={t('differencesSubtitle')}>
      <DataTable
        caption={t('differences')}
        columns={columnsOf(lang, t('alarm'), nameOf)}
        rows={rows}
        rowKey={({ ruleId, atLeast }) => lineKey(ruleId, atLeast)}
        maxHeight={360}
        limit={40}
      />
    </Card>
  );
}

function columnsOf(lang: Lang, alarm: string, nameOf: (row: Difference) => string): TableColumn<Difference>[] {
  return [
    {
      key: 'alarm',
      head: alarm,
      rowHeader: true,
      className: 'bt-alarm',
      sortBy: nameOf,
      cell: (row) => (
        <>
          <span className="nowrap">
            ≥ <LevelBadge level={row.atLeast} form="numeral" />
          </span>{' '}
          {nameOf(row)}
        </>
      ),
    },
    ...COMPARED.map(
      (spec): TableColumn<Difference> => ({
        key: spec.key,
        head: `${FIGURE_TEXT[spec.key][lang]}${inPoints(spec) ? (lang === 'zh' ? '（百分点）' : ' (pp)') : ''}`,
        align: 'end',
        sortBy: ({ figures }) => differenceWords(spec, figures).value,
        firstDirection: 'descending',
        cell: ({ figures }) => {
          const { words, verdict } = differenceWords(spec, figures);
          return <span className={verdict ?? ''}>{words}</span>;
        },
      }),
    ),
  ];
}
