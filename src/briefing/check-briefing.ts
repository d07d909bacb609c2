import * as z from 'zod/mini';
import { type Checked, checkShape, shapeFault } from '../base/check';
import { FREQUENCIES } from '../base/period';
import { defineText } from '../base/text';
import { type Briefing, BRIEFING_KINDS } from './briefing';
import { exhibitShape, label, prose } from './check-exhibit';

/** Pages, sentences on a page, figures in a sentence, definitions. */
const PAGES = 200;
const SENTENCES = 200;
const FIGURES = 500;
const DEFINITIONS = 1000;
/** Days since 1970 within four digits of years. */
const day = z.int().check(z.gte(-719_528), z.lte(2_932_896));

const T = defineText({
  pageOnce: { zh: '每个页面标识只出现一次', en: 'every page id once' },
  sentenceOnce: { zh: '同一页内每个句子标识只出现一次', en: 'every sentence id once on its page' },
});

/** Ids come from codes of regions and indicators, which may be in any script. */
const id = z.string().check(z.minLength(1), z.maxLength(300));

const figure = z.strictObject({
  key: id,
  indicatorId: z.nullable(id),
  regionCode: label,
  period: label,
  value: z.nullable(z.number()),
  unit: label,
  knownOn: z.nullable(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
  said: label,
});
const figures = z.array(figure).check(z.maxLength(FIGURES));

const sentence = z.strictObject({
  id,
  text: prose,
  figures,
  byHand: z.nullable(z.strictObject({ generated: prose })),
  moved: z.nullable(z.strictObject({ generated: prose, figures })),
});

const page = z.strictObject({
  id,
  heading: prose,
  sentences: z.array(sentence).check(z.maxLength(SENTENCES)),
  exhibit: z.nullable(exhibitShape),
  notes: prose,
  notesByHand: z.boolean(),
  headingByHand: z.boolean(),
});

const briefingShape = z.strictObject({
  form: z.literal(1),
  ask: z.strictObject({
    kind: z.enum(BRIEFING_KINDS),
    period: z.int(),
    regionCode: z.nullable(label),
    since: z.nullable(z.int()),
  }),
  frequency: z.enum(FREQUENCIES),
  weekEndsOn: z.int().check(z.gte(1), z.lte(7)),
  lang: z.enum(['zh', 'en']),
  title: prose,
  subtitle: prose,
  issuer: prose,
  number: prose,
  date: prose,
  to: prose,
  pages: z.array(page).check(z.maxLength(PAGES)),
  removed: z.array(id).check(z.maxLength(PAGES)),
  sourceLine: prose,
  basisLine: prose,
  vintage: z.strictObject({ asOf: z.nullable(day), knownOn: z.nullable(day), fingerprint: label }),
  demonstration: prose,
  definitions: z
    .array(
      z.strictObject({
        indicatorId: id,
        name: prose,
        unit: label,
        family: label,
        definition: prose,
        source: prose,
      }),
    )
    .check(z.maxLength(DEFINITIONS)),
  byHand: z.array(z.enum(['title', 'issuer', 'number', 'date', 'to'])).check(z.maxLength(5)),
});

/** The gate for a briefing that was stored or comes in a package: the briefing, or every fault with its path. */
export function checkBriefing(raw: unknown): Checked<Briefing> {
  const checked = checkShape<Briefing>(briefingShape as unknown as z.ZodMiniType<Briefing>, raw);
  if (!checked.value) return checked;
  const { pages } = checked.value;
  const faults = pages.flatMap((one, i) => [
    ...(pages.findIndex((other) => other.id === one.id) < i ? [shapeFault(['pages', i, 'id'], raw, T.pageOnce)] : []),
    ...one.sentences.flatMap((said, k) =>
      one.sentences.findIndex((other) => other.id === said.id) < k
        ? [shapeFault(['pages', i, 'sentences', k, 'id'], raw, T.sentenceOnce)]
        : [],
    ),
  ]);
  return faults.length > 0 ? { value: null, faults } : checked;
}
