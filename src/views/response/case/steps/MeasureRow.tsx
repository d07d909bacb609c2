import { useState } from 'react';
import { formatList, formatNumber } from '../../../../base/format';
import type { Lang } from '../../../../base/text';
import { reasonOf } from '../../../../response/response-text';
import type { GateResult, Measure } from '../../../../response/plan';
import { useLang } from '../../../../store/place';
import { DataTable, type TableColumn } from '../../../parts/DataTable';
import { useT } from '../../../parts/use-text';
import { clauseWords } from '../../../region/clause';
import { useActing } from '../acting';
import { AcceptForm } from './AcceptForm';
import { type Candidate, type DecideProps, PARTNER_FACT } from './decide';
import { DECIDE_TEXT } from './decide-text';
import { PartnersTable } from './PartnersTable';
import { RejectForm } from './RejectForm';

interface MeasureRowProps extends DecideProps {
  readonly candidate: Candidate;
  readonly open?: boolean;
}

/** One measure: its reason in a line, behind it what it is, its gates, where it leads, and the decision on it. */
export function MeasureRow({ candidate, open = false, ...props }: MeasureRowProps) {
  const { measure, proposed, gates } = candidate;
  const t = useT(DECIDE_TEXT);
  const lang = useLang();
  const { names } = useActing();
  const [opened, setOpened] = useState(open);
  const byDecision = props.level < measure.fromLevel;
  const layers = formatList(
    measure.mayStart.map((layer) => t(layer)),
    lang,
  );
  return (
    <li>
      <details open={open} onToggle={(e) => setOpened(e.currentTarget.open)}>
        <summary>
          <strong>{measure.name[lang]}</strong>{' '}
          <span className={`case-mark ${byDecision ? 'case-mark-notice' : ''}`}>
            {t(byDecision ? 'byDecision' : 'openAsOfRight')}
          </span>{' '}
          {proposed && <span className="measure-why">{reasonOf(proposed, props.view.catalogue)[lang]}</span>}
          <span className="measure-why quiet">
            {[
              t('clause', { clause: clauseWords(measure.clause, lang) }),
              t('lead', { name: names.department(measure.lead)[lang] }),
              t('starts', { layers }),
              gateWords(gates, t),
            ].join(' · ')}
          </span>
        </summary>
        {opened && <MeasureBody {...props} candidate={candidate} />}
      </details>
    </li>
  );
}

function gateWords(gates: readonly GateResult[], t: ReturnType<typeof useT<keyof typeof DECIDE_TEXT>>): string {
  if (gates.length === 0) return t('noGates');
  const count = (state: GateResult['state']): string =>
    formatNumber(gates.filter((gate) => gate.state === state).length);
  return t('gates', { met: count('met'), notMet: count('not-met'), unknown: count('unknown') });
}

function MeasureBody({ candidate, ...props }: DecideProps & { readonly candidate: Candidate }) {
  const { measure, gates } = candidate;
  const { view } = props;
  const t = useT(DECIDE_TEXT);
  const lang = useLang();
  const { names } = useActing();
  const facts = [
    t('target', { name: measure.targetGroup[lang] }),
    ...(measure.supporting.length > 0
      ? [
          t('supporting', {
            names: formatList(
              measure.supporting.map((id) => names.department(id)[lang]),
              lang,
            ),
          }),
        ]
      : []),
    ...(measure.funding ? [t('funding', { name: measure.funding[lang] })] : []),
    t('effect', {
      indicator: view.catalogue.byId.get(measure.effect.indicator)?.name[lang] ?? measure.effect.indicator,
      count: formatNumber(measure.effect.withinMonths),
    }),
    ...(measure.note ? [measure.note[lang]] : []),
  ];
  return (
    <>
      <p>{measure.summary[lang]}</p>
      <ul className="plain-list small">
        {facts.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {gates.length > 0 && <GateTable measure={measure} gates={gates} />}
      {measure.gates.some((gate) => gate.fact === PARTNER_FACT) && (
        <PartnersTable partners={props.partners} failed={props.partnersFailed} />
      )}
      <AcceptForm {...props} candidate={candidate} />
      <RejectForm {...props} measure={measure} />
    </>
  );
}

const GATE_LOOK: Readonly<Record<GateResult['state'], string>> = {
  met: '',
  'not-met': 'case-mark-worse',
  unknown: 'case-mark-notice',
};

function GateTable({ measure, gates }: { readonly measure: Measure; readonly gates: readonly GateResult[] }) {
  const t = useT(DECIDE_TEXT);
  const lang = useLang();
  return (
    <DataTable
      caption={t('gateTable', { measure: measure.name[lang] })}
      rows={gates}
      rowKey={(row) => row.fact.id}
      columns={gateColumns(t, lang)}
    />
  );
}

function gateColumns(
  t: ReturnType<typeof useT<keyof typeof DECIDE_TEXT>>,
  lang: Lang,
): readonly TableColumn<GateResult>[] {
  return [
    { key: 'fact', head: t('fact'), rowHeader: true, cell: (row) => row.fact.name[lang] },
    { key: 'required', head: t('required'), cell: (row) => row.required[lang] },
    { key: 'figure', head: t('figure'), cell: (row) => row.figure[lang] },
    {
      key: 'state',
      head: t('state'),
      cell: (row) => <span className={`case-mark ${GATE_LOOK[row.state]}`}>{t(row.state)}</span>,
    },
    {
      key: 'source',
      head: t('source'),
      className: 'small',
      cell: (row) => `${row.source[lang]} · ${row.gate.note[lang]}`,
    },
  ];
}
