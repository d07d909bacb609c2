import { describe, expect, test, vi } from 'vitest';
import { unzipSync } from 'fflate';
import type { Briefing } from '../../src/briefing/briefing';
import { PUBLISH_FORMATS, type PublishFormat } from '../../src/publish/formats';
import { publish, publishedName, type PublishParts } from '../../src/publish/publish';
import { doPublishJob, type PublishJob } from '../../src/publish/publish-job';
import { packError } from '../../src/platform/engine-protocol';
import { TroubleError } from '../../src/platform/trouble';
import { sampleBriefing } from '../briefing/out/sample-briefing';

const AT = Date.UTC(2026, 10, 10);
const whole = sampleBriefing('zh');
const briefing: Briefing = { ...whole, pages: whole.pages.slice(0, 2) };

type Listener = (event: unknown) => void;

/** A worker that does what `work` says, on the messages that it gets. */
class FakeWorker {
  readonly listeners: Record<string, Listener[]> = { message: [], error: [] };
  ended = false;
  readonly work: (job: PublishJob, worker: FakeWorker) => void;
  constructor(work: (job: PublishJob, worker: FakeWorker) => void) {
    this.work = work;
  }
  addEventListener(type: string, listener: Listener): void {
    this.listeners[type]!.push(listener);
  }
  postMessage(job: PublishJob): void {
    this.work(job, this);
  }
  tell(type: 'message' | 'error', event: unknown): void {
    for (const listener of this.listeners[type]!) listener(event);
  }
  terminate(): void {
    this.ended = true;
  }
}

const partsWith = (worker: FakeWorker | null, change: Partial<PublishParts> = {}): PublishParts => ({
  newWorker: () => worker as unknown as Worker | null,
  release: (released) => released.terminate(),
  svgToPng: (svg) => Promise.resolve(new TextEncoder().encode(`png of ${svg.length}`)),
  outline: () => Promise.resolve(null),
  nowMs: () => AT,
  ...change,
});
const honest = () =>
  new FakeWorker((job, worker) => {
    void doPublishJob(job, (done, all) => worker.tell('message', { data: { done, all } })).then((answer) =>
      worker.tell('message', { data: { answer } }),
    );
  });

describe('a file', () => {
  test('is made in a worker, which is ended, or in the page: the same bytes', async () => {
    const worker = honest();
    const shares: number[] = [];
    const blob = await publish(briefing, 'pptx', { onProgress: (share) => shares.push(share) }, partsWith(worker));
    expect(worker.ended).toBe(true);
    expect(blob.type).toBe(PUBLISH_FORMATS.pptx.mime);
    expect(shares).toEqual([0.475, 0.95, 1]);
    const inPage = await publish(briefing, 'pptx', {}, partsWith(null));
    expect(await inPage.bytes()).toEqual(await blob.bytes());
  });

  test('of every format is what its name says', async () => {
    const begins: Readonly<Record<PublishFormat, string>> = {
      pptx: 'PK',
      docx: 'PK',
      xlsx: 'PK',
      html: '<!doctype html>',
      markdown: `# ${briefing.title}`,
      png: 'PK',
      svg: 'PK',
    };
    for (const format of Object.keys(PUBLISH_FORMATS) as PublishFormat[]) {
      const blob = await publish(briefing, format, {}, partsWith(null));
      expect(new TextDecoder().decode(await blob.bytes()).startsWith(begins[format]), format).toBe(true);
    }
  });

  test('of all charts holds one drawing for each, in the order of the pages', async () => {
    const svg = unzipSync(await (await publish(briefing, 'svg', {}, partsWith(null))).bytes());
    expect(Object.keys(svg)).toEqual(['01-level-map.svg', '02-tile-map.svg']);
    expect(new TextDecoder().decode(svg['01-level-map.svg'])).toContain('<svg');
    const shares: number[] = [];
    const png = await publish(briefing, 'png', { onProgress: (s) => shares.push(s) }, partsWith(honest()));
    expect(Object.keys(unzipSync(await png.bytes()))).toEqual(['01-level-map.png', '02-tile-map.png']);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  test('asks for boundaries only where a map of levels is drawn', async () => {
    const outline = vi.fn<() => Promise<null>>(() => Promise.resolve(null));
    await publish(briefing, 'markdown', {}, partsWith(null, { outline }));
    await publish({ ...briefing, pages: briefing.pages.slice(1) }, 'html', {}, partsWith(null, { outline }));
    expect(outline).not.toHaveBeenCalled();
    await publish(briefing, 'html', {}, partsWith(null, { outline }));
    expect(outline).toHaveBeenCalledTimes(1);
  });
});

describe('what goes wrong', () => {
  test('is stopped by the signal: the worker is ended, and nothing more is said', async () => {
    const worker = new FakeWorker(() => undefined);
    const stop = new AbortController();
    const shares: number[] = [];
    const running = publish(
      briefing,
      'pptx',
      { signal: stop.signal, onProgress: (s) => shares.push(s) },
      partsWith(worker),
    );
    await Promise.resolve();
    stop.abort();
    worker.tell('message', { data: { done: 1, all: 2 } });
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    expect(worker.ended).toBe(true);
    expect(shares).toEqual([]);
    await expect(publish(briefing, 'pptx', { signal: stop.signal }, partsWith(worker))).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  test('a worker that cannot start: the page makes the file', async () => {
    const worker = new FakeWorker((_, self) =>
      self.tell('error', { message: 'blocked', preventDefault: () => undefined }),
    );
    const blob = await publish(briefing, 'markdown', {}, partsWith(worker));
    expect(await blob.text()).toContain(briefing.title);
  });

  test('a worker that dies at its work, and an error in it, are said in words', async () => {
    const dying = new FakeWorker((_, self) => {
      self.tell('message', { data: { done: 1, all: 2 } });
      self.tell('error', { message: 'out of memory', preventDefault: () => undefined });
    });
    const died = await publish(briefing, 'pptx', {}, partsWith(dying)).catch((error: unknown) => error);
    expect(died).toBeInstanceOf(TroubleError);
    expect((died as TroubleError).trouble.where).toBe('out of memory');
    const failing = new FakeWorker((_, self) =>
      self.tell('message', { data: { error: packError(new TypeError('no such part')) } }),
    );
    await expect(publish(briefing, 'docx', {}, partsWith(failing))).rejects.toThrow('no such part');
  });
});

test('a file is called by the title of the briefing, whatever signs are in it', () => {
  const real = { ...briefing, demonstration: '' };
  expect(publishedName(real, 'pptx')).toBe('失业风险监测月报.pptx');
  expect(publishedName(real, 'png')).toBe('失业风险监测月报_图表_PNG.zip');
  expect(publishedName({ ...real, title: 'a/b:c?' }, 'docx')).toBe('a_b_c_.docx');
  expect(publishedName({ ...real, demonstration: '演示数据' }, 'docx')).toBe('演示数据 失业风险监测月报.docx');
  expect(publishedName({ ...briefing, title: '长'.repeat(300) }, 'docx').length).toBeLessThanOrEqual(120);
});
