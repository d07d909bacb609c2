import type { Text } from './text';

/** Why a number is absent: a reason with counts in it, never a silent zero. */
export interface NotComputable {
  readonly ok: false;
  readonly reason: Text;
}

export type Result<T> = { readonly ok: true; readonly value: T } | NotComputable;

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function notComputable(reason: Text): NotComputable {
  return { ok: false, reason };
}
