import { type ComponentType, createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fold } from '../../../../src/response/trail/fold';
import { verifyTrail } from '../../../../src/response/trail/verify';
import type { ResponseStoreState } from '../../../../src/store/response-state';
import { setPlace } from '../../../../src/store/place';
import { session } from '../../../../src/store/session';
import { responseStore } from '../../../../src/store/use-response';
import { ActorBar } from '../../../../src/views/parts/ActorBar';
import { ChainBanner } from '../../../../src/views/parts/ChainBanner';
import { EntryDetails } from '../../../../src/views/response/trail/EntryDetails';
import { TrailPart } from '../../../../src/views/response/trail/TrailPart';
import { TrailRow } from '../../../../src/views/response/trail/TrailRow';
import { trailNames } from '../../../../src/store/trail-names';
import { settle } from '../../../store/make-session';
import { trailOf } from '../../../response/trail/make-entries';
import { makeView } from '../../make-view';

// Drawn to a string, a screen would be given each store's first state; here it is to see the present one.
vi.mock('zustand', async () => {
  const { createStore } = await import('zustand/vanilla');
  type Api = { getState: () => unknown };
  return {
    useStore: (api: Api, selector: (state: unknown) => unknown) => selector(api.getState()),
    create: (init: () => unknown) => {
      const api = createStore(init);
      return Object.assign((selector: (state: unknown) => unknown) => selector(api.getState()), api);
    },
  };
});
vi.mock('../../../../src/platform/engine-client', () => ({
  createEngineClient: () => ({
    trail: async () => [],
    papers: async () => [],
    spells: async () => [],
  }),
}));
vi.mock('../../../../src/platform/clock', async (original) => ({
  ...(await original<object>()),
  every: () => undefined,
}));

const view = makeView({ count: 6 });
const sound = trailOf(3);
const tampered = sound.map((e) => (e.seq === 2 ? { ...e, by: { ...e.by, name: '李四' } } : e));
const LEAGUE = { role: 'league', regionCode: '150300', name: '王科长' } as const;

async function at(lang: 'zh' | 'en', state: Partial<ResponseStoreState>): Promise<void> {
  setPlace({ lang }, { replace: true });
  session().setState({ phase: 'ready', view });
  responseStore();
  await settle();
  responseStore().setState({
    phase: 'ready',
    verifiedAt: Date.UTC(2026, 10, 26, 2),
    faults: [],
    actor: LEAGUE,
    ...state,
  });
}
const show = <P extends object>(component: ComponentType<P>, props: P): string =>
  renderToStaticMarkup(createElement(component, props))
    .replace(/<(option|select|pre)[^>]*>/g, '\n')
    .replace(/<[^>]+>/g, '\n');
/** Nothing unfilled, and no ids of ours. */
const CLEAN = /\{\w+\}|NaN|undefined|\[object|[a-z]+_[a-z]+/;
const HAN = /[\u4e00-\u9fff]/;

beforeEach(() => setPlace({ asof: null }, { replace: true }));

describe.each(['zh', 'en'] as const)('in %s', (lang) => {
  it('the bar says who acts, that nobody checked it, and that the past is for looking', async () => {
    await at(lang, { actor: null });
    expect(show(ActorBar, {})).toMatch(lang === 'zh' ? /尚未选择角色.*选择角色/s : /No role chosen.*Choose a role/s);
    await at(lang, {});
    const text = show(ActorBar, {});
    expect(text).toMatch(
      lang === 'zh' ? /盟市级 · 乌海市 · .*王科长.*未经身份认证/s : /League or city · Wuhai .*not authenticated/s,
    );
    setPlace({ asof: 20_000 }, { replace: true });
    expect(show(ActorBar, {})).toMatch(lang === 'zh' ? /回看.*2024年10月4日/ : /As known|as known on/);
    await at(lang, { actor: { ...LEAGUE, regionCode: 'US-MI' } });
    expect(show(ActorBar, {})).toMatch(lang === 'zh' ? /不在当前区划内/ : /not among the regions/);
    expect(text).not.toMatch(CLEAN);
  });

  it('the banner is silent while all is well, and names what is not', async () => {
    await at(lang, { entries: sound });
    expect(show(ChainBanner, {})).toBe('');
    await at(lang, { entries: tampered, faults: verifyTrail(tampered) });
    const text = show(ChainBanner, {});
    expect(text).toMatch(lang === 'zh' ? /核验未通过.*第2条.*李四/s : /does not verify.*Entry 2 .*李四/s);
    await at(lang, {
      phase: 'failed',
      trouble: { what: { zh: '坏了', en: 'broken' }, where: '', todo: { zh: '', en: '' } },
    });
    expect(show(ChainBanner, {})).toMatch(lang === 'zh' ? /未能读出.*坏了/s : /could not be read.*broken/s);
  });

  it('the screen says whether the chain is whole, and a row what was done, by whom, on which figures', async () => {
    await at(lang, { entries: sound, state: fold(sound) });
    const text = show(TrailPart, {});
    expect(text).toMatch(lang === 'zh' ? /3 条，首尾相连，无异常/ : /3 entries, the chain is whole/);
    expect(text).not.toMatch(CLEAN);
    const names = trailNames(view, responseStore().getState().plan);
    const entry = sound[1]!;
    const props = { entry, names, undo: null, faults: [], open: true, onToggle() {}, onSaid() {}, onKeyDown() {} };
    const row = show(TrailRow, props);
    expect(row).toMatch(lang === 'zh' ? /盟市级 乌海市 王科长.*第2次/s : /League or city, Wuhai, 王科长.*第2次/s);
    expect(row).toContain(entry.digest);
    expect(row).toContain(entry.previous);
    expect(row.replace(/"kind".*/s, '')).not.toMatch(CLEAN);
    const taken = show(EntryDetails, { entry, names, undo: sound[2]!, onSaid() {} });
    expect(taken).toMatch(lang === 'zh' ? /已由第 3 条撤回/ : /Taken back by entry 3/);
    if (lang === 'en') expect(row.replace(/王科长|第2次/g, '')).not.toMatch(HAN);
    await at(lang, { entries: [] });
    expect(show(TrailPart, {})).toMatch(lang === 'zh' ? /尚无留痕/ : /Nothing on record yet/);
  });
});
