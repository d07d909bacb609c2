/**
 * The generator's own source of chance. Only whole-number arithmetic, additions and products are used (no Math.log,
 * Math.cos, Math.exp, whose last bit may differ from engine to engine), so that a seed gives the same bytes in every
 * browser and in Node.
 */
export type Chance = () => number;

/** 32-bit FNV-1a of a text, started from `basis`: turns a name into a seed. */
function hashOf(text: string, basis: number): number {
  let h = basis;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
  return h >>> 0;
}

/** sfc32 (C. Doty-Humphrey, PractRand): numbers in [0, 1). Each name has a stream of its own, whatever else is drawn. */
export function chanceOf(name: string): Chance {
  // A typed array, so that no step of the state costs an allocation.
  const s = Int32Array.of(hashOf(name, 2166136261), hashOf(name, 0x9e3779b9), hashOf(name, 0x85ebca6b), 1);
  const next = (): number => {
    const b = s[1]!;
    const c = s[2]!;
    const d = s[3]!;
    const sum = (s[0]! + b + d) | 0;
    s[3] = d + 1;
    s[0] = b ^ (b >>> 9);
    s[1] = c + (c << 3);
    s[2] = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 4294967296;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}

/** Sum of three uniforms, centred, standard deviation 1, never beyond ±3: noise without wild tails. */
export function noise(chance: Chance): number {
  return 2 * (chance() + chance() + chance() - 1.5);
}

/**
 * Fills `path` with values of standard deviation 1 in which each keeps the share `memory` of the one before
 * (first-order autoregression; negative memory alternates).
 */
export function fillNoise(path: Float64Array, chance: Chance, memory: number): Float64Array {
  const fresh = Math.sqrt(1 - memory * memory);
  let last = noise(chance);
  for (let t = 0; t < path.length; t++) {
    path[t] = last;
    last = memory * last + fresh * noise(chance);
  }
  return path;
}

/** Positions below `count` that come up with the chance `often` each, on the whole: one draw an event, not one a position. */
export function happenings(chance: Chance, count: number, often: number): number[] {
  const at: number[] = [];
  let next = Math.floor(chance() / often);
  while (next < count) {
    at.push(next);
    next += 1 + Math.floor((2 * chance()) / often);
  }
  return at;
}
