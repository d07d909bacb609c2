import type { Briefing } from '../briefing/briefing';
import type { MapOutline } from '../base/map-outline';

export const BRIEF_FORMATS = ['pptx', 'docx', 'xlsx', 'html', 'md'] as const;
export type BriefFormat = (typeof BRIEF_FORMATS)[number];

/**
 * A briefing as the bytes of a file that says of itself that it was made at a moment. `outline`: of the regions, for a map
 * that is drawn; without it, and for regions that it lacks, levels are drawn as tiles.
 */
type Writer = (briefing: Briefing, madeAtMs: number, outline: MapOutline | null) => Promise<Uint8Array>;

/** Width of a chart in the HTML file, in pixels: that of its text. */
const WIDTH = 960;

/** Each library is loaded only for its own form. The same files as the page makes (publish/publish-job.ts). */
const WRITERS: Readonly<Record<BriefFormat, Writer>> = {
  async pptx(briefing, madeAtMs, outline) {
    const { toPptx } = await import('../briefing/out/pptx');
    const { blockLayout } = await import('../charts/tile-layout');
    return toPptx(briefing, madeAtMs, { placeTiles: blockLayout, outline });
  },
  docx: async (briefing, madeAtMs) => (await import('../briefing/out/docx')).toDocx(briefing, madeAtMs),
  xlsx: async (briefing, madeAtMs) => (await import('../briefing/out/xlsx')).toXlsx(briefing, madeAtMs),
  async html(briefing, madeAtMs, outline) {
    const { toHtml } = await import('../briefing/out/html');
    const { renderExhibitSvg } = await import('../charts/render-svg');
    const drawn = {
      width: WIDTH,
      lang: briefing.lang,
      theme: 'light',
      words: false,
      outline,
    } as const;
    return toHtml(briefing, madeAtMs, (exhibit) => renderExhibitSvg(exhibit, drawn));
  },
  md: async (briefing, madeAtMs) => (await import('../briefing/out/markdown')).toMarkdown(briefing, madeAtMs),
};

export function writerOf(format: BriefFormat): Writer {
  return WRITERS[format];
}
