import type PptxGenJS from 'pptxgenjs';
import { levelName, levelNumeral } from '../../../base/level';
import type { MapOutline, MapPlace } from '../../../base/map-outline';
import type { Lang } from '../../../base/text';
import { sayableInXml } from '../../docx-parts';
import type { ExhibitOf, LevelCellData } from '../../exhibits/exhibit';
import { textEm } from '../measure-text';
import { levelPaint, PAPER } from '../palette';
import { langTag, typeface } from '../typeface';
import type { Box } from './slide-plan';

type Point = readonly [x: number, y: number];
type Ring = readonly Point[];
interface Shape {
  readonly code: string;
  readonly rings: readonly Ring[];
}

/** Width of a degree of longitude in degrees of latitude on our charts, too (ECharts' aspect of maps). */
const ASPECT = 0.75;
const LABEL_PT = 10;
const MARKER = 0.26;
/** Farther from the middle than this, in inches, a name has a line to its place. */
const LINE_FROM = 0.2;

/** Does the outline have every region of the map? Else it is drawn as tiles. */
export function drawsAll({ places }: MapOutline, exhibit: ExhibitOf<'level-map'>): boolean {
  const known = new Set(places.map(({ code }) => code));
  return exhibit.data.cells.every(({ code }) => known.has(code));
}

/**
 * The map of levels with its borders as shapes that can be moved and coloured, each called after its region and level;
 * names and numerals on plates above them, small places with a marker.
 */
export function addMap(
  slide: PptxGenJS.Slide,
  lang: Lang,
  { data }: ExhibitOf<'level-map'>,
  outline: MapOutline,
  box: Box,
  describe: (name: string, words: string) => void,
): void {
  const cells = new Map(data.cells.map((cell) => [cell.code, cell]));
  const shapes = shapesOf(outline).filter(({ code }) => cells.has(code));
  const project = projection(
    shapes.flatMap(({ rings }) => rings.flat()),
    box,
  );
  for (const { code, rings } of shapes) {
    const cell = cells.get(code)!;
    const name = `region-${code}`;
    describe(name, `${cell.name}: ${levelName(cell.level)[lang]}`);
    addShape(
      slide,
      rings.map((ring) => ring.map(project)),
      cell,
      name,
    );
  }
  // Markers last: the small must not vanish under a name.
  const places = outline.places.filter(({ code }) => cells.has(code));
  for (const place of places) addName(slide, lang, place, cells.get(place.code)!, project, box);
  for (const place of places) addMarker(slide, lang, place, cells.get(place.code)!, project);
}

function shapesOf({ geoJson }: MapOutline): Shape[] {
  // Checked when it was read (base/map-outline.ts): polygons and multipolygons of points.
  const { features } = geoJson as {
    features: readonly {
      properties: { code: string };
      geometry: { type: string; coordinates: readonly (readonly Ring[])[] | readonly Ring[] };
    }[];
  };
  return features.map(({ properties, geometry }) => ({
    code: properties.code,
    rings:
      geometry.type === 'Polygon'
        ? (geometry.coordinates as readonly Ring[])
        : (geometry.coordinates as readonly (readonly Ring[])[]).flat(),
  }));
}

/** Degrees to inches: as large as the box allows, in its middle. */
function projection(points: readonly Point[], box: Box): (point: Point) => Point {
  const xs = points.map(([x]) => x * ASPECT);
  const ys = points.map(([, y]) => -y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top];
  const scale = Math.min(box.w / width, box.h / height);
  const [x0, y0] = [box.x + (box.w - width * scale) / 2, box.y + (box.h - height * scale) / 2];
  return ([x, y]) => [x0 + (x * ASPECT - left) * scale, y0 + (-y - top) * scale];
}

function addShape(slide: PptxGenJS.Slide, rings: readonly Ring[], cell: LevelCellData, name: string): void {
  const points = rings.flat();
  const [x, y] = [Math.min(...points.map((p) => p[0])), Math.min(...points.map((p) => p[1]))];
  const [w, h] = [Math.max(...points.map((p) => p[0])) - x, Math.max(...points.map((p) => p[1])) - y];
  // The library draws it, and its types do not name it.
  slide.addShape('custGeom' as PptxGenJS.SHAPE_NAME, {
    x,
    y,
    w,
    h,
    objectName: name,
    fill: { color: levelPaint(cell.level).fill },
    line: { color: cell.level > 4 ? PAPER.lineStrong : PAPER.ground, width: 0.75 },
    points: rings.flatMap((ring) => [
      ...ring.map(([px, py], i) => ({ x: px - x, y: py - y, ...(i === 0 && { moveTo: true }) })),
      { close: true as const },
    ]),
  });
}

function addName(
  slide: PptxGenJS.Slide,
  lang: Lang,
  place: MapPlace,
  cell: LevelCellData,
  project: (point: Point) => Point,
  box: Box,
): void {
  const numeral = levelNumeral(cell.level);
  const words = sayableInXml([cell.short, numeral].filter((word) => word !== '').join(' '));
  const [cx, cy] = project(place.centre);
  const wished = project(place.label);
  const w = (textEm(words) * LABEL_PT * 1.1 + 6) / 72;
  const h = (LABEL_PT * 1.4) / 72;
  const lx = Math.min(Math.max(wished[0], box.x + w / 2), box.x + box.w - w / 2);
  const ly = Math.min(Math.max(wished[1], box.y + h / 2), box.y + box.h - h / 2);
  if (Math.hypot(lx - cx, ly - cy) >= LINE_FROM) {
    slide.addShape('line', {
      x: Math.min(cx, lx),
      y: Math.min(cy, ly),
      w: Math.abs(lx - cx),
      h: Math.abs(ly - cy),
      flipV: lx > cx !== ly > cy,
      line: { color: PAPER.ink3, width: 0.75 },
      objectName: `line-${place.code}`,
    });
  }
  slide.addText(words, {
    x: lx - w / 2,
    y: ly - h / 2,
    w,
    h,
    margin: 0,
    align: 'center',
    valign: 'middle',
    fontFace: typeface(lang),
    fontSize: LABEL_PT,
    bold: numeral !== '',
    color: PAPER.ink,
    fill: { color: PAPER.ground, transparency: 15 },
    lang: langTag(lang),
    objectName: `name-${place.code}`,
  });
}

function addMarker(
  slide: PptxGenJS.Slide,
  lang: Lang,
  { code, centre, small }: MapPlace,
  { level }: LevelCellData,
  project: (point: Point) => Point,
): void {
  if (!small || level === 0) return;
  const [cx, cy] = project(centre);
  const paint = levelPaint(level);
  slide.addText(levelNumeral(level), {
    shape: 'ellipse',
    x: cx - MARKER / 2,
    y: cy - MARKER / 2,
    w: MARKER,
    h: MARKER,
    margin: 0,
    align: 'center',
    valign: 'middle',
    fontFace: typeface(lang),
    fontSize: 9,
    bold: true,
    color: paint.on,
    fill: { color: paint.fill },
    line: { color: PAPER.ground, width: 1.25 },
    lang: langTag(lang),
    objectName: `marker-${code}`,
  });
}
