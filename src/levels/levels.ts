import type { Family } from '../base/indicators';
import type { WeightingInForce } from './index-weights';

/** What a region's level leans on, beside the level itself; bits of `Levels.flags`. */
export const LevelFlag = {
  /** Some signal is held over a missing value. */
  stale: 1,
  /** Some rule in service is insufficient. */
  partial: 2,
  /** A missing value may still be holding the level down: of the region itself, or of its children. */
  gap: 4,
  /** The level comes from the children (diffusion), not from the region's own signals. */
  diffusion: 8,
  /** Figures aggregated from some of the children only may still be holding the level down. */
  coverage: 16,
} as const;

/** The flags that say "it may be higher": set only where it could be. */
export const UNSURE = LevelFlag.gap | LevelFlag.coverage;

/** Levels of all regions × periods, same layout as the panel's columns; bytes 0–4 or INSUFFICIENT. */
export interface Levels {
  /** After diffusion: the level that is shown. */
  readonly level: Uint8Array;
  /** The region's own signals alone. */
  readonly own: Uint8Array;
  readonly families: Readonly<Record<Family, Uint8Array>>;
  readonly flags: Uint8Array;
  /** Composite index 0–100; NaN where insufficient. */
  readonly index: Float32Array;
  /** Weights in force for the index, normed, by family. */
  readonly weights: Readonly<Record<Family, number>>;
  /** Where these weights come from. */
  readonly weighting: WeightingInForce;
}
