import { FAMILIES, type Family } from '../base/indicators';
import { defineText, type Text } from '../base/text';
import type { Scheme, Weighting } from './scheme';

/** How the weights of the composite index came about. */
export interface WeightingInForce {
  readonly asked: Weighting;
  /** What was used: `equal` where the data does not carry what was asked for. */
  readonly used: Weighting;
  /** Why it is another one than asked; null when it is not. */
  readonly reason: Text | null;
  /** Region-periods in which every family at work speaks, from which data-made weights come; 0 where none are. */
  readonly cells: number;
}

export interface IndexWeights {
  /** Normed over the families at work; 0 for the others. */
  readonly weights: Readonly<Record<Family, number>>;
  readonly weighting: WeightingInForce;
}

const T = defineText({
  tooFew: {
    zh: '各指标族同时有结果的地区期数不足，改用等权',
    en: 'too few region-periods in which every family speaks: equal weights instead',
  },
  noSpread: {
    zh: '各指标族的严重度没有可区分的差异，改用等权',
    en: 'the severities of the families do not vary in ways that tell them apart: equal weights instead',
  },
});

/** Fewer cells than these say nothing of spread or correlation. */
const FEWEST_CELLS = 12;

/** Whether the weights of a scheme come from the assessed data, and so change with it. */
export function weighsByData({ weighting }: Scheme): boolean {
  return weighting === 'entropy' || weighting === 'critic';
}

/**
 * Weights of the families for the composite index. `present`: families with a rule at work anywhere. `severities`: for
 * weights from the data, each family's mean severity (0–4) by region × period, NaN where it does not speak; the cells
 * in which every present family speaks are the alternatives, the families the criteria. They are all that is known on
 * the day of the assessment, no later knowledge: an earlier day has its own weights.
 */
export function indexWeights(
  scheme: Scheme,
  present: readonly boolean[],
  severities: readonly Float32Array[] | null,
): IndexWeights {
  const asked = scheme.weighting ?? 'expert';
  const at = FAMILIES.flatMap((_, f) => (present[f] ? [f] : []));
  const own = at.map((f) => (asked === 'expert' ? scheme.weights[FAMILIES[f]!] : 1));
  const inForce = (weights: readonly number[], over: Partial<WeightingInForce> = {}): IndexWeights => ({
    weights: byFamily(at, normed(weights)),
    weighting: { asked, used: asked, reason: null, cells: 0, ...over },
  });
  if (!severities || !weighsByData(scheme)) return inForce(own);
  const columns = completeCases(at.map((f) => severities[f]!));
  const cells = columns[0]?.length ?? 0;
  const instead = (reason: Text): IndexWeights => inForce(own, { used: 'equal', reason, cells });
  if (at.length > 1 && cells < FEWEST_CELLS) return instead(T.tooFew);
  const weights = asked === 'entropy' ? entropyWeights(columns) : criticWeights(columns);
  if (at.length > 1 && !weights) return instead(T.noSpread);
  return inForce(weights ?? own, { cells });
}

/** Weights over their sum; as they are where that is 0. */
function normed(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, w) => sum + w, 0);
  return weights.map((w) => (total > 0 ? w / total : 0));
}

function byFamily(at: readonly number[], weights: readonly number[]): Record<Family, number> {
  const of = (f: number): number => weights[at.indexOf(f)] ?? 0;
  return Object.fromEntries(FAMILIES.map((family, f) => [family, of(f)])) as Record<Family, number>;
}

/** The rows of a matrix, given by columns, that have no hole. In plain loops: a whole country has a million. */
function completeCases(columns: readonly Float32Array[]): Float64Array[] {
  const size = columns[0]?.length ?? 0;
  const rows = new Uint32Array(size);
  let complete = 0;
  for (let i = 0; i < size; i++) {
    let whole = true;
    for (const column of columns) if (column[i] !== column[i]) whole = false;
    if (whole) rows[complete++] = i;
  }
  return columns.map((column) => {
    const out = new Float64Array(complete);
    for (let k = 0; k < complete; k++) out[k] = column[rows[k]!]!;
    return out;
  });
}

/**
 * Entropy weights. p(ij) = x(ij) / Σi x(ij); e(j) = −Σi p·ln p / ln m, with 0·ln 0 = 0; w(j) ∝ 1 − e(j): a family that
 * says the same of every region and period gets no weight. Columns of one length m, values ≥ 0.
 *
 * @returns weights that sum to 1; null when no column varies (one that does not, or that is 0 throughout, weighs 0)
 */
export function entropyWeights(columns: readonly Float64Array[]): number[] | null {
  const divergence = columns.map((x) => {
    if (!varies(x)) return 0;
    let sum = 0;
    let logs = 0;
    for (const v of x) {
      sum += v;
      if (v > 0) logs += v * Math.log(v);
    }
    // −Σ p·ln p with p = v / sum, without a second pass.
    return 1 - (Math.log(sum) - logs / sum) / Math.log(x.length);
  });
  return sharesOf(divergence);
}

/**
 * CRITIC (criteria importance through intercriteria correlation; Diakoulaki, Mavrotas and Papayannakis 1995, Computers &
 * Operations Research 22(7)): each column brought to [0, 1] by its least and greatest value; C(j) = σ(j) · Σk (1 − r(jk)),
 * contrast intensity times conflict, with the linear correlation r; w(j) ∝ C(j). Columns of one length.
 *
 * @returns weights that sum to 1; null when no column stands apart (one that does not vary weighs 0 and is in no conflict)
 */
export function criticWeights(columns: readonly Float64Array[]): number[] | null {
  const z = columns.map(standardised);
  return sharesOf(
    z.map((a, j) => {
      if (!a) return 0;
      let conflict = 0;
      z.forEach((b, k) => {
        if (b && k !== j) conflict += 1 - correlation(a.values, b.values);
      });
      return a.contrast * conflict;
    }),
  );
}

/** Below this a sum of divergences or conflicts is rounding, not information. */
const DUST = 1e-12;

function sharesOf(information: readonly number[]): number[] | null {
  const total = information.reduce((sum, c) => sum + c, 0);
  return total > DUST ? information.map((c) => c / total) : null;
}

function varies(x: Float64Array): boolean {
  return x.some((v) => v !== x[0]);
}

/** Values less their mean over their deviation, and the deviation over the range; null for a column that does not vary. */
function standardised(x: Float64Array): { readonly values: Float64Array; readonly contrast: number } | null {
  if (!varies(x)) return null;
  let [sum, least, greatest] = [0, Infinity, -Infinity];
  for (const v of x) {
    sum += v;
    least = Math.min(least, v);
    greatest = Math.max(greatest, v);
  }
  const mean = sum / x.length;
  let squares = 0;
  for (const v of x) squares += (v - mean) ** 2;
  const deviation = Math.sqrt(squares / x.length);
  return { values: x.map((v) => (v - mean) / deviation), contrast: deviation / (greatest - least) };
}

/** Of two standardised columns; never beyond ±1 by rounding. */
function correlation(a: Float64Array, b: Float64Array): number {
  let product = 0;
  for (let i = 0; i < a.length; i++) product += a[i]! * b[i]!;
  return Math.min(1, Math.max(-1, product / a.length));
}
