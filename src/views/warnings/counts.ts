import type { Warning } from '../../response/warnings/inbox';
import { gradeOf, IN_QUEUE } from './grade';
import { GRADES, type Grade, QUEUES, type Queue } from './selection';

export interface Counts {
  readonly all: number;
  readonly grades: Readonly<Record<Grade, number>>;
  readonly queues: Readonly<Record<Queue, number>>;
}

/** How many warnings there are of each grade, and how many ask for what; one may stand in several queues. */
export function countWarnings(warnings: readonly Warning[]): Counts {
  const grades = Object.fromEntries(GRADES.map((g) => [g, 0])) as Record<Grade, number>;
  const queues = Object.fromEntries(QUEUES.map((q) => [q, 0])) as Record<Queue, number>;
  for (const warning of warnings) {
    grades[gradeOf(warning)]++;
    for (const queue of QUEUES) if (IN_QUEUE[queue](warning)) queues[queue]++;
  }
  return { all: warnings.length, grades, queues };
}
