import { useMemo } from 'react';
import { formatShare } from '../../../base/format';
import { formatPeriod } from '../../../base/period';
import type { AssessmentView } from '../../../platform/engine-api';
import { useLang, usePlace } from '../../../store/place';
import { useReadyView } from '../../../store/session';
import { Button } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { Empty, Failed } from '../../parts/states';
import { useT } from '../../parts/use-text';
import { Faults } from '../shelf/Faults';
import { draftOf, isIdle, scenarioOf, useDraft } from './draft';
import { useFocus } from './use-focus';
import { ResultCards } from './ResultCards';
import { ScenarioCard } from './ScenarioCard';
import { WHAT_IF_TEXT } from './text';
import { useWhatIf } from './use-what-if';
import './what-if.css';

/** Figures and thresholds as they might be, and the levels that would follow. */
export function WhatIfPart() {
  const t = useT(WHAT_IF_TEXT);
  const lang = useLang();
  const view = useReadyView();
  const place = usePlace();
  const draft = useDraft((s) => s.draft);
  const { scenario, faults: unread } = useMemo(() => scenarioOf(draft), [draft]);
  const idle = isIdle(draft);
  const named = scenario.shocks.flatMap((s) => (s.regions === 'all' ? [] : s.regions));
  const focus = useFocus(view, named[0] ?? null, place.region);
  const { answer, running, stopped, error, cancel, again } = useWhatIf(
    idle || unread.length > 0 ? null : scenario,
    focus.code,
  );
  const faults = idle ? [] : unread.length > 0 ? unread : (answer?.faults ?? []);
  return (
    <div className="what-if">
      <ScenarioCard view={view} scenario={scenario} faults={faults} />
      <div className="what-if-result" data-testid="what-if-result" aria-busy={running !== null}>
        <p className="what-if-mark">{t('mark')}</p>
        {idle && <Start view={view} />}
        <div role="status">
          {running !== null && (
            <p className="what-if-running">
              <progress value={running} max={1} aria-label={t('computing', { share: formatShare(running) })} />
              {t('computing', { share: formatShare(running) })}
              <Button onClick={cancel}>{t('cancel')}</Button>
            </p>
          )}
          {stopped && (
            <p className="what-if-running">
              {t('stopped')}
              <Button onClick={again}>{t('again')}</Button>
            </p>
          )}
        </div>
        {error && <Failed title={t('failed')} detail={`${error.what[lang]} ${error.where}`.trim()} onRetry={again} />}
        {faults.length > 0 && (
          <Card title={t('faults')}>
            <Faults titled caption={t('faults')} faults={faults} />
          </Card>
        )}
        {!idle && answer?.result && faults.length === 0 && (
          <ResultCards view={view} result={answer.result} scenario={scenario} focus={focus} />
        )}
      </div>
    </div>
  );
}

/** What the screen is for, and an example of it. */
function Start({ view }: { readonly view: AssessmentView }) {
  const t = useT(WHAT_IF_TEXT);
  const open = useDraft((s) => s.open);
  const spelt = (p: number): string => formatPeriod(view.frequency, p, view.weekEndsOn);
  const example = (): void =>
    open(
      draftOf({
        schema: 'fengsui-scenario/1',
        name: t('exampleName'),
        note: '',
        shocks: [
          {
            indicator: 'new_benefit_claims',
            regions: 'all',
            from: spelt(Math.max(view.first, view.latest - 5)),
            to: spelt(view.latest),
            kind: 'factor',
            amount: 1.6,
          },
        ],
        thresholds: {},
      }),
      null,
    );
  return (
    <Card>
      <Empty title={t('start')}>
        <p>{t('startHelp')}</p>
        {view.indicators.includes('new_benefit_claims') && <Button onClick={example}>{t('example')}</Button>}
      </Empty>
    </Card>
  );
}
