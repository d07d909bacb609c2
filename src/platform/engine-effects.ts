import type { Assessment } from '../assess';
import { INSUFFICIENT, type LevelByte } from '../base/level';
import type { SeriesForm } from '../indicators/form';
import type { Panel } from '../panel/panel';
import type { EffectAnswer, EffectQuestion } from '../response/effects/effect';
import { measureEffect as measure } from '../response/effects/measure-effect';

/** `panelFor` prepares the form that is asked for; levels are those of the assessment. */
export function measureEffect(
  { levels, panel }: Assessment,
  question: EffectQuestion,
  panelFor: (indicatorId: string, form: SeriesForm) => Panel,
): EffectAnswer {
  const levelOf = (region: number, period: number): LevelByte => {
    const t = period - panel.first;
    return t >= 0 && t < panel.count ? (levels.level[region * panel.count + t] as LevelByte) : INSUFFICIENT;
  };
  return measure(question, { panelFor, levelOf });
}
