import type { BriefingDocument } from '../document';
import { trimEnd, withinOf } from './parts-case';
import { acceptedOf, measureTable, partnerBlocks } from './parts-measures';
import { levelOfPaper } from './parts-warning';
import { eachParagraph, paperOf, paragraph, together, type Writer } from './writer';

/** 措施任务分解表: which department leads what until when, and how its effect will be seen. To those who lead. */
export function assignmentOf(w: Writer): BriefingDocument {
  const accepted = acceptedOf(w);
  const leads = [...new Set(accepted.map((one) => w.department(one.owner)))];
  const decisions = accepted.filter((one) => one.decision.trim() !== '');
  return paperOf(w, {
    kind: 'assignment',
    level: levelOfPaper(w),
    to: w.or(w.row(leads), 'addressee'),
    blocks: [
      ...paragraph('lead', w.sentence('assignLead', { region: w.region, n: accepted.length })),
      w.heading(1, 'tasks'),
      ...(accepted.length > 0
        ? measureTable(w, 'measures.table', 'progress')
        : paragraph('measures.none', w.gap('measures'))),
      ...eachParagraph(
        'decisions',
        decisions.map((one) =>
          w.sentence('decisionOf', { name: w.measure(one.measure).name, decision: trimEnd(one.decision) }),
        ),
      ),
      w.heading(1, 'requirements'),
      ...together(w, 'duty', [
        w.sentence('assignDuty'),
        w.sentence('firstFollow', { within: withinOf(w, 'followUp') }),
      ]),
      ...partnerBlocks(w),
    ],
  });
}
