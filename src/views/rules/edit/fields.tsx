import { type ReactNode, useId } from 'react';
import type { ShapeFault } from '../../../base/check';
import type { Lang } from '../../../base/text';
import { type FieldPath, pathWords } from '../../../store/rules-draft';
import { useLang } from '../../../store/place';
import type { Also } from '../../../store/rules';
import { useRules } from '../../../store/use-rules';
import { useT } from '../../parts/use-text';
import { plainly, useTyped } from '../../parts/use-typed';
import { EDIT_TEXT } from './text';

/** Faults of exactly this place in the draft; with `below`, also of whatever stands under it. */
export function useFaults(path: FieldPath, below = false): readonly ShapeFault[] {
  const faults = useRules((s) => s.checked.faults);
  const here = pathWords(path);
  return faults.filter(
    (f) => f.path === here || (below && (f.path.startsWith(`${here}.`) || f.path.startsWith(`${here}[`))),
  );
}

export function expectedWords(fault: ShapeFault, lang: Lang): string {
  return fault.words?.[lang] ?? fault.expected;
}

/** What is wrong at a place, each with what was expected. */
export function FaultWords({ faults, id }: { readonly faults: readonly ShapeFault[]; readonly id?: string }) {
  const t = useT(EDIT_TEXT);
  const lang = useLang();
  if (faults.length === 0) return null;
  return (
    <span id={id} className="field-fault">
      {faults.map((f) => (
        <span key={f.path + f.expected}>{t('expected', { expected: expectedWords(f, lang) })}</span>
      ))}
    </span>
  );
}

interface FieldProps {
  readonly label: ReactNode;
  readonly path: FieldPath;
  readonly hint?: string | undefined;
}

interface InputFieldProps extends FieldProps {
  readonly value: unknown;
  /** What the text means; what it does not understand it gives back as it is, for the check to refuse. */
  readonly read: (text: string) => unknown;
  readonly write?: (value: unknown) => string;
  readonly inputMode?: 'decimal' | 'numeric' | 'text';
  readonly wide?: boolean;
  readonly placeholder?: string | undefined;
  readonly also?: Also | undefined;
}

/** One field of the draft as text: it keeps what is typed, also while that is wrong, and says what is wrong below. */
function InputField(props: InputFieldProps) {
  const { label, path, hint, value, read, write = plainly, inputMode = 'text', wide = false, placeholder } = props;
  const edit = useRules((s) => s.edit);
  const seal = useRules((s) => s.seal);
  const faults = useFaults(path);
  const id = useId();
  const { shown, type, leave } = useTyped(value, read, write);
  return (
    <div className={`edit-field ${wide ? 'edit-wide' : ''}`}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="input"
        value={shown}
        inputMode={inputMode}
        placeholder={placeholder}
        aria-invalid={faults.length > 0}
        aria-describedby={`${id}-hint ${id}-fault`}
        onChange={(e) => {
          type(e.target.value);
          edit(path, read(e.target.value), props.also);
        }}
        onBlur={() => {
          leave();
          seal();
        }}
      />
      <Below id={id} hint={hint} faults={faults} />
    </div>
  );
}

/** What may stand in a field, and what is wrong with what does; outside its label, so that its name stays its name. */
function Below({
  id,
  hint,
  faults,
}: {
  readonly id: string;
  readonly hint: string | undefined;
  readonly faults: readonly ShapeFault[];
}) {
  return (
    <>
      {hint !== undefined && (
        <span id={`${id}-hint`} className="field-hint">
          {hint}
        </span>
      )}
      <FaultWords faults={faults} id={`${id}-fault`} />
    </>
  );
}

/** A number; empty is no value where `optional`, and a fault otherwise. */
export function NumberField(
  props: FieldProps & {
    readonly value: unknown;
    readonly optional?: boolean;
    readonly words?: readonly string[] | undefined;
    readonly placeholder?: string | undefined;
    readonly also?: Also | undefined;
  },
) {
  const { optional = false, words = [], ...rest } = props;
  const read = (text: string): unknown => {
    const bare = text.trim().replace('−', '-');
    if (bare === '') return optional ? undefined : '';
    return words.includes(bare) || !Number.isFinite(Number(bare)) ? bare : Number(bare);
  };
  return <InputField {...rest} read={read} inputMode="decimal" />;
}

/** A list of numbers, written with commas. */
export function NumbersField(
  props: FieldProps & { readonly value: unknown; readonly placeholder?: string | undefined },
) {
  const read = (text: string): unknown => {
    if (text.trim() === '') return undefined;
    return text
      .split(/[,，、\s]+/)
      .filter((s) => s !== '')
      .map((s) => (Number.isFinite(Number(s)) ? Number(s) : s));
  };
  const write = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : plainly(value));
  return <InputField {...props} read={read} write={write} />;
}

export function TextField(props: FieldProps & { readonly value: unknown; readonly wide?: boolean }) {
  return <InputField {...props} read={(text) => text} />;
}

interface ChoiceFieldProps extends FieldProps {
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** Another value for the draft than the option's own; undefined takes the field out. */
  readonly read?: (value: string) => unknown;
  readonly onChange?: (value: string) => void;
}

/** One of a few, as a native list. A value that is none of them stays visible. */
export function ChoiceField({ label, path, hint, value, options, read = (v) => v, onChange }: ChoiceFieldProps) {
  const edit = useRules((s) => s.edit);
  const faults = useFaults(path);
  const id = useId();
  const all = options.some((o) => o.value === value) ? options : [{ value, label: value }, ...options];
  return (
    <div className="edit-field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="select"
        value={value}
        aria-invalid={faults.length > 0}
        aria-describedby={`${id}-hint ${id}-fault`}
        onChange={(e) => (onChange ? onChange(e.target.value) : edit(path, read(e.target.value)))}
      >
        {all.map((o) => (
          <option key={o.value} value={o.value}>
            {o.label}
          </option>
        ))}
      </select>
      <Below id={id} hint={hint} faults={faults} />
    </div>
  );
}
