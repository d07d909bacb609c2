import { formatNumber, formatPeriodWords, NO_FIGURE } from '../../../../base/format';
import type { Text } from '../../../../base/text';
import { districtsOf, driversOf, groupsAffected } from '../../../../response/case/affected';
import type { Scale } from '../../../../response/case/scale';
import { useLang } from '../../../../store/place';
import { useEngineCall } from '../../../../store/use-engine-call';
import { Card } from '../../../parts/Card';
import { DataTable } from '../../../parts/DataTable';
import { Skeleton } from '../../../parts/states';
import { useT } from '../../../parts/use-text';
import type { StepProps } from '../step';
import { AssessForm } from './AssessForm';
import { ASSESS_TEXT } from './assess-text';

/** How many, who, where, why, and what the fund can bear: worked out where the data allows, judged by people. */
export function AssessStep(props: StepProps) {
  const { review, view, detail, period, spell } = props;
  const t = useT(ASSESS_TEXT);
  const since = spell?.since ?? null;
  const {
    data: scale,
    loading,
    error,
  } = useEngineCall(`scale ${review.regionCode} ${period} ${since}`, (engine, o) =>
    engine.caseScale({ regionCode: review.regionCode, period, since }, o),
  );
  const region = view.tree.regions[view.tree.indexOf.get(review.regionCode) ?? -1];
  // The form is filled in from what is worked out: it waits for it, or for its failure.
  if (detail === null || region === undefined || (scale === null && !error && loading)) {
    return (
      <Card>
        <Skeleton lines={8} />
      </Card>
    );
  }
  const drivers = driversOf(detail.derivation, view);
  const groups = groupsAffected(detail.derivation, region, view);
  const districts = districtsOf(view, review.regionCode, period);
  const unknown: Text = ASSESS_TEXT.scaleFailed;
  return (
    <>
      <ScaleCard {...props} scale={scale} />
      <AssessForm
        key={review.assessment?.seq ?? 0}
        {...props}
        scale={scale}
        groups={groups}
        districts={districts}
        drivers={drivers.words}
        basis={scale?.basis ?? unknown}
        title={t('form')}
      />
    </>
  );
}

function ScaleCard({ view, period, scale }: StepProps & { readonly scale: Scale | null }) {
  const t = useT(ASSESS_TEXT);
  const lang = useLang();
  if (scale === null) {
    return (
      <Card title={t('scale')}>
        <p className="quiet">{t('scaleFailed')}</p>
      </Card>
    );
  }
  return (
    <Card
      title={t('scale')}
      subtitle={t('scaleSubtitle', { period: formatPeriodWords(view.frequency, period, lang, view.weekEndsOn) })}
    >
      <p>
        <strong>
          {scale.persons === null ? t('cannotTell') : t('largest', { persons: formatNumber(scale.persons) })}
        </strong>
        {scale.shareWords && <span className="quiet"> {scale.shareWords[lang]}</span>}
      </p>
      <p className="quiet">{scale.basis[lang]}</p>
      {scale.counts.length > 0 && (
        <DataTable
          caption={t('scale')}
          rows={scale.counts}
          rowKey={(row) => row.id}
          columns={[
            { key: 'name', head: t('count'), rowHeader: true, cell: (row) => row.name[lang] },
            { key: 'value', head: t('value'), align: 'end', cell: (row) => formatNumber(row.value) },
            {
              key: 'percent',
              head: t('percent'),
              align: 'end',
              cell: (row) => (row.percent === null ? NO_FIGURE : `${formatNumber(row.percent, 1)}%`),
            },
            { key: 'how', head: t('how'), className: 'small', cell: (row) => row.words[lang] },
          ]}
        />
      )}
    </Card>
  );
}
