import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Text } from '../base/text';
import { loadConfig } from '../platform/config';
import { startDemonstration } from '../platform/demonstration';
import type { AssessmentView, EngineApi, KeepApi } from '../platform/engine-api';
import { createEngineClient } from '../platform/engine-client';
import { fetchAnswers, plainly } from '../platform/fetch-answers';
import { fetchPart } from '../platform/fetch-part';
import { askToPersist } from '../platform/persist';
import { readPreference } from '../platform/preferences';
import { announceChange, onOtherTabChange } from '../platform/tabs';
import { currentPlace, setPlace, subscribePlace } from './place';
import { createSessionActions } from './session-actions';
import type { Session, SessionDeps, SourceState } from './session-state';
import { SOURCE_TEXT } from './text';

/** A session over a given outside world; the app has one, tests make their own. */
export function createSession(deps: SessionDeps): StoreApi<Session> {
  const { engine } = deps;
  return createStore<Session>((set, get) => ({
    phase: 'starting',
    progress: null,
    view: null,
    source: {
      kind: 'demonstration',
      name: SOURCE_TEXT.demonstration,
      url: '',
      fetchedOn: null,
      stale: false,
      error: null,
    },
    error: null,
    notice: null,
    inPage: null,
    kept: null,
    removed: null,
    configured: null,
    feedReport: null,
    engine,
    ...createSessionActions(deps, set, get),
  }));
}

let current: StoreApi<Session> | null = null;

/** The session of this page; made at first use, so that a test that imports a screen starts no worker. */
export function session(): StoreApi<Session> {
  current ??= startSession();
  return current;
}

/** All that has to do with a feed is only fetched where there is one. */
const feedPart = () => fetchPart(() => import('./feed-world'));

function startSession(): StoreApi<Session> {
  const deps: SessionDeps = {
    engine: createEngineClient(),
    async loadConfig(signal) {
      const config = await loadConfig(signal);
      const set = config.source.kind === 'http-feed' || readPreference('fengsui.feed') !== null;
      return set ? (await feedPart()).withOwnFeed(config) : config;
    },
    async fetchFeed(request, ...rest) {
      if (request.fetch) return fetchAnswers({ url: request.url, ask: plainly(request.fetch) }, ...rest);
      return (await feedPart()).fetchFeed(request, ...rest);
    },
    feedShare: async () => (await feedPart()).feedShare,
    startDemonstration,
    place: {
      asof: () => currentPlace().asof,
      rules: () => currentPlace().rules,
      setAsof: (asof) => setPlace({ asof }),
      subscribe: subscribePlace,
    },
    tabs: { announce: announceChange, onOther: onOtherTabChange },
    by: () => readPreference('fengsui.by') ?? '',
    persist: askToPersist,
  };
  const made = createSession(deps);
  let asked = false;
  made.subscribe(({ configured, progress }) => {
    if (asked || configured !== 'http-feed' || progress !== null) return;
    asked = true;
    feedPart().then(
      ({ keepFeedHere }) => keepFeedHere(made, deps),
      () => (asked = false),
    );
  });
  return made;
}

/** Any part of the session; the component is drawn anew when that part changes. */
export function useSession<T>(selector: (state: Session) => T): T {
  return useStore(session(), selector);
}

/** The assessment on the screen; null until the first one is there. */
export function useView(): AssessmentView | null {
  return useSession((s) => s.view);
}

/** The assessment, for components that the app shows only when there is one. */
export function useReadyView(): AssessmentView {
  const view = useView();
  if (!view) throw new Error('useReadyView: the session has no assessment yet');
  return view;
}

export function useEngine(): EngineApi & KeepApi {
  return useSession((s) => s.engine);
}

export function useSource(): SourceState {
  return useSession((s) => s.source);
}

/** The mark that every screen and export carries while the figures are not real; null for real data. */
export function useDemonstrationMark(): Text | null {
  return useSession((s) => (s.view?.demonstration ? SOURCE_TEXT.demonstration : null));
}
