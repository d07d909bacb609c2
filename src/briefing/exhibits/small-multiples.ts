import { formatNumber, formatSigned, withUnit } from '../../base/format';
import { INSUFFICIENT } from '../../base/level';
import { defineText, type Lang } from '../../base/text';
import { stateWords } from '../../levels/derivation-text';
import { rankRules } from '../../levels/rank-rules';
import type { RuleSeries } from '../../levels/rule-series';
import { ruleWords, type RuleWords } from '../../levels/rule-words';
import { type Rule, SIGNAL_STATE_NAMES, SignalState } from '../../signals/rule';
import type { BriefingFacts } from '../facts/facts';
import { regionOf } from '../facts/find';
import { figureColumn, word, wordColumn } from './cells';
import type { Cell, ExhibitOf, ExhibitTable, SmallMultiplesData } from './exhibit';
import { panelName } from './panel-name';
import { EXHIBIT_TEXT as T } from './text';
import { isWarned, sourceLine, timeAxis, type Wording, wordingOf } from './wording';

const OWN = defineText({
  subtitle: {
    zh: '{region}，各规则所检验的统计量，{from}至{to}；虚线为预警线',
    en: '{region}: the statistic that each rule tests, {from} to {to}; dashed: the lines of the rule',
  },
  warned: {
    zh: '{region}{count}项规则中{on}项处于预警等级，最重为{name}，{value}（{level}）',
    en: '{region}: {on} of {count} rules at a warning level, the gravest: {name}, {value} ({level})',
  },
  one: {
    zh: '{region}{count}项规则中1项处于预警等级：{name}，{value}（{level}）',
    en: '{region}: 1 of {count} rules at a warning level: {name}, {value} ({level})',
  },
  all: {
    zh: '{region}{count}项规则均处于预警等级，最重为{name}，{value}（{level}）',
    en: '{region}: {count} of {count} rules at a warning level, the gravest: {name}, {value} ({level})',
  },
  alone: { zh: '{region}{name}，{value}（{level}）', en: '{region}: {name}, {value} ({level})' },
  aloneQuiet: { zh: '{region}{name}，{value}（{state}）', en: '{region}: {name}, {value} ({state})' },
  quiet: { zh: '{region}{count}项规则均未处于预警等级', en: '{region}: none of {count} rules at a warning level' },
  quietPartly: {
    zh: '{region}{count}项规则均未处于预警等级，其中{unknown}项数据不足',
    en: '{region}: none of {count} rules at a warning level, insufficient data for {unknown}',
  },
  old: { zh: '{period}为{value}', en: '{value} in {period}' },
  noFigure: { zh: '本期无数值', en: 'no figure' },
  state: { zh: '{level}，{state}', en: '{level}, {state}' },
  rule: { zh: '规则', en: 'Rule' },
  value: { zh: '统计量', en: 'Statistic' },
  signal: { zh: '信号', en: 'Signal' },
  description: { zh: '小图{count}幅，依次为：{list}。{gaps}', en: 'Small line charts, {count}: {list}. {gaps}' },
  item: { zh: '{name}，{value}（{state}）', en: '{name}, {value} ({state})' },
});

const MOST_PANELS = 9;
const LEAST_PANELS = 6;
/** Panels share a scale where the widest is not more than so many times the narrowest: else the curves become flat. */
const MOST_SPREAD = 3;

/** A rule of the region with its words, ready to draw. */
interface Shown {
  readonly rule: Rule;
  readonly series: RuleSeries;
  readonly words: RuleWords;
  /** For the head of its panel. */
  readonly label: string;
}

type Panel = SmallMultiplesData['panels'][number];

/** The floor and the worst rules of the whole, or (`about`) of a region, with their lines. Null where no rule speaks of it. */
export function smallMultiples(facts: BriefingFacts, lang: Lang, about?: string): ExhibitOf<'small-multiples'> | null {
  const region = about === undefined ? facts.whole : regionOf(facts, about);
  if (!region || region.rules.length === 0) return null;
  const w = wordingOf(facts, lang);
  const count = region.levels.length;
  const all = rankRules(region.rules, count - 1).flatMap((series): Shown[] => {
    const rule = facts.rules.all.find(({ id }) => id === series.ruleId);
    const indicator = facts.indicators[series.indicatorId];
    if (!rule || !indicator) return [];
    const words = ruleWords(rule, series, indicator, facts.frequency, lang);
    return [{ rule, series, words, label: panelName(rule, indicator, facts.frequency, lang) }];
  });
  const shown = chosen(all, count - 1);
  if (shown.length === 0) return null;
  const panels = shown.map((one) => panelOf(one, w));
  const data: SmallMultiplesData = { ...timeAxis(w, facts.first, count), panels, shared: sharesScale(panels) };
  const name = region.name[lang];
  const gaps = panels.reduce((sum, { values }) => sum + values.filter((value) => value === null).length, 0);
  return {
    kind: 'small-multiples',
    id: about === undefined ? 'small-multiples' : `small-multiples:${about}`,
    title: finding(all, region.short[lang], w),
    subtitle: w.say(OWN.subtitle, {
      region: name,
      from: w.period(facts.first),
      to: w.period(facts.period),
    }),
    description: w
      .say(OWN.description, {
        count: formatNumber(panels.length),
        list: shown
          .map((one) => w.say(OWN.item, { name: one.words.name, value: lastSaid(one, w), state: signalSaid(one, w) }))
          .join(lang === 'zh' ? '；' : '; '),
        gaps: gaps === 0 ? '' : w.say(T.gaps, { count: formatNumber(gaps) }),
      })
      .trim(),
    source: sourceLine(w, true),
    table: tableOf(shown, panels, w),
    data,
  };
}

/** Floor indicators, then whatever is warned or about to be, worst first; filled up to a few, cut to a page. */
function chosen(all: readonly Shown[], at: number): readonly Shown[] {
  const floors = all.filter(({ rule }) => rule.role === 'floor');
  const others = all.filter(({ rule }) => rule.role !== 'floor');
  const loud = others.filter(
    ({ series }) => isWarned(series.level[at]!) || series.state[at] === SignalState.pending,
  ).length;
  const room = Math.max(LEAST_PANELS - floors.length, loud);
  return [...floors, ...others.slice(0, room)].slice(0, MOST_PANELS);
}

function panelOf({ rule, series, words, label }: Shown, w: Wording): Panel {
  const turned = (value: number): number | null => (Number.isFinite(value) ? value * series.sign : null);
  return {
    id: rule.id,
    name: label,
    measure: { name: words.treated, unit: words.unit, decimals: rule.decimals },
    values: Array.from(series.statistic, turned),
    lines: series.thresholds.map((line) => (line === null ? null : line * series.sign + 0)),
    worse: series.sign,
    levels: [...series.level],
    state: stateOf(series, w),
  };
}

/** The state in a word; its level stands beside it. */
function stateOf({ state }: RuleSeries, w: Wording): string {
  return stateWords(SIGNAL_STATE_NAMES[state.at(-1)!] ?? 'insufficient')[w.lang];
}

/** `Ⅱ级，生效`; of one that is not at a level the state alone. */
function signalSaid({ series }: Shown, w: Wording): string {
  const level = series.level.at(-1)!;
  const state = stateOf(series, w);
  return isWarned(level) ? w.say(OWN.state, { level: w.numbered(level), state }) : state;
}

/** One unit, and none so much wider than another that this one would be flat. */
function sharesScale(panels: readonly Panel[]): boolean {
  const units = new Set(panels.map(({ measure }) => measure.unit));
  if (panels.length < 2 || units.size > 1) return false;
  const spreads = panels.map(({ values, lines }) => {
    const known = [...values, ...lines].filter((value) => value !== null);
    return Math.max(...known) - Math.min(...known);
  });
  const least = Math.min(...spreads);
  return least > 0 && Math.max(...spreads) / least <= MOST_SPREAD;
}

/** The last figure that there is, in the sign that officials know. */
function last({
  series,
  rule,
  words,
}: Shown): { readonly at: number; readonly text: string; readonly value: number } | null {
  const at = series.statistic.findLastIndex((value) => Number.isFinite(value));
  if (at < 0) return null;
  const value = series.statistic[at]! * series.sign;
  return { at, value, text: (words.signed ? formatSigned : formatNumber)(value, rule.decimals) };
}

function lastSaid(one: Shown, w: Wording): string {
  const found = last(one);
  if (!found) return w.say(OWN.noFigure);
  const value = withUnit(found.text, one.words.unit);
  const now = found.at === one.series.statistic.length - 1;
  return now ? value : w.say(OWN.old, { value, period: w.period(w.facts.first + found.at) });
}

/** Of all rules that speak of the region, also those that are not drawn. */
function finding(all: readonly Shown[], region: string, w: Wording): string {
  const levelOf = ({ series }: Shown): number => series.level.at(-1)!;
  const on = all.filter((one) => isWarned(levelOf(one)));
  const unknown = all.filter(
    (one) => levelOf(one) === INSUFFICIENT || one.series.state.at(-1) === SignalState.insufficient,
  );
  const params = { region, count: formatNumber(all.length), unknown: formatNumber(unknown.length) };
  const [worst] = on;
  if (all.length === 1) {
    const [only] = all as [Shown];
    const said = { ...params, name: only.words.name, value: lastSaid(only, w) };
    return worst
      ? w.say(OWN.alone, { ...said, level: w.numbered(levelOf(only)) })
      : w.say(OWN.aloneQuiet, { ...said, state: stateOf(only.series, w) });
  }
  if (!worst) return w.say(unknown.length === 0 ? OWN.quiet : OWN.quietPartly, params);
  return w.say(on.length === 1 ? OWN.one : on.length === all.length ? OWN.all : OWN.warned, {
    ...params,
    on: formatNumber(on.length),
    name: worst.words.name,
    value: lastSaid(worst, w),
    level: w.numbered(levelOf(worst)),
  });
}

/** Each rule now: the units differ, so they stand with the figures. */
function tableOf(shown: readonly Shown[], panels: readonly Panel[], w: Wording): ExhibitTable {
  const said = (value: number | null, { rule, words }: Shown): Cell => ({
    text: withUnit((words.signed ? formatSigned : formatNumber)(value, rule.decimals), words.unit),
    value,
  });
  return {
    columns: [
      wordColumn(w.say(OWN.rule)),
      wordColumn(w.say(OWN.value)),
      ...w.facts.rules.schemeLevels.map((level) => figureColumn(w.headed(w.numbered(level)))),
      figureColumn(w.period(w.facts.period)),
      wordColumn(w.say(OWN.signal)),
    ],
    rows: shown.map((one, i) => [
      word(one.words.name),
      word(one.words.treated),
      ...w.facts.rules.schemeLevels.map((level) => said(panels[i]!.lines[level - 1] ?? null, one)),
      said(panels[i]!.values.at(-1) ?? null, one),
      word(signalSaid(one, w)),
    ]),
  };
}
