import { expect, test } from 'vitest';
import { INSUFFICIENT } from '../../../src/base/level';
import { calendarOf } from '../../../src/response/calendar/calendar';
import { defaultPlan } from '../../../src/response/load-plan';
import { emptyState } from '../../../src/response/trail/fold';
import { inbox } from '../../../src/response/warnings/build-inbox';
import { filterInbox, type InboxFilter } from '../../../src/response/warnings/filter';
import { countyA1, leagueA, leagueB, nowMs, region, tree } from '../trail/make-trail';
import { largeInbox, month, signalOf, spellOf } from './make-inbox';

const plan = defaultPlan();
const NONE: InboxFilter = { levels: [], states: [], families: [], region: null, text: '', overdue: false, mine: null };
const rows = inbox(
  [
    spellOf('A', '2026-10', [3]),
    spellOf('A1', '2026-10', [4], { signals: [signalOf('coal_output', 4, 'macro')] }),
    spellOf('A2', '2026-10', [0]),
    spellOf('B', '2026-10', [INSUFFICIENT], { signals: [] }),
    spellOf('B1', '2026-10', [2]),
    spellOf('B2', '2026-07', [1, 2], { until: month('2026-08'), state: 'ended', level: 1 }),
  ],
  emptyState(),
  { tree, frequency: 'month', plan, calendar: calendarOf({}), nowMs },
);
const codes = (filter: Partial<InboxFilter>, words?: (code: string) => string): string =>
  filterInbox(rows, { ...NONE, ...filter }, { tree, plan, ...(words && { words: (w) => words(w.spell.regionCode) }) })
    .map((w) => w.spell.regionCode)
    .sort()
    .join(' ');

test('each condition by itself', () => {
  expect(codes({})).toBe('A A1 A2 B B1 B2');
  expect(codes({ levels: [4, 3] })).toBe('A A1');
  expect(codes({ levels: [0, INSUFFICIENT] })).toBe('A2 B');
  // What has ended is shown at its highest.
  expect(codes({ levels: [2] })).toBe('B1 B2');
  expect(codes({ levels: [1] })).toBe('');
  expect(codes({ states: ['closed', 'pending'] })).toBe('A2 B2');
  expect(codes({ families: ['macro', 'newforms'] })).toBe('A1');
  expect(codes({ region: 'B' })).toBe('B B1 B2');
  expect(codes({ region: 'X' })).toBe('');
  expect(codes({ overdue: true })).toBe('A A1');
});

test('conditions of different kinds must hold together', () => {
  expect(codes({ overdue: true, region: 'A', levels: [4] })).toBe('A1');
  expect(codes({ families: ['macro'], levels: [3] })).toBe('');
});

test('all words of the text must be said, in any order and case, of region or whatever is handed in', () => {
  expect(codes({ text: 'a1' })).toBe('A1');
  expect(codes({ text: '  ' })).toBe('A A1 A2 B B1 B2');
  const words = (code: string): string => (code === 'B1' ? 'New claims 已联系园区' : 'Coal output');
  expect(codes({ text: 'CLAIMS new' }, words)).toBe('B1');
  expect(codes({ text: '园区' }, words)).toBe('B1');
  expect(codes({ text: 'coal b1' }, words)).toBe('');
});

// Duties of the plan: Ⅳ is answered and reviewed by the county; Ⅲ answered by the county, reviewed by the league; Ⅱ answered by the
// league, reviewed by the autonomous region; Ⅰ answered by the league with the region. A league's own are lifted.
test('mine is what waits for an office by the duties of the plan, in its area', () => {
  // A1 at Ⅰ is answered by others, and yet its own county's to see; what only pends in A2 is that county's, what cannot be told in
  // B is that league's.
  expect(codes({ mine: countyA1 })).toBe('A1');
  expect(codes({ mine: { ...countyA1, regionCode: 'A2' } })).toBe('A2');
  expect(codes({ mine: { ...countyA1, regionCode: 'B1' } })).toBe('B1');
  expect(codes({ mine: leagueA })).toBe('A A1');
  expect(codes({ mine: leagueB })).toBe('B B1 B2');
  expect(codes({ mine: region })).toBe('A A1');
});

test('five thousand warnings are put together and filtered whole, none lost', () => {
  const { spells, state, world } = largeInbox(5000);
  const all = inbox(spells, state, world);
  expect(all).toHaveLength(5000);
  expect(new Set(all.map((w) => w.spell.id)).size).toBe(5000);
  expect(all.every((w) => !w.withdrawn)).toBe(true);
  // Of all kinds, so that whoever measures with it measures something.
  expect(new Set(all.map((w) => w.state)).size).toBeGreaterThanOrEqual(7);
  expect(all.some((w) => w.silence !== null) && all.some((w) => w.foldedUnder !== null)).toBe(true);
  const filter: InboxFilter = { ...NONE, levels: [1, 2, 3, 4], region: '110000', text: 'county province' };
  const found = filterInbox(all, filter, world);
  const byHand = all.filter((w) => /^11\d{4}$/.test(w.spell.regionCode) && w.spell.regionCode !== '110000');
  expect(found).toEqual(
    byHand.filter((w) => [1, 2, 3, 4].includes(w.spell.state === 'ended' ? w.spell.top : w.spell.level)),
  );
  expect(found.length).toBeGreaterThan(100);
});
