import { LEVEL_KEYS, LEVEL_NUMERALS } from '../../../base/level';
import { defineText, say, sayBoth, type Text } from '../../../base/text';

/** Names of everything that a rule or a scheme says; the form and the comparison of versions use the same. */
export const FIELD_TEXT = defineText({
  id: { zh: '编号', en: 'Id' },
  name: { zh: '名称', en: 'Name' },
  indicator: { zh: '指标', en: 'Indicator' },
  form: { zh: '口径', en: 'Form of the series' },
  detector: { zh: '方法', en: 'Method' },
  thresholds: { zh: '预警线', en: 'Thresholds' },
  threshold: { zh: '{level}预警线', en: 'Threshold {level}' },
  decimals: { zh: '比较时保留小数', en: 'Decimals compared' },
  role: { zh: '作用', en: 'Role' },
  confirm: { zh: '连续几期才算', en: 'Periods to confirm' },
  confirmAt: { zh: '{level}连续几期才算', en: 'Periods to confirm {level}' },
  clear: { zh: '连续几期低于退出线才解除', en: 'Periods below the exit line to end' },
  exitMargin: { zh: '退出余量', en: 'Exit margin' },
  holdMissing: { zh: '缺报沿用几期', en: 'Periods held over a gap' },
  appliesTo: { zh: '适用地区', en: 'Applies to' },
  guard: { zh: '小地区放宽', en: 'Noise guard' },
  referenceLabourForce: { zh: '放宽的基准劳动力（人）', en: 'Reference labour force' },
  maxFactor: { zh: '最多放宽几倍', en: 'Widened at most by' },
  minLabourForce: { zh: '劳动力少于此数不判断', en: 'Silent below a labour force of' },
  basis: { zh: '依据', en: 'Basis' },
  basisNote: { zh: '依据说明', en: 'Note on the basis' },
  frequency: { zh: '频率', en: 'Frequency' },
  largeFrom: { zh: '劳动力达到多少算大地区', en: 'Large from a labour force of' },
  minCoverage: { zh: '汇总值至少覆盖下级的份额', en: 'Share of the children behind a sum' },
  levels: { zh: '使用的等级', en: 'Levels in use' },
  minSignals: { zh: '{level}：同族至少几项信号', en: '{level}: signals of a family' },
  conditions: { zh: '{level}条件', en: 'Conditions of {level}' },
  spreadChildren: { zh: '{level}扩散：下级个数份额', en: 'Spread {level}: share of the parts' },
  spreadLabourForce: { zh: '{level}扩散：下级劳动力份额', en: 'Spread {level}: share of their labour force' },
  minUsableCount: { zh: '至少几条可用规则', en: 'Fewest usable rules' },
  minUsableShare: { zh: '可用规则至少占', en: 'Smallest share of usable rules' },
  weighting: { zh: '指数权重的来历', en: 'Weights of the index' },
  weight: { zh: '权重：{family}', en: 'Weight: {family}' },
  schemeBasis: { zh: '方案依据', en: 'Basis of the scheme' },
});

const CHOICE_TEXT = defineText({
  reported: { zh: '公布值', en: 'as published' },
  monthly: { zh: '当期值（累计值相减）', en: 'single periods (differences of cumulative figures)' },
  joint: { zh: '1—2月合并', en: 'January and February joined' },
  festival: { zh: '调整春节', en: 'adjusted for the Spring Festival' },
  signal: { zh: '计入本族', en: 'counts for its family' },
  floor: { zh: '下限指标：单独即可定级', en: 'floor indicator: lifts a region alone' },
  scale: { zh: '规模触发：单独即可定级', en: 'scale trigger: lifts a region alone' },
  all: { zh: '所有地区', en: 'all areas' },
  large: { zh: '大地区', en: 'large areas' },
  small: { zh: '小地区', en: 'small areas' },
  ours: { zh: '本产品默认', en: 'a default of this product' },
  published: { zh: '公开发布', en: 'published' },
  user: { zh: '用户设定', en: 'set by the user' },
  equal: { zh: '各族相等', en: 'equal by family' },
  expert: { zh: '专家赋权', en: 'by expert' },
  entropy: { zh: '熵权法', en: 'entropy' },
  critic: { zh: 'CRITIC 法', en: 'CRITIC' },
  month: { zh: '月', en: 'month' },
  quarter: { zh: '季', en: 'quarter' },
  year: { zh: '年', en: 'year' },
  week: { zh: '周', en: 'week' },
  true: { zh: '是', en: 'yes' },
  false: { zh: '否', en: 'no' },
  points: { zh: '百分点（差）', en: 'points (difference)' },
  percent: { zh: '百分之（相对变化）', en: 'per cent (relative)' },
  calendar: { zh: '按时间进度', en: 'by the calendar' },
  past: { zh: '按往年进度', en: 'by past years' },
  share: { zh: '占劳动力份额', en: 'share of the labour force' },
  persons: { zh: '人数', en: 'persons' },
  none: { zh: '无', en: 'none' },
  best: { zh: '取最吻合的', en: 'whichever fits best' },
  periodic: { zh: '固定季节形态', en: 'periodic' },
});

/** Parameters of the detectors by their name in rules and on the command line. */
const PARAM_TEXT = defineText({
  lag: { zh: '与几期前相比', en: 'Compared with so many periods before' },
  as: { zh: '表示为', en: 'Expressed in' },
  meanPeriods: { zh: '几期平均', en: 'Mean of so many periods' },
  lookback: { zh: '回看几期', en: 'Looks back so many periods' },
  expected: { zh: '应完成进度', en: 'Expected progress' },
  years: { zh: '用往年几年', en: 'Years of the past used' },
  periods: { zh: '几期合计', en: 'Sum of so many periods' },
  method: { zh: '算法', en: 'Method' },
  baseline: { zh: '基准期数', en: 'Baseline periods' },
  alpha: { zh: '显著性水平', en: 'Significance level' },
  minSigma: { zh: '标准差下限', en: 'Smallest standard deviation' },
  k: { zh: '参考值 k', en: 'Reference value k' },
  h: { zh: '决策限 h', en: 'Decision limit h' },
  target: { zh: '目标均值', en: 'Target mean' },
  transform: { zh: '变换', en: 'Transformation' },
  baselinePeriods: { zh: '基准期数', en: 'Baseline periods' },
  lambda: { zh: '平滑系数 λ', en: 'Smoothing λ' },
  limit: { zh: '控制限（倍标准差）', en: 'Control limit (SD)' },
  variant: { zh: '版本', en: 'Variant' },
  halfWindow: { zh: '半窗宽', en: 'Half window' },
  reweight: { zh: '对过去异常降权', en: 'Down-weights past outliers' },
  weightsThreshold: { zh: '降权起点', en: 'Down-weighted from' },
  trend: { zh: '含趋势', en: 'With a trend' },
  pThresholdTrend: { zh: '趋势保留的 p 值', en: 'p below which the trend stays' },
  pastNotIncluded: { zh: '最近几期不入基准', en: 'Latest periods left out' },
  powerTransform: { zh: '幂变换', en: 'Power transformation' },
  thresholdMethod: { zh: '上界算法', en: 'Bound by' },
  limit54: { zh: '最少件数与期数', en: 'Fewest cases, and periods' },
  other: { zh: '另一指标', en: 'Other indicator' },
  otherForm: { zh: '另一指标口径', en: 'Form of the other' },
  otherAs: { zh: '另一指标表示为', en: 'Other expressed in' },
  lead: { zh: '领先期数', en: 'Lead' },
  window: { zh: '回归窗口（期）', en: 'Regression window' },
  seasonalWindow: { zh: '季节窗宽', en: 'Seasonal window' },
  robust: { zh: '稳健拟合', en: 'Robust fit' },
  model: { zh: '模型', en: 'Model' },
  horizon: { zh: '预测几期', en: 'Horizon' },
  levels: { zh: '区间水平（%）', en: 'Interval levels (%)' },
  threshold: { zh: '临界值', en: 'Line to be crossed' },
  calibrate: { zh: '按历史误差校准', en: 'Calibrated on past errors' },
});

export function paramLabel(name: string): Text {
  return Object.hasOwn(PARAM_TEXT, name) ? PARAM_TEXT[name as keyof typeof PARAM_TEXT] : { zh: name, en: name };
}

/** Words of one of a few values; a technical one (`C1`, `theta`) stands for itself. */
export function choiceWords(value: string): Text {
  return Object.hasOwn(CHOICE_TEXT, value) ? CHOICE_TEXT[value as keyof typeof CHOICE_TEXT] : { zh: value, en: value };
}

/** A field that there is for each level, by the level's number or colour word. */
export function levelField(
  key: 'threshold' | 'confirmAt' | 'minSignals' | 'conditions' | 'spreadChildren' | 'spreadLabourForce',
  level: number,
): Text {
  const numeral = LEVEL_NUMERALS[level] ?? String(level);
  const { zh, en } = FIELD_TEXT[key];
  return { zh: say({ zh, en }, 'zh', { level: `${numeral}级` }), en: say({ zh, en }, 'en', { level: numeral }) };
}

export function familyWeight(family: Text): Text {
  return sayBoth(FIELD_TEXT.weight, { family });
}

/** 1–4 of a level's key (`blue`), 0 when it is none. */
export function levelOfKey(key: string): number {
  return Math.max(0, LEVEL_KEYS.indexOf(key as (typeof LEVEL_KEYS)[number]));
}
