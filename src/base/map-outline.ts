/** A place on the map that a level is written for. */
export interface MapPlace {
  readonly code: string;
  readonly centre: readonly [longitude: number, latitude: number];
  /** Where the name stands; another place than the centre gets a line to it. */
  readonly label: readonly [longitude: number, latitude: number];
  /** Much smaller than its neighbours: gets a marker, so that it is not the least visible when it is the worst. */
  readonly small: boolean;
}

/** Outlines for the map: GeoJSON for ECharts, and what our own labels need. */
export interface MapOutline {
  readonly geoJson: object;
  readonly places: readonly MapPlace[];
}

interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

const SMALL_SHARE = 0.004;

/**
 * The gate for outlines, ours or an office's own: a FeatureCollection whose features carry `properties.code` and a
 * Polygon or MultiPolygon. Features without these are left out; null when none remains.
 */
export function parseOutline(raw: unknown): MapOutline | null {
  if (!isRecord(raw) || raw.type !== 'FeatureCollection' || !Array.isArray(raw.features)) return null;
  const features: { feature: Record<string, unknown>; code: string; properties: Record<string, unknown>; box: Box }[] =
    [];
  for (const feature of raw.features) {
    if (!isRecord(feature) || !isRecord(feature.properties) || !isRecord(feature.geometry)) continue;
    const code = feature.properties.code;
    const box = boxOf(feature.geometry);
    if ((typeof code !== 'string' && typeof code !== 'number') || box === null) continue;
    features.push({ feature, code: String(code), properties: feature.properties, box });
  }
  if (features.length === 0) return null;
  const area = (b: Box): number => (b.east - b.west) * (b.north - b.south);
  const whole = area(
    features.reduce<Box>(
      (all, { box }) => ({
        west: Math.min(all.west, box.west),
        south: Math.min(all.south, box.south),
        east: Math.max(all.east, box.east),
        north: Math.max(all.north, box.north),
      }),
      features[0]!.box,
    ),
  );
  const places = features.map(({ code, properties, box }) => {
    const centre = pointOf(properties.centre) ?? [(box.west + box.east) / 2, (box.south + box.north) / 2];
    return { code, centre, label: pointOf(properties.label) ?? centre, small: area(box) < SMALL_SHARE * whole };
  });
  return {
    geoJson: {
      type: 'FeatureCollection',
      features: features.map(({ feature, code }) => ({
        type: 'Feature',
        properties: { code },
        geometry: feature.geometry,
      })),
    },
    places,
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function pointOf(value: unknown): readonly [number, number] | null {
  if (!Array.isArray(value)) return null;
  const [longitude, latitude] = value as unknown[];
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return null;
  return Number.isFinite(longitude) && Number.isFinite(latitude) ? [longitude, latitude] : null;
}

/** Box around a polygon or multipolygon; null when there is no proper point in it. */
function boxOf(geometry: Record<string, unknown>): Box | null {
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return null;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  const walk = (node: unknown): boolean => {
    if (!Array.isArray(node) || node.length === 0) return false;
    if (Array.isArray(node[0])) return node.every(walk);
    const point = pointOf(node);
    if (!point) return false;
    west = Math.min(west, point[0]);
    east = Math.max(east, point[0]);
    south = Math.min(south, point[1]);
    north = Math.max(north, point[1]);
    return true;
  };
  return walk(geometry.coordinates) && west < east && south < north ? { west, south, east, north } : null;
}
