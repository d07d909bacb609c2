import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actOfKey, SHOW_KEYS } from '../../../../src/views/briefing/show/show-keys';
import { nextState, showAt, type ShowAct, type ShowState } from '../../../../src/views/briefing/show/show-state';

const opened = (over: Partial<ShowState> = {}): ShowState => ({
  ...nextState(nextState(showAt(0, 0), { kind: 'pages', count: 9, page: 0 }), {
    kind: 'reach',
    earliest: -5,
    latest: 1,
  }),
  ...over,
});

/** Keys one after the other, as they are pressed. */
function press(state: ShowState, ...keys: readonly string[]): ShowState {
  return keys.reduce((now, key) => {
    const act = actOfKey({ key, shift: false, onControl: false, onScroll: false });
    return act ? nextState(now, act) : now;
  }, state);
}

describe('a show', () => {
  it('turns pages and stops at both ends', () => {
    expect(press(opened(), 'ArrowLeft').page).toBe(0);
    expect(press(opened(), 'ArrowRight', ' ', 'PageDown', 'Enter').page).toBe(4);
    expect(press(opened(), 'End').page).toBe(8);
    expect(press(opened(), 'End', 'ArrowRight').page).toBe(8);
    expect(press(opened({ page: 8 }), 'Home').page).toBe(0);
  });

  it('jumps to a typed number, to an end where it is beyond', () => {
    expect(press(opened(), '7', 'Enter').page).toBe(6);
    expect(press(opened(), '1', '2', 'Enter').page).toBe(8);
    expect(press(opened({ page: 5 }), '0', 'Enter').page).toBe(0);
    expect(press(opened(), '7').typed).toBe('7');
    expect(press(opened(), '7', 'Enter').typed).toBe('');
    // A number that is half typed does not turn up later.
    expect(press(opened(), '7', 'ArrowRight', 'Enter').page).toBe(2);
    expect(press(opened(), '1', '2', '3', '4').typed).toBe('234');
  });

  it('brings a dark screen back before it turns', () => {
    const dark = press(opened({ page: 3 }), 'b');
    expect(dark.dark).toBe('black');
    expect(press(dark, 'ArrowRight')).toMatchObject({ page: 3, dark: null });
    expect(press(dark, '7', 'Enter')).toMatchObject({ page: 3, dark: null });
    expect(press(dark, '.').dark).toBeNull();
    expect(press(dark, 'w').dark).toBe('white');
    expect(press(dark, 'n', 'l')).toMatchObject({ dark: 'black', notes: true, pointer: true });
  });

  it('steps through months as far as the data reach', () => {
    expect(press(opened(), '[', '[').month).toBe(-2);
    expect(press(opened(), ...Array<string>(9).fill('[')).month).toBe(-5);
    expect(press(opened(), ']', ']').month).toBe(1);
    // The reach becomes known later than the address was read: what lies beyond is taken back.
    expect(nextState(showAt(2, -40), { kind: 'reach', earliest: -5, latest: 0 }).month).toBe(-5);
  });

  it('stands on the page that pages of another month say, within them', () => {
    expect(nextState(opened({ page: 8 }), { kind: 'pages', count: 3, page: 7 })).toMatchObject({ page: 2, count: 3 });
    expect(nextState(opened({ page: 8 }), { kind: 'pages', count: 0, page: 4 })).toMatchObject({ page: 0, count: 0 });
    expect(nextState(opened({ typed: '1' }), { kind: 'pages', count: 9, page: 0 }).typed).toBe('1');
  });

  it('opens and closes the help; leaving closes it', () => {
    expect(press(opened(), '?').help).toBe(true);
    expect(press(opened(), '?', '?').help).toBe(false);
    expect(press(opened(), '?', 'Escape').help).toBe(false);
  });

  it('leaves alone what is the window’s', () => {
    const state = opened({ page: 4 });
    for (const kind of ['full-screen', 'speaker'] as const) expect(nextState(state, { kind })).toBe(state);
  });
});

describe('whatever is pressed, in whatever order', () => {
  const key = fc.constantFrom(...SHOW_KEYS.flatMap((row) => row.keys), ...'0123456789', 'x', 'Tab');
  const pressed: fc.Arbitrary<ShowAct | null> = key.map((k) =>
    actOfKey({ key: k, shift: k.startsWith('Shift'), onControl: false, onScroll: false }),
  );
  const came: fc.Arbitrary<ShowAct> = fc.oneof(
    fc.record({ kind: fc.constant('pages' as const), count: fc.nat(14), page: fc.integer({ min: -3, max: 20 }) }),
    fc.record({
      kind: fc.constant('reach' as const),
      earliest: fc.integer({ min: -30, max: 0 }),
      latest: fc.integer({ min: 0, max: 6 }),
    }),
  );

  it('the state is one that can be shown', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof({ weight: 12, arbitrary: pressed }, { weight: 1, arbitrary: came })), (acts) => {
        let state = opened();
        for (const act of acts) {
          if (!act) continue;
          const before = structuredClone(state);
          const next = nextState(state, act);
          expect(state, 'nothing is changed in place').toEqual(before);
          state = next;
          expect(Number.isInteger(state.page)).toBe(true);
          expect(state.page).toBeGreaterThanOrEqual(0);
          expect(state.page).toBeLessThan(Math.max(1, state.count));
          expect(state.month).toBeGreaterThanOrEqual(state.earliest);
          expect(state.month).toBeLessThanOrEqual(state.latest);
          expect(state.typed).toMatch(/^\d{0,3}$/);
          expect([null, 'black', 'white']).toContain(state.dark);
        }
        // From anywhere, two keys bring the first page back into the light.
        expect(press(state, 'Home', 'Home')).toMatchObject({ page: 0, dark: null, typed: '' });
      }),
    );
  });
});
