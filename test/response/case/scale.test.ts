import { describe, expect, test } from 'vitest';
import { SCALE_INDICATORS, scaleOf } from '../../../src/response/case/scale';
import { catalogue, indicatorOf, panelOf, treeOf } from '../../panel/make-panel';
import { month, panelWith, tree as regions, WUHAI } from './demonstration-case';

describe('Wuhai under the mine closures, March 2026', () => {
  const panel = panelWith(SCALE_INDICATORS);
  const scale = scaleOf(panel, WUHAI, month('2026-03'), month('2025-11'));
  const count = (id: string) => scale.counts.find((c) => c.id === id)!;

  test('each count is what its figures say, and each figure is that of the data', () => {
    // 2,118 recipients, 1,356 a year before.
    expect(count('recipients')).toMatchObject({ value: 762, countsPersons: true });
    expect(count('recipients').figures.map((f) => [f.period, f.value])).toEqual([
      ['2025-03', 1356],
      ['2026-03', 2118],
    ]);
    // 482 + 780 + 775 + 578 + 1064 = 3,679 laid off since November, 58 + 63 + 60 + 44 + 68 = 293 a year before.
    expect(count('layoffs').value).toBe(3679 - 293);
    expect(count('layoffs').percent).toBeCloseTo((100 * (3679 - 293)) / 293, 9);
    expect(count('layoffs').figures).toHaveLength(10);
    const region = regions.indexOf.get(WUHAI)!;
    for (const { figures } of scale.counts) {
      for (const { indicatorId, regionCode, period, value } of figures) {
        expect(regionCode).toBe(WUHAI);
        const cell = region * panel.count + month(period) - panel.first;
        expect(value).toBe(panel.columns.get(indicatorId)!.values[cell]);
      }
    }
  });

  test('the largest count of persons is proposed, with its figures in words; jobs are told and never taken for persons', () => {
    expect(scale.persons).toBe(3386);
    expect(scale.basis.zh).toBe(
      '规模裁员人数：2025年11月—2026年3月合计3,679人，比2024年11月—2025年3月的293人增加3,386人（各项口径人群有交叉，不相加，取最大的一项）',
    );
    expect(scale.basis.en).toContain('3,679 persons over Nov 2025 – Mar 2026, 293 persons over Nov 2024 – Mar 2025');
    expect(count('jobs')).toMatchObject({ value: 21056 - 19037, countsPersons: false });
    expect(count('insured')).toMatchObject({ value: 4054, countsPersons: false });
    expect(scale.share).toBeCloseTo(3386 / regions.regions[regions.indexOf.get(WUHAI)!]!.labourForce, 12);
  });

  test('a stock that is not out yet is told by the newest one that is, a warning of over a year against the year before it', () => {
    // In October 2026 the insured employees of September are the newest.
    const later = scaleOf(panel, WUHAI, month('2026-10'), month('2025-09'));
    const insured = later.counts.find((c) => c.id === 'insured')!;
    expect(insured.figures.map((f) => f.period)).toEqual(['2024-09', '2026-09']);
    expect(later.counts.find((c) => c.id === 'recipients')!.figures.map((f) => f.period)).toEqual([
      '2024-10',
      '2026-10',
    ]);
    expect(later.counts.find((c) => c.id === 'layoffs')!.figures).toHaveLength(24);
  });

  test('a quiet region: nothing has risen by much', () => {
    const quiet = scaleOf(panel, '150100', month('2026-03'), null);
    expect(quiet.persons).toBeLessThan(0.002 * regions.regions[regions.indexOf.get('150100')!]!.labourForce);
  });
});

describe('what cannot be told', () => {
  const tree = treeOf({ T: '', A: 'T' });
  const persons = { unit: 'persons', decimals: 0, kind: 'stock' } as const;
  const list = catalogue(
    indicatorOf('unemployed_persons', persons),
    indicatorOf('reported_layoffs', { ...persons, kind: 'flow' }),
    indicatorOf('labor_force', { ...persons, worse: 'none' }),
    indicatorOf('rate'),
  );
  const flat = (n: number, value: number) => Array.from({ length: n }, () => value);
  const panelFor = (series: Parameters<typeof panelOf>[3]) => panelOf(tree, list, '2020-01', series);
  const last = month('2021-12');

  test('no count of persons in the data: said so, and not zero', () => {
    const scale = scaleOf(panelFor({ rate: { A: flat(24, 5) } }), 'A', last, null);
    expect(scale).toMatchObject({ counts: [], persons: null, share: null });
    expect(scale.basis.en).toContain('no count of unemployed');
    expect(scaleOf(panelFor({ rate: { A: flat(24, 5) } }), 'nowhere', last, null).persons).toBeNull();
  });

  test('one month missing in a sum makes the sum unknown, and is named', () => {
    const layoffs = flat(24, 10);
    layoffs[21] = NaN;
    const scale = scaleOf(panelFor({ reported_layoffs: { A: layoffs } }), 'A', last, null);
    expect(scale.counts[0]).toMatchObject({ value: null, figures: [] });
    expect(scale.counts[0]!.words.en).toBe('reported_layoffs: cannot be told, the figure of Oct 2021 is missing');
    expect(scale.persons).toBeNull();
    expect(scale.basis.en).toContain('every count lacks figures');
  });

  test('an aggregate of some of the parts is not compared', () => {
    const panel = panelFor({ unemployed_persons: { A: [...flat(12, 100), ...flat(12, 150)] } });
    const column = panel.columns.get('unemployed_persons')!;
    const coverage = new Float32Array(column.values.length).fill(1);
    coverage[panel.tree.indexOf.get('A')! * panel.count + 23] = 0.8;
    const columns = new Map([['unemployed_persons', { ...column, coverage }]]);
    const scale = scaleOf({ ...panel, columns }, 'A', last, null);
    expect(scale.persons).toBeNull();
    expect(scale.counts[0]!.words.en).toContain('aggregated from 80.0% of the parts only');
    expect(scaleOf(panel, 'A', last, null).persons).toBe(50);
  });

  test('no rise is no person, and a fall is told as it is', () => {
    const scale = scaleOf(
      panelFor({ unemployed_persons: { A: [...flat(12, 150), ...flat(12, 100)] } }),
      'A',
      last,
      null,
    );
    expect(scale.counts[0]!.value).toBe(-50);
    expect(scale.counts[0]!.words.en).toContain('a fall of 50 persons');
    expect(scale.persons).toBe(0);
  });

  test('the size of the labour force comes from the data where the region table has none', () => {
    const panel = panelFor({
      unemployed_persons: { A: [...flat(12, 100), ...flat(12, 150)] },
      labor_force: { A: flat(24, 2000) },
    });
    expect(scaleOf(panel, 'A', last, null).share).toBe(0.025);
    const without = panelFor({ unemployed_persons: { A: [...flat(12, 100), ...flat(12, 150)] } });
    expect(scaleOf(without, 'A', last, null)).toMatchObject({ persons: 50, share: null, shareWords: null });
  });

  test('quarters: a stretch of at least one, at most four', () => {
    const quarters = panelOf(
      tree,
      list,
      '2018-Q1',
      { reported_layoffs: { A: [...flat(8, 10), 11, 12, 13, 14] } },
      'quarter',
    );
    const q4 = quarters.first + 11;
    const sums = (since: number | null) => scaleOf(quarters, 'A', q4, since).counts[0]!.value;
    expect(sums(q4)).toBe(4);
    expect(sums(q4 - 3)).toBe(1 + 2 + 3 + 4);
    expect(sums(null)).toBe(3 + 4);
  });
});
