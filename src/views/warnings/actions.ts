import { levelWords } from '../../levels/level-names';
import { type Day, formatDay, formatPeriod, parseDay } from '../../base/period';
import type { WarningLevel } from '../../base/level';
import { type Lang, say } from '../../base/text';
import type { AssessmentView } from '../../platform/engine-api';
import type { Act, SilenceScope, WarningSeen } from '../../response/trail/act';
import type { ResponseState } from '../../response/state';
import type { Warning } from '../../response/warnings/inbox';
import { SILENCE_UP_TO } from '../../response/trail/machine';
import { countedLevel } from '../../response/warnings/warning-states';
import { ACTION_TEXT } from './act-text';
import { regionName } from './words';

/** What people can do about a warning, in the order of its course. */
export const ACTIONS = [
  'acknowledge',
  'verify',
  'review',
  'dismiss',
  'note',
  'silence',
  'reopen',
  'close',
  'undo',
] as const;
export type ActionId = (typeof ACTIONS)[number];

/** What is filled in for an act; each action reads its own part. */
export interface ActForm {
  /** Note or reason. */
  readonly words: string;
  /** Of a review. */
  readonly title: string;
  /** Of a silence: until when (`YYYY-MM-DD`), what it covers. */
  readonly until: string;
  readonly below: boolean;
  /** On these signals alone, or on whatever there may be. */
  readonly these: boolean;
  readonly upTo: WarningLevel;
}

interface Action {
  /** Must something be written? */
  readonly words: 'optional' | 'needed';
  /** Can it be done for many warnings at once? */
  readonly bulk: boolean;
  readonly asks: readonly ('title' | 'silence')[];
}

export const ACTION_RULES: Readonly<Record<ActionId, Action>> = {
  acknowledge: { words: 'optional', bulk: true, asks: [] },
  verify: { words: 'optional', bulk: false, asks: [] },
  review: { words: 'needed', bulk: false, asks: ['title'] },
  dismiss: { words: 'needed', bulk: false, asks: [] },
  note: { words: 'needed', bulk: false, asks: [] },
  silence: { words: 'needed', bulk: true, asks: ['silence'] },
  reopen: { words: 'needed', bulk: false, asks: [] },
  close: { words: 'needed', bulk: false, asks: [] },
  undo: { words: 'needed', bulk: false, asks: [] },
};

/** A warning as it stands on the screen; of one whose figures no longer suffice, the last level that could be told. */
export function seenOf(warning: Warning, view: AssessmentView): WarningSeen {
  const { spell } = warning;
  const period = spell.until ?? view.first + view.count - 1;
  return {
    warning: warning.id,
    level: countedLevel(spell),
    period: formatPeriod(view.frequency, period, view.weekEndsOn),
  };
}

function silenceScope(warning: Warning, form: ActForm): SilenceScope {
  const indicators = [...new Set(warning.spell.signals.map((s) => s.indicatorId))];
  return {
    regionCode: warning.spell.regionCode,
    below: form.below,
    indicators: form.these ? indicators : [],
    upTo: form.upTo,
  };
}

/** What an act is made from, beside the warning and the form. */
export interface ActGround {
  readonly view: AssessmentView;
  readonly state: ResponseState;
  /** An id for what has none yet (a silence, a review). */
  readonly newId: () => string;
}

/** Line of the trail of the last act on a warning that still counts, its silence included; null = there is none. */
function lastActOn({ id, silence }: Warning, { past }: ResponseState): number | null {
  const onIt = [past.get(`warnings:${id}`), silence ? past.get(`silences:${silence.id}`) : undefined];
  const last = Math.max(...onIt.map((one) => one?.seq ?? 0));
  return last > 0 ? last : null;
}

/** The act for a form that was filled in; null where there is nothing to take back. */
export function actFor(id: ActionId, warning: Warning, form: ActForm, ground: ActGround): Act | null {
  const { view, state, newId } = ground;
  const seen = seenOf(warning, view);
  const words = form.words.trim();
  switch (id) {
    case 'acknowledge':
      return { kind: 'acknowledge', ...seen, note: words };
    case 'verify':
      return { kind: 'verify-warning', ...seen, note: words };
    case 'dismiss':
      return { kind: 'dismiss', ...seen, reason: words };
    case 'reopen':
      return { kind: 'reopen', ...seen, reason: words };
    case 'close':
      return { kind: 'close-warning', ...seen, reason: words };
    case 'note':
      return { kind: 'note', ...seen, note: words };
    case 'silence':
      return {
        kind: 'silence',
        id: newId(),
        scope: silenceScope(warning, form),
        until: parseDay(form.until) ?? 0,
        reason: words,
      };
    case 'review':
      return {
        kind: 'open-case',
        case: newId(),
        warning: warning.id,
        regionCode: warning.spell.regionCode,
        level: Math.max(1, seen.level) as WarningLevel,
        period: seen.period,
        title: form.title.trim(),
        reason: words,
      };
    case 'undo': {
      const seq = lastActOn(warning, state);
      return seq === null ? null : { kind: 'undo', seq, reason: words };
    }
  }
}

const SILENCE_DAYS_AT_FIRST = 14;

/** The untouched form. A silence covers what stands now and no higher; its time is ours, and can be changed. */
export function emptyForm(warning: Warning, view: AssessmentView, today: Day, lang: Lang): ActForm {
  const { level } = seenOf(warning, view);
  return {
    words: '',
    title: reviewTitle(warning, view, lang),
    until: formatDay(today + SILENCE_DAYS_AT_FIRST),
    below: false,
    these: false,
    upTo: Math.min(Math.max(level, 1), SILENCE_UP_TO) as WarningLevel,
  };
}

function reviewTitle(warning: Warning, view: AssessmentView, lang: Lang): string {
  const { level } = seenOf(warning, view);
  const region = regionName(view, warning.spell.regionCode, lang);
  const words = levelWords(view.scheme.names ?? null).full(Math.max(1, level))[lang];
  return say(ACTION_TEXT.reviewTitle, lang, { region, level: words });
}
