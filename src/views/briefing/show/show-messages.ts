import type { Briefing } from '../../../briefing/briefing';
import type { ShowAct, ShowState } from './show-state';

/**
 * What a show and its speaker's windows say to each other. `hello` asks who is there (and says which pages are known
 * already), `here` is the show's state after every change, `pages` what it shows, `act` something that a speaker does.
 * A stamp names one set of pages of one show.
 */
export type ShowMessage =
  | { readonly kind: 'hello'; readonly known: string | null }
  | {
      readonly kind: 'here';
      readonly show: string;
      readonly stamp: string;
      readonly state: ShowState;
      readonly notice: string;
    }
  | { readonly kind: 'pages'; readonly show: string; readonly stamp: string; readonly briefing: Briefing }
  | { readonly kind: 'act'; readonly show: string; readonly act: ShowAct }
  | { readonly kind: 'gone'; readonly show: string };

const KINDS: readonly ShowMessage['kind'][] = ['hello', 'here', 'pages', 'act', 'gone'];

/** A message of this channel; null for anything else. Windows of one origin are trusted; an older program may still run in one. */
export function messageOf(raw: unknown): ShowMessage | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { form, message } = raw as { readonly form?: unknown; readonly message?: { readonly kind?: unknown } };
  if (form !== FORM || !KINDS.some((kind) => kind === message?.kind)) return null;
  return message as ShowMessage;
}

export function wrapped(message: ShowMessage): unknown {
  return { form: FORM, message };
}

/** Counted up when messages change their form: windows of two versions then do not hear each other. */
const FORM = 1;
