import type { Actor } from '../actor';
import type { Act } from './act';

/** On which figures and rules somebody acted. */
export interface Basis {
  /** Day up to which figures were known (`2026-11-10`); null = all that was known. */
  readonly knownOn: string | null;
  /** SHA-256 of the assessment on the screen (levels/fingerprint.ts): the data vintage, told exactly. */
  readonly data: string;
  /** Version of the rules that graded, and of the plan that was in force. */
  readonly rules: string;
  readonly plan: string;
  /** The figures were invented ones. */
  readonly demonstration: boolean;
}

/** One line of the trail. `digest` is the SHA-256 of all the rest as canonical JSON; `previous` is that of the line before. */
export interface Entry {
  readonly form: 1;
  /** 1, 2, 3 … without a hole. */
  readonly seq: number;
  /** Milliseconds since 1970; never before that of the line before. */
  readonly at: number;
  readonly by: Actor;
  readonly act: Act;
  readonly basis: Basis;
  /** Empty for the first. */
  readonly previous: string;
  readonly digest: string;
}
