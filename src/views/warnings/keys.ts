/**
 * Keys of the list, as one table: what is pressed, what it does, and (in text.ts, by the command) what it is called.
 * They work while the list has the focus, so a letter typed elsewhere never acts (WCAG 2.1.4).
 */
export type Command =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'pageDown'
  | 'pageUp'
  | 'unfold'
  | 'fold'
  | 'open'
  | 'select'
  | 'selectNext'
  | 'selectPrevious'
  | 'selectAll'
  | 'unselect'
  | 'acknowledge'
  | 'verify'
  | 'dismiss'
  | 'note'
  | 'silence'
  | 'review'
  | 'undo'
  | 'search'
  | 'help';

export interface Key {
  readonly command: Command;
  /** Values of `KeyboardEvent.key`. */
  readonly keys: readonly string[];
  readonly shift?: boolean;
  /** With Ctrl, or ⌘ on a Mac. */
  readonly ctrl?: boolean;
}

export const KEYS: readonly Key[] = [
  { command: 'next', keys: ['j', 'ArrowDown'] },
  { command: 'previous', keys: ['k', 'ArrowUp'] },
  { command: 'first', keys: ['Home'] },
  { command: 'last', keys: ['End'] },
  { command: 'pageDown', keys: ['PageDown'] },
  { command: 'pageUp', keys: ['PageUp'] },
  { command: 'unfold', keys: ['ArrowRight'] },
  { command: 'fold', keys: ['ArrowLeft'] },
  { command: 'open', keys: ['Enter'] },
  { command: 'select', keys: ['x', ' '] },
  { command: 'selectNext', keys: ['ArrowDown', 'J'], shift: true },
  { command: 'selectPrevious', keys: ['ArrowUp', 'K'], shift: true },
  { command: 'selectAll', keys: ['a'], ctrl: true },
  { command: 'unselect', keys: ['Escape'] },
  { command: 'acknowledge', keys: ['a'] },
  { command: 'verify', keys: ['v'] },
  { command: 'dismiss', keys: ['f'] },
  { command: 'note', keys: ['n'] },
  { command: 'silence', keys: ['s'] },
  { command: 'review', keys: ['o'] },
  { command: 'undo', keys: ['u'] },
  { command: 'search', keys: ['/'] },
  { command: 'help', keys: ['?'] },
];

interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** What a key asks for; null = nothing of ours, and the browser does what it does. */
export function commandOf({ key, shiftKey, ctrlKey, metaKey, altKey }: Pressed): Command | null {
  if (altKey) return null;
  // With the caps lock on, letters come large although nobody holds Shift.
  const named = shiftKey || key.length > 1 ? key : key.toLowerCase();
  const found = KEYS.find(
    (k) =>
      k.keys.includes(named) &&
      (k.ctrl ?? false) === (ctrlKey || metaKey) &&
      // "?" is typed with Shift on many keyboards: where a key does not say, Shift does not matter.
      (k.shift === undefined ? !shiftKey || key.length === 1 : k.shift === shiftKey),
  );
  return found?.command ?? null;
}
