import { strFromU8, strToU8 } from 'fflate';
import { chartBook } from './chart-book';
import { type ChartLook, chartXml } from './chart-xml';
import type { NativeChart } from './native-chart';

/** A chart with its look, ready to become parts of a package. */
export interface PlacedChart {
  readonly chart: NativeChart;
  readonly look: ChartLook;
}

/** Unpacked parts of a PPTX or DOCX, by name. */
export type Parts = Record<string, Uint8Array>;

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const BOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Puts a chart and its workbook into a package as `<root>/charts/chartN.xml`, names their types, and ties them to the
 * part that shows them. Returns the relation by which that part refers to the chart.
 */
export function addChartParts(
  parts: Parts,
  root: 'ppt' | 'word',
  n: number,
  shownBy: string,
  placed: PlacedChart,
): string {
  const chartPath = `${root}/charts/chart${n}.xml`;
  const bookName = `chart${n}.xlsx`;
  parts[chartPath] = strToU8(chartXml(placed.chart, placed.look));
  parts[`${root}/charts/_rels/chart${n}.xml.rels`] = strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${REL}/package" Target="../embeddings/${bookName}"/></Relationships>`,
  );
  parts[`${root}/embeddings/${bookName}`] = chartBook(placed.chart);
  edit(parts, '[Content_Types].xml', (xml) => {
    const known = xml.includes('Extension="xlsx"') ? '' : `<Default Extension="xlsx" ContentType="${BOOK_TYPE}"/>`;
    return xml.replace('</Types>', `${known}<Override PartName="/${chartPath}" ContentType="${CHART_TYPE}"/></Types>`);
  });
  const folder = shownBy.slice(0, shownBy.lastIndexOf('/'));
  const relations = `${folder}/_rels/${shownBy.slice(folder.length + 1)}.rels`;
  const id = `rIdChart${n}`;
  const target = root === 'ppt' ? `../charts/chart${n}.xml` : `charts/chart${n}.xml`;
  edit(parts, relations, (xml) =>
    xml.replace(
      '</Relationships>',
      `<Relationship Id="${id}" Type="${REL}/chart" Target="${target}"/></Relationships>`,
    ),
  );
  return id;
}

/** Changes one part as text; it must be there. */
export function edit(parts: Parts, path: string, change: (xml: string) => string): void {
  const bytes = parts[path];
  if (!bytes) throw new Error(`no part ${path} in the package`);
  parts[path] = strToU8(change(strFromU8(bytes)));
}

/** What both kinds of frame hold. */
export const chartGraphic = (relation: string): string =>
  `<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="${relation}"/></a:graphicData></a:graphic>`;
