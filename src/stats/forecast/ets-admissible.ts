import type { EtsForm } from './ets-form';
import type { EtsWeights } from './ets-filter';

/** Bounds of α, β, γ and φ, as R `forecast` has them. */
export const LOWER = [0.0001, 0.0001, 0.0001, 0.8] as const;
export const UPPER = [0.9999, 0.9999, 0.9999, 0.98] as const;
/** Roots may lie this much outside of the unit circle. */
const SLACK = 1e-10;

/**
 * May a model have these weights? Within the usual bounds (β ≤ α, γ ≤ 1 − α) and so that old values are forgotten: the
 * roots of its characteristic polynomial lie in the unit circle. `buffer`: room for 2·(m + 2) numbers.
 * Source: R. J. Hyndman, M. Akram, B. C. Archibald, "The admissible parameter space for exponential smoothing models",
 * Ann Inst Stat Math 60 (2008) 407–426; R `forecast`, `bounds = "both"`.
 */
export function admissible(
  form: EtsForm,
  m: number,
  { alpha, beta, gamma, phi }: EtsWeights,
  buffer: Float64Array,
): boolean {
  if (!(alpha >= LOWER[0] && alpha <= UPPER[0])) return false;
  const trended = form.trend === 'A';
  if (trended && !(beta >= LOWER[1] && beta <= alpha && beta <= UPPER[1])) return false;
  if (form.damped && !(phi >= LOWER[3] && phi <= UPPER[3])) return false;
  if (form.season === 'N') return !trended || (beta >= alpha * (phi - 1) && beta <= (1 + phi) * (2 - alpha));
  if (!(gamma >= LOWER[2] && gamma <= 1 - alpha && gamma <= UPPER[2])) return false;
  const inverse = 1 / phi;
  if (gamma < Math.max(1 - inverse - alpha, 0) || gamma > 1 + inverse - alpha) return false;
  if (alpha < 1 - inverse - (gamma * (1 - m + phi + phi * m)) / (2 * phi * m)) return false;
  if (beta < -(1 - phi) * (gamma / m + alpha)) return false;
  return rootsInside(m, trended, alpha, beta, gamma, phi, buffer);
}

/**
 * The polynomial z^(m+1) + (α + β − φ)·z^m + (α + β − αφ)·(z^(m−1) + … + z²) + (α + β − αφ + γ − 1)·z + φ(1 − α − γ).
 * Without a trend it has the factor z − 1, which is taken out. Tried by the Schur–Cohn recursion (E. I. Jury, "Theory
 * and Application of the z-Transform Method", 1964): no root is computed, O(m²).
 */
function rootsInside(
  m: number,
  trended: boolean,
  alpha: number,
  beta: number,
  gamma: number,
  phi: number,
  buffer: Float64Array,
): boolean {
  const degree = trended ? m + 1 : m;
  const middle = trended ? alpha + beta - alpha * phi : alpha;
  buffer[0] = 1;
  for (let k = 1; k < degree; k++) buffer[k] = middle;
  if (trended) {
    buffer[1] = alpha + beta - phi;
    buffer[m] = middle + gamma - 1;
    buffer[m + 1] = phi * (1 - alpha - gamma);
  } else buffer[m] = alpha + gamma - 1;
  // z → z·(1 + slack): roots that were within the slack are now inside.
  let scale = 1;
  for (let k = degree; k >= 0; k--) {
    buffer[k]! *= scale;
    scale /= 1 + SLACK;
  }
  const half = buffer.length >> 1;
  for (let size = degree; size > 0; size--) {
    const first = buffer[0]!;
    const last = buffer[size]!;
    if (!(Math.abs(last) < Math.abs(first))) return false;
    const ratio = last / first;
    for (let k = 0; k < size; k++) buffer[half + k] = buffer[k]! - ratio * buffer[size - k]!;
    buffer.copyWithin(0, half, half + size);
  }
  return true;
}
