import { useState } from 'react';
import { formatDayWords, formatNumber } from '../../../base/format';
import { dayOfMoment, formatMoment } from '../../../response/calendar/moment';
import type { Lang } from '../../../base/text';
import { STEP_NAMES } from '../../../response/plan-words';
import { STAGE_NAMES } from '../../../response/trail/text';
import type { ActNames } from '../../../response/trail/words';
import { useLang } from '../../../store/place';
import { useReadyView } from '../../../store/session';
import { useResponse } from '../../../store/use-response';
import { Button } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { DataTable, type TableColumn } from '../../parts/DataTable';
import { LevelBadge } from '../../parts/LevelBadge';
import { PlaceLink } from '../../parts/PlaceLink';
import { Empty } from '../../parts/states';
import { useT } from '../../parts/use-text';
import { useActing } from './acting';
import { type CaseRow, caseRows } from './case-rows';
import { ClockWords } from './ClockWords';
import { officeWords } from './names';
import { OpenCaseForm } from './OpenCaseForm';
import { CASE_TEXT } from './text';

/** All reviews: those under way by urgency, closed ones folded; and the way to open one by hand. */
export function CaseList() {
  const t = useT(CASE_TEXT);
  const view = useReadyView();
  const cases = useResponse((s) => s.state.cases);
  const warnings = useResponse((s) => s.state.warnings);
  const plan = useResponse((s) => s.plan);
  const calendar = useResponse((s) => s.calendar);
  const nowMs = useResponse((s) => s.nowMs);
  const [opening, setOpening] = useState(false);
  const rows = caseRows([...cases.values()], { view, plan, calendar, nowMs, warnings });
  const open = rows.filter((row) => row.review.stage !== 'closed');
  const closed = rows.filter((row) => row.review.stage === 'closed');
  return (
    <Card
      title={t('list')}
      subtitle={t('listSubtitle', { open: formatNumber(open.length), closed: formatNumber(closed.length) })}
      tools={!opening && <Button onClick={() => setOpening(true)}>{t('openByHand')}</Button>}
    >
      {opening && <OpenCaseForm onClose={() => setOpening(false)} />}
      {open.length === 0 ? (
        <Empty title={t('noneTitle')}>
          <p>{t('noneHelp')}</p>
          <p>
            <PlaceLink to={{ screen: 'warnings' }}>{t('toWarnings')}</PlaceLink>
          </p>
        </Empty>
      ) : (
        <CaseTable caption={t('openTable')} rows={open} />
      )}
      {closed.length > 0 && (
        <details>
          <summary>{t('closedFold', { count: formatNumber(closed.length) })}</summary>
          <CaseTable caption={t('closedTable')} rows={closed} />
        </details>
      )}
    </Card>
  );
}

function CaseTable({ caption, rows }: { readonly caption: string; readonly rows: readonly CaseRow[] }) {
  const t = useT(CASE_TEXT);
  const lang = useLang();
  const { names } = useActing();
  const nowMs = useResponse((s) => s.nowMs);
  return (
    <DataTable
      caption={caption}
      columns={columnsOf(t, names, lang, nowMs)}
      rows={rows}
      rowKey={({ review }) => review.id}
    />
  );
}

function columnsOf(
  t: ReturnType<typeof useT<keyof typeof CASE_TEXT>>,
  names: ActNames,
  lang: Lang,
  nowMs: number,
): readonly TableColumn<CaseRow>[] {
  return [
    {
      key: 'title',
      head: t('review'),
      rowHeader: true,
      cell: ({ review }) => <PlaceLink to={{ free: { case: review.id, step: null } }}>{review.title}</PlaceLink>,
    },
    { key: 'region', head: t('region'), cell: ({ review }) => names.region(review.regionCode)[lang] },
    { key: 'opening', head: t('levelThen'), cell: ({ review }) => <LevelBadge level={review.level} /> },
    { key: 'now', head: t('levelNow'), cell: ({ level }) => level !== null && <LevelBadge level={level} /> },
    { key: 'stage', head: t('stage'), cell: ({ review }) => STAGE_NAMES[review.stage][lang] },
    {
      key: 'due',
      head: t('nextDue'),
      cell: ({ next, review }) => {
        if (review.stage === 'closed') return t('closedAt', { moment: formatMoment(review.stages.at(-1)!.at, lang) });
        if (!next) return t('noDue');
        return (
          <>
            {STEP_NAMES[next.step][lang]} <ClockWords clock={next} nowMs={nowMs} />
          </>
        );
      },
    },
    { key: 'office', head: t('office'), cell: ({ review }) => officeWords(review.opened.by, names, lang) },
    {
      key: 'opened',
      head: t('opened'),
      sortBy: ({ review }) => review.opened.at,
      firstDirection: 'descending',
      className: 'nowrap',
      cell: ({ review }) => formatDayWords(dayOfMoment(review.opened.at), lang),
    },
  ];
}
