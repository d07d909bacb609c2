import type { ReactNode } from 'react';
import { formatNumber, formatDayWords } from '../../../base/format';
import { parseDay } from '../../../base/period';
import { LAYER_NAMES } from '../../../response/actor-text';
import { formatMoment } from '../../../response/calendar/moment';
import { ACT_NAMES } from '../../../response/trail/text';
import type { Entry } from '../../../response/trail/entry';
import type { ActNames } from '../../../response/trail/words';
import { BUILT_IN_ID } from '../../../levels/rule-book';
import { useLang } from '../../../store/place';
import { useT } from '../../parts/use-text';
import { TRAIL_TEXT } from './text';
import { UndoForm } from './UndoForm';

interface EntryDetailsProps {
  readonly entry: Entry;
  readonly names: ActNames;
  readonly undo: Entry | null;
  readonly onSaid: (words: string) => void;
}

/** Every field of an entry: in words, and as it was recorded. */
export function EntryDetails({ entry, names, undo, onSaid }: EntryDetailsProps) {
  const t = useT(TRAIL_TEXT);
  const lang = useLang();
  const { seq, at, by, act, basis, previous, digest } = entry;
  const knownOn = basis.knownOn === null ? null : parseDay(basis.knownOn);
  const [rulesId = '', version = ''] = basis.rules.split('/');
  const rows: readonly (readonly [label: string, value: ReactNode])[] = [
    [t('at'), formatMoment(at, lang)],
    [t('role'), LAYER_NAMES[by.role][lang]],
    [t('office'), names.region(by.regionCode)[lang]],
    [t('person'), by.name],
    [t('what'), ACT_NAMES[act.kind][lang]],
    [t('rules'), t(rulesId === BUILT_IN_ID ? 'rulesBuiltIn' : 'rulesOwn', { version: version || rulesId })],
    [t('plan'), basis.plan],
    [t('knownOn'), knownOn === null ? (basis.knownOn ?? t('allKnown')) : formatDayWords(knownOn, lang)],
    [t('demonstration'), basis.demonstration ? t('yes') : t('no')],
    [t('data'), <code key="data">{basis.data}</code>],
    [t('digest'), <code key="digest">{digest}</code>],
    [t('previous'), previous === '' ? t('first') : <code key="previous">{previous}</code>],
    ...(undo ? [[t('takenBack'), t('takenBackBy', { seq: formatNumber(undo.seq) })] as const] : []),
  ];
  return (
    <div className="trail-details" role="group" aria-label={t('details', { seq: formatNumber(seq) })}>
      <dl>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <details>
        <summary>{t('raw')}</summary>
        <pre>{JSON.stringify(act, null, 2)}</pre>
      </details>
      {!undo && act.kind !== 'undo' && <UndoForm entry={entry} onSaid={onSaid} />}
    </div>
  );
}
