import { useRef, useState } from 'react';
import { formatNumber } from '../../base/format';
import { formatDay } from '../../base/period';
import { today } from '../../platform/clock';
import { downloadBlob } from '../../platform/download';
import type { BackupContent } from '../../platform/backup-content';
import { readPreference } from '../../platform/preferences';
import { announceTrail } from '../../platform/tabs';
import { type Trouble, troubleOf } from '../../platform/trouble';
import { keepTrailHead } from '../../store/actor-memory';
import { useLang } from '../../store/place';
import { useSession } from '../../store/session';
import { Button } from '../parts/Button';
import { useT } from '../parts/use-text';
import { KEEPING_TEXT } from './keeping-text';
import { trailWords } from './trail-words';

/** Everything that is kept into one file, and back. */
export function BackupPart() {
  const t = useT(KEEPING_TEXT);
  const lang = useLang();
  const engine = useSession((s) => s.engine);
  const changeKept = useSession((s) => s.changeKept);
  const working = useSession((s) => s.progress !== null);
  const input = useRef<HTMLInputElement>(null);
  const [saving, setSaving] = useState(false);
  const [restored, setRestored] = useState<BackupContent | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  const save = async (): Promise<void> => {
    setSaving(true);
    setTrouble(null);
    try {
      downloadBlob(`${t('backupName')}-${formatDay(today())}.fengsui`, await engine.backup({}));
    } catch (error) {
      setTrouble(troubleOf(error));
    } finally {
      setSaving(false);
    }
  };
  const restore = async (file: File): Promise<void> => {
    setTrouble(null);
    setRestored(null);
    const by = readPreference('fengsui.by') ?? '';
    let content: BackupContent | null = null;
    try {
      // Read and checked before the session turns to it: a bad file must not look like a failed load.
      content = await engine.restoreBackup(file, by, {});
    } catch (error) {
      setTrouble(troubleOf(error));
      return;
    }
    // The end that this browser remembers was that of the other trail.
    if (content.trail.kind === 'took-over') keepTrailHead(content.trail.head);
    if (content.trail.kind === 'continued' || content.trail.kind === 'took-over') announceTrail();
    if (await changeKept(async () => undefined)) setRestored(content);
  };

  return (
    <>
      <h3>{t('backup')}</h3>
      <p className="quiet">{t('backupHint')}</p>
      <p className="ways">
        <Button disabled={saving || working} onClick={() => void save()}>
          {saving ? t('busy') : t('makeBackup')}
        </Button>
        <Button disabled={saving || working} onClick={() => input.current?.click()}>
          {t('restore')}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".fengsui"
          hidden
          onChange={(e) => {
            const file = e.target.files?.[0];
            if (file) void restore(file);
            e.target.value = '';
          }}
        />
      </p>
      <div role="status">
        {restored && (
          <p data-testid="restored">
            {t('restored', {
              sets: formatNumber(restored.sets),
              batches: formatNumber(restored.batches),
              mappings: formatNumber(restored.mappings),
              papers: formatNumber(restored.papers),
            })}{' '}
            {trailWords(restored.trail, lang)}
          </p>
        )}
      </div>
      {trouble && (
        <div className="trouble" role="alert">
          <p>{trouble.what[lang]}</p>
          <p>{trouble.todo[lang]}</p>
        </div>
      )}
    </>
  );
}
