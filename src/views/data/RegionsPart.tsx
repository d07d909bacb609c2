import type { ReactNode } from 'react';
import { formatNumber } from '../../base/format';
import { type ChosenRegions, useImporting } from '../../store/importing';
import { Button } from '../parts/Button';
import { useT } from '../parts/use-text';
import { DropZone } from './DropZone';
import { IssuesTable } from './IssuesTable';
import { DATA_TEXT } from './text';

/** The region table of an import: needed when the file's regions are unknown, possible at any time. */
export function RegionsPart() {
  const t = useT(DATA_TEXT);
  const reports = useImporting((s) => s.reports);
  const regions = useImporting((s) => s.regions);
  const refused = useImporting((s) => s.refused);
  const needed = reports.some((r) => r.needsRegions);
  return (
    <section className="regions-part" aria-label={t('regions')}>
      {regions && <InForce regions={regions} />}
      {refused && (
        <div role="alert">
          <p>
            <strong className="foreign">{t('refused', { name: refused.name })}</strong>
          </p>
          <IssuesTable
            issues={refused.issues.map((issue) => ({ file: refused.name, issue }))}
            counts={countByType(refused.issues.map((i) => i.type))}
            withFile={false}
          />
        </div>
      )}
      {needed ? <Needed /> : reports.length > 0 && <Another />}
    </section>
  );
}

function InForce({ regions }: { readonly regions: ChosenRegions }) {
  const t = useT(DATA_TEXT);
  const words = { file: regions.name, 'from-data': t('regionsMade'), 'built-in': t('regionsBuiltIn') };
  if (regions.kind === 'built-in') return <p className="quiet">{t('regionsBuiltIn')}</p>;
  return (
    <p className="quiet foreign">
      {t('regionsInForce', { name: words[regions.kind], count: formatNumber(regions.count) })}
    </p>
  );
}

/** None of the file's regions is known: bring their table, or make a flat one of them. */
function Needed() {
  const t = useT(DATA_TEXT);
  const reports = useImporting((s) => s.reports);
  const regionsFromData = useImporting((s) => s.regionsFromData);
  const found = reports.flatMap((r) => r.regionsFound ?? []);
  const codes = new Set(found.map((r) => r.code));
  const sample = found.slice(0, 3).map((r) => (r.name === '' ? r.code : `${r.code} ${r.name}`));
  return (
    <div className="needed" data-testid="needs-regions">
      <p>
        <strong>{t('needsRegions')}</strong>
      </p>
      <p className="foreign">
        {t('needsRegionsHelp', { count: formatNumber(codes.size), sample: sample.join(t('listSeparator')) })}
      </p>
      <Choose>
        <Button look="primary" data-testid="regions-from-data" onClick={() => void regionsFromData()}>
          {t('regionsFromData', { count: formatNumber(codes.size) })}
        </Button>
      </Choose>
    </div>
  );
}

function Another() {
  const t = useT(DATA_TEXT);
  return (
    <details>
      <summary>{t('otherRegions')}</summary>
      <Choose />
    </details>
  );
}

function Choose({ children }: { readonly children?: ReactNode }) {
  const t = useT(DATA_TEXT);
  const readRegions = useImporting((s) => s.readRegions);
  return (
    <DropZone
      label={t('dropRegions')}
      whileOver={t('dropNow')}
      button={t('chooseRegions')}
      onFiles={([file]) => void (file && readRegions(file))}
    >
      {children}
      <Button look="plain" onClick={() => void readRegions(null)}>
        {t('builtInRegions')}
      </Button>
    </DropZone>
  );
}

function countByType(types: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const type of types) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}
