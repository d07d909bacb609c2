import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultRegionTree } from '../../../src/base/catalogue';
import namesJson from '../../../src/base/defaults/inner-mongolia-names.json';
import { buildRegionTree } from '../../../src/base/regions';
import { createRegionNames, type RegionFound } from '../../../src/observations/names/region-names';
import { linesOf, OTHER_NAMES, TRADITIONAL } from './region-writings';

const tree = defaultRegionTree();
const names = createRegionNames(tree);
const called = (name: string, parent?: string): RegionFound =>
  parent === undefined ? names.find({ name }) : names.find({ name, parent });
const codeOf = (found: RegionFound): string => (found.kind === 'region' ? found.code : found.kind);
const PROVINCES = /^(海南)$/;

describe('every region', () => {
  it('by its full names, exactly', () => {
    for (const { code, name } of tree.regions) {
      expect(called(name.zh)).toEqual({ kind: 'region', code, name: name.zh, exact: true });
      expect(called(name.en)).toEqual({ kind: 'region', code, name: name.zh, exact: true });
    }
  });

  it('in traditional characters', () => {
    const lines = linesOf(TRADITIONAL);
    expect(lines).toHaveLength(116);
    for (const [code, [name]] of lines) expect(codeOf(called(name!)), name).toBe(code);
  });

  it('without the word of its kind, unless that is a province', () => {
    for (const { code, name } of tree.regions) {
      const bare = name.zh.replace(/(自治区|自治旗|联合旗|矿区|[市盟旗县区])$/, '');
      if (PROVINCES.test(bare)) expect(called(bare)).toMatchObject({ kind: 'unknown', candidates: [code] });
      else expect(called(bare), bare).toEqual({ kind: 'region', code, name: name.zh, exact: false });
    }
  });

  it.each(linesOf(OTHER_NAMES))('%s by other names', (code, others) => {
    expect(others.map((other) => `${other} ${codeOf(called(other))}`)).toEqual(others.map((o) => `${o} ${code}`));
  });

  it('by codes of 6, 9 and 12 digits, leagues also of 4', () => {
    for (const { code, level } of tree.regions) {
      expect(names.find({ code })).toMatchObject({ code, exact: true });
      for (const form of [`${code}000`, `${code}000000`, `${code}.0`, `'${code}`]) {
        expect(codeOf(names.find({ code: form })), form).toBe(code);
      }
      if (level === 'league') expect(codeOf(names.find({ code: code.slice(0, 4) }))).toBe(code);
      expect(codeOf(called(code))).toBe(code);
    }
    for (const code of ['15', '1', '150', '150101', '150102001000', '110000']) {
      expect(names.find({ code }).kind, code).toBe('unknown');
    }
    expect(codeOf(names.find({ code: '152700' }))).toBe('150600');
  });
});

const region = fc.integer({ min: 0, max: tree.regions.length - 1 });
const parentName = (k: number): string => {
  const { parent } = tree.regions[k]!;
  return parent < 0 ? '' : tree.regions[parent]!.name.zh;
};
/** Ways to write a region in a list, each of its full name, its parent's and its code. */
const WAYS: Readonly<Record<string, (name: string, parent: string, code: string) => string>> = {
  blanks: (name) => [...name].join(' '),
  'full-width blanks': (name) => `\u3000${[...name].join('\u3000')}\u3000`,
  'region before it': (name) => `内蒙古自治区${name}`,
  'short region before it': (name) => `内蒙古 ${name}`,
  'parent before it': (name, parent) => parent + name,
  'parent and stroke before it': (name, parent) => `${parent}/${name}`,
  'all its parents before it': (name, parent) => `内蒙古自治区${parent}${name}`,
  'parent in brackets': (name, parent) => (parent === '' ? name : `${name}（${parent}）`),
  'code before it': (name, _, code) => code + name,
  'code and blank before it': (name, _, code) => `${code} ${name}`,
  'code behind it': (name, _, code) => `${name}(${code})`,
  'among which': (name) => `其中：${name}`,
  'number before it': (name) => `12.${name}`,
  'bare number before it': (name) => `3 ${name}`,
  'Chinese number before it': (name) => `十一、${name}`,
  'number in brackets before it': (name) => `（一）${name}`,
  'bullet before it': (name) => `  — ${name}`,
  'footnote ①': (name) => `${name}①`,
  'footnote ¹': (name) => `${name}¹`,
  'footnote *': (name) => `${name} **`,
  'footnote [2]': (name) => `${name}[2]`,
  'footnote 注1': (name) => `${name}（注1）`,
  'footnote as a digit': (name) => `${name}1`,
  'colon behind it': (name) => `${name}：`,
};

describe('ways of writing', () => {
  it.each(Object.entries(WAYS))('%s', (way, write) => {
    fc.assert(
      fc.property(region, fc.boolean(), (k, inTraditional) => {
        const { code, name } = tree.regions[k]!;
        const own = inTraditional ? linesOf(TRADITIONAL).find(([c]) => c === code)![1][0]! : name.zh;
        const found = called(write(own, parentName(k), code));
        expect(codeOf(found), write(own, parentName(k), code)).toBe(code);
        if (!inTraditional && found.kind === 'region')
          expect(found.exact).toBe(/blanks/.test(way) || write(own, parentName(k), code) === own);
      }),
      { numRuns: 60 },
    );
  });

  it('finds no region in random words, and none exactly but by its full name or code', () => {
    const full = new Set(tree.regions.flatMap((r) => [r.code, r.name.zh, r.name.en.toLowerCase().replace(/\s/g, '')]));
    const characters = [...new Set(tree.regions.flatMap((r) => [...r.name.zh]))];
    const word = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.string({ unit: fc.constantFrom(...characters), maxLength: 8 }),
    );
    fc.assert(
      fc.property(word, (text) => {
        const found = called(text);
        if (found.kind !== 'region' || !found.exact || found.code === 'CN') return;
        expect(full.has(text.normalize('NFKC').replace(/\s/g, '').toLowerCase()), text).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 5 }), (text) => called(`§${text}☃`).kind !== 'region'),
    );
  });
});

describe('what is no region', () => {
  it.each(
    (
      '合计 总计 小计 总　计 全区合计 全区总计 全区平均 内蒙古自治区合计 12盟市合计 盟市合计 包头市小计 东部五盟市 西部七盟市 东部地区 西部地区 中部 蒙东 蒙西地区 ' +
      '呼包鄂 呼包鄂乌 12个盟市 十二盟市 十二个盟市 各盟市 103个旗县市区 33个牧业旗县 边境旗县 平均 平均值 均值 全市 合计① 其中:小计 合計 總計 Total Subtotal Average ' +
      'Grand_Total Total,_all_leagues Inner_Mongolia_(total)'
    ).split(' '),
  )('%s is a total or a group', (text) => {
    expect(called(text.replaceAll('_', ' '))).toEqual({ kind: 'subtotal' });
  });

  it.each(
    (
      '其他 其它地区 张家口市 北京 海南省 不详 市辖区 包头市本级 包头市区 呼和浩特经济技术开发区 呼伦贝尔市(不含满洲里市) 加格达奇区 失业人数合计 平均工资 总失业率 累计 ' +
      '累计增长 自治区直属 150100包头市 包头市新城区 呼和浩特市、包头市 内蒙古兴安岭 __proto__ constructor =cmd|x <b>包头市</b> 全省 全州'
    ).split(' '),
  )('%s is none', (text) => {
    expect(['unknown', ...(text === '全省' || text === '全州' ? ['subtotal'] : [])]).toContain(called(text).kind);
  });

  it('names the nearest of an unknown one', () => {
    expect(called('哲理木盟')).toMatchObject({ candidates: ['150500'] });
    expect(called('包头市本级')).toMatchObject({ candidates: ['150200'] });
    expect(called('呼伦贝尔市(不含满洲里市)')).toMatchObject({ candidates: ['150700'] });
    expect(called('张家口市')).toMatchObject({ candidates: [] });
    expect(names.find({ code: '150199' })).toMatchObject({ candidates: expect.arrayContaining(['150100']) as unknown });
  });

  it('and a text as long as a book costs nothing', () => {
    for (const text of [
      '*'.repeat(5000),
      `${'包头市'.repeat(2000)}`,
      `${'('.repeat(3000)}1`,
      `包头${' '.repeat(3000)}市`,
    ]) {
      expect(called(text).kind).toBe('unknown');
    }
  });
});

describe('parents', () => {
  it('tell apart what several are called', () => {
    expect(called('左旗')).toMatchObject({
      kind: 'ambiguous',
      candidates: ['150121', '150422', '150726', '152523', '152921'],
    });
    expect(codeOf(called('左旗', '阿拉善盟'))).toBe('152921');
    expect(codeOf(called('左旗', '锡盟'))).toBe('152523');
    expect(codeOf(called('阿盟左旗'))).toBe('152921');
    expect(called('扎旗').kind).toBe('ambiguous');
    expect(codeOf(called('扎旗', '哲里木盟'))).toBe('150526');
    expect(codeOf(called('郊区', '包头'))).toBe('150207');
    expect(codeOf(called('海南', '乌海市'))).toBe('150303');
    expect(codeOf(called('乌海海南'))).toBe('150303');
  });

  it('that contradict make it unknown; those that say nothing of the tree do not count', () => {
    expect(called('东河区', '呼和浩特市')).toMatchObject({ kind: 'unknown', candidates: ['150202'] });
    expect(codeOf(called('东河区', '内蒙古'))).toBe('150202');
    expect(codeOf(called('东河区', '150200'))).toBe('150202');
    expect(codeOf(called('东河区', '西部'))).toBe('150202');
    expect(codeOf(called('包头市', '包头市'))).toBe('150200');
    expect(codeOf(called('全区', '包头市'))).toBe('150000');
  });

  it('give 全市 its city', () => {
    expect(codeOf(called('全市', '包头'))).toBe('150200');
    expect(codeOf(called('全盟', '锡盟'))).toBe('152500');
    expect(called('全盟', '包头').kind).toBe('subtotal');
    expect(called('合计', '包头市').kind).toBe('subtotal');
  });

  it('in brackets that say more of the same place', () => {
    expect(codeOf(called('鄂尔多斯市（原伊克昭盟）'))).toBe('150600');
    expect(codeOf(called('呼伦贝尔市（含满洲里市、扎赉诺尔区）'))).toBe('150700');
    expect(called('呼伦贝尔市（含包头市）').kind).toBe('unknown');
    expect(codeOf(called('巴彦淖尔市（巴盟）'))).toBe('150800');
    expect(codeOf(called('呼和浩特(市)'))).toBe('150100');
    expect(codeOf(called('包头市 Baotou'))).toBe('150200');
    expect(codeOf(called('Xincheng District, Hohhot'))).toBe('150102');
  });
});

describe('code and name together', () => {
  it('the code goes first; a number of the file’s own does not count', () => {
    expect(names.find({ code: '150200', name: '包头市' })).toMatchObject({ code: '150200', exact: true });
    expect(names.find({ code: '150200', name: '包头' })).toMatchObject({ code: '150200', exact: false });
    expect(names.find({ code: '3', name: '包头市' })).toMatchObject({ code: '150200', exact: true });
    expect(names.find({ code: '150000', name: '合计' })).toMatchObject({ code: '150000', exact: false });
    expect(names.find({ code: '150200 包头市' })).toMatchObject({ code: '150200' });
  });
  it('a code of ours that is none contradicts a known name', () => {
    expect(names.find({ code: '150299', name: '包头市' })).toEqual({ kind: 'ambiguous', candidates: ['150200'] });
    expect(names.find({ code: '110000', name: '北京市' }).kind).toBe('unknown');
    expect(names.find({ code: '100000', name: '全国' })).toMatchObject({ code: 'CN' });
  });
});

it('knows the country outside the tree, also without one', () => {
  for (const find of [names.find, createRegionNames(null).find]) {
    for (const name of ['全国', '中国', '全　国', 'China', 'CN', '中華人民共和國']) {
      expect(find({ name })).toEqual({ kind: 'region', code: 'CN', name: '全国', exact: true });
    }
    expect(find({ code: 'CN', name: '全国' })).toMatchObject({ code: 'CN' });
    expect(find({ name: '合计' })).toEqual({ kind: 'subtotal' });
  }
  expect(createRegionNames(null).find({ name: '包头市' })).toMatchObject({ kind: 'unknown', candidates: [] });
});

describe('another tree', () => {
  const row = (code: string, nameEn: string, parentCode: string, nameZh = '') => ({
    code,
    nameZh,
    nameEn,
    level: '',
    parentCode,
  });
  const states = createRegionNames(
    buildRegionTree('us', [
      row('US-OR', 'Oregon', ''),
      row('US-NY', 'New York', '', '纽约州'),
      row('US-CA', 'California', ''),
    ]).tree,
  );
  it('of states: names, codes, the code without its country', () => {
    expect(states.find({ name: 'new york' })).toMatchObject({ code: 'US-NY', exact: true });
    expect(states.find({ name: '纽约' })).toMatchObject({ code: 'US-NY', exact: false });
    for (const code of ['US-CA', 'us-ca', 'CA', 'US CA'])
      expect(states.find({ code })).toMatchObject({ code: 'US-CA' });
    expect(states.find({ name: 'Calfornia' })).toMatchObject({ kind: 'unknown', candidates: ['US-CA'] });
    for (const name of ['包头市', '内蒙古', '全区', 'Hohhot']) expect(states.find({ name }).kind, name).toBe('unknown');
    expect(states.find({ name: 'Total' }).kind).toBe('subtotal');
  });

  const counties = createRegionNames(
    buildRegionTree('fips', [
      row('06', 'California', ''),
      row('41', 'Oregon', ''),
      row('36', 'New York', ''),
      row('41067', 'Washington County', '41'),
      row('36115', 'Washington County', '36'),
      row('36061', 'New York County', '36'),
      row('06037', 'Los Angeles County', '06'),
    ]).tree,
  );
  it('of counties: repeated names need their parent, lost zeros do not matter', () => {
    expect(counties.find({ name: 'Washington County' })).toEqual({ kind: 'ambiguous', candidates: ['41067', '36115'] });
    expect(counties.find({ name: 'Washington', parent: 'Oregon' })).toMatchObject({ code: '41067' });
    expect(counties.find({ name: 'Washington County, Oregon' })).toMatchObject({ code: '41067' });
    expect(counties.find({ name: 'Oregon: Washington County' })).toMatchObject({ code: '41067' });
    expect(counties.find({ name: 'New York' })).toMatchObject({ code: '36' });
    expect(counties.find({ name: 'New York', parent: 'New York' })).toMatchObject({ code: '36061' });
    expect(counties.find({ code: '6037' })).toMatchObject({ code: '06037' });
    expect(counties.find({ code: '06' })).toMatchObject({ code: '06', exact: true });
  });

  it('lends no alias of ours to a code that means another place there', () => {
    const other = createRegionNames(buildRegionTree('x', [row('150200', 'Elsewhere', '', '别处市')]).tree);
    expect(other.find({ name: '别处' })).toMatchObject({ code: '150200' });
    expect(other.find({ name: 'Paotow' }).kind).toBe('unknown');
  });
});

describe('the list of other names', () => {
  it('is of regions of the tree under their names, and gives nobody the full name of another', () => {
    const full = new Map(tree.regions.flatMap((r) => [[r.name.zh, r.code] as const, [r.name.en, r.code] as const]));
    for (const entry of namesJson.regions) {
      expect(tree.regions[tree.indexOf.get(entry.code)!]?.name.zh).toBe(entry.name);
      const others = [entry.short, entry.former, entry.english].flatMap((list) => list ?? []);
      expect(new Set(others).size).toBe(others.length);
      for (const other of others) expect([undefined, entry.code]).toContain(full.get(other));
    }
  });

  const FACTS = new URL('../../../../shared/data/cn_inner_mongolia_aliases.csv', import.meta.url);
  it.skipIf(!existsSync(FACTS))('has every collected alias (skipped: data not present)', () => {
    const lines = readFileSync(FACTS, 'utf8').trim().split(/\r?\n/).slice(1);
    expect(lines.length).toBeGreaterThan(30);
    for (const line of lines) {
      const [code, , alias] = line.split(',');
      expect(codeOf(called(alias!)), alias).toBe(code);
    }
  });
});
