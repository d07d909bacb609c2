import type { Assessment } from '../assess';
import { INSUFFICIENT, type LevelByte } from '../base/level';
import { formKey, type SeriesForm } from '../indicators/form';
import type { Panel } from '../panel/panel';
import { type Course, type CourseQuestion, courseOf } from '../response/case/course';
import { PARTNER_INDICATORS, type Partners, partnersOf } from '../response/case/partners';
import { SCALE_INDICATORS, type Scale, scaleOf } from '../response/case/scale';
import type { ScaleQuery } from './engine-case-api';

/** The assessment's panel with one form of some indicators besides. */
type PanelWith = (indicatorIds: readonly string[], form: SeriesForm) => Panel;

export function caseScale({ regionCode, period, since }: ScaleQuery, panelWith: PanelWith): Scale {
  return scaleOf(panelWith(SCALE_INDICATORS, 'reported'), regionCode, period, since);
}

export function partners({ levels }: Assessment, regionCode: string, period: number, panelWith: PanelWith): Partners {
  const panel = panelWith(PARTNER_INDICATORS, 'reported');
  const t = period - panel.first;
  const graded = t >= 0 && t < panel.count;
  const levelOf = (region: number) => (graded ? (levels.level[region * panel.count + t] as LevelByte) : INSUFFICIENT);
  return partnersOf(panel, regionCode, period, levelOf);
}

export function measureCourse(questions: readonly CourseQuestion[], panelWith: PanelWith): readonly Course[] {
  // All of them in one preparation: it goes over the whole panel each time.
  const asked = [...new Set(questions.map((question) => question.indicatorId))];
  return questions.map((question) =>
    courseOf(question, (indicatorId, form) => {
      const panel = panelWith(asked, form);
      const column = panel.columns.get(formKey(indicatorId, form));
      return column ? { panel, column } : null;
    }),
  );
}
