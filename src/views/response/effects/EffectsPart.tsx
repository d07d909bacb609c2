import { useMemo } from 'react';
import { usePlace } from '../../../store/place';
import { useReadyView } from '../../../store/session';
import { useEngineCall } from '../../../store/use-engine-call';
import { useResponse } from '../../../store/use-response';
import { startedMeasures } from '../../../response/effects/started-measures';
import { useLang } from '../../../store/place';
import { Empty, Failed, Skeleton } from '../../parts/states';
import { useT } from '../../parts/use-text';
import { AssumptionsCard } from './AssumptionsCard';
import { ControlsCard } from './ControlsCard';
import { EffectCharts } from './EffectCharts';
import { QuestionCard } from './QuestionCard';
import { readQuestion } from './question';
import { EFFECTS_TEXT } from './text';
import { VerdictCard } from './VerdictCard';
import './effects.css';

/** What did a measure bring? Before and after against comparable regions; the question stands in the address. */
export function EffectsPart() {
  const t = useT(EFFECTS_TEXT);
  const lang = useLang();
  const view = useReadyView();
  const { free, region } = usePlace();
  const cases = useResponse((s) => s.state.cases);
  const started = useMemo(() => startedMeasures(cases.values(), view.frequency), [cases, view.frequency]);
  const read = useMemo(() => readQuestion(free, region, view, started), [free, region, view, started]);
  const answer = useEngineCall(read && JSON.stringify(read.question), (engine, options) =>
    engine.measureEffect(read!.question, options),
  );
  if (!read) return <Empty title={t('noFigures')} />;
  const { data, error, loading, retry } = answer;
  return (
    <div className="effects" data-testid="effects" data-ready={data && !loading ? 'effects' : undefined}>
      <QuestionCard read={read} started={started} shown={data?.view ?? null} />
      {error && <Failed title={t('failed')} detail={error.what[lang]} onRetry={retry} />}
      {!error && !data && <Skeleton lines={8} />}
      {data && (
        <div className={`effects-answer ${loading ? 'effects-stale' : ''}`} aria-busy={loading}>
          <VerdictCard answer={data} question={read.question} />
          {data.series && <EffectCharts answer={data} series={data.series} question={read.question} />}
          <ControlsCard answer={data} question={read.question} />
          <AssumptionsCard answer={data} />
        </div>
      )}
    </div>
  );
}
