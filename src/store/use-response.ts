import { useStore } from 'zustand';
import { every, nowMs } from '../platform/clock';
import { pause } from '../platform/pause';
import { onOtherPreference, readPreference, writePreference } from '../platform/preferences';
import { announceTrail, onOtherTrail } from '../platform/tabs';
import { dayOfMoment } from '../response/calendar/moment';
import { keepTrailHead, readActor, readHead } from './actor-memory';
import { currentPlace } from './place';
import { planInForceOn } from './plan-in-force';
import { createResponseStore, type ResponseStore } from './response';
import type { ResponseStoreActions, ResponseStoreState } from './response-state';
import { session } from './session';

/** Deadlines move on so often. */
const TICK_MS = 30_000;

let current: ResponseStore | null = null;

/** The response side of this page; made when a screen first asks for it, and then kept up to date by itself. */
export function responseStore(): ResponseStore {
  if (current) return current;
  const page = session();
  const made = createResponseStore({
    engine: page.getState().engine,
    view: () => page.getState().view,
    asOf: () => currentPlace().asof,
    nowMs,
    announce: announceTrail,
    pause,
    memory: {
      actor: () => readActor(readPreference('fengsui.actor')),
      keepActor: (actor) => writePreference('fengsui.actor', JSON.stringify(actor)),
      head: () => readHead(readPreference('fengsui.trail-head')),
      keepHead: keepTrailHead,
    },
  });
  const refresh = (): void => void made.getState().refresh();
  page.subscribe(({ view }, before) => view !== before.view && refresh());
  onOtherTrail(refresh);
  onOtherPreference('fengsui.actor', (value) => made.setState({ actor: readActor(value) }));
  every(TICK_MS, () =>
    made.setState(({ state }) => ({ nowMs: nowMs(), plan: planInForceOn(state.plans, dayOfMoment(nowMs())) })),
  );
  refresh();
  current = made;
  return made;
}

/** Any part of the response side; the component is drawn anew when that part changes. */
export function useResponse<T>(selector: (state: ResponseStoreState & ResponseStoreActions) => T): T {
  return useStore(responseStore(), selector);
}
