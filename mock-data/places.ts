import type { ProfileId } from './profiles';

/**
 * The places of the demonstration. Labour forces of the leagues and cities are rounded guesses from general knowledge of
 * their population; the counties' weights likewise (about the residents in ten thousands). None of it is a statistic.
 */
export interface County {
  readonly code: string;
  /** Share of the league's labour force, relative to its neighbours. */
  readonly weight: number;
  readonly profile: ProfileId;
  /** Raw coal in an ordinary month, 10^4 t; absent where none is mined. */
  readonly coal?: number;
}

export interface League {
  readonly code: string;
  readonly labourForce: number;
  /** New urban jobs in an ordinary year (2023). */
  readonly newJobs: number;
  /** Registered unemployment rate at the start, percent. */
  readonly registeredRate: number;
  readonly profile: ProfileId;
  readonly counties: readonly County[];
}

export const ROOT_CODE = '150000';

export const LEAGUES: readonly League[] = [
  {
    // 呼和浩特
    code: '150100',
    labourForce: 1_700_000,
    newJobs: 44_000,
    registeredRate: 3.7,
    profile: 'dairy',
    counties: [
      { code: '150102', weight: 73, profile: 'dairy' },
      { code: '150103', weight: 42, profile: 'dairy' },
      { code: '150104', weight: 45, profile: 'dairy' },
      { code: '150105', weight: 89, profile: 'dairy' },
      { code: '150121', weight: 31, profile: 'dairy' },
      { code: '150122', weight: 17, profile: 'coal', coal: 60 },
      { code: '150123', weight: 17, profile: 'dairy' },
      { code: '150124', weight: 9, profile: 'grain' },
      { code: '150125', weight: 11, profile: 'grain' },
    ],
  },
  {
    // 包头
    code: '150200',
    labourForce: 1_400_000,
    newJobs: 40_900,
    registeredRate: 3.5,
    profile: 'steel',
    counties: [
      { code: '150202', weight: 50, profile: 'mixed' },
      { code: '150203', weight: 80, profile: 'steel' },
      { code: '150204', weight: 55, profile: 'steel' },
      { code: '150205', weight: 4, profile: 'coal', coal: 40 },
      { code: '150206', weight: 2.3, profile: 'steel' },
      { code: '150207', weight: 30, profile: 'steel' },
      { code: '150221', weight: 25, profile: 'grain', coal: 110 },
      { code: '150222', weight: 13, profile: 'grain' },
      { code: '150223', weight: 8, profile: 'mixed' },
    ],
  },
  {
    // 乌海
    code: '150300',
    labourForce: 290_000,
    newJobs: 6_200,
    registeredRate: 3.8,
    profile: 'coal',
    counties: [
      { code: '150302', weight: 33, profile: 'coal', coal: 120 },
      { code: '150303', weight: 10, profile: 'coal', coal: 190 },
      { code: '150304', weight: 13, profile: 'coal', coal: 130 },
    ],
  },
  {
    // 赤峰
    code: '150400',
    labourForce: 2_100_000,
    newJobs: 29_000,
    registeredRate: 3.8,
    profile: 'grain',
    counties: [
      { code: '150402', weight: 55, profile: 'mixed' },
      { code: '150403', weight: 30, profile: 'coal', coal: 150 },
      { code: '150404', weight: 70, profile: 'mixed' },
      { code: '150421', weight: 25, profile: 'grain' },
      { code: '150422', weight: 28, profile: 'grain' },
      { code: '150423', weight: 16, profile: 'grain' },
      { code: '150424', weight: 18, profile: 'grain' },
      { code: '150425', weight: 20, profile: 'tourism' },
      { code: '150426', weight: 37, profile: 'grain' },
      { code: '150428', weight: 26, profile: 'grain' },
      { code: '150429', weight: 46, profile: 'grain' },
      { code: '150430', weight: 44, profile: 'grain' },
    ],
  },
  {
    // 通辽
    code: '150500',
    labourForce: 1_500_000,
    newJobs: 18_500,
    registeredRate: 3.7,
    profile: 'grain',
    counties: [
      { code: '150502', weight: 95, profile: 'mixed' },
      { code: '150521', weight: 38, profile: 'grain' },
      { code: '150522', weight: 33, profile: 'grain' },
      { code: '150523', weight: 34, profile: 'grain' },
      { code: '150524', weight: 14, profile: 'grain' },
      { code: '150525', weight: 36, profile: 'grain' },
      { code: '150526', weight: 25, profile: 'grain', coal: 90 },
      { code: '150581', weight: 14, profile: 'coal', coal: 480 },
    ],
  },
  {
    // 鄂尔多斯
    code: '150600',
    labourForce: 1_150_000,
    newJobs: 28_000,
    registeredRate: 2.9,
    profile: 'coal',
    counties: [
      { code: '150602', weight: 60, profile: 'coal', coal: 650 },
      { code: '150603', weight: 13, profile: 'mixed' },
      { code: '150621', weight: 33, profile: 'mixed', coal: 180 },
      { code: '150622', weight: 36, profile: 'coal', coal: 2900 },
      { code: '150623', weight: 9, profile: 'mixed' },
      { code: '150624', weight: 16, profile: 'coal', coal: 350 },
      { code: '150625', weight: 11, profile: 'grain' },
      { code: '150626', weight: 16, profile: 'coal', coal: 500 },
      { code: '150627', weight: 25, profile: 'coal', coal: 2300 },
    ],
  },
  {
    // 呼伦贝尔
    code: '150700',
    labourForce: 1_200_000,
    newJobs: 19_000,
    registeredRate: 4.1,
    profile: 'tourism',
    counties: [
      { code: '150702', weight: 36, profile: 'mixed' },
      { code: '150703', weight: 9, profile: 'coal', coal: 110 },
      { code: '150721', weight: 24, profile: 'grain' },
      { code: '150722', weight: 23, profile: 'grain' },
      { code: '150723', weight: 17, profile: 'tourism' },
      { code: '150724', weight: 14, profile: 'coal', coal: 330 },
      { code: '150725', weight: 6, profile: 'tourism', coal: 190 },
      { code: '150726', weight: 4, profile: 'border' },
      { code: '150727', weight: 3.5, profile: 'border' },
      { code: '150781', weight: 15, profile: 'border' },
      { code: '150782', weight: 28, profile: 'tourism' },
      { code: '150783', weight: 32, profile: 'grain' },
      { code: '150784', weight: 7, profile: 'tourism' },
      { code: '150785', weight: 8, profile: 'tourism' },
    ],
  },
  {
    // 巴彦淖尔
    code: '150800',
    labourForce: 800_000,
    newJobs: 8_000,
    registeredRate: 4.2,
    profile: 'grain',
    counties: [
      { code: '150802', weight: 54, profile: 'mixed' },
      { code: '150821', weight: 21, profile: 'grain' },
      { code: '150822', weight: 9, profile: 'grain' },
      { code: '150823', weight: 25, profile: 'grain', coal: 40 },
      { code: '150824', weight: 11, profile: 'border' },
      { code: '150825', weight: 5, profile: 'mixed' },
      { code: '150826', weight: 21, profile: 'grain' },
    ],
  },
  {
    // 乌兰察布
    code: '150900',
    labourForce: 850_000,
    newJobs: 8_500,
    registeredRate: 3.9,
    profile: 'construction',
    counties: [
      { code: '150902', weight: 42, profile: 'construction' },
      { code: '150921', weight: 10, profile: 'construction' },
      { code: '150922', weight: 9, profile: 'construction' },
      { code: '150923', weight: 16, profile: 'construction' },
      { code: '150924', weight: 15, profile: 'construction' },
      { code: '150925', weight: 12, profile: 'construction' },
      { code: '150926', weight: 15, profile: 'construction' },
      { code: '150927', weight: 9, profile: 'construction' },
      { code: '150928', weight: 11, profile: 'construction' },
      { code: '150929', weight: 14, profile: 'grain' },
      { code: '150981', weight: 20, profile: 'mixed', coal: 20 },
    ],
  },
  {
    // 兴安
    code: '152200',
    labourForce: 700_000,
    newJobs: 7_000,
    registeredRate: 4.1,
    profile: 'grain',
    counties: [
      { code: '152201', weight: 36, profile: 'mixed' },
      { code: '152202', weight: 3.2, profile: 'tourism' },
      { code: '152221', weight: 27, profile: 'grain' },
      { code: '152222', weight: 22, profile: 'grain' },
      { code: '152223', weight: 32, profile: 'grain' },
      { code: '152224', weight: 22, profile: 'grain' },
    ],
  },
  {
    // 锡林郭勒
    code: '152500',
    labourForce: 580_000,
    newJobs: 7_400,
    registeredRate: 3.3,
    profile: 'tourism',
    counties: [
      { code: '152501', weight: 7.5, profile: 'border' },
      { code: '152502', weight: 35, profile: 'coal', coal: 520 },
      { code: '152522', weight: 4, profile: 'tourism' },
      { code: '152523', weight: 3, profile: 'tourism' },
      { code: '152524', weight: 6, profile: 'tourism' },
      { code: '152525', weight: 7.3, profile: 'tourism' },
      { code: '152526', weight: 8, profile: 'coal', coal: 420 },
      { code: '152527', weight: 11, profile: 'grain' },
      { code: '152528', weight: 2.7, profile: 'tourism' },
      { code: '152529', weight: 5, profile: 'tourism' },
      { code: '152530', weight: 7, profile: 'tourism', coal: 40 },
      { code: '152531', weight: 9, profile: 'tourism' },
    ],
  },
  {
    // 阿拉善
    code: '152900',
    labourForce: 140_000,
    newJobs: 2_960,
    registeredRate: 3.4,
    profile: 'mixed',
    counties: [
      { code: '152921', weight: 20, profile: 'mixed', coal: 95 },
      { code: '152922', weight: 2.3, profile: 'tourism' },
      { code: '152923', weight: 3.3, profile: 'border' },
    ],
  },
];
