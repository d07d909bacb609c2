import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sampleExhibit } from '../../../mock-data/exhibits';
import { EXHIBIT_KINDS } from '../../../src/briefing/exhibits/exhibit';
import { exhibitHeight, exhibitModel } from '../../../src/charts/exhibits/exhibit-model';
import { parseOutline } from '../../../src/base/map-outline';
import { echarts } from '../../../src/charts/register-figures';
import { renderExhibitSvg } from '../../../src/charts/render-svg';
import { CHART_THEMES } from '../../../src/charts/theme';
import { draw, wordsIn } from '../draw';

const exhibit = sampleExhibit('ranked-bars', 'ordinary', 'zh');
const base = { width: 800, lang: 'zh', theme: 'light', words: true } as const;

describe('an exhibit as one SVG', () => {
  it('has title, measure and source around the chart, and the words for those who do not see it', () => {
    const words = wordsIn(renderExhibitSvg(exhibit, base));
    for (const part of [exhibit.title, exhibit.subtitle, exhibit.source]) expect(words).toContain(part);
    for (const row of exhibit.data.rows) expect(words).toContain(row.name);
    expect(renderExhibitSvg(exhibit, base)).toContain(`<desc>${exhibit.description}</desc>`);
    expect(wordsIn(renderExhibitSvg(exhibit, { ...base, words: false }))).not.toContain(exhibit.title);
  });

  it('is the same at every call, whatever was drawn between', () => {
    const hatched = sampleExhibit('driver-heatmap', 'gaps', 'zh');
    const first = renderExhibitSvg(hatched, base);
    renderExhibitSvg(sampleExhibit('level-tape', 'gaps', 'en'), { ...base, lang: 'en' });
    expect(renderExhibitSvg(hatched, base)).toBe(first);
    expect(first).toContain('<pattern');
    expect(first).not.toMatch(/\bzr\d/);
  });

  it('has names of its own for patterns, so that two on a page do not share them', () => {
    const ids = (state: 'gaps' | 'insufficient'): readonly string[] =>
      [...renderExhibitSvg(sampleExhibit('driver-heatmap', state, 'zh'), base).matchAll(/ id="([^"]+)"/g)].map(
        (m) => m[1]!,
      );
    const [a, b] = [ids('gaps'), ids('insufficient')];
    expect(a.length).toBeGreaterThan(0);
    expect(a.filter((id) => b.includes(id))).toEqual([]);
  });

  it('becomes smaller as a whole where there is too little height, and keeps its size', () => {
    const many = sampleExhibit('ranked-bars', 'many', 'zh');
    const svg = renderExhibitSvg(many, { ...base, height: 600 });
    expect(svg).toMatch(/^<svg [^>]*width="800" height="600"/);
    const [, w, h] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)!;
    expect(Number(w) / Number(h)).toBeCloseTo(800 / 600, 2);
    expect(Number(h)).toBeGreaterThan(exhibitHeight(many));
    for (const row of many.data.rows) expect(wordsIn(svg)).toContain(row.name);
  });

  it('breaks long titles into lines inside the picture', () => {
    const title = '一个很长的标题，'.repeat(12);
    const svg = renderExhibitSvg({ ...exhibit, title }, { ...base, width: 500 });
    const lines = wordsIn(svg).filter((w) => w.includes('一个很长') || title.includes(w));
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join('')).toContain(title.slice(0, 40));
  });

  it('escapes names from files', () => {
    const rows = exhibit.data.rows.map((r, i) => (i === 0 ? { ...r, name: '<script>&"' } : r));
    const svg = renderExhibitSvg({ ...exhibit, title: '<b>', data: { ...exhibit.data, rows } }, base);
    expect(svg).not.toContain('<script>');
    expect(svg).not.toContain('<b>');
  });

  it('draws a map over the outline that is handed in, and tiles without one', () => {
    const outline = parseOutline(
      JSON.parse(readFileSync(new URL('../../../public/maps/inner-mongolia-leagues.json', import.meta.url), 'utf8')),
    );
    const map = sampleExhibit('level-map', 'ordinary', 'zh');
    const tiles = renderExhibitSvg(map, base);
    const drawn = renderExhibitSvg(map, { ...base, outline });
    expect(drawn.length).toBeGreaterThan(2 * tiles.length);
    for (const svg of [tiles, drawn]) for (const { short } of map.data.cells) expect(svg).toContain(short);
  });
});

/** A drawing without the names that ECharts counts. */
function plain(svg: string): string {
  return svg.replace(/<style[^]*?<\/style>/g, '').replace(/ class="[^"]*"|zr\d+-/g, '');
}

describe('a chart that is made larger', () => {
  // Elements are used again at another size: none may keep the place, the dash or the hatching of what it was before.
  it.each(['gaps', 'many', 'extremes'] as const)('is drawn as at that size from the beginning: %s', (state) => {
    for (const kind of EXHIBIT_KINDS) {
      const sample = sampleExhibit(kind, state, 'zh');
      const height = exhibitHeight(sample);
      const { option } = exhibitModel(sample, CHART_THEMES.light, 'zh');
      const chart = echarts.init(null, 'light', { renderer: 'svg', ssr: true, width: 700, height });
      try {
        chart.setOption(option);
        chart.renderToSVGString();
        chart.resize({ width: 1000, height });
        const wanted = plain(draw(option, 1000, height));
        const lines = plain(chart.renderToSVGString()).split('\n');
        expect(lines.filter((line) => !wanted.includes(line)).slice(0, 3), kind).toEqual([]);
        expect(lines).toHaveLength(wanted.split('\n').length);
      } finally {
        chart.dispose();
      }
    }
  });
});
