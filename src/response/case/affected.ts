import { INSUFFICIENT, type LevelByte, levelRank, type WarningLevel } from '../../base/level';
import { FAMILY_NAMES, type Family } from '../../base/indicators';
import type { Region, RegionTree } from '../../base/regions';
import { sayBoth, type Text } from '../../base/text';
import type { RegionDerivation, SignalDerivation } from '../../levels/derivation';
import { type DerivationContext, describeRegion } from '../../levels/derivation-text';
import { levelWords } from '../../levels/level-names';
import { isArea, KEY_GROUPS, type KeyGroup } from '../groups/groups';
import { inRow } from '../plan-words';
import { AFFECTED_WORDS as WORDS } from './text';
import { inSeries } from './words';

/** A signal of a derivation that counts towards its level. */
export interface CountedSignal {
  readonly ruleId: string;
  readonly indicatorId: string;
  readonly level: WarningLevel;
}

/** Signals that count, in the order of the derivation: by family, worst first. */
export function countedSignals(d: RegionDerivation): readonly CountedSignal[] {
  return d.families.flatMap((family) => family.signals.filter(counts).map(counted));
}

function counts({ level, state }: SignalDerivation): boolean {
  return level >= 1 && level <= 4 && state !== 'insufficient' && state !== 'notApplicable';
}

function counted({ ruleId, indicatorId, level }: SignalDerivation): CountedSignal {
  return { ruleId, indicatorId, level: level as WarningLevel };
}

export interface AffectedGroup {
  readonly group: KeyGroup;
  /** Signals on its indicators that count. */
  readonly signals: readonly CountedSignal[];
  /** It is a kind of area, the region is one by its traits, and the region is at a warning level. */
  readonly byTrait: boolean;
  readonly affected: boolean;
  /** Why it is affected, or why that cannot be told from the data. */
  readonly words: Text;
}

/** All eight groups of 4.1–4.8, in the order of the document, with what the data says of each. */
export function groupsAffected(d: RegionDerivation, region: Region, ctx: DerivationContext): readonly AffectedGroup[] {
  const signals = countedSignals(d);
  const levels = levelWords(d.levelNames);
  const warning = d.level >= 1 && d.level <= 4;
  return KEY_GROUPS.map((group): AffectedGroup => {
    const own = signals.filter((s) => group.indicators.includes(s.indicatorId));
    const byTrait = warning && isArea(group, region);
    const names = own.map((s): Text => {
      const name = ctx.catalogue.byId.get(s.indicatorId)?.short ?? { zh: s.indicatorId, en: s.indicatorId };
      return sayBoth(WORDS.signal, { indicator: name, level: levels.short(s.level) });
    });
    const reasons = [...(byTrait ? [WORDS.byTrait] : []), ...names];
    return { group, signals: own, byTrait, affected: reasons.length > 0, words: reasonsOf(group, reasons) };
  });
}

function reasonsOf(group: KeyGroup, reasons: readonly Text[]): Text {
  if (reasons.length > 0) return inRow(reasons);
  return group.indicators.length + group.traits.length === 0 ? WORDS.noIndicator : WORDS.noSignal;
}

export interface District {
  readonly regionCode: string;
  readonly level: LevelByte;
  readonly index: number | null;
}

/** What the page's copy of an assessment has of all regions (`AssessmentView`). */
export interface LevelColumns {
  readonly tree: RegionTree;
  readonly first: number;
  readonly count: number;
  readonly levels: { readonly level: Uint8Array; readonly index: Float32Array };
}

/** The regions directly below, worst first; a region without parts has none. `atLevel`: those at Ⅳ or worse. */
export function districtsOf(
  view: LevelColumns,
  regionCode: string,
  period: number,
): { readonly atLevel: readonly District[]; readonly insufficient: readonly District[]; readonly all: number } {
  const region = view.tree.indexOf.get(regionCode) ?? -1;
  const children = view.tree.children[region] ?? [];
  const t = period - view.first;
  const districts = children.map((child): District => {
    const cell = child * view.count + t;
    const index = view.levels.index[cell]!;
    return {
      regionCode: view.tree.regions[child]!.code,
      level: view.levels.level[cell] as LevelByte,
      index: Number.isNaN(index) ? null : index,
    };
  });
  const worstFirst = districts.sort(
    (a, b) => levelRank(b.level) - levelRank(a.level) || (b.index ?? -1) - (a.index ?? -1),
  );
  return {
    atLevel: worstFirst.filter((one) => one.level >= 1 && one.level <= 4),
    insufficient: worstFirst.filter((one) => one.level === INSUFFICIENT),
    all: children.length,
  };
}

export interface Driver extends CountedSignal {
  /** Rule, statistic and line in words, as the derivation says it. */
  readonly words: Text;
}

export interface FamilyDrivers {
  readonly family: Family;
  readonly level: LevelByte;
  /** Worst first. */
  readonly signals: readonly Driver[];
}

/** What drives the level: families by their level, the worst first (equal ones: more signals first), with their counting signals. */
export function driversOf(
  d: RegionDerivation,
  ctx: DerivationContext,
): { readonly families: readonly FamilyDrivers[]; readonly words: Text } {
  const nodes = describeRegion(d, ctx).children.filter((node) => node.kind === 'family');
  const families = d.families
    .map((family, f): FamilyDrivers => {
      const signals = family.signals.flatMap((signal, s): Driver[] =>
        counts(signal) ? [{ ...counted(signal), words: nodes[f]!.children[s]!.text }] : [],
      );
      return { family: family.family, level: family.level, signals };
    })
    .filter((family) => family.signals.length > 0)
    .toSorted((a, b) => levelRank(b.level) - levelRank(a.level) || b.signals.length - a.signals.length);
  return { families, words: driverWords(d, families) };
}

function driverWords(d: RegionDerivation, families: readonly FamilyDrivers[]): Text {
  if (families.length === 0) return d.flags.includes('diffusion') ? WORDS.fromBelow : WORDS.noDriver;
  const levels = levelWords(d.levelNames);
  const lines = families.map((f) =>
    sayBoth(WORDS.family, {
      family: FAMILY_NAMES[f.family],
      level: levels.short(f.level),
      signals: inSeries(f.signals.map((s) => s.words)),
    }),
  );
  return { zh: lines.map((l) => l.zh).join('\n'), en: lines.map((l) => l.en).join('\n') };
}
