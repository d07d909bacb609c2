import { useMemo } from 'react';
import { formatDayWords, formatPeriodWords } from '../../../base/format';
import { levelName } from '../../../base/level';
import { levelAt, periodOf } from '../../../store/view-select';
import { useLang, usePlace } from '../../../store/place';
import { useReadyView } from '../../../store/session';
import { useResponse } from '../../../store/use-response';
import { layerOf } from '../../../response/actor';
import { Card } from '../../parts/Card';
import { Failed } from '../../parts/states';
import { useT } from '../../parts/use-text';
import { useVersions } from '../use-versions';
import { BasisNote } from './BasisNote';
import { DutiesCard } from './DutiesCard';
import { filterOf, groupMeasures } from './filter';
import { MatrixTools } from './MatrixTools';
import { MeasuresTable } from './MeasuresTable';
import { MATRIX_TEXT } from './text';
import { useRegionGates } from './use-region-gates';
import './matrix.css';

/** Level × layer × measure: who responds, reviews and reports at each level, by when, and what may be started by whom. */
export function MatrixPart() {
  const t = useT(MATRIX_TEXT);
  const lang = useLang();
  const view = useReadyView();
  const { free, region: wanted, period: wantedPeriod } = usePlace();
  const { inForce } = useVersions();
  const phase = useResponse((s) => s.phase);
  const { plan } = inForce;
  const at = wanted === null ? undefined : view.tree.indexOf.get(wanted);
  const regionCode = at === undefined ? null : wanted;
  const period = periodOf(view, wantedPeriod);
  const level = at === undefined ? null : levelAt(view, at, period);
  const { gates, error, retry } = useRegionGates(plan, regionCode, period);
  const filter = useMemo(() => filterOf(free), [free]);
  const groups = useMemo(() => groupMeasures(plan, filter, lang), [plan, filter, lang]);
  const shown = groups.reduce((sum, g) => sum + g.measures.length, 0);
  const version = { number: inForce.number, version: plan.version };
  return (
    <div className="plan-matrix" data-ready={phase === 'loading' ? undefined : 'plan'}>
      <Card
        title={plan.name[lang]}
        subtitle={
          inForce.from === null
            ? t('shipped', version)
            : t('inForce', { ...version, from: formatDayWords(inForce.from, lang) })
        }
      >
        <p className="quiet">{t('document', { document: plan.document[lang] })}</p>
        <BasisNote plan={plan} />
      </Card>
      <DutiesCard plan={plan} level={level} layer={at === undefined ? null : layerOf(view.tree.depth[at]!)} />
      <Card
        title={t('measuresTitle')}
        subtitle={t('measuresSubtitle', { shown, all: plan.measures.length })}
        className="matrix-card"
      >
        <MatrixTools
          plan={plan}
          groups={groups}
          filter={filter}
          regionCode={regionCode}
          gatesOf={gates?.gatesOf ?? null}
        />
        <p className="quiet" role="status">
          {at === undefined
            ? t('regionNone')
            : t('regionLine', {
                region: view.tree.regions[at]!.name[lang],
                period: formatPeriodWords(view.frequency, period, lang, view.weekEndsOn),
                level: levelName(level ?? 255)[lang],
              })}{' '}
          {t('gatesInform')}
        </p>
        {error && <Failed title={t('regionFailed')} detail={error.what[lang]} onRetry={retry} />}
        {shown === 0 ? (
          <p className="state">{t('none')}</p>
        ) : (
          <MeasuresTable plan={plan} groups={groups} highlight={level} gates={gates} openId={free.m ?? null} />
        )}
      </Card>
    </div>
  );
}
