import { dayOfMoment } from '../../response/calendar/moment';
import type { BriefingDocument } from '../document';
import { assessmentBlocks, addressee, trimEnd } from './parts-case';
import { acceptedOf, effectWords, progressWords, rejectedBlocks } from './parts-measures';
import { highestLevel } from './lifting';
import { movesSentence } from './parts-warning';
import { CELLS } from './text';
import { eachParagraph, paperOf, paragraph, table, tight, together, type Writer } from './writer';

/** 评估总结: the course of events, expected and actual, what measures brought, which rules to reconsider. */
export function afterActionOf(w: Writer): BriefingDocument {
  const { case: review, timeline } = w.facts;
  const level = highestLevel(w);
  const found = review.afterAction;
  const written = (
    text: string | undefined,
    id: string,
    gap: 'summary' | 'predicted' | 'actual' | 'thresholds' | 'lessons',
  ) =>
    eachParagraph(
      id,
      w
        .or(text ?? '', gap)
        .split('\n')
        .filter((line) => line.trim() !== ''),
    );
  return paperOf(w, {
    kind: 'after-action',
    level,
    to: addressee(w, 'reportsTo'),
    blocks: [
      w.heading(1, 'basics'),
      ...together(w, 'basics', [
        w.sentence('levelOpened', {
          day: w.day(dayOfMoment(review.opened.at)),
          period: w.spelt(review.period),
          level: w.levels.full(review.level)[w.lang],
        }),
        w.sentence('opens', { reason: w.or(trimEnd(review.reason), 'reason') }),
        w.sentence('top', { level: w.levels.full(level)[w.lang] }),
        movesSentence(w),
      ]),
      ...written(found?.summary, 'summary', 'summary'),
      w.heading(1, 'timeline'),
      ...table(
        'timeline.table',
        CELLS.timelineCaption[w.lang],
        [
          [CELLS.time[w.lang], 28],
          [CELLS.event[w.lang], 43],
          [CELLS.who[w.lang], 29],
        ],
        timeline.map((one) => [w.moment(one.at), tight(one.what[w.lang], w.lang), one.by ? w.who(one.by) : '—']),
      ),
      w.heading(1, 'assessment'),
      ...assessmentBlocks(w),
      w.heading(1, 'effects'),
      ...effectTable(w),
      ...rejectedBlocks(w),
      w.heading(1, 'predicted'),
      ...written(found?.predicted, 'predicted', 'predicted'),
      ...written(found?.actual, 'actual', 'actual'),
      w.heading(1, 'thresholds'),
      ...written(found?.thresholds, 'thresholds', 'thresholds'),
      w.heading(1, 'lessons'),
      ...written(found?.lessons, 'lessons', 'lessons'),
    ],
  });
}

function effectTable(w: Writer) {
  const accepted = acceptedOf(w);
  if (accepted.length === 0) return paragraph('effects.none', w.sentence('notDecided'));
  const { lang } = w;
  return table(
    'effects.table',
    CELLS.effectsCaption[w.lang],
    [
      [CELLS.measure[lang], 19],
      [CELLS.progress[lang], 14],
      [CELLS.effect[lang], 20],
      [CELLS.before[lang], 13],
      [CELLS.now[lang], 13],
      [CELLS.verdict[lang], 21],
    ],
    accepted.map((one) => {
      const course = w.facts.course[one.measure];
      return [
        w.measure(one.measure).name,
        progressWords(w, one),
        effectWords(w, one.expected),
        course?.before?.[lang] ?? '—',
        course?.now?.[lang] ?? '—',
        course?.verdict[lang] ?? CELLS.unknown[lang],
      ];
    }),
  );
}
