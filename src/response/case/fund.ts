import { formatNumber } from '../../base/format';
import { sayBoth, type Text } from '../../base/text';
import { FUND_WORDS as WORDS } from './text';
import type { Scale } from './scale';

/** By how much recipients are taken to rise where the data does not say; ours. */
const USUAL_RISE_PERCENT = 20;

export interface FundPressure {
  /** Months that the balance lasts at the present outlay; null = cannot be told. */
  readonly months: number | null;
  /** The same when recipients rise by `risePercent`. */
  readonly projectedMonths: number | null;
  readonly risePercent: number;
  /** What is told, line by line; where it cannot be told, why. */
  readonly words: readonly Text[];
}

/** The rise to reckon with: that of benefit recipients so far where they have risen, else a default of ours. */
export function riseToReckonWith(scale: Scale | null): { readonly percent: number; readonly words: Text } {
  const recipients = scale?.counts.find((c) => c.id === 'recipients');
  if (recipients && recipients.percent !== null && recipients.percent > 0) {
    return { percent: recipients.percent, words: sayBoth(WORDS.riseFromData, { words: recipients.words }) };
  }
  return {
    percent: USUAL_RISE_PERCENT,
    words: sayBoth(WORDS.riseOurs, { rise: `${formatNumber(USUAL_RISE_PERCENT, 0)}%` }),
  };
}

/**
 * Pressure on the unemployment-insurance fund: balance / monthly outlay, in months, now and when recipients rise by
 * `risePercent` at the same benefit per head. `fund`: both in 10 000 yuan; null = not filled in.
 */
export function fundPressure(
  fund: { readonly balance: number; readonly monthlyOutlay: number } | null,
  risePercent: number,
): FundPressure {
  const unknown = (words: Text): FundPressure => ({ months: null, projectedMonths: null, risePercent, words: [words] });
  if (!fund || !Number.isFinite(fund.balance) || !Number.isFinite(fund.monthlyOutlay)) return unknown(WORDS.unknown);
  const { balance, monthlyOutlay } = fund;
  if (!(monthlyOutlay > 0)) return unknown(WORDS.noOutlay);
  const projectedOutlay = monthlyOutlay * (1 + risePercent / 100);
  const months = balance / monthlyOutlay;
  const projectedMonths = balance / projectedOutlay;
  return {
    months,
    projectedMonths,
    risePercent,
    words: [
      sayBoth(WORDS.months, {
        balance: formatNumber(balance, 0),
        outlay: formatNumber(monthlyOutlay, 0),
        months: formatNumber(months, 1),
      }),
      sayBoth(WORDS.projected, {
        rise: `${formatNumber(risePercent, 0)}%`,
        outlay: formatNumber(projectedOutlay, 0),
        months: formatNumber(projectedMonths, 1),
      }),
    ],
  };
}
