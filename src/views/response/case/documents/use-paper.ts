import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Lang } from '../../../../base/text';
import { type BriefingDocument, checkDocument } from '../../../../briefing/document';
import type { Case } from '../../../../response/case/case';
import type { DocumentKind } from '../../../../response/trail/act';
import { change, historyOf, redo, undo } from '../../../../store/history';
import { useDraft } from '../../../../store/use-draft';

type Saved = Case['documents'][number];

/** A saved version that can be read, with its number among all of its kind and language. */
export interface Version {
  readonly number: number;
  readonly saved: Saved;
  readonly model: BriefingDocument;
}

/** Saved versions of a paper in one language, oldest first; what the gate refuses is counted, never shown by halves. */
export function versionsOf(
  documents: readonly Saved[],
  kind: DocumentKind,
  lang: Lang,
): { readonly versions: readonly Version[]; readonly unreadable: number } {
  const own = documents.filter((one) => one.document === kind && one.lang === lang);
  const versions = own.flatMap((saved, i) => {
    const model = checkDocument(saved.body).value;
    return model ? [{ number: i + 1, saved, model }] : [];
  });
  return { versions, unreadable: own.length - versions.length };
}

/** The paper in hand, and every way to change it. */
export interface PaperInHand {
  readonly model: BriefingDocument;
  /** It differs from what was saved or drafted, and is kept as a draft in this browser. */
  readonly touched: boolean;
  /** `about`: where the change was made; typing on in one place is undone as one. */
  readonly edit: (change: (model: BriefingDocument) => BriefingDocument, about?: string) => void;
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
  /** This was saved and stands as a version now; what was typed on since stays a draft. */
  readonly settle: (saved: BriefingDocument) => void;
}

/**
 * What is edited: the draft kept in this browser, else the newest saved version, else what the case gives now. `base` is
 * one of the latter two. Undoing reaches back over what was done in this sitting.
 */
export function usePaper(id: string, base: BriefingDocument): PaperInHand {
  const [raw, setRaw, clear] = useDraft<unknown>(id, null);
  const draft = useMemo(() => (raw === null ? null : checkDocument(raw).value), [raw]);
  const model = draft ?? base;
  const [steps, setSteps] = useState(() => historyOf(base));
  // What is edited is read at the moment of the change: two in one turn follow one another.
  const now = useRef({ steps, model });
  useEffect(() => {
    now.current = { steps: now.current.steps, model };
  }, [model]);
  const turn = useCallback(
    (how: typeof undo<BriefingDocument>) => {
      const before = { ...now.current.steps, present: now.current.model };
      const after = how(before);
      if (after.present === before.present) return;
      now.current = { steps: after, model: after.present };
      setSteps(after);
      setRaw(after.present);
    },
    [setRaw],
  );
  return {
    model,
    touched: draft !== null,
    edit: useCallback((by, about) => turn((history) => change(history, by(history.present), about ?? null)), [turn]),
    undo: steps.past.length > 0 ? () => turn(undo) : null,
    redo: steps.future.length > 0 ? () => turn(redo) : null,
    settle: useCallback((saved) => now.current.model === saved && clear(), [clear]),
  };
}
