import { describe, expect, it } from 'vitest';
import { defaultCatalogue, defaultRegionTree } from '../../../../src/base/catalogue';
import { defaultPlan } from '../../../../src/response/load-plan';
import type { Act } from '../../../../src/response/trail/act';
import { verifyTrail } from '../../../../src/response/trail/verify';
import { trailNames } from '../../../../src/store/trail-names';
import { readTrailFile, trailCsv, trailJson } from '../../../../src/views/response/trail/trail-file';
import { isShown, subjectsIn, takenBackBy } from '../../../../src/views/response/trail/trail-rows';
import { sealAll } from '../../../response/trail/make-entries';

const names = trailNames({ tree: defaultRegionTree(), catalogue: defaultCatalogue() }, defaultPlan());
const seen = { warning: '150300@2026-01', level: 3, period: '2026-10' } as const;
const ACTS: readonly Act[] = [
  { kind: 'acknowledge', ...seen, note: '' },
  { kind: 'note', ...seen, note: '=HYPERLINK("http://x")' },
  { kind: 'undo', seq: 2, reason: '@误操作' },
  {
    kind: 'open-case',
    case: 'R-1',
    warning: seen.warning,
    regionCode: '150300',
    level: 3,
    period: '2026-10',
    title: '规模裁员应对',
    reason: '达Ⅱ级',
  },
];
const trail = sealAll(ACTS, [], '+王科长');
const lines = (lang: 'zh' | 'en'): readonly string[][] =>
  trailCsv(trail, names, lang)
    .trimEnd()
    .split('\n')
    .map((line) => line.match(/("([^"]|"")*"|[^,]*)(,|$)/g)!.map((cell) => cell.replace(/,$/, '')));

describe('the trail as a file', () => {
  it('goes out whole and verifies where it comes in, end included', () => {
    const read = readTrailFile(trailJson(trail))!;
    expect(read.entries).toEqual(trail);
    expect(verifyTrail(read.entries, read.head)).toEqual([]);
    expect(verifyTrail(read.entries.slice(0, 3), read.head)).toHaveLength(1);
  });

  it.each(['', 'null', '[]', '{"schema":"fengsui-trail/1"}', '{"schema":"fengsui-trail/2","entries":[],"head":{}}'])(
    'of another kind is told: %s',
    (text) => expect(readTrailFile(text)).toBeNull(),
  );

  it.each(['zh', 'en'] as const)('as a table in %s has no formula in it and no id but codes and digests', (lang) => {
    const [head, ...rows] = lines(lang);
    expect(rows.map((cells) => cells.length)).toEqual(rows.map(() => head!.length));
    expect(rows.flat().filter((cell) => /^"?[=+\-@]/.test(cell))).toEqual([]);
    expect(rows[1]!.join()).toContain("'+王科长");
    expect(rows[1]!.join()).toMatch(lang === 'zh' ? /已由第 3 条撤回/ : /Taken back by entry 3/);
    expect(rows[0]!.join()).toMatch(lang === 'zh' ? /乌海市/ : /Wuhai/);
  });
});

describe('rows', () => {
  const shown = (filter: Partial<Parameters<typeof isShown>[1]>): readonly number[] =>
    trail
      .filter((entry) => isShown(entry, { by: '', kind: '', on: '', text: '', ...filter }, names))
      .map(({ seq }) => seq);
  it('are found by desk, act, warning, case and words in either language', () => {
    expect(shown({})).toEqual([1, 2, 3, 4]);
    expect(shown({ kind: 'note' })).toEqual([2]);
    expect(shown({ on: seen.warning })).toEqual([1, 2, 4]);
    expect(shown({ on: 'R-1' })).toEqual([4]);
    expect(shown({ by: 'league 150300 +王科长' })).toEqual([1, 2, 3, 4]);
    expect(shown({ by: 'county 150302 李四' })).toEqual([]);
    expect(shown({ text: 'WUHAI acknowledged' })).toEqual([1]);
    expect(shown({ text: '误操作' })).toEqual([3]);
    expect(shown({ text: trail[3]!.digest.slice(0, 12) })).toEqual([4]);
  });
  it('name what they are on, and who took them back', () => {
    expect(subjectsIn(trail, names, 6).map(({ id, words }) => [id, words.zh])).toEqual([
      [seen.warning, expect.stringContaining('乌海市')],
      ['R-1', '规模裁员应对'],
    ]);
    expect([...takenBackBy(trail)].map(([seq, entry]) => [seq, entry.seq])).toEqual([[2, 3]]);
  });
});
