import { strToU8 } from 'fflate';
import type { Briefing } from '../briefing/briefing';
import { zipParts } from '../briefing/out/native/chart-book';
import type { OnPage } from '../briefing/out/progress';
import type { MapOutline } from '../base/map-outline';
import type { PublishFormat } from './formats';

/** One file to be made: the clock and the outline of maps are handed in. */
export interface PublishJob {
  readonly briefing: Briefing;
  /** `png` is drawn as SVG here; only a page can make it an image. */
  readonly format: PublishFormat;
  readonly madeAtMs: number;
  readonly outline: MapOutline | null;
}

/** A file, or the drawings from which the page makes one. */
export type PublishAnswer =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'drawings'; readonly drawings: readonly Drawing[] };

export interface Drawing {
  /** Without ending. */
  readonly name: string;
  readonly svg: string;
}

/** As wide as a slide or the text of a page; charts in a file stand without words around them. */
const WIDTH = 960;

/** Each library is fetched for its own format alone. Runs in a worker, or in the page where none can be had. */
export async function doPublishJob(job: PublishJob, onPage: OnPage): Promise<PublishAnswer> {
  const { briefing, format, madeAtMs } = job;
  const file = (bytes: Uint8Array): PublishAnswer => ({ kind: 'file', bytes });
  switch (format) {
    case 'pptx': {
      const [{ toPptx }, { blockLayout }] = await Promise.all([
        import('../briefing/out/pptx'),
        import('../charts/tile-layout'),
      ]);
      return file(await toPptx(briefing, madeAtMs, { placeTiles: blockLayout, outline: job.outline }, onPage));
    }
    case 'docx':
      return file(await (await import('../briefing/out/docx')).toDocx(briefing, madeAtMs, onPage));
    case 'xlsx':
      return file(await (await import('../briefing/out/xlsx')).toXlsx(briefing, madeAtMs));
    case 'markdown':
      return file(await (await import('../briefing/out/markdown')).toMarkdown(briefing, madeAtMs));
    case 'html': {
      const [{ toHtml }, { renderExhibitSvg }] = await Promise.all([
        import('../briefing/out/html'),
        import('../charts/render-svg'),
      ]);
      const all = briefing.pages.filter(({ exhibit }) => exhibit !== null).length;
      let done = 0;
      const bytes = await toHtml(briefing, madeAtMs, (exhibit) => {
        const svg = renderExhibitSvg(exhibit, {
          width: WIDTH,
          lang: briefing.lang,
          theme: 'light',
          words: false,
          outline: job.outline,
        });
        onPage((done += 1), all);
        return svg;
      });
      return file(bytes);
    }
    case 'svg': {
      const drawings = await drawAll(job, onPage);
      return file(zipParts(Object.fromEntries(drawings.map(({ name, svg }) => [`${name}.svg`, strToU8(svg)]))));
    }
    case 'png':
      return { kind: 'drawings', drawings: await drawAll(job, onPage) };
  }
}

/** Every chart with its words, numbered in the order of the pages. */
async function drawAll({ briefing, outline }: PublishJob, onPage: OnPage): Promise<readonly Drawing[]> {
  const { renderExhibitSvg } = await import('../charts/render-svg');
  const exhibits = briefing.pages.flatMap(({ exhibit }) => (exhibit ? [exhibit] : []));
  return exhibits.map((exhibit, i) => {
    const svg = renderExhibitSvg(exhibit, { width: WIDTH, lang: briefing.lang, theme: 'light', words: true, outline });
    onPage(i + 1, exhibits.length);
    return { name: `${String(i + 1).padStart(2, '0')}-${exhibit.kind}`, svg };
  });
}

/** All that the formats need, fetched before the network may go. */
export async function fetchWriters(): Promise<void> {
  await Promise.all([
    import('../briefing/out/pptx'),
    import('../briefing/out/docx'),
    import('../briefing/out/xlsx'),
    import('../briefing/out/markdown'),
    import('../briefing/out/html'),
    import('../charts/render-svg'),
    import('../charts/tile-layout'),
  ]);
}
