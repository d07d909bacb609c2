import type { Briefing } from '../../../../briefing/briefing';
import type { MapOutline } from '../../../../base/map-outline';
import { renderExhibitSvg } from '../../../../charts/render-svg';

/** Width of the text block of an A4 page in CSS pixels: 174 mm. */
const PAGE_WIDTH = 658;

/** Charts of a briefing as pictures for white paper, by page. One that cannot be drawn is left out: its table is printed. */
export function paperPictures(
  { pages, lang }: Pick<Briefing, 'pages' | 'lang'>,
  outline: MapOutline | null,
): ReadonlyMap<string, string> {
  const pictures = new Map<string, string>();
  for (const { id, exhibit } of pages) {
    if (!exhibit) continue;
    try {
      const svg = renderExhibitSvg(exhibit, { width: PAGE_WIDTH, lang, theme: 'light', words: false, outline });
      pictures.set(id, `data:image/svg+xml,${encodeURIComponent(svg)}`);
    } catch {
      // The table says the same.
    }
  }
  return pictures;
}
