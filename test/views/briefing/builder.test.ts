import { describe, expect, it } from 'vitest';
import { defaultCatalogue, defaultRegionTree } from '../../../src/base/catalogue';
import { monthPeriod } from '../../../src/base/period';
import type { BriefingAsk } from '../../../src/briefing/briefing';
import { EXHIBIT_KINDS } from '../../../src/briefing/exhibits/exhibit';
import type { Spell } from '../../../src/response/warnings/spell';
import {
  askBefore,
  episodesOf,
  freeName,
  isSameAsk,
  periodFor,
  periodsFor,
} from '../../../src/views/briefing/builder/desk/ask';
import { changedSentences, handCount } from '../../../src/views/briefing/builder/marks';
import { briefingText } from '../../../src/views/briefing/builder/out/copy-text';
import { CHART_ABOUT, chartsOf } from '../../../src/views/briefing/builder/own-charts';
import { figureLine } from '../../../src/views/briefing/builder/side/figure-words';
import { CHART_NAMES } from '../../../src/views/briefing/kind-text';
import { briefing, figure, page, sentence, tape } from './make-briefing';

const MONTHS = { frequency: 'month', first: monthPeriod(2026, 1), count: 11, latest: monthPeriod(2026, 10) } as const;

describe('what can be asked for', () => {
  it('a quarterly one ends with a quarter, the others with any month, newest first', () => {
    expect(periodsFor('quarterly', MONTHS)).toEqual([monthPeriod(2026, 9), monthPeriod(2026, 6), monthPeriod(2026, 3)]);
    expect(periodsFor('monthly', MONTHS)).toHaveLength(11);
    expect(periodsFor('quarterly', { ...MONTHS, frequency: 'quarter' })).toHaveLength(11);
    expect(periodFor('quarterly', monthPeriod(2026, 10), MONTHS)).toBe(monthPeriod(2026, 9));
    expect(periodFor('monthly', monthPeriod(2026, 10), MONTHS)).toBe(monthPeriod(2026, 10));
    expect(periodFor('quarterly', monthPeriod(2026, 2), MONTHS)).toBeNull();
  });

  it('episodes are those of the region that had begun by then', () => {
    const spell = (regionCode: string, since: number) => ({ regionCode, since }) as Spell;
    const spells = [spell('1', 10), spell('1', 20), spell('2', 5), spell('1', 30)];
    expect(episodesOf(spells, '1', 20).map((s) => s.since)).toEqual([20, 10]);
  });

  it('the one before a monthly is a month, before a quarterly a quarter back', () => {
    const ask: BriefingAsk = { kind: 'quarterly', period: 100, regionCode: null, since: null };
    expect(askBefore(ask, 'month').period).toBe(97);
    expect(askBefore(ask, 'quarter').period).toBe(99);
    expect(askBefore({ ...ask, kind: 'special' }, 'month').period).toBe(99);
    expect(isSameAsk(ask, { ...ask })).toBe(true);
    expect(isSameAsk(ask, { ...ask, since: 3 })).toBe(false);
  });

  it('a name is not given twice', () => {
    const numbered = (n: number): string => `月报（${n}）`;
    expect(freeName('月报', [], numbered)).toBe('月报');
    expect(freeName('月报', ['月报', '月报（2）'], numbered)).toBe('月报（3）');
  });
});

describe('what a hand has done', () => {
  const by = sentence('overall.rate', '甲', { byHand: { generated: '乙' } });
  const moved = { ...by, moved: { generated: '丙', figures: [] } };

  it('is counted: sentences, headings, notes, pages and head fields', () => {
    expect(handCount(briefing())).toBe(0);
    const pages = [
      page('overview', '总体研判', { sentences: [by], headingByHand: true, notesByHand: true }),
      page('own-1', '补充', {
        sentences: [sentence('own-1', '丁', { byHand: { generated: '' } })],
        headingByHand: true,
      }),
    ];
    expect(handCount(briefing({ pages, byHand: ['date'], removed: ['targets'] }))).toBe(7);
  });

  it('and what an update would change is counted by sentences', () => {
    const before = { pages: [page('a', '甲', { sentences: [by, sentence('x', '一')] })] };
    expect(changedSentences(before, before)).toBe(0);
    expect(changedSentences(before, { pages: [page('a', '甲', { sentences: [moved, sentence('y', '一')] })] })).toBe(3);
  });
});

describe('charts of one’s own', () => {
  it('every kind has a name and says what it can be about', () => {
    expect(Object.keys(CHART_ABOUT)).toEqual([...EXHIBIT_KINDS]);
    expect(Object.keys(CHART_NAMES)).toEqual([...EXHIBIT_KINDS]);
  });

  it('are asked for anew by kind and subject; generated ones are not', () => {
    const about = { ...tape({}), id: 'level-tape:150300' };
    const pages = [page('course', '历程', { exhibit: tape({}) }), page('own-2', '补充', { exhibit: about })];
    expect(chartsOf({ pages })).toEqual([{ page: 'own-2', kind: 'level-tape', about: '150300' }]);
  });
});

describe('a bound figure in words', () => {
  const names = { tree: defaultRegionTree(), catalogue: defaultCatalogue(), weekEndsOn: 6 };
  const indicator = defaultCatalogue().indicators[0]!;

  it('tells region, indicator, period and day', () => {
    const line = figureLine(figure({ indicatorId: indicator.id, key: `${indicator.id}@150000@2026-10` }), names, 'zh');
    expect(line).toMatchObject({
      said: '5.4%',
      exact: '',
      what: indicator.name.zh,
      region: '内蒙古自治区',
      period: '2026年10月',
      at: '2026-10',
      knownOn: '2026-11-10',
    });
  });

  it('gives the number in full where the text rounds or shortens it', () => {
    const exact = (over: Parameters<typeof figure>[0]): string => figureLine(figure(over), names, 'zh').exact;
    expect(exact({ value: 5.43, said: '5.4%' })).toBe('5.43%');
    expect(exact({ value: 182_954, unit: 'persons', said: '18.3万人' })).toBe('182,954人');
    expect(exact({ value: -0.3, unit: 'points', said: '0.3个百分点' })).toBe('');
    expect(exact({ value: null })).toBe('');
  });

  it('tells the treatment, and what is counted', () => {
    const onYear = figure({ indicatorId: indicator.id, key: `${indicator.id}@150000@2026-10:onYear` });
    expect(figureLine(onYear, names, 'zh').what).toBe(`${indicator.name.zh}，同比`);
    const counted = figure({ indicatorId: null, key: 'count.warned@150000@2026-10', value: 3, unit: '' });
    expect(figureLine(counted, names, 'en').what).toBe('regions, counted by level and data');
    expect(figureLine(figure({ indicatorId: null, key: 'level@150300@2026-10' }), names, 'en').what).toBe('level');
  });

  it('keeps the code of what the data does not know, and a period that is none', () => {
    const line = figureLine(figure({ regionCode: '999999', indicatorId: 'gone', period: '' }), names, 'zh');
    expect(line).toMatchObject({ region: '999999', what: 'gone', period: '', at: null });
  });
});

it('the text to be copied has the mark, numbered headings, sentences and what each chart says', () => {
  expect(briefingText(briefing({ demonstration: '演示数据' }))).toBe(
    [
      '【演示数据】\n内蒙古自治区失业风险监测预警月报\n2026年10月',
      '一、总体研判\n10月城镇调查失业率5.4%。\n乌海市升至Ⅱ级',
      '二、变化情况\n各地等级均无变化。',
      '来源：演示数据\n',
    ].join('\n\n'),
  );
  const english = briefing({ lang: 'en', title: 'Monthly', subtitle: 'Oct 2026' });
  expect(briefingText(english)).toMatch(/^Monthly\nOct 2026\n\n1\. 总体研判/);
});
