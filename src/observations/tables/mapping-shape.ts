import * as z from 'zod/mini';
import { type Checked, checkShape } from '../../base/check';
import { COLUMN_ROLES, type Mapping } from './mapping';

const meaning = z.strictObject({ indicator: z.string(), unit: z.optional(z.string()) });

export const mappingShape = z.strictObject({
  signature: z.string(),
  columns: z.record(z.string(), z.enum(COLUMN_ROLES)),
  indicators: z.record(z.string(), z.nullable(meaning)),
  regions: z.record(z.string(), z.nullable(z.string())),
  constants: z.strictObject({
    region: z.optional(z.string()),
    indicator: z.optional(z.string()),
    unit: z.optional(z.string()),
    period: z.optional(z.string()),
  }),
});

/** Mappings from JSON: one, as the page exports it, or a list. Every fault is collected, with its path. */
export function loadMappings(raw: unknown): Checked<readonly Mapping[]> {
  const list = Array.isArray(raw) ? raw : [raw];
  return checkShape(z.array(mappingShape) as unknown as z.ZodMiniType<readonly Mapping[]>, list);
}
