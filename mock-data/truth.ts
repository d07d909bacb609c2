import type { Level } from '../src/base/level';
import type { Text } from '../src/base/text';
import { LEAGUES } from './places';

/**
 * What the default rules must make of the demonstration, place by place: the known truth of each scenario of
 * `scenarios.ts` and of the years in which nothing happens. Levels: 0 normal, 1 Ⅳ, 2 Ⅲ, 3 Ⅱ, 4 Ⅰ.
 */
export interface Truth {
  /** Id of a scenario, or `quiet`. */
  readonly scenario: string;
  readonly region: string;
  /** First and last month, both included. */
  readonly from: string;
  readonly to: string;
  /** In every month the level is at least, at most; or there is no level for want of data. */
  readonly expect:
    | { readonly atLeast: Level; readonly atMost?: Level }
    | { readonly atMost: Level; readonly orInsufficient?: boolean }
    | 'insufficient';
  /** Months by which the span may begin later and end earlier; 0 = to the month. */
  readonly toleranceMonths: number;
  readonly why: Text;
}

const BEFORE: Text = { zh: '事前正常', en: 'normal before' };
const AFTER: Text = { zh: '事后恢复正常', en: 'normal again afterwards' };

const row = (
  scenario: string,
  region: string,
  from: string,
  to: string,
  expect: Truth['expect'],
  toleranceMonths: number,
  why: Text,
): Truth => ({ scenario, region, from, to, expect, toleranceMonths, why });

const MINES: readonly Truth[] = [
  row('mine-closures', '150300', '2021-01', '2025-10', { atMost: 0 }, 0, BEFORE),
  row('mine-closures', '150300', '2025-11', '2026-10', { atLeast: 1 }, 1, {
    zh: '乌海市关矿即现预警',
    en: 'Wuhai warns as the mines close',
  }),
  ...['150300'].map((code) =>
    row('mine-closures', code, '2026-03', '2026-10', { atLeast: 4 }, 0, {
      zh: '2026年3月达Ⅰ级并持续到最新月份',
      en: 'at level Ⅰ by March 2026 and still so in the newest month',
    }),
  ),
  ...['150302', '150303', '150304'].map((code) =>
    row('mine-closures', code, '2026-03', '2026-10', { atLeast: 3 }, 1, {
      zh: '乌海市各区不低于Ⅱ级',
      en: 'each district of Wuhai at level Ⅱ or worse',
    }),
  ),
  row('mine-closures', '150600', '2021-01', '2026-02', { atMost: 0 }, 0, BEFORE),
  row('mine-closures', '150600', '2026-03', '2026-10', { atMost: 3 }, 0, {
    zh: '鄂尔多斯市不到Ⅰ级',
    en: 'Ordos does not reach level Ⅰ',
  }),
  row('mine-closures', '150600', '2026-08', '2026-10', { atLeast: 3, atMost: 3 }, 0, {
    zh: '鄂尔多斯市2026年8月达Ⅱ级',
    en: 'Ordos at level Ⅱ by August 2026',
  }),
  ...['150622', '150627', '150624'].map((code) =>
    row('mine-closures', code, '2026-07', '2026-10', { atLeast: 2 }, 1, {
      zh: '产煤旗预警',
      en: 'the coal banners warn',
    }),
  ),
  row('mine-closures', '152921', '2026-03', '2026-10', { atMost: 2 }, 0, {
    zh: '阿拉善左旗只受轻微影响',
    en: 'Alxa Left Banner is only touched',
  }),
  row('mine-closures', '152900', '2026-03', '2026-10', { atMost: 1 }, 0, {
    zh: '阿拉善盟不高于Ⅳ级',
    en: 'Alxa League no worse than level Ⅳ',
  }),
  row('mine-closures', '150000', '2025-11', '2026-10', { atMost: 1 }, 0, {
    zh: '一两个盟市的问题不使全区升级',
    en: 'one or two places do not lift the whole region',
  }),
];

const BORDER: readonly Truth[] = [
  ...['150781', '152501', '152923'].flatMap((code) => [
    row('border-trade-shock', code, '2021-01', '2022-02', { atMost: 0 }, 0, BEFORE),
    row('border-trade-shock', code, '2022-03', '2023-02', { atLeast: 3 }, 3, {
      zh: '口岸旗市不低于Ⅱ级',
      en: 'the border towns at level Ⅱ or worse',
    }),
    row('border-trade-shock', code, '2023-12', '2026-10', { atMost: 0 }, 0, AFTER),
  ]),
  ...['150700', '152500', '152900'].map((code) =>
    row('border-trade-shock', code, '2022-03', '2023-12', { atMost: 2 }, 0, {
      zh: '所在盟市不高于Ⅲ级',
      en: 'their leagues no worse than level Ⅲ',
    }),
  ),
];

const HOHHOT = LEAGUES.find((l) => l.code === '150100')!;
const GRADUATES: readonly Truth[] = [
  row('graduate-season', '150100', '2021-01', '2026-10', { atMost: 0 }, 0, {
    zh: '毕业季不应预警，2024年也不应预警',
    en: 'the graduate season does not alarm, not in 2024 either',
  }),
  ...HOHHOT.counties.map(({ code }) =>
    row('graduate-season', code, '2024-06', '2024-10', { atMost: 1 }, 0, {
      zh: '各旗县区不高于Ⅳ级',
      en: 'its districts and counties no worse than level Ⅳ',
    }),
  ),
];

const CONSTRUCTION: readonly Truth[] = [
  row('construction-decline', '150900', '2021-01', '2023-05', { atMost: 0 }, 0, BEFORE),
  row('construction-decline', '150900', '2023-12', '2024-12', { atLeast: 1 }, 1, {
    zh: '逐步出现预警',
    en: 'warnings come on gradually',
  }),
  row('construction-decline', '150900', '2024-06', '2024-11', { atLeast: 2 }, 1, {
    zh: '2024年升至Ⅲ级',
    en: 'level Ⅲ within 2024',
  }),
  row('construction-decline', '150900', '2023-06', '2025-12', { atMost: 3 }, 0, {
    zh: '不高于Ⅱ级',
    en: 'no worse than level Ⅱ',
  }),
  row('construction-decline', '150900', '2025-12', '2026-10', { atMost: 0 }, 0, AFTER),
];

const HINGGAN = ['152200', '152201', '152202', '152221', '152222', '152223', '152224'];
const OUTAGE: readonly Truth[] = HINGGAN.flatMap((code) => [
  row('data-outage', code, '2020-11', '2021-03', { atMost: 0 }, 0, BEFORE),
  row('data-outage', code, '2021-04', '2021-08', 'insufficient', 0, {
    zh: '无报送期间为数据不足，绝不显示正常',
    en: 'insufficient data while nothing is filed, never normal',
  }),
  row('data-outage', code, '2021-12', '2022-03', { atMost: 0 }, 0, {
    zh: '恢复报送三个月后恢复定级',
    en: 'graded again once three months are in',
  }),
  row('data-outage', code, '2022-04', '2022-10', { atMost: 0, orInsufficient: true }, 0, {
    zh: '上年同期缺数，同比无法计算，可为数据不足',
    en: 'the year before is missing, so year-on-year cannot be computed: may be insufficient',
  }),
  row('data-outage', code, '2022-12', '2026-10', { atMost: 0 }, 0, AFTER),
]);

const STEEL: readonly Truth[] = [
  row('steel-dip', '150200', '2018-03', '2019-05', { atMost: 0 }, 0, BEFORE),
  row('steel-dip', '150200', '2019-08', '2020-12', { atLeast: 1 }, 3, {
    zh: '下行期持续预警',
    en: 'warns through the dip',
  }),
  row('steel-dip', '150200', '2020-05', '2020-10', { atLeast: 2, atMost: 3 }, 1, {
    zh: '最低谷为Ⅱ—Ⅲ级',
    en: 'levels Ⅱ to Ⅲ at the trough',
  }),
  row('steel-dip', '150200', '2021-12', '2022-12', { atMost: 0 }, 0, AFTER),
];

const DIP: readonly Truth[] = [
  row('nationwide-dip-2020', '150000', '2020-03', '2020-06', { atLeast: 1, atMost: 2 }, 1, {
    zh: '全区短暂Ⅳ—Ⅲ级',
    en: 'the region briefly at levels Ⅳ to Ⅲ',
  }),
  ...LEAGUES.filter((l) => l.code !== '150200').flatMap(({ code }) => [
    row('nationwide-dip-2020', code, '2020-02', '2020-09', { atMost: 2 }, 0, {
      zh: '普遍轻度，不高于Ⅲ级',
      en: 'mild: no worse than level Ⅲ',
    }),
    row('nationwide-dip-2020', code, '2020-10', '2021-03', { atMost: 0 }, 0, {
      zh: '10月前恢复',
      en: 'recovered by October',
    }),
  ]),
];

const CALM: Text = { zh: '平常年份不预警', en: 'an ordinary year does not alarm' };
const QUIET: readonly Truth[] = [
  ...['150400', '150500'].flatMap((code) => [
    row('quiet', code, '2017-03', '2019-12', { atMost: 1 }, 0, CALM),
    row('quiet', code, '2021-01', '2026-10', { atMost: 1 }, 0, CALM),
  ]),
  ...['150000', ...LEAGUES.map((l) => l.code)].map((code) =>
    row('quiet', code, '2018-03', '2019-05', { atMost: 0 }, 0, CALM),
  ),
  row('quiet', '150000', '2021-01', '2025-10', { atMost: 0 }, 0, CALM),
];

export const TRUTH: readonly Truth[] = [
  ...MINES,
  ...BORDER,
  ...GRADUATES,
  ...CONSTRUCTION,
  ...OUTAGE,
  ...STEEL,
  ...DIP,
  ...QUIET,
];
