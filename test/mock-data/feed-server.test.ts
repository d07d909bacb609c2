import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { demonstrationBodies } from '../../mock-data/bodies';
import type { FeedCatalog, FeedObservations } from '../../mock-data/feed';
import { type ExampleFeed, exampleFeed } from '../../mock-data/feed-server';
import { contentOf, onlyIndicators, revised } from '../../mock-data/revise';
import { defaultCatalogue } from '../../src/base/catalogue';
import { answerShape, catalogShape } from '../../src/observations/feed-contract';
import { readFeed } from '../../src/observations/read-feed';

const schema = JSON.parse(readFileSync('docs/feed.schema.json', 'utf8')) as z.core.JSONSchema.JSONSchema;
const validator = (answer: 'catalog' | 'observations' | 'error'): z.ZodType =>
  z.fromJSONSchema({ $schema: schema.$schema, $defs: schema.$defs, $ref: `#/$defs/${answer}` } as never);
const shapes = { catalog: validator('catalog'), observations: validator('observations'), error: validator('error') };

const BODIES = onlyIndicators(demonstrationBodies(), ['pmi', 'openings']);
const PATHS = ['catalog.json', 'observations/openings.month.json', 'observations/pmi.month.json'];
const PMI = contentOf<FeedObservations>(BODIES, PATHS[2]!);
const T = PMI.count - 5;
const REGION = PMI.series[0]!.region;
const BEFORE = PMI.series[0]!.values[T]!;
const change = (knownOn: string | null) =>
  revised(BODIES, { indicator: 'pmi', region: REGION, t: T, value: 44.4, knownOn });

let feed: ExampleFeed;
let server: Server;
let clock = 0;
beforeEach(async () => {
  clock = Date.UTC(2026, 10, 23, 8, 0, 0);
  feed = exampleFeed(BODIES, { key: ['X-Api-Key', 'k'], now: () => clock });
  server = createServer(feed.listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterEach(() => new Promise<void>((done) => server.close(() => done())));

async function ask(path: string, headers: Record<string, string> = { 'x-api-key': 'k' }) {
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${path}`, { headers });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}
const faultsOf = (shape: keyof typeof shapes, text: string) =>
  shapes[shape].safeParse(JSON.parse(text)).error?.issues ?? [];

describe('every answer over the wire holds to docs/feed.schema.json', () => {
  it('before and after a revision', async () => {
    for (const bodies of [BODIES, change('2026-11-20'), change(null)]) {
      feed.setBodies(bodies);
      for (const path of PATHS) {
        const { status, text } = await ask(path);
        expect([status, faultsOf(path === 'catalog.json' ? 'catalog' : 'observations', text)], path).toEqual([200, []]);
      }
    }
  });
  it('refusals too: no such address, no key, too many, out of order', async () => {
    const missing = await ask('nothing.json');
    const locked = await ask('catalog.json', {});
    feed.disturb({ status: 429, retryAfter: '7', times: 1 });
    const many = await ask('catalog.json');
    feed.disturb({ status: 503 });
    const broken = await ask('catalog.json');
    const all = [missing, locked, many, broken];
    expect(all.map((a) => a.status)).toEqual([404, 401, 429, 503]);
    for (const { text } of all) expect(faultsOf('error', text)).toEqual([]);
    expect([many.headers.get('retry-after'), broken.headers.get('retry-after')]).toEqual(['7', null]);
  });
});

describe('the schema and the product’s own reader agree', () => {
  const pmi = contentOf<Record<string, unknown>>(BODIES, PATHS[2]!);
  const catalog = contentOf<Record<string, unknown>>(BODIES, 'catalog.json');
  it('on good answers', () => {
    expect([answerShape.safeParse(pmi).success, shapes.observations.safeParse(pmi).success]).toEqual([true, true]);
    expect([catalogShape.safeParse(catalog).success, shapes.catalog.safeParse(catalog).success]).toEqual([true, true]);
  });
  it.each(['contract', 'indicator', 'frequency', 'unit', 'source', 'first', 'count', 'published', 'series'])(
    'an answer without `%s`, or with another kind there, is refused by both',
    (field) => {
      for (const wrong of [
        { ...pmi, [field]: undefined },
        { ...pmi, [field]: { no: 1 } },
      ]) {
        expect([answerShape.safeParse(wrong).success, shapes.observations.safeParse(wrong).success]).toEqual([
          false,
          false,
        ]);
      }
    },
  );
  it.each(['status', 'late', 'revisions'])(
    'an answer with another kind in `%s` is refused by both, without it by none',
    (field) => {
      const without = { ...pmi, [field]: undefined };
      expect([answerShape.safeParse(without).success, shapes.observations.safeParse(without).success]).toEqual([
        true,
        true,
      ]);
      const wrong = { ...pmi, [field]: [['x']] };
      expect([answerShape.safeParse(wrong).success, shapes.observations.safeParse(wrong).success]).toEqual([
        false,
        false,
      ]);
    },
  );
  it.each(['contract', 'name', 'demonstration', 'dataVersion', 'asOf', 'regions', 'observations'])(
    'a catalogue without `%s`, or with another kind there, is refused by both',
    (field) => {
      for (const wrong of [
        { ...catalog, [field]: undefined },
        { ...catalog, [field]: { no: 1 } },
      ]) {
        expect([catalogShape.safeParse(wrong).success, shapes.catalog.safeParse(wrong).success]).toEqual([
          false,
          false,
        ]);
      }
    },
  );
});

describe('versions', () => {
  it('304 by ETag, by date where no ETag is sent, and never by date against it', async () => {
    const first = await ask(PATHS[2]!);
    const [etag, date] = [first.headers.get('etag')!, first.headers.get('last-modified')!];
    expect(date).toBe('Mon, 23 Nov 2026 08:00:00 GMT');
    const key = { 'x-api-key': 'k' };
    const states = await Promise.all(
      [
        { 'if-none-match': etag },
        { 'if-modified-since': date },
        { 'if-modified-since': 'Mon, 23 Nov 2026 09:00:00 GMT' },
        { 'if-modified-since': 'Mon, 23 Nov 2026 07:59:59 GMT' },
        { 'if-none-match': '"other"', 'if-modified-since': date },
        { 'if-modified-since': 'rubbish' },
      ].map(async (conditions) => (await ask(PATHS[2]!, { ...key, ...conditions } as Record<string, string>)).status),
    );
    expect(states).toEqual([304, 304, 304, 200, 200, 200]);
  });
  it('a revision gives the changed answers a new version, and only those', async () => {
    const before = await Promise.all(PATHS.map((path) => ask(path)));
    clock += 60_000;
    feed.setBodies(change(null));
    const after = await Promise.all(PATHS.map((path) => ask(path)));
    const news = PATHS.filter((_, k) => before[k]!.headers.get('etag') !== after[k]!.headers.get('etag'));
    expect(news).toEqual(['catalog.json', 'observations/pmi.month.json']);
    expect(after.map((a) => a.headers.get('last-modified')!.slice(17, 25))).toEqual([
      '08:01:00',
      '08:00:00',
      '08:01:00',
    ]);
    const [old, now] = [before, after].map((all) => (JSON.parse(all[0]!.text) as FeedCatalog).dataVersion);
    expect(now).toBe(`${old}+1`);
  });
});

describe('moods', () => {
  it('trouble passes after so many requests; slowness only delays', async () => {
    feed.disturb({ status: 503, times: 2 });
    expect([
      (await ask('catalog.json')).status,
      (await ask('catalog.json')).status,
      (await ask('catalog.json')).status,
    ]).toEqual([503, 503, 200]);
    feed.disturb({ delayMs: 80, times: 1 });
    const began = performance.now();
    expect((await ask('catalog.json')).status).toBe(200);
    expect(performance.now() - began).toBeGreaterThan(70);
    expect(feed.log.map((entry) => entry.status)).toEqual([503, 503, 200, 200]);
  });
});

it('a dated revision is read as one: both values, each with its day', () => {
  const bodies = change('2026-11-20');
  const { observations: o, issues } = readFeed(
    {
      name: '',
      catalog: bodies.get('catalog.json')!.bytes.buffer,
      observations: [{ indicator: 'pmi', body: bodies.get(PATHS[2]!)!.bytes.buffer }],
    },
    defaultCatalogue(),
  );
  expect(issues).toEqual([]);
  const first = Math.min(...o.period);
  const values = Array.from(o.value).filter(
    (_, i) => o.period[i] === first + T && o.regionCodes[o.region[i]!] === REGION,
  );
  expect(values).toEqual([BEFORE, 44.4]);
});
