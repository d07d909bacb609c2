import type { BriefingDocument } from '../document';
import { opinionBlocks } from './parts-case';
import { measureParagraphs, partnerBlocks, rejectedBlocks } from './parts-measures';
import { levelOfPaper } from './parts-warning';
import { eachParagraph, paperOf, paragraph, type Writer } from './writer';

/** 会商纪要: the newest meeting, what each department said, what was decided and what was not taken, with the reasons. */
export function minutesOf(w: Writer): BriefingDocument {
  const meeting = w.facts.case.meetings.at(-1);
  const level = levelOfPaper(w);
  const record = (meeting?.minutes ?? '').split('\n').filter((line) => line.trim() !== '');
  const attendees = (meeting?.attendees ?? []).map((one) => w.department(one));
  return paperOf(w, {
    kind: 'minutes',
    level,
    to: '',
    blocks: [
      w.heading(1, 'meeting'),
      ...paragraph('meeting.day', w.sentence('held', { day: meeting ? w.day(meeting.on) : w.gap('meetingDay') })),
      ...paragraph('meeting.place', w.sentence('place', { place: w.or(meeting?.place ?? '', 'place') })),
      ...paragraph('meeting.attendees', w.sentence('attendees', { attendees: w.or(w.row(attendees), 'attendees') })),
      ...paragraph('meeting.topic', w.sentence('topic', { region: w.region, level: w.levels.full(level)[w.lang] })),
      ...(record.length > 0 ? eachParagraph('meeting.record', record) : paragraph('meeting.record', w.gap('minutes'))),
      w.heading(1, 'opinions'),
      ...opinionBlocks(w),
      w.heading(1, 'decisions'),
      ...measureParagraphs(w),
      ...rejectedBlocks(w),
      ...partnerBlocks(w),
    ],
  });
}
