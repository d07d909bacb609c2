import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { defaultCatalogue } from '../../src/base/catalogue';
import { formatDay } from '../../src/base/period';
import { Status } from '../../src/base/status';
import { readFeed } from '../../src/observations/read-feed';
import { demonstrationBodies } from '../../mock-data/bodies';
import { respond } from '../../mock-data/respond';
import { parsed } from './demonstration';

const schema = JSON.parse(readFileSync('docs/feed.schema.json', 'utf8')) as z.core.JSONSchema.JSONSchema;
const contract = readFileSync('docs/feed-contract.md', 'utf8');

/** Validator of one answer of the schema: zod reads JSON Schema 2020-12. */
const validator = (answer: 'catalog' | 'observations' | 'error'): z.ZodType =>
  z.fromJSONSchema({ $schema: schema.$schema, $defs: schema.$defs, $ref: `#/$defs/${answer}` } as never);
const catalog = validator('catalog');
const observations = validator('observations');
const bodies = demonstrationBodies();

describe('docs/feed.schema.json', () => {
  it('holds for every answer of the demonstration', () => {
    for (const path of bodies.keys()) {
      const result = (path === 'catalog.json' ? catalog : observations).safeParse(parsed(bodies, path));
      expect(result.error?.issues ?? [], path).toEqual([]);
    }
  });

  it('holds for the answer to an unknown address', () => {
    const { status, body } = respond(bodies, 'GET', 'nothing.json', null);
    expect(status).toBe(404);
    expect(validator('error').safeParse(JSON.parse(new TextDecoder().decode(body!))).success).toBe(true);
  });

  const pmi = (): Record<string, unknown> => parsed(bodies, 'observations/pmi.month.json');
  it.each([
    ['another contract', { contract: 'fengsui-feed/2' }],
    ['no unit', { unit: undefined }],
    ['a period that does not exist', { first: '2017-13' }],
    ['a text among the values', { series: [{ region: '150000', values: ['50.1'] }] }],
    ['a day that is none', { published: ['2017-02-30th'] }],
    ['an unknown status', { status: [['150000', '2017-01', 'guess']] }],
    ['a revision without its day', { revisions: [['150000', '2017-01', 50]] }],
    ['a revision with too much', { revisions: [['150000', '2017-01', 50, '2017-02-01', 'x']] }],
  ])('refuses %s', (_, change) => {
    expect(observations.safeParse(pmi()).success).toBe(true);
    expect(observations.safeParse({ ...pmi(), ...change }).success).toBe(false);
  });
});

describe('docs/feed-contract.md', () => {
  const block = (name: string): string => new RegExp(`\`\`\`json ${name}\n([\\s\\S]*?)\`\`\``).exec(contract)![1]!;
  const bytes = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer;

  it('gives a worked example that holds to the schema and reads as the text says', () => {
    expect(catalog.safeParse(JSON.parse(block('catalog'))).error).toBeUndefined();
    expect(observations.safeParse(JSON.parse(block('observations'))).error).toBeUndefined();
    const {
      observations: o,
      issues,
      held,
      tree,
    } = readFeed(
      {
        name: 'example',
        catalog: bytes(block('catalog')),
        observations: [{ indicator: 'benefit_recipients', body: bytes(block('observations')) }],
      },
      defaultCatalogue(),
    );
    expect(tree?.regions.map((r) => r.code)).toEqual(['150300', '150302', '150303']);
    expect([issues, held]).toEqual([[], 0]);
    const rows = Array.from({ length: o.length }, (_, i) =>
      [o.regionCodes[o.region[i]!], o.value[i], formatDay(o.knownOn[i]!)].join(' '),
    );
    expect(rows.toSorted()).toEqual([
      '150302 505 2017-03-10',
      '150302 512 2017-04-10',
      '150302 520 2017-05-10',
      '150302 531 2017-05-10',
      '150303 158 2017-04-10',
      '150303 160 2017-03-10',
      '150303 163 2017-05-25',
    ]);
    expect(o.status.filter((s) => s === Status.provisional)).toHaveLength(1);
  });

  it('lists the indicators that the demonstration serves, with their units and frequencies', () => {
    const rows = [...contract.matchAll(/^\| `([a-z_]+)` \|[^|]*\| `([^`]+)` \| (\w+) \|/gm)].map(
      ([, id, unit, frequency]) => [id, unit, frequency].join(' '),
    );
    const served = [...bodies.keys()]
      .filter((path) => path !== 'catalog.json')
      .map((path) => parsed<{ indicator: string; unit: string; frequency: string }>(bodies, path))
      .map((o) => [o.indicator, o.unit, o.frequency].join(' '));
    expect(rows.toSorted()).toEqual(served.toSorted());
    expect(rows).toHaveLength(30);
  });
});
