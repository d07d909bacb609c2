import { formatPeriod } from '../base/period';
import type { Lang } from '../base/text';
import { pageAddress } from '../platform/config';
import type { AssessmentView } from '../platform/engine-api';
import { formatPlace, type Place } from './place-address';
import type { SourceKind } from './session-state';
import { periodOf } from './view-select';

/**
 * The place with all that decides what it shows: also what the address leaves to the moment (the newest period, all that
 * is known, the rules in force). Whoever opens it later sees the same, and not what has come in since. `auto` looks stay
 * the reader's own.
 */
export function exactPlace(place: Place, view: AssessmentView, lang: Lang): Place {
  const { frequency, weekEndsOn, asOf, lastKnownOn, rules } = view;
  return {
    ...place,
    lang,
    period: formatPeriod(frequency, periodOf(view, place.period), weekEndsOn),
    // With what came in until the last day on which anything did, the result is that of today, to the byte.
    asof: asOf ?? lastKnownOn,
    rules: rules.id,
    theme: null,
  };
}

/** Full address of a place, for other people's browsers. */
export function addressOf(place: Place): string {
  const { path, search } = formatPlace(place);
  return `${pageAddress().replace(/[?#].*$/, '')}?${search}#${path}`;
}

/** What a link cannot carry: it stands in this browser alone. */
export type LinkLack = 'files' | 'feed' | 'rules' | 'undated' | 'acts';

export function lacksOf(view: AssessmentView, source: SourceKind): readonly LinkLack[] {
  const lacks: LinkLack[] = [];
  if (source === 'files') lacks.push('files');
  if (source === 'http-feed') lacks.push('feed');
  if (!view.rules.builtIn) lacks.push('rules');
  if (view.asOf === null && view.lastKnownOn === null) lacks.push('undated');
  lacks.push('acts');
  return lacks;
}
