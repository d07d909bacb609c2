import { existsSync } from 'node:fs';
import { normalQuantile } from '../../src/stats/normal';
import { FORECAST_MODELS, type ForecastModelName } from '../../src/stats/forecast/models';
import { rollingOrigin } from '../../src/stats/forecast/rolling-origin';
import { probabilityTable } from './forecast-probabilities';
import { PANELS, type PanelOf, type Series, seriesOf, shaken, SHARED } from './forecast-panels';

/**
 * Accuracy of the forecasts on real series, from a rolling origin: each month's value against the forecast made
 * `HORIZON` periods before, from what was known then. Prints a table for each panel; `npx tsx test/bench/forecast.ts
 * [panel [model …]]`. MASE: mean absolute error of the last step over the series' mean absolute change from one period to
 * the next; in brackets that of all steps up to it. With the word `probabilities` before the panel, how right those are.
 */
const HORIZON = 3;
const LEVELS = [80, 95];
/** Values are printed with one decimal: an error may lie on the end of an interval. */
const DUST = 1e-9;

class Tally {
  private scaled = 0;
  private scaledAll = 0;
  counted = 0;
  private readonly held = LEVELS.map(() => 0);
  private readonly heldByModel = LEVELS.map(() => 0);
  /** Errors of the steps 1 … HORIZON of one value, over the series' scale, and the half widths of the last step's. */
  add(errors: readonly number[], widths: readonly number[], modelWidths: readonly number[], scale: number): void {
    const error = Math.abs(errors.at(-1)!);
    this.scaled += error / scale;
    this.scaledAll += errors.reduce((sum, e) => sum + Math.abs(e), 0) / HORIZON / scale;
    this.counted++;
    for (let k = 0; k < LEVELS.length; k++) {
      if (error <= widths[k]! + DUST) this.held[k]!++;
      if (error <= modelWidths[k]! + DUST) this.heldByModel[k]!++;
    }
  }
  get mase(): string {
    return `${(this.scaled / this.counted).toFixed(3)} (${(this.scaledAll / this.counted).toFixed(3)})`;
  }
  get coverage(): string {
    return this.shares(this.held);
  }
  get coverageByModel(): string {
    return this.shares(this.heldByModel);
  }
  private shares(held: readonly number[]): string {
    return held.map((h) => ((100 * h) / this.counted).toFixed(1)).join(' / ');
  }
}

/** Mean absolute change from one period to the next. */
function scaleOf(values: readonly number[]): number {
  const changes = values.slice(1).flatMap((v, k) => {
    const change = Math.abs(v - values[k]!);
    return Number.isNaN(change) ? [] : [change];
  });
  return changes.reduce((sum, c) => sum + c, 0) / changes.length;
}

function measure(panel: PanelOf, all: readonly Series[], model: ForecastModelName): [Tally, Tally] {
  const quiet = new Tally();
  const whole = new Tally();
  const normals = LEVELS.map((level) => normalQuantile(0.5 + level / 200));
  for (const { periods, values } of all) {
    const size = values.length;
    const { periodsPerYear } = panel;
    const origin = rollingOrigin({ model, periodsPerYear, size, horizon: HORIZON, levels: LEVELS, calibrate: true });
    const scale = scaleOf(values);
    /** What was said after each value. */
    const said: { mean: number[]; deviation: number }[] = [];
    values.forEach((value, t) => {
      origin.take(value);
      const speaks = (v: number): number => (origin.speaks ? v : NaN);
      said.push({
        mean: [...origin.outlook.mean].map(speaks),
        deviation: origin.outlook.deviation[HORIZON - 1]!,
      });
      if (t < panel.from + HORIZON) return;
      const errors = Array.from({ length: HORIZON }, (_, k) => value - said[t - 1 - k]!.mean[k]!);
      if (errors.some(Number.isNaN)) return;
      const modelWidths = normals.map((z) => z * said[t - HORIZON]!.deviation);
      for (const tally of shaken(periods[t]!) ? [whole] : [whole, quiet]) {
        tally.add(errors, [...origin.dueWidths], modelWidths, scale);
      }
    });
  }
  return [quiet, whole];
}

if (!existsSync(SHARED)) {
  process.stdout.write('skipped: data not present\n');
} else {
  const words = process.argv.slice(2);
  const probabilities = words[0] === 'probabilities';
  const [only, ...models] = probabilities ? words.slice(1) : words;
  for (const panel of PANELS.filter((p) => only === undefined || p.name.includes(only))) {
    if (probabilities) {
      for (const model of models.length > 0 ? models : ['ets']) process.stdout.write(probabilityTable(panel, model));
      continue;
    }
    const all = seriesOf(panel);
    process.stdout.write(
      `\n${panel.name}: ${all.length} series, ${HORIZON} periods ahead, from value ${panel.from + 1} on\n` +
        '| model | MASE | 80 / 95 % cover | as the model says | MASE, 2020-03…2021-12 in | cover | forecasts | s |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n',
    );
    for (const model of FORECAST_MODELS) {
      if (models.length > 0 && !models.includes(model)) continue;
      if (model === 'holt-winters' && panel.periodsPerYear > 24) continue;
      const began = performance.now();
      const [quiet, whole] = measure(panel, all, model);
      const seconds = (performance.now() - began) / 1000;
      process.stdout.write(
        `| ${model} | ${quiet.mase} | ${quiet.coverage} | ${quiet.coverageByModel} | ${whole.mase} | ${whole.coverage} | ${whole.counted} | ${seconds.toFixed(1)} |\n`,
      );
    }
  }
}
