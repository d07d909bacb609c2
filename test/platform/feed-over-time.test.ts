import { expect, test } from 'vitest';
import { demonstrationBodies } from '../../mock-data/bodies';
import type { FeedCatalog, FeedObservations } from '../../mock-data/feed';
import { contentOf, onlyIndicators, revised } from '../../mock-data/revise';
import { type Day, formatDay, parseDay } from '../../src/base/period';
import { createEngine } from '../../src/platform/engine';
import type { FeedAnswers } from '../../src/platform/engine-api';

const BODIES = onlyIndicators(demonstrationBodies(), ['registered_unemployment_rate']);
const PATH = 'observations/registered_unemployment_rate.month.json';
const RATE = contentOf<FeedObservations>(BODIES, PATH);
const T = RATE.count - 6;
/** A county: above it a value taken back would be reckoned from below. */
const { region, values } = RATE.series.find((s) => !s.region.endsWith('00') && s.values[T] !== null)!;
const WAS = values[T]!;
const day = (text: string): Day => parseDay(text)!;

function answers(
  bodies: ReturnType<typeof onlyIndicators>,
  takenOn: string,
  more: Partial<FeedAnswers> = {},
): FeedAnswers {
  const { name } = contentOf<FeedCatalog>(bodies, 'catalog.json');
  return {
    name: name.zh,
    demonstration: true,
    takenOn: day(takenOn),
    catalog: bodies.get('catalog.json')!.bytes.buffer,
    observations: [{ indicator: RATE.indicator, body: bodies.get(PATH)!.bytes.buffer }],
    ...more,
  };
}
const change = (value: number | null) =>
  revised(BODIES, { indicator: RATE.indicator, region, t: T, value, knownOn: null });

/** The rate as it stands in the assessment of a day. */
async function rateOn(engine: ReturnType<typeof createEngine>, batchId: string, asOf: string | null): Promise<number> {
  await engine.load([batchId], asOf === null ? null : day(asOf), {});
  const query = { regionCodes: [region], indicatorIds: [RATE.indicator], form: 'reported', view: 'value' } as const;
  const [series] = await engine.series(query, {});
  const start = series!.values.length - (RATE.count - T);
  return series!.values[asOf === null ? start : T]!;
}

test('the panel shows for every day what the feed said then, over reloads too', async () => {
  const engine = createEngine(() => day('2026-11-23'));
  const first = answers(BODIES, '2026-11-12');
  const one = await engine.readFeed(first, {});
  expect(one.vintages).toBeUndefined();
  expect(await rateOn(engine, one.batchId, '2026-11-13')).toBe(WAS);

  const second = answers(change(9.9), '2026-11-15');
  const two = await engine.readFeed({ ...second, before: first }, {});
  expect(two.vintages!.length).toBeGreaterThanOrEqual(2);
  expect([await rateOn(engine, two.batchId, '2026-11-14'), await rateOn(engine, two.batchId, '2026-11-15')]).toEqual([
    WAS,
    9.9,
  ]);

  // After a reload only the answers and what was kept beside them are there.
  const anew = createEngine(() => day('2026-11-23'));
  const kept = { ...second, vintages: two.vintages! };
  const again = await anew.readFeed(kept, {});
  expect([await rateOn(anew, again.batchId, '2026-11-14'), await rateOn(anew, again.batchId, '2026-11-20')]).toEqual([
    WAS,
    9.9,
  ]);

  const third = await anew.readFeed({ ...answers(change(null), '2026-11-20'), before: kept }, {});
  const days = ['2026-11-14', '2026-11-19', '2026-11-20'];
  const rates: number[] = [];
  for (const at of days) rates.push(await rateOn(anew, third.batchId, at));
  expect(rates.slice(0, 2)).toEqual([WAS, 9.9]);
  expect(rates[2]).toBeNaN();
  expect(Array.from(third.vintages!.knownOn, formatDay)).toContain('2026-11-20');
});

test('an answer that breaks the contract takes nothing back', async () => {
  const engine = createEngine(() => day('2026-11-23'));
  const first = answers(BODIES, '2026-11-12');
  const body = new TextEncoder().encode('<html>login</html>').buffer;
  const broken = {
    ...answers(BODIES, '2026-11-15', { before: first }),
    observations: [{ indicator: RATE.indicator, body }],
  };
  const report = await engine.readFeed(broken, {});
  expect([report.taken, report.issueCounts['bad_contract']]).toEqual([0, 1]);
});
