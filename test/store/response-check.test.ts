import { describe, expect, it } from 'vitest';
import type { Actor } from '../../src/response/actor';
import { defaultPlan } from '../../src/response/load-plan';
import { emptyState } from '../../src/response/trail/fold';
import { newRecord } from '../../src/response/trail/changes-warning';
import { refusalOf } from '../../src/store/response-check';
import { makeView } from '../views/make-view';
import { spellOf } from '../response/warnings/make-inbox';

const actor: Actor = { role: 'county', regionCode: '150302', name: '李四' };
const view = makeView({ count: 6 });
const close = { kind: 'close-warning', warning: '150302@2026-03', level: 1, period: '2026-06', reason: '' } as const;

describe('closing a warning by hand', () => {
  const record = { ...newRecord(close.warning), state: 'acknowledged', level: 1 } as const;
  const asked = (from: string): string | undefined =>
    refusalOf(
      {
        actor,
        plan: defaultPlan(),
        nowMs: Date.UTC(2026, 6, 20),
        spells: [spellOf('150302', from, [1])],
        state: { ...emptyState(), warnings: new Map([[record.id, record]]) },
      },
      view,
      null,
      close,
    )?.en;

  it('is not open while its level stands', () => {
    expect(asked('2026-03')).toMatch(/goes on/);
  });

  it('is not open either where revisions have moved its beginning since', () => {
    expect(asked('2026-02')).toMatch(/goes on/);
    expect(asked('2026-05')).toMatch(/goes on/);
  });
});
