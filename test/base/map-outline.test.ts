import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultRegionTree } from '../../src/base/catalogue';
import { parseOutline } from '../../src/base/map-outline';

const shipped: unknown = JSON.parse(
  readFileSync(new URL('../../public/maps/inner-mongolia-leagues.json', import.meta.url), 'utf8'),
);

describe('the outlines that ship', () => {
  const outline = parseOutline(shipped)!;

  it('are those of the 12 leagues and cities, by code', () => {
    const tree = defaultRegionTree();
    const leagues = tree.children[tree.roots[0]!]!.map((i) => tree.regions[i]!.code);
    expect(outline.places.map((p) => p.code)).toEqual([...leagues].sort());
  });

  it('give Wuhai, and Wuhai alone, a marker', () => {
    expect(outline.places.filter((p) => p.small).map((p) => p.code)).toEqual(['150300']);
  });

  it('lie where Inner Mongolia lies', () => {
    for (const { centre, label } of outline.places) {
      for (const [longitude, latitude] of [centre, label]) {
        expect(longitude).toBeGreaterThan(97);
        expect(longitude).toBeLessThan(126.1);
        expect(latitude).toBeGreaterThan(37);
        expect(latitude).toBeLessThan(53.4);
      }
    }
  });
});

describe('an outline of an office', () => {
  const square = (code: unknown, properties: object = {}): object => ({
    type: 'Feature',
    properties: { code, ...properties },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [2, 0],
          [2, 4],
          [0, 4],
          [0, 0],
        ],
      ],
    },
  });

  it('needs only codes and polygons: the middle of the box serves for centre and name', () => {
    const outline = parseOutline({ type: 'FeatureCollection', features: [square(150100)] })!;
    expect(outline.places).toEqual([{ code: '150100', centre: [1, 2], label: [1, 2], small: false }]);
  });

  it('loses what has no code or no area, and takes nothing else along', () => {
    const features = [
      square('a', { onclick: 'x' }),
      square(undefined),
      { type: 'Feature', properties: { code: 'b' }, geometry: null },
      { type: 'Feature', properties: { code: 'c' }, geometry: { type: 'Point', coordinates: [1, 2] } },
      { type: 'Feature', properties: { code: 'd' }, geometry: { type: 'Polygon', coordinates: [[[1, 'x']]] } },
      null,
    ];
    const outline = parseOutline({ type: 'FeatureCollection', features })!;
    expect(outline.places.map((p) => p.code)).toEqual(['a']);
    expect(outline.geoJson).toMatchObject({ features: [{ properties: { code: 'a' } }] });
    expect(JSON.stringify(outline.geoJson)).not.toContain('onclick');
  });

  it.each([null, 1, 'x', [], {}, { type: 'FeatureCollection' }, { type: 'FeatureCollection', features: [] }])(
    '%j is none',
    (raw) => {
      expect(parseOutline(raw)).toBeNull();
    },
  );
});
