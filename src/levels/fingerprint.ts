import { FAMILIES } from '../base/indicators';
import { createSha256 } from '../observations/sha256';
import type { RuleSignals } from '../signals/rule';
import type { Levels } from './levels';

/** Regions × periods are hashed in pieces: a country's figures need no second copy. */
const PIECE = 65_536;

/**
 * SHA-256 of a result: levels, flags, index and families of all regions and periods, then level, state and severity of
 * every rule. Two offices that have the same figures and rules have the same digest; so have page, worker and command line.
 */
export function fingerprintOf(levels: Levels, signals: readonly RuleSignals[]): string {
  const sha = createSha256();
  const bytes = (a: Uint8Array): void => sha.update(a);
  for (const a of [levels.level, levels.own, levels.flags, ...FAMILIES.map((f) => levels.families[f])]) bytes(a);
  const piece = new DataView(new ArrayBuffer(4 * PIECE));
  const numbers = (a: Float32Array): void => {
    for (let from = 0; from < a.length; from += PIECE) {
      const n = Math.min(PIECE, a.length - from);
      // The bits of "not a number" differ between machines; −1 is no index and no severity.
      for (let i = 0; i < n; i++) piece.setFloat32(4 * i, Number.isNaN(a[from + i]!) ? -1 : a[from + i]!, true);
      bytes(new Uint8Array(piece.buffer, 0, 4 * n));
    }
  };
  numbers(levels.index);
  for (const { level, state, severity } of signals) {
    bytes(level);
    bytes(state);
    numbers(severity);
  }
  return sha.hex();
}
