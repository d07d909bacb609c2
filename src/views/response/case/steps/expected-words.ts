import { type Lang, say } from '../../../../base/text';
import type { AssessmentView } from '../../../../platform/engine-api';
import type { ExpectedEffect } from '../../../../response/trail/act';
import { periodWords, figureWords } from '../names';
import { FOLLOW_TEXT } from './follow-text';

/** What is expected of a measure: which indicator is to be where, by when. */
export function expectedWords(
  { indicatorId, direction, target, by }: ExpectedEffect,
  view: Pick<AssessmentView, 'catalogue' | 'weekEndsOn'>,
  lang: Lang,
): string {
  const words =
    target === null
      ? direction === 'fall'
        ? 'expectedFall'
        : 'expectedRise'
      : direction === 'fall'
        ? 'expectedFallTo'
        : 'expectedRiseTo';
  return say(FOLLOW_TEXT[words], lang, {
    indicator: view.catalogue.byId.get(indicatorId)?.name[lang] ?? indicatorId,
    by: periodWords(by, lang, view.weekEndsOn),
    target: figureWords(target, indicatorId, view, lang),
  });
}
