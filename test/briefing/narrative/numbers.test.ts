import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultCatalogue } from '../../../src/base/catalogue';
import type { Briefing, BriefingKind, Sentence } from '../../../src/briefing/briefing';
import { collectFacts } from '../../../src/briefing/facts/collect';
import type { BriefingFacts } from '../../../src/briefing/facts/facts';
import { makeBriefing } from '../../../src/briefing/make-briefing';
import { unboundNumbers } from '../../../src/briefing/narrative/unbound';
import { buildPanels } from '../../../src/panel/build';
import { askFor, month, worldOf } from '../facts/make-world';
import { batchOf, type Row, treeOf } from '../../panel/make-panel';
import { world } from './shared-world';

/** Every number that is said is bound to what it is; no word of size stands in for one. */

const ASKS: readonly (readonly [at: string, kind: BriefingKind, region: string | null, since: string | null])[] = [
  ['2026-10', 'monthly', null, null],
  ['2026-02', 'monthly', null, null],
  ['2025-11', 'monthly', null, null],
  ['2026-09', 'quarterly', null, null],
  ['2020-05', 'quarterly', null, null],
  ['2026-10', 'special', '150300', '2025-11'],
  ['2021-08', 'special', '152200', null],
  ['2022-06', 'special', '150781', '2022-03'],
  ['2026-03', 'flash', null, null],
  ['2017-02', 'monthly', null, null],
];

/** The states of the US, as a forest and below a country: another tree, nothing dated, no plan of theirs. */
function states(): { forest: BriefingFacts; country: BriefingFacts } {
  const [head, ...lines] = readFileSync('test/reference/us-states-unemployment-rate.csv', 'utf8').trim().split('\n');
  const codes = head!.split(',').slice(1);
  const rows = lines.flatMap((line) => {
    const [period, ...cells] = line.split(',');
    return cells.flatMap((cell, i): Row[] =>
      cell === '' ? [] : [[codes[i]!, 'unemployment_rate_sa', period!, Number(cell)]],
    );
  });
  const of = (parents: Record<string, string>): BriefingFacts => {
    const { panels } = buildPanels([batchOf(rows)], treeOf(parents), defaultCatalogue());
    return collectFacts(worldOf(panels, null, month('2009-06')), askFor(month('2009-06')));
  };
  const under = (parent: string) => Object.fromEntries(codes.map((code) => [code, parent]));
  return { forest: of(under('')), country: of({ US: '', ...under('US') }) };
}

const us = states();
const CASES: readonly (readonly [string, BriefingFacts])[] = [
  ...ASKS.map(
    ([at, kind, regionCode, since]) =>
      [
        `${kind} ${at} ${regionCode ?? ''}`,
        collectFacts(world, askFor(month(at), { kind, regionCode, since: since === null ? null : month(since) })),
      ] as const,
  ),
  ['the US as a forest', us.forest],
  ['the US as a country', us.country],
];

const BANNED = {
  zh: /明显|大幅|显著|严重|较大|较多|较快|较高|较低|急剧|略有|小幅|稳中|良好|很|非常|十分|极|剧烈|迅速|可观|持续向好/,
  en: /\b(significant|sharp|severe|serious|strong|slight|dramatic|marked|substantial|considerable|huge|massive|steep|rapid|very|highly|hardly|barely|nearly|almost|surge|plunge|soar|slump)(ly|d|s)?\b/i,
} as const;

const SCALES: readonly (readonly [RegExp, number])[] = [
  [/\d亿/, 1e8],
  [/\d万/, 1e4],
  [/ billion/, 1e9],
  [/ million/, 1e6],
  [/ thousand/, 1e3],
];

function scaleOf(said: string): number {
  return SCALES.find(([word]) => word.test(said))?.[1] ?? 1;
}

function sentencesOf({ pages }: Briefing): readonly Sentence[] {
  return pages.flatMap((page) => page.sentences);
}

describe.each(['zh', 'en'] as const)('in %s', (lang) => {
  it.each(CASES)('every number of %s is bound', (_, facts) => {
    const briefing = makeBriefing(facts, lang, '');
    const sentences = sentencesOf(briefing);
    expect(sentences.length).toBeGreaterThan(3);
    for (const one of sentences) {
      expect(unboundNumbers(one), one.text).toEqual([]);
      for (const { said, key, period } of one.figures) {
        expect(one.text, `${one.id} ${key}`).toContain(said);
        expect(said, key).not.toBe('');
        expect(key).toContain('@');
        expect(period).toMatch(/^\d{4}-\d{2}$/);
      }
    }
  });

  it.each(CASES)('what is said of %s is the value that it is bound to', (_, facts) => {
    for (const { figures } of sentencesOf(makeBriefing(facts, lang, ''))) {
      for (const { said, value, unit, key } of figures) {
        const number = /\d[\d,]*(?:\.\d+)?/.exec(said)?.[0];
        // Levels and names are words; a bound of a probability is no value.
        if (unit === 'level' || !number || key.startsWith('forecast.probability')) continue;
        const shown = Number(number.replaceAll(',', '')) * scaleOf(said);
        const decimals = number.split('.')[1]?.length ?? 0;
        const plain = unit.startsWith('10k_') ? value! * 1e4 : value!;
        // Half of the last place that is shown, and a breath for the floating point.
        const near = 0.5 * 10 ** -decimals * scaleOf(said) + 1e-9 + 1e-12 * shown;
        expect(Math.abs(shown - Math.abs(plain)), `${key} ${said} ${value}`).toBeLessThanOrEqual(near);
      }
    }
  });

  it.each(CASES)('%s has no word of size, no gap in a template, no other language', (_, facts) => {
    const briefing = makeBriefing(facts, lang, '');
    for (const { id, text } of sentencesOf(briefing)) {
      expect(text, id).not.toMatch(BANNED[lang]);
      expect(text, id).not.toMatch(/[{}]|undefined|NaN|null|Infinity|\[object/);
      expect(text, id).toMatch(lang === 'zh' ? /。$/ : /\.$/);
      if (lang === 'en') expect(text, id).not.toMatch(/[\u3000-\u9fff]/);
      // Codes of states stand for their names in this panel.
      else if (facts !== us.forest && facts !== us.country) expect(text, id).not.toMatch(/[A-Za-z]{3,}/);
    }
  });

  it.each(CASES)('%s has each page and each sentence once, and notes with a question', (_, facts) => {
    const { pages } = makeBriefing(facts, lang, '');
    const once = (ids: readonly string[]): void => expect(ids).toEqual([...new Set(ids)]);
    once(pages.map(({ id }) => id));
    once(sentencesOf({ pages } as Briefing).map(({ id }) => id));
    for (const { notes, heading } of pages) {
      expect(heading).not.toBe('');
      expect(notes.split('\n').length).toBeGreaterThanOrEqual(2);
      expect(notes).not.toMatch(/[{}]|undefined|NaN/);
    }
  });
});

describe('unboundNumbers', () => {
  const figure = (said: string) => ({
    key: 'k@r@2026-10',
    indicatorId: null,
    regionCode: 'r',
    period: '2026-10',
    value: 1,
    unit: '',
    knownOn: null,
    said,
  });

  it.each([
    ['2026年10月，全区有3个。', ['3个'], []],
    ['2026年10月，全区有3个、4个。', ['3个'], ['4']],
    ['在3个中有3个。', ['3'], ['3']],
    ['2026年1—2月、10月、2026年11月9日、第4季。', [], ['4']],
    ['It was 5.3% in Oct 2026, 10 Nov 2026 and Q3 2026, by clause 6.4.', ['5.3%'], []],
    ['It was 5.3% in Oct 2026.', [], ['5.3']],
    ['Review “Mine No. 3” has 12.', [], ['12.']],
  ])('%s with %j leaves %j', (text, said, left) => {
    expect(unboundNumbers({ text, figures: said.map(figure) })).toEqual(left);
  });
});
