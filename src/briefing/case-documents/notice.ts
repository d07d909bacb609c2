import type { BriefingDocument } from '../document';
import { addressee, dutyBody, stepsSentence, withinOf } from './parts-case';
import { figureTable, levelBlocks, levelOfPaper, signalBlocks } from './parts-warning';
import { paperOf, paragraph, together, type Writer } from './writer';

/** 预警通知: to those who respond at the level: what the warning is, and what it demands of them by when. */
export function noticeOf(w: Writer): BriefingDocument {
  const { plan, duty } = w.facts;
  const responds = dutyBody(w, 'responds') ?? w.gap('addressee');
  const reportsTo = dutyBody(w, 'reportsTo') ?? w.gap('addressee');
  const reviews = dutyBody(w, 'reviews') ?? w.gap('addressee');
  const signals = signalBlocks(w);
  return paperOf(w, {
    kind: 'notice',
    level: levelOfPaper(w),
    to: addressee(w, 'responds'),
    copies: addressee(w, 'reportsTo'),
    blocks: [
      ...paragraph(
        'basis',
        w.sentence('basis', {
          document: plan.document[w.lang],
          clause: w.clause(duty?.clause ?? '6.4'),
          plan: plan.name[w.lang],
          version: plan.version,
          region: w.region,
        }),
      ),
      w.heading(1, 'warning'),
      w.heading(2, 'level'),
      ...levelBlocks(w),
      ...(signals.length > 0 ? [w.heading(2, 'signals'), ...signals] : []),
      w.heading(2, 'figures'),
      ...figureTable(w),
      w.heading(1, 'response'),
      ...together(w, 'response.duty', [w.sentence('responds', { responds, reviews }), stepsSentence(w)]),
      w.heading(1, 'reporting'),
      ...paragraph(
        'reporting',
        w.sentence(duty?.mustReport ? 'mustReport' : 'mayReport', {
          clause: w.clause(duty?.clause ?? '6.4'),
          reportsTo,
          within: withinOf(w, 'report'),
        }),
      ),
      w.heading(1, 'contact'),
      ...paragraph(
        'contact',
        w.sentence('contact', { person: w.facts.office?.name || w.gap('person'), phone: w.gap('phone') }),
      ),
      ...paragraph('close', w.sentence('closeNotice') || null),
    ],
  });
}
