import { useMemo } from 'react';
import { formatDayWords } from '../../../base/format';
import { downloadText } from '../../../platform/download';
import { LAYER_NAMES } from '../../../response/actor-text';
import { formatMoment } from '../../../response/calendar/moment';
import type { PlanVersion } from '../../../response/plan-versions';
import { useLang } from '../../../store/place';
import { useDraft } from '../../../store/use-draft';
import { Button } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { DataTable, type TableColumn } from '../../parts/DataTable';
import { useT } from '../../parts/use-text';
import { Faults } from '../../rules/shelf/Faults';
import { planJson } from '../matrix/matrix-file';
import { useVersions } from '../use-versions';
import { CompareCard } from './CompareCard';
import { checkDraft, draftOf, NO_DRAFT, type PlanDraft } from './draft';
import { DraftCard } from './DraftCard';
import { VERSIONS_TEXT } from './text';
import './versions.css';

/** Every version of the plan, what differs between any two, and the draft of the next one. */
export function VersionsPart() {
  const t = useT(VERSIONS_TEXT);
  const { versions, inForce, today } = useVersions();
  const [draft, setDraft, clearDraft] = useDraft<PlanDraft>('plan-edit', NO_DRAFT);
  const checked = useMemo(() => (draft.plan === null ? null : checkDraft(draft.plan)), [draft.plan]);
  const broken = versions.filter((v) => v.plan === null);
  return (
    <div className="plan-part" data-ready="plan">
      <Card title={t('title')} subtitle={t('subtitle')}>
        <VersionsTable
          versions={versions.toReversed()}
          stateOf={(v) => stateOf(v, inForce, today)}
          onRevise={(v) => setDraft({ ...NO_DRAFT, plan: draftOf(v.plan!, versions) })}
        />
        {broken.map((v) => (
          <Faults key={v.number} caption={t('faultsOf', { number: v.number })} faults={v.faults} />
        ))}
      </Card>
      <DraftCard
        draft={draft}
        checked={checked}
        versions={versions}
        inForce={inForce}
        today={today}
        setDraft={setDraft}
        clearDraft={clearDraft}
      />
      <CompareCard versions={versions} inForce={inForce} draft={checked?.value ?? null} />
    </div>
  );
}

type State = 'inForce' | 'waiting' | 'past' | 'unreadable';

function stateOf(version: PlanVersion, inForce: PlanVersion, today: number): State {
  if (version.plan === null) return 'unreadable';
  if (version.number === inForce.number) return 'inForce';
  return version.from !== null && version.from > today ? 'waiting' : 'past';
}

interface TableProps {
  readonly versions: readonly PlanVersion[];
  readonly stateOf: (version: PlanVersion) => State;
  readonly onRevise: (version: PlanVersion) => void;
}

function VersionsTable({ versions, stateOf: state, onRevise }: TableProps) {
  const t = useT(VERSIONS_TEXT);
  const lang = useLang();
  const columns: TableColumn<PlanVersion>[] = [
    { key: 'number', head: t('number'), align: 'end', cell: (v) => v.number },
    { key: 'version', head: t('version'), rowHeader: true, className: 'foreign', cell: (v) => v.plan?.version ?? '—' },
    {
      key: 'from',
      head: t('from'),
      className: 'nowrap',
      cell: (v) => (v.from === null ? t('ever') : formatDayWords(v.from, lang)),
    },
    {
      key: 'state',
      head: t('state'),
      className: 'nowrap',
      cell: (v) => t(state(v)),
    },
    {
      key: 'at',
      head: t('at'),
      className: 'nowrap',
      cell: (v) => (v.adopted ? formatMoment(v.adopted.at, lang) : '—'),
    },
    {
      key: 'by',
      head: t('by'),
      className: 'foreign',
      cell: (v) => (v.adopted ? `${LAYER_NAMES[v.adopted.by.role][lang]} · ${v.adopted.by.name}` : '—'),
    },
    { key: 'reason', head: t('reason'), className: 'foreign', cell: (v) => v.adopted?.reason ?? '—' },
    { key: 'action', head: t('action'), cell: actionsCell(onRevise) },
  ];
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={versions}
      rowKey={(v) => String(v.number)}
      rowClass={(v) => (state(v) === 'inForce' ? 'selected' : undefined)}
      maxHeight={320}
    />
  );
}

const actionsCell = (onRevise: TableProps['onRevise']) => (version: PlanVersion) => (
  <VersionActions version={version} onRevise={onRevise} />
);

function VersionActions({ version, onRevise }: Pick<TableProps, 'onRevise'> & { readonly version: PlanVersion }) {
  const t = useT(VERSIONS_TEXT);
  const { plan, number } = version;
  if (plan === null) return '—';
  return (
    <span className="plan-ways">
      <Button
        look="plain"
        aria-label={t('downloadOf', { number })}
        onClick={() => downloadText(`${t('fileName')}-${plan.version}.json`, planJson(plan), 'application/json')}
      >
        {t('download')}
      </Button>
      <Button look="plain" aria-label={t('reviseOf', { number })} onClick={() => onRevise(version)}>
        {t('revise')}
      </Button>
    </span>
  );
}
