import { adHocIndicator, type Indicator } from '../base/indicators';
import type { Frequency } from '../base/period';
import { sayBoth } from '../base/text';
import { convert, unitFromWord, unitOf } from '../base/units';
import { PLAUSIBLE } from './csv-values';
import { issueOf, type IssueLog, ownText } from './issue-log';
import type { createIndicatorNames, IndicatorNames } from './names/indicator-names';
import { nearest } from './near';
import type { ReadContext } from './read-result';
import { DETAIL, EXPECTED } from './text';

/** How values of a unit word become values of the indicator: as they are, converted, or not at all. */
type UnitRule =
  | { readonly kind: 'same' }
  | { readonly kind: 'from'; readonly unit: string }
  | { readonly kind: 'unknown' | 'mismatch' };

/** An indicator as one file uses it. */
export interface IndicatorSlot {
  readonly index: number;
  readonly indicator: Indicator;
  readonly low: number;
  readonly high: number;
  readonly units: Map<string, UnitRule>;
}

export interface IndicatorGate {
  /** The indicator of an id; null (reported) when there is none. */
  take(id: string, row: number): IndicatorSlot | null;
  /** A value of a unit word in the unit of the indicator; null (reported) when it cannot be. An empty word is the indicator's own unit. */
  inUnit(slot: IndicatorSlot, word: string, value: number, row: number): number | null;
  /** Is the value plausible? */
  inRange(slot: IndicatorSlot, value: number): boolean;
  /** Reports a value that is not. */
  refuseValue(slot: IndicatorSlot, value: number, row: number, where: string): void;
  /** The frequency in which an indicator taken as it comes first appears becomes its own. */
  sawFrequency(slot: IndicatorSlot, frequency: Frequency): void;
  readonly ids: readonly string[];
  adHoc(): Indicator[];
}

/** What a `Uint16Array` of indicator indexes can hold. */
const MOST_INDICATORS = 65_536;

/** A name below this confidence needs a look: which series it is depends on the place or the unit. */
const SURE = 0.95;
/** Different words looked up as names: a file of more is no list of indicators. */
const MOST_TRIED = 1_000;

export function createIndicatorGate(
  context: ReadContext,
  log: IssueLog,
  /** Absent: names are not looked up (a feed gives ids). */
  namesOf?: typeof createIndicatorNames,
): IndicatorGate {
  const { catalogue, openIndicators = false, worse = 'up' } = context;
  let names: IndicatorNames | null = null;
  let tried = 0;
  const slots = new Map<string, IndicatorSlot | null>();
  const ids: string[] = [];
  const open = new Map<number, { unit: string | null; frequency: Frequency | null }>();

  function enter(id: string): IndicatorSlot | null {
    const known = catalogue.byId.get(id);
    const index = ids.length;
    let slot: IndicatorSlot | null = null;
    if ((known || openIndicators) && index < MOST_INDICATORS && id !== '') {
      const own = ownText(id);
      const indicator = known ?? adHocIndicator(own, '', 'month', worse);
      if (!known) open.set(index, { unit: null, frequency: null });
      const [low, high] = indicator.range;
      slot = {
        index,
        indicator,
        low: Math.max(low, -PLAUSIBLE),
        high: Math.min(high, PLAUSIBLE),
        units: new Map(),
      };
      ids.push(own);
    }
    slots.set(ownText(id), slot);
    return slot;
  }

  /** An indicator by its name instead of its id, said once; only a name that leaves nothing to suppose. */
  function enterByName(word: string, row: number): IndicatorSlot | null {
    if (!namesOf || tried++ > MOST_TRIED) return null;
    names ??= namesOf(catalogue);
    const { id, confidence } = names.find(word, {});
    if (id === null || confidence < SURE) return null;
    const slot = slots.get(id) ?? enter(id);
    slots.set(ownText(word), slot);
    if (log.wants('unknown_indicator')) {
      const detail = sayBoth(DETAIL.indicatorByName, { indicator: word.slice(0, 60), id });
      log.list(issueOf('unknown_indicator', 'note', row, 'indicator', word, EXPECTED.indicator, detail));
    }
    return slot;
  }

  function ruleOf(slot: IndicatorSlot, word: string): UnitRule {
    const taken = open.get(slot.index);
    const wanted = taken ? taken.unit : slot.indicator.unit;
    if (wanted === null) {
      taken!.unit = unitFromWord(word) ?? ownText(word);
      return { kind: 'same' };
    }
    if (word === wanted) return { kind: 'same' };
    const unit = unitFromWord(word, wanted);
    if (unit === null) return { kind: 'unknown' };
    if (unit === wanted) return { kind: 'same' };
    // The statistics bureau prints its purchasing managers' index with a per cent sign.
    if (wanted === 'index' && unit === 'percent') return { kind: 'same' };
    return convert(1, unit, wanted) === null ? { kind: 'mismatch' } : { kind: 'from', unit };
  }

  const wantedUnit = (slot: IndicatorSlot): string => open.get(slot.index)?.unit ?? slot.indicator.unit;

  function refuseUnit(slot: IndicatorSlot, word: string, kind: 'unknown' | 'mismatch', row: number): null {
    const type = kind === 'unknown' ? 'unknown_unit' : 'unit_mismatch';
    if (!log.wants(type)) return null;
    const unit = wantedUnit(slot);
    const expected = unit === '' ? EXPECTED.knownUnit : sayBoth(EXPECTED.unit, { unit });
    const detail = sayBoth(kind === 'unknown' ? DETAIL.unknownUnit : DETAIL.unitMismatch, { given: word.slice(0, 60) });
    log.list(issueOf(type, 'fault', row, 'unit', word, expected, detail));
    return null;
  }

  return {
    ids,
    take(id, row) {
      let slot = slots.get(id);
      if (slot === undefined) slot = enter(id) ?? enterByName(id, row);
      if (slot === null && log.wants('unknown_indicator')) {
        const near = nearest(id, [...catalogue.byId.keys()]);
        const expected =
          near.length > 0 ? sayBoth(EXPECTED.nearest, { candidates: near.join('、') }) : EXPECTED.indicator;
        const detail = sayBoth(DETAIL.unknownIndicator, { indicator: id.slice(0, 60) });
        log.list(issueOf('unknown_indicator', 'fault', row, 'indicator', id, expected, detail));
      }
      return slot;
    },
    inUnit(slot, word, value, row) {
      if (word === '') return value;
      let rule = slot.units.get(word);
      const first = rule === undefined;
      if (rule === undefined) {
        rule = ruleOf(slot, word);
        slot.units.set(ownText(word), rule);
      }
      if (rule.kind === 'same') return value;
      if (rule.kind !== 'from') return refuseUnit(slot, word, rule.kind, row);
      const unit = wantedUnit(slot);
      if (first && log.wants('unit_scale')) {
        const { id } = slot.indicator;
        const detail = sayBoth(DETAIL.unitConverted, {
          indicator: id,
          given: word.slice(0, 60),
          unit: unitOf(unit)?.short ?? unit,
        });
        log.list(issueOf('unit_scale', 'note', row, 'unit', word, sayBoth(EXPECTED.unit, { unit }), detail));
      }
      return convert(value, rule.unit, unit);
    },
    inRange: (slot, value) => value >= slot.low && value <= slot.high,
    refuseValue(slot, value, row, where) {
      if (!log.wants('out_of_range')) return;
      const expected = sayBoth(EXPECTED.range, { low: slot.low, high: slot.high });
      const detail = sayBoth(DETAIL.outOfRange, { given: String(value) });
      log.list(issueOf('out_of_range', 'fault', row, 'value', String(value), expected, detail, where));
    },
    sawFrequency(slot, frequency) {
      const taken = open.get(slot.index);
      if (taken) taken.frequency ??= frequency;
    },
    adHoc() {
      return [...open].map(([index, { unit, frequency }]) =>
        adHocIndicator(ids[index]!, unit ?? '', frequency ?? 'month', worse),
      );
    },
  };
}
