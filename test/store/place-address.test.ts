import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/base/period';
import { chooseLang, formatPlace, parsePlace, patchPlace, type Place } from '../../src/store/place-address';

const full: Place = {
  screen: 'region',
  lang: 'en',
  region: '150300',
  period: '2026-10',
  asof: dayOf(2026, 11, 10),
  rules: 'v2',
  theme: 'dark',
  free: { map: 'tiles', q: 'a&b=c #' },
};

describe('place in the address', () => {
  it('comes back whole', () => {
    const { path, search } = formatPlace(full);
    expect(path).toBe('/region');
    expect(parsePlace(path, `?${search}`)).toEqual(full);
  });

  it('takes what it does not understand as not said', () => {
    const place = parsePlace('/nowhere', '?period=2017-13&asof=2026-02-30&lang=fr&theme=pink&region=');
    expect(place).toEqual({
      screen: 'overview',
      lang: null,
      region: null,
      period: null,
      asof: null,
      rules: null,
      theme: null,
      free: {},
    });
  });

  it('keeps the free parameters on the same screen and leaves them behind on another', () => {
    expect(patchPlace(full, { period: '2026-09' }).free).toEqual(full.free);
    expect(patchPlace(full, { free: { map: null, sort: 'index' } }).free).toEqual({ q: 'a&b=c #', sort: 'index' });
    expect(patchPlace(full, { screen: 'overview' }).free).toEqual({});
    expect(patchPlace(full, { screen: 'overview' }).period).toBe('2026-10');
  });
});

describe('language', () => {
  it.each([
    ['en', 'zh', ['zh-CN'], 'en'],
    [null, 'en', ['zh-CN'], 'en'],
    [null, null, ['zh-TW', 'en'], 'zh'],
    [null, null, ['en-US', 'zh-CN'], 'en'],
    [null, 'nonsense', ['fr'], 'en'],
    [null, null, [], 'en'],
  ] as const)('address %s, stored %s, browser %j → %s', (address, stored, browser, expected) => {
    expect(chooseLang(address, stored, browser)).toBe(expected);
  });
});
