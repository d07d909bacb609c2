import { expect, test } from 'vitest';
import { unitInText, unitsInText } from '../../../src/observations/words/unit-words';

test.each([
  ['失业人数(万人)', '10k_persons', '失业人数'],
  ['失业人数（万人）', '10k_persons', '失业人数'],
  ['失业人数/万人', '10k_persons', '失业人数'],
  ['失业人数：千人', '1k_persons', '失业人数'],
  ['失业率%', 'percent', '失业率'],
  ['工业用电量(亿千瓦时)', '100m_kwh', '工业用电量'],
  ['失业人员数（期末）（人）', 'persons', '失业人员数（期末）'],
  ['单位：%', 'percent', ''],
  ['用人单位需求人数(人)', 'persons', '用人单位需求人数'],
  ['各盟市失业率（单位：%）', 'percent', '各盟市失业率'],
  ['%', 'percent', ''],
])('%s', (text, unit, rest) => {
  expect(unitInText(text)).toMatchObject({ unit, rest });
});

test.each(['失业率', '失业率（季节调整）', '单位：人、%', '', '就业情况：较好'])('%j has no one unit', (text) => {
  expect(unitInText(text)).toBeNull();
});

test('a word of several units is read in the dimension that is wanted', () => {
  expect(unitInText('零就业家庭（户）')).toBeNull();
  expect(unitInText('零就业家庭（户）', 'households')?.unit).toBe('households');
});

test('all units of a unit row', () => {
  expect(unitsInText('单位：人、%')).toEqual(['persons', 'percent']);
  expect(unitsInText('（计量单位：万人，个百分点）')).toEqual(['10k_persons', 'points']);
});
