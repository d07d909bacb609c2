import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { call } from './cli/call';

/** What the pages of the repository point to is there, and the commands that they print are calls that there are. */

const pages = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' }).flatMap((name) =>
    name.endsWith('.md') ? [join('docs', name)] : [],
  ),
];

/** As GitHub makes the address of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

test.each(pages)('links of %s lead somewhere', (page) => {
  const text = readFileSync(page, 'utf8');
  const lost = [...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link]) => {
    if (/^[a-z]+:/.test(link!)) return [];
    const [path, anchor] = link!.split('#');
    const file = path === '' ? page : join(dirname(page), path!);
    if (!existsSync(file)) return [link];
    if (anchor === undefined) return [];
    const headings = [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading!));
    return headings.includes(anchor) ? [] : [link];
  });
  expect(lost).toEqual([]);
});

test('every picture is shown somewhere', () => {
  const all = pages.map((page) => readFileSync(page, 'utf8')).join('\n');
  expect(readdirSync('docs/pictures').filter((name) => !all.includes(`docs/pictures/${name}`))).toEqual([]);
});

describe.each(['README.md', 'README.zh-CN.md'])('commands of %s', (page) => {
  const calls = [...readFileSync(page, 'utf8').matchAll(/^npm run --silent fengsui -- (.+)$/gm)].map(([, line]) =>
    line!.split(' '),
  );

  test('show every verb', async () => {
    const { out } = await call('--help');
    const verbs = [...out.matchAll(/^ {2}([\w-]+) /gm)].map(([, verb]) => verb!);
    expect(calls.map(([verb]) => verb)).toEqual(verbs);
  });

  test('have the options that there are, and all that are needed', async () => {
    for (const [verb, ...rest] of calls) {
      const help = (await call(verb!, '--help')).out;
      const usage = help.split('\n')[0]!;
      const needed = [...usage.replace(/\[[^\]]*\]|\([^)]*\)/g, '').matchAll(/--[\w-]+/g)].map(([option]) => option);
      const given = rest.filter((word) => word.startsWith('--'));
      expect(given.length, verb).toBe(new Set(given).size);
      for (const option of given) expect(help, `${verb} ${option}`).toMatch(new RegExp(`^ +${option} `, 'm'));
      expect(given, verb).toEqual(expect.arrayContaining(needed));
    }
  });
});
