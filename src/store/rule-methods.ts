import type { IndicatorKind } from '../base/indicators';
import type { Text } from '../base/text';
import type { StatisticUnit } from '../detectors/detector';
import { type ParamSpec, parseParams } from '../detectors/params';
import { DETECTOR_KINDS, detectorOf } from '../detectors/registry';

/** A detector as the rules screen shows it: what it is, where it comes from, what can be set. */
export interface RuleMethod {
  readonly kind: string;
  readonly name: Text;
  readonly definition: Text;
  readonly params: Readonly<Record<string, ParamSpec>>;
  readonly publishedBound: number | null;
}

/** All methods; they have to be fetched before (`loadDetectors`), which the rule book does. */
export function ruleMethods(): readonly RuleMethod[] {
  return DETECTOR_KINDS.flatMap((kind) => methodOf(kind) ?? []);
}

export function methodOf(kind: string): RuleMethod | null {
  const detector = DETECTOR_KINDS.includes(kind) ? detectorOf(kind) : undefined;
  return detector ?? null;
}

/** Unit of a rule's statistic; null while its method or parameters are not valid. */
export function unitOfStatistic(
  kind: string,
  raw: Readonly<Record<string, unknown>>,
  indicator: IndicatorKind,
): StatisticUnit | null {
  const detector = DETECTOR_KINDS.includes(kind) ? detectorOf(kind) : undefined;
  if (!detector) return null;
  const { params } = parseParams(detector, raw);
  return params && detector.unit(params, indicator);
}
