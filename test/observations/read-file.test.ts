import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../src/observations/read-file';
import { context, figuresOf, readLines, toldBy } from './tables/read-table-text';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const CANONICAL = 'region_code,region_name,indicator,period,value,unit,source';
const ROW = '150200,包头市,registered_unemployment_rate,2026-09,3.9,percent,test';

describe('which way a file is read', () => {
  test('the canonical form by its own reader, which judges nothing', async () => {
    const read = await readLines([CANONICAL, ROW]);
    expect(read).toMatchObject({ form: 'csv', taken: 1, understandings: [], issues: [] });
  });
  test('a slip in a canonical header is told there, column by column', async () => {
    const read = await readLines([CANONICAL.replace('value', 'vaule'), ROW]);
    expect(read.taken).toBe(0);
    expect(read.issues.map((i) => `${i.type} ${i.column}`)).toEqual([
      'wrong_header ',
      'unknown_column vaule',
      'missing_column value',
    ]);
  });
  test('the canonical form as GB18030, and a choice between contradicting rows', async () => {
    const other = ROW.replace('3.9', '4.9');
    const key = '150200|registered_unemployment_rate|2026-09|';
    const read = await readLines([CANONICAL, ROW, other], { choices: { [key]: 3 } });
    expect(read).toMatchObject({ taken: 1, held: 1, conflicts: [{ key }] });
    expect(figuresOf(read)).toEqual(['150200 registered_unemployment_rate 2026-09=4.9']);
  });
  test('everything else as a table', async () => {
    const read = await readLines(['地区,月份,失业率(%)', '包头市,2018-01,3.9']);
    expect(read).toMatchObject({ form: 'csv', taken: 1, encoding: 'UTF-8', understandings: [{ headerFrom: 1 }] });
  });
  test('a gap by design and a vintage of a table', async () => {
    const read = await readLines([
      '地区,月份,指标,数值,状态,发布日期',
      '包头市,2018-01,industrial_output_yoy,,不公布,2018-02-14',
      '包头市,2018-03,industrial_output_yoy,5.5,初步数,2018/4/17',
      '包头市,2018-03,industrial_output_yoy,5.7,,2018年5月17日',
    ]);
    expect(read).toMatchObject({ taken: 3, held: 0, issues: [] });
    expect(figuresOf(read)).toEqual(
      ['2018-01=NaN', '2018-03=5.5', '2018-03=5.7'].map((f) => `150200 industrial_output_yoy ${f}`),
    );
    expect(new Set(read.observations.knownOn).size).toBe(3);
  });
});

describe('what cannot be read is said', () => {
  test.each<[string, string, string]>([
    ['nothing at all', '', 'empty_file'],
    ['blank lines', '\n\n\n', 'empty_file'],
    ['words without figures', '你好，世界\n没有数字\n', 'not_understood'],
    ['one word', 'x', 'not_understood'],
    ['figures without words', '1.5,2.5\n3.5,4.5\n', 'not_understood'],
  ])('%s', async (_what, text, type) => {
    const read = await readFile(() => [encode(text)], 'x.csv', context);
    expect(read.taken).toBe(0);
    expect(read.issues.map((i) => i.type)).toContain(type);
    expect(read.issues.some((i) => i.severity === 'fault')).toBe(true);
  });
  test('no region is known: a region table is needed first, and the file’s regions are handed on', async () => {
    const read = await readLines(['地区,月份,失业率', '甲城,2018-01,3', '乙城,2018-01,4']);
    expect(read).toMatchObject({ taken: 0, held: 2, needsRegions: true });
    expect(read.regionsFound).toEqual([
      { code: '甲城', name: '甲城' },
      { code: '乙城', name: '乙城' },
    ]);
  });
});

describe('regions and indicators taken as they come', () => {
  const open = { tree: null, catalogue: context.catalogue, openRegions: true, openIndicators: true } as const;
  const read = (text: string) => readFile(() => [encode(text)], 'x.csv', open);
  test('by the names that the file gives them', async () => {
    const result = await read('地区,月份,幸福指数\n甲城,2018-01,3\n');
    expect(figuresOf(result)).toEqual(['甲城 幸福指数 2018-01=3']);
    expect(result.adHoc.map((i) => i.id)).toEqual(['幸福指数']);
  });
});

describe('while it is read', () => {
  const long = encode(`地区,月份,失业率\n${'包头市,2018-01,3.9\n'.repeat(20_000)}`);
  const pieces = (cut: number): Uint8Array[] =>
    Array.from({ length: Math.ceil(long.length / cut) }, (_, k) => long.subarray(k * cut, (k + 1) * cut));

  test('progress moves forward, to the end', async () => {
    const seen: number[] = [];
    await readFile(() => pieces(10_000), 'x.csv', context, {
      size: long.length,
      onProgress: (done) => seen.push(done),
    });
    expect(new Set(seen).size).toBeGreaterThan(20);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
  });
  test.each([3, 45, 80])('an abort after %i pieces stops it at once', async (after) => {
    const abort = new AbortController();
    let given = 0;
    function* open(): Generator<Uint8Array> {
      for (const piece of pieces(10_000)) {
        if (++given === after) abort.abort();
        yield piece;
      }
    }
    await expect(readFile(open, 'x.csv', context, { signal: abort.signal })).rejects.toThrow(/abort/i);
    expect(given).toBe(after);
  });
});

test('any bytes: no crash, no hang, every figure accounted for', async () => {
  const words = [
    '地区',
    '包头市',
    '2018-01',
    '失业率',
    '3.9',
    '—',
    '合计',
    '单位：%',
    '注：',
    '"',
    ',',
    '\t',
    '\n',
    '\r\n',
    '2017年',
    '1',
    '12',
    '万人',
    '\uFEFF',
    '=1+1',
    '<b>',
  ];
  const text = fc.array(fc.constantFrom(...words), { maxLength: 120 }).map((parts) => encode(parts.join('')));
  const bytes = fc.oneof({ weight: 5, arbitrary: text }, { weight: 1, arbitrary: fc.uint8Array({ maxLength: 400 }) });
  await fc.assert(
    fc.asyncProperty(bytes, async (content) => {
      const read = await readFile(() => [content], 'x.csv', context);
      expect(read.taken + read.held + read.duplicates + read.missing).toBe(read.rows);
      expect(read.taken > 0 || read.issues.length > 0).toBe(true);
      expect(toldBy(read).every((line) => !line.includes('undefined'))).toBe(true);
    }),
    { numRuns: 150 },
  );
}, 60_000);
