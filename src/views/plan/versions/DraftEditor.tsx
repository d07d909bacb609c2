import { useMemo } from 'react';
import type { ShapeFault } from '../../../base/check';
import { levelName, levelNumeral, WARNING_LEVELS } from '../../../base/level';
import { LAYER_NAMES } from '../../../response/actor-text';
import { type Plan, STEPS } from '../../../response/plan';
import { PLAN_PART_WORDS } from '../../../response/plan-part-text';
import { STEP_NAMES } from '../../../response/plan-words';
import { setPlace, useLang, usePlace } from '../../../store/place';
import { Select } from '../../parts/Button';
import { useT } from '../../parts/use-text';
import { BothField, ChoiceField, DraftDesk, MaybeBothField, NumberField, TextField, YesField } from './fields';
import { MeasureFields } from './MeasureFields';
import { VERSIONS_TEXT } from './text';

interface DraftEditorProps {
  /** Its frame stands; any value may be wrong. */
  readonly plan: Plan;
  readonly faults: readonly ShapeFault[];
  readonly onChange: (plan: unknown) => void;
}

/** What offices change most, field by field: deadlines, duties, names of departments, measures and their gates. */
export function DraftEditor({ plan, faults, onChange }: DraftEditorProps) {
  const t = useT(VERSIONS_TEXT);
  const desk = useMemo(() => ({ raw: plan, faults, onChange }), [plan, faults, onChange]);
  return (
    <DraftDesk value={desk}>
      <div className="draft-sections">
        <Section title={t('sectionWhole')}>
          <WholeFields plan={plan} />
        </Section>
        <Section title={t('sectionDeadlines')}>
          <DeadlineFields plan={plan} />
        </Section>
        <Section title={t('sectionDuties')}>
          <DutyFields plan={plan} />
        </Section>
        <Section title={t('sectionDepartments')}>
          <DepartmentFields plan={plan} />
        </Section>
        <Section title={t('sectionMeasures')}>
          <MeasureFields plan={plan} />
        </Section>
        <p className="quiet">{t('rest')}</p>
      </div>
    </DraftDesk>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <details className="draft-section">
      <summary>{title}</summary>
      {children}
    </details>
  );
}

function WholeFields({ plan }: { readonly plan: Plan }) {
  const lang = useLang();
  const word = (key: keyof typeof PLAN_PART_WORDS): string => PLAN_PART_WORDS[key][lang];
  const review = plan.review as Partial<Plan['review']> | undefined;
  return (
    <div className="draft-fields">
      <TextField label={word('version')} path={['version']} value={plan.version} />
      <NumberField label={word('everyMonths')} path={['review', 'everyMonths']} value={review?.everyMonths} />
      <ChoiceField
        label={word('afterLevel')}
        path={['review', 'afterLevel']}
        value={review?.afterLevel}
        options={WARNING_LEVELS.toReversed().map((l) => ({ value: String(l), label: levelName(l)[lang] }))}
        read={Number}
      />
      <NumberField label={word('withinWorkdays')} path={['review', 'withinWorkdays']} value={review?.withinWorkdays} />
      <BothField label={word('name')} path={['name']} value={plan.name} />
    </div>
  );
}

/** A row per step, a column per level, the gravest first; what has no place there comes last. */
function inRows({ deadlines }: Plan): readonly { readonly d: Plan['deadlines'][number]; readonly i: number }[] {
  const place = (d: Plan['deadlines'][number]): number => (STEPS.indexOf(d.step) + 1 || 99) * 10 - d.level;
  return deadlines.map((d, i) => ({ d, i })).toSorted((a, b) => place(a.d) - place(b.d));
}

function DeadlineFields({ plan }: { readonly plan: Plan }) {
  const t = useT(VERSIONS_TEXT);
  const lang = useLang();
  const units = (['hours', 'workingDays'] as const).map((value) => ({ value, label: t(value) }));
  return (
    <div className="draft-deadlines">
      {inRows(plan).map(({ d, i }) => {
        const label = t('amountOf', {
          level: levelNumeral(d.level),
          step: STEP_NAMES[d.step]?.[lang] ?? String(d.step),
        });
        return (
          <div key={`${d.level} ${d.step} ${i}`} className="draft-deadline">
            <NumberField label={label} path={['deadlines', i, 'amount']} value={d.amount} />
            <ChoiceField
              label={t('unit')}
              name={`${label} · ${t('unit')}`}
              path={['deadlines', i, 'unit']}
              value={d.unit}
              options={units}
              read={(v) => v}
            />
          </div>
        );
      })}
    </div>
  );
}

/** Duties and lifted duties, one at a time. Which one stands in the address. */
function DutyFields({ plan }: { readonly plan: Plan }) {
  const t = useT(VERSIONS_TEXT);
  const lang = useLang();
  const { free } = usePlace();
  const word = (key: keyof typeof PLAN_PART_WORDS): string => PLAN_PART_WORDS[key][lang];
  const all = [
    ...plan.duties.map((duty, i) => ({ duty, path: ['duties', i] as const, label: levelName(duty.level)[lang] })),
    ...plan.liftedDuties.map((duty, i) => ({
      duty,
      path: ['liftedDuties', i] as const,
      label: `${levelName(duty.level)[lang]} · ${LAYER_NAMES[duty.regionLayer]?.[lang] ?? ''}`,
    })),
  ];
  const [first] = all;
  const shown = all.find(({ path }) => path.join('.') === free.duty) ?? first;
  if (!shown) return null;
  const { duty, path } = shown;
  return (
    <>
      <Select
        label={t('chooseDuty')}
        value={path.join('.')}
        options={all.map((d) => ({ value: d.path.join('.'), label: d.label }))}
        onChange={(v) => setPlace({ free: { duty: v } }, { replace: true })}
      />
      <div className="draft-fields" key={path.join('.')}>
        {(['responds', 'reviews', 'reportsTo'] as const).map((key) => (
          <BothField key={key} label={word(key)} path={[...path, key]} value={duty[key]} />
        ))}
        <YesField label={word('mustReport')} path={[...path, 'mustReport']} value={duty.mustReport} />
      </div>
    </>
  );
}

function DepartmentFields({ plan }: { readonly plan: Plan }) {
  const lang = useLang();
  return (
    <div className="draft-departments">
      {plan.departments.map((d, i) => (
        <MaybeBothField
          key={`${d.id} ${i}`}
          label={`${d.name[lang]} · ${PLAN_PART_WORDS.now[lang]}`}
          path={['departments', i, 'now']}
          value={d.now}
        />
      ))}
    </div>
  );
}
