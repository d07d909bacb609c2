import { correlation } from '../stats/correlation';
import { madOfBuffer, medianOfBuffer } from '../stats/robust';
import { theilSen, theilSenScratch } from '../stats/theil-sen';
import { type Detector, lags } from './detector';
import { otherOf, OTHER_PARAMS } from './other-series';
import type { ParamValues } from './params';

/** The macro figure may go before employment by so many periods at most, where the lead is sought. */
const MOST_LEAD = 12;
/** Share of the window's pairs that must be there: one month without a figure must not silence four years. */
const PAIRS = 2 / 3;
/** A residual is not judged by a spread below this share of how far y lies from its median on average: a perfect fit has none. */
const FLOOR = 0.01;

const leadsOf = (params: ParamValues): readonly number[] =>
  params.lead === 'best' ? lags(0, MOST_LEAD + 1) : [params.lead as number];
const mostLead = (params: ParamValues): number => (params.lead === 'best' ? MOST_LEAD : (params.lead as number));
const otherLag = (params: ParamValues): number => (params.otherAs === 'change' ? (params.lag as number) : 0);

/**
 * Employment against the macro economy (Okun-type): over the `span` periods before t a straight line is fitted between
 * the change y of the series over `lag` periods and the macro figure z, `lead` periods earlier (its value, as growth rates
 * are published, or its own change over `lag`); x(t) = d·(y(t) − line(z(t − lead))) / s: how much worse employment is than
 * the economy explains, in standard deviations of the window's residuals (s = 1.4826 × MAD, not below
 * 1 % of the mean distance of y from its median).
 * `lead` "best": the one among 0–12 with the strongest correlation over the span, so that lead and lag are part of the
 * answer and rest on the past alone. The fit is robust (Theil–Sen), t itself is not in it; at least two thirds of
 * the window's pairs must be there. `expected`: the value that the line gives, v(t − lag) + line.
 * Source: A. M. Okun, "Potential GNP" (1962); rolling estimates after E. S. Knotek, Fed. Res. Bank Kansas City Econ. Rev.
 * 92 (2007) 4; H. Theil (1950), P. K. Sen (1968). Cost: span²/2 slopes a period, about 40 µs at 36 (13 times with "best").
 */
export const divergenceDetector: Detector = {
  kind: 'divergence',
  name: { zh: '就业与宏观背离', en: 'Divergence from the macro economy' },
  definition: {
    zh: '就业变动超出同期宏观指标所能解释的部分（奥肯型滚动稳健回归的标准化残差）',
    en: 'Change of employment beyond what a macro figure explains (standardised residual of an Okun-type rolling robust regression)',
  },
  params: {
    ...OTHER_PARAMS,
    lag: { type: 'integer', default: 12, min: 1, max: 24 },
    otherAs: { type: 'option', default: 'value', options: ['value', 'change'] },
    lead: { type: 'integer', default: 0, min: 0, max: MOST_LEAD, words: ['best'] },
    span: { type: 'integer', default: 36, min: 12, max: 240 },
  },
  unit: () => 'deviations',
  refuses: () => null,
  minHistory: (params) =>
    Number(params.span) + 1 + Math.max(Number(params.lag), leadsOf(params)[0]! + otherLag(params)),
  reads(params) {
    const size = (params.span as number) + 1;
    const lag = params.lag as number;
    return lag < size ? lags(0, size + lag) : [...lags(0, size), ...lags(lag, size)];
  },
  readsTarget: false,
  other: {
    of: otherOf,
    reads(params) {
      const first = leadsOf(params)[0]!;
      return lags(first, (params.span as number) + 1 + mostLead(params) - first + otherLag(params));
    },
  },
  countsOn: false,
  signed: true,
  publishedBound: null,
  publishedDecimals: null,
  run({ values, offset, count, sign, against }, params, { statistic, expected }) {
    statistic.fill(NaN, 0, count);
    expected.fill(NaN, 0, count);
    if (!against) return;
    const lag = params.lag as number;
    const span = params.span as number;
    const change = otherLag(params);
    const leads = leadsOf(params);
    const least = Math.ceil(PAIRS * span);
    const x = new Float64Array(span);
    const y = new Float64Array(span);
    const scratch = theilSenScratch(span);
    const own = (t: number): number => (t >= lag ? values[offset + t]! - values[offset + t - lag]! : NaN);
    const macro = (t: number): number => {
      if (t < change) return NaN;
      const now = against.values[against.offset + t]!;
      return change > 0 ? now - against.values[against.offset + t - change]! : now;
    };
    /** The pairs before t at a lead, into x and y; how many there are. */
    const collect = (t: number, lead: number): number => {
      let n = 0;
      for (let s = Math.max(lead, t - span); s < t; s++) {
        const [a, b] = [macro(s - lead), own(s)];
        if (a !== a || b !== b) continue;
        x[n] = a;
        y[n++] = b;
      }
      return n;
    };
    const first = span + Math.max(lag, leads[0]! + change);
    for (let t = first; t < count; t++) {
      const now = own(t);
      if (now !== now) continue;
      let lead = leads[0]!;
      if (leads.length > 1) {
        let strongest = -1;
        for (const candidate of leads) {
          const n = collect(t, candidate);
          const r = n < least ? NaN : Math.abs(correlation(x, y, n));
          // The nearest of equal ones; what differs in the last digits is equal.
          if (r > strongest + 1e-9) [strongest, lead] = [r, candidate];
        }
        if (strongest < 0) continue;
      }
      const n = collect(t, lead);
      const explained = t >= lead ? macro(t - lead) : NaN;
      if (n < least || explained !== explained) continue;
      const line = theilSen(x, y, n, scratch);
      if (!line) continue;
      const { rest } = scratch;
      for (let i = 0; i < n; i++) rest[i] = y[i]! - line.intercept - line.slope * x[i]!;
      const spread = madOfBuffer(rest, n, medianOfBuffer(rest, n));
      rest.set(y.subarray(0, n));
      const middle = medianOfBuffer(rest, n);
      let apart = 0;
      for (let i = 0; i < n; i++) apart += Math.abs(rest[i]! - middle);
      const s = Math.max(spread, (FLOOR * apart) / n);
      const due = line.intercept + line.slope * explained;
      if (!(s > 0)) continue;
      statistic[t] = (sign * (now - due)) / s;
      expected[t] = values[offset + t - lag]! + due;
    }
  },
};
