import { useState } from 'react';
import { formatDayWords, formatNumber, formatPeriodWords } from '../../base/format';
import { treeCsv } from '../../observations/region-table';
import { today } from '../../platform/clock';
import { downloadCsv, downloadText } from '../../platform/download';
import type { AssessmentView, Coverage } from '../../platform/engine-api';
import { isAbort } from '../../platform/trouble';
import { useLang } from '../../store/place';
import { useDemonstrationMark, useSession } from '../../store/session';
import type { SourceKind } from '../../store/session-state';
import { useEngineCall } from '../../store/use-engine-call';
import { Button } from '../parts/Button';
import { Card } from '../parts/Card';
import { useT } from '../parts/use-text';
import { formatBytes } from './bytes';
import { FeedSettings } from './FeedSettings';
import { IssuesTable } from './IssuesTable';
import { DATA_TEXT } from './text';

const KIND_WORDS: Readonly<Record<SourceKind, 'sourceDemonstration' | 'sourceFeed' | 'sourceFiles'>> = {
  demonstration: 'sourceDemonstration',
  'http-feed': 'sourceFeed',
  files: 'sourceFiles',
};

interface SourceCardProps {
  readonly view: AssessmentView | null;
  readonly coverage: Coverage | null;
}

/** Where the figures come from, how old they are, and the ways to another source. */
export function SourceCard({ view, coverage }: SourceCardProps) {
  const t = useT(DATA_TEXT);
  const lang = useLang();
  const source = useSession((s) => s.source);
  const kept = useSession((s) => s.kept);
  const report = useSession((s) => s.feedReport);
  const fingerprint = useEngineCall('fingerprint', (engine, options) => engine.fingerprint(options));
  const facts = view ? factsOf(view) : [];
  const { room } = kept ?? { room: null };

  function factsOf(shown: AssessmentView): readonly (readonly [string, string])[] {
    const words = (period: number): string => formatPeriodWords(shown.frequency, period, lang, shown.weekEndsOn);
    const age = source.fetchedOn === null ? 0 : today() - source.fetchedOn;
    const ageWords = age <= 0 ? t('ageToday') : t('age', { days: formatNumber(age) });
    return [
      ...(source.fetchedOn === null
        ? []
        : [[t('fetchedOn'), `${formatDayWords(source.fetchedOn, lang)} · ${ageWords}`] as const]),
      [t('lastKnown'), shown.lastKnownOn === null ? t('noLastKnown') : formatDayWords(shown.lastKnownOn, lang)],
      [t('span'), t('spanValue', { from: words(shown.first), to: words(shown.first + shown.count - 1) })],
      [
        t('extent'),
        t('extentValue', {
          regions: formatNumber(shown.tree.regions.length),
          indicators: formatNumber(shown.indicators.length),
        }),
      ],
      ...(coverage ? [[t('values'), valuesWords(coverage)] as const] : []),
      ...(source.kind === 'http-feed' ? [[t('address'), source.url] as const] : []),
    ];
  }

  function valuesWords({ values, held }: Coverage): string {
    return held > 0
      ? t('valuesHeld', { values: formatNumber(values), held: formatNumber(held) })
      : t('valuesValue', { values: formatNumber(values) });
  }

  return (
    <Card
      title={
        <>
          {t('source')}
          {lang === 'zh' ? '：' : ': '}
          {source.name[lang]}
        </>
      }
      subtitle={t(KIND_WORDS[source.kind])}
      tools={view && <Exports view={view} />}
    >
      <p className="source-marks">
        {view?.demonstration && <span className="demonstration">{t('notReal')}</span>}
        {source.stale && <span className="demonstration">{t('stale')}</span>}
      </p>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {fingerprint.data && (
          <div>
            <dt>{t('fingerprint')}</dt>
            <dd className="fingerprint" data-testid="fingerprint" title={t('fingerprintHelp')}>
              {fingerprint.data}
            </dd>
          </div>
        )}
        {room && (
          <div>
            <dt>{t('room')}</dt>
            <dd>
              {t('roomValue', { used: formatBytes(room.used), quota: formatBytes(room.quota) })}
              {source.kind === 'files' && ` · ${room.persistent ? t('roomPersistent') : t('roomEvictable')}`}
            </dd>
          </div>
        )}
      </dl>
      <Ways />
      <FeedSettings />
      {report && report.issues.length > 0 && (
        <IssuesTable
          issues={report.issues.map((issue) => ({ file: report.name, issue }))}
          counts={report.issueCounts}
          withFile={false}
        />
      )}
    </Card>
  );
}

/** Buttons to the other sources that there are. */
function Ways() {
  const t = useT(DATA_TEXT);
  const kind = useSession((s) => s.source.kind);
  const configured = useSession((s) => s.configured);
  const waiting = useSession((s) => (s.source.kind === 'files' ? 0 : (s.kept?.batchIds.length ?? 0)));
  const busy = useSession((s) => s.progress !== null);
  const showDemonstration = useSession((s) => s.showDemonstration);
  const showConfigured = useSession((s) => s.showConfigured);
  const showFiles = useSession((s) => s.showFiles);
  return (
    <p className="ways">
      {kind !== 'demonstration' && (
        <Button disabled={busy} onClick={() => void showDemonstration()}>
          {t('toDemonstration')}
        </Button>
      )}
      {configured === 'http-feed' && (
        <Button disabled={busy} onClick={() => void showConfigured()}>
          {kind === 'http-feed' ? t('refresh') : t('toConfigured')}
        </Button>
      )}
      {waiting > 0 && (
        <Button disabled={busy} onClick={() => void showFiles()}>
          {t('toFiles', { count: formatNumber(waiting) })}
        </Button>
      )}
    </p>
  );
}

function Exports({ view }: { readonly view: AssessmentView }) {
  const t = useT(DATA_TEXT);
  const lang = useLang();
  const engine = useSession((s) => s.engine);
  const mark = useDemonstrationMark();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  // What leaves the page says in its name that it is not real.
  const named = (name: string): string => (mark ? `${mark[lang]}-${name}.csv` : `${name}.csv`);
  const exportAll = async (): Promise<void> => {
    setState('busy');
    try {
      downloadCsv(named(t('exportName')), await engine.exportCsv({}));
      setState('idle');
    } catch (error) {
      setState(isAbort(error) ? 'idle' : 'failed');
    }
  };
  return (
    <>
      <Button look="plain" disabled={state === 'busy'} onClick={() => void exportAll()}>
        {state === 'busy' ? t('exporting') : t('exportCsv')}
      </Button>
      <Button look="plain" onClick={() => downloadText(named(t('regionsName')), treeCsv(view.tree), 'text/csv')}>
        {t('exportRegions')}
      </Button>
      <span role="status" className="quiet">
        {state === 'failed' && t('exportFailed')}
      </span>
    </>
  );
}
