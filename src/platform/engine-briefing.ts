import type { Assessment } from '../assess';
import { defaultCatalogue } from '../base/catalogue';
import { formatPeriod } from '../base/period';
import { defineText, type Lang } from '../base/text';
import type { Briefing, Page } from '../briefing/briefing';
import { EXHIBIT_BUILDERS } from '../briefing/exhibits/build';
import { collectFacts } from '../briefing/facts/collect';
import { earlierDay } from '../briefing/facts/earlier-day';
import type { BriefingFacts } from '../briefing/facts/facts';
import { knownOf } from '../briefing/facts/known';
import { makeBriefing } from '../briefing/make-briefing';
import type { Panels } from '../panel/panel';
import { defaultPlan, loadPlan } from '../response/load-plan';
import type { Plan } from '../response/plan';
import { assessInSlices } from './assess-in-slices';
import type { CallOptions } from './engine-api';
import type { BriefingQuery, ChartQuery } from './engine-briefing-api';
import { TroubleError } from './trouble';

const T = defineText({
  noPeriod: { zh: '现有数据中没有这一时期', en: 'The data does not have this period' },
  noRegion: { zh: '现有数据中没有这个地区', en: 'The data does not have this region' },
  todo: { zh: '请另选时期或地区', en: 'Choose another period or region' },
});

/** The facts that were collected last: another language, kind or act on the trail takes nothing else from the figures. */
const last = new WeakMap<Assessment, { readonly key: string; readonly facts: BriefingFacts }>();

/**
 * The briefing on the present assessment. What was learnt since the briefing before it is found by assessing the figures
 * as they were known on the day of that one (`earlierDay`), by the same rules.
 */
export async function briefing(
  panels: Panels,
  assessment: Assessment,
  { ask, lang, office, plan, response, charts = [] }: BriefingQuery,
  options: CallOptions,
): Promise<Briefing> {
  refuse(assessment, ask);
  const key = JSON.stringify([ask.period, ask.regionCode, plan]);
  let kept = last.get(assessment);
  if (kept?.key !== key) {
    const day = earlierDay(assessment, ask.period);
    const earlier = day === null ? null : await assessInSlices(panels, assessment.config, day, options);
    const before = earlier && { ...knownOf(earlier), day: day! };
    kept = {
      key,
      facts: collectFacts({ ...knownOf(assessment), before, plan: planOf(plan), response: null }, ask),
    };
    last.set(assessment, kept);
  }
  const facts = { ...kept.facts, ask, response };
  const made = makeBriefing(facts, lang, office);
  return { ...made, pages: [...made.pages, ...charts.flatMap((chart) => chartPage(facts, chart, lang))] };
}

/** A page of a hand's own with its chart; none where the figures cannot carry it. */
function chartPage(facts: BriefingFacts, { page, kind, about }: ChartQuery, lang: Lang): readonly Page[] {
  const exhibit = EXHIBIT_BUILDERS[kind](facts, lang, about ?? undefined);
  if (!exhibit) return [];
  const own = { sentences: [], notes: '', notesByHand: true, headingByHand: true } as const;
  return [{ id: page, heading: exhibit.title, exhibit, ...own }];
}

/** A draft of other figures may ask for what is not there. */
function refuse({ panel }: Assessment, { period, regionCode }: BriefingQuery['ask']): void {
  if (period < panel.first || period >= panel.first + panel.count) {
    const where = formatPeriod(panel.frequency, period, panel.weekEndsOn);
    throw new TroubleError({ what: T.noPeriod, where, todo: T.todo });
  }
  if (regionCode !== null && !panel.tree.indexOf.has(regionCode)) {
    throw new TroubleError({ what: T.noRegion, where: regionCode, todo: T.todo });
  }
}

/** The page has passed it through the same gate already: a faulty one is a bug. */
function planOf(json: unknown): Plan {
  if (json === null) return defaultPlan();
  const { value, faults } = loadPlan(json, defaultCatalogue());
  if (!value) throw new Error(`plan: ${faults.map((f) => `${f.path}: ${f.expected}`).join('; ')}`);
  return value;
}
