import { pageAddress } from './config';

/** Outlines of the leagues and cities, beside the page; an office may put its own approved file in this place. */
const OUTLINE = 'maps/inner-mongolia-leagues.json';

/** Raw GeoJSON as it stands in the file; what is in it is checked by base/map-outline.ts. */
export async function fetchOutline(get: typeof fetch = fetch): Promise<unknown> {
  const answer = await get(new URL(OUTLINE, pageAddress()));
  if (!answer.ok) throw new Error(`${OUTLINE}: ${answer.status}`);
  return (await answer.json()) as unknown;
}
