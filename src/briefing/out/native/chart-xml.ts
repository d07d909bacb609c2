import { PAPER } from '../palette';
import { bookOf, escapeXml } from './chart-book';
import type {
  ChartGroup,
  FillSeries,
  LineSeries,
  NativeChart,
  PointLabel,
  SeriesBase,
  SeriesLabels,
  ValueScale,
} from './native-chart';

/** How letters look in a chart, and where its plot lies (shares of the whole). */
export interface ChartLook {
  readonly font: string;
  readonly lang: string;
  readonly sizePt: number;
  readonly titlePt: number;
  /** Inner plot area, without the labels of its axes. */
  readonly plot: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  /** Every n-th category is written. */
  readonly labelEvery: number;
}

const C = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const A = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const EMU_PER_PT = 12_700;
const AXES = { category: 111_111, value: 222_222 } as const;

const val = (tag: string, value: string | number): string => `<c:${tag} val="${value}"/>`;
const solid = (colour: string, opacity = 100): string =>
  `<a:solidFill><a:srgbClr val="${colour}">${opacity < 100 ? `<a:alpha val="${opacity * 1000}"/>` : ''}</a:srgbClr></a:solidFill>`;
const stroke = (colour: string, widthPt: number, dash = false): string =>
  `<a:ln w="${Math.round(widthPt * EMU_PER_PT)}" cap="rnd">${solid(colour)}${dash ? '<a:prstDash val="dash"/>' : ''}<a:round/></a:ln>`;
const NO_LINE = '<a:ln><a:noFill/></a:ln>';
const NO_SHAPE = `<c:spPr><a:noFill/>${NO_LINE}</c:spPr>`;

/** Part `chartN.xml` (ECMA-376 part 1, 21.2): the order of elements is the schema's. */
export function chartXml(chart: NativeChart, look: ChartLook): string {
  const { places } = bookOf(chart);
  const scatter = chart.groups.some((group) => group.kind === 'scatter');
  let drawn = 0;
  const groups = chart.groups.map((group) => {
    const from = drawn;
    drawn += group.series.length;
    return groupXml(group, chart, look, from, places);
  });
  const { x, y, w, h } = look.plot;
  const layout = `<c:layout><c:manualLayout>${val('layoutTarget', 'inner')}${val('xMode', 'edge')}${val('yMode', 'edge')}${val('x', x)}${val('y', y)}${val('w', w)}${val('h', h)}</c:manualLayout></c:layout>`;
  const title =
    chart.title === ''
      ? ''
      : `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr/></a:pPr>${run(chart.title, { ...look, sizePt: look.titlePt }, PAPER.ink, { bold: true })}</a:p></c:rich></c:tx><c:layout><c:manualLayout>${val('xMode', 'edge')}${val('yMode', 'edge')}${val('x', 0.01)}${val('y', 0.01)}</c:manualLayout></c:layout>${val('overlay', 0)}</c:title>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<c:chartSpace xmlns:c="${C}" xmlns:a="${A}" xmlns:r="${R}">${val('date1904', 0)}${val('roundedCorners', 0)}<c:chart>${title}${val('autoTitleDeleted', title === '' ? 1 : 0)}<c:plotArea>${layout}${groups.join('')}${axesXml(chart, look, scatter)}${NO_SHAPE}</c:plotArea>${val('plotVisOnly', 1)}${val('dispBlanksAs', 'gap')}</c:chart>${NO_SHAPE}<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${fontXml('defRPr', look, PAPER.ink2)}</a:pPr><a:endParaRPr lang="${look.lang}"/></a:p></c:txPr><c:externalData r:id="rId1">${val('autoUpdate', 0)}</c:externalData></c:chartSpace>`;
}

interface FontChange {
  readonly bold?: boolean | undefined;
}

/** The font is named on every run and axis: programs fall back to the theme's otherwise. */
function fontXml(tag: 'defRPr' | 'rPr', look: ChartLook, colour: string, { bold = false }: FontChange = {}): string {
  const font = escapeXml(look.font);
  const lang = tag === 'rPr' ? ` lang="${look.lang}"` : '';
  return `<a:${tag}${lang} sz="${Math.round(look.sizePt * 100)}" b="${bold ? 1 : 0}">${solid(colour)}<a:latin typeface="${font}"/><a:ea typeface="${font}"/><a:cs typeface="${font}"/></a:${tag}>`;
}

const run = (text: string, look: ChartLook, colour: string, change: FontChange = {}): string =>
  `<a:r>${fontXml('rPr', look, colour, change)}<a:t>${escapeXml(text)}</a:t></a:r>`;

const textXml = (look: ChartLook, colour: string, change: FontChange = {}): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${fontXml('defRPr', look, colour, change)}</a:pPr><a:endParaRPr lang="${look.lang}"/></a:p></c:txPr>`;

function groupXml(
  group: ChartGroup,
  chart: NativeChart,
  look: ChartLook,
  from: number,
  places: readonly { readonly x: string; readonly y: string }[],
): string {
  const head = (i: number, series: SeriesBase): string =>
    `${val('idx', from + i)}${val('order', from + i)}<c:tx>${stringRef(`Sheet1!$${places[from + i]!.y}$1`, [series.name])}</c:tx>`;
  const data = (i: number, series: SeriesBase): string => {
    const { y } = places[from + i]!;
    const last = chart.categories.length + 1;
    return `<c:cat>${stringRef(`Sheet1!$A$2:$A$${last}`, chart.categories)}</c:cat><c:val>${numberRef(`Sheet1!$${y}$2:$${y}$${last}`, series.values)}</c:val>`;
  };
  const axes = val('axId', AXES.category) + val('axId', AXES.value);
  switch (group.kind) {
    case 'line':
      return `<c:lineChart>${val('grouping', 'standard')}${val('varyColors', 0)}${group.series
        .map(
          (s, i) => `<c:ser>${head(i, s)}${lineLook(s)}${labelsXml(s, look)}${data(i, s)}${val('smooth', 0)}</c:ser>`,
        )
        .join('')}${val('marker', 1)}${axes}</c:lineChart>`;
    case 'area':
      return `<c:areaChart>${val('grouping', 'stacked')}${val('varyColors', 0)}${group.series
        .map((s, i) => `<c:ser>${head(i, s)}${fillLook(s)}${data(i, s)}</c:ser>`)
        .join('')}${axes}</c:areaChart>`;
    case 'bar':
      return `<c:barChart>${val('barDir', group.direction)}${val('grouping', group.stacked ? 'stacked' : 'clustered')}${val('varyColors', 0)}${group.series
        .map(
          (s, i) =>
            `<c:ser>${head(i, s)}${fillLook(s)}${val('invertIfNegative', 0)}${(s.fills ?? []).map((fill, k) => `<c:dPt>${val('idx', k)}${val('invertIfNegative', 0)}${val('bubble3D', 0)}<c:spPr>${solid(fill)}${s.border ? stroke(s.border, 0.75) : NO_LINE}</c:spPr></c:dPt>`).join('')}${labelsXml(s, look)}${data(i, s)}</c:ser>`,
        )
        .join('')}${val('gapWidth', group.gap)}${val('overlap', 100)}${axes}</c:barChart>`;
    case 'scatter':
      return `<c:scatterChart>${val('scatterStyle', 'lineMarker')}${val('varyColors', 0)}${group.series
        .map((s, i) => {
          const { x, y } = places[from + i]!;
          const last = s.values.length + 1;
          return `<c:ser>${head(i, s)}${lineLook(s)}${labelsXml(s, look)}<c:xVal>${numberRef(`Sheet1!$${x}$2:$${x}$${last}`, s.xs)}</c:xVal><c:yVal>${numberRef(`Sheet1!$${y}$2:$${y}$${last}`, s.values)}</c:yVal>${val('smooth', 0)}</c:ser>`;
        })
        .join('')}${axes}</c:scatterChart>`;
  }
}

function lineLook({ line, marker }: LineSeries): string {
  const drawn = line ? stroke(line.colour, line.widthPt, line.dash) : '<a:ln w="19050"><a:noFill/></a:ln>';
  const point = marker
    ? `<c:marker>${val('symbol', marker.symbol ?? 'circle')}${val('size', marker.size)}<c:spPr>${solid(marker.hollow ? PAPER.ground : marker.colour)}${stroke(marker.hollow ? marker.colour : PAPER.ground, marker.hollow ? 1.5 : 0.5)}</c:spPr></c:marker>`
    : `<c:marker>${val('symbol', 'none')}</c:marker>`;
  return `<c:spPr>${drawn}</c:spPr>${point}`;
}

function fillLook({ fill, opacity, border }: FillSeries): string {
  if (fill === null) return `<c:spPr><a:noFill/>${NO_LINE}</c:spPr>`;
  return `<c:spPr>${solid(fill, opacity)}${border ? stroke(border, 0.75) : NO_LINE}</c:spPr>`;
}

/** Without lines from a label that was moved to its point. */
const NO_LEADERS =
  '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:showLeaderLines val="0"/></c:ext></c:extLst>';

function labelsXml({ labels }: SeriesBase, look: ChartLook): string {
  const none = ['showLegendKey', 'showVal', 'showCatName', 'showSerName', 'showPercent', 'showBubbleSize'];
  const all = none.map((tag) => val(tag, 0)).join('');
  if (!labels || labels.at.length === 0) return `<c:dLbls>${all}</c:dLbls>`;
  const points = [...labels.at].sort((a, b) => a.index - b.index).map((label) => pointLabel(label, labels, look));
  return `<c:dLbls>${points.join('')}${all}${NO_LEADERS}</c:dLbls>`;
}

function pointLabel(label: PointLabel, labels: SeriesLabels, look: ChartLook): string {
  const { show } = label;
  const font = { bold: labels.bold };
  const { shift = 0, across = 0 } = label;
  const layout =
    shift === 0 && across === 0
      ? ''
      : `<c:layout><c:manualLayout>${val('x', round(across * look.plot.w))}${val('y', round(shift * look.plot.h))}</c:manualLayout></c:layout>`;
  const words =
    typeof show === 'object'
      ? `<c:tx><c:rich><a:bodyPr wrap="none"/><a:p><a:pPr><a:defRPr/></a:pPr>${run(show.text, look, labels.colour, font)}</a:p></c:rich></c:tx>`
      : '';
  const format = label.format ? `<c:numFmt formatCode="${escapeXml(label.format)}" sourceLinked="0"/>` : '';
  const value = show === 'value' || show === 'both' || typeof show === 'object' ? 1 : 0;
  const name = show === 'name' || show === 'both' ? 1 : 0;
  const textLook =
    words === '' ? textXml(look, labels.colour, font).replace('<a:bodyPr/>', '<a:bodyPr wrap="none"/>') : '';
  return `<c:dLbl>${val('idx', label.index)}${layout}${words}${format}${labels.onGround ? `<c:spPr>${solid(PAPER.ground)}${NO_LINE}</c:spPr>` : NO_SHAPE}${textLook}${val('dLblPos', label.place ?? labels.place)}${val('showLegendKey', 0)}${val('showVal', value)}${val('showCatName', 0)}${val('showSerName', name)}${val('showPercent', 0)}${val('showBubbleSize', 0)}<c:separator> </c:separator></c:dLbl>`;
}

const round = (share: number): number => Number(share.toFixed(5));

const stringRef = (reference: string, texts: readonly string[]): string =>
  `<c:strRef><c:f>${reference}</c:f><c:strCache>${val('ptCount', texts.length)}${texts.map((text, i) => `<c:pt idx="${i}"><c:v>${escapeXml(text)}</c:v></c:pt>`).join('')}</c:strCache></c:strRef>`;

/** What is missing has no point in the cache and no cell in the workbook. */
const numberRef = (reference: string, values: readonly (number | null)[]): string =>
  `<c:numRef><c:f>${reference}</c:f><c:numCache><c:formatCode>General</c:formatCode>${val('ptCount', values.length)}${values.map((value, i) => (value === null ? '' : `<c:pt idx="${i}"><c:v>${value}</c:v></c:pt>`)).join('')}</c:numCache></c:numRef>`;

function axesXml(chart: NativeChart, look: ChartLook, scatter: boolean): string {
  const horizontal = chart.groups.some((group) => group.kind === 'bar' && group.direction === 'bar');
  return scatter
    ? valueAxis(chart.x!, look, { id: AXES.category, crosses: AXES.value, at: 'b', between: 'midCat', grid: true }) +
        valueAxis(chart.value, look, { id: AXES.value, crosses: AXES.category, at: 'l', between: 'midCat', grid: true })
    : categoryAxis(chart, look, AXES.category, AXES.value, horizontal) +
        valueAxis(chart.value, look, {
          id: AXES.value,
          crosses: AXES.category,
          at: horizontal ? 'b' : 'l',
          between: chart.groups.some((group) => group.kind === 'bar') ? 'between' : 'midCat',
          grid: !chart.value.hidden,
        });
}

function categoryAxis(chart: NativeChart, look: ChartLook, id: number, crosses: number, horizontal: boolean): string {
  const line = `<c:spPr>${stroke(PAPER.lineStrong, 0.75)}</c:spPr>`;
  // Names of columns wrap; periods must not, and LibreOffice turns or breaks them unless they are turned by a trace already.
  const turn = chart.groups.some((group) => group.kind === 'bar') ? 0 : 600;
  // Bars from top to bottom stand in the order of their rows.
  return `<c:catAx>${val('axId', id)}<c:scaling>${val('orientation', horizontal ? 'maxMin' : 'minMax')}</c:scaling>${val('delete', 0)}${val('axPos', horizontal ? 'l' : 'b')}<c:numFmt formatCode="General" sourceLinked="0"/>${val('majorTickMark', 'none')}${val('minorTickMark', 'none')}${val('tickLblPos', chart.named === false ? 'none' : 'low')}${line}${textXml(look, PAPER.ink2).replace('<a:bodyPr/>', `<a:bodyPr rot="${turn}" vert="horz"/>`)}${val('crossAx', crosses)}${val('crosses', 'autoZero')}${val('auto', 0)}${val('lblAlgn', 'ctr')}${val('lblOffset', 60)}${val('tickLblSkip', look.labelEvery)}${val('tickMarkSkip', look.labelEvery)}${val('noMultiLvlLbl', 1)}</c:catAx>`;
}

interface AxisPlace {
  readonly id: number;
  readonly crosses: number;
  readonly at: 'b' | 'l';
  readonly between: 'between' | 'midCat';
  readonly grid: boolean;
}

function valueAxis(scale: ValueScale, look: ChartLook, place: AxisPlace): string {
  const grid = place.grid ? `<c:majorGridlines><c:spPr>${stroke(PAPER.line, 0.5)}</c:spPr></c:majorGridlines>` : '';
  const title =
    scale.title === ''
      ? ''
      : `<c:title><c:tx><c:rich><a:bodyPr${place.at === 'l' ? ' rot="-5400000" vert="horz"' : ''}/><a:p><a:pPr><a:defRPr/></a:pPr>${run(scale.title, look, PAPER.ink3)}</a:p></c:rich></c:tx>${val('overlay', 0)}</c:title>`;
  return `<c:valAx>${val('axId', place.id)}<c:scaling>${val('orientation', 'minMax')}${val('max', scale.max)}${val('min', scale.min)}</c:scaling>${val('delete', scale.hidden ? 1 : 0)}${val('axPos', place.at)}${grid}${title}<c:numFmt formatCode="${escapeXml(scale.format)}" sourceLinked="0"/>${val('majorTickMark', 'none')}${val('minorTickMark', 'none')}${val('tickLblPos', 'low')}<c:spPr>${NO_LINE}</c:spPr>${textXml(look, PAPER.ink3)}${val('crossAx', place.crosses)}${val('crosses', 'min')}${val('crossBetween', place.between)}${val('majorUnit', scale.step)}</c:valAx>`;
}
