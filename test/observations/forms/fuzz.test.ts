import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { readFile } from '../../../src/observations/read-file';
import { makeTable, type Random, randomOf, rowsOf } from '../tables/make-table';
import { context } from '../tables/read-table-text';
import { encode, textOf } from '../tables/write-text';
import { mutate } from './mutate';
import { workbook } from './sheets-of';
import { FORMS } from './write-forms';

const runs = Number(process.env['FUZZ_RUNS'] ?? 60);
const LONGEST = 5000;
const DIRTY = new URL('../../reference/dirty/', import.meta.url);
const BOOKS = ['library.xlsx', 'libreoffice.xlsx', 'libreoffice.ods', 'libreoffice.xls'].map((n) => `two-sheets.${n}`);

/** Good files of every form. */
const files: Uint8Array[] = [];
beforeAll(async () => {
  for (const name of readdirSync(DIRTY).filter((f) => /^s\d\d_.*\.csv$/.test(f) && !f.includes('.expected.')))
    files.push(new Uint8Array(readFileSync(new URL(name, DIRTY))));
  for (const name of [...BOOKS, 'html-saved-as.xls', 'password.xlsx']) files.push(workbook(name));
  for (let seed = 1; seed <= 4; seed++) {
    const random = randomOf(seed);
    const made = makeTable(seed);
    for (const write of Object.values(FORMS)) files.push((await write(made, random)).bytes);
    files.push(encode(textOf(rowsOf(made), ',', '\n'), random).bytes);
  }
});

const NAMES = ['x.csv', 'x.xlsx', 'x.xls', 'x.json', 'x'];

/** Reads it, and answers what is wrong with the way that went; empty when nothing is. */
async function wrongWith(bytes: Uint8Array, random: Random): Promise<string[]> {
  const begin = performance.now();
  const read = await readFile(() => [bytes], NAMES[Math.floor(random() * NAMES.length)]!, context);
  const took = performance.now() - begin;
  const o = read.observations;
  const isKnown = (k: number): boolean => context.catalogue.byId.has(o.indicatorIds[o.indicator[k]!]!);
  const figures = Array.from({ length: o.length }, (_, k) => k);
  return [
    ...(took > LONGEST ? [`it took ${took} ms`] : []),
    ...(read.rows === read.taken + read.held + read.duplicates + read.missing ? [] : ['figures are lost']),
    ...(read.taken === o.length && read.observations.value.length >= o.length ? [] : ['half loaded']),
    ...(read.taken > 0 || read.issues.length > 0 ? [] : ['nothing taken and nothing said']),
    ...(read.taken + read.missing > 0 || read.issues.some((i) => i.severity === 'fault') ? [] : ['no fault told']),
    ...(figures.every(isKnown) ? [] : ['an indicator that nobody knows']),
    ...(figures.every((k) => o.value[k]! > -Infinity && o.value[k]! < Infinity) ? [] : ['a figure that is none']),
    ...(read.issues.every((i) => Object.values(i.detail).every((t) => t !== '' && !/undefined|\{\w+\}/.test(t)))
      ? []
      : ['words are missing']),
  ];
}

test('changed, cut, joined files of every form: read or refused in words, soon, no figure lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(2 ** 31), async (seed) => {
      const random = randomOf(seed);
      const { bytes, what } = mutate(files, random);
      expect(await wrongWith(bytes, random), what).toEqual([]);
    }),
    { numRuns: runs },
  );
}, 3_600_000);

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const HEAD = '地区,月份,失业率(%)\n';
test.each<[what: string, text: string]>([
  ['formulas', `${HEAD}=cmd|' /C calc'!A0,2018-01,3.1\n包头市,=1+1,3.2\n乌海市,2018-01,=HYPERLINK("http://a")\n`],
  ['numbers beyond all measure', `${HEAD}包头市,2018-01,1e308\n包头市,2018-02,1e999\n包头市,2018-03,-1e-400\n`],
  ['names of the language', `${HEAD}__proto__,2018-01,3\nconstructor,2018-01,3\n包头市,toString,3\n`],
  ['such names in the head', '__proto__,constructor,hasOwnProperty\n包头市,2018-01,3\n'],
  ['JSON that would change every object', '[{"__proto__":{"taken":9},"地区":"包头市","月份":"2018-01","失业率":3.1}]'],
  ['a deep JSON', `${'['.repeat(200_000)}`],
  ['a deep JSON that is one', `${'['.repeat(5000)}${']'.repeat(5000)}`],
  ['a JSON-stat of such names', '{"class":"dataset","id":["__proto__"],"size":[1],"dimension":{},"value":[1]}'],
  [
    'a feed without its parts',
    '{"contract":"fengsui-feed/1","indicator":"__proto__","series":[{"region":"constructor"}]}',
  ],
  ['one quotation mark', `"${'包头市,2018-01,3.1\n'.repeat(2000)}`],
  ['a wide head', `${'失业率,'.repeat(20_000)}\n${'1,'.repeat(20_000)}\n`],
  ['no character but NUL', '\0'.repeat(3000)],
])('%s', async (_what, text) => {
  const before = Object.keys({}).length;
  expect(await wrongWith(utf8(text), randomOf(1))).toEqual([]);
  expect(Object.keys({})).toHaveLength(before);
  expect(({} as Record<string, unknown>)['taken']).toBeUndefined();
});
