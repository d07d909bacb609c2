import type { ButtonHTMLAttributes, ReactNode, Ref, SelectHTMLAttributes } from 'react';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `plain` has no border: for rows of small tools. */
  readonly look?: 'primary' | 'secondary' | 'plain';
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({ look = 'secondary', className = '', type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={`button button-${look} ${className}`} {...rest} />;
}

interface SelectProps<V extends string> extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'value' | 'onChange'> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V) => void;
}

/** A native select with its visible label. */
export function Select<V extends string>({ label, value, options, onChange, className = '', ...rest }: SelectProps<V>) {
  return (
    <label className={`field ${className}`}>
      <span className="field-label">{label}</span>
      <select className="select" value={value} onChange={(e) => onChange(e.target.value as V)} {...rest}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

interface ToggleProps {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly children: ReactNode;
}

/** On or off, as a native checkbox with its label. */
export function Toggle({ on, onChange, children }: ToggleProps) {
  return (
    <label className="toggle">
      <input type="checkbox" checked={on} onChange={(e) => onChange(e.target.checked)} />
      <span>{children}</span>
    </label>
  );
}

interface ChoiceProps<V extends string> {
  readonly label: string;
  readonly name: string;
  readonly value: V;
  /** An option with an `off` reason cannot be chosen; the reason is read out and shown on hover. */
  readonly options: readonly { readonly value: V; readonly label: string; readonly off?: string | null }[];
  readonly onChange: (value: V) => void;
}

/** One of a few, all in view: native radio buttons that look like a row of tabs. */
export function Choice<V extends string>({ label, name, value, options, onChange }: ChoiceProps<V>) {
  return (
    <fieldset className="choice">
      <legend className="visually-hidden">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className={option.value === value ? 'choice-on' : option.off ? 'choice-off' : ''}
          title={option.off ?? undefined}
        >
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={option.value === value}
            disabled={Boolean(option.off)}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
