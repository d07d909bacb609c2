import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import type { Act } from '../../../response/trail/act';
import { questionOf } from '../../../response/case/checklist';
import { mayAct } from '../../../response/trail/check';
import { useLang, usePlace } from '../../../store/place';
import { closedFor, worldOf } from '../../../store/response-check';
import type { ActResult } from '../../../store/response-state';
import { useReadyView } from '../../../store/session';
import { trailNames } from '../../../store/trail-names';
import { useResponse } from '../../../store/use-response';
import { type Acting, ActingContext } from './acting';
import { SaidBar, type Said } from './SaidBar';

/** Puts the acts of the forms below it on record, tells what was recorded, and offers to take it back. */
export function ActingProvider({ children }: { readonly children: ReactNode }) {
  const lang = useLang();
  const view = useReadyView();
  const { asof } = usePlace();
  const plan = useResponse((s) => s.plan);
  const actor = useResponse((s) => s.actor);
  const state = useResponse((s) => s.state);
  const spells = useResponse((s) => s.spells);
  const nowMs = useResponse((s) => s.nowMs);
  const act = useResponse((s) => s.act);
  const actAll = useResponse((s) => s.actAll);
  const [said, setSaid] = useState<Said | null>(null);
  const rest = useRef<HTMLDivElement>(null);

  const told = useCallback(
    (results: readonly ActResult[]): readonly (string | null)[] => {
      const taken = results.flatMap((result) => (result.ok ? [result.entry] : []));
      const last = taken.at(-1);
      if (last) setSaid({ first: taken[0]!.seq, last });
      // What was pressed may be gone with the form that it stood in: the focus does not fall off the page.
      requestAnimationFrame(() => {
        const { current } = rest;
        if (current && current.ownerDocument.activeElement === current.ownerDocument.body) current.focus();
      });
      return results.map((result) => (result.ok ? null : result.why[lang]));
    },
    [lang],
  );

  const acting = useMemo((): Acting => {
    const closed = closedFor({ actor }, view, asof)?.[lang] ?? null;
    const world = worldOf(view, plan, nowMs, { spells, state });
    return {
      names: { ...trailNames(view, plan), item: (id) => questionOf(id) ?? { zh: id, en: id } },
      readOnly: closed,
      refusal: (one: Act) => closed ?? (actor && mayAct(one, actor, state, world)?.[lang]) ?? null,
      record: async (one: Act) => told([await act(one)])[0] ?? null,
      recordAll: async (acts: readonly Act[]) => told(await actAll(acts)),
    };
  }, [view, plan, nowMs, actor, state, spells, asof, lang, act, actAll, told]);

  return (
    <ActingContext value={acting}>
      <div ref={rest} tabIndex={-1} className="cases">
        {children}
        <SaidBar said={said} onClose={() => setSaid(null)} />
      </div>
    </ActingContext>
  );
}
