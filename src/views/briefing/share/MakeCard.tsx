import { useRef, useState } from 'react';
import { formatNumber, formatPeriodWords } from '../../../base/format';
import { formatDay } from '../../../base/period';
import type { Manifest } from '../../../briefing/package/manifest';
import { today } from '../../../platform/clock';
import { downloadBlob } from '../../../platform/download';
import { readPreference, writePreference } from '../../../platform/preferences';
import { isAbort, type Trouble, troubleOf } from '../../../platform/trouble';
import { makePackage } from '../../../store/package-making';
import { useLang, usePlace } from '../../../store/place';
import { useDemonstrationMark, useEngine, useReadyView } from '../../../store/session';
import { useBriefings } from '../../../store/use-briefings';
import { responseStore } from '../../../store/use-response';
import { periodOf } from '../../../store/view-select';
import { formatBytes } from '../../data/bytes';
import { Button, Select, Toggle } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { useT } from '../../parts/use-text';
import type { OfficeProps } from './office-props';
import { shortCode } from './codes';
import { viewBefore } from './LinkCard';
import { PACKAGE_SHARE_TEXT } from './text';
import { TroubleBox } from './TroubleBox';

/** The present data, rules and view as one file for another office. */
export function MakeCard({ office, onOffice }: OfficeProps) {
  const t = useT(PACKAGE_SHARE_TEXT);
  const lang = useLang();
  const here = usePlace();
  const engine = useEngine();
  const view = useReadyView();
  const mark = useDemonstrationMark();
  const drafts = useBriefings((s) => s.drafts);
  const period = formatPeriodWords(view.frequency, periodOf(view, here.period), lang, view.weekEndsOn);
  const [name, setName] = useState<string | null>(null);
  const [by, setBy] = useState(() => readPreference('fengsui.by') ?? '');
  const [note, setNote] = useState('');
  const [draftId, setDraftId] = useState('');
  const [withTrail, setWithTrail] = useState(false);
  const [made, setMade] = useState<{ readonly manifest: Manifest; readonly bytes: number } | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [working, setWorking] = useState(false);
  const abort = useRef<AbortController | null>(null);
  const shownName = name ?? t('nameDefault', { period });
  const save = async (): Promise<void> => {
    const mine = new AbortController();
    abort.current = mine;
    setWorking(true);
    setMade(null);
    setTrouble(null);
    writePreference('fengsui.by', by.trim());
    const draft = drafts.find((d) => d.id === draftId);
    try {
      const { blob, manifest } = await makePackage(
        engine,
        view,
        responseStore().getState(),
        {
          name: shownName.trim(),
          office: office.trim(),
          note: note.trim(),
          by: by.trim(),
          place: viewBefore(here),
          lang,
          briefing: draft ? { name: draft.name, briefing: draft.briefing } : null,
          withTrail,
        },
        mine.signal,
      );
      const file = t('fileName', { name: shownName.trim(), day: formatDay(today()) });
      downloadBlob(`${mark ? `${mark[lang]}-` : ''}${file}.fengsui`, blob);
      setMade({ manifest, bytes: blob.size });
    } catch (error) {
      if (!isAbort(error)) setTrouble(troubleOf(error));
    } finally {
      setWorking(false);
    }
  };
  return (
    <Card title={t('make')} subtitle={t('subtitle')}>
      <div className="share-form">
        <Field label={t('name')} value={shownName} onChange={setName} long />
        <Field label={t('office')} value={office} onChange={onOffice} />
        <Field label={t('by')} value={by} onChange={setBy} />
        <Field label={t('note')} value={note} onChange={setNote} long />
        {drafts.length > 0 && (
          <Select
            label={t('briefing')}
            value={draftId}
            options={[{ value: '', label: t('noBriefing') }, ...drafts.map((d) => ({ value: d.id, label: d.name }))]}
            onChange={setDraftId}
          />
        )}
        <Toggle on={withTrail} onChange={setWithTrail}>
          {t('trail')}
        </Toggle>
      </div>
      <div className="share-tools">
        <Button look="primary" disabled={working || shownName.trim() === ''} onClick={() => void save()}>
          {working ? t('making') : t('save')}
        </Button>
        {working && (
          <Button look="plain" onClick={() => abort.current?.abort()}>
            {t('stop')}
          </Button>
        )}
      </div>
      <p role="status" className="share-note" data-testid="package-made">
        {made &&
          t('made', {
            size: formatBytes(made.bytes),
            figures: formatNumber(made.manifest.data.figures),
            code: shortCode(made.manifest.digest),
          })}
      </p>
      <TroubleBox trouble={trouble} />
    </Card>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly long?: boolean;
  readonly onChange: (value: string) => void;
}

function Field({ label, value, long = false, onChange }: FieldProps) {
  return (
    <label className={`field ${long ? 'share-long' : ''}`}>
      <span className="field-label">{label}</span>
      <input className="input" value={value} maxLength={200} onChange={(e) => onChange(e.target.value)} />
    </label>
  );
}
