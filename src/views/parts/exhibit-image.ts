import type { Lang } from '../../base/text';
import type { Exhibit } from '../../briefing/exhibits/exhibit';
import type { MapOutline } from '../../base/map-outline';
import type { ThemeName } from '../../charts/theme';
import { downloadBlob } from '../../platform/download';
import { fetchPart } from '../../platform/fetch-part';

export type ImageFormat = 'png' | 'svg';

interface ImageCall {
  readonly format: ImageFormat;
  readonly lang: Lang;
  readonly theme: ThemeName;
  readonly outline: MapOutline | null;
}

/** At this width letters of 12 pixels are some 7 points on paper. */
const WIDTH_PX = 760;
/** 160 mm, the text block of a page, at 300 dots per inch. */
const PRINT_PX = Math.round((160 / 25.4) * 300);

const MIME = { svg: 'image/svg+xml', png: 'image/png' } as const;

/** Hands the exhibit with all its words to the user. Its source carries the mark of the demonstration. */
export async function downloadExhibit(exhibit: Exhibit, { format, lang, theme, outline }: ImageCall): Promise<void> {
  const { renderExhibitSvg } = await fetchPart(() => import('../../charts/render-svg'));
  const svg = renderExhibitSvg(exhibit, { width: WIDTH_PX, lang, theme, words: true, outline });
  const image =
    format === 'svg'
      ? svg
      : await fetchPart(() => import('../../publish/svg-to-png')).then((m) => m.svgToPng(svg, PRINT_PX));
  downloadBlob(`${exhibit.title}.${format}`, new Blob([image], { type: MIME[format] }));
}
