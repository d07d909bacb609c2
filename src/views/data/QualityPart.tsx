import type { IndicatorCatalogue } from '../../base/indicators';
import type { RegionTree } from '../../base/regions';
import type { QualityReport } from '../../panel/quality/quality';
import { useLang } from '../../store/place';
import { useT } from '../parts/use-text';
import { ExtentPart } from './ExtentPart';
import { QUALITY_TEXT } from './quality-text';
import { QualityTable } from './QualityTable';
import { qualitySummary } from './quality-words';

interface QualityPartProps {
  readonly report: QualityReport;
  readonly tree: RegionTree;
  readonly catalogue: IndicatorCatalogue;
}

/** What the checks say of a file that is not loaded yet. */
export function QualityPart({ report, tree, catalogue }: QualityPartProps) {
  const t = useT(QUALITY_TEXT);
  const lang = useLang();
  if (report.values === 0) return null;
  return (
    <section aria-label={t('part')} className="quality-part" data-testid="import-quality">
      <h4 className="report-head">
        {t('part')} <small>{t(report.withHistory ? 'withHistory' : 'alone')}</small>
      </h4>
      <p className={report.suspects > 0 ? 'issue-note' : 'quiet'}>{qualitySummary(report, lang)}</p>
      <ExtentPart report={report} catalogue={catalogue} />
      {report.flags.length > 0 && (
        <>
          <p className="quiet">{t('marked')}</p>
          <QualityTable report={report} tree={tree} catalogue={catalogue} charted={null} />
        </>
      )}
    </section>
  );
}
