import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src/response/trail/canonical';
import { entryDigest, seal } from '../../../src/response/trail/digest';
import { basis, nowMs, region, SAMPLES } from './make-trail';

describe('canonical JSON', () => {
  it('sorts keys by their UTF-16 units, at every depth, and writes no blanks', () => {
    // The example of RFC 8785, 3.2.3, without its control characters: the order of the keys is that of their units.
    const given = {
      '\u20ac': 'Euro Sign',
      '1': 'One',
      '\u00f6': 'o',
      '\ud83d\ude00': 'Smiley',
      b: { z: [1, 2], a: null },
    };
    expect(canonicalJson(given)).toBe('{"1":"One","b":{"a":null,"z":[1,2]},"ö":"o","€":"Euro Sign","😀":"Smiley"}');
  });

  it('is the same whatever the order in which fields were put', () => {
    expect(canonicalJson({ a: 1, b: [{ c: 2, d: 3 }] })).toBe(canonicalJson({ b: [{ d: 3, c: 2 }], a: 1 }));
  });

  it('survives JSON: what comes back from a file is spelt the same', () => {
    const given = { n: [0, -0, 1e21, 0.1, -5], s: 'a"\\\u2028\ud800', nested: { empty: {}, none: [] } };
    expect(canonicalJson(JSON.parse(JSON.stringify(given)))).toBe(canonicalJson(given));
  });

  it.each([
    ['undefined', { a: { b: undefined } }],
    ['not a number', { a: { b: Number.NaN } }],
    ['infinity', { a: { b: Infinity } }],
    ['a date', { a: { b: new Date(0) } }],
    ['a map', { a: { b: new Map() } }],
    ['a function', { a: { b: () => 1 } }],
    ['a bigint', { a: { b: 1n } }],
  ])('refuses %s and names the place', (_, given) => {
    expect(() => canonicalJson(given)).toThrow(/at a\.b$/);
  });

  it('refuses a hole in a list', () => {
    const holed: number[] = [];
    holed[1] = 2;
    expect(() => canonicalJson([holed])).toThrow(/at 0\.0$/);
  });
});

describe('the digest of an entry', () => {
  const head = { seq: 4, digest: 'cd'.repeat(32), at: nowMs };
  const entry = seal(head, { at: nowMs + 5, by: region, act: SAMPLES.undo, basis });

  it("is the SHA-256 of the rest, as Node's own crypto computes it", () => {
    const { digest: _, ...rest } = entry;
    expect(entry.digest).toBe(createHash('sha256').update(canonicalJson(rest), 'utf8').digest('hex'));
  });

  it('chains to the line before', () => {
    expect(entry).toMatchObject({ form: 1, seq: 5, previous: head.digest, at: nowMs + 5 });
  });

  it('does not go back in time with a clock that was set back', () => {
    expect(seal(head, { at: nowMs - 3_600_000, by: region, act: SAMPLES.undo, basis }).at).toBe(nowMs);
  });

  it('does not cover itself', () => {
    expect(entryDigest({ ...entry, digest: 'ef'.repeat(32) })).toBe(entry.digest);
  });

  it.each([
    ['seq', { seq: 6 }],
    ['at', { at: nowMs + 6 }],
    ['by', { by: { ...region, name: '王敏 ' } }],
    ['act', { act: { ...SAMPLES.undo, reason: '误' } }],
    ['basis', { basis: { ...basis, demonstration: false } }],
    ['previous', { previous: 'ce'.repeat(32) }],
  ])('changes with %s', (_, over) => {
    expect(entryDigest({ ...entry, ...over })).not.toBe(entry.digest);
  });
});
