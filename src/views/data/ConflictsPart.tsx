import type { ReactNode } from 'react';
import { formatNumber, formatPeriodWords, withUnit } from '../../base/format';
import type { IndicatorCatalogue } from '../../base/indicators';
import { parsePeriod } from '../../base/period';
import type { RegionTree } from '../../base/regions';
import { unitShort } from '../../base/units';
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
  tree,
  catalogue,
}: {
  readonly report: ReadReport;
  readonly tree: RegionTree;
  readonly catalogue: IndicatorCatalogue;
}) {
  const t = useT(MAPPING_TEXT);
  const lang = useLang();
  const choose = useImporting((s) => s.choose);
  const choices = useImporting((s) => s.readings[report.name]?.choices);
  if (report.conflicts.length === 0) return null;
  const claimWords = (c: Conflict, { row, value }: Conflict['claims'][number]): string => {
    const figure = withUnit(String(value), unitShort(catalogue.byId.get(c.indicatorId)?.unit ?? '')[lang]);
    const { sheet, line } = placeOfRow(row);
    const name = report.sheetNames[sheet];
    return report.sheetNames.length > 1 && name !== undefined
      ? t('claimSheet', { value: figure, sheet: name, row: formatNumber(line) })
      : t('claim', { value: figure, row: formatNumber(report.sheetNames.length > 0 ? line : row) });
  };
  const regionWords = (c: Conflict): string =>
    tree.regions[tree.indexOf.get(c.regionCode) ?? -1]?.name[lang] ?? c.regionName;
  const periodWords = ({ period }: Conflict): string => {
    const parsed = parsePeriod(period);
    return parsed ? formatPeriodWords(parsed.frequency, parsed.period, lang, parsed.weekEndsOn) : period;
  };
  const claims = (c: Conflict): ReactNode => (
    <MeaningSelect
      label={`${t('choice')}: ${placeWords(c)}`}
      value={String(choices?.[c.key] ?? '')}
      first={[
        { value: '', label: t('neither') },
        ...c.claims.map((claim) => ({ value: String(claim.row), label: claimWords(c, claim) })),
      ]}
      groups={[]}
      onChange={(row) => void choose(report.name, c.key, row === '' ? null : Number(row))}
    />
  );
  const placeWords = (c: Conflict): string =>
    `${regionWords(c)} ${periodWords(c)} ${catalogue.byId.get(c.indicatorId)?.short[lang] ?? c.indicatorId}`;
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
