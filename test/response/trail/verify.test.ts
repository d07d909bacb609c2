import { describe, expect, it } from 'vitest';
import { entryDigest } from '../../../src/response/trail/digest';
import type { Entry } from '../../../src/response/trail/entry';
import { createVerifier, verifyTrail } from '../../../src/response/trail/verify';
import { act, countyA1, desk, leagueA, SAMPLES, walkTo } from './make-trail';

const { entries } = walkTo(desk(), 'follow-up');

const resealed = (entry: Entry, over: Partial<Entry>): Entry => {
  const changed = { ...entry, ...over };
  return { ...changed, digest: entryDigest(changed) };
};
const at = (seq: number): Entry => entries[seq - 1]!;
const replaced = (seq: number, entry: unknown): unknown[] => entries.map((e) => (e.seq === seq ? entry : e));
const found = (trail: readonly unknown[], head?: { seq: number; digest: string }): [number, string][] =>
  verifyTrail(trail, head).map(({ seq, kind }) => [seq, kind]);

describe('a trail that nobody touched', () => {
  it('has no fault, at any length', () => {
    for (let n = 0; n <= entries.length; n++) expect(verifyTrail(entries.slice(0, n))).toEqual([]);
  });

  it('has none after a file: JSON and back', () => {
    expect(verifyTrail(JSON.parse(JSON.stringify(entries)))).toEqual([]);
  });

  it('has none with the head that it should have, or one that it has passed through', () => {
    expect(found(entries, at(entries.length))).toEqual([]);
    expect(found(entries, at(5))).toEqual([]);
  });
});

describe('a trail that was changed', () => {
  const note = { ...SAMPLES['assess-case'], assessment: { ...SAMPLES['assess-case'].assessment, persons: 12 } };
  const changed = entries.findIndex((e) => e.act.kind === 'assess-case') + 1;

  it('names the changed entry, and not all that follow', () => {
    expect(found(replaced(changed, { ...at(changed), act: note }))).toEqual([[changed, 'digest']]);
  });

  it.each([
    ['the moment', { at: at(5).at + 1 }],
    ['the person', { by: { ...at(5).by, name: '别人' } }],
    ['the office', { by: { ...at(5).by, role: 'region' } }],
    ['the data that it was done on', { basis: { ...at(5).basis, data: '00'.repeat(32) } }],
    ['the demonstration mark', { basis: { ...at(5).basis, demonstration: false } }],
  ] as const)('sees %s changed', (_, over) => {
    expect(found(replaced(5, { ...at(5), ...over }))).toContainEqual([5, 'digest']);
  });

  it('sees a field whose name readers of JSON leave out', () => {
    const hidden = JSON.stringify(at(changed)).replace('"facts":{', '"facts":{"__proto__":5,');
    expect(hidden).toContain('__proto__');
    expect(found(replaced(changed, JSON.parse(hidden)))).toEqual([[changed, 'digest']]);
  });

  it('names the line after one that was changed and sealed anew', () => {
    expect(found(replaced(changed, resealed(at(changed), { act: note })))).toEqual([[changed + 1, 'link']]);
  });

  it('does not see the last one changed and sealed anew, unless the head is known', () => {
    const last = entries.length;
    const trail = replaced(last, resealed(at(last), { by: countyA1 }));
    expect(found(trail)).toEqual([]);
    expect(found(trail, at(last))).toEqual([[last, 'link']]);
  });

  it('names the place of one that was taken out', () => {
    const [fault, ...others] = verifyTrail(entries.filter((e) => e.seq !== 4));
    expect(others).toEqual([]);
    expect(fault).toMatchObject({ seq: 4, kind: 'sequence' });
    expect(fault!.words.en).toMatch(/^Entry 5 \(10 Nov 2026, 09:00, .*\) stands where entry 4 should: .*taken out/);
    expect(fault!.words.zh).toContain('第5条（2026年11月10日 09:00');
  });

  it('names the first line when what was before it is gone', () => {
    expect(found(entries.slice(1))).toEqual([[1, 'sequence']]);
    expect(found([resealed(at(2), { seq: 1 })])).toEqual([[1, 'link']]);
  });

  it('names one that stands twice', () => {
    expect(found([...entries.slice(0, 5), at(5), ...entries.slice(5)])).toEqual([[6, 'sequence']]);
  });

  it('names the line behind one that was put in, numbered and sealed to fit', () => {
    const more = resealed(at(5), { seq: 6, previous: at(5).digest });
    expect(found([...entries.slice(0, 5), more, ...entries.slice(5)])).toEqual([[7, 'sequence']]);
  });

  it('names each of two that were swapped', () => {
    const trail = [...entries];
    [trail[4], trail[5]] = [trail[5]!, trail[4]!];
    expect(found(trail).filter(([, kind]) => kind === 'sequence')).toEqual([
      [5, 'sequence'],
      [7, 'sequence'],
      [6, 'sequence'],
    ]);
  });

  it('sees a number changed, alone or sealed anew', () => {
    expect(found(replaced(5, { ...at(5), seq: 99 }))).toEqual([
      [5, 'sequence'],
      [5, 'digest'],
    ]);
    expect(found(replaced(5, resealed(at(5), { seq: 99 })))).toEqual([
      [5, 'sequence'],
      [100, 'sequence'],
    ]);
  });

  it('sees a time before that of the line before', () => {
    const last = entries.length;
    expect(found(replaced(last, resealed(at(last), { at: at(1).at - 1 })))).toEqual([[last, 'time']]);
  });

  it('does not see a cut end, unless the head is known', () => {
    const cut = entries.slice(0, -3);
    expect(found(cut)).toEqual([]);
    const [fault] = verifyTrail(cut, at(entries.length));
    expect(fault).toMatchObject({ seq: entries.length - 2, kind: 'sequence' });
    expect(fault!.words.en).toBe(
      `The trail should reach entry ${entries.length} and ends at ${entries.length - 3}: its end was cut off.`,
    );
    expect(found([], at(3))).toEqual([[1, 'sequence']]);
  });

  it('sees a trail sealed anew from some line to the end, once the head is known', () => {
    const other = desk();
    act(other, countyA1, SAMPLES.acknowledge);
    act(other, leagueA, { ...SAMPLES.dismiss, level: 2 });
    expect(found(other.entries)).toEqual([]);
    expect(found(other.entries, at(2))).toEqual([[2, 'link']]);
  });

  it('names a line that is no entry, and goes on behind it', () => {
    for (const bad of [null, 7, {}, { ...at(5), act: { kind: 'bribe' } }, { ...at(5), extra: 1 }]) {
      expect(found(replaced(5, bad)).filter(([, kind]) => kind !== 'link')).toEqual([[5, 'form']]);
    }
    const [fault] = verifyTrail(replaced(5, { ...at(5), extra: 1 }));
    expect(fault!.words.en).toBe('Line 5 is not a well-formed entry: . should be no field of the name extra');
  });
});

describe('checking in pieces', () => {
  it('says of each line whether it is an entry, and tells the head to chain to', () => {
    const verifier = createVerifier();
    expect(verifier.head()).toEqual({ seq: 0, digest: '', at: 0 });
    expect(verifier.next(at(1))).toBe(true);
    expect(verifier.next({ ...at(2), form: 2 })).toBe(false);
    expect(verifier.next(at(3))).toBe(true);
    expect(verifier.head()).toEqual({ seq: 3, digest: at(3).digest, at: at(3).at });
    expect(verifier.faults().map(({ seq, kind }) => [seq, kind])).toEqual([[2, 'form']]);
  });
});
