import { AGAINST_PREVIOUS, formatNumber, formatSigned, roundTo } from '../../base/format';
import { FAMILIES, FAMILY_NAMES } from '../../base/indicators';
import { defineText, type Lang } from '../../base/text';
import type { BriefingFacts } from '../facts/facts';
import { regionOf } from '../facts/find';
import { change, figure, figureColumn, word, wordColumn } from './cells';
import type { ExhibitOf, ExhibitTable, IndexWaterfallData } from './exhibit';
import { EXHIBIT_TEXT as T } from './text';
import { sourceLine, type Wording, wordingOf } from './wording';

const OWN = defineText({
  subtitle: {
    zh: '{region}{index}，{from}至{to}，各指标族贡献的变化（分）',
    en: '{region}, {index}, {from} to {to}: change of what each indicator family adds, points',
  },
  rounded: {
    zh: '；各项四舍五入，合计尾数可能略有出入',
    en: '; rounded, so the parts may not add up to the last digit',
  },
  rose: { zh: '{region}综合指数{against}上升{by}至{to}', en: '{region}: index up {by} {against}, to {to}' },
  fell: { zh: '{region}综合指数{against}下降{by}至{to}', en: '{region}: index down {by} {against}, to {to}' },
  same: { zh: '{region}综合指数{against}持平，为{to}', en: '{region}: index unchanged {against}, at {to}' },
  mostly: { zh: '主要来自{family}（{change}）', en: 'above all {family} ({change})' },
  most: {
    zh: '各族变化相抵，最大为{family}（{change}）',
    en: 'the families offset one another, the largest {family} ({change})',
  },
  description: {
    zh: '瀑布图，由{fromName}的{from}到{toName}的{to}：{list}。',
    en: 'Waterfall from {from} in {fromName} to {to} in {toName}: {list}.',
  },
  step: { zh: '{name}{change}', en: '{name} {change}' },
  item: { zh: '项目', en: 'Item' },
  value: { zh: '指数与变化', en: 'Index and changes' },
});

type Step = IndexWaterfallData['steps'][number];

/** What moved the composite index since the period before, by family; of the whole, or (`about`) of a region. */
export function indexWaterfall(facts: BriefingFacts, lang: Lang, about?: string): ExhibitOf<'index-waterfall'> | null {
  const region = about === undefined ? facts.whole : regionOf(facts, about);
  const { now, before } = region?.contributions ?? { now: null, before: null };
  const from = region?.index.at(-2) ?? null;
  if (!region || !now || !before || from === null) return null;
  const w = wordingOf(facts, lang);
  const steps = FAMILIES.filter((family) => now[family] !== 0 || before[family] !== 0).map((family) => ({
    id: family,
    name: FAMILY_NAMES[family][lang],
    change: now[family] - before[family],
  }));
  // Nothing that could be seen to rise or fall.
  if (steps.every((step) => roundTo(step.change, 1) === 0)) return null;
  const data: IndexWaterfallData = {
    fromName: w.period(facts.period - 1),
    from,
    toName: w.period(facts.period),
    to: steps.reduce((sum, step) => sum + step.change, from),
    steps,
  };
  const name = region.name[lang];
  return {
    kind: 'index-waterfall',
    id: about === undefined ? 'index-waterfall' : `index-waterfall:${about}`,
    title: finding(data, name, w),
    subtitle:
      w.say(OWN.subtitle, { region: name, index: w.say(T.indexOfHundred), from: data.fromName, to: data.toName }) +
      (addsUp(data) ? '' : w.say(OWN.rounded)),
    description: w.say(OWN.description, {
      fromName: data.fromName,
      from: formatNumber(from, 1),
      toName: data.toName,
      to: formatNumber(data.to, 1),
      list: w.items(steps.map((step) => w.say(OWN.step, { name: step.name, change: formatSigned(step.change, 1) }))),
    }),
    source: sourceLine(w, true),
    table: tableOf(data, w),
    data,
  };
}

/** Whether the numbers as printed add up. */
function addsUp({ from, to, steps }: IndexWaterfallData): boolean {
  const printed = steps.reduce((sum, { change: by }) => sum + roundTo(by, 1), roundTo(from, 1));
  return roundTo(printed, 1) === roundTo(to, 1);
}

function finding({ from, to, steps }: IndexWaterfallData, region: string, w: Wording): string {
  const by = roundTo(to - from, 1);
  const params = {
    region,
    against: AGAINST_PREVIOUS[w.facts.frequency][w.lang],
    by: formatNumber(Math.abs(by), 1),
    to: formatNumber(to, 1),
  };
  const head = w.say(by > 0 ? OWN.rose : by < 0 ? OWN.fell : OWN.same, params);
  const weight = ({ change: c }: Step): number => (by > 0 ? c : by < 0 ? -c : Math.abs(c));
  const first = steps.reduce((a, b) => (weight(b) > weight(a) ? b : a));
  const said = { family: first.name, change: formatSigned(first.change, 1) };
  if (by !== 0) return w.clauses([head, w.say(OWN.mostly, said)]);
  return w.clauses([head, w.say(OWN.most, said)]);
}

function tableOf({ fromName, from, toName, to, steps }: IndexWaterfallData, w: Wording): ExhibitTable {
  return {
    columns: [wordColumn(w.say(OWN.item)), figureColumn(w.say(OWN.value))],
    rows: [
      [word(fromName), figure(from, 1)],
      ...steps.map((step) => [word(step.name), change(step.change, 1)]),
      [word(toName), figure(to, 1)],
    ],
  };
}
