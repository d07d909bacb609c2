import { describe, expect, test } from 'vitest';
import { FREQUENCIES, NO_DAY } from '../../src/base/period';
import type { Batch } from '../../src/observations/observations';
import type { Panel } from '../../src/panel/panel';
import { createEngine } from '../../src/platform/engine';
import type { EngineApi, KeepApi } from '../../src/platform/engine-api';
import { createEngineClient, type EngineClient, type WorkerLike } from '../../src/platform/engine-client';
import type { FromWorker, ToWorker } from '../../src/platform/engine-protocol';
import { serveEngine } from '../../src/platform/serve-engine';
import { defaultRuleSet } from '../../src/signals/load-rule-set';
import { benchPanels } from '../bench/panels';

/**
 * A cancel has to be heard while the engine computes. Page and engine share a thread here and talk through a real
 * message channel: a message comes only when the engine lets it in, as in a worker.
 */
const RULES = defaultRuleSet().rules.length;

function start(): { client: EngineClient; said: FromWorker[]; close(): void } {
  const core = createEngine(() => 739000);
  const { month } = benchPanels({ name: '', copies: 1, months: 360 });
  core.putRegions(month!.tree);
  core.putBatch(batchOf(month!, 'long'));
  const short = benchPanels({ name: '', copies: 1, months: 24 }).month!;
  core.putBatch(batchOf({ ...short, tree: month!.tree }, 'short'));

  const said: FromWorker[] = [];
  const { port1: page, port2: engine } = new MessageChannel();
  let now = 0;
  const serve = serveEngine(
    core as unknown as EngineApi & KeepApi,
    (message, transfer) => {
      said.push(message);
      engine.postMessage(message, transfer);
    },
    // Every progress is told, however fast it comes.
    () => (now += 1000),
  );
  engine.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => serve(data));
  engine.start();
  const worker: WorkerLike = {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin to name
    post: (message) => page.postMessage(message),
    terminate: () => page.close(),
    listen(onMessage) {
      page.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => onMessage(data));
      page.start();
    },
  };
  const client = createEngineClient({ newWorker: () => worker, inPage: () => Promise.reject(new Error('no page')) });
  return { client, said, close: () => page.close() };
}

function batchOf(panel: Panel, id: string): Batch {
  const regionCodes = panel.tree.regions.map((r) => r.code);
  const indicatorIds = [...panel.columns.keys()];
  const length = regionCodes.length * indicatorIds.length * panel.count;
  const observations = {
    regionCodes,
    indicatorIds,
    length,
    region: new Uint32Array(length),
    indicator: new Uint16Array(length),
    frequency: new Uint8Array(length).fill(FREQUENCIES.indexOf('month')),
    period: new Int32Array(length),
    value: new Float64Array(length),
    status: new Uint8Array(length),
    knownOn: new Int32Array(length).fill(NO_DAY),
    row: new Uint32Array(length),
    weekEndsOn: 6,
  };
  let i = 0;
  for (const [k, column] of [...panel.columns.values()].entries()) {
    for (let cell = 0; cell < column.values.length; cell++, i++) {
      observations.region[i] = Math.floor(cell / panel.count);
      observations.indicator[i] = k;
      observations.period[i] = panel.first + (cell % panel.count);
      observations.value[i] = column.values[cell]!;
      observations.status[i] = column.status[cell]!;
      observations.row[i] = i + 2;
    }
  }
  return { id, name: id, source: id, takenOn: 739000, demonstration: false, observations };
}

const detected = (said: readonly FromWorker[]): number =>
  said.filter((m) => 'progress' in m && m.progress[1] === 'detect').length;

describe('a cancel during an assessment', () => {
  test('is heard between two rules; what was loaded stays', async () => {
    const { client, said, close } = start();
    const before = await client.load(['short'], null, {});
    expect(detected(said)).toBe(RULES);

    said.length = 0;
    const abort = new AbortController();
    const call = client.load(['long'], null, {
      signal: abort.signal,
      onProgress: (_, step) => step === 'prepare' && abort.abort(),
    });
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
    // The next answer comes when the cancelled call is over: they are served in turn.
    const after = await client.assess(null, {});
    const cancelled = said.findIndex((m) => 'error' in m);
    expect(said[cancelled]).toMatchObject({ error: { name: 'AbortError' } });
    expect(detected(said.slice(0, cancelled))).toBeLessThan(RULES);
    expect([before.count, after.count]).toEqual([24, 24]);
    close();
  });

  test('calls that change what is loaded wait for one another, also behind one that fails', async () => {
    const { client, close } = start();
    const long = client.load(['long'], null, {});
    const none = client.load(['none'], null, {});
    const again = client.assess(null, {});
    await expect(none).rejects.toMatchObject({ name: 'TroubleError' });
    // Asked for while the first was still under way: it is of the first one's figures.
    expect([(await again).count, (await long).count]).toEqual([360, 360]);
    close();
  });

  test('the engine answers other questions while it computes', async () => {
    const { client, said, close } = start();
    await client.load(['short'], null, {});
    said.length = 0;
    let coverage: Promise<unknown> | null = null;
    await client.load(['long'], null, {
      onProgress: (_, step) => {
        if (step === 'prepare') coverage ??= client.coverage({});
      },
    });
    await coverage;
    const answers = said.flatMap((m) => ('value' in m ? [m.id] : []));
    expect(answers).toEqual([3, 2]);
    close();
  });
});
