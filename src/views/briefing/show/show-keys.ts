import type { ShowAct } from './show-state';
import type { SHOW_TEXT } from './text';

/** Keys that do one thing, as the help lists them. Remotes send PageDown, PageUp, a full stop, F5 and Escape. */
export interface KeyRow<Act> {
  /** As the browser names them, letters small; `Shift+` before those that need it. */
  readonly keys: readonly string[];
  /** As they stand on the keyboard. */
  readonly caps: readonly string[];
  readonly act: Act;
  readonly does: keyof typeof SHOW_TEXT;
}

export const SHOW_KEYS: readonly KeyRow<ShowAct>[] = [
  {
    keys: ['ArrowRight', 'ArrowDown', 'PageDown', ' '],
    caps: ['→', '↓', 'PageDown', 'Space'],
    act: { kind: 'turn', by: 1 },
    does: 'next',
  },
  {
    keys: ['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace'],
    caps: ['←', '↑', 'PageUp', 'Backspace'],
    act: { kind: 'turn', by: -1 },
    does: 'previous',
  },
  { keys: ['Home'], caps: ['Home'], act: { kind: 'go', page: 0 }, does: 'firstPage' },
  { keys: ['End'], caps: ['End'], act: { kind: 'last' }, does: 'lastPage' },
  { keys: ['Enter'], caps: ['1–9', 'Enter'], act: { kind: 'enter' }, does: 'jump' },
  {
    keys: ['[', '【', 'Shift+ArrowLeft'],
    caps: ['[', 'Shift ←'],
    act: { kind: 'month', by: -1 },
    does: 'monthBefore',
  },
  { keys: [']', '】', 'Shift+ArrowRight'], caps: [']', 'Shift →'], act: { kind: 'month', by: 1 }, does: 'monthAfter' },
  { keys: ['b', '.', '。'], caps: ['B', '.'], act: { kind: 'dark', as: 'black' }, does: 'black' },
  { keys: ['w', ',', '，'], caps: ['W', ','], act: { kind: 'dark', as: 'white' }, does: 'white' },
  { keys: ['l', 'p'], caps: ['L', 'P'], act: { kind: 'pointer' }, does: 'pointer' },
  { keys: ['f', 'F5'], caps: ['F', 'F5'], act: { kind: 'full-screen' }, does: 'fullScreen' },
  { keys: ['n'], caps: ['N'], act: { kind: 'notes' }, does: 'notes' },
  { keys: ['s'], caps: ['S'], act: { kind: 'speaker' }, does: 'openSpeaker' },
  { keys: ['?', '？'], caps: ['?'], act: { kind: 'help' }, does: 'keys' },
  { keys: ['Escape'], caps: ['Esc'], act: { kind: 'leave' }, does: 'leave' },
];

const BY_KEY = new Map(SHOW_KEYS.flatMap(({ keys, act }) => keys.map((key) => [key, act] as const)));

/**
 * A pressed key. `onControl`: a button, link or field has the focus and wants Space and Enter for itself; `onScroll`: something
 * that is scrolled by keyboard has it, and wants the arrows up and down.
 */
export interface Stroke {
  readonly key: string;
  readonly shift: boolean;
  readonly onControl: boolean;
  readonly onScroll: boolean;
}

/** What a key does in a show; null = nothing, the browser may have it. */
export function actOfKey({ key, shift, onControl, onScroll }: Stroke): ShowAct | null {
  if (onControl && (key === ' ' || key === 'Enter')) return null;
  if (onScroll && (key === 'ArrowUp' || key === 'ArrowDown')) return null;
  if (/^\d$/.test(key)) return { kind: 'digit', digit: key };
  // With Shift or Caps Lock a letter is a capital one; of the other keys, Shift makes another character by itself.
  const plain = /^[A-Z]$/.test(key) ? key.toLowerCase() : key;
  const shifted = shift && key.startsWith('Arrow') ? `Shift+${key}` : plain;
  return BY_KEY.get(shifted) ?? null;
}
