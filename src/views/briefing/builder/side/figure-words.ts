import { formatNumber, formatPeriodWords, formatSigned, withUnit } from '../../../../base/format';
import type { IndicatorCatalogue } from '../../../../base/indicators';
import type { RegionTree } from '../../../../base/regions';
import type { Lang } from '../../../../base/text';
import { unitOf, unitOfChange } from '../../../../base/units';
import { parsePeriod } from '../../../../base/period';
import type { BoundFigure } from '../../../../briefing/briefing';
import type { FigureMove } from '../../../../briefing/compare-briefings';
import { SIDE_TEXT } from './text';

/** Where the names of a figure come from. */
export interface FigureNames {
  readonly tree: Pick<RegionTree, 'regions' | 'indexOf'>;
  readonly catalogue: Pick<IndicatorCatalogue, 'byId'>;
  readonly weekEndsOn: number;
}

/** A bound figure as the panel tells it; what the present data does not know is told by its code. */
export interface FigureLine {
  readonly key: string;
  readonly said: string;
  /** The number in full, where the text rounds or shortens it; empty where it says it all. */
  readonly exact: string;
  /** `城镇调查失业率，同比`; what a figure of no indicator was counted from. */
  readonly what: string;
  readonly region: string;
  readonly period: string;
  /** Canonical, for the address; null where the figure names no single period. */
  readonly at: string | null;
  /** Day on which it became known; empty where it is made of several. */
  readonly knownOn: string;
}

/** How a figure is looked at, as the end of its key says it. */
const TREATMENTS: Readonly<Record<string, keyof typeof SIDE_TEXT>> = { onYear: 'onYear', onPrevious: 'onPrevious' };

export function figureLine(figure: BoundFigure, names: FigureNames, lang: Lang): FigureLine {
  const { key, said, indicatorId, regionCode, period, knownOn } = figure;
  const at = parsePeriod(period);
  const region = names.tree.indexOf.get(regionCode);
  return {
    key,
    said,
    exact: exactOf(figure, lang),
    what: whatOf(key, indicatorId, names, lang),
    region: region === undefined ? regionCode : names.tree.regions[region]!.name[lang],
    period: at ? formatPeriodWords(at.frequency, at.period, lang, names.weekEndsOn) : period,
    at: at ? period : null,
    knownOn: knownOn ?? '',
  };
}

/** What a figure is counted from or measured as, by the first word of its key. */
const SORTS: Readonly<Record<string, keyof typeof SIDE_TEXT>> = {
  level: 'sortLevel',
  count: 'sortCount',
  index: 'sortIndex',
  signal: 'sortSignal',
  signals: 'sortSignals',
  rule: 'sortRule',
  rules: 'sortRules',
  line: 'sortLine',
  floors: 'sortIndicators',
  warnings: 'sortWarnings',
  case: 'sortCases',
  cases: 'sortCases',
  revision: 'sortRevisions',
  revisions: 'sortRevisions',
  span: 'sortSpan',
  condition: 'sortCondition',
  contribution: 'sortContribution',
  share: 'sortShare',
  deadline: 'sortDeadline',
  forecast: 'sortForecast',
};

const sortOf = (key: string): keyof typeof SIDE_TEXT | undefined => SORTS[/^[a-z]+/i.exec(key)?.[0] ?? ''];

function whatOf(key: string, indicatorId: string | null, { catalogue }: FigureNames, lang: Lang): string {
  const sort = sortOf(key);
  if (indicatorId === null) return SIDE_TEXT[sort ?? 'sortOther'][lang];
  const name = catalogue.byId.get(indicatorId)?.name[lang] ?? indicatorId;
  const treatment = TREATMENTS[key.split(':').at(-1) ?? ''] ?? sort;
  if (!treatment) return name;
  return name + (lang === 'zh' ? '，' : ', ') + SIDE_TEXT[treatment][lang];
}

/** Units that are not written behind a number. */
const UNNAMED: ReadonlySet<string> = new Set(['index', 'ratio']);

/** Six decimals hold all that a figure of statistics has; trailing noughts say nothing. */
const DECIMALS = 6;

function exactOf({ value, unit, said }: BoundFigure, lang: Lang): string {
  const known = unitOf(unit);
  if (value === null || !known) return '';
  const digits = plainly(formatNumber(value, DECIMALS));
  const bare = digits.replace(/^−/, '');
  if (said.includes(bare) && !SCALED.test(said)) return '';
  return withUnit(digits, UNNAMED.has(known.id) ? '' : known.short[lang]);
}

const plainly = (digits: string): string => digits.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');

/** A count that the text shortens is told by its size here; below a hundred, with two decimals. */
const SCALED = /[万亿]|thousand|million|billion/;

const decimalsOf = (said: string): number => /\.(\d+)/.exec(said)?.[1]?.length ?? 0;

/** A change with its sign and unit, as exact as the two figures are said: points between two rates. Empty where one is no number. */
export function changeWords(
  { change, before, now }: Pick<FigureMove, 'change' | 'before' | 'now'>,
  lang: Lang,
): string {
  if (change === null) return '';
  const unit = unitOf(unitOfChange(now.unit));
  const scaled = SCALED.test(now.said + before.said);
  const decimals = scaled ? (Math.abs(change) >= 100 ? 0 : 2) : Math.max(decimalsOf(before.said), decimalsOf(now.said));
  return withUnit(formatSigned(change, decimals), unit && !UNNAMED.has(unit.id) ? unit.short[lang] : '');
}

/** As it is said, with the minus that a verb of the sentence stands for (`下降2.1%`). */
export function signedWords({ value, said }: Pick<BoundFigure, 'value' | 'said'>): string {
  return value !== null && value < 0 && !/[−-]/.test(said) ? `−${said}` : said;
}

/** Figures whose change says something by itself: of an indicator, and the index; counts are told by their sentences. */
export const isMeasured = ({ indicatorId, now }: Pick<FigureMove, 'indicatorId' | 'now'>): boolean =>
  indicatorId !== null ? !['sortSignal', 'sortForecast'].includes(sortOf(now.key) ?? '') : now.key.startsWith('index@');
