import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { buildRegionTree } from '../../src/base/regions';
import type { AssessmentView } from '../../src/platform/engine-api';
import { setPlace } from '../../src/store/place';
import { session } from '../../src/store/session';
import { SignalState as S } from '../../src/signals/rule';
import { OverviewScreen } from '../../src/views/overview/OverviewScreen';
import { RegionScreen } from '../../src/views/region/RegionScreen';
import { makeView, X } from './make-view';

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
// No worker: nothing is asked of the engine while a screen is drawn once.
vi.mock('../../src/platform/engine-client', () => ({ createEngineClient: () => ({}) }));

function show(view: AssessmentView, screen: typeof OverviewScreen, place: Parameters<typeof setPlace>[0] = {}): string {
  setPlace({ region: null, period: null, ...place }, { replace: true });
  session().setState({ phase: 'ready', view });
  return renderToStaticMarkup(createElement(screen));
}

const words = (html: string): string => html.replace(/<[^>]+>/g, '\n');

const view = makeView({
  count: 30,
  levels: {
    '150000': Array<number>(30).fill(1),
    '150300': [...Array<number>(29).fill(3), 4],
    '152900': Array<number>(30).fill(X),
  },
  signals: {
    'monitored-jobs-loss': { '150300': [...Array.from({ length: 29 }, () => [3, S.active] as const), [4, S.active]] },
  },
  headline: { registered_unemployment_rate: Array<number>(30).fill(4.1) },
});

afterEach(() => setPlace({ lang: null, free: { map: null, list: null, tape: null } }, { replace: true }));

describe.each([
  ['overview', OverviewScreen],
  ['region', RegionScreen],
] as const)('%s screen', (_name, screen) => {
  it.each(['zh', 'en'] as const)('speaks %s, without ids, unfilled places or NaN', (lang) => {
    const text = words(show(view, screen, { lang }));
    expect(text).not.toMatch(/\{\w+\}|NaN|undefined|\[object|[a-z]+_[a-z]+/);
    expect(text).toMatch(lang === 'zh' ? /乌海市/ : /Wuhai/);
    if (lang === 'en') expect(text.replace(/演示/g, '')).not.toMatch(/[\u4e00-\u9fff]/);
  });
});

describe('overview', () => {
  it('shows every league with level and drivers, the insufficient one as such', () => {
    const text = words(show(view, OverviewScreen, { lang: 'zh' }));
    expect(text).toContain('乌海市升至Ⅰ级（红色）');
    expect(text).toContain('监测岗位\u00a0Ⅰ');
    expect(text).toContain('数据不足');
    expect(text).toContain('预警线为本产品默认值，非文件规定');
  });

  it('goes to the counties by the address', () => {
    const html = show(view, OverviewScreen, { lang: 'zh', free: { list: 'ends' } });
    expect(html.match(/<th scope="row"/g)).toHaveLength(103);
  });

  it('works on a forest without a whole', () => {
    const tree = buildRegionTree(
      'us',
      Array.from({ length: 26 }, (_, i) => ({
        code: `US-${i}`,
        nameZh: '',
        nameEn: `State ${i}`,
        level: 'state',
        parentCode: '',
      })),
    ).tree!;
    const forest = { ...makeView({ tree, count: 14, levels: { 'US-3': Array<number>(14).fill(4) } }), headline: [] };
    const text = words(show(forest, OverviewScreen, { lang: 'en' }));
    expect(text).toContain('No rises; State 3 highest, at Level Ⅰ (red).');
    expect(text).toContain('1 of 26 states at a warning level');
  });

  it('shows a name from a file as text', () => {
    const tree = buildRegionTree('x', [
      { code: 'a', nameZh: '<img src=x onerror=alert(1)>', nameEn: '', level: 'area', parentCode: '' },
    ]).tree!;
    const html = show({ ...makeView({ tree, count: 2 }), headline: [] }, OverviewScreen, { lang: 'zh' });
    expect(html).toContain('&lt;img');
    expect(html).not.toContain('<img');
  });
});

describe('region', () => {
  it('opens with the worst league when the address names none, and says so when it does not know the one it names', () => {
    expect(show(view, RegionScreen, { lang: 'zh' })).toContain('<h1>乌海市</h1>');
    const unknown = words(show(view, RegionScreen, { lang: 'zh', region: 'US-MI' }));
    expect(unknown).toContain('没有代码为“US-MI”的地区');
  });
});
