import { type ReactNode, useMemo } from 'react';
import { formatChange, formatNumber, formatPeriodWords } from '../../../base/format';
import type { Indicator } from '../../../base/indicators';
import type { Lang } from '../../../base/text';
import { unitShort } from '../../../base/units';
import { targetProgressHeight, targetProgressModel } from '../../../charts/target-progress-option';
import { CHART_THEMES } from '../../../charts/theme';
import type { TargetRow, TargetTable } from '../../../response/groups/targets';
import { setPlace, useLang, usePlace, useTheme } from '../../../store/place';
import { useReadyView } from '../../../store/session';
import { regionsNoun } from '../../../base/region-names';
import { Choice } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { ChartView } from '../../parts/ChartView';
import { DataTable, type TableColumn } from '../../parts/DataTable';
import { Figure } from '../../parts/Figure';
import { PlaceLink } from '../../parts/PlaceLink';
import { Empty } from '../../parts/states';
import { useT } from '../../parts/use-text';
import { useSourceWords } from '../../parts/use-source';
import { useActing } from '../case/acting';
import type { Where } from './GroupsTools';
import { TARGETS_TEXT } from './text';

interface TargetsProps extends Where {
  readonly tables: readonly TargetTable[];
}

/** Progress on the year's targets by region (6.1): bullets and the ranking, for one target at a time. */
export function TargetsCard({ regionCode, tables }: TargetsProps) {
  const t = useT(TARGETS_TEXT);
  const { free } = usePlace();
  const { catalogue } = useReadyView();
  const lang = useLang();
  const table = tables.find(({ indicatorId }) => indicatorId === free.target) ?? tables[0];
  const indicator = table && catalogue.byId.get(table.indicatorId);
  if (!table || !indicator) {
    return (
      <Card title={t('title')}>
        <Empty title={t('none')}>
          <p>{t('noneHelp')}</p>
        </Empty>
      </Card>
    );
  }
  const tools = (
    <Choice
      label={t('choose')}
      name="groups-target"
      value={table.indicatorId}
      options={tables.map(({ indicatorId: value }) => ({
        value,
        label: catalogue.byId.get(value)?.short[lang] ?? value,
      }))}
      onChange={(target) => setPlace({ free: { target } }, { replace: true })}
    />
  );
  if (table.why !== null) {
    return (
      <Card title={t('title')} tools={tools}>
        <Empty title={t('failedTitle')}>
          <p>{table.why[lang]}</p>
        </Empty>
      </Card>
    );
  }
  return <TargetsFigure {...{ regionCode, table, indicator, tools }} />;
}

interface FigureProps {
  readonly regionCode: string;
  readonly table: TargetTable;
  readonly indicator: Indicator;
  readonly tools: ReactNode;
}

function TargetsFigure({ regionCode, table, indicator, tools }: FigureProps) {
  const t = useT(TARGETS_TEXT);
  const lang = useLang();
  const theme = useTheme();
  const { tree, frequency, weekEndsOn } = useReadyView();
  const { names } = useActing();
  const source = useSourceWords();
  const drawn = table.rows.length > 0 ? table.rows : [table.total!];
  const model = useMemo(
    () =>
      targetProgressModel(
        {
          indicator: indicator.name[lang],
          unit: indicator.unit,
          decimals: indicator.decimals,
          period: formatPeriodWords(frequency, table.period!, lang, weekEndsOn),
          noun: regionsNoun(tree, tree.children[tree.indexOf.get(regionCode)!]!)[lang],
          due: table.due ?? NaN,
          rows: drawn.map((row) => ({ ...row, name: names.region(row.regionCode)[lang] })),
          lang,
        },
        CHART_THEMES[theme],
      ),
    // `drawn` follows from the table.
    // oxlint-disable-next-line react/exhaustive-deps
    [table, indicator, regionCode, tree, names, frequency, weekEndsOn, lang, theme],
  );
  return (
    <Figure
      className="targets"
      title={model.title}
      subtitle={model.subtitle}
      tools={tools}
      footer={
        <>
          {t('basis')}
          <br />
          {source}
        </>
      }
    >
      <div className="targets-columns">
        <ChartView model={model} height={targetProgressHeight(drawn.length)} fileName={model.title} source={source} />
        <DataTable
          caption={t('table')}
          rows={[...(table.rows.length > 0 ? [table.total!] : []), ...drawn]}
          rowKey={(row) => row.regionCode}
          columns={columnsOf(t, indicator, table.total!.regionCode, names, lang)}
        />
      </div>
    </Figure>
  );
}

function columnsOf(
  t: ReturnType<typeof useT<keyof typeof TARGETS_TEXT>>,
  indicator: Indicator,
  total: string,
  names: ReturnType<typeof useActing>['names'],
  lang: Lang,
): readonly TableColumn<TargetRow>[] {
  const figure = (value: number | null): string => formatNumber(value, indicator.decimals);
  const withUnit = (head: 'achieved' | 'target'): string => `${t(head)} (${unitShort(indicator.unit)[lang]})`;
  const points = (value: number | null) => (
    <span className={value !== null && value < 0 ? 'worse' : ''}>{formatChange(value, 'points', lang, 1)}</span>
  );
  return [
    {
      key: 'rank',
      head: t('rank'),
      align: 'end',
      cell: (row) => row.rank ?? (row.regionCode === total ? t('total') : ''),
    },
    {
      key: 'region',
      head: t('region'),
      rowHeader: true,
      cell: (row) => <PlaceLink to={{ region: row.regionCode }}>{names.region(row.regionCode)[lang]}</PlaceLink>,
    },
    { key: 'achieved', head: withUnit('achieved'), align: 'end', cell: (row) => figure(row.achieved) },
    { key: 'target', head: withUnit('target'), align: 'end', cell: (row) => figure(row.target) },
    {
      key: 'share',
      head: t('share'),
      align: 'end',
      cell: (row) => (row.share === null ? row.why?.[lang] : `${formatNumber(row.share, 1)}%`),
    },
    { key: 'gap', head: t('gap'), align: 'end', cell: (row) => points(row.gap) },
    { key: 'gapPast', head: t('gapPast'), align: 'end', cell: (row) => points(row.gapPast) },
  ];
}
