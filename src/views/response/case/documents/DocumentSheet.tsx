import { say } from '../../../../base/text';
import type { Block, BriefingDocument, Table } from '../../../../briefing/document';
import { numberBlocks } from '../../../../briefing/numbering';
import { SHEET_WORDS } from '../../../../briefing/sheet-text';

/** The paper as it is laid out: on the screen as one long sheet, in print in pages. The same marks as DOCX. */
export function DocumentSheet({ model }: { readonly model: BriefingDocument }) {
  const { lang, attachments, signature } = model;
  const numbers = numberBlocks(model.blocks, lang);
  return (
    <article className={`paper paper-${lang}`} lang={lang === 'zh' ? 'zh-CN' : 'en'}>
      {model.demonstration !== '' && <p className="paper-mark">{model.demonstration}</p>}
      <p className="paper-issuer">{model.issuer}</p>
      <p className="paper-number">{model.number}</p>
      {/* The page around it has its own headings: in here, a document of its own begins. */}
      <p className="paper-title" role="heading" aria-level={3}>
        {model.title}
      </p>
      {model.to !== '' && <p className="paper-to">{say(SHEET_WORDS.to, lang, { to: model.to })}</p>}
      {model.blocks.map((block, i) => (
        <SheetBlock key={block.id} block={block} number={numbers[i]!} />
      ))}
      {attachments.length > 0 && (
        <div className="paper-attachments">
          {attachments.map((name, i) => (
            <p key={`${i}-${name}`}>
              {say(
                attachments.length === 1
                  ? SHEET_WORDS.attachment
                  : i === 0
                    ? SHEET_WORDS.attachments
                    : SHEET_WORDS.another,
                lang,
                { n: i + 1, name },
              )}
            </p>
          ))}
        </div>
      )}
      {(signature.office !== '' || signature.date !== '') && (
        <div className="paper-signature">
          <p>{signature.office}</p>
          <p className="paper-date">{signature.date}</p>
        </div>
      )}
      {model.copies !== '' && <p className="paper-copies">{say(SHEET_WORDS.copies, lang, { copies: model.copies })}</p>}
    </article>
  );
}

function SheetBlock({ block, number }: { readonly block: Block; readonly number: string }) {
  if (block.kind === 'heading') {
    return (
      <p className={`paper-h${block.level}`} role="heading" aria-level={block.level + 3}>
        {number}
        {block.text}
      </p>
    );
  }
  if (block.kind === 'paragraph') {
    return block.text.split('\n').map((text, i) => (
      // Lines of one paragraph have no id of their own.
      // oxlint-disable-next-line react/no-array-index-key
      <p key={i} className="paper-body">
        {text}
      </p>
    ));
  }
  return (
    <>
      {/* No <caption>: a page may break behind one, and this line keeps to its table. */}
      {block.caption !== '' && <p className="paper-caption">{block.caption}</p>}
      <SheetTable block={block} />
    </>
  );
}

function SheetTable({ block }: { readonly block: Table }) {
  const all = block.columns.reduce((sum, { share }) => sum + share, 0);
  return (
    <table className="paper-table" aria-label={block.caption === '' ? undefined : block.caption}>
      <colgroup>
        {block.columns.map(({ name, share }) => (
          <col key={name} style={{ width: `${(100 * share) / all}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {block.columns.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map((cells, i) => (
          // oxlint-disable-next-line react/no-array-index-key
          <tr key={i}>
            {cells.map((text, k) => (
              <td key={block.columns[k]!.name} className={block.columns[k]!.align === 'end' ? 'paper-end' : undefined}>
                {text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
