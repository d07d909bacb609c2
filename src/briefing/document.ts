import * as z from 'zod/mini';
import { type Checked, checkShape, shapeFault } from '../base/check';
import { defineText, type Lang } from '../base/text';

/**
 * A paper of the office as plain data: what the editor changes, the preview shows, the trail keeps and DOCX and print
 * are made from. Numbers of headings are not in it (numbering.ts makes them from the order), so that a paragraph can be
 * moved; a form feed, a page or a font is not in it either (layout.ts).
 */
export interface BriefingDocument {
  readonly form: 1;
  /** What kind of paper; the six of a case (trail/act.ts, `DOCUMENT_KINDS`), later others. */
  readonly kind: string;
  readonly lang: Lang;
  /** The office that issues it (发文机关). */
  readonly issuer: string;
  /** Number of the paper (发文字号); empty = none yet. */
  readonly number: string;
  readonly title: string;
  /** Main recipients (主送机关), without the colon; empty = addressed to nobody (minutes). */
  readonly to: string;
  readonly blocks: readonly Block[];
  /** Names of what is attached (附件说明). */
  readonly attachments: readonly string[];
  readonly signature: { readonly office: string; readonly date: string };
  /** Who gets a copy (抄送); empty = nobody. */
  readonly copies: string;
  /** What every page says while the figures are invented ones; empty = they are real. */
  readonly demonstration: string;
  /** Fields of the head that a hand changed, and ids of generated blocks that a hand took out; see regenerate.ts. */
  readonly byHand: { readonly fields: readonly HeadField[]; readonly removed: readonly string[] };
}

/** What stands before and after the blocks. */
export const HEAD_FIELDS = [
  'issuer',
  'number',
  'title',
  'to',
  'attachments',
  'signatureOffice',
  'signatureDate',
  'copies',
] as const;
export type HeadField = (typeof HEAD_FIELDS)[number];

interface BlockBase {
  /** Stable over regenerations: `figures.table`; one that a hand added begins with `own-`. */
  readonly id: string;
  /** A hand has written it, or changed what was generated. */
  readonly byHand?: boolean | undefined;
}

export type HeadingLevel = 1 | 2 | 3 | 4;

export type Heading = BlockBase & {
  readonly kind: 'heading';
  /** 1 一、 · 2 （一） · 3 1. · 4 （1） */
  readonly level: HeadingLevel;
  readonly text: string;
};
export type Paragraph = BlockBase & { readonly kind: 'paragraph'; readonly text: string };
export type Table = BlockBase & {
  readonly kind: 'table';
  readonly caption: string;
  /** `share`: of the width of the text block; the shares of a table are taken relative to their sum. */
  readonly columns: readonly { readonly name: string; readonly share: number; readonly align: 'start' | 'end' }[];
  /** As many cells in each row as there are columns. */
  readonly rows: readonly (readonly string[])[];
};
export type Block = Heading | Paragraph | Table;

const T = defineText({
  idOnce: { zh: '每个段落标识只出现一次', en: 'every id once' },
  cells: { zh: '每行单元格数与列数相同', en: 'as many cells as there are columns' },
});

const id = z.string().check(z.regex(/^[a-z0-9][a-z0-9._:@-]*$/i));
const base = { id, byHand: z.optional(z.boolean()) };
const blockShape = z.discriminatedUnion('kind', [
  z.strictObject({
    ...base,
    kind: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
    text: z.string(),
  }),
  z.strictObject({ ...base, kind: z.literal('paragraph'), text: z.string() }),
  z.strictObject({
    ...base,
    kind: z.literal('table'),
    caption: z.string(),
    columns: z
      .array(z.strictObject({ name: z.string(), share: z.number().check(z.gt(0)), align: z.enum(['start', 'end']) }))
      .check(z.minLength(1)),
    rows: z.array(z.array(z.string())),
  }),
]);

const documentShape = z.strictObject({
  form: z.literal(1),
  kind: z.string().check(z.minLength(1)),
  lang: z.enum(['zh', 'en']),
  issuer: z.string(),
  number: z.string(),
  title: z.string(),
  to: z.string(),
  blocks: z.array(blockShape),
  attachments: z.array(z.string()),
  signature: z.strictObject({ office: z.string(), date: z.string() }),
  copies: z.string(),
  demonstration: z.string(),
  byHand: z.strictObject({ fields: z.array(z.enum(HEAD_FIELDS)), removed: z.array(z.string()) }),
});

/** The gate for a document that was stored (the body of `save-document`, a draft): the document, or every fault with its path. */
export function checkDocument(raw: unknown): Checked<BriefingDocument> {
  const checked = checkShape<BriefingDocument>(documentShape as unknown as z.ZodMiniType<BriefingDocument>, raw);
  if (!checked.value) return checked;
  const ids = checked.value.blocks.map((block) => block.id);
  const faults = checked.value.blocks.flatMap((block, i) => [
    ...(ids.indexOf(block.id) < i ? [shapeFault(['blocks', i, 'id'], raw, T.idOnce)] : []),
    ...(block.kind !== 'table'
      ? []
      : block.rows.flatMap((row, k) =>
          row.length === block.columns.length ? [] : [shapeFault(['blocks', i, 'rows', k], raw, T.cells)],
        )),
  ]);
  return faults.length > 0 ? { value: null, faults } : checked;
}
