import type { EChartsOption } from 'echarts';
import { formatNumber, formatSigned, withUnit } from '../../base/format';
import { levelName } from '../../base/level';
import type { Lang } from '../../base/text';
import type { RankedBarsData } from '../../briefing/exhibits/exhibit';
import type { ChartTheme } from '../theme';
import { markOption } from './mark-option';
import { fit, type Mark, type Size, widthOf } from './marks';
import { axisName, badge, FONT, missingNote, SMALL } from './parts';
import { scaleOf } from './scale';
import { EXHIBIT_TEXT } from './text';

const HEAD = 22;
const FOOT = 20;
/** Share of the width that names may take. */
const NAMES = 0.34;

export function rankedBarsHeight({ rows }: RankedBarsData): number {
  const missing = rows.some((r) => r.value === null);
  return HEAD + Math.max(1, rows.length) * (rows.length > 20 ? 18 : 24) + (missing ? FOOT : 4);
}

/** Bars from zero, worst first; the value at the end of each bar, the change in a column of its own. */
export function rankedBarsOption(data: RankedBarsData, lang: Lang, theme: ChartTheme): EChartsOption {
  const { measure, change } = data;
  return markOption(
    {
      items: data.rows.map((row) => ({
        name: row.name,
        value: [row.value, row.change],
        said: [
          [measure.name, withUnit(formatNumber(row.value, measure.decimals), measure.unit)],
          [data.against, withUnit(formatSigned(row.change, change.decimals), change.unit)],
          [EXHIBIT_TEXT.level[lang], levelName(row.level)[lang]],
        ],
      })),
      draw: (size) => draw(data, size, lang, theme),
    },
    theme,
  );
}

function draw(data: RankedBarsData, size: Size, lang: Lang, theme: ChartTheme) {
  const { rows, measure, change } = data;
  const missing = rows.filter((r) => r.value === null).length;
  const band = (size.height - HEAD - (missing > 0 ? FOOT : 4)) / Math.max(1, rows.length);
  const font = band < 17 ? SMALL - 1 : FONT;
  const word = (v: number | null): string => formatNumber(v, measure.decimals);
  const changed = (v: number | null): string => formatSigned(v, change.decimals);
  const changeHead = axisName({ name: data.against, unit: change.unit }, lang);
  const badgeRoom = rows.some((r) => r.level !== 0) ? 24 : 0;
  const nameRoom = Math.min(size.width * NAMES, Math.max(0, ...rows.map((r) => widthOf(r.name, font))));
  const changeRoom = Math.max(widthOf(changeHead, SMALL), ...rows.map((r) => widthOf(changed(r.change), font))) + 12;
  const valueRoom = Math.max(0, ...rows.map((r) => widthOf(word(r.value), font, true))) + 12;
  const left = nameRoom + badgeRoom + 10;
  const right = Math.max(left + 20, size.width - changeRoom - valueRoom);
  const values = rows.flatMap((r) => (r.value === null ? [] : [r.value]));
  const scale = scaleOf(Math.min(0, ...values), Math.max(0, ...values) || 1, left, right);
  const zero = scale.at(0);
  const middle = (i: number): number => HEAD + (i + 0.5) * band;
  const thick = Math.min(14, band * 0.62);
  return {
    frame: [
      {
        type: 'text',
        x: left,
        y: 8,
        text: fit(axisName(measure, lang), size.width - left - changeRoom, SMALL),
        size: SMALL,
        colour: theme.ink2,
      },
      { type: 'text', x: size.width, y: 8, text: changeHead, size: SMALL, colour: theme.ink2, align: 'right' },
      {
        type: 'line',
        points: [
          [zero, HEAD - 2],
          [zero, HEAD + band * rows.length],
        ],
        stroke: theme.lineStrong,
        width: 1,
      },
      ...missingNote(missing, lang, size, theme),
    ] satisfies Mark[],
    items: rows.map((row, i): readonly Mark[] => {
      const y = middle(i);
      const end = row.value === null ? zero : scale.at(row.value);
      return [
        {
          type: 'text',
          x: nameRoom,
          y,
          text: fit(row.name, nameRoom, font),
          size: font,
          colour: theme.ink,
          align: 'right',
        },
        ...badge(row.level, nameRoom + 18, y, Math.min(16, band - 3), theme),
        {
          type: 'rect',
          x: Math.min(zero, end),
          y: y - thick / 2,
          width: Math.abs(end - zero),
          height: thick,
          fill: theme.accent,
        },
        // Of a bar below zero the figure stands on the free side.
        {
          type: 'text',
          x: Math.max(zero, end) + 6,
          y,
          text: word(row.value),
          size: font,
          colour: row.value === null ? theme.ink3 : theme.ink,
          bold: row.value !== null,
        },
        { type: 'text', x: size.width, y, text: changed(row.change), size: font, colour: theme.ink2, align: 'right' },
      ];
    }),
  };
}
