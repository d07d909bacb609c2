import { readFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { catalogueOf } from '../../../src/base/indicators';
import { defaultCatalogue, defaultRegionTree } from '../../../src/base/catalogue';
import { buildRegionTree } from '../../../src/base/regions';
import { composePackage, levelsAt, otherLevels, PRODUCT } from '../../../src/briefing/package/compose';
import type { PackageContent, PackageHead } from '../../../src/briefing/package/content';
import { NEEDED, wholeDigest, type Manifest } from '../../../src/briefing/package/manifest';
import { readPackage } from '../../../src/briefing/package/read';
import { writePackage } from '../../../src/briefing/package/write';
import { createEngine } from '../../../src/platform/engine';
import { defaultPlan } from '../../../src/response/load-plan';
import { type Day, formatDay, formatPeriod, lastDayOf, parseDay } from '../../../src/base/period';

const day = (text: string): number => parseDay(text)!;

/** Figures of twelve leagues over five years, each known on the tenth of the next month; a crisis in Wuhai, and revisions. */
function figuresCsv(): string {
  const rows = ['region_code,region_name,indicator,period,value,unit,source,known_on,status'];
  const tree = defaultRegionTree();
  const leagues = tree.regions.filter((r) => r.parent === 0);
  const ids = ['registered_unemployment_rate', 'new_benefit_claims', 'openings', 'seekers'] as const;
  const base = { registered_unemployment_rate: 3, new_benefit_claims: 900, openings: 5000, seekers: 4000 } as const;
  for (const [k, { code, name }] of leagues.entries())
    for (const id of ids)
      for (let m = 2022 * 12; m <= 2026 * 12 + 9; m++) {
        const crisis = code === '150300' && m >= 2026 * 12 ? 1.6 : 1;
        const factor = id === 'openings' ? 1 / crisis : crisis;
        const value = Number((base[id] * factor * (1 + ((m * 7 + k * 3) % 11) / 100)).toFixed(2));
        const known = (days: number): string => formatDay(lastDayOf('month', m) + days);
        const period = formatPeriod('month', m);
        const unit = defaultCatalogue().byId.get(id)!.unit;
        rows.push(`${code},${name.zh},${id},${period},${value},${unit},月报,${known(10)},provisional`);
        if (m % 5 === 0) rows.push(`${code},${name.zh},${id},${period},${value * 1.25},${unit},月报,${known(45)},`);
      }
  return `${rows.join('\n')}\n`;
}

/** An office of its own: its engine with figures, as known on a day on which some were not revised yet. */
async function officeWith(csv: BlobPart, demonstration: boolean, asOf: Day | null) {
  const engine = createEngine(() => day('2027-03-01'));
  const report = await engine.readFile(new File([csv], 'f.csv'), { demonstration }, {});
  return { engine, report, view: await engine.load([report.batchId], asOf, {}) };
}

const AS_OF = day('2026-11-12');
let office: Awaited<ReturnType<typeof officeWith>>;
let made: { head: PackageHead; content: PackageContent };
let figures: Uint8Array;
let bytes: Uint8Array;
let manifest: Manifest;

beforeAll(async () => {
  office = await officeWith(figuresCsv(), true, AS_OF);
  const { engine, view } = office;
  made = composePackage(view, {
    atMs: 1_795_000_000_000,
    by: '王某',
    office: '乌海市人社局',
    note: '请核对乌海市等级',
    name: '演示数据',
    view: { path: '/region', search: 'region=150300&period=2026-10&asof=2026-11-12&rules=built-in' },
    period: view.latest,
    fingerprint: await engine.fingerprint({}),
    plan: defaultPlan(),
    calendar: { '2026-10-10': true },
    briefing: null,
    trail: [{ seq: 1 }],
  });
  figures = new Uint8Array(await (await engine.exportCsv({})).arrayBuffer());
  ({ bytes, manifest } = writePackage(made.head, made.content, figures));
});

describe('two offices', () => {
  test('what one writes the other reads, grades, and comes to the same result', async () => {
    const { value, faults } = await readPackage(bytes, defaultCatalogue());
    expect(faults).toEqual([]);
    expect(value).toMatchObject({ builtInRegions: true, sameIndicators: true, calendar: { '2026-10-10': true } });
    const other = await officeWith(value!.figures as Uint8Array<ArrayBuffer>, value!.manifest.demonstration, AS_OF);
    expect([other.report.taken, other.report.held]).toEqual([manifest.data.figures, 0]);
    expect(other.view.demonstration).toBe(true);
    // It is about something: the crisis is seen, and the revisions matter.
    expect(Math.max(...Object.values(value!.levels.levels).filter((l) => l <= 4))).toBeGreaterThan(1);
    expect(await other.engine.fingerprint({})).toBe(manifest.fingerprint);
    expect(otherLevels(value!.levels, levelsAt(other.view, other.view.latest))).toEqual([]);
    // An earlier day of knowledge needs the vintages: they came along.
    const early = day('2026-06-30');
    await Promise.all([other.engine.assess(early, {}), office.engine.assess(early, {})]);
    const there = await office.engine.fingerprint({});
    expect(await other.engine.fingerprint({})).toBe(there);
    expect(there).not.toBe(manifest.fingerprint);
  });

  test('a table of regions of its own reads back as the same tree', async () => {
    const rows = [
      {
        code: 'A',
        nameZh: '=甲',
        nameEn: 'A, first',
        level: 'x',
        parentCode: '',
        labourForce: 1234.5,
        traits: ['border'],
      },
      {
        code: 'B',
        nameZh: '乙',
        nameEn: 'B',
        level: 'y',
        parentCode: 'A',
        promoted: true,
        coalSteelPowerShare: 0.1 + 0.2,
      },
    ];
    const { tree } = buildRegionTree('own', rows);
    const own = composePackage({ ...office.view, tree: tree! }, { ...wishes(), period: office.view.latest });
    const { value } = await readPackage(writePackage(own.head, own.content, figures).bytes, defaultCatalogue());
    const engine = createEngine(() => AS_OF);
    const back = await engine.readRegions(new File([value!.regions as Uint8Array<ArrayBuffer>], 'r.csv'), {});
    expect(back.issues).toEqual([]);
    expect(back.tree!.regions.slice(1)).toEqual(tree!.regions.slice(1));
    expect(back.tree!.regions[0]).toMatchObject({ code: 'A', labourForce: 1234.5, traits: ['border'] });
  });

  test('all that is known, and what was known on the last day on which anything was, are one result', async () => {
    const { engine } = office;
    const now = await engine.assess(null, {});
    const open = await engine.fingerprint({});
    await engine.assess(now.lastKnownOn, {});
    expect(await engine.fingerprint({})).toBe(open);
  });

  test('where two results are apart, region by region', () => {
    const { view } = office;
    const before = levelsAt(view, view.latest);
    const changed = { ...before, levels: { ...before.levels, '150300': 1 as const } };
    expect(otherLevels(changed, before)).toEqual([{ code: '150300', theirs: 1, ours: before.levels['150300'] }]);
    const { [view.tree.regions[0]!.code]: _, ...less } = before.levels;
    expect(otherLevels({ ...before, levels: less }, before)).toHaveLength(1);
  });

  test('figures read as plain ones are another batch than those that are marked', async () => {
    const plain = await officeWith(figures as Uint8Array<ArrayBuffer>, false, null);
    expect(plain.view.demonstration).toBe(false);
    const marked = await officeWith(figures as Uint8Array<ArrayBuffer>, true, null);
    expect(marked.report.batchId).not.toBe(plain.report.batchId);
  });
});

test('the same content gives the same bytes; the product names its version', () => {
  expect(Buffer.from(writePackage(made.head, made.content, figures).bytes).equals(Buffer.from(bytes))).toBe(true);
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as { name: string; version: string };
  expect(PRODUCT).toBe(`${name} ${version}`);
});

/** The package with some of its files changed; null takes one out. */
function tampered(change: Readonly<Record<string, Uint8Array | null>>): Uint8Array {
  const files: Record<string, Uint8Array> = { ...unzipSync(bytes) };
  for (const [name, content] of Object.entries(change)) {
    if (content) files[name] = content;
    else delete files[name];
  }
  return zipSync(files, { level: 0 });
}
const faultsOf = async (file: Uint8Array): Promise<string[]> =>
  (await readPackage(file, defaultCatalogue())).faults.map((f) => f.en);
const text = (value: unknown): Uint8Array => strToU8(JSON.stringify(value));
/** A manifest that fits itself again after a change. */
const resigned = (over: Partial<Manifest>): Uint8Array => {
  const plain = { ...manifest, ...over };
  return text({ ...plain, digest: wholeDigest(plain) });
};

describe('what is wrong is named, and nothing is used', () => {
  test('each part that was changed, or is missing', async () => {
    for (const { name } of manifest.parts) {
      const other = unzipSync(bytes)[name]!.slice();
      other[other.length - 2]! ^= 1;
      expect(await faultsOf(tampered({ [name]: other }))).toEqual([
        `"${name}" was changed: its digest is not that of the manifest`,
      ]);
      expect(await faultsOf(tampered({ [name]: null }))).toEqual([`"${name}" is missing`]);
    }
    expect(manifest.parts.length).toBe(8);
  });

  test('several at once are all listed', async () => {
    const faults = await faultsOf(tampered({ 'plan.json': text({}), 'rules.json': text({}), 'levels.json': null }));
    expect(faults).toHaveLength(3);
  });

  test('the manifest itself', async () => {
    expect(await faultsOf(tampered({ 'manifest.json': text({ ...manifest, note: 'other' }) }))).toEqual([
      'the manifest was changed: its digest does not fit what it says',
    ]);
    expect((await faultsOf(tampered({ 'manifest.json': null }))).join()).toContain('manifest.json is missing');
    expect((await faultsOf(tampered({ 'manifest.json': strToU8('{"schema":') }))).join()).toContain('cannot be read');
    expect((await faultsOf(tampered({ 'manifest.json': text({ schema: 'fengsui-package/2' }) }))).join()).toContain(
      'newer version of the product (format 2',
    );
    const bad = await faultsOf(tampered({ 'manifest.json': text({ ...manifest, fingerprint: 'x', data: null }) }));
    expect(bad.map((f) => /\.(fingerprint|data)/.test(f))).toEqual([true, true]);
    const short = manifest.parts.filter((p) => !NEEDED.includes(p.name));
    expect(await faultsOf(tampered({ 'manifest.json': resigned({ parts: short }) }))).toHaveLength(2 * NEEDED.length);
  });

  test('a part that fits its digest and is faulty all the same', async () => {
    const parts: Record<string, string> = {
      'regions.csv': 'region_code,region_name\n,x\n',
      'plan.json': '{}',
      'levels.json': '{"period":"2026-10","levels":{"a":7}}',
      'trail.json': '{',
      'rules.json': '{"schema":"fengsui-rules/1"}',
    };
    for (const [name, content] of Object.entries(parts)) {
      const files: Record<string, Uint8Array> = { ...unzipSync(bytes), [name]: strToU8(content) };
      const { createHash } = await import('node:crypto');
      const list = manifest.parts.map((p) =>
        p.name === name
          ? {
              name: p.name,
              bytes: files[name]!.length,
              sha256: createHash('sha256').update(files[name]!).digest('hex'),
            }
          : p,
      );
      files['manifest.json'] = resigned({ parts: list });
      const faults = await faultsOf(zipSync(files, { level: 0 }));
      expect([name, faults.length > 0, faults.every((f) => f.startsWith(`"${name}"`))]).toEqual([name, true, true]);
    }
  });

  test('files that do not belong in it, ways out of it, and one name twice', async () => {
    for (const name of ['../x.csv', '/etc/x', 'C:\\x', 'sub/figures.csv', 'run.exe', 'figures.csv\u0000'])
      expect((await faultsOf(tampered({ [name]: strToU8('x') }))).join()).toContain('does not belong in it');
    // A name of the same length is written over that of another file, in both headers.
    const twice = Buffer.from(tampered({ 'calendar.json': null, 'trail.json': null, 'levelz.json': strToU8('x') }));
    for (let at = twice.indexOf('levelz.json'); at >= 0; at = twice.indexOf('levelz.json', at))
      twice.write('levels.json', at);
    expect((await faultsOf(new Uint8Array(twice))).join()).toContain('stands twice');
  });

  test('a backup, another file, a cut-off one, an empty one', async () => {
    expect((await faultsOf(strToU8('fengsui-backup 4 00\n{}'))).join()).toContain('restore it on the screen Data');
    for (const file of [strToU8('region_code,region_name\n'), bytes.slice(0, bytes.length >> 1), new Uint8Array()])
      expect((await faultsOf(file)).join()).toContain('no package');
  });

  test('a bomb is refused by what it says, and unpacks to no more than that where it lies', async () => {
    const bomb = zipSync({ 'figures.csv': new Uint8Array(1_000_000) });
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    const entry = Buffer.from(bomb).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    view.setUint32(entry + 24, 900_000_000, true);
    expect((await faultsOf(bomb)).join()).toContain('unpacked it would take 900 MB');
    const lying = tampered({});
    const at = Buffer.from(zipSync(unzipSync(lying), { level: 9 }));
    const first = at.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    new DataView(at.buffer, at.byteOffset).setUint32(first + 24, 10, true);
    expect((await faultsOf(new Uint8Array(at))).join()).toContain('manifest.json');
  });
});

test('another indicator list and another tree are told', async () => {
  const [first, ...rest] = defaultCatalogue().indicators;
  const here = catalogueOf('9', [{ ...first!, decimals: first!.decimals + 1 }, ...rest]);
  const { tree } = buildRegionTree('x', [{ code: '1', nameZh: '一', nameEn: 'One', level: 'x', parentCode: '' }]);
  const small = composePackage({ ...office.view, tree: tree! }, { ...wishes(), period: office.view.latest });
  const { value } = await readPackage(writePackage(small.head, small.content, figures).bytes, here);
  expect(value).toMatchObject({ sameIndicators: false, builtInRegions: false });
});

function wishes(): Parameters<typeof composePackage>[1] {
  const { calendar, briefing, trail } = made.content;
  const { view, fingerprint, note } = made.head;
  return {
    atMs: 0,
    by: '',
    office: '',
    note,
    name: 'n',
    view,
    period: 0,
    fingerprint,
    plan: defaultPlan(),
    calendar,
    briefing,
    trail,
  };
}
