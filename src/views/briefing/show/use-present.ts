import { useEffect, useReducer, useRef } from 'react';
import { formatPeriodWords } from '../../../base/format';
import type { Briefing } from '../../../briefing/briefing';
import { currentPlace, setPlace, useLang, usePlace } from '../../../store/place';
import { useReadyView } from '../../../store/session';
import { useT } from '../../parts/use-text';
import { namedPeriod, placeAmong, reachOf, stepsTo, stride } from './months';
import { nextState, showAt, type ShowAct, type ShowState } from './show-state';
import { SHOW_TEXT } from './text';
import { useLast } from './use-last';
import { type Base, useBase, useStepped } from './use-shown';

export interface Presented {
  readonly base: Base;
  readonly state: ShowState;
  readonly dispatch: (act: ShowAct) => void;
  /** What is on the screen; null until the first pages are there. */
  readonly shown: Briefing | null;
  /** What has to be said of the month that is looked at; empty = nothing. */
  readonly notice: string;
}

/** A show's state, its pages, and the address that follows both: a copied one opens the same page. */
export function usePresent(): Presented {
  const t = useT(SHOW_TEXT);
  const lang = useLang();
  const view = useReadyView();
  const { free } = usePlace();
  const base = useBase(free.draft);
  const { briefing } = base;
  const [state, dispatch] = useReducer(nextState, free.page, (page) => showAt(pageOf(page), 0));
  const stepped = useStepped(briefing, state.month);
  const { shown, before } = useLast(stepped.data);

  // How far months reach is known with the briefing; the address may name one of them at the start.
  const started = useRef(false);
  useEffect(() => {
    if (!briefing) return;
    dispatch({ kind: 'reach', ...reachOf(briefing.ask, briefing.frequency, view) });
    if (started.current) return;
    started.current = true;
    const steps = stepsTo(currentPlace().free.at, briefing.ask, briefing.frequency);
    for (let i = 0; i < Math.abs(steps); i++) dispatch({ kind: 'month', by: steps > 0 ? 1 : -1 });
  }, [briefing, view]);

  const page = useRef(state.page);
  useEffect(() => {
    page.current = state.page;
  });
  useEffect(() => {
    if (!shown) return;
    // Whoever comes from the builder stands on one of its pages, named by its id.
    const named = before ? -1 : shown.pages.findIndex(({ id }) => id === currentPlace().free.page);
    const place = named >= 0 ? named : placeAmong(shown.pages, before?.pages[page.current], page.current);
    dispatch({ kind: 'pages', count: shown.pages.length, page: place });
  }, [shown, before]);

  useEffect(() => {
    if (state.count === 0 || !briefing) return;
    const at = namedPeriod(state.month, briefing);
    setPlace({ free: { page: String(state.page + 1), at } }, { replace: true });
  }, [state.page, state.count, state.month, briefing]);
  // An address that is edited, or gone back to, is followed.
  useEffect(() => {
    const asked = pageOf(free.page);
    if (/^\d+$/.test(free.page ?? '') && asked !== page.current) dispatch({ kind: 'go', page: asked });
  }, [free.page]);

  return { base, state, dispatch, shown, notice: noticeOf() };

  function noticeOf(): string {
    if (!briefing || state.month === 0) return '';
    const { ask, frequency, weekEndsOn } = briefing;
    const at = ask.period + state.month * stride(ask, frequency);
    const period = formatPeriodWords(frequency, at, lang, weekEndsOn);
    if (stepped.error) return t('notMade', { period, why: stepped.error.what[lang] });
    return t(stepped.loading || !stepped.data ? 'making' : 'otherPeriod', { period });
  }
}

function pageOf(inAddress: string | undefined): number {
  const page = Number(inAddress);
  return Number.isInteger(page) && page > 0 ? page - 1 : 0;
}
