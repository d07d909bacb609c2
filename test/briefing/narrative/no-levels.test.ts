import { describe, expect, it } from 'vitest';
import { defaultCatalogue } from '../../../src/base/catalogue';
import { parsePeriod, type Period } from '../../../src/base/period';
import type { RegionTree } from '../../../src/base/regions';
import type { BriefingAsk } from '../../../src/briefing/briefing';
import { collectFacts } from '../../../src/briefing/facts/collect';
import type { BriefingFacts } from '../../../src/briefing/facts/facts';
import { figuresOf } from '../../../src/briefing/facts/find';
import { makeBriefing } from '../../../src/briefing/make-briefing';
import { buildPanels } from '../../../src/panel/build';
import { batchOf, type Row, treeOf } from '../../panel/make-panel';
import { askFor, month, worldOf } from '../facts/make-world';

/** What a briefing says where there is no level, no figure of the whole, or very much: never more than the figures tell. */

function factsOf(
  rows: readonly Row[],
  tree: RegionTree,
  period: Period,
  ask: Partial<BriefingAsk> = {},
): BriefingFacts {
  const { panels } = buildPanels([batchOf(rows)], tree, defaultCatalogue());
  return collectFacts(worldOf(panels, null, period), askFor(period, ask));
}

function briefingOf(facts: BriefingFacts, lang: 'zh' | 'en' = 'zh') {
  const { pages, definitions } = makeBriefing(facts, lang, '');
  const said = new Map(pages.flatMap(({ sentences }) => sentences).map(({ id, text }) => [id, text]));
  return { pages, definitions, said };
}

const MONTHS = Array.from(
  { length: 36 },
  (_, i) => `${2021 + Math.floor(i / 12)}-${String(1 + (i % 12)).padStart(2, '0')}`,
);
const LAST = month('2023-12');
const series = (code: string, indicator: string, value: (i: number) => number): Row[] =>
  MONTHS.map((period, i): Row => [code, indicator, period, value(i)]);

const province = treeOf({ P: '', a: 'P', b: 'P', c: 'P' });

describe('figures of quarters, which no rule grades', () => {
  const quarters = Array.from({ length: 12 }, (_, i) => `${2021 + Math.floor(i / 4)}-Q${1 + (i % 4)}`);
  const rows = ['P', 'a', 'b', 'c'].flatMap((code) =>
    quarters.map((period, i): Row => [code, 'unemployment_rate', period, 4 + (i % 4)]),
  );
  const facts = factsOf(rows, province, parsePeriod('2023-Q4')!.period);
  const { said } = briefingOf(facts);

  it('have no level, and so neither warn nor stay as they were', () => {
    expect(said.get('overall.level')).toBe('2023年四季度，P没有应出结果的规则，不能判定总体等级。');
    expect(said.get('overall.counts')).toBe('3个旗县市区中，数据不足3个（a、b、c）。');
    expect(said.has('overall.compared')).toBe(false);
    expect(said.get('changes.none')).toBe('本期没有可判定的等级，与上季度相比有无变化不能判断。');
    expect(said.get('changes.quiet')).toBe('本期没有规则出结果，信号有无变化不能判断。');
    expect(said.get('where.none')).toBe('各旗县市区均数据不足，风险在哪里不能判断。');
  });

  it('are not said to be late, and the plan is not said to ask for nothing', () => {
    expect(said.has('suggestions.none')).toBe(false);
    expect(said.has('suggestions.unsure')).toBe(false);
    expect(said.get('suggestions.ruleless')).toBe('没有应出结果的规则、不能判定等级的3个地区：a、b、c。');
  });
});

describe('a month in which one of three cities is late', () => {
  const late = (row: Row): boolean => row[0] === 'c' && row[2] === '2023-12';
  const rows = ['a', 'b', 'c'].flatMap((code) => series(code, 'new_benefit_claims', () => 100));
  const facts = factsOf(
    rows.filter((row) => !late(row)),
    province,
    LAST,
  );

  it('has no sum of the province: the newest whole one is told, and what is missing is named', () => {
    const claims = figuresOf(facts, 'new_benefit_claims', 'P')!;
    expect([claims.at, claims.value, claims.partial]).toEqual([LAST - 1, 300, true]);
    expect(claims.values.at(-1)).toBeNull();
    const { said } = briefingOf(facts);
    expect(said.get('overall.figure.new_benefit_claims')).toBe('11月，P新申领失业保险金人数300人，与上年同期持平。');
    expect(said.get('data.partial')).toBe('P有1项指标因部分下级地区本期未报，不列合计数：新申领失业保险金人数。');
    expect(briefingOf(factsOf(rows, province, LAST)).said.has('data.partial')).toBe(false);
  });
});

describe('changes', () => {
  const told = (rows: readonly Row[]) => briefingOf(factsOf(rows, treeOf({ P: '' }), LAST));

  it('of rates have as many decimals as the rates', () => {
    const { said, definitions } = told(series('P', 'registered_unemployment_rate', (i) => (i === 35 ? 3.49 : 3.44)));
    expect(said.get('overall.figure.registered_unemployment_rate')).toContain('3.49%，同比上升0.05个百分点');
    // 失业率 is part of that name, and another indicator.
    expect(definitions.map(({ indicatorId }) => indicatorId)).toEqual(['registered_unemployment_rate']);
  });

  it('of growth below nought are changes of the fall', () => {
    const rows = series('P', 'industrial_output_yoy', (i) => (i < 24 ? -9 : -7));
    const { said } = briefingOf(factsOf(rows, treeOf({ P: '' }), LAST, { kind: 'special', regionCode: 'P' }));
    expect(said.get('region.P.figure.industrial_output_yoy')).toBe(
      '12月，P规模以上工业增加值同比下降7.0%，降幅比上年同期收窄2.0个百分点。',
    );
  });

  it('of the levels of very many regions are named so far as they can be read, and counted', () => {
    const codes = Array.from({ length: 40 }, (_, i) => `R${i}`);
    const flat = treeOf(Object.fromEntries(codes.map((code) => [code, ''])));
    const rows = codes.flatMap((code) => series(code, 'unemployment_rate_sa', (i) => (i >= 34 ? 9 : 4)));
    const rose = briefingOf(factsOf(rows, flat, month('2023-11'))).said.get('changes.rise')!;
    expect(rose).toMatch(/^与上月相比，等级上升的40个：R0由正常升至.*；其余20个从略。$/);
  });
});

it('draws each chart once, though two pages would show it', () => {
  const { pages } = briefingOf(
    factsOf(
      series('P', 'unemployment_rate_sa', () => 4),
      treeOf({ P: '' }),
      LAST,
    ),
  );
  const charts = pages.flatMap(({ exhibit }) => exhibit?.id ?? []);
  expect(charts).toContain('level-tape');
  expect(new Set(charts).size).toBe(charts.length);
});
