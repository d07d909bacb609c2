import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { createCsvScanner, MAX_RECORD } from '../../src/observations/scan-csv';

interface Scanned {
  readonly records: readonly { readonly line: number; readonly fields: readonly string[] }[];
  readonly broken: readonly string[];
}

function scan(...pieces: readonly string[]): Scanned {
  const records: { line: number; fields: string[] }[] = [];
  const broken: string[] = [];
  const scanner = createCsvScanner({
    onRecord: (r) => records.push({ line: r.line, fields: Array.from({ length: r.count }, (_, k) => r.field(k)) }),
    onBroken: (line, start, why) => broken.push(`${line} ${why} ${start.slice(0, 5)}`),
  });
  for (const piece of pieces) scanner.write(piece);
  scanner.end();
  return { records, broken };
}

const fieldsOf = (text: string): readonly (readonly string[])[] => scan(text).records.map((r) => r.fields);

describe('records', () => {
  test('quotes, doubled quotes, commas and line breaks within quotes', () => {
    expect(fieldsOf('a,"b,1","say ""hi"""\n')).toEqual([['a', 'b,1', 'say "hi"']]);
    expect(scan('a,"x\ny\r\nz"\nb,c\n').records).toEqual([
      { line: 1, fields: ['a', 'x\ny\r\nz'] },
      { line: 4, fields: ['b', 'c'] },
    ]);
  });
  test('every kind of line end; the last line may have none', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      expect(scan(`a,b${end}c,d${end}${end}e,f`).records).toEqual([
        { line: 1, fields: ['a', 'b'] },
        { line: 2, fields: ['c', 'd'] },
        { line: 4, fields: ['e', 'f'] },
      ]);
    }
  });
  test('lines without content are passed over, but counted', () => {
    expect(scan('\n\na,b\n  \n,\n"c",\n').records).toEqual([
      { line: 3, fields: ['a', 'b'] },
      { line: 6, fields: ['c', ''] },
    ]);
  });
  test('the delimiter is that of the header: comma, tab or semicolon', () => {
    expect(fieldsOf('a\tb\n1,5\t2\n')).toEqual([
      ['a', 'b'],
      ['1,5', '2'],
    ]);
    expect(fieldsOf('a;b\n1,5;2\n')).toEqual([
      ['a', 'b'],
      ['1,5', '2'],
    ]);
  });
});

describe('broken quoting costs one line', () => {
  test('text behind a closing quote', () => {
    expect(scan('a,b\n"x"y,1\nc,d\n')).toEqual({
      records: [
        { line: 1, fields: ['a', 'b'] },
        { line: 3, fields: ['c', 'd'] },
      ],
      broken: ['2 quote "x"y,'],
    });
  });
  test('a quote that never closes', () => {
    const scanned = scan('a,b\n"x,1\nc,d\ne,f\n');
    expect(scanned.broken).toEqual(['2 quote "x,1']);
    expect(scanned.records.map((r) => r.line)).toEqual([1, 3, 4]);
  });
  test('a line without end', () => {
    const scanned = scan(`a,b\n${'x'.repeat(MAX_RECORD + 1)}\nc,d\n`);
    expect(scanned.broken).toEqual(['2 endless xxxxx']);
    expect(scanned.records.map((r) => r.line)).toEqual([1, 3]);
    expect(scan(`a,b\n${'x'.repeat(MAX_RECORD)}\nc,d\n`).records.map((r) => r.line)).toEqual([1, 2, 3]);
  });
  test('a megabyte in one piece and in a thousand: the same, in reasonable time', () => {
    const nasty = `a,b\n${'x,"never closed\n'.repeat(70_000)}`;
    const whole = scan(nasty);
    const pieces = Array.from({ length: 1000 }, (_, k) => nasty.slice(k * 1200, (k + 1) * 1200));
    expect(JSON.stringify(scan(...pieces))).toBe(JSON.stringify(whole));
    expect(whole.broken).toHaveLength(70_000);
  });
});

const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', '包', ';', '\t'), maxLength: 5 });

test('any text cut anywhere gives the same records', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', 'é'), maxLength: 60 }),
      fc.array(fc.nat(60)),
      (text, cuts) => {
        const at = [0, ...cuts.map((c) => Math.min(c, text.length)).sort((a, b) => a - b), text.length];
        const pieces = at.slice(1).map((end, k) => text.slice(at[k], end));
        expect(scan(...pieces)).toEqual(scan(text));
      },
    ),
    { numRuns: 2000 },
  );
});

test('well-formed CSV: the same fields as papaparse', () => {
  const row = fc.tuple(fc.constant('h'), cell, cell);
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), fc.constantFrom('\n', '\r\n'), (rows, newline) => {
      const table = [['h', 'i', 'j'], ...rows];
      const text = Papa.unparse(table, { newline });
      const theirs = Papa.parse<string[]>(text, { delimiter: ',', newline }).data;
      expect(fieldsOf(text)).toEqual(theirs);
      expect(fieldsOf(text)).toEqual(table);
    }),
    { numRuns: 1000 },
  );
});
