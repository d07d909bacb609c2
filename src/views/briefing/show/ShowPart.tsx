import { Present } from './Present';
import { Speaker } from './Speaker';
import { Wall } from './Wall';
import './show.css';

const MODES = { present: Present, speaker: Speaker, wall: Wall } as const;

/** The briefing before people: a talk, the speaker's own window to it, a screen on a wall. */
export function ShowPart({ mode }: { readonly mode: keyof typeof MODES }) {
  const Mode = MODES[mode];
  return <Mode />;
}
