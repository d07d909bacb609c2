import { monthPeriod, parseDay } from '../../../src/base/period';
import type { BoundFigure, Briefing, Page, Sentence } from '../../../src/briefing/briefing';
import type { ExhibitOf } from '../../../src/briefing/exhibits/exhibit';

export const figure = (over: Partial<BoundFigure> = {}): BoundFigure => ({
  key: 'surveyed_unemployment_rate@150000@2026-10',
  indicatorId: 'surveyed_unemployment_rate',
  regionCode: '150000',
  period: '2026-10',
  value: 5.4,
  unit: 'percent',
  knownOn: '2026-11-10',
  said: '5.4%',
  ...over,
});

export const sentence = (id: string, text: string, over: Partial<Sentence> = {}): Sentence => ({
  id,
  text,
  figures: [],
  byHand: null,
  moved: null,
  ...over,
});

export const page = (id: string, heading: string, over: Partial<Page> = {}): Page => ({
  id,
  heading,
  sentences: [],
  exhibit: null,
  notes: '',
  notesByHand: false,
  headingByHand: false,
  ...over,
});

export const tape = (levels: Readonly<Record<string, readonly number[]>>): ExhibitOf<'level-tape'> => ({
  id: 'level-tape',
  kind: 'level-tape',
  title: '乌海市升至Ⅱ级',
  subtitle: '2026年9—10月，等级',
  description: '两个月的等级。',
  source: '演示数据，数据截至2026年11月10日',
  table: { columns: [{ name: '地区', unit: '', align: 'start' }], rows: [] },
  data: {
    frequency: 'month',
    weekEndsOn: 6,
    first: monthPeriod(2026, 9),
    labels: ['9月', '10月'],
    rows: Object.entries(levels).map(([name, row], i) => ({
      code: String(i),
      name,
      short: name,
      whole: false,
      levels: row,
    })),
  },
});

/** A small monthly one, complete in its head: a check of it finds only what a test puts in. */
export const briefing = (over: Partial<Briefing> = {}): Briefing => ({
  form: 1,
  ask: { kind: 'monthly', period: monthPeriod(2026, 10), regionCode: null, since: null },
  frequency: 'month',
  weekEndsOn: 6,
  lang: 'zh',
  title: '内蒙古自治区失业风险监测预警月报',
  subtitle: '2026年10月',
  issuer: '某某办公室',
  number: '第10期',
  date: '2026年11月12日',
  to: '自治区政府办公厅',
  pages: [
    page('overview', '总体研判', {
      sentences: [sentence('overall.rate', '10月城镇调查失业率5.4%。', { figures: [figure()] })],
      exhibit: tape({ 乌海市: [1, 3], 包头市: [0, 0] }),
    }),
    page('changes', '变化情况', { sentences: [sentence('changes.none', '各地等级均无变化。')] }),
  ],
  removed: [],
  sourceLine: '来源：演示数据',
  basisLine: '规则集 1.0',
  vintage: { asOf: null, knownOn: parseDay('2026-11-10'), fingerprint: 'a'.repeat(64) },
  demonstration: '',
  definitions: [],
  byHand: [],
  ...over,
});
