import { type Bodies, demonstrationBodies } from '../../mock-data/bodies';
import { AS_OF } from '../../mock-data/timeline';
import { parseDay } from '../../src/base/period';
import { createEngine } from '../../src/platform/engine';
import type { AssessmentView, EngineCore } from '../../src/platform/engine-api';
import type { Actor } from '../../src/response/actor';
import { calendarOf } from '../../src/response/calendar/calendar';
import { dayOfMoment, momentOf } from '../../src/response/calendar/moment';
import { caseClocks } from '../../src/response/case/clocks';
import type { Case, CaseMeasure, Done } from '../../src/response/case/case';
import { defaultPlan } from '../../src/response/load-plan';
import type { FigureSeen } from '../../src/response/trail/act';
import { emptyState } from '../../src/response/trail/fold';
import { dutyFor } from '../../src/response/trail/who';
import type { Spell } from '../../src/response/warnings/spell';
import type { PageFacts } from '../../src/views/response/case/documents/gather-facts';
import { parsed } from '../mock-data/demonstration';
import type { FeedCatalog } from '../../mock-data/feed';

/** The engine on the demonstration as known on a day, and a case on the mine closures of Wuhai made by hand. */
const CITY: Actor = { role: 'league', regionCode: '150300', name: '王某' };
const REGION: Actor = { role: 'region', regionCode: '150000', name: '李某' };

const day = (text: string): number => parseDay(text)!;
let seq = 0;
const done = (text: string, by: Actor = CITY): Done => ({ seq: ++seq, at: momentOf(day(text), 9 * 60), by });

const bufferOf = (bodies: Bodies, path: string): ArrayBuffer => bodies.get(path)!.bytes.slice().buffer;

export async function demonstrationEngine(asOf: string) {
  const bodies = demonstrationBodies();
  const engine = createEngine(() => AS_OF);
  const catalog = parsed<FeedCatalog>(bodies, 'catalog.json');
  const { batchId } = await engine.readFeed(
    {
      name: catalog.name.zh,
      catalog: bufferOf(bodies, 'catalog.json'),
      observations: catalog.observations.map(({ indicator, url }) => ({
        indicator,
        body: bufferOf(bodies, url),
      })),
      demonstration: true,
      takenOn: AS_OF,
    },
    {},
  );
  const view = await engine.load([batchId!], day(asOf), {});
  return { engine, view, spells: await engine.spells({}) };
}

/** A review that has been through everything; `to` cuts it off. */
export function madeCase(to: 'opened' | 'closed' = 'closed'): Case {
  seq = 0;
  const opened = done('2026-04-16');
  const empty: Case = {
    id: 'case-1',
    title: '乌海市煤矿关闭',
    reason: '监测企业岗位减少、规模裁员集中',
    regionCode: '150300',
    warning: '150300@2025-11',
    level: 4,
    period: '2026-03',
    opened,
    stage: 'verify',
    stages: [{ ...opened, stage: 'verify', reason: '' }],
    checks: new Map(),
    assessment: null,
    opinions: new Map(),
    meetings: [],
    measures: new Map(),
    reports: [],
    standDown: null,
    afterAction: null,
    documents: [],
  };
  if (to === 'opened') return empty;
  const figure: FigureSeen = {
    indicatorId: 'reported_layoffs',
    regionCode: '150300',
    period: '2026-03',
    value: 1200,
    knownOn: '2026-04-12',
  };
  const recipients: FigureSeen = { ...figure, indicatorId: 'benefit_recipients', value: 2118 };
  const check = (result: 'confirmed' | 'suspect', seen: FigureSeen | null = figure) => ({
    ...done('2026-04-16'),
    result,
    figure: seen,
    note: '',
  });
  const accepted = (
    measure: string,
    owner: string,
    indicatorId: string,
    direction: 'fall' | 'rise',
    decision = '',
  ): [string, CaseMeasure] => [
    measure,
    {
      ...done('2026-04-20'),
      accepted: true as const,
      measure,
      why: '对应：规模裁员人数 Ⅰ',
      owner,
      due: day('2026-09-30'),
      expected: { indicatorId, direction, target: null, by: '2026-09' },
      decision,
      note: '',
      course: [
        { ...done('2026-06-01'), state: 'running' as const, note: '已拨付资金', figure: null },
        { ...done('2026-09-25'), state: 'done' as const, note: '', figure: null },
      ],
    },
  ];
  return {
    ...empty,
    stage: 'after-action',
    checks: new Map([
      ['figure/150300/benefit_recipients/2026-03', check('confirmed', recipients)],
      ['figure/150300/reported_layoffs/2026-03', { ...check('suspect'), note: '一家企业重复填报' }],
      ['question/office', check('confirmed', null)],
    ]),
    assessment: {
      ...done('2026-04-17'),
      persons: 3860,
      personsBasis: '领取失业保险金人数同比增加数与近3个月规模裁员人数之和',
      groups: ['redundant-workers', 'difficult-areas'],
      districts: ['150302', '150303'],
      drivers: '煤矿集中关闭，监测企业岗位减少。',
      fund: { balance: 42_000, monthlyOutlay: 1_850 },
      facts: {},
      note: '',
    },
    opinions: new Map([
      ['finance', { ...done('2026-04-18'), stance: 'agree-with-changes', opinion: '分两期拨付', person: '赵某' }],
      ['hrss', { ...done('2026-04-18'), stance: 'agree', opinion: '同意所提措施', person: '钱某' }],
      ['industry-commerce', { ...done('2026-04-18'), stance: 'agree', opinion: '', person: '' }],
    ]),
    meetings: [
      {
        ...done('2026-04-18'),
        on: day('2026-04-18'),
        place: '乌海市人力资源和社会保障局第一会议室',
        attendees: ['hrss', 'finance', 'drc'],
        minutes: '会议通报了预警情况。\n会议研究了应对措施。',
      },
    ],
    measures: new Map<string, CaseMeasure>([
      accepted('labour-matching', 'hrss', 'openings_to_seekers', 'rise', '自治区人民政府同意启动'),
      accepted('stability-subsidy', 'hrss', 'monitored_jobs', 'rise', '自治区人民政府同意启动'),
      accepted('redundant-tracking', 'hrss', 'benefit_recipients', 'fall'),
      [
        'labour-cost',
        { ...done('2026-04-20'), accepted: false, measure: 'labour-cost', reason: '企业已停产，降低成本无对象' },
      ],
    ]),
    reports: [
      {
        ...done('2026-04-16'),
        report: 'r1',
        stage: 'first',
        to: '自治区人民政府',
        channel: '公文交换',
        sentAt: momentOf(day('2026-04-16'), 15 * 60 + 20),
        proof: '乌人社报〔2026〕12号',
      },
    ],
    standDown: {
      ...done('2026-10-12', REGION),
      conditions: [
        { id: 'level-low', met: false, figure: '2026年9月 Ⅲ 黄' },
        { id: 'measures-ended', met: true, figure: '3项措施均已完成' },
        { id: 'below-quiet', met: null, figure: '1个区数据不足' },
      ],
      reason: '人员已分流安置',
    },
    afterAction: {
      ...done('2026-10-20', REGION),
      summary: '处置历时6个月。',
      predicted: '预计9月底前岗位止降。',
      actual: '9月岗位较3月增加2.1%。',
      thresholds: '',
      lessons: '企业关闭计划应提前共享。',
    },
  };
}

/** What the page of the case hands to its documents. */
export async function pageFacts(
  engine: EngineCore,
  view: AssessmentView,
  spells: readonly Spell[],
  review: Case,
): Promise<PageFacts> {
  const plan = defaultPlan();
  const calendar = calendarOf({});
  const nowMs = momentOf(day('2026-10-21'), 10 * 60);
  return {
    review,
    view,
    plan,
    state: emptyState(),
    entries: [],
    duty: dutyFor({ plan, tree: view.tree }, { regionCode: review.regionCode, level: review.level }),
    clocks: caseClocks(review, null, { plan, calendar, nowMs }),
    calendar,
    nowMs,
    today: dayOfMoment(nowMs),
    spell: spells.find((spell) => spell.regionCode === review.regionCode) ?? null,
    detail: await engine.regionDetail(review.regionCode, view.latest, {}),
    actor: review.standDown ? REGION : CITY,
    demonstration: { zh: '演示数据，非真实统计', en: 'Demonstration figures, not real' },
  };
}
