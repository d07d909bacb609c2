import { madOfBuffer, medianOfBuffer } from '../../stats/robust';

/** How a reported figure stands to the one that follows from others, over the periods in which both are there. */
export interface Agreement {
  /** Share of the periods in which they differ by more than rounding. */
  readonly differing: number;
  /** Median of ln(reported ÷ computed). */
  readonly centre: number;
  /** From which distance of ln(reported ÷ computed) from the centre a value is off. */
  readonly limit: number;
}

interface AgreementParams {
  /** From this share of differing periods on, two figures are of different definition. */
  readonly systematicShare: number;
  readonly minPeriods: number;
  readonly k: number;
}

/** Null where the two agree but for single values: those are off. Otherwise what is usual between them. */
export function agreementOf(
  reported: Float64Array,
  computed: Float64Array,
  tolerance: Float64Array,
  n: number,
  params: AgreementParams,
): Agreement | null {
  if (n < params.minPeriods) return null;
  const buffer = new Float64Array(n);
  let differ = 0;
  let m = 0;
  for (let i = 0; i < n; i++) {
    if (Math.abs(reported[i]! - computed[i]!) > tolerance[i]!) differ++;
    if (reported[i]! > 0 && computed[i]! > 0) buffer[m++] = Math.log(reported[i]! / computed[i]!);
  }
  if (differ / n < params.systematicShare || m < params.minPeriods) return null;
  const centre = medianOfBuffer(buffer, m);
  return { differing: differ / n, centre, limit: Math.max(0.02, params.k * madOfBuffer(buffer, m, centre)) };
}

/** Factors that a slip of the decimal point or of the unit leaves behind. */
export const SLIPS = [10, 0.1, 100, 0.01, 1000, 0.001, 10_000, 0.0001] as const;
