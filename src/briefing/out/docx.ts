import { AlignmentType, type IParagraphOptions, Paragraph, Table } from 'docx';
import { type Lang, say } from '../../base/text';
import type { Briefing, Page } from '../briefing';
import { headParts, line, packSheet, tableOf } from '../docx-sheet';
import type { Role } from '../layout';
import { numberBlocks } from '../numbering';
import type { Table as TableBlock } from '../document';
import { drawingOf } from './drawing';
import { textEm } from './measure-text';
import { chartBlocks, type PaperChart, putCharts } from './paper/paper-charts';
import { paperGrid } from './paper/paper-grid';
import { saidOn, sectionsOf } from './paper/sections';
import { definitionTable, figureTable, standsInText } from './paper/tables';
import type { OnPage } from './progress';
import { OUT_TEXT } from './text';

type Blocks = (Paragraph | Table)[];

/** Width of the text in ems of the letters of a table. */
const TEXT_EM = 42;
/** One line of a title. */
const TITLE_EM = 20;
/** More panels are too small on paper, and LibreOffice draws no more than twenty charts of a paper well. */
const MOST_PANELS = 6;
/** The sentences of a page are one paragraph up to this length. */
const PARAGRAPH_EM = 190;

/** Running numbers, charts to be put in, and tables that go behind the text. */
interface Writing {
  readonly lang: Lang;
  figures: number;
  tables: number;
  readonly charts: PaperChart[];
  readonly annex: { readonly title: string; readonly table: TableBlock }[];
}

/**
 * The briefing as an official paper: headings and paragraphs numbered, charts that Word can edit, tables of levels and of
 * figures, longer tables and definitions behind the text. The same briefing and moment give the same bytes. To be fetched
 * when it is needed.
 */
export async function toDocx(briefing: Briefing, madeAtMs: number, onPage?: OnPage): Promise<Uint8Array> {
  const { lang } = briefing;
  const writing: Writing = { lang, figures: 0, tables: 0, charts: [], annex: [] };
  const sections = sectionsOf(briefing);
  const numbers = numberBlocks(
    sections.map(({ heading }, i) => ({ id: `s${i}`, kind: 'heading', level: 1, text: heading })),
    lang,
  );
  const body = sections.flatMap(({ heading, pages }, i) => [
    line(briefing, 'heading1', numbers[i]! + heading),
    ...pages.flatMap((page) => {
      onPage?.(briefing.pages.indexOf(page) + 1, briefing.pages.length);
      return pageBlocks(writing, page);
    }),
  ]);
  const children: Blocks = [
    ...headParts({ ...briefing, title: titleLines(briefing) }),
    ...body,
    ...endBlocks(writing, briefing),
  ];
  return putCharts(await packSheet(briefing, children, madeAtMs), writing.charts);
}

function pageBlocks(writing: Writing, page: Page): Blocks {
  const { lang } = writing;
  const said = saidOn(page);
  const joined = said.join(lang === 'zh' ? '' : ' ');
  const paragraphs = textEm(joined) <= PARAGRAPH_EM ? [joined] : said;
  return [
    ...paragraphs.filter((text) => text !== '').map((text) => line(writing, 'body', text)),
    ...exhibitBlocks(writing, page),
  ];
}

/** A title of two lines is broken before its bracket, where it has one: words stay whole. */
function titleLines({ title, lang }: Briefing): string {
  return lang === 'zh' && textEm(title) > TITLE_EM ? title.replace(/(?<=.)（/, '\n（') : title;
}

/** Letters of a table, centred, staying with what follows. */
const note = (writing: Writing, text: string, more: IParagraphOptions = {}): Paragraph =>
  line(writing, 'table', text, { alignment: AlignmentType.CENTER, ...more });

const caption = (writing: Writing, kind: 'figure' | 'table', title: string): Paragraph => {
  const n = kind === 'figure' ? (writing.figures += 1) : (writing.tables += 1);
  const label = say(OUT_TEXT[kind], writing.lang, { n });
  return line(writing, 'caption', say(OUT_TEXT.captioned, writing.lang, { label, title }));
};

function exhibitBlocks(writing: Writing, { exhibit }: Page): Blocks {
  if (!exhibit) return [];
  const { lang } = writing;
  const drawing = drawingOf(exhibit, lang, TEXT_EM);
  if (drawing.kind === 'grid') {
    // It carries its figures itself.
    return [
      caption(writing, 'table', exhibit.title),
      note(writing, exhibit.subtitle, { keepNext: true }),
      paperGrid(drawing.grid, lang),
      ...(drawing.grid.legend === '' ? [] : [note(writing, drawing.grid.legend, { keepNext: true })]),
      note(writing, exhibit.source),
      note(writing, ''),
    ];
  }
  const own = figureTable(exhibit, lang);
  const more = drawing.charts.length - MOST_PANELS;
  const inText = standsInText(exhibit) && more <= 0;
  const figure: Blocks = [
    note(writing, exhibit.subtitle, { keepNext: true }),
    ...chartBlocks(drawing.charts.slice(0, MOST_PANELS), drawing, lang, writing.charts),
    caption(writing, 'figure', exhibit.title),
    ...(more > 0 ? [note(writing, say(OUT_TEXT.more, lang, { count: more }), { keepNext: true })] : []),
    note(writing, exhibit.source),
  ];
  if (!inText) {
    writing.annex.push({ title: exhibit.title, table: own });
    return [...figure, note(writing, '')];
  }
  return [...figure, caption(writing, 'table', exhibit.title), tableOf(writing, own), note(writing, '')];
}

function endBlocks(writing: Writing, briefing: Briefing): Blocks {
  const { lang } = briefing;
  const role: Role = 'table';
  const right: IParagraphOptions = { alignment: AlignmentType.RIGHT, indent: { firstLine: 0, firstLineChars: 0 } };
  const headed = (text: string, first: boolean): Paragraph =>
    line(writing, 'heading1', text, { pageBreakBefore: first });
  return [
    ...(briefing.date === ''
      ? []
      : [
          line(briefing, 'body', briefing.issuer, { ...right, keepNext: true }),
          line(briefing, 'body', briefing.date, right),
        ]),
    line(briefing, role, ''),
    line(briefing, role, briefing.sourceLine),
    line(briefing, role, briefing.basisLine),
    ...(writing.annex.length === 0 ? [] : [headed(OUT_TEXT.figures[lang], true)]),
    ...writing.annex.flatMap(({ title, table }) => [
      caption(writing, 'table', title),
      tableOf(writing, table),
      line(briefing, role, ''),
    ]),
    ...(briefing.definitions.length === 0
      ? []
      : [
          headed(OUT_TEXT.definitions[lang], writing.annex.length === 0 && briefing.ask.kind !== 'flash'),
          tableOf(briefing, definitionTable(briefing)),
          line(briefing, role, ''),
        ]),
  ];
}
