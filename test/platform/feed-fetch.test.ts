import { describe, expect, test } from 'vitest';
import type { FeedAnswers } from '../../src/platform/engine-api';
import { type FeedRequest, type FeedWait, fetchFeed } from '../../src/platform/http-feed';

const BASE = 'http://feed.test/v1/';
const CATALOG = {
  name: { zh: '试验', en: 'Trial' },
  demonstration: false,
  observations: ['a', 'b'].map((indicator) => ({ indicator, url: `${indicator}.json` })),
};

type Reply = (asked: Headers) => Response | Error;
interface Asked {
  readonly path: string;
  readonly headers: Headers;
  readonly init: RequestInit;
}

/** A feed that tells its versions by ETag and Last-Modified, and has moods: the replies that come first, by path. */
function feed(bodies: Record<string, string>, moods: Record<string, Reply[]> = {}) {
  const asked: Asked[] = [];
  const fetchIt: typeof fetch = async (input, init = {}) => {
    init.signal?.throwIfAborted();
    const path = String(input).slice(BASE.length);
    const headers = new Headers(init.headers);
    asked.push({ path, headers, init });
    const mood = moods[path]?.shift();
    const reply = mood ? mood(headers) : ok(bodies[path] ?? '', headers);
    if (reply instanceof Error) throw reply;
    return reply;
  };
  return { asked, fetch: fetchIt, paths: () => asked.map((a) => a.path) };
}

const ok = (body: string, asked: Headers): Response => {
  const validators = { etag: `"${body.length}-${body}"`, 'last-modified': 'Mon, 23 Nov 2026 08:00:00 GMT' };
  if (asked.get('if-none-match') === latin(validators.etag))
    return new Response(null, { status: 304, headers: latinAll(validators) });
  return new Response(body, { headers: latinAll(validators) });
};
const latin = (text: string): string => encodeURI(text);
const latinAll = (headers: Record<string, string>) => ({ ...headers, etag: latin(headers['etag']!) });
const status =
  (code: number, headers: Record<string, string> = {}): Reply =>
  () =>
    new Response(null, { status: code, headers });
const broken: Reply = () => new TypeError('Failed to fetch');

const BODIES = { 'catalog.json': JSON.stringify(CATALOG), 'a.json': 'A', 'b.json': 'B' };

interface Run {
  readonly waits: number[];
  readonly told: FeedWait[];
}
function load(get: typeof fetch, more: Partial<FeedRequest> = {}, run: Run = { waits: [], told: [] }) {
  const sleep = async (ms: number): Promise<void> => void run.waits.push(ms);
  const request = { url: `${BASE}catalog.json`, fetch: get, takenOn: 100, now: () => 1000, random: () => 0.5, sleep };
  return fetchFeed(
    { ...request, onWait: (w) => run.told.push(w), ...more },
    new AbortController().signal,
    () => undefined,
  );
}
const textOf = (answers: FeedAnswers): string[] => answers.observations.map((o) => new TextDecoder().decode(o.body));
const failureOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

describe('conditional requests', () => {
  test('the first time without conditions; after that by what the feed told its versions by', async () => {
    const first = feed(BODIES);
    const last = await load(first.fetch);
    expect(first.asked.map((a) => [a.headers.get('if-none-match'), a.init.cache])).toEqual(
      Array.from({ length: 3 }, () => [null, 'no-cache']),
    );
    expect(last.unchanged).toBe(false);

    const again = feed(BODIES);
    const same = await load(again.fetch, { last, takenOn: 101 });
    expect(again.asked.every((a) => a.headers.has('if-none-match') && a.init.cache === 'no-store')).toBe(true);
    expect(again.asked[0]!.headers.get('if-modified-since')).toBe('Mon, 23 Nov 2026 08:00:00 GMT');
    expect(same).toMatchObject({ unchanged: true, takenOn: 101 });
    expect(textOf(same)).toEqual(['A', 'B']);
    expect(same.validators).toEqual(last.validators);
  });
  test('what has changed is taken, the rest stays', async () => {
    const last = await load(feed(BODIES).fetch);
    const next = feed({ ...BODIES, 'b.json': 'B2' });
    const answers = await load(next.fetch, { last });
    expect([answers.unchanged, ...textOf(answers)]).toEqual([false, 'A', 'B2']);
    const third = feed({ ...BODIES, 'b.json': 'B2' });
    expect((await load(third.fetch, { last: answers })).unchanged).toBe(true);
  });
  test('a feed that knows no versions: the same bytes count as unchanged', async () => {
    const plain =
      (body: string): Reply =>
      () =>
        new Response(body);
    const moods = () => Object.fromEntries(Object.entries(BODIES).map(([path, body]) => [path, [plain(body)]]));
    const last = await load(feed(BODIES, moods()).fetch);
    expect(last.validators).toEqual({});
    expect((await load(feed(BODIES, moods()).fetch, { last })).unchanged).toBe(true);
    expect((await load(feed(BODIES, { ...moods(), 'a.json': [plain('A2')] }).fetch, { last })).unchanged).toBe(false);
  });
  test('another site that does not admit our conditions is asked without them, at once', async () => {
    const last = await load(feed(BODIES).fetch);
    const refuseConditions: Reply = (asked) =>
      asked.has('if-none-match') ? new TypeError('CORS') : ok(BODIES['catalog.json'], asked);
    const strict = feed(BODIES, { 'catalog.json': [refuseConditions, refuseConditions] });
    const run: Run = { waits: [], told: [] };
    const answers = await load(strict.fetch, { last }, run);
    expect([answers.unchanged, run.waits]).toEqual([true, []]);
    expect(strict.asked.map((a) => [a.path, a.headers.has('if-none-match')])).toEqual([
      ['catalog.json', true],
      ['catalog.json', false],
      ['a.json', false],
      ['b.json', false],
    ]);
  });
  test('a 304 that nobody asked for is a failure, not an empty answer', async () => {
    const error = await failureOf(load(feed(BODIES, { 'a.json': [status(304)] }).fetch));
    expect(error).toMatchObject({ trouble: { what: { en: expect.stringContaining('304') } } });
  });
});

describe('trying again', () => {
  test('what passes by itself is asked again with growing waits, and told', async () => {
    const run: Run = { waits: [], told: [] };
    const moody = feed(BODIES, { 'a.json': [status(503), broken, status(429)] });
    expect(textOf(await load(moody.fetch, {}, run))).toEqual(['A', 'B']);
    expect(run.waits).toEqual([500, 1000, 2000]);
    expect(run.told.map(({ attempt, tries, untilMs }) => [attempt, tries, untilMs])).toEqual([
      [2, 4, 1500],
      [3, 4, 2000],
      [4, 4, 3000],
    ]);
    expect(run.told[0]!.why.en).toContain('503');
  });
  test('tries are bounded, for one request and for all together', async () => {
    const one = feed(BODIES, { 'a.json': Array<Reply>(9).fill(status(503)) });
    expect(await failureOf(load(one.fetch))).toMatchObject({ passing: true });
    expect(one.paths().filter((path) => path === 'a.json')).toHaveLength(4);

    const many = Array.from({ length: 30 }, (_, k) => `i${k}.json`);
    const catalog = JSON.stringify({ observations: many.map((url) => ({ indicator: url, url })) });
    const moods = Object.fromEntries(many.map((path) => [path, [status(503)]]));
    const all = feed({ 'catalog.json': catalog }, moods);
    const run: Run = { waits: [], told: [] };
    expect(await failureOf(load(all.fetch, {}, run))).toMatchObject({ passing: true });
    expect(run.waits).toHaveLength(12);
  });
  test.each([400, 401, 403, 404, 410, 501])('%i is not asked again', async (code) => {
    const wrong = feed(BODIES, { 'catalog.json': [status(code)] });
    expect(await failureOf(load(wrong.fetch))).toMatchObject({ passing: false });
    expect(wrong.paths()).toEqual(['catalog.json']);
  });
  test('the words say what to do', async () => {
    const words = async (code: number): Promise<string> => {
      const error = await failureOf(load(feed(BODIES, { 'catalog.json': [status(code)] }).fetch, { tries: 1 }));
      const { what, todo } = (error as { trouble: { what: { en: string }; todo: { en: string } } }).trouble;
      return `${what.en} / ${todo.en}`;
    };
    expect(await words(401)).toMatch(/401 \(access refused\) \/ Check the headers/);
    expect(await words(404)).toMatch(/404 \(no such address\) \/ Check the address/);
    expect(await words(503)).toMatch(/503 \(the server of the feed is in trouble or busy\) \/ Try again later/);
  });
  test('Retry-After is the least wait; a long one ends the refresh and goes on with the failure', async () => {
    const run: Run = { waits: [], told: [] };
    const soon = feed(BODIES, { 'a.json': [status(429, { 'retry-after': '20' })] });
    await load(soon.fetch, {}, run);
    expect(run.waits).toEqual([20_500]);
    const date = { 'retry-after': 'Mon, 23 Nov 2026 08:10:00 GMT', date: 'Mon, 23 Nov 2026 08:00:00 GMT' };
    const late = feed(BODIES, { 'a.json': [status(503, date)] });
    expect(await failureOf(load(late.fetch))).toMatchObject({ retryAfterMs: 600_000 });
    expect(late.paths().filter((path) => path === 'a.json')).toHaveLength(1);
  });
  test('an abort during a wait ends it at once, as an abort', async () => {
    const stop = new AbortController();
    const moody = feed(BODIES, { 'catalog.json': [status(503)] });
    const request = { url: `${BASE}catalog.json`, fetch: moody.fetch, random: () => 0.99 };
    const began = performance.now();
    const work = fetchFeed(
      { ...request, onWait: () => setTimeout(() => stop.abort(), 5) },
      stop.signal,
      () => undefined,
    );
    await expect(work).rejects.toMatchObject({ name: 'AbortError' });
    expect(performance.now() - began).toBeLessThan(900);
    expect(moody.paths()).toEqual(['catalog.json']);
  });
});

describe('headers', () => {
  const headers = [{ name: 'X-Api-Key', value: 'secret' }];
  test('go with every request, and no redirect is followed with them', async () => {
    const kept = feed(BODIES);
    await load(kept.fetch, { headers });
    expect(kept.asked.map((a) => [a.headers.get('x-api-key'), a.init.redirect])).toEqual(
      Array.from({ length: 3 }, () => ['secret', 'manual']),
    );
    const open = feed(BODIES);
    await load(open.fetch);
    expect(open.asked.every((a) => a.init.redirect === 'follow')).toBe(true);
  });
  test('a redirect is said, not asked again', async () => {
    const away: Reply = () =>
      Object.defineProperties(new Response(''), { type: { value: 'opaqueredirect' }, status: { value: 0 } });
    const error = await failureOf(load(feed(BODIES, { 'catalog.json': [away] }).fetch, { headers }));
    expect(error).toMatchObject({
      passing: false,
      trouble: { what: { en: expect.stringContaining('redirects elsewhere') } },
    });
  });
  test('one that the browser would drop in silence is said before anything is asked', async () => {
    const kept = feed(BODIES);
    const error = await failureOf(load(kept.fetch, { headers: [...headers, { name: 'Cookie', value: 'x' }] }));
    expect(error).toMatchObject({
      trouble: { what: { en: expect.stringContaining('"Cookie" is set by the browser') } },
    });
    expect(kept.asked).toEqual([]);
  });
});
