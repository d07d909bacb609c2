import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LevelByte } from '../../../src/base/level';
import { listRows, SILENCED } from '../../../src/views/warnings/list-rows';
import { makeWarning, SILENCE } from './make-warning';

const ids = (rows: ReturnType<typeof listRows>): string[] => rows.map((r) => `${r.depth}:${r.id}`);

describe('lines of the list', () => {
  const league = makeWarning('150300', 4);
  const a = makeWarning('150302', 2, { foldedUnder: '150300' });
  const b = makeWarning('150303', 3, { foldedUnder: '150300' });
  const other = makeWarning('150200', 1);

  it('folds counties under their league, with the worst grade and how many', () => {
    const rows = listRows([a, league, other, b], new Set());
    expect(ids(rows)).toEqual(['1:150300@2026-03', '1:150200@2026-03']);
    expect(rows[0]!.folded).toEqual([a, b]);
    expect(rows[0]!.worst).toBe(b);
    expect([rows[1]!.place, rows[1]!.of]).toEqual([2, 2]);
  });

  it('opens a fold, its lines one deeper, in the order given', () => {
    const rows = listRows([league, b, a, other], new Set([league.id]));
    expect(ids(rows)).toEqual(['1:150300@2026-03', '2:150303@2026-03', '2:150302@2026-03', '1:150200@2026-03']);
    expect(rows[1]).toMatchObject({ place: 1, of: 2, folded: [] });
  });

  it('lets stand what is folded under a line that the filters leave out', () => {
    expect(ids(listRows([a, other], new Set()))).toEqual(['1:150302@2026-03', '1:150200@2026-03']);
  });

  it('names what is silenced in one fold at the end, with its worst grade', () => {
    const quiet = makeWarning('150400', 2, { silence: SILENCE });
    const quieter = makeWarning('150421', 1, { silence: SILENCE });
    const rows = listRows([quieter, league, quiet], new Set());
    expect(ids(rows)).toEqual(['1:150300@2026-03', `1:${SILENCED}`]);
    expect(rows[1]!.worst).toBe(quiet);
    expect(rows[1]!.warning).toBeNull();
  });

  it('does not take an ended spell of the league for the one that folds', () => {
    const before = makeWarning('150300', 4, { of: { id: '150300@2020-01', until: 24_300, state: 'ended' } });
    expect(ids(listRows([before, a], new Set()))).toHaveLength(2);
  });

  it('leaves out nothing and shows nothing twice, whatever is folded, silenced and open', () => {
    const codes = ['150000', '150300', '150302', '150303', '150200', '150203'];
    const one = fc.record({
      code: fc.constantFrom(...codes),
      level: fc.constantFrom<LevelByte>(0, 1, 2, 3, 4, 255),
      under: fc.constantFrom(null, ...codes),
      silent: fc.boolean(),
      over: fc.boolean(),
    });
    const list = fc.array(one, { maxLength: 20 }).map((given) =>
      given.map(({ code, level, under, silent, over }, k) =>
        makeWarning(code, level, {
          foldedUnder: under,
          silence: silent ? SILENCE : null,
          of: { id: `${code}@${k}`, ...(over && { until: 24_320, state: 'ended' as const }) },
        }),
      ),
    );
    fc.assert(
      fc.property(list, fc.boolean(), (warnings, openAll) => {
        const open = new Set(openAll ? [SILENCED, ...warnings.map((w) => w.id)] : []);
        const rows = listRows(warnings, open);
        const drawn = rows.flatMap((r) => (r.warning ? [r.warning.id] : []));
        const held = rows.filter((r) => !r.open).flatMap((r) => r.folded.map((w) => w.id));
        expect([...drawn, ...held].toSorted()).toEqual(warnings.map((w) => w.id).toSorted());
        if (openAll) expect(held).toEqual([]);
      }),
    );
  });
});
