import { useState } from 'react';
import { formatDayWords, formatNumber, formatPeriodWords } from '../../base/format';
import { FAMILY_NAMES } from '../../base/indicators';
import { levelShort } from '../../base/level';
import { type Day, formatDay, formatPeriod, parseDay } from '../../base/period';
import { say } from '../../base/text';
import { downloadText } from '../../platform/download';
import type { AssessmentView, RevisionChange, RevisionView } from '../../platform/engine-api';
import type { LevelMove } from '../../platform/rule-answers';
import { setPlace, useLang, usePlace } from '../../store/place';
import { useEngineCall } from '../../store/use-engine-call';
import { Button } from '../parts/Button';
import { Card } from '../parts/Card';
import { DataTable, type TableColumn } from '../parts/DataTable';
import { LevelBadge } from '../parts/LevelBadge';
import { PlaceLink } from '../parts/PlaceLink';
import { Failed } from '../parts/states';
import { useT } from '../parts/use-text';
import { QUALITY_TEXT } from './quality-text';
import { changeWords, figureWords, indicatorName, regionName, revisionsCsv } from './revision-file';

/** Proposed first: what was learnt within about a month. */
const DAYS_BACK = 31;

/** What was learnt since a day (in the address), until the day of knowledge in the page head. */
export function RevisionsCard({ view }: { readonly view: AssessmentView }) {
  const t = useT(QUALITY_TEXT);
  const lang = useLang();
  const place = usePlace();
  const until = view.asOf ?? view.lastKnownOn;
  const since = parseDay(place.free.since ?? '');
  const usable = since !== null && until !== null && since < until;
  const answer = useEngineCall(usable ? `since ${since}` : null, (engine, options) =>
    engine.revisionView(since!, view.asOf, options),
  );
  return (
    <Card title={t('revisions')} subtitle={t('revisionsSubtitle')}>
      <div className="revisions" data-testid="revisions" aria-busy={answer.loading}>
        {until === null ? <p className="quiet">{t('undated')}</p> : <Since view={view} until={until} since={since} />}
        {answer.error && (
          <Failed
            title={t('revisionsFailed')}
            detail={`${answer.error.what[lang]} ${answer.error.where}`}
            onRetry={answer.retry}
          />
        )}
        {answer.loading && <p role="status">{t('comparing')}</p>}
        {usable && answer.data && !answer.loading && <Found view={view} found={answer.data} />}
      </div>
    </Card>
  );
}

interface SinceProps {
  readonly view: AssessmentView;
  readonly until: Day;
  readonly since: Day | null;
}

function Since({ view, until, since }: SinceProps) {
  const t = useT(QUALITY_TEXT);
  const lang = useLang();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? formatDay(since ?? until - DAYS_BACK);
  const day = parseDay(shown);
  return (
    <form
      className="issues-tools"
      onSubmit={(event) => {
        event.preventDefault();
        if (day !== null) setPlace({ free: { since: formatDay(day) } });
        setTyped(null);
      }}
    >
      <label className="field">
        <span className="field-label">{t('since')}</span>
        <input
          type="date"
          className="select"
          value={shown}
          max={formatDay(until - 1)}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <span className="quiet">
        {view.asOf === null ? t('untilAll') : t('until', { day: formatDayWords(view.asOf, lang) })}
      </span>
      <Button type="submit" look="primary" disabled={day === null || day >= until}>
        {t('compare')}
      </Button>
    </form>
  );
}

function Found({ view, found }: { readonly view: AssessmentView; readonly found: RevisionView }) {
  const t = useT(QUALITY_TEXT);
  const lang = useLang();
  const from = formatDayWords(found.from, lang);
  const changed = found.revised + found.arrived;
  if (found.changes.length === 0 && found.moves.length === 0)
    return <p className="quiet">{t('revisionsNone', { from })}</p>;
  return (
    <>
      <p>
        <strong>
          {t('revisionsSummary', {
            from,
            revised: formatNumber(found.revised),
            arrived: formatNumber(found.arrived),
            moved: formatNumber(found.moved),
          })}
          {found.graded > 0 && t('revisionsGraded', { graded: formatNumber(found.graded) })}
        </strong>{' '}
        <span className="quiet">{t('onlyEnded', { from })}</span>
      </p>
      <h3 className="report-head">{t('moves')}</h3>
      {found.moves.length === 0 ? (
        <p className="quiet">{t('noMoves')}</p>
      ) : (
        <Moves view={view} moves={found.moves} from={found.from} />
      )}
      {found.moves.length < found.moved + found.graded && (
        <p className="quiet">
          {t('moreMoves', {
            count: formatNumber(found.moved + found.graded),
            listed: formatNumber(found.moves.length),
          })}
        </p>
      )}
      <h3 className="report-head">{t('changes')}</h3>
      <Changes view={view} changes={found.changes} />
      {found.changes.length < changed && (
        <p className="quiet">
          {t('moreChanges', { count: formatNumber(changed), listed: formatNumber(found.changes.length) })}
        </p>
      )}
      <Button
        look="plain"
        onClick={() => downloadText(`${t('changesFile')}.csv`, revisionsCsv(found.changes, view, lang), 'text/csv')}
      >
        {t('downloadChanges')}
      </Button>
    </>
  );
}

interface MovesProps {
  readonly view: AssessmentView;
  readonly moves: readonly LevelMove[];
  readonly from: Day;
}

function Moves({ view, moves, from }: MovesProps) {
  const t = useT(QUALITY_TEXT);
  const lang = useLang();
  const period = (m: LevelMove): string => formatPeriod(view.frequency, m.period, view.weekEndsOn);
  const level = (of: (m: LevelMove) => number, asof: Day | null) => (m: LevelMove) => (
    <PlaceLink to={{ screen: 'region', region: m.regionCode, period: period(m), asof }}>
      <LevelBadge level={of(m)} />
    </PlaceLink>
  );
  const columns: TableColumn<LevelMove>[] = [
    {
      key: 'region',
      head: t('region'),
      rowHeader: true,
      cell: (m) => regionName(view, m.regionCode, lang),
      sortBy: (m) => m.regionCode,
    },
    {
      key: 'period',
      head: t('period'),
      className: 'nowrap',
      cell: (m) => formatPeriodWords(view.frequency, m.period, lang, view.weekEndsOn),
      sortBy: (m) => m.period,
    },
    { key: 'before', head: t('before'), cell: level((m) => m.before, from) },
    { key: 'after', head: t('after'), cell: level((m) => m.after, view.asOf) },
    {
      key: 'families',
      head: t('families'),
      cell: (m) => m.families.map((f) => FAMILY_NAMES[f.family][lang]).join(' · '),
    },
    { key: 'rules', head: t('rulesMoved'), cell: (m) => becauseOf(view, m, lang) },
  ];
  return (
    <DataTable
      caption={t('moves')}
      columns={columns}
      rows={moves}
      rowKey={(m) => `${m.regionCode} ${m.period}`}
      maxHeight={320}
      limit={50}
    />
  );
}

function becauseOf(view: AssessmentView, m: LevelMove, lang: 'zh' | 'en'): string {
  const rules = m.rules.map(({ ruleId, before, after }) => {
    const name = view.ruleSet.rules.find((r) => r.id === ruleId)?.name[lang] ?? ruleId;
    return `${name} ${levelShort(before)[lang]} → ${levelShort(after)[lang]}`;
  });
  if (rules.length > 0) return rules.join(' · ');
  // Nothing of its own moved: its parts did, or enough of its figures were there at last.
  return say(QUALITY_TEXT[m.byOwn ? 'cameIn' : 'byChildren'], lang);
}

function Changes({ view, changes }: { readonly view: AssessmentView; readonly changes: readonly RevisionChange[] }) {
  const t = useT(QUALITY_TEXT);
  const lang = useLang();
  const known = (day: Day | null): string => (day === null ? '' : formatDay(day));
  const columns: TableColumn<RevisionChange>[] = [
    {
      key: 'region',
      head: t('region'),
      rowHeader: true,
      cell: (c) => regionName(view, c.regionCode, lang),
      sortBy: (c) => c.regionCode,
    },
    {
      key: 'indicator',
      head: t('indicator'),
      cell: (c) => indicatorName(view, c.indicatorId, lang),
      sortBy: (c) => c.indicatorId,
    },
    {
      key: 'period',
      head: t('period'),
      className: 'nowrap',
      cell: (c) => formatPeriodWords(c.frequency, c.period, lang, view.weekEndsOn),
      sortBy: (c) => c.period,
    },
    {
      key: 'before',
      head: t('before'),
      align: 'end',
      className: 'nowrap',
      cell: (c) => figureWords(view, c.indicatorId, c.before, lang),
    },
    { key: 'beforeKnown', head: t('knownOn'), className: 'nowrap', cell: (c) => known(c.beforeKnownOn) },
    {
      key: 'after',
      head: t('after'),
      align: 'end',
      className: 'nowrap',
      cell: (c) => figureWords(view, c.indicatorId, c.after, lang),
    },
    {
      key: 'afterKnown',
      head: t('knownOn'),
      className: 'nowrap',
      cell: (c) => known(c.afterKnownOn),
      sortBy: (c) => c.afterKnownOn,
      firstDirection: 'descending',
    },
    {
      key: 'change',
      head: t('change'),
      align: 'end',
      className: 'nowrap',
      cell: (c) => changeWords(view, c, lang),
      sortBy: (c) =>
        c.before === null || c.after === null || c.before === 0 ? null : Math.abs(c.after / c.before - 1),
      firstDirection: 'descending',
    },
  ];
  return (
    <DataTable
      caption={t('changes')}
      columns={columns}
      rows={changes}
      rowKey={(c) => `${c.regionCode} ${c.indicatorId} ${c.period}`}
      maxHeight={360}
      limit={100}
    />
  );
}
