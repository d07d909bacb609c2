import { formatDay } from '../base/period';
import { formatNumber, formatShare, formatSpan, withUnit } from '../base/format';
import { FAMILY_NAMES, type IndicatorCatalogue } from '../base/indicators';
import type { LevelByte } from '../base/level';
import type { RegionTree } from '../base/regions';
import { defineText, sayBoth, type Text } from '../base/text';
import type { BatchInfo } from '../panel/panel';
import type { RuleSet } from '../signals/rule';
import type {
  DiffusionDerivation,
  FamilyDerivation,
  ObservationDerivation,
  RegionDerivation,
  SignalDerivation,
} from './derivation';
import { type LevelWords, levelWords } from './level-names';
import { both, conditionWords, inlineUnit, periodWords, statisticWords } from './words';

/** A line of the proof in both languages, and the lines it rests on. */
export interface TextNode {
  readonly kind: 'region' | 'family' | 'signal' | 'observation' | 'diffusion' | 'note';
  readonly text: Text;
  /** Smaller second line: rule, state, source. */
  readonly note: Text | null;
  readonly level: LevelByte | null;
  /** Rule or region to lead to. */
  readonly ref: { readonly ruleId?: string; readonly indicatorId?: string; readonly regionCode?: string };
  readonly children: readonly TextNode[];
}

export interface DerivationContext {
  readonly tree: RegionTree;
  readonly catalogue: IndicatorCatalogue;
  readonly ruleSet: RuleSet;
  readonly weekEndsOn: number;
  /** Batches of the panel, for their names in both languages. */
  readonly batches?: readonly BatchInfo[];
}

const T = defineText({
  region: { zh: '{region}{period}：{level}', en: '{region}, {period}: {level}' },
  since: { zh: '已连续 {span}', en: '{span} in a row' },
  because: { zh: '依据：{condition}', en: 'because: {condition}' },
  score: {
    zh: '综合分数 {total} 分（{speaking} 项规则共 {points} 分，折合 {items} 项；预警越重分数越低）',
    en: 'total score {total} ({speaking} rules have {points} points, as of {items}; the graver the warning the fewer points)',
  },
  noScore: {
    zh: '只有 {speaking} 项规则有结果，不足以计算综合分数',
    en: '{speaking} rules speak: too few for a total score',
  },
  normal: {
    zh: '没有满足任何预警条件；{fresh} 项规则有本期数据（应有 {expected} 项）',
    en: 'no warning condition holds; {fresh} rules have a figure for this period, of {expected} expected',
  },
  insufficient: {
    zh: '应有 {expected} 项规则出结果，仅 {fresh} 项有本期数据，少于判定正常所需的 {needed} 项',
    en: '{expected} rules should speak, {fresh} have a figure for this period; {needed} are needed to say normal',
  },
  family: { zh: '{family}：{level}', en: '{family}: {level}' },
  signal: { zh: '{rule}：{statistic}{line}', en: '{rule}: {statistic}{line}' },
  line: { zh: '（{level}线 {value}）', en: ' (line of {level}: {value})' },
  lowest: { zh: '（未到最低线 {value}）', en: ' (below the lowest line, {value})' },
  heldOver: { zh: '{period}数；{reason}', en: 'figure of {period}; {reason}' },
  absent: { zh: '{rule}：无法计算（{reason}）', en: '{rule}: not computable ({reason})' },
  confirmed: { zh: '确认 {have}/{need}', en: 'confirmed {have}/{need}' },
  guard: { zh: '小样本放宽 ×{factor}', en: 'lines widened ×{factor} for size' },
  sourceChanged: {
    zh: '计算窗口内数据来源有变（本地上报数与下级汇总数相接）：{periods}起',
    en: 'the source of the figures changes within the window (own figures meet those of the parts): from {periods}',
  },
  someSourceChanged: {
    zh: '有规则的计算窗口内数据来源有变，等级的变化可能由此而来',
    en: 'the source of some figures changes within the window of a rule: a change of the level may come from that',
  },
  festival: {
    zh: '春节错月：本期含春节前后 {days} 天，对比期 {before} 天，节前、节中、节后不同，单月比较失真',
    en: 'Spring Festival: {days} days around it in what is compared, {before} in what it is compared with, not the same ones; single months mislead',
  },
  someFestival: {
    zh: '有规则的比较受春节错月影响',
    en: 'some comparison is spoiled by the moving Spring Festival',
  },
  sinceWhen: { zh: '自{period}起', en: 'since {period}' },
  observation: { zh: '{period} {indicator} {value}', en: '{period} {indicator} {value}' },
  observationOf: { zh: '{region} {period} {indicator} {value}', en: '{region} {period} {indicator} {value}' },
  source: { zh: '来源：{name} 第 {row} 行', en: 'source: {name}, row {row}' },
  known: { zh: '{day} 已知', en: 'known on {day}' },
  earlier: { zh: '修订前 {value}（{day} 已知）', en: 'before revision {value} (known on {day})' },
  earlierUndated: { zh: '修订前 {value}', en: 'before revision {value}' },
  covered: { zh: '汇总覆盖 {share}', en: 'aggregated from {share}' },
  diffusion: {
    zh: '下级扩散：{children} 个下级地区中 {at} 个达到 {level}及以上（{share}）{force}',
    en: 'diffusion: {at} of {children} parts at {level} or above ({share}){force}',
  },
  force: { zh: '，占劳动力 {share}', en: ', {share} of the labour force' },
  needed: {
    zh: '{level}所需：下级地区 {children}、劳动力 {force}；有等级的下级地区 {graded} 个',
    en: '{level} needs {children} of the parts and {force} of the labour force; {graded} parts have a level',
  },
});

const STATES: Readonly<Record<SignalDerivation['state'], Text>> = defineText({
  normal: { zh: '正常', en: 'normal' },
  pending: { zh: '待确认', en: 'pending' },
  active: { zh: '生效', en: 'active' },
  recovering: { zh: '恢复中', en: 'recovering' },
  stale: { zh: '缺数，沿用上期', en: 'held over a missing value' },
  insufficient: { zh: '数据不足', en: 'insufficient data' },
  notApplicable: { zh: '不适用', en: 'not applicable' },
});

const STATUSES: Readonly<Record<ObservationDerivation['status'], Text>> = defineText({
  missing: { zh: '缺失', en: 'missing' },
  observed: { zh: '实际上报', en: 'as reported' },
  expectedGap: { zh: '本期不单独公布或未到公布时间', en: 'no figure of its own, or not yet due' },
  derived: { zh: '计算得出', en: 'computed' },
  provisional: { zh: '初步数', en: 'provisional' },
  suspect: { zh: '存疑', en: 'suspect' },
  imputed: { zh: '推补', en: 'imputed' },
  held: { zh: '冲突未载入', en: 'held back: conflict' },
  partial: { zh: '部分地区汇总', en: 'aggregated from a part' },
});

const STEPS: Readonly<Record<string, Text>> = defineText({
  decumulate: { zh: '累计转当月', en: 'cumulative to month' },
  'adjust-festival': { zh: '剔除春节移动影响', en: 'moving Spring Festival taken out' },
  'join-jan-feb': { zh: '1—2月合并', en: 'January–February joined' },
  aggregate: { zh: '由下级汇总', en: 'aggregated from its parts' },
  ratio: { zh: '由分子分母计算', en: 'ratio of its parts' },
});

const FLAGS: Readonly<Record<RegionDerivation['flags'][number], Text>> = defineText({
  stale: { zh: '有信号因缺数沿用上期', en: 'some signal is held over a missing value' },
  partial: { zh: '有规则数据不足，等级可能偏低', en: 'some rule has insufficient data: the level may be too low' },
  gap: { zh: '近期缺数的影响尚未消除', en: 'a recent gap may still hold the level down' },
  diffusion: { zh: '等级来自下级扩散', en: 'the level comes from the parts' },
  coverage: { zh: '部分数值仅由部分下级汇总', en: 'some figures are aggregated from a part only' },
});

/** A flag of a level in words. */
export function flagWords(flag: RegionDerivation['flags'][number]): Text {
  return FLAGS[flag];
}

/** A signal's state in words. */
export function stateWords(state: SignalDerivation['state']): Text {
  return STATES[state];
}

/** The derivation in words: what the screens, the briefing and the exports print. */
export function describeRegion(d: RegionDerivation, ctx: DerivationContext): TextNode {
  const children: TextNode[] = [];
  const levels = levelWords(d.levelNames);
  if (d.level <= 4 && d.level > 0 && d.condition) {
    children.push(note(sayBoth(T.because, { condition: conditionWords(d.condition, levels, ruleNames(ctx)) })));
  } else if (d.level === 0 && d.own === 0) children.push(note(sayBoth(T.normal, d.usable)));
  else if (d.own > 4) children.push(note(sayBoth(T.insufficient, d.usable)));
  if (d.score) {
    const { total } = d.score;
    children.push(
      note(total === null ? sayBoth(T.noScore, { ...d.score, total: '' }) : sayBoth(T.score, { ...d.score, total })),
    );
  }
  if (d.diffusion) children.push(describeDiffusion(d.diffusion, levels, ctx));
  children.push(...d.families.map((f) => describeFamily(f, d, ctx)));
  const notes = [
    sayBoth(T.since, { span: both((lang) => formatSpan(d.frequency, d.periodsAtLevel, lang)) }),
    ...d.flags.map((f) => FLAGS[f]),
  ];
  const signals = d.families.flatMap((f) => f.signals);
  if (signals.some((s) => s.sourceChanges.length > 0)) notes.push(T.someSourceChanged);
  if (signals.some((s) => s.festival !== null && s.level > 0 && s.level <= 4)) notes.push(T.someFestival);
  return {
    kind: 'region',
    text: sayBoth(T.region, {
      region: regionName(ctx, d.regionCode),
      period: periodWords(d.frequency, d.period, ctx.weekEndsOn),
      level: levels.full(d.level),
    }),
    note: join(notes),
    level: d.level,
    ref: { regionCode: d.regionCode },
    children,
  };
}

function describeFamily(f: FamilyDerivation, d: RegionDerivation, ctx: DerivationContext): TextNode {
  return {
    kind: 'family',
    text: sayBoth(T.family, { family: FAMILY_NAMES[f.family], level: levelWords(d.levelNames).short(f.level) }),
    note: null,
    level: f.level,
    ref: {},
    children: f.signals.map((s) => describeSignal(s, d, ctx)),
  };
}

function describeSignal(s: SignalDerivation, d: RegionDerivation, ctx: DerivationContext): TextNode {
  const rule = ctx.ruleSet.rules.find((r) => r.id === s.ruleId)!;
  const unit = ctx.catalogue.byId.get(s.indicatorId)?.unit ?? '';
  const difference = s.detector === 'change' || s.detector === 'rise';
  const words = (v: number | null): Text => statisticWords(v, s.unit, unit, s.sign, s.decimals, difference);
  const reached = s.reached >= 1 && s.reached <= 4 ? s.reached : s.level >= 1 && s.level <= 4 ? s.level : 0;
  const line = reached > 0 ? s.thresholds[reached - 1]! : (s.thresholds.find((v) => v !== null) ?? null);
  const text =
    s.absent && s.statistic === null
      ? sayBoth(T.absent, { rule: rule.name, reason: s.absent })
      : sayBoth(T.signal, {
          rule: rule.name,
          statistic: words(s.statistic),
          line: sayBoth(reached > 0 ? T.line : T.lowest, {
            level: levelWords(d.levelNames).inline(reached),
            value: words(line),
          }),
        });
  const notes = [STATES[s.state], sayBoth(T.sinceWhen, { period: periodWords(d.frequency, s.since, ctx.weekEndsOn) })];
  if (s.confirmed > 0) notes.push(sayBoth(T.confirmed, { have: Math.min(s.confirmed, s.confirm), need: s.confirm }));
  if (s.absent && s.statistic !== null) {
    const period = periodWords(d.frequency, s.statisticPeriod, ctx.weekEndsOn);
    notes.push(sayBoth(T.heldOver, { period, reason: s.absent }));
  }
  if (s.sourceChanges.length > 0) {
    const periods = s.sourceChanges.map((p) => periodWords(d.frequency, p, ctx.weekEndsOn));
    notes.push(
      sayBoth(T.sourceChanged, {
        periods: { zh: periods.map((p) => p.zh).join('、'), en: periods.map((p) => p.en).join(', ') },
      }),
    );
  }
  if (s.festival) {
    const { days, before } = s.festival;
    notes.push(sayBoth(T.festival, { days: formatNumber(days, 0), before: formatNumber(before, 0) }));
  }
  if (s.guardFactor > 1) notes.push(sayBoth(T.guard, { factor: formatNumber(s.guardFactor, 2) }));
  return {
    kind: 'signal',
    text,
    note: join(notes),
    level: s.level,
    ref: { ruleId: s.ruleId, indicatorId: s.indicatorId },
    children: s.observations.map((o) => describeObservation(o, d, ctx)),
  };
}

function describeObservation(o: ObservationDerivation, d: RegionDerivation, ctx: DerivationContext): TextNode {
  const indicator = ctx.catalogue.byId.get(o.indicatorId);
  const figure = (v: number | null): Text =>
    both((lang) => withUnit(formatNumber(v, indicator?.decimals ?? 2), inlineUnit(indicator?.unit ?? '')[lang]));
  const value = figure(o.value);
  const notes = [STATUSES[o.status], ...o.steps.map((s) => STEPS[s] ?? { zh: s, en: s })];
  if (o.coverage !== null && o.coverage < 1) notes.push(sayBoth(T.covered, { share: formatShare(o.coverage, 1) }));
  if (o.knownOn !== null) notes.push(sayBoth(T.known, { day: formatDay(o.knownOn) }));
  for (const { value: was, knownOn } of o.earlier) {
    const words = { value: figure(was), day: knownOn === null ? '' : formatDay(knownOn) };
    notes.push(sayBoth(knownOn === null ? T.earlierUndated : T.earlier, words));
  }
  if (o.source) notes.push(sayBoth(T.source, { name: sourceName(ctx, o.source), row: o.source.row }));
  return {
    kind: 'observation',
    text: sayBoth(o.regionCode === d.regionCode ? T.observation : T.observationOf, {
      region: regionName(ctx, o.regionCode),
      period: periodWords(o.frequency, o.period, ctx.weekEndsOn),
      indicator: indicator?.short ?? { zh: o.indicatorId, en: o.indicatorId },
      value,
    }),
    note: join(notes),
    level: null,
    ref: { indicatorId: o.indicatorId, regionCode: o.regionCode },
    children: o.inputs.map((i) => describeObservation(i, d, ctx)),
  };
}

function describeDiffusion(d: DiffusionDerivation, levels: LevelWords, ctx: DerivationContext): TextNode {
  const level = levels.inline(d.atLevel);
  const force: Text | string =
    d.shareOfLabourForce === null ? '' : sayBoth(T.force, { share: formatShare(d.shareOfLabourForce, 0) });
  return {
    kind: 'diffusion',
    text: sayBoth(T.diffusion, {
      children: d.children,
      at: d.childrenAt,
      level,
      share: formatShare(d.shareOfChildren, 0),
      force,
    }),
    note: sayBoth(T.needed, {
      level,
      children: formatShare(d.needed.children, 0),
      force: formatShare(d.needed.labourForce, 0),
      graded: d.childrenGraded,
    }),
    level: d.level,
    ref: {},
    children: d.codes.map((code) => ({
      kind: 'note',
      text: regionName(ctx, code),
      note: null,
      level: null,
      ref: { regionCode: code },
      children: [],
    })),
  };
}

/** A feed may have a name in each language; a file has the one it has. */
function sourceName(ctx: DerivationContext, { batchId, name }: NonNullable<ObservationDerivation['source']>): Text {
  return ctx.batches?.find((b) => b.id === batchId)?.title ?? { zh: name, en: name };
}

function regionName(ctx: DerivationContext, code: string): Text {
  const index = ctx.tree.indexOf.get(code);
  return index === undefined ? { zh: code, en: code } : ctx.tree.regions[index]!.name;
}

function note(text: Text): TextNode {
  return { kind: 'note', text, note: null, level: null, ref: {}, children: [] };
}

function join(parts: readonly Text[]): Text | null {
  if (parts.length === 0) return null;
  return { zh: parts.map((p) => p.zh).join(' · '), en: parts.map((p) => p.en).join(' · ') };
}

/** Names of rules by id; an id that the set does not have stands for itself. */
function ruleNames({ ruleSet }: DerivationContext): (id: string) => Text {
  return (id) => ruleSet.rules.find((r) => r.id === id)?.name ?? { zh: id, en: id };
}
