import { writeFileSync } from 'node:fs';
import { it } from 'vitest';
import type { BriefingKind } from '../../src/briefing/briefing';
import { collectFacts } from '../../src/briefing/facts/collect';
import { makeBriefing } from '../../src/briefing/make-briefing';
import { unboundNumbers } from '../../src/briefing/narrative/unbound';
import { askFor, demonstrationWorld, month } from './facts/make-world';

import { readFileSync } from 'node:fs';
import { defaultCatalogue } from '../../src/base/catalogue';
import { buildPanels } from '../../src/panel/build';
import { worldOf } from './facts/make-world';
import { batchOf, type Row, treeOf } from '../panel/make-panel';
const world = demonstrationWorld();
it('prints', () => {
  const asks: [string, BriefingKind, string | null, string | null][] = [
    ['2026-10', 'monthly', null, null],
    ['2026-09', 'quarterly', null, null],
    ['2026-10', 'special', '150300', '2025-11'],
    ['2026-10', 'flash', null, null],
    ['2021-06', 'monthly', null, null],
    ['2019-02', 'monthly', null, null],
    ['2020-04', 'monthly', null, null],
    ['2022-06', 'special', '150781', '2022-03'],
    ['2017-02', 'monthly', null, null],
  ];
  const [head, ...lines0] = readFileSync('test/reference/us-states-unemployment-rate.csv', 'utf8').trim().split('\n');
  const codes = head!.split(',').slice(1);
  const rows = lines0.flatMap((line) => {
    const [period, ...cells] = line.split(',');
    return cells.flatMap((cell, i): Row[] =>
      cell === '' ? [] : [[codes[i]!, 'unemployment_rate_sa', period!, Number(cell)]],
    );
  });
  const usOf = (parent: string) => {
    const { panels } = buildPanels(
      [batchOf(rows)],
      treeOf(Object.fromEntries([...(parent ? [[parent, '']] : []), ...codes.map((c) => [c, parent])])),
      defaultCatalogue(),
    );
    return worldOf(panels, null, month('2009-06'));
  };
  const usf = usOf(''),
    usc = usOf('US');
  for (const [p, kind, regionCode, since] of [
    ...asks,
    ['2009-06', 'monthly', 'forest', null],
    ['2009-06', 'monthly', 'country', null],
  ] as typeof asks) {
    const w = regionCode === 'forest' ? usf : regionCode === 'country' ? usc : world;
    const rc = w === world ? regionCode : null;
    const facts = collectFacts(w, askFor(month(p), { kind, regionCode: rc, since: since ? month(since) : null }));
    for (const lang of ['zh', 'en'] as const) {
      const b = makeBriefing(facts, lang, '');
      const lines = [b.title, b.subtitle, b.sourceLine, b.basisLine, ''];
      for (const page of b.pages) {
        lines.push(`## ${page.id} ${page.heading} [${page.exhibit?.kind ?? '-'}: ${page.exhibit?.title ?? ''}]`);
        for (const s of page.sentences) {
          lines.push(`  ${s.id}: ${s.text}`);
          const un = unboundNumbers(s);
          const lost = s.figures.filter((f) => !s.text.includes(f.said));
          if (un.length) lines.push(`    !!! unbound ${un.join(' ')}`);
          if (lost.length) lines.push(`    !!! lost ${lost.map((f) => f.key + '=' + f.said).join(' ')}`);
        }
        lines.push(`  NOTES ${page.notes}`);
      }
      writeFileSync(`/tmp/n-${kind}-${p}-${lang}.txt`, lines.join('\n'));
    }
  }
});
