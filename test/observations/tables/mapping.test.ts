import { describe, expect, test } from 'vitest';
import { type Mapping, NO_MAPPING } from '../../../src/observations/tables/mapping';
import { loadMappings } from '../../../src/observations/tables/mapping-shape';
import type { ReadResult } from '../../../src/observations/read-result';
import { figuresOf, readLines, toldBy } from './read-table-text';

const only = ({ understandings }: ReadResult) => {
  expect(understandings).toHaveLength(1);
  return understandings[0]!;
};
const mappingFor = (read: ReadResult, part: Partial<Mapping>): Mapping => ({
  ...NO_MAPPING,
  signature: only(read).signature,
  ...part,
});

const TABLE = ['全区就业情况（2018年）,,,', '地区,失业面(%),1月就业,备注', '包头市,3.1,,', '青城,3.3,,'];

describe('the signature', () => {
  test('is the same with a month, a region and another year more', async () => {
    const one = only(await readLines(['2017年各盟市失业率（%）,,', '地区,2017年1月,2017年2月', '包头市,3.1,3.2']));
    const two = only(
      await readLines([
        '2018年各盟市失业率（%）,,,',
        '地区,2018年1月,2018年2月,2018年3月',
        '包头市,3.1,3.2,3',
        '乌海市,3,3,3',
      ]),
    );
    expect(two.signature).toBe(one.signature);
  });
  test('is another one for other words, and does not know the figures', async () => {
    const rate = only(await readLines(['各盟市失业率（%）,', '地区,2017年1月', '包头市,3.1']));
    const count = only(await readLines(['各盟市失业人数（人）,', '地区,2017年1月', '包头市,3.1']));
    expect(count.signature).not.toBe(rate.signature);
    expect(rate.signature).not.toMatch(/\d/);
  });
});

describe('corrections by hand', () => {
  test('a word nobody knows gets its meaning, and is understood so from then on', async () => {
    const lines = ['地区,月份,失业面(%)', '包头市,2018-01,3.1', '乌海市,2018-01,3.2'];
    const before = await readLines(lines);
    expect(before.taken).toBe(0);
    expect(only(before).indicators).toMatchObject([{ text: '失业面', meaning: null, confidence: 0, count: 2 }]);
    expect(only(before).confidence).toBeLessThan(0.6);
    const mapping = mappingFor(before, { indicators: { 失业面: { indicator: 'unemployment_rate' } } });
    const after = await readLines(lines, { mappings: [mapping] });
    expect(figuresOf(after)).toEqual(['150200 unemployment_rate 2018-01=3.1', '150300 unemployment_rate 2018-01=3.2']);
    expect(toldBy(after)).toEqual([]);
    expect(only(after).indicators).toMatchObject([{ text: '失业面', meaning: 'unemployment_rate', confidence: 1 }]);
    // The meanings in force, given back, are in force again: next month needs no hand.
    const next = [lines[0]!, '包头市,2018-02,3.4', '乌海市,2018-02,3.5', '赤峰市,2018-02,3.6'];
    expect((await readLines(next, { mappings: [only(after).mapping] })).taken).toBe(3);
  });
  test('what is set to nothing is not taken, and not told as a fault', async () => {
    const lines = ['地区,月份,失业率', '包头市,2018-01,3.1', '青城,2018-01,3.3', '其他,2018-01,3.2'];
    const before = await readLines(lines);
    expect(before).toMatchObject({ taken: 1, held: 2 });
    const mapping = mappingFor(before, { regions: { 青城: '150100', 其他: null } });
    const after = await readLines(lines, { mappings: [mapping] });
    expect(figuresOf(after)).toContain('150100 unemployment_rate 2018-01=3.3');
    expect(after).toMatchObject({ taken: 2, held: 0, rows: 2, issues: [] });
    const shown = only(after).regions;
    expect(shown).toContainEqual(expect.objectContaining({ text: '青城', meaning: '150100', confidence: 1 }));
    expect(shown).toContainEqual(expect.objectContaining({ text: '其他', meaning: null, confidence: 1 }));
  });
  test('an indicator taken for another one, in another unit', async () => {
    const lines = ['地区,月份,失业人数', '包头市,2018-01,3.1'];
    const before = await readLines(lines);
    const hand = { indicators: { 失业人数: { indicator: 'benefit_recipients', unit: '10k_persons' } } };
    const after = await readLines(lines, { mappings: [mappingFor(before, hand)] });
    expect(figuresOf(after)).toEqual(['150200 benefit_recipients 2018-01=31000']);
  });
  test('what holds for the whole table: year, region, indicator, unit', async () => {
    const lines = ['月份,数值', '1月,3.1', '2月,3.2'];
    const before = await readLines(lines);
    expect(before.taken).toBe(0);
    const constants = { period: '2018', region: '150200', indicator: 'unemployed_persons', unit: '10k_persons' };
    const after = await readLines(lines, { mappings: [mappingFor(before, { constants })] });
    expect(figuresOf(after)).toEqual([
      '150200 unemployed_persons 2018-01=31000',
      '150200 unemployed_persons 2018-02=32000',
    ]);
    expect(only(after).constants).toMatchObject(constants);
    expect(only(after).mapping.constants).toEqual(constants);
  });
  test('the role of a column', async () => {
    const lines = ['地区,月份,失业率,城镇登记失业率', '包头市,2018-01,3.1,2.9'];
    const before = await readLines(lines);
    expect(before.taken).toBe(2);
    const after = await readLines(lines, { mappings: [mappingFor(before, { columns: { 城镇登记失业率: 'ignore' } })] });
    expect(figuresOf(after)).toEqual(['150200 unemployment_rate 2018-01=3.1']);
  });
  test('a mapping of another layout changes nothing', async () => {
    const lines = ['地区,月份,失业率', '包头市,2018-01,3.1'];
    const other: Mapping = { ...NO_MAPPING, signature: 'other', indicators: { 失业率: null } };
    expect((await readLines(lines, { mappings: [other] })).taken).toBe(1);
  });
});

test('a title’s year is shown, and not kept for the next file', async () => {
  const read = await readLines(['各盟市失业率（2017年）,,', '地区,1月,2月', '包头市,3.1,3.2']);
  expect(only(read).constants).toMatchObject({ period: '2017', indicator: 'unemployment_rate' });
  expect(only(read).mapping.constants).toEqual({});
  const next = ['各盟市失业率（2018年）,,', '地区,1月,2月', '包头市,3.1,3.2'];
  const after = await readLines(next, { mappings: [only(read).mapping] });
  expect(figuresOf(after)).toEqual(['150200 unemployment_rate 2018-01=3.1', '150200 unemployment_rate 2018-02=3.2']);
});

test('of contradicting values the chosen one is taken; they stay listed', async () => {
  const lines = ['地区,月份,失业率', '包头市,2018-01,3.1', '包头市,2018-01,4.1', '乌海市,2018-01,2'];
  const before = await readLines(lines);
  expect(before).toMatchObject({ taken: 1, held: 2 });
  const conflict = {
    key: '150200|unemployment_rate|2018-01|',
    regionCode: '150200',
    regionName: '包头市',
    indicatorId: 'unemployment_rate',
    period: '2018-01',
    claims: [
      { row: 2, value: 3.1 },
      { row: 3, value: 4.1 },
    ],
  };
  expect(before.conflicts).toEqual([conflict]);
  const after = await readLines(lines, { choices: { [conflict.key]: 3 } });
  expect(figuresOf(after)).toEqual(['150200 unemployment_rate 2018-01=4.1', '150300 unemployment_rate 2018-01=2']);
  expect(after).toMatchObject({ taken: 2, held: 1, rows: 3, conflicts: [conflict] });
  expect(after.issues.filter((i) => i.severity === 'fault')).toEqual([]);
  // A choice that names no claim leaves both held.
  expect(await readLines(lines, { choices: { [conflict.key]: 99 } })).toMatchObject({ taken: 1, held: 2 });
});

test('the understanding tells the head, the kinds of rows and the unknown words', async () => {
  const understood = only(await readLines(TABLE));
  expect(understood).toMatchObject({ headerFrom: 2, headerTo: 2, sheet: '' });
  expect(understood.preview.map((r) => r.kind)).toEqual(['title', 'header', 'data', 'data']);
  expect(understood.regions).toMatchObject([{ text: '青城', meaning: null }]);
});

test('mappings from outside are checked whole', () => {
  const good: Mapping = { ...NO_MAPPING, signature: 's', columns: { 地区: 'region_name' }, regions: { 其他: null } };
  expect(loadMappings(good).value).toEqual([good]);
  expect(loadMappings([good, good]).value).toEqual([good, good]);
  const faults = loadMappings({ ...good, columns: { 地区: 'nonsense' }, constants: { year: 1 } }).faults;
  expect(faults.map((f) => f.path)).toEqual(['[0].columns.地区', '[0].constants']);
});
