import { useMemo, useState } from 'react';
import { formatPeriodWords } from '../../base/format';
import { FAMILY_NAMES, type Indicator } from '../../base/indicators';
import type { Period } from '../../base/period';
import { unitName } from '../../base/units';
import type { AssessmentView, Coverage } from '../../platform/engine-api';
import { useLang } from '../../store/place';
import { Toggle } from '../parts/Button';
import { Card } from '../parts/Card';
import { DataTable, type TableColumn } from '../parts/DataTable';
import { useT } from '../parts/use-text';
import { DATA_TEXT } from './text';

interface Line {
  readonly indicator: Indicator;
  readonly last: Period | null;
}

const nameCell = ({ indicator }: Line) => <Name indicator={indicator} />;

function Name({ indicator }: { readonly indicator: Indicator }) {
  const lang = useLang();
  return (
    <>
      {indicator.name[lang]}
      <br />
      <code className="indicator-id">{indicator.id}</code>
    </>
  );
}

/** The catalogue: what each indicator is, where it comes from, when it is due, and how far it reaches here. */
export function CatalogueCard({
  view,
  coverage,
}: {
  readonly view: AssessmentView;
  readonly coverage: Coverage | null;
}) {
  const t = useT(DATA_TEXT);
  const lang = useLang();
  const [only, setOnly] = useState(false);
  const lines = useMemo<Line[]>(() => {
    const lastOf = new Map(coverage?.indicators.map((id, k) => [id, coverage.last[k] ?? null] as const));
    return view.catalogue.indicators.map((indicator) => ({ indicator, last: lastOf.get(indicator.id) ?? null }));
  }, [view.catalogue, coverage]);
  const columns: TableColumn<Line>[] = [
    {
      key: 'indicator',
      head: t('indicator'),
      rowHeader: true,
      cell: nameCell,
      sortBy: ({ indicator }) => indicator.id,
    },
    {
      key: 'family',
      head: t('family'),
      cell: ({ indicator }) => FAMILY_NAMES[indicator.family][lang],
      sortBy: ({ indicator }) => indicator.family,
    },
    { key: 'unit', head: t('unit'), className: 'nowrap', cell: ({ indicator }) => unitName(indicator.unit)[lang] },
    {
      key: 'definition',
      head: t('definition'),
      className: 'definition',
      cell: ({ indicator }) => indicator.definition[lang],
    },
    { key: 'source', head: t('batchSource'), cell: ({ indicator }) => indicator.source[lang] },
    {
      key: 'lag',
      head: t('lag'),
      align: 'end',
      className: 'nowrap',
      cell: ({ indicator }) => t('lagDays', { days: indicator.lagDays }),
      sortBy: ({ indicator }) => indicator.lagDays,
    },
    {
      key: 'last',
      head: t('lastPeriod'),
      align: 'end',
      className: 'nowrap',
      cell: ({ last }) =>
        last === null ? t('noFigures') : formatPeriodWords(view.frequency, last, lang, view.weekEndsOn),
      sortBy: ({ last }) => last,
      firstDirection: 'descending',
    },
  ];
  return (
    <Card
      title={t('catalogue')}
      subtitle={t('catalogueSubtitle', { version: view.catalogue.version })}
      tools={
        <Toggle on={only} onChange={setOnly}>
          {t('onlyWithData')}
        </Toggle>
      }
    >
      <DataTable
        caption={t('catalogue')}
        columns={columns}
        rows={only ? lines.filter((l) => l.last !== null) : lines}
        rowKey={(l) => l.indicator.id}
        maxHeight={520}
      />
    </Card>
  );
}
