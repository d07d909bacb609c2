import { formatPeriodWords, formatSpan } from '../../base/format';
import { INSUFFICIENT, levelNumeral } from '../../base/level';
import { type Lang, say } from '../../base/text';
import type { AssessmentView } from '../../platform/engine-api';
import type { Due, Warning } from '../../response/warnings/inbox';
import { STATE_TEXT, STEP_TEXT, TIME_TEXT, WARNINGS_TEXT } from './text';

const SIGNALS_SHOWN = 3;
const MOVES_SHOWN = 3;
const MINUTE_MS = 60_000;

export function regionName(view: AssessmentView, code: string, lang: Lang): string {
  const at = view.tree.indexOf.get(code);
  return at === undefined ? code : view.tree.regions[at]!.name[lang];
}

/** Name of the area above, for places where counties of many leagues stand together; empty at the top. */
export function parentName(view: AssessmentView, code: string, lang: Lang): string {
  const at = view.tree.indexOf.get(code);
  const parent = at === undefined ? -1 : view.tree.regions[at]!.parent;
  // Below the top everything lies within it: to say so again helps nobody.
  return parent < 0 || view.tree.regions[parent]!.parent < 0 ? '' : view.tree.regions[parent]!.name[lang];
}

export function stateWords(warning: Warning, lang: Lang): string {
  return STATE_TEXT[warning.state][lang];
}

/** `2026年3月`, of what has ended `2026年3月—2026年6月`. */
export function sinceWords({ spell }: Warning, view: AssessmentView, lang: Lang): string {
  const words = (period: number): string => formatPeriodWords(view.frequency, period, lang, view.weekEndsOn);
  const since = words(spell.since);
  if (spell.until === null || spell.until === spell.since) return since;
  return say(WARNINGS_TEXT.until, lang, { since, until: words(spell.until) });
}

/** How long it has lasted, in periods, the first and the last one included. */
export function durationWords({ spell }: Warning, view: AssessmentView, lang: Lang): string {
  const last = spell.until ?? view.first + view.count - 1;
  return formatSpan(view.frequency, Math.max(1, last - spell.since + 1), lang);
}

export interface PathStep {
  readonly level: number;
  /** Numeral; a word for what is pending or cannot be told. */
  readonly word: string;
}

/**
 * The levels of a spell in order, Ⅳ → Ⅲ → Ⅱ; of a long course the newest. Nearly all begin pending: that is only said
 * of those that never were more.
 */
export function pathOf({ spell }: Warning, lang: Lang): readonly PathStep[] {
  const levels = spell.moves.map((m) => m.level);
  const graded = levels.slice(
    Math.max(
      0,
      levels.findIndex((level) => level !== 0),
    ),
  );
  const steps = graded.slice(-MOVES_SHOWN).map((level) => ({ level, word: stepWord(level, lang) }));
  return graded.length <= MOVES_SHOWN ? steps : [{ level: -1, word: '…' }, ...steps];
}

function stepWord(level: number, lang: Lang): string {
  return level === INSUFFICIENT ? levelNumeral(level) : shortGrade(level, lang);
}

/** The grade in a few characters: `Ⅱ`, `待确认`. */
export function shortGrade(level: number, lang: Lang): string {
  if (level === INSUFFICIENT) return WARNINGS_TEXT.insufficient[lang];
  return level === 0 ? WARNINGS_TEXT.pending[lang] : levelNumeral(level);
}

/** Indicators behind a warning with their numeral, worst first; of one indicator the worst alone. */
export function signalWords({ spell }: Warning, view: AssessmentView, lang: Lang, most = SIGNALS_SHOWN): string {
  const names = new Map<string, string>();
  for (const signal of spell.signals) {
    if (names.has(signal.indicatorId)) continue;
    const name = view.catalogue.byId.get(signal.indicatorId)?.short[lang] ?? signal.indicatorId;
    const numeral = signal.level === 0 || signal.level === INSUFFICIENT ? '' : `\u00a0${levelNumeral(signal.level)}`;
    names.set(signal.indicatorId, name + numeral);
  }
  const all = [...names.values()];
  if (all.length === 0) return WARNINGS_TEXT[spell.byDiffusion ? 'fromParts' : 'noSignals'][lang];
  const listed = all.slice(0, most).join(lang === 'zh' ? '、' : ', ');
  if (all.length <= most) return listed;
  const more = say(WARNINGS_TEXT.more, lang, { count: all.length });
  return lang === 'zh' ? listed + more : `${listed}, … (${more})`;
}

export function stepWords(due: Due, lang: Lang): string {
  return STEP_TEXT[due.step][lang];
}

/** `逾期 2天4小时` · `剩 3小时12分`. */
export function timeWords(due: Due, nowMs: number, lang: Lang): string {
  const left = due.at - nowMs;
  const key = left < 0 || due.urgency === 'overdue' ? 'over' : 'left';
  return say(TIME_TEXT[key], lang, { span: spanWords(Math.abs(left), lang) });
}

/** Minutes count when it is hours, hours when it is days; from five days on the days are enough. */
export function spanWords(ms: number, lang: Lang): string {
  const minutes = Math.floor(ms / MINUTE_MS);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days >= 5) return say(TIME_TEXT.days, lang, { days });
  if (days >= 1) {
    const rest = hours % 24;
    return rest === 0 ? say(TIME_TEXT.days, lang, { days }) : say(TIME_TEXT.daysHours, lang, { days, hours: rest });
  }
  if (hours >= 1) {
    const rest = minutes % 60;
    return rest === 0
      ? say(TIME_TEXT.hours, lang, { hours })
      : say(TIME_TEXT.hoursMinutes, lang, { hours, minutes: rest });
  }
  return say(TIME_TEXT.minutes, lang, { minutes });
}
