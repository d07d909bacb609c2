import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { levelNumeral, WARNING_LEVELS } from '../../src/base/level';
import { STAGES } from '../../src/response/case/case';
import { defaultPlan } from '../../src/response/load-plan';
import { STEPS } from '../../src/response/plan';
import type { WarningRecord } from '../../src/response/state';
import type { Act } from '../../src/response/trail/act';
import { entryDigest, seal } from '../../src/response/trail/digest';
import type { Entry } from '../../src/response/trail/entry';
import {
  ACT_RULES,
  SILENCE_DAYS,
  SILENCE_UP_TO,
  STAGE_GUARDS,
  STAGE_WHO,
  WARNING_MOVES,
  type WarningMove,
} from '../../src/response/trail/machine';
import { ACT_NAMES, GUARD_WORDS, STAGE_NAMES } from '../../src/response/trail/text';
import { FIELD_NAMES } from '../../src/response/trail/refusal-text';
import type { Spell, SpellState } from '../../src/response/warnings/spell';
import { stateOf } from '../../src/response/warnings/warning-states';
import { trailJson } from '../../src/views/response/trail/trail-file';
import { codes, ruled, tableBelow as tableOf } from '../doc-tables';

/** docs/response.md says what the machine says, row by row, and the verifier printed there works. */

const doc = readFileSync('docs/response.md', 'utf8');

const tableBelow = (heading: string): readonly string[] => tableOf(doc, heading);

const RECORD_STATES: readonly WarningRecord['state'][] = [
  'new',
  'acknowledged',
  'verified',
  'under-review',
  'false-alarm',
  'closed',
];
const SPELL_STATES: readonly SpellState[] = ['pending', 'active', 'recovering', 'stale', 'insufficient', 'ended'];

test('the word of a warning, by what the figures say and what people did', () => {
  const spell = (state: SpellState): Spell => ({
    id: '150300@2026-01',
    regionCode: '150300',
    since: 0,
    until: state === 'ended' ? 9 : null,
    state,
    level: 2,
    top: 2,
    moves: [],
    byDiffusion: false,
    unsure: false,
    signals: [],
    index: NaN,
  });
  // Acted on at the level at which it stands: not risen since.
  const record = (state: WarningRecord['state']): WarningRecord => ({
    id: '150300@2026-01',
    state,
    level: 2,
    acknowledged: null,
    verified: null,
    reason: '',
    case: null,
    acts: [],
    notes: [],
  });
  const head = ['figures ↓ people →', ...RECORD_STATES.map((state) => `\`${state}\``)];
  const rows = SPELL_STATES.map((figures) => [
    `\`${figures}\``,
    ...RECORD_STATES.map((people) => stateOf(spell(figures), record(people))),
  ]);
  expect(tableBelow('A warning')).toEqual(ruled(head, rows));
});

test('what people do about a warning, by the state in which it is', () => {
  const cell = (act: WarningMove, from: WarningRecord['state']): string => {
    const move = WARNING_MOVES[act][from];
    if (!move) return '—';
    return `${move.to}${move.onlyRisen ? ' ↑' : ''}${move.notRisen ? ' ↛' : ''}`;
  };
  const head = ['act', ...RECORD_STATES.map((state) => `\`${state}\``)];
  const acts = Object.keys(WARNING_MOVES) as WarningMove[];
  const rows = acts.map((act) => [`\`${act}\``, ...RECORD_STATES.map((from) => cell(act, from))]);
  expect(tableBelow('Acts on a warning')).toEqual(ruled(head, rows));
  expect(doc).toContain(
    `A silence covers level ${levelNumeral(SILENCE_UP_TO)} at most and ${SILENCE_DAYS} days at most`,
  );
});

test('the stages of a review, who takes it there, and what must hold', () => {
  const rows = STAGES.map((stage) => [
    `\`${stage}\``,
    `${STAGE_NAMES[stage].zh} ${STAGE_NAMES[stage].en}`,
    STAGE_WHO[stage],
    STAGE_GUARDS[stage].map(({ id }) => GUARD_WORDS[id].en).join('; ') || '—',
  ]);
  expect(tableBelow('A review')).toEqual(ruled(['stage', 'name', 'taken there by', 'when'], rows));
});

test('every act: whose it is, at which stages, what it must say, whether it can be taken back', () => {
  const span = (stages: readonly string[] | null): string => {
    if (stages === null) return '—';
    return stages.length === 1 ? stages[0]! : `${stages[0]} … ${stages.at(-1)}`;
  };
  const kinds = Object.keys(ACT_RULES) as (keyof typeof ACT_RULES)[];
  const rows = kinds.map((kind) => {
    const { who, stages, needs, undoable } = ACT_RULES[kind];
    const fields = (needs as readonly (keyof typeof FIELD_NAMES)[]).map((field) => field);
    return [
      `\`${kind}\``,
      ACT_NAMES[kind].zh,
      who,
      span(stages),
      fields.length > 0 ? codes(fields) : '—',
      undoable ? 'yes' : 'no',
    ];
  });
  const head = ['act', '', 'who', 'stages', 'must hold words', 'can be taken back'];
  expect(tableBelow('Every act')).toEqual(ruled(head, rows));
});

test('the clocks of the shipped plan', () => {
  const plan = defaultPlan();
  const levels = [...WARNING_LEVELS].toReversed();
  const rows = STEPS.map((step) => [
    `\`${step}\``,
    ...levels.map((level) => {
      const { amount, unit } = plan.deadlines.find((d) => d.level === level && d.step === step)!;
      return `${amount} ${unit === 'hours' ? 'h' : amount === 1 ? 'working day' : 'working days'}`;
    }),
  ]);
  expect(tableBelow('Clocks')).toEqual(ruled(['step', ...levels.map(levelNumeral)], rows));
});

/** Blocks of code of one language, in order. */
function blocks(lang: string): readonly string[] {
  return [...doc.matchAll(new RegExp(`\`\`\`${lang}\\n([\\s\\S]*?)\`\`\``, 'g'))].map((match) => match[1]!);
}

describe('the chain', () => {
  test('the example has the digest that stands in it', () => {
    const entry = JSON.parse(blocks('json')[0]!) as Entry;
    expect(entry.digest).toBe(entryDigest(entry));
  });

  const folder = mkdtempSync(join(tmpdir(), 'fengsui-doc-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const basis = { knownOn: '2026-11-10', data: 'd', rules: 'built-in/1', plan: '1.1.0', demonstration: true };
  const by = { role: 'league', regionCode: '150300', name: '王科长 “é”\u2028' } as const;
  const on = { warning: '150300@2025-11', level: 4, period: '2026-10' } as const;
  const acts: readonly Act[] = [
    { kind: 'acknowledge', ...on, note: '' },
    { kind: 'note', ...on, note: 'a "b" \\ \n\t' },
    { kind: 'set-calendar', days: { '2027-02-06': false, '2027-01-01': false }, reason: '放假' },
  ];
  const entries = acts.reduce<readonly Entry[]>((all, act, i) => {
    const head = all.at(-1) ?? { seq: 0, digest: '', at: 0 };
    return [...all, seal(head, { at: 1_795_000_000_000 + i, by, act, basis })];
  }, []);

  /** What the printed verifier says of an export. */
  function verified(text: string): { readonly code: number; readonly said: string } {
    const [script, file] = [join(folder, 'verify.mjs'), join(folder, 'trail.json')];
    writeFileSync(script, blocks('js')[0]!);
    writeFileSync(file, text);
    try {
      return { code: 0, said: execFileSync(process.execPath, [script, file], { encoding: 'utf8', stdio: 'pipe' }) };
    } catch (error) {
      const { status, stdout } = error as { status: number; stdout: string };
      return { code: status, said: stdout };
    }
  }

  test('the printed verifier passes an export, and names a changed, a missing and a cut-off entry', () => {
    const text = trailJson(entries);
    expect(verified(text)).toEqual({ code: 0, said: expect.stringMatching(/^3 entries, whole/) });
    expect(verified(text.replace('放假', '上班'))).toEqual({ code: 1, said: expect.stringContaining('entry 3') });
    const without = (gone: number): string => {
      const file = JSON.parse(text) as { entries: Entry[] };
      return JSON.stringify({ ...file, entries: file.entries.filter(({ seq }) => seq !== gone) });
    };
    expect(verified(without(2))).toEqual({ code: 1, said: expect.stringContaining('entry 3') });
    expect(verified(without(3))).toEqual({ code: 1, said: expect.stringContaining('end') });
  });
});
