import { memo } from 'react';
import type { Block, HeadingLevel } from '../../../../briefing/document';
import { addBlock, moveBlock, removeBlock, setLevel, setText } from '../../../../briefing/edit';
import { chineseNumeral } from '../../../../briefing/numbering';
import { useLang } from '../../../../store/place';
import { Button } from '../../../parts/Button';
import { useT } from '../../../parts/use-text';
import { TableEditor } from './TableEditor';
import { DOCUMENTS_TEXT } from './text';
import type { PaperInHand } from './use-paper';

interface BlockEditorProps {
  readonly block: Block;
  /** `段落3`: how it is called in labels. */
  readonly what: string;
  /** `一、` as it will be printed; empty for what is no heading. */
  readonly number: string;
  readonly edit: PaperInHand['edit'];
}

const LEVELS: readonly HeadingLevel[] = [1, 2, 3, 4];
/** One paragraph, heading or table: its words, and the tools to move it, take it out, or put another one behind it. */
export const BlockEditor = memo(function BlockEditor({
  block,
  what,
  number,
  edit,
  lang,
}: BlockEditorProps & { readonly lang: 'zh' | 'en' }) {
  const t = useT(DOCUMENTS_TEXT);
  const pageLang = useLang();
  const { id } = block;
  const tool = (label: string, sign: string, onClick: () => void) => (
    <Button look="plain" aria-label={label} title={label} onClick={onClick}>
      {sign}
    </Button>
  );
  return (
    <li className={`doc-block doc-${block.kind}`} id={`doc-${id}`}>
      <div className="doc-side">
        <span className="doc-number">{number}</span>
        {block.byHand && <span className="doc-hand">{t('byHand')}</span>}
      </div>
      <div className="doc-words">
        {block.kind === 'heading' && (
          <select
            className="select"
            aria-label={t('level', { what })}
            value={block.level}
            onChange={(e) => edit((model) => setLevel(model, id, Number(e.target.value) as HeadingLevel))}
          >
            {LEVELS.map((level) => (
              <option key={level} value={level}>
                {t('levelOf', { level: pageLang === 'zh' ? chineseNumeral(level) : level })}
              </option>
            ))}
          </select>
        )}
        {block.kind === 'table' ? (
          <TableEditor block={block} what={what} edit={edit} />
        ) : (
          <textarea
            className="input doc-text"
            lang={lang === 'zh' ? 'zh-CN' : 'en'}
            aria-label={what}
            rows={block.kind === 'heading' ? 1 : 2}
            value={block.text}
            onChange={(e) => edit((model) => setText(model, id, e.target.value), `text ${id}`)}
          />
        )}
      </div>
      <div className="doc-tools">
        {tool(t('up', { what }), '↑', () => edit((model) => moveBlock(model, id, -1)))}
        {tool(t('down', { what }), '↓', () => edit((model) => moveBlock(model, id, 1)))}
        {tool(t('addParagraph', { what }), t('paragraphSign'), () => edit((model) => addBlock(model, id, 'paragraph')))}
        {tool(t('addHeading', { what }), t('headingSign'), () => edit((model) => addBlock(model, id, 'heading')))}
        {tool(t('remove', { what }), '×', () => edit((model) => removeBlock(model, id)))}
      </div>
    </li>
  );
});
