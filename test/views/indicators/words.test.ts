import { describe, expect, test } from 'vitest';
import { defaultCatalogue } from '../../../src/base/catalogue';
import { dayOf } from '../../../src/base/period';
import { figuresOf } from '../../../src/views/indicators/figures';
import { readSelection } from '../../../src/views/indicators/selection';
import {
  keepsPlainWords,
  kindWords,
  periodSubtitle,
  seriesSubtitle,
  sourceWords,
  worseWords,
} from '../../../src/views/indicators/words';
import { makeSeries, makeView, placeAt } from './fixture';

const view = makeView();
const catalogue = defaultCatalogue();
const RATE = catalogue.byId.get('registered_unemployment_rate')!;
const JOBS = catalogue.byId.get('new_urban_jobs')!;
const mark = { zh: '演示数据', en: 'Demonstration data' };
const batch = (source: string) => ({
  id: 'b',
  name: 'b.csv',
  source,
  takenOn: dayOf(2026, 11, 20),
  demonstration: false,
  rows: 1,
});
const none = { batches: [], lastKnownOn: null, asOf: null };

function of(search: string, ...series: ReturnType<typeof makeSeries>[]) {
  const selection = readSelection(placeAt(search), view);
  return { selection, figures: figuresOf(selection, view, series) };
}

describe('subtitles', () => {
  test('measure, unit, treatment and range; each comparison said', () => {
    const { figures } = of(
      'ind=new_benefit_claims&reg=150300&form=joint&view=yoy&from=2025-01&to=2026-10&period=2026-10',
      makeSeries('150300', 'new_benefit_claims', () => 1, { form: 'joint', view: 'yoy', unit: 'percent' }),
    );
    expect(seriesSubtitle(figures[0]!, 'zh')).toBe(
      '新申领失业保险金人数，%，1—2月合并，取两月平均，同比（与上年同期相比）；2025年1—2月至2026年10月',
    );
    expect(periodSubtitle(figures[0]!, 'en')).toMatch(
      /, %, January and February joint, mean of the two, year on year; Oct 2026$/,
    );
  });

  test('an index says its base, or that each region has its own', () => {
    const one = makeSeries('150300', 'new_benefit_claims', () => 90, { view: 'index', unit: 'index' });
    const later = makeSeries('150200', 'new_benefit_claims', (i) => (i < 80 ? NaN : 90), {
      view: 'index',
      unit: 'index',
    });
    const search = 'ind=new_benefit_claims&reg=150300,150200&view=index&from=2024-01';
    expect(seriesSubtitle(of(search, one).figures[0]!, 'zh')).toContain('2024年1月=100');
    expect(seriesSubtitle(of(search, one, later).figures[0]!, 'zh')).toContain('各地区首个有数月份=100');
  });
});

describe('source', () => {
  test('the demonstration mark stands first, publishers once each, the day of the data last', () => {
    const words = sourceWords(
      [RATE, JOBS],
      { ...none, batches: [batch('x')], lastKnownOn: dayOf(2026, 11, 10) },
      mark,
      'zh',
    );
    expect(words).toBe('演示数据；来源：人力资源社会保障部门就业统计；截至2026年11月10日已知');
  });
  test('real data names where it came in from, and when where it does not say its day', () => {
    expect(sourceWords([RATE], { ...none, batches: [batch('fred'), batch('fred')] }, null, 'zh')).toBe(
      '来源：人力资源社会保障部门就业统计 (fred)；2026年11月20日载入',
    );
    const four = { ...none, batches: ['a', 'b', 'c', 'd'].map(batch), lastKnownOn: 0, asOf: dayOf(2020, 1, 2) };
    expect(sourceWords([RATE], four, null, 'en')).toMatch(
      /\(a, b, c, …\); as known on .*; as it was known on 2 Jan 2020$/,
    );
  });
});

describe('those that keep their own form or view', () => {
  test('are named with how they are shown; when all follow there is nothing to say', () => {
    const { selection, figures } = of(
      'ind=registered_unemployment_rate,new_urban_jobs&reg=150300&form=monthly&view=index',
    );
    expect(keepsPlainWords(figures, selection.asked, 'zh')).toBe(
      '登记失业率不适用所选形式或比较，图表中仍为其本来的数：按报告。',
    );
    const all = of('ind=new_urban_jobs&reg=150300&form=monthly&view=index');
    expect(keepsPlainWords(all.figures, all.selection.asked, 'zh')).toBeNull();
  });
});

test('kind and direction of every indicator have words in both languages', () => {
  for (const { kind, worse } of catalogue.indicators) {
    for (const text of [kindWords(kind), worseWords(worse)]) expect(text.zh && text.en).toBeTruthy();
  }
});
