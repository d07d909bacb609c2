import { assess, type Assessment } from '../assess';
import { parseDay } from '../base/period';
import type { Lang } from '../base/text';
import { atomXml } from '../briefing/alerts/atom';
import { capXml } from '../briefing/alerts/cap';
import { type AlertWorld, isSender, type Message } from '../briefing/alerts/message';
import { messageOf } from '../briefing/alerts/message-of';
import { lastKnownOn } from '../panel/build';
import { isDemonstration } from '../panel/panel';
import { calendarOf } from '../response/calendar/calendar';
import { defaultPlan } from '../response/load-plan';
import { emptyState } from '../response/trail/fold';
import { inbox } from '../response/warnings/build-inbox';
import { spellsOf } from '../response/warnings/find-spells';
import { BadData, type Call, type Verb, WrongCall } from './call';
import { say, writeOut } from './files';
import { lineOf, LIST_OPTIONS, loadPanels } from './load';
import { rulesOf } from './rules';

/** Warnings in force as an Atom feed, or one of them as a CAP message. */
export const alertsVerb: Verb = {
  name: 'alerts',
  usage:
    'alerts --panel P.csv --sender DOMAIN [--office NAME] [--region CODE] [--lang zh|en] [--exercise] [--demonstration] [--regions R.csv] [--indicators I.json] [--rules RULES.json] [--scheme S.json] [--as-of YYYY-MM-DD] [--out FILE]',
  what: 'Warnings in force for other systems: an Atom feed of Common Alerting Protocol messages, or one message.',
  options: {
    panel: { value: 'P.csv', what: 'figures in the canonical long form', required: true },
    sender: { value: 'DOMAIN', what: 'domain name or mail address that names the sender', required: true },
    office: { value: 'NAME', what: 'who sends, for people; default: the sender' },
    region: { value: 'CODE', what: 'the one message of this region instead of the feed' },
    lang: { value: 'zh|en', what: 'language of the feed; messages are in both; default: zh' },
    exercise: { value: '', what: 'an exercise on real figures: status Exercise', flag: true },
    demonstration: { value: '', what: 'the figures are invented: status Test, marked everywhere', flag: true },
    ...LIST_OPTIONS,
    regions: { value: 'R.csv', what: 'region table; default: the built-in one, else a flat list from the panel' },
    rules: { value: 'RULES.json', what: 'rule set, or rules and scheme; default: the built-in ones' },
    scheme: { value: 'S.json', what: 'scheme of levels; default: the built-in one' },
    'as-of': { value: 'YYYY-MM-DD', what: 'only what was known at the end of this day' },
    out: { value: 'FILE', what: 'where the result goes; default: standard output' },
  },
  files: 'none',
  async run({ options }) {
    const { sender = '', office = sender, region, lang = 'zh' } = options;
    const asOf = options['as-of'] === undefined ? null : parseDay(options['as-of']);
    if (options['as-of'] !== undefined && asOf === null) {
      throw new WrongCall(`--as-of ${options['as-of']}: a day as YYYY-MM-DD is expected`);
    }
    if (!isSender(sender)) throw new WrongCall(`--sender ${sender}: a domain name or a mail address is expected`);
    if (!['zh', 'en'].includes(lang)) throw new WrongCall(`--lang ${lang}: zh or en is expected`);
    const { ruleSet, scheme } = await rulesOf(options);
    const loaded = await loadPanels([options.panel!], options, { flat: true, open: false });
    const faults = loaded.issues.filter((i) => i.severity === 'fault').map(lineOf);
    if (loaded.taken === 0)
      throw new BadData(faults.length > 0 ? faults : [`${options.panel}: no figure could be taken`]);
    for (const fault of faults) say(fault);
    const assessment = assess(loaded.panels, { ruleSet, scheme }, asOf);
    const world = worldOf(assessment, sender, office, options);
    const messages = messagesOf(assessment, world);
    if (region === undefined) {
      await writeOut(options.out, [atomXml(messages, world, lang as Lang)]);
      return;
    }
    const one = messages.find((m) => m.warning.spell.regionCode === region);
    if (!one) throw new BadData([`${options.panel}: there is no warning in force in ${region}`]);
    await writeOut(options.out, [capXml(one, world)]);
  },
};

/** What the command line knows: figures and rules; what people did stands in a browser. */
function worldOf(
  { config, panel, asOf }: Assessment,
  sender: string,
  office: string,
  flags: Call['options'],
): AlertWorld {
  return {
    tree: panel.tree,
    catalogue: panel.catalogue,
    frequency: panel.frequency,
    weekEndsOn: panel.weekEndsOn,
    newest: panel.first + panel.count - 1,
    knownOn: asOf ?? lastKnownOn(panel),
    ruleSet: config.ruleSet,
    scheme: config.scheme,
    plan: defaultPlan(),
    sender,
    office: { zh: office, en: office },
    // Figures that say of themselves that they are invented are never actual, whatever the call says.
    demonstration: flags.demonstration !== undefined || isDemonstration(panel),
    exercise: flags.exercise !== undefined,
    nowMs: Date.now(),
    link: () => null,
  };
}

function messagesOf(assessment: Assessment, world: AlertWorld): Message[] {
  const { tree, frequency, plan, nowMs } = world;
  const rows = inbox(spellsOf(assessment), emptyState(), { tree, frequency, plan, calendar: calendarOf({}), nowMs });
  return rows.flatMap((warning) => messageOf(warning, world) ?? []);
}
