import { describe, expect, test } from 'vitest';
import { monthPeriod } from '../../../src/base/period';
import { figuresOf, inkRegion, lastRanked, queriesOf, valueAt, within } from '../../../src/views/indicators/figures';
import { drawnLines, linesInput, rankingInput } from '../../../src/views/indicators/models';
import { readSelection } from '../../../src/views/indicators/selection';
import { COUNT, LAST, makeSeries, makeView, placeAt } from './fixture';

const view = makeView();
const select = (search: string) => readSelection(placeAt(search), view);
const RATE = 'registered_unemployment_rate';

describe('queries', () => {
  test('one question for each treatment, with the chosen regions and their peers, each once', () => {
    const queries = queriesOf(
      select(`ind=${RATE},new_benefit_claims,new_urban_jobs&reg=150300,150000&form=joint`),
      view,
    );
    expect(queries.map((q) => [q.form, q.view, q.indicatorIds])).toEqual([
      ['reported', 'value', [RATE]],
      ['joint', 'value', ['new_benefit_claims', 'new_urban_jobs']],
    ]);
    expect(queries[0]!.regionCodes).toHaveLength(13);
    expect(new Set(queries[0]!.regionCodes).size).toBe(13);
  });

  test('range, period and highlight within a rank ask for nothing new', () => {
    const a = queriesOf(select('reg=150300,150200'), view);
    const b = queriesOf(select('reg=150300,150200&from=2020-01&period=2021-01&region=150200'), view);
    expect(b).toEqual(a);
  });
});

describe('figures', () => {
  test('lines in the order of the selection; a region that the engine left out is absent', () => {
    const s = select(`ind=${RATE}&reg=150300,150200,150100`);
    const [f] = figuresOf(s, view, [makeSeries('150100', RATE, () => 3), makeSeries('150300', RATE, () => 4)]);
    expect(f!.chosen.map((l) => l.region.code)).toEqual(['150300', '150100']);
    expect(f!.measure).toEqual({ unit: 'percent', decimals: 2, signed: false, base: null });
  });

  test('changes are signed and meet zero; the unit is what the engine says', () => {
    const s = select(`ind=${RATE}&reg=150300&view=yoy`);
    const [f] = figuresOf(s, view, [makeSeries('150300', RATE, () => 0.1, { view: 'yoy', unit: 'points' })]);
    expect(f!.measure).toEqual({ unit: 'points', decimals: 2, signed: true, base: 0 });
    const [g] = figuresOf(select('ind=new_benefit_claims&reg=150300&view=yoy'), view, [
      makeSeries('150300', 'new_benefit_claims', () => 12.34, { view: 'yoy', unit: 'percent' }),
    ]);
    expect(g!.measure.decimals).toBe(1);
  });

  test('an index has its hundred at the first figure of the range, also when the range begins later', () => {
    const s = select('ind=new_benefit_claims&reg=150300&view=index&from=2020-01&to=2020-12');
    const series = makeSeries('150300', 'new_benefit_claims', (i) => 50 + i, { view: 'index', unit: 'index' });
    const [f] = figuresOf(s, view, [series]);
    expect(valueAt(f!.chosen[0]!.series, monthPeriod(2020, 1))).toBe(100);
    expect(valueAt(f!.chosen[0]!.series, monthPeriod(2020, 2))).toBeCloseTo((100 * 63) / 62, 10);
    expect(f!.basePeriod).toBe(monthPeriod(2020, 1));
  });

  test('regions that begin at different periods have no common base', () => {
    const s = select('ind=new_benefit_claims&reg=150300,150200&view=index&from=2020-01');
    const from20 = makeSeries('150300', 'new_benefit_claims', () => 80, { view: 'index', unit: 'index' });
    const later = makeSeries('150200', 'new_benefit_claims', (i) => (i < 20 ? NaN : 90), {
      view: 'index',
      unit: 'index',
    });
    expect(figuresOf(s, view, [from20, later])[0]!.basePeriod).toBeNull();
  });

  test('beyond the ends of a series there is no figure, and no zero', () => {
    const series = makeSeries('150300', RATE, () => 4);
    const span = { frequency: 'month' as const, weekEndsOn: 6, first: LAST, count: 2, joint: false, noJanuary: false };
    expect(within(series, span).values).toEqual([4, NaN]);
  });
});

describe('the region in ink', () => {
  const s = select(`ind=${RATE}&reg=150100,150300,150200`);
  const series = [
    makeSeries('150100', RATE, () => 3),
    makeSeries('150300', RATE, (i) => (i === COUNT - 2 ? 5 : 2)),
    makeSeries('150200', RATE, (i) => (i === COUNT - 2 ? NaN : 9)),
  ];
  test('is the worst of the chosen at the period', () => {
    expect(inkRegion(s, figuresOf(s, view, series), view)).toBe('150300');
  });
  test('is the lowest where a fall is worse', () => {
    const jobs = select('ind=openings_to_seekers&reg=150100,150300');
    const figures = figuresOf(jobs, view, [
      makeSeries('150100', 'openings_to_seekers', () => 0.7),
      makeSeries('150300', 'openings_to_seekers', () => 1.2),
    ]);
    expect(inkRegion(jobs, figures, view)).toBe('150100');
  });
  test('for a plain count is the region of the highest risk, not the smallest or largest', () => {
    const counts = select('ind=new_urban_jobs&reg=150100,150300,150200');
    const graded = makeView();
    graded.levels.level[graded.tree.indexOf.get('150200')! * COUNT + COUNT - 2] = 3;
    const jobs = (code: string, n: number) => makeSeries(code, 'new_urban_jobs', () => n, { unit: 'persons' });
    const figures = figuresOf(counts, graded, [jobs('150100', 9), jobs('150300', 1), jobs('150200', 5)]);
    expect(inkRegion(counts, figures, graded)).toBe('150200');
  });
  test('is the one that the address names', () => {
    const named = select(`ind=${RATE}&reg=150100,150300&region=150100`);
    expect(inkRegion(named, figuresOf(named, view, series), view)).toBe('150100');
  });
  test('without any figure is the first chosen', () => {
    expect(inkRegion(s, figuresOf(s, view, []), view)).toBe('150100');
  });
});

describe('the period of findings and ranking', () => {
  const of = (search: string) =>
    figuresOf(select(search), view, [makeSeries('150300', RATE, (i) => (i < 80 ? 4 : NaN))])[0]!.at;
  test('is the one that the address names, figures or not', () => {
    expect(of(`ind=${RATE}&period=2026-10`)).toBe(monthPeriod(2026, 10));
  });
  test('else the last one with figures', () => {
    expect(of(`ind=${RATE}`)).toBe(monthPeriod(2025, 8));
    expect(of(`ind=${RATE}&from=2026-01`)).toBe(LAST - 1);
  });
});

describe('the last period with a ranking', () => {
  const at = (search: string) =>
    lastRanked(figuresOf(select(search), view, [makeSeries('150300', RATE, (i) => (i < 80 ? 4 : NaN))])[0]!);
  test('is the chosen one when it has figures, inside the range or not', () => {
    expect(at(`ind=${RATE}&period=2020-05`)).toBe(monthPeriod(2020, 5));
    expect(at(`ind=${RATE}&period=2020-05&to=2019-12`)).toBe(monthPeriod(2020, 5));
  });
  test('else the last before it within the range, or none', () => {
    expect(at(`ind=${RATE}&period=2026-12`)).toBe(monthPeriod(2025, 8));
    expect(at(`ind=${RATE}&period=2026-12&from=2026-01`)).toBeNull();
  });
});

describe('inputs of the charts', () => {
  test('more than twelve lines: the first twelve, the one in ink always among them', () => {
    const codes = view.tree.regions.slice(13, 33).map((r) => r.code);
    const s = select(`ind=${RATE}&reg=${codes.join(',')}&region=${codes[19]}`);
    const [f] = figuresOf(
      s,
      view,
      codes.map((code) => makeSeries(code, RATE, () => 4)),
    );
    const drawn = drawnLines(f!.chosen, codes[19]!);
    expect(drawn).toHaveLength(12);
    expect(drawn[11]!.region.code).toBe(codes[19]);
    expect(linesInput(f!, codes[19]!, 'all', 'zh').lines.filter((l) => l.emphasis)).toHaveLength(1);
  });

  test('the ranking has every region of the rank, the chosen marked', () => {
    const s = select(`ind=${RATE}&reg=150300`);
    const peers = view.tree.regions.filter((r) => r.level === 'league').map((r) => makeSeries(r.code, RATE, () => 4));
    const [f] = figuresOf(s, view, peers);
    const input = rankingInput(f!, '150300', 'zh');
    expect(input.regions).toHaveLength(12);
    expect(input.regions.filter((r) => r.chosen).map((r) => r.name)).toEqual(['乌海市']);
    expect(input.regions.filter((r) => r.emphasis).map((r) => r.name)).toEqual(['乌海市']);
  });
});
