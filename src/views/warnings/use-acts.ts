import { useCallback, useMemo, useState } from 'react';
import type { Text } from '../../base/text';
import type { AssessmentView } from '../../platform/engine-api';
import { randomId } from '../../platform/random-id';
import type { Warning } from '../../response/warnings/inbox';
import { useLang } from '../../store/place';
import { useResponse } from '../../store/use-response';
import { ACTION_TEXT } from './act-text';
import { type ActForm, type ActGround, type ActionId, actFor, emptyForm } from './actions';
import { type Outcome, outcomeOf } from './results';
import { type Acting, useActing } from './use-acting';

/** The form that is open: an action, for one warning or for all that are selected. */
export interface OpenForm {
  readonly action: ActionId;
  readonly warnings: readonly Warning[];
  readonly bulk: boolean;
}

export interface Acts {
  readonly acting: Acting;
  readonly ground: ActGround;
  readonly form: OpenForm | null;
  readonly outcome: Outcome | null;
  /** Opens the form of an action, or says why it is not open now. */
  readonly start: (action: ActionId, warnings: readonly Warning[], bulk: boolean) => void;
  readonly cancel: () => void;
  /** Puts the acts of the open form on the trail; the ids of the warnings that were refused. */
  readonly send: (form: ActForm) => Promise<readonly string[]>;
  readonly dismiss: () => void;
}

/** Acts on warnings, from the first key to what became of them. */
export function useActs(view: AssessmentView): Acts {
  const lang = useLang();
  const acting = useActing(view);
  const state = useResponse((s) => s.state);
  const actAll = useResponse((s) => s.actAll);
  const [form, setForm] = useState<OpenForm | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const ground = useMemo((): ActGround => ({ view, state, newId: randomId }), [view, state]);

  const start = useCallback(
    (action: ActionId, warnings: readonly Warning[], bulk: boolean): void => {
      const first = warnings[0];
      if (!first) return;
      setOutcome(null);
      const why = bulk ? acting.closed : againstStarting(action, first, ground, acting);
      if (why === null) setForm({ action, warnings, bulk });
      else setOutcome({ ...outcomeOf(action, [first], [{ ok: false, why }], view, lang), atOnce: true });
    },
    [acting, ground, view, lang],
  );
  const send = async (filled: ActForm): Promise<readonly string[]> => {
    if (form === null) return [];
    const { action, warnings } = form;
    const made = warnings.flatMap((warning) => {
      const act = actFor(action, warning, filled, ground);
      return act === null ? [] : [{ warning, act }];
    });
    const results = await actAll(made.map(({ act }) => act));
    const judged = made.map(({ warning }) => warning);
    setOutcome(outcomeOf(action, judged, results, view, lang));
    const refused = judged.filter((_, k) => !results[k]!.ok).map(({ id }) => id);
    // Where all were refused, what was typed stays in view.
    if (refused.length < judged.length || form.bulk) setForm(null);
    return refused;
  };
  const cancel = useCallback(() => setForm(null), []);
  const dismiss = useCallback(() => setOutcome(null), []);
  return { acting, ground, form, outcome, start, cancel, send, dismiss };
}

/** What the form will hold is not asked yet: only whether the act is open to this role now. */
function againstStarting(action: ActionId, warning: Warning, ground: ActGround, acting: Acting): Text | null {
  if (acting.closed !== null) return acting.closed;
  const act = actFor(action, warning, emptyForm(warning, ground.view, 0, 'zh'), ground);
  return act === null ? ACTION_TEXT.nothingToUndo : acting.whyNot(act);
}
