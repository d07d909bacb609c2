import { createContext, type ReactNode, use, useId } from 'react';
import type { ShapeFault } from '../../../base/check';
import { type FieldPath, pathWords, setAt } from '../../../store/rules-draft';
import { useLang } from '../../../store/place';
import { Select, Toggle } from '../../parts/Button';
import { useT } from '../../parts/use-text';
import { plainly, useTyped } from '../../parts/use-typed';
import { VERSIONS_TEXT } from './text';

/** The draft that fields write to. */
interface Desk {
  readonly raw: unknown;
  readonly faults: readonly ShapeFault[];
  readonly onChange: (raw: unknown) => void;
}

export const DraftDesk = createContext<Desk>({ raw: null, faults: [], onChange: () => undefined });

/** Writes one place of the draft. */
function useEdit(): (path: FieldPath, value: unknown) => void {
  const { raw, onChange } = use(DraftDesk);
  return (path, value) => onChange(setAt(raw, path, value));
}

interface FieldProps {
  readonly label: string;
  readonly path: FieldPath;
  readonly value: unknown;
  readonly wide?: boolean;
}

interface InputFieldProps extends FieldProps {
  readonly read: (text: string) => unknown;
  readonly numeric: boolean;
}

/** One place of the draft as text; it keeps what is typed, also while that is wrong, and says below what is wrong. */
function InputField({ label, path, value, wide = false, read, numeric }: InputFieldProps) {
  const t = useT(VERSIONS_TEXT);
  const lang = useLang();
  const edit = useEdit();
  const { faults } = use(DraftDesk);
  const id = useId();
  const own = faults.filter((f) => f.path === pathWords(path));
  const { shown, type, leave } = useTyped(value, read);
  return (
    <div className={`plan-field ${wide ? 'draft-wide' : ''}`}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="input"
        value={shown}
        inputMode={numeric ? 'decimal' : 'text'}
        aria-invalid={own.length > 0}
        aria-describedby={own.length > 0 ? `${id}-fault` : undefined}
        onChange={(e) => {
          type(e.target.value);
          edit(path, read(e.target.value));
        }}
        onBlur={leave}
      />
      {own.length > 0 && (
        <span id={`${id}-fault`} className="field-fault">
          {own.map((f) => t('expected', { expected: f.words?.[lang] ?? f.expected })).join(' ')}
        </span>
      )}
    </div>
  );
}

const readText = (text: string): unknown => text;
/** A number; what is none stays as it is, for the check to refuse. */
const readNumber = (text: string): unknown =>
  text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text.trim();

export function TextField(props: FieldProps) {
  return <InputField {...props} read={readText} numeric={false} />;
}

export function NumberField(props: FieldProps) {
  return <InputField {...props} read={readNumber} numeric />;
}

/** Text in both languages, side by side. `null` where both are empty and the field may be. */
export function BothField({ label, path, value, wide = true }: FieldProps) {
  const t = useT(VERSIONS_TEXT);
  const text = (value ?? {}) as { zh?: unknown; en?: unknown };
  return (
    <>
      <TextField label={t('zh', { label })} path={[...path, 'zh']} value={text.zh} wide={wide} />
      <TextField label={t('en', { label })} path={[...path, 'en']} value={text.en} wide={wide} />
    </>
  );
}

/** Text in both languages that may be missing: a switch, then the two fields. */
export function MaybeBothField({ label, path, value, children }: FieldProps & { readonly children?: ReactNode }) {
  const edit = useEdit();
  const on = value !== null && value !== undefined;
  return (
    <div className="draft-maybe">
      <Toggle on={on} onChange={(next) => edit(path, next ? { zh: '', en: '' } : null)}>
        {label}
      </Toggle>
      {children}
      {on && (
        <div className="draft-fields">
          <BothField label={label} path={path} value={value} />
        </div>
      )}
    </div>
  );
}

interface ChoiceFieldProps extends FieldProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly read: (value: string) => unknown;
  /** Fuller name, where the label alone would not tell which one it is. */
  readonly name?: string;
}

export function ChoiceField({ label, path, value, options, read, name }: ChoiceFieldProps) {
  const edit = useEdit();
  const shown = plainly(value);
  const known = options.some((o) => o.value === shown);
  return (
    <Select
      className="draft-choice"
      label={label}
      aria-label={name}
      value={shown}
      options={known ? options : [{ value: shown, label: shown }, ...options]}
      onChange={(v) => edit(path, read(v))}
    />
  );
}

export function YesField({ label, path, value }: FieldProps) {
  const edit = useEdit();
  return (
    <Toggle on={value === true} onChange={(on) => edit(path, on)}>
      {label}
    </Toggle>
  );
}
