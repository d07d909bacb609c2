import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildRegionTree } from '../../src/base/regions';
import { dayOf, monthPeriod, NO_DAY } from '../../src/base/period';
import { Status } from '../../src/base/status';
import { LISTED_PER_TYPE } from '../../src/observations/issue-log';
import { readRegions } from '../../src/observations/read-regions';
import { HEADER, issueOfType, readPieces, readRows, readText, rowsOf, typesOf } from './read-text';

const GOOD = '150200,包头市,new_benefit_claims,2018-08,612,persons,t';

describe('what is taken', () => {
  test('a row becomes an observation with its line', async () => {
    const result = await readRows([GOOD, '150300,,surveyed_unemployment_rate,2018-09,5.25,percent,t']);
    expect(result).toMatchObject({ rows: 2, taken: 2, held: 0, issues: [], source: 't', needsRegions: false });
    expect(rowsOf(result)).toEqual([
      ['150200', 'new_benefit_claims', 0, monthPeriod(2018, 8), 612, Status.observed, NO_DAY, 2],
      ['150300', 'surveyed_unemployment_rate', 0, monthPeriod(2018, 9), 5.25, Status.observed, NO_DAY, 3],
    ]);
  });
  test('columns in any order, spelt in any case, with a byte order mark, tabs for commas', async () => {
    const result = await readText(
      '\uFEFFValue\tPeriod\tRegion Code\tindicator\n612\t2018-08\t150200\tnew_benefit_claims\r\n',
    );
    expect(result).toMatchObject({ taken: 1, issues: [], encoding: 'UTF-8 (BOM)' });
  });
  test('day of knowledge and status', async () => {
    const header = `${HEADER},known_on,status`;
    const result = await readRows(
      [`${GOOD},2018-09-15,provisional`, `${GOOD.replace('612', '688')},2018-10-15,`],
      {},
      header,
    );
    expect(result).toMatchObject({ taken: 2, duplicates: 0, issues: [] });
    expect(rowsOf(result).map((r) => [r[4], r[5], r[6]])).toEqual([
      [612, Status.provisional, dayOf(2018, 9, 15)],
      [688, Status.observed, dayOf(2018, 10, 15)],
    ]);
  });
  test('periods of every frequency; weeks keep the day on which they end', async () => {
    const result = await readRows(
      ['2017-Q3', '2017', '2020-01-04', '2020-01-11'].map((p) => GOOD.replace('2018-08', p)),
    );
    expect(result.taken).toBe(4);
    expect([...result.observations.frequency]).toEqual([1, 2, 3, 3]);
    expect(result.observations.weekEndsOn).toBe(6);
  });
  test('a gap by design is kept as such', async () => {
    const header = `${HEADER},status`;
    const gap = '150200,包头市,industrial_output_yoy,2018-01,,percent,t,expectedGap';
    const result = await readRows([gap], {}, header);
    expect(rowsOf(result)[0]!.slice(4, 6)).toEqual([NaN, Status.expectedGap]);
    const odd = await readRows([gap.replace('2018-01,,', '2018-01,5,')], {}, header);
    expect(odd).toMatchObject({ taken: 0, held: 1 });
    expect(typesOf(odd)).toEqual(['2 unknown_status']);
  });
  test('zero is a figure, also with a sign', async () => {
    const result = await readRows([GOOD.replace('612', '0'), GOOD.replace('2018-08,612', '2018-09,-0')]);
    expect([...result.observations.value].every((v) => Object.is(v, 0))).toBe(true);
  });
  test('figures are read exactly as JavaScript reads them', () => {
    fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.double({ min: 0, max: 9e14, noNaN: true }).map(String),
          fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 14n }), fc.integer({ min: 0, max: 14 })).map(([m, k]) => {
            const digits = String(m).padStart(k + 1, '0');
            return k === 0 ? digits : `${digits.slice(0, -k)}.${digits.slice(-k)}`;
          }),
        ),
        async (figure) => {
          const result = await readRows([`X,,any,2018-08,${figure},,`], { openRegions: true, openIndicators: true });
          expect(result.observations.value[0]).toBe(Number(figure));
        },
      ),
    );
  });
});

describe('each fault: place, what stood there, what is expected', () => {
  test('empty file, header alone, binary content', async () => {
    expect(typesOf(await readText(''))).toEqual(['0 empty_file']);
    expect(typesOf(await readText('\n \n'))).toEqual(['0 empty_file']);
    expect(typesOf(await readText(`${HEADER}\n`))).toEqual(['0 empty_file']);
    expect(typesOf(await readText(Uint8Array.from([1, 0, 2])))).toEqual(['0 not_text']);
  });
  test('wrong header: what was found, what is missing, what may be meant', async () => {
    const result = await readText('地区代码,指标,date,valu\n150200,x,2018-08,1\n');
    expect(result).toMatchObject({ rows: 0, taken: 0 });
    expect(result.issues.filter((i) => i.type === 'missing_column').map((i) => [i.column, i.given])).toEqual([
      ['region_code', '地区代码'],
      ['indicator', '指标'],
      ['period', 'date'],
      ['value', 'valu'],
    ]);
    expect(issueOfType(result, 'wrong_header').detail.en).toContain('地区代码, 指标, date, valu');
    const twice = await readText('region_code,indicator,period,value,value\n');
    expect(issueOfType(twice, 'wrong_header')).toMatchObject({ column: 'value', severity: 'fault' });
  });
  test('other columns are noted once', async () => {
    const result = await readRows([`${GOOD},x`], {}, `${HEADER},memo`);
    expect(result.taken).toBe(1);
    expect(result.issues).toMatchObject([{ type: 'unknown_column', severity: 'note', given: 'memo' }]);
  });
  test('short and long rows; empty cells at the end do no harm', async () => {
    const result = await readRows(['150200,包头市,new_benefit_claims', `${GOOD},1,2`, `${GOOD.replace('08', '09')},,`]);
    expect(typesOf(result)).toEqual(['2 short_row', '3 long_row']);
    expect(result).toMatchObject({ rows: 3, taken: 1, held: 2 });
  });
  test('broken quotes cost one row', async () => {
    const result = await readRows(['"150200"x,包头市,new_benefit_claims,2018-08,612,persons,t', GOOD]);
    expect(typesOf(result)).toEqual(['2 malformed_csv']);
    expect(result).toMatchObject({ rows: 2, taken: 1, held: 1 });
  });
  test('unknown region: the nearest ones', async () => {
    const result = await readRows([
      GOOD.replace('150200', '150201x').replace('包头市', '包头'),
      GOOD.replace('150200,包头市', ',乌海海市'),
    ]);
    expect(result.issues.map((i) => [i.row, i.type, i.column])).toEqual([
      [2, 'unknown_region', 'region_code'],
      [3, 'unknown_region', 'region_name'],
    ]);
    expect(result.issues[0]!.expected.zh).toContain('150200 包头市');
    expect(result.issues[1]!.expected.zh).toContain('150300 乌海市');
  });
  test('a name without a code is taken when it is unique, and it is said', async () => {
    const result = await readRows([GOOD.replace('150200', '')]);
    expect(result.taken).toBe(1);
    expect(result.issues).toMatchObject([{ type: 'region_name_mismatch', severity: 'note', given: '包头市' }]);
  });
  test('a short or former name is as good, beside a code it is no other name; a total is no region', async () => {
    const rows = [',呼市', '150600,伊克昭盟', ',呼和浩特市新城区', ',合计', ',左旗'].map((r) =>
      GOOD.replace('150200,包头市', r),
    );
    const result = await readRows(rows);
    expect(result.observations.regionCodes).toEqual(['150100', '150600', '150102']);
    expect(typesOf(result)).toEqual([
      '2 region_name_mismatch',
      '4 region_name_mismatch',
      '5 unknown_region',
      '6 unknown_region',
    ]);
    expect(result.issues.at(-1)!.detail.en).toContain('more than one');
  });
  test('a name that is not the code’s is noted once; a shorter one is fine', async () => {
    const rows = ['08', '09', '10'].map((m) => GOOD.replace('包头市', '乌海市').replace('08', m));
    const result = await readRows([...rows, GOOD.replace('包头市', '包头').replace('08', '11')]);
    expect(result).toMatchObject({ taken: 4, issueCounts: { region_name_mismatch: 1 } });
    expect(typesOf(result)).toEqual(['2 region_name_mismatch']);
  });
  test('an indicator by its usual name is taken, said once; one that hangs on the place, or growth, is not', async () => {
    const named = (word: string, month: string): string => `150200,包头市,${word},2018-${month},5.1,,t`;
    const rows = [
      named('失业率(%)', '08'),
      named('失业率(%)', '09'),
      named('unemployment_rate', '10'),
      named('Unemployment rate', '11'),
    ];
    const result = await readRows([...rows, named('城镇调查失业率', '08'), named('失业率同比', '08')]);
    expect(result).toMatchObject({ taken: 4, held: 2 });
    expect(result.observations.indicatorIds).toEqual(['unemployment_rate']);
    expect(result.issues.map((i) => [i.row, i.type, i.severity])).toEqual([
      [2, 'unknown_indicator', 'note'],
      [5, 'unknown_indicator', 'note'],
      [6, 'unknown_indicator', 'fault'],
      [7, 'unknown_indicator', 'fault'],
    ]);
    const open = await readRows(rows, { openIndicators: true });
    expect(open.observations.indicatorIds).toEqual(['失业率(%)', 'unemployment_rate', 'Unemployment rate']);
  });
  test('unknown indicator: the nearest', async () => {
    const result = await readRows([GOOD.replace('new_benefit_claims', 'new_benefit_claim')]);
    expect(issueOfType(result, 'unknown_indicator').expected.en).toContain('new_benefit_claims');
  });
  test.each(['2017-13', '2017-00', '201708', '2017年8月', '', '2017-02-30', '2017-W60', '9999-12', '1899-12', '2101'])(
    'period %j',
    async (period) => {
      const result = await readRows([GOOD.replace('2018-08', period)]);
      expect(issueOfType(result, 'bad_period')).toMatchObject({ row: 2, column: 'period', given: period });
      expect(result.held).toBe(1);
    },
  );
  test('weeks that end on different days', async () => {
    const result = await readRows([GOOD.replace('2018-08', '2020-01-04'), GOOD.replace('2018-08', '2020-01-12')]);
    expect(typesOf(result)).toEqual(['3 bad_period']);
  });
  test.each(['abc', '12a', '1,234', '5%', '0x10', 'NaN', 'Infinity', '1 2', '１２'])('value %j', async (value) => {
    const result = await readRows([GOOD.replace('612', value.includes(',') ? `"${value}"` : value)]);
    expect(issueOfType(result, 'bad_value')).toMatchObject({
      row: 2,
      column: 'value',
      given: value,
      severity: 'fault',
    });
    expect(result).toMatchObject({ taken: 0, held: 1 });
  });
  test.each(['', ' ', '-', '—', '…', 'NA', 'n/a', 'null', '缺'])(
    'missing value %j is missing, never zero',
    async (value) => {
      const result = await readRows([GOOD.replace('612', value)]);
      expect(result).toMatchObject({ rows: 1, taken: 0, held: 0, missing: 1 });
      expect(issueOfType(result, 'missing_value')).toMatchObject({ severity: 'note', where: '包头市 2018-08' });
    },
  );
  test.each(['1e308', '-1', '1e999', '99999999999999999'])('value %s is not plausible', async (value) => {
    const result = await readRows([GOOD.replace('612', value)]);
    expect(issueOfType(result, 'out_of_range')).toMatchObject({ row: 2, where: '包头市 2018-08', severity: 'fault' });
    const open = await readRows([`X,,any,2018-08,${value === '-1' ? '-1e300' : value},,`], {
      openRegions: true,
      openIndicators: true,
    });
    expect(typesOf(open)).toEqual(['2 out_of_range']);
  });
  test('units: unknown, of another kind, converted', async () => {
    const rows = ['furlongs', 'percent', '万人'].map((unit, k) =>
      GOOD.replace('persons', unit)
        .replace('08', `0${k + 1}`)
        .replace('612', '1.1'),
    );
    const result = await readRows(rows);
    expect(typesOf(result)).toEqual(['2 unknown_unit', '3 unit_mismatch', '4 unit_scale']);
    expect([...result.observations.value]).toEqual([11_000]);
  });
  test('a unit need not be given', async () => {
    expect(await readRows([GOOD.replace('persons', '')])).toMatchObject({ taken: 1, issues: [] });
  });
  test('day of knowledge and status that are none', async () => {
    const result = await readRows([`${GOOD},15.9.2018,`, `${GOOD},,guessed`], {}, `${HEADER},known_on,status`);
    expect(typesOf(result)).toEqual(['2 bad_known_on', '3 unknown_status']);
    expect(result.held).toBe(2);
  });
  test('exact repeats are kept once', async () => {
    const result = await readRows([GOOD, GOOD, GOOD]);
    expect(result).toMatchObject({ rows: 3, taken: 1, duplicates: 2, held: 0 });
    expect(typesOf(result)).toEqual(['3 exact_duplicate', '4 exact_duplicate']);
  });
  test('of two values for one place neither is taken, nor a third; both lines and values are named', async () => {
    const result = await readRows([GOOD, GOOD.replace('612', '688'), GOOD.replace('08', '09'), GOOD]);
    expect(result).toMatchObject({ rows: 4, taken: 1, held: 3, duplicates: 0 });
    const issue = issueOfType(result, 'conflicting_duplicate');
    expect(issue).toMatchObject({ row: 3, given: '612 / 688', where: '包头市 2018-08 new_benefit_claims' });
    expect(issue.detail.en).toContain('Line 2 says 612, line 3 says 688');
    expect([...result.observations.row]).toEqual([4]);
  });
  test('all faults of a row are told at once', async () => {
    const result = await readRows(['999999,,nonsense,2017-13,abc,furlongs,t']);
    expect(typesOf(result)).toEqual(['2 unknown_region', '2 unknown_indicator', '2 bad_period', '2 bad_value']);
    expect(result).toMatchObject({ rows: 1, held: 1 });
  });
  test('of very many faults the first are listed, all are counted', async () => {
    const rows = Array.from({ length: LISTED_PER_TYPE + 50 }, () => GOOD.replace('612', 'abc'));
    const result = await readRows(rows);
    expect(result.issueCounts.bad_value).toBe(LISTED_PER_TYPE + 50);
    expect(result.issues.filter((i) => i.type === 'bad_value')).toHaveLength(LISTED_PER_TYPE);
    expect(issueOfType(result, 'too_many_issues').detail.en).toContain('550');
  });
});

test('markup, formulas and names of object members are text like any other', async () => {
  const names = ['<img src=x onerror=alert(1)>', '<script>alert(1)</script>', '=cmd|x', '__proto__', 'constructor'];
  const rows = names.map((name) => `${name},${name},${name},2018-08,1,${name},${name}`);
  const held = await readRows(rows);
  expect(held).toMatchObject({ taken: 0, held: 5, needsRegions: true });
  expect(held.issues[0]!.given).toContain('<img src=x onerror=alert(1)>');
  const open = await readRows(rows, { openRegions: true, openIndicators: true });
  expect(open.observations.regionCodes).toEqual(names);
  expect(open.adHoc.map((i) => i.id)).toEqual(names);
});

test('a name that two regions share does not decide between them', async () => {
  const row = (code: string, parentCode: string) => ({ code, nameZh: '新城区', nameEn: '', level: '', parentCode });
  const { tree } = buildRegionTree('t', [row('A', ''), row('B', 'A')]);
  const result = await readRows([GOOD.replace('150200,包头市', ',新城区')], { tree });
  expect(result).toMatchObject({ taken: 0, held: 1 });
  expect(issueOfType(result, 'unknown_region')).toMatchObject({ column: 'region_name', given: '新城区' });
  expect(issueOfType(result, 'unknown_region').detail.en).toContain('more than one');
});

test('doubled quotes in one row are not taken for those of the row before', async () => {
  const rows = ['x""y,n,any,2018-08,1,,', '"x""y",n,any,2018-08,1,,'];
  const result = await readRows(rows, { openRegions: true, openIndicators: true });
  expect(result.observations.regionCodes).toEqual(['x""y', 'x"y']);
});

test('in order of the sums: every row is accounted for', () => {
  const cell = (...values: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...values);
  const row = fc
    .tuple(
      cell('150200', '150300', 'X', ''),
      cell('包头市', ''),
      cell('new_benefit_claims', 'openings', 'x'),
      cell('2018-08', '2018-09', '2017-13'),
      cell('1', '2', '', 'abc', '-5'),
      cell('persons', '万人', 'x', ''),
      cell('t'),
    )
    .map((cells) => cells.join(','));
  fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 30 }), async (rows) => {
      const result = await readRows(rows);
      expect(result.rows).toBe(rows.length);
      expect(result.taken + result.held + result.duplicates + result.missing).toBe(result.rows);
      expect(result.observations.length).toBe(result.taken);
    }),
  );
});

test('a small file of many bytes per character, cut at every byte: the same result', async () => {
  const text = `${HEADER}\r\n${GOOD}\r\n"150300","乌海市",openings,2018-08,"5",persons,"来源,“甲”"\r\n150300,乌海市,seekers,2018-13,x,人,t\r\n`;
  for (const bytes of [new TextEncoder().encode(text), gbk(text)]) {
    const whole = await readText(bytes);
    for (let k = 0; k <= bytes.length; k++) {
      expect(await readPieces([bytes.subarray(0, k), bytes.subarray(k)])).toEqual(whole);
    }
    expect(await readPieces(Array.from(bytes, (b) => Uint8Array.of(b)))).toEqual(whole);
  }
});

/** The few characters of the test above in GB 2312; Node has a decoder for it, but no encoder. */
function gbk(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, readonly number[]>();
  for (let a = 0xa1; a <= 0xf7; a++) {
    for (let b = 0xa1; b <= 0xfe; b++) table.set(decoder.decode(Uint8Array.of(a, b)), [a, b]);
  }
  return Uint8Array.from(Array.from(text).flatMap((c) => (c < '\x80' ? [c.charCodeAt(0)] : [...table.get(c)!])));
}

test('any bytes: no crash, no hang, every row accounted for', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.string({ unit: 'binary', maxLength: 200 }).map((s) => new TextEncoder().encode(`${HEADER}\n${s}`)),
    fc
      .string({ unit: fc.constantFrom('"', ',', '\n', '\r', '1', '包', '-', '\0'), maxLength: 200 })
      .map((s) => new TextEncoder().encode(`${HEADER}\n${s}`)),
  );
  fc.assert(
    fc.asyncProperty(bytes, fc.nat(400), async (content, cut) => {
      const result = await readPieces([content.subarray(0, cut), content.subarray(cut)], {
        openRegions: true,
        openIndicators: true,
      });
      expect(result.taken + result.held + result.duplicates + result.missing).toBe(result.rows);
    }),
    { numRuns: 500 },
  );
});

describe('indicators and regions taken as they come', () => {
  test('unit and frequency are those of the first row; another unit is converted or refused', async () => {
    const rows = [
      'A,Aland,claims_x,2018-Q1,1.5,万人,t',
      'A,Aland,claims_x,2018-Q2,20000,人,t',
      'A,Aland,claims_x,2018-Q3,5,percent,t',
    ];
    const result = await readRows(rows, { openRegions: true, openIndicators: true, worse: 'down' });
    expect([...result.observations.value]).toEqual([1.5, 2]);
    expect(result.adHoc).toMatchObject([{ id: 'claims_x', unit: '10k_persons', frequency: 'quarter', worse: 'down' }]);
    expect(typesOf(result)).toContain('4 unit_mismatch');
    expect(result.needsRegions).toBe(false);
  });
});

const US = new URL('../../../shared/data/us_states_unemployment_rate_sa.csv', import.meta.url);

describe.skipIf(!existsSync(US))('the US panel (skipped: data not present)', () => {
  test('without its regions: needs a region table; with one made from it: every row is taken', async () => {
    const bytes = readFileSync(US);
    const without = await readText(bytes);
    expect(without).toMatchObject({ needsRegions: true, taken: 0, rows: 14_924 });
    expect(without.regionsFound).toHaveLength(26);
    const table = ['region_code,region_name', ...without.regionsFound.map((r) => `${r.code},${r.name}`)].join('\n');
    const { tree } = await readRegions(() => [new TextEncoder().encode(table)]);
    const result = await readText(bytes, { tree });
    expect(result).toMatchObject({ needsRegions: false, taken: 14_924, held: 0, issues: [] });
  });
});
