import { expect, test } from 'vitest';
import { loadConfig } from '../../src/platform/config';
import { parseConfig } from '../../src/platform/config-shape';

const load = (answer: () => Promise<Response>) => loadConfig(new AbortController().signal, answer);

test('what it may say', () => {
  expect(parseConfig({ source: { kind: 'demonstration' } }, 'c')).toEqual({
    source: { kind: 'demonstration' },
    trouble: null,
  });
  const feed = { kind: 'http-feed', url: 'feed/catalog.json' };
  expect(parseConfig({ source: feed }, 'c')).toMatchObject({ source: feed, trouble: null });
  const whole = { ...feed, headers: [{ name: 'X-Key', value: 'k' }], intervalMinutes: 0 };
  // `feedOrigins` is for the build, which writes the page's policy.
  expect(parseConfig({ source: whole, feedOrigins: ['https://f.example'] }, 'c')).toMatchObject({
    source: whole,
    trouble: null,
  });
});

test.each([
  {},
  { source: {} },
  { source: { kind: 'sql' } },
  { source: { kind: 'http-feed' } },
  { source: { kind: 'http-feed', url: '' } },
  { source: { kind: 'http-feed', url: 'x', intervalMinutes: -1 } },
  { source: { kind: 'http-feed', url: 'x', intervalMinutes: 0.5 } },
  { source: { kind: 'http-feed', url: 'x', headers: { 'X-Key': 'k' } } },
  null,
  [],
])('anything else (%j): the demonstration, and a word about it', (raw) => {
  const config = parseConfig(raw, 'http://x/config.json');
  expect(config.source).toEqual({ kind: 'demonstration' });
  expect(config.trouble).toMatchObject({ where: 'http://x/config.json' });
  expect(config.trouble!.what.zh).toContain('config.json');
});

test('a list of indicators beside the page is fetched with it; when it is not there, that is said', async () => {
  const config = JSON.stringify({ source: { kind: 'demonstration' }, indicators: 'own.json' });
  const serve =
    (list: () => Response) =>
    async (url: string | URL | Request): Promise<Response> =>
      String(url).endsWith('/own.json') ? list() : new Response(config);
  const fetched = (list: () => Response) => loadConfig(new AbortController().signal, serve(list));
  expect(await fetched(() => new Response('{"a":1}'))).toMatchObject({ indicators: { a: 1 }, trouble: null });
  const missing = await fetched(() => new Response('', { status: 404 }));
  expect(missing).toMatchObject({ trouble: { where: expect.stringContaining('own.json') } });
  expect(missing.indicators).toBeUndefined();
});

test('missing, not JSON, unreachable', async () => {
  const words = async (answer: () => Promise<Response>): Promise<string> => (await load(answer)).trouble!.what.en;
  expect(await words(async () => new Response('', { status: 404 }))).toContain('could not be read');
  expect(await words(async () => new Response('{'))).toContain('not valid JSON');
  expect(await words(() => Promise.reject(new TypeError('offline')))).toContain('could not be read');
  const abort = new DOMException('stopped', 'AbortError');
  await expect(load(() => Promise.reject(abort))).rejects.toBe(abort);
});
