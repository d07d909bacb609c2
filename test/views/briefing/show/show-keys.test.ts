import { describe, expect, it } from 'vitest';
import { actOfKey, SHOW_KEYS } from '../../../../src/views/briefing/show/show-keys';
import { SHOW_TEXT } from '../../../../src/views/briefing/show/text';

const press = (key: string, { shift = false, onControl = false, onScroll = false } = {}) =>
  actOfKey({ key, shift, onControl, onScroll });

describe('keys of a show', () => {
  it.each([
    [['ArrowRight', 'ArrowDown', 'PageDown', ' '], { kind: 'turn', by: 1 }],
    [['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace'], { kind: 'turn', by: -1 }],
    [['Home'], { kind: 'go', page: 0 }],
    [['End'], { kind: 'last' }],
    [['Enter'], { kind: 'enter' }],
    [['[', '【'], { kind: 'month', by: -1 }],
    [[']', '】'], { kind: 'month', by: 1 }],
    [['b', 'B', '.', '。'], { kind: 'dark', as: 'black' }],
    [['w', 'W', ','], { kind: 'dark', as: 'white' }],
    [['l', 'p', 'P'], { kind: 'pointer' }],
    [['f', 'F5'], { kind: 'full-screen' }],
    [['n'], { kind: 'notes' }],
    [['s'], { kind: 'speaker' }],
    [['?', '？'], { kind: 'help' }],
    [['Escape'], { kind: 'leave' }],
    [['0'], { kind: 'digit', digit: '0' }],
    [['7'], { kind: 'digit', digit: '7' }],
  ])('%j', (keys, act) => {
    for (const key of keys) expect(press(key), key).toEqual(act);
  });

  it('take Shift for months on arrows, and not to mean anything on letters', () => {
    expect(press('ArrowLeft', { shift: true })).toEqual({ kind: 'month', by: -1 });
    expect(press('ArrowRight', { shift: true })).toEqual({ kind: 'month', by: 1 });
    expect(press('ArrowDown', { shift: true })).toBeNull();
    expect(press('B', { shift: true })).toEqual({ kind: 'dark', as: 'black' });
    expect(press('?', { shift: true })).toEqual({ kind: 'help' });
  });

  it('leave Space and Enter to a button that has the focus, and nothing else', () => {
    expect(press(' ', { onControl: true })).toBeNull();
    expect(press('Enter', { onControl: true })).toBeNull();
    expect(press('PageDown', { onControl: true })).toEqual({ kind: 'turn', by: 1 });
  });

  it('leave the arrows up and down to what is scrolled', () => {
    expect(press('ArrowDown', { onScroll: true })).toBeNull();
    expect(press('ArrowUp', { onScroll: true })).toBeNull();
    expect(press('ArrowRight', { onScroll: true })).toEqual({ kind: 'turn', by: 1 });
  });

  it('leave every other key to the browser', () => {
    for (const key of ['Tab', 'Shift', 'F1', 'F11', 'F12', 'x', 'ArrowUpX', 'Dead']) expect(press(key), key).toBeNull();
  });

  it('stand in the help, each key once and with words', () => {
    const keys = SHOW_KEYS.flatMap((row) => row.keys);
    expect(new Set(keys).size).toBe(keys.length);
    for (const row of SHOW_KEYS) {
      expect(row.caps.length, row.does).toBeGreaterThan(0);
      expect(SHOW_TEXT[row.does].zh).not.toBe('');
      // What the help shows is what works: every cap of one character is a key of its row.
      for (const cap of row.caps.filter((c) => /^[A-Z?.,[\]]$/.test(c))) expect(row.keys).toContain(cap.toLowerCase());
    }
  });
});
