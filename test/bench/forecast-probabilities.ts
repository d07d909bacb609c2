import { makeOutput, makeScratch } from '../../src/detectors/detector';
import { forecastDetector } from '../../src/detectors/forecast';
import { parseParams } from '../../src/detectors/params';
import { type PanelOf, seriesOf, shaken } from './forecast-panels';

/**
 * Are the probabilities right? For each month on real series: what was said of "worse than anything in the last year
 * within three periods", and whether it came. Months whose next three touch 2020-03 … 2021-12 are left out.
 */
const HORIZON = 3;
const EDGES = [0, 5, 20, 40, 60, 80, 95, 100];

export function probabilityTable(panel: PanelOf, model: string): string {
  const { params } = parseParams(forecastDetector, { model, horizon: HORIZON });
  const bins = EDGES.slice(1).map(() => ({ months: 0, said: 0, came: 0 }));
  let brier = 0;
  let base = 0;
  let months = 0;
  for (const { periods, values } of seriesOf(panel)) {
    const count = values.length;
    const out = makeOutput(count);
    const input = {
      values: Float64Array.from(values),
      offset: 0,
      count,
      sign: 1,
      kind: 'rate',
      periodsPerYear: panel.periodsPerYear,
      firstSeason: 0,
      firstPeriod: 0,
      labourForce: NaN,
      targets: null,
      against: null,
      peers: null,
    } as const;
    forecastDetector.run(input, params!, out, makeScratch(count));
    for (let t = panel.from; t + HORIZON < count; t++) {
      const x = out.statistic[t]! / 100;
      const next = values.slice(t + 1, t + 1 + HORIZON);
      const year = values.slice(Math.max(0, t - panel.periodsPerYear + 1), t + 1);
      if (Number.isNaN(x) || next.some(Number.isNaN) || periods.slice(t + 1, t + 1 + HORIZON).some(shaken)) continue;
      const came = Math.max(...next) > Math.max(...year.filter((v) => !Number.isNaN(v))) ? 1 : 0;
      const bin = bins[Math.max(0, EDGES.findIndex((edge) => 100 * x <= edge) - 1)]!;
      bin.months++;
      bin.said += x;
      bin.came += came;
      brier += (x - came) ** 2;
      base += came;
      months++;
    }
  }
  const share = base / months;
  const rows = bins.map(({ months: n, said, came }, k) =>
    n === 0
      ? ''
      : `| ${EDGES[k]}–${EDGES[k + 1]} % | ${n} | ${((100 * said) / n).toFixed(1)} | ${((100 * came) / n).toFixed(1)} |\n`,
  );
  const skill = 1 - brier / months / (share * (1 - share));
  return `\n${panel.name}, ${model}: ${months} months, it came in ${(100 * share).toFixed(1)} %, Brier skill ${skill.toFixed(3)}\n| said | months | mean said | came |\n| --- | --- | --- | --- |\n${rows.join('')}`;
}
