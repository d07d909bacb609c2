import { defineText } from '../../base/text';
import { MEASURE_STATE_NAMES, STAGE_NAMES } from '../../response/trail/text';
import type { Sentence } from '../briefing';
import type { ResponseFacts } from '../facts/facts';
import { regionOf } from '../facts/find';
import { clauseSaid } from './suggestions';
import { inSeries, type Said } from './said';
import { type Teller, within } from './teller';

const MEASURES = 4;
const CASES = 6;

const T = defineText({
  warnings: {
    zh: '预警办理：在办{open}件，其中未签收{unacknowledged}件、逾期{overdue}件；判为误报{falseAlarms}件。',
    en: 'Warnings in hand: {open}, of which {unacknowledged} not acknowledged and {overdue} overdue; found to be false alarms: {falseAlarms}.',
  },
  case: {
    zh: '“{title}”（{region}，{level}）{day}启动，现处于{stage}环节{reports}；{measures}。',
    en: 'Review “{title}” ({region}, {level}), opened on {day}, is at the stage “{stage}”{reports}; {measures}.',
  },
  reports: { zh: '，已上报{count}次，最近一次为{day}', en: ', reported upward: {count}, last on {day}' },
  noReports: { zh: '，尚未上报', en: ', not yet reported upward' },
  noMeasures: { zh: '尚未采取措施', en: 'no measure has been taken yet' },
  measures: { zh: '已采取措施{count}项：{list}{rest}', en: 'measures taken: {count}: {list}{rest}' },
  measure: { zh: '{title}{clause}，{state}{late}', en: '{title}{clause}, {state}{late}' },
  clause: { zh: '（{clause}）', en: ' ({clause})' },
  late: { zh: '，应于{day}前完成，已逾期', en: ', due on {day} and overdue' },
  due: { zh: '，{day}前完成', en: ', due on {day}' },
  restMeasures: { zh: '；其余{count}项从略', en: '; {count} more are left out here' },
  restCases: { zh: '另有评审{count}件，从略。', en: 'Reviews left out here: {count}.' },
  nothing: {
    zh: '系统内没有启动评审和采取措施的记录。',
    en: 'No review and no measure has been recorded.',
  },
});

/** What people did, from the trail; says so where nothing is recorded, and nothing at all where there is no trail to ask. */
export function tellMeasures(t: Teller): Sentence[] {
  const { response } = t.facts;
  if (!response) return [];
  const { warnings, cases } = response;
  const said: Sentence[] = [];
  if (warnings.open + warnings.falseAlarms > 0)
    said.push(
      t.tell('measures.warnings', T.warnings, {
        open: t.count('warnings.open', warnings.open),
        unacknowledged: t.count('warnings.unacknowledged', warnings.unacknowledged),
        overdue: t.count('warnings.overdue', warnings.overdue),
        falseAlarms: t.count('warnings.falseAlarms', warnings.falseAlarms),
      }),
    );
  if (cases.length === 0) return [...said, t.tell('measures.none', T.nothing)];
  const rest = cases.length - CASES;
  return [
    ...said,
    ...cases.slice(0, CASES).map((one) => tellCase(t, one)),
    ...(rest > 0 ? [t.tell('measures.rest', T.restCases, { count: t.count('cases.rest', rest) })] : []),
  ];
}

type CaseFacts = ResponseFacts['cases'][number];

function tellCase(t: Teller, one: CaseFacts) {
  const region = regionOf(t.facts, one.regionCode) ?? t.facts.ends.find(({ code }) => code === one.regionCode);
  const named = region ?? {
    code: one.regionCode,
    name: { zh: one.regionCode, en: one.regionCode },
    short: { zh: '', en: '' },
  };
  const level = t.level(named, one.level, t.facts.period, 'short');
  const last = one.reports.at(-1);
  const at = { regionCode: one.regionCode };
  return t.tell(`measures.case.${one.id}`, T.case, {
    title: one.title,
    region: t.name(named),
    level: { text: level.text, figures: level.figures.map((f) => ({ ...f, key: `case.level:${one.id}` })) },
    day: t.day(one.opened),
    stage: t.lang === 'zh' ? STAGE_NAMES[one.stage].zh : within(STAGE_NAMES[one.stage].en),
    reports: last
      ? t.say(T.reports, { count: t.count(`case.reports:${one.id}`, one.reports.length, at), day: t.day(last.sentOn) })
      : t.say(T.noReports),
    measures: measuresSaid(t, one),
  });
}

function measuresSaid(t: Teller, one: CaseFacts): Said {
  const { id, measures } = one;
  if (measures.length === 0) return t.say(T.noMeasures);
  const at = { regionCode: one.regionCode };
  const rest = measures.length - MEASURES;
  // The overdue ones first: these are asked about.
  const ordered = measures.toSorted((a, b) => Number(b.overdue) - Number(a.overdue));
  const list = inSeries(
    ordered.slice(0, MEASURES).map((measure) =>
      t.say(T.measure, {
        title: t.numbersIn(measure.title[t.lang], `name.${measure.id}`, at),
        clause: measure.clause === '' ? '' : t.say(T.clause, { clause: clauseSaid(t, measure.clause) }),
        state: MEASURE_STATE_NAMES[measure.state][t.lang],
        late: t.say(measure.overdue ? T.late : T.due, { day: t.day(measure.due) }),
      }),
    ),
    t.lang,
  );
  return t.say(T.measures, {
    count: t.count(`case.measures:${id}`, measures.length, at),
    list,
    rest: rest > 0 ? t.say(T.restMeasures, { count: t.count(`case.measures.rest:${id}`, rest, at) }) : '',
  });
}
