import { expect, test } from 'vitest';
import { parseDay } from '../../src/base/period';
import type { AssessmentView } from '../../src/platform/engine-api';
import { addressOf, exactPlace, lacksOf } from '../../src/store/exact-link';
import { parsePlace } from '../../src/store/place-address';

const view = {
  frequency: 'month',
  weekEndsOn: 6,
  first: 2020 * 12,
  count: 83,
  latest: 2026 * 12 + 9,
  asOf: null,
  lastKnownOn: parseDay('2026-11-09'),
  rules: { id: 'v3', builtIn: false },
} as unknown as AssessmentView;

test('what the address leaves to the moment is pinned; what it says stays; looks are the reader’s own', () => {
  const open = parsePlace('/indicators', 'ind=openings&theme=dark');
  expect(addressOf(exactPlace(open, view, 'zh'))).toBe(
    'http://localhost/?period=2026-10&asof=2026-11-09&rules=v3&lang=zh&ind=openings#/indicators',
  );
  const pinned = parsePlace('/region', 'region=150300&period=2026-03&asof=2026-04-01&lang=en');
  const then = { ...view, asOf: parseDay('2026-04-01') };
  expect(addressOf(exactPlace(pinned, then, 'en'))).toContain(
    'region=150300&period=2026-03&asof=2026-04-01&rules=v3&lang=en',
  );
});

test('reading the exact address gives the exact place', () => {
  const place = exactPlace(parsePlace('/warnings', 'warning=150300@2025-11&find=a b&x=%26'), view, 'en');
  const { search, hash } = new URL(addressOf(place));
  expect(parsePlace(hash.slice(1), search)).toEqual(place);
});

test('what a link cannot carry', () => {
  expect(lacksOf(view, 'demonstration')).toEqual(['rules', 'acts']);
  const undated = { ...view, lastKnownOn: null, rules: { ...view.rules, builtIn: true } };
  expect(lacksOf(undated, 'files')).toEqual(['files', 'undated', 'acts']);
  expect(lacksOf(undated, 'http-feed')).toEqual(['feed', 'undated', 'acts']);
});
