import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { defaultCatalogue } from '../../../src/base/catalogue';
import { FAMILIES } from '../../../src/base/indicators';
import { INSUFFICIENT } from '../../../src/base/level';
import type { Lang } from '../../../src/base/text';
import { exhibitShape } from '../../../src/briefing/check-exhibit';
import { EXHIBIT_BUILDERS } from '../../../src/briefing/exhibits/build';
import { type Exhibit, EXHIBIT_KINDS, type ExhibitKind, type ExhibitOf } from '../../../src/briefing/exhibits/exhibit';
import { collectFacts } from '../../../src/briefing/facts/collect';
import type { BriefingFacts } from '../../../src/briefing/facts/facts';
import { buildPanels } from '../../../src/panel/build';
import { batchOf, type Row, treeOf } from '../../panel/make-panel';
import { askFor, demonstrationFacts, demonstrationWorld, month, worldOf } from '../facts/make-world';

const WUHAI = '150300';
const world = demonstrationWorld();
const { panel, levels: graded } = world.assessed;
const october = demonstrationFacts({}, world);
const february = demonstrationFacts({ period: month('2026-02') }, world);
const states = statesFacts('2009-06');

/** The states that the repository keeps unemployment rates of: a forest without labour forces, names or days. */
function statesFacts(at: string): BriefingFacts {
  const [head, ...lines] = readFileSync('test/reference/us-states-unemployment-rate.csv', 'utf8').trim().split('\n');
  const codes = head!.split(',').slice(1);
  const rows = lines.flatMap((line) => {
    const [period, ...cells] = line.split(',');
    return cells.flatMap((cell, i): Row[] =>
      cell === '' ? [] : [[codes[i]!, 'unemployment_rate_sa', period!, Number(cell)]],
    );
  });
  const tree = treeOf(
    Object.fromEntries(codes.map((code) => [code, ''])),
    Object.fromEntries(codes.map((code) => [code, { level: 'state' }])),
  );
  const { panels } = buildPanels([batchOf(rows)], tree, defaultCatalogue());
  return collectFacts(worldOf(panels, null, month(at)), askFor(month(at)));
}

const ABOUT: Readonly<Partial<Record<ExhibitKind, readonly string[]>>> = {
  'small-multiples': [WUHAI, 'US-MI'],
  'index-waterfall': [WUHAI, 'US-MI'],
  'ranked-bars': ['registered_unemployment_rate', 'new_benefit_claims', 'new_urban_jobs', 'unemployment_rate_sa'],
  slope: ['registered_unemployment_rate', 'new_benefit_claims', 'openings_to_seekers', 'unemployment_rate_sa'],
  'forecast-fan': ['registered_unemployment_rate', 'new_urban_jobs'],
  'target-bullets': ['reemployed'],
};

function all(facts: BriefingFacts, lang: Lang): Exhibit[] {
  return EXHIBIT_KINDS.flatMap((kind) =>
    [undefined, ...(ABOUT[kind] ?? [])].flatMap((about) => EXHIBIT_BUILDERS[kind](facts, lang, about) ?? []),
  );
}

function made<K extends ExhibitKind>(kind: K, about?: string, facts = october): ExhibitOf<K> {
  return EXHIBIT_BUILDERS[kind](facts, 'zh', about)!;
}

/** Independent of the facts: straight from the assessment. */
function levelOf(code: string, at = '2026-10'): number {
  return graded.level[panel.tree.indexOf.get(code)! * panel.count + month(at) - panel.first]!;
}
function indexOf(code: string, at = '2026-10'): number {
  return graded.index[panel.tree.indexOf.get(code)! * panel.count + month(at) - panel.first]!;
}
function valueOf(id: string, code: string, at = '2026-10'): number {
  const column = panel.columns.get(id)!;
  return column.values[panel.tree.indexOf.get(code)! * panel.count + month(at) - panel.first]!;
}
const root = panel.tree.roots[0]!;
const leagues = panel.tree.children[root]!.map((r) => panel.tree.regions[r]!.code);
const counties = panel.tree.regions.filter((_, r) => panel.tree.children[r]!.length === 0).map(({ code }) => code);

/** Words of an exhibit with their place; ids and codes are none. */
function wordsOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    ['id', 'code', 'part', 'kind', 'frequency'].includes(key) ? [] : wordsOf(one, `${path}/${key}`),
  );
}

function strange(value: unknown): boolean {
  if (value === undefined) return true;
  if (typeof value === 'number') return !Number.isFinite(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(strange);
}

describe.each([
  ['the demonstration in October', october, true],
  ['the demonstration in February', february, true],
  ['the states of the US', states, false],
] as const)('%s', (_, facts, demonstration) => {
  describe.each(['zh', 'en'] as const)('in %s', (lang) => {
    const exhibits = all(facts, lang);

    test('has exhibits, each with words, a table and nothing that is no number', () => {
      expect(exhibits.length).toBeGreaterThan(demonstration ? 20 : 6);
      expect(new Set(exhibits.map(({ id }) => id)).size).toBe(exhibits.length);
      for (const exhibit of exhibits) {
        const { id, title, subtitle, description, source, table } = exhibit;
        for (const words of [title, subtitle, description, source]) expect(words.trim(), id).not.toBe('');
        expect(strange(exhibit), id).toBe(false);
        expect(structuredClone(exhibit)).toEqual(exhibit);
        // What is made is what a stored briefing may hold.
        expect(exhibitShape.safeParse(exhibit).error?.issues ?? [], id).toEqual([]);
        expect(table.rows.length, id).toBeGreaterThan(0);
        for (const row of table.rows) expect(row.length, id).toBe(table.columns.length);
        for (const [path, words] of wordsOf(exhibit)) {
          expect(words, `${id}${path}`).not.toMatch(/\{|undefined|NaN|null|Infinity|_|;;|  |（）|\(\)/);
        }
      }
    });

    test('speaks one language', () => {
      for (const exhibit of exhibits) {
        for (const [path, words] of wordsOf(exhibit)) {
          const foreign = lang === 'en' ? /[\u3000-\u9fff\uff00-\uffef]/ : /[A-Za-z]{3,}[ ,;]+[a-z]{2,}/;
          expect(words, `${exhibit.id}${path}`).not.toMatch(foreign);
        }
      }
    });

    test('says every decimal of a title in the table or the description, and says what is invented', () => {
      for (const { id, kind, title, description, table, source } of exhibits) {
        const told = [description, ...table.rows.flat().map(({ text }) => text)].join(' ');
        const numbers = title.match(/\d[\d,]*\.\d+(?! thousand|[\d万])/g) ?? [];
        // The forecast is told in a unit of its own, and two things are told that are no cell: the change of a share, of an index.
        if (!['forecast-fan', 'diffusion-curve', 'index-waterfall'].includes(kind)) {
          for (const number of numbers) expect(told, `${id}: ${title}`).toContain(number);
        }
        expect(source.includes(lang === 'zh' ? '演示数据' : 'Demonstration'), id).toBe(demonstration);
      }
    });

    test('cells read what they hold', () => {
      for (const { id, table } of exhibits) {
        for (const { text, value } of table.rows.flat()) {
          if (value === null) continue;
          const read = Number(
            text
              .replaceAll(',', '')
              .replace('−', '-')
              .match(/[-+]?\d+(\.\d+)?/)![0],
          );
          const decimals = (text.split('.')[1]?.match(/^\d+/)?.[0] ?? '').length;
          expect(Math.abs(read - value), `${id}: ${text} ${value}`).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-9);
        }
      }
    });
  });
});

describe('what is drawn is what was assessed', () => {
  test('levels of the map and the tiles', () => {
    const { cells } = made('level-map').data;
    expect(cells.map(({ code }) => code)).toEqual(leagues);
    for (const { code, level, index } of cells) expect([level, index]).toEqual([levelOf(code), indexOf(code)]);
    const { parts, tiles } = made('tile-map').data;
    expect(parts.map(({ code, level }) => [code, level])).toEqual(leagues.map((code) => [code, levelOf(code)]));
    expect(tiles.map(({ code, level }) => [code, level])).toEqual(counties.map((code) => [code, levelOf(code)]));
    const warned = counties.filter((code) => levelOf(code) > 0 && levelOf(code) !== INSUFFICIENT).length;
    expect(made('tile-map').title).toContain(`${counties.length}个旗县市区中${warned}个`);
  });

  test('where nothing lies below the parts, these are the tiles; without outlines there is no map', () => {
    const { parts, tiles } = made('tile-map', undefined, states).data;
    expect([parts.map(({ code }) => code), tiles]).toEqual([states.parts.map(({ code }) => code), []]);
    expect(made('tile-map', undefined, states).table.rows).toHaveLength(26);
    expect(EXHIBIT_BUILDERS['level-map'](states, 'zh')).toBeNull();
  });

  test('the tape: the whole first, two years', () => {
    const { rows, first, labels } = made('level-tape').data;
    expect([first, labels.length, labels[0], labels[2]]).toEqual([month('2024-11'), 24, '2024年11月', '2025年1月']);
    expect(rows.map(({ code, whole }) => [code, whole])).toEqual([
      ['150000', true],
      ...leagues.map((code) => [code, false]),
    ]);
    expect(rows[3]!.levels[15]).toBe(levelOf(rows[3]!.code, '2026-02'));
    const runs = made('level-tape').table.rows.map((row) => row[4]!.value!);
    expect(runs.reduce((sum, n) => sum + n, 0)).toBe(24 * 13);
  });

  test('bars: the worst first, the index against last month, a figure against last year', () => {
    const { rows } = made('ranked-bars').data;
    expect(rows.map(({ value }) => value)).toEqual(rows.map(({ code }) => indexOf(code)));
    expect(rows.map(({ value }) => value!).toSorted((a, b) => b - a)).toEqual(rows.map(({ value }) => value));
    for (const { code, change } of rows) expect(change).toBeCloseTo(indexOf(code) - indexOf(code, '2026-09'), 4);
    const ratio = made('ranked-bars', 'openings_to_seekers');
    expect(ratio.data.rows.map(({ value }) => value!).toSorted((a, b) => a - b)).toEqual(
      ratio.data.rows.map(({ value }) => value),
    );
    for (const { code, value, change } of ratio.data.rows) {
      expect(value).toBe(valueOf('openings_to_seekers', code));
      expect(change).toBeCloseTo(value! - valueOf('openings_to_seekers', code, '2025-10'), 9);
    }
    const falls = ratio.data.rows.filter(({ change }) => Math.round(change! * 100) < 0).length;
    expect(ratio.title).toContain(`12个盟市中${falls}个同比下降`);
  });

  test('slope: a year ago and now; in February what the festival moves is taken with January', () => {
    for (const { code, from, to } of made('slope').data.rows) {
      expect([from, to]).toEqual([indexOf(code, '2025-10'), indexOf(code)]);
    }
    const { data } = made('slope', 'new_benefit_claims', february);
    expect([data.from, data.to]).toEqual(['2025年1—2月', '2026年1—2月']);
    for (const { code, from, to } of data.rows) {
      const sum = (year: number): number =>
        valueOf('new_benefit_claims', code, `${year}-01`) + valueOf('new_benefit_claims', code, `${year}-02`);
      expect([from, to]).toEqual([sum(2025), sum(2026)]);
    }
    const january = demonstrationFacts({ period: month('2026-01') }, world);
    expect(EXHIBIT_BUILDERS.slope(january, 'zh', 'new_benefit_claims')).toBeNull();
  });

  test('shares of regions at or above a level, counted again', () => {
    const { series, graded: counted } = made('diffusion-curve').data;
    for (const [i, at] of [
      [0, '2024-11'],
      [20, '2026-07'],
      [23, '2026-10'],
    ] as const) {
      const known = counties.map((code) => levelOf(code, at)).filter((level) => level !== INSUFFICIENT);
      expect(counted[i]).toBe(known.length);
      for (const { level, values } of series) {
        expect(values[i]).toBeCloseTo((100 * known.filter((one) => one >= level).length) / known.length, 9);
      }
    }
  });

  test('the waterfall ends where the index is', () => {
    const { from, to, steps } = made('index-waterfall', WUHAI).data;
    expect(steps.map(({ id }) => id)).toEqual([...FAMILIES]);
    expect(steps.reduce((sum, { change }) => sum + change, from)).toBe(to);
    expect(from).toBe(indexOf(WUHAI, '2026-09'));
    expect(to).toBeCloseTo(indexOf(WUHAI), 4);
    // Nothing to be seen at one decimal: the whole stood still.
    expect(EXHIBIT_BUILDERS['index-waterfall'](october, 'zh')).toBeNull();
  });

  test('seekers and openings per 1,000 of the labour force, and the path of the whole', () => {
    const { points, path, x } = made('supply-demand').data;
    expect([points.length, path.length, path.at(-1)!.label, x.unit]).toEqual([12, 13, '2026年10月', '人/千名劳动力']);
    for (const point of points) {
      const { labourForce } = panel.tree.regions[panel.tree.indexOf.get(point.code)!]!;
      expect(point.x).toBeCloseTo((1000 * valueOf('seekers', point.code)) / labourForce, 9);
      expect(point.y).toBeCloseTo((1000 * valueOf('openings', point.code)) / labourForce, 9);
    }
    const short = leagues.filter((code) => valueOf('openings', code) < valueOf('seekers', code)).length;
    expect(made('supply-demand').title).toContain(`12个盟市中${short}个岗位少于求职者`);
  });

  test('small multiples: floors first, then the worst, with their lines in the sign that officials know', () => {
    const { panels } = made('small-multiples', WUHAI).data;
    expect(panels).toHaveLength(9);
    const roles = panels.map(({ id }) => october.rules.all.find((rule) => rule.id === id)!.role);
    expect(roles.slice(0, 3)).toEqual(['floor', 'floor', 'floor']);
    expect(roles.slice(3)).not.toContain('floor');
    const worst = panels.slice(3).map(({ levels }) => levels.at(-1)!);
    expect(worst).toEqual(worst.toSorted((a, b) => b - a));
    const jobs = panels.find(({ id }) => id.startsWith('monitored-jobs'))!;
    expect([jobs.worse, jobs.values.at(-1)! < 0, jobs.lines.every((line) => line! < 0)]).toEqual([-1, true, true]);
    // A region that is not warned has no rules to show, but the whole always has.
    expect(EXHIBIT_BUILDERS['small-multiples'](october, 'zh', '150100')).toBeNull();
    expect(made('small-multiples').data.panels.length).toBeGreaterThanOrEqual(6);
  });

  test('drivers: the warned parts, worst first, by the signals in their proofs', () => {
    const { columns, rows } = made('driver-heatmap').data;
    const warned = leagues.filter((code) => levelOf(code) > 0);
    expect(rows.map(({ code }) => code).toSorted()).toEqual(warned.toSorted());
    expect(rows[0]!.code).toBe(WUHAI);
    const rank = (level: number): number => (level === INSUFFICIENT ? -1 : level);
    for (const { code, cells } of rows) {
      const proof = october.parts.find((one) => one.code === code)!.derivation;
      const signals = proof.families.flatMap((family) => family.signals);
      columns.forEach(({ id }, i) => {
        const levels = signals.filter(({ indicatorId }) => indicatorId === id).map(({ level }) => rank(level));
        expect(rank(cells[i]!), `${code} ${id}`).toBe(Math.max(...levels));
      });
    }
    expect(columns.map(({ family }) => family)).toEqual(
      columns.map(({ family }) => family).toSorted((a, b) => order(a) - order(b)),
    );
    function order(family: string): number {
      return ['就业失业重点指标', '人力资源市场供求', '宏观经济运行', '新就业形态与创业'].indexOf(family);
    }
  });

  test('bullets: share of the target against the year gone by', () => {
    const { due, rows } = made('target-bullets').data;
    expect(due).toBeCloseTo(1000 / 12, 9);
    expect(rows[0]!.whole).toBe(true);
    const behind = rows.filter(({ whole, gap }) => !whole && gap! < 0);
    for (const { share, gap } of rows) expect(gap).toBeCloseTo(share! - due, 9);
    expect(made('target-bullets').title).toContain(`12个盟市中${behind.length}个落后`);
    const wuhai = made('target-bullets').table.rows.find(([name]) => name!.text === '乌海市')!;
    expect(wuhai[1]!.value).toBe(valueOf('new_urban_jobs', WUHAI));
    expect(wuhai[3]!.value).toBeCloseTo((100 * wuhai[1]!.value!) / wuhai[2]!.value!, 9);
  });

  test('forecast: the figures, then the steps, lines where a rule has them; a joint January has no place', () => {
    const fan = made('forecast-fan', 'registered_unemployment_rate');
    const { history, steps, labels, first, intervals } = fan.data;
    expect(labels).toHaveLength(history.length + steps.length);
    expect(history.at(-1)).toBe(valueOf('registered_unemployment_rate', '150000'));
    expect(first + history.length - 1).toBe(month('2026-10'));
    for (const { lower, mean, upper } of steps) {
      expect([lower.length, upper.length]).toEqual([intervals.length, intervals.length]);
      expect(lower[1]! <= lower[0]! && lower[0]! <= mean && mean <= upper[0]! && upper[0]! <= upper[1]!).toBe(true);
    }
    const joint = made('forecast-fan', 'new_urban_jobs');
    expect(joint.data.joint).toBe(true);
    expect(joint.data.labels.some((label) => label.endsWith('1—2月'))).toBe(true);
    expect(joint.table.rows.map(([period]) => period!.text)).not.toContain('2026年1月');
  });

  test('revisions: as known then and now', () => {
    const { before, after, beforeName, afterName } = made('revision-lines').data;
    const course = october.revisions!.course!;
    expect([before, after]).toEqual([course.before, course.after]);
    expect([beforeName, afterName]).toEqual(['2026年10月10日已知', '2026年11月10日已知']);
    expect(EXHIBIT_BUILDERS['revision-lines'](states, 'en')).toBeNull();
  });
});

/** The facts, to be written to. */
type Open<T> = { -readonly [K in keyof T]: Open<T[K]> };

const partOf = (facts: Open<BriefingFacts>) => facts.parts.find(({ code }) => code === WUHAI)!;
const figureOf = (facts: Open<BriefingFacts>, id: string) =>
  facts.figures.find(({ indicatorId, regionCode }) => indicatorId === id && regionCode === '150100')!;

/** One fact changed, and the kinds that must tell it; all others stay as they are. */
const CHANGES: readonly (readonly [string, (facts: Open<BriefingFacts>) => void, readonly ExhibitKind[]])[] = [
  [
    'the level of a part, also its colour beside figures',
    (facts) => {
      partOf(facts).levels[23] = 2;
    },
    ['level-map', 'tile-map', 'level-tape', 'ranked-bars', 'supply-demand', 'slope', 'driver-heatmap'],
  ],
  [
    'the index of a part',
    (facts) => {
      partOf(facts).index[23] = 61;
    },
    ['level-map', 'tile-map', 'ranked-bars', 'slope'],
  ],
  [
    'what a family adds to the index',
    (facts) => {
      partOf(facts).contributions.now!.macro += 3;
    },
    ['index-waterfall'],
  ],
  [
    'the level of an end',
    (facts) => {
      facts.ends[0]!.levels[23] = 3;
    },
    ['tile-map', 'diffusion-curve'],
  ],
  [
    'a line of a rule',
    (facts) => {
      partOf(facts).rules.find(({ ruleId }) => ruleId === 'new-claims-change')!.thresholds[0] = 9;
    },
    ['small-multiples'],
  ],
  [
    'what is expected',
    (facts) => {
      facts.outlooks[0]!.ahead!.steps[2]!.mean += 0.3;
    },
    ['forecast-fan'],
  ],
  [
    'a signal of a part',
    (facts) => {
      const signals = partOf(facts).derivation.families.flatMap((family) => family.signals);
      for (const signal of signals) if (signal.indicatorId === 'pmi') signal.level = 4;
    },
    ['driver-heatmap'],
  ],
  [
    'a figure of a part',
    (facts) => {
      figureOf(facts, 'seekers').values[35]! += 900;
    },
    ['supply-demand'],
  ],
  [
    'progress on a target',
    (facts) => {
      figureOf(facts, 'new_urban_jobs').target!.share -= 20;
    },
    ['target-bullets'],
  ],
  [
    'a revised figure',
    (facts) => {
      facts.revisions!.course!.after[20]! += 50;
    },
    ['revision-lines'],
  ],
];

describe('a changed fact moves the exhibits that tell it and no other', () => {
  const before = all(october, 'zh');
  test.each(CHANGES)('%s', (_, change, kinds) => {
    const facts = structuredClone(october);
    change(facts as unknown as Open<BriefingFacts>);
    const after = new Map(all(facts, 'zh').map((exhibit) => [exhibit.id, exhibit]));
    const moved = before.filter((exhibit) => !equal(exhibit, after.get(exhibit.id))).map(({ kind }) => kind);
    expect(EXHIBIT_KINDS.filter((kind) => moved.includes(kind))).toEqual(
      EXHIBIT_KINDS.filter((kind) => kinds.includes(kind)),
    );
  });
});

function equal(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
