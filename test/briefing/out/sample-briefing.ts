import { sampleExhibit, type SampleState } from '../../../mock-data/exhibits';
import { formatNumber } from '../../../src/base/format';
import { monthPeriod } from '../../../src/base/period';
import type { Lang } from '../../../src/base/text';
import type { BoundFigure, Briefing, Page, Sentence } from '../../../src/briefing/briefing';
import { type Exhibit, EXHIBIT_KINDS } from '../../../src/briefing/exhibits/exhibit';

/** A briefing by hand with a page for each kind of exhibit in one state, one page of words alone, and a long one. */
export function sampleBriefing(lang: Lang, state: SampleState = 'ordinary', change: Partial<Briefing> = {}): Briefing {
  const zh = lang === 'zh';
  const pages = EXHIBIT_KINDS.map((kind, i): Page => {
    const exhibit = sampleExhibit(kind, state, lang) as Exhibit;
    return {
      id: kind,
      heading: zh ? (i < 5 ? '总体研判' : '变化情况') : i < 5 ? 'Overall judgement' : 'What changed',
      sentences: [sentence(`${kind}.first`, zh, i + 1), sentence(`${kind}.second`, zh, 20_500 + i)],
      exhibit,
      notes: zh ? `讲解第${i + 1}页。\n第二段。` : `Speak to page ${i + 1}.\nSecond paragraph.`,
      notesByHand: false,
      headingByHand: false,
    };
  });
  return {
    form: 1,
    ask: { kind: 'monthly', period: monthPeriod(2026, 10), regionCode: null, since: null },
    frequency: 'month',
    weekEndsOn: 6,
    lang,
    title: zh ? '失业风险监测月报' : 'Monthly briefing on the risk of unemployment',
    subtitle: zh ? '内蒙古自治区 2026年10月' : 'Inner Mongolia, October 2026',
    issuer: zh ? '自治区人力资源和社会保障厅' : 'Department of Human Resources and Social Security',
    number: zh ? '第10期' : 'No. 10',
    date: zh ? '2026年11月10日' : '10 November 2026',
    to: zh ? '自治区人民政府' : 'the regional government',
    pages: [
      ...pages,
      {
        id: 'suggestions',
        heading: zh ? '工作建议' : 'Suggestions',
        sentences: Array.from({ length: 3 }, (_, i) => sentence(`suggestions.${i}`, zh, 100 + i)),
        exhibit: null,
        notes: '',
        notesByHand: false,
        headingByHand: false,
      },
    ],
    removed: [],
    sourceLine: zh ? '来源：演示数据；数据截至2026年11月9日。' : 'Source: demonstration; figures known by 9 Nov 2026.',
    basisLine: zh
      ? '规则集 default 1.0.0；方案 four-levels 1.0.0；指纹 0123456789ab。'
      : 'Rule set default 1.0.0; scheme four-levels 1.0.0; fingerprint 0123456789ab.',
    vintage: { asOf: null, knownOn: null, fingerprint: '0123456789abcdef' },
    demonstration: zh ? '演示数据，非真实统计' : 'Demonstration data, not real statistics',
    definitions: [
      {
        indicatorId: 'new_benefit_claims',
        name: zh ? '新申领失业保险金人数' : 'New benefit claims',
        unit: zh ? '人' : 'persons',
        family: zh ? '就业失业重点指标' : 'Key employment indicators',
        definition: zh
          ? '当月新申领失业保险金的人数。'
          : 'Persons who claimed benefits for the first time in the month.',
        source: zh ? '失业保险经办系统' : 'Unemployment insurance records',
      },
    ],
    byHand: [],
    ...change,
  };
}

function sentence(id: string, zh: boolean, value: number): Sentence {
  const said = zh ? `${formatNumber(value)}人` : `${formatNumber(value)} persons`;
  const figure: BoundFigure = {
    key: `new_benefit_claims@150000@2026-10:${id}`,
    indicatorId: 'new_benefit_claims',
    regionCode: '150000',
    period: '2026-10',
    value,
    unit: 'persons',
    knownOn: '2026-11-09',
    said,
  };
  return {
    id,
    text: zh
      ? `2026年10月，全区新申领失业保险金${said}，比上年同期增加，需持续关注重点地区和重点企业的用工变化。`
      : `In October 2026 ${said} claimed benefits for the first time, more than a year before; the areas and enterprises most affected need attention.`,
    figures: [figure],
    byHand: null,
    moved: null,
  };
}
