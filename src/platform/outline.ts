import { pageAddress } from './config';

/** Outlines of the leagues and cities, beside the page; an office may put its own approved file in this place. */
const OUTLINE = 'maps/inner-mongolia-leagues.json';

let known: Promise<unknown> | null = null;

/**
 * Raw GeoJSON as it stands in the file; what is in it is checked by base/map-outline.ts. Fetched once for the life of the
 * page: a file with a map is also written when the network is gone. What failed is tried again at the next call.
 */
export function fetchOutline(): Promise<unknown> {
  known ??= load().catch((error: unknown) => {
    known = null;
    throw error;
  });
  return known;
}

async function load(): Promise<unknown> {
  const answer = await fetch(new URL(OUTLINE, pageAddress()));
  if (!answer.ok) throw new Error(`${OUTLINE}: ${answer.status}`);
  return (await answer.json()) as unknown;
}
