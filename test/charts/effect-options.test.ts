import { describe, expect, test } from 'vitest';
import { effectGapModel } from '../../src/charts/effect-gap-option';
import { effectPathModel } from '../../src/charts/effect-path-option';
import type { EffectChartInput } from '../../src/charts/effect-words';
import { CHART_THEMES } from '../../src/charts/theme';
import { parsePeriod } from '../../src/base/period';
import { draw, wordsIn } from './draw';

const first = parsePeriod('2025-10')!.period;
const input: EffectChartInput = {
  region: '乌海市',
  indicator: '调查失业率，同比',
  verdict: '结论一句',
  unit: 'points',
  differenceUnit: 'points',
  decimals: 2,
  signed: true,
  span: { frequency: 'month', weekEndsOn: 6, joint: false, noJanuary: false },
  periods: [0, 1, 2, 4, 5].map((k) => first + k),
  before: 3,
  own: [0.1, 0.3, 0.2, 1.2, 1.4],
  parallel: [0.2, 0.2, 0.2, 0.3, 0.3],
  twin: [0.1, 0.2, 0.3, 0.2, 0.4],
  gap: [0, 0.1, -0.1, 1, 1],
  chance: { low: [-0.2, -0.2, -0.2, -0.3, -0.3], high: [0.2, 0.2, 0.2, 0.3, 1.1] },
  lang: 'zh',
  theme: CHART_THEMES.light,
};

describe('a region and its twin', () => {
  test('title with the means, table newest first with what lies since the start, drawing with direct labels', () => {
    const model = effectPathModel(input);
    expect(model.title).toBe(
      '乌海市起始前平均+0.20个百分点、起始后+1.30个百分点；合成对照+0.20个百分点、+0.30个百分点',
    );
    expect(model.subtitle).toContain('竖线为措施起始（2026年2月）');
    expect(model.table.head).toEqual(['时期', '乌海市', '合成对照', '可比地区平均']);
    expect(model.table.rows[0]).toEqual(['2026年3月（起始后）', '+1.40', '+0.40', '+0.30']);
    expect(model.table.rows[4]).toEqual(['2025年10月', '+0.10', '+0.10', '+0.20']);
    expect(model.description).toContain('2026年3月：乌海市+1.40，合成对照+0.40，可比地区平均+0.30。结论一句。');
    const words = wordsIn(draw(model.option));
    for (const word of ['乌海市', '合成对照', '可比地区平均', '措施起始']) expect(words).toContain(word);
  });

  test('an index has no unit behind its figures, and no sign', () => {
    const model = effectPathModel({ ...input, unit: 'index', differenceUnit: 'percent', signed: false, lang: 'en' });
    expect(model.title).toBe('乌海市: 0.20 before, 1.30 since; synthetic twin: 0.20 and 0.30');
    expect(model.subtitle).toContain('mean before the start = 100');
  });
});

describe('the gap', () => {
  const model = effectGapModel({ ...input, since: 1, misfit: 0.08 });

  test('title, table and the periods outside chance', () => {
    expect(model.title).toBe('乌海市与合成对照之差：起始后平均+1.00个百分点，起始前平均相差0.08个百分点');
    expect(model.description).toContain('起始后 2 个时期中有 1 个在灰带之外');
    expect(model.table.rows[0]).toEqual(['2026年3月（起始后）', '+1.00', '−0.30', '+1.10']);
    expect(wordsIn(draw(model.option))).toContain('措施起始');
  });

  test('the start stands between the last period before and the first under it', () => {
    const series = model.option.series as { id: string; markLine?: { data: { xAxis: number }[] } }[];
    expect(series.find((s) => s.id === 'gap')!.markLine!.data[0]!.xAxis).toBe(first + 3);
  });
});
