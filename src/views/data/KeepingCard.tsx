import { useEffect, useState } from 'react';
import { onOtherPreference, readPreference, writePreference } from '../../platform/preferences';
import { useLang } from '../../store/place';
import { useKeeping } from '../../store/use-keeping';
import { Card } from '../parts/Card';
import { Failed, Skeleton } from '../parts/states';
import { useT } from '../parts/use-text';
import { BackupPart } from './BackupPart';
import { DataSetsPart } from './DataSetsPart';
import { HistoryPart } from './HistoryPart';
import { KeptFilesPart } from './KeptFilesPart';
import { KEEPING_TEXT } from './keeping-text';
import { RememberedPart } from './RememberedPart';

/** What this browser keeps: data sets, what was done to them, mappings, and a way to take it all away. */
export function KeepingCard() {
  const t = useT(KEEPING_TEXT);
  const lang = useLang();
  const { keeping, trouble, refresh } = useKeeping();
  return (
    <Card title={t('title')} subtitle={t('subtitle')} tools={<By />} className="keeping">
      <div data-testid="keeping">
        {keeping ? (
          <>
            <DataSetsPart keeping={keeping} />
            <KeptFilesPart keeping={keeping} />
            <HistoryPart keeping={keeping} />
            <RememberedPart keeping={keeping} onChange={refresh} />
            <BackupPart />
          </>
        ) : trouble ? (
          <Failed title={t('broken')} detail={`${trouble.what[lang]} ${trouble.todo[lang]}`} onRetry={refresh} />
        ) : (
          <Skeleton lines={4} />
        )}
      </div>
    </Card>
  );
}

/** Who works here, for the history; kept as it is typed. */
function By() {
  const t = useT(KEEPING_TEXT);
  const [by, setBy] = useState(() => readPreference('fengsui.by') ?? '');
  useEffect(() => onOtherPreference('fengsui.by', (value) => setBy(value ?? '')), []);
  return (
    <label className="field" title={t('byHint')}>
      <span className="field-label">{t('by')}</span>
      <input
        className="input"
        value={by}
        maxLength={40}
        autoComplete="name"
        onChange={(e) => {
          setBy(e.target.value);
          writePreference('fengsui.by', e.target.value.trim());
        }}
      />
    </label>
  );
}
