import { formatDay } from '../../base/period';
import { say } from '../../base/text';
import type { CaseMeasure } from '../../response/case/case';
import type { ExpectedEffect } from '../../response/trail/act';
import { MEASURE_STATE_NAMES } from '../../response/trail/text';
import type { Block } from '../document';
import { trimEnd } from './parts-case';
import { CELLS, EFFECTS } from './text';
import { eachParagraph, paragraph, table, together, type Writer } from './writer';

/** Parts on the measures of a case: taken and not taken, who leads, how far they are, where labour may go. */

export type Accepted = Extract<CaseMeasure, { readonly accepted: true }>;
type Rejected = Extract<CaseMeasure, { readonly accepted: false }>;

/** Accepted measures in the order in which they were decided. */
export function acceptedOf({ facts }: Writer): Accepted[] {
  return [...facts.case.measures.values()]
    .filter((one): one is Accepted => one.accepted)
    .toSorted((a, b) => a.seq - b.seq);
}

function rejectedOf({ facts }: Writer): Rejected[] {
  return [...facts.case.measures.values()].filter((one): one is Rejected => !one.accepted);
}

/** Which indicator is to be where by when. */
export function effectWords(w: Writer, { indicatorId, direction, target, by }: ExpectedEffect): string {
  const key = target === null ? direction : direction === 'fall' ? 'fallTo' : 'riseTo';
  return say(EFFECTS[key], w.lang, {
    by: w.spelt(by),
    indicator: w.indicator(indicatorId),
    target: w.value(indicatorId, target),
  });
}

/** Lead first, then those that support it; a lead that the plan has among the supporting ones stands once. */
function departmentsOf(w: Writer, { measure, owner }: Accepted): string[] {
  const supporting = w.measure(measure).supporting.filter((id) => id !== owner);
  return [owner, ...supporting].map((id) => w.department(id));
}

/** 牵头：… and 配合：…, each on a line of its own. */
function departmentCell(w: Writer, one: Accepted): string {
  const [lead, ...supporting] = departmentsOf(w, one);
  const first = say(CELLS.lead, w.lang, { department: lead! });
  if (supporting.length === 0) return first;
  return `${first}\n${say(CELLS.support, w.lang, { departments: w.row(supporting) })}`;
}

/** The state that was reported last; `planned` before the first report. */
export function progressWords(w: Writer, { course }: Accepted): string {
  const last = course.at(-1);
  if (!last) return MEASURE_STATE_NAMES.planned[w.lang];
  const note = trimEnd(last.note);
  return MEASURE_STATE_NAMES[last.state][w.lang] + (note === '' ? '' : w.sentence('note', { note }));
}

/** Measures as a table: what, by whom, until when, and what it is to bring. */
export function measureTable(w: Writer, id: string, more: 'none' | 'progress'): Block[] {
  const { lang } = w;
  return table(
    id,
    CELLS.measuresCaption[lang],
    [
      [CELLS.number[lang], 8],
      [CELLS.measure[lang], 17],
      [CELLS.clause[lang], 13.5],
      [CELLS.departments[lang], 28],
      [CELLS.due[lang], 17],
      [CELLS.effect[lang], 21],
      ...(more === 'progress' ? ([[CELLS.progress[lang], 14]] as const) : []),
    ],
    acceptedOf(w).map((one, i) => [
      String(i + 1),
      w.measure(one.measure).name,
      w.clauseCell(w.measure(one.measure).clause),
      departmentCell(w, one),
      formatDay(one.due),
      effectWords(w, one.expected),
      ...(more === 'progress' ? [progressWords(w, one)] : []),
    ]),
  );
}

/** Each measure in a paragraph: for minutes and reports, that are read. */
export function measureParagraphs(w: Writer): Block[] {
  const accepted = acceptedOf(w);
  if (accepted.length === 0) return paragraph('measures.none', w.gap('measures'));
  return [
    ...paragraph('measures.lead', w.sentence('decided', { n: accepted.length })),
    ...accepted.flatMap((one): Block[] => {
      const { name, clause } = w.measure(one.measure);
      const supporting = departmentsOf(w, one).slice(1);
      const decision = trimEnd(one.decision);
      return [
        { id: `measure.${one.measure}.name`, kind: 'heading', level: 3, text: w.lang === 'zh' ? `${name}。` : name },
        ...together(w, `measure.${one.measure}`, [
          w.sentence('decidedOne', {
            clause: w.clause(clause),
            owner: w.department(one.owner),
            supporting: supporting.length === 0 ? '' : w.sentence('supporting', { departments: w.row(supporting) }),
            due: w.day(one.due),
            effect: effectWords(w, one.expected),
          }),
          decision === '' ? null : w.sentence('decisionBy', { decision }),
        ]),
      ];
    }),
  ];
}

export function rejectedBlocks(w: Writer): Block[] {
  const rejected = rejectedOf(w);
  if (rejected.length === 0) return [];
  return [
    w.heading(1, 'rejected'),
    ...eachParagraph(
      'rejected',
      rejected.map((one) =>
        w.sentence('rejected', {
          name: w.measure(one.measure).name,
          clause: w.clause(w.measure(one.measure).clause),
          reason: `${trimEnd(one.reason)}${w.lang === 'zh' ? '。' : '.'}`,
        }),
      ),
    ),
  ];
}

/** Regions with openings, where the data names any and labour is to be matched. */
export function partnerBlocks(w: Writer): Block[] {
  const { partners, case: review } = w.facts;
  const matching = review.measures.get('labour-matching');
  if (partners.length === 0 || !matching?.accepted) return [];
  return [
    w.heading(1, 'partners'),
    ...paragraph('partners.lead', w.sentence('partnersLead')),
    ...table(
      'partners.table',
      CELLS.partnersCaption[w.lang],
      [
        [CELLS.region[w.lang], 24],
        [CELLS.openings[w.lang], 76],
      ],
      partners.map((one) => [w.regionOf(one.regionCode), one.figures[w.lang]]),
    ),
  ];
}
