import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openBytes, openText, textsOf, typesOf } from './sheets-of';

const rowsOf = async (text: string, name?: string): Promise<string[][]> =>
  textsOf((await openText(text, name)).sheets[0]!);

describe('delimited text', () => {
  test.each([
    ['csv', 'a.csv', '地区,值\n包头市,5'],
    ['tsv', 'a.txt', '地区\t值\n包头市\t5'],
    ['csv', 'a.csv', '地区;值\n包头市;5'],
    ['csv', 'a.xls', '地区|值\n包头市|5'],
  ])('%s in %s', async (form, name, text) => {
    expect((await openText(text, name)).form).toBe(form);
    expect(await rowsOf(text, name)).toEqual([
      ['地区', '值'],
      ['包头市', '5'],
    ]);
  });
  test('titles without a delimiter, quotes, blank lines', async () => {
    const text = '各盟市,、2017年\n\n"地区";"1,234";"a""b"\n包头市;1,5;2,5\n乌海市;1,5;2,5\n';
    expect(await rowsOf(text)).toEqual([
      ['各盟市,、2017年'],
      [],
      ['地区', '1,234', 'a"b'],
      ['包头市', '1,5', '2,5'],
      ['乌海市', '1,5', '2,5'],
    ]);
  });
  test('SDMX-CSV is known by its first column', async () => {
    expect((await openText('STRUCTURE,STRUCTURE_ID,TIME_PERIOD,OBS_VALUE\ndataflow,X:Y(1.0),2018-01,5')).form).toBe(
      'sdmx-csv',
    );
    expect((await openText('DATAFLOW,geo,TIME_PERIOD,OBS_VALUE\nX,DE,2018-01,5')).form).toBe('sdmx-csv');
  });
  test('SDMX-CSV with labels beside the ids', async () => {
    const text =
      'STRUCTURE,STRUCTURE_ID,ACTION,geo: Geopolitical entity,TIME_PERIOD: Time,OBS_VALUE: Value,OBS_STATUS: Flag\n' +
      'dataflow,X:Y(1.0),I,DE: Germany,2018-01,5.1,p: provisional\n';
    const opened = await openText(text);
    expect(opened.form).toBe('sdmx-csv');
    expect(await textsOf(opened.sheets[0]!)).toEqual([
      ['region_code', 'region_name', 'indicator', 'time_period', 'value', 'obs_status'],
      ['DE', 'Germany', '', '2018-01', '5.1', 'provisional'],
    ]);
  });
  test('a mark before the header is told, before a lone title it is not', async () => {
    expect(typesOf(await openText('\uFEFFa,b\n1,2'))).toEqual(['bom']);
    expect(typesOf(await openText('\uFEFF数据库\na,b\n1,2'))).toEqual([]);
  });
});

describe('encodings', () => {
  /** GBK of 地区,包头市 */
  const gbk = Uint8Array.of(
    0xb5,
    0xd8,
    0xc7,
    0xf8,
    0x2c,
    0xb0,
    0xfc,
    0xcd,
    0xb7,
    0xca,
    0xd0,
    0x0d,
    0x0a,
    0x31,
    0x2c,
    0x32,
  );
  const wide = (text: string, big: boolean): Uint8Array => {
    const view = new DataView(new ArrayBuffer(text.length * 2));
    for (let k = 0; k < text.length; k++) view.setUint16(k * 2, text.charCodeAt(k), !big);
    return new Uint8Array(view.buffer);
  };
  test('GBK, told with its line breaks', async () => {
    const opened = await openBytes(gbk);
    expect(await textsOf(opened.sheets[0]!)).toEqual([
      ['地区', '包头市'],
      ['1', '2'],
    ]);
    expect(opened.issues.map((i) => [i.type, i.where])).toEqual([['encoding', 'file']]);
    expect(opened.issues[0]!.detail.en).toMatch(/GB.*CRLF/);
  });
  test.each([false, true])('UTF-16 without a mark, big end first: %j', async (big) => {
    const opened = await openBytes(wide('地区,月份,数值\n包头市,2018-01,5.1\n', big));
    expect(await textsOf(opened.sheets[0]!)).toEqual([
      ['地区', '月份', '数值'],
      ['包头市', '2018-01', '5.1'],
    ]);
  });
  test('UTF-16 without a mark, with characters whose low byte is empty', async () => {
    const opened = await openBytes(wide('地区,一季度,二季度\n包头市,5.1,5.2\n', false));
    expect(opened.encoding).toBe('UTF-16LE');
  });
  test('another encoding by hand', async () => {
    const opened = await openBytes(gbk, 'a.csv', 'utf-16le');
    expect(opened.encoding).toBe('UTF-16LE');
  });
  test('any table of texts, in any encoding and with any delimiter, comes back', async () => {
    const cell = fc.stringMatching(/^[a-z0-9地区包头市 "，。;,\t|%]{0,8}$/);
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 2, maxLength: 6 });
    const write = (rows: readonly (readonly string[])[], d: string): string =>
      rows.map((row) => row.map((c) => `"${c.replaceAll('"', '""')}"`).join(d)).join('\r\n');
    const byCharacter = new Map<string, number[]>();
    for (const c of '地区包头市，。') {
      for (let high = 0x81; high < 0xff && !byCharacter.has(c); high++) {
        for (let low = 0x40; low < 0xff; low++) {
          if (new TextDecoder('gb18030').decode(Uint8Array.of(high, low)) === c) byCharacter.set(c, [high, low]);
        }
      }
    }
    const encode = fc.constantFrom(
      // Something in it must not be UTF-8, and nothing else tells.
      (text: string) => Uint8Array.from([...`${text}\r\n地区`].flatMap((c) => byCharacter.get(c) ?? [c.charCodeAt(0)])),
      (text: string) => new TextEncoder().encode(text),
      (text: string) => new TextEncoder().encode(`\uFEFF${text}`),
      (text: string) => wide(`\uFEFF${text}`, false),
      (text: string) => wide(`\uFEFF${text}`, true),
    );
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom(',', '\t', ';', '|'), encode, async (rows, delimiter, encoded) => {
        const width = rows[0]!.length;
        const even = rows.map((row) => Array.from({ length: width }, (_, k) => row[k] ?? ''));
        const opened = await openBytes(encoded(write(even, delimiter)));
        const back: string[][] = [];
        await opened.sheets[0]!.scan(({ cells }) => void back.push(cells as string[]));
        expect(back.slice(0, even.length)).toEqual(even);
      }),
      { numRuns: 200 },
    );
  });
});

describe('JSON', () => {
  test('an array of objects, bare or in an object', async () => {
    const rows = [
      { 地区: '包头市', 值: 5.1 },
      { 地区: '乌海市', 月份: '2018-01' },
    ];
    for (const json of [rows, { data: rows, note: 'x' }]) {
      const opened = await openText(JSON.stringify(json));
      expect(opened.form).toBe('json-rows');
      expect(await textsOf(opened.sheets[0]!)).toEqual([
        ['地区', '值', '月份'],
        ['包头市', '5.1'],
        ['乌海市', '', '2018-01'],
      ]);
    }
  });
  test('JSON-stat 2.0: dimensions in order, missing values in a sparse one', async () => {
    const opened = await openText(
      JSON.stringify({
        version: '2.0',
        class: 'dataset',
        label: 'Unemployment',
        id: ['unit', 'geo', 'time'],
        size: [1, 2, 2],
        role: { time: ['time'], geo: ['geo'] },
        dimension: {
          unit: { category: { index: ['PC_ACT'], label: { PC_ACT: 'Percentage of population in the labour force' } } },
          geo: { category: { index: { DE: 0, FR: 1 }, label: { DE: 'Germany', FR: 'France' } } },
          time: { category: { index: { '2018-01': 0, '2018-02': 1 } } },
        },
        value: { 0: 3.5, 1: 3.4, 3: 9.2 },
        status: { 3: 'p' },
      }),
    );
    expect(opened.form).toBe('json-stat');
    expect(await textsOf(opened.sheets[0]!)).toEqual([
      ['region_code', 'region_name', 'indicator', 'time_period', 'value', 'unit', 'obs_status'],
      ['DE', 'Germany', 'unemployment_rate', '2018-01', '3.5', '%'],
      ['DE', 'Germany', 'unemployment_rate', '2018-02', '3.4', '%'],
      ['FR', 'France', 'unemployment_rate', '2018-01', '', '%'],
      ['FR', 'France', 'unemployment_rate', '2018-02', '9.2', '%', 'provisional'],
    ]);
  });
  test.each([
    '{"a":1',
    '{"a":1}',
    '[1,2]',
    '[]',
    JSON.stringify(Array.from({ length: 5000 }, (_, k) => ({ [`a${k}`]: 1 }))),
    '{"class":"dataset","id":["a"],"size":[2],"dimension":{},"value":[1,2]}',
  ])('%s is refused in words', async (text) => {
    const opened = await openText(text);
    expect(opened.sheets).toEqual([]);
    expect(typesOf(opened)).toEqual(['not_understood']);
  });
  test('a fault of the syntax is told in our words', async () => {
    const [issue] = (await openText('[{"a":1},\n{"a":}]')).issues;
    expect(issue!.detail.en).not.toMatch(/unexpected|token|position/i);
  });
});

describe('web pages saved as .xls', () => {
  test('spans, entities, a table inside a cell, what is skipped', async () => {
    const html =
      '<html><head><style>td{}</style></head><!-- <table> --><table><tr><td rowspan=2>地区<td colspan="2">2018&#24180;</tr>' +
      '<tr><td>1&nbsp;月<td>&lt;2月&gt;</tr><tr><td>包头市<td>5.1<table><tr><td>内</table><td>—<script><td>x</script></table></html>';
    const opened = await openText(html, 'a.xls');
    expect(opened.form).toBe('html');
    const [sheet] = opened.sheets;
    expect(await textsOf(sheet!)).toEqual([
      ['地区', '2018年'],
      ['', '1 月', '<2月>'],
      ['包头市', '5.1内', '—'],
    ]);
    expect(sheet!.merges).toEqual([
      { fromLine: 1, toLine: 2, fromColumn: 0, toColumn: 0 },
      { fromLine: 1, toLine: 1, fromColumn: 1, toColumn: 2 },
    ]);
  });
  test('more cells than can be held: refused, not half read', async () => {
    const cell = '<td rowspan=4000 colspan=4000>';
    const opened = await openText(`<table><tr>${cell}1</table>`);
    expect([opened.sheets.length, ...typesOf(opened)]).toEqual([0, 'refused_workbook']);
  });
  test('a table without its end: refused, not half read', async () => {
    const opened = await openText('<table><tr><td>地区<td>值<tr><td>包头市<td>5.1');
    expect([opened.sheets.length, ...typesOf(opened)]).toEqual([0, 'refused_workbook']);
  });
  test.each(['<a ', '<a "', '<a "<', "<td '", '<!--', '<table><', '<script>'])(
    '%j again and again ends soon',
    async (piece) => {
      const begin = performance.now();
      await openText(`<table><tr><td>1${piece.repeat(200_000)}`);
      expect(performance.now() - begin).toBeLessThan(2000);
    },
  );
});

test('any bytes at all never throw, and end soon', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), async (bytes) => {
      const opened = await openBytes(bytes);
      for (const sheet of opened.sheets) await textsOf(sheet);
      if (opened.sheets.length === 0) expect(opened.issues.length).toBeGreaterThan(0);
    }),
    { numRuns: 300, timeout: 2000 },
  );
});
