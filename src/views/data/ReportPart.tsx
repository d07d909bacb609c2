import { useMemo } from 'react';
import { formatNumber, formatPeriodWords } from '../../base/format';
import { parsePeriod } from '../../base/period';
import type { Lang } from '../../base/text';
import type { AssessmentView, ReadReport } from '../../platform/engine-api';
import { useLang } from '../../store/place';
import { useImporting } from '../../store/importing';
import { useSession } from '../../store/session';
import { Button } from '../parts/Button';
import { useT } from '../parts/use-text';
import { defaultCatalogue, defaultRegionTree } from '../../base/catalogue';
import { formatBytes } from './bytes';
import { ConflictsPart } from './ConflictsPart';
import { importChoice } from './import-choice';
import { IssuesTable } from './IssuesTable';
import { MappingPart } from './MappingPart';
import { Preview } from './Preview';
import { QualityPart } from './QualityPart';
import { ReadingTools } from './ReadingTools';
import { RegionsPart } from './RegionsPart';
import { FORM_NAMES } from './reading-text';
import { DATA_TEXT } from './text';

/** What was read of the files, what not and why, and the decision about it. Nothing is loaded yet. */
export function ReportPart({ view }: { readonly view: AssessmentView | null }) {
  const t = useT(DATA_TEXT);
  const reports = useImporting((s) => s.reports);
  const issues = useMemo(() => reports.flatMap((r) => r.issues.map((issue) => ({ file: r.name, issue }))), [reports]);
  const counts = useMemo(() => sumCounts(reports), [reports]);
  const { faults, notes } = useMemo(() => bySeverity(reports), [reports]);
  return (
    <div className="report" data-testid="import-report">
      {reports.map((report) => (
        <FileReport key={report.batchId} report={report} view={view} />
      ))}
      <RegionsPart />
      <Decision />
      {reports.length > 0 && (
        <section aria-label={t('faults')}>
          <h3 className="report-head">
            {t('faults')}
            {issues.length > 0 && (
              <small>{t('faultsTitle', { faults: formatNumber(faults), notes: formatNumber(notes) })}</small>
            )}
          </h3>
          {issues.length === 0 ? (
            <p className="quiet">{t('noFaults')}</p>
          ) : (
            <IssuesTable issues={issues} counts={counts} withFile={reports.length > 1} />
          )}
        </section>
      )}
    </div>
  );
}

function FileReport({ report, view }: { readonly report: ReadReport; readonly view: AssessmentView | null }) {
  const t = useT(DATA_TEXT);
  const lang = useLang();
  // Without any data yet, words are matched with the built-in lists.
  const catalogue = view?.catalogue ?? defaultCatalogue();
  const tree = view && !view.demonstration ? view.tree : defaultRegionTree();
  const ignored = report.rows - report.taken - report.held;
  const figures: readonly (readonly [string, string, string])[] = [
    ['rows', t('rows'), formatNumber(report.rows)],
    ['taken', t('taken'), formatNumber(report.taken)],
    ['held', t('held'), formatNumber(report.held)],
    ['ignored', t('ignored'), formatNumber(ignored)],
  ];
  const names = report.indicators.map((id) => catalogue.byId.get(id)?.short[lang] ?? id);
  const spans = report.frequencies.map(({ first, last }) =>
    t('spanValue', { from: periodWords(first, lang), to: periodWords(last, lang) }),
  );
  return (
    <section className="file-report" aria-label={report.name}>
      <h3 className="report-head">
        <span className="foreign">{report.name}</span>
        <small>
          {[FORM_NAMES[report.form]?.[lang] ?? report.form, report.encoding, formatBytes(report.bytes)]
            .filter((w) => w !== '')
            .join(' · ')}
        </small>
      </h3>
      <ReadingTools report={report} />
      <dl className="figures">
        {figures.map(([key, label, value]) => (
          <div key={key} className={`figures-${key}`}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {report.taken > 0 && (
        <p className="small">
          {t('extentValue', { regions: formatNumber(report.regions), indicators: formatNumber(names.length) })}
          {' · '}
          {spans.join(t('listSeparator'))}
          {' · '}
          {names.slice(0, 8).join(t('listSeparator'))}
          {names.length > 8 && '…'}
        </p>
      )}
      {report.understandings.map((understanding, k) => (
        // Two worksheets may have one layout and no name of their own.
        // oxlint-disable-next-line react/no-array-index-key
        <MappingPart key={k} file={report.name} understanding={understanding} catalogue={catalogue} tree={tree} />
      ))}
      <ConflictsPart report={report} tree={tree} catalogue={catalogue} />
      {report.quality && <QualityPart report={report.quality} tree={tree} catalogue={catalogue} />}
      {report.understandings.length === 0 && report.preview.length > 0 && <Preview rows={report.preview} />}
    </section>
  );
}

function Decision() {
  const t = useT(DATA_TEXT);
  const reports = useImporting((s) => s.reports);
  const otherRegions = useImporting((s) => s.regions !== null);
  const confirm = useImporting((s) => s.confirm);
  const giveUp = useImporting((s) => s.giveUp);
  const ofFiles = useSession((s) => s.source.kind === 'files');
  const shown = useSession((s) => s.view?.batches);
  const kept = useSession((s) => s.kept?.batchIds);
  const present = ofFiles ? (shown ?? []).map((b) => b.id) : (kept ?? []);
  const choice = importChoice(reports, present, otherRegions);
  const rows = formatNumber(choice.rows);
  const words = {
    load: t('confirm', { rows }),
    add: t('confirmAdd', { rows }),
    replace: t('confirmReplace', { rows, count: formatNumber(present.length) }),
  };
  return (
    <div className="decision">
      {choice.ways.length === 0 && !choice.needsRegions && (
        <p>
          <strong>{t('noneTaken')}</strong> {reports.length > 0 && t('noneTakenHelp')}
        </p>
      )}
      {choice.known && <p>{t('known')}</p>}
      {choice.ways.length > 0 && otherRegions && present.length > 0 && (
        <p className="quiet">{t('replacesByRegions')}</p>
      )}
      {choice.ways.length > 0 && !ofFiles && <p className="quiet">{t('replacesDemonstration')}</p>}
      <p className="ways">
        {choice.ways.map((way, k) => (
          <Button
            key={way}
            look={k === 0 ? 'primary' : 'secondary'}
            data-testid={`confirm-${way}`}
            onClick={() => void confirm({ replace: way === 'replace' })}
          >
            {words[way]}
          </Button>
        ))}
        <Button look="plain" onClick={() => void giveUp()}>
          {t('giveUp')}
        </Button>
      </p>
    </div>
  );
}

/** Exact numbers, also of what is not listed: each type of a file is one or the other throughout. */
function bySeverity(reports: readonly ReadReport[]): { faults: number; notes: number } {
  const sums = { faults: 0, notes: 0 };
  for (const { issues, issueCounts } of reports) {
    const faulty = new Set(issues.filter((i) => i.severity === 'fault').map((i) => i.type as string));
    for (const [type, count] of Object.entries(issueCounts)) sums[faulty.has(type) ? 'faults' : 'notes'] += count;
  }
  return sums;
}

function sumCounts(reports: readonly ReadReport[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { issueCounts } of reports) {
    for (const [type, count] of Object.entries(issueCounts)) sums[type] = (sums[type] ?? 0) + count;
  }
  return sums;
}

function periodWords(text: string, lang: Lang): string {
  const parsed = parsePeriod(text);
  return parsed ? formatPeriodWords(parsed.frequency, parsed.period, lang, parsed.weekEndsOn) : text;
}
