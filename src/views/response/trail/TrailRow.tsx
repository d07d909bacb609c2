import type { KeyboardEvent } from 'react';
import { formatNumber } from '../../../base/format';
import { formatMoment } from '../../../response/calendar/moment';
import type { Entry } from '../../../response/trail/entry';
import type { ChainFault } from '../../../response/trail/verify';
import { type ActNames, describeAct } from '../../../response/trail/words';
import { useLang } from '../../../store/place';
import { useT } from '../../parts/use-text';
import { EntryDetails } from './EntryDetails';
import { TRAIL_TEXT } from './text';
import { actorWords } from './trail-rows';

interface TrailRowProps {
  readonly entry: Entry;
  readonly names: ActNames;
  /** The entry that took this one back; null = it stands. */
  readonly undo: Entry | null;
  readonly faults: readonly ChainFault[];
  readonly open: boolean;
  readonly onToggle: () => void;
  /** What came of taking it back. */
  readonly onSaid: (words: string) => void;
  /** Keys that go from row to row. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** One entry in a sentence; opened, with all its fields. */
export function TrailRow({ entry, names, undo, faults, open, onToggle, onSaid, onKeyDown }: TrailRowProps) {
  const t = useT(TRAIL_TEXT);
  const lang = useLang();
  const { seq, at, by, basis } = entry;
  const sentence = describeAct(entry, names)[lang];
  return (
    <>
      <button type="button" className="trail-toggle" aria-expanded={open} onClick={onToggle} onKeyDown={onKeyDown}>
        <span className="trail-mark" aria-hidden="true">
          {open ? '▾' : '▸'}
        </span>
        <span className="trail-seq">{formatNumber(seq)}</span>
        <span className="trail-at">{formatMoment(at, lang)}</span>
        <span className="trail-by">{actorWords(by, names, lang)}</span>
        <span className="trail-what">
          {undo ? <s>{sentence}</s> : sentence}
          {undo && <em className="trail-note">{t('takenBackBy', { seq: formatNumber(undo.seq) })}</em>}
          {basis.demonstration && <em className="trail-note">{t('demonstrationMark')}</em>}
        </span>
      </button>
      {faults.map((fault) => (
        <p key={`${fault.kind} ${fault.words.zh}`} className="caution">
          {t('fault', { words: fault.words[lang] })}
        </p>
      ))}
      {open && <EntryDetails entry={entry} names={names} undo={undo} onSaid={onSaid} />}
    </>
  );
}
