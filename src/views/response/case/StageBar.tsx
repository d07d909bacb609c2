import { type Case, STAGES, type Stage } from '../../../response/case/case';
import { STAGE_NAMES } from '../../../response/trail/text';
import { useLang } from '../../../store/place';
import { PlaceLink } from '../../parts/PlaceLink';
import { useT } from '../../parts/use-text';
import { CASE_TEXT } from './text';

interface StageBarProps {
  readonly now: Stage;
  readonly looked: Stage;
}

/** The nine stages in a row; each can be looked at, and says whether it is done, under way or ahead. */
export function StageBar({ now, looked }: StageBarProps) {
  const t = useT(CASE_TEXT);
  const lang = useLang();
  const at = STAGES.indexOf(now);
  return (
    <nav aria-label={t('stages')}>
      <ol className="stages">
        {STAGES.map((stage, i) => {
          // A closed review has nothing under way any more.
          const state = i < at || now === 'closed' ? 'done' : i === at ? 'now' : 'ahead';
          return (
            <li key={stage} className={`stage-${state}`}>
              <PlaceLink to={{ free: { step: stage } }} current={stage === looked ? 'true' : undefined}>
                <span className="stage-name">{STAGE_NAMES[stage][lang]}</span>
                <span className="stage-state">
                  {state === 'done' && <span aria-hidden="true">✓ </span>}
                  {t(state === 'done' ? 'stageDone' : state === 'now' ? 'stageNow' : 'stageAhead')}
                </span>
              </PlaceLink>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** The stage that the address names, else the one that the review is at. */
export function lookedAt(review: Case, step: string | undefined): Stage {
  return STAGES.find((stage) => stage === step) ?? review.stage;
}
