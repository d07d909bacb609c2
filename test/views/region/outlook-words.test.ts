import { expect, test } from 'vitest';
import { qualityWords } from '../../../src/views/region/outlook-words';

const rate = { unit: 'percent', decimals: 1, signed: false, base: null };
const good = { forecasts: 94, error: 0.21, mase: 1.31, naiveError: 0.3, naiveMase: 1.87, coverage: 0.813 };
const narrow = { mean: 4, low: [3.8, 3.7], high: [4.2, 4.3] };
const said = (quality: Partial<typeof good>, lang: 'zh' | 'en' = 'zh', step = narrow, measure = rate): string =>
  qualityWords(
    { horizon: 3 },
    { quality: { ...good, ...quality }, levels: [80, 95], steps: [step] },
    measure,
    'month',
    lang,
  );

test('the error stands beside that of the last figure carried on, with how many and how often the interval held', () => {
  expect(said({})).toBe(
    '以往94次提前3个月的预测，平均误差 0.21个百分点，MASE 1.31；沿用最新值为 0.30个百分点，MASE 1.87。误差比沿用最新值小 30%。80% 区间实际包含了 81% 的实际值。',
  );
  expect(said({}, 'en')).toContain('Mean error of 94 past forecasts 3 months ahead: 0.21 pp, MASE 1.31;');
});

test('worse than no method is said plainly, no difference too', () => {
  expect(said({ error: 0.36 })).toContain('误差比沿用最新值大 20%：在此序列上不如直接沿用最新值，请慎用。');
  expect(said({ error: 0.36 }, 'en')).toContain('worse than no method. Use with care.');
  expect(said({ error: 0.3 })).toContain('与沿用最新值无差别。');
  expect(said({ error: 0.3 })).not.toContain('请慎用');
});

test('few past forecasts are a hint, none are said, and a series that never moved has no verdict', () => {
  expect(said({ forecasts: 23 })).toContain('次数少，只供参考。');
  expect(said({ forecasts: 24 })).not.toContain('次数少');
  expect(said({ forecasts: 0 })).toBe('序列尚短，没有可供检验的以往预测。');
  expect(said({ error: 0, naiveError: 0, mase: Number.NaN, naiveMase: Number.NaN })).not.toMatch(/误差比|无差别/);
});

test('an outer interval that is far wider is explained; what is counted has no decimals', () => {
  expect(said({})).not.toContain('远宽于');
  expect(said({}, 'zh', { mean: 4, low: [3.8, 2], high: [4.2, 6] })).toContain('95% 区间远宽于 80% 区间');
  expect(said({ error: 21.4, naiveError: 28 }, 'zh', narrow, { ...rate, unit: 'persons', decimals: 0 })).toContain(
    '平均误差 21人',
  );
});
