import { memo } from 'react';
import { formatNumber } from '../../base/format';
import { INSUFFICIENT, levelName } from '../../base/level';
import { levelWords } from '../../levels/level-names';
import type { AssessmentView } from '../../platform/engine-api';
import { setPlace, useLang } from '../../store/place';
import { LevelBadge } from '../parts/LevelBadge';
import { useT } from '../parts/use-text';
import type { Counts } from './counts';
import { GRADES, type Grade, levelOfGrade, QUEUES, type Selection, toggled, writeSelection } from './selection';
import { WARNINGS_TEXT } from './text';

interface SummaryLineProps {
  readonly view: AssessmentView;
  readonly counts: Counts;
  readonly selection: Selection;
}

/** How many of each level, how many ask for what; each is a switch that filters the list. */
export const SummaryLine = memo(function SummaryLine({ view, counts, selection }: SummaryLineProps) {
  const t = useT(WARNINGS_TEXT);
  const lang = useLang();
  const words = levelWords(view.scheme.names ?? null);
  const change = (patch: Partial<Selection>): void => setPlace({ free: writeSelection(patch) }, { replace: true });
  const nameOf = (grade: Grade): string => {
    const level = levelOfGrade(grade);
    if (level === null) return grade === 'pending' ? t('pending') : levelName(INSUFFICIENT)[lang];
    return words.full(level)[lang];
  };
  // What nobody has is not offered, unless it is what the list is filtered by.
  const grades = GRADES.filter((g) => levelOfGrade(g) !== null || counts.grades[g] > 0 || selection.grades.includes(g));
  return (
    <div className="w-summary" role="group" aria-label={t('summary')}>
      <div className="w-chips">
        {grades.map((grade) => (
          <button
            key={grade}
            type="button"
            className="w-chip"
            aria-pressed={selection.grades.includes(grade)}
            aria-label={`${nameOf(grade)} ${formatNumber(counts.grades[grade])}`}
            onClick={() => change({ grades: toggled(selection.grades, grade) })}
          >
            <GradeMark grade={grade} pending={t('pending')} />
            <span className="w-count">{formatNumber(counts.grades[grade])}</span>
          </button>
        ))}
      </div>
      <div className="w-chips">
        {QUEUES.map((queue) => (
          <button
            key={queue}
            type="button"
            className={`w-chip ${queue === 'overdue' && counts.queues.overdue > 0 ? 'w-pressing' : ''}`}
            aria-pressed={selection.queues.includes(queue)}
            onClick={() => change({ queues: toggled(selection.queues, queue) })}
          >
            <span>{t(queue)}</span> <span className="w-count">{formatNumber(counts.queues[queue])}</span>
          </button>
        ))}
      </div>
    </div>
  );
});

function GradeMark({ grade, pending }: { readonly grade: Grade; readonly pending: string }) {
  const level = levelOfGrade(grade);
  if (grade === 'pending') return <span className="level w-pending">{pending}</span>;
  return <LevelBadge level={level ?? INSUFFICIENT} />;
}
