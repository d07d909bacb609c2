import type { IndicatorCatalogue } from '../../base/indicators';
import type { LevelByte } from '../../base/level';
import { type Day, formatDay, formatPeriod, type Frequency, type Period } from '../../base/period';
import type { RegionTree } from '../../base/regions';
import type { Text } from '../../base/text';
import { rulesFile } from '../../levels/load-rule-book';
import type { Scheme } from '../../levels/scheme';
import { treeCsv } from '../../observations/region-table';
import { PLAN_SCHEMA } from '../../response/load-plan';
import type { Plan } from '../../response/plan';
import type { RuleSet } from '../../signals/rule';
import type { LevelsAt, PackageContent, PackageHead } from './content';
import type { Manifest } from './manifest';

/** Stands in package.json as well. */
export const PRODUCT = 'fengsui 0.1.0';

/** An assessment as it is on the screen. */
export interface PackageSource {
  readonly asOf: Day | null;
  readonly lastKnownOn: Day | null;
  readonly demonstration: boolean;
  readonly tree: RegionTree;
  readonly catalogue: IndicatorCatalogue;
  readonly frequency: Frequency;
  readonly weekEndsOn: number;
  readonly first: Period;
  readonly count: number;
  readonly indicators: readonly string[];
  readonly levels: { readonly level: Uint8Array };
  readonly ruleSet: RuleSet;
  readonly scheme: Scheme;
  readonly rules: { readonly id: string; readonly name: Text };
}

/** What the office adds to it. */
export interface PackageWishes {
  readonly atMs: number;
  readonly by: string;
  readonly office: string;
  readonly note: string;
  readonly name: string;
  readonly view: Manifest['view'];
  /** Period whose levels are told. */
  readonly period: Period;
  readonly fingerprint: string;
  readonly plan: Plan;
  readonly calendar: PackageContent['calendar'];
  readonly briefing: PackageContent['briefing'];
  readonly trail: PackageContent['trail'];
}

/** Head and content of the package of an assessment. */
export function composePackage(
  source: PackageSource,
  wishes: PackageWishes,
): { readonly head: PackageHead; readonly content: PackageContent } {
  const { asOf, lastKnownOn, tree, catalogue, frequency, weekEndsOn, first, count, ruleSet, scheme, rules } = source;
  const { atMs, by, office, note, name, view, fingerprint, plan, calendar, briefing, trail } = wishes;
  const spelt = (period: Period): string => formatPeriod(frequency, period, weekEndsOn);
  const day = (d: Day | null): string | null => (d === null ? null : formatDay(d));
  return {
    head: {
      product: PRODUCT,
      made: { atMs, by, office },
      note,
      demonstration: source.demonstration,
      view,
      data: {
        name,
        asOf: day(asOf),
        knownOn: day(lastKnownOn),
        frequency,
        first: spelt(first),
        last: spelt(first + count - 1),
        regions: tree.regions.length,
        indicators: source.indicators.length,
      },
      rules: {
        id: rules.id,
        name: rules.name,
        ruleSet: `${ruleSet.id}/${ruleSet.version}`,
        scheme: `${scheme.id}/${scheme.version}`,
      },
      plan: `${plan.id}/${plan.version}`,
      fingerprint,
    },
    content: {
      regionsCsv: treeCsv(tree),
      indicators: { schema: 'fengsui-indicators/1', version: catalogue.version, indicators: catalogue.indicators },
      rules: JSON.parse(rulesFile(rules.name, note, { ruleSet, scheme })),
      plan: { schema: PLAN_SCHEMA, ...plan },
      levels: levelsAt(source, wishes.period),
      calendar,
      briefing,
      trail,
    },
  };
}

/** Levels of all regions at one period; empty outside the data. */
export function levelsAt(
  source: Pick<PackageSource, 'tree' | 'frequency' | 'weekEndsOn' | 'first' | 'count' | 'levels'>,
  period: Period,
): LevelsAt {
  const { tree, frequency, weekEndsOn, first, count, levels } = source;
  const t = period - first;
  const within = t >= 0 && t < count;
  return {
    period: formatPeriod(frequency, period, weekEndsOn),
    levels: Object.fromEntries(
      within ? tree.regions.map(({ code }, r) => [code, levels.level[r * count + t] as LevelByte] as const) : [],
    ),
  };
}

/** Regions whose level is not what the package says, in the order of the tree; those that are missing on one side are among them. */
export function otherLevels(
  theirs: LevelsAt,
  ours: LevelsAt,
): readonly { readonly code: string; readonly theirs: LevelByte | null; readonly ours: LevelByte | null }[] {
  const codes = new Set([...Object.keys(ours.levels), ...Object.keys(theirs.levels)]);
  const of = (side: LevelsAt, code: string): LevelByte | null =>
    Object.hasOwn(side.levels, code) ? side.levels[code]! : null;
  return [...codes].flatMap((code) => {
    const both = { code, theirs: of(theirs, code), ours: of(ours, code) };
    return both.theirs === both.ours ? [] : [both];
  });
}
