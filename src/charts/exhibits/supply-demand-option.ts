import type { EChartsOption } from 'echarts';
import { formatNumber, withUnit } from '../../base/format';
import { INSUFFICIENT, levelName, levelNumeral, levelRank } from '../../base/level';
import { type Lang, say } from '../../base/text';
import type { MeasureData, SupplyDemandData } from '../../briefing/exhibits/exhibit';
import { type ChartTheme, levelColours } from '../theme';
import { type Drawn, markOption } from './mark-option';
import { type Box, fit, type Mark, type Point, type Size, type TextMark, textBox } from './marks';
import { axisName, emptyMarks, note, SMALL, tickRoom, valueAxis } from './parts';
import { boxesAlong, type Named, placeNames } from './place-names';
import { rangeOf, scaleOf, tickWords, ticksOf } from './scale';
import { EXHIBIT_TEXT } from './text';

const NAME_ROOM = 200;

/** Seekers against openings on equal scales: below the diagonal there are fewer openings than seekers. */
export function supplyDemandOption(given: SupplyDemandData, lang: Lang, theme: ChartTheme): EChartsOption {
  // The worst lie on top.
  const data = { ...given, points: given.points.toSorted((a, b) => levelRank(a.level) - levelRank(b.level)) };
  const word = (measure: MeasureData, v: number): string => withUnit(formatNumber(v, measure.decimals), measure.unit);
  return markOption(
    {
      items: data.points.map((p) => ({
        name: p.name,
        value: [p.x, p.y],
        said: [
          [data.x.name, word(data.x, p.x)],
          [data.y.name, word(data.y, p.y)],
          [EXHIBIT_TEXT.level[lang], levelName(p.level)[lang]],
        ],
      })),
      draw: (size) => draw(data, size, lang, theme),
    },
    theme,
  );
}

/** The warned are large enough to carry their numeral. */
const LARGE = 8;
const SMALL_DOT = 4;

/**
 * Warned points whose numeral lies on no other one, the worst first. The rest are grey like the unwarned: a level is never
 * told by colour alone.
 */
function numberedOf(
  points: readonly { readonly x: number; readonly y: number; readonly level: number }[],
): ReadonlySet<number> {
  const chosen: number[] = [];
  for (let i = points.length - 1; i >= 0; i--) {
    const { x, y, level } = points[i]!;
    if (level < 1 || level > 4) continue;
    if (chosen.every((k) => Math.hypot(points[k]!.x - x, points[k]!.y - y) > 2 * LARGE - 2)) chosen.push(i);
  }
  return new Set(chosen);
}

function draw(data: SupplyDemandData, size: Size, lang: Lang, theme: ChartTheme): Drawn {
  const { points, path } = data;
  if (points.length + path.length === 0) return { frame: emptyMarks(lang, size, theme), items: [] };
  // One range for both axes, so that the diagonal is where openings equal seekers.
  const [low, high] = rangeOf([...points, ...path].flatMap((p) => [p.x, p.y]));
  const plot: Box = { x0: tickRoom(low, high, 5), x1: size.width - 12, y0: 26, y1: size.height - 62 };
  const x = scaleOf(low, high, plot.x0, plot.x1);
  const y = scaleOf(low, high, plot.y1, plot.y0);
  const route = path.map((p): Point => [x.at(p.x), y.at(p.y)]);
  const balance: TextMark = {
    type: 'text',
    x: plot.x1 - 4,
    y: plot.y0 - 10,
    text: EXHIBIT_TEXT.balance[lang],
    size: SMALL,
    colour: theme.ink3,
    align: 'right',
  };
  const worstFirst = points.map((_, i) => i).toReversed();
  const numbered = numberedOf(points.map((p) => ({ x: x.at(p.x), y: y.at(p.y), level: p.level })));
  const ends = route.length === 0 ? [] : [...new Set([route.length - 1, 0])];
  const named: readonly Named[] = [
    // The whole region by name at its newest period, by the period at its first.
    ...ends.map((i) => ({
      x: route[i]![0],
      y: route[i]![1],
      radius: 5,
      text: i === route.length - 1 ? `${data.pathName} ${path[i]!.label}` : path[i]!.label,
      bold: i === route.length - 1,
    })),
    ...worstFirst.map((i) => {
      const p = points[i]!;
      const bold = numbered.has(i);
      return {
        x: x.at(p.x),
        y: y.at(p.y),
        radius: bold ? LARGE : SMALL_DOT,
        text: fit(p.name, NAME_ROOM, SMALL, bold),
        bold,
      };
    }),
  ];
  const field: Box = { x0: plot.x0, x1: size.width, y0: plot.y0, y1: plot.y1 };
  const places = placeNames(named, [textBox(balance)], boxesAlong(route), field, SMALL);
  const hidden = places.filter((p) => p === null).length;
  return {
    frame: [
      ...valueAxis(y, plot, 5, theme).marks,
      ...acrossAxis(x, plot, theme),
      { type: 'text', x: 0, y: 8, text: axisName(data.y, lang), size: SMALL, colour: theme.ink2 },
      {
        type: 'text',
        x: plot.x1,
        y: plot.y1 + 30,
        text: axisName(data.x, lang),
        size: SMALL,
        colour: theme.ink2,
        align: 'right',
      },
      {
        type: 'line',
        points: [
          [x.at(low), y.at(low)],
          [x.at(high), y.at(high)],
        ],
        stroke: theme.ink3,
        width: 1,
        dash: [4, 3],
      },
      balance,
      ...pathMarks(route, theme),
      ...places.flatMap((place, i): Mark[] =>
        place === null
          ? []
          : [
              {
                type: 'text',
                ...place,
                text: named[i]!.text,
                size: SMALL,
                colour: i < ends.length ? theme.accent : named[i]!.bold ? theme.ink : theme.ink2,
                bold: named[i]!.bold,
                halo: theme.card,
              },
            ],
      ),
      ...(hidden === 0 ? [] : [note(say(EXHIBIT_TEXT.unnamed, lang, { count: hidden }), size, theme)]),
    ],
    items: points.map(({ x: px, y: py, level }, i): readonly Mark[] => {
      const at = { x: x.at(px), y: y.at(py) };
      const colours = levelColours(theme, level);
      if (!numbered.has(i)) {
        const unsure = level === INSUFFICIENT;
        return [
          {
            type: 'dot',
            ...at,
            radius: SMALL_DOT,
            fill: unsure ? theme.card : theme.ink3,
            stroke: unsure ? theme.ink3 : theme.card,
          },
        ];
      }
      return [
        { type: 'dot', ...at, radius: LARGE, fill: colours.fill, stroke: theme.card },
        {
          type: 'text',
          ...at,
          text: levelNumeral(level),
          size: SMALL - 1,
          colour: colours.on,
          bold: true,
          align: 'center',
        },
      ];
    }),
  };
}

function acrossAxis(x: ReturnType<typeof scaleOf>, plot: Box, theme: ChartTheme): readonly Mark[] {
  const ticks = ticksOf(x.low, x.high, 5);
  const word = tickWords(ticks);
  return [
    {
      type: 'line',
      points: [
        [plot.x0, plot.y1],
        [plot.x1, plot.y1],
      ],
      stroke: theme.lineStrong,
      width: 1,
    },
    ...ticks.map(
      (tick): Mark => ({
        type: 'text',
        x: x.at(tick),
        y: plot.y1 + 13,
        text: word(tick),
        size: SMALL,
        colour: theme.ink2,
        align: 'center',
      }),
    ),
  ];
}

/** Where the whole region came from: thin, small dots, the newest one large. */
function pathMarks(route: readonly Point[], theme: ChartTheme): readonly Mark[] {
  return [
    ...(route.length < 2 ? [] : [{ type: 'line' as const, points: route, stroke: theme.accent, width: 1.4 }]),
    ...route.map(
      ([x, y], i): Mark => ({
        type: 'dot',
        x,
        y,
        radius: i === route.length - 1 ? 5 : 1.8,
        fill: theme.accent,
        ...(i === route.length - 1 ? { stroke: theme.card } : {}),
      }),
    ),
  ];
}
