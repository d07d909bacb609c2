import { type KeyboardEvent, memo } from 'react';
import type { Briefing, Sentence } from '../../../../briefing/briefing';
import { addSentence, isOwn, moveSentence, removeSentence, setSentence } from '../../../../briefing/edit-briefing';
import { Button } from '../../../parts/Button';
import { useT } from '../../../parts/use-text';
import { EDITOR_TEXT } from './text';

interface SentenceRowProps {
  readonly page: string;
  readonly sentence: Sentence;
  readonly at: number;
  readonly count: number;
  readonly lang: 'zh' | 'en';
  readonly chosen: boolean;
  readonly edit: (how: (briefing: Briefing) => Briefing, about?: string) => void;
  readonly onChoose: (id: string) => void;
  /** A new sentence stands behind this one: it takes the focus. */
  readonly onAdded: (after: string) => void;
}

/** One sentence, written in place; what marks it stands beside it, its tools appear where one works. */
export const SentenceRow = memo(function SentenceRow(props: SentenceRowProps) {
  const { page, sentence, at, count, lang, chosen, edit, onChoose, onAdded } = props;
  const t = useT(EDITOR_TEXT);
  const { id } = sentence;
  const n = at + 1;
  const add = (): void => {
    edit((now) => addSentence(now, page, id));
    onAdded(id);
  };
  const onKey = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (event.altKey && by !== 0) {
      event.preventDefault();
      edit((now) => moveSentence(now, page, id, by));
      onChoose(id);
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      add();
    }
  };
  return (
    <li className={chosen ? 'sentence sentence-chosen' : 'sentence'} data-sentence={id}>
      <textarea
        className="sentence-text"
        lang={lang === 'zh' ? 'zh-CN' : 'en'}
        aria-label={t('sentence', { n })}
        rows={1}
        value={sentence.text}
        onFocus={() => onChoose(id)}
        onKeyDown={onKey}
        onChange={(e) => edit((now) => setSentence(now, page, id, e.target.value), `sentence ${page} ${id}`)}
      />
      <span className="sentence-marks">
        {sentence.moved && <span className="sentence-moved">{t('moved')}</span>}
        {sentence.byHand && <span className="sentence-hand">{t(isOwn(sentence) ? 'own' : 'byHand')}</span>}
      </span>
      <span className="sentence-tools">
        <Tool
          label={t('sentenceUp', { n })}
          sign="↑"
          off={at === 0}
          onClick={() => edit((now) => moveSentence(now, page, id, -1))}
        />
        <Tool
          label={t('sentenceDown', { n })}
          sign="↓"
          off={at === count - 1}
          onClick={() => edit((now) => moveSentence(now, page, id, 1))}
        />
        <Tool label={t('sentenceAfter', { n })} sign="+" onClick={add} />
        <Tool label={t('sentenceOut', { n })} sign="×" onClick={() => edit((now) => removeSentence(now, page, id))} />
      </span>
    </li>
  );
});

interface ToolProps {
  readonly label: string;
  readonly sign: string;
  readonly off?: boolean;
  readonly onClick: () => void;
}

function Tool({ label, sign, off = false, onClick }: ToolProps) {
  return (
    <Button look="plain" aria-label={label} title={label} disabled={off} onClick={onClick}>
      {sign}
    </Button>
  );
}
