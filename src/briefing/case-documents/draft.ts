import { defineText, type Lang, type Text } from '../../base/text';
import type { Case } from '../../response/case/case';
import type { DocumentKind } from '../../response/trail/act';
import type { BriefingDocument } from '../document';
import { afterActionOf } from './after-action';
import { assignmentOf } from './assignment';
import type { CaseFacts } from './facts';
import { liftingOf } from './lifting';
import { minutesOf } from './minutes';
import { noticeOf } from './notice';
import { reportOf } from './report';
import { type Writer, writerOf } from './writer';

const BUILDERS: Readonly<Record<DocumentKind, (w: Writer) => BriefingDocument>> = {
  notice: noticeOf,
  report: reportOf,
  minutes: minutesOf,
  assignment: assignmentOf,
  lifting: liftingOf,
  'after-action': afterActionOf,
};

/** A paper of the case, written from its facts; what is missing is said in it (gaps.ts). */
export function draftOf(kind: DocumentKind, facts: CaseFacts, lang: Lang): BriefingDocument {
  return BUILDERS[kind](writerOf(facts, lang));
}

const T = defineText({
  noConsultation: { zh: '尚无会商记录或部门意见', en: 'no meeting and no opinion on record yet' },
  noMeasure: { zh: '尚未决定采取的措施', en: 'no measure decided on yet' },
  notStoodDown: { zh: '尚未解除', en: 'the case has not stood down yet' },
});

/** Why a paper has nothing to say yet; null = it can be drafted. A draft is possible all the same, with its gaps. */
export function notYet(kind: DocumentKind, review: Case): Text | null {
  switch (kind) {
    case 'notice':
    case 'report':
      return null;
    case 'minutes':
      return review.meetings.length === 0 && review.opinions.size === 0 ? T.noConsultation : null;
    case 'assignment':
      return [...review.measures.values()].some((one) => one.accepted) ? null : T.noMeasure;
    case 'lifting':
    case 'after-action':
      return review.standDown ? null : T.notStoodDown;
  }
}
