import { Status } from '../base/status';
import type { Text } from '../base/text';
import type { Detector, SeriesInput } from '../detectors/detector';
import type { ParamValues } from '../detectors/params';

/** The reason why there is no statistic at `t`, with counts in it. */
export function whyAbsent(
  detector: Detector,
  params: ParamValues,
  input: SeriesInput,
  t: number,
  status: number,
): Text {
  const refused = detector.refuses(params, input);
  if (refused) return refused;
  if (status === Status.expectedGap) {
    return {
      zh: '本期不单独公布或未到公布时间',
      en: 'none is due for this period yet',
    };
  }
  if (status === Status.held) {
    return { zh: '本期数值互相矛盾，已暂缓载入', en: 'two values contradict each other; neither is taken' };
  }
  const at = (lag: number): number => input.values[input.offset + t - lag]!;
  if (at(0) !== at(0)) return { zh: '本期数值缺失', en: 'the value of this period is missing' };
  const minHistory = detector.minHistory(params, input);
  if (t + 1 < minHistory) {
    return { zh: `需要 ${minHistory} 期数据，现有 ${t + 1} 期`, en: `needs ${minHistory} periods, has ${t + 1}` };
  }
  const inWindow = readsAt(detector, params, input, t);
  const missing = inWindow.filter((lag) => at(lag) !== at(lag)).length;
  if (missing > 0) {
    return {
      zh: `计算所需的 ${inWindow.length} 个数值中缺 ${missing} 个`,
      en: `${missing} of the ${inWindow.length} values it needs are missing`,
    };
  }
  return {
    zh: '缺少劳动力人数或年度目标，或对比基数不为正、没有波动',
    en: 'the labour force or the year’s target is not known, or the base of the comparison is not positive or does not vary',
  };
}

/** Lags that the statistic at `t` reads, as far as the series goes back. */
export function readsAt(detector: Detector, params: ParamValues, input: SeriesInput, t: number): readonly number[] {
  const season = (input.firstSeason + t) % input.periodsPerYear;
  return detector.reads(params, input, season).filter((lag) => lag <= t);
}
