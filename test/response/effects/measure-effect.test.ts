import { describe, expect, it } from 'vitest';
import { indicatorOf } from '../../panel/make-panel';
import { ask, START, type World, withEffect, worldOf } from './make-world';

const zh = (texts: readonly { readonly zh: string }[]): string[] => texts.map((t) => t.zh);
const standing = (answer: ReturnType<typeof ask>, code: string) =>
  answer.controls.find((c) => c.regionCode === code)?.excluded;

describe('an effect that was put in', () => {
  const world = worldOf('effect', 12);
  const found = ask(withEffect(world, -1));

  it('is found by both methods, with its size, and told in words', () => {
    expect(found.verdict.kind).toBe('lower');
    expect(found.verdict.better).toBe(true);
    expect(found.difference!.finding).toBe('effect');
    expect(found.synthetic!.finding).toBe('effect');
    expect(found.difference!.difference).toBeCloseTo(-1, 0);
    expect(found.synthetic!.difference).toBeCloseTo(-1, 0);
    expect(found.difference!.low).toBeLessThan(-1 + 0.3);
    expect(found.verdict.sentence.zh).toMatch(
      /^2022年3—12月，Arate_sa比按可比地区走势推算的水平低\d\.\d\d个百分点（95%区间 −\d\.\d\d 至 −\d\.\d\d个百分点）$/,
    );
    expect(found.verdict.sentence.en).toContain('rate_sa in A, Mar–Dec 2022: ');
  });

  it('moves both estimates by exactly its size', () => {
    const none = ask(world);
    expect(found.difference!.difference - none.difference!.difference).toBeCloseTo(-1, 10);
    expect(found.synthetic!.difference - none.synthetic!.difference).toBeCloseTo(-1, 10);
  });

  it('looks at three years before and as long since as was asked', () => {
    const { periods, before, own } = found.series!;
    expect([periods.length, before, own.length]).toEqual([46, 36, 46]);
    expect(periods[0]).toBe(START - 36);
    expect(periods.at(-1)).toBe(START + 9);
  });

  it('weights add up to one, and the plain mean is moved to the own level', () => {
    expect(found.controls.reduce((sum, c) => sum + c.weight, 0)).toBeCloseTo(1, 10);
    const { own, parallel, before } = found.series!;
    const sum = (values: Float64Array): number => values.subarray(0, before).reduce((s, v) => s + v, 0);
    expect(sum(parallel)).toBeCloseTo(sum(own), 8);
  });

  it('is the same when everything is lifted by a constant', () => {
    const lifted: World = {
      ...world,
      series: Object.fromEntries(Object.entries(world.series).map(([c, s]) => [c, s.map((v) => v + 40)])),
    };
    const moved = ask(withEffect(lifted, -1));
    expect(moved.difference!.difference).toBeCloseTo(found.difference!.difference, 8);
    expect(moved.difference!.low).toBeCloseTo(found.difference!.low, 8);
    expect(moved.synthetic!.difference).toBeCloseTo(found.synthetic!.difference, 6);
    expect(moved.verdict.kind).toBe(found.verdict.kind);
  });

  it('a rise is worse for an indicator that is better low, and nothing is said where there is no better way', () => {
    expect(ask(withEffect(world, 1)).verdict).toMatchObject({ kind: 'higher', better: false });
    const context = indicatorOf('rate_sa', { worse: 'none' });
    expect(ask(withEffect(world, 1), { indicator: context }).verdict).toMatchObject({ kind: 'higher', better: null });
  });
});

describe('without an effect', () => {
  it('a difference is stated seldom, over many worlds', () => {
    let stated = 0;
    let told = 0;
    const worlds = 150;
    for (let k = 0; k < worlds; k++) {
      const { kind } = ask(worldOf(`nothing ${k}`, 12)).verdict;
      if (kind !== 'cannot-be-told') told++;
      if (kind === 'lower' || kind === 'higher') stated++;
    }
    // At most one in twenty is promised; 150 worlds give 7.5, three standard deviations more are 15.
    expect(stated).toBeLessThanOrEqual(15);
    // And it is not bought by never answering.
    expect(told).toBeGreaterThan(0.7 * worlds);
  });

  it('a large effect is found in most of them', () => {
    let right = 0;
    for (let k = 0; k < 40; k++) if (ask(withEffect(worldOf(`much ${k}`, 12), -2)).verdict.kind === 'lower') right++;
    expect(right).toBeGreaterThanOrEqual(32);
  });

  it('says with few controls that a small effect could not be seen', () => {
    const answer = ask(worldOf('few', 6));
    expect(answer.verdict.kind).toBe('no-difference');
    expect(zh(answer.verdict.reasons)[0]).toContain('安慰剂检验至少需要 9 个可比地区，现有 5 个');
    expect(zh(answer.limits)).toContain('可比地区只有 5 个，小的成效看不出来：没有发现差别不等于没有成效。');
  });
});

describe('cannot be told', () => {
  const world = worldOf('reasons', 12);

  it('too few controls, each kind of reason counted', () => {
    const answer = ask(worldOf('reasons', 6), {
      levelOf: (code, t) => (code === 'B' && t === -3 ? 2 : 0),
      occupied: ['C'],
      remove: ['D'],
    });
    expect(answer.verdict.kind).toBe('cannot-be-told');
    expect(zh(answer.verdict.reasons)).toEqual([
      '可比地区只有 2 个，至少需要 4 个（同级 5 个；1 个自身处于Ⅲ级及以上预警、1 个实施了同类措施、1 个被人工剔除）',
    ]);
    expect(answer.series).toBeNull();
  });

  it('too little before, too little since', () => {
    expect(zh(ask(world, { start: START - 80 }).verdict.reasons)).toEqual(['起始前可用时期只有 6 个，至少需要 12 个']);
    expect(zh(ask(world, { periods: 2 }).verdict.reasons)).toEqual(['起始后可用时期只有 2 个，至少需要 3 个']);
    expect(zh(ask(world, { start: START + 100 }).verdict.reasons)).toEqual(['起始时间不在数据期内']);
  });

  it('gaps of the region itself', () => {
    const holes = { ...world, series: { ...world.series, A: world.series.A!.map((v, t) => (t % 8 === 3 ? NaN : v)) } };
    expect(zh(ask(holes).verdict.reasons)[0]).toMatch(/^该地区在比较期内缺 \d 个时期的数，超过一成$/);
    const one = { ...world, series: { ...world.series, A: world.series.A!.map((v, t) => (t === 70 ? NaN : v)) } };
    const answer = ask(one);
    expect(answer.series!.periods).toHaveLength(45);
    expect(zh(answer.limits)).toContain('该地区缺数的 1 个时期对所有地区均未计入。');
  });

  it('courses that were not parallel, and a fit that is bad', () => {
    const away = {
      ...world,
      series: { ...world.series, A: world.series.A!.map((v, t) => v + (t / 12) * (t / 12)) },
    };
    const answer = ask(away);
    expect(answer.verdict.kind).toBe('cannot-be-told');
    expect(answer.difference!.trend.p).toBeLessThan(0.01);
    expect(zh(answer.verdict.reasons)[0]).toMatch(/^起始前走势不平行：每年相差\+\d/);
    expect(zh(answer.verdict.reasons).at(-1)).toMatch(/^合成对照在起始前拟合不好：误差 \d/);
  });

  it('a change that came before the measure', () => {
    const early = {
      ...world,
      series: { ...world.series, A: world.series.A!.map((v, t) => (t >= 83 ? v + 1 : v)) },
    };
    const answer = ask(early);
    expect(answer.difference!.lead.p).toBeLessThan(0.01);
    expect(answer.difference!.lead.difference).toBeCloseTo(1, 0);
    expect(answer.verdict.kind).toBe('cannot-be-told');
    expect(zh(answer.verdict.reasons).join()).toMatch(
      /起始前最近3期与可比地区的差距已改变\+\d.*起始前最近3期该地区已偏离合成对照/,
    );
  });

  it('a region that scatters far more than its controls', () => {
    const loud = {
      ...world,
      series: { ...world.series, A: world.series.A!.map((v, t) => v + 3 * Math.sin(2.4 * t)) },
    };
    const answer = ask(loud);
    expect(answer.difference!.noise).toBeGreaterThan(2);
    expect(answer.verdict.kind).toBe('cannot-be-told');
  });

  it('the top region has no other of its level', () => {
    const top = { ...world, series: { ...world.series, TOP: world.series.A! } };
    expect(zh(ask(top, { regionCode: 'TOP' }).verdict.reasons)).toEqual(['没有同级地区可比']);
  });

  it('unknown region, unknown indicator, no figures', () => {
    expect(zh(ask(world, { regionCode: 'Z' }).verdict.reasons)).toEqual(['数据中没有该地区']);
    expect(zh(ask(world, { indicatorId: 'none' }).verdict.reasons)).toEqual(['数据中没有该指标']);
    const empty = { ...world, series: { ...world.series, A: world.series.A!.map(() => NaN) } };
    expect(zh(ask(empty).verdict.reasons)[0]).toContain('该地区没有可比的数');
  });
});

describe('controls', () => {
  const world = worldOf('controls', 14);

  it('one with a gap in the window is left out and named, one outside it is not', () => {
    const gap = (code: string, at: number) => ({
      ...world,
      series: { ...world.series, [code]: world.series[code]!.map((v, t) => (t === at ? NaN : v)) },
    });
    expect(standing(ask(gap('C', 90)), 'C')).toBe('missing');
    expect(standing(ask(gap('C', 20)), 'C')).toBeNull();
    // A person cannot add what has no figures.
    expect(standing(ask(gap('C', 90), { add: ['C'] }), 'C')).toBe('missing');
  });

  it('a warning counts from a year before the start to the end', () => {
    const at = (month: number) =>
      standing(ask(world, { levelOf: (code, t) => (code === 'C' && t === month ? 2 : 1) }), 'C');
    expect([-13, -12, 0, 9, 10].map(at)).toEqual([null, 'warned', 'warned', 'warned', null]);
    const answer = ask(world, { levelOf: (code) => (code === 'C' ? 3 : 0), add: ['C'] });
    expect(standing(answer, 'C')).toBeNull();
    expect(answer.controls.find((c) => c.regionCode === 'C')!.byHand).toBe(true);
    expect(zh(answer.limits).join()).toContain('人工加入 1 个可比地区');
  });

  it('says of how many it is not known whether they had a warning', () => {
    const answer = ask(world, { levelOf: (code) => (code < 'E' ? 255 : 0) });
    expect(zh(answer.limits)).toContain('3 个可比地区没有预警等级（数据不足），无法确认其自身没有冲击。');
  });

  it('structure chooses only where enough are alike', () => {
    const traits = (codes: readonly string[]) =>
      Object.fromEntries(['A', ...codes].map((c) => [c, { traits: ['border'] }]));
    const many = ask(world, { attributes: traits(['B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J']) });
    expect(standing(many, 'K')).toBe('unlike');
    expect(standing(many, 'B')).toBeNull();
    expect(standing(ask(world, { attributes: traits(['B', 'C']) }), 'K')).toBeNull();
    expect(zh(ask(world, { attributes: traits(['B', 'C']) }).limits)).toContain(
      '结构相近的可比地区不足 9 个，因此未按结构筛选。',
    );
  });

  it('a measure in a region covers what lies in it; regions of another depth are no controls', () => {
    const parents = {
      TOP: '',
      P: 'TOP',
      Q: 'TOP',
      ...Object.fromEntries(world.codes.map((c) => [c, c < 'D' ? 'P' : 'Q'])),
    };
    const answer = ask(world, { parents, occupied: ['P'] });
    expect(answer.controls.map((c) => c.regionCode)).toEqual(world.codes.filter((c) => c !== 'A'));
    expect(['B', 'C', 'D'].map((c) => standing(answer, c))).toEqual(['own-measure', 'own-measure', null]);
  });

  it('never more than sixty: those of the same parent first', () => {
    const codes = Array.from({ length: 80 }, (_, k) => `R${k}`);
    const base = worldOf('many', 12);
    const series = Object.fromEntries(
      codes.map((c, k) => [c, base.series[base.codes[k % 12]!]!.map((v, t) => v + Math.sin(k + t) / 9)]),
    );
    const wide: World = { codes: ['A', ...codes], series: { A: base.series.A!, ...series } };
    const parents = {
      TOP: '',
      P: 'TOP',
      Q: 'TOP',
      A: 'Q',
      ...Object.fromEntries(codes.map((c, k) => [c, k < 40 ? 'P' : 'Q'])),
    };
    const answer = ask(wide, { parents });
    expect(answer.controls.filter((c) => c.excluded === null)).toHaveLength(60);
    expect(standing(answer, 'R79')).toBeNull();
    expect(standing(answer, 'R39')).toBe('far');
  });
});

describe('comparable figures', () => {
  const count = indicatorOf('claims', { kind: 'flow', unit: 'persons', aggregation: { by: 'sum' } });
  const large = (world: World): World => ({
    ...world,
    series: Object.fromEntries(Object.entries(world.series).map(([c, s], k) => [c, s.map((v) => 100 * (k + 1) * v)])),
  });

  it('counts are compared by their change on the year before, at most for a year', () => {
    const answer = ask(large(worldOf('counts', 12)), { indicator: count, periods: 16, start: START - 8 });
    expect([answer.view, answer.unit, answer.differenceUnit]).toEqual(['yoy', 'percent', 'points']);
    expect(answer.series!.periods.at(-1)).toBe(START - 8 + 11);
    expect(zh(answer.limits)).toContain('按同比比较时起始后最多看一年：再往后，上年同期已在措施之中。');
  });

  it('what is compared with a year of trouble is not told as the work of a measure', () => {
    const trouble = (code: string, months: number) => (code === 'A' && months === -6 ? 2 : 0);
    const world = large(withEffect(worldOf('counts', 12), -3));
    const plain = ask(world, { indicator: count });
    expect(plain.verdict.kind).toBe('lower');
    const answer = ask(world, { indicator: count, levelOf: trouble });
    expect(answer.verdict.kind).toBe('cannot-be-told');
    expect(zh(answer.verdict.reasons)).toEqual([
      '上年同期该地区已处于Ⅲ级及以上预警：同比的变化含基数作用，不能归于措施（可改按原值比较）',
    ]);
    expect(ask(world, { indicator: count, view: 'own', levelOf: trouble }).verdict.kind).not.toBe('cannot-be-told');
  });

  it('or over their own mean before the start, so that size does not count', () => {
    const world = worldOf('counts', 12);
    const small = ask(world, { indicator: count, view: 'own' });
    const big = ask(large(world), { indicator: count, view: 'own' });
    expect(big.unit).toBe('index');
    expect(big.difference!.difference).toBeCloseTo(small.difference!.difference, 8);
    expect(big.series!.own.subarray(0, 36).reduce((s, v) => s + v, 0) / 36).toBeCloseTo(100, 8);
    expect(zh(big.limits).join()).toContain('未剔除季节因素');
  });

  it('warns that a region at its worst may return by itself', () => {
    const answer = ask(worldOf('counts', 12), { levelOf: (code) => (code === 'A' ? 3 : 0) });
    expect(zh(answer.limits)[0]).toContain('措施往往始于最坏时');
  });
});
