import { PART_TEXT } from './text';
import { TroubleError } from './trouble';

/**
 * A part of the program that is fetched when it is needed first. A failed fetch is a matter of the network, not of the
 * screen that waits for it, and is said as such; browsers remember it, so only loading the page again helps.
 */
export async function fetchPart<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    const where = cause instanceof Error ? cause.message : String(cause);
    throw new TroubleError({ what: PART_TEXT.missing, where, todo: PART_TEXT.todo }, { cause });
  }
}
