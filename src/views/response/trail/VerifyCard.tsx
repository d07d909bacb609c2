import { useRef, useState } from 'react';
import { formatNumber } from '../../../base/format';
import { formatDay } from '../../../base/period';
import { today } from '../../../platform/clock';
import { downloadText } from '../../../platform/download';
import { troubleOf } from '../../../platform/trouble';
import { formatMoment } from '../../../response/calendar/moment';
import type { ActNames } from '../../../response/trail/words';
import { useLang } from '../../../store/place';
import { entriesAfter } from '../../../store/response-trail';
import { useEngine } from '../../../store/session';
import { useResponse } from '../../../store/use-response';
import { Button } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { useT } from '../../parts/use-text';
import { checkForeign, type FileCheck } from './check-file';
import { FileCheckResult } from './FileCheckResult';
import { TRAIL_TEXT } from './text';
import { readTrailFile, trailCsv, trailJson } from './trail-file';

/** So many faults are named by the banner above; more of them stand here. */
const BANNER_NAMES = 3;

/** Is the chain whole? Checked at the start and on demand; and the trail as a file, out and back to be checked. */
export function VerifyCard({ names }: { readonly names: ActNames }) {
  const t = useT(TRAIL_TEXT);
  const lang = useLang();
  const engine = useEngine();
  const entries = useResponse((s) => s.entries);
  const head = useResponse((s) => s.state.head);
  const faults = useResponse((s) => s.faults);
  const verifiedAt = useResponse((s) => s.verifiedAt);
  const verify = useResponse((s) => s.verify);
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const [check, setCheck] = useState<FileCheck | null>(null);
  const isDemonstration = entries.some(({ basis }) => basis.demonstration);

  const work = async (of: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    setSaid(null);
    await of().catch((error: unknown) => setSaid(t('exportFailed', { why: troubleOf(error).what[lang] })));
    setBusy(false);
  };
  const name = (): string =>
    [t('fileName'), ...(isDemonstration ? [t('demonstrationMark')] : []), formatDay(today())].join('-');
  const saveAll = async (): Promise<void> =>
    downloadText(`${name()}.json`, trailJson(await entriesAfter(engine, 0)), 'application/json');
  const checkFile = async (file: File): Promise<void> => {
    setCheck(null);
    const read = readTrailFile(await file.text());
    if (read) setCheck(await checkForeign(file.name, read, entries));
    else setSaid(t('fileOther', { name: file.name }));
  };

  return (
    <Card
      title={t('verifyTitle')}
      tools={
        <>
          <Button look="primary" disabled={busy} onClick={() => void work(verify)}>
            {busy ? t('verifying') : t('verify')}
          </Button>
          <Button disabled={busy || entries.length === 0} onClick={() => void work(saveAll)}>
            {t('exportJson')}
          </Button>
          <Button
            disabled={busy || entries.length === 0}
            onClick={() => downloadText(`${name()}.csv`, trailCsv(entries, names, lang), 'text/csv')}
          >
            {t('exportCsv')}
          </Button>
          <Button disabled={busy} onClick={() => input.current?.click()}>
            {t('checkFile')}
          </Button>
          <input
            ref={input}
            type="file"
            accept=".json"
            hidden
            onChange={(e) => {
              const file = e.target.files?.[0];
              if (file) void work(() => checkFile(file));
              e.target.value = '';
            }}
          />
        </>
      }
    >
      <div role="status" data-testid="trail-verified">
        <p className={faults.length > 0 ? 'trail-said trail-broken' : 'trail-said'}>
          {verifiedAt === null
            ? t('notYet')
            : entries.length + faults.length === 0
              ? t('empty')
              : t(faults.length === 0 ? 'whole' : 'broken', {
                  at: formatMoment(verifiedAt, lang),
                  count: formatNumber(entries.length),
                  faults: formatNumber(faults.length),
                })}
        </p>
        {said !== null && <p className="caution">{said}</p>}
        {check && <FileCheckResult check={check} />}
      </div>
      {faults.length > BANNER_NAMES && (
        <ul className="plain-list small">
          {faults.map((fault) => (
            <li key={`${fault.seq} ${fault.kind} ${fault.words.zh}`}>{fault.words[lang]}</li>
          ))}
        </ul>
      )}
      {head.seq > 0 && (
        <p className="quiet trail-head" title={t('headHint')}>
          {t('head', { seq: formatNumber(head.seq), digest: head.digest })}
          <span className="visually-hidden"> {t('headHint')}</span>
        </p>
      )}
    </Card>
  );
}
