/** Sizes beyond which nothing is opened; defaults of ours. A region's figures of ten years take some 2 MB packed. */
export const LIMITS = {
  /** Bytes of the file. */
  packed: 200_000_000,
  /** Bytes of all parts unpacked: what a browser can still hold as one text. */
  unpacked: 500_000_000,
  /** Faults that are told; those beyond them say nothing new. */
  faults: 50,
} as const;
