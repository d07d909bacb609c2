import { useState } from 'react';
import type { Checked, ShapeFault } from '../../../base/check';
import type { Day } from '../../../base/period';
import { downloadText } from '../../../platform/download';
import type { Plan } from '../../../response/plan';
import type { PlanVersion } from '../../../response/plan-versions';
import { useLang } from '../../../store/place';
import { Button } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { ActResult } from '../ActResult';
import { useAct } from '../use-act';
import { useT } from '../../parts/use-text';
import { Faults } from '../../rules/shelf/Faults';
import { JsonFile } from '../../rules/shelf/JsonFile';
import { AdoptForm } from './AdoptForm';
import { draftOf, hasFrame, NO_DRAFT, type PlanDraft, readPlanFile } from './draft';
import { DraftEditor } from './DraftEditor';
import { placedFaults } from './fault-place';
import { VERSIONS_TEXT } from './text';
import { useDiff } from './use-diff';

interface DraftCardProps {
  readonly draft: PlanDraft;
  /** Null: nothing is being worked on. */
  readonly checked: Checked<Plan> | null;
  readonly versions: readonly PlanVersion[];
  readonly inForce: PlanVersion & { readonly plan: Plan };
  readonly today: Day;
  readonly setDraft: (draft: PlanDraft) => void;
  readonly clearDraft: () => void;
}

interface ReadFile {
  readonly name: string;
  readonly fault: ShapeFault | null;
}

/** The next version while it is being worked on: by hand, field by field, or as a file; then it is adopted. */
export function DraftCard(props: DraftCardProps) {
  const { draft, checked, versions, inForce, today, setDraft, clearDraft } = props;
  const t = useT(VERSIONS_TEXT);
  const desk = useAct();
  const [file, setFile] = useState<ReadFile | null>(null);
  const take = (text: string, name: string): void => {
    const { raw, fault } = readPlanFile(text);
    setFile({ name, fault });
    if (!fault) setDraft({ ...draft, plan: raw });
  };
  const save = (): void =>
    downloadText(
      `${t('fileName')}-${t('draftName')}.json`,
      `${JSON.stringify(draft.plan, null, 2)}\n`,
      'application/json',
    );
  return (
    <Card title={t('draftTitle')} subtitle={t('draftSubtitle')}>
      {draft.plan === null && <p className="quiet">{t('noDraft')}</p>}
      <div className="plan-ways">
        {draft.plan === null && (
          <Button look="primary" onClick={() => setDraft({ ...NO_DRAFT, plan: draftOf(inForce.plan, versions) })}>
            {t('begin')}
          </Button>
        )}
        <JsonFile label={t('importJson')} onText={take} />
        {draft.plan !== null && (
          <>
            <Button onClick={save}>{t('exportJson')}</Button>
            <Button
              onClick={() => {
                clearDraft();
                setFile(null);
              }}
            >
              {t('discard')}
            </Button>
          </>
        )}
      </div>
      <div role="status">
        {file && (
          <p className={file.fault ? 'worse' : 'quiet'}>
            {t(file.fault ? 'notRead' : 'imported', { name: file.name })}
          </p>
        )}
      </div>
      {file?.fault && <Faults titled caption={file.name} faults={[file.fault]} />}
      {checked && <Verdict raw={draft.plan} checked={checked} inForce={inForce.plan} />}
      {draft.plan !== null &&
        (hasFrame(draft.plan) ? (
          <DraftEditor
            plan={draft.plan}
            faults={checked?.faults ?? []}
            onChange={(plan) => setDraft({ ...draft, plan })}
          />
        ) : (
          <p className="caution">{t('noFrame')}</p>
        ))}
      {checked && (
        <AdoptForm
          draft={draft}
          valid={checked.value !== null}
          today={today}
          setDraft={setDraft}
          clearDraft={clearDraft}
          desk={desk}
        />
      )}
      <ActResult desk={desk} />
    </Card>
  );
}

interface VerdictProps {
  readonly raw: unknown;
  readonly checked: Checked<Plan>;
  readonly inForce: Plan;
}

/** Does the draft pass, and how far is it from the plan in force? */
function Verdict({ raw, checked, inForce }: VerdictProps) {
  const t = useT(VERSIONS_TEXT);
  const lang = useLang();
  const changes = useDiff(inForce, checked.value);
  const count = changes?.filter((c) => c.key !== 'whole whole version').length ?? 0;
  return (
    <div role="status" data-testid="plan-verdict">
      {checked.value ? (
        <p>{count > 0 ? t('good', { count }) : t('unchanged')}</p>
      ) : (
        <>
          <p className="worse">{t('bad', { count: checked.faults.length })}</p>
          <Faults titled caption={t('faults')} faults={placedFaults(raw, checked.faults, lang)} />
        </>
      )}
    </div>
  );
}
