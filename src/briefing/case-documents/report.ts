import type { BriefingDocument } from '../document';
import { assessmentBlocks, checkBlocks, doneBlocks, addressee } from './parts-case';
import { acceptedOf, measureTable, partnerBlocks } from './parts-measures';
import { figureSentences, levelBlocks, levelOfPaper, signalBlocks } from './parts-warning';
import { paperOf, paragraph, type Writer } from './writer';

/** 情况报告: upward by procedure: the risk, whether its figures hold, whom it hits, what was done and what is asked for. */
export function reportOf(w: Writer): BriefingDocument {
  const { plan } = w.facts;
  const signals = signalBlocks(w);
  return paperOf(w, {
    kind: 'report',
    level: levelOfPaper(w),
    to: addressee(w, 'reportsTo'),
    blocks: [
      ...paragraph(
        'basis',
        w.sentence('reportBasis', { plan: plan.name[w.lang], version: plan.version, region: w.region }),
      ),
      w.heading(1, 'risk'),
      w.heading(2, 'level'),
      ...levelBlocks(w),
      ...(signals.length > 0 ? [w.heading(2, 'signals'), ...signals] : []),
      w.heading(2, 'figures'),
      ...figureSentences(w),
      w.heading(2, 'verification'),
      ...checkBlocks(w),
      w.heading(1, 'assessment'),
      ...assessmentBlocks(w),
      w.heading(1, 'done'),
      ...doneBlocks(w),
      w.heading(1, 'measures'),
      ...(acceptedOf(w).length > 0
        ? measureTable(w, 'measures.table', 'none')
        : paragraph('measures.none', w.gap('measures'))),
      ...partnerBlocks(w),
      w.heading(1, 'request'),
      ...paragraph('request', w.sentence('request', { what: w.gap('request') })),
      ...paragraph('close', w.sentence('closeReport') || null),
    ],
  });
}
