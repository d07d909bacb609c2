import { useMemo } from 'react';
import { formatDayWords } from '../../../base/format';
import { levelName } from '../../../base/level';
import { dayOfMoment, formatMoment } from '../../../response/calendar/moment';
import { planReviewDue, type ReviewReason } from '../../../response/plan-review';
import { LAYER_NAMES } from '../../../response/actor-text';
import type { Actor } from '../../../response/actor';
import { useLang } from '../../../store/place';
import { useReadyView } from '../../../store/session';
import { useResponse } from '../../../store/use-response';
import { Card } from '../../parts/Card';
import { DataTable, type TableColumn } from '../../parts/DataTable';
import { useT } from '../../parts/use-text';
import { useVersions } from '../use-versions';
import { ReviewForm } from './ReviewForm';
import { REVIEW_TEXT } from './text';

/** When is the plan to be looked through, why, and when was it? */
export function ReviewPart() {
  const t = useT(REVIEW_TEXT);
  const lang = useLang();
  const { tree, frequency } = useReadyView();
  const state = useResponse((s) => s.state);
  const spells = useResponse((s) => s.spells);
  const calendar = useResponse((s) => s.calendar);
  const today = useResponse((s) => dayOfMoment(s.nowMs));
  const { inForce } = useVersions();
  const rule = inForce.plan.review;
  const due = useMemo(() => {
    const regionName = (code: string) => {
      const at = tree.indexOf.get(code);
      return at === undefined ? { zh: code, en: code } : tree.regions[at]!.name;
    };
    return planReviewDue({ rule, state, spells, frequency, regionName, calendar, today });
  }, [rule, state, spells, frequency, tree, calendar, today]);
  const columns: TableColumn<ReviewReason>[] = [
    { key: 'due', head: t('due'), className: 'nowrap', cell: (r) => formatDayWords(r.due, lang) },
    {
      key: 'state',
      head: t('state'),
      className: 'nowrap',
      cell: urgencyCell,
    },
    { key: 'reason', head: t('reason'), rowHeader: true, className: 'foreign', cell: (r) => r.words[lang] },
  ];
  return (
    <div className="plan-part" data-ready="plan">
      <Card
        title={t('dueTitle')}
        subtitle={t('dueSubtitle', {
          months: rule.everyMonths,
          level: levelName(rule.afterLevel)[lang],
          days: rule.withinWorkdays,
        })}
        footer={t('calendarNote')}
      >
        <p>{due.last === null ? t('lastNever') : t('last', { day: formatDayWords(due.last, lang) })}</p>
        {spells === null && (
          <p className="quiet" role="status">
            {t('spellsLoading')}
          </p>
        )}
        <DataTable caption={t('dueTitle')} columns={columns} rows={due.reasons} rowKey={(r) => r.key} maxHeight={320} />
      </Card>
      <ReviewForm version={inForce.plan.version} number={inForce.number} />
      <HistoryCard />
    </div>
  );
}

const urgencyCell = ({ urgency }: ReviewReason) => <Urgency urgency={urgency} />;

function Urgency({ urgency }: Pick<ReviewReason, 'urgency'>) {
  const t = useT(REVIEW_TEXT);
  return <span className={urgency === 'overdue' ? 'worse' : ''}>{t(urgency)}</span>;
}

interface Line {
  readonly seq: number;
  readonly at: number;
  readonly by: Actor;
  readonly what: string;
  readonly words: string;
}

function HistoryCard() {
  const t = useT(REVIEW_TEXT);
  const lang = useLang();
  const { tree } = useReadyView();
  const reviews = useResponse((s) => s.state.planReviews);
  const { versions } = useVersions();
  const lines: Line[] = [
    ...reviews.map((r) => ({ ...r, what: t('reviewed', { version: r.version }), words: r.finding })),
    ...versions.flatMap(({ adopted, number, from }) =>
      adopted
        ? [{ ...adopted, what: t('adopted', { number, from: formatDayWords(from!, lang) }), words: adopted.reason }]
        : [],
    ),
  ].toSorted((a, b) => b.seq - a.seq);
  const office = ({ role, regionCode, name }: Actor): string => {
    const at = tree.indexOf.get(regionCode);
    return `${LAYER_NAMES[role][lang]} · ${at === undefined ? regionCode : tree.regions[at]!.name[lang]} · ${name}`;
  };
  return (
    <Card title={t('historyTitle')}>
      {lines.length === 0 ? (
        <p className="quiet">{t('none')}</p>
      ) : (
        <DataTable
          caption={t('historyTitle')}
          columns={[
            { key: 'at', head: t('when'), className: 'nowrap', cell: (l) => formatMoment(l.at, lang) },
            { key: 'what', head: t('what'), rowHeader: true, cell: (l) => l.what },
            { key: 'by', head: t('by'), className: 'foreign', cell: (l) => office(l.by) },
            { key: 'words', head: t('words'), className: 'foreign', cell: (l) => l.words },
          ]}
          rows={lines}
          rowKey={(l) => String(l.seq)}
          maxHeight={320}
        />
      )}
    </Card>
  );
}
