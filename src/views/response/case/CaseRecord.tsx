import { formatDayWords, formatList, formatNumber } from '../../../base/format';
import type { Lang } from '../../../base/text';
import { formatMoment } from '../../../response/calendar/moment';
import type { Case, Done } from '../../../response/case/case';
import { questionOf } from '../../../response/case/checklist';
import { CONDITION_NAMES } from '../../../response/case/stand-down';
import { KEY_GROUPS } from '../../../response/groups/groups';
import type { FigureSeen } from '../../../response/trail/act';
import type { ActNames } from '../../../response/trail/words';
import { MEASURE_STATE_NAMES, STAGE_NAMES, STANCE_NAMES } from '../../../response/trail/text';
import { useLang } from '../../../store/place';
import { deskName } from '../../../store/trail-names';
import { useT } from '../../parts/use-text';
import { useActing } from './acting';
import { figureWords, periodWords } from './names';
import { RECORD_TEXT } from './record-text';
import type { StepProps } from './step';
import { expectedWords } from './steps/expected-words';

/** The whole review as it is printed, stage by stage: on the screen each stage has its own place. */
export function CaseRecord({ review, view }: StepProps) {
  const t = useT(RECORD_TEXT);
  const lang = useLang();
  const { names } = useActing();
  const who = ({ at, by }: Done): string => `${formatMoment(at, lang)} · ${deskName(by, names)[lang]}`;
  const { assessment, standDown, afterAction } = review;
  const list = (ids: readonly string[], name: (id: string) => string): string =>
    ids.length === 0 ? t('none') : formatList(ids.map(name), lang);
  return (
    <div className="case-record">
      <Part title={STAGE_NAMES.verify[lang]} empty={review.checks.size === 0}>
        <ul>
          {[...review.checks].map(([item, check]) => (
            <li key={item}>
              {t('judged', {
                what: check.figure
                  ? seenWords(check.figure, review, view, names, lang)
                  : (questionOf(item)?.[lang] ?? t('question')),
                says: check.note === '' ? t(check.result) : t('noted', { result: t(check.result), note: check.note }),
                who: who(check),
              })}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={STAGE_NAMES.assess[lang]} empty={!assessment}>
        {assessment && (
          <>
            <p>
              {assessment.persons === null
                ? t('personsUnknown')
                : t('persons', { persons: formatNumber(assessment.persons) })}
              {assessment.personsBasis}
            </p>
            <p>
              {t('groups')}
              {list(assessment.groups, (id) => KEY_GROUPS.find((group) => group.id === id)?.name[lang] ?? id)}
            </p>
            <p>
              {t('districts')}
              {list(assessment.districts, (code) => names.region(code)[lang])}
            </p>
            <p className="case-words">{assessment.drivers}</p>
            {assessment.fund && (
              <p>
                {t('fund', {
                  balance: formatNumber(assessment.fund.balance),
                  outlay: formatNumber(assessment.fund.monthlyOutlay),
                })}
              </p>
            )}
            <p className="case-words">{assessment.note}</p>
            <p className="quiet">{who(assessment)}</p>
          </>
        )}
      </Part>
      <Part title={STAGE_NAMES.consult[lang]} empty={review.opinions.size + review.meetings.length === 0}>
        <ul>
          {[...review.opinions].map(([id, opinion]) => (
            <li key={id}>
              {t('opinion', {
                name: names.department(id)[lang],
                stance: STANCE_NAMES[opinion.stance][lang],
                opinion: opinion.opinion,
                who: who(opinion),
              })}
            </li>
          ))}
          {review.meetings.map((meeting) => (
            <li key={meeting.seq}>
              {t('meeting', {
                on: formatDayWords(meeting.on, lang),
                place: meeting.place,
                names: list(meeting.attendees, (id) => names.department(id)[lang]),
                minutes: meeting.minutes,
              })}
            </li>
          ))}
        </ul>
      </Part>
      <Measures review={review} view={view} who={who} />
      <Part title={STAGE_NAMES.report[lang]} empty={review.reports.length === 0}>
        <ul>
          {review.reports.map((report) => (
            <li key={report.seq}>
              {[formatMoment(report.sentAt, lang), report.to, report.channel, report.proof].join(' · ')}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={STAGE_NAMES['stand-down'][lang]} empty={!standDown}>
        {standDown && (
          <>
            <ul>
              {standDown.conditions.map((one) => (
                <li key={one.id}>
                  {t('judged', {
                    what: CONDITION_NAMES[one.id]?.[lang] ?? one.id,
                    says: t(one.met === null ? 'unknown' : one.met ? 'met' : 'notMet'),
                    who: one.figure,
                  })}
                </li>
              ))}
            </ul>
            <p className="case-words">{standDown.reason}</p>
            <p className="quiet">{who(standDown)}</p>
          </>
        )}
      </Part>
      <Part title={STAGE_NAMES['after-action'][lang]} empty={!afterAction}>
        {afterAction &&
          (['summary', 'predicted', 'actual', 'thresholds', 'lessons'] as const).map((field) => (
            <p key={field} className="case-words">
              {afterAction[field]}
            </p>
          ))}
      </Part>
    </div>
  );
}

/** `规模裁员 2026年10月 856人`; a figure of another region goes by its name. */
function seenWords(
  { indicatorId, regionCode, period, value }: FigureSeen,
  review: Pick<Case, 'regionCode'>,
  view: StepProps['view'],
  names: ActNames,
  lang: Lang,
): string {
  const when = periodWords(period, lang, view.weekEndsOn);
  const where = regionCode === review.regionCode ? [] : [names.region(regionCode)[lang]];
  return [...where, names.indicator(indicatorId)[lang], when, figureWords(value, indicatorId, view, lang)].join(' ');
}

interface PartProps {
  readonly title: string;
  readonly empty: boolean;
  readonly children: React.ReactNode;
}

function Part({ title, empty, children }: PartProps) {
  const t = useT(RECORD_TEXT);
  return (
    <section>
      <h3>{title}</h3>
      {empty ? <p className="quiet">{t('nothing')}</p> : children}
    </section>
  );
}

interface MeasuresProps extends Pick<StepProps, 'view'> {
  readonly review: Case;
  readonly who: (done: Done) => string;
}

function Measures({ review, view, who }: MeasuresProps) {
  const t = useT(RECORD_TEXT);
  const lang = useLang();
  const { names } = useActing();
  return (
    <Part title={`${STAGE_NAMES.decide[lang]} · ${STAGE_NAMES['follow-up'][lang]}`} empty={review.measures.size === 0}>
      <ul>
        {[...review.measures.values()].map((measure) => (
          <li key={measure.measure}>
            <strong>{names.measure(measure.measure)[lang]}</strong>{' '}
            {measure.accepted
              ? [
                  t('accepted', {
                    owner: names.department(measure.owner)[lang],
                    due: formatDayWords(measure.due, lang),
                  }),
                  measure.why,
                  expectedWords(measure.expected, view, lang),
                  ...(measure.decision === '' ? [] : [measure.decision]),
                  who(measure),
                ].join(' · ')
              : `${t('rejected')} · ${measure.reason} · ${who(measure)}`}
            {measure.accepted && measure.course.length > 0 && (
              <ul>
                {measure.course.map((one) => (
                  <li key={one.seq}>{[MEASURE_STATE_NAMES[one.state][lang], one.note, who(one)].join(' · ')}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}
