import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { DETECTOR_KINDS } from '../../src/detectors/registry';
import { call, folder, records } from './call';

const dir = folder();
const panel = dir.write(
  'panel.csv',
  'region_code,region_name,indicator,period,value,unit,source\nX1,Here,rate,2020-01,5,percent,s\nX1,Here,rate,2020-02,6,percent,s\n',
);

describe('help', () => {
  test.each([['--help'], ['-h']])('%s names every verb and the exit codes', async (flag) => {
    const { code, out, err } = await call(flag);
    expect(code).toBe(0);
    for (const word of ['import', 'assess', 'detect', 'Exit codes']) expect(out).toContain(word);
    expect(err).toEqual([]);
  });

  test.each(['import', 'assess', 'detect', 'brief'])('%s --help lists its options and does no work', async (verb) => {
    const { code, out, err } = await call(verb, '--panel', 'nowhere.csv', '--help');
    expect(code).toBe(0);
    expect(out.startsWith(`fengsui ${verb} `)).toBe(true);
    // Every option of the usage line is explained, and the other way round.
    const [usage, ...rest] = out.split('\n');
    const named = (text: string): Set<string> => new Set([...text.matchAll(/--[a-z-]+/g)].map((m) => m[0]));
    expect(
      named(
        rest
          .filter((l) => l.startsWith('  --'))
          .map((l) => l.trim().split(' ')[0]!)
          .join(' '),
      ),
    ).toEqual(named(usage!));
    expect(err).toEqual([]);
  });

  test('detect --help names every detector', async () => {
    const { out } = await call('detect', '--help');
    for (const kind of DETECTOR_KINDS) expect(out).toContain(kind);
  });

  test('nothing at all is a wrong call, answered with help', async () => {
    const { code, out } = await call();
    expect(code).toBe(2);
    expect(out).toContain('detect');
  });
});

describe('a wrong call ends with 2 and one line that says what is wrong', () => {
  test.each<[string, string[], RegExp]>([
    ['an unknown verb', ['asses'], /no verb "asses".*assess/],
    ['an unknown option', ['detect', '--panel', panel, '--detector', 'rise', '--lookback', '3'], /lookback/],
    ['a missing option', ['detect', '--panel', panel], /--detector is missing/],
    ['an option without its value', ['detect', '--panel', panel, '--detector'], /detector/],
    ['an option twice', ['detect', '--panel', panel, '--panel', panel, '--detector', 'rise'], /--panel stands twice/],
    ['a word too many', ['detect', panel, '--panel', panel, '--detector', 'rise'], /panel\.csv/],
    ['an unknown detector', ['detect', '--panel', panel, '--detector', 'rize'], /rize.*rise/],
    [
      'parameters that are no JSON',
      ['detect', '--panel', panel, '--detector', 'rise', '--params', '{lookback:3}'],
      /not JSON/,
    ],
    ['parameters that are no object', ['detect', '--panel', panel, '--detector', 'rise', '--params', '[3]'], /object/],
    [
      'an unknown parameter',
      ['detect', '--panel', panel, '--detector', 'rise', '--params', '{"lookBack":3}'],
      /lookBack.*meanPeriods, lookback/,
    ],
    [
      'a parameter out of bounds',
      ['detect', '--panel', panel, '--detector', 'rise', '--params', '{"lookback":0}'],
      /lookback = 0.*1–120/,
    ],
    [
      'a direction that is none',
      ['detect', '--panel', panel, '--detector', 'rise', '--worse', 'sideways'],
      /up or down/,
    ],
    [
      'a threshold that is none',
      ['detect', '--panel', panel, '--detector', 'rise', '--threshold', 'high'],
      /not a number/,
    ],
    ['an empty threshold', ['detect', '--panel', panel, '--detector', 'rise', '--threshold='], /not a number/],
    ['a day that is none', ['assess', '--panel', panel, '--as-of', '2020-02-30'], /YYYY-MM-DD/],
    ['a file that is not there', ['detect', '--panel', dir.path('nowhere.csv'), '--detector', 'rise'], /nowhere\.csv/],
    ['a folder for a file', ['detect', '--panel', dir.path('.'), '--detector', 'rise'], /EISDIR|directory/],
    ['no file to import', ['import'], /no file/],
    [
      'a place that cannot be written',
      ['detect', '--panel', panel, '--detector', 'level', '--out', dir.path('no/such/folder.csv')],
      /ENOENT/,
    ],
  ])('%s', async (_what, args, says) => {
    const { code, out, err } = await call(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toHaveLength(1);
    expect(err[0]).toMatch(says);
  });
});

describe('output', () => {
  test('goes to standard output for "-" and without --out, and to the file otherwise; the same bytes', async () => {
    const args = ['detect', '--panel', panel, '--detector', 'level'];
    const plain = await call(...args);
    const dash = await call(...args, '--out', '-');
    const file = await call(...args, '--out', dir.path('out.csv'));
    expect(plain).toEqual({ code: 0, out: plain.out, err: [] });
    expect(dash.out).toBe(plain.out);
    expect(file.out).toBe('');
    expect(dir.read('out.csv')).toBe(plain.out);
    expect(records(plain.out).map((r) => r.value)).toEqual(['5', '6']);
  });
});

describe('as a program', { timeout: 60_000 }, () => {
  const fengsui = (...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], { encoding: 'utf8' });

  test('exit codes reach the shell', () => {
    expect(fengsui('--help').status).toBe(0);
    const wrong = fengsui('detect', '--nope');
    expect([wrong.status, wrong.stderr.trim().split('\n').length]).toEqual([2, 1]);
  });

  test.skipIf(process.platform === 'win32')('a reader that closes the pipe early is no fault', () => {
    const rows = Array.from({ length: 40_000 }, (_, i) => `R${i},R${i},rate,2020-01,${i},percent,s`).join('\n');
    const large = dir.write('large.csv', `region_code,region_name,indicator,period,value,unit,source\n${rows}\n`);
    const command = `"${process.execPath}" --import tsx src/cli/main.ts detect --panel "${large}" --detector level | head -1; exit "\${PIPESTATUS[0]}"`;
    const { status, stdout, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout.trim()).toBe('region_code,indicator,period,value,expected,statistic,bound,alarm');
    expect(status).toBe(0);
  });
});
