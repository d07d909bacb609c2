import { describe, expect, test } from 'vitest';
import { dayOf } from '../../../src/base/period';
import { INSUFFICIENT as X } from '../../../src/base/level';
import type { Lang } from '../../../src/base/text';
import { EXHIBIT_BUILDERS } from '../../../src/briefing/exhibits/build';
import type { ExhibitKind } from '../../../src/briefing/exhibits/exhibit';
import type { BriefingFacts, RegionFacts } from '../../../src/briefing/facts/facts';
import { at, course, endFacts, factsOf, indicatorFacts, regionFacts, shares } from './make-facts';

const title = (kind: ExhibitKind, facts: BriefingFacts, lang: Lang = 'zh', about?: string): string | null =>
  EXHIBIT_BUILDERS[kind](facts, lang, about)?.title ?? null;
const parts = (...all: RegionFacts[]): BriefingFacts => factsOf({ parts: all });
const quiet = ['D', 'E', 'F', 'G', 'H', 'I'].map((code) => at(code, 0));

describe('the finding of a map of levels', () => {
  test.each([
    [
      'who is at Ⅱ or above, how many more are warned, how many are not, how many cannot be told',
      [at('A', 4), at('B', 3), at('C', 1), at('J', X), ...quiet],
      'A和B处于Ⅱ级及以上，另有1个处于Ⅳ级，其余6个盟市无预警，1个数据不足',
      'A and B stand at level Ⅱ or above; 1 more at level Ⅳ; no warning in the other 6; 1 cannot be judged',
    ],
    [
      'all named ones at one level: that level',
      [at('A', 3), at('B', 3), at('D', 0)],
      'A和B处于Ⅱ级，其余1个盟市无预警',
      'A and B stand at level Ⅱ; no warning in the other one',
    ],
    [
      'no Ⅱ: whoever is highest',
      [at('A', 2), at('B', 1), at('C', 1), ...quiet],
      'A处于Ⅲ级，另有2个处于Ⅳ级，其余6个盟市无预警',
      'A stands at level Ⅲ; 2 more at level Ⅳ; no warning in the other 6',
    ],
    [
      'more of different levels',
      [at('A', 4), at('B', 2), at('C', 1)],
      'A处于Ⅰ级，另有2个处于其他预警等级',
      'A stands at level Ⅰ; 2 more at a lower warning level',
    ],
    [
      'many are counted',
      [...['A', 'B', 'C', 'D', 'E'].map((code) => at(code, 3)), at('F', 0)],
      'A、B等5个盟市处于Ⅱ级，其余1个盟市无预警',
      '5 leagues and cities stand at level Ⅱ; no warning in the other one',
    ],
    ['all alike', [at('A', 2), at('B', 2)], '2个盟市均处于Ⅲ级', 'All 2 leagues and cities stand at level Ⅲ'],
    ['nothing happens', quiet, '6个盟市均无预警', 'No warning in any of the 6 leagues and cities'],
    [
      'nothing happens where it can be told',
      [at('A', X), ...quiet],
      '6个盟市无预警，1个数据不足',
      'No warning in 6 leagues and cities; 1 cannot be judged',
    ],
    [
      'nothing can be told',
      [at('A', X), at('B', X)],
      '2个盟市均数据不足，不能判断',
      'None of the 2 leagues and cities can be judged: insufficient data',
    ],
  ] as const)('%s', (_, all, zh, en) => {
    expect(title('level-map', parts(...all))).toBe(zh);
    expect(title('level-map', parts(...all), 'en')).toBe(en);
    // Without ends the tiles are the same regions.
    expect(title('tile-map', parts(...all))).toBe(zh);
  });

  test('parts beyond the most that are told in full are counted, too', () => {
    const facts = factsOf({ parts: [at('A', 3), at('B', 0)], rest: [endFacts('C', 'C', 0), endFacts('D', 'D', 0)] });
    expect(title('level-map', facts)).toBe('A处于Ⅱ级，其余3个盟市无预警');
  });

  test('tiles: where most of the warned ones lie', () => {
    const ends = [endFacts('a', 'A', 4), endFacts('b', 'A', 1), endFacts('c', 'B', 1), endFacts('d', 'B', X)];
    const facts = factsOf({ parts: [at('A', 1), at('B', 0)], ends });
    expect(title('tile-map', facts)).toBe('4个旗县市区中3个处于预警等级，A最多（2个），1个处于Ⅱ级及以上，1个数据不足');
    const inOne = factsOf({ parts: [at('A', 1), at('B', 0)], ends: [ends[0]!, endFacts('e', 'B', 0)] });
    expect(title('tile-map', inOne)).toBe('2个旗县市区中1个处于Ⅱ级及以上，均在A');
  });

  test('a scheme with names of its own is told by them', () => {
    const own = at('A', 3);
    const levelNames = [0, 1, 2, 3, 4].map((n) => ({ numeral: '', name: { zh: `第${n}灯`, en: `lamp ${n}` } }));
    const named = { ...own, derivation: { ...own.derivation, levelNames } } as unknown as RegionFacts;
    const exhibit = EXHIBIT_BUILDERS['level-map'](parts(named, at('B', 0)), 'zh')!;
    expect(exhibit.title).toBe('A处于第3灯，其余1个盟市无预警');
    expect(exhibit.description).toContain('第3灯：A市；第0灯：B市');
  });
});

describe('levels over time', () => {
  const of = (...last: number[]): Partial<RegionFacts> => ({ levels: course(last, 0) });

  test('who was high longest; several; nobody', () => {
    const long = [regionFacts('A', of(3, 4, 0)), regionFacts('B', of(3, 1)), regionFacts('C')];
    expect(title('level-tape', parts(...long))).toBe('2024年11月以来，A市处于Ⅱ级及以上的时间最长（2个月）');
    const tied = [regionFacts('A', of(3, 0)), regionFacts('B', of(4)), regionFacts('C')];
    expect(title('level-tape', parts(...tied))).toBe('2024年11月以来，A市和B市处于Ⅱ级及以上的时间最长（均为1个月）');
    const many = ['A', 'B', 'C', 'D'].map((code) => regionFacts(code, of(3)));
    expect(title('level-tape', parts(...many), 'en')).toBe(
      'Since Nov 2024, 4 regions have been at level Ⅱ or above for 1 month, the longest of all',
    );
    expect(title('level-tape', parts(regionFacts('A', of(2)), regionFacts('B')))).toBe('2024年11月以来无Ⅱ级及以上预警');
    expect(title('level-tape', parts(regionFacts('A'), regionFacts('B')))).toBe('2024年11月以来无预警');
  });

  test('one region alone: at what, since when; none that was ever judged', () => {
    expect(title('level-tape', factsOf({ whole: regionFacts('A', of(2, 2)) }))).toBe(
      'A市自2026年9月起处于Ⅲ级（黄色），已2个月',
    );
    const never = { levels: course([], X), index: course([], null) };
    expect(title('level-tape', parts(regionFacts('A', never), regionFacts('B', never)))).toBeNull();
    expect(title('diffusion-curve', parts(regionFacts('A', never), regionFacts('B', never)))).toBeNull();
  });

  test('shares: against the year before, of those graded, the grave ones besides', () => {
    const year = [1, ...Array<number>(11).fill(0)];
    const facts = parts(regionFacts('A', of(...year, 3)), regionFacts('B', of(1)), at('C', 0), at('D', X));
    expect(title('diffusion-curve', facts)).toBe(
      '66.7%的盟市处于预警等级，比上年同期高41.7个百分点，33.3%处于Ⅱ级及以上',
    );
    expect(title('diffusion-curve', parts(at('A', 0), at('B', 0)))).toBe('2个盟市均无预警，与上年同期相同');
    expect(title('diffusion-curve', parts(at('A', 4), at('B', 3)), 'en')).toBe(
      'All 2 leagues and cities at level Ⅱ or above; 100.0 percentage points more than a year before',
    );
    const three = { ...facts, rules: { ...facts.rules, schemeLevels: [1, 2, 3] as const } };
    expect(EXHIBIT_BUILDERS['diffusion-curve'](three, 'zh')!.data.series.map(({ level }) => level)).toEqual([1, 2, 3]);
  });
});

describe('the index', () => {
  const of = (code: string, before: number | null, now: number | null): RegionFacts =>
    regionFacts(code, { index: course([before, now], before) });

  test('highest and most risen: the same, another, none, all alike', () => {
    expect(title('ranked-bars', parts(of('A', 40, 62.3), of('B', 10, 12)))).toBe(
      'A市综合指数最高（62.3），较上月上升也最多（+22.3）',
    );
    expect(title('ranked-bars', parts(of('A', 62, 61), of('B', 10, 12)))).toBe(
      'A市综合指数最高（61.0），B市较上月上升最多（+2.0）',
    );
    expect(title('ranked-bars', parts(of('A', 62, 61), of('B', 12, 12)))).toBe(
      'A市综合指数最高（61.0），没有盟市较上月上升',
    );
    expect(title('ranked-bars', parts(of('A', 0, 0), of('B', 0, 0)), 'en')).toBe(
      'Composite index at 0.0 in all 2 leagues and cities; none has changed from the month before',
    );
    expect(title('ranked-bars', parts(of('A', 5, 5.02), of('B', 6, 5.04), of('C', 1, 1)))).toBe(
      'B市和A市综合指数最高（5.0），没有盟市较上月上升',
    );
    expect(title('ranked-bars', parts(of('A', 5, null), of('B', 6, null)))).toBeNull();
    const [, second] = EXHIBIT_BUILDERS['ranked-bars'](parts(of('A', 5, null), of('B', 6, 7)), 'zh')!.data.rows;
    expect([second!.code, second!.value, second!.change]).toEqual(['A', null, null]);
  });

  test('a year ago and now', () => {
    const since = (code: string, then: number | null, now: number): RegionFacts =>
      regionFacts(code, { index: course([then, ...Array<number>(11).fill(0), now], 0) });
    expect(title('slope', parts(since('A', 10, 30), since('B', 20, 10), since('C', 1, 1)))).toBe(
      '3个盟市中1个综合指数高于上年同期，A市上升最多（由10.0到30.0）',
    );
    expect(title('slope', parts(since('A', 30, 30), since('B', 20, 10)))).toBe(
      '2个盟市综合指数均未高于上年同期，B市下降最多（由20.0到10.0）',
    );
    expect(title('slope', parts(since('A', 30, 30), since('B', 20, 20)))).toBe('2个盟市综合指数均与上年同期相同');
    expect(title('slope', parts(since('A', 1, 2), since('B', 1, 2)))).toMatch(/^2个盟市综合指数均高于上年同期/);
    // One region that has both ends is no comparison.
    expect(title('slope', parts(since('A', 30, 30), since('B', null, 20)))).toBeNull();
  });

  test('what moved it: up, down, families that offset one another, too little to see', () => {
    const moved = (before: number, now: number, was: Parameters<typeof shares>[0], is: Parameters<typeof shares>[0]) =>
      factsOf({
        whole: regionFacts('A', {
          index: course([before, now], 0),
          contributions: { before: shares(was), now: shares(is) },
        }),
      });
    const up = moved(10, 15.1, { employment: 10 }, { employment: 14, macro: 1.1 });
    expect(title('index-waterfall', up)).toBe('A市综合指数较上月上升5.1至15.1，主要来自就业失业重点指标（+4.0）');
    const { steps } = EXHIBIT_BUILDERS['index-waterfall'](up, 'zh')!.data;
    expect(steps.map(({ id }) => id)).toEqual(['employment', 'macro']);
    const down = moved(15, 10, { employment: 10, macro: 5 }, { employment: 9, macro: 1 });
    expect(title('index-waterfall', down, 'en')).toBe(
      'A City: index down 5.0 from the month before, to 10.0; above all Macro economy (−4.0)',
    );
    const offset = moved(10, 10, { employment: 10 }, { employment: 7, macro: 3 });
    expect(title('index-waterfall', offset)).toBe(
      'A市综合指数较上月持平，为10.0，各族变化相抵，最大为就业失业重点指标（−3.0）',
    );
    expect(title('index-waterfall', moved(10, 10.02, { macro: 10 }, { macro: 10.02 }))).toBeNull();
    const hidden = moved(10.04, 10.16, { employment: 10.04 }, { employment: 10.08, market: 0.08 });
    expect(EXHIBIT_BUILDERS['index-waterfall'](hidden, 'zh')!.subtitle).toContain('各项四舍五入');
    expect(EXHIBIT_BUILDERS['index-waterfall'](up, 'zh')!.subtitle).not.toContain('四舍五入');
  });
});

describe('drivers', () => {
  type Levels = readonly (readonly [indicatorId: string, level: number])[];
  const warned = (code: string, level: 1 | 2 | 3 | 4, signals: Levels): RegionFacts => {
    const region = at(code, level);
    const made = signals.map(([indicatorId, one]) => ({ indicatorId, level: one, severity: one, state: 'active' }));
    const families = [{ kind: 'family', family: 'employment', level, signals: made }];
    return { ...region, derivation: { ...region.derivation, families } } as unknown as RegionFacts;
  };

  test('of several rules on an indicator the gravest; insufficient only where none can tell; nothing where none applies', () => {
    const facts = parts(
      warned('A', 3, [
        ['reported_layoffs', 1],
        ['reported_layoffs', 3],
        ['reported_layoffs', X],
        ['seekers', X],
      ]),
      warned('B', 1, [
        ['seekers', 1],
        ['reported_layoffs', 0],
      ]),
      warned('C', 1, [['reported_layoffs', 2]]),
    );
    const { columns, rows } = EXHIBIT_BUILDERS['driver-heatmap'](facts, 'zh')!.data;
    expect(columns.map(({ id }) => id)).toEqual(['reported_layoffs', 'seekers']);
    expect(rows.map(({ code, cells }) => [code, cells])).toEqual([
      ['A', [3, X]],
      ['B', [0, 1]],
      ['C', [2, null]],
    ]);
    expect(title('driver-heatmap', facts)).toBe('3个预警盟市中，规模裁员信号出现最多（2个）');
  });

  test('one indicator alone is no map; of very many the most telling are shown and the others named', () => {
    expect(title('driver-heatmap', parts(warned('A', 3, [['seekers', 2]])))).toBeNull();
    const ids = Object.keys(factsOf().indicators).slice(0, 16);
    const many = warned(
      'A',
      3,
      ids.map((id, i) => [id, i < 2 ? 1 : 2]),
    );
    const exhibit = EXHIBIT_BUILDERS['driver-heatmap'](parts(many), 'zh')!;
    expect(exhibit.data.columns.map(({ id }) => id).toSorted()).toEqual(ids.slice(2).toSorted());
    expect(exhibit.subtitle).toContain('另有2项指标未列');
    expect(exhibit.description).toMatch(/未列的：调查失业率和登记失业率。$/);
  });
});

describe('figures', () => {
  const rates = (...values: (number | null)[]): BriefingFacts =>
    factsOf({
      parts: values.map((_, i) => at('ABCDEFGH'[i]!, 0)),
      figures: values.map((value, i) =>
        indicatorFacts('registered_unemployment_rate', 'ABCDEFGH'[i]!, [value], {
          onYear: value === null ? null : { kind: 'points', value: value - 3.3, joint: false },
          ...(value === null ? { at: null } : {}),
        }),
      ),
    });

  test('highest and lowest, and in how many it has risen', () => {
    const said = (facts: BriefingFacts): string | null =>
      title('ranked-bars', facts, 'zh', 'registered_unemployment_rate');
    expect(said(rates(3.2, 4.8, 3.3))).toBe('B市城镇登记失业率最高（4.80%），A市最低（3.20%），3个盟市中1个同比上升');
    expect(said(rates(3.2, 3.1))).toMatch(/2个盟市无一同比上升$/);
    expect(said(rates(3.5, 3.6))).toMatch(/2个盟市均同比上升$/);
    expect(said(rates(3.5, 3.5))).toBe('2个盟市城镇登记失业率均为3.50%，2个盟市均同比上升');
    expect(said(rates(3.5, null))).toBe('A市城镇登记失业率3.50%');
    expect(said(rates(null, null))).toBeNull();
  });

  test('who has no figure of the period is told, and is no zero', () => {
    const exhibit = EXHIBIT_BUILDERS['ranked-bars'](rates(3.2, null, 4), 'zh', 'registered_unemployment_rate')!;
    expect(exhibit.description).toMatch(/B市无可比数据。$/);
    expect(exhibit.data.rows.map(({ value }) => value)).toEqual([4, 3.2, null]);
    const facts = rates(3.2, 3.4);
    const late = { ...facts.figures[1]!, at: facts.period - 1 };
    const rows = EXHIBIT_BUILDERS['ranked-bars'](
      { ...facts, figures: [facts.figures[0]!, late] },
      'zh',
      'registered_unemployment_rate',
    )!.data.rows;
    expect(rows.map(({ code, value }) => [code, value])).toEqual([
      ['A', 3.2],
      ['B', null],
    ]);
  });

  test('seekers and openings: per head only where all labour forces are known', () => {
    const market = (labourForce: number | null, openings: number): BriefingFacts =>
      factsOf({
        parts: [at('A', 1), { ...at('B', 0), labourForce }],
        figures: [
          indicatorFacts('seekers', 'A', [10]),
          indicatorFacts('openings', 'A', [5]),
          indicatorFacts('seekers', 'B', [10]),
          indicatorFacts('openings', 'B', [openings]),
        ],
      });
    const known = EXHIBIT_BUILDERS['supply-demand'](market(2000, 20), 'zh')!;
    expect(known.data.points.map(({ x, y }) => [x, y])).toEqual([
      [10, 5],
      [5, 10],
    ]);
    expect(known.title).toBe('2个盟市中1个岗位少于求职者，A最紧（求人倍率0.50）');
    const unknown = EXHIBIT_BUILDERS['supply-demand'](market(null, 20), 'zh')!;
    expect([unknown.data.points[1]!.x, unknown.data.x.unit]).toEqual([10, '人']);
    expect(title('supply-demand', market(2000, 6), 'en')).toMatch(/^Fewer openings than seekers in all 2/);
    const enough = market(2000, 20);
    const plenty = enough.figures.map((one) =>
      one.indicatorId === 'openings' && one.regionCode === 'A' ? indicatorFacts('openings', 'A', [12]) : one,
    );
    expect(title('supply-demand', { ...enough, figures: plenty })).toBe(
      '2个盟市岗位均不少于求职者，A最低（求人倍率1.20）',
    );
  });

  test('targets: behind, all behind, on schedule, the whole before the parts', () => {
    const target = (code: string, share: number) =>
      indicatorFacts('new_urban_jobs', code, [share * 10], { target: { goal: 1000, share, due: 80, usual: null } });
    const told = (whole: number, ...all: number[]): string | null =>
      title(
        'target-bullets',
        factsOf({
          whole: regionFacts('W'),
          parts: all.map((_, i) => at('ABC'[i]!, 0)),
          figures: [target('W', whole), ...all.map((share, i) => target('ABC'[i]!, share))],
        }),
      );
    expect(told(85, 70, 90)).toBe('W完成全年目标的85.0%，2个盟市中1个落后时序进度，A市差距最大，落后10.0个百分点');
    expect(told(75, 70, 79)).toBe('W完成全年目标的75.0%，2个盟市均落后时序进度，A市差距最大，落后10.0个百分点');
    expect(told(85, 81, 90)).toBe('W完成全年目标的85.0%，2个盟市均达到时序进度');
    expect(told(75)).toBe('W市落后时序进度5.0个百分点');
    expect(title('target-bullets', factsOf({ whole: regionFacts('W') }))).toBeNull();
  });
});

describe('what stands below', () => {
  const source = (over: Partial<BriefingFacts>, kind: 'level-map' | 'ranked-bars' = 'level-map', lang: Lang = 'zh') =>
    EXHIBIT_BUILDERS[kind](factsOf({ parts: [at('A', 1), at('B', 0)], ...over }), lang)!.source;

  test('sources, the day of the newest figure, the day of knowledge, the rules and that their lines are ours', () => {
    const sources = ['甲', '乙', '丙'].map((zh) => ({ zh, en: `S${zh.charCodeAt(0)}` }));
    expect(source({ sources: sources.slice(0, 2), knownOn: dayOf(2026, 11, 9), asOf: dayOf(2026, 11, 10) })).toMatch(
      /^来源：甲和乙；数据截至2026年11月9日（2026年11月10日时点）；默认规则集\d+\.\d+\.\d+版（预警线为软件默认，非政策规定）$/,
    );
    expect(source({ sources })).toMatch(/^来源：甲、乙等3个来源；默认规则集/);
    expect(source({ asOf: dayOf(2026, 11, 10) }, 'level-map', 'en')).toMatch(/^as known on 10 Nov 2026; /);
  });

  test('invented figures say so first, and name no source', () => {
    expect(source({ demonstration: true, sources: [{ zh: '甲', en: 'A' }] })).toMatch(/^演示数据，非真实统计；默认/);
  });

  test('lines that are not ours are not called so', () => {
    const facts = factsOf();
    const all = facts.rules.all.map((rule) => ({ ...rule, basis: { ...rule.basis, kind: 'user' as const } }));
    expect(source({ rules: { ...facts.rules, all } })).not.toContain('默认，');
  });
});
