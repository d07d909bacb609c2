import { useEffect } from 'react';
import { preventStrayDrops } from '../../platform/stray-drops';
import { useImporting } from '../../store/importing';
import { useEngineCall } from '../../store/use-engine-call';
import { useLang } from '../../store/place';
import { useView } from '../../store/session';
import { Card } from '../parts/Card';
import { Failed, Skeleton } from '../parts/states';
import { useT } from '../parts/use-text';
import { BatchesCard } from './BatchesCard';
import { CatalogueCard } from './CatalogueCard';
import { CoverageCard } from './CoverageCard';
import { ImportCard } from './ImportCard';
import { KeepingCard } from './KeepingCard';
import { DATA_PARTS, Part, PartList } from './PartList';
import { QualityCard } from './QualityCard';
import { RevisionsCard } from './RevisionsCard';
import { SourceCard } from './SourceCard';
import { DATA_TEXT } from './text';
import './data.css';

/** Can I trust the figures? Source and age, import with every fault, what is there and what is missing. */
export function DataScreen() {
  const t = useT(DATA_TEXT);
  const lang = useLang();
  // Also shown without any assessment: importing a file is the way out of having none.
  const view = useView();
  const coverage = useEngineCall('coverage', (engine, options) => engine.coverage(options));
  const looking = useImporting((s) => s.status === 'report');
  useEffect(preventStrayDrops, []);
  return (
    <div
      className="data"
      data-testid="screen-data"
      data-ready={view && !coverage.data && !coverage.error ? undefined : 'data'}
    >
      <h1 className="visually-hidden">{t('screen')}</h1>
      <PartList parts={view ? DATA_PARTS : ['import', 'keeping']} />
      <div className={looking ? 'data-stack' : 'data-top'}>
        <Part part="import">
          <ImportCard view={view} />
        </Part>
        <SourceCard view={view} coverage={coverage.data} />
      </div>
      {view && (
        <>
          <Part part="batches">
            <BatchesCard view={view} />
          </Part>
          <Part part="coverage">
            {coverage.error ? (
              <Card>
                <Failed
                  title={t('coverageFailed')}
                  detail={`${coverage.error.what[lang]} ${coverage.error.where}`}
                  onRetry={coverage.retry}
                />
              </Card>
            ) : coverage.data ? (
              <CoverageCard view={view} coverage={coverage.data} />
            ) : (
              <Card>
                <Skeleton lines={1} height={420} />
              </Card>
            )}
          </Part>
          <Part part="quality">
            <QualityCard view={view} coverage={coverage.data} />
          </Part>
          <Part part="revisions">
            <RevisionsCard view={view} />
          </Part>
          <Part part="catalogue">
            <CatalogueCard view={view} coverage={coverage.data} />
          </Part>
        </>
      )}
      <Part part="keeping">
        <KeepingCard />
      </Part>
    </div>
  );
}
