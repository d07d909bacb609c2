import { describe, expect, test } from 'vitest';
import { defaultCatalogue } from '../../../src/base/catalogue';
import type { Scores } from '../../../src/backtest/scores';
import { defaultScheme } from '../../../src/levels/load-scheme';
import type { BacktestLine, BacktestSet } from '../../../src/platform/engine-backtest-api';
import { defaultRuleSet } from '../../../src/signals/load-rule-set';
import {
  differenceWords,
  FIGURES,
  figureWords,
  scoreRows,
  silentRules,
} from '../../../src/views/rules/backtest/figures';
import { lineSentences } from '../../../src/views/rules/backtest/line-words';
import { scoresCsv } from '../../../src/views/rules/backtest/score-file';
import {
  focusOf,
  freeOf,
  lineKey,
  queryOf,
  type Settings,
  settingsOf,
  usualHoldOut,
  usualSettings,
} from '../../../src/views/rules/backtest/settings';

const rules = { ruleSet: defaultRuleSet(), scheme: defaultScheme() };
const view = {
  ruleSet: rules.ruleSet,
  catalogue: defaultCatalogue(),
  frequency: 'month',
  indicators: ['pmi', 'registered_unemployment_rate', 'new_benefit_claims'],
} as const;
const usual = usualSettings(view);
const rulesBy = (choice: string) => (choice === 'v9' ? null : rules);

describe('settings', () => {
  test('the usual target is the first control rate that the data has', () => {
    expect(usual).toMatchObject({ on: 'registered_unemployment_rate', events: 'risen', rise: '0.5', within: '12' });
    expect(usualSettings({ ...view, indicators: ['pmi'] }).on).toBe('pmi');
    expect(usualSettings({ ...view, indicators: [] }).on).toBe('');
  });

  test('the address holds what differs from the usual, and gives it back', () => {
    const set: Settings = {
      ...usual,
      test: 'draft',
      events: 'given',
      csv: 'region_code,start,end\n*,2020-01,2020-06',
      lead: '9',
    };
    const free = freeOf(set, usual);
    expect(
      Object.entries(free)
        .filter(([, value]) => value !== null)
        .map(([key]) => key),
    ).toEqual(['test', 'events', 'csv', 'lead']);
    const kept = Object.fromEntries(Object.entries(free).filter((e): e is [string, string] => e[1] !== null));
    expect(settingsOf(kept, usual, '')).toEqual(set);
    expect(settingsOf({ events: 'nonsense', known: 'ever' }, usual, '')).toEqual(usual);
  });

  test('a long list stays out of the address', () => {
    const csv = `region_code,start,end\n${'*,2020-01,2020-06\n'.repeat(300)}`;
    expect(freeOf({ ...usual, events: 'given', csv }, usual).csv).toBeNull();
    expect(settingsOf({ events: 'given' }, usual, csv).csv).toBe(csv);
  });

  test('a form that holds becomes a query, in periods', () => {
    const { query, wrong } = queryOf(
      { ...usual, events: 'rise', rise: '1', since: '2019-01', until: '2020-12', known: 'then', against: 'draft' },
      view,
      rulesBy,
    );
    expect(wrong).toEqual([]);
    expect(query).toMatchObject({
      episodes: { kind: 'target', target: { indicator: 'registered_unemployment_rate', rise: 1, within: 12 } },
      margins: { before: 6, after: 12 },
      from: 2019 * 12,
      to: 2020 * 12 + 11,
      asKnown: true,
      leastEpisodes: 3,
    });
    expect(query!.sets).toHaveLength(2);
    const risen = queryOf({ ...usual, events: 'risen', rise: '0.5' }, view, rulesBy).query;
    expect(risen!.episodes).toEqual({
      kind: 'target',
      target: { indicator: 'registered_unemployment_rate', risen: 0.5, within: 12 },
    });
    const event = queryOf({ ...usual, events: 'event', on: 'pmi' }, view, rulesBy).query;
    expect(event!.episodes).toEqual({ kind: 'target', target: { indicator: 'pmi', reaches: 1 } });
  });

  test('every field that is wrong is named', () => {
    const bad: Settings = {
      ...usual,
      test: 'v9',
      on: 'nothing',
      rise: 'much',
      within: '0',
      lead: '1.5',
      after: '',
      since: '2019',
      until: '2020-13',
      least: '0',
    };
    const { query, wrong } = queryOf(bad, view, rulesBy);
    expect(query).toBeNull();
    expect([...wrong].toSorted()).toEqual(['after', 'lead', 'least', 'on', 'rise', 'since', 'test', 'until', 'within']);
    expect(queryOf({ ...usual, events: 'given' }, view, rulesBy).wrong).toEqual(['csv']);
    expect(queryOf({ ...usual, since: '2020-02', until: '2020-01' }, view, rulesBy).wrong).toEqual(['until']);
  });

  test('the alarm in the address', () => {
    expect(focusOf({ line: lineKey('a:b', 3), area: '150200' })).toEqual({
      ruleId: 'a:b',
      atLeast: 3,
      regionCode: '150200',
    });
    expect(focusOf({ line: lineKey(null, 2) })).toEqual({ ruleId: null, atLeast: 2, regionCode: null });
    expect(focusOf({ line: 'rule:7' })).toEqual({ ruleId: null, atLeast: 1, regionCode: null });
    expect(usualHoldOut({ first: 2017 * 12, count: 100, frequency: 'month', weekEndsOn: 6 })).toBe('2022-11');
  });
});

const scores: Scores = {
  months: {
    hit: 71,
    falseAlarm: 90,
    miss: 22,
    quiet: 537,
    recall: 0.7634,
    falseAlarmRate: 0.1435,
    precision: 0.441,
    noiseToSignal: 0.188,
    youden: 0.62,
    eventShare: 0.129,
  },
  episodes: {
    counted: 9,
    leftOut: 1,
    hits: 8,
    misses: 1,
    caught: 8 / 9,
    lead: { n: 8, median: -1.5, q1: -3, q3: 2 },
    onsetLead: { n: 8, median: 1, q1: 0, q3: 2 },
  },
  alarms: {
    spells: 12,
    perRegionDecade: 2,
    away: 3,
    shareAway: 0.25,
    periodsShareAway: 0.2,
    chanceAway: 0.68,
    periodsOn: 161,
    shareOn: 0.224,
    flipsPerYear: 0.4,
  },
};
const nothing: Scores = {
  months: {
    hit: 0,
    falseAlarm: 0,
    miss: 4,
    quiet: 9,
    recall: 0,
    falseAlarmRate: 0,
    precision: null,
    noiseToSignal: null,
    youden: 0,
    eventShare: 0.3,
  },
  episodes: {
    counted: 2,
    leftOut: 0,
    hits: 0,
    misses: 2,
    caught: 0,
    lead: { n: 0, median: null, q1: null, q3: null },
    onsetLead: { n: 0, median: null, q1: null, q3: null },
  },
  alarms: {
    spells: 0,
    perRegionDecade: 0,
    away: 0,
    shareAway: null,
    periodsShareAway: null,
    chanceAway: 0.7,
    periodsOn: 0,
    shareOn: 0,
    flipsPerYear: 0,
  },
};
const unknown: Scores = { ...nothing, alarms: { ...nothing.alarms, flipsPerYear: null } };
const line = (total: Scores, threshold: number | null): BacktestLine => ({ atLeast: 1, threshold, total });
const [one, two, three] = rules.ruleSet.rules;
const told = { events: 93, quiets: 627, auc: 0.893, best: null };
const set: BacktestSet = {
  discrimination: told,
  levels: [line(scores, null)],
  rules: [
    { rule: one!, statistic: told, lines: [line(nothing, 0.4)] },
    { rule: two!, statistic: told, lines: [line(unknown, 0.3)] },
    { rule: three!, statistic: told, lines: [] },
  ],
};
const rows = scoreRows(set);
const [level, quiet] = rows;
const cells = (row: (typeof rows)[number]) =>
  Object.fromEntries(FIGURES.map((spec) => [spec.key, Object.values(figureWords(spec, row, 'zh')).join('|')]));

describe('the table of scores', () => {
  test('alarms that never could speak are counted apart', () => {
    expect(rows.map((r) => r.key)).toEqual([':1', `${one!.id}:1`]);
    expect(silentRules(set)).toBe(2);
  });

  test('figures with chance and spread beside them; a lead is positive when early', () => {
    expect(cells(level!)).toMatchObject({
      hits: '8|',
      away: '25.0%|随机 68.0%',
      precision: '44.1%|随机 12.9%',
      noiseToSignal: '0.188|',
      lead: '1.5|−2.0 至 +3.0，n=8',
    });
  });

  test('what cannot be computed is a dash with the reason, never a zero', () => {
    expect(cells(quiet!)).toMatchObject({
      hits: '0|',
      away: '—|无警报',
      precision: '—|无警报',
      noiseToSignal: '—|查全率为零',
      lead: '—|无命中',
    });
  });

  test('the same as a file, at full length', () => {
    const [source, head, first, second] = scoresCsv([{ name: '=现行', rows }], ['演示数据'], 'zh').split('\n');
    expect(source).toBe('演示数据');
    const at = (name: string): number => head!.split(',').indexOf(name);
    expect(first!.split(',')[at('噪声信号比')]).toBe('0.188');
    expect(first!.split(',')[at('提前几期')]).toBe('1.5');
    expect([at('lead_q1'), at('lead_q3')].map((k) => first!.split(',')[k])).toEqual(['-2', '3']);
    expect(second!.split(',')[at('噪声信号比')]).toBe('');
    // A name that a spreadsheet would take for a formula is made harmless.
    expect(first!.startsWith('=')).toBe(false);
  });

  test('differences have a sign and are better or worse by what the figure means', () => {
    const figures = {
      recall: 0.1,
      falseAlarmRate: 0.02,
      precision: null,
      noiseToSignal: -0.05,
      youden: 0,
      auc: 0,
      caught: 0,
      medianLead: -2,
      shareAway: 0,
      shareOn: 0.03,
      perRegionDecade: 1,
      flipsPerYear: 0,
    };
    const by = (key: string) => differenceWords(FIGURES.find((s) => s.key === key)!, figures);
    expect(by('recall')).toMatchObject({ words: '+10.0', verdict: 'better' });
    expect(by('falseAlarmRate')).toMatchObject({ words: '+2.0', verdict: 'worse' });
    expect(by('noiseToSignal')).toMatchObject({ words: '−0.050', verdict: 'better' });
    // Two periods earlier.
    expect(by('lead')).toMatchObject({ words: '+2.0', verdict: 'better' });
    expect(by('shareOn')).toMatchObject({ words: '+3.0', verdict: null });
    expect(by('youden')).toMatchObject({ words: '0.000', verdict: null });
    expect(by('precision')).toMatchObject({ words: '—', verdict: null });
    expect(by('hits')).toMatchObject({ words: '—', verdict: null });
  });
});

describe('in sentences', () => {
  test('on how many it rests, how early, and whether that is better than chance', () => {
    expect(lineSentences(level!, 'month', 'zh')).toEqual([
      '9个可计事件中报出8个、漏报1个（88.9%）。',
      '报出的事件中，警报中位提前1.5个月，半数在−2至+3期之间（正为提前）。',
      '共12次警报，能判断的有25.0%开始时离事件很远；随意放置也会有68.0%：好于随机。',
      '警报亮着的时期占22.4%，每地区每年翻转0.40次，每地区每十年2.00次。',
    ]);
  });

  test('what is missing is said', () => {
    const words = lineSentences(quiet!, 'month', 'en');
    expect(words[0]).toBe('Of 2 episodes 0 were caught and 2 missed (0.0%).');
    expect(words[1]).toContain('never on');
    const none = { ...quiet!, total: { ...nothing, episodes: { ...nothing.episodes, counted: 0 } } };
    expect(lineSentences(none, 'month', 'en')[0]).toContain('no episode to score');
    const near = { ...quiet!, total: { ...nothing, alarms: { ...nothing.alarms, spells: 3, shareAway: 0.1 } } };
    expect(lineSentences(near, 'month', 'en')[1]).toContain('yet none within the window');
    const far = { ...quiet!, total: { ...nothing, alarms: { ...nothing.alarms, spells: 3, shareAway: 0.9 } } };
    expect(lineSentences(far, 'month', 'en')[1]).toContain('no better than chance');
  });
});
