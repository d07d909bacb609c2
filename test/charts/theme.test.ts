import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHART_THEMES, type ThemeName } from '../../src/charts/theme';

const css = readFileSync(new URL('../../src/app/tokens.css', import.meta.url), 'utf8');

/** The variables of one block of tokens.css; dark has every colour of its own. */
function tokens(name: ThemeName): Record<string, string> {
  const start = name === 'light' ? css.indexOf(':root {') : css.indexOf(':root[data-theme="dark"]');
  const block = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((m) => [m[1]!, m[2]!]));
}

/** WCAG 2.2 relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [hi, lo] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (hi + 0.05) / (lo + 0.05);
}

const LEVELS = ['red', 'orange', 'yellow', 'blue', 'normal'] as const;

describe.each(['light', 'dark'] as const)('%s theme', (name) => {
  const t = tokens(name);
  const theme = CHART_THEMES[name];

  it('has the same colours in the style sheet and in the charts', () => {
    expect(theme).toMatchObject({
      paper: t.paper,
      card: t.card,
      line: t.line,
      lineStrong: t['line-strong'],
      ink: t.ink,
      ink2: t['ink-2'],
      ink3: t['ink-3'],
      accent: t.accent,
      hatch: t.hatch,
      hatchGround: t['hatch-ground'],
    });
    for (const level of LEVELS) {
      expect(theme.levels[level]).toMatchObject({ fill: t[level], on: t[`on-${level}`], text: t[`${level}-text`] });
      if (level !== 'normal') expect(theme.levels[level].band).toBe(t[`${level}-band`]);
    }
    expect(theme.levels.insufficient).toMatchObject({ fill: t['hatch-ground'], on: t['on-insufficient'] });
  });

  it('reaches 4.5 : 1 wherever something is written', () => {
    const pairs: [string, string][] = [];
    for (const ground of ['paper', 'card', 'accent-soft']) {
      for (const ink of ['ink', 'ink-2', 'ink-3', 'accent', 'notice']) pairs.push([ink, ground]);
      for (const level of LEVELS) pairs.push([`${level}-text`, ground]);
    }
    for (const level of LEVELS) pairs.push([`on-${level}`, level]);
    for (const level of LEVELS)
      if (level !== 'normal') pairs.push(['ink', `${level}-band`], [`${level}-text`, `${level}-band`]);
    pairs.push(['on-accent', 'accent'], ['on-insufficient', 'hatch-ground']);
    const weak = pairs.filter(([ink, ground]) => contrast(t[ink]!, t[ground]!) < 4.5);
    expect(weak.map(([ink, ground]) => `${ink} on ${ground} ${contrast(t[ink]!, t[ground]!).toFixed(2)}`)).toEqual([]);
  });

  it('keeps neighbouring levels apart in greyscale, and what must be seen apart from the card', () => {
    const order = ['red', 'blue', 'orange', 'yellow'].map((level) => luminance(t[level]!));
    for (let i = 1; i < order.length; i++) expect(order[i]).not.toBeCloseTo(order[i - 1]!, 2);
    for (const shown of ['red', 'orange', 'blue', 'focus']) expect(contrast(t[shown]!, t.card!)).toBeGreaterThan(3);
    for (const line of theme.series) expect(contrast(line, t.card!)).toBeGreaterThan(4);
  });
});
