import { describe, expect, it } from 'vitest';
import { type Day, parseDay } from '../../src/base/period';
import { versionBody } from '../../src/levels/load-rule-book';
import { builtInVersion } from '../../src/levels/rule-book';
import { createEngine } from '../../src/platform/engine';
import type { EngineApi, KeepApi, Paper } from '../../src/platform/engine-api';
import { createEngineHost } from '../../src/platform/engine-host';
import type { BatchStore } from '../../src/platform/storage';

const day = (text: string): Day => parseDay(text)!;
const csv = [
  'region_code,region_name,indicator,period,value,unit,source',
  ...['2025-01', '2025-02', '2025-03'].map((m) => `150200,包头市,surveyed_unemployment_rate,${m},4,percent,s`),
  '',
].join('\n');

/** A store that holds papers alone. */
function hostOver(papers: Paper[]): EngineApi & KeepApi {
  const store: Pick<BatchStore, 'read' | 'papers' | 'putPaper' | 'dropPaper'> = {
    read: async () => null,
    papers: async (kind) => papers.filter((p) => p.kind === kind),
    async putPaper({ replaces: _replaces, ...rest }, at) {
      const paper = { ...structuredClone(rest), at };
      papers.push(paper);
      return paper;
    },
    async dropPaper(kind, id) {
      papers.splice(
        papers.findIndex((p) => p.kind === kind && p.id === id),
        1,
      );
    },
  };
  return createEngineHost(
    createEngine(() => day('2026-11-23')),
    store as BatchStore,
  );
}

const version = (number: number, from: string): Omit<Paper, 'at'> => ({
  kind: 'rules',
  id: `v${number}`,
  by: '',
  body: versionBody({ ...builtInVersion(), number, inForceFrom: day(from) }),
});

async function loaded(host: EngineApi & KeepApi): Promise<void> {
  const { batchId } = await host.readFile(new File([csv], 'rates.csv'), {}, {});
  await host.load([batchId], null, {});
}

describe('kept versions of the rules', () => {
  it('grade from the start on, also where nothing else was ever kept', async () => {
    const host = hostOver([{ ...version(1, '2026-01-01'), at: 1 }]);
    expect(await host.restore({})).toBeNull();
    await loaded(host);
    expect((await host.assess(null, {})).rules).toMatchObject({ id: 'v1', inForceFrom: day('2026-01-01') });
  });

  it('grade as soon as they are saved, and no longer when they are dropped; other papers change nothing', async () => {
    const host = hostOver([]);
    await host.restore({});
    await loaded(host);
    const grading = async (): Promise<string> => (await host.assess(null, {})).rules.id;
    await host.putPaper({ kind: 'draft', id: 'rules', by: '', body: {}, replaces: 0 }, {});
    expect(await grading()).toBe('built-in');
    await host.putPaper({ ...version(1, '2026-01-01'), replaces: 0 }, {});
    expect(await grading()).toBe('v1');
    await host.putPaper({ ...version(2, '2026-12-01'), replaces: 0 }, {});
    expect(await grading()).toBe('v1');
    await host.useRules('v2', {});
    expect(await grading()).toBe('v2');
    await host.useRules(null, {});
    await host.dropPaper('rules', 'v1', {});
    expect(await grading()).toBe('built-in');
  });

  it('that name a method which is fetched apart are read with it', async () => {
    const [first] = builtInVersion().ruleSet.rules;
    const rule = { ...first!, detector: { kind: 'robust-z', params: {} } };
    const ruleSet = { ...builtInVersion().ruleSet, rules: [rule] };
    const body = versionBody({ ...builtInVersion(), number: 1, inForceFrom: day('2026-01-01'), ruleSet });
    const host = hostOver([{ kind: 'rules', id: 'v1', at: 1, by: '', body }]);
    await host.restore({});
    await loaded(host);
    const view = await host.assess(null, {});
    expect(view.rules).toMatchObject({ id: 'v1', unreadable: 0 });
    expect(view.ruleSet.rules[0]!.detector.kind).toBe('robust-z');
  });
});
