import { type Block, type BriefingDocument, HEAD_FIELDS } from './document';
import { headText, withHead } from './edit';

/**
 * The document made anew from the case, with what hands did to it kept: changed blocks and fields as they are, added
 * ones at their place, removed ones out, and the order of the blocks. What was generated and is no longer said by the
 * case goes, unless a hand has changed it; what the case says newly comes in behind its neighbour in the fresh one.
 */
export function regenerate(current: BriefingDocument, fresh: BriefingDocument): BriefingDocument {
  const freshById = new Map(fresh.blocks.map((block) => [block.id, block]));
  const blocks: Block[] = current.blocks.flatMap((block) => {
    if (block.byHand) return [block];
    const anew = freshById.get(block.id);
    return anew ? [anew] : [];
  });
  fresh.blocks.forEach((block, i) => {
    if (blocks.some(({ id }) => id === block.id) || current.byHand.removed.includes(block.id)) return;
    // Behind the nearest block before it that is still there, else at the top.
    const before = fresh.blocks
      .slice(0, i)
      .map(({ id }) => blocks.findIndex((other) => other.id === id))
      .findLast((at) => at >= 0);
    blocks.splice((before ?? -1) + 1, 0, block);
  });
  const withFields = HEAD_FIELDS.filter((field) => current.byHand.fields.includes(field)).reduce(
    (model, field) => withHead(model, field, headText(current, field)),
    fresh,
  );
  return { ...withFields, blocks, byHand: current.byHand };
}

/** How much a hand has changed: blocks, fields of the head, removed blocks. Zero = as generated (moves aside). */
export function handCount(model: BriefingDocument): number {
  return model.blocks.filter((block) => block.byHand).length + model.byHand.fields.length + model.byHand.removed.length;
}
