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
 * Borders are drawn with no more points than it takes to stay within this distance of them, in degrees of latitude: half
 * a pixel on a map 1,000 px wide. A border that two leagues share is simplified once and stays shared.
 */
const TOLERANCE = 0.02;
/** A degree of longitude is shorter than one of latitude; here, at about 44° north. */
const SHRINK = 0.72;
/** The source counts in 1/1024 degrees. */
const STEPS = 1024;
const degrees = ([x, y]) => [x, y].map((v) => Number((v / STEPS).toFixed(2)));

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

/** ECharts' compressed ring: zigzag deltas as characters. A closed ring in steps, without points that repeat. */
function decodeRing(text, [startX, startY]) {
  const ring = [];
  let [x, y] = [startX, startY];
  for (let i = 0; i < text.length; i += 2) {
    const [a, b] = [text.charCodeAt(i) - 64, text.charCodeAt(i + 1) - 64];
    x += (a >> 1) ^ -(a & 1);
    y += (b >> 1) ^ -(b & 1);
    const before = ring.at(-1);
    if (!before || before[0] !== x || before[1] !== y) ring.push([x, y]);
  }
  const [first, last] = [ring[0], ring.at(-1)];
  if (first[0] === last[0] && first[1] === last[1]) ring.pop();
  return ring;
}

/** Points at which a border begins or ends: those with other than two neighbours over all rings. */
function junctionsOf(rings) {
  const neighbours = new Map();
  for (const ring of rings) {
    ring.forEach((point, i) => {
      const key = point.join();
      if (!neighbours.has(key)) neighbours.set(key, new Set());
      neighbours
        .get(key)
        .add(ring.at(i - 1).join())
        .add(ring[(i + 1) % ring.length].join());
    });
  }
  return new Set([...neighbours].filter(([, set]) => set.size !== 2).map(([key]) => key));
}

function distance([x, y], [x1, y1], [x2, y2]) {
  const [px, py, dx, dy] = [(x - x1) * SHRINK, y - y1, (x2 - x1) * SHRINK, y2 - y1];
  const along = Math.max(0, Math.min(1, (px * dx + py * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(px - along * dx, py - along * dy);
}

/** Ramer–Douglas–Peucker on an open line. */
function simplify(line) {
  if (line.length < 3) return line;
  const [first, last] = [line[0], line.at(-1)];
  const away = line.slice(1, -1).map((point) => distance(point, first, last));
  const most = Math.max(...away);
  if (most <= TOLERANCE * STEPS) return [first, last];
  const at = away.indexOf(most) + 1;
  return [...simplify(line.slice(0, at + 1)).slice(0, -1), ...simplify(line.slice(at))];
}

/** The same points whichever of its two sides a border is seen from. */
function simplifyBorder(line) {
  const [first, last] = [line[0].join(), line.at(-1).join()];
  return first <= last ? simplify(line) : simplify(line.toReversed()).toReversed();
}

/** A ring, border by border, closed and in degrees. */
function simplifyRing(ring, junctions) {
  const start = ring.findIndex((point) => junctions.has(point.join()));
  // One that meets nobody is cut at its first point and at the one farthest from it.
  const turned = start > 0 ? [...ring.slice(start), ...ring.slice(0, start)] : ring;
  const away = turned.map((point) => Math.hypot(point[0] - turned[0][0], point[1] - turned[0][1]));
  const cuts = start < 0 ? new Set([turned[away.indexOf(Math.max(...away))].join()]) : junctions;
  const out = [];
  let line = [turned[0]];
  for (const point of [...turned.slice(1), turned[0]]) {
    line.push(point);
    if (!cuts.has(point.join()) && point !== turned[0]) continue;
    out.push(...simplifyBorder(line).slice(0, -1));
    line = [point];
  }
  // Rounded, neighbours may fall together.
  const rounded = out.map(degrees);
  const apart = rounded.filter((point, i) => point.join() !== rounded.at(i - 1).join());
  return [...apart, apart[0]];
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
  return [x / (6 * area), y / (6 * area)].map((v) => Number(v.toFixed(2)));
}

function decode({ geometry }) {
  return geometry.type === 'Polygon'
    ? [geometry.coordinates.map((text, i) => decodeRing(text, geometry.encodeOffsets[i]))]
    : geometry.coordinates.map((rings, p) => rings.map((text, i) => decodeRing(text, geometry.encodeOffsets[p][i])));
}

const source = JSON.parse(sourceText(process.argv[2]));
const outlines = source.features.map((feature) => ({ ...feature, polygons: decode(feature) }));
const junctions = junctionsOf(outlines.flatMap(({ polygons }) => polygons.flat()));
const features = outlines
  .map(({ id, properties, polygons }) => {
    const coordinates = polygons.map((rings) => rings.map((ring) => simplifyRing(ring, junctions)));
    const largest = coordinates.reduce((a, b) => (Math.abs(signedArea(b[0])) > Math.abs(signedArea(a[0])) ? b : a));
    const centre = centroid(largest[0]);
    return {
      type: 'Feature',
      properties: { code: String(id), name: properties.name, centre, label: LABELS[id] ?? centre },
      geometry: { type: 'MultiPolygon', coordinates },
    };
  })
  .sort((a, b) => (a.properties.code < b.properties.code ? -1 : 1));
const out = new URL('../public/maps/inner-mongolia-leagues.json', import.meta.url);
writeFileSync(
  out,
  `{"type":"FeatureCollection","features":[\n${features.map((f) => JSON.stringify(f)).join(',\n')}\n]}\n`,
);
console.log(`${features.length} outlines, ${junctions.size} junctions`);
