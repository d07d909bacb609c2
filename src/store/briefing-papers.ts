import * as z from 'zod/mini';
import { checkShape, type Checked, type ShapeFault } from '../base/check';
import type { Briefing } from '../briefing/briefing';
import { checkBriefing } from '../briefing/check-briefing';
import type { Paper } from '../platform/engine-api';

/** What a draft of a briefing says: the name it goes by in the list, and the briefing. */
export interface DraftContent {
  readonly name: string;
  readonly briefing: Briefing;
}

/** A draft laid down for good: it can be looked at and taken up again, never changed. */
export interface DraftVersion extends DraftContent {
  /** Of the paper that keeps it. */
  readonly id: string;
  readonly number: number;
  readonly note: string;
  readonly at: number;
  readonly by: string;
}

/** A kept paper that cannot be read, and why. What stands in it is not lost: it can be taken out as a file. */
export interface BrokenPaper {
  readonly id: string;
  readonly at: number;
  readonly by: string;
  readonly faults: readonly ShapeFault[];
  readonly body: unknown;
}

const DRAFT_SCHEMA = 'fengsui-briefing-draft/1';
const VERSION_SCHEMA = 'fengsui-briefing-version/1';
const BETWEEN = '.';

const draftFrame = z.strictObject({
  schema: z.literal(DRAFT_SCHEMA),
  name: z.string(),
  briefing: z.unknown(),
});
const versionFrame = z.strictObject({
  schema: z.literal(VERSION_SCHEMA),
  name: z.string(),
  number: z.int().check(z.gte(1)),
  note: z.string(),
  briefing: z.unknown(),
});

export function draftBody({ name, briefing }: DraftContent): unknown {
  return { schema: DRAFT_SCHEMA, name, briefing };
}

export function versionBody({ name, briefing }: DraftContent, number: number, note: string): unknown {
  return { schema: VERSION_SCHEMA, name, number, note, briefing };
}

/** Id of the paper of a version; a number of four digits keeps them in order. */
export const versionId = (draft: string, number: number): string =>
  `${draft}${BETWEEN}${String(number).padStart(4, '0')}`;

/** Is this the paper of a version of that draft? */
export const isVersionOf = (draft: string, { id }: Pick<Paper, 'id'>): boolean => id.startsWith(draft + BETWEEN);

export function readDraftPaper({ body }: Paper): Checked<DraftContent> {
  const frame = checkShape(draftFrame, body);
  if (!frame.value) return frame;
  return withBriefing(frame.value, ({ name }, briefing) => ({ name, briefing }));
}

export function readVersionPaper({ id, at, by, body }: Paper): Checked<DraftVersion> {
  const frame = checkShape(versionFrame, body);
  if (!frame.value) return frame;
  return withBriefing(frame.value, ({ name, number, note }, briefing) => ({
    id,
    at,
    by,
    name,
    number,
    note,
    briefing,
  }));
}

/** Faults of the briefing stand under `.briefing` in their paper. */
function withBriefing<F extends { readonly briefing: unknown }, T>(
  frame: F,
  make: (frame: F, briefing: Briefing) => T,
): Checked<T> {
  const { value, faults } = checkBriefing(frame.briefing);
  if (value) return { value: make(frame, value), faults: [] };
  return { value: null, faults: faults.map((f) => ({ ...f, path: `.briefing${f.path === '.' ? '' : f.path}` })) };
}
