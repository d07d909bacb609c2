import { type ReactNode, useId } from 'react';

export interface FieldFrame {
  readonly label: string;
  /** What is wrong with what stands in it, in words; undefined = nothing. */
  readonly fault?: string | undefined;
  readonly hint?: string | undefined;
  readonly wide?: boolean;
}

interface LineProps extends FieldFrame {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'date' | 'month' | 'datetime-local';
  readonly inputMode?: 'decimal' | 'numeric' | 'text';
  readonly most?: number;
  readonly unit?: string;
  /** A button below the field. */
  readonly tool?: ReactNode;
}

/** One line of text, a figure or a day, with its label; what is wrong with it stands below, and is read out with it. */
export function LineField({ label, value, onChange, fault, hint, wide, type = 'text', ...rest }: LineProps) {
  const id = useId();
  const input = (
    <input
      id={id}
      className="input"
      type={type}
      value={value}
      inputMode={rest.inputMode}
      maxLength={rest.most ?? 400}
      aria-invalid={fault !== undefined}
      aria-describedby={`${id}-below`}
      onChange={(e) => onChange(e.target.value)}
    />
  );
  return (
    <Framed id={id} label={label} fault={fault} hint={hint} wide={wide}>
      {rest.unit === undefined ? (
        input
      ) : (
        <span className="with-unit">
          {input}
          <span className="quiet">{rest.unit}</span>
        </span>
      )}
      {rest.tool !== undefined && <span className="field-tool">{rest.tool}</span>}
    </Framed>
  );
}

interface AreaProps extends FieldFrame {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
}

/** Several lines of text. */
export function AreaField({ label, value, onChange, fault, hint, wide = true, rows = 3 }: AreaProps) {
  const id = useId();
  return (
    <Framed id={id} label={label} fault={fault} hint={hint} wide={wide}>
      <textarea
        id={id}
        className="input"
        rows={rows}
        value={value}
        maxLength={10_000}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-below`}
        onChange={(e) => onChange(e.target.value)}
      />
    </Framed>
  );
}

interface SelectFieldProps extends FieldFrame {
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** Name of having chosen nothing yet; without it the first option is the choice. */
  readonly none?: string;
  readonly onChange: (value: string) => void;
}

export function SelectField({ label, value, options, none, onChange, fault, hint, wide }: SelectFieldProps) {
  const id = useId();
  return (
    <Framed id={id} label={label} fault={fault} hint={hint} wide={wide}>
      <select
        id={id}
        className="select"
        value={value}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-below`}
        onChange={(e) => onChange(e.target.value)}
      >
        {none !== undefined && <option value="">{none}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Framed>
  );
}

interface ChecksProps {
  readonly legend: string;
  readonly value: readonly string[];
  readonly options: readonly { readonly value: string; readonly label: ReactNode }[];
  readonly onChange: (value: readonly string[]) => void;
  readonly hint?: string;
}

/** Any of a list, in the order of the list. */
export function ChecksField({ legend, value, options, onChange, hint }: ChecksProps) {
  const turn = (one: string, on: boolean): void =>
    onChange(options.map((o) => o.value).filter((v) => (v === one ? on : value.includes(v))));
  return (
    <fieldset className="case-checks">
      <legend>{legend}</legend>
      {hint !== undefined && <p className="field-hint">{hint}</p>}
      <div className="case-checks-list">
        {options.map((option) => (
          <label key={option.value} className="toggle">
            <input
              type="checkbox"
              checked={value.includes(option.value)}
              onChange={(e) => turn(option.value, e.target.checked)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface FramedProps {
  readonly id: string;
  readonly label: string;
  readonly fault: string | undefined;
  readonly hint: string | undefined;
  readonly wide: boolean | undefined;
  readonly children: ReactNode;
}

/** Label above, words below; these stand outside the label, so that its name stays its name. */
function Framed({ id, label, fault, hint, wide, children }: FramedProps) {
  return (
    <div className={`case-field ${wide ? 'case-wide' : ''}`}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children}
      <span id={`${id}-below`}>
        {fault !== undefined && <span className="field-fault">{fault}</span>}
        {hint !== undefined && <span className="field-hint">{hint}</span>}
      </span>
    </div>
  );
}
