import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { openBytes, textsOf, typesOf, workbook } from './sheets-of';

const BOOKS = [
  'two-sheets.library.xlsx',
  'two-sheets.libreoffice.xlsx',
  'two-sheets.libreoffice.ods',
  'two-sheets.libreoffice.xls',
];

describe('the same tables from different programs', () => {
  test.each(BOOKS)('%s', async (name) => {
    const { sheets, issues, form } = await openBytes(workbook(name), 'table.csv');
    expect(form).toBe(name.split('.').at(-1));
    expect(issues).toEqual([]);
    const [first, second] = sheets;
    expect(sheets.map((s) => s.name)).toEqual(['失业', '登记', '说明']);
    expect(await textsOf(first!)).toEqual([
      ['各盟市失业情况（2018年）'],
      ['', '', '', '', '单位：%、万人'],
      ['地区', '2018-01-01', '', '2018-02-01'],
      ['', '失业率(%)', '失业人数(万人)', '失业率(%)', '失业人数(万人)'],
      ['呼和浩特市', '5.1', '24.7178', '4.9', '24.125'],
      ['包头市', '5', '31.9643', '5', '—'],
      ['乌海市', '3.3', '1.1487', '3.2', '1.0919'],
    ]);
    expect([...first!.merges].sort((a, b) => a.fromLine - b.fromLine || a.fromColumn - b.fromColumn)).toEqual([
      { fromLine: 1, toLine: 1, fromColumn: 0, toColumn: 4 },
      { fromLine: 3, toLine: 4, fromColumn: 0, toColumn: 0 },
      { fromLine: 3, toLine: 3, fromColumn: 1, toColumn: 2 },
      { fromLine: 3, toLine: 3, fromColumn: 3, toColumn: 4 },
    ]);
    expect((await textsOf(second!)).slice(0, 1)).toEqual([['地区', '指标', '月份', '数值']]);
  });
  test.each(BOOKS)('%s: percent formats and hidden sheets are known', async (name) => {
    const { sheets } = await openBytes(workbook(name));
    expect((await textsOf(sheets[1]!))[1]).toEqual(['呼和浩特市', '登记失业率', '2018-01-01', '3.1%']);
    expect(sheets.map((s) => s.hidden)).toEqual([false, false, true]);
  });
  test('a web page saved as .xls', async () => {
    const { sheets, form } = await openBytes(workbook('html-saved-as.xls'), 'table.xls');
    expect(form).toBe('html');
    expect((await textsOf(sheets[0]!))[2]).toEqual(['地区', '2018年1月', '', '2018年2月']);
    expect(sheets[0]!.merges).toContainEqual({ fromLine: 3, toLine: 4, fromColumn: 0, toColumn: 0 });
  });
});

/** A ZIP of one entry, deflated, with the sizes that it says of itself. */
function zipOf(name: string, content: Uint8Array, said = content.length, flags = 0): Uint8Array {
  const body = deflateRawSync(content);
  const title = new TextEncoder().encode(name);
  const head = (size: number): DataView => new DataView(new ArrayBuffer(size));
  const local = head(30);
  const entry = head(46);
  const end = head(22);
  const fields = (view: DataView, from: number): void => {
    view.setUint16(from, flags, true);
    view.setUint16(from + 2, 8, true);
    view.setUint32(from + 12, body.length, true);
    view.setUint32(from + 16, said, true);
    view.setUint16(from + 20, title.length, true);
  };
  local.setUint32(0, 0x04034b50, true);
  fields(local, 6);
  entry.setUint32(0, 0x02014b50, true);
  fields(entry, 8);
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, 1, true);
  end.setUint16(10, 1, true);
  end.setUint32(12, 46 + title.length, true);
  end.setUint32(16, 30 + title.length + body.length, true);
  const parts = [local, title, body, entry, title, end].map(
    (p) => new Uint8Array(p.buffer, p.byteOffset, p.byteLength),
  );
  return Uint8Array.from(parts.flatMap((p) => [...p]));
}

describe('refused in words', () => {
  const refusal = async (bytes: Uint8Array, name?: string): Promise<string> => {
    const opened = await openBytes(bytes, name);
    expect(opened.sheets).toEqual([]);
    expect(typesOf(opened)).toEqual(['refused_workbook']);
    expect(opened.issues[0]!.severity).toBe('fault');
    expect(opened.digest).toHaveLength(64);
    return opened.issues[0]!.detail.en;
  };
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
  test('a password', async () => {
    expect(await refusal(workbook('password.xlsx'))).toContain('password');
    expect(await refusal(zipOf('xl/workbook.xml', utf8('<a/>'), 4, 1))).toContain('password');
  });
  test('a bomb that says its size, and one that lies about it', async () => {
    expect(await refusal(zipOf('xl/workbook.xml', utf8('x'), 0xfffffffe))).toContain('MB');
    const lie = zipOf('xl/workbook.xml', new Uint8Array(50_000_000), 1000);
    expect(lie.length).toBeLessThan(100_000);
    expect(await refusal(lie)).toContain('damaged');
  });
  test('a bomb that does not say its size', async () => {
    expect(await refusal(zipOf('xl/workbook.xml', new Uint8Array(50_000_000), 0))).toContain('damaged');
  });
  test('a binary workbook', async () => {
    expect(await refusal(zipOf('xl/workbook.bin', utf8('x')))).toContain('.xlsx');
  });
  test('workbooks older than Excel 97, with and without a container', async () => {
    expect(await refusal(Uint8Array.of(9, 8, 8, 0, 0, 5, 5, 0, 0, 0, 0, 0))).toContain('Excel 95');
    const old = workbook('two-sheets.libreoffice.xls');
    const at = old.findIndex((_, k) => k % 64 === 0 && old[k] === 9 && old[k + 1] === 8 && old[k + 5] === 6);
    old[at + 5] = 5;
    expect(await refusal(old)).toContain('Excel 95');
  });
  test('what is no workbook', async () => {
    expect(await refusal(zipOf('word/document.xml', utf8('x')), 'a.xlsx')).toContain('Word');
    expect(await refusal(zipOf('holiday.txt', utf8('x')), 'a.xlsx')).toContain('archive');
    expect(await refusal(utf8('%PDF-1.7 …'), 'a.csv')).toContain('PDF');
    expect(await refusal(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10))).toContain('picture');
    expect(await refusal(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1))).toContain('damaged');
    expect(
      await refusal(utf8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>')),
    ).toContain('.xlsx');
  });
  test('cut off at any place', async () => {
    const whole = workbook('two-sheets.library.xlsx');
    for (let share = 0.1; share < 1; share += 0.1) {
      expect(await refusal(whole.subarray(0, Math.floor(whole.length * share)))).toContain('damaged');
    }
  });
});

test('formulas that were never reckoned are told, with their number', async () => {
  const book = await writeXlsx({
    sheets: [
      {
        name: '表',
        rows: [
          ['地区', '值'],
          ['包头市', null],
        ],
        cells: new Map([['1,1', { formula: 'A1*2' }]]),
      },
    ],
  });
  const { issues } = await openBytes(book);
  expect(issues.map((i) => [i.type, i.where])).toEqual([['formula', '表']]);
  expect(issues[0]!.detail.en).toContain('1 formula');
});

test('macros do not matter, and worksheets that would fill the memory are refused', async () => {
  const rows = [['地区'], ['包头市']];
  const macros = await writeXlsx({ sheets: [{ name: 'a', rows }], vbaProject: new Uint8Array(64) });
  expect(await textsOf((await openBytes(macros, 'a.xlsm')).sheets[0]!)).toEqual(rows);
  const far = new Map([['1000000,30', { value: 1 }]]);
  const wide = await writeXlsx({ sheets: [{ name: 'a', rows: [['x']], cells: far }] });
  const opened = await openBytes(wide);
  expect([opened.sheets.length, ...typesOf(opened)]).toEqual([0, 'refused_workbook']);
});

test('any table of texts and numbers written as XLSX comes back', async () => {
  const cell = fc.oneof(fc.stringMatching(/^[a-z地区市，%]{1,6}$/), fc.integer({ min: -1e6, max: 1e6 }));
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const opened = await openBytes(await writeXlsx({ sheets: [{ name: 'a', rows }] }));
      expect(await textsOf(opened.sheets[0]!)).toEqual(rows.map((row) => row.map(String)));
    }),
    { numRuns: 40 },
  );
});

test('changed bytes never throw, and end soon', async () => {
  const books = [...BOOKS, 'html-saved-as.xls', 'password.xlsx'].map(workbook);
  const change = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...books),
      fc.array(change, { minLength: 1, maxLength: 8 }),
      async (book, changes) => {
        const bytes = book.slice();
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        const opened = await openBytes(bytes);
        for (const sheet of opened.sheets) await textsOf(sheet);
        if (opened.sheets.length === 0) expect(opened.issues.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 150, timeout: 2000 },
  );
});

test('a book that is cut off is never half read', async () => {
  for (const name of [...BOOKS, 'html-saved-as.xls', 'password.xlsx']) {
    const whole = workbook(name);
    const full = await Promise.all((await openBytes(whole)).sheets.map(textsOf));
    for (let k = 1; k < 60; k++) {
      const { sheets, issues } = await openBytes(whole.subarray(0, Math.floor((whole.length * k) / 60)));
      const got = await Promise.all(sheets.map(textsOf));
      if (got.length > 0) expect(got, `${name} ${k}/60`).toEqual(full);
      else expect(issues.length).toBeGreaterThan(0);
    }
  }
});
