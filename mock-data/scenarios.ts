import type { Text } from '../src/base/text';

/** What a scenario does to one indicator at full strength. */
export interface Effect {
  /** `percent` of the figure, for counts; `points` in the unit, for rates and indices. */
  readonly by: 'percent' | 'points';
  readonly amount: number;
  /** Months by which this indicator follows the scenario's course. */
  readonly lagMonths?: number;
}

/** A place that the scenario touches. A league's code stands for all its counties; a county's own entry goes before it. */
export interface Reach {
  readonly code: string;
  /** 1 = the full effect. */
  readonly strength: number;
  /** Months by which the course is later here. */
  readonly delayMonths?: number;
}

/** Course of a scenario: [month, strength], straight lines between, nothing before the first and after the last. */
export type Course = readonly (readonly [month: string, strength: number])[];

export interface Scenario {
  readonly id: string;
  readonly name: Text;
  /** What happens, in a sentence or two. Invented. */
  readonly story: Text;
  readonly reach: readonly Reach[];
  readonly course: Course;
  readonly effects: Readonly<Record<string, Effect>>;
}

/** Places that file nothing for some months, and never make it good. */
export interface Outage {
  readonly id: string;
  readonly name: Text;
  readonly story: Text;
  readonly codes: readonly string[];
  readonly from: string;
  readonly to: string;
}

const percent = (amount: number, lagMonths = 0): Effect => ({ by: 'percent', amount, lagMonths });
const points = (amount: number, lagMonths = 0): Effect => ({ by: 'points', amount, lagMonths });

/** All invented. The levels that they must lead to stand in `truth.ts`. */
export const SCENARIOS: readonly Scenario[] = [
  {
    id: 'mine-closures',
    name: { zh: '煤矿关闭由一市向外扩散', en: 'Mine closures spreading from one city' },
    story: {
      zh: '2025年11月起乌海市多座煤矿关停，2026年3月起波及鄂尔多斯市产煤旗区，阿拉善左旗也受牵连：裁员增加，监测岗位流失，新申领失业保险金和领取人数大幅上升，求人倍率走低，原煤产量和工业用电量下降。',
      en: 'From November 2025 mines close in Wuhai; from March 2026 it reaches the coal banners of Ordos and touches Alxa Left Banner: lay-offs, monitored posts lost, claims and recipients up sharply, fewer openings per seeker, less coal and electricity.',
    },
    reach: [
      { code: '150300', strength: 1 },
      { code: '150600', strength: 0.3, delayMonths: 4 },
      { code: '150602', strength: 0.75, delayMonths: 4 },
      { code: '150622', strength: 0.9, delayMonths: 4 },
      { code: '150624', strength: 0.85, delayMonths: 4 },
      { code: '150626', strength: 0.7, delayMonths: 5 },
      { code: '150627', strength: 0.85, delayMonths: 4 },
      { code: '152921', strength: 0.28, delayMonths: 5 },
    ],
    course: [
      ['2025-10', 0],
      ['2025-11', 0.55],
      ['2025-12', 0.85],
      ['2026-01', 1],
      ['2026-10', 1],
    ],
    effects: {
      new_benefit_claims: percent(92),
      benefit_recipients: percent(58, 1),
      reported_layoffs: percent(1100),
      monitored_jobs: percent(-10),
      insured_employees: percent(-5.5, 1),
      registered_unemployment_rate: points(1.2, 1),
      surveyed_unemployment_rate: points(1.2),
      openings: percent(-30),
      seekers: percent(22),
      online_postings: percent(-32),
      coal_output: percent(-19),
      industrial_electricity: percent(-18),
      industrial_output_yoy: points(-11),
      fixed_investment_yoy: points(-10, 2),
      retail_sales_yoy: points(-5, 2),
      enterprise_exits: percent(45, 2),
      new_market_entities: percent(-22, 1),
      zero_employment_households: percent(40, 3),
      new_urban_jobs: percent(-25),
      reemployed: percent(-15),
      startup_loans: percent(-10, 2),
      pmi: points(-2.5),
    },
  },
  {
    id: 'border-trade-shock',
    name: { zh: '口岸贸易受阻', en: 'Trade shock at the border' },
    story: {
      zh: '2022年3月至2023年2月口岸通关大幅减少：满洲里市、二连浩特市和额济纳旗的招聘岗位、市场主体和零售额下降，裁员和申领失业保险金增加；2023年内恢复。',
      en: 'From March 2022 to February 2023 crossings fall sharply: Manzhouli, Erenhot and Ejin Banner lose postings, openings, new enterprises and retail trade, and see lay-offs and claims; all recovered within 2023.',
    },
    reach: [
      { code: '150781', strength: 1 },
      { code: '152501', strength: 1.05 },
      { code: '152923', strength: 1.1 },
    ],
    course: [
      ['2022-02', 0],
      ['2022-03', 0.75],
      ['2022-04', 1],
      ['2023-01', 1],
      ['2023-06', 0.15],
      ['2023-09', 0],
    ],
    effects: {
      new_benefit_claims: percent(120),
      benefit_recipients: percent(45, 1),
      reported_layoffs: percent(900),
      monitored_jobs: percent(-10),
      registered_unemployment_rate: points(0.9, 1),
      openings: percent(-38),
      seekers: percent(10),
      online_postings: percent(-55),
      retail_sales_yoy: points(-12),
      industrial_output_yoy: points(-5),
      fixed_investment_yoy: points(-6, 1),
      enterprise_exits: percent(80, 1),
      new_market_entities: percent(-50),
      new_urban_jobs: percent(-25),
    },
  },
  {
    id: 'graduate-season',
    name: { zh: '毕业季高峰（不应预警）', en: 'Graduate-season peak (must not alarm)' },
    story: {
      zh: '每年7—8月离校未就业毕业生集中登记；2024年呼和浩特市比常年多约15%，季节形态不变。',
      en: 'Each July and August unplaced graduates register; in 2024 Hohhot has some 15% more than usual, in the usual seasonal shape.',
    },
    reach: [{ code: '150100', strength: 1 }],
    course: [
      ['2024-06', 0],
      ['2024-07', 1],
      ['2025-06', 1],
      ['2025-07', 0],
    ],
    effects: { graduates_unplaced: percent(12), seekers: percent(2) },
  },
  {
    id: 'construction-decline',
    name: { zh: '建筑业和劳务输出缓慢下滑', en: 'Slow decline of construction and labour export' },
    story: {
      zh: '2023年6月至2024年12月乌兰察布市建筑业和劳务输出缓慢下滑，2025年内企稳恢复。',
      en: 'From June 2023 to December 2024 construction and labour export of Ulanqab decline slowly; steady and recovering within 2025.',
    },
    reach: [{ code: '150900', strength: 1 }],
    course: [
      ['2023-05', 0],
      ['2023-10', 0.55],
      ['2024-04', 1],
      ['2024-12', 1],
      ['2025-06', 0.35],
      ['2025-10', 0],
    ],
    effects: {
      rural_transfer_employment: percent(-25),
      fixed_investment_yoy: points(-16),
      new_benefit_claims: percent(32),
      benefit_recipients: percent(17, 2),
      monitored_jobs: percent(-2.6, 1),
      openings: percent(-14),
      seekers: percent(5),
      online_postings: percent(-16),
      new_market_entities: percent(-16, 1),
      registered_unemployment_rate: points(0.4, 2),
      surveyed_unemployment_rate: points(0.3, 1),
      industrial_output_yoy: points(-1.5),
    },
  },
  {
    id: 'steel-dip',
    name: { zh: '钢铁业下行后恢复', en: 'A steel dip and its recovery' },
    story: {
      zh: '2019年6月至2020年12月包头市钢铁业下行，2021年内恢复，2022年保持正常。',
      en: 'From June 2019 to December 2020 the steel industry of Baotou dips; it recovers within 2021 and stays normal through 2022.',
    },
    reach: [
      { code: '150200', strength: 0.8 },
      { code: '150203', strength: 1.2 },
      { code: '150204', strength: 1.1 },
      { code: '150207', strength: 1.1 },
      { code: '150206', strength: 1 },
    ],
    course: [
      ['2019-05', 0],
      ['2019-09', 0.5],
      ['2020-01', 0.85],
      ['2020-06', 1],
      ['2020-10', 0.85],
      ['2021-02', 0.3],
      ['2021-06', 0],
    ],
    effects: {
      new_benefit_claims: percent(46),
      benefit_recipients: percent(26, 2),
      reported_layoffs: percent(260),
      monitored_jobs: percent(-5),
      registered_unemployment_rate: points(0.55, 1),
      surveyed_unemployment_rate: points(0.45),
      openings: percent(-16),
      seekers: percent(9),
      online_postings: percent(-18),
      industrial_electricity: percent(-9),
      industrial_output_yoy: points(-7.5),
      fixed_investment_yoy: points(-6, 2),
      new_urban_jobs: percent(-8),
      pmi: points(-2),
    },
  },
  {
    id: 'nationwide-dip-2020',
    name: { zh: '2020年初全国性短暂下滑', en: 'A short nationwide dip in early 2020' },
    story: {
      zh: '2020年2—5月各地普遍轻度下滑，10月前恢复。',
      en: 'From February to May 2020 everywhere a mild dip; recovered by October.',
    },
    reach: [
      { code: '150000', strength: 0.7 },
      { code: '150100', strength: 1 },
      { code: '150200', strength: 0.7 },
      { code: '150700', strength: 1 },
      { code: '150300', strength: 0.9 },
      { code: '152500', strength: 0.8 },
    ],
    course: [
      ['2020-01', 0],
      ['2020-02', 1],
      ['2020-03', 0.8],
      ['2020-05', 0.3],
      ['2020-07', 0],
    ],
    effects: {
      new_urban_jobs: percent(-30),
      reemployed: percent(-30),
      hardship_employed: percent(-30),
      new_benefit_claims: percent(32, 1),
      benefit_recipients: percent(10, 2),
      openings: percent(-24),
      seekers: percent(-10),
      online_postings: percent(-26),
      surveyed_unemployment_rate: points(0.6),
      registered_unemployment_rate: points(0.12, 2),
      monitored_jobs: percent(-1.6),
      industrial_electricity: percent(-7),
      industrial_output_yoy: points(-7),
      fixed_investment_yoy: points(-9),
      retail_sales_yoy: points(-8),
      new_market_entities: percent(-28),
      startup_loans: percent(-25),
      rural_transfer_employment: percent(-14),
      pmi: points(-3),
    },
  },
];

export const OUTAGES: readonly Outage[] = [
  {
    id: 'data-outage',
    name: { zh: '报送中断', en: 'A data outage' },
    story: {
      zh: '2021年4—8月兴安盟及所辖六个旗县市未报送任何数据，事后也未补报。',
      en: 'From April to August 2021 Hinggan League and its six banners and counties file nothing, and never make it good.',
    },
    codes: ['152200', '152201', '152202', '152221', '152222', '152223', '152224'],
    from: '2021-04',
    to: '2021-08',
  },
];
