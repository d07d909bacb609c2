import { lazy, type ReactNode, Suspense } from 'react';
import { LEVEL_KEYS, type LevelKey, WARNING_LEVELS } from '../../../base/level';
import { sayBoth } from '../../../base/text';
import { SERIES_FORMS } from '../../../indicators/form';
import type { AssessmentView } from '../../../platform/engine-api';
import { fetchPart } from '../../../platform/fetch-part';
import type { Rule, RuleSet } from '../../../signals/rule';
import { setPlace, useLang } from '../../../store/place';
import type { FieldPath } from '../../../store/rules-draft';
import { methodOf, ruleMethods } from '../../../store/rule-methods';
import { useRules } from '../../../store/use-rules';
import { Button, Toggle } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { LevelBadge } from '../../parts/LevelBadge';
import { Skeleton } from '../../parts/states';
import { useT } from '../../parts/use-text';
import { choiceWords, FIELD_TEXT } from './field-text';
import { ChoiceField, FaultWords, NumberField, TextField, useFaults } from './fields';
import { ParamFields } from './ParamFields';
import { figure } from './rule-diff';
import { byFamily, freeId, measureOf, ownBasis } from './rule-list';
import { EDIT_TEXT } from './text';

type WarningKey = Exclude<LevelKey, 'normal' | 'insufficient'>;

const TrackRecord = lazy(() =>
  fetchPart(() => import('../backtest/TrackRecord').then((m) => ({ default: m.TrackRecord }))),
);

interface RuleFormProps {
  readonly view: AssessmentView;
  readonly ruleSet: RuleSet;
  readonly rule: Rule;
  readonly at: number;
}

/** Everything that a rule says, field by field. What is wrong stays as it was typed, and is told at its field. */
export function RuleForm({ view, ruleSet, rule, at }: RuleFormProps) {
  const t = useT(EDIT_TEXT);
  const f = useT(FIELD_TEXT);
  const lang = useLang();
  const edit = useRules((s) => s.edit);
  const path = (...keys: FieldPath): FieldPath => ['ruleSet', 'rules', at, ...keys];
  const indicators = indicatorOptions(view, lang, rule.indicator, t);
  const indicator = view.catalogue.byId.get(rule.indicator);
  const method = methodOf(rule.detector.kind);
  const { unit } = measureOf(rule, indicator, view.frequency, lang);
  const choices = (values: readonly string[]) => values.map((value) => ({ value, label: choiceWords(value)[lang] }));
  const wrongMethod = useFaults(path('detector'));
  const wrongId = useFaults(path('id'));
  return (
    <Card
      className="rule-form"
      title={t('form')}
      tools={<RuleTools view={view} ruleSet={ruleSet} rule={rule} at={at} />}
    >
      <Group title={t('what')}>
        <TextField label={t('nameZh')} path={path('name', 'zh')} value={rule.name.zh} wide />
        <TextField label={t('nameEn')} path={path('name', 'en')} value={rule.name.en} wide />
        <ChoiceField label={f('indicator')} path={path('indicator')} value={rule.indicator} options={indicators} />
        <ChoiceField label={f('form')} path={path('form')} value={rule.form} options={choices(SERIES_FORMS)} />
        <ChoiceField
          label={f('detector')}
          path={path('detector', 'kind')}
          value={rule.detector.kind}
          options={ruleMethods().map((m) => ({ value: m.kind, label: m.name[lang] }))}
          onChange={(kind) => edit(path('detector'), { kind, params: shared(rule, kind) })}
        />
        {method && (
          <ParamFields
            method={method}
            params={rule.detector.params}
            path={path('detector', 'params')}
            indicators={indicators}
          />
        )}
        <p className="edit-note quiet">
          {method?.definition[lang]}
          {method?.publishedBound ? ` ${t('published', { value: figure(method.publishedBound) })}` : ''}
        </p>
        <FaultWords faults={[...wrongMethod, ...wrongId]} />
      </Group>
      <Thresholds rule={rule} at={at} path={path} unit={unit} />
      <Group title={t('where')}>
        <ChoiceField
          label={f('role')}
          path={path('role')}
          value={rule.role}
          options={choices(['signal', 'floor', 'scale'])}
        />
        <ChoiceField
          label={f('appliesTo')}
          path={path('appliesTo')}
          value={rule.appliesTo}
          options={choices(['all', 'large', 'small'])}
        />
        <Guard rule={rule} path={path} />
        <ChoiceField
          label={f('basis')}
          path={path('basis', 'kind')}
          value={rule.basis.kind}
          options={choices(['ours', 'published', 'user'])}
        />
        <TextField label={t('noteZh')} path={path('basis', 'note', 'zh')} value={rule.basis.note.zh} wide />
        <TextField label={t('noteEn')} path={path('basis', 'note', 'en')} value={rule.basis.note.en} wide />
      </Group>
      <Suspense fallback={<Skeleton lines={3} />}>
        <TrackRecord ruleId={rule.id} />
      </Suspense>
    </Card>
  );
}

export function Group({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) {
  return (
    <fieldset className="edit-group">
      <legend>{title}</legend>
      <div className="edit-fields">{children}</div>
    </fieldset>
  );
}

interface PartProps {
  readonly rule: Rule;
  readonly path: (...keys: FieldPath) => FieldPath;
}

/** Lines and confirmation by level side by side, then how a level ends. */
function Thresholds({ rule, at, path, unit }: PartProps & { readonly at: number; readonly unit: string }) {
  const t = useT(EDIT_TEXT);
  const f = useT(FIELD_TEXT);
  const wrong = useFaults(path('thresholds'));
  return (
    <Group title={t('when')}>
      <div className="edit-levels">
        {WARNING_LEVELS.map((level) => {
          const key = LEVEL_KEYS[level] as WarningKey;
          return (
            <div key={key} className="edit-level">
              <LevelBadge level={level} form="full" />
              <NumberField
                label={f('thresholds')}
                path={path('thresholds', key)}
                value={rule.thresholds[key]}
                placeholder={t('noAbsent')}
                optional
                also={ownBasis(rule, at)}
              />
              <NumberField label={f('confirm')} path={path('confirm', key)} value={rule.confirm[key]} />
            </div>
          );
        })}
      </div>
      <p className="edit-note quiet">
        {t('worseUp')}
        {unit === '' ? '' : ` · ${t('unitOf', { unit })}`}
      </p>
      <FaultWords faults={wrong} />
      <NumberField label={f('clear')} path={path('clear')} value={rule.clear} />
      <NumberField label={f('exitMargin')} path={path('exitMargin')} value={rule.exitMargin} />
      <NumberField label={f('holdMissing')} path={path('holdMissing')} value={rule.holdMissing} />
      <NumberField label={f('decimals')} path={path('decimals')} value={rule.decimals} />
    </Group>
  );
}

function Guard({ rule, path }: PartProps) {
  const t = useT(EDIT_TEXT);
  const f = useT(FIELD_TEXT);
  const edit = useRules((s) => s.edit);
  const wrong = useFaults(path('guard'));
  return (
    <div className="edit-guard">
      <Toggle
        on={rule.guard !== null}
        onChange={(on) => edit(path('guard'), on ? { referenceLabourForce: 250_000, maxFactor: 2 } : null)}
      >
        {t('guardOn')}
      </Toggle>
      {rule.guard !== null && (
        <>
          <NumberField
            label={f('referenceLabourForce')}
            path={path('guard', 'referenceLabourForce')}
            value={rule.guard.referenceLabourForce}
          />
          <NumberField label={f('maxFactor')} path={path('guard', 'maxFactor')} value={rule.guard.maxFactor} />
          <NumberField
            label={f('minLabourForce')}
            path={path('guard', 'minLabourForce')}
            value={rule.guard.minLabourForce}
            placeholder={t('noAbsent')}
            optional
          />
        </>
      )}
      <FaultWords faults={wrong} />
    </div>
  );
}

/** Copies, moves and removes the rule; each is one step that can be undone. */
function RuleTools({ view, ruleSet, rule, at }: RuleFormProps) {
  const t = useT(EDIT_TEXT);
  const edit = useRules((s) => s.edit);
  const { rules } = ruleSet;
  // Rules are listed by family: up and down are among those of the same.
  const family = byFamily(ruleSet, view).find(([, listed]) => listed.some((l) => l.at === at))![1];
  const place = family.findIndex((l) => l.at === at);
  const [above, below] = [family[place - 1]?.at, family[place + 1]?.at];
  const put = (next: readonly Rule[], shown: string): void => {
    edit(['ruleSet', 'rules'], next);
    setPlace({ free: { rule: shown } }, { replace: true });
  };
  const swap = (a: number, b: number): void =>
    put(
      rules.map((r, i) => (i === a ? rules[b]! : i === b ? rules[a]! : r)),
      rule.id,
    );
  const copy = (): void => {
    const id = freeId(ruleSet, `${rule.id.replace(/-\d+$/, '')}-2`);
    const made = { ...rule, id, name: sayBoth(EDIT_TEXT.copyName, { name: rule.name }) };
    put([...rules.slice(0, at + 1), made, ...rules.slice(at + 1)], id);
  };
  return (
    <span role="group" aria-label={t('actions')} className="rule-tools">
      <Button look="plain" onClick={copy}>
        {t('duplicate')}
      </Button>
      <Button look="plain" disabled={above === undefined} onClick={() => swap(at, above!)}>
        {t('up')}
      </Button>
      <Button look="plain" disabled={below === undefined} onClick={() => swap(at, below!)}>
        {t('down')}
      </Button>
      <Button
        look="plain"
        disabled={rules.length === 1}
        onClick={() =>
          put(
            rules.filter((_, i) => i !== at),
            (rules[at + 1] ?? rules[at - 1])!.id,
          )
        }
      >
        {t('remove')}
      </Button>
    </span>
  );
}

/** Parameters that the other method has, too, where their values fit there. */
function shared(rule: Rule, kind: string): Record<string, unknown> {
  const specs = methodOf(kind)?.params ?? {};
  const kept = Object.entries(rule.detector.params).filter(([name]) => {
    const [mine, theirs] = [methodOf(rule.detector.kind)?.params[name], specs[name]];
    return theirs !== undefined && JSON.stringify(mine) === JSON.stringify(theirs);
  });
  return Object.fromEntries(kept);
}

function indicatorOptions(
  { catalogue, indicators }: AssessmentView,
  lang: 'zh' | 'en',
  chosen: string,
  t: ReturnType<typeof useT<keyof typeof EDIT_TEXT>>,
) {
  const there = new Set(indicators);
  const graded = catalogue.indicators.filter((i) => i.worse !== 'none');
  const options = graded.map((i) => ({
    value: i.id,
    label: there.has(i.id) ? i.name[lang] : `${i.name[lang]}${lang === 'zh' ? '（无数据）' : ' (no data)'}`,
  }));
  if (options.some((o) => o.value === chosen)) return options;
  const name = catalogue.byId.get(chosen)?.name[lang] ?? t('unknownIndicator', { id: chosen });
  return [{ value: chosen, label: name }, ...options];
}
