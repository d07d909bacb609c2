import { describe, expect, test } from 'vitest';
import { INSUFFICIENT } from '../../../src/base/level';
import type { RegionDerivation } from '../../../src/levels/derivation';
import type { Case } from '../../../src/response/case/case';
import {
  CONDITION_NAMES,
  conditionsForAct,
  needsReason,
  standDownConditions,
  type StandDownFacts,
  timeAtLevel,
} from '../../../src/response/case/stand-down';
import { defaultPlan } from '../../../src/response/load-plan';
import { treeOf } from '../../panel/make-panel';
import { assessment, derivationOf, levels, panel, tree as regions, WUHAI } from './demonstration-case';
import { accept, CASE, follow, OPEN, report, tell } from './make-case';

const tree = treeOf({ R: '', A: 'R', B: 'R' });
const plan = defaultPlan();

const QUIET = {
  kind: 'region',
  regionCode: 'R',
  frequency: 'month',
  level: 0,
  own: 0,
  periodsAtLevel: 2,
  usable: { fresh: 20, expected: 22, needed: 11 },
  flags: [],
  families: [{ kind: 'family', family: 'market', level: 0, signals: [{ ruleId: 'a', state: 'normal' }] }],
} as unknown as RegionDerivation;

/** Levels of R, A and B over the last periods, as byte strings; `?` insufficient. */
function facts(over: {
  levels?: Readonly<Record<'R' | 'A' | 'B', string>>;
  derivation?: Partial<RegionDerivation>;
  case?: Pick<Case, 'measures' | 'reports'>;
  mustReport?: boolean;
}): StandDownFacts {
  const rows = over.levels ?? { R: '4110', A: '4000', B: '3000' };
  const level = Uint8Array.from([...rows.R, ...rows.A, ...rows.B], (c) => (c === '?' ? INSUFFICIENT : Number(c)));
  return {
    case: { ...(over.case ?? tell([['03-26 09:00', OPEN]]).case), regionCode: 'R' },
    derivation: { ...QUIET, period: 24312 + rows.R.length - 1, ...over.derivation },
    levels: {
      tree,
      frequency: 'month',
      weekEndsOn: 6,
      first: 24312,
      count: rows.R.length,
      levels: { level },
      ruleSet: { rules: [{ id: 'a', name: { zh: '甲规则', en: 'rule A' } }] },
    },
    duty: { mustReport: over.mustReport ?? false },
    plan,
  };
}

const find = (id: string, over: Parameters<typeof facts>[0]) =>
  standDownConditions(facts(over)).find((c) => c.id === id)!;

test('all of them hold in a quiet region whose case is done', () => {
  const conditions = standDownConditions(facts({}));
  expect(conditions.map((c) => [c.id, c.met])).toEqual([
    ['level-low', true],
    ['nothing-pending', true],
    ['figures-sufficient', true],
    ['below-quiet', true],
    ['measures-ended', true],
    ['final-report', true],
  ]);
  expect(needsReason(conditions)).toBe(false);
  expect(Object.keys(CONDITION_NAMES)).toEqual(conditions.map((c) => c.id));
  expect(conditionsForAct(conditions, 'zh')[0]).toEqual({
    id: 'level-low',
    met: true,
    figure: '2026年3月Ⅳ 蓝、2026年4月正常',
  });
});

describe('the level', () => {
  const rest = { A: '0000', B: '0000' };
  test.each([
    ['4411', true],
    ['4420', false],
    ['4402', false],
    ['440?', null],
    ['44?0', null],
    // One missing and one high: high in any case.
    ['44?3', false],
    ['44??', null],
  ])('%s: %s', (R, met) => {
    expect(find('level-low', { levels: { R, ...rest } }).met).toBe(met);
  });

  test('a history of one period does not tell of two', () => {
    expect(find('level-low', { levels: { R: '0', A: '0', B: '0' } }).met).toBeNull();
  });
});

test('a pending signal is named; with insufficient data none can be told', () => {
  const waiting = [
    {
      ...QUIET.families[0]!,
      signals: [
        { ruleId: 'a', state: 'pending' },
        { ruleId: 'gone', state: 'pending' },
      ],
    },
  ];
  const pending = find('nothing-pending', { derivation: { families: waiting } as unknown as RegionDerivation });
  expect(pending).toMatchObject({
    met: false,
    figure: { en: 'pending: rule A; a rule that the rules in force no longer have' },
  });
  expect(find('nothing-pending', { derivation: { level: INSUFFICIENT } }).met).toBeNull();
  expect(find('nothing-pending', { derivation: { families: [] } }).met).toBeNull();
});

test('figures must suffice, and nothing may hold the level down', () => {
  expect(find('figures-sufficient', { derivation: { usable: { fresh: 10, expected: 22, needed: 11 } } }).met).toBe(
    false,
  );
  expect(find('figures-sufficient', { derivation: { flags: ['gap'] } }).met).toBe(false);
  expect(find('figures-sufficient', { derivation: { flags: ['diffusion', 'stale'] } }).met).toBe(true);
  expect(find('figures-sufficient', { derivation: { level: INSUFFICIENT } }).met).toBe(false);
});

test.each([
  [{ R: '00', A: '02', B: '00' }, true, 'all of the 2 regions below are lower than level Ⅱ'],
  [{ R: '00', A: '03', B: '04' }, false, 'A Ⅱ Orange, B Ⅰ Red'],
  [
    { R: '00', A: '0?', B: '00' },
    null,
    '1 of the 2 regions below have insufficient data, the others are lower than level Ⅱ',
  ],
  [{ R: '00', A: '0?', B: '03' }, false, 'B Ⅱ Orange'],
])('regions below at %j: %s', (rows, met, figure) => {
  expect(find('below-quiet', { levels: rows })).toMatchObject({ met, figure: { en: figure } });
});

test('measures have to be ended, and the open ones are named', () => {
  const going = tell([
    ['03-26 09:00', OPEN],
    ['04-01 09:00', accept('labour-matching')],
    ['04-01 10:00', accept('work-relief')],
    ['04-01 11:00', { kind: 'reject-measure', case: CASE, measure: 'labour-cost', reason: '无' }],
    ['04-05 09:00', follow('work-relief', 'done')],
  ]).case;
  expect(find('measures-ended', { case: going })).toMatchObject({
    met: false,
    figure: { zh: '2项措施中1项未结束：组织跨地区劳务对接' },
  });
  const measures = new Map([...going.measures].filter(([id]) => id !== 'labour-matching'));
  expect(find('measures-ended', { case: { ...going, measures } }).met).toBe(true);
});

test('the final report, where reports are a duty', () => {
  const sent = (...stages: ('first' | 'final')[]) =>
    tell([['03-26 09:00', OPEN], ...stages.map((stage) => ['03-27 09:00', report(stage, '03-27 08:00')] as const)])
      .case;
  expect(find('final-report', { case: sent('first'), mustReport: true }).met).toBe(false);
  expect(find('final-report', { case: sent('first', 'final'), mustReport: true }).met).toBe(true);
  expect(find('final-report', { case: sent('first'), mustReport: false }).met).toBe(true);
});

test('Wuhai in October 2026 is not to be stood down, and each figure says why', () => {
  const conditions = standDownConditions({
    case: tell([['03-26 09:00', OPEN]]).case,
    derivation: derivationOf(WUHAI, '2026-10'),
    levels: {
      tree: regions,
      frequency: panel.frequency,
      weekEndsOn: panel.weekEndsOn,
      first: panel.first,
      count: panel.count,
      levels,
      ruleSet: assessment.config.ruleSet,
    },
    duty: { mustReport: true },
    plan,
  });
  const by = (id: string) => conditions.find((c) => c.id === id)!;
  expect(by('level-low')).toMatchObject({ met: false, figure: { zh: '2026年9月Ⅰ 红、2026年10月Ⅰ 红' } });
  expect(by('below-quiet').met).toBe(false);
  expect(by('final-report')).toMatchObject({ met: false, figure: { zh: '已报送0次，终报未报送' } });
  expect(needsReason(conditions)).toBe(true);
  expect(timeAtLevel(derivationOf(WUHAI, '2026-10')).zh).toMatch(/^Ⅰ 红，已连续\d+个月$/);
});
