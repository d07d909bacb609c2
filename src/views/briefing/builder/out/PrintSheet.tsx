import type { Briefing, Page } from '../../../../briefing/briefing';
import type { ExhibitTable } from '../../../../briefing/exhibits/exhibit';
import { chineseNumeral } from '../../../../briefing/numbering';
import { type Lang, say, type TextParams } from '../../../../base/text';
import { PAPER_TEXT } from './paper-text';
import './print.css';

interface PrintSheetProps {
  readonly briefing: Briefing;
  /** By page: the address of its chart's picture; a page whose chart could not be drawn shows its table. */
  readonly pictures: ReadonlyMap<string, string>;
}

/** The whole briefing for paper: head, pages with their charts, definitions; ink on white in every theme. */
export function PrintSheet({ briefing, pictures }: PrintSheetProps) {
  const { lang, pages, definitions, demonstration } = briefing;
  const { kind } = briefing.ask;
  const t = (key: keyof typeof PAPER_TEXT, params?: TextParams): string => say(PAPER_TEXT[key], lang, params);
  const charts = pages.filter((p) => p.exhibit !== null);
  return (
    <article
      className={`briefing-paper briefing-paper-${lang} briefing-paper-${kind}`}
      lang={lang === 'zh' ? 'zh-CN' : 'en'}
    >
      <header className="bp-head">
        {demonstration !== '' && <p className="bp-mark">{demonstration}</p>}
        <p className="bp-issuer">{briefing.issuer}</p>
        <p className="bp-title" role="heading" aria-level={1}>
          {briefing.title}
        </p>
        <p className="bp-subtitle">{briefing.subtitle}</p>
        <p className="bp-line">
          <span>{briefing.number}</span>
          <span>{briefing.date}</span>
        </p>
        {briefing.to !== '' && <p className="bp-to">{t('to', { to: briefing.to })}</p>}
      </header>
      {pages.map((page, i) => (
        <section key={page.id} className="bp-page">
          <p className="bp-heading" role="heading" aria-level={2}>
            {lang === 'zh' ? `${chineseNumeral(i + 1)}、` : `${i + 1}. `}
            {page.heading}
          </p>
          {page.sentences.map(({ id, text }) => (
            <p key={id} className="bp-sentence">
              {text}
            </p>
          ))}
          {page.exhibit && (
            <Chart page={page} number={charts.indexOf(page) + 1} lang={lang} picture={pictures.get(page.id)} />
          )}
        </section>
      ))}
      {/* A flash is one page: what its words mean stands in the monthly one and in the workbook. */}
      {definitions.length > 0 && kind !== 'flash' && (
        <section className="bp-annex">
          <p className="bp-heading" role="heading" aria-level={2}>
            {t('definitions')}
          </p>
          <dl>
            {definitions.map((one) => (
              <div key={one.indicatorId} className="bp-definition">
                <dt>
                  {one.name}
                  {one.unit !== '' && t('unit', { unit: one.unit })}
                </dt>
                <dd>
                  {one.definition} {one.source !== '' && t('source', { source: one.source })}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <footer className="bp-foot">
        <p>{briefing.sourceLine}</p>
        <p>{briefing.basisLine}</p>
      </footer>
    </article>
  );
}

interface ChartProps {
  readonly page: Page;
  readonly number: number;
  readonly lang: Lang;
  readonly picture: string | undefined;
}

function Chart({ page: { exhibit }, number, lang, picture }: ChartProps) {
  if (!exhibit) return null;
  return (
    <figure className={`bp-figure bp-${exhibit.kind}`}>
      <figcaption className="bp-caption">
        <strong>{say(PAPER_TEXT.figure, lang, { n: number, title: exhibit.title })}</strong>
        <span>{exhibit.subtitle}</span>
      </figcaption>
      {picture === undefined ? <Table table={exhibit.table} /> : <img src={picture} alt={exhibit.description} />}
      <p className="bp-source">{exhibit.source}</p>
    </figure>
  );
}

function Table({ table: { columns, rows } }: { readonly table: ExhibitTable }) {
  return (
    <table>
      <thead>
        <tr>
          {columns.map(({ name, unit }) => (
            <th key={name} scope="col">
              {name}
              {unit !== '' && ` (${unit})`}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, i) => (
          // Rows of a chart's table have no id: they are what stands in them, in this order.
          // oxlint-disable-next-line react/no-array-index-key
          <tr key={i}>
            {cells.map(({ text }, k) => (
              <td key={columns[k]!.name} className={columns[k]!.align === 'end' ? 'bp-end' : undefined}>
                {text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
