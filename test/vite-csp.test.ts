import { expect, test } from 'vitest';
import { feedOrigins, policy } from '../scripts/vite-csp';

const httpFeed = (url: string, more?: unknown) =>
  JSON.stringify({ source: { kind: 'http-feed', url }, feedOrigins: more });

test('the policy opens the origin of an absolute feed, and nothing else', () => {
  expect(feedOrigins(httpFeed('https://data.example/feed/v1?a=1'))).toEqual(['https://data.example']);
  expect(policy(['https://data.example'])).toContain("connect-src 'self' https://data.example;");
});

test('the demonstration and a feed on the same host open nothing', () => {
  expect(feedOrigins('{ "source": { "kind": "demonstration" } }')).toEqual([]);
  expect(feedOrigins(httpFeed('./feed'))).toEqual([]);
  expect(feedOrigins(httpFeed('javascript:alert(1)'))).toEqual([]);
  expect(policy([])).toContain("connect-src 'self';");
});

test('origins that users may set on the page are opened too, each once', () => {
  const more = ['http://10.1.2.3:8787', 'https://data.example/', 'https://b.example/x', '*', 'https:', 7];
  expect(feedOrigins(httpFeed('https://data.example/feed', more))).toEqual([
    'https://data.example',
    'http://10.1.2.3:8787',
    'https://b.example',
  ]);
  expect(feedOrigins(httpFeed('feed', 'https://b.example'))).toEqual([]);
  expect(policy(['https://a.example', 'https://b.example'])).toContain(
    "connect-src 'self' https://a.example https://b.example;",
  );
});

test('a feed address cannot write a directive of its own', () => {
  const sly = "https://data.example/; script-src 'unsafe-eval'";
  expect(feedOrigins(httpFeed(sly))).toEqual(['https://data.example']);
  expect(feedOrigins(httpFeed('feed', [sly, "https://a b; script-src 'unsafe-eval'"]))).toEqual([
    'https://data.example',
  ]);
});

test('scripts come from the page alone, without eval', () => {
  expect(policy([])).toContain("script-src 'self';");
  expect(policy([])).not.toContain('unsafe-eval');
});
