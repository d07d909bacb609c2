import { expect, it } from 'vitest';
import { catalogue, treeOf } from '../../../panel/make-panel';
import { effectCsv } from '../../../../src/views/response/effects/effect-file';
import { ask, RATE, START, withEffect, worldOf } from '../../../response/effects/make-world';

const question = {
  regionCode: 'A',
  indicatorId: 'rate_sa',
  start: START,
  periods: 10,
  view: null,
  add: [],
  remove: [],
  occupied: [],
};
const world = withEffect(worldOf('effect', 12), -1);
const view = {
  tree: treeOf({ TOP: '', ...Object.fromEntries(world.codes.map((c) => [c, 'TOP'])) }),
  catalogue: catalogue(RATE),
};

it('holds source, question, verdict, methods, controls and every period', () => {
  const answer = ask(world);
  const csv = effectCsv(answer, question, view, '演示数据，数据截至2026年11月9日', 'zh');
  const lines = csv.split('\r\n');
  expect(lines.slice(0, 2)).toEqual(['烽燧 措施成效', '演示数据，数据截至2026年11月9日']);
  expect(lines).toContain('起始,2022-03');
  expect(lines).toContain('结论,低于可比走势');
  const did = lines.find((line) => line.startsWith('双重差分,'))!.split(',');
  expect(did[1]).toBe('有差别');
  expect(Number(did[2])).toBeCloseTo(answer.difference!.difference, 10);
  const first = lines.findIndex((line) => line.startsWith('2019-03,'));
  expect(lines.slice(first).filter((line) => line !== '')).toHaveLength(46);
  expect(lines.filter((line) => /^2022-\d\d,是,/.test(line))).toHaveLength(10);
  expect(Number(lines[first]!.split(',')[2])).toBeCloseTo(answer.series!.own[0]!, 10);
  expect(csv).not.toMatch(/NaN|undefined|Infinity/);
});

it('without an answer it says why, and the controls with their standing', () => {
  const answer = ask(worldOf('few', 3));
  const csv = effectCsv(answer, question, view, 'source', 'en');
  expect(csv).toContain('Verdict,Cannot be told\r\n');
  expect(csv).toContain('only 2 comparable regions');
  expect(csv).toContain('\r\nB,B,taken,0,');
  expect(csv).not.toMatch(/NaN|undefined|Difference in differences,/);
});
