import { formatList } from '../../../base/format';
import type { ParamSpec } from '../../../detectors/params';
import { useLang } from '../../../store/place';
import type { FieldPath } from '../../../store/rules-draft';
import type { RuleMethod } from '../../../store/rule-methods';
import { useT } from '../../parts/use-text';
import { choiceWords, paramLabel } from './field-text';
import { ChoiceField, FaultWords, NumberField, NumbersField, useFaults } from './fields';
import { figure } from './rule-diff';
import { EDIT_TEXT } from './text';

interface ParamFieldsProps {
  readonly method: RuleMethod;
  readonly params: Readonly<Record<string, unknown>>;
  /** Of the rule's `detector.params`. */
  readonly path: FieldPath;
  readonly indicators: readonly { readonly value: string; readonly label: string }[];
}

/** A field for each parameter that the method has, by what it may be; and what stands there without being known. */
export function ParamFields({ method, params, path, indicators }: ParamFieldsProps) {
  const faults = useFaults(path, true);
  const stray = faults.filter((f) => !Object.hasOwn(method.params, f.path.split('.').at(-1)!));
  return (
    <>
      {Object.entries(method.params).map(([name, spec]) => (
        <ParamField
          key={name}
          name={name}
          spec={spec}
          value={params[name]}
          path={[...path, name]}
          indicators={indicators}
        />
      ))}
      <FaultWords faults={stray} />
    </>
  );
}

interface ParamFieldProps {
  readonly name: string;
  readonly spec: ParamSpec;
  readonly value: unknown;
  readonly path: FieldPath;
  readonly indicators: ParamFieldsProps['indicators'];
}

function ParamField({ name, spec, value, path, indicators }: ParamFieldProps) {
  const t = useT(EDIT_TEXT);
  const lang = useLang();
  const label = paramLabel(name)[lang];
  const word = (v: unknown): string =>
    typeof v === 'number' ? figure(v) : Array.isArray(v) ? v.join(', ') : choiceWords(String(v))[lang];
  const standard = spec.type === 'indicator' ? null : spec.default;
  const otherwise = standard === null ? t('defaultNone') : t('defaultIs', { value: word(standard) });
  switch (spec.type) {
    case 'integer':
    case 'number': {
      const bounds = t('bounds', { low: figure(spec.min), high: figure(spec.max) });
      const words = spec.words?.map((w) => `${w}（${choiceWords(w)[lang]}）`) ?? [];
      const hint = formatList([bounds, ...words], lang);
      const rest = { label, path, hint, value, words: spec.words, placeholder: otherwise };
      return <NumberField {...rest} optional />;
    }
    case 'numbers':
      return (
        <NumbersField
          label={label}
          path={path}
          value={value}
          placeholder={otherwise}
          hint={t('bounds', { low: figure(spec.min), high: figure(spec.max) })}
        />
      );
    case 'option':
    case 'boolean': {
      const values = spec.type === 'option' ? spec.options : ['true', 'false'];
      const shown = value === undefined ? '' : String(value);
      const none = { value: '', label: standard === null ? t('notSet') : `${word(standard)} ${t('notSet')}` };
      const read = (v: string): unknown => (v === '' ? undefined : spec.type === 'boolean' ? v === 'true' : v);
      const options = [none, ...values.map((v) => ({ value: v, label: choiceWords(v)[lang] }))];
      return <ChoiceField label={label} path={path} value={shown} options={options} read={read} />;
    }
    case 'indicator':
      return <ChoiceField label={label} path={path} value={String(value ?? '')} options={indicators} />;
  }
}
