import { describe, expect, test } from 'vitest';
import { Status } from '../../../src/base/status';
import { figuresOf } from '../../../src/views/indicators/figures';
import { findingOf, rankingFinding } from '../../../src/views/indicators/finding';
import { readSelection } from '../../../src/views/indicators/selection';
import { COUNT, makeSeries, makeView, placeAt } from './fixture';

const view = makeView();
const RATE = 'registered_unemployment_rate';
const LEAGUES = view.tree.regions.filter((r) => r.level === 'league').map((r) => r.code);
const PERIOD = COUNT - 2;

function find(
  search: string,
  indicator: string,
  valueOf: (code: string, i: number) => number,
  lang: 'zh' | 'en' = 'zh',
  over = {},
) {
  const s = readSelection(placeAt(search), view);
  const series = [...LEAGUES, '150000'].map((code) => makeSeries(code, indicator, (i) => valueOf(code, i), over));
  const [f] = figuresOf(s, view, series);
  return { f: f!, words: findingOf(f!, f!.chosen[0]!, lang) };
}

describe('finding', () => {
  // Flat before, so that the highest since the beginning of the range is said as well.
  const wuhaiHigh = (code: string, i: number) => (code === '150300' && i === PERIOD ? 4.9 : 3);

  test('the highest of the leagues, as it stands and in both languages', () => {
    expect(find(`ind=${RATE}&reg=150300`, RATE, wuhaiHigh).words).toBe(
      '2026年11月乌海市登记失业率4.90%，12个盟市中最高，为2022年1月以来最高',
    );
    expect(find(`ind=${RATE}&reg=150300`, RATE, wuhaiHigh, 'en').words).toBe(
      'Wuhai: registered rate 4.90% in Nov 2026, the highest of 12 areas, the highest since Jan 2022',
    );
  });

  test('in the middle the worse side is counted; equal figures share a place', () => {
    const step = (code: string) => 3 + LEAGUES.indexOf(code) / 10;
    // 150300 is the third of twelve from below, the tenth from above.
    expect(find(`ind=${RATE}&reg=150300`, RATE, step).words).toContain('12个盟市中由高到低第10');
    expect(find('ind=openings_to_seekers&reg=150300', 'openings_to_seekers', step).words).toContain(
      '12个盟市中由低到高第3',
    );
    expect(find(`ind=${RATE}&reg=150300`, RATE, (c) => (['150300', '150200'].includes(c) ? 5 : 3)).words).toContain(
      '并列最高',
    );
    expect(find(`ind=${RATE}&reg=150300`, RATE, () => 3).words).toBe('2026年11月乌海市登记失业率3.00%');
  });

  test('a region without a figure at the period counts in no rank, and says so for itself', () => {
    const { words } = find(`ind=${RATE}&reg=150300`, RATE, (c, i) =>
      i === PERIOD && c === '150200' ? NaN : c === '150300' ? 4 : 3,
    );
    expect(words).toContain('11个盟市中最高');
    expect(find(`ind=${RATE}&reg=150300`, RATE, (c, i) => (i === PERIOD && c === '150300' ? NaN : 3)).words).toBe(
      '2026年11月乌海市登记失业率没有数值（缺失），最近一期（2026年10月）为3.00%',
    );
  });

  test('among fewer than three figures no rank is said', () => {
    const few = (code: string) => (['150300', '150200'].includes(code) ? (code === '150300' ? 5 : 3) : NaN);
    expect(find(`ind=${RATE}&reg=150300`, RATE, few).words).toBe('2026年11月乌海市登记失业率5.00%');
  });

  test('the whole region has no rank; its record is said', () => {
    const words = find(`ind=${RATE}&reg=150000`, RATE, (_, i) => 10 - i / 100).words;
    expect(words).toBe('2026年11月内蒙古自治区登记失业率9.06%，为2022年1月以来最低');
  });

  test('changes carry sign, unit and what they are against', () => {
    const yoy = { view: 'yoy' as const, unit: 'points' };
    expect(find(`ind=${RATE}&reg=150300&view=yoy`, RATE, wuhaiHigh, 'zh', yoy).words).toContain(
      '登记失业率同比+4.90个百分点',
    );
    const percent = { view: 'yoy' as const, unit: 'percent' };
    expect(
      find('ind=new_benefit_claims&reg=150300&view=yoy', 'new_benefit_claims', () => -6.25, 'zh', percent).words,
    ).toContain('同比−6.3%');
    expect(
      find('ind=new_benefit_claims&reg=150300&view=mom', 'new_benefit_claims', () => 1, 'en', {
        view: 'mom',
        unit: 'percent',
      }).words,
    ).toContain('+1.0% against the period before');
  });

  test('large counts in 万, no record for a cumulative figure', () => {
    const words = find('ind=new_urban_jobs&reg=150000', 'new_urban_jobs', (_, i) => 200_000 + i, 'zh', {
      unit: 'persons',
    }).words;
    expect(words).toBe('2026年1—11月内蒙古自治区城镇新增就业累计20.0万人');
  });

  test('the joint form names both months, January is shown as one figure with February', () => {
    const s = readSelection(placeAt('ind=new_benefit_claims&reg=150300&form=joint&period=2026-01'), view);
    const series = makeSeries('150300', 'new_benefit_claims', (i) => (i % 12 === 0 ? NaN : 812), {
      form: 'joint',
      unit: 'persons',
    });
    const [f] = figuresOf(s, view, [series]);
    expect(findingOf(f!, f!.chosen[0]!, 'zh')).toContain('2026年1—2月乌海市新申领失业金812人');
  });

  test('why there is no figure: an expected gap is not a missing value', () => {
    const s = readSelection(placeAt('ind=coal_output&reg=150300&period=2026-01'), view);
    const series = makeSeries('150300', 'coal_output', () => NaN, {
      status: new Uint8Array(COUNT).fill(Status.expectedGap),
    });
    expect(findingOf(figuresOf(s, view, [series])[0]!, { region: view.tree.regions[3]!, series }, 'zh')).toContain(
      '与2月合并公布',
    );
  });
});

describe('finding of the ranking', () => {
  test('both ends with their figures', () => {
    const { f } = find(`ind=${RATE}&reg=150300`, RATE, (c) => (c === '150300' ? 4.9 : c === '152200' ? 2.5 : 3));
    expect(rankingFinding(f, 'zh')).toBe('12个盟市中乌海市最高（4.90%），兴安盟最低（2.50%）');
    expect(rankingFinding(f, 'en')).toBe('Wuhai is highest (4.90%) and Hinggan League lowest (2.50%) of 12 areas');
  });
  test('no figures, or all alike', () => {
    expect(rankingFinding(find(`ind=${RATE}&reg=150300`, RATE, () => NaN).f, 'zh')).toBe('2026年11月没有可排序的数值');
    expect(rankingFinding(find(`ind=${RATE}&reg=150300`, RATE, () => 3).f, 'zh')).toBe('12个盟市均为3.00%');
  });
});
