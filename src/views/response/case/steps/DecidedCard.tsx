import { formatDayWords, formatNumber } from '../../../../base/format';
import { formatMoment } from '../../../../response/calendar/moment';
import type { Proposals } from '../../../../response/case/proposals';
import type { GateResult, Measure } from '../../../../response/plan';
import { useLang } from '../../../../store/place';
import { deskName } from '../../../../store/trail-names';
import { Card } from '../../../parts/Card';
import { useT } from '../../../parts/use-text';
import { useActing } from '../acting';
import { AcceptForm } from './AcceptForm';
import type { DecideProps } from './decide';
import { DECIDE_TEXT } from './decide-text';
import { expectedWords } from './expected-words';
import { RejectForm } from './RejectForm';

interface DecidedProps extends DecideProps {
  readonly proposals: Proposals;
  readonly gatesOf: (measure: Measure) => readonly GateResult[];
}

type Row = Proposals['accepted'][number] | Proposals['rejected'][number];

/** What was decided, by whom and why; as long as nothing has been reported of a measure the decision can be changed. */
export function DecidedCard({ proposals, gatesOf, ...props }: DecidedProps) {
  const t = useT(DECIDE_TEXT);
  const { accepted, rejected } = proposals;
  return (
    <Card
      title={t('decided')}
      subtitle={t('decidedSubtitle', {
        accepted: formatNumber(accepted.length),
        rejected: formatNumber(rejected.length),
      })}
    >
      {accepted.length + rejected.length === 0 && <p className="quiet">{t('noneDecided')}</p>}
      <ul className="case-rows">
        {[...accepted, ...rejected].map((row) => (
          <DecidedRow key={row.decision.measure} {...props} row={row} gatesOf={gatesOf} />
        ))}
      </ul>
    </Card>
  );
}

function DecidedRow({
  row,
  gatesOf,
  ...props
}: DecideProps & { readonly row: Row; readonly gatesOf: DecidedProps['gatesOf'] }) {
  const t = useT(DECIDE_TEXT);
  const lang = useLang();
  const { names } = useActing();
  const { decision, measure, proposed } = row;
  const changeable = props.review.stage !== 'closed' && !(decision.accepted && decision.course.length > 0);
  return (
    <li>
      <div className="case-row-head">
        <strong>{names.measure(decision.measure)[lang]}</strong>
        <span className="case-mark">{t(decision.accepted ? 'accepted' : 'rejected')}</span>
        {decision.accepted && (
          <span className="quiet">
            {t('ownerIs', { name: names.department(decision.owner)[lang] })} ·{' '}
            {t('dueIs', { day: formatDayWords(decision.due, lang) })}
          </span>
        )}
      </div>
      <p className="case-words">{t('whyIs', { why: decision.accepted ? decision.why : decision.reason })}</p>
      {decision.accepted && <p className="quiet">{expectedWords(decision.expected, props.view, lang)}</p>}
      {decision.accepted && decision.decision !== '' && (
        <p className="quiet">{t('decisionIs', { decision: decision.decision })}</p>
      )}
      {decision.accepted && decision.note !== '' && <p className="quiet">{decision.note}</p>}
      <p className="quiet">
        {formatMoment(decision.at, lang)} · {deskName(decision.by, names)[lang]}
      </p>
      {changeable && (
        <details>
          <summary className="small">{t('change')}</summary>
          {measure && <AcceptForm {...props} candidate={{ measure, proposed, gates: gatesOf(measure) }} />}
          {decision.accepted && <RejectForm {...props} measure={{ id: decision.measure }} />}
        </details>
      )}
    </li>
  );
}
