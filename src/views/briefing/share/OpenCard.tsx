import { useState } from 'react';
import type { ReceivedPackage } from '../../../publish/package-jobs';
import { usePackage } from '../../../store/use-package';
import { DropZone } from '../../data/DropZone';
import { Button, Toggle } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { useT } from '../../parts/use-text';
import { useLang } from '../../../store/place';
import { OutcomePart } from './OutcomePart';
import { PackageFacts } from './PackageFacts';
import { PACKAGE_SHARE_TEXT } from './text';
import { TroubleBox } from './TroubleBox';

/** A package of another office: checked, shown, and only then taken, as a data set of its own. */
export function OpenCard() {
  const t = useT(PACKAGE_SHARE_TEXT);
  const lang = useLang();
  const phase = usePackage((s) => s.phase);
  const fileName = usePackage((s) => s.fileName);
  const faults = usePackage((s) => s.faults);
  const received = usePackage((s) => s.received);
  const trouble = usePackage((s) => s.trouble);
  const outcome = usePackage((s) => s.outcome);
  const read = usePackage((s) => s.read);
  const stop = usePackage((s) => s.stop);
  const putAway = usePackage((s) => s.putAway);
  return (
    <Card title={t('open')} subtitle={t('openHint')}>
      <div data-testid="package-in" data-phase={phase}>
        {(phase === 'idle' || phase === 'refused') && (
          <DropZone
            label={t('drop')}
            whileOver={t('release')}
            button={t('pick')}
            accepted=".fengsui"
            onFiles={([file]) => file && void read(file)}
          />
        )}
        <div role="status">
          {phase === 'reading' && (
            <p>
              {t('reading', { name: fileName })}{' '}
              <Button look="plain" onClick={stop}>
                {t('stop')}
              </Button>
            </p>
          )}
          {phase === 'shown' && <p className="share-mark">{t('nothingTaken')}</p>}
          {phase === 'taking' && <p>{t('taking')}</p>}
        </div>
        {phase === 'refused' && (
          <div className="trouble" role="alert">
            <p>{t('refused', { name: fileName })}</p>
            <ul className="plain-list">
              {faults.map((fault) => (
                <li key={fault.en}>{fault[lang]}</li>
              ))}
            </ul>
          </div>
        )}
        {received && phase !== 'done' && (
          <>
            <PackageFacts received={received} />
            {phase === 'shown' && <TakeForm received={received} />}
          </>
        )}
        {phase === 'done' && outcome && received && <OutcomePart outcome={outcome} received={received} />}
        <TroubleBox trouble={trouble} />
        {phase === 'done' && (
          <Button look="plain" onClick={putAway}>
            {t('another')}
          </Button>
        )}
      </div>
    </Card>
  );
}

function TakeForm({ received }: { readonly received: ReceivedPackage }) {
  const t = useT(PACKAGE_SHARE_TEXT);
  const { manifest, briefing, trail } = received;
  const { name } = manifest.data;
  const { office } = manifest.made;
  const [setName, setSetName] = useState(office === '' ? name : t('setDefault', { name, office }));
  const [withBriefing, setWithBriefing] = useState(true);
  const [withTrail, setWithTrail] = useState(true);
  const take = usePackage((s) => s.take);
  const putAway = usePackage((s) => s.putAway);
  return (
    <>
      <div className="share-form">
        <label className="field share-long">
          <span className="field-label">{t('setName')}</span>
          <input className="input" value={setName} maxLength={200} onChange={(e) => setSetName(e.target.value)} />
        </label>
        {briefing && (
          <Toggle on={withBriefing} onChange={setWithBriefing}>
            {t('takeBriefing')}
          </Toggle>
        )}
        {trail && trail.length > 0 && (
          <Toggle on={withTrail} onChange={setWithTrail}>
            {t('takeTrail')}
          </Toggle>
        )}
      </div>
      <div className="share-tools">
        <Button
          look="primary"
          disabled={setName.trim() === ''}
          onClick={() => void take({ setName: setName.trim(), withBriefing, withTrail })}
        >
          {t('take')}
        </Button>
        <Button look="plain" onClick={putAway}>
          {t('putAway')}
        </Button>
      </div>
      <p className="share-note">{t('othersStay')}</p>
    </>
  );
}
