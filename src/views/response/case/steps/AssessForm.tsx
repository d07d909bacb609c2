import { INSUFFICIENT } from '../../../../base/level';
import type { Text } from '../../../../base/text';
import { formatMoment } from '../../../../response/calendar/moment';
import type { AffectedGroup, districtsOf } from '../../../../response/case/affected';
import { fundPressure, riseToReckonWith } from '../../../../response/case/fund';
import type { Scale } from '../../../../response/case/scale';
import type { GateFact } from '../../../../response/plan';
import { useLang } from '../../../../store/place';
import { deskName } from '../../../../store/trail-names';
import { levelAt } from '../../../../store/view-select';
import { Card } from '../../../parts/Card';
import { LevelBadge } from '../../../parts/LevelBadge';
import { useT } from '../../../parts/use-text';
import { clauseWords } from '../../../region/clause';
import { useActing } from '../acting';
import { ActForm } from '../ActForm';
import { AreaField, ChecksField, LineField } from '../fields';
import type { StepProps } from '../step';
import { useActForm } from '../use-act-form';
import { type AssessFields, emptyAssessment, readAssessment, readFund } from './assess-fields';
import { ASSESS_TEXT } from './assess-text';

interface AssessFormProps extends StepProps {
  readonly title: string;
  readonly scale: Scale | null;
  /** How the number of persons was come by, or why it is not known. */
  readonly basis: Text;
  readonly groups: readonly AffectedGroup[];
  readonly districts: ReturnType<typeof districtsOf>;
  readonly drivers: Text;
}

const UNIT_KEYS = { months: 'months', percent: 'percentUnit', persons: 'personsUnit', regions: 'regions' } as const;
/** Worked out from the fund's own two fields. */
const FUND_FACT = 'fund-months';

/** What people make of it: filled in from the data or from the assessment before, and recorded as a whole. */
export function AssessForm(props: AssessFormProps) {
  const { review, view, plan, period, title, scale, basis, groups, districts, drivers } = props;
  const t = useT(ASSESS_TEXT);
  const lang = useLang();
  const { names, refusal } = useActing();
  const asked = plan.facts.filter((fact) => fact.from === 'case' && fact.id !== FUND_FACT);
  const before = review.assessment;
  const empty = emptyAssessment(before, {
    persons: scale?.persons ?? null,
    basis: basis[lang],
    groups: groups.filter((one) => one.affected).map((one) => one.group.id),
    districts: districts.atLevel.map((one) => one.regionCode),
    drivers: drivers[lang],
  });
  const act = (value: AssessFields) => {
    const reading = readAssessment(value, asked, lang);
    return 'faults' in reading
      ? reading
      : { act: { kind: 'assess-case' as const, case: review.id, assessment: reading.assessment } };
  };
  const form = useActForm(`case:${review.id}:assess:${before?.seq ?? 0}`, empty, act);
  const { value, edit, faults } = form;
  const probe = act(empty);
  const fund = readFund(value);
  const pressure = fundPressure('fund' in fund ? fund.fund : null, riseToReckonWith(scale).percent);
  const children = view.tree.children[view.tree.indexOf.get(review.regionCode)!]!.map(
    (r) => view.tree.regions[r]!.code,
  );
  return (
    <Card
      title={title}
      subtitle={t('formSubtitle')}
      footer={before && `${t('recorded')}：${formatMoment(before.at, lang)} · ${deskName(before.by, names)[lang]}`}
    >
      <ActForm
        label={title}
        form={form}
        submit={t(before ? 'saveAgain' : 'save')}
        barred={'act' in probe ? refusal(probe.act) : null}
      >
        <LineField
          label={t('persons')}
          inputMode="numeric"
          unit={t('personsUnit')}
          value={value.persons}
          onChange={(persons) => edit({ persons })}
          fault={faults.persons}
        />
        <AreaField
          label={t('personsBasis')}
          rows={2}
          value={value.personsBasis}
          onChange={(personsBasis) => edit({ personsBasis })}
          fault={faults.personsBasis}
        />
        <ChecksField
          legend={t('groups', { clauses: clauseSpan(groups, lang) })}
          value={value.groups}
          options={groups.map(({ group, words }) => ({
            value: group.id,
            label: (
              <>
                {group.name[lang]}
                <span className="measure-why quiet">{words[lang]}</span>
              </>
            ),
          }))}
          onChange={(chosen) => edit({ groups: chosen })}
        />
        {children.length > 0 && (
          <ChecksField
            legend={t('districts')}
            value={value.districts}
            options={children.map((code) => ({
              value: code,
              label: (
                <>
                  {names.region(code)[lang]}{' '}
                  <LevelBadge level={levelAt(view, view.tree.indexOf.get(code)!, period) ?? INSUFFICIENT} />
                </>
              ),
            }))}
            onChange={(chosen) => edit({ districts: chosen })}
          />
        )}
        <AreaField
          label={t('drivers')}
          rows={5}
          value={value.drivers}
          onChange={(words) => edit({ drivers: words })}
          fault={faults.drivers}
        />
        <h3 className="case-part case-wide">{t('fund')}</h3>
        {(['balance', 'outlay'] as const).map((key) => (
          <LineField
            key={key}
            label={t(key)}
            inputMode="decimal"
            unit={t('tenThousandYuan')}
            value={value[key]}
            onChange={(typed) => edit({ [key]: typed })}
            fault={faults[key]}
          />
        ))}
        <div className="case-wide quiet">
          {pressure.words.map((words) => (
            <p key={words.zh}>{words[lang]}</p>
          ))}
        </div>
        {asked.length > 0 && <h3 className="case-part case-wide">{t('facts')}</h3>}
        {asked.map((fact: GateFact) => (
          <LineField
            key={fact.id}
            label={fact.name[lang]}
            hint={fact.how[lang]}
            inputMode="decimal"
            unit={t(UNIT_KEYS[fact.unit])}
            value={value.facts[fact.id] ?? ''}
            onChange={(typed) => edit({ facts: { ...value.facts, [fact.id]: typed } })}
            fault={faults[fact.id]}
          />
        ))}
        <AreaField label={t('note')} rows={4} value={value.note} onChange={(note) => edit({ note })} />
      </ActForm>
    </Card>
  );
}

/** `四（一）和四（八）` is the span of the groups that are listed. */
function clauseSpan(groups: readonly AffectedGroup[], lang: 'zh' | 'en'): string {
  const clauses = groups.map((one) => clauseWords(one.group.clause, lang));
  const [first, last] = [clauses[0] ?? '', clauses.at(-1) ?? ''];
  return first === last ? first : lang === 'zh' ? `${first}至${last}` : `${first}–${last}`;
}
