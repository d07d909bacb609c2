import { useState } from 'react';
import type { BriefingDocument } from '../../../../briefing/document';
import { handCount, regenerate } from '../../../../briefing/regenerate';
import { downloadBlob } from '../../../../platform/download';
import { fetchPart } from '../../../../platform/fetch-part';
import { printAlone } from '../../../../platform/print-alone';
import { troubleOf } from '../../../../platform/trouble';
import type { ActOf } from '../../../../response/trail/act';
import { useLang } from '../../../../store/place';
import { Button } from '../../../parts/Button';
import { useT } from '../../../parts/use-text';
import { useActing } from '../acting';
import { DOCUMENTS_TEXT } from './text';
import type { PaperInHand } from './use-paper';

interface PaperToolsProps {
  readonly paper: PaperInHand;
  /** What the case gives now. */
  readonly fresh: BriefingDocument;
  readonly act: ActOf<'save-document'>;
  readonly nowMs: number;
  /** How the paper stands: fresh, as a version, changed. */
  readonly standing: string;
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Undo, update, save, print, download; and one line that tells what came of it. */
export function PaperTools({ paper, fresh, act, nowMs, standing }: PaperToolsProps) {
  const t = useT(DOCUMENTS_TEXT);
  const lang = useLang();
  const { record, refusal } = useActing();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ readonly words: string; readonly bad: boolean } | null>(null);
  const { model, edit } = paper;
  const barred = refusal(act);
  const tell = (words: string, bad = false): void => setSaid({ words, bad });

  const update = (): void => {
    edit((now) => regenerate(now, fresh));
    tell(t('regenerated', { n: handCount(model) }));
  };
  const save = async (): Promise<void> => {
    setBusy(true);
    const why = await record(act);
    setBusy(false);
    if (why !== null) return tell(t('refused', { why }), true);
    paper.settle(model);
    tell(t('savedNow'));
  };
  const download = async (): Promise<void> => {
    setBusy(true);
    try {
      const { toDocx } = await fetchPart(() => import('../../../../briefing/docx'));
      const bytes = await toDocx(model, nowMs);
      downloadBlob(`${model.title}.docx`, new Blob([bytes.slice()], { type: DOCX }));
      setSaid(null);
    } catch (error) {
      tell(t('docxFailed', { why: troubleOf(error).what[lang] }), true);
    }
    setBusy(false);
  };
  return (
    <div className="doc-toolbar">
      <div className="doc-buttons">
        <Button look="primary" disabled={barred !== null || busy} onClick={() => void save()}>
          {t('save')}
        </Button>
        <Button disabled={busy} onClick={() => void download()}>
          {busy ? t('making') : t('docx')}
        </Button>
        <Button onClick={() => printAlone('printing-document')}>{t('print')}</Button>
        <Button disabled={!paper.undo} onClick={() => paper.undo?.()}>
          {t('undo')}
        </Button>
        <Button disabled={!paper.redo} onClick={() => paper.redo?.()}>
          {t('redo')}
        </Button>
        <Button onClick={update}>{t('regenerate')}</Button>
        {handCount(model) > 0 && (
          <Button
            onClick={() => {
              edit(() => fresh);
              tell(t('anewDone'));
            }}
          >
            {t('anew')}
          </Button>
        )}
      </div>
      <p className={said?.bad ? 'field-fault' : 'quiet'} role="status">
        {said ? `${said.words} ${said.bad ? '' : standing}` : standing}
        {barred !== null && ` ${t('mayNot', { why: barred })}`}
      </p>
    </div>
  );
}
