import type { Block, BriefingDocument, HeadField, HeadingLevel, Table } from './document';

/** Changes by hand, each a new document; what was changed is marked so that regenerate.ts leaves it alone. */

export function headText(model: BriefingDocument, field: HeadField): string {
  switch (field) {
    case 'attachments':
      return model.attachments.join('\n');
    case 'signatureOffice':
      return model.signature.office;
    case 'signatureDate':
      return model.signature.date;
    default:
      return model[field];
  }
}

export function setHead(model: BriefingDocument, field: HeadField, text: string): BriefingDocument {
  if (headText(model, field) === text) return model;
  const fields = model.byHand.fields.includes(field) ? model.byHand.fields : [...model.byHand.fields, field];
  return { ...withHead(model, field, text), byHand: { ...model.byHand, fields } };
}

/** The field alone, without the mark of the hand. */
export function withHead(model: BriefingDocument, field: HeadField, text: string): BriefingDocument {
  switch (field) {
    case 'attachments':
      return { ...model, attachments: text.split('\n').filter((line) => line.trim() !== '') };
    case 'signatureOffice':
      return { ...model, signature: { ...model.signature, office: text } };
    case 'signatureDate':
      return { ...model, signature: { ...model.signature, date: text } };
    default:
      return { ...model, [field]: text };
  }
}

function changeBlock(model: BriefingDocument, id: string, change: (block: Block) => Block): BriefingDocument {
  const blocks = model.blocks.map((block) => {
    if (block.id !== id) return block;
    const changed = change(block);
    return changed === block ? block : { ...changed, byHand: true };
  });
  return blocks.every((block, i) => block === model.blocks[i]) ? model : { ...model, blocks };
}

/** The text of a heading or paragraph, the caption of a table. */
export function setText(model: BriefingDocument, id: string, text: string): BriefingDocument {
  return changeBlock(model, id, (block) => {
    if (block.kind === 'table') return block.caption === text ? block : { ...block, caption: text };
    return block.text === text ? block : { ...block, text };
  });
}

export function setLevel(model: BriefingDocument, id: string, level: HeadingLevel): BriefingDocument {
  return changeBlock(model, id, (block) =>
    block.kind !== 'heading' || block.level === level ? block : { ...block, level },
  );
}

function changeRows(
  model: BriefingDocument,
  id: string,
  change: (table: Table) => readonly (readonly string[])[],
): BriefingDocument {
  return changeBlock(model, id, (block) => (block.kind === 'table' ? { ...block, rows: change(block) } : block));
}

export function setCell(
  model: BriefingDocument,
  id: string,
  row: number,
  column: number,
  text: string,
): BriefingDocument {
  const table = model.blocks.find((block) => block.id === id);
  if (table?.kind !== 'table' || table.rows[row]?.[column] === text) return model;
  return changeRows(model, id, ({ rows }) =>
    rows.map((cells, i) => (i === row ? cells.map((cell, k) => (k === column ? text : cell)) : cells)),
  );
}

/** An empty row behind `row`; −1 = at the top. */
export function addRow(model: BriefingDocument, id: string, row: number): BriefingDocument {
  return changeRows(model, id, ({ rows, columns }) =>
    rows.toSpliced(
      row + 1,
      0,
      columns.map(() => ''),
    ),
  );
}

export function removeRow(model: BriefingDocument, id: string, row: number): BriefingDocument {
  return changeRows(model, id, ({ rows }) => rows.toSpliced(row, 1));
}

/** A free id for a block of one's own: `own-1`, `own-2` … */
function ownId(model: BriefingDocument): string {
  const used = model.blocks.map((block) => Number(/^own-(\d+)$/.exec(block.id)?.[1] ?? 0));
  return `own-${Math.max(0, ...used) + 1}`;
}

/** An empty paragraph or heading behind the block `after`; null = at the top. */
export function addBlock(
  model: BriefingDocument,
  after: string | null,
  kind: 'paragraph' | 'heading',
): BriefingDocument {
  const own = { id: ownId(model), byHand: true, text: '' };
  const block: Block = kind === 'heading' ? { ...own, kind, level: 1 } : { ...own, kind };
  const at = model.blocks.findIndex(({ id }) => id === after) + 1;
  return { ...model, blocks: model.blocks.toSpliced(at, 0, block) };
}

/** Taken out; of a generated one it is remembered that a hand did it. */
export function removeBlock(model: BriefingDocument, id: string): BriefingDocument {
  const at = model.blocks.findIndex((block) => block.id === id);
  if (at < 0) return model;
  const removed = id.startsWith('own-') ? model.byHand.removed : [...model.byHand.removed, id];
  return { ...model, blocks: model.blocks.toSpliced(at, 1), byHand: { ...model.byHand, removed } };
}

/** One place up (−1) or down (+1); at the end of its way it stays. */
export function moveBlock(model: BriefingDocument, id: string, by: -1 | 1): BriefingDocument {
  const at = model.blocks.findIndex((block) => block.id === id);
  const block = model.blocks[at];
  const to = at + by;
  if (!block || to < 0 || to >= model.blocks.length) return model;
  return { ...model, blocks: model.blocks.toSpliced(at, 1).toSpliced(to, 0, block) };
}
