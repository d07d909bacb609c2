import * as z from 'zod/mini';
import { type Checked, checkShape, shapeFault, type ShapeFault } from '../../base/check';
import { sayBoth, type Text } from '../../base/text';
import { LAYERS } from '../plan';
import { type Act, type ActKind, type ActOf, DOCUMENT_KINDS, STANCES } from './act';
import type { Entry } from './entry';
import { GATE_WORDS as WORDS } from './gate-text';

/*
 * The gate of the trail: entries of a backup, of an exported file, of our own storage of last year. Every field of
 * every kind of act is named here; unknown kinds and unknown fields are refused, because a digest covers them and
 * nobody would show them. Sizes are bounded, so that a foreign file cannot fill the memory.
 */

/** Characters of one text, items of one list, characters of an id. */
const LONGEST = 20_000;
const MOST = 500;
const ID = 200;
/** A document or plan inside an act: depth and number of its values. */
const DEEPEST = 32;
const VALUES = 100_000;

const prose = z.string().check(z.maxLength(LONGEST));
const id = z.string().check(z.minLength(1), z.maxLength(ID));
const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
/** Days since 1970 within four digits of years; milliseconds likewise. */
const day = z.int().check(z.gte(-719_528), z.lte(2_932_896));
const moment = z.int().check(z.gte(0), z.lte(253_402_300_799_999));
const period = z
  .string()
  .check(z.regex(/^\d{4}(-\d{2}|-Q[1-4]|-W\d{2}|-\d{2}-\d{2})?$/, { error: '2026-10 / 2026-Q3 / 2026' }));
const number = z.number();
const ids = z.array(id).check(z.maxLength(MOST));

const seen = { warning: id, level: z.union([z.literal(0), level]), period };
const onCase = { case: id };
const figure = z.nullable(
  z.strictObject({
    indicatorId: id,
    regionCode: id,
    period,
    value: z.nullable(number),
    knownOn: z.nullable(z.string().check(z.maxLength(ID))),
  }),
);

/** The fields of each kind of act beside `kind`. */
const ACT_FIELDS: { readonly [K in ActKind]: { readonly [F in Exclude<keyof ActOf<K>, 'kind'>]: z.ZodMiniType } } = {
  acknowledge: { ...seen, note: prose },
  'verify-warning': { ...seen, note: prose },
  dismiss: { ...seen, reason: prose },
  reopen: { ...seen, reason: prose },
  'close-warning': { ...seen, reason: prose },
  note: { ...seen, note: prose },
  silence: {
    id,
    scope: z.strictObject({ regionCode: id, below: z.boolean(), indicators: ids, upTo: level }),
    until: day,
    reason: prose,
  },
  unsilence: { id, reason: prose },
  'open-case': {
    ...onCase,
    warning: z.nullable(id),
    regionCode: id,
    level,
    period,
    title: prose,
    reason: prose,
  },
  'check-figure': {
    ...onCase,
    item: id,
    result: z.enum(['confirmed', 'suspect', 'cleared']),
    figure,
    note: prose,
  },
  'assess-case': {
    ...onCase,
    assessment: z.strictObject({
      persons: z.nullable(number),
      personsBasis: prose,
      groups: ids,
      districts: ids,
      drivers: prose,
      fund: z.nullable(z.strictObject({ balance: number, monthlyOutlay: number })),
      facts: z.record(id, number),
      note: prose,
    }),
  },
  'give-opinion': { ...onCase, department: id, stance: z.enum(STANCES), opinion: prose, person: prose },
  'hold-meeting': {
    ...onCase,
    on: day,
    place: prose,
    attendees: z.array(prose).check(z.maxLength(MOST)),
    minutes: prose,
  },
  'accept-measure': {
    ...onCase,
    measure: id,
    why: prose,
    owner: id,
    due: day,
    expected: z.strictObject({
      indicatorId: id,
      direction: z.enum(['fall', 'rise']),
      target: z.nullable(number),
      by: period,
    }),
    decision: prose,
    note: prose,
  },
  'reject-measure': { ...onCase, measure: id, reason: prose },
  'send-report': {
    ...onCase,
    report: id,
    stage: z.enum(['first', 'progress', 'final']),
    to: prose,
    channel: prose,
    sentAt: moment,
    proof: prose,
  },
  'follow-measure': {
    ...onCase,
    measure: id,
    state: z.enum(['planned', 'running', 'done', 'stopped']),
    note: prose,
    figure,
  },
  'stand-down': {
    ...onCase,
    conditions: z.array(z.strictObject({ id, met: z.nullable(z.boolean()), figure: prose })).check(z.maxLength(MOST)),
    reason: prose,
  },
  'after-action': {
    ...onCase,
    summary: prose,
    predicted: prose,
    actual: prose,
    thresholds: prose,
    lessons: prose,
  },
  'advance-case': { ...onCase, to: id, reason: prose },
  'save-document': { ...onCase, document: z.enum(DOCUMENT_KINDS), lang: z.enum(['zh', 'en']), body: z.unknown() },
  'set-calendar': {
    days: z.record(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)), z.boolean()),
    reason: prose,
  },
  'adopt-plan': { from: day, plan: z.unknown(), reason: prose },
  'review-plan': { version: id, finding: prose },
  'recognise-household': { household: id, regionCode: id, on: day, note: prose },
  'settle-household': { household: id, on: day, how: prose },
  undo: { seq: z.int().check(z.gte(1)), reason: prose },
};

const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));

const frame = {
  form: z.literal(1),
  seq: z.int().check(z.gte(1)),
  at: moment,
  by: z.strictObject({ role: z.enum(LAYERS), regionCode: id, name: z.string().check(z.maxLength(ID)) }),
  basis: z.strictObject({
    knownOn: z.nullable(z.string().check(z.maxLength(ID))),
    data: z.string().check(z.maxLength(ID)),
    rules: z.string().check(z.maxLength(ID)),
    plan: z.string().check(z.maxLength(ID)),
    demonstration: z.boolean(),
  }),
  // What the line before claims, also where that one is damaged: whoever goes on behind it is chained to it.
  previous: z.string().check(z.maxLength(ID)),
  digest,
};

const KINDS = Object.keys(ACT_FIELDS) as ActKind[];
const anyKind = z.looseObject({ kind: z.enum(KINDS) });
const frameShape = z.strictObject({ ...frame, act: z.unknown() });
const shapes = new Map<ActKind, z.ZodMiniType<Act>>();

/** Made when the first act of its kind comes in. */
function shapeOf(kind: ActKind): z.ZodMiniType<Act> {
  let shape = shapes.get(kind);
  if (!shape) {
    const fields = z.strictObject({ kind: z.literal(kind), ...ACT_FIELDS[kind] });
    shape = fields as unknown as z.ZodMiniType<Act>;
    shapes.set(kind, shape);
  }
  return shape;
}

/** One entry from outside: itself, or every fault with its place. The digest is not computed here (verify.ts). */
export function readEntry(raw: unknown): Checked<Entry> {
  const outer = checkShape(frameShape as unknown as z.ZodMiniType<Entry>, raw);
  if (typeof raw !== 'object' || raw === null) return outer;
  const act = readAct('act' in raw ? raw.act : undefined);
  if (outer.value && act.value) return { value: { ...outer.value, act: act.value }, faults: [] };
  const within = act.faults.map((fault) => ({ ...fault, path: `.act${fault.path === '.' ? '' : fault.path}` }));
  return { value: null, faults: [...outer.faults, ...within] };
}

/** The act of an entry alone: also what a form made of it, before it is sealed. */
export function readAct(raw: unknown): Checked<Act> {
  const kind = kindOf(raw);
  const checked = checkShape(kind === null ? (anyKind as unknown as z.ZodMiniType<Act>) : shapeOf(kind), raw);
  if (!checked.value) return checked;
  const faults = bodyFaults(checked.value, raw);
  return faults.length > 0 ? { value: null, faults } : checked;
}

/** The first three faults in one line. */
export function faultWords(faults: readonly ShapeFault[]): Text {
  const shown = faults
    .slice(0, 3)
    .map((fault) => sayBoth(WORDS.fault, { path: fault.path, expected: fault.words ?? fault.expected }));
  const all = faults.length > 3 ? [...shown, sayBoth(WORDS.more, { n: faults.length - 3 })] : shown;
  return { zh: all.map((t) => t.zh).join('；'), en: all.map((t) => t.en).join('; ') };
}

function kindOf(raw: unknown): ActKind | null {
  if (typeof raw !== 'object' || raw === null || !('kind' in raw)) return null;
  return KINDS.find((kind) => kind === raw.kind) ?? null;
}

/** What an act carries whole and others read later: JSON and nothing else, not too deep and not too much. */
function bodyFaults(act: Act, raw: unknown): ShapeFault[] {
  if (act.kind === 'set-calendar' && Object.keys(act.days).length > 10 * MOST) {
    return [shapeFault(['days'], raw, WORDS.tooMuch)];
  }
  const body = act.kind === 'save-document' ? 'body' : act.kind === 'adopt-plan' ? 'plan' : null;
  if (body === null) return [];
  const fault = jsonFault((act as unknown as Readonly<Record<string, unknown>>)[body]);
  return fault ? [{ ...shapeFault([body], null, fault.words), path: `.${body}${fault.path}` }] : [];
}

/** Null where a value is JSON within our bounds. */
function jsonFault(value: unknown): { readonly path: string; readonly words: Text } | null {
  let left = VALUES;
  const look = (at: unknown, path: string, depth: number): { path: string; words: Text } | null => {
    if (--left < 0) return { path: '', words: WORDS.tooMuch };
    if (depth > DEEPEST) return { path, words: sayBoth(WORDS.tooDeep, { n: DEEPEST }) };
    if (at === null || typeof at === 'boolean') return null;
    if (typeof at === 'number') return Number.isFinite(at) ? null : { path, words: WORDS.json };
    if (typeof at === 'string')
      return at.length > LONGEST ? { path, words: sayBoth(WORDS.long, { n: LONGEST }) } : null;
    if (typeof at !== 'object') return { path, words: WORDS.json };
    for (const [key, item] of Array.isArray(at) ? at.entries() : Object.entries(at)) {
      const fault = look(item, typeof key === 'number' ? `${path}[${key}]` : `${path}.${key}`, depth + 1);
      if (fault) return fault;
    }
    return null;
  };
  return look(value, '', 0);
}
