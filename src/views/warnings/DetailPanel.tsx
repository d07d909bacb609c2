import { memo, type ReactNode, type RefObject } from 'react';
import { formatDayWords, formatNumber } from '../../base/format';
import { say } from '../../base/text';
import { formatPeriod } from '../../base/period';
import type { AssessmentView } from '../../platform/engine-api';
import { formatMoment } from '../../response/calendar/moment';
import type { Warning } from '../../response/warnings/inbox';
import { useLang } from '../../store/place';
import { CopyLink } from '../parts/CopyLink';
import { LevelBadge } from '../parts/LevelBadge';
import { PlaceLink } from '../parts/PlaceLink';
import { useT } from '../parts/use-text';
import { DETAIL_TEXT } from './act-text';
import { CoursePart } from './CoursePart';
import { DeedsPart } from './DeedsPart';
import { SignalsPart } from './SignalsPart';
import { TIME_TEXT, WARNINGS_TEXT } from './text';
import { GradeBadge } from './WarningRow';
import { durationWords, parentName, regionName, sinceWords, stateWords, stepWords, timeWords } from './words';

interface DetailPanelProps {
  readonly view: AssessmentView;
  readonly warning: Warning;
  readonly nowMs: number;
  /** Takes the focus when the warning is opened by key. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
  /** The list shows it; otherwise the address names one that the filters leave out. */
  readonly listed: boolean;
  readonly children: ReactNode;
}

/** One warning: what it says, what can be done (`children`), why, its course, and what was done. */
export const DetailPanel = memo(function DetailPanel(props: DetailPanelProps) {
  const { view, warning, nowMs, heading, listed, children } = props;
  const t = useT(DETAIL_TEXT);
  const lang = useLang();
  const { spell, record } = warning;
  const name = regionName(view, spell.regionCode, lang);
  const parent = parentName(view, spell.regionCode, lang);
  const period = formatPeriod(view.frequency, spell.until ?? view.first + view.count - 1, view.weekEndsOn);
  return (
    <>
      {!listed && <p className="caution">{t('hidden')}</p>}
      <div className="w-detail-head">
        <h2 ref={heading} tabIndex={-1} className="card-title">
          {name} {parent !== '' && <span className="quiet">{parent}</span>}
        </h2>
        <GradeBadge warning={warning} pending={WARNINGS_TEXT.pending[lang]} />
      </div>
      <Facts view={view} warning={warning} nowMs={nowMs} />
      <Cautions view={view} warning={warning} />
      <p className="w-links">
        <PlaceLink to={{ screen: 'region', region: spell.regionCode, period }}>{t('toRegion')}</PlaceLink>
        {record?.case != null && (
          <PlaceLink to={{ screen: 'response', free: { tab: 'cases', case: record.case } }}>{t('toCase')}</PlaceLink>
        )}
        {record !== null && (
          <PlaceLink to={{ screen: 'response', free: { tab: 'trail', on: warning.id } }}>{t('toTrail')}</PlaceLink>
        )}
        <PlaceLink to={{ screen: 'briefing', free: { tab: 'share', alert: spell.regionCode } }}>
          {t('toAlert')}
        </PlaceLink>
        <CopyLink view={view} />
      </p>
      {children}
      <SignalsPart view={view} warning={warning} />
      <CoursePart view={view} warning={warning} />
      <DeedsPart view={view} warning={warning} />
    </>
  );
});

interface PartProps {
  readonly view: AssessmentView;
  readonly warning: Warning;
}

function Facts({ view, warning, nowMs }: PartProps & { readonly nowMs: number }) {
  const t = useT(DETAIL_TEXT);
  const lang = useLang();
  const { spell, due, silence, foldedUnder } = warning;
  return (
    <dl className="w-facts">
      <dt>{t('state')}</dt>
      <dd>{stateWords(warning, lang)}</dd>
      <dt>{t('since')}</dt>
      <dd>
        {sinceWords(warning, view, lang)} · {durationWords(warning, view, lang)}
      </dd>
      {spell.top > 0 && (
        <>
          <dt>{t('top')}</dt>
          <dd>
            <LevelBadge level={spell.top} form="numeral" />
          </dd>
        </>
      )}
      {Number.isFinite(spell.index) && (
        <>
          <dt>{t('index')}</dt>
          <dd>{formatNumber(spell.index, 1)}</dd>
        </>
      )}
      <dt>{t('due')}</dt>
      <dd title={t('dueOurs')}>
        {due === null ? (
          t('noDue')
        ) : (
          <>
            {t('dueAt', { step: stepWords(due, lang), moment: formatMoment(due.at, lang) })}{' '}
            <strong className={`w-due-${due.urgency}`}>
              {due.urgency === 'due-soon' && `${TIME_TEXT.soon[lang]} · `}
              {timeWords(due, nowMs, lang)}
            </strong>
            <span className="quiet w-block">{t('dueOurs')}</span>
          </>
        )}
      </dd>
      {silence !== null && (
        <>
          <dt>{t('silence')}</dt>
          <dd>
            {say(WARNINGS_TEXT.silencedUntil, lang, { day: formatDayWords(silence.until, lang) })} · {silence.reason}
          </dd>
        </>
      )}
      {foldedUnder !== null && (
        <>
          <dt>{t('folded')}</dt>
          <dd>{t('foldedWords', { region: regionName(view, foldedUnder, lang) })}</dd>
        </>
      )}
    </dl>
  );
}

/** What has to be known before anybody acts. */
function Cautions({ warning }: PartProps) {
  const t = useT(DETAIL_TEXT);
  const lines = [
    ...(warning.moved === 'escalated' ? [t('movedUp')] : []),
    ...(warning.moved === 'de-escalated' ? [t('movedDown')] : []),
    ...(warning.withdrawn ? [t('withdrawn')] : []),
    ...(warning.spell.unsure && warning.spell.state !== 'ended' ? [t('unsure')] : []),
    ...(warning.spell.byDiffusion ? [t('diffusion')] : []),
  ];
  return lines.map((line) => (
    <p key={line} className="caution">
      {line}
    </p>
  ));
}
