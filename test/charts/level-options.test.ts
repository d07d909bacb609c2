import { readFileSync } from 'node:fs';
import type { CustomSeriesOption } from 'echarts';
import { beforeAll, describe, expect, it } from 'vitest';
import { defaultRegionTree } from '../../src/base/catalogue';
import { INSUFFICIENT as X } from '../../src/base/level';
import { monthPeriod } from '../../src/base/period';
import type { LevelCell } from '../../src/charts/level-cells';
import { levelMapOption } from '../../src/charts/level-map-option';
import { levelTapeOption, type LevelTapeInput, tapeHeight } from '../../src/charts/level-tape-option';
import { parseOutline } from '../../src/base/map-outline';
import { registerOutline } from '../../src/charts/register';
import { CHART_THEMES } from '../../src/charts/theme';
import { tileLayout } from '../../src/charts/tile-layout';
import { tileMapOption } from '../../src/charts/tile-map-option';
import { draw, wordsIn } from './draw';

const outline = parseOutline(
  JSON.parse(readFileSync(new URL('../../public/maps/inner-mongolia-leagues.json', import.meta.url), 'utf8')),
)!;
const tree = defaultRegionTree();
const leagues = tree.children[tree.roots[0]!]!;
const noun = { zh: '盟市', en: 'leagues and cities' };
const LEVELS: Readonly<Record<string, number>> = { '150300': 4, '150600': 3, '150200': 2, '150900': 1, '152900': X };

const cells = (regions: readonly number[]): LevelCell[] =>
  regions.map((r) => {
    const { code, name } = tree.regions[r]!;
    const level = LEVELS[code] ?? 0;
    return {
      code,
      name: name.zh,
      short: name.zh.replace(/[市盟]$/, ''),
      level,
      index: level === X ? Number.NaN : level * 20,
    };
  });

const base = { noun, period: '2026年10月', lang: 'zh' as const, theme: CHART_THEMES.light };

describe('map of levels', () => {
  const model = levelMapOption({ ...base, outline: 'test', places: outline.places, cells: cells(leagues) });
  beforeAll(() => registerOutline('test', outline.geoJson));

  it('states the finding, and all of it in words and in the table', () => {
    expect(model.title).toBe('12个盟市中4个处于预警等级');
    expect(model.description).toContain('Ⅰ级（红色）：乌海市');
    expect(model.description).toContain('数据不足：阿拉善盟');
    expect(model.table.rows).toHaveLength(12);
    expect(model.table.rows[0]).toEqual(['乌海市', 'Ⅰ级（红色）', '80.0']);
    expect(model.table.rows.at(-1)).toEqual(['阿拉善盟', '数据不足', '—']);
  });

  it.each([['light'], ['dark']] as const)('is drawn with name and numeral of every region, %s', (theme) => {
    const svg = draw(
      levelMapOption({
        ...base,
        theme: CHART_THEMES[theme],
        outline: 'test',
        places: outline.places,
        cells: cells(leagues),
      }).option,
      480,
      420,
      theme,
    );
    const words = wordsIn(svg);
    for (const { short } of cells(leagues)) expect(words.some((w) => w.startsWith(short))).toBe(true);
    // The small region has its marker besides its name.
    expect(words.filter((w) => w === 'Ⅰ')).toHaveLength(1);
    expect(words).toContain('阿拉善 ?');
    for (const level of ['red', 'orange', 'yellow', 'blue', 'normal'] as const) {
      expect(svg).toContain(CHART_THEMES[theme].levels[level].fill);
    }
    expect(svg).toContain('<pattern');
  });

  it('keeps the colour of the level under the pointer', () => {
    const { regions } = model.option.geo as {
      regions: { itemStyle: { areaColor: string }; emphasis: { itemStyle: object } }[];
    };
    for (const region of regions) expect(region.emphasis.itemStyle).toEqual({ areaColor: region.itemStyle.areaColor });
  });

  it('does not call insufficient data quiet', () => {
    const quiet = cells(leagues).map((c) => ({ ...c, level: c.code === '152900' ? X : 0 }));
    const title = levelMapOption({ ...base, outline: 'test', places: outline.places, cells: quiet }).title;
    expect(title).toBe('11个盟市无预警，1个数据不足');
    const unknown = quiet.map((c) => ({ ...c, level: X }));
    expect(levelMapOption({ ...base, outline: 'test', places: [], cells: unknown }).title).toBe('盟市无一可作判断');
  });

  it('escapes names in its tooltips', () => {
    const evil = cells(leagues).map((c) => ({ ...c, name: '<img src=x onerror=alert(1)>' }));
    const { tooltip } = levelMapOption({ ...base, outline: 'test', places: [], cells: evil }).option as {
      tooltip: { formatter: (p: object) => string };
    };
    expect(tooltip.formatter({ name: '150300' })).toContain('&lt;img');
    expect(tooltip.formatter({ name: '150300' })).not.toContain('<img');
    expect(tooltip.formatter({ name: 'nowhere' })).toBe('');
  });
});

describe('tile map', () => {
  it('has a tile for every county and the numeral of every warned one', () => {
    const counties = leagues.flatMap((r) => tree.children[r]!);
    const all = [
      ...cells(leagues),
      ...cells(counties).map((c) => ({ ...c, level: c.code.startsWith('1503') ? 4 : 0 })),
    ];
    const layout = tileLayout(tree, leagues);
    const model = tileMapOption({ ...base, layout, cells: all, tileNoun: { zh: '旗县市区', en: 'counties' } });
    expect(model.title).toBe('12个盟市中4个处于预警等级');
    expect(model.table.rows).toHaveLength(115);
    const words = wordsIn(draw(model.option, 360, 420));
    expect(words.filter((w) => w === 'Ⅰ')).toHaveLength(3);
    expect(words).toContain('乌海 Ⅰ');
    expect(words).toContain('鄂尔多斯 Ⅱ');
  });

  it('cuts a name that is too long, never the numeral', () => {
    const long = cells(leagues).map((c) => ({ ...c, short: 'A very long name of a region', level: 3 }));
    const layout = tileLayout(tree, leagues);
    const words = wordsIn(draw(tileMapOption({ ...base, layout, cells: long, tileNoun: noun }).option, 360, 420));
    expect(words).toHaveLength(12);
    for (const word of words) expect(word).toMatch(/^A.*… Ⅱ$/);
  });
});

describe('level tape', () => {
  const first = monthPeriod(2024, 11);
  const input: LevelTapeInput = {
    rows: [
      { code: '15', name: '内蒙古自治区', short: '内蒙古', whole: true, levels: Array<number>(24).fill(3) },
      { code: '150300', name: '乌海市', short: '乌海', levels: [...Array<number>(20).fill(0), 1, 3, 4, 4] },
      {
        code: '152900',
        name: '阿拉善盟',
        short: '阿拉善',
        levels: [...Array<number>(12).fill(0), ...Array<number>(12).fill(X)],
      },
    ],
    frequency: 'month',
    weekEndsOn: 6,
    first,
    count: 24,
    period: first + 23,
    lang: 'zh',
    theme: CHART_THEMES.light,
  };
  const model = levelTapeOption(input);

  it('names who has been high longest, the whole left out', () => {
    expect(model.title).toBe('2024年11月以来，乌海市处于Ⅱ级及以上的时间最长（3个月）');
    const quiet = levelTapeOption({ ...input, rows: [input.rows[0]!, input.rows[2]!] });
    expect(quiet.title).toBe('2024年11月以来有等级的各期均无预警');
    const mild = { ...input.rows[1]!, levels: [...Array<number>(23).fill(0), 2] };
    expect(levelTapeOption({ ...input, rows: [input.rows[0]!, mild] }).title).toBe('2024年11月以来无Ⅱ级及以上预警');
    const twin = { ...input.rows[1]!, code: '150200', name: '包头市' };
    expect(levelTapeOption({ ...input, rows: [...input.rows, twin] }).title).toBe(
      '2024年11月以来，乌海市和包头市处于Ⅱ级及以上的时间最长（均为3个月）',
    );
  });

  it('lists every run with its months', () => {
    expect(model.table.rows.filter((r) => r[0] === '乌海市')).toEqual([
      ['乌海市', '正常', '2024年11月', '2026年6月', '20个月'],
      ['乌海市', 'Ⅳ级（蓝色）', '2026年7月', '2026年7月', '1个月'],
      ['乌海市', 'Ⅱ级（橙色）', '2026年8月', '2026年8月', '1个月'],
      ['乌海市', 'Ⅰ级（红色）', '2026年9月', '2026年10月', '2个月'],
    ]);
    expect(model.description).toContain('乌海市 Ⅰ级（红色）、阿拉善盟 数据不足');
  });

  it('writes names, years, and a numeral where a level begins; hatches what is insufficient', () => {
    const svg = draw(model.option, 600, tapeHeight(3));
    const words = wordsIn(svg);
    expect(words).toEqual(expect.arrayContaining(['乌海', '阿拉善', '2025', '2026', 'Ⅳ', 'Ⅱ', 'Ⅰ', '?']));
    expect(svg).toContain('<pattern');
  });

  it('frames the chosen period only while it is in the window', () => {
    const ids = (m: typeof model): unknown[] => (m.option.series as CustomSeriesOption[]).map((s) => s.id);
    expect(ids(model)).toEqual(['runs', 'frame']);
    expect(ids(levelTapeOption({ ...input, period: first - 1 }))).toEqual(['runs']);
  });
});
