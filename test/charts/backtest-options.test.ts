import { expect, test } from 'vitest';
import { alarmShareOption } from '../../src/charts/alarm-share-option';
import { alarmTapeHeight, alarmTapeOption } from '../../src/charts/alarm-tape-option';
import { type LeadDotsInput, leadDotsOption } from '../../src/charts/lead-dots-option';
import { type RocInput, rocOption } from '../../src/charts/roc-option';
import { CHART_THEMES } from '../../src/charts/theme';
import { INSUFFICIENT as X } from '../../src/base/level';
import { monthPeriod } from '../../src/base/period';
import { draw, wordsIn } from './draw';

const theme = CHART_THEMES.light;
const first = monthPeriod(2019, 1);

const roc: RocInput = {
  name: '失业率升幅',
  curves: [
    {
      set: '现行',
      auc: 0.85,
      points: [
        { threshold: -Infinity, sensitivity: 1, specificity: 0 },
        { threshold: 0.25, sensitivity: 0.8, specificity: 0.7 },
        { threshold: Infinity, sensitivity: 0, specificity: 1 },
      ],
      marks: [
        { level: 1, label: 'Ⅳ 0.30', recall: 0.8, falseAlarmRate: 0.3 },
        { level: 4, label: 'Ⅰ 2.00', recall: null, falseAlarmRate: 0 },
      ],
    },
  ],
  events: 93,
  quiets: 627,
  lang: 'zh',
  theme,
};
const rocTitle = (auc: number | null): string => rocOption({ ...roc, curves: [{ ...roc.curves[0]!, auc }] }).title;

test('the curve says how far the statistic tells events apart; a dot for each alarm that can be scored', () => {
  expect(rocTitle(0.85)).toContain('能把事件期与平静期分开（AUROC 0.850）');
  expect(rocTitle(0.7)).toContain('有一定分辨力');
  expect(rocTitle(0.52)).toContain('与随机无异');
  expect(rocTitle(0.3)).toContain('反而较小');
  expect(rocTitle(null)).toContain('画不出曲线');
  const model = rocOption(roc);
  expect(model.subtitle).toContain('93个事件期，627个平静期');
  expect(model.table.rows).toEqual([
    ['Ⅳ 0.30', '', '80.0%', '30.0%'],
    ['', '0.250', '80.0%', '30.0%'],
  ]);
  expect(model.description).toContain('Ⅳ 0.30：查全率80.0%，虚警率30.0%');
  expect(wordsIn(draw(model.option))).toContain('Ⅳ 0.30');
});

test('two curves are told apart by number, in the subtitle and at the dots', () => {
  const model = rocOption({ ...roc, lang: 'en', curves: [roc.curves[0]!, { ...roc.curves[0]!, set: 'Draft' }] });
  expect(model.subtitle).toContain('② dashed: Draft');
  expect(model.table.rows[1]![0]).toBe('② Ⅳ 0.30');
  expect(draw(model.option)).toContain('<path');
});

const leads: LeadDotsInput = {
  name: '地区等级 ≥Ⅳ',
  rows: [{ set: '现行', leads: [-3, -3, 0, 2, null] }],
  median: -1.5,
  frequency: 'month',
  span: 6,
  lang: 'zh',
  theme,
};

test('leads: how many were caught and how early; what was missed stands apart', () => {
  const model = leadDotsOption(leads);
  expect(model.title).toBe('地区等级 ≥Ⅳ：5个事件报出4个，中位提前1.5个月');
  expect(model.table.rows).toEqual([
    ['提前3个月', '现行', '2'],
    ['同期', '现行', '1'],
    ['迟到2个月', '现行', '1'],
    ['漏报', '现行', '1'],
  ]);
  const words = wordsIn(draw(model.option));
  expect(words).toEqual(expect.arrayContaining(['漏报', '2', '0', '+2']));
  expect(leadDotsOption({ ...leads, median: 2 }).title).toContain('迟到2个月');
  expect(leadDotsOption({ ...leads, median: 0 }).title).toContain('同期');
  const none = { ...leads, median: null, lang: 'en' as const };
  expect(leadDotsOption({ ...none, rows: [{ set: '', leads: [null, null] }] }).title).toContain('none of 2 episodes');
  expect(leadDotsOption({ ...none, rows: [{ set: '', leads: [] }] }).title).toContain('no episode to score');
});

const common = { name: '地区等级 ≥Ⅲ', frequency: 'month', weekEndsOn: 6, first, lang: 'zh', theme } as const;

test('a region over time: runs of episodes and of levels, and how many episodes saw the alarm', () => {
  const model = alarmTapeOption({
    ...common,
    region: '包头市',
    label: Uint8Array.of(0, 1, 1, 0, 1, 2),
    atLeast: 2,
    rows: [{ name: '现行', levels: Uint8Array.of(X, 1, 2, 2, 1, 0) }],
  });
  expect(model.title).toBe('包头市：2个事件，1个期间亮过警报');
  expect(model.table.rows.slice(0, 3)).toEqual([
    ['事件', '平静期', '2019年1月', '2019年1月', '1个月'],
    ['事件', '事件期', '2019年2月', '2019年3月', '2个月'],
    ['事件', '平静期', '2019年4月', '2019年4月', '1个月'],
  ]);
  expect(model.table.rows.find((row) => row[0] === '现行')![1]).toBe('数据不足');
  expect(wordsIn(draw(model.option, 600, alarmTapeHeight(1)))).toEqual(
    expect.arrayContaining(['事件', '现行', '2019']),
  );
});

test('all regions over time: the widest alarm is named, gaps stay gaps', () => {
  const model = alarmShareOption({
    ...common,
    event: Float32Array.of(Number.NaN, 0.25, 0.5, 0),
    rows: [{ name: '现行', on: Float32Array.of(Number.NaN, 0.1, 0.75, 0) }],
  });
  expect(model.title).toBe('地区等级 ≥Ⅲ：最多时2019年3月有75%的地区亮警报');
  expect(model.table.rows[3]).toEqual(['2019年1月', '—', '—']);
  expect(draw(model.option)).toContain('<path');
  const quiet = {
    event: Float32Array.of(0, 0),
    rows: [{ name: 'now', on: Float32Array.of(0, 0) }],
    lang: 'en' as const,
  };
  expect(alarmShareOption({ ...common, ...quiet }).title).toContain('never on');
});
