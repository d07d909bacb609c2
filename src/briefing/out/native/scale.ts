import type { ValueScale } from './native-chart';

const STEPS = [1, 2, 2.5, 5, 10] as const;

/** Round ends and steps around the values, about four steps; `zero`: from zero where the values are on one side of it. */
export function niceScale(
  values: readonly (number | null)[],
  options: { readonly format: string; readonly title?: string; readonly zero?: boolean; readonly steps?: number },
): ValueScale {
  const known = values.filter((value): value is number => value !== null && Number.isFinite(value));
  let low = known.length > 0 ? Math.min(...known) : 0;
  let high = known.length > 0 ? Math.max(...known) : 1;
  if (options.zero) [low, high] = [Math.min(low, 0), Math.max(high, 0)];
  // A flat line stands in the middle of something.
  if (high === low)
    [low, high] = options.zero
      ? [low, low + 1]
      : [low - Math.max(Math.abs(low) * 0.1, 0.5), high + Math.max(Math.abs(high) * 0.1, 0.5)];
  const raw = (high - low) / (options.steps ?? 4);
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = clean((STEPS.find((s) => s * power >= raw * 0.999) ?? 10) * power);
  const min = clean(Math.floor(low / step + 1e-9) * step);
  const max = clean(Math.ceil(high / step - 1e-9) * step);
  return { min, max, step, format: options.format, title: options.title ?? '' };
}

/** Without the last digits that binary fractions leave: 0.30000000000000004 is 0.3. */
export function clean(value: number): number {
  return Number(value.toPrecision(12));
}

/** Excel's format of a measure: `#,##0.0"%"`; `signed` with a plus on rises, a true minus on falls. */
export function numberFormat(decimals: number, unit: string, signed = false): string {
  const digits = `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;
  const gap = unit === '' || /^[\u2e80-\uffef%]/.test(unit) ? '' : ' ';
  const tail = unit === '' ? '' : `"${gap}${unit.replaceAll('"', '')}"`;
  return signed
    ? `+${digits}${tail};\u2212${digits}${tail};${digits}${tail}`
    : `${digits}${tail};\u2212${digits}${tail}`;
}
