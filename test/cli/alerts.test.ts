import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { atomFaults } from '../briefing/alerts/atom-rules';
import { allOf, capFaults, textOf } from '../briefing/alerts/cap-rules';
import { parseXml } from '../briefing/alerts/parse-xml';
import { call, folder } from './call';

const dir = folder();
/** Thirty quiet months, then a rate that climbs: at the top of the ladder in Wuhai, nowhere else. */
const rows = ['150200', '150300'].flatMap((code) =>
  Array.from({ length: 36 }, (_, i) => {
    const month = `${2024 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`;
    return `${code},,registered_unemployment_rate,${month},${code === '150300' && i >= 30 ? 4 + (i - 29) : 4},percent,s`;
  }),
);
const panel = dir.write(
  'panel.csv',
  `region_code,region_name,indicator,period,value,unit,source\n${rows.join('\n')}\n`,
);
const asked = ['alerts', '--panel', panel, '--sender', 'hrss.example.cn'];

test('a feed of the warnings in force, and the message of one region', async () => {
  const { code, out } = await call(...asked, '--lang', 'en');
  expect(code).toBe(0);
  const feed = parseXml(out);
  expect(atomFaults(feed)).toEqual([]);
  expect(
    allOf(feed, 'entry')
      .map((e) => textOf(e, 'title'))
      .join(),
  ).toContain('Wuhai');
  expect(textOf(feed, 'status')).toBe('Actual');
  const file = dir.path('wuhai.xml');
  expect((await call(...asked, '--region', '150300', '--demonstration', '--exercise', '--out', file)).code).toBe(0);
  const cap = parseXml(readFileSync(file, 'utf8'));
  expect(capFaults(cap)).toEqual([]);
  expect([textOf(cap, 'status'), textOf(cap, 'value')]).toEqual(['Test', 'unemployment-risk']);
});

test('figures that say of themselves that they are invented are never sent as actual', async () => {
  const invented = dir.write(
    'invented.csv',
    readFileSync(panel, 'utf8').replaceAll(',percent,s', ',percent,演示数据（虚构）'),
  );
  const { code, out } = await call('alerts', '--panel', invented, '--sender', 'hrss.example.cn', '--lang', 'en');
  expect(code).toBe(0);
  expect(textOf(parseXml(out), 'status')).toBe('Test');
});

test('what cannot be answered is said, not guessed', async () => {
  expect((await call('alerts', '--panel', panel, '--sender', 'a b')).code).toBe(2);
  const quiet = await call(...asked, '--region', '150200');
  expect([quiet.code, quiet.err.join()]).toEqual([1, expect.stringContaining('no warning in force in 150200')]);
});
