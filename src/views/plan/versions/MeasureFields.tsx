import { levelName, WARNING_LEVELS } from '../../../base/level';
import type { Measure, Plan } from '../../../response/plan';
import { PLAN_PART_WORDS } from '../../../response/plan-part-text';
import { setPlace, useLang, usePlace } from '../../../store/place';
import { Select } from '../../parts/Button';
import { useT } from '../../parts/use-text';
import { BothField, ChoiceField, MaybeBothField, NumberField } from './fields';
import { VERSIONS_TEXT } from './text';

/** One measure at a time: its texts, levels, gates, and when its effect is to be seen. Which one stands in the address. */
export function MeasureFields({ plan }: { readonly plan: Plan }) {
  const t = useT(VERSIONS_TEXT);
  const lang = useLang();
  const { free } = usePlace();
  const at = Math.max(
    0,
    plan.measures.findIndex((m) => m.id === free.m),
  );
  const measure = plan.measures[at];
  if (!measure) return null;
  return (
    <>
      <Select
        label={t('chooseMeasure')}
        value={measure.id}
        options={plan.measures.map((m) => ({ value: m.id, label: `${m.clause} ${m.name[lang]}` }))}
        onChange={(m) => setPlace({ free: { m } }, { replace: true })}
      />
      <OneMeasure key={measure.id} plan={plan} measure={measure} at={at} />
    </>
  );
}

interface OneMeasureProps {
  readonly plan: Plan;
  readonly measure: Measure;
  readonly at: number;
}

function OneMeasure({ plan, measure, at }: OneMeasureProps) {
  const t = useT(VERSIONS_TEXT);
  const lang = useLang();
  const path = ['measures', at] as const;
  const word = (key: keyof typeof PLAN_PART_WORDS): string => PLAN_PART_WORDS[key][lang];
  const levels = WARNING_LEVELS.toReversed().map((l) => ({ value: String(l), label: levelName(l)[lang] }));
  return (
    <>
      <div className="draft-fields">
        <BothField label={word('name')} path={[...path, 'name']} value={measure.name} />
        <BothField label={word('summary')} path={[...path, 'summary']} value={measure.summary} />
        <ChoiceField
          label={word('fromLevel')}
          path={[...path, 'fromLevel']}
          value={measure.fromLevel}
          options={levels}
          read={Number}
        />
        <ChoiceField
          label={word('byDecisionFrom')}
          path={[...path, 'byDecisionFrom']}
          value={measure.byDecisionFrom}
          options={[{ value: '', label: t('noLevel') }, ...levels]}
          read={(v) => (v === '' ? null : Number(v))}
        />
        <NumberField
          label={word('effectMonths')}
          path={[...path, 'effect', 'withinMonths']}
          value={(measure.effect as Partial<Measure['effect']> | undefined)?.withinMonths}
        />
        {(measure.gates ?? []).map((gate, k) => {
          const fact = plan.facts.find((f) => f.id === gate.fact);
          const line = gate.atMost === undefined ? 'atLeast' : 'atMost';
          const unit = fact ? PLAN_PART_WORDS[fact.unit]?.[lang] : '';
          return (
            <NumberField
              key={`${gate.fact} ${k}`}
              label={t(line, { fact: fact?.name[lang] ?? gate.fact, unit: unit ?? '' })}
              path={[...path, 'gates', k, line]}
              value={gate[line]}
            />
          );
        })}
      </div>
      <MaybeBothField label={word('funding')} path={[...path, 'funding']} value={measure.funding} />
    </>
  );
}
