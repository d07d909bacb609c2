import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultCatalogue } from '../../../src/base/catalogue';
import namesJson from '../../../src/base/defaults/indicator-names.json';
import { catalogueOf, type Indicator } from '../../../src/base/indicators';
import {
  createIndicatorNames,
  type IndicatorFound,
  type IndicatorNames,
} from '../../../src/observations/names/indicator-names';

type IndicatorHint = Parameters<IndicatorNames['find']>[1];

const catalogue = defaultCatalogue();
const names = createIndicatorNames(catalogue);
const find = (text: string, hint: IndicatorHint = {}): IndicatorFound => names.find(text, hint);
const at = (text: string, scope: NonNullable<IndicatorHint['scope']>): string | null => find(text, { scope }).id;
const marksOf = ({ measure }: IndicatorFound): string =>
  Object.entries(measure)
    .filter(([, on]) => on)
    .map(([mark]) => mark)
    .join('+');

/** Place of which an indicator is told: some are of the whole country alone. */
const scopeOf = ({ id }: Indicator): NonNullable<IndicatorHint['scope']> =>
  ['urban_surveyed_unemployment_rate', 'industrial_value_added_yoy_month'].includes(id) ? 'country' : 'province';
const nationalNames = (i: Indicator): readonly string[] => [i.name.zh, i.name.en, i.short.zh, i.short.en];

describe('every indicator of the catalogue', () => {
  it.each(catalogue.indicators.map((i) => [i.id, i] as const))('%s by its id and its own names', (id, indicator) => {
    for (const text of [id, id.toUpperCase(), id.replaceAll('_', ' '), id.replaceAll('_', '-'), ` ${id} `]) {
      expect(find(text), text).toMatchObject({ id, confidence: 1 });
    }
    for (const text of nationalNames(indicator)) {
      const found = find(text, { scope: scopeOf(indicator) });
      expect(found.id, text).toBe(id);
      expect(found.confidence, text).toBeGreaterThanOrEqual(0.95);
    }
  });

  const LEVELS = namesJson.indicators.flatMap(({ id, names: words }) => words.map((word) => [id, word] as const));
  it('by every synonym, also in traditional characters, with blanks, a unit, numbers and footnotes', () => {
    const units: Readonly<Record<string, string>> = {
      percent: '%',
      persons: '万人',
      jobs: '个',
      households: '户',
      ratio: '倍',
      postings: '个',
      '10k_kwh': '亿千瓦时',
      '10k_tonnes': '万吨',
      index: '%',
      enterprises: '户',
      entities: '户',
      '10k_yuan': '亿元',
    };
    fc.assert(
      fc.property(fc.constantFrom(...LEVELS), ([id, word]) => {
        const unit = units[catalogue.byId.get(id)!.unit]!;
        const whole = /[a-z]/i.test(word) ? word : `全区${word}`;
        for (const text of [word, `${word}(${unit})`, `${word}（${unit}）①`, `其中：${word}`, `1. ${word}*`, whole]) {
          const found = find(text);
          expect(found.id, text).toBe(id);
          expect(found.confidence, text).toBeGreaterThanOrEqual(0.95);
          expect(marksOf(found)).toBe('');
        }
        if (/^\p{Script=Han}+$/u.test(word)) expect(find([...word].join('\u3000')).id, word).toBe(id);
      }),
      { numRuns: 400 },
    );
    for (const [id, word] of LEVELS) expect(find(word).id, word).toBe(id);
  });

  it('lends no name to two', () => {
    const all = [...namesJson.indicators, ...namesJson.byScope, ...namesJson.growth].flatMap((entry, k) =>
      entry.names.map((name) => [name.normalize('NFKC').toLowerCase().replace(/[\s-]/g, ''), k] as const),
    );
    for (const { id, names: words } of namesJson.indicators) {
      expect(catalogue.byId.has(id), id).toBe(true);
      expect(new Set(words).size, id).toBe(words.length);
    }
    const owner = new Map<string, number>();
    for (const [name, k] of all) {
      expect([undefined, k], name).toContain(owner.get(name));
      owner.set(name, k);
    }
    // Nor does a synonym take the name that another has in the catalogue.
    for (const indicator of catalogue.indicators) {
      for (const name of nationalNames(indicator)) {
        const k = owner.get(name.toLowerCase().replace(/[\s-]/g, ''));
        const taken = k === undefined ? undefined : namesJson.indicators[k];
        if (taken) expect(taken.id, name).toBe(indicator.id);
      }
    }
  });
});

describe('words of officials', () => {
  it.each([
    ['失业人数(万人)', 'unemployed_persons'],
    ['失业人员数（人）', 'unemployed_persons'],
    ['失业人口', 'unemployed_persons'],
    ['城镇失业人口再就业人员数', 'reemployed'],
    ['农牧民转移就业人员(人次)', 'rural_transfer_employment'],
    ['勞動力人數', 'labor_force'],
    ['失业率 %', 'unemployment_rate'],
    ['期末城镇登记失业率（％）', 'registered_unemployment_rate'],
    ['城鎮登記失業率', 'registered_unemployment_rate'],
    ['内蒙古自治区各盟市城镇登记失业率统计表（2017年）', 'registered_unemployment_rate'],
    ['2017年1-10月城镇新增就业人数', 'new_urban_jobs'],
    ['1—本月累计城镇新增就业', 'new_urban_jobs'],
    ['城镇新增就业人数/人', 'new_urban_jobs'],
    ['零就业家庭户数（户）', 'zero_employment_households'],
    ['新登记市场主体(万户)', 'new_market_entities'],
    ['企业注销户数(家)', 'enterprise_exits'],
    ['监测企业岗位数（个）', 'monitored_jobs'],
    ['网络招聘岗位数(万个)', 'online_postings'],
    ['原煤产量_当期值(万吨)', 'coal_output'],
    ['制造业采购经理指数(%)', 'pmi'],
    ['求人倍率（倍）', 'openings_to_seekers'],
    ['固定资产投资(不含农户)_累计增长(%)', 'fixed_investment_yoy'],
    ['社会消费品零售总额_同比增长(%)', 'retail_sales_yoy'],
    ['本月末领取失业保险金人数', 'benefit_recipients'],
    ['Unemployment rate (%)', 'unemployment_rate'],
    ['Unemployment Rate, Seasonally Adjusted', 'unemployment_rate_sa'],
    ['失业率（未经季节调整）', 'unemployment_rate_nsa'],
    ['Labor Force (NSA)', 'labor_force_nsa'],
    ['季调后失业人数', 'unemployed_persons_sa'],
  ])('%s is %s', (text, id) => {
    const found = find(text);
    expect(found.id).toBe(id);
    expect(found.confidence).toBeGreaterThanOrEqual(0.95);
  });

  it('never one series for another', () => {
    const others =
      '16-24岁城镇调查失业率 全国城镇16—24岁劳动力失业率(%) 全国城镇不包含在校生的16—24岁劳动力失业率(%) 25—59岁城镇调查失业率 31个大城市城镇调查失业率(%) ' +
      '城镇登记失业人数 登记失业人员数 青年失业率 农民工失业率 男性失业率 长期失业人数 失业率目标 平均失业率 上年失业率 去年同期失业人数 失业人数占比 失业人数(%) 失业率(人) 失业率(百分点) ' +
      '城镇新增就业目标完成率(%) 城镇新增就业完成进度 创业担保贷款余额 就业困难人员 就业人数 非制造业采购经理指数 原煤销量 规模以上工业增加值(亿元) 城镇调查失业率(季调) 就业率';
    for (const text of others.split(' ')) {
      expect(find(text), text).toMatchObject({ id: null, confidence: 0 });
      expect(find(text, { scope: 'province' }).id, text).toBeNull();
    }
    expect(find('31个大城市城镇调查失业率').candidates[0]).toBe('urban_surveyed_unemployment_rate');
    expect(find('城镇登记失业律').candidates).toContain('registered_unemployment_rate');
  });

  it('nor its growth or its change for a series of levels', () => {
    for (const text of [
      '失业人数同比',
      'Unemployed persons YoY',
      'unemployed_persons yoy',
      '失业人数同比增长(%)',
      '失业人数 比上年同期±%',
      '失业人数较上年同期增减',
      '失业率同比(百分点)',
    ]) {
      const found = find(text);
      expect([found.id, found.confidence, marksOf(found)], text).toEqual([null, 0, 'yoy']);
      expect(found.candidates, text).toContain(text.startsWith('失业率') ? 'unemployment_rate' : 'unemployed_persons');
    }
    expect(marksOf(find('失业人数环比'))).toBe('mom');
    expect(find('失业人数比上月末增减')).toMatchObject({ id: null, candidates: ['unemployed_persons'] });
    expect(find('规模以上工业增加值环比增长(%)').id).toBeNull();
  });

  it('nor the year so far for a month, nor the month for the year so far', () => {
    expect(find('城镇新增就业 本月')).toMatchObject({
      id: null,
      measure: { monthly: true },
      candidates: ['new_urban_jobs'],
    });
    expect(find('城镇新增就业 1-本月累计')).toMatchObject({ id: 'new_urban_jobs', measure: { cumulative: true } });
    expect(find('原煤产量累计(万吨)')).toMatchObject({ id: null, candidates: ['coal_output'] });
    expect(find('原煤产量', { cumulative: true }).id).toBeNull();
    expect(find('求人倍率', { cumulative: true }).id).toBeNull();
    expect(find('失业人数', { cumulative: true }).id).toBe('unemployed_persons');
    expect(find('社会消费品零售总额_累计增长(%)').id).toBeNull();
    expect(find('固定资产投资当月同比').id).toBeNull();
  });
});

describe('by place', () => {
  it('the survey rate is another series of the country, of the region, and none below', () => {
    for (const text of ['城镇调查失业率', '调查失业率(%)', 'Surveyed urban unemployment rate']) {
      expect(at(text, 'country'), text).toBe('urban_surveyed_unemployment_rate');
      expect(at(text, 'province'), text).toBe('surveyed_unemployment_rate');
      expect(at(text, 'below'), text).toBe('unemployment_rate');
      expect(find(text)).toMatchObject({ id: 'surveyed_unemployment_rate', confidence: 0.7 });
    }
    expect(find('城镇调查失业率').candidates).toHaveLength(3);
    expect(find('全国城镇调查失业率(%)')).toMatchObject({ id: 'urban_surveyed_unemployment_rate', confidence: 0.95 });
    expect(at('各盟市城镇调查失业率', 'below')).toBe('unemployment_rate');
    for (const scope of ['country', 'province', 'below'] as const)
      expect(at('失业率', scope)).toBe('unemployment_rate');
  });

  it('a figure of the whole is none of the place in the row', () => {
    expect(at('全国城镇调查失业率', 'below')).toBeNull();
    expect(at('全国失业率', 'province')).toBeNull();
    expect(at('全区城镇新增就业人数', 'below')).toBeNull();
    expect(at('全区城镇新增就业人数', 'province')).toBe('new_urban_jobs');
    // In a title it says whose leagues they are.
    expect(at('内蒙古自治区失业人数', 'below')).toBe('unemployed_persons');
    expect(at('内蒙古自治区失业人数', 'country')).toBeNull();
  });

  it('industrial value added: the month and the year so far, the country and the region', () => {
    expect(at('规模以上工业增加值_同比增长(%)', 'country')).toBe('industrial_value_added_yoy_month');
    expect(at('规模以上工业增加值_累计增长(%)', 'country')).toBe('industrial_value_added_yoy_ytd');
    expect(at('规上工业增加值同比', 'province')).toBe('industrial_output_yoy');
    expect(at('规模以上工业增加值增速（%）', 'below')).toBe('industrial_output_yoy');
    expect(at('规模以上工业增加值累计同比增长', 'province')).toBe('industrial_value_added_yoy_ytd');
    expect(find('规模以上工业增加值同比', { scope: 'country', cumulative: true }).id).toBe(
      'industrial_value_added_yoy_ytd',
    );
    expect(find('规模以上工业增加值同比')).toMatchObject({ id: 'industrial_output_yoy', confidence: 0.7 });
  });

  it('a quantity in per cent is its growth, but only supposedly; without a unit it is nothing', () => {
    expect(find('规模以上工业增加值(%)', { scope: 'province' })).toMatchObject({
      id: 'industrial_output_yoy',
      confidence: 0.7,
    });
    expect(find('规模以上工业增加值', { scope: 'province', unit: 'percent' })).toMatchObject({ confidence: 0.7 });
    expect(find('规模以上工业增加值', { scope: 'province' })).toMatchObject({ id: null });
    expect(find('失业率', { unit: '人' })).toMatchObject({ id: 'unemployment_rate', confidence: 0.7 });
  });
});

it('finds nothing in words that name no indicator', () => {
  for (const text of [
    '',
    ' ',
    '地区',
    '全国',
    '2017年',
    '时间',
    '备注',
    '同比',
    '累计',
    '(%)',
    '合计',
    '__proto__',
    'constructor',
    'sa',
    '%',
  ]) {
    expect(find(text), text).toMatchObject({ id: null, confidence: 0 });
  }
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      const found = find(`☃${text}§x`);
      return found.id === null ? found.confidence === 0 : found.confidence > 0;
    }),
  );
  for (const text of ['失业率'.repeat(5000), '('.repeat(5000), '1月'.repeat(5000)]) expect(find(text).id).toBeNull();
});

it('goes by the catalogue that it is given: own names, and synonyms only of what is there', () => {
  const own: Indicator = {
    ...catalogue.byId.get('unemployment_rate')!,
    id: 'youth_rate',
    name: { zh: '青年失业率', en: 'Youth unemployment rate' },
    short: { zh: '青年', en: 'Youth' },
  };
  const small = createIndicatorNames(catalogueOf('1', [own]));
  expect(small.find('青年失业率(%)', {})).toMatchObject({ id: 'youth_rate', confidence: 1 });
  expect(small.find('youth rate', {})).toMatchObject({ id: 'youth_rate', confidence: 1 });
  for (const text of ['失业率', '城镇调查失业率', '规模以上工业增加值同比', '登记失业率']) {
    const found = small.find(text, { scope: 'below' });
    expect(found.id, text).toBeNull();
    expect([[], ['youth_rate']], text).toContainEqual(found.candidates);
  }
});
