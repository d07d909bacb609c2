import type { Act } from '../../../src/response/trail/act';
import { seal } from '../../../src/response/trail/digest';
import type { Entry } from '../../../src/response/trail/entry';

const BASIS = {
  knownOn: '2026-11-10',
  data: 'f'.repeat(64),
  rules: 'built-in/1',
  plan: '1',
  demonstration: false,
} as const;
const START = Date.UTC(2026, 10, 26, 2);

/** A sound trail of acts, one a minute, by the desk of Wuhai. */
export function sealAll(acts: readonly Act[], before: readonly Entry[] = [], name = '王科长'): readonly Entry[] {
  const entries = [...before];
  for (const act of acts) {
    const last = entries.at(-1) ?? { seq: 0, digest: '', at: 0 };
    const by = { role: 'league', regionCode: '150300', name } as const;
    entries.push(seal(last, { at: START + 60_000 * last.seq, by, act, basis: BASIS }));
  }
  return entries;
}

/** A sound trail of notes on one warning. */
export function trailOf(count: number, name?: string): readonly Entry[] {
  const notes = Array.from(
    { length: count },
    (_, i): Act => ({
      kind: 'note',
      warning: '150300@2026-01',
      level: 3,
      period: '2026-10',
      note: `第${i + 1}次`,
    }),
  );
  return sealAll(notes, [], name);
}
