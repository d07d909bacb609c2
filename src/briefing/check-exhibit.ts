import * as z from 'zod/mini';
import { FREQUENCIES } from '../base/period';
import { EXHIBIT_KINDS, type ExhibitKind } from './exhibits/exhibit';

/*
 * The shape of every chart in a stored or foreign briefing. Sizes are bounded, so that a file from outside cannot fill
 * the memory; unknown fields are refused.
 */

/** Characters of a text, of an id or label, and items of a list. */
const LONGEST = 20_000;
const LABEL = 500;
const MOST = 5000;

export const prose = z.string().check(z.maxLength(LONGEST));
export const label = z.string().check(z.maxLength(LABEL));
const number = z.number();
const figure = z.nullable(number);
const figures = z.array(figure).check(z.maxLength(MOST));
const levelByte = z.int().check(z.gte(0), z.lte(255));
const levels = z.array(levelByte).check(z.maxLength(MOST));
const listOf = <T extends z.ZodMiniType>(item: T) => z.array(item).check(z.maxLength(MOST));

const cell = { code: label, name: label, short: label, level: levelByte, index: figure };
const axis = {
  frequency: z.enum(FREQUENCIES),
  weekEndsOn: z.int().check(z.gte(1), z.lte(7)),
  first: z.int(),
  labels: listOf(label),
};
const measure = z.strictObject({ name: label, unit: label, decimals: z.int().check(z.gte(0), z.lte(10)) });
const named = { code: label, name: label };

const DATA: { readonly [K in ExhibitKind]: z.ZodMiniType } = {
  'level-map': z.strictObject({ cells: listOf(z.strictObject(cell)) }),
  'tile-map': z.strictObject({
    parts: listOf(z.strictObject(cell)),
    tiles: listOf(z.strictObject({ ...cell, part: label })),
  }),
  'level-tape': z.strictObject({
    ...axis,
    rows: listOf(z.strictObject({ ...named, short: label, whole: z.boolean(), levels })),
  }),
  'ranked-bars': z.strictObject({
    measure,
    against: label,
    change: measure,
    rows: listOf(z.strictObject({ ...named, value: figure, change: figure, level: levelByte })),
  }),
  'small-multiples': z.strictObject({
    ...axis,
    panels: listOf(
      z.strictObject({
        id: label,
        name: label,
        measure,
        values: figures,
        lines: figures,
        worse: z.union([z.literal(1), z.literal(-1)]),
        levels,
        state: label,
      }),
    ),
    shared: z.boolean(),
  }),
  'forecast-fan': z.strictObject({
    ...axis,
    measure,
    joint: z.optional(z.boolean()),
    history: figures,
    steps: listOf(z.strictObject({ mean: number, lower: listOf(number), upper: listOf(number) })),
    intervals: listOf(number),
    lines: listOf(z.strictObject({ level: levelByte, name: label, values: figures })),
  }),
  'supply-demand': z.strictObject({
    x: measure,
    y: measure,
    points: listOf(z.strictObject({ ...named, x: number, y: number, level: levelByte })),
    path: listOf(z.strictObject({ label, x: number, y: number })),
    pathName: label,
  }),
  slope: z.strictObject({
    measure,
    from: label,
    to: label,
    rows: listOf(z.strictObject({ ...named, from: figure, to: figure, level: levelByte, emphasis: z.boolean() })),
  }),
  'driver-heatmap': z.strictObject({
    columns: listOf(z.strictObject({ id: label, name: label, family: label })),
    rows: listOf(z.strictObject({ ...named, level: levelByte, cells: listOf(z.nullable(levelByte)) })),
  }),
  'diffusion-curve': z.strictObject({
    ...axis,
    series: listOf(z.strictObject({ level: levelByte, name: label, values: figures })),
    graded: listOf(number),
  }),
  'target-bullets': z.strictObject({
    due: number,
    dueName: label,
    rows: listOf(z.strictObject({ ...named, share: figure, usual: figure, gap: figure, whole: z.boolean() })),
  }),
  'revision-lines': z.strictObject({
    ...axis,
    measure,
    before: figures,
    after: figures,
    beforeName: label,
    afterName: label,
  }),
  'index-waterfall': z.strictObject({
    fromName: label,
    from: number,
    toName: label,
    to: number,
    steps: listOf(z.strictObject({ id: label, name: label, change: number })),
  }),
};

const words = {
  id: label,
  title: prose,
  subtitle: prose,
  description: prose,
  source: prose,
  table: z.strictObject({
    columns: listOf(z.strictObject({ name: label, unit: label, align: z.enum(['start', 'end']) })),
    rows: listOf(listOf(z.strictObject({ text: prose, value: figure }))),
  }),
};

/** A chart of any kind: its words and the data of its kind; in the order of the builders, so that what was kept reads back as the same JSON. */
export const exhibitShape: z.ZodMiniType = z.discriminatedUnion(
  'kind',
  EXHIBIT_KINDS.map((kind) => z.strictObject({ kind: z.literal(kind), ...words, data: DATA[kind] })) as never,
);
