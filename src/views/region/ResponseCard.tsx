import { memo, useState } from 'react';
import { formatList, formatNumber } from '../../base/format';
import { INSUFFICIENT } from '../../base/level';
import type { Lang } from '../../base/text';
import type { AssessmentView } from '../../platform/engine-api';
import { defaultPlan } from '../../response/load-plan';
import type { Deadline, ProposedMeasure, Response } from '../../response/plan';
import { reasonOf } from '../../response/response-text';
import { levelAt } from '../../store/view-select';
import { Button } from '../parts/Button';
import { Card } from '../parts/Card';
import { useT } from '../parts/use-text';
import { clauseWords } from './clause';
import { departmentName } from './department';
import type { Shown } from './shown';
import { REGION_TEXT } from './text';

const FIRST_SHOWN = 5;

interface ResponseCardProps extends Shown {
  readonly region: number;
  readonly response: Response | null;
}

/** What the plan asks for at this level: who responds, by when, and the measures in order of fit. */
export const ResponseCard = memo(function ResponseCard({ view, period, lang, region, response }: ResponseCardProps) {
  const t = useT(REGION_TEXT);
  const [all, setAll] = useState(false);
  if (!response) {
    const insufficient = levelAt(view, region, period) === INSUFFICIENT;
    return (
      <Card title={t('response')}>
        <p className="quiet">{t(insufficient ? 'responseInsufficient' : 'responseNone')}</p>
      </Card>
    );
  }
  const { duty, measures } = response;
  const shown = all ? measures : measures.slice(0, FIRST_SHOWN);
  return (
    <Card title={t('response')} subtitle={t('responseSubtitle', { document: defaultPlan().document[lang] })}>
      <dl className="facts">
        <dt>{t('responds')}</dt>
        <dd>{duty.responds[lang]}</dd>
        <dt>{t('reviews')}</dt>
        <dd>{duty.reviews[lang]}</dd>
        <dt>{t('reportsTo')}</dt>
        <dd>{duty.reportsTo[lang]}</dd>
        <dt>{t('duty')}</dt>
        <dd className={duty.mustReport ? 'worse' : ''}>
          {duty.mustReport ? t('mustReport', { clause: clauseWords(duty.clause, lang) }) : t('mayReport')}
        </dd>
      </dl>
      <h3 className="part-title">{t('deadlines')}</h3>
      <ul className="deadlines">
        {response.deadlines.map((deadline) => (
          <li key={deadline.step}>
            <span className="quiet">{t(deadline.step)}</span> {deadlineWords(deadline, t)}
          </li>
        ))}
      </ul>
      <h3 className="part-title">{t('measures')}</h3>
      {measures.length === 0 && <p className="quiet">{t('noMeasures')}</p>}
      <ol className="measures">
        {shown.map((proposed) => (
          <Measure key={proposed.measure.id} view={view} lang={lang} proposed={proposed} />
        ))}
      </ol>
      {shown.length < measures.length && (
        <Button look="plain" onClick={() => setAll(true)}>
          {t('moreMeasures', { count: formatNumber(measures.length - shown.length) })}
        </Button>
      )}
    </Card>
  );
});

function deadlineWords({ amount, unit }: Deadline, t: ReturnType<typeof useT<keyof typeof REGION_TEXT>>): string {
  if (unit === 'hours') return t('hours', { count: amount });
  return amount === 1 ? t('workingDay') : t('workingDays', { count: amount });
}

interface MeasureProps {
  readonly view: AssessmentView;
  readonly lang: Lang;
  readonly proposed: ProposedMeasure;
}

function Measure({ view, lang, proposed }: MeasureProps) {
  const t = useT(REGION_TEXT);
  const { measure, opening, ownLayerMayStart } = proposed;
  const layers = formatList(
    measure.mayStart.map((layer) => t(layer)),
    lang,
  );
  const effect = view.catalogue.byId.get(measure.effect.indicator)?.short[lang] ?? measure.effect.indicator;
  const details = [
    t('target', { name: measure.targetGroup[lang] }),
    ...(measure.supporting.length > 0
      ? [
          t('supporting', {
            names: formatList(
              measure.supporting.map((id) => departmentName(id, lang)),
              lang,
            ),
          }),
        ]
      : []),
    t('start', { layers }),
    ...(measure.funding ? [t('funding', { name: measure.funding[lang] })] : []),
    t('effect', { indicator: effect, count: measure.effect.withinMonths }),
  ];
  return (
    <li>
      <details>
        <summary>
          <span className="measure-name">{measure.name[lang]}</span>{' '}
          <span className="measure-open">
            {opening === 'by-decision'
              ? t('byDecision')
              : ownLayerMayStart
                ? t('ownLayer')
                : t('upperLayer', { layers })}
          </span>
          <span className="proof-note">
            {[
              reasonOf(proposed, view.catalogue)[lang],
              t('lead', { name: departmentName(measure.lead, lang) }),
              t('clause', { clause: clauseWords(measure.clause, lang) }),
            ].join(' · ')}
          </span>
        </summary>
        <p className="small">{measure.summary[lang]}</p>
        <ul className="plain-list small">
          {details.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    </li>
  );
}
