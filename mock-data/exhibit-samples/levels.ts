import { formatNumber, formatPeriodWords } from '../../src/base/format';
import { INSUFFICIENT, levelName, levelShort, WARNING_LEVELS } from '../../src/base/level';
import { defineText, type Lang } from '../../src/base/text';
import type { ExhibitOf, ExhibitTable, LevelCellData } from '../../src/briefing/exhibits/exhibit';
import {
  childrenOf,
  column,
  indexOf,
  levelsOf,
  type Place,
  placesOf,
  round,
  type Sample,
  timeOf,
  wholePlace,
  words,
  wordsOf,
} from './context';

const TEXT = defineText({
  region: { zh: '地区', en: 'Region' },
  level: { zh: '等级', en: 'Level' },
  index: { zh: '综合指数', en: 'Composite index' },
  period: { zh: '时期', en: 'Period' },
  share: { zh: '{level}及以上', en: '{level} or above' },
  finding: { zh: '{count}个地区中{warned}个处于预警等级', en: '{warned} of {count} regions at a warning level' },
  cells: { zh: '预警等级，2026年10月；斜纹为数据不足', en: 'Warning level, Oct 2026; hatching is insufficient data' },
  tape: { zh: '预警等级，每格一个月，至2026年10月', en: 'Warning level, one cell a month, to Oct 2026' },
  drivers: { zh: '各指标的预警信号，2026年10月', en: 'Warning signal of each indicator, Oct 2026' },
  curve: {
    zh: '达到各等级的地区所占份额，%，至2026年10月',
    en: 'Share of regions at or above each level, %, to Oct 2026',
  },
  curveNone: { zh: '本期无一地区可作判断', en: 'No region can be judged in this period' },
  curveFinding: { zh: '{now}%的地区处于预警等级', en: '{now}% of the regions are at a warning level' },
});

function cellsOf(sample: Sample, places: readonly Place[]): readonly LevelCellData[] {
  const levels = levelsOf(sample, places.length);
  return places.map((p, i) => ({ ...p, level: levels[i]!, index: indexOf(levels[i]!, sample.chance) }));
}

const isWarned = (level: number): boolean => level !== INSUFFICIENT && level > 0;

function counts(cells: readonly { readonly level: number }[]) {
  return { count: cells.length, warned: cells.filter((c) => isWarned(c.level)).length };
}

function levelTable(cells: readonly LevelCellData[], lang: Lang): ExhibitTable {
  return {
    columns: [column(TEXT.region[lang], '', 'start'), column(TEXT.level[lang], '', 'start'), column(TEXT.index[lang])],
    rows: cells.map((c) => [
      words(c.name),
      words(levelName(c.level)[lang]),
      { text: formatNumber(c.index, 1), value: c.index },
    ]),
  };
}

export function levelMapSample(sample: Sample): ExhibitOf<'level-map'> {
  const cells = cellsOf(sample, placesOf(sample));
  return {
    kind: 'level-map',
    ...wordsOf(sample, TEXT.finding, TEXT.cells, counts(cells), levelTable(cells, sample.lang)),
    data: { cells },
  };
}

/** Blocks with their counties; `many` and `long-names` are ends of the tree: tiles of no part. */
export function tileMapSample(sample: Sample): ExhibitOf<'tile-map'> {
  const cells = cellsOf(sample, placesOf(sample));
  const plain = sample.state === 'many' || sample.state === 'long-names';
  const parts = plain ? [] : cells;
  const tiles = plain
    ? cells.map((cell) => ({ ...cell, part: '' }))
    : parts.flatMap((part) =>
        cellsOf(sample, childrenOf(part.code, sample.lang)).map((tile) => ({ ...tile, part: part.code })),
      );
  return {
    kind: 'tile-map',
    ...wordsOf(sample, TEXT.finding, TEXT.cells, counts(cells), levelTable([...parts, ...tiles], sample.lang)),
    data: { parts, tiles },
  };
}

export function levelTapeSample(sample: Sample): ExhibitOf<'level-tape'> {
  const { lang } = sample;
  const { count, ...axis } = timeOf(sample);
  const rows = [wholePlace(lang), ...placesOf(sample)].map((place, i) => ({
    ...place,
    whole: i === 0,
    levels: tapeOf(sample, count),
  }));
  const now = rows.slice(1).map((r) => ({ level: r.levels.at(-1)! }));
  const table: ExhibitTable = {
    columns: [column(TEXT.region[lang], '', 'start'), ...axis.labels.map((label) => column(label, '', 'start'))],
    rows: rows.map((r) => [words(r.name), ...r.levels.map((l) => words(levelShort(l)[lang]))]),
  };
  return {
    kind: 'level-tape',
    ...wordsOf(sample, TEXT.finding, TEXT.tape, counts(now), table),
    data: { ...axis, rows },
  };
}

/** Levels that stay for some periods, as real ones do. */
function tapeOf(sample: Sample, count: number): readonly number[] {
  let level = levelsOf(sample, 1)[0]!;
  return Array.from({ length: count }, () => {
    if (sample.chance() < 0.25) level = levelsOf(sample, 3)[Math.floor(sample.chance() * 3)]!;
    return level;
  });
}

const COLUMNS = [
  ['registered_rate', 'employment', { zh: '登记失业率', en: 'Registered rate' }],
  ['claims', 'employment', { zh: '新申领失业金', en: 'New benefit claims' }],
  ['new_jobs', 'employment', { zh: '城镇新增就业', en: 'New urban jobs' }],
  ['ratio', 'market', { zh: '求人倍率', en: 'Openings per seeker' }],
  ['postings', 'market', { zh: '网上招聘', en: 'Online postings' }],
  ['industry', 'macro', { zh: '工业增加值', en: 'Industrial output' }],
  ['coal', 'macro', { zh: '原煤产量', en: 'Raw coal' }],
  ['startups', 'newforms', { zh: '新登记经营主体', en: 'New businesses' }],
] as const;

export function driverHeatmapSample(sample: Sample): ExhibitOf<'driver-heatmap'> {
  const { lang, state } = sample;
  const columns = COLUMNS.map(([id, family, name]) => ({ id, family, name: name[lang] }));
  const rows = cellsOf(sample, placesOf(sample)).map(({ code, name, level }) => ({
    code,
    name,
    level,
    cells: levelsOf(sample, columns.length).map((cell, i) => (state === 'gaps' && i % 4 === 2 ? null : cell)),
  }));
  const table: ExhibitTable = {
    columns: [
      column(TEXT.region[lang], '', 'start'),
      column(TEXT.level[lang], '', 'start'),
      ...columns.map((c) => column(c.name, '', 'start')),
    ],
    rows: rows.map((r) => [
      words(r.name),
      words(levelShort(r.level)[lang]),
      ...r.cells.map((c) => words(c === null ? '—' : levelShort(c)[lang])),
    ]),
  };
  return {
    kind: 'driver-heatmap',
    ...wordsOf(sample, TEXT.finding, TEXT.drivers, counts(rows), table),
    data: { columns, rows },
  };
}

export function diffusionCurveSample(sample: Sample): ExhibitOf<'diffusion-curve'> {
  const { lang, state } = sample;
  const { count, ...axis } = timeOf(sample);
  const regions = 12;
  const grid = Array.from({ length: regions }, () => tapeOf(sample, count));
  const graded = axis.labels.map((_, i) =>
    state === 'gaps' && i % 6 === 2 ? 0 : grid.filter((levels) => levels[i] !== INSUFFICIENT).length,
  );
  const series = WARNING_LEVELS.map((level) => ({
    level,
    name: TEXT.share[lang].replace('{level}', levelName(level)[lang]),
    values: graded.map((n, i) =>
      n === 0
        ? null
        : round((100 * grid.filter((levels) => levels[i] !== INSUFFICIENT && levels[i]! >= level).length) / n, 1),
    ),
  }));
  const table: ExhibitTable = {
    columns: [column(TEXT.period[lang], '', 'start'), ...series.map((s) => column(s.name, '%'))],
    rows: axis.labels.map((_, i) => [
      words(formatPeriodWords('month', axis.first + i, lang)),
      ...series.map((s) => ({ text: formatNumber(s.values[i] ?? null, 1), value: s.values[i] ?? null })),
    ]),
  };
  const now = formatNumber(series[0]!.values.at(-1) ?? null, 1);
  return {
    kind: 'diffusion-curve',
    ...wordsOf(sample, graded.at(-1) === 0 ? TEXT.curveNone : TEXT.curveFinding, TEXT.curve, { now }, table),
    data: { ...axis, series, graded },
  };
}
