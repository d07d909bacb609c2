import type { Briefing } from '../../../briefing/briefing';
import type { ShowMessage } from './show-messages';
import type { ShowState } from './show-state';

/** What a speaker's window knows of the show that it follows. */
export interface SpeakerState {
  /** Id of the show; null = none is heard. */
  readonly show: string | null;
  readonly heardMs: number;
  readonly state: ShowState | null;
  /** Pages of `stamp`; null until they have come. */
  readonly briefing: Briefing | null;
  readonly stamp: string | null;
  /** What the show has just said that it cannot do, in its words; empty = nothing. */
  readonly notice: string;
}

export const NO_SHOW: SpeakerState = { show: null, heardMs: 0, state: null, briefing: null, stamp: null, notice: '' };

/** The speaker asks so often whether the show is still there, and takes it for gone when it has been silent for so long. */
export const ASK_EVERY_MS = 2000;
const SILENT_MS = 7000;

/**
 * The speaker's window after a message. The first show that is heard is followed for as long as it is there; another one
 * is taken only after it has gone, so that two shows in two tabs do not pull at one window.
 */
export function hear(speaker: SpeakerState, message: ShowMessage, nowMs: number): SpeakerState {
  if (message.kind === 'hello' || message.kind === 'act') return speaker;
  if (speaker.show !== null && message.show !== speaker.show) return speaker;
  switch (message.kind) {
    case 'here': {
      const known = speaker.show === message.show && speaker.stamp === message.stamp;
      return {
        show: message.show,
        heardMs: nowMs,
        state: message.state,
        // Pages of another month are not shown under this one's numbers.
        briefing: known ? speaker.briefing : null,
        stamp: message.stamp,
        notice: message.notice,
      };
    }
    case 'pages':
      return speaker.stamp === message.stamp ? { ...speaker, heardMs: nowMs, briefing: message.briefing } : speaker;
    case 'gone':
      return speaker.show === null ? speaker : NO_SHOW;
  }
}

/** A show that was closed with its window, or crashed, takes no leave. */
export function listenOn(speaker: SpeakerState, nowMs: number): SpeakerState {
  return speaker.show !== null && nowMs - speaker.heardMs > SILENT_MS ? NO_SHOW : speaker;
}
