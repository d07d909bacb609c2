import type { Indicator, IndicatorCatalogue } from '../../base/indicators';
import { unitFromWord, unitOf } from '../../base/units';
import { type UnitInText, unitInText } from '../words/unit-words';
import { coreKey, createIndicatorIndex, EXACT, type Growth, type Named, SYNONYM } from './indicator-index';
import { withoutMarks } from './marks';
import { type Measured, measured, type Scope, spaced } from './measure-words';
import { plainText } from './spelling';

export interface IndicatorFound {
  /** Null: not known, or a figure that is not the series itself (its growth, its share, another definition). */
  readonly id: string | null;
  /** 1 an id or a name of the catalogue, 0.95 a usual other name, 0.7 when the place or unit had to be supposed, 0 none. */
  readonly confidence: number;
  /** Ids that it may be or is made from, best first. */
  readonly candidates: readonly string[];
  readonly measure: Measure;
}

/** What the text says of its figures besides the name. */
interface Measure {
  readonly yoy: boolean;
  readonly mom: boolean;
  readonly cumulative: boolean;
  readonly monthly: boolean;
}

interface IndicatorHint {
  /** Unit id or word that the table gives outside the text. */
  readonly unit?: string;
  /** Where the figures are from: the whole country, the region that is the root of the tree, or inside it. */
  readonly scope?: Scope;
  /** The period says that its figure is for the year so far. */
  readonly cumulative?: boolean;
}

export interface IndicatorNames {
  /** The indicator that a text names. Never a guess: growth, shares, targets and other definitions are none of ours. */
  find(text: string, hint: IndicatorHint): IndicatorFound;
}

const SUPPOSED = 0.7;
const MOST_CANDIDATES = 3;
const LONGEST_TEXT = 120;
const MOST_KEPT = 5_000;
/** ① that was made 1 on its way here. */
const LAST_DIGIT = /(?<=[\p{Script=Han})）%])\d$/u;

/** Unit words that mean another unit with another indicator. */
const SHARED_UNIT = /[户戶个]/u;

/** What the words of files call the indicators of a catalogue. */
export function createIndicatorNames(catalogue: IndicatorCatalogue): IndicatorNames {
  const index = createIndicatorIndex(catalogue);
  const units = [...new Set(catalogue.indicators.map((i) => i.unit))];
  const kept = new Map<string, IndicatorFound>();
  const has = (id: string | undefined): id is string => id !== undefined && catalogue.byId.has(id);

  function none(m: Measured, likely: readonly string[], text: string): IndicatorFound {
    let near: readonly string[] | null = null;
    return {
      id: null,
      confidence: 0,
      // Looked for only when somebody asks.
      get candidates() {
        near ??= likely.length > 0 ? likely.slice(0, MOST_CANDIDATES) : index.nearTo(text);
        return near;
      },
      measure: measureOf(m),
    };
  }

  function find(text: string, hint: IndicatorHint): IndicatorFound {
    const bare = withoutMarks(text).replace(LAST_DIGIT, '');
    const unit = unitWithin(bare);
    const found = inWords(bare, unit?.unit ?? null, hint) ?? (unit && inWords(unit.rest, unit.unit, hint));
    if (found) return found;
    // 户, 个: which unit the word is depends on the indicator.
    for (const wanted of unit || !SHARED_UNIT.test(bare) ? [] : units) {
      const one = unitWithin(bare, wanted);
      const fitting = one && inWords(one.rest, one.unit, hint);
      if (fitting?.candidates.some((id) => catalogue.byId.get(id)?.unit === wanted)) return fitting;
    }
    return none(measured(spaced(plainText(unit?.rest ?? bare))), [], text);
  }

  /** The text as a whole first: words of measure may be part of a name. */
  function inWords(text: string, unit: string | null, hint: IndicatorHint): IndicatorFound | null {
    const whole = spaced(plainText(text));
    for (const m of [{ ...measured(''), core: whole }, measured(whole)]) {
      const named = index.named(m.core);
      if (named) return resolve(named, m, unit, hint);
    }
    return null;
  }

  function resolve(
    { concept, confidence }: Named,
    m: Measured,
    unit: string | null,
    hint: IndicatorHint,
  ): IndicatorFound {
    const refused = (): IndicatorFound => none(m, index.idsOf(concept), m.core);
    if (!mayBelong(m, hint.scope) || m.mom) return refused();
    const scope = hint.scope ?? m.scope;
    if (concept.kind === 'growth') return growthOf(concept.growth, m, unit, hint, scope) ?? refused();
    if (m.yoy) return refused();
    if (concept.kind === 'scoped') {
      const id = concept.ids[scope ?? 'province'];
      if (!has(id) || m.adjusted !== null || m.cumulative || isOtherKind('percent', unit)) return refused();
      if (scope === null) return taken(id, SUPPOSED, m, [id, ...index.idsOf(concept)]);
      return taken(id, isNameOf(catalogue.byId.get(id)!, m.core) ? EXACT : SYNONYM, m);
    }
    const id = m.adjusted === null ? concept.id : `${concept.id}_${m.adjusted}`;
    const indicator = catalogue.byId.get(id);
    if (!indicator || isOtherKind(indicator.unit, unit) || isOtherSpan(indicator, m, hint)) return refused();
    const outside = hint.unit === undefined || unit !== null ? null : unitFromWord(hint.unit, indicator.unit);
    return taken(id, isOtherKind(indicator.unit, outside) ? SUPPOSED : confidence, m);
  }

  function growthOf(
    growth: Growth,
    m: Measured,
    unit: string | null,
    hint: IndicatorHint,
    scope: Scope | null,
  ): IndicatorFound | null {
    if (m.adjusted !== null || isOtherKind('percent', unit)) return null;
    const given = unit ?? (hint.unit === undefined ? null : unitFromWord(hint.unit, 'percent'));
    // A quantity without a word of growth: in per cent it can be nothing else.
    if (!m.yoy && given !== 'percent') return null;
    const toDate = m.cumulative || (hint.cumulative === true && !m.monthly);
    const span = toDate ? 'toDate' : m.monthly ? 'month' : growth.plain;
    const id = span === 'toDate' ? growth.toDate : growth.month?.[scope ?? 'province'];
    if (!has(id)) return null;
    const byPlace = span === 'month' && growth.month!.country !== growth.month!.province;
    if (m.yoy && (scope !== null || !byPlace)) return taken(id, SYNONYM, m);
    return taken(id, SUPPOSED, m, [id, ...index.idsOf({ kind: 'growth', growth })]);
  }

  return {
    find(text, hint) {
      const asked = text.slice(0, LONGEST_TEXT);
      const key = [asked, hint.unit, hint.scope, hint.cumulative].join('\u0000');
      let answer = kept.get(key);
      if (!answer) {
        answer = find(asked, hint);
        if (kept.size < MOST_KEPT) kept.set(key, answer);
      }
      return answer;
    },
  };
}

/** The unit in the last brackets, or elsewhere: 用人单位需求人数(人) has the word 单位 in its name. */
function unitWithin(text: string, wanted?: string): UnitInText | null {
  const open = Math.max(...['(', '（', '[', '【'].map((bracket) => text.lastIndexOf(bracket)));
  const inBrackets = open > 0 ? unitInText(text.slice(open), wanted) : null;
  return inBrackets ? { ...inBrackets, rest: text.slice(0, open) + inBrackets.rest } : unitInText(text, wanted);
}

function taken(id: string, confidence: number, m: Measured, candidates: readonly string[] = [id]): IndicatorFound {
  return { id, confidence, candidates: [...new Set(candidates)].slice(0, MOST_CANDIDATES), measure: measureOf(m) };
}

const measureOf = ({ yoy, mom, cumulative, monthly }: Measured): Measure => ({ yoy, mom, cumulative, monthly });

const isNameOf = ({ name, short }: Indicator, core: string): boolean =>
  [name.zh, name.en, short.zh, short.en].some((word) => coreKey(word) === coreKey(core));

/** 全国… and 全区… are figures of that place alone; 内蒙古… in a title may stand above its leagues, not above the country. */
function mayBelong({ scope, loose }: Measured, place: Scope | undefined): boolean {
  if (scope === null || place === undefined || scope === place) return true;
  return loose && place !== 'country';
}

/** Shares and counts never stand for one another: 失业人数(%) is a share or a growth, 失业率(人) none of ours. */
function isOtherKind(wanted: string, given: string | null): boolean {
  if (given === null) return false;
  const isShare = (unit: string): boolean => ['share', 'points'].includes(unitOf(unit)?.dimension ?? '');
  // The statistics bureau prints its purchasing managers' index with a per cent sign.
  if (wanted === 'index') return given === 'points';
  return given === 'points' || isShare(wanted) !== isShare(given);
}

/** Figures of the year so far are no monthly flow, figures of the month no cumulative series. */
function isOtherSpan(indicator: Indicator, m: Measured, hint: IndicatorHint): boolean {
  if (indicator.kind === 'cumulative') return m.monthly && !m.cumulative;
  if (m.cumulative) return true;
  const isFlow = indicator.kind === 'flow' || indicator.aggregation.by === 'ratio';
  return isFlow && hint.cumulative === true && !m.monthly;
}
