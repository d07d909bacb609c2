import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { unzip } from '../briefing/unzip';
import { call, folder, records } from './call';

const dir = folder();

/** States of the US from 2005 to 2010, in the canonical form: real figures, a flat list, nothing dated. */
const STATES = ['US-CA', 'US-IA', 'US-MI', 'US-ND', 'US-NY', 'US-VT', 'US-WY'];
const states = ((): string => {
  const head = 'region_code,region_name,indicator,period,value,unit,source';
  const lines = records(readFileSync('test/reference/us-states-unemployment-rate.csv', 'utf8'))
    .filter(({ period }) => period! >= '2005-01' && period! <= '2010-12')
    .flatMap(({ period, ...values }) =>
      Object.entries(values).flatMap(([code, value]) =>
        value === '' || !STATES.includes(code)
          ? []
          : [`${code},${code},unemployment_rate_sa,${period},${value},percent,BLS LAUS`],
      ),
    );
  return dir.write('states.csv', `${[head, ...lines].join('\n')}\n`);
})();
const brief = (...args: string[]) => call('brief', '--panel', states, ...args);

describe('the recession in the states, in English', () => {
  let text: string;
  beforeAll(async () => {
    const out = dir.path('june.md');
    await brief('--period', '2009-06', '--lang', 'en', '--office', 'Bureau of Labour', '--out', out);
    text = dir.read('june.md');
  });

  test('names the period, the office, the source and the rules', () => {
    for (const word of ['Jun 2009', 'Bureau of Labour', 'BLS LAUS']) expect(text).toContain(word);
    expect(text).not.toContain('undefined');
    expect(text).not.toContain('NaN');
  });

  test('and in a special report the rate of a state as the file has it', async () => {
    const [june] = records(readFileSync('test/reference/us-states-unemployment-rate.csv', 'utf8')).filter(
      ({ period }) => period === '2009-06',
    );
    // Michigan stood highest.
    expect(Math.max(...Object.values(june!).slice(1).map(Number))).toBe(Number(june!['US-MI']));
    await brief(
      '--kind',
      'special',
      '--region',
      'US-MI',
      '--period',
      '2009-06',
      '--lang',
      'en',
      '--out',
      dir.path('mi.md'),
    );
    expect(dir.read('mi.md')).toContain(`${Number(june!['US-MI']).toFixed(1)}%`);
  });
});

test.each(['pptx', 'docx', 'xlsx'])(
  'a %s is of the last day of its figures: the same bytes on any day',
  async (form) => {
    const madeOn = async (day: string): Promise<Uint8Array> => {
      const out = dir.path(`${day}.${form}`);
      vi.useFakeTimers({ toFake: ['Date'], now: new Date(day) });
      try {
        expect((await brief('--period', '2009-06', '--out', out)).code).toBe(0);
      } finally {
        vi.useRealTimers();
      }
      return new Uint8Array(readFileSync(out));
    };
    const one = await madeOn('2030-01-02');
    expect(unzip(one).get('docProps/core.xml')).toMatch(/created[^>]*>2009-06-30T00:00:00/);
    expect(Buffer.compare(await madeOn('2031-05-06'), one)).toBe(0);
  },
);

test('an HTML file carries its charts', async () => {
  const out = dir.path('june.html');
  expect((await brief('--period', '2009-06', '--out', out)).code).toBe(0);
  const html = dir.read('june.html');
  expect(html.match(/<svg /g)!.length).toBeGreaterThan(3);
  expect(html).toContain('2009年6月');
});

test('invented figures carry their mark', async () => {
  const invented = dir.write('invented.csv', dir.read('states.csv').replaceAll('BLS LAUS', '演示数据（虚构）'));
  const marked = async (panel: string): Promise<boolean> => {
    await call('brief', '--panel', panel, '--kind', 'flash', '--out', dir.path('mark.html'));
    return dir.read('mark.html').includes('class="mark"');
  };
  expect([await marked(invented), await marked(states)]).toEqual([true, false]);
});

describe('what is reported on', () => {
  const titleOf = async (...args: string[]): Promise<string> => {
    const { code, err } = await brief(...args, '--lang', 'en', '--out', dir.path('t.md'));
    expect([code, err.filter((line) => !line.includes('flat list'))]).toEqual([0, []]);
    return dir.read('t.md').slice(0, 600);
  };

  test('the last month without a word; the last whole quarter of a quarterly one; one state of a special one', async () => {
    expect(await titleOf()).toContain('Dec 2010');
    expect(await titleOf('--as-of', '2010-11-30', '--kind', 'quarterly')).toContain('Sep 2010');
    expect(await titleOf('--kind', 'special', '--region', 'US-MI', '--since', '2008-01')).toContain('US-MI');
  });
});

describe('a wrong call ends with 2, data with faults with 1', () => {
  const out = dir.path('x.md');
  test.each<[string, string[], RegExp]>([
    ['no file', [], /--out is missing/],
    ['a form that nobody writes', ['--out', dir.path('x.pdf')], /x\.pdf.*\.pptx.*\.md/],
    ['an unknown kind', ['--kind', 'weekly', '--out', out], /--kind weekly: one of monthly/],
    ['an unknown language', ['--lang', 'de', '--out', out], /--lang de: one of zh, en/],
    ['a special one on nothing', ['--kind', 'special', '--out', out], /--region is missing/],
    ['an episode without a special one', ['--since', '2008-01', '--out', out], /--since belongs/],
    ['a region that is not there', ['--region', 'US-XX', '--out', out], /US-XX: no such region/],
    ['a period that is none', ['--period', '2009-13', '--out', out], /from 2005-01 to 2010-12/],
    ['a period outside the data', ['--period', '2011-01', '--out', out], /from 2005-01 to 2010-12/],
    [
      'an episode that begins after its end',
      ['--kind', 'special', '--region', 'US-MI', '--period', '2008-01', '--since', '2008-02', '--out', out],
      /later than the period/,
    ],
    ['a map where none is drawn', ['--map', 'x.json', '--out', out], /--map belongs/],
    ['a day that is none', ['--as-of', '2009-02-30', '--out', out], /--as-of 2009-02-30/],
  ])('%s', async (_, args, words) => {
    const { code, err } = await brief(...args);
    expect(code).toBe(2);
    expect(err.at(-1)).toMatch(words);
  });

  test('no figure by a day, no figure at all', async () => {
    const early = await brief('--as-of', '2004-12-31', '--out', out);
    expect([early.code, early.err.at(-1)]).toEqual([1, expect.stringContaining('no period had ended')]);
    const map = dir.write('map.json', '{}');
    const html = ['--map', map, '--out', dir.path('x.html')];
    expect((await brief(...html)).err.at(-1)).toContain('no outline of a region');
    const empty = dir.write('empty.csv', 'region_code,indicator,period,value\n');
    expect((await call('brief', '--panel', empty, '--out', out)).code).toBe(1);
  });
});
