import { extname } from 'node:path';
import { assess, type Config } from '../assess';
import { type Day, lastDayOf, parseDay } from '../base/period';
import { BRIEFING_KINDS } from '../briefing/briefing';
import { collectFacts } from '../briefing/facts/collect';
import { earlierDay } from '../briefing/facts/earlier-day';
import type { BriefingFacts } from '../briefing/facts/facts';
import { knownOf } from '../briefing/facts/known';
import { makeBriefing } from '../briefing/make-briefing';
import { type MapOutline, parseOutline } from '../base/map-outline';
import type { Panels } from '../panel/panel';
import { defaultPlan } from '../response/load-plan';
import { askOf, kindOf, langOf } from './brief-options';
import { BRIEF_FORMATS, type BriefFormat, writerOf } from './brief-writers';
import { BadData, type Verb, WrongCall } from './call';
import { readJson, say, writeBytes } from './files';
import { lineOf, LIST_OPTIONS, loadPanels } from './load';
import { rulesOf } from './rules';

/** A briefing to leadership, straight from a panel. */
export const briefVerb: Verb = {
  name: 'brief',
  usage: `brief --panel P.csv [--regions R.csv] [--indicators I.json] [--rules RULES.json] [--scheme S.json] [--as-of YYYY-MM-DD] [--kind ${BRIEFING_KINDS.join('|')}] [--period P] [--region CODE] [--since P] [--lang zh|en] [--office NAME] [--map MAP.json] --out FILE.(${BRIEF_FORMATS.join('|')})`,
  what: 'Writes a briefing to leadership: overall judgement, what changed, risks, outlook, charts. The same figures and rules give the same bytes: a file says of itself that it was made on the day of its figures, never today.',
  options: {
    panel: { value: 'P.csv', what: 'figures in the canonical long form', required: true },
    ...LIST_OPTIONS,
    regions: { value: 'R.csv', what: 'region table; default: the built-in one, else a flat list from the panel' },
    rules: {
      value: 'RULES.json',
      what: 'rule set, or rules and scheme as the rules screen exports them; default: the built-in ones',
    },
    scheme: { value: 'S.json', what: 'scheme of levels; default: the built-in one' },
    'as-of': { value: 'YYYY-MM-DD', what: 'only what was known at the end of this day' },
    kind: { value: 'KIND', what: `one of ${BRIEFING_KINDS.join(', ')}; default: monthly; special is about one region` },
    period: { value: 'P', what: 'last period reported on; default: the last one in which most regions have a level' },
    region: { value: 'CODE', what: 'about this region and those below it; default: all' },
    since: { value: 'P', what: 'first period of the episode that a special report follows' },
    lang: { value: 'zh|en', what: 'language; default: zh' },
    map: {
      value: 'MAP.json',
      what: 'outlines of the regions (GeoJSON) for the map in an HTML or PPTX file; default: tiles',
    },
    office: { value: 'NAME', what: 'the office that issues it' },
    out: {
      value: 'FILE',
      what: `where it goes; the end of its name says the form: .${BRIEF_FORMATS.join(', .')}`,
      required: true,
    },
  },
  files: 'none',
  async run({ options }) {
    const format = formatOf(options.out!);
    const lang = langOf(options);
    kindOf(options);
    const asOf = options['as-of'] === undefined ? null : parseDay(options['as-of']);
    if (options['as-of'] !== undefined && asOf === null) {
      throw new WrongCall(`--as-of ${options['as-of']}: a day as YYYY-MM-DD is expected`);
    }
    const outline = await outlineOf(options.map, format);
    const config = await rulesOf(options);
    const loaded = await loadPanels([options.panel!], options, { flat: true, open: false });
    const faults = loaded.issues.filter((i) => i.severity === 'fault');
    if (loaded.taken === 0) {
      throw new BadData(faults.length > 0 ? faults.map(lineOf) : [`${options.panel}: no figure could be taken`]);
    }
    for (const fault of faults) say(lineOf(fault));
    const facts = factsOf(loaded.panels, config, asOf, options);
    const briefing = makeBriefing(facts, lang, options.office ?? '');
    await writeBytes(options.out!, await writerOf(format)(briefing, stampOf(facts), outline));
  },
};

function formatOf(path: string): BriefFormat {
  const end = extname(path).slice(1).toLowerCase();
  const format = BRIEF_FORMATS.find((f) => f === end);
  if (!format) throw new WrongCall(`--out ${path}: a name that ends in .${BRIEF_FORMATS.join(', .')} is expected`);
  return format;
}

async function outlineOf(path: string | undefined, format: BriefFormat): Promise<MapOutline | null> {
  if (path === undefined) return null;
  if (format !== 'html' && format !== 'pptx')
    throw new WrongCall('--map belongs to a file that ends in .html or .pptx');
  const outline = parseOutline(await readJson(path));
  if (!outline) throw new BadData([`${path}: no outline of a region (GeoJSON features with a code)`]);
  return outline;
}

/** The response is not told: what people did is in the trail of a browser. */
function factsOf(
  panels: Panels,
  config: Config,
  asOf: Day | null,
  options: Readonly<Record<string, string>>,
): BriefingFacts {
  const assessed = assess(panels, config, asOf);
  const { panel, levels } = assessed;
  if (panel.count === 0) throw new BadData([`--as-of ${options['as-of']}: no period had ended by then`]);
  if (panel.frequency !== config.ruleSet.frequency) {
    say(
      `the rule set grades figures by ${config.ruleSet.frequency}, the panel has them by ${panel.frequency}: nothing is graded`,
    );
  }
  const ask = askOf(options, panel, levels.level);
  const day = earlierDay(assessed, ask.period);
  const before = day === null ? null : { ...knownOf(assess(panels, config, day)), day };
  return collectFacts({ ...knownOf(assessed), before, plan: defaultPlan(), response: null }, ask);
}

const DAY_MS = 86_400_000;

/** When the file says it was made: the day of knowledge, else that of the newest figure, else the end of the period. */
function stampOf({ asOf, knownOn, frequency, period, weekEndsOn }: BriefingFacts): number {
  return (asOf ?? knownOn ?? lastDayOf(frequency, period, weekEndsOn)) * DAY_MS;
}
