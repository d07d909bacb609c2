import { expect, test } from 'vitest';
import { feedOrigin, policy } from '../scripts/vite-csp';

const httpFeed = (url: string) => JSON.stringify({ source: { kind: 'http-feed', url } });

test('the policy opens the origin of an absolute feed, and nothing else', () => {
  expect(feedOrigin(httpFeed('https://data.example/feed/v1?a=1'))).toBe('https://data.example');
  expect(policy('https://data.example')).toContain("connect-src 'self' https://data.example;");
});

test('the demonstration and a feed on the same host open nothing', () => {
  expect(feedOrigin('{ "source": { "kind": "demonstration" } }')).toBeNull();
  expect(feedOrigin(httpFeed('./feed'))).toBeNull();
  expect(feedOrigin(httpFeed('javascript:alert(1)'))).toBeNull();
  expect(policy(null)).toContain("connect-src 'self';");
});

test('a feed address cannot write a directive of its own', () => {
  expect(feedOrigin(httpFeed("https://data.example/; script-src 'unsafe-eval'"))).toBe('https://data.example');
});

test('scripts come from the page alone, without eval', () => {
  expect(policy(null)).toContain("script-src 'self';");
  expect(policy(null)).not.toContain('unsafe-eval');
});
