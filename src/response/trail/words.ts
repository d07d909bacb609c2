import { formatDayWords, formatList, formatNumber, formatPeriodWords } from '../../base/format';
import { levelName } from '../../base/level';
import { type Day, parsePeriod } from '../../base/period';
import { type Lang, sayBoth, type Text } from '../../base/text';
import { formatMoment } from '../calendar/moment';
import type { ActKind, ActOf, FigureSeen, WarningSeen } from './act';
import { regionOfWarning } from './change';
import { stageOf } from './changes-case';
import { DEED_PARTS as PARTS, DEEDS } from './deed-text';
import type { Entry } from './entry';
import { DOCUMENT_NAMES, MEASURE_STATE_NAMES, STAGE_NAMES, STANCE_NAMES } from './text';

/** Names of what acts point at; each falls back to its own choice of words for what it does not know. */
export interface ActNames {
  region(code: string): Text;
  indicator(id: string): Text;
  measure(id: string): Text;
  department(id: string): Text;
  /** Of a case, to stand before acts on it; without it the reader is on the case's own page. */
  review?(id: string): Text;
  /** Of an item of the checklist that is no figure. */
  item?(id: string): Text;
}

/** What an entry says was done, in one sentence with its reason; who did it and when stand beside it. */
export function describeAct({ act }: Pick<Entry, 'act'>, names: ActNames): Text {
  const params = (PARAMS[act.kind] as (act: unknown, names: ActNames) => Params)(act, names);
  const deed = sayBoth(DEEDS[act.kind], params);
  const said = 'reason' in act && act.reason.trim() !== '' ? sayBoth(PARTS.reason, { deed, words: act.reason }) : deed;
  const noted = act.kind === 'note' ? sayBoth(PARTS.saying, { deed, words: act.note }) : said;
  if (!names.review || !('case' in act) || act.kind === 'open-case') return noted;
  return sayBoth(PARTS.inReview, { review: names.review(act.case), deed: noted });
}

type Params = Readonly<Record<string, string | number | Text>>;

/** What fills the sentence of each kind. */
const PARAMS: { readonly [K in ActKind]: (act: ActOf<K>, names: ActNames) => Params } = {
  acknowledge: onWarning,
  'verify-warning': onWarning,
  dismiss: onWarning,
  reopen: onWarning,
  'close-warning': onWarning,
  note: onWarning,
  silence: ({ scope, until }, { region, indicator }) => ({
    area: scope.below ? sayBoth(PARTS.below, { region: region(scope.regionCode) }) : region(scope.regionCode),
    indicators:
      scope.indicators.length === 0
        ? { zh: '', en: '' }
        : sayBoth(PARTS.indicators, { indicators: inRow(scope.indicators.map(indicator)) }),
    level: levelName(scope.upTo),
    until: dayWords(until),
  }),
  unsilence: () => ({}),
  'open-case': ({ regionCode, title, level, period }, { region }) => ({
    region: region(regionCode),
    title,
    level: levelName(level),
    period: speltPeriodWords(period),
  }),
  'check-figure': ({ item, figure, result }, names) => ({
    item: figure
      ? figureWords(figure, names)
      : names.item
        ? sayBoth(PARTS.question, { question: names.item(item) })
        : { zh: '', en: '' },
    result: PARTS[result],
  }),
  'assess-case': ({ assessment: { persons } }) => ({
    persons: persons === null ? PARTS.personsUnknown : sayBoth(PARTS.persons, { n: formatNumber(persons) }),
  }),
  'give-opinion': (act, { department }) => ({
    department: department(act.department),
    stance: STANCE_NAMES[act.stance],
  }),
  'hold-meeting': ({ on }) => ({ on: dayWords(on) }),
  'accept-measure': ({ measure, owner, due }, names) => ({
    measure: names.measure(measure),
    department: names.department(owner),
    due: dayWords(due),
  }),
  'reject-measure': ({ measure }, names) => ({ measure: names.measure(measure) }),
  'send-report': ({ to, stage, sentAt, channel }) => ({
    to,
    channel,
    stage: PARTS[stage],
    sentAt: { zh: formatMoment(sentAt, 'zh'), en: formatMoment(sentAt, 'en') },
  }),
  'follow-measure': ({ measure, state }, names) => ({
    measure: names.measure(measure),
    state: MEASURE_STATE_NAMES[state],
  }),
  'stand-down': ({ conditions }) => ({
    met: conditions.filter((condition) => condition.met === true).length,
    all: conditions.length,
  }),
  'after-action': () => ({}),
  'advance-case': ({ to }) => {
    const stage = stageOf(to);
    return { stage: stage ? STAGE_NAMES[stage] : to };
  },
  'save-document': (act) => ({ document: DOCUMENT_NAMES[act.document], lang: PARTS[act.lang] }),
  'set-calendar': ({ days }) => ({ n: Object.keys(days).length }),
  'adopt-plan': ({ plan, from }) => ({ version: versionWords(plan), from: dayWords(from) }),
  'review-plan': ({ version }) => ({ version }),
  'recognise-household': ({ household, regionCode, on }, { region }) => ({
    household,
    region: region(regionCode),
    on: dayWords(on),
  }),
  'settle-household': ({ household, on }) => ({ household, on: dayWords(on) }),
  undo: ({ seq }) => ({ seq }),
};

function onWarning({ warning, level, period }: WarningSeen, { region }: ActNames): Params {
  return {
    warning: sayBoth(PARTS.warning, {
      region: region(regionOfWarning(warning)),
      level: level === 0 ? PARTS.pending : levelName(level),
      period: speltPeriodWords(period),
    }),
  };
}

function figureWords({ indicatorId, regionCode, period }: FigureSeen, { indicator, region }: ActNames): Text {
  return sayBoth(PARTS.figureOf, {
    indicator: indicator(indicatorId),
    region: region(regionCode),
    period: speltPeriodWords(period),
  });
}

function versionWords(plan: unknown): Text {
  const version = typeof plan === 'object' && plan !== null && 'version' in plan ? plan.version : null;
  return typeof version === 'string' ? sayBoth(PARTS.version, { version }) : { zh: '', en: '' };
}

function dayWords(day: Day): Text {
  return { zh: formatDayWords(day, 'zh'), en: formatDayWords(day, 'en') };
}

/** A spelt period in words; as it stands where it is none. */
export function speltPeriodWords(spelt: string): Text {
  const parsed = parsePeriod(spelt);
  if (!parsed) return { zh: spelt, en: spelt };
  const { frequency, period, weekEndsOn } = parsed;
  return {
    zh: formatPeriodWords(frequency, period, 'zh', weekEndsOn),
    en: formatPeriodWords(frequency, period, 'en', weekEndsOn),
  };
}

function inRow(words: readonly Text[]): Text {
  const row = (lang: Lang): string =>
    formatList(
      words.map((w) => w[lang]),
      lang,
    );
  return { zh: row('zh'), en: row('en') };
}
