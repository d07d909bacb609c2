import type { LevelCellData } from '../../briefing/exhibits/exhibit';
import type { LevelCell } from '../level-cells';

/** A region of an exhibit as the drawings of levels take it. */
export function cellOf({ code, name, short, level, index }: LevelCellData): LevelCell {
  return { code, name, short, level, index: index ?? Number.NaN };
}
