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

/** Hands the exhibit with all its words to the user. Its source carries the mark of the demonstration. */
export async function downloadExhibit(exhibit: Exhibit, { format, lang, theme, outline }: ImageCall): Promise<void> {
  const { renderExhibitSvg } = await fetchPart(() => import('../../charts/render-svg'));
  const svg = renderExhibitSvg(exhibit, { width: WIDTH_PX, lang, theme, words: true, outline });
  const drawing = new Blob([svg], { type: 'image/svg+xml' });
  const image = format === 'svg' ? drawing : await pngOf(drawing);
  downloadBlob(`${exhibit.title}.${format}`, image);
}

async function pngOf(drawing: Blob): Promise<Blob> {
  const url = URL.createObjectURL(drawing);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = PRINT_PX;
    canvas.height = Math.round((PRINT_PX * image.naturalHeight) / image.naturalWidth);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas to draw the image on');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the image could not be made'))), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
