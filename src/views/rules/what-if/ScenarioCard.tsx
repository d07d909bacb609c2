import { useState } from 'react';
import { loadScenario, type Scenario } from '../../../backtest/what-if';
import type { ShapeFault } from '../../../base/check';
import { formatPeriod } from '../../../base/period';
import { downloadText } from '../../../platform/download';
import type { AssessmentView } from '../../../platform/engine-api';
import { Button } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { useT } from '../../parts/use-text';
import { Faults, parseJson } from '../shelf/Faults';
import { JsonFile } from '../shelf/JsonFile';
import { ShelfTable } from '../shelf/ShelfTable';
import { useShelf } from '../shelf/use-shelf';
import { draftOf, useDraft } from './draft';
import { ShockFields } from './ShockFields';
import { WHAT_IF_TEXT } from './text';
import { ThresholdFields } from './ThresholdFields';

interface ScenarioCardProps {
  readonly view: AssessmentView;
  readonly scenario: Scenario;
  readonly faults: readonly ShapeFault[];
}

/** The scenario as a form, and the ones that are kept. */
export function ScenarioCard({ view, scenario, faults }: ScenarioCardProps) {
  const t = useT(WHAT_IF_TEXT);
  const { draft, edit, addShock } = useDraft();
  const last = view.latest;
  const spelt = (p: number): string => formatPeriod(view.frequency, p, view.weekEndsOn);
  const add = (): void =>
    addShock({
      indicator:
        view.ruleSet.rules.find((r) => view.indicators.includes(r.indicator))?.indicator ?? view.indicators[0]!,
      regions: 'all',
      from: spelt(Math.max(view.first, last - 2)),
      to: spelt(last),
      kind: 'factor',
      amount: '1.2',
      values: '',
    });
  return (
    <Card className="scenario" title={t('scenario')} subtitle={t('scenarioSubtitle')}>
      <div className="scenario-names">
        <label className="scenario-field">
          <span className="field-label">{t('name')}</span>
          <input className="input" maxLength={80} value={draft.name} onChange={(e) => edit({ name: e.target.value })} />
        </label>
        <label className="scenario-field">
          <span className="field-label">{t('note')}</span>
          <textarea rows={2} maxLength={2000} value={draft.note} onChange={(e) => edit({ note: e.target.value })} />
        </label>
      </div>
      <h3 className="scenario-head">{t('shocks')}</h3>
      {draft.shocks.map((shock, i) => (
        <ShockFields
          key={shock.key}
          view={view}
          shock={shock}
          n={i + 1}
          faults={faults.filter((f) => f.path.startsWith(`.shocks[${i}]`))}
        />
      ))}
      <Button look={draft.shocks.length === 0 ? 'primary' : 'secondary'} onClick={add}>
        {t('addShock')}
      </Button>
      {draft.shocks.length > 0 && <p className="quiet small shock-help">{t('rangeHelp')}</p>}
      <ThresholdFields view={view} faults={faults.filter((f) => f.path.startsWith('.thresholds'))} />
      <Keep scenario={scenario} />
    </Card>
  );
}

function Keep({ scenario }: { readonly scenario: Scenario }) {
  const t = useT(WHAT_IF_TEXT);
  const { paper, open, keptAs, clear } = useDraft();
  const shelf = useShelf('scenario');
  const [told, setTold] = useState<'saved' | 'nameFirst' | null>(null);
  const [refused, setRefused] = useState<readonly ShapeFault[]>([]);
  // A paper that was renamed or kept in between is a newer one; one that was removed is none any more.
  const kept = shelf.papers?.find((p) => p.id === paper?.id) ?? null;
  const save = async (asNew: boolean): Promise<void> => {
    if (scenario.name.trim() === '') {
      setTold('nameFirst');
      return;
    }
    const done = await shelf.save(scenario, asNew ? null : kept);
    if (done) keptAs(done);
    setTold(done ? 'saved' : null);
  };
  const take = (raw: unknown): readonly ShapeFault[] => {
    const { value, faults } = loadScenario(raw);
    if (value) open(draftOf(value), null);
    return faults;
  };
  return (
    <div className="scenario-keep">
      <div className="scenario-tools">
        <Button look="primary" onClick={() => void save(false)}>
          {t('save')}
        </Button>
        {kept && <Button onClick={() => void save(true)}>{t('saveNew')}</Button>}
        <Button
          onClick={() =>
            downloadText(
              `${scenario.name || t('scenario')}.json`,
              `${JSON.stringify(scenario, null, 2)}\n`,
              'application/json',
            )
          }
        >
          {t('exportJson')}
        </Button>
        <JsonFile
          label={t('importJson')}
          onText={(text) => {
            const { value, fault } = parseJson(text);
            setRefused(fault ? [fault] : take(value));
          }}
        />
        <Button look="plain" onClick={clear}>
          {t('clear')}
        </Button>
        <span role="status">{told && t(told)}</span>
      </div>
      {refused.length > 0 && <Faults caption={t('importFaults')} faults={refused} />}
      <h3 className="scenario-head">{t('kept')}</h3>
      <ShelfTable
        caption={t('kept')}
        shelf={shelf}
        openId={kept?.id ?? null}
        onOpen={(chosen) => {
          const { value, faults } = loadScenario(chosen.body);
          setRefused(faults);
          if (value) open(draftOf(value), chosen);
        }}
      />
    </div>
  );
}
