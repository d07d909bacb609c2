import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { INSUFFICIENT } from '../../../src/base/level';
import { dayOf } from '../../../src/base/period';
import { calendarOf } from '../../../src/response/calendar/calendar';
import { momentOf } from '../../../src/response/calendar/moment';
import { defaultPlan } from '../../../src/response/load-plan';
import { emptyState } from '../../../src/response/trail/fold';
import type { Spell } from '../../../src/response/warnings/spell';
import { setPlace } from '../../../src/store/place';
import { session } from '../../../src/store/session';
import type { AssessmentView } from '../../../src/platform/engine-api';
import { listRows } from '../../../src/views/warnings/list-rows';
import { WarningRow } from '../../../src/views/warnings/WarningRow';
import { WarningsScreen } from '../../../src/views/warnings/WarningsScreen';
import { makeView } from '../make-view';
import { makeSpell, makeWarning, SILENCE, SINCE } from './make-warning';

const store = vi.hoisted(() => ({ state: {} as Record<string, unknown> }));
vi.mock('../../../src/store/use-response', () => ({
  useResponse: (selector: (state: unknown) => unknown) => selector(store.state),
}));
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
vi.mock('../../../src/platform/engine-client', () => ({ createEngineClient: () => ({}) }));

const view = makeView({ count: 10 });
const nowMs = momentOf(dayOf(2026, 11, 10), 9 * 60);
const words = (html: string): string => html.replace(/<[^>]+>/g, '\n');
const moved = [{ period: SINCE, level: 3, knownOn: dayOf(2026, 11, 6) }] as const;

interface Parts {
  readonly spells: readonly Spell[] | null;
  readonly view?: AssessmentView;
  readonly actor?: unknown;
  readonly phase?: string;
  readonly trouble?: unknown;
}

function show(lang: 'zh' | 'en', { spells, actor = null, phase = 'ready', trouble = null, ...rest }: Parts): string {
  store.state = {
    spells,
    actor,
    phase,
    trouble,
    entries: [],
    faults: [],
    verifiedAt: nowMs,
    state: emptyState(),
    plan: defaultPlan(),
    calendar: calendarOf({}),
    nowMs,
  };
  setPlace({ screen: 'warnings', lang }, { replace: true });
  session().setState({ phase: 'ready', view: rest.view ?? view });
  return renderToStaticMarkup(createElement(WarningsScreen));
}

afterEach(() => setPlace({ lang: null, free: { show: null } }, { replace: true }));

describe.each(['zh', 'en'] as const)('the warnings screen in %s', (lang) => {
  const inWords = (text: string): void => {
    expect(text).not.toMatch(/\{\w+\}|NaN|undefined|\[object|[a-z]+_[a-z]+/);
    if (lang === 'en') expect(text).not.toMatch(/[\u4e00-\u9fff]/);
  };

  it('shows the most urgent one with its time, its signals and what it lacks for acting', () => {
    const html = show(lang, {
      spells: [
        makeSpell('150300', 3, { moves: moved, unsure: true }),
        makeSpell('150302', 2),
        makeSpell('150400', INSUFFICIENT),
      ],
    });
    const text = words(html);
    inWords(text.replaceAll(/演示数据/g, ''));
    expect(html).toContain('data-ready="warnings"');
    expect(text).toMatch(lang === 'zh' ? /乌海市/ : /Wuhai/);
    expect(text).toMatch(
      lang === 'zh' ? /签收：\d+年\d+月\d+日 \d\d:\d\d 前/ : /Acknowledge by \d+ \w+ \d{4}, \d\d:\d\d/,
    );
    expect(text).toMatch(lang === 'zh' ? /尚未选择角色/ : /No role/);
    expect(text).toMatch(lang === 'zh' ? /有缺报，实际等级可能更高/ : /A missing value may be holding/);
  });

  it('is loading, failed, or without a warning, each in its own words', () => {
    const loading = show(lang, { spells: null });
    expect(loading).not.toContain('data-ready');
    expect(words(loading)).toMatch(/正在加载|Loading/);
    const trouble = {
      what: { zh: '引擎停了', en: 'The engine stopped' },
      where: 'worker',
      todo: { zh: '重试', en: 'Try again' },
    };
    expect(words(show(lang, { spells: null, trouble }))).toMatch(/预警未能读取|could not be read/);
    // Nothing is shown as not done while the trail is still being read.
    expect(show(lang, { spells: [makeSpell('150300', 3)], phase: 'loading' })).not.toContain('data-ready');
    const none = words(show(lang, { spells: [] }));
    inWords(none.replaceAll(/演示数据/g, ''));
    expect(none).toMatch(/目前没有预警|There is no warning/);
    const over = makeSpell('150300', 0, { until: SINCE, state: 'ended', top: 2 });
    expect(words(show(lang, { spells: [over] }))).toMatch(/已结束的预警有1条|have ended: 1/);
  });

  it('draws a line with level, state, time and fold, none of them by colour alone', () => {
    const due = { step: 'verify', at: nowMs - 3_600_000, urgency: 'overdue' } as const;
    const league = makeWarning('150300', 3, { due, moved: 'escalated', state: 'acknowledged' });
    const folded = makeWarning('150302', 2, { foldedUnder: '150300' });
    const silent = makeWarning('150200', 1, { silence: SILENCE });
    show(lang, { spells: [] });
    const rows = listRows([league, folded, silent], new Set());
    const acts = { open: () => undefined, select: () => undefined, fold: () => undefined };
    const text = words(
      rows
        .map((row, index) =>
          renderToStaticMarkup(
            createElement(WarningRow, {
              view,
              row,
              index,
              domId: `r${index}`,
              offset: 0,
              active: false,
              selected: false,
              nowMs,
              acts,
              measure: () => undefined,
            }),
          ),
        )
        .join('\n'),
    );
    inWords(text);
    const said =
      lang === 'zh'
        ? ['Ⅱ 橙', '乌海市', '下属1个旗县市区 最高Ⅲ', '已签收', '↑ 处置后升级', '核实', '逾期 1小时', '静默中1条 最高Ⅳ']
        : [
            'Ⅱ Orange',
            'Wuhai',
            '1 below, worst Ⅲ',
            'Acknowledged',
            '↑ risen since',
            'Verify',
            '1 h overdue',
            'Silenced: 1, worst Ⅳ',
          ];
    for (const one of said) expect(text).toContain(one);
  });
});
