import type { KeyRow, Stroke } from './show-keys';

export type WallAct =
  | { readonly kind: 'turn'; readonly by: 1 | -1 }
  /** The time of a page is over. */
  | { readonly kind: 'tick' }
  | { readonly kind: 'pause' }
  | { readonly kind: 'help' }
  | { readonly kind: 'pages'; readonly count: number }
  | { readonly kind: 'full-screen' }
  | { readonly kind: 'leave' };

export interface WallState {
  readonly page: number;
  readonly count: number;
  readonly paused: boolean;
  readonly help: boolean;
}

export const WALL_START: WallState = { page: 0, count: 0, paused: false, help: false };

/** The wall goes round: after the last page comes the first. */
export function nextWall(state: WallState, act: WallAct): WallState {
  switch (act.kind) {
    case 'turn':
      return { ...state, page: around(state.page + act.by, state.count) };
    case 'tick':
      return state.paused ? state : { ...state, page: around(state.page + 1, state.count) };
    case 'pause':
      return { ...state, paused: !state.paused };
    case 'help':
      return { ...state, help: !state.help };
    case 'pages':
      return { ...state, count: act.count, page: state.page < act.count ? state.page : 0 };
    case 'leave':
      return { ...state, help: false };
    case 'full-screen':
      return state;
  }
}

function around(page: number, count: number): number {
  return count === 0 ? 0 : (page + count) % count;
}

export const WALL_KEYS: readonly KeyRow<WallAct>[] = [
  {
    keys: ['ArrowRight', 'ArrowDown', 'PageDown', 'Enter'],
    caps: ['→', '↓', 'PageDown', 'Enter'],
    act: { kind: 'turn', by: 1 },
    does: 'next',
  },
  {
    keys: ['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace'],
    caps: ['←', '↑', 'PageUp', 'Backspace'],
    act: { kind: 'turn', by: -1 },
    does: 'previous',
  },
  { keys: [' ', 'p', 'P'], caps: ['Space', 'P'], act: { kind: 'pause' }, does: 'pauseWall' },
  { keys: ['f', 'F', 'F5'], caps: ['F', 'F5'], act: { kind: 'full-screen' }, does: 'fullScreen' },
  { keys: ['?', '？'], caps: ['?'], act: { kind: 'help' }, does: 'keys' },
  { keys: ['Escape'], caps: ['Esc'], act: { kind: 'leave' }, does: 'leave' },
];

const BY_KEY = new Map(WALL_KEYS.flatMap(({ keys, act }) => keys.map((key) => [key, act] as const)));

/** What a key does on the wall; null = nothing. A list that has the focus keeps its arrows. */
export function wallActOfKey({ key, onControl }: Stroke): WallAct | null {
  if (onControl && key !== 'Escape' && key !== 'PageDown' && key !== 'PageUp') return null;
  return BY_KEY.get(key) ?? null;
}

export const WALL_SECONDS = [15, 20, 30, 45, 60] as const;
const USUAL_SECONDS = 20;

/** Seconds per page as the address says it, 1–600; the usual ones where it does not. */
export function secondsOf(inAddress: string | undefined): number {
  const seconds = Number(inAddress);
  return Number.isInteger(seconds) && seconds >= 1 && seconds <= 600 ? seconds : USUAL_SECONDS;
}
