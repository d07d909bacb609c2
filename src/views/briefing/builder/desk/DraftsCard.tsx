import { useEffect, useRef } from 'react';
import { formatPeriodWords } from '../../../../base/format';
import type { Lang, TextParams } from '../../../../base/text';
import { downloadText } from '../../../../platform/download';
import { catchLostFocus } from '../../../../platform/lost-focus';
import { formatMoment } from '../../../../response/calendar/moment';
import type { BrokenPaper } from '../../../../store/briefing-papers';
import type { Draft } from '../../../../store/briefings-state';
import { useLang } from '../../../../store/place';
import { useBriefings } from '../../../../store/use-briefings';
import { Button } from '../../../parts/Button';
import { Card } from '../../../parts/Card';
import { DataTable, type TableColumn } from '../../../parts/DataTable';
import { PlaceLink } from '../../../parts/PlaceLink';
import { Empty, Failed, Skeleton } from '../../../parts/states';
import { useT } from '../../../parts/use-text';
import { KIND_NAMES } from '../../kind-text';
import { handCount } from '../marks';
import { DESK_TEXT } from './text';

/** Faults of a paper that are listed by name; the rest are counted. */
const FAULTS_SHOWN = 3;

/** What is kept: open it, delete it, bring the last one back; and what cannot be read. */
export function DraftsCard() {
  const t = useT(DESK_TEXT);
  const lang = useLang();
  const { phase, trouble, drafts, broken, removed, refresh, remove, undoRemove } = useBriefings((s) => s);
  const columns = columnsOf(t, lang, (id) => void remove(id));
  const back = useRef<HTMLDivElement>(null);
  // Its button has gone with the draft: the next one at hand takes that back.
  useEffect(() => {
    if (removed) catchLostFocus(back.current?.querySelector('button'));
  }, [removed]);
  return (
    <Card title={t('drafts')} subtitle={t('draftsSubtitle')}>
      <div role="status" ref={back}>
        {removed && (
          <p className="caution">
            {t('removed', { name: removed.draft.name })}{' '}
            <Button onClick={() => void undoRemove()}>{t('undoRemove')}</Button>
          </p>
        )}
      </div>
      {trouble && (
        <Failed
          title={t('readFailed')}
          detail={`${trouble.what[lang]} ${trouble.where} ${trouble.todo[lang]}`}
          onRetry={() => void refresh()}
        />
      )}
      {phase === 'loading' && <Skeleton lines={4} />}
      {phase === 'ready' && drafts.length === 0 && (
        <Empty title={t('noDrafts')}>
          <p>{t('noDraftsHint')}</p>
        </Empty>
      )}
      {drafts.length > 0 && (
        <DataTable caption={t('drafts')} columns={columns} rows={drafts} rowKey={(d) => d.id} maxHeight={420} />
      )}
      {broken.length > 0 && <Broken papers={broken} />}
    </Card>
  );
}

type Say = (key: keyof typeof DESK_TEXT, params?: TextParams) => string;

function columnsOf(t: Say, lang: Lang, remove: (id: string) => void): readonly TableColumn<Draft>[] {
  return [
    {
      key: 'name',
      head: t('name'),
      rowHeader: true,
      sortBy: (d) => d.name,
      cell: (d) => (
        <PlaceLink to={{ free: { draft: d.id, page: null, side: null } }}>{d.name || d.briefing.title}</PlaceLink>
      ),
    },
    {
      key: 'kind',
      head: t('kindColumn'),
      sortBy: (d) => d.briefing.ask.kind,
      cell: (d) => KIND_NAMES[d.briefing.ask.kind][lang],
    },
    {
      key: 'period',
      head: t('of'),
      sortBy: (d) => d.briefing.ask.period,
      firstDirection: 'descending',
      cell: ({ briefing: { frequency, ask, weekEndsOn } }) =>
        formatPeriodWords(frequency, ask.period, lang, weekEndsOn),
    },
    {
      key: 'language',
      head: t('languageColumn'),
      cell: (d) => t(d.briefing.lang === 'zh' ? 'chinese' : 'english'),
    },
    { key: 'pages', head: t('pages'), align: 'end', cell: (d) => d.briefing.pages.length },
    { key: 'hand', head: t('hand'), align: 'end', cell: (d) => handCount(d.briefing) },
    {
      key: 'changed',
      head: t('changed'),
      sortBy: (d) => d.at,
      firstDirection: 'descending',
      cell: (d) => (d.at === 0 ? t('notKept') : `${formatMoment(d.at, lang)} ${d.by}`),
    },
    {
      key: 'tools',
      head: t('tools'),
      cell: (d) => (
        <Button look="plain" aria-label={t('removeName', { name: d.name })} onClick={() => remove(d.id)}>
          {t('remove')}
        </Button>
      ),
    },
  ];
}

function Broken({ papers }: { readonly papers: readonly BrokenPaper[] }) {
  const t = useT(DESK_TEXT);
  const lang = useLang();
  const removeBroken = useBriefings((s) => s.removeBroken);
  return (
    <section className="drafts-broken">
      <p className="caution">{t('broken', { n: papers.length })}</p>
      <ul className="plain-list">
        {papers.map((paper) => (
          <li key={paper.id}>
            {t('brokenLine', {
              at: formatMoment(paper.at, lang),
              who: paper.by === '' ? '' : ` ${paper.by}`,
              faults: faultWords(paper, lang, (n) => t('more', { n })),
            })}{' '}
            <Button
              look="plain"
              onClick={() =>
                downloadText(
                  `${t('brokenFile')} ${paper.id}.json`,
                  JSON.stringify(paper.body, null, 1),
                  'application/json',
                )
              }
            >
              {t('brokenSave')}
            </Button>
            <Button look="plain" onClick={() => void removeBroken(paper.id)}>
              {t('remove')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The first faults with place, expectation and what stood there. */
function faultWords({ faults }: BrokenPaper, lang: 'zh' | 'en', more: (n: number) => string): string {
  const said = faults
    .slice(0, FAULTS_SHOWN)
    .map(({ path, expected, given, words }) => `${path}: ${words?.[lang] ?? expected} (${given ?? '—'})`);
  if (faults.length > FAULTS_SHOWN) said.push(more(faults.length - FAULTS_SHOWN));
  return said.join(lang === 'zh' ? '；' : '; ');
}
