import { describe, expect, it } from 'vitest';
import { CHART_THEMES } from '../../../src/charts/theme';
import { distance, SIGHTS } from '../colour';

const LEVELS = ['normal', 'blue', 'yellow', 'orange', 'red'] as const;

/** Least distance (ΔE*ab) of any two of them, and which they are. */
function nearest(theme: 'light' | 'dark', sight: string): { readonly pair: string; readonly apart: number } {
  const { levels } = CHART_THEMES[theme];
  const pairs = LEVELS.flatMap((a, i) =>
    LEVELS.slice(i + 1).map((b) => ({ pair: `${a}–${b}`, apart: distance(levels[a].fill, levels[b].fill, sight) })),
  );
  return pairs.reduce((least, pair) => (pair.apart < least.apart ? pair : least));
}

describe('level colours', () => {
  it('measures black and white as 100 apart for everybody, and a colour as itself', () => {
    for (const sight of Object.keys(SIGHTS)) {
      expect(distance('#000000', '#ffffff', sight)).toBeCloseTo(100, 0);
      expect(distance('#b8202a', '#b8202a', sight)).toBe(0);
    }
    // Red and green of one lightness: what the colour-blind do not tell apart.
    expect(distance('#c04040', '#6b7a20', 'deuteranopia')).toBeLessThan(
      distance('#c04040', '#2060c0', 'deuteranopia') / 2,
    );
  });

  // Stated, so that a change of the palette shows what it costs. Ten is told apart at a glance, 2.3 just so.
  it.each(['light', 'dark'] as const)('stay apart for the colour-blind, %s', (theme) => {
    for (const sight of ['protanopia', 'deuteranopia', 'tritanopia']) {
      expect(nearest(theme, sight).apart, `${sight} ${nearest(theme, sight).pair}`).toBeGreaterThan(15);
    }
  });

  // On paper; the dark ones stay on screens, where blue and red are of one lightness (1.8) and the numeral tells them apart.
  it('stay apart in greyscale, light', () => {
    expect(nearest('light', 'grey').apart, nearest('light', 'grey').pair).toBeGreaterThan(3);
  });
});
