import { describe, expect, test } from 'vitest';
import { monthPeriod } from '../../../src/base/period';
import { peersOf, readSelection } from '../../../src/views/indicators/selection';
import { COUNT, FIRST, LAST, makeView, placeAt, statesView } from './fixture';

const view = makeView();
const read = (search: string, of = view) => readSelection(placeAt(search), of);

describe('reading the address', () => {
  test('says nothing: the registered rate, the twelve leagues and cities, five years, the latest graded period', () => {
    const s = read('');
    expect(s.indicators.map((i) => i.id)).toEqual(['registered_unemployment_rate']);
    expect(s.regionCodes).toHaveLength(12);
    expect(s.regionCodes).toContain('150300');
    expect([s.from, s.to]).toEqual([LAST - 59, LAST]);
    expect(s.at).toBe(LAST - 1);
    expect(s.asked).toEqual({ form: 'reported', view: 'value' });
    expect(s.faults).toEqual([]);
    expect(s.highlight).toBeNull();
  });

  test('says all: taken as it stands, twice the same taken once, order kept', () => {
    const s = read(
      'ind=coal_output,new_urban_jobs,coal_output&reg=150300,150102&form=joint&view=yoy&from=2020-03&to=2021-02&period=2020-12&region=150102&focus=new_urban_jobs',
    );
    expect(s.indicators.map((i) => i.id)).toEqual(['coal_output', 'new_urban_jobs']);
    expect(s.regionCodes).toEqual(['150300', '150102']);
    expect(s.asked).toEqual({ form: 'joint', view: 'yoy' });
    expect([s.from, s.to, s.at]).toEqual([monthPeriod(2020, 3), monthPeriod(2021, 2), monthPeriod(2020, 12)]);
    expect(s.highlight).toBe('150102');
    expect(s.focus?.id).toBe('new_urban_jobs');
  });

  test('comes from a county: it and its neighbours; from a league or the whole: the leagues', () => {
    expect(read('region=150302').regionCodes).toEqual(['150302', '150303', '150304']);
    expect(read('region=150302').highlight).toBe('150302');
    // Hulunbuir has fourteen: the six of the highest risk, the region itself always.
    expect(read('region=150785').regionCodes).toContain('150785');
    expect(read('region=150785').regionCodes.length).toBeLessThanOrEqual(7);
    expect(read('region=150000').regionCodes).toEqual(read('').regionCodes);
    expect(read('region=nowhere').regionCodes).toEqual(read('').regionCodes);
  });

  test('an empty list is none, not the default', () => {
    expect(read('ind=').indicators).toEqual([]);
    expect(read('reg=').regionCodes).toEqual([]);
  });

  test('every part that is not understood is reported in both languages and ignored', () => {
    const s = read('ind=nonsense,coal_output,pmi&reg=999999,150300&form=weird&view=odd&from=2020-13&period=2050-01');
    expect(s.indicators.map((i) => i.id)).toEqual(['coal_output']);
    expect(s.regionCodes).toEqual(['150300']);
    expect(s.asked).toEqual({ form: 'reported', view: 'value' });
    expect(s.from).toBe(LAST - 59);
    expect(s.faults.map((f) => f.zh).join()).toMatch(/nonsense.*采购经理指数.*999999.*2020-13.*2050-01.*weird.*odd/);
    expect(s.faults.map((f) => f.en).join()).toMatch(
      /nonsense.*purchasing managers.*999999.*2020-13.*2050-01.*weird.*odd/,
    );
    expect(s.faults).toHaveLength(7);
  });

  test('markup in the address stays a word, cut to a readable length', () => {
    const fault = read(`reg=${encodeURIComponent(`<img src=x onerror=alert(1)>${'x'.repeat(200)}`)}`).faults[0]!;
    expect(fault.zh.length).toBeLessThan(120);
  });

  test('a range that stands the wrong way is turned, one beyond the data is cut to it', () => {
    const s = read('from=2030-01&to=2020-05');
    expect([s.from, s.to]).toEqual([monthPeriod(2020, 5), LAST]);
    expect(read('from=1990-01').from).toBe(FIRST);
  });

  test('a highlighted region that is not among the chosen is none', () => {
    expect(read('reg=150300&region=150200').highlight).toBeNull();
  });
});

describe('any tree', () => {
  test('states without a parent: the indicator there is, the six of the highest risk, insufficient last', () => {
    const s = read('', statesView());
    expect(s.indicators.map((i) => i.id)).toEqual(['unemployment_rate_sa']);
    expect(s.regionCodes.slice(0, 3)).toEqual(['US-07', 'US-04', 'US-03']);
    expect(s.regionCodes).toHaveLength(6);
    expect(s.regionCodes).not.toContain('US-09');
  });

  test('data without any indicator: nothing chosen, nothing breaks', () => {
    const s = read('', makeView({ indicators: [] }));
    expect(s.indicators).toEqual([]);
    expect(s.focus).toBeNull();
  });

  test('a short history begins at its first period', () => {
    expect(read('', makeView({ count: 10, latest: FIRST + 9 })).from).toBe(FIRST);
  });
});

describe('peers', () => {
  test('leagues among leagues, counties among all counties, the single root among its children', () => {
    expect(peersOf(view.tree, '150300')).toHaveLength(12);
    expect(peersOf(view.tree, '150302')).toHaveLength(103);
    expect(peersOf(view.tree, '150000')).toHaveLength(12);
    expect(peersOf(view.tree, null)).toHaveLength(12);
    expect(peersOf(statesView().tree, 'US-01')).toHaveLength(30);
  });
  test('the count of the fixture is what the tests say', () => expect(COUNT).toBe(96));
});
