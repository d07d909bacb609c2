// Makes public/maps/inner-mongolia-leagues.json from the outlines in npm's echarts 4.9.0 (Apache-2.0).
// Run when the outlines are to be made anew; the outcome is committed, so that nothing is fetched at set-up:
//   node scripts/make-maps.mjs [path of neimenggu.json]
// Without a path the package is fetched by `npm pack` into a temporary folder.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMBER = 'package/map/json/province/neimenggu.json';
/**
 * Points are moved to a grid of this width in degrees, about half a pixel on the screen. Neighbours that fall together
 * become one; a border that two leagues share stays shared, because both move alike.
 */
const GRID = 0.02;
const onGrid = (degrees) => Number((Math.round(degrees / GRID) * GRID).toFixed(2));

/**
 * Where a name stands when the middle of the outline is too narrow for it: longitude, latitude. The thin leagues in
 * the west get theirs outside, with a line to the place. Chosen by eye for a map 380 to 900 px wide.
 */
const LABELS = {
  150100: [114.1, 38.6],
  150200: [109.6, 44.0],
  150300: [103.6, 37.6],
  150600: [109.0, 38.7],
  150900: [113.3, 41.6],
  152200: [124.6, 47.6],
};

function sourceText(path) {
  if (path) return readFileSync(path, 'utf8');
  const folder = mkdtempSync(join(tmpdir(), 'fengsui-maps-'));
  try {
    execFileSync('npm', ['pack', 'echarts@4.9.0', '--silent'], { cwd: folder, shell: process.platform === 'win32' });
    execFileSync('tar', ['xzf', 'echarts-4.9.0.tgz', MEMBER], { cwd: folder });
    return readFileSync(join(folder, MEMBER), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** ECharts' compressed ring: zigzag deltas as characters, scaled by 1024. Equal neighbours after rounding are dropped. */
function decodeRing(text, [startX, startY]) {
  const ring = [];
  let [x, y] = [startX, startY];
  for (let i = 0; i < text.length; i += 2) {
    const [a, b] = [text.charCodeAt(i) - 64, text.charCodeAt(i + 1) - 64];
    x += (a >> 1) ^ -(a & 1);
    y += (b >> 1) ^ -(b & 1);
    const point = [onGrid(x / 1024), onGrid(y / 1024)];
    const before = ring.at(-1);
    if (!before || before[0] !== point[0] || before[1] !== point[1]) ring.push(point);
  }
  const [first, last] = [ring[0], ring.at(-1)];
  if (first[0] !== last[0] || first[1] !== last[1]) ring.push(first);
  return ring;
}

function signedArea(ring) {
  let sum = 0;
  for (let i = 0; i + 1 < ring.length; i++) sum += ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
  return sum / 2;
}

function centroid(ring) {
  let [x, y] = [0, 0];
  for (let i = 0; i + 1 < ring.length; i++) {
    const cross = ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
    x += (ring[i][0] + ring[i + 1][0]) * cross;
    y += (ring[i][1] + ring[i + 1][1]) * cross;
  }
  const area = signedArea(ring);
  return [onGrid(x / (6 * area)), onGrid(y / (6 * area))];
}

function toFeature({ id, geometry, properties }) {
  const polygons =
    geometry.type === 'Polygon'
      ? [geometry.coordinates.map((text, i) => decodeRing(text, geometry.encodeOffsets[i]))]
      : geometry.coordinates.map((rings, p) => rings.map((text, i) => decodeRing(text, geometry.encodeOffsets[p][i])));
  const whole = polygons.filter((rings) => rings[0].length >= 4);
  const largest = whole.reduce((a, b) => (Math.abs(signedArea(b[0])) > Math.abs(signedArea(a[0])) ? b : a));
  const centre = centroid(largest[0]);
  return {
    type: 'Feature',
    properties: { code: String(id), name: properties.name, centre, label: LABELS[id] ?? centre },
    geometry: { type: 'MultiPolygon', coordinates: whole },
  };
}

const source = JSON.parse(sourceText(process.argv[2]));
const features = source.features.map(toFeature).sort((a, b) => (a.properties.code < b.properties.code ? -1 : 1));
const out = new URL('../public/maps/inner-mongolia-leagues.json', import.meta.url);
writeFileSync(
  out,
  `{"type":"FeatureCollection","features":[\n${features.map((f) => JSON.stringify(f)).join(',\n')}\n]}\n`,
);
console.log(`${features.length} outlines`);
