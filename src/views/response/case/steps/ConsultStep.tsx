import { useState } from 'react';
import { formatNumber } from '../../../../base/format';
import { formatMoment } from '../../../../response/calendar/moment';
import type { Department } from '../../../../response/plan';
import { STANCES, type Stance } from '../../../../response/trail/act';
import { STANCE_NAMES } from '../../../../response/trail/text';
import { useLang } from '../../../../store/place';
import { deskName } from '../../../../store/trail-names';
import { Card } from '../../../parts/Card';
import { useT } from '../../../parts/use-text';
import { clauseWords } from '../../../region/clause';
import { useActing } from '../acting';
import { ActForm } from '../ActForm';
import { AreaField, LineField, SelectField } from '../fields';
import { isBlank } from '../read-fields';
import type { StepProps } from '../step';
import { CASE_TEXT } from '../text';
import { useActForm } from '../use-act-form';
import { CONSULT_TEXT } from './consult-text';
import { consulted, DECIDING_CLAUSE } from './departments';
import { MeetingsCard } from './MeetingsCard';

/** What the departments think of it, each for itself and together at a table. */
export function ConsultStep(props: StepProps) {
  const { review, plan } = props;
  const t = useT(CONSULT_TEXT);
  const lang = useLang();
  const { names } = useActing();
  const [extra, setExtra] = useState('');
  const listed = consulted(plan);
  // Departments that were asked beyond the clause stand behind, and so does the one being asked now.
  const others = plan.departments.filter((d) => !listed.includes(d) && (review.opinions.has(d.id) || d.id === extra));
  const rest = plan.departments.filter((d) => !listed.includes(d) && !others.includes(d));
  return (
    <>
      <Card
        title={t('opinions')}
        subtitle={t('opinionsSubtitle', {
          clause: clauseWords(DECIDING_CLAUSE, lang),
          given: formatNumber(review.opinions.size),
        })}
      >
        <ul className="case-rows">
          {[...listed, ...others].map((department) => (
            <Opinion
              key={department.id}
              {...props}
              department={department}
              leads={department === listed[0]}
              open={department.id === extra}
            />
          ))}
        </ul>
        {rest.length > 0 && (
          <div className="case-fields">
            <SelectField
              label={t('otherDepartment')}
              value=""
              none={t('chooseDepartment')}
              options={rest.map(({ id }) => ({ value: id, label: names.department(id)[lang] }))}
              onChange={setExtra}
            />
          </div>
        )}
      </Card>
      <MeetingsCard {...props} />
    </>
  );
}

interface OpinionProps extends StepProps {
  readonly department: Department;
  readonly leads: boolean;
  readonly open: boolean;
}

function Opinion({ review, department, leads, open }: OpinionProps) {
  const t = useT(CONSULT_TEXT);
  const lang = useLang();
  const { names } = useActing();
  const given = review.opinions.get(department.id);
  return (
    <li>
      <div className="case-row-head">
        <strong>{names.department(department.id)[lang]}</strong>
        {leads && <span className="case-mark">{t('leads')}</span>}
        {department.now && <span className="quiet">{t('formerly', { name: department.name[lang] })}</span>}
        <span className={given ? `case-mark ${given.stance === 'disagree' ? 'case-mark-worse' : ''}` : 'quiet'}>
          {given ? STANCE_NAMES[given.stance][lang] : t('noOpinion')}
        </span>
      </div>
      {given && (
        <>
          <p className="case-words">{given.opinion}</p>
          <p className="quiet">
            {[
              ...(isBlank(given.person) ? [] : [t('byPerson', { person: given.person })]),
              formatMoment(given.at, lang),
              deskName(given.by, names)[lang],
            ].join(' · ')}
          </p>
        </>
      )}
      {/* A new one is on record: what it was written in closes. */}
      <details key={given?.seq ?? 0} open={open && !given}>
        <summary className="small">{t(given ? 'change' : 'give')}</summary>
        <OpinionForm caseId={review.id} department={department} />
      </details>
    </li>
  );
}

const NO_OPINION = { stance: '', opinion: '', person: '' };

function OpinionForm({ caseId, department }: { readonly caseId: string; readonly department: Department }) {
  const t = useT(CONSULT_TEXT);
  const lang = useLang();
  const c = useT(CASE_TEXT);
  const { names, refusal } = useActing();
  const act = (value: typeof NO_OPINION) => ({
    kind: 'give-opinion' as const,
    case: caseId,
    department: department.id,
    stance: value.stance as Stance,
    opinion: value.opinion.trim(),
    person: value.person.trim(),
  });
  const form = useActForm(`case:${caseId}:opinion:${department.id}`, NO_OPINION, (value) => {
    const faults = {
      ...(isBlank(value.stance) && { stance: c('chooseOne') }),
      ...(isBlank(value.opinion) && { opinion: c('needed') }),
    };
    return Object.keys(faults).length > 0 ? { faults } : { act: act(value) };
  });
  const name = names.department(department.id)[lang];
  return (
    <ActForm
      label={t('giveFor', { name })}
      form={form}
      submit={t('enter')}
      barred={refusal(act({ stance: 'agree', opinion: '…', person: '' }))}
    >
      <SelectField
        label={t('stance')}
        value={form.value.stance}
        none={c('chooseOne')}
        options={STANCES.map((stance) => ({ value: stance, label: STANCE_NAMES[stance][lang] }))}
        onChange={(stance) => form.edit({ stance })}
        fault={form.faults.stance}
      />
      <LineField label={t('person')} value={form.value.person} most={60} onChange={(person) => form.edit({ person })} />
      <AreaField
        label={t('opinion')}
        value={form.value.opinion}
        onChange={(opinion) => form.edit({ opinion })}
        fault={form.faults.opinion}
      />
    </ActForm>
  );
}
