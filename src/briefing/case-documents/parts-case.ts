import { formatNumber, formatScaled } from '../../base/format';
import type { Deadline, Step } from '../../response/plan';
import { deadlineWords, STEP_NAMES } from '../../response/plan-words';
import { KEY_GROUPS } from '../../response/groups/groups';
import type { FigureSeen } from '../../response/trail/act';
import { STANCE_NAMES } from '../../response/trail/text';
import type { Block } from '../document';
import { bodyOf } from './office';
import { levelOfPaper } from './parts-warning';
import { CELLS, REPORT_STAGES } from './text';
import { eachParagraph, paragraph, table, tight, together, type Writer } from './writer';

/** Parts on what people found and decided, from the case as the trail tells it. */

/**
 * Whom a paper is addressed to: the first body of the duty (乌海市人民政府，会同… is addressed to the city alone). Where the
 * plan names none (按程序继续上报), it has to be filled in.
 */
export function addressee(w: Writer, part: 'responds' | 'reportsTo'): string {
  const { duty, context, case: review } = w.facts;
  if (!duty || duty[part].zh.startsWith('按程序')) return w.gap('addressee');
  const first = { zh: duty[part].zh.split('，')[0]!, en: duty[part].en.split(', ')[0]! };
  return bodyOf(first, context.tree, review.regionCode)[w.lang];
}

/** A body of the duty in the words of this region. */
export function dutyBody(w: Writer, part: 'responds' | 'reviews' | 'reportsTo'): string | null {
  const { duty, context, case: review } = w.facts;
  return duty ? bodyOf(duty[part], context.tree, review.regionCode)[w.lang] : null;
}

function deadlinesOf(w: Writer): readonly Deadline[] {
  const level = levelOfPaper(w);
  return w.facts.plan.deadlines.filter((one) => one.level === level);
}

/** `12小时`, or the gap where the plan has none. */
export function withinOf(w: Writer, step: Step): string {
  const found = deadlinesOf(w).find((one) => one.step === step);
  return found ? deadlineWords(found)[w.lang] : '—';
}

/** All deadlines of the level in one sentence. */
export function stepsSentence(w: Writer): string | null {
  const steps = deadlinesOf(w).map((one) =>
    w.sentence('step', {
      step: w.lang === 'en' ? STEP_NAMES[one.step].en.toLowerCase() : STEP_NAMES[one.step].zh,
      within: deadlineWords(one)[w.lang],
    }),
  );
  return steps.length === 0 ? null : w.sentence('steps', { steps: steps.join(w.lang === 'zh' ? '，' : '; ') });
}

/** What came of the check of the figures. */
export function checkBlocks(w: Writer): Block[] {
  const checks = [...w.facts.case.checks.values()];
  if (checks.length === 0) return paragraph('checks', w.gap('checks'));
  const count = (result: string): number => checks.filter((one) => one.result === result).length;
  const suspects = checks.filter((one) => one.result === 'suspect');
  return [
    ...paragraph(
      'checks',
      w.sentence('checks', {
        all: checks.length,
        confirmed: count('confirmed'),
        suspect: count('suspect'),
        cleared: count('cleared'),
      }),
    ),
    ...paragraph(
      'checks.suspect',
      suspects.length === 0
        ? null
        : w.sentence('suspects', {
            items: suspects.map((one) => suspectWords(w, one.figure, one.note)).join(w.lang === 'zh' ? '；' : '; '),
          }),
    ),
  ];
}

function suspectWords(w: Writer, figure: FigureSeen | null, note: string): string {
  const said = note === '' ? '' : w.sentence('note', { note });
  if (!figure) return note;
  return w.sentence('suspectItem', {
    period: w.spelt(figure.period),
    region: w.regionOf(figure.regionCode),
    indicator: w.indicator(figure.indicatorId),
    value: w.value(figure.indicatorId, figure.value),
    note: said,
  });
}

/** Scale, groups, districts, drivers and the fund, as the office assessed them. */
export function assessmentBlocks(w: Writer): Block[] {
  const found = w.facts.case.assessment;
  if (!found) return paragraph('assessment', w.gap('assessment'));
  const basis = w.or(trimEnd(found.personsBasis), 'basis');
  const groups = found.groups.map((id) => {
    const group = KEY_GROUPS.find((one) => one.id === id);
    return group ? w.sentence('group', { name: group.name[w.lang], clause: w.clause(group.clause) }) : id;
  });
  const months = found.fund && found.fund.monthlyOutlay > 0 ? found.fund.balance / found.fund.monthlyOutlay : null;
  return [
    ...paragraph(
      'assessment.persons',
      found.persons === null
        ? w.sentence('personsUnknown', { basis })
        : w.sentence('persons', { n: formatNumber(found.persons, 0), basis }),
    ),
    ...together(w, 'assessment.groups', [
      w.sentence('groups', { groups: w.or(w.row(groups), 'groups') }),
      w.sentence('districts', { districts: w.or(w.row(found.districts.map((code) => w.regionOf(code))), 'districts') }),
    ]),
    ...paragraph(
      'assessment.drivers',
      w.sentence('drivers', { drivers: w.or(tight(trimEnd(found.drivers), w.lang), 'drivers') }),
    ),
    ...paragraph(
      'assessment.fund',
      found.fund && months !== null
        ? w.sentence('fund', {
            balance: yuan(w, found.fund.balance),
            outlay: yuan(w, found.fund.monthlyOutlay),
            months: formatNumber(months, 1),
          })
        : w.gap('fund'),
    ),
    ...paragraph(
      'assessment.note',
      found.note.trim() === '' ? null : w.sentence('assessNote', { note: trimEnd(found.note) }),
    ),
  ];
}

/** An amount that is kept in 10 000 yuan: 42,000万元 · 420 million yuan. */
function yuan(w: Writer, amount: number): string {
  return w.lang === 'zh' ? `${formatNumber(amount, 0)}万元` : `${formatScaled(amount * 1e4, 'en')} yuan`;
}

/** Words of people end with a stop or not; our sentence brings its own. */
export function trimEnd(text: string): string {
  return text.trim().replace(/[。.；;]+$/, '');
}

/** Opinions as a table, in the order in which the document names the departments. */
export function opinionBlocks(w: Writer): Block[] {
  const { opinions } = w.facts.case;
  if (opinions.size === 0) return paragraph('opinions.none', w.gap('opinions'));
  const order = w.facts.plan.departments.map((one) => one.id);
  const place = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  const { lang } = w;
  return table(
    'opinions.table',
    CELLS.opinionsCaption[w.lang],
    [
      [CELLS.department[lang], 28],
      [CELLS.stance[lang], 16],
      [CELLS.opinion[lang], 40],
      [CELLS.person[lang], 16],
    ],
    [...opinions]
      .toSorted(([a], [b]) => place(a) - place(b))
      .map(([id, one]) => [
        w.department(id),
        STANCE_NAMES[one.stance][lang],
        one.opinion.trim() || '—',
        one.person.trim() || '—',
      ]),
  );
}

/** What has been done, each act in a sentence, oldest first. */
export function doneBlocks(w: Writer): Block[] {
  const { case: review, record } = w.facts;
  const said: { readonly at: number; readonly text: string }[] = [];
  const add = (at: number, text: string): void => void said.push({ at, text });
  if (record?.acknowledged) {
    const { at, by } = record.acknowledged;
    add(at, w.sentence('acknowledged', { at: w.moment(at), who: w.who(by) }));
  }
  if (record?.verified) {
    const { at, by } = record.verified;
    add(at, w.sentence('verified', { at: w.moment(at), who: w.who(by) }));
  }
  const { at, by } = review.opened;
  add(at, w.sentence('opened', { at: w.moment(at), who: w.who(by), reason: w.or(trimEnd(review.reason), 'reason') }));
  for (const meeting of review.meetings) {
    const words = { day: w.day(meeting.on), place: w.or(meeting.place, 'place'), n: meeting.attendees.length };
    add(meeting.at, w.sentence('met', words));
  }
  for (const report of review.reports) {
    add(
      report.sentAt,
      w.sentence('sent', {
        at: w.moment(report.sentAt),
        to: report.to,
        stage: REPORT_STAGES[report.stage][w.lang],
        channel: w.or(report.channel, 'channel'),
        proof: w.or(report.proof, 'proof'),
      }),
    );
  }
  return eachParagraph(
    'done',
    said.toSorted((a, b) => a.at - b.at).map(({ text }) => text),
  );
}
