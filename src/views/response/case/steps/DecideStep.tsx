import { useMemo, useState } from 'react';
import { formatNumber, formatPeriodWords } from '../../../../base/format';
import { levelWords } from '../../../../levels/level-names';
import { layerOf } from '../../../../response/actor';
import { proposalsOf, responseOf } from '../../../../response/case/proposals';
import { clauseName } from '../../../../response/clauses';
import { evaluateGates } from '../../../../response/gates';
import { knownFacts } from '../../../../response/known-facts';
import type { Measure } from '../../../../response/plan';
import { useLang } from '../../../../store/place';
import { useEngineCall } from '../../../../store/use-engine-call';
import { Button } from '../../../parts/Button';
import { Card } from '../../../parts/Card';
import { Skeleton } from '../../../parts/states';
import { useT } from '../../../parts/use-text';
import { clauseWords } from '../../../region/clause';
import { useActing } from '../acting';
import { SelectField } from '../fields';
import type { StepProps } from '../step';
import { DecidedCard } from './DecidedCard';
import { type Candidate, type DecideProps, PARTNER_FACT } from './decide';
import { DECIDE_TEXT } from './decide-text';
import { MeasureRow } from './MeasureRow';

const FIRST_SHOWN = 8;

/** What is done about it: proposals with reasons and gates, accepted or rejected one by one. */
export function DecideStep(props: StepProps) {
  const { review, view, plan, period, detail } = props;
  const asks = plan.measures.some((measure) => measure.gates.some((gate) => gate.fact === PARTNER_FACT));
  const { data: partners, error } = useEngineCall(
    asks ? `partners ${review.regionCode} ${period}` : null,
    (engine, o) => engine.partners(review.regionCode, period, o),
  );
  const region = view.tree.regions[view.tree.indexOf.get(review.regionCode) ?? -1];
  const { state, today } = props;
  const facts = useMemo(
    () =>
      knownFacts({
        data: detail?.responseInput.facts ?? new Map(),
        plan,
        cases: state.cases.values(),
        regionCode: review.regionCode,
        today,
        inHand: review.id,
        assessment: review.assessment,
        partners,
      }),
    [detail, plan, state.cases, review, today, partners],
  );
  if (detail === null || region === undefined) {
    return (
      <Card>
        <Skeleton lines={8} />
      </Card>
    );
  }
  const layer = layerOf(view.tree.depth[view.tree.indexOf.get(region.code)!]!);
  const response = responseOf(detail.derivation, props.level, { region, layer, plan, facts });
  const proposals = proposalsOf(response, review, plan);
  const candidates = proposals.open.map(
    (proposed): Candidate => ({ measure: proposed.measure, proposed, gates: proposed.gates }),
  );
  const given = { ...props, partners, partnersFailed: error !== null };
  return (
    <>
      <ProposalsCard {...given} level={response?.level ?? props.level} candidates={candidates}>
        <OtherMeasure
          {...given}
          others={proposals.others}
          candidateOf={(measure) => ({ measure, proposed: null, gates: evaluateGates(measure, plan, facts) })}
        />
      </ProposalsCard>
      <DecidedCard {...given} proposals={proposals} gatesOf={(measure) => evaluateGates(measure, plan, facts)} />
    </>
  );
}

interface ProposalsProps extends DecideProps {
  readonly candidates: readonly Candidate[];
  readonly children: React.ReactNode;
}

function ProposalsCard({ children, candidates, ...props }: ProposalsProps) {
  const { view, plan, period, level } = props;
  const t = useT(DECIDE_TEXT);
  const lang = useLang();
  const [clause, setClause] = useState('');
  const [all, setAll] = useState(false);
  const clauses = [...new Set(candidates.map((one) => one.measure.clause))].toSorted();
  const chosen = candidates.filter((one) => clause === '' || one.measure.clause === clause);
  const shown = all ? chosen : chosen.slice(0, FIRST_SHOWN);
  const count = (of: string): string => formatNumber(candidates.filter((one) => one.measure.clause === of).length);
  return (
    <Card
      title={t('proposals')}
      subtitle={t('proposalsSubtitle', {
        level: levelWords(view.scheme.names ?? null).inline(level)[lang],
        period: formatPeriodWords(view.frequency, period, lang, view.weekEndsOn),
        version: plan.version,
      })}
      footer={t('gateOurs')}
    >
      {candidates.length === 0 && <p className="quiet">{t('noProposals')}</p>}
      {clauses.length > 1 && (
        <div className="case-fields">
          <SelectField
            label={t('category')}
            value={clause}
            options={[
              { value: '', label: t('all', { count: formatNumber(candidates.length) }) },
              ...clauses.map((value) => ({
                value,
                label: t('categoryOf', {
                  name: clauseName(value)[lang],
                  clause: clauseWords(value, lang),
                  count: count(value),
                }),
              })),
            ]}
            onChange={setClause}
          />
        </div>
      )}
      <ol className="case-rows">
        {shown.map((candidate) => (
          <MeasureRow key={candidate.measure.id} {...props} candidate={candidate} />
        ))}
      </ol>
      {shown.length < chosen.length && (
        <Button look="plain" onClick={() => setAll(true)}>
          {t('more', { count: formatNumber(chosen.length - shown.length) })}
        </Button>
      )}
      {children}
    </Card>
  );
}

interface OtherProps extends DecideProps {
  readonly others: readonly Measure[];
  readonly candidateOf: (measure: Measure) => Candidate;
}

/** Any other measure of the plan: chosen from the list, then it is decided on like the rest. */
function OtherMeasure({ others, candidateOf, ...props }: OtherProps) {
  const t = useT(DECIDE_TEXT);
  const lang = useLang();
  const { names } = useActing();
  const [id, setId] = useState('');
  const measure = others.find((one) => one.id === id);
  if (others.length === 0) return null;
  return (
    <>
      <div className="case-fields">
        <SelectField
          label={t('others')}
          hint={t('othersHelp')}
          value={measure ? id : ''}
          none={t('chooseOther')}
          options={others.map((one) => ({
            value: one.id,
            label: `${clauseWords(one.clause, lang)} ${names.measure(one.id)[lang]}`,
          }))}
          onChange={setId}
          wide
        />
      </div>
      {measure && (
        <ul className="case-rows">
          <MeasureRow key={measure.id} {...props} candidate={candidateOf(measure)} open />
        </ul>
      )}
    </>
  );
}
