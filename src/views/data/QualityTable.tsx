import { useMemo, useState } from 'react';
import { formatNumber, formatPeriodWords, withUnit } from '../../base/format';
import type { IndicatorCatalogue } from '../../base/indicators';
import { formatPeriod, type Frequency } from '../../base/period';
import type { RegionTree } from '../../base/regions';
import { type Lang, say } from '../../base/text';
import { unitShort } from '../../base/units';
import { CHECK_NAMES } from '../../panel/quality/names';
import type { QualityCheckId, QualityFlag, QualityReport } from '../../panel/quality/quality';
import { downloadText } from '../../platform/download';
import { useLang } from '../../store/place';
import { Button, Select } from '../parts/Button';
import { DataTable, type TableColumn } from '../parts/DataTable';
import { PlaceLink } from '../parts/PlaceLink';
import { useT } from '../parts/use-text';
import { flagsCsv, indicatorWords, regionWords } from './quality-file';
import { QUALITY_TEXT } from './quality-text';

interface QualityTableProps {
  readonly report: QualityReport;
  readonly tree: RegionTree;
  readonly catalogue: IndicatorCatalogue;
  /** Name of a source on the screen, where it is another than in the data. */
  readonly nameOf?: (source: string) => string;
  /** Frequency whose charts are on the screens: flags of it lead there. Null: the figures are not loaded yet. */
  readonly charted: Frequency | null;
}

const same = (source: string): string => source;

type Row = QualityFlag & { readonly key: string };

/** What the checks found, by check, with place, value, expectation and reason; to filter and to download. */
export function QualityTable({ report, tree, catalogue, nameOf = same, charted }: QualityTableProps) {
  const t = useT(QUALITY_TEXT);
  const lang = useLang();
  const [check, setCheck] = useState<QualityCheckId | 'all'>('all');
  const rows = useMemo<Row[]>(() => report.flags.map((f, k) => ({ ...f, key: String(k) })), [report]);
  const found = report.checks.filter((c) => c.flagged > 0);
  const chosen = found.some((c) => c.check === check) ? check : 'all';
  const shown = chosen === 'all' ? rows : rows.filter((f) => f.check === chosen);
  const total = found.reduce((sum, c) => sum + c.flagged, 0);
  if (found.length === 0) return null;
  const columns: TableColumn<Row>[] = [
    {
      key: 'check',
      head: t('check'),
      className: 'nowrap',
      cell: (f) => CHECK_NAMES[f.check][lang],
      sortBy: (f) => f.check,
    },
    {
      key: 'region',
      head: t('region'),
      className: 'quality-name',
      cell: (f) => regionWords(f, tree, lang),
      sortBy: (f) => f.regionCode ?? '',
    },
    {
      key: 'indicator',
      head: t('indicator'),
      className: 'quality-name',
      cell: (f) => indicatorWords(f, catalogue, lang),
      sortBy: (f) => f.indicatorId ?? '',
    },
    {
      key: 'period',
      head: t('period'),
      className: 'nowrap',
      cell: (f) => periodWords(f, lang),
      sortBy: (f) => f.period,
    },
    {
      key: 'value',
      head: t('value'),
      align: 'end',
      className: 'nowrap',
      cell: (f) => (f.value === null ? t('several', { count: formatNumber(f.count) }) : figure(f, f.value, lang)),
      sortBy: (f) => f.value,
    },
    { key: 'expected', head: t('expected'), className: 'nowrap', cell: (f) => expectedWords(f, lang) },
    { key: 'why', head: t('why'), className: 'why', cell: (f) => f.why[lang] },
    {
      key: 'place',
      head: t('place'),
      className: 'foreign',
      cell: (f) => (f.row > 0 ? t('row', { source: nameOf(f.source), row: f.row }) : nameOf(f.source)),
      sortBy: (f) => f.row,
    },
    ...(charted === null
      ? []
      : [{ key: 'chart', head: t('chart'), className: 'nowrap', cell: chartCell(charted, tree, catalogue, lang) }]),
  ];
  return (
    <div className="quality-table">
      <div className="issues-tools">
        <Select
          label={t('check')}
          value={chosen}
          onChange={setCheck}
          options={[
            { value: 'all', label: t('all', { count: formatNumber(total) }) },
            ...found.map((c) => ({
              value: c.check,
              label: t('ofCheck', { check: CHECK_NAMES[c.check][lang], count: formatNumber(c.flagged) }),
            })),
          ]}
        />
        <Button
          look="plain"
          onClick={() => downloadText(`${t('fileName')}.csv`, flagsCsv(shown, tree, catalogue, lang), 'text/csv')}
        >
          {t('download')}
        </Button>
        {report.flags.length < total && <span className="quiet">{t('listed')}</span>}
      </div>
      <DataTable caption={t('part')} columns={columns} rows={shown} rowKey={(f) => f.key} maxHeight={360} limit={100} />
    </div>
  );
}

function figure({ unit, decimals }: QualityFlag, value: number, lang: Lang): string {
  return withUnit(formatNumber(value, decimals), unit === 'ratio' || unit === 'index' ? '' : unitShort(unit)[lang]);
}

function expectedWords(f: QualityFlag, lang: Lang): string {
  if (f.low === null) return '';
  const low = figure(f, f.low, lang);
  if (f.high === null) return say(QUALITY_TEXT.atLeast, lang, { low });
  const high = figure(f, f.high, lang);
  return low === high ? low : say(QUALITY_TEXT.between, lang, { low: formatNumber(f.low, f.decimals), high });
}

function periodWords(f: QualityFlag, lang: Lang): string {
  return f.period === null
    ? QUALITY_TEXT.wholeSeries[lang]
    : formatPeriodWords(f.frequency, f.period, lang, f.weekEndsOn);
}

/** A link to the lines of the region and the indicator, at the period. */
function chartCell(charted: Frequency, tree: RegionTree, catalogue: IndicatorCatalogue, lang: Lang) {
  return (f: QualityFlag) => {
    if (f.frequency !== charted || f.regionCode === null) return null;
    const period = f.period === null ? null : formatPeriod(f.frequency, f.period, f.weekEndsOn);
    const names = { region: regionWords(f, tree, lang), indicator: indicatorWords(f, catalogue, lang) };
    const words = say(QUALITY_TEXT.chartOf, lang, names);
    const to =
      f.indicatorId === null
        ? { screen: 'region' as const, region: f.regionCode, period }
        : {
            screen: 'indicators' as const,
            region: f.regionCode,
            period,
            free: { ind: f.indicatorId, reg: f.regionCode },
          };
    return (
      <PlaceLink to={to}>
        {QUALITY_TEXT.chart[lang]}
        <span className="visually-hidden"> {words}</span>
      </PlaceLink>
    );
  };
}
