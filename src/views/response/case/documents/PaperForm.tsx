import { useMemo } from 'react';
import type { Block, BriefingDocument, HeadField } from '../../../../briefing/document';
import { addBlock, headText, setHead } from '../../../../briefing/edit';
import { numberBlocks } from '../../../../briefing/numbering';
import { Button } from '../../../parts/Button';
import { useT } from '../../../parts/use-text';
import { AreaField, LineField } from '../fields';
import { BlockEditor } from './BlockEditor';
import { DOCUMENTS_TEXT } from './text';
import type { PaperInHand } from './use-paper';

interface PaperFormProps {
  readonly model: BriefingDocument;
  readonly edit: PaperInHand['edit'];
}

const HEAD: readonly HeadField[] = ['issuer', 'number', 'title', 'to'];
const FOOT: readonly HeadField[] = ['signatureOffice', 'signatureDate', 'copies'];
const LABELS = { title: 'documentTitle' } as const;

/** The paper as fields: head, blocks in their order, foot. */
export function PaperForm({ model, edit }: PaperFormProps) {
  const t = useT(DOCUMENTS_TEXT);
  const numbers = useMemo(() => numberBlocks(model.blocks, model.lang), [model]);
  const places = useMemo(() => placesOf(model.blocks), [model.blocks]);
  const label = (field: HeadField): string => {
    const name = t(field === 'title' ? LABELS.title : field);
    return model.byHand.fields.includes(field) ? `${name} · ${t('byHand')}` : name;
  };
  const line = (field: HeadField) => (
    <LineField
      key={field}
      wide={field !== 'number' && field !== 'signatureDate'}
      label={label(field)}
      value={headText(model, field)}
      onChange={(text) => edit((now) => setHead(now, field, text), `head ${field}`)}
    />
  );
  return (
    <div className="doc-form">
      <fieldset className="case-fields doc-part">
        <legend>{t('head')}</legend>
        {HEAD.map(line)}
      </fieldset>
      <section aria-label={t('body')}>
        <ol className="doc-blocks">
          {model.blocks.map((block, i) => (
            <BlockEditor
              key={block.id}
              block={block}
              lang={model.lang}
              what={t(block.kind, { n: places[i]! })}
              number={numbers[i]!}
              edit={edit}
            />
          ))}
        </ol>
        <Button onClick={() => edit((now) => addBlock(now, null, 'paragraph'))}>{t('addFirst')}</Button>
      </section>
      <fieldset className="case-fields doc-part">
        <legend>{t('foot')}</legend>
        <AreaField
          label={label('attachments')}
          rows={1}
          value={headText(model, 'attachments')}
          onChange={(text) => edit((now) => setHead(now, 'attachments', text), 'head attachments')}
        />
        {FOOT.map(line)}
      </fieldset>
    </div>
  );
}

/** The place of each block among those of its kind, from 1. */
function placesOf(blocks: readonly Block[]): number[] {
  const seen = { heading: 0, paragraph: 0, table: 0 };
  return blocks.map(({ kind }) => {
    seen[kind] += 1;
    return seen[kind];
  });
}
