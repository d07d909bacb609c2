import { useState } from 'react';
import { formatNumber } from '../../base/format';
import { CHECK_NAMES } from '../../panel/quality/names';
import type { CheckResult, QualityReport } from '../../panel/quality/quality';
import type { AssessmentView, Coverage } from '../../platform/engine-api';
import { useLang } from '../../store/place';
import { useEngineCall } from '../../store/use-engine-call';
import { Button } from '../parts/Button';
import { Card } from '../parts/Card';
import { DataTable, type TableColumn } from '../parts/DataTable';
import { Failed, Skeleton } from '../parts/states';
import { useT } from '../parts/use-text';
import { PARAM_NAMES, QUALITY_TEXT } from './quality-text';
import { QualityTable } from './QualityTable';
import { qualitySummary } from './quality-words';

/** From so many values on the checks take long enough to wait for a word. */
const ASK_FROM = 3_000_000;

/** What the checks say of the loaded data, with the way to the charts. */
export function QualityCard({ view, coverage }: { readonly view: AssessmentView; readonly coverage: Coverage | null }) {
  const t = useT(QUALITY_TEXT);
  const lang = useLang();
  const [asked, setAsked] = useState(false);
  const runs = asked || (coverage !== null && coverage.values < ASK_FROM);
  const nameOf = (source: string): string => view.batches.find((b) => b.name === source)?.title?.[lang] ?? source;
  const quality = useEngineCall(runs ? 'quality' : null, (engine, options) => engine.quality(options));
  return (
    <Card title={t('card')} subtitle={t('cardSubtitle')}>
      <div data-testid="quality" aria-busy={quality.loading}>
        {quality.error ? (
          <Failed
            title={t('failed')}
            detail={`${quality.error.what[lang]} ${quality.error.where}`}
            onRetry={quality.retry}
          />
        ) : quality.data ? (
          <>
            <p className={quality.data.suspects > 0 ? 'issue-note' : 'quiet'}>{qualitySummary(quality.data, lang)}</p>
            <QualityTable
              report={quality.data}
              tree={view.tree}
              catalogue={view.catalogue}
              nameOf={nameOf}
              charted={view.frequency}
            />
            <Methods report={quality.data} />
          </>
        ) : runs || coverage === null ? (
          <Skeleton lines={4} />
        ) : (
          <p>
            {t('large')}{' '}
            <Button onClick={() => setAsked(true)}>{t('run', { values: formatNumber(coverage.values) })}</Button>
          </p>
        )}
      </div>
    </Card>
  );
}

/** Every check with its method and settings: what was looked for is as open as what was found. */
function Methods({ report }: { readonly report: QualityReport }) {
  const t = useT(QUALITY_TEXT);
  const lang = useLang();
  const columns: TableColumn<CheckResult>[] = [
    {
      key: 'check',
      head: t('check'),
      rowHeader: true,
      className: 'nowrap',
      cell: (c) => CHECK_NAMES[c.check][lang],
    },
    { key: 'what', head: t('what'), cell: (c) => c.what[lang] },
    { key: 'method', head: t('method'), cell: (c) => c.method[lang] },
    {
      key: 'params',
      head: t('params'),
      cell: (c) =>
        Object.entries(c.params)
          .map(([name, value]) => `${PARAM_NAMES[name]?.[lang] ?? name} ${value}`)
          .join(' · '),
    },
    { key: 'checked', head: t('checked'), align: 'end', cell: (c) => formatNumber(c.checked) },
    { key: 'flagged', head: t('flagged'), align: 'end', cell: (c) => formatNumber(c.flagged) },
  ];
  return (
    <details className="methods">
      <summary>{t('methods')}</summary>
      <DataTable caption={t('methods')} columns={columns} rows={report.checks} rowKey={(c) => c.check} />
    </details>
  );
}
