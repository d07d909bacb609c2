import { describe, expect, test } from 'vitest';
import { fetchFeed } from '../../src/platform/http-feed';
import { TroubleError } from '../../src/platform/trouble';

const CATALOG = {
  name: { zh: '试验', en: 'Trial' },
  demonstration: true,
  observations: ['a', 'b', 'c'].map((indicator) => ({ indicator, url: `${indicator}.json` })),
};
const URL_OF = 'http://feed.test/v1/catalog.json';

type Answer = Response | Error | 'never';

/** A network that knows some addresses. */
function network(answers: Readonly<Record<string, Answer>>, asked: string[] = []): typeof fetch {
  return (input, init) => {
    const url = String(input);
    asked.push(url);
    const answer = answers[url] ?? new Response('', { status: 404 });
    const { signal } = init ?? {};
    return new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason));
      if (answer === 'never') return;
      if (answer instanceof Error) reject(answer);
      else resolve(answer.clone());
    });
  };
}

const GOOD: Readonly<Record<string, Answer>> = {
  [URL_OF]: Response.json(CATALOG),
  'http://feed.test/v1/a.json': new Response('A'),
  'http://feed.test/v1/b.json': new Response('B'),
  'http://feed.test/v1/c.json': new Response('C'),
};
const load = (answers: Readonly<Record<string, Answer>>, signal = new AbortController().signal, seen: number[] = []) =>
  fetchFeed({ url: URL_OF, fetch: network(answers), timeoutMs: 50, takenOn: 100, tries: 1 }, signal, (done) =>
    seen.push(done),
  );

async function troubleOf(work: Promise<unknown>): Promise<TroubleError['trouble']> {
  const error: unknown = await work.then(
    () => null,
    (e: unknown) => e,
  );
  if (!(error instanceof TroubleError)) throw new Error(`no trouble: ${String(error)}`);
  return error.trouble;
}

test('every part, in the order of the catalogue, with progress', async () => {
  const seen: number[] = [];
  const answers = await load(GOOD, undefined, seen);
  expect(answers).toMatchObject({ name: '试验', demonstration: true, takenOn: 100 });
  const text = (body: ArrayBuffer): string => new TextDecoder().decode(body);
  expect(answers.observations.map((o) => [o.indicator, text(o.body)])).toEqual([
    ['a', 'A'],
    ['b', 'B'],
    ['c', 'C'],
  ]);
  expect(JSON.parse(text(answers.catalog))).toEqual(CATALOG);
  expect(seen).toEqual([1 / 3, 2 / 3, 1]);
});

describe('failures say what, where and what to do; one part failing fails the whole', () => {
  test.each<[string, Answer, string]>([
    ['refused', new TypeError('Failed to fetch'), '未能连接'],
    ['an error status', new Response('', { status: 503 }), '503'],
    ['silence', 'never', '没有答复'],
  ])('%s', async (_, answer, words) => {
    const part = 'http://feed.test/v1/b.json';
    expect(await troubleOf(load({ ...GOOD, [part]: answer }))).toMatchObject({
      where: part,
      what: { zh: expect.stringContaining(words) },
    });
    expect(await troubleOf(load({ ...GOOD, [URL_OF]: answer }))).toMatchObject({
      where: URL_OF,
      what: { zh: expect.stringContaining(words) },
    });
  });
  test('a login page instead of the catalogue', async () => {
    const trouble = await troubleOf(load({ ...GOOD, [URL_OF]: new Response('<html>') }));
    expect(trouble.what.en).toContain('not JSON');
  });
  test('a catalogue of another shape: the path', async () => {
    const trouble = await troubleOf(load({ ...GOOD, [URL_OF]: Response.json({ observations: [{ indicator: 'a' }] }) }));
    expect(trouble.what.en).toContain('.observations[0].url');
  });
  test('parts on another site are not asked for', async () => {
    const asked: string[] = [];
    const elsewhere = { ...CATALOG, observations: [{ indicator: 'a', url: 'http://evil.test/a.json' }] };
    const get = network({ ...GOOD, [URL_OF]: Response.json(elsewhere) }, asked);
    const trouble = await troubleOf(
      fetchFeed({ url: URL_OF, fetch: get }, new AbortController().signal, () => undefined),
    );
    expect(trouble.where).toBe('http://evil.test/a.json');
    expect(asked).toEqual([URL_OF]);
  });
});

test('an abort ends it as an abort, not as a failure of the feed', async () => {
  const abort = new AbortController();
  const work = load({ ...GOOD, 'http://feed.test/v1/b.json': 'never' }, abort.signal);
  setTimeout(() => abort.abort(), 5);
  await expect(work).rejects.toMatchObject({ name: 'AbortError' });
});
