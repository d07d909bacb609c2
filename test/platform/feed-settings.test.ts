import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { addressFault, connectSources, settingsFaults } from '../../src/platform/feed-checks';
import {
  completeSettings,
  keepOwnSettings,
  lastChecked,
  noteChecked,
  onFeedMemory,
  ownSettings,
} from '../../src/platform/feed-settings';

const FEED = { url: 'https://f.example/catalog.json', headers: [{ name: 'X-Key', value: 's' }], intervalMinutes: 5 };

describe('kept in the browser', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  beforeEach(() => {
    kept.clear();
    vi.stubGlobal('localStorage', storage);
  });
  afterEach(() => vi.unstubAllGlobals());

  test('settings come back as they were; null takes them away', () => {
    expect(ownSettings()).toBeNull();
    expect(keepOwnSettings(FEED)).toBe(true);
    expect(ownSettings()).toEqual(FEED);
    keepOwnSettings(null);
    expect(ownSettings()).toBeNull();
    expect(kept.size).toBe(0);
  });
  test.each(['', '{', '[]', '{"url":""}', '{"url":"x","intervalMinutes":-1}', '{"url":"x","headers":[{"name":1}]}'])(
    'what is not settings (%j) is as if there were none',
    (text) => {
      kept.set('fengsui.feed', text);
      expect(ownSettings()).toBeNull();
    },
  );
  test('the time of the last refresh belongs to its feed', () => {
    noteChecked('a', 5);
    expect([lastChecked('a'), lastChecked('b')]).toEqual([5, null]);
    kept.set('fengsui.feed.checked', 'rubbish');
    expect(lastChecked('a')).toBeNull();
  });
  test('a browser that keeps nothing: that is told, and only the time of the last refresh holds until the page is closed', () => {
    const refuse = (): never => {
      throw new DOMException('', 'QuotaExceededError');
    };
    vi.stubGlobal('localStorage', { ...storage, setItem: refuse });
    expect(keepOwnSettings(FEED)).toBe(false);
    expect(ownSettings()).toBeNull();
    noteChecked('a', 7);
    expect(lastChecked('a')).toBe(7);
    vi.stubGlobal('localStorage', storage);
    expect(keepOwnSettings(null)).toBe(true);
    expect(ownSettings()).toBeNull();
    noteChecked('a', 8);
    expect(kept.get('fengsui.feed.checked')).toContain('8');
  });
  test('other tabs’ changes are heard, strangers’ are not', () => {
    const target = new EventTarget();
    vi.stubGlobal('addEventListener', target.addEventListener.bind(target));
    vi.stubGlobal('removeEventListener', target.removeEventListener.bind(target));
    const heard: string[] = [];
    const end = onFeedMemory((what) => heard.push(what));
    const say = (key: string | null): void => void target.dispatchEvent(Object.assign(new Event('storage'), { key }));
    for (const key of ['fengsui.feed', 'fengsui.feed.checked', 'fengsui.lang', null]) say(key);
    end();
    say('fengsui.feed');
    expect(heard).toEqual(['settings', 'checked', 'settings']);
  });
});

test('what is left out is filled in, what is sent is without outer blanks', () => {
  expect(completeSettings({ url: ' feed/catalog.json ' })).toEqual({
    url: 'feed/catalog.json',
    headers: [],
    intervalMinutes: 60,
  });
  expect(completeSettings({ url: 'x', headers: [{ name: ' A ', value: ' b ' }], intervalMinutes: 0 })).toEqual({
    url: 'x',
    headers: [{ name: 'A', value: 'b' }],
    intervalMinutes: 0,
  });
});

describe('which addresses can be reached', () => {
  const page = {
    address: 'https://office.example/fengsui/',
    connect: ["'self'", 'https://feed.example', 'http://plain.example:8080', 'http://localhost:1'],
  };
  const words = (url: string, at = page): string => addressFault(url, at)?.en ?? '';
  test.each([
    'catalog.json',
    '/feed/catalog.json',
    'https://office.example/x',
    'https://feed.example/a/b?c',
    'http://localhost:1/c',
  ])('%s', (url) => expect(words(url)).toBe(''));
  test.each([
    ['', 'Give the address'],
    ['http://[', 'not a valid address'],
    ['ftp://feed.example/', 'must begin with'],
    ['javascript:alert(1)', 'must begin with'],
    ['https://user:pw@feed.example/', 'use a header instead'],
    ['https://user@feed.example/', 'use a header instead'],
    ['https://:pw@feed.example/', 'use a header instead'],
    ['https://other.example/', 'does not allow https://other.example'],
    ['http://feed.example/', 'does not allow http://feed.example'],
    ['http://plain.example:8080/c', 'must be too'],
  ])('%j cannot: %s', (url, why) => expect(words(url)).toContain(why));
  test('on plain http a plain feed will do; without a policy any site', () => {
    const plain = { ...page, address: 'http://intranet/' };
    expect(words('http://plain.example:8080/c', plain)).toBe('');
    expect(addressFault('https://other.example/', { ...page, connect: null })).toBeNull();
  });
  test('the policy’s own words', () => {
    expect(connectSources("default-src 'self'; connect-src 'self' https://a.example; img-src *")).toEqual([
      "'self'",
      'https://a.example',
    ]);
    expect(connectSources("default-src 'self'")).toEqual(["'self'"]);
    expect(connectSources('img-src *')).toBeNull();
    expect(connectSources(null)).toBeNull();
  });
  test('all faults at once, or none', () => {
    expect(settingsFaults({ ...FEED, url: 'x' }, page)).toBeNull();
    const bad = { url: '', headers: [{ name: 'Cookie', value: '1' }, ...FEED.headers], intervalMinutes: 1.5 };
    const faults = settingsFaults(bad, page)!;
    expect([faults.url !== null, faults.headers.map((f) => f !== null), faults.interval !== null]).toEqual([
      true,
      [true, false],
      true,
    ]);
    expect(settingsFaults({ ...FEED, url: 'x', intervalMinutes: 10_081 }, page)!.interval!.en).toContain('10080');
    expect(settingsFaults({ ...FEED, url: 'x', intervalMinutes: NaN }, page)!.interval).not.toBeNull();
  });
});
