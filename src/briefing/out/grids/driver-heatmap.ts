import { levelNumeral } from '../../../base/level';
import { type Lang, say } from '../../../base/text';
import type { ExhibitOf } from '../../exhibits/exhibit';
import { lineCount, textEm } from '../measure-text';
import { OUT_TEXT } from '../text';
import { type Grid, type GridCell, plainCell } from './grid';
import { levelLegend } from './legend';

/** Names of columns stand upright where they would take more lines than this. */
const MOST_LINES = 3;

/** Regions × rules, with the level of the region in the first column and the families above the rules. */
export function heatmapGrid(exhibit: ExhibitOf<'driver-heatmap'>, lang: Lang, widthEm: number): Grid {
  const { columns, rows } = exhibit.data;
  const nameEm = Math.min(
    Math.max(...rows.map(({ name, level }) => textEm(`${name} ${levelNumeral(level)}`)), 3) + 2.2,
    widthEm * 0.3,
  );
  const slotEm = (widthEm - nameEm) / Math.max(columns.length, 1);
  const upright = columns.some(({ name }) => lineCount(name, 1, Math.max(slotEm - 0.6, 1)) > MOST_LINES);
  const families: GridCell[] = [plainCell('')];
  for (let i = 0; i < columns.length; ) {
    const { family } = columns[i]!;
    let span = 1;
    while (columns[i + span]?.family === family) span += 1;
    // A name wider than its columns would break the row.
    const fits = textEm(family) <= span * slotEm - 0.4;
    families.push(plainCell(fits ? family : '', { span, align: 'center' }));
    i += span;
  }
  const head = [plainCell(''), ...columns.map(({ name }) => plainCell(name, { align: 'center', upright }))];
  return {
    shares: [nameEm, ...columns.map(() => slotEm)],
    head: [families, head],
    rows: rows.map((row) => [
      { text: [row.name, levelNumeral(row.level)].filter((word) => word !== '').join(' '), level: row.level },
      ...row.cells.map(
        (level): GridCell =>
          level === null
            ? plainCell(say(OUT_TEXT.noRule, lang), { align: 'center' })
            : { text: levelNumeral(level), level, align: 'center', bold: true },
      ),
    ]),
    legend: levelLegend(
      rows.flatMap((row) => [row.level, ...row.cells]),
      lang,
      true,
    ),
  };
}
