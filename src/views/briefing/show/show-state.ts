/** What can be done in a show. The first ones change its state (`nextState`), the last three are for the window it runs in. */
export type ShowAct =
  | { readonly kind: 'turn'; readonly by: 1 | -1 }
  /** Counted from 0; past the ends is the first or the last page. */
  | { readonly kind: 'go'; readonly page: number }
  | { readonly kind: 'last' }
  | { readonly kind: 'digit'; readonly digit: string }
  /** Goes to the page whose number was typed; the next one where none was. */
  | { readonly kind: 'enter' }
  | { readonly kind: 'month'; readonly by: 1 | -1 }
  | { readonly kind: 'dark'; readonly as: Dark }
  | { readonly kind: 'pointer' }
  | { readonly kind: 'notes' }
  | { readonly kind: 'help' }
  /** Pages have come: of another month, or after a change of the figures. `page`: where to stand among them. */
  | { readonly kind: 'pages'; readonly count: number; readonly page: number }
  | { readonly kind: 'reach'; readonly earliest: number; readonly latest: number }
  | { readonly kind: 'full-screen' }
  | { readonly kind: 'speaker' }
  | { readonly kind: 'leave' };

export type Dark = 'black' | 'white';

export interface ShowState {
  /** From 0; 0 as well while there are no pages. */
  readonly page: number;
  readonly count: number;
  /** Periods away from the one that the briefing was written for, −1 = the one before, and how far that may go. */
  readonly month: number;
  readonly earliest: number;
  readonly latest: number;
  readonly dark: Dark | null;
  readonly pointer: boolean;
  readonly notes: boolean;
  readonly help: boolean;
  /** Digits of a page number that is being typed. */
  readonly typed: string;
}

const MOST_DIGITS = 3;

export function showAt(page: number, month: number): ShowState {
  return {
    page: Math.max(0, page),
    count: 0,
    month,
    earliest: Math.min(0, month),
    latest: Math.max(0, month),
    dark: null,
    pointer: false,
    notes: false,
    help: false,
    typed: '',
  };
}

/** The show after an act. Acts that are not about its state leave it as it is. */
export function nextState(state: ShowState, act: ShowAct): ShowState {
  // A typed number is forgotten by whatever is not about it.
  const rest = state.typed === '' || about(act) ? state : { ...state, typed: '' };
  switch (act.kind) {
    case 'turn':
      return turned(rest, rest.page + act.by);
    case 'go':
      return turned(rest, act.page);
    case 'last':
      return turned(rest, rest.count - 1);
    case 'digit':
      return { ...state, typed: (state.typed + act.digit).slice(-MOST_DIGITS) };
    case 'enter':
      return turned({ ...state, typed: '' }, state.typed === '' ? state.page + 1 : Number(state.typed) - 1);
    case 'month':
      return { ...rest, month: within(rest.month + act.by, rest.earliest, rest.latest) };
    case 'dark':
      return { ...rest, dark: rest.dark === act.as ? null : act.as };
    case 'pointer':
      return { ...rest, pointer: !rest.pointer };
    case 'notes':
      return { ...rest, notes: !rest.notes };
    case 'help':
      return { ...rest, help: !rest.help };
    case 'pages':
      return { ...state, count: act.count, page: within(act.page, 0, Math.max(0, act.count - 1)) };
    case 'reach':
      return {
        ...state,
        earliest: act.earliest,
        latest: act.latest,
        month: within(state.month, act.earliest, act.latest),
      };
    case 'leave':
      return { ...rest, help: false };
    case 'full-screen':
    case 'speaker':
      return rest;
  }
}

/** Pages that came do not take a number away that is being typed. */
function about({ kind }: ShowAct): boolean {
  return kind === 'digit' || kind === 'enter' || kind === 'pages' || kind === 'reach';
}

/** On a dark screen the first turn only brings the page back: the audience has not seen it for a while. */
function turned(state: ShowState, page: number): ShowState {
  if (state.dark !== null) return { ...state, dark: null };
  return { ...state, page: within(page, 0, Math.max(0, state.count - 1)) };
}

function within(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
