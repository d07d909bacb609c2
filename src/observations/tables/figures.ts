import { convert, unitFromWord } from '../../base/units';
import { parseDecimal } from '../csv-values';
import { parseNumberWord, saysMissing } from '../words/number-words';
import type { FigurePlan } from './figure-plans';
import type { Cell } from './sheet';

/** What a cell of figures holds, in the unit of its indicator. */
export const MISSING = 'missing';
export const BAD = 'bad';
export const WRONG_UNIT = 'unit';
export type Figure = number | typeof MISSING | typeof BAD | typeof WRONG_UNIT;

/** Separators between thousands, counted over a file. */
export interface Groups {
  grouped: number;
  /** Large values without separators. */
  plain: number;
}

/** Reads one cell by the plan of its column. */
export function readFigure(cell: Cell | undefined, plan: FigurePlan, groups: Groups): Figure {
  if (cell === undefined || cell === '') return MISSING;
  if (typeof cell !== 'string') {
    if ('day' in cell) return BAD;
    if (!Number.isFinite(cell.number)) return BAD;
    // 5.6% is kept as 0.056: rounded as a person sees it, or 0.07 × 100 would be 7.000000000000001.
    if (cell.percent) return inUnit(Number((cell.number * 100).toPrecision(15)), 'percent', plan.to);
    return plan.from === null ? cell.number + 0 : inUnit(cell.number, plan.from, plan.to);
  }
  const plain = parseDecimal(cell, 0, cell.length);
  if (!Number.isNaN(plain)) {
    if (plain >= 1000 || plain <= -1000) groups.plain++;
    return plan.from === null ? plain + 0 : inUnit(plain, plan.from, plan.to);
  }
  if (saysMissing(cell)) return MISSING;
  const word = parseNumberWord(cell);
  if (!word) return BAD;
  if (word.grouped) groups.grouped++;
  const { value, scale, sign, unit } = word;
  const scaled = scale === 1 ? value : Number(`${value}e${Math.round(Math.log10(scale))}`);
  if (sign !== null) return inUnit(value, sign === 'percent' ? 'percent' : 'per_mille', plan.to);
  if (unit !== '') {
    const from = unitFromWord(unit, plan.to);
    return from === null ? BAD : inUnit(scaled, from, plan.to);
  }
  if (scale !== 1) return plan.base === null ? BAD : inUnit(scaled, plan.base, plan.to);
  return plan.from === null ? value : inUnit(value, plan.from, plan.to);
}

/** Percent signs on growth in points and the like: what measures another thing is not taken. */
function inUnit(value: number, from: string, to: string): Figure {
  if (to === '') return value;
  return convert(value, from, to) ?? WRONG_UNIT;
}
