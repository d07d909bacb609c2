import { type ReactNode, useId } from 'react';
import { type Lang, say } from '../../../base/text';
import type { Field } from './settings';
import { BACKTEST_TEXT } from './text';

export function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="bt-group">
      <legend>{title}</legend>
      <div className="bt-fields">{children}</div>
    </fieldset>
  );
}

interface TypedFieldProps {
  readonly label: string;
  readonly value: string;
  readonly type?: 'text' | 'month';
  /** What was expected, where it is not what stands there. */
  readonly fault?: string | null;
  readonly onChange: (value: string) => void;
}

/** A field that keeps what is typed and says below what is wrong with it. */
export function TypedField({ label, value, type = 'text', fault = null, onChange }: TypedFieldProps) {
  const id = useId();
  return (
    <label className="bt-field">
      <span className="field-label">{label}</span>
      <input
        className="input"
        type={type}
        inputMode={type === 'text' ? 'decimal' : undefined}
        value={value}
        aria-invalid={fault !== null}
        aria-describedby={fault === null ? undefined : id}
        onChange={(e) => onChange(e.target.value)}
      />
      {fault !== null && (
        <span id={id} className="bt-fault">
          {fault}
        </span>
      )}
    </label>
  );
}

const BOUNDS: Partial<Record<Field, readonly [least: number, most: number, whole: boolean]>> = {
  rise: [0, 1e12, false],
  within: [1, 120, true],
  lead: [0, 1200, true],
  after: [0, 1200, true],
  least: [1, 1e6, true],
};

/** What a field should have held. */
export function wrongWords(field: Field, lang: Lang): string {
  const bounds = BOUNDS[field];
  const what = bounds
    ? say(BACKTEST_TEXT.wrongNumber, lang, {
        least: bounds[0],
        most: bounds[1],
        whole: bounds[2] ? BACKTEST_TEXT.whole[lang] : '',
      })
    : field === 'on'
      ? BACKTEST_TEXT.wrongIndicator[lang]
      : field === 'csv'
        ? BACKTEST_TEXT.wrongCsv[lang]
        : BACKTEST_TEXT.wrongPeriod[lang];
  return say(BACKTEST_TEXT.wrong, lang, { what });
}
