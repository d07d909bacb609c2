import { beforeAll, describe, expect, test } from 'vitest';
import { parsePeriod } from '../../src/base/period';
import type { BriefingQuery } from '../../src/platform/engine-briefing-api';
import { TroubleError } from '../../src/platform/trouble';
import { defaultPlan } from '../../src/response/load-plan';
import { demonstrationEngine } from '../briefing/make-case';

let made: Awaited<ReturnType<typeof demonstrationEngine>>;
beforeAll(async () => {
  made = await demonstrationEngine('2026-11-10');
});

const query = (over: Partial<BriefingQuery['ask']> = {}, more: Partial<BriefingQuery> = {}): BriefingQuery => ({
  ask: { kind: 'monthly', period: parsePeriod('2026-10')!.period, regionCode: null, since: null, ...over },
  lang: 'zh',
  office: '自治区人力资源和社会保障厅',
  plan: null,
  response: null,
  ...more,
});

describe('a briefing of the engine', () => {
  test('is on the present assessment, names the office, and is the same twice', async () => {
    const { engine, view } = made;
    const one = await engine.briefing(query(), {});
    expect(one.vintage.fingerprint).toBe(await engine.fingerprint({}));
    expect([one.vintage.asOf, one.issuer, one.ask]).toEqual([view.asOf, query().office, query().ask]);
    expect(one.demonstration).not.toBe('');
    expect(one.pages.length).toBeGreaterThan(3);
    expect(JSON.stringify(await engine.briefing(query(), {}))).toBe(JSON.stringify(one));
    expect(structuredClone(one)).toEqual(one);
  });

  test('on the same figures, another kind and another language are other words; another month is other figures', async () => {
    const { engine } = made;
    const [monthly, flash] = [await engine.briefing(query(), {}), await engine.briefing(query({ kind: 'flash' }), {})];
    expect(flash.ask.kind).toBe('flash');
    expect(flash.pages.length).toBeLessThan(monthly.pages.length);
    const english = await engine.briefing(query({}, { lang: 'en' }), {});
    expect(english.pages.map(({ id }) => id)).toEqual(monthly.pages.map(({ id }) => id));
    expect(english.title).not.toBe(monthly.title);
    const september = await engine.briefing(query({ period: parsePeriod('2026-09')!.period }), {});
    expect(september.subtitle).not.toBe(monthly.subtitle);
    const figures = new Set(september.pages.flatMap((p) => p.sentences.flatMap((s) => s.figures.map((f) => f.period))));
    expect(figures.has('2026-10')).toBe(false);
    expect(figures.has('2026-09')).toBe(true);
  });

  test('takes the plan as the page holds it; a faulty one is a bug', async () => {
    const { engine } = made;
    const plan = { ...defaultPlan(), version: '9.9.9' };
    const { basisLine } = await engine.briefing(query({}, { plan, lang: 'en' }), {});
    expect(basisLine).toContain('9.9.9');
    await expect(engine.briefing(query({}, { plan: { version: '1' } }), {})).rejects.toThrow(/plan: /);
  });

  test('what the data does not have is refused in words', async () => {
    const { engine } = made;
    for (const ask of [
      { period: parsePeriod('2026-12')!.period },
      { kind: 'special', regionCode: '999999' },
    ] as const) {
      const refused: unknown = await engine.briefing(query(ask), {}).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(TroubleError);
    }
  });

  test('can be cancelled, and leaves the assessment as it was', async () => {
    const { engine } = made;
    const before = await engine.fingerprint({});
    const abort = new AbortController();
    const asked = engine.briefing(query({ period: parsePeriod('2026-08')!.period }), {
      signal: abort.signal,
      onProgress: () => abort.abort(),
    });
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    expect(await engine.fingerprint({})).toBe(before);
  });
});
