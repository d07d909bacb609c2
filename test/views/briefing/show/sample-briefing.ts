import { sampleExhibit } from '../../../../mock-data/exhibits';
import { monthPeriod } from '../../../../src/base/period';
import type { Lang } from '../../../../src/base/text';
import type { Briefing, Page, Sentence } from '../../../../src/briefing/briefing';
import type { Exhibit } from '../../../../src/briefing/exhibits/exhibit';

const sentence = (id: string, text: string): Sentence => ({ id, text, figures: [], byHand: null, moved: null });

/** A briefing made by hand on sample exhibits: what a show needs of one, and no more. */
export function sampleBriefing(lang: Lang): Briefing {
  const words = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const page = (id: string, heading: string, exhibit: Exhibit | null, texts: readonly string[]): Page => ({
    id,
    heading,
    exhibit,
    sentences: texts.map((text, i) => sentence(`${id}.${i}`, text)),
    notes: words(`${heading}的备注`, `Notes on ${heading}`),
    notesByHand: false,
    headingByHand: false,
  });
  const kinds = ['ranked-bars', 'level-tape', 'small-multiples'] as const;
  return {
    form: 1,
    ask: { kind: 'monthly', period: monthPeriod(2026, 10), regionCode: null, since: null },
    frequency: 'month',
    weekEndsOn: 6,
    lang,
    title: words('就业失业形势月报', 'Monthly briefing'),
    subtitle: words('内蒙古自治区 2026年10月', 'Inner Mongolia, Oct 2026'),
    issuer: '',
    number: '',
    date: '',
    to: '',
    pages: [
      page('overall', words('总体研判', 'Overall'), null, [
        words('全区形势总体平稳，局部承压。', 'The region as a whole is steady, some parts are under strain.'),
        words('12个盟市中3个处于预警等级。', 'Three of 12 leagues and cities are at a warning level.'),
      ]),
      ...kinds.map((kind) =>
        page(kind, words('变化情况', 'Changes'), sampleExhibit(kind, 'ordinary', lang) as Exhibit, [
          words('乌海市新增申领人数同比增加12.3%。', 'New claims in Wuhai rose by 12.3% on the year.'),
        ]),
      ),
    ],
    removed: [],
    sourceLine: words('演示数据，数据截至2026年11月10日', 'Demonstration data, figures as of 10 Nov 2026'),
    basisLine: '',
    vintage: { asOf: null, knownOn: null, fingerprint: '' },
    demonstration: words('演示数据 · 非真实', 'Demonstration data · not real'),
    definitions: [],
    byHand: [],
  };
}
