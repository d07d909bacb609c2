import { convert, unitFromWord, unitOf, UNITS } from '../../base/units';
import { sayBoth } from '../../base/text';
import type { Indicator } from '../../base/indicators';
import type { IndicatorSlot } from '../indicator-gate';
import { ownText } from '../issue-log';
import { unitInText } from '../words/unit-words';
import { OTHER_MEASURE } from './header-words';
import type { Label, Vocabulary } from './label';
import type { MeasureColumn, Scope, TablePlan } from './plan';
import type { Taking } from './taking';
import { TABLE_DETAIL, TABLE_EXPECTED } from './text';
import type { WordUnderstanding } from './understanding';

/** What the figures of a column (and of a row's indicator) are. */
export interface FigurePlan {
  /** Null: not taken. */
  readonly slot: IndicatorSlot | null;
  /** Not taken, and that is no fault: a person said so, or it is no series of its own (排名). */
  readonly ignored: boolean;
  /** Unit of the figures when it is not the indicator's. */
  readonly from: string | null;
  readonly to: string;
  /** Unit that a cell's own 万 or 亿 counts in. */
  readonly base: string | null;
  /** The words say that the figures are those of the year so far. */
  readonly cumulative: boolean;
  readonly acceptsCumulative: boolean;
  readonly word: Word;
}

/** A text that names an indicator, while it is counted. */
export interface Word {
  readonly text: string;
  meaning: string | null;
  unit: string | null;
  confidence: number;
  candidates: readonly string[];
  count: number;
}

export interface FigurePlans {
  of(measure: MeasureColumn, rowWords: Label | null, rowUnit: string, scope: Scope, row: number): FigurePlan;
  words(): WordUnderstanding[];
  /** Indicators (slot indexes) whose figures are those of the year so far. */
  readonly cumulative: ReadonlySet<number>;
}

export function createFigurePlans(plan: TablePlan, vocabulary: Vocabulary, taking: Taking): FigurePlans {
  const words = new Map<string, Word>();
  const { context, mapping } = plan;
  const { indicators: gate } = taking;
  const told = new Set<string>();
  const cumulatives = new Set<number>();

  /** The text that names the indicator of a cell, and how surely it is read. */
  function wordsFor(measure: MeasureColumn, row: Label | null): string {
    const own = [row?.words ?? '', measure.words].filter((w) => w !== '').join(' ');
    if (own === '') return context.words;
    // `累计`, `同比` in the head say more of what the title names.
    if (context.words !== '' && row === null && !knownAlone(own)) {
      const more = `${context.words} ${own}`;
      if (vocabulary.indicators.find(more, hintOf(measure, '', plan.scope)).id !== null || onlyMeasure(own))
        return more;
    }
    return own;
  }

  const knownAlone = (text: string): boolean =>
    (mapping !== null && Object.hasOwn(mapping.indicators, text)) || vocabulary.indicators.find(text, {}).id !== null;

  /** Words of measure without any name: 累计, 当月, 同比增长. */
  function onlyMeasure(text: string): boolean {
    const { measure, candidates } = vocabulary.indicators.find(text, {});
    return candidates.length === 0 && (measure.yoy || measure.mom || measure.cumulative || measure.monthly);
  }

  function hintOf(
    measure: MeasureColumn,
    unit: string,
    scope: Scope,
  ): { unit?: string; scope: Scope; cumulative?: boolean } {
    const cumulative = measure.period?.cumulative ?? context.period?.cumulative ?? false;
    return { ...(unit !== '' && { unit }), scope, ...(cumulative && { cumulative }) };
  }

  function make(measure: MeasureColumn, row: Label | null, rowUnit: string, scope: Scope, line: number): FigurePlan {
    const text = wordsFor(measure, row);
    const hand = mapping && Object.hasOwn(mapping.indicators, text) ? mapping.indicators[text]! : undefined;
    const unitTexts = [
      rowUnit,
      measure.unitFrom,
      row?.unit ? row.text : '',
      ...(context.units.length > 0 ? [context.unitFrom] : []),
    ];
    const unitText = unitTexts.find((t) => t !== '') ?? '';
    const hint = hintOf(measure, unitsOf(unitText, undefined)[0] ?? '', scope);
    const found = vocabulary.indicators.find(text, hint);
    const constant = text === '' || text === context.words ? mapping?.constants.indicator : undefined;
    const word = entry(text === '' ? measure.header : text);
    const open = taking.context.openIndicators === true && hand === undefined;
    let id = hand === undefined ? (constant ?? found.id) : (hand?.indicator ?? null);
    word.candidates = found.candidates;
    word.confidence = hand !== undefined || constant !== undefined ? 1 : found.confidence;
    if (id === null && open && text !== '') id = text;
    const cumulative = found.measure.cumulative;
    const none = (ignored: boolean): FigurePlan => {
      word.meaning = null;
      return { slot: null, ignored, from: null, to: '', base: null, cumulative, acceptsCumulative: false, word };
    };
    if (id === null) {
      if (hand === null) return none(true);
      return none(refuse(measure, text, found, line));
    }
    const slot = gate.take(id, line);
    if (!slot) return none(false);
    word.meaning = id;
    const { indicator } = slot;
    const given = unitOfFigures(indicator, hand?.unit, unitTexts);
    word.unit = hand?.unit ?? null;
    if (given === 'mismatch') {
      mismatch(measure, text, unitText, indicator, line);
      return none(false);
    }
    const from = given !== null && given.unit !== indicator.unit ? given.unit : null;
    if (from !== null) tellScale(measure, text, given!.from, from, indicator.unit, line);
    if (cumulative) {
      cumulatives.add(slot.index);
      tellCumulative(text, measure, line);
    }
    const base = unitOf(indicator.unit)?.dimension;
    return {
      slot,
      ignored: false,
      from,
      to: indicator.unit,
      base: UNITS.find((u) => u.dimension === base && u.power === 0)?.id ?? null,
      cumulative,
      acceptsCumulative: isCumulative(indicator),
      word,
    };
  }

  function entry(text: string): Word {
    let word = words.get(text);
    if (!word) words.set(text, (word = { text, meaning: null, unit: null, confidence: 0, candidates: [], count: 0 }));
    return word;
  }

  /** The unit that the file gives, nearest to the figure first; null = it gives none. */
  function unitOfFigures(
    indicator: Indicator,
    byHand: string | undefined,
    texts: readonly string[],
  ): { unit: string; from: string } | 'mismatch' | null {
    if (byHand !== undefined)
      return convert(1, byHand, indicator.unit) === null ? 'mismatch' : { unit: byHand, from: byHand };
    const wholeTable = context.units.length > 0 ? texts.at(-1) : undefined;
    for (const text of texts) {
      if (text === '') continue;
      const units =
        text === wholeTable ? [...context.units, ...unitsOf(text, indicator.unit)] : unitsOf(text, indicator.unit);
      const fit = units.find((u) => convert(1, u, indicator.unit) !== null);
      if (fit !== undefined) return { unit: fit, from: text };
      // A diffusion index is a share and published as one: 制造业采购经理指数(%).
      if (indicator.unit === 'index' && units.includes('percent')) return { unit: indicator.unit, from: text };
      // Growth rates are given in points or per cent; a unit of the whole table need not be that of each column.
      if (text !== wholeTable && units.length > 0) return indicator.unit === '' ? null : 'mismatch';
    }
    return null;
  }

  function refuse(
    measure: MeasureColumn,
    text: string,
    found: ReturnType<Vocabulary['indicators']['find']>,
    line: number,
  ): boolean {
    const where = text || measure.header || plan.placeName || String(line);
    const [likely] = found.candidates;
    const form = likely === undefined ? undefined : taking.context.catalogue.byId.get(likely);
    const toDate =
      found.measure.cumulative || measure.period?.cumulative === true || context.period?.cumulative === true;
    const other = found.measure.monthly !== toDate && form !== undefined && !found.measure.yoy && !found.measure.mom;
    const once = text;
    if (told.has(once)) return false;
    told.add(once);
    const place = { row: line, column: measure.header, where };
    if (text === '') {
      taking.tell(
        'not_understood',
        'fault',
        { ...place, where: plan.placeName || 'table' },
        '',
        TABLE_EXPECTED.table,
        sayBoth(TABLE_DETAIL.notUnderstood, { why: TABLE_DETAIL.noIndicator }),
      );
      return false;
    }
    if (other && (form.kind === 'cumulative') === found.measure.monthly) {
      const detail = found.measure.monthly ? TABLE_DETAIL.formMonthly : TABLE_DETAIL.formCumulative;
      taking.tell('form_mismatch', 'fault', place, where, TABLE_EXPECTED.indicator, detail);
      return false;
    }
    // Growth beside the figures of which it is the growth; a row of its own is a series that nobody knows.
    const beside = measure.words !== '' && (found.measure.yoy || found.measure.mom);
    if (OTHER_MEASURE.test(text) || beside) {
      const detail = sayBoth(TABLE_DETAIL.unknownColumn, { words: where.slice(0, 60) });
      taking.tell('unknown_column', 'note', place, where, TABLE_EXPECTED.indicator, detail);
      return true;
    }
    const detail = sayBoth(TABLE_DETAIL.unknownIndicator, { words: where.slice(0, 60) });
    taking.tell('unknown_indicator', 'fault', place, where, TABLE_EXPECTED.indicator, detail);
    return false;
  }

  function mismatch(measure: MeasureColumn, text: string, unitText: string, indicator: Indicator, line: number): void {
    if (told.has(`unit ${text} ${unitText}`)) return;
    told.add(`unit ${text} ${unitText}`);
    const detail = sayBoth(TABLE_DETAIL.unitMismatch, { given: unitText.slice(0, 60), words: text.slice(0, 60) });
    const expected = sayBoth(TABLE_EXPECTED.unit, { unit: unitOf(indicator.unit)?.short ?? indicator.unit });
    taking.tell(
      'unit_mismatch',
      'fault',
      { row: line, column: measure.header, where: unitText || text },
      unitText,
      expected,
      detail,
    );
  }

  function tellScale(
    measure: MeasureColumn,
    text: string,
    where: string,
    from: string,
    to: string,
    line: number,
  ): void {
    if (told.has(`scale ${text} ${from}`)) return;
    told.add(`scale ${text} ${from}`);
    const factor = convert(1, from, to)!;
    const names = { from: unitOf(from)?.short ?? from, to: unitOf(to)?.short ?? to };
    const how = factor >= 1 ? `times ${factor}` : `divided by ${convert(1, to, from)}`;
    const detail = sayBoth(TABLE_DETAIL.unitScale, { words: text.slice(0, 60), ...names, how });
    taking.tell(
      'unit_scale',
      'note',
      { row: line, column: measure.header, where },
      where,
      sayBoth(TABLE_EXPECTED.unit, { unit: names.to }),
      detail,
    );
  }

  function tellCumulative(text: string, measure: MeasureColumn, line: number): void {
    const part = cumulativePart(text);
    if (told.has(`cumulative ${part}`)) return;
    told.add(`cumulative ${part}`);
    taking.tell(
      'cumulative_indicator',
      'note',
      { row: line, column: measure.header, where: part },
      text,
      TABLE_EXPECTED.nothing,
      TABLE_DETAIL.cumulative,
    );
  }

  // Looked up for every figure: by identity of the label, which is read once for each text, and without a key of its own.
  const plans = new Map<MeasureColumn, Map<Label | null, Map<string, Map<Scope, FigurePlan>>>>();
  return {
    of(measure, row, rowUnit, scope, line) {
      let byLabel = plans.get(measure);
      if (!byLabel) plans.set(measure, (byLabel = new Map()));
      let byUnit = byLabel.get(row);
      if (!byUnit) byLabel.set(row, (byUnit = new Map()));
      let byScope = byUnit.get(rowUnit);
      if (!byScope) byUnit.set(ownText(rowUnit), (byScope = new Map()));
      let made = byScope.get(scope);
      if (!made) byScope.set(scope, (made = make(measure, row, rowUnit, scope, line)));
      return made;
    },
    words: () => [...words.values()],
    cumulative: cumulatives,
  };
}

/** The part of a name that says so: 累计增长 of 规模以上工业增加值_累计增长. */
function cumulativePart(text: string): string {
  const part = text.split(/[\s_·\-—–:：,，、()（）]+/).find((p) => /累计|cumul|ytd/i.test(p)) ?? text;
  const at = part.indexOf('累计');
  return at > 0 ? part.slice(at) : part;
}

/** Units that a text says, an ambiguous one (户, 个) in the dimension of the indicator. */
function unitsOf(text: string, wanted: string | undefined): readonly string[] {
  if (text === '') return [];
  const word = unitFromWord(text, wanted);
  if (word !== null) return [word];
  const found = unitInText(text, wanted);
  return found ? [found.unit] : [];
}

/** Is the series one of the year so far? */
function isCumulative({ kind, id, name }: Indicator): boolean {
  return kind === 'cumulative' || /_ytd(?:_|$)/.test(id) || name.zh.includes('累计');
}
