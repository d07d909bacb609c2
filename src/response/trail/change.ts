import type { Done } from '../case/case';
import type { ResponseState } from '../state';
import type { ActKind, ActOf } from './act';
import type { Part } from './machine';

/** One piece of the state as an act leaves it: an item of a map by its key (undefined = gone), or a whole field (key ''). */
export type Change = {
  readonly [P in Part]: { readonly part: P; readonly key: string; readonly value: Piece<P> | undefined };
}[Part];

type Piece<P extends Part> = ResponseState[P] extends ReadonlyMap<string, infer V> ? V : ResponseState[P];

/** What each kind of act changes, from the state before it. Nothing, where what it names is not there. */
export type ChangeTable<K extends ActKind> = {
  readonly [Kind in K]: (state: ResponseState, act: ActOf<Kind>, done: Done) => readonly Change[];
};

/** The name of a thing: `warnings:150302@2026-01`. */
export function thing(part: Part, key: string): string {
  return `${part}:${key}`;
}

/** Code of the region of a warning, from its id `region@first period`. */
export function regionOfWarning(warning: string): string {
  const at = warning.lastIndexOf('@');
  return at < 0 ? warning : warning.slice(0, at);
}
