import { useMemo } from 'react';
import { setPlace, useLang, usePlace } from '../../store/place';
import { useReadyView } from '../../store/session';
import { useEngineCall } from '../../store/use-engine-call';
import { periodOf } from '../../store/view-select';
import { PeriodBar } from '../parts/PeriodBar';
import { PlaceLink } from '../parts/PlaceLink';
import { Card } from '../parts/Card';
import { Empty, Failed, Skeleton } from '../parts/states';
import { useT } from '../parts/use-text';
import { ChildrenCard } from './ChildrenCard';
import { EvidenceCard } from './EvidenceCard';
import { OutlookCard } from './OutlookCard';
import { pickRegion } from './pick-region';
import { RegionHead } from './RegionHead';
import { RegionPicker } from './RegionPicker';
import { ResponseCard } from './ResponseCard';
import { SupplyCard } from './SupplyCard';
import { TapeCard } from './TapeCard';
import { REGION_TEXT } from './text';
import { WhyCard } from './WhyCard';
import './region.css';

/** Why is this region at this level? The proof at the left, the evidence at the right, what to do and who below. */
export function RegionScreen() {
  const view = useReadyView();
  const place = usePlace();
  const lang = useLang();
  const t = useT(REGION_TEXT);
  const period = periodOf(view, place.period);
  const region = useMemo(() => pickRegion(view, place.region, period), [view, place.region, period]);
  const code = region === null ? null : view.tree.regions[region]!.code;
  const { data, loading, error } = useEngineCall(code === null ? null : `${code} ${period}`, (engine, options) =>
    engine.regionDetail(code!, period, options),
  );
  // While the next period is computed the one before stays; another region's figures never stand under this name.
  const detail = data?.regionCode === code ? data : null;
  const shown = { view, period, lang };
  return (
    <div className="region" data-ready={region === null || detail?.period === period ? 'region' : undefined}>
      <PeriodBar view={view} />
      <div className="region-top">
        {region === null ? (
          <Empty title={t('unknown', { code: place.region ?? '' })}>
            <p>
              {t('unknownHelp')} <PlaceLink to={{ screen: 'overview', region: null }}>{t('toOverview')}</PlaceLink>
            </p>
          </Empty>
        ) : (
          <RegionHead {...shown} region={region} />
        )}
        <RegionPicker view={view} lang={lang} code={code} onChoose={(chosen) => setPlace({ region: chosen })} />
      </div>
      {region !== null && (
        <div className="region-columns" aria-busy={loading}>
          <div className="region-left">
            {detail && (
              <div className={detail.period === period ? '' : 'outdated'}>
                <WhyCard view={view} lang={lang} derivation={detail.derivation} />
                <ResponseCard {...shown} region={region} response={detail.response} />
              </div>
            )}
            {!detail && !error && (
              <Card>
                <Skeleton lines={8} />
              </Card>
            )}
            {error && (
              <Card>
                <Failed title={t('detailFailed')} detail={`${error.what[lang]} ${error.where}`} />
              </Card>
            )}
          </div>
          <div className="region-right">
            <TapeCard {...shown} region={region} />
            {detail ? (
              <>
                <EvidenceCard {...shown} rules={detail.rules} regionCode={detail.regionCode} />
                <OutlookCard {...shown} regionCode={detail.regionCode} />
                {detail.supplyDemand && <SupplyCard {...shown} series={detail.supplyDemand} />}
              </>
            ) : (
              !error && (
                <Card>
                  <Skeleton lines={6} height={420} />
                </Card>
              )
            )}
            {view.tree.children[region]!.length > 0 && <ChildrenCard {...shown} region={region} />}
          </div>
        </div>
      )}
    </div>
  );
}
