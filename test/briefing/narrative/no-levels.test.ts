import { describe, expect, it } from 'vitest';
import { defaultCatalogue } from '../../../src/base/catalogue';
import type { Period } from '../../../src/base/period';
import type { RegionTree } from '../../../src/base/regions';
import type { Lang } from '../../../src/base/text';
import type { BriefingKind } from '../../../src/briefing/briefing';
import { collectFacts } from '../../../src/briefing/facts/collect';
import { figuresOf } from '../../../src/briefing/facts/find';
import { makeBriefing } from '../../../src/briefing/make-briefing';
import { buildPanels } from '../../../src/panel/build';
import { batchOf, type Row, treeOf } from '../../panel/make-panel';
import { askFor, month, worldOf } from '../facts/make-world';

/** What a briefing says where there is no level, no whole figure, or very much: never more than the figures tell. */

const MONTHS = Array.from({ length: 36 }, (_, i) => `${2021 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`);

function factsOf(rows: readonly Row[], tree: RegionTree, period: Period, kind: BriefingKind = 'monthly') {
  const { panels } = buildPanels([batchOf(rows)], tree, defaultCatalogue());
  return collectFacts(worldOf(panels, null, period), askFor(period, { kind }));
}

function briefingOf(facts: ReturnType<typeof factsOf>, lang: Lang) {
  const briefing = makeBriefing(facts, lang, '');
  const said = new Map(briefing.pages.flatMap(({ sentences }) => sentences).map(({ id, text }) => [id, text]));
  return { ...briefing, said };
}

const series = (code: string, indicator: string, value: (i: number) => number): Row[] =>
  MONTHS.map((period, i): Row => [code, indicator, period, value(i)]);

describe('a province with three cities', () => {
  const tree = treeOf({ P: '', a: 'P', b: 'P', c: 'P' });
  const last = month('2023-12');

  it('that has no rule for its figures is neither normal nor unchanged, and nothing is said to be quiet', () => {
    const rows = ['P', 'a', 'b', 'c'].flatMap((code) => series(code, 'gdp_growth_national', () => 5));
    const known = rows.map((row): Row => [row[0], 'national_urban_surveyed_unemployment_rate', row[2], row[3]]);
    const graded = defaultCatalogue().byId.has('national_urban_surveyed_unemployment_rate') ? known : [];
    const facts = factsOf([...graded, ...series('P', 'raw', () => 1)], tree, last);
    expect(facts.parts).toHaveLength(3);
  });
});
