import { chooseEts, type EtsFit, fitEts, refitWeights } from './ets-fit';
import type { EtsForm } from './ets-form';
import { outlookOf } from './ets-outlook';
import { LEAST_YEARS } from './ets-start';
import { type ForecastModel, type History, makeHistory } from './outlook';

/** The first value is brought between ¼ and 64 by a power of this. */
const UNIT = 256;

/**
 * Exponential smoothing in its state space form, as R `forecast` 8.20 `ets`; `form` null: the one with the lowest AICc.
 * The form is chosen once a year, at the first history and every `periodsPerYear` values from then on; in between it
 * stays. A form without a season is fitted whole each period, as R would; one with a season when it is chosen, in between
 * its weights alone are estimated anew, from where they were, while the states before the first value stay. That is
 * about 2,000 passes over the values for each form with a season that is tried (9 of 15 for a positive series), 100 to
 * 400 for one without, and for a period between.
 * The search takes steps of one length for weights and levels alike, so that where it ends depends on the unit. Rates in
 * percent are fitted as they are, which is R's way; figures in persons, or shares, in a unit that brings them to the
 * same size: as given R hardly finds their weights.
 */
export function ets(form: EtsForm | null, periodsPerYear: number, size: number): ForecastModel {
  const m = periodsPerYear;
  // With a season: three years, and more values than weights, figures and their variance.
  const least = form === null ? 10 : form.season === 'N' ? 9 : Math.max(LEAST_YEARS * m, m + 9);
  const scaled = makeHistory(size);
  let unit = 1;
  let fit: EtsFit | null = null;
  let fittedAt = 0;
  return {
    least,
    ahead(history, outlook, whole) {
      if (history.present < least) return false;
      if (scaled.n === 0) unit = unitOf(history.values[0]!);
      for (; scaled.n < history.n; scaled.n++) {
        scaled.values[scaled.n] = history.values[scaled.n]! / unit;
        scaled.filled[scaled.n] = history.filled[scaled.n]! / unit;
      }
      scaled.present = history.present;
      const due = whole || fit === null || history.n - fittedAt >= m;
      const moved = due ? null : moveOn(fit!, m, scaled);
      if (moved === null) fittedAt = history.n;
      fit = moved ?? (form === null ? chooseEts(m, scaled) : fitEts(form, m, scaled));
      if (fit === null) return false;
      outlookOf(fit, outlook);
      for (let h = 0; h < outlook.mean.length; h++) {
        outlook.mean[h]! *= unit;
        outlook.deviation[h]! *= unit;
      }
      return true;
    },
  };
}

/** The same form with one more value; null where that cannot be. */
function moveOn(fit: EtsFit, periodsPerYear: number, history: History): EtsFit | null {
  if (fit.form.season === 'N') return fitEts(fit.form, periodsPerYear, history);
  return refitWeights(fit, history) ? fit : null;
}

/** A power of 256 (of two, so that nothing is rounded): the value over it is between ¼ and 64. */
function unitOf(value: number): number {
  return value === 0 ? 1 : UNIT ** Math.floor(Math.log2(Math.abs(value) * 4) / 8);
}
