import { formatNumber } from '../../base/format';
import { unitWords } from '../../base/measure';
import { defineText, type Lang } from '../../base/text';
import type { Period } from '../../base/period';
import { PERIODS_PER_YEAR } from '../../base/period';
import type { BriefingFacts, RegionFacts } from '../facts/facts';
import { figureAt, figuresOf } from '../facts/find';
import { figure, figureColumn, word, wordColumn } from './cells';
import type { ExhibitOf, ExhibitTable, SupplyDemandData } from './exhibit';
import { EXHIBIT_TEXT as T } from './text';
import { levelNow, sourceLine, type Wording, wordingOf } from './wording';

const OWN = defineText({
  subtitle: {
    zh: '{period}求职人数与需求人数，{unit}；对角线上求人倍率为1{path}',
    en: 'Seekers and openings, {period}, {unit}; on the diagonal one opening per seeker{path}',
  },
  path: { zh: '；折线为{name}{from}以来各期', en: '; the line: {name} since {from}' },
  perThousand: { zh: '人/千名劳动力', en: 'per 1,000 of the labour force' },
  short: {
    zh: '{count}个{noun}中{some}个岗位少于求职者，{name}最紧（求人倍率{ratio}）',
    en: 'Fewer openings than seekers in {some} of {count} {noun}, the tightest {name} ({ratio} openings per seeker)',
  },
  allShort: {
    zh: '{count}个{noun}岗位均少于求职者，{name}最紧（求人倍率{ratio}）',
    en: 'Fewer openings than seekers in all {count} {noun}, the tightest {name} ({ratio} openings per seeker)',
  },
  enough: {
    zh: '{count}个{noun}岗位均不少于求职者，{name}最低（求人倍率{ratio}）',
    en: 'No shortage of openings in any of {count} {noun}, the lowest {name} ({ratio} openings per seeker)',
  },
  wholeYear: { zh: '{name}求人倍率{ratio}，上年同期{before}', en: '{name} at {ratio}, a year before {before}' },
  wholeNow: { zh: '{name}求人倍率{ratio}', en: '{name} at {ratio}' },
  wholeAlone: {
    zh: '{name}求人倍率{ratio}，上年同期{before}',
    en: '{name}: {ratio} openings per seeker, a year before {before}',
  },
  wholeAloneNow: { zh: '{name}求人倍率{ratio}', en: '{name}: {ratio} openings per seeker' },
  seekers: { zh: '求职人数', en: 'Seekers' },
  openings: { zh: '需求人数', en: 'Openings' },
  ratio: { zh: '求人倍率', en: 'Openings per seeker' },
  description: {
    zh: '散点图，横轴求职、纵轴需求。求人倍率由低到高：{list}。{path}{absent}',
    en: 'Scatter, seekers across and openings up. Openings per seeker, lowest first: {list}. {path} {absent}',
  },
  pathWords: { zh: '{name}由{from}的{a}到{to}的{b}。', en: '{name} from {a} in {from} to {b} in {to}.' },
  item: { zh: '{name}{ratio}', en: '{name} {ratio}' },
});

const SEEKERS = 'seekers';
const OPENINGS = 'openings';
const DECIMALS = 2;
/** The period reported on and the year before it: of weeks not each one. */
const MOST_PATH = 13;

interface Pair {
  readonly seekers: number;
  readonly openings: number;
}

/**
 * Job seekers against openings by part, and the path of the whole over the last year; per 1,000 of the labour force where all of
 * these are known, else in persons. Null where no region has both figures.
 */
export function supplyDemand(facts: BriefingFacts, lang: Lang): ExhibitOf<'supply-demand'> | null {
  const at = newest(facts);
  const indicator = facts.indicators[SEEKERS];
  if (at === null || !indicator) return null;
  const w = wordingOf(facts, lang);
  const { whole } = facts;
  const found = facts.parts.flatMap((part) => {
    const pair = pairAt(facts, part.code, at);
    return pair ? [{ part, pair }] : [];
  });
  const steps = whole === null ? [] : pathOf(facts, whole, at);
  if (found.length < 2 && steps.length < 2) return null;
  const drawn = [...found.map(({ part }) => part), ...(steps.length > 0 ? [whole!] : [])];
  const perHead = drawn.every(({ labourForce }) => labourForce !== null && labourForce > 0);
  const scaled = (value: number, { labourForce }: RegionFacts): number =>
    perHead ? (1000 * value) / labourForce! : value;
  const unit = perHead ? w.say(OWN.perThousand) : unitWords(indicator.unit, lang);
  const decimals = perHead ? 1 : indicator.decimals;
  const data: SupplyDemandData = {
    x: { name: w.say(OWN.seekers), unit, decimals },
    y: { name: w.say(OWN.openings), unit, decimals },
    points: found.map(({ part, pair }) => ({
      code: part.code,
      name: part.short[lang],
      x: scaled(pair.seekers, part),
      y: scaled(pair.openings, part),
      level: levelNow(part),
    })),
    path: steps.map(({ period, pair }) => ({
      label: w.period(period),
      x: scaled(pair.seekers, whole!),
      y: scaled(pair.openings, whole!),
    })),
    pathName: steps.length > 0 ? whole!.name[lang] : '',
  };
  const absent = facts.parts.filter((part) => !found.some((one) => one.part === part)).map(({ name }) => name[lang]);
  return {
    kind: 'supply-demand',
    id: 'supply-demand',
    title: finding(data, w),
    subtitle: w.say(OWN.subtitle, {
      period: w.period(at),
      unit,
      path: data.path.length < 2 ? '' : w.say(OWN.path, { name: data.pathName, from: data.path[0]!.label }),
    }),
    description: descriptionOf(data, absent, w),
    source: sourceLine(w, true),
    table: tableOf(data, w.period(at), w),
    data,
  };
}

function pairAt(facts: BriefingFacts, code: string, period: Period): Pair | null {
  const [seekers, openings] = [SEEKERS, OPENINGS].map((id) => {
    const figures = figuresOf(facts, id, code);
    return figures ? figureAt(facts, figures, period) : null;
  });
  // Without anybody who seeks there is no ratio.
  return seekers == null || openings == null || seekers <= 0 ? null : { seekers, openings };
}

/** The newest period, within reach, of which any region has both. */
function newest(facts: BriefingFacts): Period | null {
  const regions = [...(facts.whole ? [facts.whole] : []), ...facts.parts];
  const reach = facts.figures.flatMap(({ indicatorId, at }) => (indicatorId === SEEKERS && at !== null ? [at] : []));
  const found = [...new Set(reach)]
    .toSorted((a, b) => b - a)
    .find((period) => regions.some(({ code }) => pairAt(facts, code, period) !== null));
  return found ?? null;
}

function pathOf(facts: BriefingFacts, whole: RegionFacts, at: Period) {
  const length = Math.min(MOST_PATH, PERIODS_PER_YEAR[facts.frequency] + 1);
  const steps = Array.from({ length }, (_, i) => at - length + 1 + i).flatMap((period) => {
    const pair = pairAt(facts, whole.code, period);
    return pair ? [{ period, pair }] : [];
  });
  // The last one is the period that the points are of, or there is no path to it.
  return steps.at(-1)?.period === at ? steps : [];
}

const ratioOf = ({ x, y }: { readonly x: number; readonly y: number }): number => y / x;
const said = (point: { readonly x: number; readonly y: number }): string => formatNumber(ratioOf(point), DECIMALS);

function finding({ points, path }: SupplyDemandData, w: Wording): string {
  const year = PERIODS_PER_YEAR[w.facts.frequency];
  const now = path.at(-1);
  const before = path.length === year + 1 ? path[0] : undefined;
  const alone = points.length < 2;
  const whole = now
    ? w.say(before ? (alone ? OWN.wholeAlone : OWN.wholeYear) : alone ? OWN.wholeAloneNow : OWN.wholeNow, {
        name: w.facts.whole!.short[w.lang],
        ratio: said(now),
        before: before ? said(before) : '',
      })
    : '';
  if (alone) return whole;
  const tightest = points.reduce((a, b) => (ratioOf(b) < ratioOf(a) ? b : a));
  const short = points.filter((point) => point.y < point.x).length;
  const head = w.say(short === 0 ? OWN.enough : short === points.length ? OWN.allShort : OWN.short, {
    count: formatNumber(points.length),
    noun: w.facts.noun[w.lang],
    some: formatNumber(short),
    name: tightest.name,
    ratio: said(tightest),
  });
  return w.clauses([head, whole]);
}

function descriptionOf({ points, path, pathName }: SupplyDemandData, absent: readonly string[], w: Wording): string {
  const [first, last] = [path[0], path.at(-1)];
  return w
    .say(OWN.description, {
      list: w.items(
        points
          .toSorted((a, b) => ratioOf(a) - ratioOf(b))
          .map((point) => w.say(OWN.item, { name: point.name, ratio: said(point) })),
      ),
      path:
        first && last && path.length > 1
          ? w.say(OWN.pathWords, { name: pathName, from: first.label, a: said(first), to: last.label, b: said(last) })
          : '',
      absent: absent.length === 0 ? '' : w.say(T.noFigure, { names: w.items(absent) }),
    })
    .replace(/ +/g, ' ')
    .trim();
}

/** The parts, then the path of the whole. */
function tableOf({ x, y, points, path, pathName }: SupplyDemandData, period: string, w: Wording): ExhibitTable {
  const figures = (point: { readonly x: number; readonly y: number }) => [
    figure(point.x, x.decimals),
    figure(point.y, y.decimals),
    figure(ratioOf(point), DECIMALS),
  ];
  return {
    columns: [
      wordColumn(w.say(T.region)),
      wordColumn(w.say(T.period)),
      figureColumn(x.name, x.unit),
      figureColumn(y.name, y.unit),
      figureColumn(w.say(OWN.ratio)),
    ],
    rows: [
      ...points.map((point) => [word(point.name), word(period), ...figures(point)]),
      ...path.map((step) => [word(pathName), word(step.label), ...figures(step)]),
    ],
  };
}
