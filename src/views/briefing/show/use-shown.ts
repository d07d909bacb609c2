import { useMemo } from 'react';
import type { Lang } from '../../../base/text';
import type { Briefing, BriefingAsk } from '../../../briefing/briefing';
import type { AssessmentView, CallOptions, EngineApi } from '../../../platform/engine-api';
import type { BriefingQuery } from '../../../platform/engine-briefing-api';
import { useLang, usePlace } from '../../../store/place';
import { useReadyView } from '../../../store/session';
import { useBriefings } from '../../../store/use-briefings';
import { type EngineAnswer, useEngineCall } from '../../../store/use-engine-call';
import { periodOf } from '../../../store/view-select';
import { chartsOf } from '../builder/own-charts';
import { useBriefingAsking } from '../use-query';
import { samePages, stride } from './months';

/** The briefing that a show starts from. */
export interface Base {
  readonly briefing: Briefing | null;
  /** The address names a draft that is not there. */
  readonly missing: boolean;
  /** Why it could not be made. */
  readonly failure: string | null;
}

/** The draft that the address names; without one, the monthly briefing of the present period, made on the spot. */
export function useBase(draftId: string | undefined): Base {
  const lang = useLang();
  const view = useReadyView();
  const place = usePlace();
  const draft = useBriefings((s) => (draftId === undefined ? undefined : s.drafts.find(({ id }) => id === draftId)));
  const reading = useBriefings((s) => s.phase === 'loading');
  const ask: BriefingAsk = { kind: 'monthly', period: periodOf(view, place.period), regionCode: null, since: null };
  const made = useMade(draftId === undefined ? { ask, lang, office: '' } : null);
  return useMemo(
    () =>
      draftId === undefined
        ? { briefing: made.data, missing: false, failure: made.error?.what[lang] ?? null }
        : { briefing: draft?.briefing ?? null, missing: !draft && !reading, failure: null },
    [draftId, draft, reading, made.data, made.error, lang],
  );
}

/**
 * What is shown: the briefing itself, or its pages made anew for a period some steps away. While those are being made, and
 * where they cannot be, what was shown before stays: its own words say of which period it is.
 */
export function useStepped(base: Briefing | null, steps: number): EngineAnswer<Briefing> {
  const wanted = base !== null && steps !== 0 ? base : null;
  const made = useMade(
    wanted && {
      ask: { ...wanted.ask, period: wanted.ask.period + steps * stride(wanted.ask, wanted.frequency) },
      lang: wanted.lang,
      office: wanted.issuer,
      charts: chartsOf(wanted),
    },
  );
  const stepped = useMemo(
    () => (base && made.data ? { ...made.data, pages: samePages(base.pages, made.data.pages) } : null),
    [base, made.data],
  );
  if (!wanted) return { ...made, data: base, loading: false, error: null };
  return { ...made, data: stepped };
}

interface Wanted {
  readonly ask: BriefingAsk;
  readonly lang: Lang;
  readonly office: string;
  readonly charts?: BriefingQuery['charts'];
}

/** A briefing made by the engine; null = none is wanted. Nothing is made before it is known what people did. */
export function useMade(wanted: Wanted | null): EngineAnswer<Briefing> {
  const view = useReadyView();
  const asking = useBriefingAsking();
  const key = wanted && asking ? JSON.stringify([wanted, asking.key]) : null;
  const { data, loading, error, retry } = useEngineCall(key, (engine, options) => {
    const { ask, lang, office, charts } = wanted!;
    return madeOnce(engine, view, { ...asking!.query(ask, lang, office), charts }, key!, options);
  });
  return { data, loading: loading || (wanted !== null && asking === null), error, retry };
}

/** What was made of the present figures: stepping back and forth between months makes each of them once. */
const kept = new WeakMap<AssessmentView, Map<string, Briefing>>();
const MOST_KEPT = 24;

async function madeOnce(
  engine: EngineApi,
  view: AssessmentView,
  query: BriefingQuery,
  key: string,
  options: CallOptions,
): Promise<Briefing> {
  let of = kept.get(view);
  if (!of) kept.set(view, (of = new Map()));
  const known = of.get(key);
  if (known) return known;
  const fresh = await engine.briefing(query, options);
  of.set(key, fresh);
  // A wall runs for weeks: every day is a new question.
  if (of.size > MOST_KEPT) of.delete(of.keys().next().value!);
  return fresh;
}
