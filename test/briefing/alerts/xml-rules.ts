import type { Element } from './parse-xml';

/** What may stand in a leaf: true when it fits. */
export type Datatype = (text: string) => boolean;

/** One place in a sequence: an element, how often, and what it holds. */
export interface Place {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  /** A datatype for a leaf, places for an element with elements in it. */
  readonly holds: Datatype | readonly Place[];
}

export const once = (name: string, holds: Place['holds']): Place => ({ name, least: 1, most: 1, holds });
export const perhaps = (name: string, holds: Place['holds']): Place => ({ name, least: 0, most: 1, holds });
export const some = (name: string, holds: Place['holds'], least = 0): Place => ({ name, least, most: Infinity, holds });

export const anyText: Datatype = () => true;
export const oneOf =
  (...words: readonly string[]): Datatype =>
  (text) =>
    words.includes(text);
export const matching =
  (pattern: RegExp): Datatype =>
  (text) =>
    pattern.test(text);

/** Faults of an element against a sequence of places: every element in its order, as often as it may be, with what it holds. */
export function sequenceFaults({ children, text, name }: Element, places: readonly Place[], path: string): string[] {
  const faults: string[] = [];
  if (text.trim() !== '') faults.push(`${path}: text between its elements`);
  let at = 0;
  for (const place of places) {
    let count = 0;
    for (; children[at]?.name === place.name; at++, count++) {
      const child = children[at]!;
      const where = `${path}/${place.name}${place.most > 1 ? `[${count + 1}]` : ''}`;
      if (typeof place.holds !== 'function') faults.push(...sequenceFaults(child, place.holds, where));
      else if (child.children.length > 0) faults.push(`${where}: elements where text belongs`);
      else if (!place.holds(child.text)) faults.push(`${where}: “${child.text}” is not allowed`);
    }
    if (count < place.least) faults.push(`${path}: ${place.name} is missing`);
    if (count > place.most) faults.push(`${path}: ${place.name} stands ${count} times`);
  }
  if (at < children.length) faults.push(`${path}: ${children[at]!.name} is not allowed here in ${name}`);
  return faults;
}

/** A real day and time of day, with an offset. */
export function isRealTime(text: string): boolean {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)([-+])(\d\d):(\d\d)$/.exec(text);
  if (!parts) return false;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const made = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  return (
    made.getUTCFullYear() === year &&
    made.getUTCMonth() === month - 1 &&
    made.getUTCDate() === day &&
    made.getUTCHours() === hour &&
    made.getUTCMinutes() === minute &&
    made.getUTCSeconds() === second
  );
}

export const isUri: Datatype = (text) => /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]*$/i.test(text);
