import { dayOfMoment } from '../../response/calendar/moment';
import type { BriefingDocument } from '../document';
import { addressee, trimEnd } from './parts-case';
import { acceptedOf } from './parts-measures';
import { figureTable } from './parts-warning';
import { CELLS } from './text';
import { paperOf, paragraph, table, together, type Writer } from './writer';

/** 解除通知: that the warning is over, which conditions were looked through, and what goes on. */
export function liftingOf(w: Writer): BriefingDocument {
  const { case: review, conditionNames } = w.facts;
  const { standDown } = review;
  // A warning is lifted at the level that it had, not at the one that it has fallen to.
  const level = highestLevel(w);
  const running = acceptedOf(w).filter((one) => !['done', 'stopped'].includes(one.course.at(-1)?.state ?? 'planned'));
  const conditions = standDown?.conditions ?? [];
  const count = (met: boolean | null): number => conditions.filter((one) => one.met === met).length;
  const answer = (met: boolean | null): string => CELLS[met === null ? 'unknown' : met ? 'yes' : 'no'][w.lang];
  return paperOf(w, {
    kind: 'lifting',
    level,
    to: addressee(w, 'responds'),
    copies: addressee(w, 'reportsTo'),
    blocks: [
      ...together(w, 'lifted', [
        w.sentence('lifted', {
          day: standDown ? w.day(dayOfMoment(standDown.at)) : w.day(w.facts.today),
          region: w.region,
          level: w.levels.full(level)[w.lang],
        }),
      ]),
      w.heading(1, 'conditions'),
      ...(conditions.length === 0
        ? paragraph('conditions', w.gap('conditions'))
        : [
            ...paragraph(
              'conditions',
              w.sentence('conditionsCount', {
                all: conditions.length,
                met: count(true),
                unmet: count(false),
                unknown: count(null),
              }),
            ),
            ...table(
              'conditions.table',
              CELLS.conditionsCaption[w.lang],
              [
                [CELLS.condition[w.lang], 42],
                [CELLS.met[w.lang], 18],
                [CELLS.evidence[w.lang], 40],
              ],
              conditions.map((one) => [conditionNames[one.id]?.[w.lang] ?? one.id, answer(one.met), one.figure || '—']),
            ),
          ]),
      ...paragraph(
        'reason',
        standDown && standDown.reason.trim() !== ''
          ? w.sentence('liftReason', { reason: trimEnd(standDown.reason) })
          : null,
      ),
      w.heading(1, 'figures'),
      ...figureTable(w),
      w.heading(1, 'after'),
      ...together(w, 'after', [
        running.length === 0
          ? w.sentence('noneRunning')
          : w.sentence('stillRunning', { measures: w.row(running.map((one) => w.measure(one.measure).name)) }),
        w.sentence('keepWatch'),
      ]),
    ],
  });
}

/** Of the spell where there is one, else at the opening. */
export function highestLevel({ facts }: Writer): number {
  return Math.max(facts.case.level, facts.spell?.top ?? 0);
}
