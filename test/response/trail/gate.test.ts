import { describe, expect, it } from 'vitest';
import type { ActKind } from '../../../src/response/trail/act';
import { seal } from '../../../src/response/trail/digest';
import type { Entry } from '../../../src/response/trail/entry';
import { readEntry } from '../../../src/response/trail/gate';
import { basis, nowMs, region, SAMPLES } from './make-trail';

const entryOf = (kind: ActKind): Entry =>
  seal({ seq: 0, digest: '', at: 0 }, { at: nowMs, by: region, act: SAMPLES[kind], basis });
const copyOf = (kind: ActKind): Record<string, unknown> & { act: Record<string, unknown> } =>
  JSON.parse(JSON.stringify(entryOf(kind)));
const pathsOf = (raw: unknown): string[] => readEntry(raw).faults.map((fault) => fault.path);

const kinds = Object.keys(SAMPLES) as ActKind[];

describe.each(kinds)('an entry of %s', (kind) => {
  it('comes through as it is', () => {
    expect(readEntry(copyOf(kind))).toEqual({ value: entryOf(kind), faults: [] });
  });

  it('is refused with a field that no act of its kind has', () => {
    const raw = copyOf(kind);
    raw.act.colour = 'red';
    expect(readEntry(raw).faults).toMatchObject([{ path: '.act', expected: 'no field of the name colour' }]);
  });

  it('is refused without any one of its fields, which is named', () => {
    for (const field of Object.keys(SAMPLES[kind]).filter((f) => f !== 'kind')) {
      const raw = copyOf(kind);
      delete raw.act[field];
      expect(pathsOf(raw), field).toEqual([`.act.${field}`]);
    }
  });

  it('is refused with any one of its fields of another sort', () => {
    for (const field of Object.keys(SAMPLES[kind]).filter((f) => !['kind', 'body', 'plan'].includes(f))) {
      const raw = copyOf(kind);
      raw.act[field] = [7, null];
      expect(
        pathsOf(raw).every((path) => path.startsWith(`.act.${field}`)),
        field,
      ).toBe(true);
      expect(pathsOf(raw).length, field).toBeGreaterThan(0);
    }
  });
});

describe('the frame of an entry', () => {
  it('collects all faults, each with its place', () => {
    const raw = {
      ...copyOf('note'),
      form: 2,
      seq: 0,
      at: -1,
      by: { role: 'king', regionCode: '', name: 'x' },
      digest: 'AB',
    };
    expect(pathsOf(raw)).toEqual(['.form', '.seq', '.at', '.by.role', '.by.regionCode', '.digest']);
  });

  it('refuses an unknown kind of act, and what is no entry at all', () => {
    const raw = copyOf('note');
    raw.act.kind = 'approve-everything';
    expect(pathsOf(raw)).toEqual(['.act.kind']);
    for (const bad of [null, undefined, 5, 'entry', [], { act: null }, { act: { kind: 'toString' } }]) {
      expect(readEntry(bad).value).toBeNull();
    }
  });

  it('refuses fields beside the form', () => {
    expect(readEntry({ ...copyOf('note'), signature: 'x' }).faults).toMatchObject([
      { path: '.', expected: 'no field of the name signature' },
    ]);
  });
});

describe('bounds', () => {
  const withAct = (kind: ActKind, over: Record<string, unknown>): unknown => {
    const raw = copyOf(kind);
    return { ...raw, act: { ...raw.act, ...over } };
  };
  const deep = (n: number): unknown => (n === 0 ? 1 : [deep(n - 1)]);

  it.each([
    ['a text too long', withAct('note', { note: 'x'.repeat(20_001) }), '.act.note'],
    ['an id too long', withAct('note', { warning: 'x'.repeat(201) }), '.act.warning'],
    ['a list too long', withAct('hold-meeting', { attendees: Array(501).fill('a') }), '.act.attendees'],
    ['a day out of all years', withAct('silence', { until: 9e9 }), '.act.until'],
    [
      'a number that is none',
      withAct('assess-case', { assessment: { ...SAMPLES['assess-case'].assessment, persons: Infinity } }),
      '.act.assessment.persons',
    ],
    ['a period spelt otherwise', withAct('note', { period: 'Oct 2026' }), '.act.period'],
    ['a level that is none', withAct('open-case', { level: 5 }), '.act.level'],
    ['a document too deep', withAct('save-document', { body: deep(40) }), `.act.body${'[0]'.repeat(33)}`],
    [
      'a text too long in a document',
      withAct('save-document', { body: { a: ['x'.repeat(20_001)] } }),
      '.act.body.a[0]',
    ],
    ['a document with too much in it', withAct('save-document', { body: Array(100_001).fill(0) }), '.act.body'],
    ['a document that JSON cannot hold', withAct('save-document', { body: { at: Number.NaN } }), '.act.body.at'],
    ['a plan that is missing', withAct('adopt-plan', { plan: undefined }), '.act.plan'],
    [
      'a calendar with too many days',
      withAct('set-calendar', {
        days: Object.fromEntries(
          Array.from({ length: 5001 }, (_, i) => [
            `${1000 + (i % 9000)}-0${1 + (i % 9)}-1${Math.floor(i / 9000)}`,
            true,
          ]),
        ),
      }),
      '.act.days',
    ],
  ])('refuses %s', (_, raw, path) => {
    expect(pathsOf(raw)).toEqual([path]);
  });

  it('takes texts at their bound', () => {
    expect(pathsOf(withAct('note', { note: '汉'.repeat(20_000) }))).toEqual([]);
  });
});
