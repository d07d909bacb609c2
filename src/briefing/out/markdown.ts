import { strToU8 } from 'fflate';
import { say } from '../../base/text';
import type { Briefing } from '../briefing';
import { sayableInXml, utcMoment } from '../docx-parts';
import type { Exhibit, ExhibitTable } from '../exhibits/exhibit';
import { saidOn, sectionsOf } from './paper/sections';
import { headName } from './paper/tables';
import { OUT_TEXT } from './text';

/** The briefing as Markdown (CommonMark with tables): words, what each chart shows, and its figures. */
export function toMarkdown(briefing: Briefing, madeAtMs: number): Promise<Uint8Array> {
  const { lang } = briefing;
  const facts = [briefing.issuer, briefing.number, briefing.date].filter((fact) => fact !== '');
  let n = 0;
  const lines = [
    `# ${plain(briefing.title)}`,
    plain(briefing.subtitle),
    ...(briefing.demonstration === '' ? [] : [`> **${plain(briefing.demonstration)}**`]),
    ...(facts.length === 0 ? [] : [facts.map(plain).join(' · ')]),
    ...(briefing.to === '' ? [] : [`${OUT_TEXT.to[lang]}: ${plain(briefing.to)}`]),
    ...sectionsOf(briefing).flatMap(({ heading, pages }) => [
      `## ${plain(heading)}`,
      ...pages.flatMap((page) => [
        ...saidOn(page).map(plain),
        ...(page.exhibit ? exhibitLines(page.exhibit, briefing, (n += 1)) : []),
      ]),
    ]),
    ...(briefing.definitions.length === 0
      ? []
      : [
          `## ${OUT_TEXT.definitions[lang]}`,
          tableOf(
            (['indicator', 'unit', 'definition', 'source'] as const).map((key) => ({
              name: OUT_TEXT[key][lang],
              end: false,
            })),
            briefing.definitions.map((d) => [d.name, d.unit, d.definition, d.source]),
          ),
        ]),
    '---',
    plain(briefing.sourceLine),
    plain(briefing.basisLine),
    `<!-- ${utcMoment(madeAtMs)} -->`,
  ];
  return Promise.resolve(strToU8(`${lines.join('\n\n')}\n`));
}

function exhibitLines(exhibit: Exhibit, { lang }: Briefing, n: number): string[] {
  const label = say(OUT_TEXT.figure, lang, { n });
  return [
    `### ${plain(say(OUT_TEXT.captioned, lang, { label, title: exhibit.title }))}`,
    `*${plain(exhibit.subtitle)}*`,
    plain(exhibit.description),
    tableLines(exhibit.table, lang),
    plain(exhibit.source),
  ];
}

const tableLines = ({ columns, rows }: ExhibitTable, lang: Briefing['lang']): string =>
  tableOf(
    columns.map(({ name, unit, align }) => ({ name: headName(name, unit, lang), end: align === 'end' })),
    rows.map((row) => row.map(({ text }) => text)),
  );

function tableOf(
  columns: readonly { readonly name: string; readonly end: boolean }[],
  rows: readonly (readonly string[])[],
): string {
  const row = (cells: readonly string[]): string => `| ${cells.map(plain).join(' | ')} |`;
  return [
    row(columns.map(({ name }) => name)),
    `| ${columns.map(({ end }) => (end ? '---:' : '---')).join(' | ')} |`,
    ...rows.map(row),
  ].join('\n');
}

/** Text as it is, whatever signs it has: none of them is markup. */
function plain(text: string): string {
  return sayableInXml(text)
    .replace(/[\r\n]+/g, ' ')
    .replace(/[\\`*_{}[\]<>|~]/g, (sign) => `\\${sign}`)
    .replace(/^(\s*)([#+-]|\d+\.(?=\s))/, (_, space: string, sign: string) => `${space}\\${sign}`)
    .replaceAll('&', '&amp;');
}
