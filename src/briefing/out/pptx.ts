import PptxGenJS from 'pptxgenjs';
import type { MapOutline } from '../../base/map-outline';
import { say } from '../../base/text';
import type { Briefing, Page } from '../briefing';
import { sayableInXml } from '../docx-parts';
import { drawingOf } from './drawing';
import { lineCount, textEm } from './measure-text';
import { escapeXml } from './native/chart-book';
import { lookOf } from './native/chart-look';
import { PAPER } from './palette';
import { type Descriptions, finishSlides, PAGE_SIGN, type SlideChart } from './slides/finish-package';
import { addGrid } from './slides/slide-grid';
import { addMap, drawsAll } from './slides/slide-map';
import { addTiles } from './slides/slide-tiles';
import { addWords, BOLD_SHARE } from './slides/slide-words';
import { type Box, BOXES, pt, SIZES, SLIDE, SPACING } from './slides/slide-plan';
import { splitWords } from './slides/split-words';
import type { OnPage } from './progress';
import { OUT_TEXT } from './text';
import type { PlaceTiles } from './tile-places';
import { langTag, typeface } from './typeface';

const LAYOUT = 'Fengsui 16:9';
const MASTER = 'Fengsui';
const CHART_PT = 10;
/** Letters of a table of levels, to reckon how much of its head fits. */
const GRID_PT = 9;

/** Where regions stand: borders for maps of levels, tiles for those without and for regions that the borders lack. */
export interface Maps {
  readonly placeTiles?: PlaceTiles;
  readonly outline?: MapOutline | null;
}

/** What is collected while slides are made, and put into the package at the end. */
interface Deck {
  readonly file: PptxGenJS;
  readonly briefing: Briefing;
  readonly maps: Maps;
  slides: number;
  readonly charts: SlideChart[];
  readonly descriptions: Map<string, string>;
}

/**
 * The briefing as slides: a title, then one slide for each page (further ones where its sentences do not fit), with
 * charts and tables that can be edited, and no pictures. The same briefing and moment give the same bytes. To be fetched
 * when it is needed: the library is large. Without `maps` the regions of maps are listed.
 */
export async function toPptx(
  briefing: Briefing,
  madeAtMs: number,
  maps: Maps = {},
  onPage?: OnPage,
): Promise<Uint8Array> {
  const file = new PptxGenJS();
  file.defineLayout({ name: LAYOUT, width: SLIDE.width, height: SLIDE.height });
  file.layout = LAYOUT;
  file.theme = { headFontFace: typeface(briefing.lang), bodyFontFace: typeface(briefing.lang) };
  file.title = sayableInXml(briefing.title);
  file.author = 'Fengsui';
  // The library writes it as it is.
  file.company = escapeXml(sayableInXml(briefing.issuer));
  file.defineSlideMaster({
    title: MASTER,
    background: { color: PAPER.ground },
    objects: [
      {
        placeholder: {
          options: { name: 'title', type: 'title', ...BOXES.title, margin: 0, align: 'left', valign: 'top' },
          text: '',
        },
      },
    ],
  });
  const deck: Deck = { file, briefing, maps, slides: 0, charts: [], descriptions: new Map() };
  addTitleSlide(deck);
  briefing.pages.forEach((page, i) => {
    addPage(deck, page);
    onPage?.(i + 1, briefing.pages.length);
  });
  const packed = (await file.write({ outputType: 'uint8array' })) as Uint8Array;
  return finishSlides(packed, briefing, deck.charts, deck.descriptions satisfies Descriptions, madeAtMs);
}

function newSlide(deck: Deck): PptxGenJS.Slide {
  deck.slides += 1;
  return deck.file.addSlide({ masterName: MASTER });
}

function addTitleSlide(deck: Deck): void {
  const { briefing } = deck;
  const { lang } = briefing;
  const slide = newSlide(deck);
  slide.addShape('rect', { x: 0, y: 0, w: 0.28, h: SLIDE.height, fill: { color: PAPER.accent }, objectName: 'edge' });
  const left = 1;
  const w = SLIDE.width - left - SLIDE.margin;
  addWords(
    slide,
    lang,
    [briefing.issuer],
    { x: left, y: 1.1, w, h: 0.5 },
    { sizes: [16, 14, 12], colour: PAPER.accent, bold: true },
  );
  addWords(
    slide,
    lang,
    [briefing.title],
    { x: left, y: 2, w, h: 1.5 },
    {
      oneLine: [40, 36, 34, 32, 30],
      sizes: [40, 36, 32, 28, 24],
      bold: true,
      valign: 'bottom',
    },
  );
  addWords(
    slide,
    lang,
    [briefing.subtitle],
    { x: left, y: 3.65, w, h: 0.9 },
    { sizes: [20, 18, 16, 14], colour: PAPER.ink2 },
  );
  const facts = [briefing.number, briefing.date, briefing.to === '' ? '' : label(briefing, 'to', briefing.to)];
  addWords(
    slide,
    lang,
    [facts.filter((fact) => fact !== '').join('    ')],
    { x: left, y: 4.75, w, h: 0.4 },
    {
      sizes: [14, 13, 12, 11],
      colour: PAPER.ink2,
    },
  );
  addMark(deck, slide, { x: left, y: 5.35, w: 8.5, h: 0.36 }, false);
  addWords(
    slide,
    lang,
    [briefing.sourceLine, briefing.basisLine],
    { x: left, y: 6.3, w, h: 0.85 },
    {
      sizes: [10, 9, 8],
      colour: PAPER.ink3,
      valign: 'bottom',
    },
  );
}

function label(briefing: Briefing, key: 'to', text: string): string {
  return briefing.lang === 'zh' ? `${OUT_TEXT[key].zh}：${text}` : `${OUT_TEXT[key].en}: ${text}`;
}

function addMark({ briefing }: Deck, slide: PptxGenJS.Slide, box: Box, right: boolean): void {
  const w = Math.min(box.w, (textEm(briefing.demonstration) * 11 * 1.05 + 24) / 72);
  addWords(
    slide,
    briefing.lang,
    [briefing.demonstration],
    right ? { ...box, x: box.x + box.w - w, w } : { ...box, w },
    {
      sizes: [11, 10, 9, 8, 7],
      colour: PAPER.ink,
      bold: true,
      align: 'center',
      valign: 'middle',
      border: PAPER.ink,
      name: 'demonstration',
    },
  );
}

function addPage(deck: Deck, page: Page): void {
  const { lang } = deck.briefing;
  const { exhibit } = page;
  const title = exhibit?.title ?? page.heading;
  const texts = page.sentences.map(({ text }) => text).filter((text) => text.trim() !== '');
  // A title that goes on is a little longer; all slides of a page are alike.
  const smallest = Math.min(...SIZES.titleInOneLine);
  const titlePt = pt(BOXES.title.w) * BOLD_SHARE;
  const lift = lineCount(say(OUT_TEXT.continued, lang, { title }), smallest, titlePt) === 1 ? LIFT : 0;
  const following = lifted(BOXES.wordsAlone, lift);
  const first = exhibit ? lifted(BOXES.words, lift) : following;
  const slides =
    texts.length > 0
      ? splitWords(texts, first, following, exhibit ? SIZES.words : SIZES.wordsAlone)
      : [{ texts: [], sizePt: 0 }];
  slides.forEach((words, i) => {
    const slide = newSlide(deck);
    addFrame(deck, slide, exhibit ? page.heading : '', i === 0 ? title : say(OUT_TEXT.continued, lang, { title }));
    addWords(slide, lang, words.texts, i === 0 ? first : following, {
      sizes: [words.sizePt],
      line: SPACING.line,
      afterEm: SPACING.afterEm,
      name: `sentences-${i + 1}`,
    });
    if (i === 0 && exhibit) addExhibit(deck, slide, page, texts.length === 0, lift);
    if (i === 0 && page.notes !== '') slide.addNotes(page.notes.split('\n').map(sayableInXml).join('\n'));
  });
}

/** What every slide has: heading, title, mark, source, basis and page number. */
function addFrame(deck: Deck, slide: PptxGenJS.Slide, kicker: string, title: string): void {
  const { briefing } = deck;
  const { lang } = briefing;
  addWords(slide, lang, [kicker === '' ? briefing.subtitle : kicker], BOXES.kicker, {
    sizes: [12, 11, 10, 9],
    colour: PAPER.accent,
    bold: true,
    valign: 'middle',
  });
  addMark(deck, slide, BOXES.mark, true);
  addWords(slide, lang, [title], BOXES.title, {
    oneLine: SIZES.titleInOneLine,
    sizes: SIZES.title,
    bold: true,
    placeholder: 'title',
    name: 'title',
  });
  slide.addShape('line', {
    x: SLIDE.margin,
    y: BOXES.foot.y - 0.06,
    w: SLIDE.width - 2 * SLIDE.margin,
    h: 0,
    line: { color: PAPER.line, width: 0.75 },
    objectName: 'rule',
  });
  addWords(slide, lang, [briefing.sourceLine, briefing.basisLine], BOXES.foot, {
    sizes: SIZES.small,
    colour: PAPER.ink3,
  });
  slide.addText(PAGE_SIGN, {
    ...BOXES.page,
    margin: 0,
    align: 'right',
    valign: 'top',
    fontFace: typeface(lang),
    fontSize: 10,
    color: PAPER.ink3,
    lang: langTag(lang),
    objectName: 'page',
  });
}

/** What is below a title of one line moves up to it. */
const LIFT = 0.36;

function lifted(box: Box, lift: number): Box {
  return { ...box, y: box.y - lift, h: box.h + lift };
}

function addExhibit(deck: Deck, slide: PptxGenJS.Slide, { exhibit }: Page, wide: boolean, lift: number): void {
  if (!exhibit) return;
  const { lang } = deck.briefing;
  const stretch = (box: Box): Box => (wide ? { ...box, x: SLIDE.margin, w: SLIDE.width - 2 * SLIDE.margin } : box);
  const box = lifted(stretch(BOXES.exhibit), lift);
  const drawing = drawingOf(exhibit, lang, pt(box.w) / GRID_PT);
  const legend = drawing.kind === 'grid' && drawing.grid.legend !== '' ? `    ${drawing.grid.legend}` : '';
  addWords(
    slide,
    lang,
    [exhibit.subtitle + legend],
    { ...stretch(BOXES.subtitle), y: BOXES.subtitle.y - lift },
    {
      sizes: SIZES.subtitle,
      colour: PAPER.ink2,
      valign: 'bottom',
    },
  );
  addWords(slide, lang, [exhibit.source], stretch(BOXES.exhibitSource), { sizes: SIZES.small, colour: PAPER.ink3 });
  const { outline, placeTiles } = deck.maps;
  const describe = (name: string, words: string): void => void deck.descriptions.set(name, words);
  if (outline && exhibit.kind === 'level-map' && drawsAll(outline, exhibit)) {
    addMap(slide, lang, exhibit, outline, box, describe);
    return;
  }
  if (placeTiles && (exhibit.kind === 'level-map' || exhibit.kind === 'tile-map')) {
    addTiles(slide, lang, exhibit, placeTiles, box, describe);
    return;
  }
  if (drawing.kind === 'grid') {
    const name = `table-${deck.slides}`;
    deck.descriptions.set(name, exhibit.description);
    addGrid(slide, lang, drawing.grid, box, name);
    return;
  }
  const { charts, inRow, shares } = drawing;
  const rows = Math.ceil(charts.length / inRow);
  const gap = 0.14;
  const rowH = (box.h - gap * (rows - 1)) / rows;
  charts.forEach((chart, i) => {
    const column = i % inRow;
    const mates = charts.slice(i - column, i - column + inRow).map((_, k) => shares[k] ?? 1);
    // Panels of a last row that is not full keep the width of those above.
    const all = (rows > 1 ? shares.slice(0, inRow) : mates).reduce((sum, share) => sum + share, 0);
    const before = mates.slice(0, column).reduce((sum, share) => sum + share, 0);
    const place: Box = {
      x: box.x + (before / all) * box.w,
      y: box.y + Math.floor(i / inRow) * (rowH + gap),
      w: ((shares[column] ?? 1) / all) * box.w - (column < inRow - 1 ? gap : 0),
      h: rowH,
    };
    const name = `chart-${deck.charts.length + 1}`;
    slide.addText(' ', { ...place, objectName: name });
    deck.descriptions.set(name, chart.description);
    const sizePt = charts.length > 4 ? CHART_PT - 2 : charts.length > 2 ? CHART_PT - 1 : CHART_PT;
    deck.charts.push({
      slide: deck.slides,
      name,
      chart,
      look: lookOf(
        chart,
        { widthPt: pt(place.w), heightPt: pt(place.h) },
        { font: typeface(lang), lang: langTag(lang), sizePt },
      ),
    });
  });
}
