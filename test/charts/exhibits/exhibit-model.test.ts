import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sampleExhibit, sampleExhibits, SAMPLE_STATES } from '../../../mock-data/exhibits';
import { EXHIBIT_KINDS } from '../../../src/briefing/exhibits/exhibit';
import { exhibitHeight, exhibitModel } from '../../../src/charts/exhibits/exhibit-model';
import { parseOutline } from '../../../src/base/map-outline';
import { CHART_THEMES } from '../../../src/charts/theme';
import { checkExhibit, elementsOf } from '../check-exhibit';

const outline = parseOutline(
  JSON.parse(readFileSync(new URL('../../../public/maps/inner-mongolia-leagues.json', import.meta.url), 'utf8')),
);
const theme = CHART_THEMES.light;

interface Series {
  readonly id?: string;
  readonly name?: string;
  readonly data: readonly { readonly name: string; readonly value: unknown }[];
}

/** The figures that an option holds, by the name of the thing that has them. */
function figuresOf(option: unknown, id = 'items'): readonly unknown[] {
  const { series } = option as { series: readonly Series[] };
  return series.find((s) => s.id === id)!.data.map((d) => d.value);
}

describe.each([
  ['zh', 'light'],
  ['en', 'dark'],
] as const)('every chart in every state, %s, %s', (lang, name) => {
  const samples = sampleExhibits(lang);
  it.each(EXHIBIT_KINDS)('%s', (kind) => {
    const own = samples.filter((s) => s.kind === kind);
    expect(own.map((s) => s.state)).toEqual(SAMPLE_STATES);
    const found = own.flatMap(({ state, exhibit }) =>
      checkExhibit(exhibit, name, lang, outline).map((fault) => `${state}: ${fault}`),
    );
    expect(found).toEqual([]);
  });
});

describe('figures of an exhibit', () => {
  it.each(SAMPLE_STATES)('are those of the option, gaps as null: %s', (state) => {
    const option = (kind: (typeof EXHIBIT_KINDS)[number]) =>
      exhibitModel(sampleExhibit(kind, state, 'zh'), theme, 'zh').option;
    const bars = sampleExhibit('ranked-bars', state, 'zh').data.rows;
    expect(figuresOf(option('ranked-bars'))).toEqual(bars.map((r) => [r.value, r.change]));
    const slopes = sampleExhibit('slope', state, 'zh').data.rows;
    expect(figuresOf(option('slope'))).toEqual(slopes.map((r) => [r.from, r.to]));
    const panels = sampleExhibit('small-multiples', state, 'zh').data.panels;
    expect(figuresOf(option('small-multiples'))).toEqual(panels.map((p) => p.values));
    const drivers = sampleExhibit('driver-heatmap', state, 'zh').data.rows;
    expect(figuresOf(option('driver-heatmap'))).toEqual(drivers.map((r) => r.cells));
    const { before, after } = sampleExhibit('revision-lines', state, 'zh').data;
    expect(figuresOf(option('revision-lines'))).toEqual(after.map((v, i) => [before[i], v]));
    const curve = sampleExhibit('diffusion-curve', state, 'zh').data;
    expect(figuresOf(option('diffusion-curve'))).toEqual(
      curve.labels.map((_, i) => curve.series.map((s) => s.values[i])),
    );
    const { from, to, steps } = sampleExhibit('index-waterfall', state, 'zh').data;
    expect(figuresOf(option('index-waterfall'))).toEqual([[from], ...steps.map((s) => [s.change]), [to]]);
    const { points } = sampleExhibit('supply-demand', state, 'zh').data;
    const drawn = figuresOf(option('supply-demand')) as number[][];
    expect(drawn.toSorted()).toEqual(points.map((p) => [p.x, p.y]).toSorted());
    const fan = sampleExhibit('forecast-fan', state, 'zh').data;
    const line = (id: string) => (dataOf(option('forecast-fan'), id) as number[][]).map((d) => d[1]);
    expect(line('values')).toEqual(fan.history);
    expect(line('expected').slice(1)).toEqual(fan.steps.map((s) => s.mean));
  });

  it('are counted at the foot where they are not there', () => {
    const words = (kind: 'ranked-bars' | 'slope'): readonly unknown[] =>
      elementsOf(exhibitModel(sampleExhibit(kind, 'gaps', 'zh'), theme, 'zh').option, 800, 400).map(
        (e) => e.style?.text,
      );
    const missing = sampleExhibit('ranked-bars', 'gaps', 'zh').data.rows.filter((r) => r.value === null).length;
    expect(missing).toBeGreaterThan(0);
    expect(words('ranked-bars')).toContain(`${missing}个无数据，见数据表`);
    expect(words('slope').some((w) => String(w).endsWith('个无数据，见数据表'))).toBe(true);
  });
});

function dataOf(option: unknown, id: string): readonly unknown[] {
  return (option as { series: readonly { id: string; data: readonly unknown[] }[] }).series.find((s) => s.id === id)!
    .data;
}

describe('a drawing', () => {
  it('grows with its rows', () => {
    for (const kind of ['ranked-bars', 'driver-heatmap', 'level-tape', 'slope', 'target-bullets'] as const) {
      const few = exhibitHeight(sampleExhibit(kind, 'ordinary', 'zh'));
      expect(exhibitHeight(sampleExhibit(kind, 'many', 'zh'))).toBeGreaterThan(few * 1.5);
    }
  });

  it('has bars from zero, as long as their figures', () => {
    const { rows } = sampleExhibit('ranked-bars', 'ordinary', 'zh').data;
    const bars = elementsOf(exhibitModel(sampleExhibit('ranked-bars', 'ordinary', 'zh'), theme, 'zh').option, 900, 320)
      .filter((e) => e.type === 'rect' && e.style?.fill === theme.accent)
      .map((e) => (e as unknown as { shape: { width: number } }).shape.width);
    expect(bars).toHaveLength(rows.length);
    bars.forEach((width, i) => expect(width / bars[0]!).toBeCloseTo(rows[i]!.value! / rows[0]!.value!, 6));
  });

  it('of small panels has one scale in all of them, and says where they differ', () => {
    const ticks = (state: 'ordinary' | 'extremes') => {
      const exhibit = sampleExhibit('small-multiples', state, 'zh');
      const texts = elementsOf(exhibitModel(exhibit, theme, 'zh').option, 900, exhibitHeight(exhibit)).filter(
        (e) => e.type === 'text' && e.style?.align === 'right' && /^−?[\d,.]+$/.test(String(e.style.text)),
      );
      return { exhibit, words: texts.map((e) => String(e.style!.text)) };
    };
    const { exhibit, words } = ticks('ordinary');
    const perPanel = words.length / exhibit.data.panels.length;
    for (let i = perPanel; i < words.length; i++) expect(words[i]).toBe(words[i % perPanel]);
    expect(new Set(ticks('extremes').words).size).toBeGreaterThan(perPanel);
  });

  it('of a map falls back to tiles where the outline lacks a region', () => {
    const known = { name: 'none', places: [] };
    const exhibit = sampleExhibit('level-map', 'ordinary', 'zh');
    expect(exhibitModel(exhibit, theme, 'zh', { outline: known }).option.geo).toBeUndefined();
    const places = outline!.places;
    expect(exhibitModel(exhibit, theme, 'zh', { outline: { name: 'x', places } }).option.geo).toBeDefined();
    const many = sampleExhibit('level-map', 'many', 'zh');
    expect(exhibitModel(many, theme, 'zh', { outline: { name: 'x', places } }).option.geo).toBeUndefined();
  });
});
