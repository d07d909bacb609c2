import { expect, test } from 'vitest';
import { defaultCatalogue, defaultRegionTree } from '../../../src/base/catalogue';
import { parseDay, parsePeriod } from '../../../src/base/period';
import { REGISTRY } from '../../../src/panel/quality/registry';
import type { QualityFlag, QualityReport } from '../../../src/panel/quality/quality';
import type { RevisionChange } from '../../../src/platform/engine-api';
import { flagsCsv } from '../../../src/views/data/quality-file';
import { PARAM_NAMES } from '../../../src/views/data/quality-text';
import { qualitySummary } from '../../../src/views/data/quality-words';
import { changeWords, figureWords, revisionsCsv } from '../../../src/views/data/revision-file';

const tree = defaultRegionTree();
const catalogue = defaultCatalogue();
const view = { tree, catalogue, weekEndsOn: 6 };
const period = parsePeriod('2026-09')!.period;

const flag: QualityFlag = {
  check: 'jump',
  regionCode: '150200',
  indicatorId: 'seekers',
  frequency: 'month',
  period,
  weekEndsOn: 6,
  count: 1,
  value: 52_310,
  low: 4100.123456789,
  high: 6200,
  unit: 'persons',
  decimals: 0,
  source: '=cmd|x.csv',
  row: 17,
  why: { zh: '约为应有值的10倍', en: 'about 10 times, "too large"' },
};

test('flags as CSV: one line each, figures as they are, neutral for spreadsheets', () => {
  const whole: QualityFlag = {
    ...flag,
    regionCode: null,
    indicatorId: null,
    period: null,
    value: null,
    low: null,
    high: null,
    row: 0,
    count: 9,
  };
  const lines = flagsCsv([flag, whole], tree, catalogue, 'en').split('\n');
  expect(lines).toEqual([
    'File,Line,Check,Region code,Region,Indicator,Period,Value,Low,High,Unit,Count,Why',
    `'=cmd|x.csv,17,Jump,150200,Baotou,${catalogue.byId.get('seekers')!.short.en},2026-09,52310,4100.12345679,6200,persons,1,"about 10 times, ""too large"""`,
    `'=cmd|x.csv,,Jump,,many regions,many indicators,,,,,persons,9,"about 10 times, ""too large"""`,
    '',
  ]);
  expect(flagsCsv([flag], tree, catalogue, 'zh')).toContain('异常跳动,150200,包头市');
});

test('how many are suspect, in one sentence', () => {
  const report = {
    values: 12_345,
    suspects: 3,
    withHistory: true,
    extents: [],
    checks: [],
    flags: [],
  } satisfies QualityReport;
  expect(qualitySummary(report, 'zh')).toBe('12,345个数值中3个存疑（0.02%）');
  expect(qualitySummary({ ...report, suspects: 0 }, 'en')).toBe('Nothing suspect in 12,345 values');
});

test('a revision in words: points for rates, persons and per cent for counts, nothing where there was none', () => {
  const change: RevisionChange = {
    regionCode: '150200',
    indicatorId: 'seekers',
    frequency: 'month',
    period,
    before: 4000,
    beforeKnownOn: parseDay('2026-10-15'),
    after: 3900,
    afterKnownOn: parseDay('2026-11-15'),
  };
  expect(changeWords(view, change, 'zh')).toBe('−100人（−2.5%）');
  expect(
    changeWords(view, { ...change, indicatorId: 'registered_unemployment_rate', before: 3.5, after: 3.75 }, 'en'),
  ).toBe('+0.25 pp');
  expect(changeWords(view, { ...change, before: null }, 'zh')).toBe('');
  expect(figureWords(view, 'seekers', null, 'zh')).toBe('无');
  expect(
    revisionsCsv([change, { ...change, before: null, beforeKnownOn: null }], view, 'zh')
      .split('\n')
      .slice(1),
  ).toEqual([
    '150200,包头市,求职人数,2026-09,4000,2026-10-15,3900,2026-11-15,-100',
    '150200,包头市,求职人数,2026-09,,,3900,2026-11-15,',
    '',
  ]);
});

test('every setting of a check has a name in both languages', () => {
  const named = REGISTRY.flatMap((c) => Object.keys(c.params));
  expect(new Set(named)).toEqual(new Set(Object.keys(PARAM_NAMES)));
});
