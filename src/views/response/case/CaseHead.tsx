import { formatPeriodWords } from '../../../base/format';
import { INSUFFICIENT } from '../../../base/level';
import { levelWords } from '../../../levels/level-names';
import { printPage } from '../../../platform/print-page';
import { formatMoment } from '../../../response/calendar/moment';
import type { Stage } from '../../../response/case/case';
import type { CaseClock } from '../../../response/case/clocks';
import { STEP_NAMES } from '../../../response/plan-words';
import { useLang } from '../../../store/place';
import { levelAt } from '../../../store/view-select';
import { Button } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { LevelBadge } from '../../parts/LevelBadge';
import { PlaceLink } from '../../parts/PlaceLink';
import { useT } from '../../parts/use-text';
import { useActing } from './acting';
import { ClockWords } from './ClockWords';
import { officeWords, periodWords } from './names';
import type { StepProps } from './step';
import { CASE_TEXT } from './text';

/** Where a step with a clock is done. */
const STAGE_OF: Readonly<Record<CaseClock['step'], Stage>> = {
  verify: 'verify',
  consult: 'consult',
  report: 'report',
  followUp: 'follow-up',
};

/** Whose review it is, how the region stands, what it answers, and the clocks that run. */
export function CaseHead({ review, view, spell, clocks, period, nowMs }: StepProps) {
  const t = useT(CASE_TEXT);
  const lang = useLang();
  const { names } = useActing();
  const region = view.tree.indexOf.get(review.regionCode);
  const now = region === undefined ? INSUFFICIENT : (levelAt(view, region, period) ?? INSUFFICIENT);
  const words = levelWords(view.scheme.names ?? null);
  const { by, at } = review.opened;
  const opened = {
    opened: formatMoment(at, lang),
    office: officeWords(by, names, lang),
    person: by.name,
    period: periodWords(review.period, lang, view.weekEndsOn),
  };
  return (
    <Card className="case-head">
      <div className="case-title">
        <h2>{review.title}</h2>
        <LevelBadge level={now} large />
        <span className="quiet">
          {t('levelBoth', { opening: words.full(review.level)[lang], now: words.full(now)[lang] })}
          {spell &&
            ` · ${t('sincePeriod', { period: formatPeriodWords(view.frequency, spell.since, lang, view.weekEndsOn) })}`}
        </span>
        <span className="case-links">
          <PlaceLink to={{ free: { case: null, step: null, doc: null } }}>{t('back')}</PlaceLink>
          {review.warning !== null && (
            <PlaceLink to={{ screen: 'warnings', free: { warning: review.warning } }}>{t('toWarning')}</PlaceLink>
          )}
          <PlaceLink to={{ screen: 'region', region: review.regionCode }}>{t('toRegion')}</PlaceLink>
          <PlaceLink to={{ free: { tab: 'trail', on: review.id, case: null, step: null, doc: null } }}>
            {t('toTrail')}
          </PlaceLink>
          <Button look="plain" onClick={printPage}>
            {t('print')}
          </Button>
        </span>
      </div>
      <p className="quiet">
        {names.region(review.regionCode)[lang]} · {t(by.name.trim() === '' ? 'headNoName' : 'head', opened)}
        {review.warning === null && ` · ${t('byHand')}`}
      </p>
      <p className="case-words">{t('why', { reason: review.reason })}</p>
      <dl className="clocks">
        {clocks.map((clock) => (
          <div key={clock.step}>
            <dt>
              {clock.at !== null && clock.doneAt === null ? (
                <PlaceLink to={{ free: { step: STAGE_OF[clock.step] } }}>{STEP_NAMES[clock.step][lang]}</PlaceLink>
              ) : (
                STEP_NAMES[clock.step][lang]
              )}
            </dt>
            <dd>
              <ClockWords clock={clock} nowMs={nowMs} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{t('clocks')}</p>
    </Card>
  );
}
