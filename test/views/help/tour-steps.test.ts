import { expect, test } from 'vitest';
import { SCREENS } from '../../../src/store/place-address';
import { parsePlace } from '../../../src/store/place-address';
import { findTerms, GLOSSARY } from '../../../src/views/help/glossary';
import { SCREEN_HELP } from '../../../src/views/help/screens';
import { advanceTour, FRESH_TOUR, readTour, TOUR_STEPS, type TourFacts } from '../../../src/views/help/tour-steps';

const facts = (over: Partial<TourFacts> = {}): TourFacts => ({
  place: parsePlace('/overview', ''),
  worst: '150300',
  actorChosen: false,
  acknowledged: 0,
  ...over,
});
const at = (path: string, search = ''): Partial<TourFacts> => ({ place: parsePlace(path, search) });

/** What really does each step, and what looks like it and does not. */
const DEEDS: Readonly<Record<string, { readonly done: Partial<TourFacts>; readonly not: Partial<TourFacts> }>> = {
  'worst-region': { done: at('/region', 'region=150300'), not: at('/region', 'region=150100') },
  'earlier-day': { done: at('/overview', 'asof=2026-05-10'), not: at('/overview', 'period=2026-05') },
  'choose-office': { done: { actorChosen: true }, not: at('/warnings') },
  acknowledge: { done: { acknowledged: 1 }, not: { ...at('/warnings'), actorChosen: true } },
  'make-briefing': { done: at('/briefing', 'draft=d1'), not: at('/briefing') },
  show: { done: at('/briefing', 'show=present'), not: at('/briefing', 'show=wall') },
};

test('each step is done by its deed and by no other', () => {
  expect(Object.keys(DEEDS)).toEqual(TOUR_STEPS.map((s) => s.id));
  const running = { phase: 'running', done: [] } as const;
  for (const [id, { done, not }] of Object.entries(DEEDS)) {
    expect(advanceTour(running, facts(done)).done, id).toContain(id);
    expect(advanceTour(running, facts(not)).done, id).not.toContain(id);
  }
});

test('what was done stays done; nothing new gives the same object; only a running tour moves', () => {
  const running = { phase: 'running', done: ['acknowledge'] } as const;
  expect(advanceTour(running, facts())).toBe(running);
  expect(advanceTour(running, facts(DEEDS['worst-region']!.done)).done).toEqual(['worst-region', 'acknowledge']);
  expect(advanceTour(FRESH_TOUR, facts({ actorChosen: true }))).toBe(FRESH_TOUR);
});

test('what was kept is read back; anything else is a first visit', () => {
  const kept = { phase: 'running', done: ['worst-region', 'show'] };
  expect(readTour(JSON.stringify(kept))).toEqual(kept);
  expect(readTour('{"phase":"running","done":["nothing",7,"show"]}').done).toEqual(['show']);
  for (const bad of [null, '', '{', '7', 'null', '{"phase":"never"}', '{"phase":"running","done":5}']) {
    expect(readTour(bad).done, String(bad)).toEqual([]);
  }
});

test('each screen has its help, and each step leads to a screen', () => {
  for (const screen of SCREENS) {
    const { question, steps, mind } = SCREEN_HELP[screen];
    for (const text of [question, ...steps, ...mind]) {
      expect(text.zh, screen).toMatch(/[。？]$/);
      expect(text.en, screen).toMatch(/[.?]$/);
      expect(text.en).not.toMatch(/[\u4e00-\u9fff]/);
    }
  }
  for (const step of TOUR_STEPS) expect(SCREENS).toContain(step.to(facts()).screen);
});

test('terms are found in either language, once each', () => {
  expect(new Set(GLOSSARY.map((g) => g.term.zh)).size).toBe(GLOSSARY.length);
  expect(findTerms('')).toBe(GLOSSARY);
  expect(findTerms('百分点').map((g) => g.term.en)).toContain('Percentage point (pp)');
  expect(findTerms('VINTAGE').map((g) => g.term.zh)).toEqual(['获知日']);
  expect(findTerms('qqq')).toEqual([]);
});
