import { strToU8, unzipSync } from 'fflate';
import type { Lang } from '../../../base/text';
import { coreProperties } from '../../docx-parts';
import type { Briefing } from '../../briefing';
import { escapeXml, zipParts } from '../native/chart-book';
import { addChartParts, chartGraphic, edit, type Parts, type PlacedChart } from '../native/chart-parts';
import { langTag } from '../typeface';

/** A chart that stands on slide `slide` in place of the shape called `name`. */
export interface SlideChart extends PlacedChart {
  readonly slide: number;
  readonly name: string;
}

/** What a shape shows, for those who do not see it, by its name. */
export type Descriptions = ReadonlyMap<string, string>;

export const PAGE_SIGN = '‹#›';

/**
 * What the library leaves undone, on the unpacked parts: charts with their workbooks in the places of their stand-ins,
 * page numbers as fields, paragraphs of notes, descriptions, ids that occur once, and a time that was handed in.
 */
export function finishSlides(
  packed: Uint8Array,
  briefing: Briefing,
  charts: readonly SlideChart[],
  descriptions: Descriptions,
  madeAtMs: number,
): Uint8Array {
  const parts: Parts = { ...unzipSync(packed) };
  // Folders are entries of the library's archive, nothing that a package may hold.
  for (const path of Object.keys(parts)) if (path.endsWith('/')) delete parts[path];
  charts.forEach((placed, i) => {
    const slide = `ppt/slides/slide${placed.slide}.xml`;
    const relation = addChartParts(parts, 'ppt', i + 1, slide, placed);
    edit(parts, slide, (xml) => standIn(xml, placed.name, relation));
  });
  for (const path of Object.keys(parts)) {
    const slide = /^ppt\/slides\/slide(\d+)\.xml$/.exec(path);
    if (slide) edit(parts, path, (xml) => numberShapes(describe(fields(xml, slide[1]!), descriptions)));
    if (/^ppt\/notesSlides\/notesSlide\d+\.xml$/.test(path))
      edit(parts, path, (xml) => noteParagraphs(xml, briefing.lang));
  }
  const core = coreProperties(briefing.title, briefing.demonstration, briefing.lang, madeAtMs);
  parts[core.path] = strToU8(core.data);
  // The order of the parts, too, belongs to the bytes.
  return zipParts(inOrder(parts));
}

function inOrder(parts: Parts): Parts {
  const first = '[Content_Types].xml';
  const names = Object.keys(parts).filter((name) => name !== first);
  return Object.fromEntries([first, ...names.sort()].map((name) => [name, parts[name]!]));
}

/** The shape called `name` becomes the frame of a chart, at the same place and size. */
function standIn(xml: string, name: string, relation: string): string {
  return xml.replace(/<p:sp>(?:(?!<p:sp>).)*?<\/p:sp>/gs, (shape) => {
    if (!shape.includes(`name="${name}"`)) return shape;
    const place = /<a:off [^>]*\/><a:ext [^>]*\/>/.exec(shape)![0];
    return `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="0" name="${name}"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm>${place}</p:xfrm>${chartGraphic(relation)}</p:graphicFrame>`;
  });
}

/** Page numbers count by themselves when slides are moved. */
function fields(xml: string, n: string): string {
  return xml.replace(
    new RegExp(`<a:r>(<a:rPr(?:(?!</a:rPr>).)*</a:rPr>)<a:t>${PAGE_SIGN}</a:t></a:r>`, 'gs'),
    (_, look: string) =>
      `<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">${look}<a:t>${n}</a:t></a:fld>`,
  );
}

function describe(xml: string, descriptions: Descriptions): string {
  return xml.replace(/(<p:cNvPr id="\d+" name="([^"]*)")/g, (whole, head: string, name: string) => {
    const words = descriptions.get(name);
    return words === undefined ? whole : `${head} descr="${escapeXml(words)}"`;
  });
}

function numberShapes(xml: string): string {
  let id = 1;
  return xml.replace(/<p:cNvPr id="\d+"/g, () => `<p:cNvPr id="${id++}"`);
}

function noteParagraphs(xml: string, lang: Lang): string {
  return xml.replace(
    /<a:p><a:r><a:rPr[^>]*\/><a:t>([^<]*)<\/a:t><\/a:r><a:endParaRPr[^>]*\/><\/a:p>/,
    (_, text: string) =>
      text
        .split(/\r?\n/)
        .map((line) => `<a:p><a:r><a:rPr lang="${langTag(lang)}" dirty="0"/><a:t>${line}</a:t></a:r></a:p>`)
        .join(''),
  );
}
