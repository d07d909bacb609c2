import { beforeAll, describe, expect, it } from 'vitest';
import { draftOf, notYet } from '../../../src/briefing/case-documents/draft';
import type { CaseFacts } from '../../../src/briefing/case-documents/facts';
import { bodyOf, departmentName, officeName } from '../../../src/briefing/case-documents/office';
import { type BriefingDocument, checkDocument } from '../../../src/briefing/document';
import { gapsOf } from '../../../src/briefing/gaps';
import { formatNumber } from '../../../src/base/format';
import { parsePeriod } from '../../../src/base/period';
import type { AssessmentView, EngineCore } from '../../../src/platform/engine-api';
import { defaultPlan } from '../../../src/response/load-plan';
import { DOCUMENT_KINDS, type DocumentKind } from '../../../src/response/trail/act';
import type { Spell } from '../../../src/response/warnings/spell';
import { gatherFacts } from '../../../src/views/response/case/documents/gather-facts';
import { demonstrationEngine, madeCase, pageFacts } from '../make-case';

const LANGS = ['zh', 'en'] as const;
let engine: EngineCore;
let view: AssessmentView;
let spells: readonly Spell[];
let facts: CaseFacts;
let opened: CaseFacts;

beforeAll(async () => {
  // As known on 20 April 2026: the city of the closed mines stands at Ⅰ on the figures of March.
  ({ engine, view, spells } = await demonstrationEngine('2026-04-20'));
  facts = await gatherFacts(await pageFacts(engine, view, spells, madeCase()), engine, {});
  opened = await gatherFacts(await pageFacts(engine, view, spells, madeCase('opened')), engine, {});
}, 60_000);

/** All words of a paper, a line each. */
function wordsOf(model: BriefingDocument): string {
  const blocks = model.blocks.flatMap((block) =>
    block.kind === 'table'
      ? [block.caption, ...block.columns.map(({ name }) => name), ...block.rows.flat()]
      : [block.text],
  );
  const { issuer, number, title, to, attachments, signature, copies } = model;
  return [issuer, number, title, to, ...blocks, ...attachments, signature.office, signature.date, copies].join('\n');
}
const paper = (kind: DocumentKind, lang: 'zh' | 'en' = 'zh', of = facts): BriefingDocument => draftOf(kind, of, lang);
const words = (kind: DocumentKind, lang: 'zh' | 'en' = 'zh', of = facts): string => wordsOf(paper(kind, lang, of));

describe.each(DOCUMENT_KINDS)('%s', (kind) => {
  it.each(LANGS)('is a document in %s, without ids, unfilled places or NaN, at every stage of a case', (lang) => {
    for (const of of [facts, opened]) {
      const model = paper(kind, lang, of);
      expect(checkDocument(JSON.parse(JSON.stringify(model))).faults).toEqual([]);
      expect(wordsOf(model)).not.toMatch(/\{\w+\}|NaN|undefined|null|\[object|[a-z]+_[a-z]+|\b\d{6}\b/);
      expect(model.demonstration).toBe(facts.demonstration![lang]);
    }
  });

  it('says the same of the same facts', () => {
    expect(paper(kind)).toEqual(paper(kind));
  });

  it('is without the mark where the figures are real', () => {
    expect(draftOf(kind, { ...facts, demonstration: null }, 'zh').demonstration).toBe('');
  });

  it('speaks English where people wrote English', () => {
    const made = madeCase('opened');
    const by = { ...made.opened.by, name: 'Wang' };
    const review = { ...made, reason: 'mines close', opened: { ...made.opened, by } };
    const english = paper(kind, 'en', { ...opened, case: review, office: { ...opened.office!, name: 'Wang' } });
    expect(wordsOf(english)).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('invents nothing when there are no figures', () => {
    const bare = { ...opened, derivation: null, spell: null, figures: [], knownOn: null, duty: null, office: null };
    const model = draftOf(kind, bare, 'zh');
    expect(gapsOf(model).map(({ what }) => what)).toContain('发文机关');
    expect(wordsOf(model)).not.toMatch(/NaN|undefined|同期相比/);
  });
});

describe('figures', () => {
  it('are those of the engine, with period, comparison and the day on which they were known', async () => {
    const query = { regionCodes: ['150300'], indicatorIds: ['benefit_recipients'], form: 'reported' } as const;
    const [value] = await engine.series({ ...query, view: 'value' }, {});
    const [yoy] = await engine.series({ ...query, view: 'yoy' }, {});
    const t = parsePeriod('2026-03')!.period - value!.first;
    const year = formatNumber(Math.abs(yoy!.values[t]!), 1);
    expect(words('report')).toContain(
      `2026年3月，领取失业保险金人数${formatNumber(value!.values[t]!)}人，与上年同期相比增长${year}%`,
    );
    expect(words('report')).toMatch(/领取失业保险金人数.*（2026年4月9日获知）/);
    expect(words('notice')).toMatch(/以上数据为截至2026年4月20日获知的数据/);
  });

  it('of rates change by percentage points, of growth rates as growth', () => {
    expect(words('report')).toMatch(/城镇登记失业率4\.67%，与上年同期相比上升1\.0个百分点/);
    expect(words('report')).toMatch(/规模以上工业增加值同比下降5\.2%，与上年同期相比回落\d+\.\d个百分点/);
    expect(words('report', 'en')).toMatch(/Registered urban unemployment rate.*up 1\.0 pp from a year earlier/);
  });

  it('that somebody doubts are told as such', () => {
    expect(words('notice')).toContain('规模裁员人数（存疑，正在核实）');
    expect(words('notice')).not.toContain('领取失业保险金人数（存疑');
    expect(words('notice', 'zh', opened)).not.toContain('存疑');
  });

  it('name the line of each signal and the ground for the level, from the derivation', () => {
    const { derivation } = facts;
    expect(derivation!.level).toBe(4);
    const counted = derivation!.families.flatMap(({ signals }) =>
      signals.filter(({ level }) => level >= 1 && level <= 4),
    );
    const table = paper('notice').blocks.find(({ id }) => id === 'signals.table');
    const rows = table?.kind === 'table' ? table.rows : [];
    expect(rows.filter(([, , level]) => level !== '—')).toHaveLength(counted.length);
    expect(rows[0]![1]).toMatch(/新申领失业保险金同比：\+\d+\.\d%（Ⅰ级线\+80\.0%）/);
  });
});

describe('what people said and decided', () => {
  it('leads the measures with their department and names the others by what they are called today', () => {
    const table = paper('assignment').blocks.find(({ id }) => id === 'measures.table');
    const rows = table?.kind === 'table' ? table.rows : [];
    expect(rows.map(([, name]) => name)).toEqual(['组织跨地区劳务对接', '提高稳岗补贴标准', '分流人员就业跟踪服务']);
    expect(rows[0]![2]).toBe('六（四）');
    expect(rows[0]![3]).toMatch(/^牵头：自治区人力资源社会保障厅\n配合：自治区发展改革委、.*自治区市场监督管理局/);
    expect(rows[0]![4]).toBe('2026-09-30');
    expect(rows[0]![5]).toBe('至2026年9月，求人倍率回升');
    expect(words('assignment')).toContain('“组织跨地区劳务对接”启动依据：自治区人民政府同意启动。');
  });

  it('names partner regions with their figures where labour is to be matched', () => {
    expect(facts.partners.length).toBeGreaterThan(0);
    expect(words('assignment')).toContain(facts.partners[0]!.figures.zh);
    expect(opened.partners).toEqual([]);
  });

  it('puts opinions in the order of the document', () => {
    const table = paper('minutes').blocks.find(({ id }) => id === 'opinions.table');
    expect(table?.kind === 'table' && table.rows.map(([name]) => name)).toEqual([
      '自治区人力资源社会保障厅',
      '自治区财政厅',
      '自治区市场监督管理局',
    ]);
    expect(words('minutes')).toContain('合理降低企业人工成本（第六（四）条）：企业已停产，降低成本无对象。');
  });

  it('reckons the months of the fund, and says persons with how they were counted', () => {
    expect(words('report')).toContain('可支付22.7个月');
    expect(words('report')).toContain('受影响人员3,860人。测算依据：领取失业保险金人数同比增加数');
    expect(words('report')).toContain('化解过剩产能企业职工（第四（二）条）');
  });

  it('lifts with each condition, met, not met, or not to be told', () => {
    expect(words('lifting')).toContain('共核对3项条件：满足1项，不满足1项，无法判断1项。');
    expect(words('lifting')).not.toMatch(/level-low|measures-ended/);
  });

  it('says who did what in the course of the case, and how deadlines were kept', () => {
    const table = paper('after-action').blocks.find(({ id }) => id === 'timeline.table');
    const rows = table?.kind === 'table' ? table.rows : [];
    expect(rows.length).toBe(facts.timeline.length);
    expect(rows.map(([, what]) => what).join('\n')).toMatch(/2026年2月数据到齐，等级为Ⅰ级（红色）[\s\S]*逾期/);
  });
});

describe('gaps', () => {
  const gaps = (kind: DocumentKind, of: CaseFacts) => gapsOf(paper(kind, 'zh', of)).map(({ what }) => what);

  it('of a case that was just opened are what nobody has done yet', () => {
    expect(gaps('report', opened)).toEqual(['发文字号', '数据核实结果', '影响研判', '拟采取的措施', '请求支持事项']);
    expect(gaps('minutes', opened)).toEqual([
      '会商日期',
      '会商地点',
      '参加单位',
      '会商记录',
      '部门意见',
      '拟采取的措施',
    ]);
  });

  it('of one that went through everything are what the record does not hold', () => {
    expect(gaps('report', facts)).toEqual(['发文字号', '请求支持事项']);
    expect(gaps('after-action', facts)).toEqual(['发文字号', '预警规则复核意见']);
    expect(gaps('minutes', facts)).toEqual([]);
  });

  it('and a paper says why it has nothing to tell yet', () => {
    const states = (to: 'opened' | 'closed') => DOCUMENT_KINDS.filter((kind) => notYet(kind, madeCase(to)) === null);
    expect(states('opened')).toEqual(['notice', 'report']);
    expect(states('closed')).toEqual(DOCUMENT_KINDS);
  });
});

describe('offices and bodies', () => {
  it('are those of the region', () => {
    const office = (role: 'county' | 'league' | 'region', regionCode: string) =>
      officeName(view.tree, { role, regionCode, name: '' }).zh;
    expect(office('county', '150302')).toBe('海勃湾区人力资源和社会保障局');
    expect(office('league', '152500')).toBe('锡林郭勒盟人力资源和社会保障局');
    expect(office('region', '150000')).toBe('内蒙古自治区人力资源和社会保障厅');
    const duty = defaultPlan().duties.find(({ level }) => level === 3)!;
    expect(bodyOf(duty.responds, view.tree, '150302').zh).toBe('乌海市人民政府');
    expect(bodyOf(duty.responds, view.tree, '152500').zh).toBe('锡林郭勒盟行政公署');
    expect(bodyOf(duty.responds, view.tree, '152500').en).toBe('Administrative Office of Xilingol League');
  });

  it('stay as the plan names them where it uses words of its own', () => {
    const own = { zh: '就业工作领导小组', en: 'leading group for employment' };
    expect(bodyOf(own, view.tree, '150302')).toEqual(own);
  });

  it('go to the first body that is named; where none is, it is missing', () => {
    expect(paper('notice').to).toBe('乌海市人民政府');
    expect(paper('report').to).toBe('内蒙古自治区人民政府');
    const onward = {
      ...facts,
      duty: { ...facts.duty!, reportsTo: { zh: '按程序继续上报', en: 'onward by procedure' } },
    };
    expect(paper('report', 'zh', onward).to).toBe('【尚未填写：主送机关】');
  });

  it('have the name of today without its year', () => {
    const department = defaultPlan().departments.find(({ id }) => id === 'industry-commerce')!;
    expect(departmentName(department)).toEqual({
      zh: '自治区市场监督管理局',
      en: 'Administration for Market Regulation',
    });
  });
});
