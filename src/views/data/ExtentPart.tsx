import { formatNumber, formatPeriodWords, formatShare } from '../../base/format';
import type { IndicatorCatalogue } from '../../base/indicators';
import { unitShort } from '../../base/units';
import type { IndicatorExtent, QualityReport } from '../../panel/quality/quality';
import { useLang } from '../../store/place';
import { DataTable, type TableColumn } from '../parts/DataTable';
import { useT } from '../parts/use-text';
import { QUALITY_TEXT } from './quality-text';
import { coverageShare } from './quality-words';

interface ExtentPartProps {
  readonly report: QualityReport;
  readonly catalogue: IndicatorCatalogue;
}

/** What would be taken, by indicator: how far it reaches, what is missing in it, and what the figure means. */
export function ExtentPart({ report, catalogue }: ExtentPartProps) {
  const t = useT(QUALITY_TEXT);
  const lang = useLang();
  const of = (e: IndicatorExtent) => catalogue.byId.get(e.indicatorId);
  const period = (e: IndicatorExtent, p: number): string => formatPeriodWords(e.frequency, p, lang, e.weekEndsOn);
  const columns: TableColumn<IndicatorExtent>[] = [
    {
      key: 'indicator',
      head: t('indicator'),
      rowHeader: true,
      className: 'quality-name',
      cell: (e) => of(e)?.name[lang] ?? e.indicatorId,
    },
    {
      key: 'unit',
      head: t('unit'),
      className: 'nowrap',
      cell: (e) => unitShort(of(e)?.unit ?? '')[lang],
    },
    {
      key: 'span',
      head: t('period'),
      className: 'nowrap',
      cell: (e) => t('between', { low: period(e, e.first), high: period(e, e.last) }),
    },
    { key: 'regions', head: t('regionCount'), align: 'end', cell: (e) => formatNumber(e.regions) },
    { key: 'values', head: t('valueCount'), align: 'end', cell: (e) => formatNumber(e.values) },
    {
      key: 'coverage',
      head: t('coverage'),
      align: 'end',
      className: 'nowrap',
      cell: (e) => formatShare(coverageShare([e])),
      sortBy: (e) => coverageShare([e]),
    },
    { key: 'definition', head: t('definition'), className: 'definition', cell: (e) => of(e)?.definition[lang] ?? '' },
    { key: 'source', head: t('sourceOf'), className: 'quality-source', cell: (e) => of(e)?.source[lang] ?? '' },
    {
      key: 'lag',
      head: t('lag'),
      align: 'end',
      className: 'nowrap',
      cell: (e) => t('lagDays', { days: of(e)?.lagDays ?? 0 }),
    },
  ];
  return (
    <details className="extent" data-testid="import-extent">
      <summary>
        {t('extent')}{' '}
        <span className="quiet">{t('extentSummary', { share: formatShare(coverageShare(report.extents)) })}</span>
      </summary>
      <DataTable
        caption={t('extent')}
        columns={columns}
        rows={report.extents}
        rowKey={(e) => `${e.frequency} ${e.indicatorId}`}
        maxHeight={320}
      />
    </details>
  );
}
