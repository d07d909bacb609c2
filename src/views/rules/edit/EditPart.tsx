import { lazy, Suspense, useEffect, useState } from 'react';
import { formatNumber } from '../../../base/format';
import { fetchPart } from '../../../platform/fetch-part';
import { askBeforeLeaving } from '../../../platform/leave-question';
import { useLang, usePlace } from '../../../store/place';
import { useReadyView } from '../../../store/session';
import { rulesStore, useRuleBook, useRules } from '../../../store/use-rules';
import { Card } from '../../parts/Card';
import { PlaceLink } from '../../parts/PlaceLink';
import { Failed, Skeleton } from '../../parts/states';
import { useT } from '../../parts/use-text';
import { FaultTable } from './FaultTable';
import { ImportCard, type RulesFile } from './ImportCard';
import { RulesPart } from './RulesPart';
import { SaveForm } from './SaveForm';
import { SchemePart } from './SchemePart';
import { EDIT_TEXT } from './text';
import { Toolbar } from './Toolbar';
import { VersionsPart } from './VersionsPart';
import './edit.css';

const PresetsPart = lazy(() => fetchPart(() => import('./PresetsPart').then((m) => ({ default: m.PresetsPart }))));

const PARTS = ['rules', 'scheme', 'presets', 'versions'] as const;

/** The rule book: the draft of the next version, and all versions there are. `?part=` names what is shown of it. */
export function EditPart() {
  const t = useT(EDIT_TEXT);
  const lang = useLang();
  const view = useReadyView();
  const { free } = usePlace();
  const phase = useRules((s) => s.phase);
  const faults = useRules((s) => s.checked.faults);
  const trouble = useRules((s) => s.trouble);
  const ruleSet = useRules((s) => s.history.now.ruleSet);
  const keeping = useRules((s) => s.keeping);
  const { flush, refresh } = useRules((s) => s);
  const [saving, setSaving] = useState(false);
  const [file, setFile] = useState<RulesFile | null>(null);
  useRuleBook();
  useEffect(() => {
    addEventListener('keydown', stepByKey);
    return () => removeEventListener('keydown', stepByKey);
  }, []);
  // What stands on this page alone would be gone with it.
  useEffect(() => (keeping === 'failed' || keeping === 'other' ? askBeforeLeaving() : undefined), [keeping]);
  const part = PARTS.find((p) => p === free.part) ?? 'rules';
  if (phase === 'loading') {
    return (
      <Card title={t('reading')}>
        <Skeleton lines={8} />
      </Card>
    );
  }
  return (
    <div className="edit" data-testid="rules-edit">
      <div className="edit-top">
        <nav className="edit-parts" aria-label={t('parts')}>
          {PARTS.map((name) => (
            <PlaceLink
              key={name}
              to={{ free: { part: name === 'rules' ? null : name } }}
              current={name === part ? 'page' : undefined}
            >
              {t(name)}
            </PlaceLink>
          ))}
        </nav>
        <Toolbar onSave={() => setSaving(true)} onFile={setFile} />
      </div>
      {trouble && !saving && (
        <Failed
          title={t(keeping === 'failed' ? 'keepFailed' : 'failedRead')}
          detail={`${trouble.what[lang]} ${trouble.where} ${trouble.todo[lang]}`}
          onRetry={keeping === 'failed' ? flush : () => void refresh(view.rules.id)}
        />
      )}
      {saving && <SaveForm onClose={() => setSaving(false)} />}
      {file && <ImportCard file={file} onClose={() => setFile(null)} />}
      {faults.length > 0 && (
        <Card title={t('faultCount', { count: formatNumber(faults.length) })} className="edit-faults">
          <FaultTable
            caption={t('faultCount', { count: formatNumber(faults.length) })}
            faults={faults}
            ruleSet={ruleSet}
          />
        </Card>
      )}
      {part === 'rules' && <RulesPart view={view} />}
      {part === 'scheme' && <SchemePart view={view} />}
      {part === 'presets' && (
        <Suspense fallback={<Skeleton lines={6} />}>
          <PresetsPart />
        </Suspense>
      )}
      {part === 'versions' && <VersionsPart view={view} />}
    </div>
  );
}

/** Ctrl+Z and Ctrl+Shift+Z, Ctrl+Y (⌘ on a Mac): the draft's own steps, in fields too, since these write into the draft at once. */
function stepByKey(event: KeyboardEvent): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const key = event.key.toLowerCase();
  const { undo, redo } = rulesStore().getState();
  // Fields outside the draft (a new version's name) undo by themselves.
  if (event.target instanceof HTMLElement && event.target.closest('.save-form')) return;
  if (key === 'z' && !event.shiftKey) undo();
  else if (key === 'y' || (key === 'z' && event.shiftKey)) redo();
  else return;
  event.preventDefault();
}
