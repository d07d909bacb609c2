import { describe, expect, test } from 'vitest';
import { figuresOf, readLines, toldBy } from './read-table-text';

interface Case {
  readonly what: string;
  readonly lines: readonly string[];
  readonly figures: readonly string[];
  readonly told: readonly string[];
}

/** Kinds of tables that the made ones of property.test.ts do not have. */
const CASES: readonly Case[] = [
  {
    what: 'months of which only the first of a year names it, in the head',
    lines: ['各盟市失业率(%),,,,', '地区,2017年11月,12月,1月,2月', '包头市,1.1,2,3,4'],
    figures: ['2017-11=1.1', '2017-12=2', '2018-01=3', '2018-02=4'].map((f) => `150200 unemployment_rate ${f}`),
    told: ['title_row @ line 1'],
  },
  {
    what: 'the same down the rows',
    lines: ['包头市就业情况,', '月份,失业率(%)', '2017年11月,1.1', '12月,2', '1月,3'],
    figures: ['2017-11=1.1', '2017-12=2', '2018-01=3'].map((f) => `150200 unemployment_rate ${f}`),
    told: ['title_row @ line 1'],
  },
  {
    what: 'units in a row of their own below the names',
    lines: ['2018年3月各盟市就业情况,,', '地区,失业率,失业人数', ',%,万人', '包头市,1.1,2', '乌海市,5,6.5'],
    figures: [
      '150200 unemployment_rate 2018-03=1.1',
      '150200 unemployed_persons 2018-03=20000',
      '150300 unemployment_rate 2018-03=5',
      '150300 unemployed_persons 2018-03=65000',
    ],
    told: ['title_row @ line 1', 'unit_row @ line 3', 'unit_scale @ 万人'],
  },
  {
    what: 'the league once for all its counties',
    lines: [
      '盟市,旗县,月份,失业率',
      '呼和浩特市,新城区,2018-01,3.2',
      ',回民区,2018-01,3.3',
      '包头市,东河区,2018-01,4.2',
      ',青山区,2018-01,3.9',
    ],
    figures: ['150102 =3.2', '150103 =3.3', '150202 =4.2', '150204 =3.9'].map((f) =>
      f.replace(' =', ' unemployment_rate 2018-01='),
    ),
    told: [],
  },
  {
    what: 'a region in a row of its own above its indicators',
    lines: [
      '项目,2018年1月,2018年2月',
      '呼和浩特市,,',
      '失业率(%),3.1,3.2',
      '失业人数(人),100,200',
      '包头市,,',
      '失业率(%),4.1,4.2',
    ],
    figures: [
      '150100 unemployment_rate 2018-01=3.1',
      '150100 unemployment_rate 2018-02=3.2',
      '150100 unemployed_persons 2018-01=100',
      '150100 unemployed_persons 2018-02=200',
      '150200 unemployment_rate 2018-01=4.1',
      '150200 unemployment_rate 2018-02=4.2',
    ],
    told: [],
  },
  {
    what: 'cumulative figures of a cumulative indicator',
    lines: ['2018年城镇新增就业人数（人）,,,', '地区,1月,1-2月,1—3月累计', '包头市,10,20,30'],
    figures: ['2018-01=10', '2018-02=20', '2018-03=30'].map((f) => `150200 new_urban_jobs ${f}`),
    told: ['title_row @ line 1'],
  },
  {
    what: 'single months of a cumulative indicator are held',
    lines: ['2018年城镇新增就业人数（人）,,', '地区,1月当月,2月当月', '包头市,10,20'],
    figures: [],
    told: ['title_row @ line 1', 'form_mismatch @ 城镇新增就业人数 当月'],
  },
  {
    what: 'cumulative figures of a monthly indicator are held, but for January',
    lines: ['2018年各盟市市场需求人数,,,', '地区,1月,1-2月,1-3月', '包头市,10,20,30'],
    figures: ['150200 openings 2018-01=10'],
    told: ['title_row @ line 1', 'form_mismatch @ 各盟市市场需求人数'],
  },
  {
    what: 'the month and the year so far side by side, below their title',
    lines: ['2018年3月城镇新增就业人数（人）,,', '地区,本月,累计', '包头市,10,20', '乌海市,1,2'],
    figures: ['150200 new_urban_jobs 2018-03=20', '150300 new_urban_jobs 2018-03=2'],
    told: ['title_row @ line 1', 'form_mismatch @ 城镇新增就业人数 本月', 'cumulative_indicator @ 累计'],
  },
  {
    what: 'a quarter and a year beside their months are told once each',
    lines: [
      '各盟市失业率(%),,,,',
      '地区,2017年11月,2017年12月,2017年四季度,2017年',
      '包头市,2.5,3,4,5',
      '乌海市,6,7,8,5',
    ],
    figures: ['150200 =2.5', '150200 +=3', '150300 =6', '150300 +=7'].map((f) =>
      f.replace(' +=', ' unemployment_rate 2017-12=').replace(' =', ' unemployment_rate 2017-11='),
    ),
    told: ['title_row @ line 1', 'non_monthly_period @ 2017年四季度', 'non_monthly_period @ 2017年'],
  },
  {
    what: 'quarters alone are quarters',
    lines: ['各盟市求人倍率,,', '地区,2017年一季度,2017年二季度', '包头市,1.01,1.2'],
    figures: ['150200 openings_to_seekers 2017-Q1=1.01', '150200 openings_to_seekers 2017-Q2=1.2'],
    told: ['title_row @ line 1'],
  },
  {
    what: 'years alone are years',
    lines: ['各盟市城镇登记失业率（%）,,', '地区,2016年,2017年', '包头市,3.2,3.3'],
    figures: ['2016=3.2', '2017=3.3'].map((f) => `150200 registered_unemployment_rate ${f}`),
    told: ['title_row @ line 1'],
  },
  {
    what: 'what is not known, not ours, or no series of its own',
    lines: [
      '地区,月份,失业率(%),GDP(亿元),排名,上年同期失业率(%)',
      '包头市,2018-01,3.1,100,1,3.3',
      '乌海市,2018-01,3.2,50,2,3.5',
    ],
    figures: ['150200 unemployment_rate 2018-01=3.1', '150300 unemployment_rate 2018-01=3.2'],
    told: ['unknown_indicator @ GDP', 'unknown_column @ 上年同期失业率'],
  },
  {
    what: 'no head at all',
    lines: ['包头市,2018-01,失业率,3.1', '乌海市,2018-01,失业率,3.2', '赤峰市,2018-01,失业率,3.4'],
    figures: ['150200 =3.1', '150300 =3.2', '150400 =3.4'].map((f) => f.replace(' =', ' unemployment_rate 2018-01=')),
    told: [],
  },
  {
    what: 'an unknown region among those across',
    lines: ['失业率（%）,,,', '月份,包头市,张家口市,乌海市', '2017年1月,3.1,3.2,3.3'],
    figures: ['150200 unemployment_rate 2017-01=3.1', '150300 unemployment_rate 2017-01=3.3'],
    told: ['title_row @ line 1', 'unknown_region @ 张家口市'],
  },
  {
    what: 'figures of the national database carry the country',
    lines: [
      '数据库：月度数据,,',
      '时间：2020年2月至2020年4月,,',
      '指标,2020年4月,2020年3月,2020年2月',
      '城镇调查失业率(%),6.0,5.9,6.2',
      '数据来源：国家统计局,,',
    ],
    figures: ['2020-04=6', '2020-03=5.9', '2020-02=6.2'].map((f) => `CN urban_surveyed_unemployment_rate ${f}`),
    told: ['reversed_time @ columns'],
  },
  {
    what: 'the autonomous region alone has the surveyed rate',
    lines: ['内蒙古自治区城镇调查失业率（%）,', '月份,数值', '2020-03,5.9'],
    figures: ['150000 surveyed_unemployment_rate 2020-03=5.9'],
    told: ['title_row @ line 1'],
  },
  {
    what: 'English words',
    lines: [
      'Region,Month,Unemployment rate (%),Unemployed (persons)',
      'Baotou,Jan 2018,3.1,100',
      'Wuhai,Jan 2018,3.2,200',
    ],
    figures: [
      '150200 unemployment_rate 2018-01=3.1',
      '150200 unemployed_persons 2018-01=100',
      '150300 unemployment_rate 2018-01=3.2',
      '150300 unemployed_persons 2018-01=200',
    ],
    told: [],
  },
  {
    what: 'ten days, half-years and quarters beside their months, across',
    lines: [
      '2020年各盟市市场需求人数（人）,,,,,',
      '地区,3月上旬,3月中旬,3月下旬,3月,一季度',
      '包头市,10,20,30,60,100',
      '乌海市,1,2,3,6,10',
    ],
    figures: ['150200 openings 2020-03=60', '150300 openings 2020-03=6'],
    told: [
      'title_row @ line 1',
      ...['3月上旬', '3月中旬', '3月下旬', '一季度'].map((w) => `non_monthly_period @ ${w}`),
    ],
  },
  {
    what: 'the same down the rows, every spelling as it stands',
    lines: [
      '地区,时间,求职人数',
      '包头市,2020年3月上旬,10',
      '包头市,2020年3月,60',
      '包头市,2020年一季度,90',
      '乌海市,2020年3月,6',
      '乌海市,2020Q1,9',
      '乌海市,2020年下半年,60',
      '乌海市,2020年,90',
    ],
    figures: ['150200 seekers 2020-03=60', '150300 seekers 2020-03=6'],
    told: [
      'mixed_dates @ 时间',
      ...['包头市 2020年3月上旬', '包头市 2020年一季度', '乌海市 2020Q1', '乌海市 2020年下半年', '乌海市 2020年'].map(
        (w) => `non_monthly_period @ ${w}`,
      ),
    ],
  },
  {
    what: 'October, whose zero a spreadsheet cut off',
    lines: ['失业率(%),,,', '地区,2018.09,2018.1,2018.11', '包头市,1,2,3'],
    figures: ['2018-09=1', '2018-10=2', '2018-11=3'].map((f) => `150200 unemployment_rate ${f}`),
    told: ['title_row @ line 1'],
  },
  {
    what: 'quarters by their number alone, beside their year',
    lines: ['年度,季度,地区,求人倍率', '2019,1,包头市,1.1', '2019,第二季度,包头市,1.2', '2019,三,包头市,1.3'],
    figures: ['2019-Q1=1.1', '2019-Q2=1.2', '2019-Q3=1.3'].map((f) => `150200 openings_to_seekers ${f}`),
    told: [],
  },
  {
    what: 'January beside months of one digit',
    lines: ['失业率(%),,,', '地区,2018.1,2018.2,2018.3', '包头市,1,2,3'],
    figures: ['2018-01=1', '2018-02=2', '2018-03=3'].map((f) => `150200 unemployment_rate ${f}`),
    told: ['title_row @ line 1'],
  },
  {
    what: 'a contradiction is told once for each value',
    lines: ['地区,月份,失业率', '包头市,2018-01,4.6', '包头市,2018-01,5.8', '包头市,2018-01,4.6', '包头市,2018-01,6'],
    figures: [],
    told: ['conflicting_duplicate @ 包头市 2018-01', 'conflicting_duplicate @ 包头市 2018-01'],
  },
  {
    what: 'a code beside the name of another region, and one that nobody knows',
    lines: [
      '地区代码,地区,月份,失业率',
      '150300,赤峰市,2018-01,3',
      '150300,赤峰市,2018-02,3',
      '159999,包头市,2018-01,3',
    ],
    figures: ['2018-01=3', '2018-02=3'].map((f) => `150300 unemployment_rate ${f}`),
    told: ['region_name_mismatch @ 150300 赤峰市', 'unknown_region @ 包头市 2018-01'],
  },
  {
    what: 'the purchasing managers’ index as the national database has it',
    lines: [
      '指标,2023年12月,2023年11月',
      '制造业采购经理指数(%),49.0,49.4',
      '16-24岁劳动力失业率(不含在校生)(%),,',
      '数据来源：国家统计局,,',
    ],
    figures: ['CN pmi 2023-12=49', 'CN pmi 2023-11=49.4'],
    told: ['unknown_indicator @ 16-24岁劳动力失业率(不含在校生)', 'footnote_row @ line 4'],
  },
  {
    what: 'indicators by their ids, and values that cannot be',
    lines: ['地区,指标,月份,数值', '包头市,new_urban_jobs,2018-01,5', '包头市,openings,2018-01,-5'],
    figures: ['150200 new_urban_jobs 2018-01=5'],
    told: ['out_of_range @ 包头市 2018-01 openings'],
  },
];

describe.each(CASES)('$what', ({ lines, figures, told }) => {
  test('figures and messages', async () => {
    const read = await readLines(lines);
    expect(figuresOf(read)).toEqual(figures);
    expect(toldBy(read).sort()).toEqual([...told].sort());
    expect(read.taken + read.held + read.duplicates + read.missing).toBe(read.rows);
  });
});
