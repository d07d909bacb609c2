import { levelNumeral } from '../../../base/level';
import type { Lang } from '../../../base/text';
import type { ExhibitOf } from '../../exhibits/exhibit';
import { textEm } from '../measure-text';
import { type Grid, type GridCell, plainCell } from './grid';
import { levelLegend } from './legend';

/** Narrower cells hold no numeral. */
const MOST_COLUMNS = 40;

/** Regions × periods; the newest ones where there are too many to be told apart. Every n-th period is named. */
export function tapeGrid(exhibit: ExhibitOf<'level-tape'>, lang: Lang, widthEm: number): Grid {
  const { labels, rows } = exhibit.data;
  const from = Math.max(0, labels.length - MOST_COLUMNS);
  const shown = labels.slice(from);
  const nameEm = Math.min(Math.max(...rows.map((row) => textEm(row.short)), 3) + 1.2, widthEm * 0.3);
  const slotEm = (widthEm - nameEm) / shown.length;
  const every = Math.max(1, Math.ceil((Math.max(...shown.map(textEm)) + 0.8) / slotEm));
  const head: GridCell[] = [plainCell('')];
  // Counted back from the period reported on, which is always named.
  const rest = shown.length % every;
  if (rest > 0) head.push(plainCell('', { span: rest }));
  for (let i = rest; i < shown.length; i += every)
    head.push(plainCell(shown[i + every - 1]!, { span: every, align: 'end' }));
  return {
    shares: [nameEm, ...shown.map(() => slotEm)],
    head: [head],
    rows: rows.map((row) => [
      plainCell(row.short, { bold: row.whole }),
      ...row.levels
        .slice(from)
        .map((level): GridCell => ({ text: levelNumeral(level), level, align: 'center', bold: true })),
    ]),
    legend: levelLegend(
      rows.flatMap((row) => row.levels.slice(from)),
      lang,
      true,
    ),
  };
}
