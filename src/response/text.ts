import { defineText, type Text } from '../base/text';
import type { Measure } from './plan';

/** What a plan file has to hold. */
export const PLAN_WORDS = defineText({
  idOnce: { zh: '每个标识只出现一次', en: 'every id once' },
  dutyOnce: { zh: '每一级只有一条职责', en: 'one duty per level' },
  dutyMissing: { zh: '缺少第{level}级的职责（1=Ⅳ … 4=Ⅰ）', en: 'a duty for level {level} (1 = Ⅳ … 4 = Ⅰ)' },
  stepOnce: { zh: '每一级每个环节只有一个时限', en: 'one deadline per level and step' },
  stepMissing: {
    zh: '缺少第{level}级“{step}”环节的时限（1=Ⅳ … 4=Ⅰ）',
    en: 'a deadline for level {level}, step {step} (1 = Ⅳ … 4 = Ⅰ)',
  },
  department: { zh: '本预案部门表中的部门', en: 'a department of this plan' },
  supporting: {
    zh: '本预案部门表中的部门，不是牵头部门，不重复',
    en: 'a department of this plan, not the leading one, named once',
  },
  answersNothing: { zh: '至少对应一个指标', en: 'at least one indicator that it answers' },
  gradedIndicator: { zh: '目录中参与分级的指标', en: 'an indicator of the catalogue that is graded' },
  indicator: { zh: '目录中的指标', en: 'an indicator of the catalogue' },
  fact: { zh: '本预案事实表中的事实', en: 'a fact of this plan' },
  oneLine: { zh: 'atLeast、atMost 两者取一', en: 'either atLeast or atMost' },
  gateOnce: { zh: '每项措施对同一事实只有一个条件', en: 'one gate per fact of a measure' },
  elsewhere: { zh: '只有列出适合地区（fits）的措施才有此项', en: 'only for a measure that fits certain areas (fits)' },
  decisionBelow: { zh: '低于起始等级', en: 'a level below the one from which it is open' },
});

/** Structural traits in words. */
export const TRAIT_NAMES: Readonly<Record<Measure['fits'][number], Text>> = {
  'resource-based': { zh: '资源型地区', en: 'resource-based area' },
  'coal-steel-power': { zh: '煤炭、钢铁、煤电集中地区', en: 'area of coal, steel and coal power' },
  border: { zh: '边境地区', en: 'border area' },
  'farming-herding': { zh: '农牧业为主地区', en: 'farming and herding area' },
};

export const REASON_WORDS = defineText({
  answers: { zh: '对应：{signals}', en: 'answers: {signals}' },
  fits: { zh: '适合：{traits}', en: 'fits: {traits}' },
  both: { zh: '{answers}；{fits}', en: '{answers}; {fits}' },
});
