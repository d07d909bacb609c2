import type { ReactNode } from 'react';
import { formatNumber } from '../../base/format';
import type { IndicatorCatalogue } from '../../base/indicators';
import type { Conflict } from '../../observations/tables/understanding';
import { placeOfRow } from '../../observations/tables/sheet';
import type { ReadReport } from '../../platform/engine-api';
import { useImporting } from '../../store/importing';
import { useLang } from '../../store/place';
import { DataTable, type TableColumn } from '../parts/DataTable';
import { useT } from '../parts/use-text';
import { MeaningSelect } from './MeaningSelect';
import { MAPPING_TEXT } from './mapping-text';

/** Values that contradict each other, for a person to choose from; until then neither is taken. */
export function ConflictsPart({
  report,
  catalogue,
}: {
  readonly report: ReadReport;
  readonly catalogue: IndicatorCatalogue;
}) {
  const t = useT(MAPPING_TEXT);
  const lang = useLang();
  const choose = useImporting((s) => s.choose);
  const choices = useImporting((s) => s.readings[report.name]?.choices);
  if (report.conflicts.length === 0) return null;
  const claimWords = ({ row, value }: Conflict['claims'][number]): string => {
    const { sheet, line } = placeOfRow(row);
    const name = report.sheetNames[sheet];
    return report.sheetNames.length > 1 && name !== undefined
      ? t('claimSheet', { value: String(value), sheet: name, row: formatNumber(line) })
      : t('claim', { value: String(value), row: formatNumber(report.sheetNames.length > 0 ? line : row) });
  };
  const claims = (c: Conflict): ReactNode => (
    <MeaningSelect
      label={`${t('choice')}: ${placeWords(c)}`}
      value={String(choices?.[c.key] ?? '')}
      first={[
        { value: '', label: t('neither') },
        ...c.claims.map((claim) => ({ value: String(claim.row), label: claimWords(claim) })),
      ]}
      groups={[]}
      onChange={(row) => void choose(report.name, c.key, row === '' ? null : Number(row))}
    />
  );
  const placeWords = (c: Conflict): string =>
    `${c.regionName} ${c.period} ${catalogue.byId.get(c.indicatorId)?.short[lang] ?? c.indicatorId}`;
  const columns: TableColumn<Conflict>[] = [
    { key: 'place', head: t('place'), rowHeader: true, cell: placeWords },
    { key: 'choice', head: t('choice'), cell: claims },
  ];
  return (
    <section className="conflicts" data-testid="conflicts" aria-label={t('conflicts')}>
      <h4>{t('conflicts')}</h4>
      <p className="quiet small">{t('conflictsHelp')}</p>
      <DataTable
        caption={t('conflicts')}
        columns={columns}
        rows={report.conflicts}
        rowKey={(c) => c.key}
        maxHeight={280}
        limit={100}
      />
    </section>
  );
}
