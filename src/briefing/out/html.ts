import { strToU8 } from 'fflate';
import { say } from '../../base/text';
import type { Briefing } from '../briefing';
import { utcMoment } from '../docx-parts';
import type { Exhibit } from '../exhibits/exhibit';
import { escapeXml } from './native/chart-book';
import { saidOn, sectionsOf } from './paper/sections';
import { headName } from './paper/tables';
import { OUT_TEXT } from './text';
import { langTag } from './typeface';
import { htmlStyle } from './web/html-style';

/**
 * The briefing as one file that needs nothing else: style, charts as SVG, what each shows in words, and its figures as
 * tables. No script, no address. `svgOf` draws a chart without words around it (charts/render-svg.ts).
 */
export function toHtml(briefing: Briefing, madeAtMs: number, svgOf: (exhibit: Exhibit) => string): Promise<Uint8Array> {
  const { lang } = briefing;
  const sections = sectionsOf(briefing);
  let n = 0;
  const body = sections.map(
    ({ heading, pages }, i) =>
      `<section id="s${i + 1}"><h2>${escapeXml(heading)}</h2>${pages
        .map((page) => {
          const words = saidOn(page).map((text) => `<p>${escapeXml(text)}</p>`);
          return (
            words.join('\n') + (page.exhibit ? figureHtml(page.exhibit, briefing, (n += 1), svgOf(page.exhibit)) : '')
          );
        })
        .join('\n')}</section>`,
  );
  const facts = [briefing.number, briefing.date, briefing.to === '' ? '' : `${OUT_TEXT.to[lang]}: ${briefing.to}`];
  const html = `<!doctype html>
<html lang="${langTag(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="generator" content="Fengsui">
<meta name="dcterms.created" content="${utcMoment(madeAtMs)}">
<title>${escapeXml(briefing.title)}</title>
<style>${htmlStyle(briefing.demonstration, lang === 'zh')}</style>
</head>
<body>
${briefing.demonstration === '' ? '' : `<p class="mark" role="note">${escapeXml(briefing.demonstration)}</p>`}
<header class="head">
${briefing.issuer === '' ? '' : `<p class="issuer">${escapeXml(briefing.issuer)}</p>`}
<h1>${escapeXml(briefing.title)}</h1>
<p class="subtitle">${escapeXml(briefing.subtitle)}</p>
<p class="facts">${escapeXml(facts.filter((fact) => fact !== '').join(' · '))}</p>
<nav aria-label="${OUT_TEXT.contents[lang]}"><ol>${sections.map(({ heading }, i) => `<li><a href="#s${i + 1}">${escapeXml(heading)}</a></li>`).join('')}</ol></nav>
</header>
<main>
${body.join('\n')}
${definitionsHtml(briefing)}
</main>
<footer><p>${escapeXml(briefing.sourceLine)}</p><p>${escapeXml(briefing.basisLine)}</p></footer>
</body>
</html>
`;
  return Promise.resolve(strToU8(html));
}

function figureHtml(exhibit: Exhibit, { lang }: Briefing, n: number, svg: string): string {
  const label = say(OUT_TEXT.figure, lang, { n });
  const head = exhibit.table.columns.map(
    ({ name, unit, align }) =>
      `<th scope="col"${align === 'end' ? ' class="end"' : ''}>${escapeXml(headName(name, unit, lang))}</th>`,
  );
  const rows = exhibit.table.rows.map(
    (row) =>
      `<tr>${row.map(({ text }, i) => `<td${exhibit.table.columns[i]?.align === 'end' ? ' class="end"' : ''}>${escapeXml(text)}</td>`).join('')}</tr>`,
  );
  return `
<figure aria-labelledby="f${n}"><h3 id="f${n}">${escapeXml(say(OUT_TEXT.captioned, lang, { label, title: exhibit.title }))}</h3>
<p class="measure">${escapeXml(exhibit.subtitle)}</p>
<div class="chart" role="img" aria-label="${escapeXml(exhibit.description)}">${inline(svg, n)}</div>
<figcaption>${escapeXml(exhibit.source)}</figcaption></figure>
<details><summary>${OUT_TEXT.dataTable[lang]}</summary><p>${escapeXml(exhibit.description)}</p>
<div class="scroll"><table><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div></details>`;
}

/** Within a page: without the declaration of a file, and with ids that no other drawing has. */
function inline(svg: string, n: number): string {
  return svg
    .replace(/^\s*<\?xml[^>]*\?>\s*/, '')
    .replace(/\bid="([^"]+)"/g, (_, id: string) => `id="c${n}-${id}"`)
    .replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#c${n}-${id})`)
    .replace(/(xlink:href|href)="#([^"]+)"/g, (_, name: string, id: string) => `${name}="#c${n}-${id}"`);
}

function definitionsHtml({ definitions, lang }: Briefing): string {
  if (definitions.length === 0) return '';
  const head = (['indicator', 'unit', 'definition', 'source'] as const).map(
    (key) => `<th scope="col">${OUT_TEXT[key][lang]}</th>`,
  );
  const rows = definitions.map(
    (d) => `<tr>${[d.name, d.unit, d.definition, d.source].map((text) => `<td>${escapeXml(text)}</td>`).join('')}</tr>`,
  );
  return `<section id="definitions"><h2>${OUT_TEXT.definitions[lang]}</h2><div class="scroll"><table><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div></section>`;
}
