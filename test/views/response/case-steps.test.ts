import { describe, expect, it, vi } from 'vitest';
import { monthPeriod } from '../../../src/base/period';
import { setPlace } from '../../../src/store/place';
import { session } from '../../../src/store/session';
import { CaseHead } from '../../../src/views/response/case/CaseHead';
import { CaseRecord } from '../../../src/views/response/case/CaseRecord';
import { Onward } from '../../../src/views/response/case/Onward';
import { AfterActionStep } from '../../../src/views/response/case/steps/AfterActionStep';
import { ConsultStep } from '../../../src/views/response/case/steps/ConsultStep';
import { DecideStep } from '../../../src/views/response/case/steps/DecideStep';
import { FollowStep } from '../../../src/views/response/case/steps/FollowStep';
import { ReportStep } from '../../../src/views/response/case/steps/ReportStep';
import { StandDownStep } from '../../../src/views/response/case/steps/StandDownStep';
import { accept, advance, CASE, follow, OPEN, report, tell } from '../../response/case/make-case';
import { makeView } from '../make-view';
import { drawStep, stepProps } from './make-step';

// Drawn to a string, a component would be given each store's first state; here it is to see the present one.
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
// No page that could be left.
vi.mock('../../../src/platform/page-state', () => ({ onPageChange: () => () => undefined }));
// No worker: a stage is drawn with what is handed to it. Drafts are asked for, and there are none.
vi.mock('../../../src/platform/engine-client', () => ({ createEngineClient: () => ({ papers: async () => [] }) }));

const view = makeView({
  first: monthPeriod(2025, 4),
  count: 12,
  levels: { '150300': [0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 4] },
});
session().setState({ phase: 'ready', view });

const told = tell([
  ['03-10 09:00', { kind: 'acknowledge', warning: '150300@2025-11', level: 4, period: '2026-03', note: '' }],
  ['03-10 10:00', OPEN],
  [
    '03-10 11:00',
    { kind: 'check-figure', case: CASE, item: 'question/office', result: 'confirmed', figure: null, note: '' },
  ],
  ['03-11 09:00', advance('assess')],
  [
    '03-12 09:00',
    {
      kind: 'give-opinion',
      case: CASE,
      department: 'hrss',
      stance: 'agree-with-changes',
      opinion: 'OPINION',
      person: 'PERSON',
    },
  ],
  ['03-13 09:00', accept('stability-subsidy')],
  ['03-13 09:05', { kind: 'reject-measure', case: CASE, measure: 'work-relief', reason: 'NO WORKS' }],
  ['03-14 09:00', report('first', '03-13 15:00')],
  ['04-20 09:00', follow('stability-subsidy', 'running')],
]);

/** Nothing was decided: the note needs no answer of the engine. */
const undecided = tell([['03-10 10:00', { ...OPEN, warning: null }]]);

const STEPS = {
  head: [CaseHead, told, '乌海', 'Wuhai'],
  record: [CaseRecord, told, 'NO WORKS', 'NO WORKS'],
  onward: [Onward, told, '研判', 'Assess'],
  consult: [ConsultStep, told, 'OPINION', 'OPINION'],
  decide: [DecideStep, told, 'NO WORKS', 'NO WORKS'],
  report: [ReportStep, told, '首次报告', 'first report'],
  follow: [FollowStep, told, '实施中', 'running'],
  down: [StandDownStep, told, '不满足', 'not met'],
  after: [AfterActionStep, undecided, '没有采取措施', 'No measure'],
} as const;

const words = (html: string): string => html.replace(/<[^>]+>/g, '\n');
const inLang = (lang: 'zh' | 'en'): void => setPlace({ lang }, { replace: true });

describe.each(Object.entries(STEPS))('%s', (_name, [step, of, zh, en]) => {
  it.each(['zh', 'en'] as const)('speaks %s, without ids, unfilled places or NaN', (lang) => {
    inLang(lang);
    const text = words(drawStep(step, stepProps(of, view)));
    expect(text).not.toMatch(/\{\w+\}|NaN|undefined|\[object|[a-z]+_[a-z]+|stability-subsidy|K-1|150300/);
    expect(text).toContain(lang === 'zh' ? zh : en);
  });
});

describe('forms', () => {
  it('are off and say why where nothing may be recorded', () => {
    inLang('zh');
    const html = drawStep(ReportStep, stepProps(told, view), '正在回看');
    expect(html).toMatch(/<button[^>]*type="submit"[^>]*disabled=""/);
    expect(words(html)).toContain('不能登记：正在回看');
    expect(drawStep(ReportStep, stepProps(told, view))).not.toMatch(/type="submit"[^>]*disabled=""/);
  });

  it('ask for a decision where a gate is not met or not known, and show the figures of the gates', () => {
    inLang('zh');
    const props = stepProps(told, view);
    const text = words(drawStep(DecideStep, props));
    expect(text).toContain('困难地区就业援助行动');
    expect(text).toMatch(/启动条件：\d+ 项满足，\d+ 项不满足，\d+ 项未知/);
    expect(text).toContain('启动条件的数值为本产品默认值，非文件规定');
  });
});

describe('stage', () => {
  it('says which conditions of the next one are not met, and cannot be left without them', () => {
    inLang('zh');
    const html = drawStep(Onward, stepProps(told, view));
    // In assessment without an assessment.
    expect(words(html)).toMatch(/已填写研判意见[\s\S]*未满足/);
    expect(html).toMatch(/<button[^>]*disabled=""[^>]*>转入“会商”环节/);
  });
});
