import { levelKey, type LevelKey } from '../../base/level';

/**
 * Colours of files, as six hex digits without a sign: ink on white paper, the same as the light theme of the screens (a
 * test compares the two). Strong colour belongs to levels alone.
 */
export const PAPER = {
  ground: 'FFFFFF',
  ink: '1C2429',
  ink2: '4F5B63',
  ink3: '626D75',
  line: 'DFE3E5',
  lineStrong: 'AEB7BD',
  accent: '12384F',
  pale: 'C9D3D9',
} as const;

interface LevelPaint {
  readonly fill: string;
  /** What is written on the fill. */
  readonly on: string;
  /** The level as text, or as a line, on white. */
  readonly text: string;
}

const LEVELS: Readonly<Record<LevelKey, LevelPaint>> = {
  normal: { fill: 'E9ECEB', on: '3C474D', text: '4F5B63' },
  blue: { fill: '2F6DB5', on: 'FFFFFF', text: '275F9F' },
  yellow: { fill: 'EDC02C', on: '2B2100', text: '785A00' },
  orange: { fill: 'E0761B', on: '231000', text: '9C4A06' },
  red: { fill: 'B8202A', on: 'FFFFFF', text: 'B8202A' },
  insufficient: { fill: 'FFFFFF', on: '3C474D', text: '4F5B63' },
};

export function levelPaint(byte: number): LevelPaint {
  return LEVELS[levelKey(byte)];
}
