import { formatNumber } from '../../../base/format';
import { rulesFile } from '../../../levels/load-rule-book';
import type { RuleVersion } from '../../../levels/rule-book';
import { downloadText } from '../../../platform/download';
import type { AssessmentView } from '../../../platform/engine-api';
import { setPlace, useLang, usePlace } from '../../../store/place';
import type { BrokenVersion } from '../../../store/rules';
import { useRules } from '../../../store/use-rules';
import { momentWords } from '../../data/moment';
import { Button, Select } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { DataTable, type TableColumn } from '../../parts/DataTable';
import { PlaceLink } from '../../parts/PlaceLink';
import { useT } from '../../parts/use-text';
import { DiffTable } from './DiffTable';
import { FaultTable } from './FaultTable';
import { EDIT_TEXT } from './text';
import { contentOf, sinceWords, versionWords } from './versions';

const DRAFT = 'draft';

/** Every version that was decided: who, when, from which day on, why; and what is different between any two. */
export function VersionsPart({ view }: { readonly view: AssessmentView }) {
  const t = useT(EDIT_TEXT);
  const lang = useLang();
  const versions = useRules((s) => s.versions);
  const broken = useRules((s) => s.broken);
  const newest = versions.toReversed();
  const baseOf = (id: string | null): RuleVersion | undefined => versions.find((v) => v.id === id);
  const columns: TableColumn<RuleVersion>[] = [
    { key: 'number', head: t('number'), align: 'end', cell: (v) => formatNumber(v.number) },
    { key: 'name', head: t('name'), rowHeader: true, className: 'foreign', cell: (v) => v.name[lang] },
    { key: 'since', head: t('inForceFrom'), className: 'nowrap', cell: (v) => sinceWords(v, lang) },
    { key: 'by', head: t('by'), className: 'foreign', cell: (v) => v.by || '—' },
    {
      key: 'at',
      head: t('savedAt'),
      className: 'nowrap',
      cell: (v) => (v.at === 0 ? '—' : momentWords(v.at, lang)),
    },
    { key: 'note', head: t('note'), className: 'foreign', cell: (v) => v.note || '—' },
    {
      key: 'base',
      head: t('base'),
      className: 'nowrap',
      cell: (v) => {
        const base = baseOf(v.basedOn);
        return base ? t('versionNumber', { number: base.number }) : '—';
      },
    },
    { key: 'action', head: t('action'), cell: actionsCell(view) },
  ];
  return (
    <>
      <Card title={t('versionsTitle')} subtitle={t('versionsSubtitle')}>
        <DataTable
          caption={t('versionsTitle')}
          columns={columns}
          rows={newest}
          rowKey={(v) => v.id}
          rowClass={(v) => (v.id === view.rules.id ? 'selected' : undefined)}
        />
        {broken.length > 0 && <BrokenVersions broken={broken} />}
      </Card>
      <CompareCard versions={newest} />
    </>
  );
}

const actionsCell = (view: AssessmentView) => (version: RuleVersion) => (
  <VersionActions version={version} view={view} />
);

function VersionActions({ version, view }: { readonly version: RuleVersion; readonly view: AssessmentView }) {
  const t = useT(EDIT_TEXT);
  const lang = useLang();
  const replace = useRules((s) => s.replace);
  const restore = (): void => {
    replace(contentOf(version), version.id);
    setPlace({ free: { part: null } });
  };
  const save = (): void => {
    const name = `${t('fileName')}-${version.number}.json`;
    downloadText(name, rulesFile(version.name, version.note, contentOf(version)), 'application/json');
  };
  const name = versionWords(version, lang);
  return (
    <span className="sure">
      {version.id === view.rules.id ? (
        <span className="quiet">{t('grades')}</span>
      ) : (
        <PlaceLink to={{ rules: version.id }}>{t('gradeBy')}</PlaceLink>
      )}
      <Button look="plain" aria-label={`${t('restore')} ${name}`} onClick={restore}>
        {t('restore')}
      </Button>
      <Button look="plain" aria-label={`${t('exportJson')} ${name}`} onClick={save}>
        {t('exportJson')}
      </Button>
    </span>
  );
}

function BrokenVersions({ broken }: { readonly broken: readonly BrokenVersion[] }) {
  const t = useT(EDIT_TEXT);
  const lang = useLang();
  return (
    <section className="edit-trouble" aria-label={t('brokenTitle')}>
      <h3>{t('brokenTitle')}</h3>
      <p className="quiet">{t('brokenHelp')}</p>
      {broken.map((b) => (
        <div key={b.id}>
          <p>
            {b.id} · {b.by || '—'} · {momentWords(b.at, lang)}
          </p>
          <FaultTable caption={b.id} faults={b.faults} />
        </div>
      ))}
    </section>
  );
}

/** Two versions, or the draft, side by side. Which two stands in the address. */
function CompareCard({ versions }: { readonly versions: readonly RuleVersion[] }) {
  const t = useT(EDIT_TEXT);
  const lang = useLang();
  const { free } = usePlace();
  const draft = useRules((s) => s.history.now);
  const options = [
    { value: DRAFT, label: t('draftName') },
    ...versions.map((v) => ({ value: v.id, label: `${v.number} · ${v.name[lang]}` })),
  ];
  const known = (id: string | undefined, otherwise: string): string =>
    options.some((o) => o.value === id) ? id! : otherwise;
  const from = known(free.from, draft.basedOn);
  const to = known(free.to, DRAFT);
  const contentBy = (id: string) => versions.find((v) => v.id === id) ?? draft;
  return (
    <Card
      title={t('compare')}
      tools={
        <>
          <Select
            label={t('compareFrom')}
            value={from}
            options={options}
            onChange={(id) => setPlace({ free: { from: id } }, { replace: true })}
          />
          <Select
            label={t('compareTo')}
            value={to}
            options={options}
            onChange={(id) => setPlace({ free: { to: id } }, { replace: true })}
          />
        </>
      }
    >
      <DiffTable from={contentBy(from)} to={contentBy(to)} />
    </Card>
  );
}
